import type { CaseFile } from '#core/case/case-file.ts';
import { dateAfterReply, owedByUnit, owedKind, owedToProposer, runningDate } from '#core/case/due.ts';
import type { LocalDate } from '#core/words.ts';

/** A stored due date: of one unit's duty, or (null) the one that the proposer waits for. */
export type DueKey = number | null;

/** What is owed on a row ('': nothing), and until when; `date` null: nothing with a date. */
export type DueOf = {
  readonly duty: string;
  readonly date: LocalDate | null;
  /** Until when a reply is to be published, and what it promised reported on; null: not asked, or done. */
  readonly disclose: LocalDate | null;
  readonly followUp: LocalDate | null;
};

/** A due date that is another one than before. */
export type Moved = {
  readonly matterId: number;
  readonly assignmentId: DueKey;
  readonly duty: string;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
};

/** A matter owes nothing after the reply: its units do. */
const nothingAfter = { disclose: null, followUp: null };

/** Every due date that the database keeps of a case, computed: the same as its projections must hold. */
export const dueDatesOf = (file: CaseFile): ReadonlyMap<DueKey, DueOf> => {
  const waited = owedToProposer(file);
  const dates = new Map<DueKey, DueOf>([
    [null, { ...nothingAfter, duty: waited?.duty ?? '', date: runningDate(waited) }],
  ]);
  for (const duty of file.duties) {
    dates.set(duty.id, {
      duty: owedKind(file, duty) ?? '',
      date: runningDate(owedByUnit(file, duty)),
      disclose: dateAfterReply(file, duty, 'disclose'),
      followUp: dateAfterReply(file, duty, 'followUp'),
    });
  }
  return dates;
};

/** Which dates of a case are others than those of before. */
export const movedDates = (
  matterId: number,
  before: ReadonlyMap<DueKey, DueOf>,
  after: ReadonlyMap<DueKey, DueOf>,
): readonly Moved[] =>
  [...after].flatMap(([assignmentId, { duty, date }]) => {
    const old = before.get(assignmentId);
    const from = old?.date ?? null;
    return from === date
      ? []
      : [{ matterId, assignmentId, duty: duty === '' ? (old?.duty ?? '') : duty, from, to: date }];
  });

/** Which dates of what is asked after the reply are others than before; they stand beside what the duty owes. */
export const movedAfterReply = (
  matterId: number,
  before: ReadonlyMap<DueKey, DueOf>,
  after: ReadonlyMap<DueKey, DueOf>,
): readonly Moved[] =>
  [...after].flatMap(([assignmentId, dates]) =>
    (['disclose', 'followUp'] as const).flatMap((duty) => {
      const from = before.get(assignmentId)?.[duty] ?? null;
      return from === dates[duty] ? [] : [{ matterId, assignmentId, duty, from, to: dates[duty] }];
    }),
  );

/** A duty of which something is stored otherwise than it is now, its date apart; `duty`: '' where nothing is owed. */
export type Restated = { readonly assignmentId: number } & Omit<DueOf, 'date'>;

export const restated = (
  before: ReadonlyMap<DueKey, DueOf>,
  after: ReadonlyMap<DueKey, DueOf>,
): readonly Restated[] =>
  [...after].flatMap(([assignmentId, { duty, disclose, followUp }]) => {
    const old = before.get(assignmentId);
    const same = old?.duty === duty && old.disclose === disclose && old.followUp === followUp;
    return assignmentId === null || same ? [] : [{ assignmentId, duty, disclose, followUp }];
  });
