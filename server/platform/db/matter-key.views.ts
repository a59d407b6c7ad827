/** Matters found by their keys (core/similar/keys.ts) from one ordered index. */
import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** A key and the newest matters that have it, at most as many as were asked for. */
export type KeyRow = { readonly key: number; readonly ids: readonly number[] };

export type KeyCandidate = { readonly id: number; readonly weight: number };

/** One walk down the index a key: `limit` inside the lateral join keeps a common key from being read to its end. */
export const findByKeys = async (
  tx: Tx,
  j: number,
  keys: readonly number[],
  perKey: number,
): Promise<readonly KeyRow[]> => {
  const { rows } = await sql<KeyRow>`
    select k.key, x.ids from unnest(${[...keys]}::integer[]) k (key)
    cross join lateral (
      select coalesce(array_agg(n.matter_id), '{}') as ids from (
        select s.matter_id from matter_key s where s.jurisdiction_id = ${j} and s.key = k.key
        order by s.matter_id desc limit ${perKey}) n) x`.execute(tx);
  return rows;
};

/** A key that few matters have says more than one that runs into its limit; of equal ones the newest first. */
export const weighByKeys = (rows: readonly KeyRow[], perKey: number): readonly KeyCandidate[] => {
  const weights = new Map<number, number>();
  for (const { ids } of rows) {
    const weight = 1 + Math.log(perKey / Math.max(1, ids.length));
    for (const id of ids) weights.set(id, (weights.get(id) ?? 0) + weight);
  }
  return [...weights]
    .map(([id, weight]) => ({ id, weight }))
    .sort((a, b) => b.weight - a.weight || b.id - a.id);
};
