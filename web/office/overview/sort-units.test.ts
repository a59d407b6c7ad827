import { expect, test } from 'vitest';
import { sortUnits, type UnitFigures } from './sort-units.ts';

const unit = (id: number, name: string, duties: number, answered: number, overdue: number): UnitFigures => ({
  unit: { id, name, boundary: false },
  duties,
  unsigned: 0,
  open: duties - answered,
  answered,
  overdue,
  classes: {},
});

const rows = [
  unit(1, '水务局', 10, 5, 1),
  unit(2, '交通局', 4, 4, 0),
  unit(3, '民政局', 0, 0, 0),
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

test('the given list stays as it was', () => {
  const before = [...rows];
  sortUnits(rows, 'duties', true);
  expect(rows).toEqual(before);
});
