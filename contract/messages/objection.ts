import type { MessageTable } from './message.ts';

/** The proposer's objection to the units: on his phone, and on the desk of the office that answers it. */
export const objectionMessages = {
  'objection.do': { zh: '对承办单位有异议', en: 'I object to the units' },
  'objection.lead': {
    zh: '如认为承办单位不合适，可在{until}前提出异议；办理期限不因此变动。',
    en: 'If the units are wrong, you may object until {until}. No date of the handling moves for it.',
  },
  'objection.title': { zh: '对承办单位的异议', en: 'Objection to the units' },
  'objection.reason': { zh: '理由', en: 'Reason' },
  'objection.reason.missing': { zh: '请写明理由', en: 'Please give the reason' },
  'objection.wanted': { zh: '希望由哪个单位承办（可不选）', en: 'The unit you would have (optional)' },
  'objection.wanted.none': { zh: '不指定', en: 'None in particular' },
  'objection.send': { zh: '提出异议', en: 'Object' },
  'objection.sent': { zh: '异议已提交，答复后会通知您', en: 'Sent. You will be told of the answer' },
  'objection.withdraw': { zh: '撤回异议', en: 'Take it back' },
  'objection.withdrawn': { zh: '异议已撤回', en: 'The objection was taken back' },
  'objection.cancel': { zh: '取消', en: 'Cancel' },
  'objection.says': { zh: '{by}：{reason}', en: '{by}: {reason}' },
  'objection.names': { zh: '希望由{unit}承办', en: 'would have {unit}' },
  'objection.raisedOn': { zh: '{date}提出', en: 'raised {date}' },
  'objection.state.open': { zh: '待答复', en: 'Waiting for an answer' },
  'objection.state.changed': { zh: '同意调整承办单位', en: 'The units are changed' },
  'objection.state.kept': { zh: '维持原交办', en: 'The assignment stays' },
  'objection.state.withdrawn': { zh: '已撤回', en: 'Taken back' },
  'objection.answer': { zh: '答复：{reason}', en: 'Answer: {reason}' },
  'objection.keep': { zh: '维持原交办', en: 'Keep the units' },
  'objection.change': { zh: '同意调整', en: 'Change the units' },
  'objection.keep.what': {
    zh: '承办单位不变。理由会告知提出人。',
    en: 'The units stay. The proposer is told the reason.',
  },
  'objection.change.what': {
    zh: '先告知提出人同意调整；随后请在“承办单位”处撤销原交办、交办给新的单位。',
    en: 'The proposer is told that the units change. Then revoke the old assignment under “Units” and assign anew.',
  },
} as const satisfies MessageTable;

/** Refusals about objections: a part of `refusals.ts`. */
export const objectionRefusals = {
  'refusal.objection-not-now': {
    zh: '现在不能对承办单位提出异议：尚未交办、已经答复、已并案或已结束。',
    en: 'No objection to the units can be raised now: the matter is not assigned yet, is answered, merged or ended.',
  },
  'refusal.objection-waits': {
    zh: '您已提出异议，正在等待答复。',
    en: 'You have objected already; the answer is still to come.',
  },
  'refusal.objection-window-over': {
    zh: '提出异议的期限已于{until}届满。如确有不当，请联系代表（委员）工作机构。',
    en: 'The window for objections ended on {until}. If there is a real mistake, speak to your office.',
  },
  'refusal.objection-decided': {
    zh: '该异议已经答复或者撤回，请刷新。',
    en: 'The objection has been answered or taken back already. Refresh the page.',
  },
} as const satisfies MessageTable;
