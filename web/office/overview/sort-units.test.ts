import { expect, test } from 'vitest';
import { countOf, sortUnits, type UnitFigures } from './sort-units.ts';

const unit = (
  id: number,
  name: string,
  answering: number,
  answered: number,
  overdue: number,
): UnitFigures => ({
  unit: { id, name, boundary: false },
  counts: { answering, answered, overdue },
});

const rows: readonly UnitFigures[] = [
  unit(1, '水务局', 10, 5, 1),
  unit(2, '交通局', 4, 4, 0),
  { unit: { id: 3, name: '民政局', boundary: false }, counts: { assisting: 2 } },
  unit(4, '教育局', 10, 1, 1),
];
const ids = (sorted: readonly UnitFigures[]): readonly number[] => sorted.map((row) => row.unit.id);

test('most overdue first; equal ones keep one order', () => {
  expect(ids(sortUnits(rows, 'overdue', true))).toEqual([1, 4, 2, 3]);
});

test('progress is a share, not a number of answers', () => {
  expect(ids(sortUnits(rows, 'progress', true))).toEqual([2, 1, 4, 3]);
});

test('names sort as a Chinese reader expects, by sound', () => {
  expect(ids(sortUnits(rows, 'name', false))).toEqual([2, 4, 3, 1]);
});

test('a count that the answer leaves out is none', () => {
  expect(rows.map((row) => countOf(row, 'assisting'))).toEqual([0, 0, 2, 0]);
  expect(ids(sortUnits(rows, 'assisting', true))).toEqual([3, 1, 2, 4]);
});

test('the given list stays as it was', () => {
  const before = [...rows];
  sortUnits(rows, 'answering', true);
  expect(rows).toEqual(before);
});
