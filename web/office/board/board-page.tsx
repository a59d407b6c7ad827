import { board } from '#contract/due-calendar.ts';
import type { QueryGiven } from '#contract/endpoint.ts';
import { dueCalendarMessages } from '#contract/messages/due-calendar.ts';
import { ask } from '#web/shared/ask.ts';
import { count, moment } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useReference } from '#web/shared/use-reference.ts';
import PrinterOutlined from '@ant-design/icons/PrinterOutlined';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { Choice } from '../calendar/calendar-filters.tsx';
import { paths } from '../paths.ts';
import { useGo } from '../shell/page-link.tsx';
import { useSession } from '../shell/session.ts';
import styles from './board.module.css';
import { type BoardData, BoardTable } from './board-table.tsx';
import { askOf, type BoardView, readBoard, rowsFor, writeBoard } from './board-view.ts';

const t = texts(dueCalendarMessages);

type PartProps = { readonly view: BoardView; readonly onChange: (view: BoardView) => void };

const Choices = ({ view, onChange }: PartProps) => {
  const rows = rowsFor(useSession());
  const { organs = [], sessions = [] } = useReference().data ?? {};
  const years = [...new Set(sessions.map(({ year }) => year))].toSorted((a, b) => b - a);
  return (
    <search className={styles.choices}>
      {rows.length === 1 ? null : (
        <Choice
          label={t('board.by')}
          value={view.by}
          options={rows.map((value) => ({ value, label: t(`board.by.${value}`) }))}
          onChange={(by) => onChange({ ...view, by: rows.find((one) => one === by) ?? view.by })}
        />
      )}
      <Choice
        label={t('board.sort')}
        value={view.sort}
        options={(['late', 'name'] as const).map((value) => ({ value, label: t(`board.sort.${value}`) }))}
        onChange={(sort) => onChange({ ...view, sort: sort === 'name' ? 'name' : 'late' })}
      />
      <Choice
        label={t('board.year')}
        value={view.year ?? ''}
        options={[
          { value: '', label: t('board.allYears') },
          ...years.map((year) => ({ value: String(year), label: String(year) })),
        ]}
        onChange={(year) => onChange({ ...view, year: year === '' ? undefined : year })}
      />
      <Choice
        label={t('dueCalendar.filter.organ')}
        value={view.organId ?? ''}
        options={[
          { value: '', label: t('dueCalendar.allOrgans') },
          ...organs.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        onChange={(organId) => onChange({ ...view, organId: organId === '' ? undefined : organId })}
      />
    </search>
  );
};

/** How many rows have their cards. */
const shownOf = ({ rows }: BoardData, all: boolean): number =>
  all ? rows.length : Math.min(rows.length, 20);

const Rows = ({ data, view, onChange }: PartProps & { readonly data: BoardData }) => {
  if (data.total === 0)
    return (
      <Panel>
        <EmptyState title={t('board.empty')} detail={t('board.empty.detail')} />
      </Panel>
    );
  const shown = shownOf(data, view.all);
  return (
    <Panel flush>
      <BoardTable data={{ ...data, rows: data.rows.slice(0, shown) }} by={view.by} />
      <div className={styles.foot}>
        <span role="status">{t('board.rows', { shown: count(shown), total: count(data.total) })}</span>
        {shown < data.total ? (
          <Button onClick={() => onChange({ ...view, all: true })}>
            {t('board.allRows', { total: count(data.total) })}
          </Button>
        ) : null}
      </div>
    </Panel>
  );
};

/** 看板: how much each unit (section, handler) owes, by light, with the first of each. */
export const BoardPage = () => {
  const go = useGo();
  const session = useSession();
  const view = readBoard(useSearch({ strict: false }), session);
  const query = useQuery({
    ...ask(board, { query: askOf(view, session) as NonNullable<QueryGiven<typeof board>> }),
    placeholderData: (before) => before,
    refetchInterval: 60_000,
  });
  const change = (next: BoardView): void => go(paths.board(writeBoard(next, session)), { replace: true });
  const { data } = query;
  return (
    <>
      <PageHead
        title={t('board.title')}
        note={
          data === undefined
            ? ' '
            : `${t('dueCalendar.asOf', { at: moment(data.asOf) })} · ${t('board.note')}`
        }
      >
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          {t('board.print')}
        </Button>
      </PageHead>
      <Choices view={view} onChange={change} />
      <QueryState query={query} lines={12}>
        {(found) => (
          <div aria-busy={query.isPlaceholderData}>
            <Rows data={found} view={view} onChange={change} />
          </div>
        )}
      </QueryState>
    </>
  );
};
