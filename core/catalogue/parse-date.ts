import type { LocalDate } from '../words.ts';
import { chineseNumerals, readNumber } from './chinese-number.ts';
import { compact } from './plain-text.ts';

export type DateReading =
  | {
      readonly ok: true;
      readonly date: LocalDate;
      /** The text named a month's end (三月底前), not a day. */
      readonly monthEnd: boolean;
    }
  | { readonly ok: false; readonly reason: 'notADate' | 'noSuchDay' | 'yearMissing' | 'monthOnly' };

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

const pad = (value: number): string => String(value).padStart(2, '0');

const day = (year: number, month: number, date: number, monthEnd = false): DateReading => {
  if (year < 1949 || year > 2149 || month < 1 || month > 12 || date < 1 || date > daysIn(year, month))
    return { ok: false, reason: 'noSuchDay' };
  return { ok: true, date: `${year}-${pad(month)}-${pad(date)}`, monthEnd };
};

/**
 * The day of a spreadsheet's serial number (1900 system): 45000 → 2023-03-15.
 * Days are counted from 1 March of year 0, which puts the leap day last; see Hinnant, chrono-compatible
 * low-level date algorithms.
 */
const fromSerial = (serial: number): DateReading => {
  const days = serial - 25_569 + 719_468;
  const era = Math.floor(days / 146_097);
  const ofEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return day(
    yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    ofYear - Math.floor((153 * shifted + 2) / 5) + 1,
  );
};

const fullYear = (text: string): number | null => {
  const value = readNumber(text);
  if (value === null) return null;
  return text.length === 2 && value < 100 ? 2000 + value : value;
};

const number = `(?:\\d{1,2}|[${chineseNumerals}]{1,3})`;
const yearPart = `(\\d{4}|\\d{2}|[${chineseNumerals}]{4}|[${chineseNumerals}]{2})`;
const clockTime = '(?:[T上下午早晚]{0,2}\\d{1,2}[:时点]\\d{0,2}.{0,12})?';
const weekday = '(?:\\(?(?:星期|周|礼拜)[一二三四五六日天]\\)?)?';
const tail = `${weekday}${clockTime}(?:前|之前|以前|止|截止)?$`;
const ymd = new RegExp(`^${yearPart}[年./\\-—_](${number})[月./\\-—_](${number})[日号]?${tail}`);
const ym = new RegExp(`^${yearPart}[年./-](${number})月?(底|末)?(?:前|之前|以前)?$`);
const md = new RegExp(`^(${number})[月./](${number})[日号]?${tail}`);
const m = new RegExp(`^(${number})月(底|末)(?:前|之前|以前)?$`);

const monthEnd = (year: number, month: number): DateReading =>
  month >= 1 && month <= 12
    ? day(year, month, daysIn(year, month), true)
    : { ok: false, reason: 'noSuchDay' };

const readWithYear = (text: string): DateReading | null => {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const plain = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (plain) return day(Number(plain[1]), Number(plain[2]), Number(plain[3]));
  const parts = ymd.exec(text);
  if (parts) {
    const [year, month, date] = [
      fullYear(parts[1] ?? ''),
      readNumber(parts[2] ?? ''),
      readNumber(parts[3] ?? ''),
    ];
    if (year !== null && month !== null && date !== null) return day(year, month, date);
  }
  const american = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text);
  if (american) return day(Number(american[3]), Number(american[1]), Number(american[2]));
  const months = ym.exec(text);
  if (months) {
    const [year, month] = [fullYear(months[1] ?? ''), readNumber(months[2] ?? '')];
    if (year === null || month === null || year < 1949) return null;
    return months[3] === undefined ? { ok: false, reason: 'monthOnly' } : monthEnd(year, month);
  }
  return null;
};

const readWithoutYear = (text: string, defaultYear: number | null): DateReading | null => {
  const parts = md.exec(text);
  const months = parts ? null : m.exec(text);
  if (!parts && !months) return null;
  const month = readNumber((parts ?? months)?.[1] ?? '');
  if (month === null) return null;
  if (defaultYear === null) return { ok: false, reason: 'yearMissing' };
  if (!parts) return monthEnd(defaultYear, month);
  const date = readNumber(parts[2] ?? '');
  return date === null ? null : day(defaultYear, month, date);
};

/**
 * Reads a day as Chinese offices write it: 2023年3月1日, 2023.3.1, 2023/3/1, 20230301, 二〇二三年三月一日,
 * 3月1日 (in `defaultYear`), 6月底前 (the last day, `monthEnd`), a bare spreadsheet serial such as 45000.
 * A month without a day is not guessed.
 */
export const parseDate = (raw: string, defaultYear: number | null = null): DateReading => {
  const text = compact(raw);
  if (text.length > 40) return { ok: false, reason: 'notADate' };
  const withYear = readWithYear(text);
  if (withYear) return withYear;
  // 20,000 is 1954 and 80,000 is 2119: a serial outside is somebody's number, not a day.
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(text);
  if (serial) {
    const value = Number(serial[1]);
    return value >= 20_000 && value <= 80_000 ? fromSerial(value) : { ok: false, reason: 'notADate' };
  }
  return readWithoutYear(text, defaultYear) ?? { ok: false, reason: 'notADate' };
};
