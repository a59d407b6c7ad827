/**
 * Calendar days and working days. The only place in the core that does arithmetic on dates: a day is counted as
 * its distance from 1970-01-01, so no time zone can move it.
 */
import type { Source } from '../ruleset.ts';
import type { LocalDate } from '../words.ts';

/** The days off and the make-up working days 调休 of one year, as its public notice lists them. */
export type CalendarYear = {
  readonly year: number;
  /** Every day off of the notice, weekends inside the holiday included. */
  readonly holidays: readonly LocalDate[];
  /** Saturdays and Sundays on which people work. */
  readonly makeUpWorkdays: readonly LocalDate[];
  readonly source: Source;
  /** What the days are called, by day: 元旦. A make-up day bears the name of the holiday it pays for. */
  readonly names?: Readonly<Record<LocalDate, string>>;
};

/** `half`: people are free for half of it; it counts as the day that it otherwise is (no clause says more). */
export const regionalKinds = ['off', 'work', 'half'] as const;

/** A day that one place adds to the national table: 三月三, a local closure, a Saturday on which its offices work. */
export type RegionalDay = {
  readonly date: LocalDate;
  readonly kind: (typeof regionalKinds)[number];
  readonly name: string;
  /** Which order says so. */
  readonly source: string;
};

/** The working days of a region. A year that is not listed is counted by weekdays and flagged provisional. */
export type WorkCalendar = {
  readonly region: string;
  readonly years: readonly CalendarYear[];
  /** Days of one place, above the notices. */
  readonly regional?: readonly RegionalDay[];
};

/** What a day is: counted or not, and why. */
export type DayKind = 'weekday' | 'makeUpWorkday' | 'weekend' | 'holiday';

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const LAST_DAY_NUMBER = 2_932_896; // 9999-12-31, the last day that four digits of a year can name
const FIRST_DAY_NUMBER = -719_162; // 0001-01-01

/** A notice may reach into the old year: that of 2019 (2018-12-06) changed 2018-12-29 and 2018-12-31. */
const FIRST_UNSETTLED_DAY = '12-25';

/** Gregorian leap year. */
export const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month, `month` from 1 to 12. */
const monthLength = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);

type Civil = { readonly year: number; readonly month: number; readonly day: number };

const readCivil = (text: string): Civil | null => {
  const match = SHAPE.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
  return exists ? { year, month, day } : null;
};

const getCivil = (date: LocalDate): Civil => {
  const civil = readCivil(date);
  if (civil === null) throw new RangeError(`not a calendar day: ${date}`);
  return civil;
};

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

const writeCivil = (civil: Civil): LocalDate =>
  `${pad(civil.year, 4)}-${pad(civil.month, 2)}-${pad(civil.day, 2)}`;

/** The text as a calendar day that exists (years 0001 to 9999), or null: `2026-02-30` and `2026-2-3` are none. */
export const parseLocalDate = (text: string): LocalDate | null => (readCivil(text) === null ? null : text);

/** Whether the text is a calendar day in the form `YYYY-MM-DD`. */
export const isLocalDate = (text: string): boolean => readCivil(text) !== null;

/** The calendar year of a day. */
export const yearOf = (date: LocalDate): number => getCivil(date).year;

const numberOfCivil = ({ year, month, day }: Civil): number => {
  // The year is taken to start in March, so that the leap day is its last: then one formula fits all months.
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

/** Days since 1970-01-01. */
const dayNumber = (date: LocalDate): number => numberOfCivil(getCivil(date));

const dateOfNumber = (number: number): LocalDate => {
  if (!Number.isInteger(number) || number < FIRST_DAY_NUMBER || number > LAST_DAY_NUMBER) {
    throw new RangeError(`no four-digit year holds day ${number}`);
  }
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return writeCivil({
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  });
};

/** 1 Monday … 7 Sunday; day 0 (1970-01-01) was a Thursday. */
const weekdayOfNumber = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

/** The day `days` calendar days later (earlier when negative). */
export const addDays = (date: LocalDate, days: number): LocalDate => dateOfNumber(dayNumber(date) + days);

/**
 * The same day of the month, `months` later (earlier when negative), clamped to the end of a shorter month:
 * 2025-11-30 plus three months is 2026-02-28 (domain practice, no clause says otherwise).
 */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const civil = getCivil(date);
  const index = civil.year * 12 + civil.month - 1 + months;
  const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  if (!Number.isInteger(months) || year < 1 || year > 9999)
    throw new RangeError(`no month ${months} from ${date}`);
  return writeCivil({ year, month, day: Math.min(civil.day, monthLength(year, month)) });
};

