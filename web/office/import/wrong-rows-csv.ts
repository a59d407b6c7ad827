/** The wrong rows as a table to mend the file by. */
import { csvOf } from '#web/shared/csv.ts';
import { t } from './import-texts.ts';
import type { ImportRow } from './import-types.ts';

const caseNoOf = ({ facts }: ImportRow): string =>
  facts.find(({ field }) => field === 'caseNo')?.values.join(' ') ?? '';

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
