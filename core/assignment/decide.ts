import type { Standing } from '../access.ts';
import { permit, type Unmet } from '../lifecycle.ts';
import { checkText, type Decision, deny, firstRefusal, happen, type Refusal, refuse } from '../refusal.ts';
import type { LocalDate, Moment } from '../words.ts';
import {
  type AfterReplyCommand,
  type AfterReplyTerms,
  afterReplyUnmet,
  decideAfterReply,
} from './after-reply.ts';
import type { Assignment, AssignmentEvent } from './assignment.ts';
import { decideExtension, extensionUnmet } from './decide-extension.ts';
import type { ExtensionRequest, ExtensionTerms } from './extension.ts';
import { type AssignmentAction, type AssignmentNeed, assignmentLifecycle } from './lifecycle.ts';

export type AssignmentCommand =
  | { readonly type: 'signFor' }
  | {
      readonly type: 'requestHandBack';
      readonly reason: string;
      readonly rightUnitId: number;
      readonly basis: string;
    }
  | { readonly type: 'upholdHandBack'; readonly note: string }
  | { readonly type: 'rejectHandBack'; readonly note: string }
  | { readonly type: 'revoke'; readonly reason: string }
  | {
      readonly type: 'subAssign';
      readonly sectionId: number | null;
      readonly handlerId: number | null;
      readonly leaderId: number;
    }
  | { readonly type: 'handOver'; readonly toId: number; readonly reason: string }
  | ({ readonly type: 'askExtension' } & ExtensionRequest)
  /** `until` may be earlier than what was asked for. */
  | { readonly type: 'grantExtension'; readonly until: LocalDate; readonly note: string }
  | { readonly type: 'refuseExtension'; readonly note: string }
  | { readonly type: 'withdrawExtension'; readonly note: string }
  | { readonly type: 'pauseClock'; readonly reason: string }
  | { readonly type: 'resumeClock'; readonly reason: string }
  | AfterReplyCommand;

export type AssignmentContext = {
  readonly at: Moment;
  readonly standings: ReadonlySet<Standing>;
  /** How the matter ended; null: it is open. */
  readonly endedAs: 'closed' | 'withdrawn' | 'merged' | null;
  /** Last day on which a hand-back is heard; null: the ruleset sets none. */
  readonly handBackUntil: LocalDate | null;
  /** Who decides on a hand-back instead of the assigning offices; null: they do. */
  readonly arbiter: 'city-leader' | null;
  readonly replyIssued: boolean;
  readonly openReply: boolean;
  readonly leadReplyIssued: boolean;
  /** The duty's unit is not outside the power of whoever acts. */
  readonly withinPower: boolean;
  /** How the date that the unit owes now may be put off; null: not at all. */
  readonly extension: ExtensionTerms | null;
  /** The date of the answer that the unit owes now; null: none. */
  readonly answerDue: LocalDate | null;
  readonly afterReply: AfterReplyTerms;
  /** Whether the ruleset lets whoever acts decide on an extension. */
  readonly decides: boolean;
  /** Sections below the unit, who handles in it or in one of them, and who leads it (by id). */
  readonly sectionIds: readonly number[];
  readonly handlerIds: readonly number[];
  readonly leaderIds: readonly number[];
};

export const assignmentUnmet =
  (assignment: Assignment, context: AssignmentContext): Unmet<AssignmentNeed> =>
  (need, action): Refusal | null => {
    switch (need) {
      case 'matterOpen':
        return context.endedAs === null ? null : refuse('wrong-state', { action, state: context.endedAs });
      case 'matterStands':
        return context.endedAs === null || context.endedAs === 'closed'
          ? null
          : refuse('wrong-state', { action, state: context.endedAs });
      case 'replySent':
      case 'disclosureAsked':
      case 'followUpAsked':
        return afterReplyUnmet(need, assignment, context.afterReply);
      case 'noEarlierHandBack':
        return assignment.handBack === null
          ? null
          : refuse('hand-back-decided', {
              on: assignment.handBack.decidedOn ?? assignment.handBack.requestedOn,
            });
      case 'inHandBackWindow':
        return context.handBackUntil !== null && context.at.date > context.handBackUntil
          ? refuse('hand-back-window-over', { until: context.handBackUntil })
          : null;
      case 'assistRole':
        return assignment.role === 'assist' ? null : refuse('opinion-only-assist');
      case 'replyRole':
        return assignment.role === 'assist' ? refuse('reply-only-own') : null;
      case 'noReplyIssued':
        return context.replyIssued ? refuse('hand-back-answered') : null;
      case 'noOpenReply':
        return context.openReply ? refuse('reply-open-already') : null;
      case 'leadNotIssued':
        return context.leadReplyIssued ? refuse('opinion-closed') : null;
      case 'arbiter': {
        const leader = context.standings.has('city-leader');
        if (context.arbiter !== null) return leader ? null : refuse('hand-back-of-leader');
        const office = context.standings.has('supervisor') || context.standings.has('organ-office');
        return office ? null : refuse('hand-back-of-office');
      }
      case 'withinPower':
        return context.withinPower ? null : refuse('duty-outside-power');
      case 'extendable':
      case 'extensionLeft':
      case 'beforeDue':
      case 'noOpenExtension':
      case 'openExtension':
      case 'decidingBody':
      case 'clockRuns':
      case 'notOverdue':
      case 'clockPaused':
        return extensionUnmet(need, assignment, context);
      default: {
        const forgotten: never = need;
        return forgotten;
      }
    }
  };

