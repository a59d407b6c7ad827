import { assignRound, assignRounds, startAssignRound } from '#contract/assign-round.ts';
import { ask, askPages } from '#web/shared/ask.ts';
import { count, moment } from '#web/shared/format.ts';
import { type Column, DataTable } from '#web/shared/ui/data-table.tsx';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { LoadMore } from '#web/shared/ui/load-more.tsx';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useReference } from '#web/shared/use-reference.ts';
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useRouterState, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { Reference } from '../matter/matter-types.ts';
import { paths } from '../paths.ts';
import { AbsentPage } from '../shell/absent-page.tsx';
import { PageLink, useGo } from '../shell/page-link.tsx';
import { holdsAny, type Session, useSession } from '../shell/session.ts';
import styles from './assign-round.module.css';
import { HearingsPanel } from './hearings-panel.tsx';
import { ReceiptsPanel } from './receipts-panel.tsx';
import { RoundDesk } from './round-desk.tsx';
import { readFilters, RoundFilterBar } from './round-filters.tsx';
import { StartRound } from './round-form.tsx';
import { RoundHeadLine } from './round-head.tsx';
import { t } from './round-texts.ts';
import type { RoundHead } from './round-types.ts';

const columns = (): readonly Column<RoundHead>[] => [
  {
    key: 'name',
    title: t('round.name'),
    names: true,
    render: (one) => (
      <>
        <PageLink href={paths.assignRounds(one.id)}>{one.name}</PageLink>
        {one.toAnswer === 0 ? null : (
          <div className={styles.says} data-tone="no">
            {t('round.toAnswer', { count: count(one.toAnswer) })}
          </div>
        )}
      </>
    ),
  },
  { key: 'organ', title: t('round.organ'), render: ({ organ }) => organ.name },
  { key: 'state', title: t('round.state'), tight: true, render: ({ state }) => t(`round.state.${state}`) },
  { key: 'closes', title: t('round.closesAt'), tight: true, render: ({ closesAt }) => moment(closesAt) },
  { key: 'matters', title: t('round.matter'), end: true, render: ({ counts }) => count(counts.matters) },
  {
    key: 'disputed',
    title: t('round.stand.disputed'),
    end: true,
    render: ({ counts }) => count(counts.disputed),
  },
  {
    key: 'assigned',
    title: t('round.stand.assigned'),
    end: true,
    render: ({ counts }) => count(counts.assigned),
  },
];

/** Organs for which one may start a round: an organ's office for its own, the supervisor for each. */
const organsFor = (session: Session, { organs }: Reference) =>
  holdsAny(session, ['supervisor'])
    ? organs
    : organs.filter(({ id }) => session.roles.some(({ organ }) => organ?.id === id));

const RoundsHome = () => {
  const session = useSession();
  const query = useInfiniteQuery(askPages(assignRounds));
  const reference = useReference();
  const [starting, setStarting] = useState(false);
  const office = holdsAny(session, startAssignRound.access.roles);
  return (
    <>
      <PageHead title={t('round.title')} note={t('round.note')}>
        {office ? (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setStarting(true)}>
            {t('round.new')}
          </Button>
        ) : null}
      </PageHead>
      {office ? null : (
        <div className={styles.apart}>
          <HearingsPanel />
        </div>
      )}
      <QueryState query={query} lines={6}>
        {({ pages }) => (
          <Panel flush title={t('round.list')}>
            {pages[0]?.total === 0 ? (
              <EmptyState
                title={t('round.empty')}
                detail={t(office ? 'round.empty.detail' : 'round.empty.unit')}
              />
            ) : (
              <DataTable<RoundHead>
                caption={t('round.list')}
                rows={pages.flatMap(({ items }) => items)}
                rowKey={({ id }) => id}
                columns={columns()}
                foot={
                  <LoadMore
                    query={query}
                    shown={pages.flatMap(({ items }) => items).length}
                    total={pages[0]?.total ?? 0}
                  />
                }
              />
            )}
          </Panel>
        )}
      </QueryState>
      {starting && reference.data !== undefined ? (
        <StartRound organs={organsFor(session, reference.data)} onClose={() => setStarting(false)} />
      ) : null}
    </>
  );
};

const RoundPage = ({ roundId }: { readonly roundId: number }) => {
  const session = useSession();
  const go = useGo();
  const query = useQuery(ask(assignRound, { params: { roundId } }));
  const reference = useReference();
  const filters = readFilters(useSearch({ strict: false }));
  const office = holdsAny(session, startAssignRound.access.roles);
  return (
    <QueryState query={query} lines={12}>
      {(round) => (
        <>
          <RoundHeadLine round={round} office={office} />
          <RoundFilterBar
            round={round}
            filters={filters}
            onSearch={(q) =>
              go(
                paths.assignRounds(round.id, {
                  ...(filters.stand === undefined ? {} : { stand: filters.stand }),
                  q: q.trim(),
                }),
                { replace: true },
              )
            }
          />
          <QueryState query={reference} lines={8}>
            {(words) => (
              <RoundDesk
                key={JSON.stringify(filters)}
                round={round}
                reference={words}
                filters={filters}
                office={office}
              />
            )}
          </QueryState>
          {round.counts.assigned === 0 ? null : <ReceiptsPanel round={round} />}
        </>
      )}
    </QueryState>
  );
};

/** 拟交办: `/assign-rounds` lists the rounds, `/assign-rounds/7` is one of them. */
export const AssignRoundPages = (): ReactElement => {
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const [, , given = '', ...more] = pathname.replace(/\/+$/, '').split('/');
  if (given === '') return <RoundsHome />;
  const id = Number(given);
  return Number.isSafeInteger(id) && id > 0 && more.length === 0 ? (
    <RoundPage key={id} roundId={id} />
  ) : (
    <AbsentPage />
  );
};
