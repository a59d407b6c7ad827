import type { replyContent } from '#contract/matter-page.ts';
import type { z } from 'zod';

export type ReplyContent = z.output<typeof replyContent>;

type Refusal = { readonly code: string; readonly params: Readonly<Record<string, unknown>> };

/** `unknown`: only the server can say, and it has not been asked about this item yet. */
export type CheckState = 'done' | 'open' | 'unknown';

export type Check = {
  readonly item:
    | 'answers'
    | 'adoptions'
    | 'class'
    | 'disclosure'
    | 'disclosureReason'
    | 'contactPerson'
    | 'contacts'
    | 'opinions';
  readonly state: CheckState;
  /** Numbers of the points concerned, or how many of how many. */
  readonly points?: readonly number[];
  readonly given?: number;
  readonly wanted?: number;
  /** Which contact the ruleset still wants: stage and channels of the refusal. */
  readonly stage?: string;
  readonly channels?: readonly string[];
  /** Where in the form it is put right. */
  readonly at: string;
};

export type CheckContext = {
  readonly pointNos: readonly number[];
  /** Contacts of this round that count: not struck out, not after the reply. */
  readonly contacts: number;
  /** The refusal beside the button that would let the reply leave; null: the button is on; undefined: no such button. */
  readonly refusal: Refusal | null | undefined;
  readonly opinions: { readonly given: number; readonly wanted: number };
};

const filled = (text: string): boolean => text.trim() !== '';

const contactState = ({ contacts, refusal }: CheckContext): CheckState => {
  if (refusal === null) return 'done';
  if (refusal?.code === 'contact-required') return 'open';
  return contacts > 0 ? 'done' : 'unknown';
};

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/**
 * Everything that stands between the draft and its leaving, all at once, in the order of the form. What the form
 * itself shows is judged here so that the list follows every key; whether the contacts suffice is the server's word.
 */
export const checkReply = (content: ReplyContent, context: CheckContext): readonly Check[] => {
  const answerOf = (no: number) => content.answers.find((one) => one.no === no);
  const unanswered = context.pointNos.filter((no) => !filled(answerOf(no)?.answer ?? ''));
  const undecided = context.pointNos.filter((no) => (answerOf(no)?.adoption ?? null) === null);
  const state = (done: boolean): CheckState => (done ? 'done' : 'open');
  const checks: Check[] = [
    {
      item: 'answers',
      state: state(unanswered.length === 0),
      points: unanswered,
      at: `answer-${unanswered[0] ?? context.pointNos[0] ?? 1}`,
    },
    {
      item: 'adoptions',
      state: state(undecided.length === 0),
      points: undecided,
      at: `adoption-${undecided[0] ?? context.pointNos[0] ?? 1}`,
    },
    { item: 'class', state: state(content.resultClass !== null), at: 'result-class' },
    { item: 'disclosure', state: state(content.disclosure !== null), at: 'disclosure' },
  ];
  if (content.disclosure !== null && content.disclosure !== 'proactive')
    checks.push({
      item: 'disclosureReason',
      state: state(filled(content.disclosureReason)),
      at: 'disclosure-reason',
    });
  checks.push({
    item: 'contactPerson',
    state: state(filled(content.contactPerson) && filled(content.contactPhone)),
    at: filled(content.contactPerson) ? 'contact-phone' : 'contact-person',
  });
  const required = context.refusal?.code === 'contact-required' ? context.refusal.params : {};
  checks.push({
    item: 'contacts',
    state: contactState(context),
    given: context.contacts,
    ...(typeof required['stage'] === 'string' ? { stage: required['stage'] } : {}),
    channels: listOf(required['channels']),
    at: 'contacts',
  });
  const { given, wanted } = context.opinions;
  if (wanted > 0)
    checks.push({ item: 'opinions', state: state(given >= wanted), given, wanted, at: 'opinions' });
  return checks;
};

/** Whether a missing item keeps the reply from review; opinions are waited for only when it is issued. */
export const blocksSubmit = (check: Check): boolean => check.state === 'open' && check.item !== 'opinions';
