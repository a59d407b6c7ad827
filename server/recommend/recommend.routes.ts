import * as endpoints from '#contract/recommend.ts';
import { answer, no } from '../platform/answer.ts';
import { type Route, route } from '../platform/route.ts';
import { recommendUnits } from './recommend-units.ts';

const mostForOne = 8;
const mostInBulk = 3;

export const recommendRoutes = (): readonly Route[] => [
  route(endpoints.recommendation, async ({ tx, actor, params }) => {
    const [found] = await recommendUnits(tx, actor, [params.matterId], mostForOne);
    return found === undefined ? no('not-found') : answer(found);
  }),
  route(endpoints.recommendations, async ({ tx, actor, body }) =>
    answer({ items: [...(await recommendUnits(tx, actor, [...new Set(body.matterIds)], mostInBulk))] }),
  ),
];
