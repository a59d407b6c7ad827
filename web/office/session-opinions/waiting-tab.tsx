import { forwardSessionOpinions, sessionOpinions } from '#contract/session-opinion.ts';
import { sessionRecords } from '#contract/session-records.ts';
import { ask, askPages } from '#web/shared/ask.ts';
import { LoadMore } from '#web/shared/ui/load-more.tsx';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { useProblemNotice } from '#web/shared/ui/problem-notice.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import { OpinionCard } from './opinion-card.tsx';
import styles from './opinions.module.css';
import { t } from './opinion-texts.ts';
import type { Desk, Opinion } from './opinion-types.ts';
import { writeView } from './opinions-view.ts';

/** How the day stands: what of today waits, what is past its day, which records nobody has checked. */
const DayNotice = ({ items, records }: { readonly items: readonly Opinion[]; readonly records: number }) => {
  const late = items.filter(({ left }) => left?.light === 'overdue').length;
  const today = items.filter(({ left }) => left !== null && left.light !== 'overdue');
  const left = today[0]?.left;
  return (
    <div className={styles.notice} data-light={late > 0 ? 'overdue' : (left?.light ?? 'ample')} role="status">
      {items.length === 0 ? <div>{t('opinions.waiting.none')}</div> : null}
      {left === undefined || left === null ? null : (
        <div>
          {t('opinions.waiting.note', {
            today: today.length,
            hours: Math.floor(left.minutes / 60),
            minutes: left.minutes % 60,
          })}
        </div>
      )}
      {late === 0 ? null : <div>{t('opinions.waiting.late', { late })}</div>}
      {records === 0 ? null : <div>{t('opinions.waiting.records', { count: records })}</div>}
    </div>
  );
};

type UnitGroup = { readonly key: string; readonly name: string; readonly items: readonly Opinion[] };

/** By the unit named first; those without a unit come first, for they need a decision. */
const byUnit = (items: readonly Opinion[]): readonly UnitGroup[] => {
  const groups = new Map<string, { name: string; items: Opinion[] }>();
  for (const item of items) {
    const [unit] = item.units;
    const key = unit === undefined ? '' : String(unit.id);
    const group = groups.get(key) ?? { name: unit?.name ?? t('opinions.byUnit.none'), items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups]
    .map(([key, group]) => ({ key, ...group }))
    .sort((a, b) => (a.key === '' ? -1 : b.key === '' ? 1 : 0));
};

const Forward = ({ items }: { readonly items: readonly Opinion[] }) => {
  const [said, setSaid] = useState('');
  const command = useCommand(forwardSessionOpinions, {
    onRefused: useProblemNotice(),
    onDone: ({ done, refused }) =>
      setSaid(
        [
          t('opinions.forwarded.done', { count: done }),
          ...(refused.length === 0
            ? []
            : [
                t('opinions.forwarded.refused', { count: refused.length }) +
                  refused.map(({ no, reason }) => `${no ?? ''} ${reason}`).join('；'),
              ]),
        ].join('。'),
      ),
  });
  const ready = items.filter(({ state, units }) => state === 'checked' && units.length > 0);
  return (
    <div className={styles.buttons}>
      {ready.length === 0 ? null : (
        <Button
          type="primary"
          loading={command.pending}
          onClick={() => void command.run({ body: { ids: ready.map(({ id }) => id) } })}
        >
          {t('opinions.do.forwardAll', { count: ready.length })}
        </Button>
      )}
      <span role="status">{said}</span>
    </div>
  );
};

/** 待转办: what has not left yet, by department, with the time that is left of the day. */
export const WaitingTab = ({ sessionId, desk }: { readonly sessionId: number; readonly desk: Desk }) => {
  const query = useInfiniteQuery(askPages(sessionOpinions, { query: { sessionId, state: 'waiting' } }));
  const records = useQuery(ask(sessionRecords, { query: { sessionId, state: 'submitted' } }));
  const open = records.data?.total ?? 0;
  return (
    <QueryState query={query} lines={8}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        return (
          <div className={styles.stack}>
            <DayNotice items={items} records={open} />
            {open === 0 ? null : (
              <p>
                <PageLink
                  href={paths.sessionOpinions(writeView({ part: 'records', sessionId, filters: {} }))}
                >
                  {t('opinions.tab.records')}
                </PageLink>
              </p>
            )}
            {items.length === 0 ? (
              <EmptyState title={t('opinions.waiting.none')} detail={t('opinions.empty.detail')} />
            ) : null}
            {byUnit(items).map((group) => (
              <section key={group.key} className={styles.stack} aria-label={group.name}>
                <div className={styles.head}>
                  <strong>{group.name}</strong>
                  <span>{t('opinions.byUnit.count', { count: group.items.length })}</span>
                  <Forward items={group.items} />
                </div>
                <ul className={styles.cards}>
                  {group.items.map((opinion) => (
                    <li key={opinion.id}>
                      <OpinionCard opinion={opinion} desk={desk} />
                    </li>
                  ))}
                </ul>
              </section>
            ))}
            <LoadMore query={query} shown={items.length} total={pages[0]?.total ?? 0} />
          </div>
        );
      }}
    </QueryState>
  );
};
