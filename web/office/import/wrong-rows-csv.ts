/** The wrong rows as a table to mend the file by. Opens in a spreadsheet program; nothing in it is a formula. */
import { t } from './import-texts.ts';
import type { ImportRow } from './import-types.ts';

/** What begins like a formula would be run as one (CWE-1236): a quotation mark before it makes it text. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const cell = (text: string): string => `"${harmless(text).replaceAll('"', '""')}"`;

const caseNoOf = ({ facts }: ImportRow): string =>
  facts.find(({ field }) => field === 'caseNo')?.values.join(' ') ?? '';

/** Lines of cells as a file that a spreadsheet program opens; the mark in front says UTF-8. */
export const csvOf = (lines: readonly (readonly string[])[]): string =>
  `\uFEFF${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;

/** One line for each problem of each row, with the cell where it stands. */
export const wrongRowsCsv = (rows: readonly ImportRow[]): string => {
  const head = (['sheet', 'row', 'caseNo', 'title', 'cell', 'problem'] as const).map((key) =>
    t(`importPage.rows.csv.${key}`),
  );
  const lines = rows.flatMap((row) =>
    row.issues
      .filter(({ severity }) => severity === 'error')
      .map(({ cell: at, message }) => [
        row.sheet,
        row.row === row.lastRow ? String(row.row) : `${row.row}–${row.lastRow}`,
        caseNoOf(row),
        row.title,
        at ?? '',
        message,
      ]),
  );
  return csvOf([head, ...lines]);
};

/** 明细台账.xlsx → 明细台账-有错误的行.csv */
export const csvName = (fileName: string): string =>
  `${fileName.replace(/\.[^.]*$/, '')}-${t('importPage.rows.csv.file')}.csv`;
