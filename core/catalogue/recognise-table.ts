import type { MatterKind } from '../ruleset.ts';
import { type AssignedColumn, assignFields } from './assign-fields.ts';
import { type ClassifiedRow, classifyRows, type RowClass } from './classify-rows.ts';
import { type CatalogueField, type ColumnField, isUnitField } from './fields.ts';
import { findHeader, type HeaderRows, joinHeaders } from './find-header.ts';
import { headerFingerprint, type Mapping, type RowDefaults, type SectionMeaning } from './mapping.ts';
import { parseInSession, parseYear } from './parse-choice.ts';
import { kindNamedIn, parseSession } from './parse-session.ts';
import { looksLikeUnit } from './parse-units.ts';
import { oneLine } from './plain-text.ts';
import { bodyText, cellAt, columnLetters, indexMerges, type MergeIndex, type Sheet } from './sheet.ts';
import { profileValues, type ValueProfile } from './value-profile.ts';

export type RecognisedColumn = AssignedColumn & {
  /** Zero-based. */
  readonly column: number;
  readonly letters: string;
  /** As printed, levels parted by `/`. */
  readonly header: string;
  /** The first values, for the person who checks the mapping. */
  readonly samples: readonly string[];
};

/** A table found in a sheet, and how it would be read. All row numbers are zero-based. */
export type RecognisedTable = {
  readonly sheetIndex: number;
  readonly sheetName: string;
  readonly hidden: boolean;
  readonly headerRows: HeaderRows | null;
  readonly titleLines: readonly string[];
  readonly columns: readonly RecognisedColumn[];
  readonly rows: readonly ClassifiedRow[];
  readonly counts: Readonly<Record<RowClass, number>>;
  readonly firstDataRow: number;
  readonly lastDataRow: number;
  /** From 0 to 1: how sure we are that this is a catalogue, read rightly. */
  readonly confidence: number;
  readonly fingerprint: string;
  readonly mapping: Mapping;
};

export type Recognition = {
  /** The table to start with: the surest one that is not hidden; null when no sheet holds a catalogue. */
  readonly best: RecognisedTable | null;
  /** Every table found, surest first: suggestions and proposals often have a sheet each. */
  readonly tables: readonly RecognisedTable[];
};

const sampleSize = 60;

const sampleColumn = (sheet: Sheet, merges: MergeIndex, column: number, from: number): string[] => {
  const values: string[] = [];
  for (let row = from; row < sheet.rows && values.length < sampleSize && row < from + 400; row += 1) {
    const text = bodyText(sheet, merges, row, column);
    if (text !== null) values.push(text.slice(0, 400));
  }
  return values;
};

const titleLinesAbove = (sheet: Sheet, before: number): string[] => {
  const lines: string[] = [];
  for (let row = 0; row < before; row += 1)
    for (let column = 0; column < Math.min(sheet.columns, 60); column += 1) {
      const text = cellAt(sheet, row, column);
      if (text !== null) lines.push(oneLine(text.slice(0, 200)));
    }
  return lines.slice(0, 20);
};

/** The kind that the headings speak of: 提案号, 界别, 附议人 belong to proposals, 建议编号, 代表团 to suggestions. */
const kindOfHeaders = (headers: readonly string[]): MatterKind | null => {
  let balance = 0;
  for (const header of headers) {
    if (/提案|界别|委员(?!会)|附议/.test(header)) balance -= 1;
    if (/建议(?!单位)|代表/.test(header)) balance += 1;
    if (/(?:建议.{0,2}提案|提案.{0,2}建议|代表.{0,2}委员)/.test(header)) return null;
  }
  return balance > 0 ? 'suggestion' : balance < 0 ? 'proposal' : null;
};

const hintsFrom = (sheet: Sheet, titleLines: readonly string[], headers: readonly string[]): RowDefaults => {
  const lines = [...titleLines, sheet.name];
  const sessions = lines.map(parseSession);
  const withTerm =
    sessions.find(({ term, session }) => term !== null && session !== null) ??
    sessions.find(({ term }) => term !== null);
  const kind =
    lines.map(kindNamedIn).find((found) => found !== null) ??
    withTerm?.kind ??
    kindOfHeaders(headers) ??
    null;
  const inSession = lines
    .map((line) => (/闭会|平时|大会期间|会议期间/.test(line) ? parseInSession(line) : null))
    .find((found) => found !== null);
  const year = lines.map(parseYear).find((found) => found !== null);
  const session = withTerm === undefined ? undefined : sessionWords(withTerm.text);
  return {
    ...(kind === null ? {} : { kind }),
    ...(session === undefined ? {} : { session }),
    ...(inSession === undefined || inSession === null ? {} : { inSession }),
    ...(year === undefined || year === null ? {} : { year }),
  };
};

