/** The chapters of `docs/lifecycle.md` on session opinions. */
import { sessionOpinionMessages } from '#contract/messages/session-opinion.ts';
import {
  referralLifecycle,
  type SessionOpinionNeed,
  sessionOpinionLifecycle,
  type SessionRecordNeed,
  sessionRecordLifecycle,
} from '#core/session-opinion/lifecycle.ts';
import {
  referralStates,
  sessionOpinionStates,
  sessionRecordStates,
} from '#core/session-opinion/session-opinion.ts';
import type { Text } from '#core/words.ts';

export const sessionOpinionNeeds = {
  somethingSaid: { zh: '至少有一条意见', en: 'at least one opinion' },
  heldByToday: { zh: '讨论日期不晚于今天', en: 'held by today' },
  neighbour: { zh: '同一记录前面还有意见', en: 'one before it in the record' },
  noTwins: { zh: '名下没有相同意见', en: 'none joined to it' },
  unitsNamed: { zh: '已选单位', en: 'units named' },
} satisfies Record<SessionOpinionNeed | SessionRecordNeed, Text>;

const words: Readonly<Record<string, Text>> = sessionOpinionMessages;

const namesOf = (states: readonly string[], prefix: string): Readonly<Record<string, Text>> =>
  Object.fromEntries(states.map((state) => [state, words[`${prefix}.${state}`] ?? { zh: state, en: state }]));

const who = {
  zh: '“经办人”在这三张表里是小组记录员。',
  en: 'In these three tables the handler is the recorder of the group.',
} as const;

export const sessionOpinionChapters = [
  {
    title: { zh: '分组记录', en: 'The record of a group' },
    intro: {
      zh: `一个小组一次讨论的记录。${who.zh}`,
      en: `The notes of one discussion of one group. ${who.en}`,
    },
    table: sessionRecordLifecycle,
    states: sessionRecordStates,
    names: namesOf(sessionRecordStates, 'opinions.recordState'),
  },
  {
    title: { zh: '分组讨论意见', en: 'The session opinion' },
    intro: {
      zh: '记录拆成的一条意见。它不是件：没有答复期限，也不评价。',
      en: 'One opinion cut out of a record. It is no matter: no reply clock, no rating.',
    },
    table: sessionOpinionLifecycle,
    states: sessionOpinionStates,
    names: namesOf(sessionOpinionStates, 'opinions.state'),
  },
  {
    title: { zh: '转办件', en: 'An opinion at a unit' },
    intro: {
      zh: '一条意见转给一家单位，由单位登记怎样回应，由转办机构办结。',
      en: 'One opinion at one unit, which records how it answered; the office closes it.',
    },
    table: referralLifecycle,
    states: referralStates,
    names: namesOf(referralStates, 'opinions.referralState'),
  },
] as const;
