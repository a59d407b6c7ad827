import { DocumentTitle } from '#web/shared/document-title.tsx';
import { commonMessages } from '#contract/messages/common.ts';
import { texts } from '#web/shared/language.ts';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Fault } from './trouble.tsx';
import styles from './ui.module.css';

const c = texts(commonMessages);

export const Waiting = () => (
  <div role="status" className={styles.waiting}>
    <i className={styles.spin} aria-hidden="true" />
    {c('say.loading')}
  </div>
);

type AnswerProps<T> = {
  readonly query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>;
  /** The answer is the page, with its heading. */
  readonly whole?: boolean;
  readonly children: (data: T) => ReactNode;
};

/** Waiting, failed, or there; what was there stays while a refresh fails. */
export const Answer = <T,>({ query, whole = false, children }: AnswerProps<T>) => {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null)
    return <Fault whole={whole} fault={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      {whole ? <DocumentTitle>{c('product.name')}</DocumentTitle> : null}
      <Waiting />
    </>
  );
};
