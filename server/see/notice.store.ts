import type { Actor } from '#core/access.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { noticeSignal } from '../platform/db/signals.ts';

/** Marks one's own notices up to an id as read; again is the same. */
export const markRead = async (tx: Tx, actor: Actor, upTo: number, at: string): Promise<void> => {
  await tx
    .updateTable('notice')
    .set({ read_at: at })
    .where('jurisdiction_id', '=', actor.jurisdictionId)
    .where('person_id', '=', actor.personId)
    .where('id', '<=', upTo)
    .where('read_at', 'is', null)
    .execute();
  // The person's other windows.
  await sql`select pg_notify(${noticeSignal}, ${`${actor.jurisdictionId}:${actor.personId}`})`.execute(tx);
};

/** Saves a view under a name; the same name again replaces it. */
export const saveView = async (
  tx: Tx,
  actor: Actor,
  list: string,
  view: { readonly name: string; readonly query: unknown; readonly columns: unknown },
): Promise<number> => {
  const query = JSON.stringify(view.query);
  const columns = JSON.stringify(view.columns);
  const { id } = await tx
    .insertInto('saved_view')
    .values({
      jurisdiction_id: actor.jurisdictionId,
      person_id: actor.personId,
      list,
      name: view.name,
      query,
      columns,
    })
    .onConflict((on) =>
      on.columns(['jurisdiction_id', 'person_id', 'list', 'name']).doUpdateSet({ query, columns }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

export const deleteView = async (tx: Tx, actor: Actor, id: number): Promise<void> => {
  await tx
    .deleteFrom('saved_view')
    .where('jurisdiction_id', '=', actor.jurisdictionId)
    .where('person_id', '=', actor.personId)
    .where('id', '=', id)
    .execute();
};
