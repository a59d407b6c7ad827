/** The keys with which frozen figures are signed: one signs, those before it are kept to check what they signed. */
import type { Instant } from '#core/words.ts';
import type { Tx } from '../platform/db/database.ts';

export type KeyRow = {
  readonly no: number;
  readonly fingerprint: string;
  /** PEM. */
  readonly publicKey: string;
  readonly madeAt: Instant;
  readonly retiredAt: Instant | null;
};

const columns = [
  'no',
  'fingerprint',
  'public_key as publicKey',
  'made_at as madeAt',
  'retired_at as retiredAt',
] as const;

/** The newest first: few, for each stands until somebody renews it. */
export const listKeys = (tx: Tx, j: number): Promise<readonly KeyRow[]> =>
  tx
    .selectFrom('figure_signing_key')
    .select(columns)
    .where('jurisdiction_id', '=', j)
    .orderBy('no', 'desc')
    .limit(100)
    .execute();

export const findKey = async (tx: Tx, j: number, no: number): Promise<KeyRow | null> =>
  (await tx
    .selectFrom('figure_signing_key')
    .select(columns)
    .where('jurisdiction_id', '=', j)
    .where('no', '=', no)
    .executeTakeFirst()) ?? null;

/** The key that signs, with its private half as it is sealed; null: none was made yet. */
export const signingKey = async (
  tx: Tx,
  j: number,
): Promise<(KeyRow & { readonly privateSealed: string }) | null> => {
  const row = await tx
    .selectFrom('figure_signing_key')
    .select([...columns, 'private_sealed as privateSealed'])
    .where('jurisdiction_id', '=', j)
    .where('retired_at', 'is', null)
    .executeTakeFirst();
  return row === undefined || row.privateSealed === null
    ? null
    : { ...row, privateSealed: row.privateSealed };
};

export const insertKey = async (
  tx: Tx,
  j: number,
  key: Omit<KeyRow, 'retiredAt'> & { readonly privateSealed: string },
): Promise<void> => {
  await tx
    .insertInto('figure_signing_key')
    .values({
      jurisdiction_id: j,
      no: key.no,
      fingerprint: key.fingerprint,
      public_key: key.publicKey,
      private_sealed: key.privateSealed,
      made_at: key.madeAt,
    })
    .execute();
};

/** From then on it signs nothing: its private half is gone. */
export const retireKey = async (tx: Tx, j: number, no: number, at: Instant): Promise<void> => {
  await tx
    .updateTable('figure_signing_key')
    .set({ private_sealed: null, retired_at: at })
    .where('jurisdiction_id', '=', j)
    .where('no', '=', no)
    .execute();
};
