import { figureCatalogue, figureValues } from '#contract/figures.ts';
import type { QueryGiven } from '#contract/endpoint.ts';
import { ask } from '#web/shared/ask.ts';
import { useQuery } from '@tanstack/react-query';
import { type FiguresView, queryOf } from './figures-view.ts';

/** What each figure counts: asked once; while facts are still being computed, again every few seconds. */
export const useCatalogue = () =>
  useQuery({
    ...ask(figureCatalogue),
    staleTime: 600_000,
    refetchInterval: ({ state }) => (state.data?.ready === false ? 5_000 : false),
  });

type Question = NonNullable<QueryGiven<typeof figureValues>>;

/** Values of figures, by `id` or `id.variant`. What was there stays while another view is asked for. */
export const useValues = (figures: readonly string[], view: FiguresView, every?: number) =>
  useQuery({
    ...ask(figureValues, { query: { figures: figures.join(','), ...queryOf(view) } as Question }),
    enabled: figures.length > 0,
    placeholderData: (before) => before,
    ...(every === undefined ? {} : { refetchInterval: every, refetchOnWindowFocus: 'always' as const }),
  });
