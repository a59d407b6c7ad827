import type { UrgeLevel } from '../ruleset.ts';
import type { SupervisionNoticeEvent } from './notice.ts';
import type { SupervisionActEvent } from './supervision-act.ts';
import type { UrgeEvent } from './urge.ts';

/** What the journal of a matter records of supervision: the event, and what names the row it happened to. */
export type SupervisionEntry =
  | {
      readonly on: 'urge';
      readonly id: number;
      readonly assignmentId: number;
      readonly slipNo: string;
      readonly level: UrgeLevel;
      readonly event: UrgeEvent;
    }
  | {
      readonly on: 'notice';
      readonly id: number;
      readonly unitId: number;
      readonly documentNo: string;
      readonly event: SupervisionNoticeEvent;
    }
  | { readonly on: 'supervisionAct'; readonly id: number; readonly event: SupervisionActEvent };

/** The names of all commands that write such entries. */
export type SupervisionCommandName =
  | 'urge.urge'
  | 'urge.acknowledgeUrge'
  | 'urge.takeBackUrge'
  | 'notice.serveNotice'
  | 'notice.acknowledgeNotice'
  | 'notice.reportBack'
  | 'notice.settleNotice'
  | 'notice.returnReport'
  | 'notice.cancelNotice'
  | 'supervisionAct.record'
  | 'supervisionAct.strike';
