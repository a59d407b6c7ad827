import type { Overview } from './figures.tsx';

export type UnitFigures = Overview['units'][number];
export type UnitSort = 'name' | 'duties' | 'unsigned' | 'open' | 'answered' | 'overdue' | 'progress';

/** Answered of all; a unit without duties has no progress to be compared by and comes last. */
const progressOf = ({ answered, duties }: UnitFigures): number => (duties === 0 ? -1 : answered / duties);

const value = (row: UnitFigures, by: Exclude<UnitSort, 'name'>): number =>
  by === 'progress' ? progressOf(row) : row[by];

export const sortUnits = (
  rows: readonly UnitFigures[],
  by: UnitSort,
  down: boolean,
): readonly UnitFigures[] => {
  const sign = down ? -1 : 1;
  return rows.toSorted(
    (a, b) =>
      sign *
        (by === 'name' ? a.unit.name.localeCompare(b.unit.name, 'zh-CN') : value(a, by) - value(b, by)) ||
      a.unit.id - b.unit.id,
  );
};
