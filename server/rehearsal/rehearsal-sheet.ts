import { whyDate } from '#contract/why-date.ts';
import type { Language } from '#contract/messages/message.ts';
import { dutyWord, rehearsalMessages } from '#contract/messages/rehearsal.ts';
import type { DueDate } from '#core/clock/deadline.ts';
import type { WritableCell, WritableSheet } from '../platform/workbook/write-workbook.ts';
import type { RehearsalRow } from './rehearsal.views.ts';

const day = (date: string | null): WritableCell => (date === null ? null : { date });

const reasons = (due: DueDate | null, language: Language): string => {
  if (due === null) return '';
  const { lines, source } = whyDate({ ...due, why: { ...due.why } }, language);
  return [...lines, source].join('\n');
};

/** Duties with both dates and why, as a sheet. */
export const rehearsalSheet = (rows: readonly RehearsalRow[], language: Language): WritableSheet => {
  const word = (key: keyof typeof rehearsalMessages): string => rehearsalMessages[key][language];
  return {
    name: word('rehearsal.title'),
    header: (
      [
        'caseNo',
        'name',
        'unit',
        'duty',
        'round',
        'done',
        'now',
        'verdictNow',
        'then',
        'verdictThen',
        'days',
      ] as const
    )
      .map((column) => word(`rehearsal.row.${column}`))
      .concat(word('rehearsal.row.whyNow'), word('rehearsal.row.whyThen')),
    widths: [16, 40, 24, 14, 8, 12, 12, 10, 12, 10, 8, 50, 50],
    rows: rows.map((row) => [
      row.caseNo,
      row.title,
      row.unit,
      dutyWord(row.duty, language),
      row.round,
      day(row.doneOn),
      day(row.now?.date ?? null),
      word(`rehearsal.verdict.${row.verdictNow}`),
      day(row.tried?.date ?? null),
      word(`rehearsal.verdict.${row.verdictThen}`),
      row.days,
      reasons(row.now, language),
      reasons(row.tried, language),
    ]),
  };
};
