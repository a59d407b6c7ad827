import { me } from '#contract/account.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { ask } from '#web/shared/ask.ts';

export type Me = ResponseOf<typeof me>;
export type Session = Extract<Me, { signedIn: true }>;
export type HeldRole = Session['roles'][number];
export type RoleName = HeldRole['role'];

/** Who is asking, if anybody. Public: it never fails for lack of a sign-in. */
export const askMe = queryOptions({ ...ask(me), staleTime: 60_000 });
export const useMe = () => useQuery(askMe);

const SessionContext = createContext<Session | null>(null);
export const SessionProvider = SessionContext.Provider;

/** The signed-in person. Only for pages inside the frame, which shows nothing without one. */
export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession stands outside the frame');
  return session;
};

export const holdsAny = (session: Pick<Session, 'roles'>, wanted: readonly RoleName[]): boolean =>
  session.roles.some(({ role }) => wanted.includes(role));

/** People who only propose have pages of their own, made for the phone. */
export const isOnlyProposer = (session: Pick<Session, 'roles'>): boolean =>
  session.roles.length > 0 && session.roles.every(({ role }) => role === 'proposer');
