import { channels } from '#contract/channel.ts';
import { ask } from '#web/shared/ask.ts';
import { moment } from '#web/shared/format.ts';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { ChannelDialog } from './channel-dialog.tsx';
import { ChannelTestDialog } from './channel-test-dialog.tsx';
import { LettersPanel } from './letters-panel.tsx';
import { Mark } from './mark.tsx';
import styles from './setup.module.css';
import { t } from './setup-texts.ts';
import type { ChannelRow } from './setup-types.ts';

const StateMark = ({ channel }: { readonly channel: ChannelRow }) => {
  if (!channel.enabled) return <Mark tone="off">{t('channel.state.off')}</Mark>;
  if (channel.circuit === 'working') return <Mark tone="good">{t('channel.state.on')}</Mark>;
  return (
    <Mark tone={channel.circuit === 'closed' ? 'late' : 'warn'}>
      {t(`channel.circuit.${channel.circuit}`, {
        at: channel.closedUntil === null ? '' : moment(channel.closedUntil),
      })}
    </Mark>
  );
};

const Facts = ({ channel }: { readonly channel: ChannelRow }) => {
  const { fault, waiting, dead, workedAt } = channel;
  const facts = [
    ...(fault === null ? [] : [t('channel.fault', { reason: fault })]),
    ...(waiting === 0 ? [] : [t('channel.waiting', { count: waiting })]),
    ...(dead === 0 ? [] : [t('channel.dead', { count: dead })]),
    ...(workedAt === null ? [] : [t('channel.workedAt', { at: moment(workedAt) })]),
  ];
  return facts.length === 0 ? null : <p className={styles.quiet}>{facts.join(' · ')}</p>;
};

type RowProps = {
  readonly channel: ChannelRow;
  readonly onEdit: () => void;
  readonly onTest: () => void;
};

const Row = ({ channel, onEdit, onTest }: RowProps) => {
  const name = t(`channel.${channel.kind}`);
  return (
    <li className={styles.row}>
      <div className={styles.stack}>
        <h3>
          {name} <StateMark channel={channel} />
        </h3>
        <p>{t(`channel.${channel.kind}.what`)}</p>
        <Facts channel={channel} />
      </div>
      <div className={styles.actions}>
        {channel.enabled ? (
          <Button aria-label={t('channel.testOf', { name })} onClick={onTest}>
            {t('channel.test')}
          </Button>
        ) : null}
        <Button aria-label={t('channel.editOf', { name })} onClick={onEdit}>
          {t('channel.edit')}
        </Button>
      </div>
    </li>
  );
};

/** 消息渠道: by what notices leave the app, how each is, and what could not be delivered. */
export const ChannelsPart = () => {
  const query = useQuery(ask(channels));
  const [editing, edit] = useState<ChannelRow | null>(null);
  const [testing, test] = useState<ChannelRow | null>(null);
  return (
    <>
      <p className={styles.lead}>{t('channel.lead')}</p>
      <QueryState query={query}>
        {({ linked, items }) => (
          <>
            {linked ? null : <p className={styles.caution}>{t('channel.unlinked')}</p>}
            <Panel>
              <ul className={styles.channels}>
                {items.map((channel) => (
                  <Row
                    key={channel.kind}
                    channel={channel}
                    onEdit={() => edit(channel)}
                    onTest={() => test(channel)}
                  />
                ))}
              </ul>
            </Panel>
            <LettersPanel />
          </>
        )}
      </QueryState>
      {editing === null ? null : <ChannelDialog channel={editing} onClose={() => edit(null)} />}
      {testing === null ? null : <ChannelTestDialog channel={testing} onClose={() => test(null)} />}
    </>
  );
};
