import type { OpinionWording, Referral, SessionOpinion } from '#core/session-opinion/session-opinion.ts';
import { sql } from 'kysely';
import type { Hand } from '../case/hand.ts';
import type { Tx } from '../platform/db/database.ts';

type Place = {
  readonly organId: number;
  readonly sessionId: number;
  readonly groupId: number;
  readonly recordId: number;
  readonly heldOn: string;
};

/** The last of `count` numbers that the session's opinions take now; a rollback gives none away. */
const takeNumbers = async (tx: Tx, j: number, sessionId: number, count: number): Promise<number> => {
  const { last } = await tx
    .insertInto('number_sequence')
    .values({ jurisdiction_id: j, key: `session-opinion:${sessionId}`, last: count })
    .onConflict((on) =>
      on
        .columns(['jurisdiction_id', 'key'])
        .doUpdateSet((eb) => ({ last: eb('number_sequence.last', '+', count) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
};

export type NewOpinion = OpinionWording & {
  readonly state: 'received' | 'checked';
  readonly receivedAt: string;
  readonly receivedOn: string;
};

/** Numbers and stores opinions of one record, at places from `position` on; answers with their ids in order. */
export const insertOpinions = async (
  tx: Tx,
  j: number,
  place: Place,
  opinions: readonly NewOpinion[],
  position: number,
): Promise<readonly number[]> => {
  const last = await takeNumbers(tx, j, place.sessionId, opinions.length);
  const rows = await tx
    .insertInto('session_opinion')
    .values(
      opinions.map((one, index) => ({
        jurisdiction_id: j,
        organ_id: place.organId,
        session_id: place.sessionId,
        group_id: place.groupId,
        record_id: place.recordId,
        held_on: place.heldOn,
        no: last - opinions.length + 1 + index,
        position: position + index,
        state: one.state,
        text: one.text,
        speaker: one.speaker,
        speaker_id: one.speakerId,
        class_code: one.classCode,
        unit_ids: [...one.unitIds],
        received_on: one.receivedOn,
        received_at: one.receivedAt,
      })),
    )
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
};

/** Makes room for `count` opinions after a place in a record. */
export const makeRoom = async (
  tx: Tx,
  j: number,
  recordId: number,
  after: number,
  count: number,
): Promise<void> => {
  await tx
    .updateTable('session_opinion')
    .set((eb) => ({ position: eb('position', '+', count) }))
    .where('jurisdiction_id', '=', j)
    .where('record_id', '=', recordId)
    .where('position', '>', after)
    .execute();
};

/** Since when it does not count, and until when it did not. */
const leftOut = ({ state }: SessionOpinion, at: string) =>
  state === 'dropped' || state === 'merged'
    ? sql`case when upper_inf(left_out) then left_out
        else left_out + tstzmultirange(tstzrange(${at}::timestamptz, null)) end`
    : sql`left_out * tstzmultirange(tstzrange(null, ${at}::timestamptz))`;

/** The opinion as it is now. The moment of its first leaving is kept; one that left with another, too, when they are taken apart. */
export const saveOpinion = async (tx: Tx, hand: Hand, opinion: SessionOpinion): Promise<void> => {
  const { jurisdictionId: j, at } = hand;
  await sql`update session_opinion set version = version + 1, state = ${opinion.state}, text = ${opinion.text},
      speaker = ${opinion.speaker}, speaker_id = ${opinion.speakerId}, class_code = ${opinion.classCode},
      unit_ids = ${[...opinion.unitIds]}::bigint[], same_as_id = ${opinion.sameAsId}, merged_into_id = ${opinion.mergedIntoId},
      left_out = ${leftOut(opinion, at.instant)}, dropped_reason = ${opinion.droppedReason}, became_matter_id = ${opinion.becameMatterId},
      forwarded_on = ${opinion.forwardedOn}::date,
      forwarded_with = case when ${opinion.forwardedOn}::date is null and forwarded_at < ${at.instant}::timestamptz
        then forwarded_with + tstzmultirange(tstzrange(forwarded_at, ${at.instant}::timestamptz)) else forwarded_with end,
      forwarded_at = case when ${opinion.forwardedOn}::date is null then null else coalesce(forwarded_at, ${at.instant}::timestamptz) end
    where jurisdiction_id = ${j} and id = ${opinion.id}`.execute(tx);
};

/** The text of the neighbour that another was added to. */
export const saveText = async (tx: Tx, j: number, id: number, text: string): Promise<void> => {
  await tx
    .updateTable('session_opinion')
    .set((eb) => ({ text, version: eb('version', '+', 1) }))
    .where('jurisdiction_id', '=', j)
    .where('id', '=', id)
    .execute();
};

/** Everything of a record that was handed in and not looked at yet has now been checked. */
export const checkAll = async (tx: Tx, j: number, recordId: number): Promise<void> => {
  await tx
    .updateTable('session_opinion')
    .set((eb) => ({ state: 'checked', version: eb('version', '+', 1) }))
    .where('jurisdiction_id', '=', j)
    .where('record_id', '=', recordId)
    .where('state', '=', 'received')
    .execute();
};

/** What says the same leaves with the one that is sent. */
export const forwardTwins = async (tx: Tx, hand: Hand, headId: number, on: string): Promise<void> => {
  await tx
    .updateTable('session_opinion')
    .set((eb) => ({ forwarded_on: on, forwarded_at: hand.at.instant, version: eb('version', '+', 1) }))
    .where('jurisdiction_id', '=', hand.jurisdictionId)
    .where('same_as_id', '=', headId)
    .where('forwarded_on', 'is', null)
    .execute();
};

export const insertReferrals = async (
  tx: Tx,
  hand: Hand,
  opinionId: number,
  unitIds: readonly number[],
): Promise<void> => {
  await tx
    .insertInto('session_referral')
    .values(
      unitIds.map((unit_id) => ({
        jurisdiction_id: hand.jurisdictionId,
        opinion_id: opinionId,
        unit_id,
        state: 'sent',
        sent_on: hand.at.date,
        sent_at: hand.at.instant,
        sent_by: hand.personId,
      })),
    )
    .execute();
};

export const saveReferral = async (
  tx: Tx,
  hand: Hand,
  referral: Referral,
  answeredNow: boolean,
): Promise<void> => {
  const { answer } = referral;
  await sql`update session_referral set version = version + 1, state = ${referral.state}, reason = ${referral.reason},
      channel = ${answer?.channel ?? null}, answered_on = ${answer?.on ?? null}::date, answered_who = ${answer?.who ?? null},
      answer = ${answer?.text ?? null}, speaker_told = ${answer?.speakerTold ?? null}::boolean,
      answered_by = case when ${answeredNow}::boolean then ${hand.personId}::bigint else answered_by end,
      answered_at = case when ${answeredNow}::boolean then ${hand.at.instant}::timestamptz else answered_at end,
      closed_at = case when ${referral.state} = 'closed' then ${hand.at.instant}::timestamptz else closed_at end
    where jurisdiction_id = ${hand.jurisdictionId} and id = ${referral.id}`.execute(tx);
};
