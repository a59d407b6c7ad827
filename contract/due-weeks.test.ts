import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysOf, gridOf, monthOf, shiftDay, shiftMonth, weekdayOf, weekOf } from './due-weeks.ts';

const anyDay = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** The platform's own calendar, which shares no line with ours. */
const weekdayByPlatform = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
const monthLengthByPlatform = (date: string): number =>
  new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate();

describe('for any day', () => {
  test('its week has seven days, Monday to Sunday, and holds it', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const days = daysOf(weekOf(day));
        expect(days.map(weekdayByPlatform)).toEqual([1, 2, 3, 4, 5, 6, 7]);
        expect(days).toContain(day);
        expect(weekdayOf(day)).toBe(weekdayByPlatform(day));
      }),
    );
  });

  test('next week begins on the day after this week ends, across month and year ends', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(weekOf(day, 1).from).toBe(shiftDay(weekOf(day).to, 1));
        expect(weekOf(day, 1)).toEqual(weekOf(shiftDay(day, 7)));
      }),
    );
  });

  test('its month has all its days, and the grid holds them in whole weeks with nothing to spare', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const month = daysOf(monthOf(day));
        expect(month.length).toBe(monthLengthByPlatform(day));
        expect(new Set(month.map((one) => one.slice(0, 7)))).toEqual(new Set([day.slice(0, 7)]));
        const grid = daysOf(gridOf(day));
        expect(grid.length % 7).toBe(0);
        expect(weekdayByPlatform(grid[0] ?? '')).toBe(1);
        expect(grid.filter((one) => month.includes(one))).toEqual(month);
        const first = grid.indexOf(month[0] ?? '');
        expect(first).toBeLessThan(7);
        expect(grid.length - first - month.length).toBeLessThan(7);
      }),
    );
  });

  test('a month later lies in the next month, on the same day or its last', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const next = shiftMonth(day, 1);
        expect(next.slice(0, 7)).toBe(shiftDay(monthOf(day).to, 1).slice(0, 7));
        expect(Number(next.slice(8))).toBe(Math.min(Number(day.slice(8)), monthLengthByPlatform(next)));
      }),
    );
  });
});

test('the week of a year’s end belongs to both years', () => {
  expect(weekOf('2026-12-31')).toEqual({ from: '2026-12-28', to: '2027-01-03' });
  expect(gridOf('2026-02-10')).toEqual({ from: '2026-01-26', to: '2026-03-01' });
});
