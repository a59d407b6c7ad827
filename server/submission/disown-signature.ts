import type { CaseDoor } from '../case/door.ts';
import { leaveProposers } from '../matter/leave-proposers.ts';
import { changeSubmission } from './change-submission.ts';
import type { SubmissionScene } from './open-submission.ts';
import { loadSubmission } from './submission.store.ts';

/**
 * The signature that the office entered from paper is not his: it is taken off the submission and, where that was filed
 * already, he is taken off the proposers of the matter. The author himself stays: his way is to ask for the withdrawal.
 */
export const disownSignature = async (
  door: CaseDoor,
  scene: SubmissionScene,
  submissionId: number,
  text: string,
) => {
  const { tx, actor, at } = scene;
  const order = { type: 'disownSignature', text } as const;
  const done = await changeSubmission(door.houseOf, scene, submissionId, order, null);
  if (!done.ok || done.body.state !== 'filed') return done;
  const stored = await loadSubmission(tx, actor.jurisdictionId, submissionId, 'look');
  const decision = stored?.submission.decision;
  if (decision?.outcome !== 'filed' || stored?.submission.authorId === actor.personId) return done;
  const left = await leaveProposers(tx, door, actor, at, {
    matterId: decision.matterId,
    reason: text.trim(),
  });
  return left.ok ? done : left;
};
