import {
  applyCalendar,
  calendarMoves,
  exportCalendarMoves,
  getCalendarProposal,
} from '#contract/calendar.ts';
import { calendarIssueText } from '#contract/calendar-words.ts';
import { addressOf } from '#web/shared/api.ts';
import { ask, askPages } from '#web/shared/ask.ts';
import { count } from '#web/shared/format.ts';
import { currentLanguage, pick } from '#web/shared/language.ts';
import { type Column, DataTable } from '#web/shared/ui/data-table.tsx';
import { LoadMore } from '#web/shared/ui/load-more.tsx';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { App, Button, Input, Progress } from 'antd';
import { useId, useState } from 'react';
import { paths } from '../paths.ts';
import { PageLink, useGo } from '../shell/page-link.tsx';
import styles from './calendar.module.css';
import { CalendarDays } from './calendar-days.tsx';
import { changedText, dutyText, type Move, type Proposal, t } from './calendar-texts.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Mark } from './mark.tsx';
import setup from './setup.module.css';

const tones = { error: 'wrong', warning: 'warn', note: 'off' } as const;

const Issues = ({ issues }: Pick<Proposal, 'issues'>) => (
  <Panel title={t('calendar.proposal.issues')}>
    {issues.length === 0 ? (
      <Mark tone="good">{t('calendar.proposal.sound')}</Mark>
    ) : (
      <ul className={styles.issues}>
        {issues.map((issue) => (
          <li
            key={`${issue.code} ${JSON.stringify(issue.params)} ${issue.place?.line}`}
            data-severity={issue.severity}
          >
            <Mark tone={tones[issue.severity]}>{t(`calendar.severity.${issue.severity}`)}</Mark>
            <span>{calendarIssueText(issue, currentLanguage())}</span>
            {issue.place === null ? null : <q>{t('calendar.place', issue.place)}</q>}
          </li>
        ))}
      </ul>
    )}
  </Panel>
);

const Shift = ({ days }: { readonly days: number | null }) => (
  <span className={styles.shift}>
    {days === null
      ? t('calendar.moves.noDate')
      : t(days > 0 ? 'calendar.moves.later' : 'calendar.moves.sooner', { days: Math.abs(days) })}
  </span>
);

const moveColumns = (): readonly Column<Move>[] => [
  {
    key: 'matter',
    title: t('calendar.moves.matter'),
    names: true,
    tight: true,
    render: ({ matterId, caseNo }) => <PageLink href={paths.matter(matterId)}>{caseNo}</PageLink>,
  },
  { key: 'name', title: t('calendar.moves.name'), minWidth: 200, render: ({ title }) => title },
  {
    key: 'unit',
    title: t('calendar.moves.unit'),
    render: ({ unit }) => unit ?? t('calendar.moves.proposer'),
  },
  { key: 'duty', title: t('calendar.moves.duty'), tight: true, render: ({ duty }) => dutyText(duty) },
  { key: 'old', title: t('calendar.moves.old'), tight: true, render: ({ oldOn }) => oldOn ?? '—' },
  { key: 'new', title: t('calendar.moves.new'), tight: true, render: ({ newOn }) => newOn ?? '—' },
  { key: 'days', title: t('calendar.moves.days'), tight: true, render: ({ days }) => <Shift days={days} /> },
];

const MovesTable = ({ proposal }: { readonly proposal: Proposal }) => {
  const query = useInfiniteQuery(askPages(calendarMoves, { params: { proposalId: proposal.id } }));
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <DataTable<Move>
      caption={t('calendar.moves.title')}
      rows={rows}
      rowKey={({ n }) => n}
      columns={moveColumns()}
      foot={<LoadMore query={query} shown={rows.length} total={query.data?.pages[0]?.total ?? 0} />}
    />
  );
};

const Counting = ({ done, total }: Pick<Proposal, 'done' | 'total'>) => (
  <div role="status">
    {t('calendar.counting', { done: count(done), total: count(total) })}
    <Progress
      percent={total === 0 ? 0 : Math.round((done / total) * 100)}
      aria-label={t('calendar.moves.title')}
    />
  </div>
);

const Moves = ({ proposal }: { readonly proposal: Proposal }) => {
  const { state, movedMatters: matters, movedDuties: duties } = proposal;
  const some = matters + duties > 0;
  const listed = some && (state === 'counted' || state === 'applied');
  return (
    <Panel
      flush={listed}
      title={t('calendar.moves.title')}
      {...(listed
        ? { note: t('calendar.moves.count', { matters: count(matters), duties: count(duties) }) }
        : {})}
      actions={
        listed ? (
          <Button
            icon={<DownloadOutlined aria-hidden />}
            href={addressOf(exportCalendarMoves, { proposalId: proposal.id })}
            download
          >
            {t('calendar.moves.export')}
          </Button>
        ) : null
      }
    >
      {state === 'counting' ? <Counting {...proposal} /> : null}
      {state === 'failed' ? <Mark tone="warn">{t('calendar.failed')}</Mark> : null}
      {state === 'wrong' ? <Mark tone="wrong">{t('calendar.wrong')}</Mark> : null}
      {listed ? <MovesTable proposal={proposal} /> : null}
      {!some && (state === 'counted' || state === 'applied') ? t('calendar.moves.none') : null}
    </Panel>
  );
};

