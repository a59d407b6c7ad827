import * as endpoints from '#contract/ruleset.ts';
import { answer, no } from '../platform/answer.ts';
import { type Route, route } from '../platform/route.ts';
import { proposePreset, takeProposed, viewPresetProposal } from './preview-ruleset.ts';
import type { Act } from './propose-calendar.ts';
import { presetOf } from './ruleset.store.ts';

const seen = async ({ tx, actor }: Act, proposalId: number) => {
  const proposal = await viewPresetProposal(tx, actor.jurisdictionId, proposalId);
  return proposal === null ? no('not-found') : answer(proposal);
};

export const rulesetRoutes: readonly Route[] = [
  route(endpoints.proposeRuleset, async (scene) => {
    const preset = presetOf(scene.body.preset);
    if (preset === null) return no('field-invalid', { field: 'preset' }, 'preset');
    return seen(scene, await proposePreset(scene, preset));
  }),
  route(endpoints.getRulesetProposal, async (scene) => seen(scene, scene.params.proposalId)),
  route(endpoints.takeRuleset, (scene) => takeProposed(scene, scene.body.proposalId)),
];
