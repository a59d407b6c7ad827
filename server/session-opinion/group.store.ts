import type { Actor } from '#core/access.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

/** The session's organ; null: there is no such session. */
export const organOfSession = async (tx: Tx, j: number, sessionId: number): Promise<number | null> => {
  const row = await tx
    .selectFrom('session')
    .select('organ_id')
    .where('jurisdiction_id', '=', j)
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return row?.organ_id ?? null;
};

/** Null: the session has a group of that name. */
export const insertGroup = async (
  tx: Tx,
  j: number,
  group: { readonly organId: number; readonly sessionId: number; readonly name: string },
): Promise<number | null> => {
  const row = await tx
    .insertInto('session_group')
    .values({ jurisdiction_id: j, organ_id: group.organId, session_id: group.sessionId, name: group.name })
    .onConflict((on) => on.columns(['jurisdiction_id', 'session_id', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
};

/** The group, held until the transaction ends. */
export const holdGroup = async (tx: Tx, j: number, id: number) => {
  const row = await tx
    .selectFrom('session_group')
    .select(['id', 'version', 'name', 'organ_id as organId', 'session_id as sessionId'])
    .where('jurisdiction_id', '=', j)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
};

/** False: another group of the session has the name. */
export const renameGroup = async (
  tx: Tx,
  j: number,
  group: { readonly id: number; readonly sessionId: number },
  name: string,
): Promise<boolean> => {
  const { rows } = await sql`
    update session_group g set name = ${name}, version = g.version + 1
    where g.jurisdiction_id = ${j} and g.id = ${group.id} and not exists (
      select from session_group o where o.jurisdiction_id = ${j} and o.session_id = ${group.sessionId}
        and o.name = ${name} and o.id <> ${group.id})
    returning g.id`.execute(tx);
  return rows.length > 0;
};

/** Exactly these from now on; answers with the newly appointed. People who are not there, or closed, are left out. */
export const setRecorders = async (
  tx: Tx,
  actor: Actor,
  groupId: number,
  personIds: readonly number[],
): Promise<readonly number[]> => {
  const j = actor.jurisdictionId;
  const wanted = [...new Set(personIds)];
  await sql`delete from session_group_recorder
    where jurisdiction_id = ${j} and group_id = ${groupId} and person_id <> all(${wanted}::bigint[])`.execute(
    tx,
  );
  const { rows } = await sql<{ id: number }>`
    insert into session_group_recorder (jurisdiction_id, group_id, person_id)
    select ${j}, ${groupId}, p.id from person p
    where p.jurisdiction_id = ${j} and p.state = 'active' and p.id = any(${wanted}::bigint[])
    on conflict do nothing returning person_id as id`.execute(tx);
  return rows.map(({ id }) => id);
};
