import { me } from '#contract/account.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { ask } from '#web/shared/ask.ts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';

export type Me = ResponseOf<typeof me>;
export type Session = Extract<Me, { signedIn: true }>;

/** Who is asking, if anybody. Public: it never fails for lack of a sign-in. */
export const askMe = queryOptions({ ...ask(me), staleTime: 60_000 });
export const useMe = () => useQuery(askMe);

export const isProposer = (session: Pick<Session, 'roles'>): boolean =>
  session.roles.some(({ role }) => role === 'proposer');

/** Whether there is work for this person on the staff's pages too. */
export const isStaff = (session: Pick<Session, 'roles'>): boolean =>
  session.roles.some(({ role }) => role !== 'proposer');

/** Whether the sign-out was asked for on this page; a session that ends without it ended under the person's hands. */
export const leaving = { onPurpose: false };

const SessionContext = createContext<Session | null>(null);
export const SessionProvider = SessionContext.Provider;

/** The signed-in proposer. Only for pages inside, which are not shown without one. */
export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession stands outside the signed-in pages');
  return session;
};
