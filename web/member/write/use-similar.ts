import { plainText } from '#contract/submission-words.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { findSimilar } from '#contract/similar.ts';
import { call } from '#web/shared/api.ts';
import { useQuery } from '@tanstack/react-query';
import { useSettled } from './use-settled.ts';
import type { Text } from './writing.ts';

export type Similar = ResponseOf<typeof findSimilar>['items'][number];

/** Matters of all years like this text; asked when typing rests, and silent where nobody answers. */
export const useSimilar = (text: Text): readonly Similar[] => {
  const settled = useSettled(text, 300);
  const title = settled.title.trim().slice(0, 200);
  const body = plainText(settled.facts).slice(0, 5_000);
  const { data } = useQuery({
    queryKey: [findSimilar.id, title, body],
    queryFn: ({ signal }) => call(findSimilar, { body: { title, ...(body === '' ? {} : { body }) }, signal }),
    enabled: title.length >= 4,
    staleTime: 60_000,
    retry: false,
    placeholderData: (before) => before,
  });
  return title.length >= 4 ? (data?.items ?? []) : [];
};
