import { standingsOnDuty, standingsOnMatter } from '../access.ts';
import type { Assignment } from '../assignment/assignment.ts';
import { assignmentUnmet } from '../assignment/decide.ts';
import { type AssignmentAction, assignmentLifecycle } from '../assignment/lifecycle.ts';
import { type AllowedAction, allowedActions } from '../lifecycle.ts';
import { matterUnmet } from '../matter/decide.ts';
import { type MatterAction, matterLifecycle } from '../matter/lifecycle.ts';
import { ratingUnmet } from '../rating/decide.ts';
import { type RatingAction, ratingLifecycle } from '../rating/lifecycle.ts';
import type { Rating } from '../rating/rating.ts';
import { replyStandings, replyUnmet } from '../reply/decide.ts';
import { type ReplyAction, replyLifecycle } from '../reply/lifecycle.ts';
import type { Reply } from '../reply/reply.ts';
import { type CaseFile, partiesOf } from './case-file.ts';
import { assignmentContext, matterContext, ratingContext, replyContext, type Scene } from './context.ts';

/**
 * What this actor may do to the matter now, and why a button is off. Needs that a form fills in are not held against
 * it. Lists of earlier years are taken in by the import: no button of one matter does that.
 */
export const allowedOnMatter = (file: CaseFile, scene: Scene): readonly AllowedAction<MatterAction>[] => {
  const context = matterContext(file, scene);
  return allowedActions(matterLifecycle, {
    state: file.matter.stage,
    standings: context.standings,
    unmet: (need, action) =>
      need === 'ratedOrReason' ? null : matterUnmet(file.matter, context)(need, action),
  }).filter(({ action }) => action !== 'recordHistory');
};

export const allowedOnAssignment = (
  file: CaseFile,
  duty: Assignment,
  scene: Scene,
): readonly AllowedAction<AssignmentAction>[] =>
  allowedActions(assignmentLifecycle, {
    state: duty.state,
    standings: standingsOnDuty(scene.actor, partiesOf(file), duty.id),
    unmet: assignmentUnmet(duty, assignmentContext(file, duty, scene)),
  });

export const allowedOnReply = (
  file: CaseFile,
  reply: Reply,
  scene: Scene,
): readonly AllowedAction<ReplyAction>[] => {
  const duty = file.duties.find((one) => one.id === reply.assignmentId);
  if (duty === undefined) return [];
  const context = replyContext(file, reply, duty, scene);
  return allowedActions(replyLifecycle, {
    state: reply.state,
    standings: replyStandings(reply, context.standings, file.ruleset.reviewLevels),
    unmet: (need, action) => (need === 'opinionsIn' ? null : replyUnmet(reply, context)(need, action)),
  });
};

export const allowedOnRating = (
  file: CaseFile,
  rating: Rating,
  scene: Scene,
): readonly AllowedAction<RatingAction>[] =>
  allowedActions(ratingLifecycle, {
    state: rating.state,
    standings: standingsOnMatter(scene.actor, partiesOf(file)),
    unmet: (need, action) =>
      need === 'scan' ? null : ratingUnmet(rating, ratingContext(file, rating, scene))(need, action),
  });
