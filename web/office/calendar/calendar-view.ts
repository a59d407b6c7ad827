/** What the due calendar shows, as its address says it. */
import { dueCalendar } from '#contract/due-calendar.ts';
import { type Days, gridOf, monthOf, shiftDay, shiftMonth, weekdayOf, weekOf } from '#contract/due-weeks.ts';

export type CalendarFilters = Partial<Record<'organId' | 'unitId' | 'owes' | 'whose', string>>;
export type CalendarView = {
  readonly mode: 'month' | 'week';
  /** The day on which the keyboard stands; null: today. */
  readonly day: string | null;
  /** The day whose list lies open. */
  readonly open: string | null;
  /** `whose: 'all'` is said aloud, since some begin with less. */
  readonly filters: CalendarFilters;
};

const { shape } = dueCalendar.query;
const filterKeys = ['organId', 'unitId', 'owes', 'whose'] as const;

const dayIn = (value: unknown): string | null =>
  typeof value === 'string' && shape.from.safeParse(value).success ? value : null;

/** Reads an address; what it cannot say properly is left out rather than refused. */
export const readCalendar = (search: Readonly<Record<string, unknown>>): CalendarView => {
  const filters: CalendarFilters = {};
  for (const key of filterKeys) {
    const value = search[key];
    if (typeof value !== 'string' || value === '') continue;
    if ((key === 'whose' && value === 'all') || shape[key].safeParse(value).success) filters[key] = value;
  }
  return {
    mode: search['view'] === 'week' ? 'week' : 'month',
    day: dayIn(search['day']),
    open: dayIn(search['open']),
    filters,
  };
};

/** The address of a view, as query fields. */
export const writeCalendar = ({ mode, day, open, filters }: CalendarView): Record<string, string> => ({
  ...(mode === 'week' ? { view: 'week' } : {}),
  ...(day === null ? {} : { day }),
  ...(open === null ? {} : { open }),
  ...filters,
});

/** The days that a view shows: the whole weeks of a month, or one week. */
export const spanOf = (mode: CalendarView['mode'], day: string): Days =>
  mode === 'week' ? weekOf(day) : gridOf(day);

/** The month or week before (-1) or after (1) the one in which the day lies. */
export const turn = (mode: CalendarView['mode'], day: string, by: -1 | 1): string =>
  mode === 'week' ? shiftDay(day, 7 * by) : shiftMonth(day, by);

/** The day that a key leads to from `day`, or null: the key does nothing here. */
export const dayByKey = (key: string, mode: CalendarView['mode'], day: string): string | null => {
  switch (key) {
    case 'ArrowLeft':
      return shiftDay(day, -1);
    case 'ArrowRight':
      return shiftDay(day, 1);
    case 'ArrowUp':
      return shiftDay(day, -7);
    case 'ArrowDown':
      return shiftDay(day, 7);
    case 'Home':
      return shiftDay(day, 1 - weekdayOf(day));
    case 'End':
      return shiftDay(day, 7 - weekdayOf(day));
    case 'PageUp':
      return turn(mode, day, -1);
    case 'PageDown':
      return turn(mode, day, 1);
    default:
      return null;
  }
};

/** Whether a day of a month's grid belongs to a neighbouring month. */
export const isOutside = (mode: CalendarView['mode'], shown: string, day: string): boolean =>
  mode === 'month' && monthOf(shown).from !== monthOf(day).from;
