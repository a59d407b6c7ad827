import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { type Column, DataTable } from './data-table.tsx';
import { EmptyState } from './empty-state.tsx';
import { LoadMore } from './load-more.tsx';
import { Panel } from './panel.tsx';
import { QueryState } from './query-state.tsx';

type PagedTableProps<Row> = {
  readonly query: UseInfiniteQueryResult<InfiniteData<{ readonly items: readonly Row[] }>>;
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly empty: { readonly title: string; readonly detail: string };
};

/** A list that comes in pages, as a table: its states, what stands there when it is empty, and a button for more. */
export const PagedTable = <Row extends { readonly id: number }>({
  query,
  caption,
  columns,
  empty,
}: PagedTableProps<Row>) => (
  <QueryState query={query} lines={8}>
    {({ pages }) => {
      const rows = pages.flatMap(({ items }) => items);
      return (
        <Panel flush>
          {rows.length === 0 ? (
            <EmptyState {...empty} />
          ) : (
            <DataTable<Row>
              caption={caption}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
              {...(query.hasNextPage ? { foot: <LoadMore query={query} shown={rows.length} /> } : {})}
            />
          )}
        </Panel>
      );
    }}
  </QueryState>
);
