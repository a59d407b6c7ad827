import type { Assignment } from '../assignment/assignment.ts';
import { dueOf, replyToProposer, runningDate } from '../case/due.ts';
import type { DutyKind } from '../ruleset.ts';
import type { Instant } from '../words.ts';
import { type Adjusted, clocksOf, type Clocks, withClocks } from './clock-facts.ts';
import type { DutyFact, MatterFact, Version } from './fact.ts';
import type { FactHistory, KeptDue } from './history.ts';
import type { Track } from './track.ts';

type Dated = { readonly matter: Track<MatterFact>; readonly duties: ReadonlyMap<number, Track<DutyFact>> };

/** The end of the day by which something is due; null: no rule dates it, or its clock stands still. */
const endOfDue = (history: FactHistory, found: Parameters<typeof runningDate>[0]): Instant | null => {
  const date = runningDate(found);
  return date === null ? null : history.endOf(date);
};

type Dues = { readonly dues: readonly KeptDue[]; readonly signDue: Instant | null };

/** One date that never moved. */
const standing = (due: Instant | null): readonly KeptDue[] => [{ until: null, due }];

/** A record of earlier years: the date that the list gives is the one; and what it does not tell of was not late. */
const ofRecord = (
  history: FactHistory,
  { past }: Assignment,
  row: DutyFact,
  { dues, signDue }: Dues,
): Dues => {
  if (past === undefined || past === null) return { dues, signDue };
  const given = past.dueOn === null ? dues : standing(history.endOf(past.dueOn));
  return { dues: row.done === null ? standing(null) : given, signDue: row.signed === null ? null : signDue };
};

/** What the proposer was promised then: the latest date of the units that replied, where the list gives each. */
const promisedThen = ({ file, endOf }: FactHistory): Instant | null => {
  const dates = file.duties.flatMap(({ role, past }) =>
    role === 'assist' || past === undefined || past === null ? [] : [past.dueOn],
  );
  const last = dates.includes(null) ? undefined : dates.toSorted().at(-1);
  return last === undefined || last === null ? null : endOf(last);
};

const ahead = (due: Instant | null, at: Instant): boolean => due === null || due >= at;

/**
 * The dates that stood one after the other, of those that moved. A date that had not come yet when it moved is told by
 * the one that took its place; one that had passed made late what was not done by then, so it stands until it moved.
 */
const duesOf = (
  last: Instant | null,
  adjusted: readonly Adjusted[],
  before: (clocks: Adjusted['before']) => Instant | null,
): readonly KeptDue[] =>
  adjusted.reduceRight<readonly KeptDue[]>((dues, one) => {
    const due = before(one.before);
    const next = dues[0]?.due ?? null;
    return due === next || (ahead(due, one.at) && ahead(next, one.at))
      ? dues
      : [{ until: one.at, due }, ...dues];
  }, standing(last));

const first = (instants: readonly (Instant | null)[]): Instant | null =>
  instants.reduce((a, b) => (a === null ? b : b === null || a < b ? a : b), null);

/** The versions of a row cut where its date moved, each with the date that stood then. */
const withDues = <T extends Version & { readonly due: Instant | null }>(
  { now, past }: Track<T>,
  dues: readonly KeptDue[],
): Track<T> => {
  const cut = [...past, now].flatMap((row): T[] => {
    const within = dues.filter(({ until }) => row.from === null || until === null || until > row.from);
    const pieces: T[] = [];
    let from = row.from;
    for (const { until, due } of within) {
      if (from !== null && row.to !== null && from >= row.to) break;
      const to = first([row.to, until]);
      pieces.push({ ...row, from, to, due });
      from = to;
      if (to === row.to) break;
    }
    return pieces;
  });
  return { now: cut.at(-1) ?? now, past: cut.slice(0, -1) };
};

const dutyDues = (history: FactHistory, clocks: Clocks, id: number, duty: DutyKind): readonly KeptDue[] => {
  const at = duty === 'signFor' ? 'atSigning' : 'atEnd';
  const owed = (known: Clocks['duties']): Instant | null => {
    const file = withClocks(history.file, known, { id, at });
    const found = file.duties.find((one) => one.id === id);
    const date = found === undefined ? null : dueOf(file, { ...found, round: 1 }, duty);
    return date === null ? null : endOfDue(history, { duty, date });
  };
  const own = clocks.adjusted.filter(({ dutyId }) => dutyId === id);
  return duesOf(owed(clocks.duties), duty === 'signFor' ? [] : own, owed);
};

/** Of what was answered, by what had been granted and stopped until then. */
const matterDues = (history: FactHistory, replied: Instant | null): readonly KeptDue[] => {
  const { assignedOn } = history.file.matter;
  const clocks = clocksOf(history.entries.filter(({ at }) => replied === null || at < replied));
  const owed = (known: Clocks['duties']): Instant | null =>
    endOfDue(
      history,
      assignedOn === null ? null : replyToProposer(withClocks(history.file, known), assignedOn),
    );
  return duesOf(owed(clocks.duties), clocks.adjusted, owed);
};

/**
 * Dates of what is done stay as they were then: another calendar later makes nobody late after the fact (law 7). A date
 * that was put off after it had passed was missed until then, and counts so as of a moment in between.
 */
export const withDueDates = <T extends Dated>(tracks: T, history: FactHistory): T => {
  const { file, kept } = history;
  const clocks = clocksOf(history.entries);
  const duties = new Map(
    [...tracks.duties].map(([id, row]) => {
      const duty = file.duties.find((found) => found.id === id);
      if (duty === undefined) return [id, row];
      const before = kept.duties.get(id);
      const over = row.now.done !== null || row.now.ended !== null;
      const dues =
        before !== undefined && over
          ? before.dues
          : dutyDues(history, clocks, id, duty.role === 'assist' ? 'opinion' : 'reply');
      const signDue =
        before !== undefined && row.now.signed !== null
          ? before.signDue
          : (dutyDues(history, clocks, id, 'signFor')[0]?.due ?? null);
      const told = ofRecord(history, duty, row.now, { dues, signDue });
      const signable = {
        now: { ...row.now, signDue: told.signDue },
        past: row.past.map((past) => ({ ...past, signDue: told.signDue })),
      };
      return [id, withDues(signable, told.dues)];
    }),
  );
  const promised = promisedThen(history);
  const dues =
    promised !== null
      ? standing(promised)
      : kept.matter !== undefined && tracks.matter.now.replied !== null
        ? kept.matter
        : matterDues(history, tracks.matter.now.replied);
  return { ...tracks, duties, matter: withDues(tracks.matter, dues) };
};
