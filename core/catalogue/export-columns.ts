import type { HandlingRole } from '../ruleset.ts';
import type { Text } from '../words.ts';
import type { CatalogueRow } from './catalogue-row.ts';
import type { CatalogueField } from './fields.ts';
import { levelWords, proposerTypeWords } from './parse-classing.ts';
import { printPoints } from './parse-points.ts';

/** A day that the writer makes a date cell of. */
export type ExportCell = string | number | null | { readonly date: string };

export type ExportColumn = {
  readonly field: CatalogueField;
  /** The heading; `recogniseTable` maps either language back to the field. */
  readonly header: Text;
  /** In characters, as shown. */
  readonly width: number;
};

/** The parts of a row that leave in an export. */
export type ExportRow = Omit<
  CatalogueRow,
  'sheet' | 'row' | 'lastRow' | 'caseNoKey' | 'term' | 'sessionNo' | 'cells' | 'issues' | 'units'
> & { readonly units: readonly { readonly name: string; readonly role: HandlingRole }[] };

/** The columns of the ledger that the import takes back, in the order in which the ledger has them. */
export const exportColumns: readonly ExportColumn[] = [
  { field: 'caseNo', header: { zh: '案号', en: 'Case no.' }, width: 12 },
  { field: 'kind', header: { zh: '案别', en: 'Kind' }, width: 8 },
  { field: 'session', header: { zh: '届次', en: 'Session' }, width: 22 },
  { field: 'inSession', header: { zh: '会议/闭会', en: 'In session' }, width: 10 },
  { field: 'year', header: { zh: '年度', en: 'Year' }, width: 8 },
  { field: 'level', header: { zh: '层级', en: 'Level' }, width: 8 },
  { field: 'proposerType', header: { zh: '提出者类别', en: 'Proposed by' }, width: 12 },
  { field: 'priority', header: { zh: '重点督办', en: 'Priority' }, width: 10 },
  { field: 'title', header: { zh: '标题', en: 'Title' }, width: 48 },
  { field: 'body', header: { zh: '正文', en: 'Body' }, width: 60 },
  { field: 'points', header: { zh: '建议条目', en: 'Points' }, width: 40 },
  { field: 'proposers', header: { zh: '提出人', en: 'Proposers' }, width: 16 },
  { field: 'coSigners', header: { zh: '附议人', en: 'Co-signers' }, width: 24 },
  { field: 'delegationOrSector', header: { zh: '代表团/界别', en: 'Delegation or sector' }, width: 14 },
  { field: 'category', header: { zh: '类别', en: 'Category' }, width: 14 },
  { field: 'unitsLead', header: { zh: '主办单位', en: 'Lead units' }, width: 24 },
  { field: 'unitsSole', header: { zh: '独办单位', en: 'Sole unit' }, width: 24 },
  { field: 'unitsSeparate', header: { zh: '分办单位', en: 'Separate units' }, width: 24 },
  { field: 'unitsAssist', header: { zh: '会办单位', en: 'Assisting units' }, width: 30 },
  { field: 'filedOn', header: { zh: '立案日期', en: 'Filed on' }, width: 12 },
  { field: 'assignedOn', header: { zh: '交办日期', en: 'Assigned on' }, width: 12 },
  { field: 'dueOn', header: { zh: '办理时限', en: 'Due on' }, width: 12 },
  { field: 'phone', header: { zh: '联系电话', en: 'Phone' }, width: 16 },
  { field: 'publicConsent', header: { zh: '同意公开', en: 'Consent to publish' }, width: 10 },
  { field: 'note', header: { zh: '备注', en: 'Note' }, width: 24 },
];

