import { type Refusal, refuse } from '../refusal.ts';
import type { HandlingRole } from '../ruleset.ts';

export type PlannedDuty = { readonly unitId: number; readonly role: HandlingRole };

/**
 * Whether the units of one matter fit together: one sole unit, or one lead with assistants, or several separate
 * units (with assistants if wished). Source: the roles of domain practice (主办/承办/分办/会办), e.g. 上海 (2015).
 * `several leads` is refused: where a city wants it, each part is a separate reply. `added`: those that are new.
 */
export const checkPlan = (
  duties: readonly PlannedDuty[],
  added: readonly PlannedDuty[] = duties,
): Refusal | null => {
  if (duties.length === 0) return refuse('plan-empty');
  const seen = new Set<number>();
  for (const duty of duties) {
    if (seen.has(duty.unitId)) return refuse('plan-unit-twice', { unitId: duty.unitId });
    seen.add(duty.unitId);
  }
  const count = (role: HandlingRole): number => duties.filter((duty) => duty.role === role).length;
  const [lead, sole, separate, assist] = [count('lead'), count('sole'), count('separate'), count('assist')];
  if (lead + sole + separate === 0) return refuse('plan-assist-only');
  if (lead + sole > 1) return refuse('plan-several-leads');
  if (separate > 0 && lead + sole > 0) return refuse('plan-mixed-roles');
  // One that is left over after others gave theirs back may be given assistants; a new one alone is sole.
  if (separate === 1 && added.some((duty) => duty.role === 'separate')) return refuse('plan-one-separate');
  if (sole > 0 && assist > 0) return refuse('plan-mixed-roles');
  return null;
};
