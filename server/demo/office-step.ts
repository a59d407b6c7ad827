/** What the demo's offices do with a whole submission, beside its ordinary commands. */
import { openSubmission, type SubmissionScene } from '../submission/open-submission.ts';
import { changeSubmission } from '../submission/change-submission.ts';
import { type FilingDeps, fileSubmission } from '../submission/file-submission.ts';
import { likelyPanel } from '../submission/review.views.ts';
import { splitSubmission } from '../submission/split-submission.ts';

export type OfficeStep = 'givePanel' | 'file' | 'split';

/** Files it, splits it into one submission for each ask, or gives it to the panel of its category. */
export const decideWhole = async (
  scene: SubmissionScene,
  deps: FilingDeps,
  id: number,
  step: OfficeStep,
): Promise<{ readonly ok: boolean }> => {
  const { houseOf } = deps.door;
  const open = await openSubmission(houseOf, scene, id, 'look');
  if (open === null) throw new Error(`The demo's submission ${id} is not there for ${scene.actor.name}`);
  const { version, text } = open.submission;
  if (step === 'givePanel') {
    const panelId = await likelyPanel(scene.tx, scene.actor.jurisdictionId, id);
    return changeSubmission(houseOf, scene, id, { type: 'choosePanel', panelId }, version);
  }
  if (step === 'file') {
    const checks = ['proposer', 'oneMatter', 'concrete', 'form', 'secrecy', 'consent'];
    const order = { submissionId: id, version, category: null, checks, together: null };
    return fileSubmission(scene, deps, order);
  }
  return splitSubmission(scene, houseOf, {
    submissionId: id,
    version,
    parts: text.asks.map((ask, place) => ({ title: `关于${ask}的建议`, asks: [place] })),
    text: '一事一议：两项诉求分属不同部门，已分为两件。',
    checks: ['proposer', 'form'],
  });
};
