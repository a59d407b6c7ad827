import type { Instant } from '#core/words.ts';
import type { Tx } from '../platform/db/database.ts';

/** The person's only link: a new one takes the place of the one before. */
export const saveFeedLink = async (
  tx: Tx,
  jurisdictionId: number,
  personId: number,
  tokenHash: string,
  at: Instant,
): Promise<void> => {
  const fresh = { token_hash: tokenHash, created_at: at, last_used_at: null };
  await tx
    .insertInto('feed_link')
    .values({ jurisdiction_id: jurisdictionId, person_id: personId, ...fresh })
    .onConflict((on) => on.columns(['jurisdiction_id', 'person_id']).doUpdateSet(fresh))
    .execute();
};

/** Whether there was one. */
export const deleteFeedLink = async (tx: Tx, jurisdictionId: number, personId: number): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('feed_link')
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
};

export const touchFeedLink = async (
  tx: Tx,
  jurisdictionId: number,
  personId: number,
  at: Instant,
): Promise<void> => {
  await tx
    .updateTable('feed_link')
    .set({ last_used_at: at })
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('person_id', '=', personId)
    .execute();
};
