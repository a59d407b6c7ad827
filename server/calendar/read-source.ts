/** From a pasted text or a file to what it says about a year. */
import type { ReadYear } from '#core/clock/calendar-issue.ts';
import { parseHolidayNotice } from '#core/clock/parse-holiday-notice.ts';
import { readCalendarJson, readCalendarTable } from '#core/clock/read-calendar-table.ts';
import type { AnyRefusal } from '../platform/problem.ts';
import { decodeText } from '../platform/workbook/decode-text.ts';
import { readWorkbook } from '../platform/workbook/read-workbook.ts';
import { UnreadableWorkbook } from '../platform/workbook/workbook-refusal.ts';

/** A year has some sixty lines; whatever is larger is something else. */
const mostBytes = 1024 * 1024;
const mostText = 40_000;

export type ReadSource =
  | { readonly ok: true; readonly read: ReadYear }
  | { readonly ok: false; readonly refusal: AnyRefusal };

const textOf = (bytes: Uint8Array): string | null => {
  try {
    return decodeText(bytes).replace(/^\uFEFF/, '');
  } catch (fault) {
    if (fault instanceof UnreadableWorkbook) return null;
    throw fault;
  }
};

const unreadable: ReadSource = { ok: false, refusal: { code: 'calendar-file-unreadable', params: {} } };

/** The sheet with the most days; one without any tells why. */
const readSheets = async (bytes: Uint8Array, name: string, year: number | null): Promise<ReadSource> => {
  const workbook = await readWorkbook(bytes, name);
  if (!workbook.ok) return { ok: false, refusal: { code: workbook.code, params: workbook.params } };
  const [best] = workbook.sheets
    .map(({ cells }) => readCalendarTable(cells, year))
    .sort((a, b) => b.days.length - a.days.length);
  return best === undefined ? unreadable : { ok: true, read: best };
};

/**
 * Reads a file by what it holds: JSON, the text of a notice, or a table. Refusals: `calendar-file-unreadable`,
 * `workbook.*`. What is wrong inside is told by the issues of what was read.
 */
export const readCalendarFile = async (
  file: { readonly name: string; readonly bytes: Uint8Array },
  year: number | null,
): Promise<ReadSource> => {
  const { name, bytes } = file;
  if (bytes.length === 0 || bytes.length > mostBytes) return unreadable;
  const isTable = /\.(xlsx?|xlsm|et|docx|wps)$/i.test(name);
  const text = isTable ? null : textOf(bytes);
  if (text === null) return readSheets(bytes, name, year);
  if (text.length > mostText && !/\.(csv|tsv|json)$/i.test(name)) return unreadable;
  if (/\.json$/i.test(name) || /^\s*[[{]/.test(text)) return { ok: true, read: readCalendarJson(text, year) };
  // A table says 休 or 放假 in a cell; a notice says it in sentences, with days of a month.
  if (/\d{1,2}\s*[日](?:\s|[（(至、和放上])/.test(text.normalize('NFKC')) && /放假|上班/.test(text))
    return { ok: true, read: parseHolidayNotice(text, year) };
  return readSheets(bytes, /\.csv$/i.test(name) ? name : `${name}.csv`, year);
};
