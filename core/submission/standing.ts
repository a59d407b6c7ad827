import type { Actor, Standing } from '../access.ts';
import type { IntakeOf, IntakeStep } from '../intake-rules.ts';
import type { Submission } from './submission.ts';

/** Where the actor sits among those who look at submissions. */
export type LookerOf = {
  /** Groups (delegations, sectors) for which he looks in steps `by: 'group'`. */
  readonly groups: readonly string[];
  readonly panelIds: readonly number[];
};

/** The step that the submission waits for; null: none. */
export const nextStep = (submission: Submission, intake: IntakeOf): IntakeStep | null => {
  const steps =
    submission.state === 'vetting' ? intake.vetting : submission.state === 'submitted' ? intake.review : [];
  return steps[submission.step] ?? null;
};

const isOffice = (actor: Actor, organId: number): boolean =>
  actor.grants.some(
    ({ role, organId: own }) => (role === 'congress-office' || role === 'cppcc-office') && own === organId,
  );

/** What the office does not see before it is handed in, unless it wrote it itself. */
const unseenByOffice = (submission: Submission): boolean =>
  submission.flowNo === null && submission.enteredById === null;

const looksAt = (
  step: IntakeStep | null,
  submission: Submission,
  group: string,
  looker: LookerOf,
): boolean => {
  switch (step?.by) {
    case 'group':
      return group !== '' && looker.groups.includes(group);
    case 'panel':
      return submission.panelId !== null && looker.panelIds.includes(submission.panelId);
    case 'organ-office':
    case undefined:
      return false;
  }
};

const invitedStates = ['invited', 'signed'];

/**
 * All standings on a submission; empty: it does not exist for this actor (law 12). `group`: that of the author.
 * A draft is its author's, and of those whom he invited; whoever declined or was removed no longer sees it.
 */
export const standingsOnSubmission = (
  actor: Actor,
  submission: Submission,
  intake: IntakeOf,
  looker: LookerOf,
  group: string,
): ReadonlySet<Standing> => {
  const found = new Set<Standing>();
  // What someone writes and signs as a proposer is his alone, never his stand-in's.
  if (actor.actingBy === undefined) {
    if (submission.authorId === actor.personId) found.add('lead-proposer');
    if (
      submission.state !== 'discarded' &&
      submission.signers.some(
        ({ personId, state }) => personId === actor.personId && invitedStates.includes(state),
      )
    )
      found.add('co-proposer');
  }
  if (isOffice(actor, submission.organId) && !unseenByOffice(submission)) found.add('organ-office');
  const step = nextStep(submission, intake);
  // Nobody looks at what he wrote or signed himself, and a seat on a panel is lent to no stand-in.
  const own = found.has('lead-proposer') || found.has('co-proposer');
  if (actor.actingBy === undefined && !own && looksAt(step, submission, group, looker)) found.add('reviewer');
  if (found.has('organ-office') && step?.by === 'organ-office') found.add('reviewer');
  return found;
};
