import { channelMessages, resendMessage } from '#contract/channel.ts';
import { ask } from '#web/shared/ask.ts';
import { moment } from '#web/shared/format.ts';
import { type Column, DataTable } from '#web/shared/ui/data-table.tsx';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { useProblemNotice } from '#web/shared/ui/problem-notice.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Mark } from './mark.tsx';
import styles from './setup.module.css';
import { t } from './setup-texts.ts';
import type { LetterRow } from './setup-types.ts';

const tones = { waiting: 'late', sent: 'good', dead: 'warn', dropped: 'off' } as const;

/** While a test is on its way the page looks again; otherwise it does not. */
const watchTests = (items: readonly LetterRow[] | undefined): number | false =>
  items?.some(({ test, state }) => test && state === 'waiting') === true ? 2_000 : false;

const Resend = ({ letter }: { readonly letter: LetterRow }) => {
  const { message } = App.useApp();
  const { run, pending } = useCommand(resendMessage, {
    refreshes: ['channels', 'channelMessages'],
    onDone: () => void message.success(t('letters.resent')),
    onRefused: useProblemNotice(),
  });
  return (
    <Button
      size="small"
      loading={pending}
      aria-label={t('letters.resendOf', { name: letter.person.name })}
      onClick={() => void run({ params: { messageId: letter.id }, body: {} })}
    >
      {t('letters.resend')}
    </Button>
  );
};

const columns: readonly Column<LetterRow>[] = [
  {
    key: 'person',
    title: t('letters.person'),
    names: true,
    render: ({ person }) => <span className={styles.strong}>{person.name}</span>,
  },
  { key: 'channel', title: t('letters.channel'), tight: true, render: ({ kind }) => t(`channel.${kind}`) },
  {
    key: 'notices',
    title: t('letters.notices'),
    tight: true,
    render: ({ test, notices }) => (test ? t('letters.test') : t('letters.count', { count: notices })),
  },
  {
    key: 'state',
    title: t('letters.state'),
    tight: true,
    render: ({ state }) => <Mark tone={tones[state]}>{t(`letters.state.${state}`)}</Mark>,
  },
  { key: 'reason', title: t('letters.reason'), minWidth: 120, render: ({ reason }) => reason ?? '—' },
  {
    key: 'at',
    title: t('letters.at'),
    tight: true,
    render: ({ endedAt, madeAt }) => moment(endedAt ?? madeAt),
  },
  {
    key: 'steps',
    title: t('setup.unit.column.actions'),
    render: (letter) => (letter.state === 'dead' ? <Resend letter={letter} /> : '—'),
  },
];

/** What was given up, with the reason and a way to send it again; and the tests of the last day. */
export const LettersPanel = () => {
  const query = useQuery({
    ...ask(channelMessages),
    refetchInterval: ({ state }) => watchTests(state.data?.items),
  });
  return (
    <QueryState query={query}>
      {({ items }) => (
        <Panel title={t('letters.title')} flush>
          {items.length === 0 ? (
            <EmptyState title={t('letters.none')} />
          ) : (
            <DataTable<LetterRow>
              caption={t('letters.caption')}
              columns={columns}
              rows={items}
              rowKey={({ id }) => id}
            />
          )}
        </Panel>
      )}
    </QueryState>
  );
};
