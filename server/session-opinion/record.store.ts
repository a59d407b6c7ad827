import type { RecordContent } from '#core/session-opinion/session-opinion.ts';
import { sql } from 'kysely';
import type { Hand } from '../case/hand.ts';
import type { Tx } from '../platform/db/database.ts';
import type { RecordState } from './record.views.ts';

export const insertRecord = async (
  tx: Tx,
  hand: Hand,
  group: { readonly id: number; readonly organId: number; readonly sessionId: number },
  content: RecordContent,
): Promise<number> => {
  const { id } = await tx
    .insertInto('session_record')
    .values({
      jurisdiction_id: hand.jurisdictionId,
      organ_id: group.organId,
      session_id: group.sessionId,
      group_id: group.id,
      state: 'draft',
      held_on: content.heldOn,
      place: content.place,
      notes: content.notes,
      pieces: JSON.stringify(content.pieces),
      created_by: hand.personId,
      created_at: hand.at.instant,
      updated_at: hand.at.instant,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

export const saveContent = async (tx: Tx, hand: Hand, id: number, content: RecordContent): Promise<void> => {
  await tx
    .updateTable('session_record')
    .set((eb) => ({
      held_on: content.heldOn,
      place: content.place,
      notes: content.notes,
      pieces: JSON.stringify(content.pieces),
      updated_at: hand.at.instant,
      version: eb('version', '+', 1),
    }))
    .where('jurisdiction_id', '=', hand.jurisdictionId)
    .where('id', '=', id)
    .execute();
};

export const moveRecord = async (tx: Tx, hand: Hand, id: number, state: RecordState): Promise<void> => {
  const { jurisdictionId: j, personId, at } = hand;
  await sql`update session_record set state = ${state}, version = version + 1, updated_at = ${at.instant},
      submitted_by = case when ${state} = 'submitted' then ${personId}::bigint else submitted_by end,
      submitted_at = case when ${state} = 'submitted' then ${at.instant}::timestamptz else submitted_at end,
      checked_by = case when ${state} = 'checked' then ${personId}::bigint else checked_by end,
      checked_at = case when ${state} = 'checked' then ${at.instant}::timestamptz else checked_at end
    where jurisdiction_id = ${j} and id = ${id}`.execute(tx);
};

/** Proposers by name, for speakers who were written and not chosen. */
export const proposersNamed = async (
  tx: Tx,
  j: number,
  names: readonly string[],
): Promise<readonly { id: number; name: string; group: string }[]> => {
  const { rows } = await sql<{ id: number; name: string; group: string }>`
    select p.id, p.name, p.group_name as "group" from person p
    where p.jurisdiction_id = ${j} and p.state = 'active' and p.name = any(${[...new Set(names)]}::text[])
      and exists (select from role_grant g where g.jurisdiction_id = p.jurisdiction_id and g.person_id = p.id
        and g.role = 'proposer')`.execute(tx);
  return rows;
};

/** Of these people, those who propose. */
export const proposersAmong = async (
  tx: Tx,
  j: number,
  ids: readonly number[],
): Promise<ReadonlySet<number>> => {
  const { rows } = await sql<{ id: number }>`
    select distinct g.person_id as id from role_grant g
    where g.jurisdiction_id = ${j} and g.role = 'proposer' and g.person_id = any(${[...ids]}::bigint[])`.execute(
    tx,
  );
  return new Set(rows.map(({ id }) => id));
};
