import type { MessageTable } from './message.ts';

/** Refusals of session opinions 分组讨论意见. */
export const sessionOpinionRefusals = {
  'refusal.session-record-empty': {
    zh: '记录里还没有意见。请先写下或粘贴发言，拆成至少一条意见再提交。',
    en: 'The record has no opinion yet. Write or paste the notes and cut out at least one opinion first.',
  },
  'refusal.session-day-future': {
    zh: '日期{date}在今天之后，请改正。',
    en: 'The day {date} lies in the future. Correct it.',
  },
  'refusal.opinion-no-neighbour': {
    zh: '这份记录里前面没有可以并入的意见。',
    en: 'This record has no opinion before it that it could be added to.',
  },
  'refusal.opinion-has-twins': {
    zh: '有{count}条相同意见并在它名下，请先取消相同，再进行此操作。',
    en: '{count} others are joined to it as the same. Take them apart first.',
  },
  'refusal.opinion-unit-missing': {
    zh: '还没有写明转给哪家单位，请先选择单位。',
    en: 'No unit is named yet. Choose to whom it goes.',
  },
  'refusal.opinion-unit-has-it': {
    zh: '所选单位都已收到这条意见。请选择其他单位。',
    en: 'The units named have it already. Choose others.',
  },
  'refusal.opinion-one-part': {
    zh: '至少要拆成两段，请在分开的地方换行空一行。',
    en: 'Cut it into at least two parts: leave an empty line where they part.',
  },
  'refusal.opinion-text-lost': {
    zh: '各段合起来与原文不一致。拆分时不要增删文字；要改文字请用“修改”。',
    en: 'The parts together are not the text. Cutting changes no words; use “Edit” for that.',
  },
  'refusal.opinion-not-joinable': {
    zh: '不能与这一条合为相同意见：它是本条自己、已不转办，或已并入本条。',
    en: 'It cannot be the same as that one: it is itself, is not forwarded, or is joined to this one.',
  },
  'refusal.answer-before-sent': {
    zh: '回应日期不能早于转办日期{date}；会上当场回应的，方式请选“现场”。',
    en: 'The answer cannot be dated before it was forwarded on {date}. If it was given in the meeting, choose “on the spot”.',
  },
} as const satisfies MessageTable;
