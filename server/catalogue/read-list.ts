/** Reads a plain list (units, people): the heading is the row with the most known names, every row below is one entry. */
import { oneLine, severalLines } from '#core/catalogue/plain-text.ts';
import { headerKey } from '#core/catalogue/field-names.ts';
import { headerFingerprint } from '#core/catalogue/mapping.ts';
import { bodyText, cellAddress, columnLetters, indexMerges, type Sheet } from '#core/catalogue/sheet.ts';
import type { MappingPatch } from './choices.ts';
import { importIssue, type StoredIssue } from './import-row.ts';
import type { ColumnSummary, KeptMapping, SheetSummary, TableSummary } from './read-table.ts';

/** What the columns of a list are called; the first names, in Chinese and English, head the template. */
export type ListFields = Readonly<Record<string, readonly string[]>>;

export type ListCell = { readonly text: string; readonly cell: string };
export type ListRow = {
  readonly row: number;
  readonly cells: ReadonlyMap<string, ListCell>;
};

export type ReadList =
  | { readonly ok: true; readonly table: TableSummary; readonly rows: readonly ListRow[] }
  | { readonly ok: false; readonly sheets: readonly SheetSummary[] };

export type ListOrder = {
  readonly fields: ListFields;
  /** Without a column of this field there is no list. */
  readonly needed: string;
  readonly patch: MappingPatch | 'asRecognised' | null;
  readonly remembered: Readonly<Record<string, KeptMapping>>;
};

const searchedRows = 20;

const headersAt = (sheet: Sheet, row: number): readonly string[] => {
  const merges = indexMerges(sheet);
  return Array.from({ length: Math.min(sheet.columns, 100) }, (_, column) =>
    oneLine((bodyText(sheet, merges, row, column) ?? '').slice(0, 200)),
  );
};

