import * as endpoints from '#contract/merge.ts';
import type { CaseDoor } from '../case/door.ts';
import { type Route, route } from '../platform/route.ts';
import { mergeMatters, unmergeMatter } from './merge-matters.ts';

export const mergeRoutes = (door: CaseDoor): readonly Route[] => [
  route(endpoints.mergeMatters, ({ tx, actor, at, params, body, version }) =>
    mergeMatters(tx, door, actor, at, { mainId: params.matterId, version, ...body }),
  ),
  route(endpoints.unmergeMatter, ({ tx, actor, at, params, body, version }) =>
    unmergeMatter(tx, door, actor, at, { matterId: params.matterId, version, ...body }),
  ),
];
