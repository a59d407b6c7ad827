import type { Instant } from '#core/words.ts';
import type { Tx } from '../platform/db/database.ts';

const purpose = 'first-administrator';

/** Makes this the only token of its purpose. */
export const insertFirstAdministratorToken = async (
  tx: Tx,
  jurisdictionId: number,
  token: { readonly hash: string; readonly at: Instant; readonly expiresAt: Instant },
): Promise<void> => {
  await tx
    .deleteFrom('one_time_token')
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('purpose', '=', purpose)
    .execute();
  await tx
    .insertInto('one_time_token')
    .values({
      jurisdiction_id: jurisdictionId,
      token_hash: token.hash,
      purpose,
      created_at: token.at,
      expires_at: token.expiresAt,
    })
    .execute();
};

/** Uses the token up; false: there is none, it was used, or its time is over. Two parallel uses: one gets it. */
export const spendFirstAdministratorToken = async (
  tx: Tx,
  jurisdictionId: number,
  hash: string,
  at: Instant,
): Promise<boolean> => {
  const row = await tx
    .updateTable('one_time_token')
    .set({ used_at: at })
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('token_hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returning('token_hash')
    .executeTakeFirst();
  return row !== undefined;
};
