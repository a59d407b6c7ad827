import type { SupervisionNoticeEvent } from '../supervision/notice.ts';
import type { UrgeEvent } from '../supervision/urge.ts';
import type { Notice, Recipient } from './notify.ts';

/** Who is told of what happened to a slip; `issuedById`: who sent it. */
export const noticesForUrge = (
  event: UrgeEvent,
  about: { readonly unitId: number; readonly issuedById: number; readonly handlerId: number | null },
): Notice => {
  const office: Recipient = { to: 'unitOffice', unitId: about.unitId };
  const handler: readonly Recipient[] =
    about.handlerId === null ? [] : [{ to: 'person', personId: about.handlerId }];
  switch (event.type) {
    case 'urged': {
      const leader: readonly Recipient[] = event.wanted.includes('unitLeader')
        ? [{ to: 'unitLeader', unitId: about.unitId }]
        : [];
      return { kind: 'urged', recipients: [office, ...leader, ...handler] };
    }
    case 'urgeAcknowledged':
      return { kind: 'urgeAcknowledged', recipients: [{ to: 'person', personId: about.issuedById }] };
    case 'urgeTakenBack':
      return { kind: 'urgeTakenBack', recipients: [office, ...handler] };
    default: {
      const forgotten: never = event;
      return forgotten;
    }
  }
};

/** Who is told of what happened to a supervision notice 督办通知. */
export const noticesForNotice = (
  event: SupervisionNoticeEvent,
  about: { readonly unitId: number; readonly issuedById: number },
): Notice => {
  const office: Recipient = { to: 'unitOffice', unitId: about.unitId };
  const issuer: Recipient = { to: 'person', personId: about.issuedById };
  switch (event.type) {
    case 'noticeServed':
      return { kind: event.type, recipients: [office, { to: 'unitLeader', unitId: about.unitId }] };
    case 'noticeAcknowledged':
    case 'noticeReportedBack':
      return { kind: event.type, recipients: [issuer] };
    case 'noticeReportReturned':
    case 'noticeSettled':
    case 'noticeCancelled':
      return { kind: event.type, recipients: [office] };
    default: {
      const forgotten: never = event;
      return forgotten;
    }
  }
};
