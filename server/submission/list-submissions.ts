import { nextOfSubmission } from '#core/submission/next-step.ts';
import type { HouseOf } from '../case/house.ts';
import { openSubmissions, type OpenSubmission, type SubmissionScene } from './open-submission.ts';
import { type ListedSubmission, listSubmissions } from './submission.views.ts';
import { countSigners } from './view-submission.ts';

const rowOf = (
  personId: number,
  listed: ListedSubmission,
  { submission, intake, context }: OpenSubmission,
) => {
  const { decision, authorId } = submission;
  const { id, version, kind, state, flowNo, returnedText, submittedAt } = submission;
  return {
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
    next: nextOfSubmission(submission, intake, { ...context, personId }),
  };
};

/** A page of submissions, each with what comes next for this reader. */
export const viewSubmissions = async (
  houseOf: HouseOf,
  scene: SubmissionScene,
  whose: Parameters<typeof listSubmissions>[2],
  cursor: string | undefined,
) => {
  const { items, total, next } = await listSubmissions(scene.tx, scene.actor.jurisdictionId, whose, cursor);
  const open = await openSubmissions(
    houseOf,
    scene,
    items.map(({ id }) => id),
  );
  const opened = new Map(open.map((one) => [one.submission.id, one]));
  const rows = items.flatMap((item) => {
    const one = opened.get(item.id);
    return one === undefined ? [] : [rowOf(scene.actor.personId, item, one)];
  });
  return { items: rows, total, next };
};
