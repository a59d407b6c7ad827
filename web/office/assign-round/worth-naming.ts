import type { RecommendedUnit } from './use-recommendations.ts';

/**
 * From here on a unit is named. Chosen by judgement: of some dozens of units each has a percent or two by nothing but
 * chance, and a guess like that says nothing to whoever assigns.
 */
const leastShown = 0.05;

/** The units that are likely enough to be named at all, best first as they came. */
export const worthNaming = <U extends Pick<RecommendedUnit, 'score'>>(units: readonly U[]): readonly U[] =>
  units.filter(({ score }) => score >= leastShown);
