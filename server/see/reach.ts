import type { Actor } from '#core/access.ts';
import { type RawBuilder, sql } from 'kysely';

/** Whether the actor sees every matter of the jurisdiction. */
export const seesAll = (actor: Actor): boolean =>
  actor.grants.some((grant) => grant.role === 'supervisor' || grant.role === 'city-leader');

const ids = (actor: Actor, ...roles: readonly string[]): readonly number[] =>
  actor.grants.flatMap((grant) =>
    roles.includes(grant.role) && grant.unitId !== undefined ? [grant.unitId] : [],
  );

/** The duties `a` in this handler's hands: those of the units for which he handles (core/access.ts); null: he is none. */
export const handledBy = (actor: Actor): RawBuilder<unknown> | null => {
  const held = actor.grants.filter((grant) => grant.role === 'handler');
  if (held.length === 0) return null;
  const units = held.flatMap(({ unitId, within }) => [unitId, within].filter((id) => id !== undefined));
  return sql`(a.handler_id = ${actor.personId}
    and (a.unit_id = any(${units}::bigint[]) or a.section_id = any(${units}::bigint[])))`;
};

/** The organs in whose offices the actor sits. */
const officesOf = (actor: Actor): readonly number[] =>
  actor.grants.flatMap((grant) =>
    (grant.role === 'congress-office' || grant.role === 'cppcc-office') && grant.organId !== undefined
      ? [grant.organId]
      : [],
  );

/**
 * `reachOf` as a condition on duties `a` alone, for who sees all matters or those of organs and nothing besides; null:
 * whether he sees a duty is known by its matter only.
 */
export const dutyReachOf = (actor: Actor): RawBuilder<unknown> | null => {
  if (seesAll(actor)) return sql`true`;
  const others = actor.grants.some(({ role }) => role !== 'congress-office' && role !== 'cppcc-office');
  const organs = officesOf(actor);
  return others || organs.length === 0 ? null : sql`a.organ_id = any(${[...organs]}::bigint[])`;
};

const noneOf = sql`false`;

/**
 * The duties `a` of the actor's own: of the units that he works for in whatever post, of the sections that he leads,
 * or in his own hands. It only narrows what he reaches (`reachOf`).
 */
export const ownDuties = (actor: Actor, whose: 'unit' | 'section' | 'me'): RawBuilder<unknown> => {
  switch (whose) {
    case 'unit': {
      const units = actor.grants.flatMap(({ role, unitId, within }) =>
        role === 'proposer' ? [] : [within ?? unitId].filter((id) => id !== undefined),
      );
      return units.length === 0 ? noneOf : sql`a.unit_id = any(${units}::bigint[])`;
    }
    case 'section': {
      const sections = ids(actor, 'section-head');
      return sections.length === 0 ? noneOf : sql`a.section_id = any(${[...sections]}::bigint[])`;
    }
    case 'me':
      return handledBy(actor) ?? noneOf;
    default: {
      const forgotten: never = whose;
      return forgotten;
    }
  }
};

/**
 * The condition on `matter m` under which this actor has a standing (core/access.ts) to it: the row-level half of
 * every list. The same rule in SQL; test/access holds both against each other.
 */
export const reachOf = (actor: Actor): RawBuilder<unknown> => {
  if (seesAll(actor)) return sql`true`;
  const j = actor.jurisdictionId;
  const organs = officesOf(actor);
  const units = ids(actor, 'unit-office', 'unit-leader');
  const sections = ids(actor, 'section-head');
  const parts: RawBuilder<unknown>[] = [];
  if (organs.length > 0) parts.push(sql`m.organ_id = any(${[...organs]}::bigint[])`);
  const duty = (condition: RawBuilder<unknown>) =>
    sql`m.id in (select a.matter_id from assignment a where a.jurisdiction_id = ${j} and a.live and ${condition})`;
  if (units.length > 0) parts.push(duty(sql`a.unit_id = any(${[...units]}::bigint[])`));
  if (sections.length > 0) parts.push(duty(sql`a.section_id = any(${[...sections]}::bigint[])`));
  const handled = handledBy(actor);
  if (handled !== null) parts.push(duty(handled));
  if (actor.grants.some((grant) => grant.role === 'proposer'))
    parts.push(
      sql`m.id in (select p.matter_id from proposer p where p.jurisdiction_id = ${j} and p.person_id = ${actor.personId})`,
    );
  return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`;
};
