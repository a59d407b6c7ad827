import { expect, test } from 'vitest';
import { extensionChoices } from './extension-choices.ts';

test('offers whole months after the date, clamped to the end of a month, and none beyond the limit', () => {
  expect(extensionChoices('2026-11-30', '2027-02-28')).toEqual({
    earliest: '2026-12-01',
    latest: '2027-02-28',
    months: [
      { count: 1, date: '2026-12-30' },
      { count: 2, date: '2027-01-30' },
      { count: 3, date: '2027-02-28' },
    ],
  });
  expect(extensionChoices('2026-06-02', '2026-06-12')).toEqual({
    earliest: '2026-06-03',
    latest: '2026-06-12',
    months: [],
  });
});
