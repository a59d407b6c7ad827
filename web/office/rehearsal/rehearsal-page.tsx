import { rehearsals } from '#contract/rehearsal.ts';
import { ask } from '#web/shared/ask.ts';
import { count, moment } from '#web/shared/format.ts';
import { type Column, DataTable } from '#web/shared/ui/data-table.tsx';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { paths } from '../paths.ts';
import { AbsentPage } from '../shell/absent-page.tsx';
import { PageLink } from '../shell/page-link.tsx';
import styles from './rehearsal.module.css';
import { RehearsalForm } from './rehearsal-form.tsx';
import { RehearsalResult } from './rehearsal-result.tsx';
import { type Home, nameOf, type Summary, t } from './rehearsal-texts.ts';

const columns = (): readonly Column<Summary>[] => [
  {
    key: 'name',
    title: t('rehearsal.title'),
    names: true,
    render: (one) => <PageLink href={paths.rehearsal(one.id)}>{nameOf(one)}</PageLink>,
  },
  { key: 'year', title: t('rehearsal.year'), tight: true, render: ({ year }) => year },
  { key: 'organ', title: t('rehearsal.organ'), render: ({ organ }) => organ ?? t('rehearsal.allOrgans') },
  {
    key: 'state',
    title: t('rehearsal.state'),
    render: ({ state, done, total }) =>
      state === 'running'
        ? t('rehearsal.progress', { done: count(done), total: count(total) })
        : t(`rehearsal.state.${state}`),
  },
  {
    key: 'by',
    title: t('rehearsal.kept'),
    render: ({ by, createdAt }) => t('rehearsal.by', { by, at: moment(createdAt) }),
  },
];

const Kept = ({ items }: Pick<Home, 'items'>) => (
  <Panel flush title={t('rehearsal.kept')}>
    {items.length === 0 ? (
      <EmptyState title={t('rehearsal.none')} detail={t('rehearsal.none.detail')} />
    ) : (
      <DataTable<Summary>
        caption={t('rehearsal.kept')}
        rows={items}
        rowKey={({ id }) => id}
        columns={columns()}
      />
    )}
  </Panel>
);

const RehearsalHome = () => {
  const query = useQuery(ask(rehearsals));
  return (
    <>
      <PageHead title={t('rehearsal.title')} note={t('rehearsal.note')} />
      <QueryState query={query} lines={10}>
        {(home) => (
          <div className={styles.stack}>
            <RehearsalForm home={home} />
            <Kept items={home.items} />
          </div>
        )}
      </QueryState>
    </>
  );
};

/** 演练: last year's matters through other rules or another calendar; nothing is taken into use. */
export const RehearsalPages = (): ReactElement => {
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const rest = pathname.replace(/^\/rehearsals\/?/, '').replace(/\/+$/, '');
  if (rest === '') return <RehearsalHome />;
  return /^[1-9]\d{0,8}$/.test(rest) ? (
    <RehearsalResult key={rest} rehearsalId={Number(rest)} />
  ) : (
    <AbsentPage />
  );
};
