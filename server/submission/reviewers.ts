/** Who looks at a submission in the step that it waits for, and what is missing where nobody can. */
import type { StepBy } from '#core/intake-rules.ts';
import { nextStep } from '#core/submission/standing.ts';
import { proposersOf, type Submission } from '#core/submission/submission.ts';
import { lookersAt, officeOf } from './directory.views.ts';
import type { OpenSubmission, SubmissionScene } from './open-submission.ts';

type Rules = Pick<OpenSubmission, 'intake' | 'authorGroup'>;
type Place = Pick<SubmissionScene, 'tx' | 'actor'>;

const namedFor = async (
  { tx, actor }: Place,
  by: StepBy | undefined,
  { organId, panelId }: Submission,
  group: string,
): Promise<readonly number[]> => {
  const j = actor.jurisdictionId;
  switch (by) {
    case 'group':
      return lookersAt(tx, j, organId, { group });
    case 'panel':
      return panelId === null ? [] : lookersAt(tx, j, organId, { panelId });
    case 'organ-office':
      return officeOf(tx, j, organId);
    case undefined:
      return [];
  }
};

/** Ids of those who can take the step that is next; nobody looks at what he wrote or signed himself. */
export const reviewersOf = async (
  place: Place,
  { intake, authorGroup }: Rules,
  submission: Submission,
): Promise<readonly number[]> => {
  const by = nextStep(submission, intake)?.by;
  const named = await namedFor(place, by, submission, authorGroup);
  const own = by === 'organ-office' ? [] : proposersOf(submission);
  return named.filter((id) => !own.includes(id));
};

/** Why nobody can take the step that is next; null: somebody can, or no step is next. */
export const unlookedOf = async (
  place: Place,
  rules: Rules,
  submission: Submission,
): Promise<'group' | 'panel' | 'noPanel' | null> => {
  const by = nextStep(submission, rules.intake)?.by;
  if (by !== 'group' && by !== 'panel') return null;
  if (by === 'panel' && submission.panelId === null) return 'noPanel';
  return (await reviewersOf(place, rules, submission)).length === 0 ? by : null;
};
