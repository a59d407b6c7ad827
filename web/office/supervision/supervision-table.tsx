import type { Endpoint } from '#contract/endpoint.ts';
import { addressOf } from '#web/shared/api.ts';
import { type Column, DataTable } from '#web/shared/ui/data-table.tsx';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { LoadMore } from '#web/shared/ui/load-more.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import styles from './supervision.module.css';
import { t } from './supervision-texts.ts';
import type { Filters } from './supervision-view.ts';

type Pages<Row> = InfiniteData<{ readonly items: readonly Row[]; readonly total: number }>;

type SupervisionTableProps<Row> = {
  readonly caption: string;
  readonly empty: string;
  readonly query: UseInfiniteQueryResult<Pages<Row>>;
  readonly columns: readonly Column<Row>[];
  readonly exportBy: Endpoint;
  readonly filters: Filters;
};

/** One list of supervision with its states, its total, and its export. */
export const SupervisionTable = <Row extends { readonly id: number }>({
  caption,
  empty,
  query,
  columns,
  exportBy,
  filters,
}: SupervisionTableProps<Row>) => (
  <QueryState query={query} lines={10}>
    {({ pages }) => {
      const rows = pages.flatMap(({ items }) => items);
      const total = pages[0]?.total ?? 0;
      return (
        <Panel flush>
          {rows.length === 0 ? (
            <EmptyState title={empty} detail={t('supervision.empty.detail')} />
          ) : (
            <div aria-busy={query.isPlaceholderData}>
              <DataTable<Row>
                caption={caption}
                columns={columns}
                rows={rows}
                rowKey={({ id }) => id}
                foot={
                  <div className={styles.buttons}>
                    <LoadMore query={query} shown={rows.length} total={total} />
                    <Button icon={<DownloadOutlined aria-hidden />} href={addressOf(exportBy, {}, filters)}>
                      {t('supervision.export')}
                    </Button>
                  </div>
                }
              />
            </div>
          )}
        </Panel>
      );
    }}
  </QueryState>
);
