import type { Endpoint, ResponseOf } from '#contract/endpoint.ts';
import {
  infiniteQueryOptions,
  MutationCache,
  QueryCache,
  QueryClient,
  queryOptions,
} from '@tanstack/react-query';
import { ApiProblem, type CallFields, call } from './api.ts';

/** A question of the contract as query options: `useQuery(ask(getMatter, { params: { matterId } }))`. */
export const ask = <const E extends Endpoint>(
  endpoint: E,
  given: Pick<CallFields<E>, 'params' | 'query'> = {},
) =>
  queryOptions({
    queryKey: [endpoint.id, given.params ?? null, given.query ?? null],
    queryFn: ({ signal }) => call<E>(endpoint, { ...given, signal }),
  });

type Paged = { readonly next: string | null };

/** A list of the contract that goes on by cursor, as options of `useInfiniteQuery`. */
export const askPages = <const E extends Endpoint>(
  endpoint: ResponseOf<E> extends Paged ? E : never,
  given: Pick<CallFields<E>, 'params' | 'query'> = {},
) =>
  infiniteQueryOptions({
    queryKey: [endpoint.id, 'pages', given.params ?? null, given.query ?? null],
    queryFn: ({ pageParam, signal }) =>
      call<E>(endpoint, {
        ...given,
        query: { ...given.query, ...(pageParam === null ? {} : { cursor: pageParam }) } as NonNullable<
          CallFields<E>['query']
        >,
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last as Paged).next,
  });

/** A refusal is an answer and is not asked again; a fault on the way is, twice. */
const retry = (failures: number, fault: Error): boolean => {
  if (fault instanceof ApiProblem && fault.problem.status > 0 && fault.problem.status < 500) return false;
  return failures < 2;
};

/** `onFault` hears of every refusal and fault once, whoever asked: the place to notice that the session ended. */
export const newQueryClient = (onFault: (fault: Error) => void = () => undefined): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache({ onError: onFault }),
    mutationCache: new MutationCache({ onError: onFault }),
    // A browser's own guess that it is offline is wrong on many office networks: ask, and show what comes of it.
    defaultOptions: {
      queries: { retry, staleTime: 5_000, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
