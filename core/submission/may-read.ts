import type { Standing } from '../access.ts';
import type { StepOpinion, Submission } from './submission.ts';

/**
 * Opinions that a reader may see. Those of the office and of its reviewers are for them until it is decided, and its
 * author then learns the decision's own words; the looks before submission 三审 are for the author as well.
 */
export const readableOpinions = (
  { opinions }: Pick<Submission, 'opinions'>,
  standings: ReadonlySet<Standing>,
): readonly StepOpinion[] => {
  if (standings.has('organ-office') || standings.has('reviewer')) return opinions;
  return standings.has('lead-proposer') ? opinions.filter(({ phase }) => phase === 'vetting') : [];
};

const reworkedStates: readonly string[] = ['returned', 'withdrawn'];

/**
 * The submission as a reader may read it. While its author reworks what was sent back, and when he then withdraws it,
 * the office and its reviewers read what was handed in, not the work in progress; unless the office entered it and
 * works on it itself 代录.
 */
export const readableSubmission = (submission: Submission, standings: ReadonlySet<Standing>): Submission => {
  const { state, handedIn, submittedTextNo, enteredById } = submission;
  const writesOrSigns =
    standings.has('lead-proposer') || standings.has('co-proposer') || enteredById !== null;
  return !reworkedStates.includes(state) || handedIn === null || submittedTextNo === null || writesOrSigns
    ? submission
    : { ...submission, ...handedIn, textNo: submittedTextNo };
};

/**
 * The submission that the office answered when it sent it back: what was handed in, and who stood under it, not what
 * its author, or whoever entered it for him, has made of it since. Who said that he never signed is not addressed.
 */
export const answeredSubmission = (submission: Submission): Submission => {
  const { state, handedIn, submittedTextNo, signers } = submission;
  if (state !== 'returned' || handedIn === null || submittedTextNo === null) return submission;
  const disowned = signers.filter((one) => one.state === 'disowned').map(({ personId }) => personId);
  return {
    ...submission,
    ...handedIn,
    signers: handedIn.signers.filter(({ personId }) => !disowned.includes(personId)),
    textNo: submittedTextNo,
  };
};
