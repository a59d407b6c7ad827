/** How many matters of each year come to stand where, and the days on which their stories turn. */
import type { MatterKind } from '#core/ruleset.ts';
import type { LocalDate } from '#core/words.ts';
import { addDays, addWorkdays } from './days.ts';
import type { DemoSession, DemoStage } from './demo.ts';
import type { Random } from './random.ts';

/** How a story that has ended got there. */
type Ending = 'plain' | 'second' | 'unrated' | 'reopened';

export type Goal = {
  readonly stage: DemoStage;
  readonly inSession: boolean;
  readonly ending: Ending;
  /** One of each stage in the last year, with the personas of the Transport Bureau in the parts. */
  readonly shown: boolean;
};

type Quota = readonly [stage: DemoStage, inSession: number, offSession: number, ending?: Ending];

const quotas: Readonly<Record<number, readonly Quota[]>> = {
  2024: [
    ['closed', 152, 12],
    ['closed', 14, 0, 'second'],
    ['closed', 3, 0, 'unrated'],
    ['closed', 2, 0, 'reopened'],
    ['issuedUnrated', 3, 0],
    ['withdrawn', 4, 0],
  ],
  2025: [
    ['closed', 138, 12],
    ['closed', 14, 0, 'second'],
    ['rated', 8, 1],
    ['issuedUnrated', 12, 1],
    ['partlyRated', 2, 0],
    ['secondRound', 6, 0],
    ['withdrawn', 4, 0],
    ['reopened', 2, 0],
  ],
  2026: [
    ['waitingAssignment', 0, 7],
    ['waitingSignFor', 0, 7],
    ['handBackPending', 0, 4],
    ['waitingSubAssign', 0, 3],
    ['waitingHandler', 0, 2],
    ['noContact', 3, 4],
    ['handling', 4, 4],
    ['waitingOpinions', 1, 2],
    ['sentBack', 2, 1],
    ['reviewSectionHead', 2, 2],
    ['reviewUnitOffice', 2, 1],
    ['reviewUnitLeader', 2, 1],
    ['cleared', 2, 1],
    ['issuedUnrated', 30, 2],
    ['partlyRated', 5, 0],
    ['rated', 27, 1],
    ['secondRound', 11, 0],
    ['closed', 62, 4],
    ['closed', 5, 0, 'second'],
    ['withdrawn', 4, 0],
    ['reopened', 2, 0],
  ],
};

const suggestions: Readonly<Record<number, number>> = { 2024: 105, 2025: 110, 2026: 115 };

export const demoYears = [2024, 2025, 2026] as const;
export const lastYear = 2026;

/** The goals of one year in mixed order. */
export const goalsOf = (year: number, random: Random): readonly Goal[] => {
  const shows = (n: number): boolean => year === lastYear && n === 0;
  return random.shuffled(
    (quotas[year] ?? []).flatMap(([stage, inSession, offSession, ending = 'plain']) => [
      ...Array.from({ length: offSession }, (_, n) => ({ stage, inSession: false, ending, shown: shows(n) })),
      ...Array.from({ length: inSession }, (_, n) => ({
        stage,
        inSession: true,
        ending,
        shown: shows(n + offSession),
      })),
    ]),
  );
};

/** One kind for each matter of the year, mixed: about 55 suggestions to 45 proposals. */
export const kindsOf = (year: number, count: number, random: Random): readonly MatterKind[] =>
  random.shuffled(
    Array.from({ length: count }, (_, n) => (n < (suggestions[year] ?? 0) ? 'suggestion' : 'proposal')),
  );

/** The days on which a story turns; those that a story does not reach are absent. */
export type Turns = {
  readonly filedOn: LocalDate;
  readonly assignedOn: LocalDate;
  readonly draftedOn?: LocalDate;
  /** The earliest day of the first rating. */
  readonly ratedOn?: LocalDate;
  /** Day of reopening, for stories that stand open again. */
  readonly reopenedOn?: LocalDate;
};

