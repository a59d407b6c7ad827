import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

export type Unread = { readonly personId: number; readonly unread: number; readonly latest: number };

/** How many notices of each are unread, and the newest; read from indexes alone. */
export const countUnread = async (
  tx: Tx,
  j: number,
  personIds: readonly number[],
): Promise<readonly Unread[]> => {
  const { rows } = await sql<Unread>`
    select p.id as "personId",
      (select count(*) from notice n where n.jurisdiction_id = ${j} and n.person_id = p.id and n.read_at is null) as unread,
      coalesce((select n.id from notice n where n.jurisdiction_id = ${j} and n.person_id = p.id
        order by n.at desc, n.id desc limit 1), 0) as latest
    from unnest(${[...personIds]}::bigint[]) p (id)`.execute(tx);
  return rows;
};
