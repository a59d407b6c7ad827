/** Recommended units for matters on screen. Where the product has no recommendation to give, the page does without. */
import type { Endpoint } from '#contract/endpoint.ts';
import { call } from '#web/shared/api.ts';
import { useQuery } from '@tanstack/react-query';
import type { Role } from './round-types.ts';

export type Reason =
  | {
      readonly kind: 'similar';
      readonly matterId: number;
      readonly caseNo: string;
      readonly title: string;
      readonly unitName: string;
      readonly score: number;
    }
  | { readonly kind: 'duty'; readonly function: string; readonly words: readonly string[] }
  | { readonly kind: 'words'; readonly words: readonly string[] };

export type RecommendedUnit = {
  readonly unitId: number;
  readonly unitName: string;
  /** From 0 to 1. */
  readonly score: number;
  readonly role: Exclude<Role, 'separate'>;
  readonly reasons: readonly Reason[];
};

type Answer = {
  readonly matters: readonly { readonly matterId: number; readonly units: readonly RecommendedUnit[] }[];
};

const recommendUnits = {
  id: 'recommendUnits',
  method: 'POST',
  path: '/api/recommendations',
  tag: 'matters',
  summary: { zh: '推荐承办单位', en: 'Recommended units' },
  access: {
    kind: 'roles',
    roles: ['supervisor', 'congress-office', 'cppcc-office'],
    rows: 'matters within reach',
  },
  scope: 'matters:read',
  response: 'nothing',
} as const satisfies Endpoint;

/** By matter; empty while they are asked for, and where there are none. */
export const useRecommendations = (
  matterIds: readonly number[],
  enabled: boolean,
): ReadonlyMap<number, readonly RecommendedUnit[]> => {
  const { data } = useQuery({
    queryKey: [recommendUnits.id, matterIds],
    queryFn: async ({ signal }) => {
      // The answer is as agreed with the recommending side, whose endpoint says so once it is part of the contract.
      const answer: unknown = await call<Endpoint>(recommendUnits, {
        body: { matterIds: [...matterIds] },
        signal,
      } as Parameters<typeof call<Endpoint>>[1]);
      return (answer as Answer | undefined)?.matters ?? [];
    },
    enabled: enabled && matterIds.length > 0,
    staleTime: 300_000,
    retry: false,
  });
  return new Map((data ?? []).map(({ matterId, units }) => [matterId, units]));
};
