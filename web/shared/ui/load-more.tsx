import { commonMessages } from '#contract/messages/common.ts';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { count } from '../format.ts';
import { texts } from '../language.ts';

const t = texts(commonMessages);

type LoadMoreProps = {
  readonly query: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;
  readonly shown: number;
  /** The true total, where the list knows it. */
  readonly total?: number;
};

/** How much of a list is shown, and a button for more: keyset pages, so that nothing is skipped or doubled. */
export const LoadMore = ({ query, shown, total }: LoadMoreProps) => (
  <>
    {total === undefined ? null : (
      <span role="status">{t('say.shown', { shown: count(shown), total: count(total) })}</span>
    )}
    {query.hasNextPage ? (
      <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {t('do.loadMore')}
      </Button>
    ) : null}
  </>
);
