/**
 * What happens to a date after it was set: pauses keep the remainder, extensions put it off. A fold over dated facts
 * in their order, so that anyone can recompute it.
 */
import type { LocalDate } from '../words.ts';
import {
  addDays,
  addWorkdays,
  compareDates,
  daysBetween,
  type WorkCalendar,
  workdaysBetween,
} from './calendar.ts';

/** The clock stands still: the days after `from`, up to and with `to`, are not counted. `to` null: until today. */
export type ClockPause = { readonly from: LocalDate; readonly to: LocalDate | null };

/** An extension granted on `on`: from then on the date is `until`. */
export type ClockExtension = { readonly on: LocalDate; readonly until: LocalDate };

export type Adjustments = {
  readonly pauses: readonly ClockPause[];
  readonly extensions: readonly ClockExtension[];
};

/** What remained when the clock was stopped: working days where the rule counts them, else calendar days. */
export type Remainder = { readonly unit: 'workday' | 'day'; readonly count: number };

/** One step from the date of the rule to the date that stands; `date`: the date after the step. */
export type AdjustStep =
  | {
      readonly kind: 'paused';
      readonly from: LocalDate;
      readonly to: LocalDate;
      readonly left: Remainder;
      readonly date: LocalDate;
    }
  | { readonly kind: 'extended'; readonly on: LocalDate; readonly date: LocalDate };

export type Adjusted = {
  readonly date: LocalDate;
  readonly provisional: boolean;
  readonly steps: readonly AdjustStep[];
  /** The clock stands still now: since when, and what is left. The date is that from before the stop. */
  readonly paused: { readonly since: LocalDate; readonly left: Remainder } | null;
};

type Standing = { readonly date: LocalDate; readonly provisional: boolean };
type Fact =
  | { readonly at: LocalDate; readonly pause: ClockPause }
  | { readonly at: LocalDate; readonly extension: ClockExtension };

const remainder = (
  from: LocalDate,
  due: LocalDate,
  unit: Remainder['unit'],
  calendar: WorkCalendar,
): Remainder => ({
  unit,
  count: unit === 'workday' ? workdaysBetween(from, due, calendar).count : daysBetween(from, due),
});

const later = (a: LocalDate, b: LocalDate): LocalDate => (compareDates(a, b) < 0 ? b : a);

/**
 * What is granted while the clock stands still, from the day of the stop until the day before the start, counts from
 * the stop: the days of the pause come on top of it (domain practice, unverified: a pause costs the unit nothing). On
 * one day the extension comes before the pause; a pause that ends on the day of a grant comes before it.
 */
const inOrder = ({ pauses, extensions }: Adjustments): readonly Fact[] => {
  const stopAt = (on: LocalDate): LocalDate =>
    pauses.find(({ from, to }) => compareDates(from, on) <= 0 && (to === null || compareDates(on, to) < 0))
      ?.from ?? on;
  return [
    ...extensions.map((extension): Fact => ({ at: stopAt(extension.on), extension })),
    ...pauses.map((pause): Fact => ({ at: pause.from, pause })),
  ].sort((a, b) => compareDates(a.at, b.at));
};

/**
 * The date that stands, from the date that the rule gave. `start`: the day the duty began; `unit`: how the rule
 * counts. A pause that begins when the date is already over changes nothing (the last day is not over), nor does what happened before the duty
 * began, for it was in another round; an extension never brings a date forward.
 */
export const adjust = (
  ruled: Standing,
  start: LocalDate,
  unit: Remainder['unit'],
  adjustments: Adjustments,
  calendar: WorkCalendar,
): Adjusted => {
  const steps: AdjustStep[] = [];
  let { date, provisional } = ruled;
  let counted = start;
  for (const fact of inOrder(adjustments)) {
    if ('extension' in fact) {
      const before = compareDates(fact.extension.on, start) < 0;
      if (before || compareDates(fact.extension.until, date) <= 0) continue;
      date = fact.extension.until;
      steps.push({ kind: 'extended', on: fact.extension.on, date });
      continue;
    }
    const from = later(fact.pause.from, counted);
    const { to } = fact.pause;
    if (compareDates(date, from) < 0 || (to !== null && compareDates(to, from) <= 0)) continue;
    const left = remainder(from, date, unit, calendar);
    if (to === null) return { date, provisional, steps, paused: { since: from, left } };
    if (unit === 'workday') {
      const walked = addWorkdays(to, left.count, calendar);
      date = walked.date;
      provisional = provisional || walked.provisional;
    } else date = addDays(to, left.count);
    counted = to;
    steps.push({ kind: 'paused', from, to, left, date });
  }
  return { date, provisional, steps, paused: null };
};
