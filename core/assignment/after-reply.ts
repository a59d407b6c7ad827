import { checkText, type Decision, deny, firstRefusal, happen, type Refusal, refuse } from '../refusal.ts';
import type { LocalDate } from '../words.ts';
import type { Assignment, AssignmentEvent } from './assignment.ts';

/** What became of the publication of a reply 答复公开情况; one of a round. */
export type Disclosure = {
  readonly duty: 'disclose';
  readonly round: number;
  readonly recordedOn: LocalDate;
  readonly on: LocalDate;
  /** Address or place where it was published; null: it was not, for the reason given. */
  readonly place: string | null;
  /** Why it is not public; '' where it was published. */
  readonly reason: string;
};

/** One report on what a reply promised 跟踪落实情况. */
export type FollowUp = {
  readonly duty: 'followUp';
  readonly round: number;
  readonly recordedOn: LocalDate;
  readonly on: LocalDate;
  readonly text: string;
  /** What was promised is done for good; otherwise another report is asked for. */
  readonly settled: boolean;
};

/** What a unit did after its reply; kept in the order in which it was recorded (law 9). */
export type AfterReply = Disclosure | FollowUp;

/** What the reply of the round asks of the unit afterwards; null: it is not issued yet. */
export type AfterReplyTerms = {
  readonly issuedOn: LocalDate;
  /** It is to be published by itself 主动公开. */
  readonly disclosure: boolean;
  /** Its class stays under follow-up. */
  readonly followUp: boolean;
} | null;

export const disclosureOf = ({ afterReply, round }: Assignment): Disclosure | undefined =>
  afterReply.find((one): one is Disclosure => one.duty === 'disclose' && one.round === round);

/** The last report of the round. */
export const lastFollowUp = ({ afterReply, round }: Assignment): FollowUp | undefined =>
  afterReply.findLast((one): one is FollowUp => one.duty === 'followUp' && one.round === round);

export type AfterReplyNeed = 'replySent' | 'disclosureAsked' | 'followUpAsked';

/** Why nothing is to be recorded after the reply. */
export const afterReplyUnmet = (
  need: AfterReplyNeed,
  assignment: Assignment,
  terms: AfterReplyTerms,
): Refusal | null => {
  switch (need) {
    case 'replySent':
      return terms === null ? refuse('after-reply-early') : null;
    case 'disclosureAsked': {
      const done = disclosureOf(assignment);
      if (done !== undefined) return refuse('disclosure-recorded', { on: done.on });
      return terms?.disclosure === true ? null : refuse('disclosure-not-asked');
    }
    case 'followUpAsked': {
      const last = lastFollowUp(assignment);
      if (last?.settled === true) return refuse('follow-up-settled', { on: last.on });
      return terms?.followUp === true ? null : refuse('follow-up-not-asked');
    }
    default: {
      const forgotten: never = need;
      return forgotten;
    }
  }
};

export type AfterReplyCommand =
  /** Where it was published, or (`place` null) why it was not. */
  | {
      readonly type: 'recordDisclosure';
      readonly on: LocalDate;
      readonly place: string | null;
      readonly reason: string;
    }
  | {
      readonly type: 'recordFollowUp';
      readonly on: LocalDate;
      readonly text: string;
      readonly settled: boolean;
    };

const checkDay = (on: LocalDate, today: LocalDate, earliest: LocalDate): Refusal | null => {
  if (on > today) return refuse('after-reply-future', { today }, 'on');
  return on < earliest ? refuse('after-reply-before', { earliest }, 'on') : null;
};

/** Decides what is recorded after the reply; the table has permitted it before. */
export const decideAfterReply = (
  command: AfterReplyCommand,
  assignment: Assignment,
  terms: AfterReplyTerms,
  today: LocalDate,
): Decision<AssignmentEvent> => {
  if (terms === null) return deny(refuse('after-reply-early'));
  const { on } = command;
  const { round } = assignment;
  switch (command.type) {
    case 'recordDisclosure': {
      const { place, reason } = command;
      const bad = firstRefusal(
        checkDay(on, today, terms.issuedOn),
        place === null ? checkText(reason, 'reason', 2_000) : checkText(place, 'place', 1_000),
      );
      if (bad !== null) return deny(bad);
      const said = place === null ? { place, reason: reason.trim() } : { place: place.trim(), reason: '' };
      return happen({
        type: 'disclosureRecorded',
        record: { duty: 'disclose', round, recordedOn: today, on, ...said },
      });
    }
    case 'recordFollowUp': {
      const { text, settled } = command;
      const earliest = lastFollowUp(assignment)?.on ?? terms.issuedOn;
      const bad = firstRefusal(checkDay(on, today, earliest), checkText(text, 'text', 5_000));
      if (bad !== null) return deny(bad);
      return happen({
        type: 'followUpRecorded',
        record: { duty: 'followUp', round, recordedOn: today, on, text: text.trim(), settled },
      });
    }
    default: {
      const forgotten: never = command;
      return forgotten;
    }
  }
};
