import { me } from '#contract/account.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { ask } from '#web/shared/ask.ts';

export type Me = ResponseOf<typeof me>;
type SignedIn = Extract<Me, { signedIn: true }>;
/**
 * `acting`: one stands in for someone who is away. `person` and `roles` are then that person's; `self` is who really
 * acts.
 */
export type Session = SignedIn & {
  readonly acting?: { readonly self: SignedIn['person']; readonly until: string };
};
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

/** The session in the place of whom the tab acts for; null: one does not stand in for that person (any more). */
export const inPlaceOf = (session: Session, absentId: number): Session | null => {
  const cover = session.covers.find(({ person }) => person.id === absentId);
  if (cover === undefined) return null;
  const { person, roles, until } = cover;
  return { ...session, person, roles, acting: { self: session.person, until } };
};

/** People who only propose have pages of their own, made for the phone. */
export const isOnlyProposer = (session: Pick<Session, 'roles'>): boolean =>
  session.roles.length > 0 && session.roles.every(({ role }) => role === 'proposer');
