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
