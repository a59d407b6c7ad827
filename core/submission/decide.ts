import type { Standing } from '../access.ts';
import type { IntakeOf } from '../intake-rules.ts';
import { permit, type Unmet } from '../lifecycle.ts';
import { checkText, type Decision, deny, firstRefusal, happen, type Refusal, refuse } from '../refusal.ts';
import type { ProposerType } from '../ruleset.ts';
import type { Instant, Moment } from '../words.ts';
import { checkComplete } from './complete.ts';
import { type SubmissionAction, type SubmissionNeed, submissionLifecycle } from './lifecycle.ts';
import { countCharacters } from './rich-text.ts';
import { nextStep } from './standing.ts';
import {
  isCollective,
  outdatedSigners,
  type Signer,
  standingSigners,
  type StepOpinion,
  type Submission,
  type SubmissionDecision,
  type SubmissionEvent,
  type SubmissionForm,
  type SubmissionText,
} from './submission.ts';

export type SubmissionCommand =
  | {
      readonly type: 'edit';
      readonly text?: SubmissionText;
      readonly form?: SubmissionForm;
      readonly fileIds?: readonly number[];
      readonly body?: {
        readonly proposerType: ProposerType;
        readonly bodyName: string;
        readonly sealFileId: number | null;
      };
    }
  | {
      readonly type: 'invite';
      readonly personIds: readonly number[];
      readonly role: Signer['role'];
      readonly group: string | null;
      /** When the invitations close; null: as many days as the ruleset has. */
      readonly until: Instant | null;
    }
  | { readonly type: 'removeSigner'; readonly personId: number }
  | { readonly type: 'sign'; readonly comment: string; readonly textNo: number }
  | { readonly type: 'declineToSign' }
  | { readonly type: 'submit' }
  | ({ readonly type: 'takeStep' } & Pick<StepOpinion, 'advice' | 'grounds' | 'checks' | 'text'>)
  | { readonly type: 'choosePanel'; readonly panelId: number | null }
  | { readonly type: 'returnForRevision'; readonly text: string }
  | { readonly type: 'file'; readonly matterId: number; readonly caseNo: string }
  | { readonly type: 'decline'; readonly grounds: readonly string[]; readonly text: string }
  | { readonly type: 'convert'; readonly to: string; readonly text: string }
  | { readonly type: 'split'; readonly into: readonly number[]; readonly text: string }
  | { readonly type: 'askToWithdraw'; readonly reason: string }
  | { readonly type: 'agreeToWithdraw' }
  | { readonly type: 'discard' };

export type SubmissionContext = {
  readonly at: Moment;
  readonly actorId: number;
  readonly standings: ReadonlySet<Standing>;
  readonly intake: IntakeOf;
  /** The end of the invitations where the author names none, as the ruleset's days make it. */
  readonly invitationsEnd: Instant;
};

export const limits = { text: 5_000, reason: 2_000, invitations: 500, checks: 50, bodyName: 100 } as const;

const own = (submission: Submission, personId: number): Signer | undefined =>
  submission.signers.find((one) => one.personId === personId);

const confirmed = (submission: Submission, intake: IntakeOf): Refusal | null => {
  if (!isCollective(submission)) return null;
  if (submission.bodyName.trim() === '') return refuse('body-name-missing', {}, 'bodyName');
  const sealed = submission.sealFileId !== null;
  const word = standingSigners(submission).some(({ role }) => role === 'convenor');
  switch (intake.collective.confirmedBy) {
    case 'seal':
      return sealed ? null : refuse('seal-missing', {}, 'sealFileId');
    case 'convenor':
      return word ? null : refuse('convenor-missing');
    case 'either':
      return sealed || word ? null : refuse('seal-missing', {}, 'sealFileId');
  }
};

export const submissionUnmet =
  (submission: Submission, { at, actorId, standings, intake }: SubmissionContext): Unmet<SubmissionNeed> =>
  (need): Refusal | null => {
    const signer = own(submission, actorId);
    switch (need) {
      case 'complete':
        return checkComplete(submission.text, intake.text);
      case 'confirmed':
        return confirmed(submission, intake);
      case 'noneOutdated': {
        const again = outdatedSigners(submission);
        return again.length === 0 ? null : refuse('signature-outdated', { count: again.length });
      }
      case 'ownInvitation':
        return signer?.state === 'invited' || signer?.state === 'signed' ? null : refuse('invitation-none');
      case 'invitationOpen':
        return submission.gatherUntil === null || at.instant <= submission.gatherUntil
          ? null
          : refuse('invitation-closed');
      case 'ownStep':
        return nextStep(submission, intake) === null || standings.has('reviewer')
          ? null
          : refuse('step-other', { step: nextStep(submission, intake)?.code ?? '' });
      case 'stepsTaken':
        return submission.step >= intake.review.length
          ? null
          : refuse('steps-open', { step: nextStep(submission, intake)?.code ?? '' });
      case 'withdrawalAsked':
        return submission.withdrawalReason === null ? refuse('withdrawal-not-asked') : null;
      default: {
        const forgotten: never = need;
        return forgotten;
      }
    }
  };

