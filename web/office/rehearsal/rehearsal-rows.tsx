import { exportRehearsal, rehearsalRows } from '#contract/rehearsal.ts';
import { addressOf } from '#web/shared/api.ts';
import { askPages } from '#web/shared/ask.ts';
import { type Column, DataTable } from '#web/shared/ui/data-table.tsx';
import { LoadMore } from '#web/shared/ui/load-more.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { WhyDate } from '#web/shared/ui/why-date.tsx';
import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import styles from './rehearsal.module.css';
import { dutyText, type FigureKey, type Row, t } from './rehearsal-texts.ts';

/** Which figure is open: of which line of the result. */
export type OpenFigure = {
  readonly figure: FigureKey;
  readonly line: string;
  readonly duty?: string;
  readonly unitId?: number;
};

const Due = ({ due, verdict }: { readonly due: Row['now']; readonly verdict: Row['verdictNow'] }) => (
  <span className={styles.due}>
    {due === null ? '—' : <WhyDate owed={due} />}
    <span className={styles.verdict} data-verdict={verdict}>
      {t(`rehearsal.verdict.${verdict}`)}
    </span>
  </span>
);

const doneText = ({ doneOn, releasedOn }: Row): string => {
  if (doneOn !== null) return doneOn;
  return releasedOn === null ? t('rehearsal.notDone') : t('rehearsal.released', { date: releasedOn });
};

const columns = (): readonly Column<Row>[] => [
  {
    key: 'caseNo',
    title: t('rehearsal.row.caseNo'),
    names: true,
    tight: true,
    render: ({ matterId, caseNo }) => <PageLink href={paths.matter(matterId)}>{caseNo}</PageLink>,
  },
  { key: 'name', title: t('rehearsal.row.name'), minWidth: 180, render: ({ title }) => title },
  {
    key: 'unit',
    title: t('rehearsal.row.unit'),
    render: ({ unit, duty }) => unit ?? (duty === 'proposer' ? '—' : t('rehearsal.office')),
  },
  {
    key: 'duty',
    title: t('rehearsal.row.duty'),
    minWidth: 92,
    render: ({ duty, round }) => (round > 1 ? `${dutyText(duty)} · ${round}` : dutyText(duty)),
  },
  { key: 'done', title: t('rehearsal.row.done'), minWidth: 104, render: doneText },
  {
    key: 'now',
    title: t('rehearsal.row.now'),
    render: ({ now, verdictNow }) => <Due due={now} verdict={verdictNow} />,
  },
  {
    key: 'then',
    title: t('rehearsal.row.then'),
    render: ({ tried, verdictThen }) => <Due due={tried} verdict={verdictThen} />,
  },
  { key: 'days', title: t('rehearsal.row.days'), end: true, tight: true, render: ({ days }) => days ?? '—' },
];

type RehearsalRowsProps = {
  readonly rehearsalId: number;
  readonly open: OpenFigure;
  readonly onClose: () => void;
};

/** The duties behind a figure, each with both dates and why. */
export const RehearsalRows = ({ rehearsalId, open, onClose }: RehearsalRowsProps) => {
  const { figure, duty, unitId, line } = open;
  const chosen = {
    figure,
    ...(duty === undefined ? {} : { duty }),
    ...(unitId === undefined ? {} : { unitId }),
  };
  const query = useInfiniteQuery(askPages(rehearsalRows, { params: { rehearsalId }, query: chosen }));
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    top.current?.scrollIntoView({ block: 'start' });
    top.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={top} tabIndex={-1} className={styles.rows}>
      <Panel
        flush
        title={t('rehearsal.rows', { line, figure: t(`rehearsal.figure.${figure}`) })}
        actions={
          <div className={styles.actions}>
            <Button
              icon={<DownloadOutlined aria-hidden />}
              href={addressOf(exportRehearsal, { rehearsalId }, chosen)}
              download
            >
              {t('rehearsal.export')}
            </Button>
            <Button onClick={onClose}>{t('rehearsal.close')}</Button>
          </div>
        }
      >
        <DataTable<Row>
          caption={t('rehearsal.rows', { line, figure: t(`rehearsal.figure.${figure}`) })}
          rows={rows}
          rowKey={({ n }) => n}
          columns={columns()}
          foot={<LoadMore query={query} shown={rows.length} total={query.data?.pages[0]?.total ?? 0} />}
        />
      </Panel>
    </div>
  );
};
