import type { QueryGiven } from '#contract/endpoint.ts';
import { dueCalendarMessages } from '#contract/messages/due-calendar.ts';
import { askedAfter, ledger } from '#contract/see.ts';
import { askPages } from '#web/shared/ask.ts';
import { count, fullDate } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { DueLight } from '#web/shared/ui/due-light.tsx';
import { KindTag } from '#web/shared/ui/kind-tag.tsx';
import { LoadMore } from '#web/shared/ui/load-more.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useNarrow } from '#web/shared/use-appearance.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Drawer, Tag } from 'antd';
import type { LedgerRow } from '../ledger/ledger-columns.tsx';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import styles from './calendar.module.css';
import { type CalendarData, dutyWord } from './calendar-words.ts';

const t = texts(dueCalendarMessages);

type Opens = Readonly<Record<string, string>>;

const RowItem = ({ row }: { readonly row: LedgerRow }) => {
  const { id, kind, caseNo, title, units, stage, dueState, workdaysLeft } = row;
  const [duty] = units;
  const owed = stage === 'filed' ? 'assign' : (duty?.owes ?? null);
  return (
    <li className={styles.item}>
      <PageLink href={paths.matter(id)} className={styles.itemTitle}>
        {title}
      </PageLink>
      <span className={styles.itemFacts}>
        {owed === null ? null : <Tag>{dutyWord(owed)}</Tag>}
        <KindTag kind={kind} />
        <span>{caseNo}</span>
        {stage === 'filed' || duty === undefined ? null : <span>{duty.name}</span>}
      </span>
      <DueLight state={dueState} workdaysLeft={workdaysLeft} on={row.dueOn} />
    </li>
  );
};

type Title = `dueCalendar.day.${'duties' | 'assign' | (typeof askedAfter)[number]}`;

const Rows = ({ title, opens }: { readonly title: Title; readonly opens: Opens }) => {
  const query = useInfiniteQuery(
    askPages(ledger, { query: opens as NonNullable<QueryGiven<typeof ledger>> }),
  );
  return (
    <QueryState query={query} lines={4}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items);
        const total = pages[0]?.total ?? 0;
        if (total === 0) return null;
        return (
          <section className={styles.dayPart}>
            <div className={styles.dayTitle}>
              <h3>{t(title, { count: count(total) })}</h3>
              <PageLink href={paths.ledger(opens)}>{t('dueCalendar.day.ledger')}</PageLink>
            </div>
            <ul className={styles.items}>
              {rows.map((row) => (
                <RowItem key={`${row.id} ${row.units[0]?.assignmentId ?? ''}`} row={row} />
              ))}
            </ul>
            <LoadMore query={query} shown={rows.length} total={total} />
          </section>
        );
      }}
    </QueryState>
  );
};

type DayDrawerProps = {
  /** Null: shut. */
  readonly day: string | null;
  readonly opens: CalendarData['opens'];
  readonly owes: string | undefined;
  /** How much the calendar says of the day; undefined: it does not show it. */
  readonly total: number | undefined;
  readonly onClose: () => void;
};

/** What is due on one day: each matter with its unit, what is owed, its light, and the way to it. */
export const DayDrawer = ({ day, opens, owes, total, onClose }: DayDrawerProps) => {
  const narrow = useNarrow();
  const span = { dueFrom: day ?? '', dueTo: day ?? '' };
  return (
    <Drawer
      open={day !== null}
      onClose={onClose}
      placement={narrow ? 'bottom' : 'right'}
      size={narrow ? '85%' : 480}
      title={day === null ? '' : t('dueCalendar.day', { date: fullDate(day) })}
      destroyOnHidden
    >
      {day === null ? null : (
        <>
          {total === 0 ? <p className={styles.nothing}>{t('dueCalendar.day.none')}</p> : null}
          {owes === 'assign' ? null : (
            <Rows title="dueCalendar.day.duties" opens={{ ...opens.duties, ...span }} />
          )}
          {owes === undefined || owes === 'assign' ? (
            <Rows title="dueCalendar.day.assign" opens={{ ...opens.assign, ...span }} />
          ) : null}
          {owes === undefined
            ? askedAfter.map((kind) => (
                <Rows
                  key={kind}
                  title={`dueCalendar.day.${kind}`}
                  opens={{ ...opens.duties, ...span, owes: kind }}
                />
              ))
            : null}
        </>
      )}
    </Drawer>
  );
};
