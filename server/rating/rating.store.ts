import type { Actor } from '#core/access.ts';
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

/** Takes up a scan that this person uploaded for a paper form, as part of the matter. False: it is not his, or not a scan. */
export const scanBelongsTo = async (
  tx: Tx,
  actor: Actor,
  fileId: number,
  matterId: number,
): Promise<boolean> => {
  const taken = await tx
    .updateTable('file')
    .set({ matter_id: matterId })
    .where('jurisdiction_id', '=', actor.jurisdictionId)
    .where('id', '=', fileId)
    .where('purpose', '=', 'scan')
    .where('uploaded_by', '=', actor.personId)
    .where((eb) => eb.or([eb('matter_id', 'is', null), eb('matter_id', '=', matterId)]))
    .returning('id')
    .executeTakeFirst();
  return taken !== undefined;
};
