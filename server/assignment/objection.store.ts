/** Objections of proposers to the units of their matters. */
import type { ObjectionDecision } from '#core/case/objection.ts';
import type { LocalDate } from '#core/words.ts';
import { sql } from 'kysely';
import type { Hand } from '../case/hand.ts';
import type { Tx } from '../platform/db/database.ts';

export type ObjectionRow = {
  readonly id: number;
  readonly by: string;
  readonly personId: number;
  readonly reason: string;
  readonly wanted: string;
  readonly state: 'open' | 'changed' | 'kept' | 'withdrawn';
  readonly raisedOn: LocalDate;
  readonly decision: string | null;
  readonly decidedAt: string | null;
};

/** Newest first. */
export const objectionsOf = async (tx: Tx, j: number, matterId: number): Promise<readonly ObjectionRow[]> => {
  const { rows } = await sql<ObjectionRow>`
    select o.id, p.name as by, o.person_id as "personId", o.reason, o.wanted, o.state, o.raised_on as "raisedOn",
      o.decision, o.decided_at as "decidedAt"
    from assignment_objection o
    join person p on p.jurisdiction_id = o.jurisdiction_id and p.id = o.person_id
    where o.jurisdiction_id = ${j} and o.matter_id = ${matterId} order by o.id desc`.execute(tx);
  return rows;
};

/** Where an objection belongs; undefined: there is none. */
export const findObjection = (tx: Tx, j: number, id: number) =>
  tx
    .selectFrom('assignment_objection')
    .select(['matter_id as matterId', 'organ_id as organId', 'person_id as personId'])
    .where('jurisdiction_id', '=', j)
    .where('id', '=', id)
    .executeTakeFirst();

export const insertObjection = async (
  tx: Tx,
  hand: Hand,
  fields: {
    readonly matterId: number;
    readonly organId: number;
    readonly reason: string;
    readonly wanted: string;
  },
): Promise<number> => {
  const { id } = await tx
    .insertInto('assignment_objection')
    .values({
      jurisdiction_id: hand.jurisdictionId,
      matter_id: fields.matterId,
      organ_id: fields.organId,
      person_id: hand.personId,
      reason: fields.reason,
      wanted: fields.wanted,
      raised_on: hand.at.date,
      raised_at: hand.at.instant,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

export const saveObjectionDecision = async (
  tx: Tx,
  hand: Hand,
  id: number,
  decision: ObjectionDecision,
  reason: string,
): Promise<void> => {
  await tx
    .updateTable('assignment_objection')
    .set((eb) => ({
      state: decision,
      decision: reason,
      decided_by: hand.personId,
      decided_at: hand.at.instant,
      version: eb('version', '+', 1),
    }))
    .where('jurisdiction_id', '=', hand.jurisdictionId)
    .where('id', '=', id)
    .execute();
};

export const saveObjectionWithdrawal = async (tx: Tx, hand: Hand, id: number): Promise<void> => {
  await tx
    .updateTable('assignment_objection')
    .set((eb) => ({ state: 'withdrawn', version: eb('version', '+', 1) }))
    .where('jurisdiction_id', '=', hand.jurisdictionId)
    .where('id', '=', id)
    .execute();
};
