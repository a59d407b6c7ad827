/** Months and quarters over a column of dates: each day that the column has is looked up in a list of days. */
import type { periodDimensions } from '#core/figures/columns.ts';
import { noValue } from '#core/figures/columns.ts';
import { lastDayOf, periodOf } from '#core/figures/in-period.ts';
import { dayNo, dayOf } from './fact-columns.ts';
import type { Step } from './plan.ts';

export type PeriodDimension = (typeof periodDimensions)[number];

/** Years whose days are listed: a column with a date before or after them is left to SQL. */
const [firstYear, lastYear] = [1900, 2199];
const firstDay = dayNo(`${firstYear}-01-01`);
const days = dayNo(`${lastYear}-12-31`) - firstDay + 1;

/** The last place stands for what has no date. */
const without = days;

const placeOf = (micros: number): number => {
  const place = dayOf(micros) - firstDay;
  // What never happened is infinitely far ahead, thousands of times further than any date that can be written.
  return place < days ? place : micros > 1e18 ? without : -1;
};

type Seen = { rows: number; outside: boolean; readonly there: Uint8Array };

/** What was seen of a column: rows are only ever added behind the others, so that each is looked at once. */
const seenOf = new WeakMap<Float64Array, Seen>();

/** Which days are there, a place for each and one for none; null: some date lies outside the list. */
const daysIn = (date: Float64Array, size: number): Uint8Array | null => {
  const seen = seenOf.get(date) ?? { rows: 0, outside: false, there: new Uint8Array(days + 1) };
  for (; seen.rows < size; seen.rows += 1) {
    const place = placeOf(date[seen.rows] as number);
    if (place < 0) seen.outside = true;
    else seen.there[place] = 1;
  }
  seenOf.set(date, seen);
  return seen.outside ? null : seen.there;
};

export type PeriodSide = {
  /** Of each row of a block the number of its period among `values`. */
  readonly numbers: Int32Array;
  readonly values: readonly string[];
  readonly step: Step;
};

/**
 * The periods in which a date of the rows lies, in China's calendar, also where it lies after the moment asked for
 * (a due date to come); null: the column has dates that are not listed here.
 */
export const periodSide = (
  numbers: Int32Array,
  date: Float64Array,
  size: number,
  dimension: PeriodDimension,
): PeriodSide | null => {
  const there = daysIn(date, size);
  if (there === null) return null;
  const places = new Int32Array(days + 1);
  const values: string[] = [noValue];
  let place = 0;
  for (let year = firstYear; year <= lastYear; year += 1)
    for (let month = 1; month <= 12; month += 1) {
      const end = dayNo(lastDayOf(year, month)) - firstDay + 1;
      const value = periodOf(dimension, year, month);
      for (; place < end; place += 1)
        if (there[place] === 1)
          places[place] = (values.at(-1) === value ? values.length : values.push(value)) - 1;
    }
  const step: Step = (rows, count) => {
    for (let at = 0; at < count; at += 1)
      numbers[at] = places[placeOf(date[rows[at] as number] as number)] as number;
  };
  return { numbers, values, step };
};