/** Workdays before the last day at which a live story was assigned (from, to) and, where it has come so far, drafted. */
const live: Partial<
  Record<DemoStage, { assigned: readonly [number, number]; drafted?: readonly [number, number] }>
> = {
  waitingAssignment: { assigned: [0, 0] },
  waitingSignFor: { assigned: [1, 4] },
  handBackPending: { assigned: [4, 7] },
  waitingSubAssign: { assigned: [5, 7] },
  waitingHandler: { assigned: [8, 11] },
  noContact: { assigned: [13, 16] },
  handling: { assigned: [26, 38] },
  waitingOpinions: { assigned: [24, 30] },
  sentBack: { assigned: [38, 48], drafted: [7, 10] },
  reviewSectionHead: { assigned: [38, 48], drafted: [4, 6] },
  reviewUnitOffice: { assigned: [38, 48], drafted: [5, 7] },
  reviewUnitLeader: { assigned: [38, 48], drafted: [6, 8] },
  cleared: { assigned: [40, 50], drafted: [7, 9] },
  issuedUnrated: { assigned: [45, 55], drafted: [12, 18] },
};

const before = (today: LocalDate, [low, high]: readonly [number, number], random: Random): LocalDate =>
  addWorkdays(today, -random.int(low, high));

const sessionTurns = (goal: Goal, session: DemoSession, today: LocalDate, random: Random): Turns => {
  const filedOn = addDays(session.opens, random.int(0, 7));
  const { assignedOn } = session;
  const drafted = live[goal.stage]?.drafted;
  const natural = addDays(assignedOn, random.chance(0.07) ? random.int(96, 130) : random.int(34, 76));
  const turns = { filedOn, assignedOn, draftedOn: natural };
  const newest = session.year === lastYear;
  if (goal.stage === 'issuedUnrated')
    return drafted !== undefined && newest && random.chance(0.3)
      ? { ...turns, draftedOn: before(today, drafted, random) }
      : turns;
  if (drafted !== undefined) return { ...turns, draftedOn: before(today, drafted, random) };
  if (goal.stage === 'rated' || goal.stage === 'partlyRated')
    return {
      ...turns,
      ratedOn: newest ? addDays(today, -random.int(12, 34)) : addDays(assignedOn, random.int(180, 250)),
    };
  if (goal.stage === 'secondRound')
    return { ...turns, ratedOn: addDays(today, newest ? -random.int(7, 40) : -random.int(60, 150)) };
  if (goal.stage === 'reopened') return { ...turns, reopenedOn: addDays(today, -random.int(8, 20)) };
  return turns;
};

/** Out of session: the office assigns within a few workdays of filing. */
const offSessionTurns = (goal: Goal, session: DemoSession, today: LocalDate, random: Random): Turns => {
  const timing = live[goal.stage];
  if (goal.stage === 'waitingAssignment') {
    const filedOn = addWorkdays(today, -random.int(0, 5));
    return { filedOn, assignedOn: today };
  }
  if (timing !== undefined && session.year === lastYear) {
    const assignedOn = before(today, timing.assigned, random);
    const filedOn = addWorkdays(assignedOn, -random.int(1, 5));
    if (timing.drafted === undefined) return { filedOn, assignedOn };
    return { filedOn, assignedOn, draftedOn: before(today, timing.drafted, random) };
  }
  const filedOn = addWorkdays(session.closes, random.int(22, 75));
  const assignedOn = addWorkdays(filedOn, random.int(1, 5));
  const turns = { filedOn, assignedOn, draftedOn: addDays(assignedOn, random.int(30, 62)) };
  return goal.stage === 'rated' ? { ...turns, ratedOn: addDays(today, -random.int(12, 30)) } : turns;
};

/** When the story of a goal turns, seen from the demo's last day. */
export const turnsOf = (goal: Goal, session: DemoSession, today: LocalDate, random: Random): Turns =>
  goal.inSession ? sessionTurns(goal, session, today, random) : offSessionTurns(goal, session, today, random);