/** That day of a year, clamped to the end of a shorter month: 29 February of a common year is the 28th. */
export const dateInYear = (year: number, month: number, day: number): LocalDate =>
  writeCivil({ year, month, day: Math.min(day, monthLength(year, month)) });

/** 1 Monday … 7 Sunday (ISO 8601). */
export const dayOfWeek = (date: LocalDate): number => weekdayOfNumber(dayNumber(date));

/** Negative when `a` is earlier than `b`, 0 on the same day, positive when later; for sorting. */
export const compareDates = (a: LocalDate, b: LocalDate): number => (a < b ? -1 : a > b ? 1 : 0);

/** Calendar days from `from` to `to`: 1 from one day to the next, negative backwards. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);

type Index = {
  readonly years: ReadonlySet<number>;
  readonly kinds: ReadonlyMap<number, 'holiday' | 'makeUpWorkday'>;
  /** Day numbers that the notices turn from weekday to day off, and from weekend to working day; ascending. */
  readonly weekdaysOff: readonly number[];
  readonly weekendsOn: readonly number[];
};

/** Calendars are read-only data; the index saves reading the lists again for every day that is asked. */
const indexes = new WeakMap<WorkCalendar, Index>();

const isWeekend = (number: number): boolean => weekdayOfNumber(number) > 5;

const buildIndex = (calendar: WorkCalendar): Index => {
  const kinds = new Map<number, 'holiday' | 'makeUpWorkday'>();
  for (const year of calendar.years) {
    for (const date of year.holidays) kinds.set(dayNumber(date), 'holiday');
    for (const date of year.makeUpWorkdays) kinds.set(dayNumber(date), 'makeUpWorkday');
  }
  for (const { date, kind } of calendar.regional ?? [])
    if (kind !== 'half') kinds.set(dayNumber(date), kind === 'off' ? 'holiday' : 'makeUpWorkday');
  const special = [...kinds].sort(([a], [b]) => a - b);
  return {
    years: new Set(calendar.years.map((year) => year.year)),
    kinds,
    weekdaysOff: special.filter(([day, kind]) => kind === 'holiday' && !isWeekend(day)).map(([day]) => day),
    weekendsOn: special
      .filter(([day, kind]) => kind === 'makeUpWorkday' && isWeekend(day))
      .map(([day]) => day),
  };
};

const indexOf = (calendar: WorkCalendar): Index => {
  const known = indexes.get(calendar);
  if (known !== undefined) return known;
  const built = buildIndex(calendar);
  indexes.set(calendar, built);
  return built;
};

const kindOfNumber = (number: number, index: Index): DayKind =>
  index.kinds.get(number) ?? (isWeekend(number) ? 'weekend' : 'weekday');

const isUnsettled = (date: LocalDate, index: Index): boolean => {
  const year = getCivil(date).year;
  if (!index.years.has(year)) return true;
  return date.slice(5) >= FIRST_UNSETTLED_DAY && !index.years.has(year + 1);
};

/**
 * Whether people work on that day. `provisional`: no notice settles the day yet, so weekdays were taken; this
 * holds for a year without data, and for the days from 25 December on while the next year is without data.
 */
export const isWorkday = (
  date: LocalDate,
  calendar: WorkCalendar,
): { readonly workday: boolean; readonly provisional: boolean } => {
  const index = indexOf(calendar);
  const kind = kindOfNumber(dayNumber(date), index);
  return { workday: kind === 'weekday' || kind === 'makeUpWorkday', provisional: isUnsettled(date, index) };
};

