import type { Assignment } from '../assignment/assignment.ts';
import { evolveAssignment } from '../assignment/evolve.ts';
import type { Refusal } from '../refusal.ts';
import type { LocalDate } from '../words.ts';
import type { CaseEvent } from './case-event.ts';
import type { CaseFile } from './case-file.ts';

export type Happened = { readonly ok: true; readonly file: CaseFile; readonly events: readonly CaseEvent[] };
export type Outcome = Happened | { readonly ok: false; readonly refusal: Refusal };

export const replaceDuty = (file: CaseFile, duty: Assignment): CaseFile => ({
  ...file,
  duties: file.duties.map((one) => (one.id === duty.id ? duty : one)),
});

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
    const event = { type: 'roundOpened', round: duty.round + 1, on, reason } as const;
    next = replaceDuty(next, evolveAssignment(duty, event));
    events.push({ on: 'assignment', id: duty.id, event });
  }
  return { ok: true, file: next, events };
};

/** The id for a row that is not stored yet: negative, unique in the file. */
export const newId = (rows: readonly { readonly id: number }[]): number =>
  Math.min(0, ...rows.map((row) => row.id)) - 1;
