import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addWorkdays, clockFrom, dayOf, daysBetween, isWorkday, workdaysBetween } from './days.ts';
import { randomFrom } from './random.ts';

describe('days', () => {
  test('count over month ends, leap days and year ends', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-02-28', 1)).toBe('2025-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  });

  test('a date that is none is a fault', () => {
    expect(() => addDays('soon', 1)).toThrow(RangeError);
  });

  test('agree with the calendar of the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 40_000 }), (days) => {
        const expected = new Date(days * 86_400_000).toISOString().slice(0, 10);
        expect(addDays('1970-01-01', days)).toBe(expected);
        expect(daysBetween('1970-01-01', expected)).toBe(days);
      }),
    );
  });
});

describe('workdays', () => {
  test('leave out weekends and holidays, and take in the weekends that are worked', () => {
    expect(isWorkday('2026-11-20')).toBe(true);
    expect(isWorkday('2026-11-21')).toBe(false);
    expect(isWorkday('2026-02-17')).toBe(false);
    expect(isWorkday('2026-02-28')).toBe(true);
    expect(isWorkday('2025-10-08')).toBe(false);
  });

  test('are added and counted alike', () => {
    expect(addWorkdays('2026-09-30', 1)).toBe('2026-10-08');
    expect(addWorkdays('2026-11-21', -1)).toBe('2026-11-20');
    expect(addWorkdays('2026-11-21', 0)).toBe('2026-11-23');
    expect(workdaysBetween('2026-09-30', '2026-10-10')).toBe(3);
  });
});

test('a clock only goes forward and keeps office hours, except where proposers act', () => {
  const inOffice = (at: string): boolean => {
    const time = at.slice(11);
    const open = (time >= '08:40' && time < '12:00') || (time >= '13:30' && time <= '17:50');
    return open && isWorkday(dayOf(at));
  };
  fc.assert(
    fc.property(fc.integer(), fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 30 }), (seed, moves) => {
      const clock = clockFrom('2026-03-02', randomFrom(seed));
      const times = moves.map((move) => ({
        office: move !== 5,
        at: move === 5 ? clock.nextAnyDay(1, 3) : clock.next(move, move),
      }));
      const stamps = times.map(({ at }) => at);
      expect(stamps).toEqual([...new Set(stamps)].toSorted());
      expect(times.filter(({ office, at }) => office && !inOffice(at))).toEqual([]);
    }),
  );
});
