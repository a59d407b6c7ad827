/** A preset before it is used: which dates would move, counted as for a change of the calendar (ADR 0012, 0015). */
import type { ResponseOf } from '#contract/endpoint.ts';
import type { getRulesetProposal } from '#contract/ruleset.ts';
import type { PresetId } from '#rulesets/preset.ts';
import { findProposal, lockProposal, updateProposal } from './calendar.store.ts';
import { viewMovesByDuty } from './calendar.views.ts';
import { type Act, isOutdated, keepProposal } from './propose-calendar.ts';
import { readHouse } from '../case/house.store.ts';
import { answer, no } from '../platform/answer.ts';
import type { Tx } from '../platform/db/database.ts';
import { holdRuleset } from './ruleset.store.ts';
import { takePreset } from './take-ruleset.ts';

/** Keeps the preset as proposed and lets the worker count; nothing else changes. Answers with the proposal's id. */
export const proposePreset = (act: Act, preset: PresetId): Promise<number> =>
  keepProposal(act, { change: { kind: 'ruleset', preset }, issues: [] }, preset);

/** How far the counting is, and what it found by sort of duty: counts, never a matter. Null: there is none. */
export const viewPresetProposal = async (
  tx: Tx,
  j: number,
  id: number,
): Promise<ResponseOf<typeof getRulesetProposal> | null> => {
  const proposal = await findProposal(tx, j, id);
  if (proposal?.change?.kind !== 'ruleset' || proposal.state === 'wrong') return null;
  const { state, done, total, movedMatters, movedDuties, countedAt } = proposal;
  return {
    id,
    preset: proposal.change.preset,
    state,
    done,
    total,
    movedMatters,
    movedDuties,
    duties: [...(await viewMovesByDuty(tx, j, id))],
    countedAt,
    outdated: state !== 'applied' && isOutdated(proposal, await readHouse(tx, j)),
  };
};

/**
 * Takes a counted preset into use. Refusals: `not-found`, `calendar-applied`, `calendar-changed` (the rules or the
 * calendar became others since), `calendar-not-counted`.
 */
export const takeProposed = async ({ tx, actor, at }: Act, proposalId: number) => {
  const j = actor.jurisdictionId;
  await holdRuleset(tx, j);
  const proposal = await lockProposal(tx, j, proposalId);
  if (proposal?.change?.kind !== 'ruleset') return no('not-found');
  if (proposal.state === 'applied') return no('calendar-applied');
  if (isOutdated(proposal, await readHouse(tx, j))) return no('calendar-changed');
  if (proposal.state !== 'counted') return no('calendar-not-counted');
  const { movedMatters, movedDuties } = proposal;
  const taken = await takePreset(tx, actor, at, proposal.change.preset, { movedMatters, movedDuties });
  await updateProposal(tx, j, { ...proposal, state: 'applied', versionN: taken.rulesetId });
  return answer({ recomputeId: taken.recomputeId });
};
