import type { SupervisionNotice, SupervisionNoticeEvent } from '#core/supervision/notice.ts';
import type { Hand } from '../case/save-case.store.ts';
import { sendAhead, type Tx } from '../platform/db/database.ts';
import type { Letter } from '../platform/documents/letter.ts';

type Served = Extract<SupervisionNoticeEvent, { type: 'noticeServed' }>;

/** Stores a notice that was decided on, with its document frozen; answers with its id. */
export const insertNotice = async (
  tx: Tx,
  hand: Hand,
  event: Served,
  organId: number | null,
  letter: Letter,
): Promise<number> => {
  const j = hand.jurisdictionId;
  const { id } = await tx
    .insertInto('supervision_notice')
    .values({
      jurisdiction_id: j,
      unit_id: event.unitId,
      organ_id: organId,
      state: 'served',
      document_no: event.documentNo,
      requirement: event.requirement,
      issued_on: event.on,
      issued_at: hand.at.instant,
      issued_by: hand.personId,
      report_by: event.reportBy,
      letter: JSON.stringify(letter),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const lines = event.matterIds.map((matterId, position) => ({
    jurisdiction_id: j,
    notice_id: id,
    matter_id: matterId,
    position,
  }));
  sendAhead(tx, tx.insertInto('supervision_notice_matter').values(lines).compile());
  saveStep(tx, hand, id, event);
  return id;
};

const textOf = (event: SupervisionNoticeEvent): { text: string; report_by: string | null } => {
  switch (event.type) {
    case 'noticeServed':
      return { text: event.requirement, report_by: event.reportBy };
    case 'noticeAcknowledged':
    case 'noticeSettled':
      return { text: event.note, report_by: null };
    case 'noticeReportedBack':
      return { text: event.report, report_by: null };
    case 'noticeReportReturned':
      return { text: event.reason, report_by: event.reportBy };
    case 'noticeCancelled':
      return { text: event.reason, report_by: null };
    default: {
      const forgotten: never = event;
      return forgotten;
    }
  }
};

const saveStep = (tx: Tx, hand: Hand, noticeId: number, event: SupervisionNoticeEvent): void =>
  sendAhead(
    tx,
    tx
      .insertInto('supervision_notice_step')
      .values({
        jurisdiction_id: hand.jurisdictionId,
        notice_id: noticeId,
        type: event.type,
        ...textOf(event),
        by_id: hand.personId,
        at: hand.at.instant,
      })
      .compile(),
  );

/** Writes what happened to a notice that the transaction holds. */
export const saveNotice = (
  tx: Tx,
  hand: Hand,
  notice: SupervisionNotice,
  event: SupervisionNoticeEvent,
): void => {
  sendAhead(
    tx,
    tx
      .updateTable('supervision_notice')
      .set((eb) => ({
        state: notice.state,
        report_by: notice.reportBy,
        report: notice.report,
        version: eb('version', '+', 1),
      }))
      .where('jurisdiction_id', '=', hand.jurisdictionId)
      .where('id', '=', notice.id)
      .compile(),
  );
  saveStep(tx, hand, notice.id, event);
};