export const permitAssignment = (
  action: AssignmentAction,
  assignment: Assignment,
  context: AssignmentContext,
): Refusal | null =>
  permit(assignmentLifecycle, action, {
    state: assignment.state,
    standings: context.standings,
    unmet: assignmentUnmet(assignment, context),
  });

const when = (refusal: Refusal | null, event: AssignmentEvent): Decision<AssignmentEvent> =>
  refusal === null ? happen(event) : deny(refusal);

const requestHandBack = (
  command: Extract<AssignmentCommand, { type: 'requestHandBack' }>,
  assignment: Assignment,
  on: LocalDate,
): Decision<AssignmentEvent> => {
  const { reason, rightUnitId, basis } = command;
  const bad = firstRefusal(
    checkText(reason, 'reason', 2_000),
    checkText(basis, 'basis', 2_000),
    rightUnitId === assignment.unitId ? refuse('hand-back-to-self', {}, 'rightUnitId') : null,
  );
  return when(bad, {
    type: 'handBackRequested',
    handBack: { reason: reason.trim(), rightUnitId, basis: basis.trim(), requestedOn: on, decidedOn: null },
  });
};

const subAssign = (
  command: Extract<AssignmentCommand, { type: 'subAssign' }>,
  context: AssignmentContext,
): Decision<AssignmentEvent> => {
  const { sectionId, handlerId, leaderId } = command;
  const bad = firstRefusal(
    sectionId === null || context.sectionIds.includes(sectionId)
      ? null
      : refuse('section-not-of-unit', {}, 'sectionId'),
    sectionId === null && handlerId === null ? refuse('handler-missing', {}, 'handlerId') : null,
    handlerId === null || context.handlerIds.includes(handlerId)
      ? null
      : refuse('person-not-of-unit', {}, 'handlerId'),
    context.leaderIds.includes(leaderId) ? null : refuse('person-not-of-unit', {}, 'leaderId'),
  );
  return when(bad, { type: 'subAssigned', sectionId, handlerId, leaderId });
};

/** Decides one command on one unit's duty. Errors are refusals; nothing is thrown. */
export const decideAssignment = (
  command: AssignmentCommand,
  assignment: Assignment,
  context: AssignmentContext,
): Decision<AssignmentEvent> => {
  const refusal = permitAssignment(command.type, assignment, context);
  if (refusal !== null) return deny(refusal);
  const on = context.at.date;
  switch (command.type) {
    case 'signFor':
      return happen({ type: 'signedFor', on });
    case 'requestHandBack':
      return requestHandBack(command, assignment, on);
    case 'upholdHandBack':
      return when(checkText(command.note, 'note', 2_000), { type: 'handBackUpheld', on, note: command.note });
    case 'rejectHandBack':
      return when(checkText(command.note, 'note', 2_000), {
        type: 'handBackRejected',
        on,
        note: command.note,
      });
    case 'revoke':
      return when(checkText(command.reason, 'reason', 2_000), {
        type: 'dutyRevoked',
        on,
        reason: command.reason,
      });
    case 'subAssign':
      return subAssign(command, context);
    case 'askExtension':
    case 'grantExtension':
    case 'refuseExtension':
    case 'withdrawExtension':
    case 'pauseClock':
    case 'resumeClock':
      return decideExtension(command, assignment, context);
    case 'recordDisclosure':
    case 'recordFollowUp':
      return decideAfterReply(command, assignment, context.afterReply, on);
    case 'handOver': {
      const bad = firstRefusal(
        checkText(command.reason, 'reason', 2_000),
        context.handlerIds.includes(command.toId) ? null : refuse('person-not-of-unit', {}, 'toId'),
      );
      return when(bad, {
        type: 'handedOver',
        fromId: assignment.handlerId,
        toId: command.toId,
        reason: command.reason,
      });
    }
    default: {
      const forgotten: never = command;
      return forgotten;
    }
  }
};
