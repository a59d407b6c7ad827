import type { MessageTable } from './message.ts';

/** Refusals of supervision: a part of `refusals.ts`. */
export const supervisionRefusalMessages = {
  'refusal.urge-nothing-owed': {
    zh: '该单位目前没有待办的事项（已答复、退办待裁定或已不承办），不需要催办。',
    en: 'The unit owes nothing at the moment: it has answered, waits for a decision, or no longer has the matter.',
  },
  'refusal.urge-today': {
    zh: '今天已经催办过（{slipNo}），请等待回执；如催办有误，先撤销再发。',
    en: 'It was urged today already ({slipNo}). Wait for the acknowledgement, or take that slip back first.',
  },
  'refusal.urge-level-down': {
    zh: '此前已发过{had}催办单，不能再降低等级。',
    en: 'A sharper slip ({had}) was sent before; a later one cannot be milder.',
  },
  'refusal.urge-part-given': {
    zh: '您的回执已经提交，或这份催办单不需要您回执。',
    en: 'You have acknowledged it already, or it does not ask for your acknowledgement.',
  },
  'refusal.date-past': {
    zh: '日期不能早于今天，请重新选择。',
    en: 'The date cannot be before today. Choose another.',
  },
  'refusal.notice-matters-missing': {
    zh: '督办通知至少要列一件。',
    en: 'A supervision notice is about at least one matter.',
  },
  'refusal.notice-not-of-unit': {
    zh: '{unit}目前不承办：{caseNos}，或这些件已经办结。请从通知中去掉。',
    en: '{unit} does not have {caseNos} in hand, or they have ended. Leave them out of the notice.',
  },
  'refusal.notice-other-organ': {
    zh: '{caseNos}不是您机构的件，不能由您发督办通知。',
    en: '{caseNos} are matters of another organ; their notices are not yours to issue.',
  },
  'refusal.supervision-in-future': {
    zh: '督办活动的日期不能晚于今天。',
    en: 'A supervision action cannot be dated in the future.',
  },
  'refusal.supervision-about-nothing': {
    zh: '请至少选择一件或一家单位。',
    en: 'Choose at least one matter or one unit.',
  },
} as const satisfies MessageTable;
