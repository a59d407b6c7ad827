import { describe, expect, test } from 'vitest';
import { addDays, dayOfWeek, isWorkday, workdaysBetween, yearOf } from '#core/clock/calendar.ts';
import { compareYears } from '#core/clock/overlay-calendar.ts';
import { cnCalendar, noticedYears } from './cn.ts';

/** The text of the notices: days off, how many the notice says they are, and the make-up days. */
const holidays: readonly [string, string, number][] = [
  ['2023-01-21', '2023-01-27', 7],
  ['2023-04-05', '2023-04-05', 1],
  ['2023-04-29', '2023-05-03', 5],
  ['2023-06-22', '2023-06-24', 3],
  ['2023-09-29', '2023-10-06', 8],
  ['2024-01-01', '2024-01-01', 1],
  ['2024-02-10', '2024-02-17', 8],
  ['2024-04-04', '2024-04-06', 3],
  ['2024-05-01', '2024-05-05', 5],
  ['2024-06-10', '2024-06-10', 1],
  ['2024-09-15', '2024-09-17', 3],
  ['2024-10-01', '2024-10-07', 7],
  ['2025-01-01', '2025-01-01', 1],
  ['2025-01-28', '2025-02-04', 8],
  ['2025-04-04', '2025-04-06', 3],
  ['2025-05-01', '2025-05-05', 5],
  ['2025-05-31', '2025-06-02', 3],
  ['2025-10-01', '2025-10-08', 8],
  ['2026-01-01', '2026-01-03', 3],
  ['2026-02-15', '2026-02-23', 9],
  ['2026-04-04', '2026-04-06', 3],
  ['2026-05-01', '2026-05-05', 5],
  ['2026-06-19', '2026-06-21', 3],
  ['2026-09-25', '2026-09-27', 3],
  ['2026-10-01', '2026-10-07', 7],
];
const makeUp = [
  '2023-01-28',
  '2023-01-29',
  '2023-04-23',
  '2023-05-06',
  '2023-06-25',
  '2023-10-07',
  '2023-10-08',
  '2024-02-04',
  '2024-02-18',
  '2024-04-07',
  '2024-04-28',
  '2024-05-11',
  '2024-09-14',
  '2024-09-29',
  '2024-10-12',
  '2025-01-26',
  '2025-02-08',
  '2025-04-27',
  '2025-09-28',
  '2025-10-11',
  '2026-01-04',
  '2026-02-14',
  '2026-02-28',
  '2026-05-09',
  '2026-09-20',
  '2026-10-10',
];

describe('the calendar of the Chinese mainland', () => {
  test.each(holidays)('%s to %s: %i days off', (first, last, days) => {
    const off: string[] = [];
    for (let day = first; day <= last; day = addDays(day, 1))
      if (!isWorkday(day, cnCalendar).workday) off.push(day);
    expect(off).toHaveLength(days);
  });

  test('the weekend days on which people work are those of the notices', () => {
    const found: string[] = [];
    for (let day = '2023-01-01'; day <= '2026-12-31'; day = addDays(day, 1))
      if (dayOfWeek(day) > 5 && isWorkday(day, cnCalendar).workday) found.push(day);
    expect(found).toEqual(makeUp);
  });

  test.each([
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, count) => {
    expect(workdaysBetween(`${year - 1}-12-31`, `${year}-12-31`, cnCalendar).count).toBe(count);
  });

  test.each(noticedYears)('the package has $year exactly as the notice prints it', (year) => {
    const packaged = cnCalendar.years.find((one) => one.year === year.year);
    expect(packaged).toBeDefined();
    if (packaged === undefined) return;
    expect(compareYears(packaged, year)).toEqual([]);
    expect(packaged.source).toBe(year.source);
  });

  test('years before that are settled too, and say that nobody compared them', () => {
    expect(isWorkday('2018-10-08', cnCalendar)).toEqual({ workday: true, provisional: false });
    expect(isWorkday('2018-12-29', cnCalendar).workday).toBe(true);
    expect(cnCalendar.years.map(({ year }) => year)).toEqual(
      Array.from({ length: cnCalendar.years.length }, (_, index) => 2004 + index),
    );
    for (const { year, source } of cnCalendar.years)
      expect(source.verified).toBe(noticedYears.some((one) => one.year === year));
  });

  test('every day has a name', () => {
    for (const { holidays: off, makeUpWorkdays, names } of cnCalendar.years)
      for (const day of [...off, ...makeUpWorkdays])
        expect(names?.[day], day).toMatch(/^[\p{Script=Han}\d]+$/u);
  });

  test('days stand in their own year, once, and make-up days are Saturdays and Sundays', () => {
    for (const { year, holidays: off, makeUpWorkdays } of cnCalendar.years) {
      const all = [...off, ...makeUpWorkdays];
      expect(new Set(all).size).toBe(all.length);
      expect(all.filter((day) => yearOf(day) !== year)).toEqual([]);
      expect(makeUpWorkdays.filter((day) => dayOfWeek(day) < 6)).toEqual([]);
    }
  });

  test('2027 is not announced, and says so', () => {
    expect(isWorkday('2027-10-01', cnCalendar)).toEqual({ workday: true, provisional: true });
    expect(isWorkday('2026-12-24', cnCalendar)).toEqual({ workday: true, provisional: false });
    expect(isWorkday('2026-12-31', cnCalendar)).toEqual({ workday: true, provisional: true });
  });
});
