import type { IntakeOf } from '../intake-rules.ts';
import { nextStep } from './standing.ts';
import {
  askedToWithdraw,
  outdatedSigners,
  proposersOf,
  standingSigners,
  type Submission,
} from './submission.ts';
import type { SubmissionEvent } from './submission.ts';

/** `submission…`: to people as proposers, theirs alone; `intake…`: to whoever works on what comes in. */
const submissionNoticeKinds = [
  'submissionInvited',
  'submissionAskedAgain',
  'submissionSigned',
  'submissionDeclinedToSign',
  'submissionSignerRemoved',
  'submissionSignatureDisowned',
  'submissionHandedIn',
  'submissionSignedForYou',
  'submissionEntered',
  'submissionReturned',
  'submissionFiled',
  'submissionDeclined',
  'submissionConverted',
  'submissionSplit',
  'submissionWithdrawalAsked',
  'submissionWithdrawalRefused',
  'submissionWithdrawalTakenBack',
  'submissionWithdrawn',
  'submissionDiscarded',
  'intakeSubmitted',
  'intakeToVet',
  'intakeNobodyLooks',
  'intakeToDecide',
  'intakeDisowned',
  'intakeSignatureDisowned',
  'intakeWithdrawalAsked',
  'intakeWithdrawalEnded',
  'intakeWithdrawn',
] as const;
export type SubmissionNoticeKind = (typeof submissionNoticeKinds)[number];

/**
 * `office`: the people of the organ's office; `reviewers`: who looks at it in the step that is next. Where nobody may,
 * the office hears of `ifNobody`: a submission never waits for people who are not there. `of`: the person whose doing
 * it tells of, who is named.
 */
export type SubmissionNotice =
  | {
      readonly kind: SubmissionNoticeKind;
      readonly to: readonly number[] | 'office';
      readonly of?: number;
    }
  | {
      readonly kind: SubmissionNoticeKind;
      readonly to: 'reviewers';
      readonly ifNobody: SubmissionNoticeKind;
    };

const toVet = { kind: 'intakeToVet', to: 'reviewers', ifNobody: 'intakeNobodyLooks' } as const;

const outcomes = {
  filed: 'submissionFiled',
  declined: 'submissionDeclined',
  converted: 'submissionConverted',
  split: 'submissionSplit',
} as const;

/** The author, and the assistant who entered it for him. */
const keepers = ({ authorId, enteredById }: Submission): readonly number[] =>
  enteredById === null ? [authorId] : [authorId, enteredById];

const signersOf = (submission: Submission): readonly number[] =>
  standingSigners(submission).map(({ personId }) => personId);

/** Everybody who signed, an earlier text as well. */
const signedOf = (submission: Submission): readonly number[] =>
  askedToWithdraw(submission).map(({ personId }) => personId);

const signedAs = ({ signers }: Submission, personId: number): readonly number[] =>
  signers.some((one) => one.personId === personId && one.state === 'signed') ? [personId] : [];

/** Whose signature the change of the text made old: they are asked once, not at every autosave. */
const askedAgain = (before: Submission, after: Submission): readonly number[] => {
  const old = new Set(outdatedSigners(before).map(({ personId }) => personId));
  return outdatedSigners(after)
    .map(({ personId }) => personId)
    .filter((personId) => !old.has(personId));
};

const ofSubmitting = (
  after: Submission,
  { to }: Extract<SubmissionEvent, { type: 'submitted' }>,
): readonly SubmissionNotice[] => [
  to === 'vetting' ? toVet : { kind: 'intakeSubmitted', to: 'office' },
  {
    kind: 'submissionHandedIn',
    to: standingSigners(after).flatMap(({ personId, onPaper }) => (onPaper ? [] : [personId])),
  },
  {
    kind: 'submissionSignedForYou',
    to: standingSigners(after).flatMap(({ personId, onPaper }) => (onPaper ? [personId] : [])),
  },
  ...(after.enteredById === null ? [] : [{ kind: 'submissionEntered', to: [after.authorId] } as const]),
];

