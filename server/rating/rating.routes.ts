import { isHimself } from '#core/access.ts';
import * as endpoints from '#contract/rating.ts';
import { allowedOnRating } from '#core/case/allowed.ts';
import type { CaseDoor } from '../case/door.ts';
import { findMatterOf } from '../case/lookup.store.ts';
import { answer, no } from '../platform/answer.ts';
import { takeUpFiles } from '../case/take-up-files.store.ts';
import { type Route, route } from '../platform/route.ts';
import { keepDraft } from './rating.store.ts';
import { viewMyMatters } from './rating.views.ts';

export const ratingRoutes = (door: CaseDoor): readonly Route[] => [
  route(endpoints.rate, async ({ tx, actor, at, params, body, version }) => {
    const matterId = await findMatterOf(tx, actor.jurisdictionId, 'rating', params.ratingId);
    if (matterId === null) return no('not-found');
    return door.act(tx, actor, at, {
      matterId,
      command: { on: 'rating', id: params.ratingId, command: { type: 'rate', verdict: body, scanId: null } },
      version,
    });
  }),
  route(endpoints.enterRating, async ({ tx, actor, at, params, body, version }) => {
    const matterId = await findMatterOf(tx, actor.jurisdictionId, 'rating', params.ratingId);
    if (matterId === null || (await door.read(tx, actor, matterId)) === null) return no('not-found');
    const { scanId, ...verdict } = body;
    if (!(await takeUpFiles(tx, actor, { matterId, purpose: 'scan' }, [scanId])))
      return no('rating-scan-missing', {}, 'scanId');
    return door.act(tx, actor, at, {
      matterId,
      command: { on: 'rating', id: params.ratingId, command: { type: 'enterForProposer', verdict, scanId } },
      version,
    });
  }),
  route(endpoints.saveRatingDraft, async ({ tx, actor, at, params, body }) => {
    const matterId = await findMatterOf(tx, actor.jurisdictionId, 'rating', params.ratingId);
    const file = matterId === null ? null : await door.read(tx, actor, matterId);
    const rating = file?.ratings.find((one) => one.id === params.ratingId);
    if (file == null || rating === undefined || !isHimself(actor, rating.proposerId)) return no('not-found');
    const mayRate = allowedOnRating(file, rating, { actor, at, facts: {} }).some(
      (one) => one.action === 'rate',
    );
    if (!mayRate) return no('rating-given');
    await keepDraft(tx, actor.jurisdictionId, rating.id, body);
    return answer(undefined);
  }),
  route(endpoints.myMatters, async ({ tx, actor, at, query }) => {
    const house = await door.houseOf(tx, actor.jurisdictionId);
    return answer(await viewMyMatters(tx, house, actor, at.date, query.cursor));
  }),
];
