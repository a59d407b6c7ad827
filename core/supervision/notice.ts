import type { LocalDate } from '../words.ts';

/** Where a supervision notice 督办通知 is. `unwritten` is the notice that somebody is about to issue. */
export type SupervisionNoticeState =
  | 'unwritten'
  | 'served'
  | 'inHand'
  | 'reportedBack'
  | 'settled'
  | 'cancelled';

export const supervisionNoticeStates = [
  'unwritten',
  'served',
  'inHand',
  'reportedBack',
  'settled',
  'cancelled',
] as const satisfies readonly SupervisionNoticeState[];

/** The unit, or the office that issued it, still owes something. */
export const openNoticeStates: readonly SupervisionNoticeState[] = ['served', 'inHand', 'reportedBack'];

/** A formal notice to one unit about one or several matters, with a requirement and a date to report back. */
export type SupervisionNotice = {
  readonly id: number;
  readonly version: number;
  readonly unitId: number;
  /** The organ whose matters alone it is about; null: of several organs, and then the supervisor's alone. */
  readonly organId: number | null;
  readonly state: SupervisionNoticeState;
  readonly documentNo: string;
  readonly requirement: string;
  readonly matterIds: readonly number[];
  readonly issuedOn: LocalDate;
  readonly reportBy: LocalDate;
  /** The unit's latest report; earlier ones stand in the journal and in the list of steps. */
  readonly report: string | null;
};

export type SupervisionNoticeEvent =
  | {
      readonly type: 'noticeServed';
      readonly unitId: number;
      readonly documentNo: string;
      readonly requirement: string;
      readonly matterIds: readonly number[];
      readonly on: LocalDate;
      readonly reportBy: LocalDate;
    }
  | { readonly type: 'noticeAcknowledged'; readonly on: LocalDate; readonly note: string }
  | { readonly type: 'noticeReportedBack'; readonly on: LocalDate; readonly report: string }
  | {
      readonly type: 'noticeReportReturned';
      readonly on: LocalDate;
      readonly reason: string;
      readonly reportBy: LocalDate;
    }
  | { readonly type: 'noticeSettled'; readonly on: LocalDate; readonly note: string }
  | { readonly type: 'noticeCancelled'; readonly on: LocalDate; readonly reason: string };
