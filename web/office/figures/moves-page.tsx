import type { QueryGiven, ResponseOf } from '#contract/endpoint.ts';
import { figureSnapshotMoves } from '#contract/figures.ts';
import { askPages } from '#web/shared/ask.ts';
import { pick } from '#web/shared/language.ts';
import { type Column, DataTable } from '#web/shared/ui/data-table.tsx';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { LoadMore } from '#web/shared/ui/load-more.tsx';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useReference, useToday } from '#web/shared/use-reference.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Tag } from 'antd';
import { paths } from '../paths.ts';
import type { Reference } from '../matter/matter-types.ts';
import { LinkTabs } from '../shell/link-tabs.tsx';
import { PageLink } from '../shell/page-link.tsx';
import { findChosen } from './choose-figure.ts';
import { rowColumns, rowKeyOf } from './figure-row.tsx';
import { t } from './figure-texts.ts';
import { readView } from './figures-view.ts';
import { useCatalogue } from './use-figures.ts';

type Page = ResponseOf<typeof figureSnapshotMoves>;
type Moved = Page['items'][number];

const columnsOf = (reference: Reference, unit: Page['unit']): readonly Column<Moved>[] => [
  {
    key: 'moved',
    title: t('figures.frozen.moves.how'),
    tight: true,
    render: ({ moved }) => (
      <Tag>
        {moved === 'came' ? '＋ ' : '－ '}
        {t(`figures.frozen.moves.${moved}`)}
      </Tag>
    ),
  },
  ...rowColumns(reference, unit),
];

type MovesPageProps = { readonly snapshotId: number };

/** The rows that came into a frozen figure since, or left it. */
export const MovesPage = ({ snapshotId }: MovesPageProps) => {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const { compareAsOf } = readView(search);
  const figure = String(search['figure'] ?? '');
  const of = search['of'] === 'denominator' ? 'denominator' : 'numerator';
  const chosen = findChosen(useCatalogue().data?.figures ?? [], figure);
  const words = useReference();
  const day = useToday();
  const query = useInfiniteQuery({
    ...askPages(figureSnapshotMoves, {
      params: { snapshotId },
      query: {
        figure,
        of,
        compareAsOf: compareAsOf ?? day,
      } as NonNullable<QueryGiven<typeof figureSnapshotMoves>>,
    }),
    enabled: (compareAsOf ?? day) !== undefined,
  });
  return (
    <>
      <PageHead
        title={t('figures.frozen.moves.title', { name: chosen === null ? figure : pick(chosen.figure.name) })}
        crumb={
          <PageLink href={paths.figures(`frozen/${snapshotId}`, { compareAsOf })}>
            {t('figures.frozen.back')}
          </PageLink>
        }
      />
      {chosen?.variant.denominator === null ? null : (
        <LinkTabs
          label={t('figures.rows.of')}
          tabs={(['numerator', 'denominator'] as const).map((part) => ({
            key: part,
            title: t(`figures.rows.of.${part}`),
            href: paths.figures(`frozen/${snapshotId}/moves`, {
              figure,
              of: part === 'numerator' ? undefined : part,
              compareAsOf,
            }),
            current: part === of,
          }))}
        />
      )}
      <QueryState query={words} lines={8}>
        {(reference) => (
          <QueryState query={query} lines={8}>
            {({ pages }) => {
              const [head] = pages;
              const rows = pages.flatMap(({ items }) => items);
              return (
                <Panel flush>
                  {head === undefined || rows.length === 0 ? (
                    <EmptyState
                      title={t('figures.frozen.moves.empty')}
                      detail={t('figures.frozen.moves.empty.detail')}
                    />
                  ) : (
                    <DataTable<Moved>
                      caption={t('figures.frozen.moved')}
                      columns={columnsOf(reference, head.unit)}
                      rows={rows}
                      rowKey={(row) => `${row.moved} ${rowKeyOf(row)}`}
                      foot={<LoadMore query={query} shown={rows.length} total={head.total} />}
                    />
                  )}
                </Panel>
              );
            }}
          </QueryState>
        )}
      </QueryState>
    </>
  );
};
