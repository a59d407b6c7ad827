/** What offices, leaders and sections write to one another. Slots as elsewhere. */
export const instructions: readonly string[] = [
  '请{section}先与提出人沟通，弄清意图后再办理，按期提出答复意见。',
  '请{section}承办，重点回应{what}，答复要有具体措施和时限。',
  '此件群众关注度高，请{section}组织现场调研，会同有关单位研究。',
  '请{section}牵头办理，严格三级审核，切忌答非所问。',
  '请对照往年同类件办理情况，{section}拿出新的举措。',
];

export const handlerInstructions: readonly string[] = [
  '请两周内完成首次沟通并登记，答复初稿提前报我。',
  '请认真核实现状数据，逐条对应建议内容拟稿。',
  '注意与有关单位衔接，意见不齐不报审。',
];

export const handBackReasons: readonly string[] = [
  '经{me}研究并征求内设机构意见，{what}等内容不属于{me}职责范围。按照“三定”规定，{duty}由{right}承担，建议调整为{right}办理。',
  '本件主要诉求为{whats}，核心职责在{duty}，{me}仅有配合职能，恳请改由{right}牵头，{me}愿意做好会办。',
  '对照部门权责清单，{duty}归口{right}，{me}没有相应审批和监管权限，现申请退办。',
];

export const reassignReasons: readonly string[] = [
  '经核对权责清单并与{right}电话确认，退办理由成立，改由{right}办理。',
  '同意退办。{duty}确属{right}职责，请{right}按期办理，原办理时限不变。',
  '经会商，双方对职责划分无异议，调整交办。',
];

export const upholdReasons: readonly string[] = [
  '经研究，{duty}仍为你单位主要职责，维持原交办，请抓紧签收办理，需要其他单位配合的可商请会办。',
  '退办理由不充分。本件核心诉求与你单位“三定”职责一致，维持原交办意见。',
  '已征求{right}意见，该单位仅承担配合任务，请你单位牵头办理。',
];

export const approveRemarks = {
  'section-head': [
    '已核对数据和政策依据，拟同意，请办公室审核。',
    '内容对应各条建议，同意报审。',
    '已与有关单位核对一致，同意。',
  ],
  'unit-office': [
    '格式规范，已逐条对照，同意呈分管领导审签。',
    '公开属性已审查，同意。',
    '文字作了修改，请领导审定。',
  ],
  'unit-leader': ['同意。', '同意印发，请做好后续跟踪落实。', '同意，承诺事项列入督办。'],
} as const;

export const sendBackReasons = {
  'section-head': [
    '{what}一条只写了“积极推进”，没有具体措施，请补充点位、数量和时间。',
    '数据与上月通报不一致，请与业务台账核对后重报。',
    '对{what}的答复与有关单位口径不一致，请先沟通一致。',
  ],
  'unit-office': [
    '第{n}条{what}答非所问，提出人要的是机制，不是工作总结，请重写。',
    '全文过长，前面工作成绩占了大半，请压缩并突出对{what}的回应。',
    '公开属性未说明理由，联系人电话缺失，请补正。',
  ],
  'unit-leader': [
    '{what}的完成时限太笼统，请与{section}商定后写明到季度。',
    '承诺{what}前请先核实资金来源，不能写了办不到。',
    '请再与提出人当面沟通一次，听取对{what}的意见后再报。',
  ],
} as const;

export const opinionOpenings: readonly string[] = [
  '你单位转来的第{no}号件收悉，经{section}研究，提出会办意见如下：',
  '关于《{title}》，结合{me}职责，现提出以下会办意见：',
  '经认真研究第{no}号件有关内容，{me}会办意见如下：',
];

export const opinionClosings: readonly string[] = [
  '以上意见供汇总答复时参考。',
  '需{me}配合事项，请联系{section}。',
  '{me}将按照分工做好配合，并及时反馈进展。',
];

export const closeSummaries: readonly string[] = [
  '提出人已评价，答复事项落实情况清楚，同意办结。',
  '各条建议均已答复，提出人表示认可，予以办结，承诺事项转入跟踪。',
  '办理程序完整，评价已收齐，办结归档。',
];

export const closeSecondSummaries: readonly string[] = [
  '首轮评价不满意，经重新办理，提出人认可办理结果，予以办结。首轮记录保留。',
  '二次办理措施具体，提出人改评，同意办结，后续按季度回访。',
];

export const closeUnratedReasons: readonly string[] = [
  '多次电话和书面提醒，提出人因长期在外未作评价，按未评价办结，不计入满意。',
  '提出人表示不再评价，答复内容已送达，按未评价办结。',
  '提出人已离任调往外地，联系三次未果，按未评价办结并注明。',
];

export const reopenReasons: readonly string[] = [
  '代表委员视察中发现{what}出现反弹，群众再次反映，重新启动办理。',
  '承诺的{what}逾期三个月未落实，经研究重新办理。',
  '回头看发现{what}与答复内容不符，责成{unit}重新办理并答复。',
];

export const withdrawReasons: readonly string[] = [
  '了解到相关政策已经出台，诉求基本得到满足，申请撤回。',
  '经与承办单位沟通，发现与本人另一件内容重复，申请撤回，并入另一件办理。',
  '因情况发生变化，部分事实需要重新调研，本人申请撤回，待完善后再提。',
];

export const extensionReasons = [
  '涉及财政、规划等多个部门，方案正在会商，需现场复核后才能确定时间表。',
  '经办人近期调整，需重新了解情况。',
] as const;

export const extensionGrants = ['情况属实，同意延期；请按月报告进展。'] as const;

export const extensionRefusals = ['内部调整不构成延期理由，请按原期限答复。'] as const;

export const pauseReasons = ['提出人出国考察，暂时无法当面沟通，待其回国后恢复。'] as const;
