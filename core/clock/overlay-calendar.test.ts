import { describe, expect, test } from 'vitest';
import { addWorkdays, dayKindOf, isWorkday, workdaysBetween } from './calendar.ts';
import {
  changeOverlay,
  compareYears,
  emptyOverlay,
  firstUnsettledDay,
  overlayCalendar,
} from './overlay-calendar.ts';

const source = { cite: { zh: '', en: '' }, verified: false };
const y2026 = { year: 2026, holidays: ['2026-01-01'], makeUpWorkdays: ['2026-01-04'], source };
const y2027 = { year: 2027, holidays: ['2027-01-01'], makeUpWorkdays: [], source };
const base = { region: 'CN', years: [y2026] };
const day = (date: string, kind: 'off' | 'work' | 'half') => ({
  date,
  kind,
  name: '地方假日',
  source: '文件',
});

describe('an overlay', () => {
  test('adds a year, which is then settled, and replaces one that is there', () => {
    const overlay = changeOverlay(emptyOverlay, { kind: 'year', year: y2027 });
    const calendar = overlayCalendar(base, overlay);
    expect(isWorkday('2027-03-01', calendar)).toEqual({ workday: true, provisional: false });
    const again = changeOverlay(overlay, { kind: 'year', year: { ...y2026, holidays: [] } });
    expect(overlayCalendar(base, again).years.map(({ year }) => year)).toEqual([2026, 2027]);
    expect(isWorkday('2026-01-01', overlayCalendar(base, again)).workday).toBe(true);
    expect(isWorkday('2026-01-01', overlayCalendar(base, emptyOverlay)).workday).toBe(false);
  });

  test('puts the place’s own days above the notice, in counting both ways', () => {
    const calendar = overlayCalendar(
      base,
      changeOverlay(emptyOverlay, {
        kind: 'regional',
        regional: [day('2026-04-20', 'off'), day('2026-01-01', 'work'), day('2026-04-22', 'half')],
      }),
    );
    expect(dayKindOf('2026-04-20', calendar)).toBe('holiday');
    expect(dayKindOf('2026-01-01', calendar)).toBe('makeUpWorkday');
    expect(dayKindOf('2026-04-22', calendar)).toBe('weekday');
    expect(addWorkdays('2026-04-17', 1, calendar).date).toBe('2026-04-21');
    expect(workdaysBetween('2026-04-17', '2026-04-21', calendar).count).toBe(1);
    expect(addWorkdays('2025-12-31', 1, calendar).date).toBe('2026-01-01');
  });

  test('keeps what the other change did', () => {
    const first = changeOverlay(emptyOverlay, { kind: 'year', year: y2027 });
    const both = changeOverlay(first, { kind: 'regional', regional: [day('2027-04-09', 'off')] });
    expect(both.years).toEqual([y2027]);
    expect(both.regional).toHaveLength(1);
  });
});

test('the first day that no notice settles', () => {
  expect(firstUnsettledDay(base, '2026-03-01')).toBe('2026-12-25');
  expect(firstUnsettledDay(base, '2026-12-28')).toBe('2026-12-28');
  expect(firstUnsettledDay(base, '2027-03-01')).toBe('2027-03-01');
  expect(firstUnsettledDay({ region: 'CN', years: [y2026, y2027] }, '2026-03-01')).toBe('2027-12-25');
  expect(firstUnsettledDay(base, '2025-03-01')).toBe('2025-03-01');
});

test('two tables of a year differ by day', () => {
  expect(compareYears(y2026, y2026)).toEqual([]);
  expect(compareYears(y2026, { holidays: ['2026-01-04', '2026-01-01'], makeUpWorkdays: [] })).toEqual([
    '2026-01-04',
  ]);
});
