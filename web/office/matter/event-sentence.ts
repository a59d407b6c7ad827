import type { Language, Message } from '#contract/messages/message.ts';
import { supervisionMessages } from '#contract/messages/supervision.ts';
import { timelineMessages } from '#contract/messages/timeline.ts';
import { fillOptional } from './fill-optional.ts';

export type TimelineEvent = {
  readonly type: string;
  readonly params: Readonly<Record<string, string | number>>;
};

/** The words behind codes that an event carries: from the ruleset in force and from the message tables. */
export type Vocabulary = {
  readonly role: (code: string) => string;
  readonly stage: (code: string) => string;
  readonly channel: (code: string) => string;
  /** Level of clearance, counted from 0. */
  readonly level: (index: number) => string;
};

const besideWords: Readonly<Record<string, Message>> = timelineMessages;
const supervisionWords: Readonly<Record<string, Message>> = supervisionMessages;
const templates: Readonly<Record<string, Message>> = timelineMessages;

const wordsOf = (
  { type, params }: TimelineEvent,
  vocabulary: Vocabulary,
  language: Language,
): Record<string, string | number | undefined> => {
  const word = (name: string, say: (code: string) => string): string | undefined =>
    params[name] === undefined ? undefined : say(String(params[name]));
  const besides = (key: string): string => besideWords[key]?.[language] ?? '';
  const said = (key: string): string => supervisionWords[key]?.[language] ?? '';
  const drafter = timelineMessages['timeline.level.drafter'][language];
  switch (type) {
    case 'urged':
      return { ...params, level: word('level', (code) => said(`supervision.level.${code}`)) };
    case 'supervisionActRecorded':
      return { ...params, kind: word('kind', (code) => said(`supervision.kind.${code}`)) };
    case 'namedUnitHeard':
      return { ...params, answer: word('answer', (code) => besides(`timeline.answer.${code}`)) };
    case 'objectionDecided':
      return { ...params, decision: word('decision', (code) => besides(`timeline.decision.${code}`)) };
    case 'stageMoved':
      return { from: word('from', vocabulary.stage), to: word('to', vocabulary.stage) };
    case 'dutyAssigned':
      return { ...params, role: word('role', vocabulary.role) };
    case 'contactRecorded':
      return { ...params, channel: word('channel', vocabulary.channel), stage: undefined };
    case 'replyApproved':
      return { ...params, level: word('level', (code) => vocabulary.level(Number(code) - 1)) };
    case 'replySentBack':
      return {
        ...params,
        to: word('to', (code) => (Number(code) < 0 ? drafter : vocabulary.level(Number(code)))),
      };
    case 'ratingSealed':
      return {
        ...params,
        entered: params['entered'] === 1 ? timelineMessages['timeline.entered'][language] : undefined,
      };
    default:
      return params;
  }
};

/** One event in words, in the language given; a type that this version does not know shows its own name. */
export const eventSentence = (event: TimelineEvent, vocabulary: Vocabulary, language: Language): string => {
  const template = templates[`timeline.event.${event.type}`];
  return template === undefined
    ? event.type
    : fillOptional(template[language], wordsOf(event, vocabulary, language));
};