/** 云川市第七届人民代表大会第三次会议代表建议交办目录 → the part that names the meeting. */
const sessionWords = (line: string): string => {
  const found = /^.*?届.*?(?:次(?:全体)?会议|次|(?:人大|政协|人民代表大会|委员会)(?!.*次))/.exec(line);
  return (found?.[0] ?? line).slice(0, 60).trim();
};

const sectionMeaning = (rows: readonly ClassifiedRow[], fields: ReadonlySet<ColumnField>): SectionMeaning => {
  const sections = rows.flatMap(({ section }) => (section === null || section === '' ? [] : [section]));
  if (sections.length === 0) return 'ignored';
  if (!fields.has('kind') && sections.every((section) => kindNamedIn(section) !== null)) return 'kind';
  const units = sections.filter(looksLikeUnit).length / sections.length;
  if (units >= 0.7 && ![...fields].some(isUnitField)) return 'unitsMixed';
  return units < 0.3 && !fields.has('category') && sections.every((section) => section.length <= 12)
    ? 'category'
    : 'ignored';
};

const countClasses = (rows: readonly ClassifiedRow[]): Record<RowClass, number> => {
  const counts = { data: 0, blank: 0, header: 0, total: 0, note: 0, section: 0 };
  for (const row of rows) counts[row.class] += 1;
  return counts;
};

const worth: Partial<Record<CatalogueField, number>> = { title: 0.35, caseNo: 0.2, proposers: 0.15 };

const confidenceOf = (columns: readonly AssignedColumn[]): number => {
  const best = new Map<ColumnField, number>();
  for (const { field, confidence } of columns) best.set(field, Math.max(confidence, best.get(field) ?? 0));
  const units = Math.max(
    0,
    ...[...best].filter(([field]) => isUnitField(field)).map(([, confidence]) => confidence),
  );
  const base = Object.entries(worth).reduce(
    (sum, [field, weight]) => sum + weight * (best.get(field as CatalogueField) ?? 0),
    0,
  );
  const further = Math.min(0.1, 0.02 * best.size);
  return Math.min(1, base + 0.2 * units + further);
};

type Layout = {
  readonly headerRows: HeaderRows | null;
  readonly headers: readonly string[];
  readonly firstDataRow: number;
};

const describe = (
  sheet: Sheet,
  sheetIndex: number,
  layout: Layout,
  merges: MergeIndex,
  given: Mapping | null,
): RecognisedTable => {
  const { headers, firstDataRow } = layout;
  const samples = headers.map((_, column) => sampleColumn(sheet, merges, column, firstDataRow));
  const profiles: ValueProfile[] = samples.map(profileValues);
  const fieldGiven = new Map(given?.columns.map(({ column, field }) => [column, field]));
  const columns = assignFields(headers, profiles)
    .map((assigned, column) => {
      const field = given === null ? assigned.field : (fieldGiven.get(column) ?? 'ignored');
      const confidence = given === null ? assigned.confidence : 1;
      const shown = (samples[column] ?? []).slice(0, 3).map((text) => oneLine(text).slice(0, 80));
      return {
        ...assigned,
        field,
        confidence,
        column,
        letters: columnLetters(column),
        header: headers[column] ?? '',
        samples: shown,
      };
    })
    .filter(({ header, samples: shown, field }) => header !== '' || shown.length > 0 || field !== 'ignored');
  const fields = new Map(
    columns.filter(({ field }) => field !== 'ignored').map(({ column, field }) => [column, field]),
  );
  const rows = classifyRows(sheet, merges, { headers, fields, firstDataRow });
  const counts = countClasses(rows);
  const titleLines = titleLinesAbove(sheet, layout.headerRows?.first ?? firstDataRow);
  const dataRows = rows.filter((row) => row.class === 'data');
  return {
    sheetIndex,
    sheetName: sheet.name,
    hidden: sheet.hidden,
    headerRows: layout.headerRows,
    titleLines,
    columns,
    rows,
    counts,
    firstDataRow,
    lastDataRow: dataRows.at(-1)?.row ?? firstDataRow,
    confidence: confidenceOf(columns),
    fingerprint: headerFingerprint(headers),
    mapping: {
      version: 1,
      columns: columns.map(({ column, header, field }) => ({ column, header, field })),
      headerRows: layout.headerRows,
      firstDataRow,
      sections: given?.sections ?? sectionMeaning(rows, new Set(fields.values())),
      defaults: given?.defaults ?? hintsFrom(sheet, titleLines, headers),
    },
  };
};

