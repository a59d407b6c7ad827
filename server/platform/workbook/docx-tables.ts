import type { Sheet } from '#core/catalogue/sheet.ts';
import { type Budget, createGrid, type Grid, newBudget } from './grid.ts';
import { scanPart } from './scan-part.ts';
import { attribute } from './xml-scanner.ts';
import type { ZipArchive } from './zip-archive.ts';

type OpenTable = {
  readonly grid: Grid;
  row: number;
  column: number;
  span: number;
  /** null: not merged downwards; `begin`: the first cell of a merge; `go`: continues the cell above. */
  vertical: 'begin' | 'go' | null;
  text: string;
  inCell: boolean;
  /** Merges that are open at the moment, by their first column. */
  readonly open: Map<number, { r1: number; c2: number; r2: number }>;
};

/** Parts of a text that are not on the page: removed text, field codes, the fallback of a drawing. */
const invisible = new Set(['del', 'moveFrom', 'instrText', 'delText', 'Fallback', 'txbxContent']);

/** A Word table has no name: the lines above it, which often name session and kind, serve as one. */
const tableName = (lines: readonly string[], used: ReadonlySet<string>, index: number): string => {
  const printed = lines.slice(-3).join(' ').slice(0, 80).trim();
  const name = printed === '' ? `#${index + 1}` : printed;
  return used.has(name) ? `${name} #${index + 1}` : name;
};

const endCell = (table: OpenTable): void => {
  const { row, column, span, vertical } = table;
  const above = table.open.get(column);
  if (vertical === 'go' && above !== undefined) above.r2 = row;
  else {
    if (above !== undefined) closeMerge(table, column);
    table.grid.put(row, column, table.text.replace(/\n+$/, ''));
    if (vertical === 'begin') table.open.set(column, { r1: row, c2: column + span - 1, r2: row });
    else if (span > 1) table.grid.merge({ r1: row, c1: column, r2: row, c2: column + span - 1 });
  }
  table.column += span;
  table.inCell = false;
};

const closeMerge = (table: OpenTable, column: number): void => {
  const merge = table.open.get(column);
  table.open.delete(column);
  if (merge !== undefined) table.grid.merge({ r1: merge.r1, c1: column, r2: merge.r2, c2: merge.c2 });
};

const count = (attributes: string): number => {
  const value = Number(attribute(attributes, 'val') ?? 1);
  return Number.isInteger(value) && value >= 1 && value <= 500 ? value : 1;
};

const openInTable = (table: OpenTable, name: string, attributes: string): void => {
  if (name === 'tr') {
    table.row += 1;
    table.column = 0;
  } else if (name === 'gridBefore') table.column = count(attributes);
  else if (name === 'tc') Object.assign(table, { span: 1, vertical: null, text: '', inCell: true });
  else if (name === 'gridSpan') table.span = count(attributes);
  else if (name === 'vMerge') table.vertical = attribute(attributes, 'val') === 'restart' ? 'begin' : 'go';
  else if (name === 'tab') table.text += '\t';
  else if (name === 'br' || name === 'cr') table.text += '\n';
};

/** Reads every table of a .docx as a sheet of its own; a table inside a cell gives its text to that cell. */
export const readDocx = (zip: ZipArchive): readonly Sheet[] => {
  const budget: Budget = newBudget();
  const sheets: Sheet[] = [];
  const used = new Set<string>();
  let lines: string[] = [];
  let line = '';
  let table: OpenTable | null = null;
  let depth = 0;
  let hidden = 0;
  let inText = false;
  const beginTable = (): void => {
    const name = tableName(lines, used, sheets.length);
    used.add(name);
    lines = [];
    table = {
      grid: createGrid(name, false, budget),
      row: -1,
      column: 0,
      span: 1,
      vertical: null,
      text: '',
      inCell: false,
      open: new Map(),
    };
  };
  const endTable = (): void => {
    if (table === null) return;
    for (const column of Array.from(table.open.keys())) closeMerge(table, column);
    sheets.push(table.grid.finish());
    table = null;
  };
  scanPart(zip, 'word/document.xml', {
    open: (name, attributes) => {
      if (invisible.has(name)) hidden += 1;
      else if (name === 't') inText = hidden === 0;
      else if (name === 'tbl' && ++depth === 1) beginTable();
      else if (table !== null && hidden === 0 && (depth === 1 || name === 'br' || name === 'tab'))
        openInTable(table, name, attributes);
    },
    close: (name) => {
      if (invisible.has(name)) hidden -= 1;
      else if (name === 't') inText = false;
      else if (name === 'tbl' && --depth === 0) endTable();
      else if (name === 'tc' && depth === 1 && table !== null) endCell(table);
      else if (name === 'p' && table !== null && table.inCell) table.text += '\n';
      else if (name === 'p' && table === null) {
        if (line.trim() !== '') lines.push(line.trim());
        line = '';
      }
    },
    text: (text) => {
      if (!inText) return;
      if (table === null) line += text;
      else table.text += text;
    },
  });
  return sheets.filter(({ rows }) => rows > 0);
};
