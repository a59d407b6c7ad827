import { handedInOf, type Signer, type Submission, type SubmissionEvent } from './submission.ts';

const changeSigner = (
  submission: Submission,
  personIds: readonly number[],
  change: (signer: Signer) => Signer,
): readonly Signer[] =>
  submission.signers.map((one) => (personIds.includes(one.personId) ? change(one) : one));

const invite = (
  submission: Submission,
  { personIds, role, group }: Extract<SubmissionEvent, { type: 'signersInvited' }>,
): readonly Signer[] => [
  ...submission.signers.filter(({ personId }) => !personIds.includes(personId)),
  ...personIds.map((personId) => ({
    personId,
    role,
    group,
    state: 'invited' as const,
    // What he signed before stays known: that text keeps its number.
    textNo: submission.signers.find((one) => one.personId === personId)?.textNo ?? null,
    comment: '',
    at: null,
    onPaper: false,
    agreesToWithdraw: false,
  })),
];

type SignerEvent = Extract<
  SubmissionEvent,
  {
    type:
      | 'signersInvited'
      | 'signerRemoved'
      | 'signed'
      | 'signingDeclined'
      | 'signatureDisowned'
      | 'invitationsLapsed'
      | 'withdrawalAgreed';
  }
>;

const evolveSigners = (submission: Submission, event: SignerEvent): Submission => {
  switch (event.type) {
    case 'signersInvited':
      return { ...submission, signers: invite(submission, event), gatherUntil: event.until };
    case 'signerRemoved':
      return {
        ...submission,
        signers: changeSigner(submission, [event.personId], (one) => ({ ...one, state: 'removed' })),
      };
    case 'signed':
      return {
        ...submission,
        signers: changeSigner(submission, [event.personId], (one) => ({
          ...one,
          state: 'signed',
          textNo: event.textNo,
          comment: event.comment,
          at: event.at,
          onPaper: false,
        })),
      };
    case 'signingDeclined':
      return {
        ...submission,
        signers: changeSigner(submission, [event.personId], (one) => ({
          ...one,
          state: 'declined',
          at: event.at,
        })),
      };
    case 'signatureDisowned':
      return {
        ...submission,
        signers: changeSigner(submission, [event.personId], (one) => ({
          ...one,
          state: 'disowned',
          comment: event.text,
          at: event.at,
        })),
      };
    case 'invitationsLapsed':
      return {
        ...submission,
        signers: changeSigner(submission, event.personIds, (one) => ({ ...one, state: 'lapsed' })),
      };
    case 'withdrawalAgreed':
      return {
        ...submission,
        signers: changeSigner(submission, [event.personId], (one) => ({ ...one, agreesToWithdraw: true })),
      };
    default: {
      const forgotten: never = event;
      return forgotten;
    }
  }
};

/** Nobody asks to withdraw it any more; whoever agreed is asked anew the next time. */
const withoutRequest = (submission: Submission): Submission => ({
  ...submission,
  withdrawalReason: null,
  signers: submission.signers.map((one) => ({ ...one, agreesToWithdraw: false })),
});

/** Handing it in again says that it is not to be withdrawn. */
const handIn = (before: Submission, event: Extract<SubmissionEvent, { type: 'submitted' }>): Submission => {
  const submission = withoutRequest(before);
  const first = submission.submittedAt === null;
  return {
    ...submission,
    state: event.to,
    step: 0,
    submittedAt: submission.submittedAt ?? event.at,
    submittedTextNo: submission.textNo,
    handedIn: handedInOf(submission),
    flowNo: submission.flowNo ?? event.flowNo,
    sessionId: first ? event.sessionId : submission.sessionId,
    inSession: first ? event.inSession : submission.inSession,
    returnedText: null,
  };
};

/** The submission after one event. */
export const evolveSubmission = (submission: Submission, event: SubmissionEvent): Submission => {
  switch (event.type) {
    case 'submissionStarted':
      return { ...submission, ...event.submission };
    case 'textChanged':
      return {
        ...submission,
        text: event.text,
        textNo: event.textNo,
        gatherUntil: event.until ?? submission.gatherUntil,
      };
    case 'formChanged':
      return { ...submission, form: event.form };
    case 'filesChanged':
      return { ...submission, fileIds: event.fileIds };
    case 'bodyNamed': {
      const { type: _, ...named } = event;
      return { ...submission, ...named };
    }
    case 'signersInvited':
    case 'signerRemoved':
    case 'signed':
    case 'signingDeclined':
    case 'signatureDisowned':
    case 'invitationsLapsed':
    case 'withdrawalAgreed':
      return evolveSigners(submission, event);
    case 'submitted':
      return handIn(submission, event);
    case 'stepTaken':
      return {
        ...submission,
        ...event.next,
        opinions: [...submission.opinions, event.opinion],
      };
    case 'submissionReturned':
    case 'submissionDisowned':
      return { ...submission, state: 'returned', step: 0, returnedText: event.text };
    case 'panelChosen':
      return { ...submission, panelId: event.panelId };
    case 'submissionDecided':
      return { ...submission, state: event.decision.outcome, decision: event.decision };
    case 'withdrawalAsked':
      return {
        ...submission,
        withdrawalReason: event.reason,
        signers: submission.signers.map((one) => ({ ...one, agreesToWithdraw: false })),
      };
    case 'withdrawalEnded':
      return withoutRequest(submission);
    case 'submissionWithdrawn':
      return { ...submission, state: 'withdrawn' };
    case 'submissionDiscarded':
      return { ...submission, state: 'discarded' };
    default: {
      const forgotten: never = event;
      return forgotten;
    }
  }
};
