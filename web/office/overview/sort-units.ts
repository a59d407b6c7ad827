import type { Overview } from './figures.tsx';

export type UnitFigures = Overview['units'][number];

/** How many a unit has in a column; what the answer leaves out is none. */
export const countOf = ({ counts }: UnitFigures, key: string): number => counts[key] ?? 0;

/** Answered of all that is to be answered; a unit without such duties has no progress and comes last. */
const progressOf = (row: UnitFigures): number => {
  const all = countOf(row, 'answering');
  return all === 0 ? -1 : countOf(row, 'answered') / all;
};

/** `by`: `name`, `progress` or the key of a column. Units that are equal in it keep one order. */
export const sortUnits = (
  rows: readonly UnitFigures[],
  by: string,
  down: boolean,
): readonly UnitFigures[] => {
  const sign = down ? -1 : 1;
  const value = (row: UnitFigures): number => (by === 'progress' ? progressOf(row) : countOf(row, by));
  return rows.toSorted(
    (a, b) =>
      sign * (by === 'name' ? a.unit.name.localeCompare(b.unit.name, 'zh-CN') : value(a) - value(b)) ||
      a.unit.id - b.unit.id,
  );
};
