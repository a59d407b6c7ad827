import type { Assignment } from '../assignment/assignment.ts';
import { evolveAssignment } from '../assignment/evolve.ts';
import type { Refusal } from '../refusal.ts';
import type { LocalDate } from '../words.ts';
import type { CaseEvent } from './case-event.ts';
import { type CaseFile, liveDuties } from './case-file.ts';

export type Happened = { readonly ok: true; readonly file: CaseFile; readonly events: readonly CaseEvent[] };
export type Outcome = Happened | { readonly ok: false; readonly refusal: Refusal };

export const replaceDuty = (file: CaseFile, duty: Assignment): CaseFile => ({
  ...file,
  duties: file.duties.map((one) => (one.id === duty.id ? duty : one)),
});

/**
 * The next round of a duty. Where its unit is no more, the one that follows it takes the round, unless that one has a
 * part in the matter of its own.
 */
export const roundOpened = (file: CaseFile, duty: Assignment, on: LocalDate, reason: string) => {
  const successor = duty.successorId ?? null;
  const taken = liveDuties(file).some(({ unitId }) => unitId === successor);
  return {
    type: 'roundOpened' as const,
    round: duty.round + 1,
    on,
    reason,
    ...(successor === null || taken ? {} : { passesTo: successor }),
  };
};

/** Opens the next round on every answered duty that replies; assisting units are not called again by themselves. */
export const openRound = (
  file: CaseFile,
  before: readonly CaseEvent[],
  duties: readonly Assignment[],
  on: LocalDate,
  reason: string,
): Happened => {
  let next = file;
  const events: CaseEvent[] = [...before];
  for (const duty of duties) {
    if (duty.role === 'assist' || duty.state !== 'answered') continue;
    const event = roundOpened(next, duty, on, reason);
    next = replaceDuty(next, evolveAssignment(duty, event));
    events.push({ on: 'assignment', id: duty.id, event });
  }
  return { ok: true, file: next, events };
};

/** The id for a row that is not stored yet: negative, unique in the file. */
export const newId = (rows: readonly { readonly id: number }[]): number =>
  Math.min(0, ...rows.map((row) => row.id)) - 1;
