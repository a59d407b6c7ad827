import { endOtherSessions, endOwnSession, ownSessions } from '#contract/account.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { officeMessages } from '#contract/messages/office.ts';
import { ask } from '#web/shared/ask.ts';
import { moment } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { CommandButton } from '#web/shared/ui/command-button.tsx';
import { useProblemNotice } from '#web/shared/ui/problem-notice.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import { App, Tag } from 'antd';
import styles from './account.module.css';
import { deviceName } from '#web/shared/device-name.ts';

const t = texts(officeMessages);

type OwnSession = ResponseOf<typeof ownSessions>['items'][number];

const SessionRow = ({ session }: { readonly session: OwnSession }) => {
  const { message } = App.useApp();
  const end = useCommand(endOwnSession, {
    refreshes: ['ownSessions'],
    onDone: () => void message.success(t('settings.session.ended')),
    onRefused: useProblemNotice(),
  });
  const device = deviceName(session.agent);
  return (
    <li>
      <div>
        <strong>{device}</strong>{' '}
        {session.current ? <Tag color="blue">{t('settings.session.current')}</Tag> : null}
        <div className={styles.note}>
          {t('settings.session.since', { at: moment(session.startedAt) })} ·{' '}
          {t('settings.session.last', { at: moment(session.lastSeenAt) })} ·{' '}
          {t('settings.session.from', { address: session.address })}
        </div>
      </div>
      {session.current ? null : (
        <CommandButton command={end} given={() => ({ params: { sessionId: session.id }, body: {} })}>
          {t('settings.session.end')}
          <span className="visually-hidden">{t('settings.session.endOf', { device })}</span>
        </CommandButton>
      )}
    </li>
  );
};

/** Where one is signed in, with an end for each. */
export const OwnSessions = () => {
  const query = useQuery(ask(ownSessions));
  const { message } = App.useApp();
  const others = useCommand(endOtherSessions, {
    refreshes: ['ownSessions'],
    onDone: ({ ended }) => void message.success(t('settings.session.othersEnded', { count: ended })),
    onRefused: useProblemNotice(),
  });
  return (
    <QueryState query={query} lines={3}>
      {({ items }) => (
        <>
          <ul className={styles.sessions}>
            {items.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
          {items.length > 1 ? (
            <CommandButton danger command={others} given={() => ({ body: {} })}>
              {t('settings.session.endOthers')}
            </CommandButton>
          ) : null}
        </>
      )}
    </QueryState>
  );
};
