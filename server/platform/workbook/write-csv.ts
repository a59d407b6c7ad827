import { guardCell } from './formula-guard.ts';
import type { Decimal, PlainCell } from './write-workbook.ts';

/** What plain rows hold: no formats and no links. */
type CsvCell = Exclude<PlainCell, Decimal>;

const field = (cell: CsvCell): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = typeof cell === 'string' ? guardCell(cell) : cell.date;
  // Quotes around whatever any locale might take for a delimiter.
  return /[",;|\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/**
 * Writes CSV for spreadsheets: UTF-8 with its mark, CRLF, every text that would count as a formula made harmless
 * by an apostrophe, which `readWorkbook` takes off again.
 */
export const writeCsv = (header: readonly string[], rows: readonly (readonly CsvCell[])[]): Uint8Array => {
  const lines = [header, ...rows].map((row) => row.map(field).join(','));
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`);
};
