import type { ResponseOf } from '#contract/endpoint.ts';
import { figureSnapshots, freezeFigures } from '#contract/figures.ts';
import { askPages } from '#web/shared/ask.ts';
import { moment } from '#web/shared/format.ts';
import type { Column } from '#web/shared/ui/data-table.tsx';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { PagedTable } from '#web/shared/ui/paged-table.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { paths } from '../paths.ts';
import { PageLink, useGo } from '../shell/page-link.tsx';
import { holdsAny, useSession } from '../shell/session.ts';
import { t } from './figure-texts.ts';
import styles from './figures.module.css';
import { FreezeDialog } from './freeze-dialog.tsx';
import { PartTabs } from './part-tabs.tsx';
import { SigningKeys } from './signing-keys.tsx';
import { useCatalogue } from './use-figures.ts';

type Head = ResponseOf<typeof figureSnapshots>['items'][number];

const columns = (): readonly Column<Head>[] => [
  {
    key: 'name',
    title: t('figures.frozen.name'),
    names: true,
    minWidth: 220,
    render: ({ id, name }) => <PageLink href={paths.figures(`frozen/${id}`)}>{name}</PageLink>,
  },
  { key: 'asOf', title: t('figures.frozen.asOf'), tight: true, render: ({ asOf }) => moment(asOf) },
  {
    key: 'taken',
    title: t('figures.frozen.taken'),
    render: ({ by, takenAt }) => t('figures.frozen.by', { by, at: moment(takenAt) }),
  },
  {
    key: 'hash',
    title: t('figures.frozen.hash'),
    render: ({ hash }) => <span className={styles.hash}>{hash.slice(0, 16)}…</span>,
  },
  {
    key: 'journal',
    title: t('figures.frozen.journal'),
    render: ({ journal }) => t('figures.frozen.journal.at', journal),
  },
];

/** 封存: what was frozen, newest first. */
export const FrozenList = () => {
  const [open, setOpen] = useState(false);
  const go = useGo();
  const session = useSession();
  const catalogue = useCatalogue().data;
  const query = useInfiniteQuery(askPages(figureSnapshots));
  const may = holdsAny(session, freezeFigures.access.roles) && catalogue !== undefined;
  const button = may ? (
    <Button type="primary" onClick={() => setOpen(true)}>
      {t('figures.frozen.do')}
    </Button>
  ) : null;
  return (
    <>
      <PageHead title={t('figures.frozen.title')} note={t('figures.frozen.note')}>
        {button}
      </PageHead>
      <PartTabs current="frozen" />
      <div className={styles.sheets}>
        <PagedTable<Head>
          query={query}
          caption={t('figures.frozen.title')}
          columns={columns()}
          empty={{ title: t('figures.frozen.none'), detail: t('figures.frozen.none.detail') }}
        />
        <SigningKeys />
      </div>
      {open && catalogue !== undefined ? (
        <FreezeDialog
          catalogue={catalogue}
          onDone={(id) => {
            setOpen(false);
            go(paths.figures(`frozen/${id}`));
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
};