/**
 * Finds the catalogue in a workbook: the sheet, the heading (of one to three levels), what each column means,
 * and which rows are matters. Never throws; what is not a catalogue gives no table.
 */
export const recogniseTable = (sheets: readonly Sheet[]): Recognition => {
  const tables: RecognisedTable[] = [];
  for (const [sheetIndex, sheet] of sheets.entries()) {
    const merges = indexMerges(sheet);
    const header = findHeader(sheet, merges);
    if (header === null) continue;
    const headerRows = { first: header.first, last: header.last };
    const layout = { headerRows, headers: header.headers, firstDataRow: header.last + 1 };
    tables.push(describe(sheet, sheetIndex, layout, merges, null));
  }
  // A sheet of a thousand matters is more likely the one than a sample of three; the logarithm keeps it a tie-break.
  const rank = (table: RecognisedTable): number =>
    table.confidence +
    0.02 * Math.log2(1 + table.counts.data) -
    (table.hidden ? 0.5 : 0) -
    (table.counts.data === 0 ? 0.7 : 0);
  tables.sort((a, b) => rank(b) - rank(a) || a.sheetIndex - b.sheetIndex);
  const best = tables[0];
  return { best: best !== undefined && best.confidence >= 0.25 ? best : null, tables };
};

/** Where the headings of a mapping stand in this sheet: rows may have moved since the mapping was kept. */
const locate = (sheet: Sheet, mapping: Mapping, merges: MergeIndex): HeaderRows | null => {
  const rows = mapping.headerRows;
  if (rows === null) return null;
  const wanted = mapping.columns.map(({ header }) => header).filter((header) => header !== '');
  const fits = (candidate: HeaderRows): boolean => {
    const present = new Set(
      joinHeaders(sheet, candidate, merges).map((header) => headerFingerprint([header])),
    );
    return wanted.length > 0 && wanted.every((header) => present.has(headerFingerprint([header])));
  };
  const depth = rows.last - rows.first;
  if (fits(rows)) return rows;
  for (let first = 0; first < Math.min(60, sheet.rows); first += 1)
    if (fits({ first, last: first + depth })) return { first, last: first + depth };
  return rows;
};

/** Columns of a kept mapping by heading, each heading's first column first; a column without heading by its place. */
const relocateColumns = (mapping: Mapping, headers: readonly string[], hasHeader: boolean): Mapping => {
  const free = new Map<string, number[]>();
  for (const [column, header] of headers.entries()) {
    const key = headerFingerprint([header]);
    if (key !== '') free.set(key, [...(free.get(key) ?? []), column]);
  }
  const columns = mapping.columns.flatMap((mapped) => {
    const key = headerFingerprint([mapped.header]);
    if (!hasHeader || key === '') return [mapped];
    const places = free.get(key) ?? [];
    const place = places.includes(mapped.column) ? mapped.column : places[0];
    if (place === undefined) return [];
    free.set(
      key,
      places.filter((column) => column !== place),
    );
    return [{ ...mapped, column: place }];
  });
  return { ...mapping, columns };
};

/**
 * Reads a sheet by a mapping that a person made or that was kept for this layout. Headings are found by their
 * text, so moved rows and columns do not matter; a mapping without heading goes by column places alone.
 */
export const applyMapping = (sheet: Sheet, mapping: Mapping, sheetIndex = 0): RecognisedTable => {
  const merges = indexMerges(sheet);
  const headerRows = locate(sheet, mapping, merges);
  const width = Math.min(sheet.columns, 200);
  const headers =
    headerRows === null ? Array.from({ length: width }, () => '') : joinHeaders(sheet, headerRows, merges);
  const firstDataRow = headerRows === null ? mapping.firstDataRow : headerRows.last + 1;
  return describe(
    sheet,
    sheetIndex,
    { headerRows, headers, firstDataRow },
    merges,
    relocateColumns(mapping, headers, headerRows !== null),
  );
};
