import type { IntakeOf } from '../intake-rules.ts';
import { permit, type Unmet } from '../lifecycle.ts';
import type { Instant } from '../words.ts';
import { checkText, type Decision, deny, happen, type Refusal, refuse } from '../refusal.ts';
import { same } from '../same.ts';
import { checkSubmissionText } from './check-text.ts';
import { limits, type SubmissionCommand, type SubmissionContext } from './command.ts';
import { checkComplete } from './complete.ts';
import { decideAtOffice } from './decide-at-office.ts';
import { type SubmissionAction, type SubmissionNeed, submissionLifecycle } from './lifecycle.ts';
import { checkPaper } from './paper.ts';
import { countCharacters } from './rich-text.ts';
import { nextStep } from './standing.ts';
import {
  askedToWithdraw,
  isCollective,
  outdatedSigners,
  type Signer,
  standingSigners,
  type Submission,
  type SubmissionEvent,
} from './submission.ts';

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
  (
    submission: Submission,
    { at, actorId, standings, intake, matterOver }: SubmissionContext,
  ): Unmet<SubmissionNeed> =>
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
      case 'ownOrEntered':
        return standings.has('lead-proposer') || submission.enteredById !== null
          ? null
          : refuse('not-yours', { action: 'edit' });
      case 'ownInvitation':
        return signer?.state === 'invited' || signer?.state === 'signed' ? null : refuse('invitation-none');
      case 'invitationOpen':
        // A change of the text after the closing time asks anew with a new one (`edit`).
        return submission.gatherUntil === null || at.instant <= submission.gatherUntil
          ? null
          : refuse('invitation-closed');
      case 'ownStep':
        return nextStep(submission, intake) === null || standings.has('reviewer')
          ? null
          : refuse('step-other', { step: nextStep(submission, intake)?.code ?? '' });
      case 'stepOpen':
        return nextStep(submission, intake) === null ? refuse('step-none') : null;
      case 'stepsTaken':
        return submission.step >= intake.review.length
          ? null
          : refuse('steps-open', { step: nextStep(submission, intake)?.code ?? '' });
      case 'severalAsks':
        return submission.text.asks.length < 2 ? refuse('asks-single') : null;
      case 'enteredForHim':
        return submission.enteredById === null || submission.enteredById === actorId
          ? refuse('not-entered-for-you')
          : null;
      case 'signedOnPaper':
        return signer?.state === 'signed' && signer.onPaper ? null : refuse('not-entered-for-you');
      case 'withdrawalAsked':
        if (submission.withdrawalReason === null) return refuse('withdrawal-not-asked');
        return signer?.state === 'signed' ? null : refuse('invitation-none');
      case 'allSignersDecide':
        return intake.withdrawal.allSigners ? null : refuse('withdrawal-not-yours');
      case 'withdrawalOpen':
        return submission.withdrawalReason === null ? refuse('withdrawal-not-asked') : null;
      case 'matterOpen':
        return matterOver ? refuse('matter-over') : null;
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
 * A text that somebody signed or is asked to sign, or that was handed in, is kept: a change of it makes another
 * version, so that nobody puts his name to words that he has not read (`stale`).
 */
const changedTextNo = ({ textNo, submittedTextNo, signers }: Submission): number =>
  submittedTextNo === textNo || signers.some((one) => one.state === 'invited' || one.textNo === textNo)
    ? textNo + 1
    : textNo;

/** A change that asks signers anew after the closing time gives them another; null: it stays. */
const newClosing = (
  submission: Submission,
  { at, invitationsEnd }: Pick<SubmissionContext, 'at' | 'invitationsEnd'>,
): Instant | null => {
  const { gatherUntil, signers } = submission;
  const closed = gatherUntil === null || gatherUntil < at.instant;
  return closed && signers.some(({ state }) => state === 'signed') ? invitationsEnd : null;
};

