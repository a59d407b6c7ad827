import { checkText, type Decision, deny, happen, type Refusal, refuse } from '../refusal.ts';
import type { Assignment, AssignmentEvent } from './assignment.ts';
import type { AssignmentCommand, AssignmentContext } from './decide.ts';
import { checkRequest, checkUntil, openExtension } from './extension.ts';
import type { AssignmentNeed } from './lifecycle.ts';

type ClockNeed = Extract<
  AssignmentNeed,
  | 'extendable'
  | 'extensionLeft'
  | 'beforeDue'
  | 'noOpenExtension'
  | 'openExtension'
  | 'decidingBody'
  | 'clockRuns'
  | 'notOverdue'
  | 'clockPaused'
>;
type ClockCommand = Extract<
  AssignmentCommand,
  {
    readonly type:
      | 'askExtension'
      | 'grantExtension'
      | 'refuseExtension'
      | 'withdrawExtension'
      | 'pauseClock'
      | 'resumeClock';
  }
>;

const isPaused = (assignment: Assignment): boolean => assignment.pauses.at(-1)?.to === null;

/** Why the date of a duty cannot be put off, decided on, stopped or started now. */
export const extensionUnmet = (
  need: ClockNeed,
  assignment: Assignment,
  { extension: terms, at, decides, answerDue }: AssignmentContext,
): Refusal | null => {
  const open = openExtension(assignment.extensions);
  switch (need) {
    case 'extendable':
      return terms === null ? refuse('extension-none') : null;
    case 'extensionLeft':
      if (terms === null) return null;
      if (terms.left <= 0) return refuse('extension-used-up', { times: terms.rule.times });
      return terms.limit <= terms.due ? refuse('extension-too-far', { limit: terms.limit }) : null;
    case 'beforeDue':
      // Who takes a matter over when its date is already past cannot have asked before it.
      return terms !== null && !terms.standsStill && at.date > terms.due && terms.due >= assignment.assignedOn
        ? refuse('extension-too-late', { due: terms.due })
        : null;
    case 'noOpenExtension':
      return open === undefined ? null : refuse('extension-asked-already', { on: open.askedOn });
    case 'openExtension':
      return open === undefined ? refuse('extension-not-asked') : null;
    case 'decidingBody':
      return decides ? null : refuse('extension-not-yours');
    case 'clockRuns':
      return isPaused(assignment)
        ? refuse('clock-paused', { since: assignment.pauses.at(-1)?.from ?? '' })
        : null;
    case 'notOverdue':
      // Nothing remains that could be kept: an extension, where one was asked for in time, is what helps.
      return answerDue !== null && !isPaused(assignment) && at.date > answerDue
        ? refuse('clock-date-over', { due: answerDue })
        : null;
    case 'clockPaused':
      return isPaused(assignment) ? null : refuse('clock-runs');
    default: {
      const forgotten: never = need;
      return forgotten;
    }
  }
};

const when = (refusal: Refusal | null, event: AssignmentEvent): Decision<AssignmentEvent> =>
  refusal === null ? happen(event) : deny(refusal);

const ask = (
  command: Extract<ClockCommand, { type: 'askExtension' }>,
  assignment: Assignment,
  { extension: terms, at }: AssignmentContext,
): Decision<AssignmentEvent> => {
  if (terms === null) return deny(refuse('extension-none'));
  const { until, reason, fileIds } = command;
  return when(checkRequest(command, terms), {
    type: 'extensionAsked',
    extension: {
      n: assignment.extensions.length + 1,
      round: assignment.round,
      duty: terms.duty,
      state: 'asked',
      askedOn: at.date,
      dueOn: terms.due,
      until,
      reason: reason.trim(),
      fileIds,
      decidedOn: null,
      note: '',
    },
  });
};

/**
 * What is decided on an extension, or about the clock itself; the table has permitted it before. A request that was
 * made in time is decided on its merits, however long the decision took; a pause may have moved the date meanwhile,
 * and what would not lead beyond it is no extension.
 */
export const decideExtension = (
  command: ClockCommand,
  assignment: Assignment,
  context: AssignmentContext,
): Decision<AssignmentEvent> => {
  const on = context.at.date;
  const open = openExtension(assignment.extensions);
  switch (command.type) {
    case 'askExtension':
      return ask(command, assignment, context);
    case 'grantExtension': {
      if (open === undefined) return deny(refuse('extension-not-asked'));
      const { until, note } = command;
      const limit = context.extension?.limit ?? open.until;
      const tellProposer = context.extension?.rule.tellProposer ?? true;
      const bad =
        checkUntil(until, context.extension?.due ?? open.dueOn, limit) ??
        (note === '' ? null : checkText(note, 'note', 2_000));
      return when(bad, { type: 'extensionGranted', n: open.n, on, until, note: note.trim(), tellProposer });
    }
    case 'refuseExtension':
      return open === undefined
        ? deny(refuse('extension-not-asked'))
        : when(checkText(command.note, 'note', 2_000), {
            type: 'extensionRefused',
            n: open.n,
            on,
            note: command.note.trim(),
          });
    case 'withdrawExtension':
      return open === undefined
        ? deny(refuse('extension-not-asked'))
        : happen({ type: 'extensionWithdrawn', n: open.n, on, note: command.note.trim() });
    case 'pauseClock':
      return when(checkText(command.reason, 'reason', 2_000), {
        type: 'clockPaused',
        on,
        reason: command.reason.trim(),
      });
    case 'resumeClock':
      return when(checkText(command.reason, 'reason', 2_000), {
        type: 'clockResumed',
        on,
        reason: command.reason.trim(),
      });
    default: {
      const forgotten: never = command;
      return forgotten;
    }
  }
};
