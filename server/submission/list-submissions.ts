import { nextOfSubmission } from '#core/submission/next-step.ts';
import type { HouseOf } from '../case/house.ts';
import { openSubmission, type SubmissionScene } from './open-submission.ts';
import { type ListedSubmission, listSubmissions } from './submission.views.ts';
import { countSigners } from './view-submission.ts';

const rowOf = async (houseOf: HouseOf, scene: SubmissionScene, listed: ListedSubmission) => {
  const open = await openSubmission(houseOf, scene, listed.id, 'look');
  if (open === null) return [];
  const { submission, intake, context } = open;
  const { decision, authorId } = submission;
  const { personId } = scene.actor;
  const { id, version, kind, state, flowNo, returnedText, submittedAt } = submission;
  return [
    {
      ...{ id, version, kind, state, flowNo, returnedText, submittedAt },
      title: submission.text.title,
      organ: listed.organ,
      author: listed.author,
      enteredBy: listed.enteredBy,
      updatedAt: listed.updatedAt,
      caseNo: decision?.outcome === 'filed' ? decision.caseNo : null,
      matterId: decision?.outcome === 'filed' ? decision.matterId : null,
      mine:
        authorId === personId
          ? ('author' as const)
          : submission.signers.some((one) => one.personId === personId)
            ? ('signer' as const)
            : ('entered' as const),
      signers: countSigners(submission),
      next: nextOfSubmission(submission, intake, { personId, standings: context.standings }),
    },
  ];
};

/** A page of submissions, each with what comes next for this reader. */
export const viewSubmissions = async (
  houseOf: HouseOf,
  scene: SubmissionScene,
  whose: Parameters<typeof listSubmissions>[2],
  cursor: string | undefined,
) => {
  const { items, total, next } = await listSubmissions(scene.tx, scene.actor.jurisdictionId, whose, cursor);
  const rows = await Promise.all(items.map((item) => rowOf(houseOf, scene, item)));
  return { items: rows.flat(), total, next };
};
