import { proposeCalendar } from '#contract/calendar.ts';
import { ActionButton } from '#web/shared/ui/action-button.tsx';
import { type Column, DataTable } from '#web/shared/ui/data-table.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { paths } from '../paths.ts';
import { useGo } from '../shell/page-link.tsx';
import styles from './calendar.module.css';
import { type RegionalDay, t } from './calendar-texts.ts';
import setup from './setup.module.css';

const kinds = ['off', 'work', 'half'] as const;
const nothing: RegionalDay = { date: '', kind: 'off', name: '', source: '' };

const AddDay = ({ onAdd }: { readonly onAdd: (day: RegionalDay) => void }) => {
  const id = useId();
  const [day, setDay] = useState<RegionalDay>(nothing);
  const missing = [
    day.date === '' ? t('calendar.regional.date') : null,
    day.name.trim() === '' ? t('calendar.regional.name') : null,
    day.source.trim() === '' ? t('calendar.regional.source') : null,
  ].find((one) => one !== null);
  return (
    <div className={styles.addDay}>
      <div>
        <label htmlFor={`${id}d`}>{t('calendar.regional.date')}</label>
        <Input
          id={`${id}d`}
          type="date"
          value={day.date}
          onChange={({ target }) => setDay({ ...day, date: target.value })}
        />
      </div>
      <div>
        <label htmlFor={`${id}k`}>{t('calendar.regional.kind')}</label>
        <Select<RegionalDay['kind']>
          id={`${id}k`}
          virtual={false}
          value={day.kind}
          onChange={(kind) => setDay({ ...day, kind })}
          options={kinds.map((value) => ({ value, label: t(`calendar.regional.kind.${value}`) }))}
        />
      </div>
      <div>
        <label htmlFor={`${id}n`}>{t('calendar.regional.name')}</label>
        <Input
          id={`${id}n`}
          maxLength={60}
          value={day.name}
          onChange={({ target }) => setDay({ ...day, name: target.value })}
        />
      </div>
      <div>
        <label htmlFor={`${id}s`}>{t('calendar.regional.source')}</label>
        <Input
          id={`${id}s`}
          maxLength={200}
          value={day.source}
          onChange={({ target }) => setDay({ ...day, source: target.value })}
        />
      </div>
      <ActionButton
        allowed={{
          action: 'add',
          refusal: missing === undefined ? null : { code: 'field-empty', params: { field: missing } },
        }}
        onPress={() => {
          onAdd(day);
          setDay(nothing);
        }}
      >
        {t('calendar.regional.add')}
      </ActionButton>
    </div>
  );
};

const columnsFor = (remove: ((day: RegionalDay) => void) | null): readonly Column<RegionalDay>[] => [
  { key: 'date', title: t('calendar.regional.date'), names: true, tight: true, render: ({ date }) => date },
  {
    key: 'kind',
    title: t('calendar.regional.kind'),
    tight: true,
    render: ({ kind }) => t(`calendar.regional.kind.${kind}`),
  },
  { key: 'name', title: t('calendar.regional.name'), render: ({ name }) => name },
  { key: 'source', title: t('calendar.regional.source'), render: ({ source }) => source },
  ...(remove === null
    ? []
    : [
        {
          key: 'remove',
          title: t('calendar.regional.change'),
          tight: true,
          render: (day: RegionalDay) => (
            <Button size="small" onClick={() => remove(day)}>
              {t('calendar.regional.remove', { date: day.date })}
            </Button>
          ),
        },
      ]),
];

type PanelProps = { readonly days: readonly RegionalDay[]; readonly mayChange: boolean };

/** Days of the place beside the national table: seen by both, changed by the supervising office. */
export const CalendarRegionalPanel = ({ days, mayChange }: PanelProps) => {
  const go = useGo();
  const [draft, setDraft] = useState<readonly RegionalDay[] | null>(null);
  const command = useCommand(proposeCalendar, {
    refreshes: [],
    onDone: ({ id }) => go(paths.setup(`calendar/${id}`)),
  });
  const shown = draft ?? days;
  const remove = (day: RegionalDay): void => setDraft(shown.filter((one) => one !== day));
  return (
    <Panel title={t('calendar.regional.title')} note={t('calendar.regional.note')}>
      <div className={setup.stack}>
        <ProblemAlert problem={command.problem} />
        {shown.length === 0 ? (
          <p className={setup.quiet}>{t('calendar.regional.none')}</p>
        ) : (
          <DataTable<RegionalDay>
            caption={t('calendar.regional.title')}
            rows={shown}
            rowKey={({ date, kind, name }) => `${date} ${kind} ${name}`}
            columns={columnsFor(mayChange ? remove : null)}
          />
        )}
        {mayChange ? <AddDay onAdd={(day) => setDraft([...shown, day])} /> : null}
        {draft === null ? null : (
          <div className={setup.actions}>
            <Button
              type="primary"
              loading={command.pending}
              onClick={() => void command.run({ body: { kind: 'regional', days: [...draft] } })}
            >
              {t('calendar.regional.check')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
};
