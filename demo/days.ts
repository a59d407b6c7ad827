/**
 * Days and office hours of the demo, without a clock. The work calendar follows the State Council's yearly notices
 * on public holidays for 2024, 2025 and 2026 (days off, and the weekend days worked instead); other years know only weekends.
 */
import type { LocalDate } from '#core/words.ts';
import type { LocalTime } from './demo.ts';
import type { Random } from './random.ts';

const holidays: readonly (readonly [LocalDate, LocalDate])[] = [
  ['2024-01-01', '2024-01-01'],
  ['2024-02-10', '2024-02-17'],
  ['2024-04-04', '2024-04-06'],
  ['2024-05-01', '2024-05-05'],
  ['2024-06-10', '2024-06-10'],
  ['2024-09-15', '2024-09-17'],
  ['2024-10-01', '2024-10-07'],
  ['2025-01-01', '2025-01-01'],
  ['2025-01-28', '2025-02-04'],
  ['2025-04-04', '2025-04-06'],
  ['2025-05-01', '2025-05-05'],
  ['2025-05-31', '2025-06-02'],
  ['2025-10-01', '2025-10-08'],
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
];

const workedWeekends: ReadonlySet<LocalDate> = new Set(
  '2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12 2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11 2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10'.split(
    ' ',
  ),
);

/** Days since 1970-01-01 (proleptic Gregorian); March counts as the first month so that leap days come last. */
const toDayNumber = (date: LocalDate): number => {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined)
    throw new RangeError(`not a date: ${date}`);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
};

const two = (value: number): string => String(value).padStart(2, '0');

const fromDayNumber = (number: number): LocalDate => {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${two(month)}-${two(day)}`;
};

export const addDays = (date: LocalDate, days: number): LocalDate => fromDayNumber(toDayNumber(date) + days);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => toDayNumber(to) - toDayNumber(from);

export const isWorkday = (date: LocalDate): boolean => {
  if (workedWeekends.has(date)) return true;
  if (holidays.some(([first, last]) => first <= date && date <= last)) return false;
  const weekday = (((toDayNumber(date) + 4) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6;
};

/** The workday `count` workdays after (or, when negative, before) `date`; 0 gives the date itself or the next workday. */
export const addWorkdays = (date: LocalDate, count: number): LocalDate => {
  const direction = count < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, direction);
    if (isWorkday(day)) left -= 1;
  }
  while (!isWorkday(day)) day = addDays(day, direction);
  return day;
};

/** Workdays after `from` up to and including `to`. */
export const workdaysBetween = (from: LocalDate, to: LocalDate): number => {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkday(day)) count += 1;
  return count;
};

export const dayOf = (time: LocalTime): LocalDate => time.slice(0, 10);

const timeAt = (day: LocalDate, minute: number): LocalTime =>
  `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

const minuteOf = (time: LocalTime): number => Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16));

const opens = 8 * 60 + 40;
const closes = 17 * 60 + 50;

/** A time somewhat earlier on the same day and never before the office opens: when a thing took place that `time` records. */
export const earlierThatDay = (time: LocalTime, random: Random): LocalTime =>
  timeAt(dayOf(time), Math.max(opens, minuteOf(time) - random.int(5, 150)));

/** The time of one story: each `next` is later than the one before, on workdays and in office hours (noon excepted). */
export type Clock = {
  readonly now: () => LocalTime;
  /** Moves on by a number of workdays from the range; 0 stays on the day while it lasts. */
  readonly next: (low: number, high: number) => LocalTime;
  /** Never goes back: a day that has passed leaves the clock where it is. */
  readonly moveTo: (day: LocalDate) => void;
  readonly catchUp: (time: LocalTime) => void;
  /** The next time at which a proposer acts: any day, from early morning to evening. */
  readonly nextAnyDay: (low: number, high: number) => LocalTime;
};

export const clockFrom = (start: LocalDate, random: Random): Clock => {
  let day = start;
  let minute = opens - 1;
  const settle = (): LocalTime => {
    if (minute >= 12 * 60 && minute < 13 * 60 + 30) minute += 100;
    if (minute > closes) {
      day = addWorkdays(day, 1);
      minute = opens + random.int(0, 90);
    }
    return timeAt(day, minute);
  };
  return {
    now: () => timeAt(day, minute),
    next: (low, high) => {
      const ahead = random.int(low, high);
      if (ahead > 0 || !isWorkday(day)) {
        day = addWorkdays(day, ahead);
        minute = random.int(opens, closes - 60);
      } else minute = Math.max(minute, opens) + random.int(6, 75);
      return settle();
    },
    moveTo: (target) => {
      if (target <= day) return;
      day = addWorkdays(target, 0);
      minute = opens + random.int(0, 120);
    },
    catchUp: (time) => {
      if (time <= timeAt(day, minute)) return;
      day = dayOf(time);
      minute = minuteOf(time);
    },
    nextAnyDay: (low, high) => {
      const ahead = random.int(Math.max(1, low), Math.max(1, high));
      const target = addDays(day, ahead);
      day = isWorkday(target) || random.chance(0.12) ? target : addWorkdays(target, 1);
      minute = random.int(8 * 60 + 5, isWorkday(day) ? 20 * 60 : 18 * 60);
      return timeAt(day, minute);
    },
  };
};
