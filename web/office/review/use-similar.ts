import { findSimilar, similarLimits } from '#contract/similar.ts';
import { call } from '#web/shared/api.ts';
import { useQuery } from '@tanstack/react-query';
import type { SubmissionOnPage } from './review-types.ts';

/** Matters of all years like this submission, asked once for the page and its dialogs. */
export const useSimilar = ({ text: { title, asks } }: SubmissionOnPage) => {
  const body = {
    title: title.slice(0, similarLimits.title),
    points: asks.slice(0, similarLimits.points).map((ask) => ask.slice(0, similarLimits.point)),
  };
  return useQuery({
    queryKey: [findSimilar.id, body],
    queryFn: ({ signal }) => call(findSimilar, { body, signal }),
  });
};
