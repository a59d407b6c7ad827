import type { ResponseOf } from '#contract/endpoint.ts';
import { checkText } from '#contract/submission.ts';
import { call } from '#web/shared/api.ts';
import { useQuery } from '@tanstack/react-query';
import { useSettled } from './use-settled.ts';
import type { Text } from './writing.ts';

export type Finding = ResponseOf<typeof checkText>['findings'][number];

/** What a look at the text found, when typing rests. Null: nobody has looked yet, as without a connection. */
export const useFindings = (organId: number, text: Text): readonly Finding[] | null => {
  const settled = useSettled(text, 1_200);
  const { data } = useQuery({
    queryKey: [checkText.id, organId, settled],
    queryFn: ({ signal }) => call(checkText, { body: { organId, text: settled }, signal }),
    staleTime: 60_000,
    retry: false,
    placeholderData: (before) => before,
  });
  return data?.findings ?? null;
};

/** What is not written yet: said where it is handed in, not to somebody who has just come to the field. */
const notWritten: readonly string[] = ['title-empty', 'facts-empty', 'asks-missing'];

/** Those of one field that he has begun. */
export const findingsAt = (findings: readonly Finding[] | null, at: string): readonly Finding[] =>
  (findings ?? []).filter((one) => one.at === at && !notWritten.includes(one.code));
