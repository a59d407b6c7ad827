import { signOut } from '#contract/account.ts';
import { memberMessages } from '#contract/messages/member.ts';
import { ApiProblem } from '#web/shared/api.ts';
import { texts } from '#web/shared/language.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { settlePreferences } from '../preferences.ts';
import { readSession, rememberSession } from '../remembered-session.ts';
import { paths } from '../routes.ts';
import { isProposer, leaving, type Me, type Session, SessionProvider, useMe } from '../session.ts';
import { SignInPage } from '../sign-in/sign-in-page.tsx';
import { Button, OuterLink } from '../ui/button.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Answer } from '../ui/waiting.tsx';
import styles from './shell.module.css';

const t = texts(memberMessages);

/** Someone is signed in who neither made nor co-signed anything: his work is elsewhere. */
const NotHere = ({ session }: { readonly session: Session }) => {
  const leave = useCommand(signOut, { refreshes: ['me'] });
  return (
    <main className={styles.alone}>
      <PageTitle tab={t('notHere.title')}>{t('notHere.title')}</PageTitle>
      <p>{t('notHere.detail', { name: session.person.name })}</p>
      <OuterLink look="main" wide href={paths.office}>
        {t('app.office')}
      </OuterLink>
      <Button wide busy={leave.pending} onClick={() => void leave.run({ body: {} })}>
        {t('signIn.leave')}
      </Button>
    </main>
  );
};

let lastPerson: number | null = null;

/** What one person was shown is never shown to the next one on the same device. */
const forgetOthers = (client: QueryClient, personId: number): number => {
  if (lastPerson !== null && lastPerson !== personId)
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
  lastPerson = personId;
  return personId;
};

type ForPersonProps = { readonly session: Session; readonly children: ReactNode };

/** The pages of one person: begun anew for another, before anything of them is drawn. */
const ForPerson = ({ session, children }: ForPersonProps) => {
  const client = useQueryClient();
  useState(() => forgetOthers(client, session.person.id));
  return <SessionProvider value={session}>{children}</SessionProvider>;
};

const Inside = ({ me, children }: { readonly me: Me; readonly children: ReactNode }) => {
  const session = me.signedIn && me.limit === null ? me : null;
  const wasOutside = useRef(false);
  const [before, setBefore] = useState<Session | null>(null);
  if (session !== null && session !== before) setBefore(session);
  useEffect(() => {
    if (session !== null && wasOutside.current) settlePreferences(session);
    if (session !== null) leaving.onPurpose = false;
    wasOutside.current = session === null;
  }, [session]);
  if (session === null)
    return <SignInPage me={me} before={leaving.onPurpose ? null : (before?.username ?? null)} />;
  if (!isProposer(session)) return <NotHere session={session} />;
  return (
    <ForPerson key={session.person.id} session={session}>
      {children}
    </ForPerson>
  );
};

/**
 * Nobody passes without a complete session. The sign-in stands at the address that was asked for, so that signing in
 * leads there; a session that ends in the middle of something leads back to it. Without a connection the one who was
 * signed in here goes on with his drafts.
 */
export const Gate = ({ children }: { readonly children: ReactNode }) => {
  const query = useMe();
  const { data, error } = query;
  useEffect(() => {
    if (data !== undefined) rememberSession(data);
  }, [data]);
  const offline = data === undefined && error instanceof ApiProblem && error.problem.status === 0;
  const remembered = offline ? readSession() : null;
  return (
    <Answer whole query={remembered === null ? query : { ...query, data: remembered }}>
      {(me) => <Inside me={me}>{children}</Inside>}
    </Answer>
  );
};
