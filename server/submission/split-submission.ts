import { refuse } from '#core/refusal.ts';
import { decideSubmission, permitSubmission } from '#core/submission/decide.ts';
import { type SplitPart, splitOff, splitsCleanly } from '#core/submission/to-matter.ts';
import type { HouseOf } from '../case/house.ts';
import { handingIn, keepEvents } from './change-submission.ts';
import { journalSubmission } from './journal-submission.ts';
import { openSubmission, type SubmissionScene } from './open-submission.ts';
import { insertSubmission } from './submission.store.ts';

/** 分案: each part becomes a submission of the same people, with a flow number of its own. */
export const splitSubmission = async (
  scene: SubmissionScene,
  houseOf: HouseOf,
  order: {
    readonly submissionId: number;
    readonly version: number;
    readonly parts: readonly SplitPart[];
    readonly text: string;
    readonly checks: readonly string[];
  },
) => {
  const { tx, actor, at } = scene;
  const open = await openSubmission(houseOf, scene, order.submissionId, 'hold');
  if (open === null) return { ok: false, refusal: refuse('not-found') } as const;
  const { submission, context } = open;
  if (submission.version !== order.version)
    return { ok: false, refusal: refuse('stale', { current: submission.version }) } as const;
  const refusal = permitSubmission('split', submission, context);
  if (refusal !== null) return { ok: false, refusal } as const;
  if (!splitsCleanly(submission, order.parts))
    return { ok: false, refusal: refuse('asks-not-shared', {}, 'parts') } as const;
  const into: number[] = [];
  for (const part of order.parts) {
    const { flowNo } = await handingIn(scene, submission, open.intake);
    const child = splitOff(submission, part, { flowNo, at: at.instant });
    const id = await insertSubmission(tx, actor.jurisdictionId, child, at.instant);
    await journalSubmission(scene, { ...child, id, version: 1 }, 'splitOff', [
      { type: 'submissionStarted', submission: child },
    ]);
    into.push(id);
  }
  const decision = decideSubmission(
    { type: 'split', into, text: order.text, checks: order.checks },
    submission,
    context,
  );
  return decision.ok ? keepEvents(scene, open, 'split', decision.events) : decision;
};
