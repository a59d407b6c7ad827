import { evolveAssignment } from '../assignment/evolve.ts';
import { deny, refuse } from '../refusal.ts';
import { decideRating, evolveRating, type RatingCommand } from '../rating/decide.ts';
import type { CaseEvent } from './case-event.ts';
import type { CaseFile } from './case-file.ts';
import { ratingContext, type Scene } from './context.ts';
import { type Outcome, replaceDuty, roundDuty, roundOpened } from './outcome.ts';

/**
 * Seals a rating. 不满意 opens the next round of that duty at once, with its own clock (law 8: the first round
 * stays as it was); a later 不满意 of a co-proposer in the same round finds the round already open.
 */
export const actOnRating = (
  file: CaseFile,
  ratingId: number,
  command: RatingCommand,
  scene: Scene,
): Outcome => {
  const rating = file.ratings.find((one) => one.id === ratingId);
  if (rating === undefined) return deny(refuse('not-found'));
  const decision = decideRating(command, rating, ratingContext(file, rating, scene));
  if (!decision.ok) return decision;
  const events: CaseEvent[] = decision.events.map((event) => ({ on: 'rating', id: rating.id, event }));
  const sealed = decision.events.reduce(evolveRating, rating);
  const next = { ...file, ratings: file.ratings.map((one) => (one.id === rating.id ? sealed : one)) };
  const reply = file.replies.find((one) => one.id === rating.replyId);
  const rated = file.duties.find((one) => one.id === reply?.assignmentId);
  const bad = decision.events.some((event) => event.opensRound);
  const duty = rated?.state === 'answered' ? roundDuty(next, rated) : null;
  if (!bad || duty === null) return { ok: true, file: next, events };
  const event = roundOpened(next, duty, scene.at.date, sealed.verdict?.reason ?? '');
  return {
    ok: true,
    file: replaceDuty(next, evolveAssignment(duty, event)),
    events: [...events, { on: 'assignment', id: duty.id, event }],
  };
};
