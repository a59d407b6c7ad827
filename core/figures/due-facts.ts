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
      const change = { due, signDue };
      return [id, { now: { ...row.now, ...change }, past: row.past.map((past) => ({ ...past, ...change })) }];
    }),
  );
  const { matter } = tracks;
  const assignedOn = file.matter.assignedOn;
  const waited = assignedOn === null ? null : replyToProposer(file, assignedOn);
  const due =
    kept.matter !== undefined && matter.now.replied !== null ? kept.matter : endOfDue(history, waited);
  return {
    ...tracks,
    duties,
    matter: { now: { ...matter.now, due }, past: matter.past.map((past) => ({ ...past, due })) },
  };
};
