/** Months and quarters: figures narrowed to those whose own date lies in them. */
import type { LocalDate } from '../words.ts';
import { type Dimension, noValue, periodDimensions, usualAnchor } from './columns.ts';
import type { AnySet, Expression, Filters } from './expression.ts';
import type { Variant } from './figure.ts';

export const isPeriod = (dimension: Dimension): dimension is (typeof periodDimensions)[number] =>
  (periodDimensions as readonly Dimension[]).includes(dimension);

/** The date that places a row of a set in time. */
export const anchorOf = ({ anchor, source }: Pick<AnySet, 'anchor' | 'source'>): string =>
  anchor ?? usualAnchor[source];

const lastDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The last day of a month, 1 to 12. */
export const lastDayOf = (year: number, month: number): LocalDate => {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const day = leap ? 29 : (lastDays[month - 1] ?? 31);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${day}`;
};

type Days = { readonly from: LocalDate; readonly to: LocalDate };

/** The days of `2026-03` or `2026-Q1`; null: it is neither. */
export const daysOfPeriod = (value: string): Days | null => {
  const [, year = '', month, quarter] = /^(\d{4})-(?:(0[1-9]|1[0-2])|Q([1-4]))$/.exec(value) ?? [];
  if (year === '') return null;
  const last = month === undefined ? Number(quarter) * 3 : Number(month);
  const first = String(month === undefined ? last - 2 : last).padStart(2, '0');
  return { from: `${year}-${first}-01`, to: lastDayOf(Number(year), last) };
};

/** The month (1 to 12) or the quarter in which it lies, as `daysOfPeriod` reads it. */
export const periodOf = (
  dimension: (typeof periodDimensions)[number],
  year: number,
  month: number,
): string => {
  const part = dimension === 'month' ? String(month).padStart(2, '0') : `Q${Math.ceil(month / 3)}`;
  return `${String(year).padStart(4, '0')}-${part}`;
};

/** The days of which one is the day of whatever has a date at all. */
const anyDay: Days = { from: '0001-01-01', to: '9999-12-31' };
export const isAnyDay = ({ from, to }: Days): boolean => from === anyDay.from && to === anyDay.to;

const within = (set: AnySet, values: readonly string[]): Expression => {
  const dated = anchorOf(set) as never;
  return {
    any: values.flatMap((value): Expression[] => {
      // Not "has not come by then": a due date ahead is placed in its month, as a table places it.
      if (value === noValue) return [{ not: { dated, ...anyDay } }];
      const days = daysOfPeriod(value);
      return days === null ? [] : [{ dated, ...days }];
    }),
  };
};

/** The part of a set that lies in the months and quarters of the filters; the set itself where there are none. */
export const inPeriod = (set: AnySet, filters: Filters): AnySet => {
  const parts = periodDimensions.flatMap((one) => {
    const values = filters[one];
    return values === undefined ? [] : [within(set, values)];
  });
  return parts.length === 0 ? set : ({ ...set, where: { all: [set.where, ...parts] } } as AnySet);
};

/** The same months and quarters of another year, for a comparison with it. */
export const ofYear = (filters: Filters, year: number): Filters => ({
  ...filters,
  ...Object.fromEntries(
    periodDimensions.flatMap((one) => {
      const values = filters[one];
      return values === undefined
        ? []
        : [[one, values.map((value) => value.replace(/^\d{4}/, String(year)))]];
    }),
  ),
  year: [String(year)],
});

export const variantInPeriod = (variant: Variant, filters: Filters): Variant => ({
  ...variant,
  numerator: inPeriod(variant.numerator, filters),
  denominator: variant.denominator === null ? null : inPeriod(variant.denominator, filters),
});
