import { endOtherSessions, endOwnSession, ownSessions } from '#contract/account.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { memberMessages } from '#contract/messages/member.ts';
import { ask } from '#web/shared/ask.ts';
import { moment } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { ProblemBox } from '../ui/trouble.tsx';
import { Answer } from '../ui/waiting.tsx';
import { deviceName } from '#web/shared/device-name.ts';
import styles from './settings.module.css';

const t = texts(memberMessages);

type OwnSession = ResponseOf<typeof ownSessions>['items'][number];

const Row = ({ session }: { readonly session: OwnSession }) => {
  const end = useCommand(endOwnSession, {
    refreshes: ['ownSessions'],
    onDone: () => announce(t('settings.session.ended', { count: 1 })),
  });
  const device = deviceName(session.agent);
  return (
    <li>
      <p>
        <strong>{device}</strong>
        {session.current ? ` (${t('settings.session.here')})` : ''}
        <br />
        <small className={styles.note}>
          {t('settings.session.last', { at: moment(session.lastSeenAt) })} · {session.address}
        </small>
      </p>
      <ProblemBox problem={end.problem} />
      {session.current ? null : (
        <Button
          busy={end.pending}
          aria-label={t('settings.session.endOf', { device })}
          onClick={() => void end.run({ params: { sessionId: session.id }, body: {} })}
        >
          {t('settings.session.end')}
        </Button>
      )}
    </li>
  );
};

/** Where one is signed in, with an end for each. */
export const Sessions = () => {
  const query = useQuery(ask(ownSessions));
  const others = useCommand(endOtherSessions, {
    refreshes: ['ownSessions'],
    onDone: ({ ended }) => announce(t('settings.session.ended', { count: ended })),
  });
  return (
    <Answer query={query}>
      {({ items }) => (
        <>
          <p>{t('settings.sessions.lead')}</p>
          <ul className={styles.sessions}>
            {items.map((session) => (
              <Row key={session.id} session={session} />
            ))}
          </ul>
          <ProblemBox problem={others.problem} />
          {items.length > 1 ? (
            <Button look="danger" busy={others.pending} onClick={() => void others.run({ body: {} })}>
              {t('settings.session.endOthers')}
            </Button>
          ) : null}
        </>
      )}
    </Answer>
  );
};
