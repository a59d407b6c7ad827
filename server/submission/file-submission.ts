import type { MatterEvent } from '#core/matter/matter.ts';
import { type Refusal, refuse } from '#core/refusal.ts';
import { decideSubmission, permitSubmission } from '#core/submission/decide.ts';
import { matterFromSubmission } from '#core/submission/to-matter.ts';
import type { CaseDoor } from '../case/door.ts';
import { issueCaseNo } from '../matter/case-no.store.ts';
import { storeFiled } from '../matter/file-matter.ts';
import { mergeMatters } from '../matter/merge-matters.ts';
import { findNumberedSession } from '../matter/matter.store.ts';
import type { Indexer } from '../platform/search.ts';
import { keepEvents } from './change-submission.ts';
import { openSubmission, type SubmissionScene } from './open-submission.ts';

export type FilingDeps = { readonly door: CaseDoor; readonly indexer: Indexer };

export type FilingOrder = {
  readonly submissionId: number;
  readonly version: number;
  /** Null: as its author has it. */
  readonly category: string | null;
  /** Points of the check-list that were ticked. */
  readonly checks: readonly string[];
  /** The matter with which it is handled from the first; null: none. */
  readonly together: {
    readonly matterId: number;
    readonly reason: string;
    readonly oppositeReason: string | null;
  } | null;
};

const no = (refusal: Refusal) => ({ ok: false, refusal }) as const;

/**
 * 立案: the submission becomes a matter of its session, with the next case number, its author and signers as
 * proposers, and its asks as points. Nothing is written before everything was permitted, so that one refusal of many
 * leaves the rest alone; only what is to be handled together with another matter is merged after that, and its caller
 * gives all of it up where the merging is refused. The number's series is held from here to the commit.
 */
export const fileSubmission = async (
  scene: SubmissionScene,
  { door, indexer }: FilingDeps,
  order: FilingOrder,
) => {
  const { tx, actor, at } = scene;
  const { houseOf } = door;
  const j = actor.jurisdictionId;
  const open = await openSubmission(houseOf, scene, order.submissionId, 'hold');
  if (open === null) return no(refuse('not-found'));
  const { submission, context } = open;
  if (submission.version !== order.version) return no(refuse('stale', { current: submission.version }));
  const refusal = permitSubmission('file', submission, context);
  if (refusal !== null) return no(refusal);
  const session =
    submission.sessionId === null ? null : await findNumberedSession(tx, j, submission.sessionId);
  if (session === null) return no(refuse('field-empty', { field: 'session' }, 'sessionId'));
  const house = await houseOf(tx, j);
  const { proposerIds, ...from } = matterFromSubmission(submission);
  const caseNo = await issueCaseNo(tx, j, house.ruleset, session);
  const event: Extract<MatterEvent, { type: 'matterFiled' }> = {
    type: 'matterFiled',
    matter: {
      ...from,
      category: order.category ?? from.category,
      sessionId: session.id,
      caseNo,
      level: 'city',
      priority: false,
      stage: 'filed',
      filedOn: at.date,
      assignedOn: null,
      closedAt: null,
    },
  };
  const matterId = await storeFiled(tx, { house, indexer, actor, at }, event, session, {
    proposerIds,
    submissionId: submission.id,
  });
  // Somebody took the number by hand while this one was drawn.
  if (matterId === null) return no(refuse('case-no-taken', { caseNo }));
  const decision = decideSubmission(
    { type: 'file', matterId, caseNo, checks: order.checks },
    submission,
    context,
  );
  if (!decision.ok) return decision;
  const kept = await keepEvents(scene, open, 'file', decision.events);
  if (!kept.ok) return kept;
  if (order.together !== null) {
    const { matterId: mainId, ...why } = order.together;
    const merging = { ...why, mainId, version: null, matterIds: [matterId], revokeDuties: false };
    const merged = await mergeMatters(tx, door, actor, at, merging);
    if (!merged.ok) return merged;
  }
  return { ok: true, body: { ...kept.body, matterId, caseNo } } as const;
};
