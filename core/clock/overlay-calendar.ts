/** The calendar in force: the table that the product ships, and what a jurisdiction has put over it. */
import type { LocalDate } from '../words.ts';
import {
  addDays,
  type CalendarYear,
  isWorkday,
  type RegionalDay,
  type WorkCalendar,
  yearOf,
} from './calendar.ts';

/** What a jurisdiction has put over the shipped table: whole years, and days of its own. */
export type CalendarOverlay = {
  readonly years: readonly CalendarYear[];
  readonly regional: readonly RegionalDay[];
};

export const emptyOverlay: CalendarOverlay = { years: [], regional: [] };

/** One change of an overlay: a year as a notice lists it, or the place's own days, all of them. */
export type CalendarChange =
  | { readonly kind: 'year'; readonly year: CalendarYear }
  | { readonly kind: 'regional'; readonly regional: readonly RegionalDay[] };

const byYear = (a: CalendarYear, b: CalendarYear): number => a.year - b.year;

const withYears = (
  years: readonly CalendarYear[],
  over: readonly CalendarYear[],
): readonly CalendarYear[] => {
  const replaced = new Set(over.map(({ year }) => year));
  return [...years.filter(({ year }) => !replaced.has(year)), ...over].sort(byYear);
};

/** The shipped table with the jurisdiction's years in place of its own, and the jurisdiction's days above both. */
export const overlayCalendar = (base: WorkCalendar, overlay: CalendarOverlay): WorkCalendar => ({
  region: base.region,
  years: withYears(base.years, overlay.years),
  regional: overlay.regional,
});

/** The overlay after a change. A year replaces the same year; the place's days replace all that there were. */
export const changeOverlay = (overlay: CalendarOverlay, change: CalendarChange): CalendarOverlay => {
  switch (change.kind) {
    case 'year':
      return { ...overlay, years: withYears(overlay.years, [change.year]) };
    case 'regional':
      return {
        ...overlay,
        regional: [...change.regional].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
      };
    default: {
      const forgotten: never = change;
      return forgotten;
    }
  }
};

/** The first day from `from` on that no notice settles: from there on dates are provisional. */
export const firstUnsettledDay = (calendar: WorkCalendar, from: LocalDate): LocalDate => {
  const last = Math.max(yearOf(from), ...calendar.years.map(({ year }) => year));
  for (let year = yearOf(from); year <= last + 1; year += 1) {
    const candidates = year === yearOf(from) ? [from, `${year}-12-25`] : [`${year}-01-01`, `${year}-12-25`];
    for (const day of candidates) if (day >= from && isWorkday(day, calendar).provisional) return day;
  }
  return addDays(`${last + 1}-12-31`, 1);
};

/** How two tables of one year differ, by day; empty: not at all. */
export const compareYears = (
  a: Pick<CalendarYear, 'holidays' | 'makeUpWorkdays'>,
  b: Pick<CalendarYear, 'holidays' | 'makeUpWorkdays'>,
): readonly LocalDate[] => {
  const marks = ({ holidays, makeUpWorkdays }: typeof a): ReadonlyMap<LocalDate, string> =>
    new Map([
      ...holidays.map((day) => [day, 'off'] as const),
      ...makeUpWorkdays.map((day) => [day, 'work'] as const),
    ]);
  const [first, second] = [marks(a), marks(b)];
  return [...new Set([...first.keys(), ...second.keys()])]
    .filter((day) => first.get(day) !== second.get(day))
    .sort();
};
