import type { LocalDate } from '../words.ts';
import { addDays } from '../clock/calendar.ts';

export type SessionDays = {
  readonly id: number;
  readonly opensOn: LocalDate;
  readonly closesOn: LocalDate;
};

/**
 * The session for which a submission handed in on this day counts, and whether it counts as handed in during it 大会.
 * Between sessions 闭会、平时 it counts for the last one that opened; before the first one that is known, for that.
 * Null: no session is known. `daysBefore`: from how long before its opening (ruleset: `intake.collected`).
 */
export const sessionOn = (
  daysBefore: number,
  sessions: readonly SessionDays[],
  day: LocalDate,
): { readonly sessionId: number; readonly inSession: boolean } | null => {
  const byOpening = sessions.toSorted((a, b) => (a.opensOn < b.opensOn ? -1 : 1));
  const open = byOpening.find(
    ({ opensOn, closesOn }) => addDays(opensOn, -daysBefore) <= day && day <= closesOn,
  );
  if (open !== undefined) return { sessionId: open.id, inSession: true };
  const last = byOpening.findLast(({ opensOn }) => opensOn <= day) ?? byOpening[0];
  return last === undefined ? null : { sessionId: last.id, inSession: false };
};
