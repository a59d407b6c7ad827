import { type Actor, doerOf } from '#core/access.ts';
import type { Tx } from '../platform/db/database.ts';

/**
 * Makes uploads a part of the matter, so that who sees it may open them. False, and nothing is to be kept: one of
 * them is another's, was uploaded for something else, or is part of a matter already.
 */
export const takeUpFiles = async (
  tx: Tx,
  actor: Actor,
  matterId: number,
  purpose: 'contact' | 'scan',
  ids: readonly number[],
): Promise<boolean> => {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return true;
  const taken = await tx
    .updateTable('file')
    .set({ matter_id: matterId })
    .where('jurisdiction_id', '=', actor.jurisdictionId)
    .where('id', 'in', wanted)
    .where('purpose', '=', purpose)
    .where('uploaded_by', '=', doerOf(actor).personId)
    .where('matter_id', 'is', null)
    .returning('id')
    .execute();
  return taken.length === wanted.length;
};
