import type { Sheet } from '#core/catalogue/sheet.ts';
import { createGrid, type Grid, newBudget } from './grid.ts';
import { attribute, createXmlScanner } from './xml-scanner.ts';

type OpenTable = {
  readonly grid: Grid;
  row: number;
  column: number;
  /** Columns that a cell above still covers: column → last covered row. */
  readonly covered: Map<number, number>;
  cell: { text: string; rows: number; columns: number } | null;
};

const span = (attributes: string, name: string): number => {
  const value = Number(attribute(attributes, name) ?? 1);
  return Number.isInteger(value) && value >= 1 && value <= 10_000 ? value : 1;
};

const endCell = (table: OpenTable): void => {
  const { cell } = table;
  if (cell === null) return;
  while ((table.covered.get(table.column) ?? -1) >= table.row) table.column += 1;
  const { row, column } = table;
  const text = cell.text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
  table.grid.put(row, column, text);
  const [lastRow, lastColumn] = [row + cell.rows - 1, column + Math.min(cell.columns, 500) - 1];
  table.grid.merge({ r1: row, c1: column, r2: lastRow, c2: lastColumn });
  if (cell.rows > 1) for (let at = column; at <= lastColumn; at += 1) table.covered.set(at, lastRow);
  table.column = lastColumn + 1;
  table.cell = null;
};

const breaks = new Set(['br', 'p', 'div', 'li']);

/** Reads the tables of a web page: what many office systems export under the name .xls. */
export const readHtml = (text: string): readonly Sheet[] => {
  const budget = newBudget();
  const sheets: Sheet[] = [];
  let table: OpenTable | null = null;
  let depth = 0;
  const open = (raw: string, attributes: string): void => {
    const name = raw.toLowerCase();
    if (name === 'table' && ++depth === 1)
      table = {
        grid: createGrid(`#${sheets.length + 1}`, false, budget),
        row: -1,
        column: 0,
        covered: new Map(),
        cell: null,
      };
    if (table === null) return;
    if (depth === 1 && name === 'tr') {
      endCell(table);
      table.row += 1;
      table.column = 0;
    } else if (depth === 1 && (name === 'td' || name === 'th')) {
      endCell(table);
      table.row = Math.max(0, table.row);
      table.cell = { text: '', rows: span(attributes, 'rowspan'), columns: span(attributes, 'colspan') };
    } else if (table.cell !== null && breaks.has(name) && table.cell.text !== '') table.cell.text += '\n';
  };
  const close = (raw: string): void => {
    const name = raw.toLowerCase();
    if (table === null) return;
    if (depth === 1 && (name === 'td' || name === 'th' || name === 'tr')) endCell(table);
    else if (name === 'table' && --depth === 0) {
      endCell(table);
      sheets.push(table.grid.finish());
      table = null;
    }
  };
  const scanner = createXmlScanner(
    {
      open,
      close,
      text: (run) => {
        // Line ends in the source are only white space; <br> makes lines.
        if (table !== null && table.cell !== null) table.cell.text += run.replace(/\s*\n\s*/g, ' ');
      },
    },
    true,
  );
  scanner.write(text);
  scanner.end();
  return sheets.filter(({ rows }) => rows > 0);
};
