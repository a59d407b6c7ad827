import type { SupervisionNotice, SupervisionNoticeEvent } from './notice.ts';
import type { Urge, UrgeEvent } from './urge.ts';

/** The slip after one event. It counts as acknowledged once everyone who must has acknowledged it. */
export const evolveUrge = (urge: Urge, event: UrgeEvent): Urge => {
  switch (event.type) {
    case 'urged':
      return {
        ...urge,
        unitId: event.unitId,
        round: event.round,
        level: event.level,
        state: 'sent',
        slipNo: event.slipNo,
        text: event.text,
        issuedOn: event.on,
        acknowledgeBy: event.acknowledgeBy,
        wanted: event.wanted,
        acknowledgements: [],
      };
    case 'urgeAcknowledged': {
      const { byId, on, note, doneBy } = event;
      const acknowledgements = [
        ...urge.acknowledgements,
        ...event.as.map((as) => ({ as, byId, on, note, doneBy })),
      ];
      const all = urge.wanted.every((part) => acknowledgements.some((one) => one.as === part));
      return { ...urge, acknowledgements, state: all ? 'acknowledged' : 'sent' };
    }
    case 'urgeTakenBack':
      return { ...urge, state: 'takenBack', takenBackReason: event.reason };
    default: {
      const forgotten: never = event;
      return forgotten;
    }
  }
};

/** The notice after one event. A report that is not enough stays with the unit until it reports anew. */
export const evolveNotice = (notice: SupervisionNotice, event: SupervisionNoticeEvent): SupervisionNotice => {
  switch (event.type) {
    case 'noticeServed':
      return {
        ...notice,
        unitId: event.unitId,
        state: 'served',
        documentNo: event.documentNo,
        requirement: event.requirement,
        matterIds: event.matterIds,
        issuedOn: event.on,
        reportBy: event.reportBy,
      };
    case 'noticeAcknowledged':
      return { ...notice, state: 'inHand' };
    case 'noticeReportedBack':
      return { ...notice, state: 'reportedBack', report: event.report };
    case 'noticeReportReturned':
      return { ...notice, state: 'inHand', reportBy: event.reportBy };
    case 'noticeSettled':
      return { ...notice, state: 'settled' };
    case 'noticeCancelled':
      return { ...notice, state: 'cancelled' };
    default: {
      const forgotten: never = event;
      return forgotten;
    }
  }
};
