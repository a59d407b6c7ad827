/** Sentences around the heart of an answer. Slots: `{what}` the ask, `{me}` the unit, `{when}` a date, `{d}`. */
export const doneLeads: readonly string[] = [
  '关于{what}。',
  '关于{what}的建议，{me}予以采纳。',
  '您提出的{what}切中实际，{me}已纳入今年工作要点并组织实施。',
  '针对{what}，{me}会同有关单位进行了专题研究，并立即组织落实。',
  '就{what}一项，{me}已按照边办理、边落实的要求推进。',
  '关于{what}，经现场核实和论证，建议可行。',
];

export const doneTails: readonly string[] = [
  '下一步，{me}将加强日常跟踪问效，巩固和扩大现有成果。',
  '相关情况已向社会公开，欢迎您随时了解并提出意见。',
  '{me}将每季度开展一次回头看，防止问题反弹。',
  '后续如有新的诉求，{me}将及时研究调整。',
  '目前运行总体平稳，群众反映较好，{me}将总结经验逐步推广。',
  '该项工作已建立长效管理台账，明确了责任科室和责任人。',
];

export const planLeads: readonly string[] = [
  '关于{what}。',
  '关于{what}的建议，{me}表示赞同，已列入工作计划。',
  '针对{what}，{me}组织了现场调研，初步形成解决方案。',
  '您提出的{what}，{me}将积极推进，分步实施。',
  '就{what}一项，{me}已与有关单位多次会商，达成一致意见。',
];

export const planTails: readonly string[] = [
  '{me}将倒排工期，力争{when}前完成，并主动向您通报进展。',
  '该事项已纳入{me}督办台账，按月调度，计划{when}前取得阶段性成果。',
  '受前期手续和资金安排影响，需要一定周期，{me}将争取{when}前完成。',
  '{me}已明确一名分管领导牵头，{when}前将向您反馈实施情况。',
  '预计{when}前可以落实到位，届时邀请您现场查看。',
];

export const deadlines: readonly string[] = [
  '年底',
  '明年一季度末',
  '明年六月底',
  '明年年底',
  '明年三季度末',
];

export const notLeads: readonly string[] = [
  '关于{what}，{me}进行了认真研究。',
  '您提出的{what}，出发点很好，{me}专门组织论证。',
  '就{what}一项，{me}与有关单位反复会商。',
];

/** Reasons for 「暂不具备条件」 where the topic has none of its own. */
export const notReasons: readonly string[] = [
  '受当前财力和项目前期条件限制，相关资金尚未落实，现阶段暂不具备全面实施的条件。',
  '该事项涉及现行规划调整和多方权属，需履行法定程序，短期内难以实施。',
  '目前省级主管部门正在修订相关政策，在新政策出台前不宜单独先行。',
  '目前外地尚无成熟做法可以借鉴，全面推开的风险和成本还需进一步评估论证。',
];

export const notTails: readonly string[] = [
  '待条件具备后，{me}将优先予以安排，并主动向您报告。目前先采取加强日常管理的办法缓解矛盾。',
  '{me}将持续争取上级支持，同时采取过渡措施，尽可能减少对群众的影响，敬请理解。',
  '对此给您和群众带来的不便，{me}深表歉意，将把您的意见作为后续工作的重要依据。',
];

export const referenceAnswers: readonly string[] = [
  '您关于{what}的建议视野开阔，对{me}改进工作很有启发。由于该事项涉及多个层级和部门的职责划分，{me}已将有关内容整理报送主管部门，作为今后制定政策的参考。',
  '关于{what}，目前国家和省级层面尚无统一规定，{me}暂不宜单独出台措施。您的意见已收入专题研究材料，在今后修订相关规划时认真参考。',
  '您提出的{what}，{me}组织专家作了讨论，认为方向值得肯定，但与现行管理体制存在衔接问题。{me}将继续关注外地做法，适时提出政策建议，留作工作参考。',
];

/** Second answers to an ask that the proposer was not content with. */
export const againLeads: readonly string[] = [
  '针对您对{what}首次答复的意见，{me}主要领导带队再次到现场核实。',
  '收到您的反馈后，{me}重新研究了{what}，补充采取以下措施。',
  '关于{what}，首次答复讲思路多、讲落实少，{me}作了检讨并重新办理。',
];

export const openings: readonly string[] = [
  '您提出的《{title}》（第{no}号）收悉。感谢您对{field}工作的关心和支持。{me}高度重视，由分管负责同志牵头，{section}具体承办，{with}。现将办理情况答复如下：',
  '您在{session}期间提出的《{title}》（第{no}号），交由{me}{role}。接件后，{me}专题研究，{with}。现答复如下：',
  '《{title}》（第{no}号）收悉。您反映的问题群众关切、针对性强。{me}坚持先沟通、后答复，{with}。现就有关事项答复如下：',
];

export const againOpenings: readonly string[] = [
  '您对《{title}》（第{no}号）首次办理结果提出的意见收悉。{me}主要负责同志主持专题会议，逐条对照、重新办理，并当面听取了您的意见。现将重新办理情况答复如下：',
  '根据您对《{title}》（第{no}号）办理结果的反馈，{me}进行了再次核查和补充办理。现将有关情况报告如下：',
];

/** Openings and leads of the answer after a closed matter was opened again. */
export const reopenedOpenings: readonly string[] = [
  '《{title}》（第{no}号）办结后，根据回头看发现的问题重新启动办理。{me}组织专人复查，并与您再次沟通。现将有关情况补充答复如下：',
];

export const reopenedLeads: readonly string[] = [
  '针对回头看中{what}反映出的问题，{me}立即组织整改。',
  '关于{what}，{me}对照原答复逐项复查、补齐短板。',
];

export const closings: readonly string[] = [
  '感谢您对{field}工作的关心和支持，欢迎继续提出宝贵意见。',
  '以上答复如有不妥，恳请批评指正。感谢您对我市{field}工作的关注。',
  '衷心感谢您的建言献策，{me}将以本件办理为契机，推动{field}工作再上新台阶。',
  '专此答复。如您对办理情况还有意见，请随时与{me}联系。',
];

export const disclosureReasons: readonly string[] = [
  '内容涉及尚未公布的年度投资计划，建议依申请公开。',
  '涉及具体企业经营信息，公开前需征得其同意。',
  '部分内容属内部工作安排，拟在正式文件印发后公开。',
];