const edit = (
  submission: Submission,
  command: Extract<SubmissionCommand, { type: 'edit' }>,
  context: SubmissionContext,
): Decision<SubmissionEvent> => {
  const { text, form, fileIds, body } = command;
  const bad =
    body === undefined || body.bodyName === '' ? null : checkText(body.bodyName, 'bodyName', limits.bodyName);
  if (bad !== null) return deny(bad);
  const events: SubmissionEvent[] = [];
  if (text !== undefined && !same(text, submission.text))
    events.push({
      type: 'textChanged',
      text,
      textNo: changedTextNo(submission),
      until: newClosing(submission, context),
    });
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
  const closed = submission.gatherUntil !== null && submission.gatherUntil < at.instant;
  // Who let the time pass, or signed an earlier text, may be asked once more.
  const standing = submission.signers.filter(({ state, textNo }) =>
    state === 'invited' ? !closed : state === 'signed' && !(closed && textNo !== submission.textNo),
  );
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

const submit = (
  submission: Submission,
  command: Extract<SubmissionCommand, { type: 'submit' }>,
  { at, intake }: SubmissionContext,
): Decision<SubmissionEvent> => {
  const stops = checkSubmissionText(submission.text, intake).filter(
    ({ severity, code }) => severity === 'stop' && !command.confirmed.includes(code),
  );
  if (stops.length > 0)
    return deny(refuse('text-stopped', { findings: [...new Set(stops.map(({ code }) => code))] }));
  // A scan that was there when it was entered may have been taken off a returned one.
  const unproven = checkPaper({
    onPaper: standingSigners(submission).filter(({ onPaper }) => onPaper).length,
    fileIds: submission.fileIds,
    noScanReason: submission.noScanReason ?? '',
  });
  if (unproven !== null) return deny(unproven);
  const { flowNo, sessionId, inSession } = command;
  const waiting = submission.signers
    .filter(({ state }) => state === 'invited')
    .map(({ personId }) => personId);
  return happen(...(waiting.length > 0 ? [{ type: 'invitationsLapsed', personIds: waiting } as const] : []), {
    type: 'submitted',
    to: intake.vetting.length > 0 ? 'vetting' : 'submitted',
    at: at.instant,
    flowNo,
    sessionId,
    inSession,
  });
};

const withdrawn = (
  submission: Submission,
  event: Extract<SubmissionEvent, { type: 'withdrawalAsked' | 'withdrawalAgreed' }>,
  { at, intake }: SubmissionContext,
): Decision<SubmissionEvent> => {
  const agreed = askedToWithdraw(submission).every(
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

/** Somebody’s name goes off. Where a withdrawal waited for him alone, it waits no more. */
const leave = (
  submission: Submission,
  event: Extract<SubmissionEvent, { type: 'signerRemoved' | 'signingDeclined' | 'signatureDisowned' }>,
  { at, intake }: SubmissionContext,
): Decision<SubmissionEvent> => {
  const { withdrawalReason, state } = submission;
  const asked = withdrawalReason !== null && state !== 'filed' && intake.withdrawal.allSigners;
  const over =
    asked &&
    askedToWithdraw(submission).every(
      ({ personId, agreesToWithdraw }) => agreesToWithdraw || personId === event.personId,
    );
  return happen<SubmissionEvent>(
    event,
    ...(over ? [{ type: 'submissionWithdrawn', at: at.instant } as const] : []),
  );
};

/** What was entered for somebody is not his: the whole, or his name under it. */
const disowned = (
  submission: Submission,
  { type, text }: Extract<SubmissionCommand, { type: 'disown' | 'disownSignature' }>,
  context: SubmissionContext,
): Decision<SubmissionEvent> => {
  const { at, actorId } = context;
  const bad = checkText(text, 'text', limits.text);
  if (bad !== null) return deny(bad);
  const said = { text: text.trim(), at: at.instant };
  return type === 'disown'
    ? happen({ type: 'submissionDisowned', ...said })
    : leave(submission, { type: 'signatureDisowned', personId: actorId, ...said }, context);
};

/** Decides one command on a submission. Filing gives it the matter and the number that the caller has made. */
export const decideSubmission = (
  command: SubmissionCommand,
  submission: Submission,
  context: SubmissionContext,
): Decision<SubmissionEvent> => {
  const refusal = permitSubmission(command.type, submission, context);
  if (refusal !== null) return deny(refusal);
  const { at, actorId } = context;
  switch (command.type) {
    case 'edit':
      return edit(submission, command, context);
    case 'invite':
      return invite(submission, command, context);
    case 'removeSigner':
      return own(submission, command.personId) === undefined
        ? deny(refuse('not-found', {}, 'personId'))
        : leave(submission, { type: 'signerRemoved', personId: command.personId }, context);
    case 'sign':
      return sign(submission, command, context);
    case 'declineToSign':
      return leave(submission, { type: 'signingDeclined', personId: actorId, at: at.instant }, context);
    case 'submit':
      return submit(submission, command, context);
    case 'takeStep':
    case 'choosePanel':
    case 'returnForRevision':
    case 'file':
    case 'decline':
    case 'convert':
    case 'split':
      return decideAtOffice(command, submission, context);
    case 'disownSignature':
    case 'disown':
      return disowned(submission, command, context);
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
    case 'refuseToWithdraw':
      return happen({ type: 'withdrawalEnded', how: 'refused', personId: actorId, at: at.instant });
    case 'takeBackWithdrawal':
      return happen({ type: 'withdrawalEnded', how: 'takenBack', personId: actorId, at: at.instant });
    case 'discard':
      return happen({ type: 'submissionDiscarded', at: at.instant });
    default: {
      const forgotten: never = command;
      return forgotten;
    }
  }
};