/** What a day is, by the notices and the days of the place; an unsettled day is what its weekday makes it. */
export const dayKindOf = (date: LocalDate, calendar: WorkCalendar): DayKind =>
  kindOfNumber(dayNumber(date), indexOf(calendar));

/** A count of working days that ended on `date`, with every day on the way that was not an ordinary weekday. */
export type WorkdayWalk = {
  readonly date: LocalDate;
  readonly provisional: boolean;
  /** Days of public holidays that were not counted, weekends inside the holiday included. */
  readonly holidays: readonly LocalDate[];
  /** Ordinary Saturdays and Sundays that were not counted. */
  readonly weekendDays: number;
  /** Saturdays and Sundays that were counted because people work on them. */
  readonly makeUpWorkdays: readonly LocalDate[];
};

/**
 * The `count`-th working day after `start`: the day after `start` is the first that can count; 0 is `start`
 * itself. Throws RangeError when `count` is not a whole number from 0 on.
 */
export const walkWorkdays = (start: LocalDate, count: number, calendar: WorkCalendar): WorkdayWalk => {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`);
  const index = indexOf(calendar);
  const holidays: LocalDate[] = [];
  const makeUpWorkdays: LocalDate[] = [];
  let weekendDays = 0;
  let day = dayNumber(start);
  for (let left = count; left > 0; ) {
    day += 1;
    const kind = kindOfNumber(day, index);
    if (kind === 'weekday' || kind === 'makeUpWorkday') left -= 1;
    if (kind === 'makeUpWorkday') makeUpWorkdays.push(dateOfNumber(day));
    if (kind === 'holiday') holidays.push(dateOfNumber(day));
    if (kind === 'weekend') weekendDays += 1;
  }
  const date = dateOfNumber(day);
  return { date, provisional: isProvisional(start, date, index), holidays, weekendDays, makeUpWorkdays };
};

/** Whether a day after `from`, up to and with `to`, is not settled by a notice. */
const isProvisional = (from: LocalDate, to: LocalDate, index: Index): boolean => {
  if (from === to) return false;
  const first = addDays(from, 1);
  const last = getCivil(to).year;
  for (let year = getCivil(first).year; year <= last; year += 1) if (!index.years.has(year)) return true;
  return isUnsettled(to, index);
};

/** The `count`-th working day after `start`, the day after `start` being the first that can count. */
export const addWorkdays = (
  start: LocalDate,
  count: number,
  calendar: WorkCalendar,
): { readonly date: LocalDate; readonly provisional: boolean } => {
  const { date, provisional } = walkWorkdays(start, count, calendar);
  return { date, provisional };
};

/** Monday to Friday among the days with numbers up to and with `number`, counted from a fixed Monday. */
const weekdaysUpTo = (number: number): number => {
  const sinceMonday = number + 3; // day -3 was a Monday
  const weeks = Math.floor(sinceMonday / 7);
  return weeks * 5 + Math.min(sinceMonday - weeks * 7 + 1, 5);
};

/** How many of the ascending numbers are at most `limit`. */
const countUpTo = (ascending: readonly number[], limit: number): number => {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Number.POSITIVE_INFINITY) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
};

/**
 * Working days after `from`, up to and with `to`; negative when `to` is earlier: the working days after `to`, up
 * to and with `from`. Inverse of `addWorkdays`. The cost does not grow with the distance: lists ask it per row.
 */
export const workdaysBetween = (
  from: LocalDate,
  to: LocalDate,
  calendar: WorkCalendar,
): { readonly count: number; readonly provisional: boolean } => {
  const index = indexOf(calendar);
  const upTo = (number: number): number =>
    weekdaysUpTo(number) - countUpTo(index.weekdaysOff, number) + countUpTo(index.weekendsOn, number);
  const [early, late] = from <= to ? [from, to] : [to, from];
  return {
    count: upTo(dayNumber(to)) - upTo(dayNumber(from)),
    provisional: isProvisional(early, late, index),
  };
};
