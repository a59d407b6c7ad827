import { expect, test } from 'vitest';
import { dayByKey, isOutside, readCalendar, spanOf, turn, writeCalendar } from './calendar-view.ts';

test('a view survives the way through its address', () => {
  const address = {
    view: 'week',
    day: '2026-05-20',
    open: '2026-05-21',
    organId: '2',
    unitId: '7',
    owes: 'signFor',
    whose: 'all',
  };
  expect(writeCalendar(readCalendar(address))).toEqual(address);
});

test.each([
  [{ day: '2026-02-30' }],
  [{ open: 'tomorrow' }],
  [{ unitId: 'x' }],
  [{ owes: 'rate' }],
  [{ whose: 'yours' }],
  [{ view: 'year' }],
])('what an address says wrongly is left out: %j', (search) => {
  expect(readCalendar(search)).toEqual({ mode: 'month', day: null, open: null, filters: {} });
});

test.each([
  ['ArrowLeft', 'month', '2026-03-01', '2026-02-28'],
  ['ArrowDown', 'month', '2026-12-28', '2027-01-04'],
  ['ArrowUp', 'week', '2026-05-20', '2026-05-13'],
  ['Home', 'month', '2026-05-20', '2026-05-18'],
  ['End', 'month', '2026-05-20', '2026-05-24'],
  ['PageDown', 'month', '2026-01-31', '2026-02-28'],
  ['PageUp', 'week', '2026-05-20', '2026-05-13'],
] as const)('%s in a %s leads from %s to %s', (key, mode, from, to) => {
  expect(dayByKey(key, mode, from)).toBe(to);
});

test('other keys lead nowhere', () => {
  expect(dayByKey('a', 'month', '2026-05-20')).toBe(null);
});

test('a month shows whole weeks, and marks the days of its neighbours', () => {
  expect(spanOf('month', '2026-05-20')).toEqual({ from: '2026-04-27', to: '2026-05-31' });
  expect(isOutside('month', '2026-05-20', '2026-04-30')).toBe(true);
  expect(isOutside('month', '2026-05-20', '2026-05-01')).toBe(false);
  expect(isOutside('week', '2026-04-30', '2026-05-01')).toBe(false);
  expect(turn('month', '2026-12-31', 1)).toBe('2027-01-31');
});
