/**
 * A round of proposed assignments 拟交办: units are asked before the meeting. A proposal is no assignment, and no
 * clock runs on it; what a unit says binds nobody until the office assigns by the ordinary command.
 */
import type { Actor, Standing } from '../access.ts';
import { checkPlan, type PlannedDuty } from '../assignment/plan.ts';
import type { Refusal } from '../refusal.ts';
import type { HandlingRole } from '../ruleset.ts';
import type { Instant } from '../words.ts';

/** `draft`: no unit sees it yet. `over`: its time has run out, the office settles what is left. */
export const roundStates = ['draft', 'open', 'over', 'ended'] as const;
export type RoundState = (typeof roundStates)[number];

export type RoundTimes = {
  readonly openedAt: Instant | null;
  readonly closesAt: Instant;
  readonly endedAt: Instant | null;
};

export const roundState = ({ openedAt, closesAt, endedAt }: RoundTimes, now: Instant): RoundState => {
  if (endedAt !== null) return 'ended';
  if (openedAt === null) return 'draft';
  return now < closesAt ? 'open' : 'over';
};

/** One unit's line on one matter. `named`: another unit named it; it is heard and is no part of the plan. */
export type Proposal = {
  readonly id: number;
  readonly unitId: number;
  readonly kind: 'proposed' | 'named';
  readonly role: HandlingRole;
  /** Null: the unit has said nothing. */
  readonly answer: 'accepted' | 'objected' | null;
  /** The role that the unit would take; null: the one proposed. */
  readonly answerRole: HandlingRole | null;
  /** Why the office keeps its proposal against the unit; null: it has not said so. */
  readonly keptReason: string | null;
};

/** What of a line tells how the plan stands. */
export type PlanLine = Omit<Proposal, 'id' | 'unitId'>;

/** Whether the unit disagrees: with the matter, or with the part that it is to have. */
export const disagrees = ({ answer, answerRole, role }: PlanLine): boolean =>
  answer === 'objected' || (answer === 'accepted' && answerRole !== null && answerRole !== role);

export const planStands = ['unplanned', 'waiting', 'disputed', 'agreed', 'silent', 'kept'] as const;
/**
 * How a matter's proposals stand. `silent`: nobody objected and somebody said nothing until the closing time, which
 * counts as acceptance (玉林 2019: 逾期视为接受) and decides nothing. `kept`: the office overruled an objection.
 */
export type PlanStand = (typeof planStands)[number];

export const standOfPlan = (proposals: readonly PlanLine[], state: RoundState): PlanStand => {
  const plan = proposals.filter(({ kind }) => kind === 'proposed');
  if (plan.length === 0) return 'unplanned';
  if (plan.some((one) => disagrees(one) && one.keptReason === null)) return 'disputed';
  if (plan.some(({ answer }) => answer === null))
    return state === 'over' || state === 'ended' ? 'silent' : 'waiting';
  return plan.some(disagrees) ? 'kept' : 'agreed';
};

/** What may be turned into an assignment: nobody is still to be waited for, and no objection is open. */
export const settledStands: readonly PlanStand[] = ['agreed', 'silent', 'kept'];

/** The plan that the proposals come to, and what would be refused about it. */
export const planOf = (
  proposals: readonly Proposal[],
): { readonly duties: readonly PlannedDuty[]; readonly flaw: Refusal | null } => {
  const duties = proposals
    .filter(({ kind }) => kind === 'proposed')
    .map(({ unitId, role }) => ({ unitId, role }));
  return { duties, flaw: duties.length === 0 ? null : checkPlan(duties) };
};

/** What saving a new plan changes: a unit that keeps its role keeps its answer, every other is asked anew. */
export const changesOfPlan = (
  proposals: readonly Proposal[],
  wanted: readonly PlannedDuty[],
): { readonly withdraw: readonly Proposal[]; readonly add: readonly PlannedDuty[] } => {
  const now = proposals.filter(({ kind }) => kind === 'proposed');
  const same = (a: PlannedDuty, b: PlannedDuty): boolean => a.unitId === b.unitId && a.role === b.role;
  return {
    withdraw: now.filter((one) => !wanted.some((duty) => same(one, duty))),
    add: wanted.filter((duty) => !now.some((one) => same(one, duty))),
  };
};

/** How someone stands to a round: the supervisor and the organ's office to all of it, a unit's office to its own lines. */
export const standingsOnRound = (
  actor: Actor,
  organId: number,
  unitIds: readonly number[],
): ReadonlySet<Standing> => {
  const found = new Set<Standing>();
  for (const grant of actor.grants) {
    if (grant.role === 'supervisor') found.add('supervisor');
    else if (grant.role === 'congress-office' || grant.role === 'cppcc-office') {
      if (grant.organId === organId) found.add('organ-office');
    } else if (grant.role === 'unit-office' && grant.unitId !== undefined && unitIds.includes(grant.unitId))
      found.add('unit-office');
  }
  return found;
};
