import type { ResponseOf } from '#contract/endpoint.ts';
import { getRulesetProposal, proposeRuleset, takeRuleset } from '#contract/ruleset.ts';
import { ask } from '#web/shared/ask.ts';
import { count } from '#web/shared/format.ts';
import { pick } from '#web/shared/language.ts';
import { Panel } from '#web/shared/ui/panel.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Progress } from 'antd';
import { useState } from 'react';
import { paths } from '../paths.ts';
import { dutyText, t as calendarText } from './calendar-texts.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Mark } from './mark.tsx';
import { RecomputeState } from './recompute-state.tsx';
import styles from './setup.module.css';
import { t } from './setup-texts.ts';
import type { Overview } from './setup-types.ts';

type Preset = Overview['presets'][number];

type Proposal = ResponseOf<typeof getRulesetProposal>;

/** What the rules would move, in counts; the list with its matters is opened by the supervising office. */
const Moves = ({ proposal }: { readonly proposal: Proposal }) => {
  const { state, done, total, duties, movedMatters, movedDuties } = proposal;
  if (state === 'failed') return <Mark tone="warn">{calendarText('calendar.failed')}</Mark>;
  if (state === 'counting')
    return (
      <div role="status">
        {calendarText('calendar.counting', { done: count(done), total: count(total) })}
        <Progress
          percent={total === 0 ? 0 : Math.round((done / total) * 100)}
          aria-label={t('setup.rules.moves')}
        />
      </div>
    );
  if (duties.length === 0) return <p>{t('setup.rules.moves.none')}</p>;
  return (
    <section className={styles.caution} aria-label={t('setup.rules.moves')}>
      <strong>
        {calendarText('calendar.moves.count', { matters: count(movedMatters), duties: count(movedDuties) })}
      </strong>
      <ul className={styles.bullets}>
        {duties.map(({ duty, sooner, later, other }) => (
          <li key={duty}>{t('setup.rules.moves.duty', { duty: dutyText(duty), sooner, later, other })}</li>
        ))}
      </ul>
      <p>
        {t('setup.rules.moves.list')} <code>{paths.setup(`calendar/${proposal.id}`)}</code>
      </p>
    </section>
  );
};

const UseDialog = ({
  preset,
  now,
  proposed,
  onClose,
}: {
  readonly preset: Preset;
  readonly now: string;
  readonly proposed: Proposal;
  readonly onClose: () => void;
}) => {
  const query = useQuery({
    ...ask(getRulesetProposal, { params: { proposalId: proposed.id } }),
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.state === 'counting' ? 1_000 : false,
  });
  const proposal = query.data ?? proposed;
  const { message } = App.useApp();
  const name = pick(preset.name);
  const command = useCommand(takeRuleset, {
    onDone: () => {
      void message.success(t('setup.rules.used', { name }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t('setup.rules.confirm.title', { name })}
      confirm={t('setup.rules.use')}
      pending={command.pending}
      problem={command.problem}
      refusal={proposal.state === 'counted' ? null : { code: 'calendar-not-counted', params: {} }}
      onConfirm={() => void command.run({ body: { proposalId: proposed.id } })}
      onClose={onClose}
    >
      <Moves proposal={proposal} />
      <p>{t('setup.rules.confirm.from', { name: now })}</p>
      <ul className={styles.bullets}>
        {(['now', 'underway', 'rehearse', 'kept', 'journal'] as const).map((effect) => (
          <li key={effect}>{t(`setup.rules.confirm.${effect}`)}</li>
        ))}
      </ul>
    </ConfirmDialog>
  );
};

/** The ruleset in use with what must be known before trusting it, and the presets to take instead. */
export const RulesetPanel = ({ overview }: { readonly overview: Overview }) => {
  const [chosen, choose] = useState<{ readonly preset: Preset; readonly proposed: Proposal } | null>(null);
  const propose = useCommand(proposeRuleset, { refreshes: [] });
  const look = async (preset: Preset): Promise<void> => {
    const outcome = await propose.run({ body: { preset: preset.id } });
    if (outcome.ok) choose({ preset, proposed: outcome.value });
  };
  const { ruleset, presets } = overview;
  return (
    <Panel title={t('setup.rules.title')} note={pick(ruleset.name)}>
      <div className={styles.stack}>
        <div className={styles.caution}>
          <strong>{t('setup.rules.caution')}</strong>
          <p>{pick(ruleset.caution)}</p>
        </div>
        <ProblemAlert problem={propose.problem} />
        <RecomputeState recompute={overview.recompute} />
        <ul className={styles.presets} aria-label={t('setup.rules.presets')}>
          {presets.map((preset) => (
            <li key={preset.id} data-used={preset.id === ruleset.preset}>
              <span>{pick(preset.name)}</span>
              {preset.id === ruleset.preset ? (
                <Mark tone="good">{t('setup.rules.inUse')}</Mark>
              ) : (
                <Button
                  aria-label={t('setup.rules.useOf', { name: pick(preset.name) })}
                  disabled={propose.pending}
                  onClick={() => void look(preset)}
                >
                  {t('setup.rules.use')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </div>
      {chosen === null ? null : (
        <UseDialog {...chosen} now={pick(ruleset.name)} onClose={() => choose(null)} />
      )}
    </Panel>
  );
};
