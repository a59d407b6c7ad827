import { setupMessages } from '#contract/messages/setup.ts';
import { pick } from '#web/shared/language.ts';
import { DataTable } from '#web/shared/ui/data-table.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { Mark } from './mark.tsx';
import { t } from './setup-texts.ts';
import type { Overview } from './setup-types.ts';

type SourceOfRule = Overview['ruleset']['sources'][number];

/** `deadlines[3].source` → "期限 4"; a rule that this page has no word for shows its place in the ruleset. */
const ruleName = (at: string): string => {
  const [, head = at, index] = /^(\w+)(?:\[(\d+)\])?/.exec(at) ?? [];
  const key = `setup.rules.at.${head}`;
  return key in setupMessages ? t(key as keyof typeof setupMessages, { n: Number(index ?? 0) + 1 }) : at;
};

/** Every rule in use with its source, and whether anybody has compared it with the official text. */
export const SourcesPanel = ({ sources }: { readonly sources: readonly SourceOfRule[] }) => {
  const verified = sources.filter((source) => source.verified).length;
  return (
    <Panel
      flush
      title={t('setup.rules.sources')}
      note={t('setup.rules.sources.note', { total: sources.length, verified })}
    >
      <div style={{ marginTop: 12 }}>
        <DataTable<SourceOfRule>
          caption={t('setup.rules.sources')}
          rows={sources}
          rowKey={({ at }) => at}
          columns={[
            {
              key: 'what',
              title: t('setup.rules.source.what'),
              names: true,
              tight: true,
              render: ({ at }) => ruleName(at),
            },
            { key: 'cite', title: t('setup.rules.source.cite'), render: pick },
            {
              key: 'check',
              title: t('setup.rules.source.check'),
              tight: true,
              render: (source) =>
                source.verified ? (
                  <Mark tone="good">{t('setup.rules.verified')}</Mark>
                ) : (
                  <Mark tone="warn">{t('setup.rules.unverified')}</Mark>
                ),
            },
          ]}
        />
      </div>
    </Panel>
  );
};
