import type { CaseFile } from '#core/case/case-file.ts';
import { owedByUnit, owedKind, owedToProposer, runningDate } from '#core/case/due.ts';
import type { LocalDate } from '#core/words.ts';

/** A stored due date: of one unit's duty, or (null) the one that the proposer waits for. */
export type DueKey = number | null;

/** What is owed on a row ('': nothing), and until when; `date` null: nothing with a date. */
export type DueOf = { readonly duty: string; readonly date: LocalDate | null };

/** A due date that is another one than before. */
export type Moved = {
  readonly matterId: number;
  readonly assignmentId: DueKey;
  readonly duty: string;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
};

/** Every due date that the database keeps of a case, computed: the same as its projections must hold. */
export const dueDatesOf = (file: CaseFile): ReadonlyMap<DueKey, DueOf> => {
  const waited = owedToProposer(file);
  const dates = new Map<DueKey, DueOf>([[null, { duty: waited?.duty ?? '', date: runningDate(waited) }]]);
  for (const duty of file.duties) {
    dates.set(duty.id, {
      duty: owedKind(file, duty) ?? '',
      date: runningDate(owedByUnit(file, duty)),
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

/** The duties on which another thing is owed than before, whatever became of the date: '' where nothing is. */
export const changedKinds = (
  before: ReadonlyMap<DueKey, DueOf>,
  after: ReadonlyMap<DueKey, DueOf>,
): readonly { readonly assignmentId: number; readonly duty: string }[] =>
  [...after].flatMap(([assignmentId, { duty }]) =>
    assignmentId === null || before.get(assignmentId)?.duty === duty ? [] : [{ assignmentId, duty }],
  );
