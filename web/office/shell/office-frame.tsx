import { signOut } from '#contract/account.ts';
import { acting } from '#web/shared/acting.ts';
import { call } from '#web/shared/api.ts';
import { ErrorState } from '#web/shared/ui/error-state.tsx';
import { useLanguage } from '#web/shared/use-appearance.ts';
import { useQueryClient } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { paths } from '../paths.ts';
import { watchIdle } from './idle-watch.ts';
import { LoadingPage } from './loading-page.tsx';
import { useGo } from './page-link.tsx';
import { actFor } from './act-for.ts';
import {
  askMe,
  inPlaceOf,
  isOnlyProposer,
  type Me,
  type Session,
  SessionProvider,
  useMe,
} from './session.ts';
import { isForMembers } from './nav.tsx';
import { sessionEnd } from './session-end.ts';
import { SessionOverlay } from './session-overlay.tsx';
import { Shell } from './shell.tsx';

const complete = (me: Me | undefined): Session | null =>
  me?.signedIn === true && me.limit === null ? me : null;

const ToSignIn = () => {
  const go = useGo();
  useEffect(() => {
    const { pathname, search } = window.location;
    go(paths.signIn(`${pathname}${search}`), { replace: true });
  }, [go]);
  return null;
};

/** Signs out when nobody touched the pages for as long as the session's rules allow. */
const useIdleSignOut = (minutes: number | undefined, ended: boolean): void => {
  const client = useQueryClient();
  useEffect(() => {
    if (minutes === undefined || ended) return undefined;
    return watchIdle(minutes, () => {
      call(signOut, { body: {} })
        .catch(() => undefined)
        .finally(() => {
          sessionEnd.report();
          void client.resetQueries({ queryKey: askMe.queryKey });
        });
    });
  }, [minutes, ended, client]);
};

/** Everything inside: nobody passes without a complete session; one that ends leaves the page where it is. */
export const OfficeFrame = () => {
  useLanguage();
  const query = useMe();
  const ended = useSyncExternalStore(sessionEnd.subscribe, sessionEnd.now);
  const now = complete(query.data);
  const [kept, keep] = useState<Session | null>(null);
  if (now !== null && now !== kept && !ended) keep(now);
  useIdleSignOut(kept?.idleMinutes, ended);
  const session = kept ?? now;
  if (session === null) {
    if (query.data !== undefined) return <ToSignIn />;
    return (
      <main>
        {query.error === null ? (
          <LoadingPage />
        ) : (
          <ErrorState fault={query.error} onRetry={() => void query.refetch()} />
        )}
      </main>
    );
  }
  if (isOnlyProposer(session) && !isForMembers(session, window.location.pathname)) {
    window.location.replace(paths.member());
    return null;
  }
  const absentId = acting.for();
  const shown = absentId === null ? session : inPlaceOf(session, absentId);
  if (shown === null) {
    // It has run out, or was ended: back to oneself.
    actFor(null);
    return null;
  }
  return (
    <SessionProvider value={shown}>
      <Shell>
        <Suspense fallback={<LoadingPage />}>
          <Outlet />
        </Suspense>
      </Shell>
      {ended || now === null ? <SessionOverlay before={session} /> : null}
    </SessionProvider>
  );
};
