/** From a file to the rows that it states: which sheet, which columns, which rows are matters. Pure; runs in a worker. */
import type { CatalogueRow } from '#core/catalogue/catalogue-row.ts';
import { catalogueFields, type ColumnField, pastFields } from '#core/catalogue/fields.ts';
import type { Mapping } from '#core/catalogue/mapping.ts';
import { readRows } from '#core/catalogue/read-rows.ts';
import {
  applyMapping,
  type RecognisedColumn,
  type RecognisedTable,
  recogniseTable,
} from '#core/catalogue/recognise-table.ts';
import { compact } from '#core/catalogue/plain-text.ts';
import type { Sheet } from '#core/catalogue/sheet.ts';
import type { MappingPatch } from './choices.ts';
import { fromRowIssue, type StoredIssue } from './import-row.ts';

export type SheetSummary = {
  readonly index: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number | null;
};

export type ColumnSummary = Pick<
  RecognisedColumn,
  'column' | 'letters' | 'header' | 'confidence' | 'samples'
> & {
  readonly field: string;
  readonly alternatives: readonly { readonly field: string; readonly confidence: number }[];
};

/** The table as people see and correct it. */
export type TableSummary = {
  readonly sheets: readonly SheetSummary[];
  readonly sheet: number;
  readonly headerRows: { readonly first: number; readonly last: number } | null;
  readonly titleLines: readonly string[];
  readonly columns: readonly ColumnSummary[];
  readonly fields: readonly string[];
  readonly sections: Mapping['sections'];
  readonly defaults: Mapping['defaults'];
  readonly confidence: number;
  readonly remembered: boolean;
  readonly leftOut: readonly string[];
  readonly issues: readonly StoredIssue[];
  readonly fingerprint: string;
  /** How the layout is read, to be remembered when the import is confirmed. */
  readonly mapping: KeptMapping;
};

/** A mapping of any kind of table: of matters, of units, of people. */
export type KeptMapping = Omit<Mapping, 'columns'> & {
  readonly columns: readonly { readonly column: number; readonly header: string; readonly field: string }[];
};

export type ReadCatalogue =
  | { readonly ok: true; readonly table: TableSummary; readonly rows: readonly CatalogueRow[] }
  | { readonly ok: false; readonly sheets: readonly SheetSummary[] };

export type ReadingOrder = {
  readonly patch: MappingPatch | 'asRecognised' | null;
  /** Mappings of earlier imports by fingerprint. */
  readonly remembered: Readonly<Record<string, Mapping>>;
  /** Names that are units of the directory; they are never cut in two. */
  readonly unitNames: readonly string[];
  readonly defaultYear: number | null;
  /** Whether how matters were handled and ended is read as well. */
  readonly history: boolean;
};

/** Understood, and left out on purpose: dates are computed (law 7), the rest is kept with the person or in the file. */
const notKept: readonly ColumnField[] = ['dueOn', 'note', 'phone'];

const isField = (field: string): field is ColumnField =>
  field === 'ignored' || (catalogueFields as readonly string[]).includes(field);

/** The table to correct: the one recognised in that sheet, or the sheet's cells as they are. */
const baseOf = (
  sheet: Sheet,
  index: number,
  known: RecognisedTable | undefined,
  patch: MappingPatch,
): RecognisedTable => {
  if (known !== undefined && patch.headerRows === undefined) return known;
  const rows = patch.headerRows === undefined ? { first: 0, last: 0 } : patch.headerRows;
  return applyMapping(
    sheet,
    {
      version: 1,
      columns: [],
      headerRows: rows,
      firstDataRow: rows === null ? 0 : rows.last + 1,
      sections: 'ignored',
      defaults: known?.mapping.defaults ?? {},
    },
    index,
  );
};

