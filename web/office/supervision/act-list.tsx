import { exportActs, strikeSupervisionAct, supervisionActs } from '#contract/supervision.ts';
import { downloadFile } from '#contract/see.ts';
import { addressOf } from '#web/shared/api.ts';
import { askPages } from '#web/shared/ask.ts';
import type { Column } from '#web/shared/ui/data-table.tsx';
import { ConfirmWithReason } from '#web/shared/ui/confirm-with-reason.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import styles from './supervision.module.css';
import { t } from './supervision-texts.ts';
import type { Act } from './supervision-types.ts';
import type { Filters } from './supervision-view.ts';
import { SupervisionTable } from './supervision-table.tsx';

const Strike = ({ act }: { readonly act: Act }) => {
  const [open, setOpen] = useState(false);
  const { run, pending, problem } = useCommand(strikeSupervisionAct, { onDone: () => setOpen(false) });
  if (act.struckReason !== null)
    return <span className={styles.meta}>{t('supervision.act.struck', { reason: act.struckReason })}</span>;
  if (!act.mayStrike) return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('supervision.act.strike')}
      </Button>
      <ConfirmWithReason
        open={open}
        danger
        title={t('supervision.act.strike')}
        what={`${act.on} ${act.result}`}
        label={t('supervision.act.strike.reason')}
        confirm={t('supervision.act.strike')}
        pending={pending}
        problem={problem}
        onConfirm={(reason) =>
          void run({ params: { actId: act.id }, version: act.version, body: { reason } })
        }
        onCancel={() => setOpen(false)}
      />
    </>
  );
};

const About = ({ act }: { readonly act: Act }) => (
  <ul>
    {act.units.map(({ id, name }) => (
      <li key={`unit-${id}`}>{name}</li>
    ))}
    {act.matters.map(({ id, caseNo, title }) => (
      <li key={id}>
        <PageLink href={paths.matter(id)}>
          {caseNo} {title}
        </PageLink>
      </li>
    ))}
  </ul>
);

const columns = (): readonly Column<Act>[] => [
  {
    key: 'on',
    title: t('supervision.on'),
    names: true,
    minWidth: 120,
    render: (act) => (
      <>
        <b>{t(`supervision.kind.${act.kind}`)}</b> {act.on}
        {act.amount === 1 ? null : (
          <div className={styles.meta}>
            {t('supervision.amount')} {act.amount}
          </div>
        )}
        {act.people === 0 ? null : (
          <div className={styles.meta}>
            {t('supervision.people')} {act.people}
          </div>
        )}
      </>
    ),
  },
  {
    key: 'who',
    title: t('supervision.who'),
    minWidth: 130,
    render: (act) => (
      <>
        {act.who}
        <div className={styles.meta}>{[act.withWhom, act.place].filter((one) => one !== '').join(' · ')}</div>
      </>
    ),
  },
  { key: 'about', title: t('supervision.matters'), minWidth: 220, render: (act) => <About act={act} /> },
  {
    key: 'result',
    title: t('supervision.result'),
    minWidth: 260,
    render: (act) => (
      <div className={styles.stack}>
        <div className={styles.text}>{act.result}</div>
        {act.files.map((file) => (
          <a key={file.id} href={addressOf(downloadFile, { fileId: file.id })}>
            {file.name}
          </a>
        ))}
        <Strike act={act} />
      </div>
    ),
  },
  {
    key: 'by',
    title: t('supervision.enteredBy'),
    tight: true,
    render: (act) => act.enteredBy,
  },
];

/** 督办活动: the latest day first. */
export const ActList = ({ filters }: { readonly filters: Filters }) => {
  const query = useInfiniteQuery({
    ...askPages(supervisionActs, { query: filters as never }),
    placeholderData: (before) => before,
  });
  return (
    <SupervisionTable
      caption={t('supervision.tab.acts')}
      empty={t('supervision.empty.acts')}
      query={query}
      columns={columns()}
      exportBy={exportActs}
      filters={filters}
    />
  );
};
