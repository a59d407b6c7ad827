import type { CaseEvent } from '../case/case-event.ts';
import type { CaseFile } from '../case/case-file.ts';
import type { Ruleset } from '../ruleset.ts';
import type { Instant, LocalDate } from '../words.ts';

/** An entry of a matter's journal. Entries of what happens beside the case carry no case event and are passed over. */
export type FactEntry = {
  readonly at: Instant;
  readonly on: LocalDate;
  readonly events: readonly CaseEvent[];
};

/** The words of a ruleset that facts are judged by. */
export type FactWords = Pick<Ruleset, 'resultClasses' | 'satisfaction' | 'faceToFace'>;

/** Everything that the facts of one matter come from. */
export type FactHistory = {
  readonly file: CaseFile;
  /** In the order in which they were written. */
  readonly entries: readonly FactEntry[];
  readonly year: number;
  /** The city's leader who answers for it; '': none. */
  readonly leader: string;
  /** Duties that went over to a successor: beside the case, with the ids that the journal does not have. */
  readonly passed: readonly { readonly dutyId: number; readonly unitId: number; readonly at: Instant }[];
  /** The words that were in force at an instant. */
  readonly wordsAt: (at: Instant) => FactWords;
  /** The last instant of a day. */
  readonly endOf: (day: LocalDate) => Instant;
  /** Dates of what is done already stay what they were when it was done. */
  readonly kept: KeptDates;
};

/** A date that stood until it was moved; `until` null: it stands. In the order of time. */
export type KeptDue = { readonly until: Instant | null; readonly due: Instant | null };

export type KeptDates = {
  readonly matter: readonly KeptDue[] | undefined;
  readonly duties: ReadonlyMap<
    number,
    { readonly dues: readonly KeptDue[]; readonly signDue: Instant | null }
  >;
};
