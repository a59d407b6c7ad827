/** Recommended units for matters on screen. */
import type { ResponseOf } from '#contract/endpoint.ts';
import { recommendations } from '#contract/recommend.ts';
import { call } from '#web/shared/api.ts';
import { useQuery } from '@tanstack/react-query';
import { worthNaming } from './worth-naming.ts';

export type RecommendedUnit = ResponseOf<typeof recommendations>['items'][number]['units'][number];
export type Reason = RecommendedUnit['reasons'][number];

/** Most matters that one question may be about. */
const most = 500;

const inParts = (ids: readonly number[]): readonly number[][] =>
  Array.from({ length: Math.ceil(ids.length / most) }, (_, n) => ids.slice(n * most, (n + 1) * most));

/** By matter: those that are worth naming; no entry while they are asked for, and where they cannot be. */
export const useRecommendations = (
  matterIds: readonly number[],
  enabled: boolean,
): ReadonlyMap<number, readonly RecommendedUnit[]> => {
  const { data } = useQuery({
    queryKey: [recommendations.id, matterIds],
    queryFn: async ({ signal }) => {
      const answers = await Promise.all(
        inParts(matterIds).map((part) => call(recommendations, { body: { matterIds: part }, signal })),
      );
      return answers.flatMap(({ items }) => items);
    },
    enabled: enabled && matterIds.length > 0,
    staleTime: 300_000,
    retry: false,
  });
  return new Map((data ?? []).map(({ matterId, units }) => [matterId, worthNaming(units)]));
};