const patched = (sheet: Sheet, base: RecognisedTable, patch: MappingPatch): RecognisedTable => {
  const fields = new Map(
    (patch.columns ?? []).flatMap(({ column, field }) => (isField(field) ? [[column, field] as const] : [])),
  );
  const headers = new Map(base.columns.map(({ column, header }) => [column, header]));
  const columns = [...new Set([...base.mapping.columns.map(({ column }) => column), ...fields.keys()])].map(
    (column) => ({
      column,
      header: headers.get(column) ?? '',
      field:
        fields.get(column) ?? base.mapping.columns.find((one) => one.column === column)?.field ?? 'ignored',
    }),
  );
  return applyMapping(
    sheet,
    {
      ...base.mapping,
      columns,
      sections: patch.sections ?? base.mapping.sections,
      defaults: {
        ...base.mapping.defaults,
        ...(Object.fromEntries(
          Object.entries(patch.defaults ?? {}).filter(([, value]) => value !== undefined),
        ) as Mapping['defaults']),
      },
    },
    base.sheetIndex,
  );
};

const choose = (
  sheets: readonly Sheet[],
  order: ReadingOrder,
): { table: RecognisedTable | null; remembered: boolean; tables: readonly RecognisedTable[] } => {
  const { best, tables } = recogniseTable(sheets);
  const { patch } = order;
  const wanted = patch === null || patch === 'asRecognised' ? (best?.sheetIndex ?? null) : patch.sheet;
  const sheet = wanted === null ? undefined : sheets[wanted];
  if (wanted === null || sheet === undefined) return { table: null, remembered: false, tables };
  const recognised = tables.find(({ sheetIndex }) => sheetIndex === wanted);
  const kept = recognised === undefined ? undefined : order.remembered[recognised.fingerprint];
  const known =
    recognised === undefined || kept === undefined || patch === 'asRecognised'
      ? recognised
      : applyMapping(
          sheet,
          // The session and year of an old file say nothing about this one; its own title does.
          { ...kept, defaults: { ...recognised.mapping.defaults, ...kept.defaults } },
          wanted,
        );
  if (patch === null || patch === 'asRecognised')
    return { table: known ?? null, remembered: known !== recognised, tables };
  return {
    table: patched(sheet, baseOf(sheet, wanted, known, patch), patch),
    remembered: known !== recognised,
    tables,
  };
};

const summarise = (sheets: readonly Sheet[], tables: readonly RecognisedTable[]): readonly SheetSummary[] =>
  sheets.map(({ name, hidden }, index) => ({
    index,
    name,
    hidden,
    rows: tables.find(({ sheetIndex }) => sheetIndex === index)?.counts.data ?? null,
  }));

/** Recognises and reads a catalogue. Without a table, the sheets are named so that one can be chosen. */
export const readTable = (sheets: readonly Sheet[], order: ReadingOrder): ReadCatalogue => {
  const { table, remembered, tables } = choose(sheets, order);
  const summary = summarise(sheets, tables);
  const sheet = table === null ? undefined : sheets[table.sheetIndex];
  if (table === null || sheet === undefined) return { ok: false, sheets: summary };
  const known = new Set(order.unitNames.map(compact));
  const read = readRows(sheet, table, {
    defaultYear: order.defaultYear,
    isKnownUnit: (name) => known.has(compact(name)),
    history: order.history,
  });
  return {
    ok: true,
    rows: read.rows,
    table: {
      sheets: summary,
      sheet: table.sheetIndex,
      headerRows: table.headerRows,
      titleLines: table.titleLines,
      columns: table.columns.map(({ column, letters, header, field, confidence, alternatives, samples }) => ({
        column,
        letters,
        header,
        field,
        confidence,
        alternatives: alternatives.map((one) => ({ field: one.field, confidence: one.confidence })),
        samples,
      })),
      fields: [...catalogueFields, 'ignored'],
      sections: table.mapping.sections,
      defaults: table.mapping.defaults,
      confidence: table.confidence,
      remembered,
      leftOut: [...notKept, ...(order.history ? [] : pastFields)].filter((field) =>
        read.fields.has(field as never),
      ),
      issues: read.issues.map(fromRowIssue),
      fingerprint: table.fingerprint,
      mapping: table.mapping,
    },
  };
};
