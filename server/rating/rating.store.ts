import type { Tx } from '../platform/db/database.ts';

/** Keeps an unfinished rating; a sealed one is not touched. */
export const keepDraft = async (
  tx: Tx,
  jurisdictionId: number,
  ratingId: number,
  draft: unknown,
): Promise<void> => {
  await tx
    .updateTable('rating')
    .set({ draft: JSON.stringify(draft) })
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('id', '=', ratingId)
    .where('state', '=', 'open')
    .execute();
};
