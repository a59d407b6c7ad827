/** What a file or a notice said about a year, and what is wrong with it: plain data that every reader hands on. */
import type { LocalDate } from '../words.ts';

/** Where in the text or table something stands: a line from 1 on, and the words there. */
export type Place = { readonly line: number; readonly text: string };

export const calendarIssueCodes = [
  'year-missing',
  'year-differs',
  'no-days',
  'not-json',
  'column-missing',
  'date-invalid',
  'date-no-month',
  'date-other-year',
  'range-backwards',
  'range-long',
  'weekday-wrong',
  'count-wrong',
  'kind-unknown',
  'negated',
  'half-day',
  'both-kinds',
  'twice',
  'make-up-on-weekday',
  'day-as-it-is',
  'source-missing',
  'join-weekend',
  'year-assumed',
  'date-unused',
  'fixed-day-missing',
  'few-days',
  'replaces',
] as const;

export type CalendarIssue = {
  /** `error` stops the change; a `warning` is to be looked at; a `note` is said for completeness. */
  readonly severity: 'error' | 'warning' | 'note';
  readonly code: (typeof calendarIssueCodes)[number];
  readonly params: Readonly<Record<string, string | number>>;
  readonly place: Place | null;
};

export type ReadDay = {
  readonly date: LocalDate;
  readonly kind: 'holiday' | 'makeUpWorkday';
  readonly name: string;
  readonly place: Place;
};

/** A year as it was read, before it is checked. */
export type ReadYear = {
  readonly year: number | null;
  readonly documentNo: string | null;
  readonly issuedOn: LocalDate | null;
  readonly days: readonly ReadDay[];
  readonly issues: readonly CalendarIssue[];
};

export const issue = (
  severity: CalendarIssue['severity'],
  code: CalendarIssue['code'],
  params: CalendarIssue['params'],
  place: Place | null,
): CalendarIssue => ({ severity, code, params, place });
