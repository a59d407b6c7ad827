import { exportNotices, supervisionNotices } from '#contract/supervision-notices.ts';
import { askPages } from '#web/shared/ask.ts';
import { moment } from '#web/shared/format.ts';
import type { Column } from '#web/shared/ui/data-table.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import { LateMark, StateMark } from './marks.tsx';
import { NoticeActions } from './notice-actions.tsx';
import styles from './supervision.module.css';
import { anyT, t } from './supervision-texts.ts';
import type { Notice } from './supervision-types.ts';
import type { Filters } from './supervision-view.ts';
import { SupervisionTable } from './supervision-table.tsx';

const tones = {
  unwritten: 'off',
  served: 'waiting',
  inHand: 'waiting',
  reportedBack: 'waiting',
  settled: 'done',
  cancelled: 'off',
} as const;

const Steps = ({ notice }: { readonly notice: Notice }) => (
  <details>
    <summary>{t('supervision.notice.steps')}</summary>
    <ol className={styles.steps}>
      {notice.steps.map((step, index) => (
        <li key={`${index + 1}`}>
          <span className={styles.meta}>
            {moment(step.at)} {step.by}
          </span>
          <b>{anyT(`supervision.step.${step.type}`)}</b>
          {step.text === '' ? null : <p>{step.text}</p>}
        </li>
      ))}
    </ol>
  </details>
);

const columns = (): readonly Column<Notice>[] => [
  {
    key: 'documentNo',
    title: t('supervision.documentNo'),
    names: true,
    minWidth: 150,
    render: (notice) => (
      <>
        <b className={styles.no}>{notice.documentNo}</b>
        <div className={styles.meta}>
          {notice.issuedOn} {notice.issuedBy}
        </div>
      </>
    ),
  },
  { key: 'unit', title: t('supervision.unit'), minWidth: 110, render: ({ unit }) => unit.name },
  {
    key: 'matters',
    title: t('supervision.matters'),
    minWidth: 220,
    render: ({ matters }) => (
      <ul>
        {matters.map(({ id, caseNo, title }) => (
          <li key={id}>
            <PageLink href={paths.matter(id)}>
              {caseNo} {title}
            </PageLink>
          </li>
        ))}
      </ul>
    ),
  },
  {
    key: 'requirement',
    title: t('supervision.requirement'),
    minWidth: 220,
    render: (notice) => (
      <>
        <div className={styles.text}>{notice.requirement}</div>
        <Steps notice={notice} />
      </>
    ),
  },
  {
    key: 'by',
    title: t('supervision.reportBy'),
    tight: true,
    render: (notice) => (
      <>
        {notice.reportBy}
        {notice.late ? <LateMark /> : null}
      </>
    ),
  },
  {
    key: 'state',
    title: t('supervision.state'),
    minWidth: 200,
    render: (notice) => (
      <div className={styles.stack}>
        <StateMark word={t(`supervision.noticeState.${notice.state}`)} tone={tones[notice.state]} />
        <NoticeActions notice={notice} />
      </div>
    ),
  },
];

/** 督办通知: newest first. */
export const NoticeList = ({ filters }: { readonly filters: Filters }) => {
  const query = useInfiniteQuery({
    ...askPages(supervisionNotices, { query: filters as never }),
    placeholderData: (before) => before,
  });
  return (
    <SupervisionTable
      caption={t('supervision.tab.notices')}
      empty={t('supervision.empty.notices')}
      query={query}
      columns={columns()}
      exportBy={exportNotices}
      filters={filters}
    />
  );
};
