import type { Standing } from '../access.ts';
import { permit, type Unmet } from '../lifecycle.ts';
import { type Decision, deny, firstRefusal, happen, type Refusal, refuse } from '../refusal.ts';
import type { SatisfactionLevel } from '../ruleset.ts';
import type { Moment } from '../words.ts';
import { type RatingAction, type RatingNeed, ratingLifecycle } from './lifecycle.ts';
import type { Rating, RatingEvent, Verdict } from './rating.ts';

export type RatingCommand = {
  readonly type: RatingAction;
  readonly verdict: Verdict;
  readonly scanId: number | null;
};

export type RatingContext = {
  readonly at: Moment;
  readonly actorId: number;
  readonly standings: ReadonlySet<Standing>;
  readonly levels: readonly SatisfactionLevel[];
  readonly pointNos: readonly number[];
  readonly matterOpen: boolean;
  /**
   * The round of the duty's latest issued reply; an older one is no longer rated. A round that one proposer's 不满意
   * opened does not take the others' say on the reply they all got, as long as no newer one is issued.
   */
  readonly currentRound: number;
  readonly scanId?: number | null;
};

export const ratingUnmet =
  (rating: Rating, context: RatingContext): Unmet<RatingNeed> =>
  (need): Refusal | null => {
    switch (need) {
      case 'ownRating':
        return rating.proposerId === context.actorId ? null : refuse('not-yours', { action: 'rate' });
      case 'matterOpen':
        return context.matterOpen ? null : refuse('rating-not-open');
      case 'currentRound':
        return rating.round === context.currentRound ? null : refuse('rating-not-open');
      case 'scan':
        return context.scanId === undefined || context.scanId === null
          ? refuse('rating-scan-missing', {}, 'scanId')
          : null;
      default: {
        const forgotten: never = need;
        return forgotten;
      }
    }
  };

const permitRating = (action: RatingAction, rating: Rating, context: RatingContext): Refusal | null => {
  const refusal = permit(ratingLifecycle, action, {
    state: rating.state,
    standings: context.standings,
    unmet: ratingUnmet(rating, context),
  });
  return refusal?.code === 'wrong-state' ? refuse('rating-given') : refusal;
};

const checkVerdict = (verdict: Verdict, context: RatingContext): Refusal | null => {
  const level = (code: string): SatisfactionLevel | undefined =>
    context.levels.find((one) => one.code === code);
  const [attitude, outcome] = [level(verdict.attitude), level(verdict.outcome)];
  if (attitude === undefined) return refuse('rating-level-unknown', { level: verdict.attitude }, 'attitude');
  if (outcome === undefined) return refuse('rating-level-unknown', { level: verdict.outcome }, 'outcome');
  const missing = context.pointNos.filter((no) => !verdict.points.some((point) => point.no === no));
  return firstRefusal(
    (attitude.opensRound || outcome.opensRound) && verdict.reason.trim() === ''
      ? refuse('rating-reason-missing', {}, 'reason')
      : null,
    verdict.reason.length > 5_000
      ? refuse('field-too-long', { field: 'reason', max: 5_000 }, 'reason')
      : null,
    missing.length > 0 ? refuse('rating-point-missing', { points: missing }, 'points') : null,
    verdict.points.length > context.pointNos.length ||
      verdict.points.some((point) => !context.pointNos.includes(point.no))
      ? refuse('field-invalid', { field: 'points' }, 'points')
      : null,
  );
};

/** Seals one proposer's rating of one reply. A bad verdict on attitude or outcome opens another round. */
export const decideRating = (
  command: RatingCommand,
  rating: Rating,
  context: RatingContext,
): Decision<RatingEvent> => {
  const refusal = firstRefusal(
    permitRating(command.type, rating, { ...context, scanId: command.scanId }),
    checkVerdict(command.verdict, context),
  );
  if (refusal !== null) return deny(refusal);
  const byOffice = command.type === 'enterForProposer';
  return happen({
    type: 'ratingSealed',
    verdict: { ...command.verdict, reason: command.verdict.reason.trim() },
    enteredBy: byOffice ? context.actorId : null,
    scanId: byOffice ? command.scanId : null,
    at: context.at.instant,
    opensRound: context.levels.some(
      (level) =>
        level.opensRound &&
        (level.code === command.verdict.attitude || level.code === command.verdict.outcome),
    ),
  });
};

export const evolveRating = (rating: Rating, event: RatingEvent): Rating => ({
  ...rating,
  state: 'sealed',
  verdict: event.verdict,
  enteredBy: event.enteredBy,
  scanId: event.scanId,
  sealedAt: event.at,
});

/**
 * Whether the last round is rated: every proposer who must rate has sealed one for every reply of that round.
 * `replies` are the issued replies of each duty's current round.
 */
export const isRated = (
  raters: readonly number[],
  replies: readonly { readonly replyId: number }[],
  sealed: readonly { readonly replyId: number; readonly proposerId: number }[],
): boolean =>
  replies.length > 0 &&
  raters.length > 0 &&
  replies.every(({ replyId }) =>
    raters.every((rater) => sealed.some((one) => one.replyId === replyId && one.proposerId === rater)),
  );
