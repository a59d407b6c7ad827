import type { Days } from '#core/absence/delegation.ts';
import type { Grant } from '#core/access.ts';
import type { Instant, LocalDate } from '#core/words.ts';
import type { Tx } from '../platform/db/database.ts';

export const insertDelegation = async (
  tx: Tx,
  j: number,
  made: Days & {
    readonly personId: number;
    readonly standInId: number;
    readonly reason: string;
    /** What is lent. */
    readonly agreed: readonly Grant[];
    readonly by: number;
    readonly at: Instant;
  },
): Promise<number> => {
  const { id } = await tx
    .insertInto('delegation')
    .values({
      jurisdiction_id: j,
      person_id: made.personId,
      to_person_id: made.standInId,
      from_on: made.from,
      until_on: made.until,
      reason: made.reason,
      agreed: JSON.stringify(made.agreed),
      made_by: made.by,
      made_at: made.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

export type HeldDelegation = {
  readonly personId: number;
  readonly standInId: number;
  readonly over: boolean;
};

/** The delegation, held until the transaction ends; null: there is none. */
export const holdDelegation = async (
  tx: Tx,
  j: number,
  id: number,
  today: LocalDate,
): Promise<HeldDelegation | null> => {
  const row = await tx
    .selectFrom('delegation')
    .select(['person_id as personId', 'to_person_id as standInId', 'until_on', 'ended_at'])
    .where('jurisdiction_id', '=', j)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return null;
  const { personId, standInId } = row;
  return { personId, standInId, over: row.ended_at !== null || row.until_on < today };
};

export const endDelegationRow = async (
  tx: Tx,
  j: number,
  id: number,
  by: number,
  at: Instant,
): Promise<void> => {
  await tx
    .updateTable('delegation')
    .set({ ended_at: at, ended_by: by })
    .where('jurisdiction_id', '=', j)
    .where('id', '=', id)
    .execute();
};
