import type { Actor, Role } from '#core/access.ts';
import type { Instant } from '#core/words.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

export type PersonFields = {
  readonly name: string;
  readonly post: string;
  readonly group: string;
  readonly phoneSealed: string | null;
};

export type GrantFields = {
  readonly role: Role;
  readonly unitId: number | null;
  readonly organId: number | null;
};

const row = (fields: PersonFields) => ({
  name: fields.name,
  post: fields.post,
  group_name: fields.group,
  phone_sealed: fields.phoneSealed,
});

const replaceGrants = async (
  tx: Tx,
  j: number,
  personId: number,
  grants: readonly GrantFields[],
): Promise<void> => {
  await tx
    .deleteFrom('role_grant')
    .where('jurisdiction_id', '=', j)
    .where('person_id', '=', personId)
    .execute();
  if (grants.length === 0) return;
  await tx
    .insertInto('role_grant')
    .values(
      grants.map((grant) => ({
        jurisdiction_id: j,
        person_id: personId,
        role: grant.role,
        unit_id: grant.unitId,
        organ_id: grant.organId,
      })),
    )
    .onConflict((on) => on.doNothing())
    .execute();
};

export const insertPersonRow = async (
  tx: Tx,
  j: number,
  fields: PersonFields,
  grants: readonly GrantFields[],
): Promise<number> => {
  const { id } = await tx
    .insertInto('person')
    .values({ jurisdiction_id: j, ...row(fields) })
    .returning('id')
    .executeTakeFirstOrThrow();
  await replaceGrants(tx, j, id, grants);
  return id;
};

export const findPersonRow = (tx: Tx, actor: Actor, id: number) =>
  tx
    .selectFrom('person')
    .select(['id', 'version', 'name', 'state'])
    .where('jurisdiction_id', '=', actor.jurisdictionId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

export const updatePersonRow = async (
  tx: Tx,
  j: number,
  id: number,
  fields: PersonFields,
  grants: readonly GrantFields[],
  at: Instant,
): Promise<number> => {
  await sql`insert into person_past (jurisdiction_id, person_id, until, group_name)
    select jurisdiction_id, id, ${at}::timestamptz, group_name from person
    where jurisdiction_id = ${j} and id = ${id} and group_name <> ${fields.group}
    on conflict do nothing`.execute(tx);
  const { version } = await tx
    .updateTable('person')
    .set((eb) => ({ ...row(fields), version: eb('version', '+', 1) }))
    .where('jurisdiction_id', '=', j)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  await replaceGrants(tx, j, id, grants);
  return version;
};

/**
 * Open duties in this person's hands that would be in nobody's if `grants` were all that he held: of units for which
 * he would not handle any more (core/access.ts).
 */
export const countOrphaned = async (
  tx: Tx,
  j: number,
  personId: number,
  grants: readonly GrantFields[],
): Promise<number> => {
  const places = grants.flatMap(({ role, unitId }) =>
    role === 'handler' && unitId !== null ? [unitId] : [],
  );
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from assignment a
    where a.jurisdiction_id = ${j} and a.handler_id = ${personId}
      and a.state in ('assigned', 'signed', 'handBackRequested', 'rehandling')
      and not exists (select 1 from unit u where u.jurisdiction_id = ${j} and u.id = any(${places}::bigint[])
        and (u.id in (a.unit_id, a.section_id) or u.parent_id = a.unit_id))`.execute(tx);
  return rows[0]?.n ?? 0;
};

/**
 * People other than this one who can still administer: an active person with an active account. The administrators'
 * accounts are held first, so that two who dismiss each other at once do not both find the other still there.
 */
export const otherAdministrators = async (tx: Tx, j: number, personId: number): Promise<number> => {
  await tx
    .selectFrom('account as a')
    .select('a.id')
    .where('a.jurisdiction_id', '=', j)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('role_grant as g')
          .select('g.id')
          .whereRef('g.jurisdiction_id', '=', 'a.jurisdiction_id')
          .whereRef('g.person_id', '=', 'a.person_id')
          .where('g.role', '=', 'system-admin'),
      ),
    )
    .orderBy('a.id')
    .forUpdate('a')
    .execute();
  const { n } = await tx
    .selectFrom('role_grant as g')
    .innerJoin('account as a', (on) =>
      on.onRef('a.jurisdiction_id', '=', 'g.jurisdiction_id').onRef('a.person_id', '=', 'g.person_id'),
    )
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('g.jurisdiction_id', '=', j)
    .where('g.role', '=', 'system-admin')
    .where('g.person_id', '<>', personId)
    .where('a.state', '=', 'active')
    .executeTakeFirstOrThrow();
  return Number(n);
};

/** The person leaves: no role, no account, no open session; names stay for the past. */
export const setPersonClosed = async (tx: Tx, j: number, id: number, at: string): Promise<void> => {
  await tx
    .updateTable('person')
    .set((eb) => ({ state: 'closed', version: eb('version', '+', 1) }))
    .where('jurisdiction_id', '=', j)
    .where('id', '=', id)
    .execute();
  await tx
    .updateTable('account')
    .set({ state: 'disabled' })
    .where('jurisdiction_id', '=', j)
    .where('person_id', '=', id)
    .execute();
  await tx
    .updateTable('sign_in')
    .set({ ended_at: at })
    .where('jurisdiction_id', '=', j)
    .where('person_id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
  await tx
    .updateTable('api_token')
    .set({ revoked_at: at })
    .where('jurisdiction_id', '=', j)
    .where('person_id', '=', id)
    .where('revoked_at', 'is', null)
    .execute();
  await replaceGrants(tx, j, id, []);
};

/** Units and organs that these grants name and that this jurisdiction has, active. */
export const knownPlaces = async (tx: Tx, j: number, grants: readonly GrantFields[]) => {
  const unitIds = grants.flatMap((grant) => grant.unitId ?? []);
  const organIds = grants.flatMap((grant) => grant.organId ?? []);
  const units =
    unitIds.length === 0
      ? []
      : await tx
          .selectFrom('unit')
          .select(['id', 'kind'])
          .where('jurisdiction_id', '=', j)
          .where('id', 'in', unitIds)
          .where('state', '=', 'active')
          .execute();
  const organs =
    organIds.length === 0
      ? []
      : await tx
          .selectFrom('organ')
          .select(['id', 'kind'])
          .where('jurisdiction_id', '=', j)
          .where('id', 'in', organIds)
          .execute();
  return {
    units: new Map(units.map((one) => [one.id, one.kind])),
    organs: new Map(organs.map((one) => [one.id, one.kind])),
  };
};
