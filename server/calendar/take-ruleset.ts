import type { Actor } from '#core/access.ts';
import type { Moment } from '#core/words.ts';
import type { PresetId } from '#rulesets/preset.ts';
import { askRecompute } from '../case/recompute-due.ts';
import { record } from '../platform/commit.ts';
import type { Tx } from '../platform/db/database.ts';
import { insertRuleset } from './ruleset.store.ts';

/**
 * Takes a preset into use: the ruleset, its journal entry and the order to compute all stored dates anew, in one
 * transaction (ADR 0010). The rulesets before stay on record. `foreseen`: what was counted before, for the journal.
 */
export const takePreset = async (
  tx: Tx,
  actor: Actor,
  at: Moment,
  preset: PresetId,
  foreseen: { readonly movedMatters: number; readonly movedDuties: number },
): Promise<{ readonly rulesetId: number; readonly recomputeId: number }> => {
  const reference = await insertRuleset(tx, actor.jurisdictionId, preset, at.instant);
  await record(tx, actor, at, {
    stream: 'setup',
    command: 'setup.ruleset',
    matterId: null,
    data: { preset, ...foreseen },
  });
  const recomputeId = await askRecompute(tx, actor, at, { reason: 'ruleset', reference });
  return { rulesetId: reference, recomputeId };
};
