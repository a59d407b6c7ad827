import { exportUrges, urges } from '#contract/urges.ts';
import { askPages } from '#web/shared/ask.ts';
import type { Column } from '#web/shared/ui/data-table.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import { LevelMark } from './marks.tsx';
import { SlipActions } from './slip-actions.tsx';
import { SlipState } from './slip-state.tsx';
import styles from './supervision.module.css';
import { t } from './supervision-texts.ts';
import type { Slip } from './supervision-types.ts';
import type { Filters } from './supervision-view.ts';
import { SupervisionTable } from './supervision-table.tsx';

const columns = (): readonly Column<Slip>[] => [
  {
    key: 'slipNo',
    title: t('supervision.slipNo'),
    names: true,
    minWidth: 150,
    render: (slip) => (
      <>
        <LevelMark level={slip.level} name={slip.levelName} />{' '}
        <span className={styles.no}>{slip.slipNo}</span>
        <div className={styles.meta}>
          {slip.issuedOn} {slip.issuedBy}
        </div>
      </>
    ),
  },
  { key: 'unit', title: t('supervision.unit'), minWidth: 110, render: ({ unit }) => unit.name },
  {
    key: 'matter',
    title: t('supervision.matters'),
    minWidth: 220,
    render: ({ matter }) => (
      <PageLink href={paths.matter(matter.id)}>
        {matter.caseNo} {matter.title}
      </PageLink>
    ),
  },
  {
    key: 'text',
    title: t('supervision.text'),
    minWidth: 240,
    render: (slip) => (
      <>
        <div className={styles.text}>{slip.text}</div>
        {slip.reason === null ? null : (
          <div className={styles.meta}>
            {t('supervision.reason')}：{slip.reason}
          </div>
        )}
      </>
    ),
  },
  { key: 'by', title: t('supervision.acknowledgeBy'), tight: true, render: (slip) => slip.acknowledgeBy },
  {
    key: 'state',
    title: t('supervision.state'),
    minWidth: 150,
    render: (slip) => (
      <div className={styles.stack}>
        <SlipState slip={slip} />
        <SlipActions slip={slip} />
      </div>
    ),
  },
];

/** 催办单: newest first. */
export const UrgeList = ({ filters }: { readonly filters: Filters }) => {
  const query = useInfiniteQuery({
    ...askPages(urges, { query: filters as never }),
    placeholderData: (before) => before,
  });
  return (
    <SupervisionTable
      caption={t('supervision.tab.urges')}
      empty={t('supervision.empty.urges')}
      query={query}
      columns={columns()}
      exportBy={exportUrges}
      filters={filters}
    />
  );
};
