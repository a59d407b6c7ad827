import { takeRuleset } from '#contract/setup.ts';
import { pick } from '#web/shared/language.ts';
import { Panel } from '#web/shared/ui/panel.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { App, Button } from 'antd';
import { useState } from 'react';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Mark } from './mark.tsx';
import { RecomputeState } from './recompute-state.tsx';
import styles from './setup.module.css';
import { t } from './setup-texts.ts';
import type { Overview } from './setup-types.ts';

type Preset = Overview['presets'][number];

const UseDialog = ({
  preset,
  now,
  onClose,
}: {
  readonly preset: Preset;
  readonly now: string;
  readonly onClose: () => void;
}) => {
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
      onConfirm={() => void command.run({ body: { preset: preset.id } })}
      onClose={onClose}
    >
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
  const [chosen, choose] = useState<Preset | null>(null);
  const { ruleset, presets } = overview;
  return (
    <Panel title={t('setup.rules.title')} note={pick(ruleset.name)}>
      <div className={styles.stack}>
        <div className={styles.caution}>
          <strong>{t('setup.rules.caution')}</strong>
          <p>{pick(ruleset.caution)}</p>
        </div>
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
                  onClick={() => choose(preset)}
                >
                  {t('setup.rules.use')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </div>
      {chosen === null ? null : (
        <UseDialog preset={chosen} now={pick(ruleset.name)} onClose={() => choose(null)} />
      )}
    </Panel>
  );
};
