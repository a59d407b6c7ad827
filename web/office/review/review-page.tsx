import { choosePanels, deskStates, fileInBulk, reviewDesk } from '#contract/review.ts';
import { askPages } from '#web/shared/ask.ts';
import { dayOf } from '#web/shared/format.ts';
import { type Column, DataTable } from '#web/shared/ui/data-table.tsx';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { LoadMore } from '#web/shared/ui/load-more.tsx';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useConfirm } from '#web/shared/ui/use-confirm.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { BookletButton } from '../booklet/booklet-button.tsx';
import { BulkOutcome, type Outcome } from '../matter/bulk-outcome.tsx';
import { paths } from '../paths.ts';
import { PageLink, useGo } from '../shell/page-link.tsx';
import { holdsAny, useSession } from '../shell/session.ts';
import { nameOf, t } from './review-texts.ts';
import styles from './review.module.css';
import type { DeskRow } from './review-types.ts';

type Filters = { state?: (typeof deskStates)[number]; step?: string; panel?: 'none'; q?: string };

const readFilters = (search: Readonly<Record<string, unknown>>): Filters => {
  const state = deskStates.find((one) => one === search['state']);
  const step = ['decide', 'nobody'].find((one) => one === search['step']);
  const q = typeof search['q'] === 'string' ? search['q'].slice(0, 100) : '';
  return {
    ...(state === undefined ? {} : { state }),
    ...(step === undefined ? {} : { step }),
    ...(search['panel'] === 'none' ? { panel: 'none' as const } : {}),
    ...(q === '' ? {} : { q }),
  };
};

const same = (a: Filters, b: Filters): boolean =>
  a.state === b.state && a.step === b.step && a.panel === b.panel;

/** Named anew each time: the language of the page may change. */
const columnsOf = (): readonly Column<DeskRow>[] => [
  {
    key: 'title',
    title: t('review.col.title'),
    names: true,
    minWidth: 240,
    render: (row) => (
      <>
        <PageLink href={paths.review(row.id)}>{row.title}</PageLink>
        <div className={styles.meta}>{row.caseNo ?? row.flowNo}</div>
      </>
    ),
  },
  {
    key: 'author',
    title: t('review.col.author'),
    minWidth: 110,
    render: ({ author, bodyName, signers }) => (
      <>
        {bodyName === '' ? author.name : bodyName}
        <div className={styles.meta}>
          {signers === 0 ? author.group : t('review.signers', { count: signers })}
        </div>
      </>
    ),
  },
  {
    key: 'category',
    title: t('review.col.category'),
    minWidth: 90,
    render: ({ category }) => category ?? '—',
  },
  {
    key: 'panel',
    title: t('review.col.panel'),
    minWidth: 110,
    render: ({ panel, proposedPanel }) =>
      panel?.name ??
      (proposedPanel === null ? (
        '—'
      ) : (
        <span className={styles.meta}>{t('review.proposed', { panel: proposedPanel.name })}</span>
      )),
  },
  {
    key: 'state',
    title: t('review.col.state'),
    minWidth: 110,
    render: ({ state, step, lastAdvice, withdrawalAsked, nobodyLooks }) => (
      <>
        {state === 'submitted' || state === 'vetting'
          ? step === null
            ? t('review.toDecide')
            : nameOf(step.name)
          : t(`review.state.${state}`)}
        {lastAdvice === null ? null : (
          <div className={styles.meta}>
            {t('review.lastAdvice', { advice: t(`review.advice.${lastAdvice}`) })}
          </div>
        )}
        {nobodyLooks ? <div className={styles.warn}>{t('review.nobodyLooks')}</div> : null}
        {withdrawalAsked ? <div className={styles.warn}>{t('review.withdrawalAsked')}</div> : null}
      </>
    ),
  },
  {
    key: 'since',
    title: t('review.col.since'),
    tight: true,
    render: ({ submittedAt }) => (submittedAt === null ? '' : dayOf(submittedAt)),
  },
];

