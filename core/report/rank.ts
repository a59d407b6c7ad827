/** Places in a ranking: by the exact share, ties share a place. */
import type { Cell } from './report.ts';

/** Compares two exact shares (or numbers), the larger first. */
const larger = (a: Cell, b: Cell): number => {
  const left = BigInt(a.numerator) * BigInt(b.denominator ?? 1);
  const right = BigInt(b.numerator) * BigInt(a.denominator ?? 1);
  return left === right ? 0 : left > right ? -1 : 1;
};

const counts = (cell: Cell | null, least: number): cell is Cell =>
  cell?.value != null && (cell.denominator === null || cell.denominator >= least);

export type Ranked<Row> = {
  readonly row: Row;
  /** 1 for the first; equals share a place and the next one skips (1, 2, 2, 4). Null: too little to be ranked by. */
  readonly place: number | null;
};

/**
 * Rows in their order. Exact shares are compared, not printed ones: 2/3 and 4/6 tie, 43.68 % and 43.72 % do not. Rows
 * without a value, or with a denominator under `least`, stand last and have no place.
 */
export const rank = <Row>(
  rows: readonly Row[],
  by: (row: Row) => Cell | null,
  least: number,
): readonly Ranked<Row>[] => {
  const ranked = rows.flatMap((row) => {
    const cell = by(row);
    return counts(cell, least) ? [{ row, cell }] : [];
  });
  const ordered = ranked.toSorted((a, b) => larger(a.cell, b.cell));
  const places: number[] = [];
  ordered.forEach(({ cell }, at) => {
    const before = ordered[at - 1];
    places.push(before !== undefined && larger(before.cell, cell) === 0 ? (places[at - 1] ?? 1) : at + 1);
  });
  return [
    ...ordered.map(({ row }, at) => ({ row, place: places[at] ?? null })),
    ...rows.filter((row) => !counts(by(row), least)).map((row) => ({ row, place: null })),
  ];
};
