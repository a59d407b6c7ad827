import { imports } from '#contract/import.ts';
import { askPages } from '#web/shared/ask.ts';
import { count, moment } from '#web/shared/format.ts';
import { type Column, DataTable } from '#web/shared/ui/data-table.tsx';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { LoadMore } from '#web/shared/ui/load-more.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { PageLink, useGo } from '../shell/page-link.tsx';
import styles from './import.module.css';
import { type ImportPlace, runPath, useImportPlace } from './import-place.ts';
import { t } from './import-texts.ts';
import type { EarlierRun } from './import-types.ts';
import { StateMark } from './outcome-mark.tsx';

const outcomes = ['new', 'changed', 'same', 'wrong'] as const;

const Counts = ({ counts }: Pick<EarlierRun, 'counts'>) => (
  <span className={styles.quiet}>
    {outcomes
      .filter((outcome) => counts[outcome] > 0)
      .map((outcome) => `${t(`importPage.rows.${outcome}`)} ${count(counts[outcome])}`)
      .join(' · ') || '—'}
  </span>
);

const columnsFor = (place: ImportPlace): readonly Column<EarlierRun>[] => [
  {
    key: 'file',
    title: t('importPage.column.file'),
    names: true,
    minWidth: 200,
    render: ({ id, file }) => (
      <PageLink href={runPath(place, id)} className={styles.title}>
        {file.name}
      </PageLink>
    ),
  },
  {
    key: 'state',
    title: t('importPage.column.state'),
    tight: true,
    render: ({ state }) => <StateMark state={state} />,
  },
  ...(place.kinds.length > 1
    ? [
        {
          key: 'kind',
          title: t('importPage.column.kind'),
          tight: true,
          render: ({ kind }: EarlierRun) => t(`importPage.kind.${kind}`),
        },
      ]
    : []),
  {
    key: 'counts',
    title: t('importPage.column.counts'),
    minWidth: 180,
    render: ({ counts }) => <Counts counts={counts} />,
  },
  { key: 'by', title: t('importPage.column.by'), tight: true, render: ({ createdBy }) => createdBy },
  { key: 'at', title: t('importPage.column.at'), tight: true, render: ({ createdAt }) => moment(createdAt) },
];

/** Every import stays here: what was not confirmed goes on, what was can be read again. */
export const EarlierRuns = () => {
  const place = useImportPlace();
  const go = useGo();
  const query = useInfiniteQuery(askPages(imports, { query: {} }));
  return (
    <Panel flush title={t('importPage.earlier')} note={t('importPage.earlier.note')}>
      <QueryState query={query} lines={4}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items).filter(({ kind }) => place.kinds.includes(kind));
          return rows.length === 0 ? (
            <EmptyState title={t('importPage.earlier.none')} detail={t('importPage.earlier.none.detail')} />
          ) : (
            <div className={styles.below}>
              <DataTable<EarlierRun>
                caption={t('importPage.earlier')}
                columns={columnsFor(place)}
                rows={rows}
                rowKey={({ id }) => id}
                onOpen={({ id }) => go(runPath(place, id))}
                {...(query.hasNextPage ? { foot: <LoadMore query={query} shown={rows.length} /> } : {})}
              />
            </div>
          );
        }}
      </QueryState>
    </Panel>
  );
};
