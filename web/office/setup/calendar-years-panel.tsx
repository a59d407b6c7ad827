import { moment } from '#web/shared/format.ts';
import { pick } from '#web/shared/language.ts';
import { DataTable } from '#web/shared/ui/data-table.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import { type CalendarPage, changedText, t } from './calendar-texts.ts';
import { Mark } from './mark.tsx';
import styles from './setup.module.css';

type YearRow = CalendarPage['years'][number];

const Source = ({ row }: { readonly row: YearRow }) =>
  row.source === null ? (
    <span className={styles.quiet}>{t('calendar.provisional.note')}</span>
  ) : (
    <div className={styles.marks}>
      <span>{pick(row.source)}</span>
      {row.own ? <Mark tone="good">{t('calendar.years.own')}</Mark> : null}
      <Mark tone={row.verified ? 'good' : 'warn'}>
        {t(row.verified ? 'calendar.years.verified' : 'calendar.years.unverified')}
      </Mark>
    </div>
  );

const recent = 6;

/** Which years are settled, by which notice; which are provisional. */
export const CalendarYearsPanel = ({ years }: { readonly years: CalendarPage['years'] }) => {
  const [all, showAll] = useState(false);
  return (
    <Panel flush title={t('calendar.years.title')}>
      <div style={{ marginTop: 12 }}>
        <DataTable<YearRow>
          caption={t('calendar.years.title')}
          rows={all ? years : years.slice(0, recent)}
          rowKey={({ year }) => year}
          columns={[
            {
              key: 'year',
              title: t('calendar.years.year'),
              names: true,
              tight: true,
              render: ({ year }) => year,
            },
            {
              key: 'state',
              title: t('calendar.years.state'),
              tight: true,
              render: ({ settled }) => (
                <Mark tone={settled ? 'good' : 'late'}>
                  {t(settled ? 'calendar.settled' : 'calendar.provisional')}
                </Mark>
              ),
            },
            {
              key: 'workdays',
              title: t('calendar.years.workdays'),
              end: true,
              render: ({ workdays }) => workdays,
            },
            { key: 'source', title: t('calendar.years.source'), render: (row) => <Source row={row} /> },
          ]}
          foot={
            all || years.length <= recent ? null : (
              <Button type="link" onClick={() => showAll(true)}>
                {t('calendar.years.earlier')}
              </Button>
            )
          }
        />
      </div>
    </Panel>
  );
};

/** What was changed, when, by whom. */
export const CalendarVersionsPanel = ({ versions }: { readonly versions: CalendarPage['versions'] }) => (
  <Panel title={t('calendar.versions.title')}>
    {versions.length === 0 ? (
      <p className={styles.quiet}>{t('calendar.versions.none')}</p>
    ) : (
      <ol className={styles.stack}>
        {versions.map(({ id, since, by, note, changed }) => (
          <li key={id}>
            <div className={styles.strong}>
              {t('calendar.versions.one', { id })} · {changedText(changed)}
            </div>
            <div>{note}</div>
            <small className={styles.quiet}>
              {by} · {moment(since)}
            </small>
          </li>
        ))}
      </ol>
    )}
  </Panel>
);