const ApplyDialog = ({
  proposal,
  onClose,
}: {
  readonly proposal: Proposal;
  readonly onClose: () => void;
}) => {
  const id = useId();
  const go = useGo();
  const { message } = App.useApp();
  const [note, setNote] = useState(changedText(String(proposal.year ?? 'regional')));
  const command = useCommand(applyCalendar, {
    onDone: ({ versionId }) => {
      void message.success(t('calendar.apply.done', { id: versionId }));
      go(paths.setup(proposal.year === null ? 'calendar' : `calendar?year=${proposal.year}`));
    },
  });
  return (
    <ConfirmDialog
      title={t('calendar.apply.confirm')}
      confirm={t('calendar.apply')}
      pending={command.pending}
      problem={command.problem}
      refusal={
        note.trim() === '' ? { code: 'field-empty', params: { field: t('calendar.apply.note') } } : null
      }
      onConfirm={() => void command.run({ params: { proposalId: proposal.id }, body: { note: note.trim() } })}
      onClose={onClose}
    >
      <p>
        {t('calendar.moves.count', {
          matters: count(proposal.movedMatters),
          duties: count(proposal.movedDuties),
        })}
      </p>
      <p>{t('calendar.apply.effect')}</p>
      <div className={setup.stack} style={{ gap: 4 }}>
        <label htmlFor={id}>{t('calendar.apply.note')}</label>
        <Input id={id} maxLength={200} value={note} onChange={({ target }) => setNote(target.value)} />
      </div>
    </ConfirmDialog>
  );
};

const Understood = ({ proposal }: { readonly proposal: Proposal }) => {
  const { days, changes, year } = proposal;
  const of = (kind: 'off' | 'work'): number => days.filter((day) => day.kind === kind).length;
  return (
    <Panel
      title={year === null ? t('calendar.proposal.days') : changedText(String(year))}
      note={t('calendar.proposal.days.count', { off: of('off'), work: of('work') })}
    >
      <div className={setup.stack}>
        <CalendarDays days={days} label={t('calendar.proposal.days')} />
        {proposal.state === 'applied' ? null : (
          <p className={setup.quiet}>{t('calendar.proposal.changes', { count: changes.length })}</p>
        )}
      </div>
    </Panel>
  );
};

const Body = ({ proposal }: { readonly proposal: Proposal }) => {
  const [asking, setAsking] = useState(false);
  const ofRules = proposal.preset !== null;
  const usable = proposal.state === 'counted' && !proposal.outdated && !ofRules;
  return (
    <>
      <PageHead
        title={t('calendar.proposal.title')}
        {...(proposal.origin === '' || ofRules ? {} : { note: proposal.origin })}
        crumb={<PageLink href={paths.setup('calendar')}>{t('calendar.proposal.back')}</PageLink>}
      >
        {usable ? (
          <Button type="primary" onClick={() => setAsking(true)}>
            {t('calendar.apply')}
          </Button>
        ) : null}
      </PageHead>
      {proposal.outdated ? <p className={setup.caution}>{t('calendar.outdated')}</p> : null}
      {proposal.versionId === null ? null : (
        <Mark tone="good">{t('calendar.applied', { id: proposal.versionId })}</Mark>
      )}
      {proposal.preset === null ? (
        <>
          <Issues issues={proposal.issues} />
          <Understood proposal={proposal} />
        </>
      ) : (
        <p className={setup.caution}>
          <strong>{t('calendar.proposal.preset', { name: pick(proposal.preset) })}</strong>
          <br />
          {t('calendar.proposal.preset.note')}
        </p>
      )}
      <Moves proposal={proposal} />
      {asking ? <ApplyDialog proposal={proposal} onClose={() => setAsking(false)} /> : null}
    </>
  );
};

/** A change of the calendar before it is used: what was understood, what contradicts itself, which dates move. */
export const CalendarProposalPage = ({ proposalId }: { readonly proposalId: number }) => {
  const query = useQuery({
    ...ask(getCalendarProposal, { params: { proposalId } }),
    refetchInterval: ({ state }) => (state.data?.state === 'counting' ? 1_000 : false),
  });
  return <QueryState query={query}>{(proposal) => <Body proposal={proposal} />}</QueryState>;
};
