import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

/**
 * Whether every matter has its facts. As long as nobody has noted that, each is looked at: an act on one of those that
 * were there before facts were kept gives it its own, and says nothing about the others.
 */
export const isReady = async (tx: Tx, j: number): Promise<boolean> => {
  const { rows } = await sql<{ ready: boolean }>`select case
      when exists (select from figure_rebuild r where r.jurisdiction_id = ${j})
        then exists (select from figure_rebuild r where r.jurisdiction_id = ${j} and r.finished_at is not null)
      else not exists (select from matter m where m.jurisdiction_id = ${j}
        and not exists (select from figure_matter f where f.jurisdiction_id = ${j} and f.matter_id = m.id))
      end as ready`.execute(tx);
  return rows[0]?.ready ?? true;
};

/** Notes that every matter has its facts, so that they are not looked through again; a rebuilding's note stays. */
export const noteReady = async (tx: Tx, j: number, at: string): Promise<void> => {
  await tx
    .insertInto('figure_rebuild')
    .values({ jurisdiction_id: j, done_through: 0, finished_at: at })
    .onConflict((on) => on.column('jurisdiction_id').doNothing())
    .execute();
};

/** Where a rebuilding that was broken off goes on; 0: at the beginning. */
export const rebuiltThrough = async (tx: Tx, j: number): Promise<number> => {
  const row = await tx
    .selectFrom('figure_rebuild')
    .select(['done_through', 'finished_at'])
    .where('jurisdiction_id', '=', j)
    .executeTakeFirst();
  return row === undefined || row.finished_at !== null ? 0 : row.done_through;
};

export const saveRebuilt = async (
  tx: Tx,
  j: number,
  done: { readonly through: number; readonly finishedAt: string | null },
): Promise<void> => {
  const values = { done_through: done.through, finished_at: done.finishedAt };
  await tx
    .insertInto('figure_rebuild')
    .values({ jurisdiction_id: j, ...values })
    .onConflict((on) => on.column('jurisdiction_id').doUpdateSet(values))
    .execute();
};

/** Ids of matters behind one, ascending, their rows held so that no act is in between. */
export const holdNext = async (
  tx: Tx,
  j: number,
  after: number,
  most: number,
): Promise<readonly number[]> => {
  const { rows } = await sql<{
    id: number;
  }>`select id from matter where jurisdiction_id = ${j} and id > ${after}
    order by id limit ${most} for update`.execute(tx);
  return rows.map(({ id }) => id);
};
