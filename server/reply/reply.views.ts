import type { Tx } from '../platform/db/database.ts';
import type { Letter } from '../platform/documents/letter.ts';

/** The letter as it was issued; null: not issued. */
export const findLetter = async (tx: Tx, jurisdictionId: number, replyId: number): Promise<Letter | null> => {
  const row = await tx
    .selectFrom('reply')
    .select('letter')
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('id', '=', replyId)
    .executeTakeFirst();
  return (row?.letter ?? null) as Letter | null;
};

/** The letter of an issued reply to the proposers of a matter that was merged when it left; null: none went to them. */
export const findMergedLetter = async (
  tx: Tx,
  jurisdictionId: number,
  replyId: number,
  matterId: number,
): Promise<Letter | null> => {
  const row = await tx
    .selectFrom('merged_letter')
    .select('letter')
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('reply_id', '=', replyId)
    .where('matter_id', '=', matterId)
    .executeTakeFirst();
  return (row?.letter ?? null) as Letter | null;
};

/** All versions of a draft, newest first. */
export const listVersions = async (tx: Tx, jurisdictionId: number, replyId: number) => {
  const rows = await tx
    .selectFrom('reply_version as v')
    .innerJoin('person as p', (on) =>
      on.onRef('p.jurisdiction_id', '=', 'v.jurisdiction_id').onRef('p.id', '=', 'v.saved_by'),
    )
    .select(['v.n', 'p.name as by', 'v.saved_at as at', 'v.occasion', 'v.content'])
    .where('v.jurisdiction_id', '=', jurisdictionId)
    .where('v.reply_id', '=', replyId)
    .orderBy('v.n', 'desc')
    .limit(200)
    .execute();
  return rows;
};
