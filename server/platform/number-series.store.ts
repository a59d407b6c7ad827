import { sql } from 'kysely';
import type { Tx } from './db/database.ts';

/**
 * The next number of a series, from 1. Its row is held until the transaction ends: whoever else wants a number of it
 * waits, and a rollback gives none away, so that the series has no gap and no number twice. Ask for it last, for
 * others wait from then on; of several series in one transaction, always in the same order.
 */
export const nextInSeries = async (tx: Tx, jurisdictionId: number, series: string): Promise<number> => {
  const { last } = await tx
    .insertInto('number_series')
    .values({ jurisdiction_id: jurisdictionId, series, last: 1 })
    .onConflict((on) =>
      on.columns(['jurisdiction_id', 'series']).doUpdateSet({ last: sql`number_series.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
};
