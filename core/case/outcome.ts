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
 * The duty on which the next round of this one opens. Where its unit is no more and the one that follows it replies on
 * the matter by a duty of its own, the round opens there; null: that one is in hand anyway, and its reply is to come.
 */
export const roundDuty = (file: CaseFile, duty: Assignment): Assignment | null => {
  const successor = duty.successorId ?? null;
  const own = liveDuties(file).find(({ unitId, role }) => unitId === successor && role !== 'assist');
  if (own === undefined) return duty;
  return own.state === 'answered' ? own : null;
};

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
  for (const { id } of duties) {
    const asked = next.duties.find((one) => one.id === id);
    if (asked === undefined || asked.role === 'assist' || asked.state !== 'answered') continue;
    const duty = roundDuty(next, asked);
    if (duty === null) continue;
    const event = roundOpened(next, duty, on, reason);
    next = replaceDuty(next, evolveAssignment(duty, event));
    events.push({ on: 'assignment', id: duty.id, event });
  }
  return { ok: true, file: next, events };
};

/** The id for a row that is not stored yet: negative, unique in the file. */
export const newId = (rows: readonly { readonly id: number }[]): number =>
  Math.min(0, ...rows.map((row) => row.id)) - 1;
