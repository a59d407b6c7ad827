import type { Assignment } from '../assignment/assignment.ts';
import { dueOf, replyToProposer, runningDate } from '../case/due.ts';
import type { Instant } from '../words.ts';
import type { DutyFact, MatterFact } from './fact.ts';
import type { FactHistory } from './history.ts';
import type { Track } from './track.ts';

type Dated = { readonly matter: Track<MatterFact>; readonly duties: ReadonlyMap<number, Track<DutyFact>> };

/** The end of the day by which something is due; null: no rule dates it, or its clock stands still. */
const endOfDue = (history: FactHistory, found: Parameters<typeof runningDate>[0]): Instant | null => {
  const date = runningDate(found);
  return date === null ? null : history.endOf(date);
};

type Dues = Pick<DutyFact, 'due' | 'signDue'>;

/** A record of earlier years: the date that the list gives is the one; and what it does not tell of was not late. */
const ofRecord = (
  history: FactHistory,
  { past }: Assignment,
  row: DutyFact,
  { due, signDue }: Dues,
): Dues => {
  if (past === undefined || past === null) return { due, signDue };
  const given = past.dueOn === null ? due : history.endOf(past.dueOn);
  return { due: row.done === null ? null : given, signDue: row.signed === null ? null : signDue };
};

/** What the proposer was promised then: the latest date of the units that replied, where the list gives each. */
const promisedThen = ({ file, endOf }: FactHistory): Instant | null => {
  const dates = file.duties.flatMap(({ role, past }) =>
    role === 'assist' || past === undefined || past === null ? [] : [past.dueOn],
  );
  const last = dates.includes(null) ? undefined : dates.toSorted().at(-1);
  return last === undefined || last === null ? null : endOf(last);
};

/** Dates of what is done stay as they were then: another calendar later makes nobody late after the fact (law 7). */
export const withDueDates = <T extends Dated>(tracks: T, history: FactHistory): T => {
  const { file, kept } = history;
  const duties = new Map(
    [...tracks.duties].map(([id, row]) => {
      const duty = file.duties.find((found) => found.id === id);
      if (duty === undefined) return [id, row];
      const first = { ...duty, round: 1 };
      const before = kept.duties.get(id);
      const over = row.now.done !== null || row.now.ended !== null;
      const owed = (what: 'signFor' | 'opinion' | 'reply'): Instant | null => {
        const date = dueOf(file, first, what);
        return date === null ? null : endOfDue(history, { duty: what, date });
      };
      const due =
        before !== undefined && over ? before.due : owed(duty.role === 'assist' ? 'opinion' : 'reply');
      const signDue = before !== undefined && row.now.signed !== null ? before.signDue : owed('signFor');
      const change = ofRecord(history, duty, row.now, { due, signDue });
      return [id, { now: { ...row.now, ...change }, past: row.past.map((past) => ({ ...past, ...change })) }];
    }),
  );
  const { matter } = tracks;
  const assignedOn = file.matter.assignedOn;
  const waited = assignedOn === null ? null : replyToProposer(file, assignedOn);
  const due =
    promisedThen(history) ??
    (kept.matter !== undefined && matter.now.replied !== null ? kept.matter : endOfDue(history, waited));
  return {
    ...tracks,
    duties,
    matter: { now: { ...matter.now, due }, past: matter.past.map((past) => ({ ...past, due })) },
  };
};