/** Of a filed one the matter tells its proposers, and its units with them. */
const ofDisowning = (after: Submission, of: number): readonly SubmissionNotice[] => [
  { kind: 'intakeSignatureDisowned', to: 'office', of },
  ...(after.state === 'filed'
    ? []
    : [{ kind: 'submissionSignatureDisowned', to: proposersOf(after), of } as const]),
];

/** What was asked of the signers is asked no more: they hear it, and the office, which waited for it. */
const ofEndedWithdrawal = (
  after: Submission,
  { how, personId }: Extract<SubmissionEvent, { type: 'withdrawalEnded' }>,
): readonly SubmissionNotice[] => [
  how === 'refused'
    ? {
        kind: 'submissionWithdrawalRefused',
        to: [...keepers(after), ...signedOf(after)],
        of: personId,
      }
    : { kind: 'submissionWithdrawalTakenBack', to: [...keepers(after), ...signedOf(after)] },
  { kind: 'intakeWithdrawalEnded', to: 'office' },
];

/** The office hears when it comes in, and again when the last look is taken: then it can decide. */
const ofStep = (before: Submission, after: Submission, intake: IntakeOf): readonly SubmissionNotice[] => {
  if (before.state === 'vetting' && after.state === 'submitted')
    return [{ kind: 'intakeSubmitted', to: 'office' }];
  return nextStep(after, intake) === null ? [{ kind: 'intakeToDecide', to: 'office' }] : [toVet];
};

/** Who is told of what happened to a submission, under the rules of its kind. */
export const noticesForSubmission = (
  event: SubmissionEvent,
  before: Submission,
  after: Submission,
  intake: IntakeOf,
): readonly SubmissionNotice[] => {
  switch (event.type) {
    case 'signersInvited':
      return [{ kind: 'submissionInvited', to: event.personIds }];
    case 'textChanged':
      return [{ kind: 'submissionAskedAgain', to: askedAgain(before, after) }];
    case 'signed':
      return [{ kind: 'submissionSigned', to: keepers(after), of: event.personId }];
    case 'signingDeclined':
      return [{ kind: 'submissionDeclinedToSign', to: keepers(after), of: event.personId }];
    case 'submitted':
      return ofSubmitting(after, event);
    case 'stepTaken':
      return ofStep(before, after, intake);
    case 'panelChosen':
      // A panel that was only noted down, before its own step is next, has nothing to look at yet.
      return before.panelId === after.panelId || nextStep(after, intake)?.by !== 'panel' ? [] : [toVet];
    case 'signerRemoved':
      // Who has not answered yet has nothing to lose; who signed must know that his name is off.
      return [{ kind: 'submissionSignerRemoved', to: signedAs(before, event.personId) }];
    case 'submissionReturned':
      return [{ kind: 'submissionReturned', to: [...keepers(after), ...signersOf(after)] }];
    case 'submissionDisowned':
      return [{ kind: 'intakeDisowned', to: 'office' }];
    case 'signatureDisowned':
      return ofDisowning(after, event.personId);
    case 'submissionDecided':
      return [{ kind: outcomes[event.decision.outcome], to: proposersOf(after) }];
    case 'withdrawalAsked':
      return [
        { kind: 'submissionWithdrawalAsked', to: signedOf(after) },
        { kind: 'intakeWithdrawalAsked', to: 'office' },
      ];
    case 'withdrawalEnded':
      return ofEndedWithdrawal(after, event);
    case 'submissionWithdrawn':
      return [
        { kind: 'submissionWithdrawn', to: [after.authorId, ...signedOf(after)] },
        { kind: 'intakeWithdrawn', to: 'office' },
      ];
    case 'submissionDiscarded':
      return [{ kind: 'submissionDiscarded', to: signersOf(after) }];
    case 'submissionStarted':
    case 'formChanged':
    case 'filesChanged':
    case 'bodyNamed':
    case 'invitationsLapsed':
    case 'withdrawalAgreed':
      return [];
    default: {
      const forgotten: never = event;
      return forgotten;
    }
  }
};
