/** Reads a year from a table (.xlsx, .csv) or from JSON: one line a day, with what the day is and what it is called. */
import type { LocalDate } from '../words.ts';
import { parseLocalDate, yearOf } from './calendar.ts';
import { type CalendarIssue, issue, type Place, type ReadDay, type ReadYear } from './calendar-issue.ts';

type Cell = string | null;

const dateHeads = /^(?:日期|日子|date|day)$/i;
const kindHeads = /^(?:类型|类别|种类|性质|休\/?班|kind|type|isoffday)$/i;
const nameHeads = /^(?:名称|节日|节假日|假日|说明|name|holiday)$/i;

const offWords = /^(?:休|休息|放假|假|节假日|假日|法定节假日|调休|off|holiday|true)$/i;
const workWords = /^(?:班|补班|上班|调休上班|工作日|调休工作日|work|workday|make-?up|false)$/i;

const plain = (cell: Cell | undefined): string => (cell ?? '').normalize('NFKC').trim();

/** `2027-01-01`, `2027/1/1`, `2027.1.1`, `2027年1月1日`, `20270101`, a time behind it ignored; null: no day. */
const readDate = (text: string): LocalDate | null => {
  const found =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ].*)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (found === null) return null;
  const [, year = '', month = '', day = ''] = found;
  return parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
};

const readKind = (text: string): ReadDay['kind'] | null =>
  offWords.test(text) ? 'holiday' : workWords.test(text) ? 'makeUpWorkday' : null;

/** The year that most days are in; a notice may reach into the December before. */
const yearOfDays = (days: readonly ReadDay[]): number | null => {
  const counts = new Map<number, number>();
  for (const { date } of days) counts.set(yearOf(date), (counts.get(yearOf(date)) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
};

const finish = (
  days: readonly ReadDay[],
  issues: readonly CalendarIssue[],
  given: number | null,
  documentNo: string | null = null,
): ReadYear => {
  const year = given ?? yearOfDays(days);
  // A table without a single good day has said why already.
  const missing = year === null && issues.length === 0 ? [issue('error', 'no-days', {}, null)] : [];
  return { year, documentNo, issuedOn: null, days, issues: [...issues, ...missing] };
};

type Columns = { readonly date: number; readonly kind: number; readonly name: number; readonly from: number };

/** By the heading where there is one; else date, kind, name in this order. */
const findColumns = (rows: readonly (readonly Cell[])[]): Columns | null => {
  for (const [index, row] of rows.slice(0, 10).entries()) {
    const at = (heads: RegExp): number => row.findIndex((cell) => heads.test(plain(cell)));
    const [date, kind, name] = [at(dateHeads), at(kindHeads), at(nameHeads)];
    if (date >= 0 && kind >= 0) return { date, kind, name, from: index + 1 };
  }
  const first = rows.findIndex((row) => readDate(plain(row[0])) !== null && readKind(plain(row[1])) !== null);
  return first < 0 ? null : { date: 0, kind: 1, name: 2, from: first };
};

const readRow = (row: readonly Cell[], columns: Columns, place: Place): ReadDay | CalendarIssue => {
  const date = readDate(plain(row[columns.date]));
  const kind = readKind(plain(row[columns.kind]));
  if (date === null) return issue('error', 'date-invalid', { text: plain(row[columns.date]) }, place);
  if (kind === null) return issue('error', 'kind-unknown', { text: plain(row[columns.kind]) }, place);
  return { date, kind, name: columns.name < 0 ? '' : plain(row[columns.name]), place };
};

const isIssue = (one: ReadDay | CalendarIssue): one is CalendarIssue => 'severity' in one;
const isDay = (one: ReadDay | CalendarIssue): one is ReadDay => !isIssue(one);

/** Reads the rows of a sheet. `year`: which year it is about; else the one that most days are in. */
export const readCalendarTable = (
  rows: readonly (readonly Cell[])[],
  year: number | null = null,
): ReadYear => {
  const columns = findColumns(rows);
  if (columns === null)
    return {
      year,
      documentNo: null,
      issuedOn: null,
      days: [],
      issues: [issue('error', 'column-missing', {}, null)],
    };
  const read = rows
    .map((row, index) => ({ row, line: index + 1 }))
    .slice(columns.from)
    .filter(({ row }) => row.some((cell) => plain(cell) !== ''))
    .map(({ row, line }) => readRow(row, columns, { line, text: row.map(plain).filter(Boolean).join(' ') }));
  return finish(read.filter(isDay), read.filter(isIssue), year);
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

const listOf = (value: unknown): readonly unknown[] | null => {
  if (Array.isArray(value)) return value as readonly unknown[];
  return isRecord(value) && Array.isArray(value['days']) ? (value['days'] as readonly unknown[]) : null;
};

/**
 * Reads JSON: a list of `{ date, kind, name }`, or an object with that list as `days` (and `year`, `documentNo`).
 * Instead of `kind` an `isOffDay` of true or false is understood, as public lists on the web write it.
 */
export const readCalendarJson = (text: string, given: number | null = null): ReadYear => {
  const nothing = { year: given, documentNo: null, issuedOn: null, days: [] };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ...nothing, issues: [issue('error', 'not-json', {}, null)] };
  }
  const list = listOf(value);
  if (list === null) return { ...nothing, issues: [issue('error', 'column-missing', {}, null)] };
  const head = isRecord(value) ? value : {};
  const columns = { date: 0, kind: 1, name: 2, from: 0 };
  const read = list.map((one, index) => {
    const day = isRecord(one) ? one : {};
    const cells = [day['date'], day['kind'] ?? day['type'] ?? day['isOffDay'], day['name']].map(textOf);
    return readRow(cells, columns, { line: index + 1, text: cells.join(' ').trim() });
  });
  const year = given ?? (typeof head['year'] === 'number' ? head['year'] : null);
  const documentNo = typeof head['documentNo'] === 'string' ? head['documentNo'] : null;
  return finish(read.filter(isDay), read.filter(isIssue), year, documentNo);
};
