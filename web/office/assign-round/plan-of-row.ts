import type { RecommendedUnit } from './use-recommendations.ts';
import type { Proposal, Role, RoundRow } from './round-types.ts';

export type Duty = {
  readonly unitId: number;
  readonly role: Role;
  readonly origin: 'hand' | 'recommended';
};

/** The plan that a row has now, as it would be sent again. */
export const dutiesOfRow = ({ proposals }: Pick<RoundRow, 'proposals'>): readonly Duty[] =>
  proposals
    .filter(({ kind }) => kind === 'proposed')
    .map(({ unit, role, origin }) => ({
      unitId: unit.id,
      role,
      origin: origin === 'recommended' ? 'recommended' : 'hand',
    }));

/**
 * The plan with one unit more. Roles that cannot stand together give way: a lead or sole unit replaces the one there
 * was, a sole unit that gets an assistant leads.
 */
export const withUnit = (plan: readonly Duty[], unitId: number, role: Role): readonly Duty[] => {
  const others = plan.filter((duty) => duty.unitId !== unitId);
  const added: Duty = { unitId, role, origin: 'hand' };
  switch (role) {
    case 'sole':
      return [added];
    case 'lead':
      return [added, ...others.filter((duty) => duty.role === 'assist')];
    case 'assist':
      return [
        ...others.map((duty) => (duty.role === 'sole' ? { ...duty, role: 'lead' as const } : duty)),
        added,
      ];
    case 'separate':
      return [
        ...others.map((duty) => (duty.role === 'assist' ? duty : { ...duty, role: 'separate' as const })),
        added,
      ];
    default:
      return role satisfies never;
  }
};

/** The part that a dropped unit gets: an empty row gets it alone, a row that has a unit that replies an assistant. */
export const roleOnDrop = (plan: readonly Duty[]): Role => (plan.length === 0 ? 'sole' : 'assist');

/** What is recommended, as a plan: the best unit that replies, with those that assist; alone where none does. */
export const recommendedPlan = (units: readonly RecommendedUnit[]): readonly Duty[] => {
  const main = units.find(({ role }) => role === 'sole' || role === 'lead');
  if (main === undefined) return [];
  const assist = units.filter(({ role, unitId }) => role === 'assist' && unitId !== main.unitId);
  return [
    { unitId: main.unitId, role: assist.length === 0 ? 'sole' : 'lead', origin: 'recommended' },
    ...assist.map(({ unitId }) => ({ unitId, role: 'assist', origin: 'recommended' }) as const),
  ];
};

/** Lines of the chosen rows that the reader may answer and has not: what was answered is changed one by one only. */
export const unanswered = (rows: readonly Pick<RoundRow, 'proposals'>[]): readonly Proposal[] =>
  rows.flatMap(({ proposals }) => proposals.filter(({ mayAnswer, answer }) => mayAnswer && answer === null));

export type AnswerValues = {
  readonly sectionId: number | null;
  /** Empty: the part that is proposed. */
  readonly role: Role | '';
  readonly reason: string;
  readonly namedUnitId: number | null;
};

/** What the unit has already answered in the same sense, so that a change of one thing does not lose the rest. */
export const answerBefore = (one: Proposal | null, how: 'accept' | 'object'): AnswerValues => {
  const same = one?.answer === (how === 'accept' ? 'accepted' : 'objected') ? one : null;
  return {
    sectionId: same?.section?.id ?? null,
    role: same === null || same.answerRole === same.role ? '' : (same.answerRole ?? ''),
    reason: same?.reason ?? '',
    namedUnitId: same?.namedUnit?.id ?? null,
  };
};