const words: Readonly<Record<'suggestion' | 'proposal' | 'inSession' | 'offSession' | 'yes' | 'no', Text>> = {
  suggestion: { zh: '建议', en: 'Suggestion' },
  proposal: { zh: '提案', en: 'Proposal' },
  inSession: { zh: '大会', en: 'In session' },
  offSession: { zh: '闭会', en: 'Off session' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
};

const roleOf: Readonly<Partial<Record<CatalogueField, HandlingRole>>> = {
  unitsLead: 'lead',
  unitsSole: 'sole',
  unitsSeparate: 'separate',
  unitsAssist: 'assist',
};

const list = (names: readonly string[]): string => names.join('、');
const day = (date: string | null): ExportCell => (date === null ? null : { date });

const proposersText = (row: ExportRow, language: 'zh' | 'en'): string => {
  const names = list(row.proposers);
  if (row.proposerCount === null || names === '') return names;
  return language === 'zh' ? `${names}等${row.proposerCount}人` : `${names} (${row.proposerCount} in all)`;
};

/** One cell of the export. Bodies may exceed what a cell holds; see `exportTable`. */
const exportCell = (row: ExportRow, field: CatalogueField, language: 'zh' | 'en'): ExportCell => {
  const role = roleOf[field];
  if (role !== undefined) return list(row.units.filter((unit) => unit.role === role).map(({ name }) => name));
  switch (field) {
    case 'kind':
      return row.kind === null ? null : words[row.kind][language];
    case 'inSession':
      return row.inSession === null ? null : words[row.inSession ? 'inSession' : 'offSession'][language];
    case 'publicConsent':
    case 'priority':
      return row[field] === null ? null : words[row[field] ? 'yes' : 'no'][language];
    case 'level':
      return row.level === null ? null : levelWords[row.level][language];
    case 'proposerType':
      return row.proposerType === null ? null : proposerTypeWords[row.proposerType][language];
    case 'year':
      return row.year;
    case 'points':
      return printPoints(row.points);
    case 'proposers':
      return proposersText(row, language);
    case 'coSigners':
      return list(row.coSigners);
    case 'assignedOn':
    case 'dueOn':
    case 'filedOn':
      return day(row[field]);
    case 'caseNo':
    case 'title':
    case 'body':
    case 'session':
    case 'delegationOrSector':
    case 'category':
    case 'phone':
    case 'note':
      return row[field];
    default:
      return null;
  }
};

/** The most characters that a cell of a workbook can hold (ECMA-376; Excel's limits). */
const longestCell = 32_767;

const cut = (text: string, at: number): string => {
  const part = text.slice(at, at + longestCell);
  return /[\ud800-\udbff]$/.test(part) ? part.slice(0, -1) : part;
};

const pieces = (text: string): string[] => {
  const found: string[] = [];
  for (let at = 0; at < text.length; at += found.at(-1)?.length ?? longestCell) found.push(cut(text, at));
  return found.length === 0 ? [''] : found;
};

const continuation: Text = { zh: '（续）', en: ' (continued)' };

export type ExportTable = {
  readonly header: readonly string[];
  readonly rows: readonly (readonly ExportCell[])[];
  readonly widths: readonly number[];
};

/**
 * The table of an export: what `writeWorkbook` or `writeCsv` writes from it, the import takes back. A text that
 * is too long for a cell goes on in columns headed 正文（续）.
 */
export const exportTable = (rows: readonly ExportRow[], language: 'zh' | 'en'): ExportTable => {
  const header: string[] = [];
  const widths: number[] = [];
  const lines: ExportCell[][] = rows.map(() => []);
  for (const column of exportColumns) {
    const cells = rows.map((row) => exportCell(row, column.field, language));
    const split = cells.map((cell) => (typeof cell === 'string' ? pieces(cell) : [cell]));
    const wide = split.reduce((most, parts) => Math.max(most, parts.length), 1);
    for (let part = 0; part < wide; part += 1) {
      header.push(
        part === 0 ? column.header[language] : `${column.header[language]}${continuation[language]}`,
      );
      widths.push(column.width);
      for (const [index, parts] of split.entries()) lines[index]?.push(parts[part] ?? null);
    }
  }
  return { header, rows: lines, widths };
};
