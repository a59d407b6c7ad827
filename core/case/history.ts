import { evolveAssignment } from '../assignment/evolve.ts';
import { problemsOfPast } from '../assignment/past.ts';
import { permitMatter } from '../matter/decide.ts';
import { evolveMatter } from '../matter/evolve.ts';
import { same } from '../same.ts';
import { deny, type Refusal, refuse } from '../refusal.ts';
import { giveDuties } from './assign.ts';
import type { CaseCommand, PastDuty } from './case-command.ts';
import type { CaseEvent } from './case-event.ts';
import { type CaseFile, liveDuties } from './case-file.ts';
import { matterContext, type Scene } from './context.ts';
import { type Outcome, replaceDuty } from './outcome.ts';

type Record = Extract<CaseCommand, { on: 'history' }>['command'];

const keyOf = ({ unitId, role }: Pick<PastDuty, 'unitId' | 'role'>): string => `${unitId} ${role}`;

/** The units that have it must be those of the list, in the same roles: a list moves no duty. */
const fits = (file: CaseFile, duties: readonly PastDuty[]): boolean =>
  same(liveDuties(file).map(keyOf).sort(), duties.map(keyOf).sort());

const contradiction = (
  file: CaseFile,
  { duties, closedOn }: Record,
  { at, facts }: Scene,
): Refusal | null => {
  for (const duty of liveDuties(file)) {
    const past = duties.find((one) => keyOf(one) === keyOf(duty))?.past;
    const unit = facts.unitNames?.get(duty.unitId) ?? String(duty.unitId);
    if (past === undefined) return refuse('history-other-units', {});
    if (duty.role !== 'assist' && past.replies.length === 0) return refuse('history-reply-missing', { unit });
    // Assisting units give an opinion to the lead and never reply (law 1).
    if (duty.role === 'assist' && past.replies.length > 0) return refuse('history-contradiction', { unit });
    const terms = { assignedOn: duty.assignedOn, closedOn, today: at.date, ruleset: file.ruleset };
    if (problemsOfPast(past, terms).length > 0) return refuse('history-contradiction', { unit });
  }
  return null;
};

/**
 * 登记历年办理情况: takes in what a list of an earlier year tells of a matter on which nothing was done here, and
 * leaves it closed. Its units get their duties on the day of the list where they have none. A second record of the
 * same matter takes the place of the first; one that says the same changes nothing. Nobody is told and nobody asked.
 */
export const recordHistory = (file: CaseFile, command: Record, scene: Scene): Outcome => {
  const refusal = permitMatter('recordHistory', file.matter, matterContext(file, scene));
  if (refusal !== null) return deny(refusal);
  const begun = file.duties.length > 0;
  if (!begun && command.assignedOn > scene.at.date)
    return deny(refuse('field-invalid', { field: 'assignedOn' }, 'assignedOn'));
  if (begun && !fits(file, command.duties)) return deny(refuse('history-other-units', {}));
  const given: Outcome = begun
    ? { ok: true, file, events: [] }
    : giveDuties(file, command.duties, { ...scene, at: { ...scene.at, date: command.assignedOn } });
  if (!given.ok) return given;
  const bad = contradiction(given.file, command, scene);
  if (bad !== null) return deny(bad);
  let next = given.file;
  const events: CaseEvent[] = [...given.events];
  for (const duty of liveDuties(given.file)) {
    const past = command.duties.find((one) => keyOf(one) === keyOf(duty))?.past;
    if (past === undefined || same(past, duty.past ?? null)) continue;
    const event = { type: 'pastRecorded', past } as const;
    next = replaceDuty(next, evolveAssignment(duty, event));
    events.push({ on: 'assignment', id: duty.id, event });
  }
  const isOver = file.matter.stage === 'closed' && (file.matter.closedOn ?? null) === command.closedOn;
  if (isOver && events.length === 0) return { ok: true, file, events: [] };
  const event = { type: 'pastClosed', on: command.closedOn } as const;
  return {
    ok: true,
    file: { ...next, matter: evolveMatter(next.matter, event) },
    events: [...events, { on: 'matter', event }],
  };
};
