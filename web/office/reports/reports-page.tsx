import type { ResponseOf } from '#contract/endpoint.ts';
import { reports } from '#contract/report.ts';
import { askPages } from '#web/shared/ask.ts';
import { moment } from '#web/shared/format.ts';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { PagedTable } from '#web/shared/ui/paged-table.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import { t } from './report-texts.ts';
import styles from './reports.module.css';

type Row = ResponseOf<typeof reports>['items'][number];

const columns = () => [
  {
    key: 'title',
    title: t('report.column.title'),
    names: true,
    minWidth: 260,
    render: ({ id, title }: Row) => <PageLink href={paths.report(id)}>{title}</PageLink>,
  },
  {
    key: 'kind',
    title: t('report.column.kind'),
    render: ({ kind }: Row) => t(`report.kind.${kind}`),
  },
  { key: 'period', title: t('report.column.period'), tight: true, render: ({ period }: Row) => period },
  {
    key: 'state',
    title: t('report.column.state'),
    tight: true,
    render: ({ state, edition }: Row) =>
      `${t(`report.state.${state}`)} · ${t('report.edition', { no: edition })}`,
  },
  { key: 'asOf', title: t('report.column.asOf'), tight: true, render: ({ asOf }: Row) => asOf },
  {
    key: 'changed',
    title: t('report.column.changed'),
    tight: true,
    render: ({ changedAt }: Row) => moment(changedAt),
  },
];

/** Every report that is there for this person, the last changed first. */
export const ReportsPage = () => {
  const query = useInfiniteQuery(askPages(reports));
  return (
    <>
      <PageHead title={t('report.title')} note={t('report.note')}>
        <PageLink href={paths.newReport()} className={styles.export}>
          {t('report.new')}
        </PageLink>
      </PageHead>
      <PagedTable<Row>
        query={query}
        caption={t('report.title')}
        columns={columns()}
        empty={{ title: t('report.empty'), detail: t('report.empty.detail') }}
      />
    </>
  );
};
