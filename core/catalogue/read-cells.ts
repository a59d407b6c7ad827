import type { CatalogueField } from './fields.ts';
import type { RowGroup } from './group-rows.ts';
import { parseDate } from './parse-date.ts';
import { parsePeople } from './parse-people.ts';
import { compact, isCellError, oneLine, severalLines } from './plain-text.ts';
import type { RecognisedTable } from './recognise-table.ts';
import { type RowIssue, type RowIssueCode, rowIssue } from './row-issue.ts';
import { bodyText, cellAddress, type MergeIndex, type Sheet } from './sheet.ts';

/** A sheet with everything that reading its rows needs, computed once. */
export type ReadTable = {
  readonly sheet: Sheet;
  readonly merges: MergeIndex;
  readonly table: RecognisedTable;
  readonly fields: ReadonlySet<CatalogueField>;
  readonly hiddenRows: ReadonlySet<number>;
};

/** Characters that a cell of each field may have; the import has no use for more, and a hostile file may have much more. */
const longest: Partial<Record<CatalogueField, number>> = {
  body: 500_000,
  points: 200_000,
  note: 20_000,
  title: 500,
  proposers: 3_000,
  coSigners: 3_000,
  unitsLead: 2_000,
  unitsSole: 2_000,
  unitsSeparate: 2_000,
  unitsAssist: 2_000,
  unitsMixed: 2_000,
};
const longestOther = 200;

export type ReadCell = {
  readonly text: string;
  readonly cell: string;
  readonly row: number;
  readonly header: string;
};
type Cells = ReadonlyMap<CatalogueField, readonly ReadCell[]>;

/** Reads the fields of one matter and keeps what is wrong with them. */
export type CellReader = {
  readonly cells: Cells;
  readonly issues: RowIssue[];
  /** Where a field stands, or would stand, in this matter's first line. */
  readonly placeOf: (field: CatalogueField) => string;
};

const cellsOf = ({ sheet, merges, table }: ReadTable, group: RowGroup, issues: RowIssue[]): Cells => {
  const cells = new Map<CatalogueField, ReadCell[]>();
  for (const { column, field, header } of table.columns) {
    if (field === 'ignored') continue;
    for (const row of group.rows) {
      const text = bodyText(sheet, merges, row, column);
      const merge = merges.at(row, column);
      // A merged cell is one cell, however many lines of this matter it covers.
      if (text === null || (merge !== null && row > (group.rows[0] ?? row) && merge.r1 < row)) continue;
      const cell = cellAddress(sheet, merge?.r1 ?? row, column);
      if (isCellError(text)) issues.push(rowIssue('cell.error', field, cell, { text: text.trim() }));
      else if (text.length > (longest[field] ?? longestOther))
        issues.push(
          rowIssue('cell.tooLong', field, cell, {
            length: text.length,
            limit: longest[field] ?? longestOther,
          }),
        );
      else {
        const list = cells.get(field) ?? [];
        list.push({ text, cell, row, header });
        cells.set(field, list);
      }
    }
  }
  return cells;
};

export const createCellReader = (whole: ReadTable, group: RowGroup): CellReader => {
  const issues: RowIssue[] = [];
  const row = group.rows[0] ?? 0;
  const placeOf = (field: CatalogueField): string => {
    const column = whole.table.columns.find((candidate) => candidate.field === field)?.column ?? 0;
    return cellAddress(whole.sheet, row, column);
  };
  return { cells: cellsOf(whole, group, issues), issues, placeOf };
};

export const firstCell = (reader: CellReader, field: CatalogueField): ReadCell | null =>
  reader.cells.get(field)?.[0] ?? null;

export const complain = (
  reader: CellReader,
  code: RowIssueCode,
  field: CatalogueField,
  cell: ReadCell | null,
): null => {
  reader.issues.push(
    rowIssue(
      code,
      field,
      cell?.cell ?? reader.placeOf(field),
      cell === null ? {} : { text: oneLine(cell.text).slice(0, 60) },
    ),
  );
  return null;
};

/** A cell that a reading function understands, or null with a complaint. Empty cells say nothing. */
export const readOne = <Value>(
  reader: CellReader,
  field: CatalogueField,
  read: (text: string) => Value | null,
  code: RowIssueCode,
): Value | null => {
  const cell = firstCell(reader, field);
  if (cell === null) return null;
  return read(cell.text) ?? complain(reader, code, field, cell);
};

export const readLine = (reader: CellReader, field: CatalogueField): string | null => {
  const texts = new Set((reader.cells.get(field) ?? []).map(({ text }) => oneLine(text)));
  return [...texts][0] ?? null;
};

const isContinuation = (header: string): boolean => /[（(]\s*(?:续|continued)/i.test(header);

/** Several columns of text are one text; a column headed 续 goes on in the middle of a sentence. */
export const readText = (reader: CellReader, field: CatalogueField): string | null => {
  let whole = '';
  for (const { text, header } of reader.cells.get(field) ?? []) {
    const plain = text.replace(/\r\n?/g, '\n');
    whole += whole === '' || isContinuation(header) ? plain : `\n${plain}`;
  }
  const text = severalLines(whole);
  return text === '' ? null : text;
};

export type DateField =
  | 'assignedOn'
  | 'dueOn'
  | 'filedOn'
  | 'signedOn'
  | 'contactedOn'
  | 'repliedOn'
  | 'ratedOn'
  | 'closedOn';

export const readDate = (reader: CellReader, field: DateField, year: number | null): string | null => {
  const cell = firstCell(reader, field);
  if (cell === null || /^(?:无|\/|-+|—+)$/.test(compact(cell.text))) return null;
  const reading = parseDate(cell.text, year);
  if (!reading.ok) {
    const code = reading.reason === 'notADate' ? 'date.unreadable' : (`date.${reading.reason}` as const);
    return complain(reader, code, field, cell);
  }
  if (reading.monthEnd)
    reader.issues.push(
      rowIssue('date.monthEnd', field, cell.cell, { date: reading.date, text: oneLine(cell.text) }),
    );
  return reading.date;
};

export const readPeople = (
  reader: CellReader,
  field: 'proposers' | 'coSigners',
): { names: string[]; count: number | null } => {
  const names = new Set<string>();
  let count: number | null = null;
  for (const { text, cell } of reader.cells.get(field) ?? []) {
    if (/^(?:无|\/|-+|—+)$/.test(compact(text))) continue;
    const reading = parsePeople(text);
    for (const name of reading.names) names.add(name);
    count = reading.count ?? count;
    if (field === 'coSigners' && reading.count !== null && reading.count > reading.names.length)
      reader.issues.push(
        rowIssue('proposers.fewer', field, cell, { named: reading.names.length, count: reading.count }),
      );
  }
  return { names: [...names], count };
};
