import type { IntakeOf } from '../intake-rules.ts';
import { checkText, type Decision, deny, firstRefusal, happen, type Refusal, refuse } from '../refusal.ts';
import type { Instant } from '../words.ts';
import { limits, type SubmissionCommand, type SubmissionContext } from './command.ts';
import { nextStep } from './standing.ts';
import type { Submission, SubmissionDecision, SubmissionEvent } from './submission.ts';

const takeStep = (
  submission: Submission,
  command: Extract<SubmissionCommand, { type: 'takeStep' }>,
  { at, actorId, intake }: SubmissionContext,
): Decision<SubmissionEvent> => {
  const step = nextStep(submission, intake);
  if (step === null) return deny(refuse('step-none'));
  const bad = firstRefusal(
    command.text === '' && command.advice === 'pass' ? null : checkText(command.text, 'text', limits.text),
    unknownGround(command.grounds, intake),
    tooManyChecks(command.checks),
  );
  if (bad !== null) return deny(bad);
  const phase = submission.state === 'vetting' ? 'vetting' : 'review';
  const { advice, grounds, checks, text } = command;
  const over = phase === 'vetting' && submission.step + 1 >= intake.vetting.length;
  return happen({
    type: 'stepTaken',
    opinion: {
      phase,
      step: step.code,
      byId: actorId,
      at: at.instant,
      textNo: submission.textNo,
      advice,
      grounds,
      checks,
      text: text.trim(),
    },
    next: over
      ? { state: 'submitted', step: 0 }
      : { state: phase === 'vetting' ? 'vetting' : 'submitted', step: submission.step + 1 },
  });
};

const tooManyChecks = (checks: readonly string[]): Refusal | null =>
  checks.length > limits.checks
    ? refuse('field-too-long', { field: 'checks', max: limits.checks }, 'checks')
    : null;

const unknownGround = (grounds: readonly string[], intake: IntakeOf): Refusal | null => {
  const unknown = grounds.find((code) => !intake.declineGrounds.some((ground) => ground.code === code));
  return unknown === undefined ? null : refuse('ground-unknown', { ground: unknown }, 'grounds');
};

const decided = (
  decision: SubmissionDecision,
  { checks }: { readonly checks: readonly string[] },
  at: Instant,
  ...refusals: readonly (Refusal | null)[]
): Decision<SubmissionEvent> => {
  const bad = firstRefusal(...refusals, tooManyChecks(checks));
  return bad === null
    ? happen({ type: 'submissionDecided', decision: { ...decision, checks }, at })
    : deny(bad);
};

type OfficeCommand = Extract<
  SubmissionCommand,
  {
    type: 'takeStep' | 'choosePanel' | 'returnForRevision' | 'file' | 'decline' | 'convert' | 'split';
  }
>;

/** What reviewers and the organ's office do with a submission; that they may is asked before. */
export const decideAtOffice = (
  command: OfficeCommand,
  submission: Submission,
  context: SubmissionContext,
): Decision<SubmissionEvent> => {
  const { at, actorId, intake } = context;
  switch (command.type) {
    case 'takeStep':
      return takeStep(submission, command, context);
    case 'choosePanel':
      return happen({ type: 'panelChosen', panelId: command.panelId });
    case 'returnForRevision': {
      const { text, checks } = command;
      const bad = firstRefusal(checkText(text, 'text', limits.text), tooManyChecks(checks));
      return bad === null
        ? happen({ type: 'submissionReturned', text: text.trim(), checks, byId: actorId, at: at.instant })
        : deny(bad);
    }
    case 'file':
      return decided(
        { outcome: 'filed', matterId: command.matterId, caseNo: command.caseNo },
        command,
        at.instant,
      );
    case 'decline':
      return decided(
        { outcome: 'declined', grounds: command.grounds, text: command.text.trim() },
        command,
        at.instant,
        command.grounds.length === 0 ? refuse('ground-missing', {}, 'grounds') : null,
        unknownGround(command.grounds, intake),
        checkText(command.text, 'text', limits.text),
      );
    case 'convert':
      return decided(
        { outcome: 'converted', to: command.to, text: command.text.trim() },
        command,
        at.instant,
        intake.conversions.some(({ code }) => code === command.to)
          ? null
          : refuse('conversion-unknown', { to: command.to }, 'to'),
        checkText(command.text, 'text', limits.text),
      );
    case 'split':
      return decided(
        { outcome: 'split', into: command.into, text: command.text.trim() },
        command,
        at.instant,
        command.into.length < 2 ? refuse('field-invalid', { field: 'into' }, 'into') : null,
        checkText(command.text, 'text', limits.text),
      );
    default: {
      const forgotten: never = command;
      return forgotten;
    }
  }
};
