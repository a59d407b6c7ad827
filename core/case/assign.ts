import type { Assignment } from '../assignment/assignment.ts';
import { decideAssignment } from '../assignment/decide.ts';
import { evolveAssignment } from '../assignment/evolve.ts';
import { checkPlan, type PlannedDuty } from '../assignment/plan.ts';
import { permitMatter } from '../matter/decide.ts';
import { evolveMatter } from '../matter/evolve.ts';
import { deny, firstRefusal, type Refusal, refuse } from '../refusal.ts';
import type { LocalDate } from '../words.ts';
import type { CaseEvent } from './case-event.ts';
import { type CaseFile, liveDuties } from './case-file.ts';
import { assignmentContext, matterContext, type Scene } from './context.ts';
import { newId, type Outcome, replaceDuty } from './outcome.ts';

const blank = (file: CaseFile, planned: PlannedDuty, boundary: boolean, on: LocalDate): Assignment => ({
  id: newId(file.duties),
  version: 1,
  matterId: file.matter.id,
  unitId: planned.unitId,
  boundary,
  role: planned.role,
  state: 'assigned',
  round: 1,
  assignedOn: on,
  signedOn: null,
  roundOpenedOn: null,
  answeredOn: null,
  sectionId: null,
  handlerId: null,
  leaderId: null,
  handBack: null,
  extensions: [],
  pauses: [],
  afterReply: [],
  endedOn: null,
});

/** Whether the unit may be given a duty by this actor: it exists, it is open, it is within his power. */
const checkUnit = (planned: PlannedDuty, scene: Scene, byOrganOffice: boolean): Refusal | null => {
  const unit = scene.facts.units?.get(planned.unitId);
  if (unit === undefined) return refuse('unit-unknown', { unitId: planned.unitId });
  const name = scene.facts.unitNames?.get(planned.unitId) ?? String(planned.unitId);
  if (!unit.open) return refuse('unit-closed', { unit: name });
  return unit.boundary && !byOrganOffice ? refuse('unit-outside-power', { unit: name }) : null;
};

const addDuty = (
  file: CaseFile,
  planned: PlannedDuty,
  { at, facts }: Scene,
): { file: CaseFile; event: CaseEvent } => {
  const on = at.date;
  const duty = blank(file, planned, facts.units?.get(planned.unitId)?.boundary ?? false, on);
  return {
    file: { ...file, duties: [...file.duties, duty] },
    event: {
      on: 'assignment',
      id: duty.id,
      event: { type: 'dutyAssigned', unitId: duty.unitId, role: duty.role, on },
    },
  };
};

/**
 * Gives these duties on the scene's day. The whole plan must fit: the new duties together with those that are alive.
 * A unit that already has a live duty is refused, not doubled. Whether the actor may is asked before.
 */
export const giveDuties = (
  file: CaseFile,
  duties: readonly PlannedDuty[],
  scene: Scene,
  leader: string | null = null,
): Outcome => {
  const live = liveDuties(file);
  const taken = duties.find((duty) => live.some((one) => one.unitId === duty.unitId));
  const byOrganOffice = matterContext(file, scene).standings.has('organ-office');
  const refusal = firstRefusal(
    duties.length === 0 ? refuse('plan-empty') : null,
    taken === undefined
      ? null
      : refuse('unit-already-has-duty', {
          unit: scene.facts.unitNames?.get(taken.unitId) ?? String(taken.unitId),
        }),
    checkPlan([...live, ...duties], duties),
    ...duties.map((duty) => checkUnit(duty, scene, byOrganOffice)),
  );
  if (refusal !== null) return deny(refusal);
  const named = leader === null ? {} : { leader };
  const assigned = { type: 'matterAssigned', on: scene.at.date, ...named } as const;
  let next: CaseFile = { ...file, matter: evolveMatter(file.matter, assigned) };
  const events: CaseEvent[] = [{ on: 'matter', event: assigned }];
  for (const duty of duties) {
    const added = addDuty(next, duty, scene);
    next = added.file;
    events.push(added.event);
  }
  return { ok: true, file: next, events };
};

/** 交办: gives the matter to units, in the name of the leader responsible. */
export const actOnPlan = (
  file: CaseFile,
  command: { readonly duties: readonly PlannedDuty[]; readonly responsibleLeader: string },
  scene: Scene,
): Outcome => {
  const refusal = permitMatter('assign', file.matter, matterContext(file, scene));
  if (refusal !== null) return deny(refusal);
  const leader = command.responsibleLeader.trim();
  const given = giveDuties(file, command.duties, scene, leader);
  return given.ok && leader === '' ? deny(refuse('leader-missing', {}, 'responsibleLeader')) : given;
};

/** 改办: upholds a hand-back and gives the duty, in the same role, to the right unit in one step. */
export const reassign = (
  file: CaseFile,
  duty: Assignment,
  command: { readonly note: string; readonly toUnitId: number },
  scene: Scene,
): Outcome => {
  const context = assignmentContext(file, duty, scene);
  const decision = decideAssignment({ type: 'upholdHandBack', note: command.note }, duty, context);
  if (!decision.ok) return decision;
  const planned: PlannedDuty = { unitId: command.toUnitId, role: duty.role };
  const taken = liveDuties(file).some((one) => one.id !== duty.id && one.unitId === command.toUnitId);
  const refusal = firstRefusal(
    taken || command.toUnitId === duty.unitId
      ? refuse('unit-already-has-duty', {
          unit: scene.facts.unitNames?.get(command.toUnitId) ?? String(command.toUnitId),
        })
      : null,
    checkUnit(planned, scene, context.standings.has('organ-office')),
  );
  if (refusal !== null) return deny(refusal);
  const ended = replaceDuty(file, decision.events.reduce(evolveAssignment, duty));
  const added = addDuty(ended, planned, scene);
  return {
    ok: true,
    file: added.file,
    events: [
      ...decision.events.map((event) => ({ on: 'assignment', id: duty.id, event }) as const),
      added.event,
    ],
  };
};
