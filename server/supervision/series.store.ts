import type { Tx } from '../platform/db/database.ts';

/**
 * Holds a series of numbers until the transaction ends, and answers with the last one given. Whoever else wants a
 * number of it waits; a rollback gives none away, so that the series has no gap.
 */
export const holdSeries = async (tx: Tx, jurisdictionId: number, key: string): Promise<number> => {
  const { last } = await tx
    .insertInto('number_sequence')
    .values({ jurisdiction_id: jurisdictionId, key, last: 0 })
    .onConflict((on) =>
      on
        .columns(['jurisdiction_id', 'key'])
        // Changes nothing: it locks the row that is there and returns it.
        .doUpdateSet((eb) => ({ last: eb.ref('number_sequence.last') })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
};

/** The series goes on after `last`; its row is held by `holdSeries`. */
export const leaveSeries = async (
  tx: Tx,
  jurisdictionId: number,
  key: string,
  last: number,
): Promise<void> => {
  await tx
    .updateTable('number_sequence')
    .set({ last })
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('key', '=', key)
    .execute();
};
