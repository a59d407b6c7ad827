/** Contradictions in a year that was read from a notice or a file, and the year that it makes. */
import type { Source } from '../ruleset.ts';
import type { LocalDate } from '../words.ts';
import { type CalendarYear, dayOfWeek, type WorkCalendar, yearOf } from './calendar.ts';
import { type CalendarIssue, issue, type ReadDay, type ReadYear } from './calendar-issue.ts';
import { compareYears } from './overlay-calendar.ts';

/** Days off whose date is fixed by law (全国年节及纪念日放假办法, 1 January, 1 May, 1 October). */
const fixedDays = ['01-01', '05-01', '10-01'] as const;

/** The yearly notices of 2008 to 2026 list between 22 and 33 days off. */
const fewestDays = 15;

const isWeekend = (date: LocalDate): boolean => dayOfWeek(date) > 5;

type Kept = { readonly day: ReadDay; readonly issues: readonly CalendarIssue[] };

const sameDay = (earlier: ReadDay, day: ReadDay): CalendarIssue =>
  earlier.kind === day.kind
    ? issue('warning', 'twice', { date: day.date, line: earlier.place.line }, day.place)
    : issue('error', 'both-kinds', { date: day.date, line: earlier.place.line }, day.place);

/** A notice may reach into the December before its year, as that of 2019 did. */
const outside = (day: ReadDay, year: number): boolean => {
  const own = yearOf(day.date);
  return own !== year && !(own === year - 1 && day.date.slice(5, 7) === '12');
};

const checkDay = (day: ReadDay, year: number): readonly CalendarIssue[] => [
  ...(outside(day, year) ? [issue('error', 'date-other-year', { date: day.date, year }, day.place)] : []),
  ...(day.kind === 'makeUpWorkday' && !isWeekend(day.date)
    ? [issue('error', 'make-up-on-weekday', { date: day.date, real: dayOfWeek(day.date) }, day.place)]
    : []),
];

const keepOnce = (days: readonly ReadDay[], year: number): readonly Kept[] => {
  const seen = new Map<LocalDate, ReadDay>();
  return days.map((day) => {
    const earlier = seen.get(day.date);
    if (earlier === undefined) seen.set(day.date, day);
    return { day, issues: earlier === undefined ? checkDay(day, year) : [sameDay(earlier, day)] };
  });
};

const checkWhole = (year: CalendarYear, before: WorkCalendar): readonly CalendarIssue[] => {
  const missing = fixedDays
    .map((day) => `${year.year}-${day}`)
    .filter((date) => !year.holidays.includes(date));
  const known = before.years.find((one) => one.year === year.year);
  const changed = known === undefined ? [] : compareYears(known, year);
  return [
    ...missing.map((date) => issue('warning', 'fixed-day-missing', { date }, null)),
    ...(year.holidays.length < fewestDays
      ? [issue('warning', 'few-days', { count: year.holidays.length, fewest: fewestDays }, null)]
      : []),
    ...(known === undefined
      ? []
      : [issue('note', 'replaces', { year: year.year, count: changed.length }, null)]),
  ];
};

/** Where the days of a year come from, as "why this date" will name it. */
const sourceOf = (read: ReadYear, year: number, origin: string): Source => {
  const number = read.documentNo ?? origin;
  const on = read.issuedOn === null ? '' : `，${read.issuedOn}`;
  return {
    cite: {
      zh: `${year}年节假日安排（${number}${on}）`,
      en: `Holidays of ${year} (${number}${on.replace('，', ', ')})`,
    },
    // Typed in or pasted by somebody; nobody has compared it with the printed notice.
    verified: false,
  };
};

export type CheckedYear = {
  /** Null: nothing that could be used. With errors it is shown, and not taken into use. */
  readonly year: CalendarYear | null;
  readonly issues: readonly CalendarIssue[];
};

/**
 * Checks what was read against itself and against the calendar in force. `origin` names the source where the text
 * gives no document number: the file's name.
 */
export const checkReadYear = (read: ReadYear, before: WorkCalendar, origin: string): CheckedYear => {
  const { year } = read;
  if (year === null) return { year: null, issues: read.issues };
  if (read.days.length === 0)
    return { year: null, issues: [...read.issues, issue('error', 'no-days', {}, null)] };
  const kept = keepOnce(read.days, year);
  const days = new Map<LocalDate, ReadDay>();
  for (const { day } of kept) if (!days.has(day.date)) days.set(day.date, day);
  const sorted = [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  const of = (kind: ReadDay['kind']): readonly LocalDate[] =>
    sorted.filter((day) => day.kind === kind).map(({ date }) => date);
  const made: CalendarYear = {
    year,
    holidays: of('holiday'),
    makeUpWorkdays: of('makeUpWorkday'),
    source: sourceOf(read, year, origin),
    names: Object.fromEntries(sorted.map(({ date, name }) => [date, name])),
  };
  return {
    year: made,
    issues: [...read.issues, ...kept.flatMap((one) => one.issues), ...checkWhole(made, before)],
  };
};
