import { dueCalendar } from '#contract/due-calendar.ts';
import { monthOf } from '#contract/due-weeks.ts';
import type { QueryGiven, ResponseOf } from '#contract/endpoint.ts';
import { dueCalendarMessages } from '#contract/messages/due-calendar.ts';
import type { reference } from '#contract/see.ts';
import { ask } from '#web/shared/ask.ts';
import { moment } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useNarrow } from '#web/shared/use-appearance.ts';
import { useReference } from '#web/shared/use-reference.ts';
import LeftOutlined from '@ant-design/icons/LeftOutlined';
import RightOutlined from '@ant-design/icons/RightOutlined';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { paths } from '../paths.ts';
import { useGo } from '../shell/page-link.tsx';
import { useSession } from '../shell/session.ts';
import styles from './calendar.module.css';
import { CalendarFilters } from './calendar-filters.tsx';
import { type CalendarView, readCalendar, spanOf, turn, writeCalendar } from './calendar-view.ts';
import { type CalendarData, dayName, monthName } from './calendar-words.ts';
import { DayDrawer } from './day-drawer.tsx';
import { Agenda, DayGrid } from './day-grid.tsx';
import { LateStrip } from './late-strip.tsx';
import { firstWhose } from './own-whose.ts';

const t = texts(dueCalendarMessages);

type Reference = ResponseOf<typeof reference>;

const spanTitle = (mode: CalendarView['mode'], day: string): string => {
  if (mode === 'month') return monthName(day);
  const { from, to } = spanOf('week', day);
  return t('dueCalendar.span', { from: dayName(from), to: dayName(to) });
};

type ToolsProps = {
  readonly view: CalendarView;
  readonly day: string;
  readonly onChange: (view: CalendarView) => void;
};

const Turning = ({ view, day, onChange }: ToolsProps) => {
  const { mode } = view;
  const to = (next: string | null) => () => onChange({ ...view, day: next });
  return (
    <div className={styles.tools}>
      <Button
        icon={<LeftOutlined aria-hidden />}
        aria-label={t(`dueCalendar.before.${mode}`)}
        onClick={to(turn(mode, day, -1))}
      />
      <h2 className={styles.span} aria-live="polite">
        {spanTitle(mode, day)}
      </h2>
      <Button
        icon={<RightOutlined aria-hidden />}
        aria-label={t(`dueCalendar.after.${mode}`)}
        onClick={to(turn(mode, day, 1))}
      />
      <Button onClick={to(null)}>{t('dueCalendar.today')}</Button>
      <Segmented
        aria-label={t('dueCalendar.view')}
        value={mode}
        onChange={(next) => onChange({ ...view, mode: next })}
        options={(['month', 'week'] as const).map((value) => ({
          value,
          label: t(`dueCalendar.view.${value}`),
        }))}
      />
    </div>
  );
};

type DaysProps = ToolsProps & { readonly data: CalendarData | undefined; readonly today: string };

const DaysOfView = ({ view, day, data, today, onChange }: DaysProps) => {
  const narrow = useNarrow();
  const open = (one: string): void => onChange({ ...view, day: one, open: one });
  const days = new Map((data?.days ?? []).map((one) => [one.date, one]));
  if (!narrow)
    return (
      <>
        <DayGrid
          view={view}
          day={day}
          today={today}
          days={days}
          label={spanTitle(view.mode, day)}
          onMove={(next) => onChange({ ...view, day: next })}
          onOpen={open}
        />
        <p className={styles.keys}>{t('dueCalendar.keys')}</p>
      </>
    );
  const month = monthOf(day).from;
  const listed = [...days.values()].filter(
    ({ date }) => view.mode === 'week' || monthOf(date).from === month,
  );
  return <Agenda days={listed} today={today} onOpen={open} />;
};

const CalendarOf = ({ words }: { readonly words: Reference }) => {
  const go = useGo();
  const session = useSession();
  const view = readCalendar(useSearch({ strict: false }));
  const { today } = words.jurisdiction;
  const day = view.day ?? today;
  const whose = view.filters.whose ?? firstWhose(session);
  const { whose: _, ...filters } = view.filters;
  const query = useQuery({
    ...ask(dueCalendar, {
      query: {
        ...spanOf(view.mode, day),
        ...filters,
        ...(whose === 'all' ? {} : { whose }),
      } as NonNullable<QueryGiven<typeof dueCalendar>>,
    }),
    placeholderData: (before) => before,
    refetchInterval: 60_000,
  });
  const change = (next: CalendarView): void => go(paths.calendar(writeCalendar(next)), { replace: true });
  const { data } = query;
  return (
    <>
      <CalendarFilters
        filters={view.filters}
        whose={whose}
        words={words}
        onChange={(next) => change({ ...view, filters: next })}
      />
      <QueryState query={query} lines={10}>
        {({ late, opens, asOf }) => (
          <>
            <LateStrip figures={late} />
            <Panel>
              <Turning view={view} day={day} onChange={change} />
              <div aria-busy={query.isPlaceholderData}>
                <DaysOfView view={view} day={day} data={data} today={today} onChange={change} />
              </div>
              <p className={styles.keys}>{t('dueCalendar.asOf', { at: moment(asOf) })}</p>
            </Panel>
            <DayDrawer
              day={view.open}
              opens={opens}
              owes={view.filters.owes}
              total={data?.days.find(({ date }) => date === view.open)?.total}
              onClose={() => change({ ...view, open: null })}
            />
          </>
        )}
      </QueryState>
    </>
  );
};

/** 到期日历: what is due on each day of a month or a week, and what is late or soon will be. */
export const CalendarPage = () => {
  const query = useReference();
  return (
    <>
      <PageHead title={t('dueCalendar.title')} />
      <QueryState query={query} lines={12}>
        {(words) => <CalendarOf words={words} />}
      </QueryState>
    </>
  );
};
