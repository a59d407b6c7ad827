import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cnCalendar } from '#rulesets/calendar/cn.ts';
import { national } from '#rulesets/national.ts';
import { addDays, isWorkday, workdaysBetween } from '../clock/calendar.ts';
import { isReminderDay, reachedUntil, stepReached, tellFrom } from './reminder.ts';

const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2024-01-01', days));

describe('the ladder', () => {
  // 2026: 1 to 5 May are days off, Saturday 9 May is worked.
  test.each([
    ['three remain on 7 May for 11 May', -3, '2026-05-07', '2026-05-11'],
    ['the holiday counts for nothing', -3, '2026-04-29', '2026-05-07'],
    ['on the day, and over the days off that follow it', 0, '2026-04-30', '2026-05-05'],
    ['one working day late after a weekend', 1, '2026-03-23', '2026-03-22'],
    ['one working day late after the holiday', 1, '2026-05-06', '2026-05-05'],
    ['ten working days late', 10, '2026-03-31', '2026-03-17'],
  ])('%s', (_, days, today, until) => {
    expect(reachedUntil(days, today, cnCalendar)).toBe(until);
  });

  test('a date has reached a step just when so many working days remain or are over', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -60, max: 60 }), (today, distance) => {
        fc.pre(isReminderDay(today, cnCalendar));
        const due = addDays(today, distance);
        const reached = national.reminders.steps.filter(({ days }) =>
          days > 0
            ? workdaysBetween(due, today, cnCalendar).count >= days
            : workdaysBetween(today, due, cnCalendar).count <= -days,
        );
        expect(stepReached(national.reminders, due, today, cnCalendar)).toBe(
          reached.length === 0 ? null : reached.length - 1,
        );
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('when something may leave the app', () => {
  const at = (date: string, time: string) => tellFrom({ date, time }, national.reminders, cnCalendar);

  test('by day on a working day, at once', () => {
    expect(at('2026-05-09', '08:00')).toBeNull();
    expect(at('2026-05-11', '19:59')).toBeNull();
  });

  test('not by night: before eight it waits for eight, after eight in the evening for the next working day', () => {
    expect(at('2026-05-11', '06:30')).toEqual({ date: '2026-05-11', time: '08:00' });
    expect(at('2026-05-11', '20:00')).toEqual({ date: '2026-05-12', time: '08:00' });
    expect(at('2026-04-30', '21:00')).toEqual({ date: '2026-05-06', time: '08:00' });
  });

  test('not on a day off', () => {
    expect(at('2026-05-10', '10:00')).toEqual({ date: '2026-05-11', time: '08:00' });
    expect(at('2026-05-02', '10:00')).toEqual({ date: '2026-05-06', time: '08:00' });
  });

  test('quiet hours within one day', () => {
    const noon = { quiet: { from: '12:00', until: '14:00' } };
    expect(tellFrom({ date: '2026-05-11', time: '12:30' }, noon, cnCalendar)).toEqual({
      date: '2026-05-11',
      time: '14:00',
    });
    expect(tellFrom({ date: '2026-05-11', time: '23:00' }, noon, cnCalendar)).toBeNull();
  });

  test('always on a working day, never earlier than now', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
    fc.assert(
      fc.property(day, time, (date, now) => {
        const from = at(date, now);
        if (from === null) return;
        expect(isWorkday(from.date, cnCalendar).workday).toBe(true);
        expect(`${from.date} ${from.time}` > `${date} ${now}`).toBe(true);
      }),
    );
  });
});