export const permitSubmission = (
  action: SubmissionAction,
  submission: Submission,
  context: SubmissionContext,
): Refusal | null =>
  permit(submissionLifecycle, action, {
    state: submission.state,
    standings: context.standings,
    unmet: submissionUnmet(submission, context),
  });

/**
 * A text that somebody signed, or that was handed in, is kept: a change of it makes another version, to be signed
 * anew. Whoever is still reading is guarded by the submission's own version (`stale`).
 */
const changedTextNo = ({ textNo, submittedTextNo, signers }: Submission): number =>
  submittedTextNo === textNo || signers.some((one) => one.state === 'signed' && one.textNo === textNo)
    ? textNo + 1
    : textNo;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const edit = (
  submission: Submission,
  command: Extract<SubmissionCommand, { type: 'edit' }>,
): Decision<SubmissionEvent> => {
  const { text, form, fileIds, body } = command;
  const bad =
    body === undefined || body.bodyName === '' ? null : checkText(body.bodyName, 'bodyName', limits.bodyName);
  if (bad !== null) return deny(bad);
  const events: SubmissionEvent[] = [];
  if (text !== undefined && !same(text, submission.text))
    events.push({ type: 'textChanged', text, textNo: changedTextNo(submission) });
  if (form !== undefined && !same(form, submission.form)) events.push({ type: 'formChanged', form });
  if (fileIds !== undefined && !same(fileIds, submission.fileIds))
    events.push({ type: 'filesChanged', fileIds });
  const named = {
    proposerType: submission.proposerType,
    bodyName: submission.bodyName,
    sealFileId: submission.sealFileId,
  };
  if (body !== undefined && !same(body, named)) events.push({ type: 'bodyNamed', ...body });
  return happen(...events);
};

const invite = (
  submission: Submission,
  command: Extract<SubmissionCommand, { type: 'invite' }>,
  { at, invitationsEnd }: SubmissionContext,
): Decision<SubmissionEvent> => {
  const standing = submission.signers.filter(({ state }) => state === 'invited' || state === 'signed');
  const personIds = [...new Set(command.personIds)].filter(
    (id) => id !== submission.authorId && !standing.some(({ personId }) => personId === id),
  );
  const until = command.until ?? invitationsEnd;
  if (until <= at.instant) return deny(refuse('date-past', {}, 'until'));
  if (personIds.length === 0) return deny(refuse('invited-already', {}, 'personIds'));
  if (personIds.length + standing.length > limits.invitations)
    return deny(refuse('field-too-long', { field: 'personIds', max: limits.invitations }, 'personIds'));
  return happen({ type: 'signersInvited', personIds, role: command.role, group: command.group, until });
};

const sign = (
  submission: Submission,
  { comment, textNo }: Extract<SubmissionCommand, { type: 'sign' }>,
  { at, actorId, intake }: SubmissionContext,
): Decision<SubmissionEvent> => {
  // What was read is what is signed: a text changed meanwhile must be read first.
  if (textNo !== submission.textNo) return deny(refuse('stale'));
  const signer = own(submission, actorId);
  if (signer?.state === 'signed' && signer.textNo === textNo) return happen();
  const bounds = intake.coSigning.comment;
  const length = countCharacters(comment);
  if (bounds !== null && (length < bounds.least || length > bounds.most))
    return deny(refuse('signing-comment', { least: bounds.least, most: bounds.most }, 'comment'));
  return happen({ type: 'signed', personId: actorId, textNo, comment: comment.trim(), at: at.instant });
};

const submit = (submission: Submission, { at, intake }: SubmissionContext): Decision<SubmissionEvent> => {
  const waiting = submission.signers
    .filter(({ state }) => state === 'invited')
    .map(({ personId }) => personId);
  return happen(...(waiting.length > 0 ? [{ type: 'invitationsLapsed', personIds: waiting } as const] : []), {
    type: 'submitted',
    to: intake.vetting.length > 0 ? 'vetting' : 'submitted',
    at: at.instant,
  });
};

