import { calendarMessages } from '#contract/messages/calendar.ts';
import type { Language } from '#contract/messages/message.ts';
import type { WritableCell, WritableSheet } from '../platform/workbook/write-workbook.ts';
import type { MoveRow } from './calendar.views.ts';

const cell = (date: string | null): WritableCell => (date === null ? null : { date });

const dutyName = (duty: string, language: Language): string => {
  const key = `calendar.duty.${duty === '' ? 'none' : duty}`;
  return (calendarMessages as Readonly<Record<string, Record<Language, string>>>)[key]?.[language] ?? duty;
};

/** The dates that would move, as a sheet. */
export const movesSheet = (rows: readonly MoveRow[], language: Language): WritableSheet => {
  const word = (key: keyof typeof calendarMessages): string => calendarMessages[key][language];
  return {
    name: word('calendar.moves.title'),
    header: [
      word('calendar.moves.matter'),
      word('calendar.moves.name'),
      word('calendar.moves.unit'),
      word('calendar.moves.duty'),
      word('calendar.moves.old'),
      word('calendar.moves.new'),
      word('calendar.moves.days'),
    ],
    widths: [16, 50, 24, 14, 12, 12, 8],
    rows: rows.map((row) => [
      row.caseNo,
      row.title,
      row.unit ?? word('calendar.moves.proposer'),
      dutyName(row.duty, language),
      cell(row.oldOn),
      cell(row.newOn),
      row.days,
    ]),
  };
};
