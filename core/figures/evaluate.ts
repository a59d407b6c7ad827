/** Evaluates sets in memory: the meaning of the expressions, which SQL is held against. */
import { daysBetween } from '../clock/calendar.ts';
import type { Instant, LocalDate } from '../words.ts';
import { type Dimension, noValue } from './columns.ts';
import type { AnySet, Expression, FactRow, Filters } from './expression.ts';
import { inPeriod, isPeriod } from './in-period.ts';
import type { Measured } from './rate.ts';

/** Moment that a figure is asked for, and the calendar day of an instant where the jurisdiction is. */
export type AsOf = { readonly asOf: Instant; readonly dayOf: (instant: Instant) => LocalDate };

/** The date where it has happened by then; null: not, or not yet. */
const happened = (row: FactRow, date: string, { asOf }: AsOf): Instant | null => {
  const at = row.dates[date] ?? null;
  return at !== null && at <= asOf ? at : null;
};

/** Whether a row, as it stood, is in the set that an expression says. */
const holds = (expression: Expression, row: FactRow, when: AsOf): boolean => {
  if ('all' in expression) return expression.all.every((one) => holds(one, row, when));
  if ('any' in expression) return expression.any.some((one) => holds(one, row, when));
  if ('not' in expression) return !holds(expression.not, row, when);
  if ('is' in expression) return expression.in.includes(row.dimensions[expression.is] ?? noValue);
  if ('has' in expression) return row.flags[expression.has] === true;
  if ('by' in expression) return happened(row, expression.by, when) !== null;
  if ('dated' in expression) {
    const at = row.dates[expression.dated] ?? null;
    const day = at === null ? null : when.dayOf(at);
    return day !== null && expression.from <= day && day <= expression.to;
  }
  const what = happened(row, expression.what, when);
  if (what === null) return false;
  if ('inTime' in expression) {
    // No limit, no lateness: what no rule dates is never late.
    const limit = row.dates[expression.inTime] ?? null;
    return limit === null || what <= limit;
  }
  const since = row.dates[expression.since] ?? null;
  if (since === null || since > what) return false;
  return daysBetween(when.dayOf(since), when.dayOf(what)) <= expression.withinDays;
};

const fits = (filters: Filters, row: FactRow): boolean =>
  (Object.keys(filters) as Dimension[]).every(
    (one) => isPeriod(one) || (filters[one]?.includes(row.dimensions[one] ?? noValue) ?? true),
  );

/** Counts the rows of a set. `rows`: those of its source, each as it stood then. */
const countSet = (set: AnySet, rows: readonly FactRow[], filters: Filters, when: AsOf): number => {
  const { where } = inPeriod(set, filters);
  const found = rows.filter((row) => fits(filters, row) && holds(where, row, when));
  const { counting } = set;
  if (counting === 'rows') return found.length;
  if ('sum' in counting) return found.reduce((sum, row) => sum + (row.numbers[counting.sum] ?? 0), 0);
  return new Set(found.flatMap((row) => row.dimensions[counting.distinct] ?? [])).size;
};

/** Numerator and denominator of a figure, from rows in memory. */
export const measure = (
  variant: { readonly numerator: AnySet; readonly denominator: AnySet | null },
  rowsOf: (source: AnySet['source']) => readonly FactRow[],
  filters: Filters,
  when: AsOf,
): Measured => ({
  numerator: countSet(variant.numerator, rowsOf(variant.numerator.source), filters, when),
  denominator:
    variant.denominator === null
      ? null
      : countSet(variant.denominator, rowsOf(variant.denominator.source), filters, when),
});
