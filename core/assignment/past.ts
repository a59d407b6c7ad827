import type { ContactChannel, Ruleset } from '../ruleset.ts';
import type { Disclosure, LocalDate } from '../words.ts';

/** One earlier reply as a list of that year tells of it: no letter, no text and no hour are known. Null: not told. */
export type PastReply = {
  readonly round: number;
  readonly on: LocalDate;
  readonly documentNo: string | null;
  /** A code of the ruleset. */
  readonly resultClass: string | null;
  readonly disclosure: Disclosure | null;
  readonly adopted: boolean | null;
  /** Codes of the ruleset's satisfaction levels. */
  readonly attitude: string | null;
  readonly outcome: string | null;
  readonly ratedOn: LocalDate | null;
};

/**
 * How a unit handled a matter before the product knew of it 历年办理情况: what an earlier system or a list on paper
 * says, entered afterwards. Null and empty lists mean that it does not say; nothing is made up in their place.
 */
export type Past = {
  readonly signedOn: LocalDate | null;
  /** The date that the unit was given then; null: the rules compute it. */
  readonly dueOn: LocalDate | null;
  /** Null: it does not tell of any contact. The day, or the way, may be missing. */
  readonly contact: { readonly on: LocalDate | null; readonly channels: readonly ContactChannel[] } | null;
  /** In the order of their rounds, which count from 1. */
  readonly replies: readonly PastReply[];
  /** What was promised for later; `on`: when it was delivered, where that is told. */
  readonly promise: { readonly delivered: boolean; readonly on: LocalDate | null } | null;
};

export const blankPast: Past = { signedOn: null, dueOn: null, contact: null, replies: [], promise: null };

export type PastPlace =
  | 'signedOn'
  | 'contactedOn'
  | 'repliedOn'
  | 'resultClass'
  | 'attitude'
  | 'outcome'
  | 'ratedOn'
  | 'round'
  | 'closedOn'
  | 'promise';

/** A contradiction in a record; `round` of the reply that it is about, 0: it is about none. */
export type PastProblem = {
  readonly code:
    | 'future'
    | 'beforeAssigned'
    | 'beforeSigned'
    | 'beforeReply'
    | 'beforeFirst'
    | 'roundMissing'
    | 'classUnknown'
    | 'levelUnknown'
    | 'closedEarly';
  readonly place: PastPlace;
  readonly round: number;
  readonly value: string;
};

export type PastTerms = {
  readonly assignedOn: LocalDate;
  readonly closedOn: LocalDate | null;
  readonly today: LocalDate;
  readonly ruleset: Pick<Ruleset, 'resultClasses' | 'satisfaction'>;
};

type Dated = readonly [place: PastPlace, on: LocalDate | null, round: number];

const inReply = (reply: PastReply, signedOn: LocalDate | null, terms: PastTerms): readonly PastProblem[] => {
  const { round, on, ratedOn } = reply;
  const { resultClasses, satisfaction } = terms.ruleset;
  const found: PastProblem[] = [];
  const say = (code: PastProblem['code'], place: PastPlace, value: string): number =>
    found.push({ code, place, round, value });
  if (signedOn !== null && on < signedOn) say('beforeSigned', 'repliedOn', on);
  if (reply.resultClass !== null && !resultClasses.some(({ code }) => code === reply.resultClass))
    say('classUnknown', 'resultClass', reply.resultClass);
  for (const dimension of ['attitude', 'outcome'] as const) {
    const level = reply[dimension];
    if (level !== null && !satisfaction.some(({ code }) => code === level))
      say('levelUnknown', dimension, level);
  }
  if (ratedOn !== null && ratedOn < on) say('beforeReply', 'ratedOn', ratedOn);
  if (terms.closedOn !== null && terms.closedOn < on) say('closedEarly', 'closedOn', terms.closedOn);
  return found;
};

/** Everything in a record that cannot be true as it stands; an empty list: it may be taken in. */
export const problemsOfPast = (past: Past, terms: PastTerms): readonly PastProblem[] => {
  const dates: readonly Dated[] = [
    ['signedOn', past.signedOn, 0],
    ['contactedOn', past.contact?.on ?? null, 0],
    ['promise', past.promise?.on ?? null, 0],
    ['closedOn', terms.closedOn, 0],
    ...past.replies.flatMap(({ on, ratedOn, round }): Dated[] => [
      ['repliedOn', on, round],
      ['ratedOn', ratedOn, round],
    ]),
  ];
  const found: PastProblem[] = dates.flatMap(([place, on, round]): PastProblem[] => {
    if (on === null) return [];
    if (on > terms.today) return [{ code: 'future', place, round, value: on }];
    return on < terms.assignedOn ? [{ code: 'beforeAssigned', place, round, value: on }] : [];
  });
  for (const [index, reply] of past.replies.entries()) {
    const before = past.replies[index - 1];
    if (reply.round !== index + 1)
      found.push({ code: 'roundMissing', place: 'round', round: reply.round, value: String(index + 1) });
    if (before !== undefined && reply.on < before.on)
      found.push({ code: 'beforeFirst', place: 'repliedOn', round: reply.round, value: reply.on });
    found.push(...inReply(reply, past.signedOn, terms));
  }
  return found;
};

/** The last reply that the record tells of. */
export const lastPastReply = (past: Past | null | undefined): PastReply | undefined => past?.replies.at(-1);
