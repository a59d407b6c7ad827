/** Which records and opinions a person may see, and how he stands to one of them. */
import type { Actor, Standing } from '#core/access.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

const organOffice = (role: string): boolean => role === 'congress-office' || role === 'cppcc-office';

export const supervises = (actor: Actor): boolean => actor.grants.some(({ role }) => role === 'supervisor');

/** Organs whose office the actor holds. */
export const organsOf = (actor: Actor): readonly number[] =>
  actor.grants.flatMap(({ role, organId }) => (organOffice(role) && organId !== undefined ? [organId] : []));

/** Units whose answers the actor gives. */
export const unitsOf = (actor: Actor): readonly number[] =>
  actor.grants.flatMap(({ role, unitId }) =>
    (role === 'unit-office' || role === 'unit-leader') && unitId !== undefined ? [unitId] : [],
  );

export const seesAll = (actor: Actor): boolean =>
  actor.grants.some(({ role }) => role === 'supervisor' || role === 'city-leader');

const ofOrgans = (actor: Actor): RawBuilder<unknown> =>
  sql`x.organ_id = any(${[...organsOf(actor)]}::bigint[])`;

const ofGroups = (actor: Actor): RawBuilder<unknown> => sql`
  x.group_id in (select w.group_id from session_group_recorder w
    where w.jurisdiction_id = x.jurisdiction_id and w.person_id = ${actor.actingBy === undefined ? actor.personId : 0})`;

/** Records `x`: a draft is its group’s own, and of the organ’s office that began it. */
export const reachOfRecords = (actor: Actor): RawBuilder<unknown> => {
  const handedIn = seesAll(actor) ? sql`true` : ofOrgans(actor);
  return sql`(${ofGroups(actor)} or (x.created_by = ${actor.personId} and ${ofOrgans(actor)})
    or (x.state in ('submitted', 'checked') and ${handedIn}))`;
};

/** Whether a unit of the actor has the opinion `x` in hand. */
const atOwnUnit = (actor: Actor): RawBuilder<unknown> => sql`
  exists (select from session_referral f where f.jurisdiction_id = x.jurisdiction_id and f.opinion_id = x.id
    and f.unit_id = any(${[...unitsOf(actor)]}::bigint[]) and f.state in ('sent', 'answered', 'closed'))`;

/** Opinions `x`: offices and city leaders all, recorders those of their groups, units what they were sent. */
export const reachOfOpinions = (actor: Actor): RawBuilder<unknown> => {
  if (seesAll(actor)) return sql`true`;
  return sql`(${ofOrgans(actor)} or ${ofGroups(actor)} or ${atOwnUnit(actor)})`;
};

/** Referrals `f` of an opinion `x` that he sees: a unit its own, everyone else who sees the opinion all. */
export const reachOfReferrals = (actor: Actor): RawBuilder<unknown> => {
  if (seesAll(actor)) return sql`true`;
  return sql`(${ofOrgans(actor)} or ${ofGroups(actor)} or (f.unit_id = any(${[...unitsOf(actor)]}::bigint[])
    and f.state in ('sent', 'answered', 'closed')))`;
};

/** Standing of the offices on what is of an organ. */
export const officeStandings = (actor: Actor, organId: number): ReadonlySet<Standing> =>
  new Set<Standing>([
    ...(supervises(actor) ? (['supervisor'] as const) : []),
    ...(organsOf(actor).includes(organId) ? (['organ-office'] as const) : []),
  ]);

/** The offices, and whoever answers for the unit. */
export const referralStandings = (actor: Actor, organId: number, unitId: number): ReadonlySet<Standing> => {
  const found = new Set(officeStandings(actor, organId));
  for (const { role, unitId: own } of actor.grants)
    if ((role === 'unit-office' || role === 'unit-leader') && own === unitId) found.add(role);
  return found;
};

/** Whether he records for the group: the standing that the tables call `handler`. */
export const recordsFor = async (tx: Tx, actor: Actor, groupId: number): Promise<boolean> => {
  const row = await tx
    .selectFrom('session_group_recorder')
    .select('person_id')
    .where('jurisdiction_id', '=', actor.jurisdictionId)
    .where('group_id', '=', groupId)
    .where('person_id', '=', actor.personId)
    .executeTakeFirst();
  return row !== undefined;
};
