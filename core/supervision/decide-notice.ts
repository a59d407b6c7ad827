import type { Standing } from '../access.ts';
import { permit, type Unmet } from '../lifecycle.ts';
import { formatNumber } from '../numbering.ts';
import { checkText, type Decision, deny, firstRefusal, happen, type Refusal, refuse } from '../refusal.ts';
import type { Urging } from '../ruleset.ts';
import type { LocalDate, Moment } from '../words.ts';
import { noticeLifecycle, type SupervisionNoticeAction, type SupervisionNoticeNeed } from './lifecycle.ts';
import type { SupervisionNotice, SupervisionNoticeEvent } from './notice.ts';

export type SupervisionNoticeCommand =
  | {
      readonly type: 'serveNotice';
      readonly requirement: string;
      readonly reportBy: LocalDate;
      readonly serial: number;
    }
  | { readonly type: 'acknowledgeNotice'; readonly note: string }
  | { readonly type: 'reportBack'; readonly report: string }
  | { readonly type: 'settleNotice'; readonly note: string }
  | { readonly type: 'returnReport'; readonly reason: string; readonly reportBy: LocalDate }
  | { readonly type: 'cancelNotice'; readonly reason: string };

/** A matter as a notice needs it. */
export type NoticeMatter = {
  readonly id: number;
  readonly caseNo: string;
  readonly organId: number;
  /** It is worked on, and the unit has a live duty on it. */
  readonly ofUnit: boolean;
};

export type SupervisionNoticeContext = {
  readonly at: Moment;
  /** How the actor stands to the notice: to its unit, to the organ of its matters, as the supervisor. */
  readonly standings: ReadonlySet<Standing>;
  readonly unitId: number;
  readonly boundary: boolean;
  readonly unitName: string;
  /** What the notice is, or will be, about. */
  readonly matters: readonly NoticeMatter[];
  /** Organs whose office the actor holds. */
  readonly organIds: readonly number[];
  readonly urging: Urging;
};

export const noticeUnmet =
  (context: SupervisionNoticeContext): Unmet<SupervisionNoticeNeed> =>
  (need): Refusal | null => {
    switch (need) {
      case 'withinPower':
        return context.boundary && !context.standings.has('organ-office')
          ? refuse('unit-outside-power', { unit: context.unitName })
          : null;
      case 'mattersOfUnit': {
        if (context.matters.length === 0) return refuse('notice-matters-missing', {}, 'matterIds');
        const foreign = context.matters.filter((matter) => !matter.ofUnit).map(({ caseNo }) => caseNo);
        return foreign.length === 0
          ? null
          : refuse('notice-not-of-unit', { unit: context.unitName, caseNos: foreign }, 'matterIds');
      }
      case 'ownMatters': {
        const mine = context.standings.has('supervisor') && !context.boundary ? null : context.organIds;
        const foreign = context.matters.filter((matter) => mine !== null && !mine.includes(matter.organId));
        return foreign.length === 0
          ? null
          : refuse('notice-other-organ', { caseNos: foreign.map(({ caseNo }) => caseNo) }, 'matterIds');
      }
      default: {
        const forgotten: never = need;
        return forgotten;
      }
    }
  };

const permitNotice = (
  action: SupervisionNoticeAction,
  notice: SupervisionNotice | null,
  context: SupervisionNoticeContext,
): Refusal | null =>
  permit(noticeLifecycle, action, {
    state: notice?.state ?? 'unwritten',
    standings: context.standings,
    unmet: noticeUnmet(context),
  });

const notPast = (date: LocalDate, on: LocalDate): Refusal | null =>
  date < on ? refuse('date-past', { field: 'reportBy' }, 'reportBy') : null;

const serve = (
  command: Extract<SupervisionNoticeCommand, { type: 'serveNotice' }>,
  context: SupervisionNoticeContext,
): Decision<SupervisionNoticeEvent> => {
  const { at, urging } = context;
  const bad = firstRefusal(
    checkText(command.requirement, 'requirement', 10_000),
    notPast(command.reportBy, at.date),
  );
  if (bad !== null) return deny(bad);
  const year = Number(at.date.slice(0, 4));
  const number = formatNumber(urging.noticeNo, { year, serial: command.serial });
  if (!number.ok) return deny(refuse('field-invalid', { field: 'noticeNo' }));
  return happen({
    type: 'noticeServed',
    unitId: context.unitId,
    documentNo: number.number,
    requirement: command.requirement.trim(),
    matterIds: context.matters.map(({ id }) => id),
    on: at.date,
    reportBy: command.reportBy,
  });
};

const when = (refusal: Refusal | null, event: SupervisionNoticeEvent): Decision<SupervisionNoticeEvent> =>
  refusal === null ? happen(event) : deny(refusal);

/** Decides one command on a notice; `notice` null: the one to be issued. Errors are refusals; nothing is thrown. */
export const decideNotice = (
  command: SupervisionNoticeCommand,
  notice: SupervisionNotice | null,
  context: SupervisionNoticeContext,
): Decision<SupervisionNoticeEvent> => {
  const refusal = permitNotice(command.type, notice, context);
  if (refusal !== null) return deny(refusal);
  const on = context.at.date;
  switch (command.type) {
    case 'serveNotice':
      return serve(command, context);
    case 'acknowledgeNotice': {
      const note = command.note.trim();
      const long = note === '' ? null : checkText(note, 'note', 2_000);
      return when(long, { type: 'noticeAcknowledged', on, note });
    }
    case 'reportBack': {
      const report = command.report.trim();
      return when(checkText(report, 'report', 20_000), { type: 'noticeReportedBack', on, report });
    }
    case 'settleNotice': {
      const note = command.note.trim();
      return when(checkText(note, 'note', 2_000), { type: 'noticeSettled', on, note });
    }
    case 'returnReport': {
      const reason = command.reason.trim();
      const bad = firstRefusal(checkText(reason, 'reason', 2_000), notPast(command.reportBy, on));
      return when(bad, { type: 'noticeReportReturned', on, reason, reportBy: command.reportBy });
    }
    case 'cancelNotice': {
      const reason = command.reason.trim();
      return when(checkText(reason, 'reason', 2_000), { type: 'noticeCancelled', on, reason });
    }
    default: {
      const forgotten: never = command;
      return forgotten;
    }
  }
};
