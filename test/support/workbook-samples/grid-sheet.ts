import type { Merge, Sheet } from '#core/catalogue/sheet.ts';

/** A sheet from rows of texts, as a reader would give it. */
export const gridSheet = (
  cells: readonly (readonly (string | null)[])[],
  more: Partial<Sheet> = {},
): Sheet => ({
  name: '明细',
  hidden: false,
  cells,
  merges: [],
  rows: cells.length,
  columns: Math.max(0, ...cells.map((row) => row.length)),
  hiddenRows: [],
  ...more,
});

/** A merge along a row, or down a column. */
export const across = (row: number, c1: number, c2: number): Merge => ({ r1: row, c1, r2: row, c2 });
export const down = (column: number, r1: number, r2: number): Merge => ({ r1, c1: column, r2, c2: column });
