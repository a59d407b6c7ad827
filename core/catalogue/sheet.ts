/** A sheet as people see it: displayed texts in a grid. Everything in this folder works on these alone. */

/** A merged area; all four numbers are zero-based and inclusive. */
export type Merge = { readonly r1: number; readonly c1: number; readonly r2: number; readonly c2: number };

export type Sheet = {
  /** The tab's name; for a Word table the lines printed above it. */
  readonly name: string;
  readonly hidden: boolean;
  /** Displayed texts; a date cell is ISO text. Rows may be shorter than `columns`: use `cellAt`. */
  readonly cells: readonly (readonly (string | null)[])[];
  readonly merges: readonly Merge[];
  readonly rows: number;
  readonly columns: number;
  /** Zero-based rows that the office hid or filtered away. */
  readonly hiddenRows: readonly number[];
};

/** The cell's own text, without looking at merges; null when empty or outside the grid. */
export const cellAt = (sheet: Sheet, row: number, column: number): string | null => {
  const text = sheet.cells[row]?.[column];
  return text === undefined || text === null || text.trim() === '' ? null : text;
};

/** 0 → A, 25 → Z, 26 → AA. */
export const columnLetters = (column: number): string => {
  let rest = column + 1;
  let letters = '';
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    rest = Math.floor((rest - 1) / 26);
  }
  return letters;
};

/** The address that a clerk can type into the name box: `明细!C7`. */
export const cellAddress = (sheet: Sheet, row: number, column: number): string =>
  `${sheet.name}!${columnLetters(column)}${row + 1}`;

export type MergeIndex = {
  /** The merge that covers a cell, if any. */
  readonly at: (row: number, column: number) => Merge | null;
};

/** Hostile files declare merges over everything, many times; beyond this many cells we stop looking. */
const mergeBudget = 4_000_000;

/** Looks merges up by cell. Areas outside the grid are clipped; of two that overlap the first one counts. */
export const indexMerges = (sheet: Sheet): MergeIndex => {
  const covered = new Map<number, Merge>();
  const width = Math.max(1, sheet.columns);
  let budget = mergeBudget;
  for (const merge of sheet.merges) {
    const r2 = Math.min(merge.r2, sheet.rows - 1);
    const c2 = Math.min(merge.c2, sheet.columns - 1);
    const area = (r2 - merge.r1 + 1) * (c2 - merge.c1 + 1);
    if (merge.r1 < 0 || merge.c1 < 0 || r2 < merge.r1 || c2 < merge.c1 || area < 2) continue;
    if (area > budget) break;
    budget -= area;
    if (covered.has(merge.r1 * width + merge.c1) || covered.has(r2 * width + c2)) continue;
    const clipped = { r1: merge.r1, c1: merge.c1, r2, c2 };
    for (let row = merge.r1; row <= r2; row += 1) {
      for (let column = merge.c1; column <= c2; column += 1) {
        const key = row * width + column;
        if (!covered.has(key)) covered.set(key, clipped);
      }
    }
  }
  if (covered.size === 0) return { at: () => null };
  return { at: (row, column) => covered.get(row * width + column) ?? null };
};

/**
 * The text that a reader sees at a cell of the table's body: a vertically merged cell speaks for each of its
 * rows, but only in its first column, so that one text never counts as two columns.
 */
export const bodyText = (sheet: Sheet, merges: MergeIndex, row: number, column: number): string | null => {
  const merge = merges.at(row, column);
  if (merge === null) return cellAt(sheet, row, column);
  return column === merge.c1 ? cellAt(sheet, merge.r1, merge.c1) : null;
};
