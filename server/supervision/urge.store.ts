import type { Urge, UrgeEvent } from '#core/supervision/urge.ts';
import { sendAhead, type Tx } from '../platform/db/database.ts';
import type { Hand } from '../case/hand.ts';

type Of<T extends UrgeEvent['type']> = Extract<UrgeEvent, { type: T }>;

/** Stores a slip that was decided on; answers with its id. */
export const insertSlip = async (
  tx: Tx,
  hand: Hand,
  about: { readonly matterId: number; readonly organId: number; readonly assignmentId: number },
  event: Of<'urged'>,
): Promise<number> => {
  const { id } = await tx
    .insertInto('urge_slip')
    .values({
      jurisdiction_id: hand.jurisdictionId,
      matter_id: about.matterId,
      organ_id: about.organId,
      assignment_id: about.assignmentId,
      unit_id: event.unitId,
      round: event.round,
      level: event.level,
      proposed: event.proposed,
      reason: event.reason,
      state: 'sent',
      slip_no: event.slipNo,
      text: event.text,
      issued_on: event.on,
      issued_at: hand.at.instant,
      issued_by: hand.personId,
      acknowledge_by: event.acknowledgeBy,
      wanted: [...event.wanted],
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** Writes what happened to a slip that the transaction holds. */
export const saveSlip = (
  tx: Tx,
  hand: Hand,
  urge: Urge,
  event: Of<'urgeAcknowledged' | 'urgeTakenBack'>,
): void => {
  if (event.type === 'urgeAcknowledged')
    sendAhead(
      tx,
      tx
        .insertInto('urge_acknowledgement')
        .values(
          event.as.map((part) => ({
            jurisdiction_id: hand.jurisdictionId,
            urge_id: urge.id,
            part,
            by_id: event.byId,
            at: hand.at.instant,
            day: event.on,
            note: event.note,
            done_by: event.doneBy,
          })),
        )
        .compile(),
    );
  sendAhead(
    tx,
    tx
      .updateTable('urge_slip')
      .set((eb) => ({
        state: urge.state,
        taken_back_reason: urge.takenBackReason,
        // Nothing follows on either.
        acknowledged_at: urge.state === 'acknowledged' ? hand.at.instant : null,
        taken_back_at: urge.state === 'takenBack' ? hand.at.instant : null,
        version: eb('version', '+', 1),
      }))
      .where('jurisdiction_id', '=', hand.jurisdictionId)
      .where('id', '=', urge.id)
      .compile(),
  );
};
