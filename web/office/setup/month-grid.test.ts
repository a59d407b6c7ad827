import { describe, expect, it } from 'vitest';
import { dayRuns, monthGrid } from './month-grid.ts';

describe('a month', () => {
  it('begins on its weekday and ends on its last day', () => {
    const february = monthGrid(2027, 2);
    expect(february).toHaveLength(4);
    expect(february[0]?.[0]).toBe('2027-02-01');
    expect(february[3]?.[6]).toBe('2027-02-28');
    expect(monthGrid(2026, 3)[0]).toEqual([null, null, null, null, null, null, '2026-03-01']);
  });

  it('has the leap day', () => {
    expect(monthGrid(2028, 2).flat().filter(Boolean)).toHaveLength(29);
  });
});

it('days in a row that are alike are one run', () => {
  const days = [
    { date: '2027-02-28', kind: 'off' },
    { date: '2027-03-01', kind: 'off' },
    { date: '2027-03-02', kind: 'work' },
    { date: '2027-03-04', kind: 'work' },
  ];
  const runs = dayRuns(days, (a, b) => a.kind === b.kind);
  expect(runs.map(({ first, last }) => [first.date, last.date])).toEqual([
    ['2027-02-28', '2027-03-01'],
    ['2027-03-02', '2027-03-02'],
    ['2027-03-04', '2027-03-04'],
  ]);
});