const fieldOf = (fields: ListFields): ((header: string) => string) => {
  const byName = new Map(
    Object.entries(fields).flatMap(([field, names]) =>
      names.map((name) => [headerKey(name), field] as const),
    ),
  );
  // 名称（必填） and 名称* are 名称.
  return (header) =>
    byName.get(headerKey(header)) ?? byName.get(headerKey(header.replace(/[（(*].*$/, ''))) ?? 'ignored';
};

type Found = { readonly row: number; readonly headers: readonly string[]; readonly known: number };

const findHeading = (sheet: Sheet, order: ListOrder): Found | null => {
  const meaning = fieldOf(order.fields);
  let best: Found | null = null;
  for (let row = 0; row < Math.min(searchedRows, sheet.rows); row += 1) {
    const headers = headersAt(sheet, row);
    const fields = new Set(headers.map(meaning));
    fields.delete('ignored');
    if (fields.has(order.needed) && fields.size > (best?.known ?? 0))
      best = { row, headers, known: fields.size };
  }
  return best;
};

const rowsBelow = (sheet: Sheet, from: number, fields: ReadonlyMap<number, string>): ListRow[] => {
  const merges = indexMerges(sheet);
  const rows: ListRow[] = [];
  for (let row = from; row < sheet.rows; row += 1) {
    const cells = new Map<string, ListCell>();
    for (const [column, field] of fields) {
      const text = severalLines(bodyText(sheet, merges, row, column) ?? '').trim();
      if (text === '') continue;
      const before = cells.get(field);
      const cell = cellAddress(sheet, row, column);
      cells.set(
        field,
        before === undefined ? { text, cell } : { ...before, text: `${before.text}、${text}` },
      );
    }
    if (cells.size > 0) rows.push({ row: row + 1, cells });
  }
  return rows;
};

const columnsOf = (
  sheet: Sheet,
  headers: readonly string[],
  from: number,
  fieldAt: (column: number, header: string) => string,
  sure: boolean,
): readonly ColumnSummary[] => {
  const merges = indexMerges(sheet);
  return headers.flatMap((header, column) => {
    const samples: string[] = [];
    for (let row = from; row < sheet.rows && samples.length < 3; row += 1) {
      const text = bodyText(sheet, merges, row, column);
      if (text !== null) samples.push(oneLine(text).slice(0, 80));
    }
    const field = fieldAt(column, header);
    if (header === '' && samples.length === 0) return [];
    const confidence = sure || field !== 'ignored' ? 1 : 0;
    return [{ column, letters: columnLetters(column), header, field, confidence, alternatives: [], samples }];
  });
};

const unknownColumns = (columns: readonly ColumnSummary[]): readonly StoredIssue[] =>
  columns.flatMap(({ field, confidence, letters, header, samples }) =>
    field === 'ignored' && confidence === 0 && samples.length > 0
      ? [importIssue('table.unknownColumn', null, null, { column: letters, header }, 'warning')]
      : [],
  );

type Layout = {
  readonly index: number;
  readonly sheet: Sheet;
  readonly row: number;
  readonly headers: readonly string[];
};

const chooseLayout = (sheets: readonly Sheet[], order: ListOrder): Layout | null => {
  const { patch } = order;
  const found = sheets.map((sheet) => findHeading(sheet, order));
  const index =
    patch === null || patch === 'asRecognised'
      ? found.findIndex((one, at) => one !== null && sheets[at]?.hidden !== true)
      : patch.sheet;
  const sheet = sheets[index];
  if (sheet === undefined) return null;
  const corrected = patch === null || patch === 'asRecognised' ? undefined : patch.headerRows;
  if (corrected !== undefined && corrected !== null)
    return { index, sheet, row: corrected.last, headers: headersAt(sheet, corrected.last) };
  const heading = found[index];
  if (heading !== null && heading !== undefined) return { index, sheet, ...heading };
  return patch === null || patch === 'asRecognised'
    ? null
    : { index, sheet, row: 0, headers: headersAt(sheet, 0) };
};

/** Finds the list in a workbook and reads it. Never throws; without a heading, the sheets are named to choose from. */
export const readList = (sheets: readonly Sheet[], order: ListOrder): ReadList => {
  const summary: readonly SheetSummary[] = sheets.map((sheet, index) => {
    const heading = findHeading(sheet, order);
    return {
      index,
      name: sheet.name,
      hidden: sheet.hidden,
      rows: heading === null ? null : Math.max(0, sheet.rows - heading.row - 1),
    };
  });
  const layout = chooseLayout(sheets, order);
  if (layout === null) return { ok: false, sheets: summary };
  const { sheet, row, headers, index } = layout;
  const { patch } = order;
  const fingerprint = headerFingerprint(headers);
  const kept = patch === 'asRecognised' ? undefined : order.remembered[fingerprint];
  const keptFields = new Map(kept?.columns.map((one) => [one.column, one.field]));
  const given = new Map(
    patch === null || patch === 'asRecognised'
      ? []
      : (patch.columns ?? []).map((one) => [one.column, one.field] as const),
  );
  const meaning = fieldOf(order.fields);
  const allowed = new Set([...Object.keys(order.fields), 'ignored']);
  const fieldAt = (column: number, header: string): string => {
    const field = given.get(column) ?? keptFields.get(column) ?? meaning(header);
    return allowed.has(field) ? field : 'ignored';
  };
  const columns = columnsOf(sheet, headers, row + 1, fieldAt, kept !== undefined || given.size > 0);
  const fields = new Map(
    columns.flatMap(({ column, field }) => (field === 'ignored' ? [] : [[column, field] as const])),
  );
  return {
    ok: true,
    rows: rowsBelow(sheet, row + 1, fields),
    table: {
      sheets: summary,
      sheet: index,
      headerRows: { first: row, last: row },
      titleLines: [],
      columns,
      fields: [...allowed],
      sections: 'ignored',
      defaults: {},
      confidence: fields.size === 0 ? 0 : 1,
      remembered: kept !== undefined,
      leftOut: [],
      issues: unknownColumns(columns),
      fingerprint,
      mapping: {
        version: 1,
        columns: columns.map(({ column, header, field }) => ({ column, header, field })),
        headerRows: { first: row, last: row },
        firstDataRow: row + 1,
        sections: 'ignored',
        defaults: {},
      },
    },
  };
};
