/** "Why this date", worded: the derivation that came with an owed date, as sentences in a language. */
import type { Derivation } from '#core/clock/deadline.ts';
import { explainDueDate } from '#core/clock/explain.ts';
import type { z } from 'zod';
import { calendarMessages } from './messages/calendar.ts';
import { clockMessages } from './messages/clock.ts';
import { fill, type Language } from './messages/message.ts';
import type { owed } from './schemas.ts';

export type Owed = z.output<typeof owed>;

export type WhyDate = {
  /** In the order of the reckoning: the start, what was counted and skipped, the date, what is uncertain. */
  readonly lines: readonly string[];
  /** The clause behind the rule. */
  readonly source: string;
  /** Whether someone compared the rule with the official text. */
  readonly verified: boolean;
};

/** What was left of a date whose clock stands still, and since when; null: it runs, or the list says no reasons. */
export const standingStill = (due: Reckoned): Derivation['paused'] =>
  (due.why as unknown as Partial<Derivation>).paused ?? null;

/** Which version of the work calendar counted the days, as the server's clock adds it to a derivation. */
type Counted = { readonly calendarVersion?: { readonly id: number | null; readonly note: string } };

/** Only working days depend on the calendar; the table that the product ships needs no naming. */
const calendarLine = (why: Derivation & Counted, language: Language): readonly string[] => {
  const { counting, calendarVersion: version } = why;
  const { unit } = counting.unit === 'daysBefore' ? counting.of.why.counting : counting;
  if (unit !== 'workday' || version === undefined || version.id === null) return [];
  return [fill(calendarMessages['calendar.why'], language, { id: version.id, note: version.note })];
};

/** A date with its derivation. */
export type Reckoned = Pick<Owed, 'date' | 'provisional' | 'why'>;

/** `due.why` must be a derivation as the server's clock wrote it (core/clock/deadline.ts). */
export const whyDate = (due: Reckoned, language: Language): WhyDate => {
  const why = due.why as unknown as Derivation & Counted;
  const lines = explainDueDate({ date: due.date, provisional: due.provisional, why });
  return {
    lines: [
      ...lines
        .filter(({ code }) => code !== 'unverified')
        .map(({ code, params }) => fill(clockMessages[`clock.why.${code}`], language, params)),
      ...calendarLine(why, language),
    ],
    source: why.rule.source.cite[language],
    verified: why.rule.source.verified,
  };
};
