import { workCalendar } from '#contract/calendar.ts';
import { ask } from '#web/shared/ask.ts';
import { count, longDate } from '#web/shared/format.ts';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import LeftOutlined from '@ant-design/icons/LeftOutlined';
import RightOutlined from '@ant-design/icons/RightOutlined';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { paths } from '../paths.ts';
import { AbsentPage } from '../shell/absent-page.tsx';
import { useGo } from '../shell/page-link.tsx';
import styles from './calendar.module.css';
import { CalendarDays } from './calendar-days.tsx';
import { CalendarImportPanel } from './calendar-import-panel.tsx';
import { CalendarProposalPage } from './calendar-proposal.tsx';
import { CalendarRegionalPanel } from './calendar-regional-panel.tsx';
import { type CalendarPage, t } from './calendar-texts.ts';
import { CalendarLegend, CalendarYear } from './calendar-year.tsx';
import { RecomputeState } from './recompute-state.tsx';
import { CalendarVersionsPanel, CalendarYearsPanel } from './calendar-years-panel.tsx';
import { Mark } from './mark.tsx';
import setup from './setup.module.css';

const YearBar = ({ page }: { readonly page: CalendarPage }) => {
  const go = useGo();
  const { year, years } = page;
  const known = years.find((one) => one.year === year);
  const first = years.at(-1)?.year ?? year;
  const last = years[0]?.year ?? year;
  const to = (next: number): void => go(paths.setup(`calendar?year=${next}`), { replace: true });
  return (
    <div className={styles.yearBar}>
      <Button
        icon={<LeftOutlined aria-hidden />}
        aria-label={t('calendar.year.previous')}
        disabled={year <= first}
        onClick={() => to(year - 1)}
      />
      <h2 aria-live="polite">{t('calendar.year.name', { year })}</h2>
      <Button
        icon={<RightOutlined aria-hidden />}
        aria-label={t('calendar.year.next')}
        disabled={year >= last}
        onClick={() => to(year + 1)}
      />
      <Mark tone={known?.settled === true ? 'good' : 'late'}>
        {t(known?.settled === true ? 'calendar.settled' : 'calendar.provisional')}
      </Mark>
      {known?.settled === true ? <span>{t('calendar.workdays', { count: known.workdays })}</span> : null}
    </div>
  );
};

const Banner = ({ provisional }: Pick<CalendarPage, 'provisional'>) =>
  provisional === null ? null : (
    <div className={setup.caution} role="note">
      <strong>{t('calendar.reach.title')}</strong>
      <p>
        {t('calendar.reach', {
          matters: count(provisional.matters),
          duties: count(provisional.duties),
          from: longDate(provisional.from),
          last: longDate(provisional.last),
        })}
      </p>
    </div>
  );

const CalendarHome = () => {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const asked =
    typeof search['year'] === 'string' && /^\d{4}$/.test(search['year']) ? Number(search['year']) : null;
  const query = useQuery({
    ...ask(workCalendar, { query: asked === null ? {} : { year: asked } }),
    placeholderData: (before) => before,
    refetchInterval: ({ state }) => (state.data?.recompute?.state === 'running' ? 1_500 : false),
  });
  return (
    <QueryState query={query} lines={12}>
      {(page) => (
        <>
          <Banner provisional={page.provisional} />
          <RecomputeState recompute={page.recompute} />
          <Panel>
            <div className={setup.stack}>
              <YearBar page={page} />
              <CalendarLegend />
              <CalendarYear year={page.year} days={page.days} today={page.today} />
              <CalendarDays days={page.days} label={t('calendar.days.list', { year: page.year })} />
            </div>
          </Panel>
          <CalendarYearsPanel years={page.years} />
          {page.mayChange ? <CalendarImportPanel /> : <p className={setup.quiet}>{t('calendar.mayNot')}</p>}
          <CalendarRegionalPanel days={page.regional} mayChange={page.mayChange} />
          <CalendarVersionsPanel versions={page.versions} />
        </>
      )}
    </QueryState>
  );
};

/** 工作日历: which days are worked, by which notice; the next year's notice; days of the place. */
export const CalendarPart = ({ rest }: { readonly rest: string }) => {
  if (rest === '') return <CalendarHome />;
  return /^[1-9]\d{0,8}$/.test(rest) ? (
    <CalendarProposalPage key={rest} proposalId={Number(rest)} />
  ) : (
    <AbsentPage />
  );
};
