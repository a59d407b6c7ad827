/** Texts of lists of earlier years 历年办理情况: what is wrong with a row, what a column means, why it is not taken in. */
import type { PastField } from '#core/catalogue/fields.ts';
import type { RowIssueCode } from '#core/catalogue/row-issue.ts';
import type { Message, MessageTable } from './message.ts';

type HistoryIssue = Extract<RowIssueCode, `history.${string}`>;

/** `{cell}` is the sheet and address: 明细!C7. */
export const historyIssues = {
  'catalogue.issue.history.unreadable': {
    zh: '{cell} 的“{text}”看不懂。请改为模板中的写法；不清楚的请留空。',
    en: '“{text}” in {cell} is not understood. Write it as the template does, or leave it empty.',
  },
  'catalogue.issue.history.unitMissing': {
    zh: '{cell} 写了办理情况，但这一行没有承办单位。请补填单位。',
    en: '{cell} tells how it was handled, but the line names no unit. Fill in the unit.',
  },
  'catalogue.issue.history.severalUnits': {
    zh: '{cell} 这一行有几个各自答复的单位，分不清是谁的答复。请每个单位一行（案号、标题重复填写），各写各的日期和结果。',
    en: 'The line of {cell} has several units that reply, so that it is open whose reply it is. Give each unit a line of its own with its own dates and result.',
  },
  'catalogue.issue.history.assistReplied': {
    zh: '{cell}：{unit} 是会办单位，会办不直接答复。请清空该行的答复各列，或改正承办方式。',
    en: '{cell}: {unit} assists, and assisting units do not reply. Empty the columns of the reply, or correct the role.',
  },
  'catalogue.issue.history.assignedMissing': {
    zh: '{cell}：写了办理情况，但没有交办日期。请补填“交办日期”列（同批交办的可填同一天）。',
    en: '{cell} tells how it was handled, but not when it was assigned. Fill in the column 交办日期 (assigned on).',
  },
  'catalogue.issue.history.replyMissing': {
    zh: '{cell} 写了结果或评价，但没有答复日期。请补填“答复日期”；只有办结日期的，可把该列指定为答复日期。',
    en: '{cell} states a result or a rating, but no date of the reply. Fill it in, or map the column that has it.',
  },
  'catalogue.issue.history.unitUnanswered': {
    zh: '{cell}：{unit} 没有答复日期，这一件还没有办完。请补填，或从历年清单中删去本件。',
    en: '{cell}: {unit} has no date of its reply, so that the matter is not over. Fill it in, or leave the matter out.',
  },
  'catalogue.issue.history.twice': {
    zh: '{cell}：{unit} 的第 {round} 次办理写了两行。请在“第二次办理”列写明是第几次，或删去重复的一行。',
    en: '{cell}: handling no. {round} of {unit} stands in two lines. State the round of each, or delete one.',
  },
  'catalogue.issue.history.future': {
    zh: '{cell} 的日期 {text} 还没有到。请核对年份。',
    en: 'The date {text} in {cell} has not come yet. Check the year.',
  },
  'catalogue.issue.history.beforeAssigned': {
    zh: '{cell} 的日期 {text} 早于交办日期 {assignedOn}。请核对这两个日期。',
    en: 'The date {text} in {cell} is before the assignment on {assignedOn}. Check both.',
  },
  'catalogue.issue.history.beforeSigned': {
    zh: '{cell} 的答复日期 {text} 早于签收日期。请核对这两个日期。',
    en: 'The reply of {text} in {cell} is before it was signed for. Check both dates.',
  },
  'catalogue.issue.history.beforeReply': {
    zh: '{cell} 的评价日期 {text} 早于答复日期。请核对这两个日期。',
    en: 'The rating of {text} in {cell} is before the reply. Check both dates.',
  },
  'catalogue.issue.history.beforeFirst': {
    zh: '{cell} 的答复日期 {text} 早于上一次办理的答复。请核对日期或办理次数。',
    en: 'The reply of {text} in {cell} is before that of the round before. Check the dates or the rounds.',
  },
  'catalogue.issue.history.roundMissing': {
    zh: '{cell}：{unit} 有后一次办理，却缺第 {text} 次办理的一行。首次结果须保留，请补一行。',
    en: '{cell}: {unit} has a later round, but handling no. {text} is missing. The first result stays visible: add its line.',
  },
  'catalogue.issue.history.classUnknown': {
    zh: '{cell} 的办理结果“{text}”不在本市规则中。请改为其中之一：{known}。',
    en: 'The result “{text}” in {cell} is not in the rules of this city. Write one of: {known}.',
  },
  'catalogue.issue.history.levelUnknown': {
    zh: '{cell} 的“{text}”不在满意度等次中。请改为其中之一：{known}；未评价的请留空。',
    en: '“{text}” in {cell} is no level of the scale. Write one of: {known}; leave it empty if nobody rated.',
  },
  'catalogue.issue.history.closedEarly': {
    zh: '{cell} 的办结日期 {text} 早于答复日期。请核对这两个日期。',
    en: 'The closing on {text} in {cell} is before the reply. Check both dates.',
  },
} as const satisfies Record<`catalogue.issue.${HistoryIssue}`, Message>;

export const historyFields = {
  'catalogue.field.signedOn': { zh: '签收日期', en: 'Signed for on' },
  'catalogue.field.contactedOn': { zh: '沟通日期', en: 'Talked over on' },
  'catalogue.field.contactWay': { zh: '沟通方式', en: 'How it was talked over' },
  'catalogue.field.repliedOn': { zh: '答复日期', en: 'Replied on' },
  'catalogue.field.documentNo': { zh: '答复文号', en: 'Number of the reply' },
  'catalogue.field.resultClass': { zh: '办理结果', en: 'Result class' },
  'catalogue.field.disclosure': { zh: '答复公开属性', en: 'Disclosure of the reply' },
  'catalogue.field.adopted': { zh: '采纳情况', en: 'Adopted' },
  'catalogue.field.attitude': { zh: '办理态度评价', en: 'Rating of the attitude' },
  'catalogue.field.outcome': { zh: '满意度（办理结果评价）', en: 'Rating of the outcome' },
  'catalogue.field.ratedOn': { zh: '评价日期', en: 'Rated on' },
  'catalogue.field.round': { zh: '第几次办理', en: 'Round of handling' },
  'catalogue.field.closedOn': { zh: '办结日期', en: 'Closed on' },
  'catalogue.field.promise': { zh: '承诺与跟踪', en: 'Promise and follow-up' },
} as const satisfies Record<`catalogue.field.${PastField}`, Message>;

export const historyRefusals = {
  'refusal.history-own-work': {
    zh: '这件已在本系统办理过，历年清单不改动它。请在件内处理，或从清单中删去。',
    en: 'Something was done on this matter here; a list of earlier years does not write over it. Change it in the matter, or leave it out of the list.',
  },
  'refusal.history-other-units': {
    zh: '清单上的承办单位与已登记的不同。请核对单位和承办方式。',
    en: 'The units of the list are not those on record. Check units and roles.',
  },
  'refusal.history-reply-missing': {
    zh: '{unit} 没有答复日期，这一件还没有办完。',
    en: '{unit} has no date of its reply, so that the matter is not over.',
  },
  'refusal.history-contradiction': {
    zh: '{unit} 的办理情况自相矛盾（日期先后、结果类别或评价等次）。请核对该行。',
    en: 'What is told of {unit} contradicts itself (order of dates, class or level). Check the row.',
  },
} as const satisfies MessageTable;
