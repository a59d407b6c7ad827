import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addWorkdays,
  compareDates,
  dayOfWeek,
  daysBetween,
  isLeap,
  isLocalDate,
  isWorkday,
  parseLocalDate,
  type WorkCalendar,
  walkWorkdays,
  workdaysBetween,
  yearOf,
} from './calendar.ts';

const source = { cite: { zh: '试', en: 'test' }, verified: true } as const;

/** 2025 and 2026 with a few days of their own: a long holiday with make-up days on both sides. */
const calendar: WorkCalendar = {
  region: 'test',
  years: [
    { year: 2025, holidays: ['2025-01-01', '2025-12-31'], makeUpWorkdays: [], source },
    {
      year: 2026,
      holidays: ['2026-01-01', '2026-01-02', '2026-01-03', '2026-05-01', '2026-05-04', '2026-05-05'],
      makeUpWorkdays: ['2026-01-04', '2026-05-09'],
      source,
    },
  ],
};
const without: WorkCalendar = { region: 'none', years: [] };

const day = fc
  .integer({ min: Date.UTC(1600, 0, 1) / 86_400_000, max: Date.UTC(2400, 11, 31) / 86_400_000 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));

describe('calendar days', () => {
  test.each([
    ['2024-02-29', true],
    ['2025-02-29', false],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-01-00', false],
    ['0000-01-01', false],
    ['0001-01-01', true],
    ['9999-12-31', true],
    ['2026-1-1', false],
    [' 2026-01-01', false],
    ['2026-01-01T00:00', false],
    ['２０２６-01-01', false],
    ['', false],
  ])('%j is a day: %s', (text, exists) => {
    expect(isLocalDate(text)).toBe(exists);
    expect(parseLocalDate(text)).toBe(exists ? text : null);
  });

  test('leap years', () => {
    expect([1900, 2000, 2023, 2024, 2100, 2400].filter(isLeap)).toEqual([2000, 2024, 2400]);
  });

  test.each([
    ['2025-12-31', 1, '2026-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-02-28', 1, '2025-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2026-03-21', 0, '2026-03-21'],
  ])('%s plus %i days is %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
    expect(daysBetween(from, to)).toBe(days);
  });

  test.each([
    ['2026-03-21', 3, '2026-06-21'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-10-31', 1, '2026-11-30'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-01-31', -2, '2025-11-30'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s plus %i months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  test('weekdays run from 1 Monday to 7 Sunday', () => {
    expect(['2026-03-16', '2026-03-20', '2026-03-21', '2026-03-22', '1969-12-31'].map(dayOfWeek)).toEqual([
      1, 5, 6, 7, 3,
    ]);
  });

  test('order, and the year of a day', () => {
    expect(compareDates('2025-12-31', '2026-01-01')).toBeLessThan(0);
    expect(compareDates('2026-01-02', '2026-01-01')).toBeGreaterThan(0);
    expect(compareDates('2026-01-01', '2026-01-01')).toBe(0);
    expect(yearOf('2026-01-01')).toBe(2026);
  });

  test('what is no day is a fault, not a wrong date', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
    expect(() => addDays('2026-01-01', 0.5)).toThrow(RangeError);
    expect(() => addMonths('9999-12-01', 1)).toThrow(RangeError);
    expect(() => dayOfWeek('')).toThrow(RangeError);
  });

  test('agrees with the platform on days and weekdays over eight centuries', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -90_000, max: 90_000 }), (from, days) => {
        const then = new Date(`${from}T00:00:00Z`);
        expect(dayOfWeek(from) % 7).toBe(then.getUTCDay());
        then.setUTCDate(then.getUTCDate() + days);
        const to = then.toISOString().slice(0, 10);
        expect(addDays(from, days)).toBe(to);
        expect(daysBetween(from, to)).toBe(days);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('working days', () => {
  test.each([
    ['2026-04-30', true, false],
    ['2026-05-01', false, false],
    ['2026-05-02', false, false],
    ['2026-05-09', true, false],
    ['2026-01-04', true, false],
    ['2025-12-31', false, false],
    ['2026-12-24', true, false],
    ['2026-12-25', true, true],
    ['2026-12-27', false, true],
    ['2027-01-01', true, true],
    ['2024-12-30', true, true],
  ])('%s: working %s, provisional %s', (date, workday, provisional) => {
    expect(isWorkday(date, calendar)).toEqual({ workday, provisional });
  });

  test('without data every weekday works, and says that it is provisional', () => {
    expect(isWorkday('2026-10-01', without)).toEqual({ workday: true, provisional: true });
    expect(addWorkdays('2026-09-30', 1, without)).toEqual({ date: '2026-10-01', provisional: true });
  });

  test('the day after the start is the first that counts', () => {
    expect(addWorkdays('2026-03-20', 1, calendar).date).toBe('2026-03-23');
    expect(addWorkdays('2026-03-21', 1, calendar).date).toBe('2026-03-23');
    expect(addWorkdays('2026-03-21', 0, calendar)).toEqual({ date: '2026-03-21', provisional: false });
  });

  test('a walk names what it skipped and what it counted', () => {
    expect(walkWorkdays('2026-04-29', 5, calendar)).toEqual({
      date: '2026-05-09',
      provisional: false,
      holidays: ['2026-05-01', '2026-05-04', '2026-05-05'],
      weekendDays: 2,
      makeUpWorkdays: ['2026-05-09'],
    });
  });

  test('a count across the year end uses both years', () => {
    expect(walkWorkdays('2025-12-30', 1, calendar)).toMatchObject({
      date: '2026-01-04',
      holidays: ['2025-12-31', '2026-01-01', '2026-01-02', '2026-01-03'],
      provisional: false,
    });
  });

  test('a count that leaves the known years is provisional, one that stays inside is not', () => {
    expect(addWorkdays('2026-12-23', 1, calendar)).toEqual({ date: '2026-12-24', provisional: false });
    expect(addWorkdays('2026-12-24', 1, calendar).provisional).toBe(true);
    expect(addWorkdays('2024-12-31', 1, calendar).provisional).toBe(false);
    expect(addWorkdays('2024-12-30', 1, calendar).provisional).toBe(true);
    const gap: WorkCalendar = { region: 'gap', years: calendar.years.filter(({ year }) => year !== 2025) };
    expect(workdaysBetween('2024-12-31', '2026-03-02', gap).provisional).toBe(true);
  });

  test('remaining days shrink to none on the day itself and go below after it', () => {
    const left = (today: string): number => workdaysBetween(today, '2026-05-06', calendar).count;
    expect(
      ['2026-04-29', '2026-04-30', '2026-05-05', '2026-05-06', '2026-05-07', '2026-05-11'].map(left),
    ).toEqual([2, 1, 1, 0, -1, -4]);
  });

  test('a number of days that is none is a fault', () => {
    expect(() => addWorkdays('2026-01-05', -1, calendar)).toThrow(RangeError);
    expect(() => addWorkdays('2026-01-05', 1.5, calendar)).toThrow(RangeError);
  });

  test('counting back undoes counting on', () => {
    const near = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays('2024-06-01', days));
    fc.assert(
      fc.property(near, fc.integer({ min: 0, max: 300 }), (start, count) => {
        const walk = walkWorkdays(start, count, calendar);
        expect(workdaysBetween(start, walk.date, calendar).count).toBe(count);
        expect(workdaysBetween(walk.date, start, calendar).count).toBe(0 - count);
        expect(count + walk.holidays.length + walk.weekendDays).toBe(daysBetween(start, walk.date));
      }),
      { numRuns: 2_000 },
    );
  });
});
