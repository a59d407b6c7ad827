import type { IntakeOf } from '../intake-rules.ts';
import type { Instant, Text } from '../words.ts';
import { nextStep } from './standing.ts';
import { askedToWithdraw, outdatedSigners, type Submission } from './submission.ts';

/** What comes next with a submission, whether it is this person's turn, and until when. */
export type SubmissionNext = {
  readonly what:
    | 'write'
    | 'gather'
    | 'signAgain'
    | 'vet'
    | 'review'
    | 'decide'
    | 'revise'
    | 'sign'
    | 'agreeToWithdraw'
    | 'follow';
  readonly step: Text | null;
  readonly mine: boolean;
  readonly by: Instant | null;
};

const next = (
  what: SubmissionNext['what'],
  mine: boolean,
  by: Instant | null = null,
  step: Text | null = null,
): SubmissionNext => ({ what, step, mine, by });

const ofDraft = (submission: Submission, personId: number, writes: boolean): SubmissionNext => {
  const { state, signers, textNo, gatherUntil } = submission;
  const own = signers.find((one) => one.personId === personId);
  if (own?.state === 'invited' || (own?.state === 'signed' && own.textNo !== textNo))
    return next('sign', true, gatherUntil);
  if (outdatedSigners(submission).length > 0) return next('signAgain', writes, gatherUntil);
  if (state === 'returned') return next('revise', writes);
  return signers.some((one) => one.state === 'invited')
    ? next('gather', writes, gatherUntil)
    : next('write', writes);
};

/** Null: nothing more comes. `personId`: the reader; `standings`: how he stands to it. */
export const nextOfSubmission = (
  submission: Submission,
  intake: IntakeOf,
  reader: {
    readonly personId: number;
    readonly standings: ReadonlySet<string>;
    /** The matter that it became is closed or withdrawn. */
    readonly matterOver: boolean;
  },
): SubmissionNext | null => {
  const { state, withdrawalReason } = submission;
  const writes =
    reader.personId === submission.authorId ||
    (submission.enteredById !== null && reader.standings.has('organ-office'));
  // Of a matter the office decides, on the word of all.
  const filed = state === 'filed' && !reader.matterOver && intake.withdrawal.allSigners;
  const open = state === 'vetting' || state === 'submitted' || state === 'returned' || filed;
  if (open && withdrawalReason !== null) {
    const waiting = askedToWithdraw(submission).filter(({ agreesToWithdraw }) => !agreesToWithdraw);
    if (waiting.length > 0)
      return next(
        'agreeToWithdraw',
        waiting.some(({ personId }) => personId === reader.personId),
      );
  }
  switch (state) {
    case 'draft':
    case 'returned':
      return ofDraft(submission, reader.personId, writes);
    case 'vetting':
    case 'submitted': {
      const step = nextStep(submission, intake);
      if (step === null) return next('decide', reader.standings.has('organ-office'));
      return next(state === 'vetting' ? 'vet' : 'review', reader.standings.has('reviewer'), null, step.name);
    }
    case 'filed':
      return next('follow', false);
    case 'declined':
    case 'converted':
    case 'split':
    case 'withdrawn':
    case 'discarded':
      return null;
    default: {
      const forgotten: never = state;
      return forgotten;
    }
  }
};
