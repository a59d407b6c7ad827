import type { BodyGiven } from '#contract/endpoint.ts';
import { reportChoices, startReport } from '#contract/report.ts';
import { usualAsOf } from '#contract/report-view.ts';
import { ask } from '#web/shared/ask.ts';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { paths } from '../paths.ts';
import { PageLink, useGo } from '../shell/page-link.tsx';
import { Choice } from './field-dialog.tsx';
import { type Choices, t } from './report-texts.ts';
import styles from './reports.module.css';

type Given = BodyGiven<typeof startReport>;
type Kind = Choices['kinds'][number];
type PeriodKind = Kind['periods'][number];

type Fields = {
  readonly kind: Given['kind'];
  readonly ofId: number | null;
  readonly period: PeriodKind;
  readonly year: number;
  readonly sessionId: number;
  readonly n: number;
  /** Null: the usual day of the period. */
  readonly asOf: string | null;
  readonly language: Given['language'];
};

const firstOf = (kind: Kind, today: string): Fields => ({
  kind: kind.kind,
  ofId: kind.of[0]?.id ?? null,
  period: kind.periods[0] ?? 'year',
  year: Number(today.slice(0, 4)),
  sessionId: 0,
  n: kind.periods[0] === 'quarter' ? Math.ceil(Number(today.slice(5, 7)) / 3) : Number(today.slice(5, 7)),
  asOf: null,
  language: 'zh',
});

const sessionsOf = (kind: Kind, ofId: number | null): Kind['sessions'] =>
  kind.kind === 'unit' ? kind.sessions : kind.sessions.filter((one) => one.ofId === ofId);

const periodOf = (fields: Fields, kind: Kind): Given['period'] => {
  const { year, n, period } = fields;
  if (period === 'year') return { kind: 'year', year };
  if (period !== 'session') return { kind: period, year, n };
  const sessions = sessionsOf(kind, fields.ofId);
  const session = sessions.find(({ id }) => id === fields.sessionId) ?? sessions[0];
  return { kind: 'session', year: session?.year ?? year, sessionId: session?.id ?? 0 };
};

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

type PartProps = {
  readonly kind: Kind;
  readonly fields: Fields;
  readonly today: string;
  readonly set: (part: Partial<Fields>) => void;
};

const PeriodFields = ({ kind, fields, today, set }: PartProps) => {
  const thisYear = Number(today.slice(0, 4));
  const sessions = sessionsOf(kind, fields.ofId);
  return (
    <>
      <Choice
        label={t('report.new.periodKind')}
        value={fields.period}
        options={kind.periods.map((one) => ({ value: one, label: t(`report.period.${one}`) }))}
        onChange={(period) => set({ period: period as PeriodKind, asOf: null })}
      />
      {fields.period === 'session' ? (
        <Choice
          label={t('report.new.session')}
          value={String(fields.sessionId === 0 ? (sessions[0]?.id ?? '') : fields.sessionId)}
          options={sessions.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={(id) => set({ sessionId: Number(id), asOf: null })}
        />
      ) : (
        <Choice
          label={t('report.new.year')}
          value={String(fields.year)}
          options={range(thisYear - 9, thisYear)
            .toReversed()
            .map((year) => ({ value: String(year), label: String(year) }))}
          onChange={(year) => set({ year: Number(year), asOf: null })}
        />
      )}
      {fields.period === 'month' || fields.period === 'quarter' ? (
        <Choice
          label={t(`report.new.${fields.period}`)}
          value={String(fields.n)}
          options={range(1, fields.period === 'month' ? 12 : 4).map((n) => ({
            value: String(n),
            label: String(n),
          }))}
          onChange={(n) => set({ n: Number(n), asOf: null })}
        />
      ) : null}
    </>
  );
};

const NewReport = ({ choices, first }: { readonly choices: Choices; readonly first: Kind }) => {
  const id = useId();
  const go = useGo();
  const { today, kinds } = choices;
  const [fields, setFields] = useState<Fields>(() => firstOf(first, today));
  const start = useCommand(startReport, {
    onDone: (made) => go(paths.report(made.id)),
    refreshes: ['reports'],
  });
  const kind = kinds.find((one) => one.kind === fields.kind) ?? first;
  const set = (part: Partial<Fields>): void => setFields({ ...fields, ...part });
  const period = periodOf(fields, kind);
  const asOf = fields.asOf ?? usualAsOf(period, today);
  return (
    <Panel>
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault();
          const { ofId, language } = fields;
          void start.run({ body: { kind: kind.kind, ofId, language, period, asOf } });
        }}
      >
        <ProblemAlert problem={start.problem} />
        <div className={styles.bar}>
          <Choice
            label={t('report.new.kind')}
            value={kind.kind}
            options={kinds.map((one) => ({ value: one.kind, label: t(`report.kind.${one.kind}`) }))}
            onChange={(next) => {
              const chosen = kinds.find((one) => one.kind === next);
              if (chosen !== undefined) setFields(firstOf(chosen, today));
            }}
          />
          {kind.of.length < 2 ? null : (
            <Choice
              label={t('report.new.of')}
              value={String(fields.ofId)}
              options={kind.of.map((one) => ({ value: String(one.id), label: one.name }))}
              onChange={(ofId) => set({ ofId: Number(ofId) })}
            />
          )}
          <PeriodFields kind={kind} fields={fields} today={today} set={set} />
          <div className={styles.field}>
            <label htmlFor={id}>{t('report.asOf')}</label>
            <input
              id={id}
              type="date"
              max={today}
              value={asOf}
              onChange={({ target }) => set({ asOf: target.value === '' ? null : target.value })}
            />
          </div>
          <Choice
            label={t('report.new.language')}
            value={fields.language}
            options={(['zh', 'en'] as const).map((one) => ({
              value: one,
              label: t(`report.language.${one}`),
            }))}
            onChange={(language) => set({ language: language === 'en' ? 'en' : 'zh' })}
          />
        </div>
        {fields.period === 'month' || fields.period === 'quarter' ? (
          <p className={styles.quiet}>{t('report.new.yearlyNote')}</p>
        ) : null}
        <div className={styles.buttons}>
          <Button type="primary" htmlType="submit" loading={start.pending}>
            {t('report.new.begin')}
          </Button>
        </div>
      </form>
    </Panel>
  );
};

/** Which report, of what, of when: then its draft is there with its numbers. */
export const NewReportPage = () => {
  const choices = useQuery(ask(reportChoices));
  return (
    <>
      <PageHead
        title={t('report.new')}
        crumb={<PageLink href={paths.reports()}>{t('report.list')}</PageLink>}
      />
      <QueryState query={choices} lines={6}>
        {(found) => {
          const [first] = found.kinds;
          return first === undefined ? null : <NewReport choices={found} first={first} />;
        }}
      </QueryState>
    </>
  );
};
