import { expect, test } from 'vitest';
import { firstChoice } from './first-choice.ts';

test('what is right is chosen, unless it was handed in already or stands further up', () => {
  const right = { entry: {}, known: null, repeats: null };
  const rows = [
    { ...right, row: 2 },
    { ...right, row: 3, entry: null },
    { ...right, row: 4, known: '2026-0001' },
    { ...right, row: 5, repeats: 2 },
    { ...right, row: 6 },
  ];
  expect([...firstChoice({ rows })]).toEqual([2, 6]);
});