const takeStep = (
  submission: Submission,
  command: Extract<SubmissionCommand, { type: 'takeStep' }>,
  { at, actorId, intake }: SubmissionContext,
): Decision<SubmissionEvent> => {
  const step = nextStep(submission, intake);
  if (step === null) return deny(refuse('step-other', { step: '' }));
  const bad = firstRefusal(
    command.text === '' && command.advice === 'pass' ? null : checkText(command.text, 'text', limits.text),
    unknownGround(command.grounds, intake),
    command.checks.length > limits.checks
      ? refuse('field-too-long', { field: 'checks', max: limits.checks }, 'checks')
      : null,
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

const unknownGround = (grounds: readonly string[], intake: IntakeOf): Refusal | null => {
  const unknown = grounds.find((code) => !intake.declineGrounds.some((ground) => ground.code === code));
  return unknown === undefined ? null : refuse('ground-unknown', { ground: unknown }, 'grounds');
};

const decided = (
  decision: SubmissionDecision,
  at: Instant,
  ...checks: readonly (Refusal | null)[]
): Decision<SubmissionEvent> => {
  const bad = firstRefusal(...checks);
  return bad === null ? happen({ type: 'submissionDecided', decision, at }) : deny(bad);
};

const withdrawn = (
  submission: Submission,
  event: Extract<SubmissionEvent, { type: 'withdrawalAsked' | 'withdrawalAgreed' }>,
  { at, intake }: SubmissionContext,
): Decision<SubmissionEvent> => {
  const agreed = standingSigners(submission).every(
    ({ personId, agreesToWithdraw }) =>
      event.type === 'withdrawalAgreed' && (agreesToWithdraw || personId === event.personId),
  );
  // A filed one is a matter: the office withdraws that, on this request.
  const over = submission.state !== 'filed' && (agreed || !intake.withdrawal.allSigners);
  return happen<SubmissionEvent>(
    event,
    ...(over ? [{ type: 'submissionWithdrawn', at: at.instant } as const] : []),
  );
};

/** Decides one command on a submission. Filing gives it the matter and the number that the caller has made. */
export const decideSubmission = (
  command: SubmissionCommand,
  submission: Submission,
  context: SubmissionContext,
): Decision<SubmissionEvent> => {
  const refusal = permitSubmission(command.type, submission, context);
  if (refusal !== null) return deny(refusal);
  const { at, actorId, intake } = context;
  switch (command.type) {
    case 'edit':
      return edit(submission, command);
    case 'invite':
      return invite(submission, command, context);
    case 'removeSigner':
      return own(submission, command.personId) === undefined
        ? deny(refuse('not-found', {}, 'personId'))
        : happen({ type: 'signerRemoved', personId: command.personId });
    case 'sign':
      return sign(submission, command, context);
    case 'declineToSign':
      return happen({ type: 'signingDeclined', personId: actorId, at: at.instant });
    case 'submit':
      return submit(submission, context);
    case 'takeStep':
      return takeStep(submission, command, context);
    case 'choosePanel':
      return happen({ type: 'panelChosen', panelId: command.panelId });
    case 'returnForRevision': {
      const bad = checkText(command.text, 'text', limits.text);
      return bad === null
        ? happen({ type: 'submissionReturned', text: command.text.trim(), byId: actorId, at: at.instant })
        : deny(bad);
    }
    case 'file':
      return decided({ outcome: 'filed', matterId: command.matterId, caseNo: command.caseNo }, at.instant);
    case 'decline':
      return decided(
        { outcome: 'declined', grounds: command.grounds, text: command.text.trim() },
        at.instant,
        command.grounds.length === 0 ? refuse('ground-missing', {}, 'grounds') : null,
        unknownGround(command.grounds, intake),
        checkText(command.text, 'text', limits.text),
      );
    case 'convert':
      return decided(
        { outcome: 'converted', to: command.to, text: command.text.trim() },
        at.instant,
        intake.conversions.some(({ code }) => code === command.to)
          ? null
          : refuse('conversion-unknown', { to: command.to }, 'to'),
        checkText(command.text, 'text', limits.text),
      );
    case 'split':
      return decided(
        { outcome: 'split', into: command.into, text: command.text.trim() },
        at.instant,
        command.into.length < 2 ? refuse('field-invalid', { field: 'into' }, 'into') : null,
        checkText(command.text, 'text', limits.text),
      );
    case 'askToWithdraw': {
      const bad = checkText(command.reason, 'reason', limits.reason);
      return bad === null
        ? withdrawn(
            submission,
            { type: 'withdrawalAsked', reason: command.reason.trim(), at: at.instant },
            context,
          )
        : deny(bad);
    }
    case 'agreeToWithdraw':
      return withdrawn(submission, { type: 'withdrawalAgreed', personId: actorId, at: at.instant }, context);
    case 'discard':
      return happen({ type: 'submissionDiscarded', at: at.instant });
    default: {
      const forgotten: never = command;
      return forgotten;
    }
  }
};
