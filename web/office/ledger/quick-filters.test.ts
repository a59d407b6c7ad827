import { expect, test } from 'vitest';
import { readView } from './ledger-view.ts';
import { quickKeys, quickOf, withQuick } from './quick-filters.ts';

const today = '2026-12-30';

test.each([
  ['lateNow', { due: 'overdue' }],
  ['thisWeek', { dueFrom: '2026-12-30', dueTo: '2027-01-03' }],
  ['lateNextWeek', { dueTo: '2027-01-10' }],
] as const)('%s sets its dates, in place of those before, and keeps the rest', (key, dates) => {
  const before = { unitId: '7', due: 'soon', dueFrom: '2026-01-01', dueTo: '2026-02-01' };
  expect(withQuick(before, key, today)).toEqual({ unitId: '7', per: 'duty', ...dates });
});

test('a view knows on which quick filter it stands, through its address', () => {
  for (const key of quickKeys)
    expect(quickOf(readView(withQuick({ stage: 'handling' }, key, today)), today)).toBe(key);
  expect(quickOf(readView({ due: 'overdue' }), today)).toBe(null);
  expect(quickOf(readView({ per: 'duty' }), today)).toBe(null);
});
