import type { CatalogueRow } from './catalogue-row.ts';
import { type CatalogueField, unitFields } from './fields.ts';
import { groupRows, type RowGroup } from './group-rows.ts';
import { joinRepeatedRows } from './join-rows.ts';
import { parseCaseNo } from './parse-case-no.ts';
import { bodyOf, namesLeader, parseLevel, parsePriority, parseProposerType } from './parse-classing.ts';
import { parseConsent, parseInSession, parseKind, parseYear } from './parse-choice.ts';
import { parsePoints } from './parse-points.ts';
import { kindNamedIn, parseSession, type SessionReading } from './parse-session.ts';
import { compact } from './plain-text.ts';
import {
  type CellReader,
  complain,
  createCellReader,
  firstCell,
  type ReadTable,
  readDate,
  readLine,
  readOne,
  readPeople,
  readText,
} from './read-cells.ts';
import { withPastLines } from './read-past.ts';
import { readUnits, type UnitCell } from './read-units.ts';
import type { RecognisedTable } from './recognise-table.ts';
import { type RowIssue, rowIssue } from './row-issue.ts';
import { cellAddress, indexMerges, type Sheet } from './sheet.ts';

export type ReadOptions = {
  /** The year of dates such as 3月1日 where neither row nor file tells one. */
  readonly defaultYear: number | null;
  /** Whether a printed name is a unit of the directory; such a name is never cut into two. */
  readonly isKnownUnit: (name: string) => boolean;
  /** Whether columns that tell how matters were handled and ended are read; otherwise they are left alone. */
  readonly history?: boolean;
};

export type ReadResult = {
  readonly rows: readonly CatalogueRow[];
  /** What is wrong with the table as a whole. */
  readonly issues: readonly RowIssue[];
  /** The fields that the file has columns for; of the others it says nothing. */
  readonly fields: ReadonlySet<CatalogueField>;
};

const readCaseNo = (
  reader: CellReader,
  hasColumn: boolean,
): Partial<Extract<ReturnType<typeof parseCaseNo>, { ok: true }>> => {
  const cell = firstCell(reader, 'caseNo');
  if (cell === null) {
    if (hasColumn && !reader.issues.some(({ field }) => field === 'caseNo'))
      complain(reader, 'caseNo.missing', 'caseNo', null);
    return {};
  }
  const reading = parseCaseNo(cell.text);
  if (reading.ok) return reading;
  complain(reader, `caseNo.${reading.reason}`, 'caseNo', cell);
  return {};
};

const noSession = { text: null, term: null, session: null, kind: null, inSession: null };

/** 届 and 次 in columns of their own are put together; without any column the file's title speaks. */
const readSession = (reader: CellReader, fallback: string | undefined): SessionReading | typeof noSession => {
  const parts = (reader.cells.get('session') ?? []).map(({ text, header }) => {
    const last = header.split('/').at(-1) ?? '';
    const unit = /^届[次数别]?$/.test(last) ? '届' : /^次数?$/.test(last) ? '次' : '';
    const isNumber = /^[\d一二三四五六七八九十]{1,3}$/.test(compact(text));
    return isNumber ? `${compact(text)}${unit}` : text;
  });
  // 第七届 and 第三次 belong together; two columns that each name the whole meeting do not.
  const whole = parts.find((part) => parseSession(part).session !== null && parseSession(part).term !== null);
  const cell = firstCell(reader, 'session');
  const text = cell === null ? (fallback ?? null) : (whole ?? parts.join(''));
  if (text === null) return noSession;
  const reading = parseSession(text);
  if (cell !== null && reading.term === null && reading.inSession === null)
    complain(reader, 'session.unreadable', 'session', cell);
  return reading;
};

const unitCells = (reader: CellReader, group: RowGroup, table: RecognisedTable): UnitCell[] => {
  const modes = reader.cells.get('handlingMode') ?? [];
  const found: UnitCell[] = [];
  for (const field of unitFields)
    for (const { text, cell, row } of reader.cells.get(field) ?? [])
      found.push({ field, text, cell, mode: modes.findLast((mode) => mode.row <= row) ?? null });
  if (found.length === 0 && table.mapping.sections === 'unitsMixed' && group.section !== null)
    return [{ field: 'unitsMixed', text: group.section, cell: null, mode: modes[0] ?? null }];
  return found;
};

const addresses = (cells: CellReader['cells']): Partial<Record<CatalogueField, string>> => {
  const found: Partial<Record<CatalogueField, string>> = {};
  for (const [field, [cell]] of cells) if (cell !== undefined) found[field] = cell.cell;
  return found;
};

