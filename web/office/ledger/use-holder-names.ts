import { board } from '#contract/due-calendar.ts';
import type { QueryGiven } from '#contract/endpoint.ts';
import { ask } from '#web/shared/ask.ts';
import { useQuery } from '@tanstack/react-query';
import type { LedgerFilters } from './ledger-view.ts';

/** The name of the section or person to whom a filter is narrowed, as the board knows it; undefined: not known. */
export const useHolderName = (
  key: 'sectionId' | 'handlerId',
  { [key]: id, unitId, whose }: LedgerFilters,
): string | undefined => {
  const query = {
    by: key === 'sectionId' ? 'section' : 'handler',
    cards: 0,
    ...(unitId === undefined ? {} : { unitId }),
    ...(whose === undefined ? {} : { whose }),
  } as NonNullable<QueryGiven<typeof board>>;
  const { data } = useQuery({
    ...ask(board, { query }),
    enabled: id !== undefined && id !== 'none',
    staleTime: 600_000,
  });
  return data?.rows.find((row) => row.key === id)?.name ?? undefined;
};
