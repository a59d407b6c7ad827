import { decideAssignment } from '../assignment/decide.ts';
import { evolveAssignment } from '../assignment/evolve.ts';
import type { MatterEvent } from '../matter/matter.ts';
import { decideMatter } from '../matter/decide.ts';
import { evolveMatter } from '../matter/evolve.ts';
import { deny, refuse } from '../refusal.ts';
import { actOnPlan, reassign } from './assign.ts';
import type { CaseCommand } from './case-command.ts';
import type { CaseEvent } from './case-event.ts';
import type { CaseFile } from './case-file.ts';
import { assignmentContext, matterContext, type Scene } from './context.ts';
import { actOnContact, actOnOpinion } from './hear.ts';
import { recordHistory } from './history.ts';
import { afterMerge, revokeForMerge } from './merge.ts';
import { openRound, type Outcome, replaceDuty } from './outcome.ts';
import { actOnRating } from './rate.ts';
import { actOnReply, startReply } from './reply.ts';
import { settle } from './settle.ts';

const actOnMatter = (
  file: CaseFile,
  command: Extract<CaseCommand, { on: 'matter' }>['command'],
  scene: Scene,
): Outcome => {
  const decision = decideMatter(command, file.matter, matterContext(file, scene));
  if (!decision.ok) return decision;
  const events: readonly CaseEvent[] = decision.events.map((event: MatterEvent) => ({ on: 'matter', event }));
  const next = afterMerge({ ...file, matter: decision.events.reduce(evolveMatter, file.matter) }, command);
  if (command.type === 'merge') {
    const freed = revokeForMerge(file, command, scene);
    return freed.ok
      ? { ok: true, file: { ...next, duties: freed.file.duties }, events: [...freed.events, ...events] }
      : freed;
  }
  return command.type === 'reopen'
    ? openRound(next, events, next.duties, scene.at.date, command.reason)
    : { ok: true, file: next, events };
};

const actOnAssignment = (
  file: CaseFile,
  target: Extract<CaseCommand, { on: 'assignment' }>,
  scene: Scene,
): Outcome => {
  const duty = file.duties.find((one) => one.id === target.id);
  if (duty === undefined) return deny(refuse('not-found'));
  if (target.command.type === 'upholdAndReassign') return reassign(file, duty, target.command, scene);
  const decision = decideAssignment(target.command, duty, assignmentContext(file, duty, scene));
  if (!decision.ok) return decision;
  return {
    ok: true,
    file: replaceDuty(file, decision.events.reduce(evolveAssignment, duty)),
    events: decision.events.map((event) => ({ on: 'assignment', id: duty.id, event })),
  };
};

const dispatch = (file: CaseFile, command: CaseCommand, scene: Scene): Outcome => {
  switch (command.on) {
    case 'matter':
      return actOnMatter(file, command.command, scene);
    case 'plan':
      return actOnPlan(file, command.command, scene);
    case 'history':
      return recordHistory(file, command.command, scene);
    case 'assignment':
      return actOnAssignment(file, command, scene);
    case 'contact':
      return actOnContact(file, command, scene);
    case 'opinion':
      return actOnOpinion(file, command, scene);
    case 'newReply':
      return startReply(file, command.id, scene);
    case 'reply':
      return actOnReply(file, command.id, command.command, scene);
    case 'rating':
      return actOnRating(file, command.id, command.command, scene);
    default: {
      const forgotten: never = command;
      return forgotten;
    }
  }
};

/**
 * The one door through which a filed matter changes: (file, command, scene) → the new file with its events, or a
 * refusal. Pure; the stage that follows from the duties is settled here, in the same step.
 */
export const act = (file: CaseFile, command: CaseCommand, scene: Scene): Outcome => {
  const outcome = dispatch(file, command, scene);
  return outcome.ok ? settle(outcome) : outcome;
};