type Identity = Pick<
  CatalogueRow,
  'kind' | 'caseNo' | 'caseNoKey' | 'session' | 'term' | 'sessionNo' | 'inSession' | 'year' | 'title'
>;

/** What tells the matter from others. What its own cells do not say comes from its number, then from the file's title. */
const readIdentity = (reader: CellReader, whole: ReadTable, section: string | null): Identity => {
  const { defaults, sections } = whole.table.mapping;
  const number = readCaseNo(reader, whole.fields.has('caseNo'));
  const session = readSession(reader, defaults.session);
  const numberText = firstCell(reader, 'caseNo')?.text ?? '';
  const kindInNumber = /提案/.test(numberText) ? 'proposal' : /建议/.test(numberText) ? 'suggestion' : null;
  const stated = readOne(reader, 'kind', parseKind, 'kind.unreadable');
  const kindAbove = sections === 'kind' && section !== null ? kindNamedIn(section) : null;
  const kind = stated ?? kindInNumber ?? kindAbove ?? session.kind ?? defaults.kind ?? null;
  if (kind === null && !reader.issues.some(({ code }) => code === 'kind.unreadable'))
    complain(reader, 'kind.missing', 'kind', null);
  const title = readLine(reader, 'title');
  if (title === null && !reader.issues.some(({ field }) => field === 'title'))
    complain(reader, 'title.missing', 'title', null);
  const offSession = /^[闭平]/.test(number.caseNo ?? '') ? false : null;
  return {
    kind,
    caseNo: number.caseNo ?? null,
    caseNoKey: number.key ?? null,
    session: session.text,
    term: session.term ?? number.term ?? null,
    sessionNo: session.session ?? number.session ?? null,
    inSession:
      readOne(reader, 'inSession', parseInSession, 'inSession.unreadable') ??
      session.inSession ??
      offSession ??
      defaults.inSession ??
      null,
    year: readOne(reader, 'year', parseYear, 'year.unreadable') ?? number.year ?? defaults.year ?? null,
    title,
  };
};

type Classing = Pick<CatalogueRow, 'level' | 'proposerType' | 'priority'>;

/** 是否集体提案 is answered by yes and no, every other heading by the sort of proposer. */
const proposerTypeIn = (text: string, header: string) => {
  const consent = /集体/.test(header) ? parseConsent(text) : null;
  return consent === null ? parseProposerType(text) : consent ? 'collective' : 'individual';
};

const readProposerType = (
  reader: CellReader,
  { kind, names }: { readonly kind: CatalogueRow['kind']; readonly names: readonly string[] },
): CatalogueRow['proposerType'] => {
  const cell = firstCell(reader, 'proposerType');
  if (cell === null) return null;
  const found = proposerTypeIn(cell.text, cell.header);
  if (found === null) return complain(reader, 'proposerType.unreadable', 'proposerType', cell);
  if (found !== 'collective') return found;
  return bodyOf(kind, names) ?? complain(reader, 'proposerType.collective', 'proposerType', cell);
};

/** 是否重点 says yes or no; whoever is named under 督办领导 makes the matter a priority. */
const readPriority = (reader: CellReader): boolean | null => {
  let found: boolean | null = null;
  for (const cell of reader.cells.get('priority') ?? []) {
    const leader = namesLeader(cell.header);
    const said = parsePriority(cell.text) ?? (leader && compact(cell.text).length <= 40 ? true : null);
    if (said === null) complain(reader, 'priority.unreadable', 'priority', cell);
    // An empty or crossed-out place for a leader does not say that the matter is none.
    else if (said || !leader) found = found === true || said;
  }
  return found;
};

const readClassing = (
  reader: CellReader,
  kind: CatalogueRow['kind'],
  names: readonly string[],
): Classing => ({
  level: readOne(reader, 'level', parseLevel, 'level.unreadable'),
  proposerType: readProposerType(reader, { kind, names }),
  priority: readPriority(reader),
});

const readDates = (
  reader: CellReader,
  year: number | null,
): Pick<CatalogueRow, 'assignedOn' | 'dueOn' | 'filedOn'> => {
  const assignedOn = readDate(reader, 'assignedOn', year);
  const dueOn = readDate(reader, 'dueOn', year);
  if (assignedOn !== null && dueOn !== null && dueOn < assignedOn)
    complain(reader, 'date.dueBeforeAssigned', 'dueOn', firstCell(reader, 'dueOn'));
  return { assignedOn, dueOn, filedOn: readDate(reader, 'filedOn', year) };
};

