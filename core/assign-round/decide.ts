import type { Standing } from '../access.ts';
import type { PlannedDuty } from '../assignment/plan.ts';
import { type AllowedAction, allowedActions, permit } from '../lifecycle.ts';
import { checkText, firstRefusal, type Refusal, refuse } from '../refusal.ts';
import type { HandlingRole } from '../ruleset.ts';
import type { Instant } from '../words.ts';
import { type RoundAction, type RoundNeed, roundLifecycle } from './lifecycle.ts';
import { disagrees, planOf, type Proposal, type RoundState, settledStands, standOfPlan } from './round.ts';

export type RoundContext = {
  readonly now: Instant;
  readonly state: RoundState;
  readonly standings: ReadonlySet<Standing>;
  /** The closing time as it stands, or as it is to become. */
  readonly closesAt: Instant;
  /** Matters still in the round. */
  readonly matters: number;
};

const unmet =
  ({ now, closesAt, matters }: RoundContext) =>
  (need: RoundNeed): Refusal | null => {
    switch (need) {
      case 'closesLater':
        return closesAt > now ? null : refuse('round-closes-past', {}, 'closesAt');
      case 'hasMatters':
        return matters > 0 ? null : refuse('round-empty');
      default: {
        const forgotten: never = need;
        return forgotten;
      }
    }
  };

const ask = (context: RoundContext) => ({
  state: context.state,
  standings: context.standings,
  unmet: unmet(context),
});

/** Null: permitted. */
export const permitRound = (action: RoundAction, context: RoundContext): Refusal | null =>
  permit(roundLifecycle, action, ask(context));

export const allowedOnRound = (context: RoundContext): readonly AllowedAction<RoundAction>[] =>
  allowedActions(roundLifecycle, ask(context));

/** Whether units can be proposed at all: each once, none that is closed. Roles may still be missing while one plans. */
export const checkProposed = (
  duties: readonly PlannedDuty[],
  units: ReadonlyMap<number, { readonly open: boolean; readonly name: string }>,
): Refusal | null => {
  const seen = new Set<number>();
  for (const { unitId } of duties) {
    const unit = units.get(unitId);
    if (unit === undefined) return refuse('unit-unknown', { unitId });
    if (!unit.open) return refuse('unit-closed', { unit: unit.name });
    if (seen.has(unitId)) return refuse('plan-unit-twice', { unitId });
    seen.add(unitId);
  }
  return null;
};

export type Answer =
  | { readonly answer: 'accepted'; readonly role: HandlingRole | null; readonly sectionId: number | null }
  | { readonly answer: 'objected'; readonly reason: string; readonly namedUnitId: number | null };

/** A unit that accepts another part than the one proposed says why; one that objects says whose the matter is. */
export const checkAnswer = (
  given: Answer & { readonly reason: string },
  proposal: Proposal,
  facts: { readonly sectionIds: readonly number[]; readonly openUnitIds: readonly number[] },
): Refusal | null => {
  if (given.answer === 'accepted') {
    const other = given.role !== null && given.role !== proposal.role;
    return firstRefusal(
      given.sectionId === null || facts.sectionIds.includes(given.sectionId)
        ? null
        : refuse('section-not-of-unit', {}, 'sectionId'),
      other ? checkText(given.reason, 'reason', 2_000) : null,
    );
  }
  const { namedUnitId } = given;
  return firstRefusal(
    checkText(given.reason, 'reason', 2_000),
    namedUnitId === null && proposal.kind === 'proposed'
      ? refuse('named-unit-missing', {}, 'namedUnitId')
      : null,
    namedUnitId === proposal.unitId ? refuse('hand-back-to-self', {}, 'namedUnitId') : null,
    namedUnitId === null || facts.openUnitIds.includes(namedUnitId)
      ? null
      : refuse('unit-unknown', { unitId: namedUnitId }, 'namedUnitId'),
  );
};

/** Only an objection can be overruled, and only with a reason. */
export const checkKeep = (reason: string, proposal: Proposal): Refusal | null =>
  disagrees(proposal) && proposal.keptReason === null && proposal.kind === 'proposed'
    ? checkText(reason, 'reason', 2_000)
    : refuse('proposal-not-disputed');

/** What a matter still lacks before its proposals can become assignments. */
export const checkSettled = (proposals: readonly Proposal[], state: RoundState): Refusal | null => {
  const stand = standOfPlan(proposals, state);
  if (settledStands.includes(stand)) return planOf(proposals).flaw;
  switch (stand) {
    case 'unplanned':
      return refuse('plan-empty');
    case 'disputed':
      return refuse('proposal-disputed');
    default:
      return refuse('proposal-waiting');
  }
};
