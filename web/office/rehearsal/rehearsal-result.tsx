import { cancelRehearsal, getRehearsal, rehearsalFigures, startRehearsal } from '#contract/rehearsal.ts';
import { ask } from '#web/shared/ask.ts';
import { count, moment } from '#web/shared/format.ts';
import { pick } from '#web/shared/language.ts';
import { type Column, DataTable } from '#web/shared/ui/data-table.tsx';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useState } from 'react';
import { paths } from '../paths.ts';
import { PageLink, useGo } from '../shell/page-link.tsx';
import styles from './rehearsal.module.css';
import { type OpenFigure, RehearsalRows } from './rehearsal-rows.tsx';
import { dutyText, type FigureKey, nameOf, type Rehearsal, t } from './rehearsal-texts.ts';

type Figures = Readonly<Record<FigureKey, number>>;
type Line = Omit<OpenFigure, 'figure'> & { readonly figures: Figures };
type Opening = { readonly onOpen: (open: OpenFigure) => void };

const pressing: readonly FigureKey[] = ['newlyLate'];

const Figure = ({ line, figure, onOpen }: { readonly line: Line; readonly figure: FigureKey } & Opening) => {
  const { figures, ...rest } = line;
  const value = figures[figure];
  if (value === 0) return <span className={styles.zero}>0</span>;
  return (
    <button
      type="button"
      className={styles.figure}
      data-pressing={pressing.includes(figure)}
      aria-label={t('rehearsal.open', {
        line: line.line,
        figure: t(`rehearsal.figure.${figure}`),
        count: count(value),
      })}
      onClick={() => onOpen({ ...rest, figure })}
    >
      {count(value)}
    </button>
  );
};

const Tiles = ({ line, onOpen }: { readonly line: Line } & Opening) => (
  <dl className={styles.tiles}>
    {rehearsalFigures.map((figure) => (
      <div key={figure}>
        <dt>{t(`rehearsal.figure.${figure}`)}</dt>
        <dd>
          <Figure line={line} figure={figure} onOpen={onOpen} />
        </dd>
      </div>
    ))}
  </dl>
);

const FigureTable = ({
  title,
  lines,
  onOpen,
}: { readonly title: string; readonly lines: readonly Line[] } & Opening) => {
  const columns: readonly Column<Line>[] = [
    { key: 'line', title, names: true, render: ({ line }) => line },
    ...rehearsalFigures.map((figure) => ({
      key: figure,
      title: t(`rehearsal.figure.${figure}`),
      end: true,
      render: (line: Line) => <Figure line={line} figure={figure} onOpen={onOpen} />,
    })),
  ];
  return (
    <Panel flush title={title} note={t('rehearsal.unitOfCount')}>
      <DataTable<Line> caption={title} rows={lines} rowKey={({ line }) => line} columns={columns} />
    </Panel>
  );
};

const Running = ({ rehearsal }: { readonly rehearsal: Rehearsal }) => {
  const { id, done, total } = rehearsal;
  const command = useCommand(cancelRehearsal);
  return (
    <Panel>
      <ProblemAlert problem={command.problem} />
      <div role="status" className={styles.running}>
        {t('rehearsal.progress', { done: count(done), total: count(total) })}
        <Progress
          percent={total === 0 ? 0 : Math.round((done / total) * 100)}
          aria-label={t('rehearsal.title')}
        />
      </div>
      <Button loading={command.pending} onClick={() => void command.run({ params: { rehearsalId: id } })}>
        {t('rehearsal.cancel')}
      </Button>
    </Panel>
  );
};

const Figures = ({ rehearsal }: { readonly rehearsal: Rehearsal }) => {
  const [open, setOpen] = useState<OpenFigure | null>(null);
  const { all, proposers, byDuty, byUnit } = rehearsal;
  return (
    <>
      <Panel title={t('rehearsal.all')} note={t('rehearsal.unitOfCount')}>
        <Tiles line={{ line: t('rehearsal.all'), figures: all }} onOpen={setOpen} />
      </Panel>
      {open === null ? null : (
        <RehearsalRows
          key={JSON.stringify(open)}
          rehearsalId={rehearsal.id}
          open={open}
          onClose={() => setOpen(null)}
        />
      )}
      <FigureTable
        title={t('rehearsal.byDuty')}
        lines={byDuty.map((one) => ({ line: dutyText(one.duty), duty: one.duty, figures: one }))}
        onOpen={setOpen}
      />
      <FigureTable
        title={t('rehearsal.byUnit')}
        lines={byUnit.map((one) => ({
          line: one.unit ?? t('rehearsal.office'),
          unitId: one.unitId,
          figures: one,
        }))}
        onOpen={setOpen}
      />
      <Panel title={t('rehearsal.proposers')} note={t('rehearsal.proposers.note')}>
        <Tiles
          line={{ line: t('rehearsal.proposers'), duty: 'proposer', figures: proposers }}
          onOpen={setOpen}
        />
      </Panel>
    </>
  );
};

const Body = ({ rehearsal }: { readonly rehearsal: Rehearsal }) => {
  const go = useGo();
  const again = useCommand(startRehearsal, { onDone: ({ id }) => go(paths.rehearsal(id)) });
  const { state, done, total, by, createdAt } = rehearsal;
  return (
    <>
      <PageHead
        title={nameOf(rehearsal)}
        note={t('rehearsal.by', { by, at: moment(createdAt) })}
        crumb={<PageLink href={paths.rehearsal()}>{t('rehearsal.back')}</PageLink>}
      >
        {state === 'running' ? null : (
          <Button loading={again.pending} onClick={() => void again.run({ body: rehearsal.asked })}>
            {t('rehearsal.again')}
          </Button>
        )}
      </PageHead>
      <ProblemAlert problem={again.problem} />
      <p className={styles.quiet}>
        {t('rehearsal.compare', {
          now: pick(rehearsal.rulesNow),
          tried: pick(rehearsal.rulesThen),
          today: rehearsal.today,
        })}
      </p>
      {state === 'running' ? <Running rehearsal={rehearsal} /> : null}
      {state === 'cancelled' || state === 'failed' ? (
        <p role="status">{t('rehearsal.partial', { done: count(done), total: count(total) })}</p>
      ) : null}
      {state === 'running' ? null : (
        <div className={styles.stack}>
          <Figures rehearsal={rehearsal} />
        </div>
      )}
    </>
  );
};

/** One rehearsal: how far it is, and what would have been late. */
export const RehearsalResult = ({ rehearsalId }: { readonly rehearsalId: number }) => {
  const query = useQuery({
    ...ask(getRehearsal, { params: { rehearsalId } }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 1_000 : false),
  });
  return <QueryState query={query}>{(rehearsal) => <Body rehearsal={rehearsal} />}</QueryState>;
};