const readRowUnits = (
  reader: CellReader,
  whole: ReadTable,
  group: RowGroup,
  isKnown: ReadOptions['isKnownUnit'],
): CatalogueRow['units'] => {
  const { units, issues } = readUnits(
    unitCells(reader, group, whole.table),
    isKnown,
    whole.fields.has('unitsAssist'),
  );
  reader.issues.push(...issues);
  const column = unitFields.find((field) => whole.fields.has(field));
  if (units.length === 0 && column !== undefined) complain(reader, 'units.missing', column, null);
  return units;
};

const noteLayout = (
  reader: CellReader,
  { sheet, hiddenRows }: ReadTable,
  { rows, continued }: RowGroup,
): void => {
  const hidden = rows.find((row) => hiddenRows.has(row));
  if (hidden !== undefined)
    reader.issues.push(rowIssue('row.hidden', null, cellAddress(sheet, hidden, 0), { row: hidden + 1 }));
  const further = continued[0];
  if (further !== undefined)
    reader.issues.push(
      rowIssue('row.continued', null, cellAddress(sheet, further, 0), { row: (rows[0] ?? 0) + 1 }),
    );
};

const readMatter = (whole: ReadTable, group: RowGroup, options: ReadOptions): CatalogueRow => {
  const reader = createCellReader(whole, group);
  const identity = readIdentity(reader, whole, group.section);
  const dates = readDates(reader, identity.year ?? options.defaultYear);
  const proposers = readPeople(reader, 'proposers');
  if (proposers.names.length === 0 && whole.fields.has('proposers'))
    complain(reader, 'proposers.missing', 'proposers', null);
  const printed = readRowUnits(reader, whole, group, options.isKnownUnit);
  const units =
    options.history === true
      ? withPastLines(reader, printed, group.rows, identity.year ?? options.defaultYear)
      : printed;
  noteLayout(reader, whole, group);
  const delegationOrSector = readLine(reader, 'delegationOrSector');
  const bodies = [...proposers.names, delegationOrSector ?? ''];
  const section = whole.table.mapping.sections === 'category' ? group.section : null;
  return {
    sheet: whole.sheet.name,
    row: (group.rows[0] ?? 0) + 1,
    lastRow: (group.rows.at(-1) ?? 0) + 1,
    ...identity,
    ...dates,
    ...readClassing(reader, identity.kind, bodies),
    body: readText(reader, 'body'),
    points: parsePoints(readText(reader, 'points') ?? ''),
    proposers: proposers.names,
    proposerCount: proposers.count,
    coSigners: readPeople(reader, 'coSigners').names,
    delegationOrSector,
    category: readLine(reader, 'category') ?? section,
    units,
    phone: readLine(reader, 'phone')?.normalize('NFKC') ?? null,
    publicConsent: readOne(reader, 'publicConsent', parseConsent, 'consent.unreadable'),
    note: readText(reader, 'note'),
    cells: addresses(reader.cells),
    issues: reader.issues,
  };
};

/** Below this a person should look at the column before importing. */
const sureEnough = 0.6;

const tableIssues = (
  table: RecognisedTable,
  fields: ReadonlySet<CatalogueField>,
  count: number,
): RowIssue[] => {
  const issues: RowIssue[] = [];
  if (!fields.has('title')) issues.push(rowIssue('table.noTitleColumn', 'title', null));
  if (!fields.has('caseNo')) issues.push(rowIssue('table.noCaseNoColumn', 'caseNo', null));
  if (count === 0) issues.push(rowIssue('table.noRows', null, null, { sheet: table.sheetName }));
  for (const { field, confidence, letters, header, samples } of table.columns) {
    if (field !== 'ignored' && confidence < sureEnough)
      issues.push(rowIssue('table.unsureColumn', field, null, { column: letters, header }));
    if (field === 'ignored' && confidence === 0 && samples.length > 0)
      issues.push(rowIssue('table.unknownColumn', null, null, { column: letters, header }));
  }
  return issues;
};

/** Reads every matter of a recognised table. Never throws; what cannot be read stands in `issues` with its cell. */
export const readRows = (sheet: Sheet, table: RecognisedTable, options: ReadOptions): ReadResult => {
  const merges = indexMerges(sheet);
  const fields = new Set(table.columns.flatMap(({ field }) => (field === 'ignored' ? [] : [field])));
  const whole = { sheet, merges, table, fields, hiddenRows: new Set(sheet.hiddenRows) };
  const rows = groupRows(sheet, merges, table).map((group) => readMatter(whole, group, options));
  const joined = joinRepeatedRows(rows);
  return { rows: joined, issues: tableIssues(table, fields, joined.length), fields };
};
