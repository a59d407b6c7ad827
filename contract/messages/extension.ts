import type { MessageTable } from './message.ts';

/** Dates put off and clocks stopped, as the page of a matter says and asks for them. */
export const extensionMessages = {
  'extension.title': { zh: '延期', en: 'Extensions' },
  'extension.asked': {
    zh: '{on} 申请延期至 {until}，待决定（原期限 {due}）',
    en: 'Asked on {on} for {until}; waits for a decision (date that stands: {due})',
  },
  'extension.granted': {
    zh: '{on} 同意延期至 {until}（原期限 {due}）',
    en: 'Granted on {on}: put off from {due} to {until}',
  },
  'extension.refused': {
    zh: '{on} 不予延期，期限仍为 {due}（原申请至 {until}）',
    en: 'Refused on {on}; {due} stands (asked for {until})',
  },
  'extension.withdrawn': {
    zh: '{on} 撤回延期申请（原申请至 {until}）',
    en: 'Taken back on {on} (asked for {until})',
  },
  'extension.round': { zh: '第 {round} 轮', en: 'round {round}' },
  'extension.reason': { zh: '申请理由', en: 'Reason' },
  'extension.note': { zh: '决定意见', en: 'Decision' },
  'extension.files': { zh: '附件', en: 'Papers' },
  'extension.waits': { zh: '由{who}决定', en: 'To be decided by {who}' },
  'extension.decider.supervisor': { zh: '督查室', en: 'the supervision office' },
  'extension.decider.organ-office': { zh: '交办机关', en: 'the organ’s office' },
  'extension.decider.either': { zh: '督查室或交办机关', en: 'the supervision office or the organ’s office' },
  'extension.decideBy': { zh: '决定期限', en: 'Decide by' },

  'extension.paused': { zh: '暂停计时', en: 'Clock stopped' },
  'extension.paused.since': { zh: '自 {from} 起暂停计时', en: 'Stopped since {from}' },
  'extension.paused.leftDays': {
    zh: '余 {count} 日，恢复后接着计算',
    en: '{count} day(s) left, which run on afterwards',
  },
  'extension.paused.leftWorkdays': {
    zh: '余 {count} 个工作日，恢复后接着计算',
    en: '{count} working day(s) left, which run on afterwards',
  },
  'extension.paused.late': {
    zh: '停止时已逾期，期限不变',
    en: 'It was late already when it was stopped, so the date stands',
  },
  'extension.paused.was': { zh: '{from} 至 {to} 暂停计时', en: 'Stopped from {from} to {to}' },

  'matter.do.askExtension': { zh: '申请延期', en: 'Ask for an extension' },
  'matter.do.decideExtension': { zh: '决定延期', en: 'Decide on the extension' },
  'matter.do.withdrawExtension': { zh: '撤回延期申请', en: 'Take the request back' },
  'matter.do.pauseClock': { zh: '暂停计时', en: 'Stop the clock' },
  'matter.do.resumeClock': { zh: '恢复计时', en: 'Start the clock again' },

  'extension.ask.title': { zh: '申请延期：{unit}', en: 'Ask for an extension: {unit}' },
  'extension.ask.stands': { zh: '现期限', en: 'Date that stands' },
  'extension.ask.latest': { zh: '最迟可延至', en: 'At the latest' },
  'extension.ask.left': { zh: '本轮还可延期', en: 'Left in this round' },
  'extension.ask.times': { zh: '{count} 次', en: '{count}' },
  'extension.ask.decider': { zh: '决定机关', en: 'Decided by' },
  'extension.ask.evidence': {
    zh: '按现行规则须附书面报告。',
    en: 'The rules in force want a written report.',
  },
  'extension.ask.tellProposer': {
    zh: '同意后将告知提出人。',
    en: 'The proposer is told once it is granted.',
  },
  'extension.ask.asksOnly': {
    zh: '申请本身不改变期限；决定之前仍按现期限办理。',
    en: 'Asking moves nothing: until the decision the present date stands.',
  },
  'extension.until': { zh: '延期至', en: 'Put off to' },
  'extension.until.help': { zh: '可选 {from} 至 {to}', en: 'From {from} to {to}' },
  'extension.until.months': { zh: '+{count} 个月', en: '+{count} month(s)' },
  'extension.until.latest': { zh: '最迟日', en: 'Latest' },
  'extension.until.quick': { zh: '常用', en: 'Quick choices' },
  'extension.ask.reason': { zh: '延期理由', en: 'Reason' },
  'extension.ask.files': { zh: '书面报告', en: 'Written report' },
  'extension.ask.files.needed': { zh: '请上传书面报告', en: 'Attach the written report' },
  'extension.ask.files.help': {
    zh: '可传图片、PDF、Word、Excel，最多 20 个',
    en: 'Pictures, PDF, Word or Excel; at most 20',
  },

  'extension.decide.title': { zh: '决定延期：{unit}', en: 'Decide on the extension: {unit}' },
  'extension.decide.decision': { zh: '决定', en: 'Decision' },
  'extension.decide.grant': { zh: '同意延期', en: 'Grant it' },
  'extension.decide.refuse': { zh: '不予延期', en: 'Refuse it' },
  'extension.decide.until.help': {
    zh: '可早于所申请的日期：{from} 至 {to}',
    en: 'May be earlier than asked: from {from} to {to}',
  },
  'extension.decide.note': { zh: '意见', en: 'Why' },
  'extension.decide.confirm': { zh: '提交决定', en: 'Decide' },

  'extension.withdraw.title': { zh: '撤回延期申请：{unit}', en: 'Take the request back: {unit}' },
  'extension.withdraw.what': {
    zh: '期限不变，也不占用延期次数；到期之前可以再申请。',
    en: 'The date stands and no extension is used up; until then it can be asked for again.',
  },
  'extension.withdraw.note': { zh: '说明（可不填）', en: 'Why (optional)' },
  'extension.pause.title': { zh: '暂停计时：{unit}', en: 'Stop the clock: {unit}' },
  'extension.pause.what': {
    zh: '剩余时间保留，恢复后接着计算；单位和经办人会收到通知。答复、退办或撤回后自动结束。',
    en: 'What is left is kept and runs on afterwards. The unit and its handler are told. It ends by itself with the reply, a hand-back or a revocation.',
  },
  'extension.resume.title': { zh: '恢复计时：{unit}', en: 'Start the clock again: {unit}' },
  'extension.resume.what': {
    zh: '从今天起按剩余时间重新算出期限。',
    en: 'From today on what was left runs, and gives a new date.',
  },
} as const satisfies MessageTable;
