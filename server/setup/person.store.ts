import type { Actor, Role } from '#core/access.ts';
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
): Promise<number> => {
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

/** Open duties in this person's hands. */
export const countHandled = async (tx: Tx, j: number, personId: number): Promise<number> => {
  const { n } = await tx
    .selectFrom('assignment')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('jurisdiction_id', '=', j)
    .where('handler_id', '=', personId)
    .where('state', 'in', ['assigned', 'signed', 'handBackRequested', 'rehandling'])
    .executeTakeFirstOrThrow();
  return Number(n);
};

/** People other than this one who can still administer: an active person with an active account. */
export const otherAdministrators = async (tx: Tx, j: number, personId: number): Promise<number> => {
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
