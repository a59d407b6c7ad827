import type { MessageTable } from './message.ts';

/** Longer forms on a matter: assigning, splitting into points, entering a rating, uploads. */
export const matterFormMessages = {
  'matter.form.needed': { zh: '请填写此项', en: 'Please fill this in' },
  'matter.form.choose': { zh: '请选择', en: 'Please choose' },

  'matter.unit.search': { zh: '输入名称或简称查找', en: 'Type a name to search' },
  'matter.unit.needed': { zh: '请选择单位', en: 'Choose a unit' },
  'matter.unit.boundary': { zh: '管理范围外', en: 'outside the office’s power' },

  'matter.assign.title': { zh: '交办 {caseNo}', en: 'Assign {caseNo}' },
  'matter.assign.already': {
    zh: '已交办，新增单位须与下列单位相配：',
    en: 'Assigned already; what is added must fit:',
  },
  'matter.plan.shape': { zh: '办理方式', en: 'How it is handled' },
  'matter.plan.shape.sole': { zh: '{sole}：一个单位办理并答复', en: '{sole}: one unit handles and replies' },
  'matter.plan.shape.lead': {
    zh: '{lead} + {assist}：一个单位答复，其他单位提意见',
    en: '{lead} and {assist}: one replies, the others give opinions',
  },
  'matter.plan.shape.separate': {
    zh: '{separate}：两个以上单位各自答复',
    en: '{separate}: two or more units each reply',
  },
  'matter.plan.unit': { zh: '{role}单位', en: '{role} unit' },
  'matter.plan.unit.optional': { zh: '{role}单位（可不选）', en: '{role} units (optional)' },
  'matter.plan.leader.help': {
    zh: '市级负责本件的领导。',
    en: 'The city leader who answers for this matter.',
  },
  'matter.plan.boundary': {
    zh: '{units}不在督查室的管理范围内，须由人大代工委或政协提案委交办。',
    en: '{units}: outside the supervising office’s power; the office of the congress or CPPCC must assign it.',
  },
  'matter.plan.recommended': { zh: '推荐单位（仅供参考，由您选定）', en: 'Recommended units; you choose' },
  'matter.plan.take': { zh: '选为{role}', en: 'Choose as {role}' },
  'matter.plan.take.taken': { zh: '已选', en: 'Chosen' },
  'matter.plan.fits': { zh: '方案可以交办。', en: 'This plan can stand.' },
  'matter.bulk.title': { zh: '批量交办 {count} 件', en: 'Assign {count} matters' },
  'matter.bulk.chosen': { zh: '所选各件', en: 'Chosen matters' },
  'matter.bulk.confirm': { zh: '交办 {count} 件', en: 'Assign {count}' },
  'matter.bulk.outcome': { zh: '交办结果', en: 'Outcome' },
  'matter.bulk.done': {
    zh: '已交办 {done} 件，未能交办 {refused} 件。',
    en: '{done} assigned, {refused} refused.',
  },

  'matter.handOverAll': { zh: '移交全部事项', en: 'Hand over everything' },
  'matter.handOverAll.title': { zh: '移交经办人的全部事项', en: 'Hand over all of a handler’s matters' },
  'matter.handOverAll.what': {
    zh: '经办人调岗、离岗时用：其名下的件连同草稿、沟通记录一次移交，时限不变。',
    en: 'When a handler changes post: all that is in his name goes over in one step, with drafts and contacts. Due dates do not move.',
  },
  'matter.handOverAll.unit': { zh: '单位', en: 'Unit' },
  'matter.handOverAll.from': { zh: '现经办人', en: 'Handler now' },
  'matter.handOverAll.outcome': { zh: '移交结果', en: 'Outcome' },
  'matter.handOverAll.done': {
    zh: '已移交 {done} 件，未能移交 {refused} 件。',
    en: '{done} handed over, {refused} refused.',
  },

  'matter.split.title': { zh: '拆分诉求', en: 'Split into points' },
  'matter.split.what': {
    zh: '一条一个诉求。答复须逐条回应，提出人逐条评价。',
    en: 'One ask a point. Each is answered, and rated, by itself.',
  },
  'matter.split.source': { zh: '原文（可粘贴）', en: 'Source text (paste here)' },
  'matter.split.propose': { zh: '按编号自动拆分', en: 'Propose by its numbers' },
  'matter.split.point': { zh: '第 {no} 条', en: 'Point {no}' },
  'matter.split.up': { zh: '第 {no} 条上移', en: 'Move point {no} up' },
  'matter.split.down': { zh: '第 {no} 条下移', en: 'Move point {no} down' },
  'matter.split.join': { zh: '第 {no} 条并入上一条', en: 'Join point {no} to the one above' },
  'matter.split.remove': { zh: '删除第 {no} 条', en: 'Remove point {no}' },
  'matter.split.add': { zh: '添加一条', en: 'Add a point' },
  'matter.split.confirm': { zh: '保存 {count} 条', en: 'Save {count} points' },
  'matter.split.none': { zh: '至少要有一条诉求。', en: 'At least one point is needed.' },

  'matter.amend.title': { zh: '更正登记内容', en: 'Amend the record' },
  'matter.amend.what': {
    zh: '首份答复发出后不能再改。更正前后的内容都留在全程记录中。',
    en: 'Possible until the first reply is issued. The journal keeps what stood before.',
  },
  'matter.close.title': { zh: '办结 {caseNo}', en: 'Close {caseNo}' },
  'matter.close.what': { zh: '提出人已评价，可以办结。', en: 'The proposers have rated; it can be closed.' },
  'matter.close.unrated': {
    zh: '提出人尚未全部评价。沉默不等于满意，办结须写明理由。',
    en: 'Not every proposer has rated. Silence is not satisfaction: state why it is closed.',
  },
  'matter.reopen.title': { zh: '重新开启 {caseNo}', en: 'Reopen {caseNo}' },
  'matter.reopen.what': {
    zh: '承办单位开始新一轮办理，此前各轮保留。',
    en: 'The unit starts another round; the earlier ones stay.',
  },
  'matter.withdraw.title': { zh: '撤案 {caseNo}', en: 'Withdraw {caseNo}' },
  'matter.withdraw.what': {
    zh: '须提出人书面要求、全体联名人同意。全部时限停止，案号不再使用，记录保留。',
    en: 'At the written wish of all proposers. All clocks stop; the number is not used again and the record stays.',
  },

  'matter.enter.title': { zh: '代录评价：{name}', en: 'Enter the rating of {name}' },
  'matter.enter.what': {
    zh: '依提出人签名的纸质征询意见表录入，标明“代录”，并附原件扫描。提交后不能更改。',
    en: 'From the signed paper form, marked as entered for the proposer, with its scan. It cannot be changed afterwards.',
  },
  'matter.enter.point': { zh: '第 {no} 条：{text}', en: 'Point {no}: {text}' },
  'matter.enter.reason.needed': {
    zh: '不满意的，请录入理由',
    en: 'Enter the reason for the dissatisfaction',
  },
  'matter.enter.scan': { zh: '原件扫描（PDF 或图片）', en: 'Scan (PDF or picture)' },
  'matter.enter.scan.needed': { zh: '请上传原件扫描', en: 'Upload the scan' },

  'matter.upload.choose': { zh: '选择文件', en: 'Choose files' },
  'matter.upload.running': { zh: '正在上传…', en: 'Uploading…' },
  'matter.upload.remove': { zh: '移除 {name}', en: 'Remove {name}' },
} as const satisfies MessageTable;
