import { decideAssignment } from '../assignment/decide.ts';
import { evolveAssignment } from '../assignment/evolve.ts';
import type { MatterCommand, TakenIn } from '../matter/decide.ts';
import { deny, refuse } from '../refusal.ts';
import type { CaseEvent } from './case-event.ts';
import { type CaseFile, liveDuties, type Merging, ownProposers } from './case-file.ts';
import { assignmentContext, type Scene } from './context.ts';
import { type Outcome, replaceDuty } from './outcome.ts';

/**
 * Relieves every unit of a matter that is merged: nobody works on one matter in two places. Without the office's
 * word that it is to be so, the merging is refused while a duty is under way.
 */
export const revokeForMerge = (
  file: CaseFile,
  { revokeDuties, reason }: Pick<Extract<MatterCommand, { type: 'merge' }>, 'revokeDuties' | 'reason'>,
  scene: Scene,
): Outcome => {
  const live = liveDuties(file);
  if (live.length > 0 && !revokeDuties) return deny(refuse('merge-duties-live', { count: live.length }));
  let next = file;
  const events: CaseEvent[] = [];
  for (const duty of live) {
    const decision = decideAssignment({ type: 'revoke', reason }, duty, assignmentContext(file, duty, scene));
    if (!decision.ok) return decision;
    next = replaceDuty(next, decision.events.reduce(evolveAssignment, duty));
    for (const event of decision.events) events.push({ on: 'assignment', id: duty.id, event });
  }
  return { ok: true, file: next, events };
};

/** Own proposers first, then those of each matter merged in, nobody twice. */
const everyProposer = (own: readonly number[], taken: readonly TakenIn[]): readonly number[] => [
  ...new Set([...own, ...taken.flatMap(({ proposerIds }) => proposerIds)]),
];

const merging = (file: CaseFile, taken: readonly TakenIn[]): CaseFile => {
  const own = ownProposers(file);
  const { merging: before, ...rest } = file;
  const into = before?.into ?? null;
  const alone = taken.length === 0 && into === null;
  return {
    ...rest,
    proposerIds: everyProposer(own, taken),
    ...(alone ? {} : { merging: { into, ownProposerIds: own, taken } }),
  };
};

const pointing = (file: CaseFile, into: Merging['into']): CaseFile => {
  const { merging: before, ...rest } = file;
  const taken = before?.taken ?? [];
  return into === null && taken.length === 0
    ? rest
    : { ...rest, merging: { into, ownProposerIds: ownProposers(file), taken } };
};

/** Without somebody who is none of its proposers: of its own, or of those of a matter merged into it. */
const leaving = (
  file: CaseFile,
  { personId, via }: Extract<MatterCommand, { type: 'leaveProposers' }>,
): CaseFile => {
  const rest = (ids: readonly number[]): readonly number[] => ids.filter((id) => id !== personId);
  const own = via === null ? rest(ownProposers(file)) : ownProposers(file);
  const { merging: before } = file;
  if (before === undefined) return { ...file, proposerIds: own };
  const taken = before.taken.map((one) =>
    one.id === via?.id ? { ...one, proposerIds: rest(one.proposerIds) } : one,
  );
  const merging = { ...before, ownProposerIds: own, taken };
  return { ...file, proposerIds: everyProposer(own, taken), merging };
};

/** How the file stands to those it is handled with, after a command that was permitted. */
export const afterMerge = (file: CaseFile, command: MatterCommand): CaseFile => {
  const taken = file.merging?.taken ?? [];
  switch (command.type) {
    case 'merge': {
      const { id, caseNo, stage } = command.main;
      return pointing(file, { id, caseNo, stage });
    }
    case 'unmerge':
      return pointing(file, null);
    case 'takeIn':
      return merging(
        file,
        [...taken.filter(({ id }) => id !== command.merged.id), command.merged].toSorted(
          (a, b) => a.id - b.id,
        ),
      );
    case 'letGo':
      return merging(
        file,
        taken.filter(({ id }) => id !== command.merged.id),
      );
    case 'leaveProposers':
      return leaving(file, command);
    default:
      return file;
  }
};