const Bulk = ({ rows, onDone }: { readonly rows: readonly DeskRow[]; readonly onDone: () => void }) => {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const panels = useCommand(choosePanels, { onDone: setOutcome });
  const file = useCommand(fileInBulk, { onDone: setOutcome });
  const sure = useConfirm();
  const items = rows.map(({ id, version }) => ({ submissionId: id, version }));
  return (
    <>
      <span role="status">{t('review.selected', { count: rows.length })}</span>
      <Button
        loading={panels.pending}
        disabled={rows.length === 0}
        onClick={() => void panels.run({ body: { items, panelId: null } })}
      >
        {t('review.do.panels')}
      </Button>
      <Button
        type="primary"
        loading={file.pending}
        disabled={rows.length === 0}
        onClick={() => {
          sure({
            title: t('review.fileMany.sure', { count: items.length }),
            content: t('review.fileMany.what'),
            verb: t('review.do.fileMany'),
            onYes: async () => {
              await file.run({ body: { items } });
            },
          });
        }}
      >
        {t('review.do.fileMany')}
      </Button>
      <ProblemAlert problem={panels.problem ?? file.problem} />
      {outcome === null ? null : (
        <BulkOutcome
          title={t('review.bulk.outcome')}
          sum={t('review.bulk.sum', { done: outcome.done, refused: outcome.refused.length })}
          refused={outcome.refused}
          onClose={() => {
            setOutcome(null);
            onDone();
          }}
        />
      )}
    </>
  );
};

type Counts = {
  readonly states: readonly { key: string; count: number }[];
  noPanel: number;
  toDecide: number;
  nobody: number;
};

const Choices = ({ filters, counts }: { readonly filters: Filters; readonly counts: Counts }) => {
  const countOf = (key: string): number => counts.states.find((one) => one.key === key)?.count ?? 0;
  const choices: readonly { readonly label: string; readonly to: Filters; readonly count: number | null }[] =
    [
      { label: t('review.filter.all'), to: {}, count: null },
      { label: t('review.filter.decide'), to: { step: 'decide' }, count: counts.toDecide },
      ...(counts.noPanel > 0 || filters.panel === 'none'
        ? [{ label: t('review.filter.noPanel'), to: { panel: 'none' } as const, count: counts.noPanel }]
        : []),
      ...(counts.nobody > 0 || filters.step === 'nobody'
        ? [{ label: t('review.filter.nobody'), to: { step: 'nobody' }, count: counts.nobody }]
        : []),
      ...deskStates
        .filter((state) => countOf(state) > 0)
        .map((state) => ({ label: t(`review.state.${state}`), to: { state }, count: countOf(state) })),
    ];
  return (
    <nav aria-label={t('review.filters')} className={styles.filters}>
      {choices.map(({ label, to, count }) => (
        <PageLink
          key={label}
          href={paths.review(undefined, to)}
          {...(same(to, filters) ? { 'aria-current': 'page' as const } : {})}
        >
          {count === null ? label : `${label} ${count}`}
        </PageLink>
      ))}
    </nav>
  );
};

/** 来件审查: what was handed in, with what waits for a decision, a panel or a look; many at once, or one by one. */
export const ReviewPage = () => {
  const filters = readFilters(useSearch({ strict: false }));
  const office = holdsAny(useSession(), ['congress-office', 'cppcc-office']);
  const go = useGo();
  const query = useInfiniteQuery(askPages(reviewDesk, { query: filters }));
  const [selected, setSelected] = useState<ReadonlySet<string | number>>(new Set());
  return (
    <>
      <PageHead title={t('review.title')} note={t('review.note')}>
        {office ? <PageLink href={paths.enter()}>{t('review.enter')}</PageLink> : null}
        <BookletButton />
      </PageHead>
      <QueryState query={query} lines={10}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          const [first] = pages;
          return (
            <>
              <Choices
                filters={filters}
                counts={first?.counts ?? { states: [], noPanel: 0, toDecide: 0, nobody: 0 }}
              />
              <div className={styles.bar}>
                <Input.Search
                  className={styles.find}
                  defaultValue={filters.q ?? ''}
                  placeholder={t('review.find')}
                  aria-label={t('review.find')}
                  maxLength={100}
                  allowClear
                  onSearch={(q) => go(paths.review(undefined, { ...filters, q }))}
                />
                {office ? (
                  <Bulk
                    rows={rows.filter(({ id }) => selected.has(id))}
                    onDone={() => setSelected(new Set())}
                  />
                ) : null}
              </div>
              <Panel flush>
                {rows.length === 0 ? (
                  <EmptyState title={t('review.empty')} detail={t('review.empty.detail')} />
                ) : (
                  <DataTable<DeskRow>
                    caption={t('review.title')}
                    columns={columnsOf()}
                    rows={rows}
                    rowKey={({ id }) => id}
                    {...(office
                      ? {
                          selection: {
                            selected,
                            onChange: setSelected,
                            nameOf: ({ title }: DeskRow) => title,
                          },
                        }
                      : {})}
                    foot={<LoadMore query={query} shown={rows.length} total={first?.total ?? 0} />}
                  />
                )}
              </Panel>
            </>
          );
        }}
      </QueryState>
    </>
  );
};
