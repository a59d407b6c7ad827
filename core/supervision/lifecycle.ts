import type { Lifecycle } from '../lifecycle.ts';
import type { SupervisionNoticeState } from './notice.ts';
import type { UrgeState } from './urge.ts';

export type UrgeAction = 'urge' | 'acknowledgeUrge' | 'takeBackUrge';
export type UrgeNeed = 'matterOpen' | 'withinPower' | 'somethingOwed' | 'notUrgedToday' | 'ownPartOpen';

/** THE TABLE of one urge slip 催办单 on one unit's duty. */
export const urgeLifecycle = {
  urge: {
    name: { zh: '催办', en: 'Urge' },
    from: ['unwritten'],
    to: 'sent',
    by: ['supervisor', 'organ-office'],
    needs: ['matterOpen', 'withinPower', 'somethingOwed', 'notUrgedToday'],
    clause:
      '代表法 (2025) art. 52: the offices press the handling; that a slip has a colour and is acknowledged is product',
  },
  acknowledgeUrge: {
    name: { zh: '回执', en: 'Acknowledge the slip' },
    from: ['sent'],
    to: ['sent', 'acknowledged'],
    by: ['unit-office', 'unit-leader'],
    needs: ['ownPartOpen'],
    clause: 'product: the unit’s office acknowledges, for a red slip its leader too',
  },
  takeBackUrge: {
    name: { zh: '撤销催办', en: 'Take the slip back' },
    from: ['sent'],
    to: 'takenBack',
    by: ['supervisor', 'organ-office'],
    needs: ['withinPower'],
    clause: 'law 9: the record and its number stay',
  },
} as const satisfies Lifecycle<UrgeAction, UrgeState, UrgeNeed>;

export type SupervisionNoticeAction =
  | 'serveNotice'
  | 'acknowledgeNotice'
  | 'reportBack'
  | 'settleNotice'
  | 'returnReport'
  | 'cancelNotice';
export type SupervisionNoticeNeed = 'withinPower' | 'mattersOfUnit' | 'ownMatters';

/** THE TABLE of one supervision notice 督办通知 to one unit. */
export const noticeLifecycle = {
  serveNotice: {
    name: { zh: '印发督办通知', en: 'Issue the notice' },
    from: ['unwritten'],
    to: 'served',
    by: ['supervisor', 'organ-office'],
    needs: ['withinPower', 'mattersOfUnit', 'ownMatters'],
    clause: 'practice: a numbered notice to the unit, with the requirement and the date to report back',
  },
  acknowledgeNotice: {
    name: { zh: '签收督办通知', en: 'Acknowledge the notice' },
    from: ['served'],
    to: 'inHand',
    by: ['unit-office', 'unit-leader'],
    needs: [],
    clause: 'practice: what is served is signed for',
  },
  reportBack: {
    name: { zh: '反馈落实情况', en: 'Report back' },
    from: ['inHand'],
    to: 'reportedBack',
    by: ['unit-office', 'unit-leader'],
    needs: [],
    clause: 'practice: the unit reports back in writing by the date',
  },
  settleNotice: {
    name: { zh: '销号', en: 'Settle the notice' },
    from: ['reportedBack'],
    to: 'settled',
    by: ['supervisor', 'organ-office'],
    needs: ['withinPower'],
    clause: 'practice: closed by who supervises, never by the unit',
  },
  returnReport: {
    name: { zh: '退回补充', en: 'Not enough' },
    from: ['reportedBack'],
    to: 'inHand',
    by: ['supervisor', 'organ-office'],
    needs: ['withinPower'],
    clause: 'product: an answer that does not do is returned with a reason and a new date',
  },
  cancelNotice: {
    name: { zh: '撤销督办通知', en: 'Cancel the notice' },
    from: ['served', 'inHand', 'reportedBack'],
    to: 'cancelled',
    by: ['supervisor', 'organ-office'],
    needs: ['withinPower'],
    clause: 'law 9: the record and its number stay',
  },
} as const satisfies Lifecycle<SupervisionNoticeAction, SupervisionNoticeState, SupervisionNoticeNeed>;
