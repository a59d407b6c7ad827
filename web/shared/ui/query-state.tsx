import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from './error-state.tsx';
import { LoadingState } from './loading-state.tsx';

type QueryStateProps<T> = {
  readonly query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>;
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
};

/** Waiting, failed, or there; data that was there stays while a refresh fails. */
export const QueryState = <T,>({ query, lines, children }: QueryStateProps<T>) => {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <ErrorState fault={query.error} onRetry={() => void query.refetch()} />;
  return <LoadingState {...(lines === undefined ? {} : { lines })} />;
};
