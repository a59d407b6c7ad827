import type { Merge, Sheet } from '#core/catalogue/sheet.ts';
import { workbookLimits } from './workbook-limits.ts';
import { UnreadableWorkbook } from './workbook-refusal.ts';

/** What all sheets of one workbook may use together. */
export type Budget = { cells: number; characters: number; merges: number; sheets: number };

export const newBudget = (): Budget => ({
  cells: workbookLimits.cells,
  characters: workbookLimits.characters,
  merges: workbookLimits.merges,
  sheets: workbookLimits.sheets,
});

export type Grid = {
  readonly put: (row: number, column: number, text: string) => void;
  readonly merge: (merge: Merge) => void;
  readonly hideRow: (row: number) => void;
  readonly finish: () => Sheet;
};

/** A piece of a long text keeps the whole text in memory; a copy lets it go. */
const detach = (text: string): string =>
  text.length > 12 ? Buffer.from(text, 'utf16le').toString('utf16le') : text;

const emptyRow: (string | null)[] = [];

/** Collects the cells of one sheet within the budget; empty edges are left away. */
export const createGrid = (name: string, hidden: boolean, budget: Budget): Grid => {
  budget.sheets -= 1;
  if (budget.sheets < 0)
    throw new UnreadableWorkbook('workbook.tooManySheets', { limit: workbookLimits.sheets });
  const cells: (string | null)[][] = [];
  const merges: Merge[] = [];
  const hiddenRows: number[] = [];
  let columns = 0;
  return {
    put: (row, column, text) => {
      const plain = text.replace(/\r\n?/g, '\n');
      if (plain.trim() === '') return;
      budget.cells -= 1;
      budget.characters -= plain.length;
      if (
        row >= workbookLimits.rows ||
        column >= workbookLimits.columns ||
        budget.cells < 0 ||
        budget.characters < 0
      )
        throw new UnreadableWorkbook('workbook.tooManyCells', {
          rows: workbookLimits.rows,
          columns: workbookLimits.columns,
        });
      while (cells.length <= row) cells.push(emptyRow);
      if (cells[row] === emptyRow) cells[row] = [];
      const line = cells[row] ?? [];
      while (line.length < column) line.push(null);
      line[column] = detach(plain);
      columns = Math.max(columns, column + 1);
    },
    merge: (merge) => {
      budget.merges -= 1;
      if (budget.merges < 0) throw new UnreadableWorkbook('workbook.tooComplex');
      if (merge.r2 > merge.r1 || merge.c2 > merge.c1) merges.push(merge);
    },
    hideRow: (row) => {
      if (row < workbookLimits.rows) hiddenRows.push(row);
    },
    finish: () => ({
      name,
      hidden,
      cells,
      merges: merges.filter(({ r1, c1 }) => r1 < cells.length && c1 < columns),
      rows: cells.length,
      columns,
      hiddenRows: hiddenRows.filter((row) => row < cells.length && cells[row] !== emptyRow),
    }),
  };
};
