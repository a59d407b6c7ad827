/** Finds out who is calling, for every request: by the session's cookie or by an API token. */
import type { Actor } from '#core/access.ts';
import { passwordProfiles } from '#core/account/password-policy.ts';
import { isRotationDue, isSessionOver, type Limit, limitOf } from '#core/account/session-rules.ts';
import type { Moment } from '#core/words.ts';
import type { Authenticate, Caller } from '../platform/http.ts';
import type { AccountDeps } from './account-deps.ts';
import { touchApiToken } from './api-token.store.ts';
import { findApiToken, findSession, type FoundSession } from './caller.views.ts';
import { touchSession } from './session.store.ts';
import { type Presented, readApiToken, readDotted } from './token.ts';

/** `limit` is not null while the sign-in is incomplete; the actor then holds no role. */
export type AccountCaller = Caller & { readonly limit: Limit | null };

export type LoadedCaller = {
  readonly personKey: string;
  readonly caller: AccountCaller;
  /** What ends the session or token; -1 and Infinity where it does not apply. */
  readonly startedAt: number;
  readonly lastSeenAt: number;
  readonly expiresAt: number;
  readonly rowId: number;
};

/** The key under which a person's callers are distrusted after a change. */
export const personKey = (jurisdictionId: number, personId: number): string =>
  `${jurisdictionId}/${personId}`;

/** The stored time of last use is written no more often than this. */
const touchEvery = 60_000;

const sessionCaller = (jurisdictionId: number, found: FoundSession, now: number): AccountCaller => {
  const limit = limitOf({
    enrolled: found.enrolled,
    secondFactor: found.secondFactor,
    passwordDue: found.mustChange || isRotationDue(passwordProfiles[found.profile], found.passwordSetAt, now),
    roles: found.grants.map((grant) => grant.role),
  });
  const { personId, name } = found;
  const grants = limit === null ? found.grants : [];
  return {
    actor: { jurisdictionId, personId, name, grants, via: 'session' },
    signInId: found.signInId,
    secondFactor: found.secondFactor,
    limit,
  };
};

const loadSession = async (
  deps: AccountDeps,
  given: Presented,
  now: number,
): Promise<LoadedCaller | null> => {
  const { jurisdictionId } = given;
  const found = await deps.db.read(jurisdictionId, (tx) => findSession(tx, jurisdictionId, given.hash));
  if (found === null) return null;
  return {
    personKey: personKey(jurisdictionId, found.personId),
    caller: sessionCaller(jurisdictionId, found, now),
    startedAt: found.startedAt,
    lastSeenAt: found.lastSeenAt,
    expiresAt: Number.POSITIVE_INFINITY,
    rowId: found.signInId,
  };
};

const loadApiToken = async (deps: AccountDeps, given: Presented): Promise<LoadedCaller | null> => {
  const { jurisdictionId } = given;
  const found = await deps.db.read(jurisdictionId, (tx) => findApiToken(tx, jurisdictionId, given.hash));
  if (found === null) return null;
  const { personId, name, grants, scopes } = found;
  const actor: Actor = { jurisdictionId, personId, name, grants, via: 'token', scopes };
  return {
    personKey: personKey(jurisdictionId, personId),
    caller: { actor, signInId: null, secondFactor: false, limit: null },
    startedAt: -1,
    lastSeenAt: found.lastUsedAt,
    expiresAt: found.expiresAt,
    rowId: found.tokenId,
  };
};

const isOver = (deps: AccountDeps, loaded: LoadedCaller, lastSeenAt: number, now: number): boolean =>
  loaded.caller.actor.via === 'token'
    ? now >= loaded.expiresAt
    : isSessionOver({ startedAt: loaded.startedAt, lastSeenAt }, deps.rules, now);

type Found = { readonly key: string; readonly jurisdictionId: number; readonly loaded: LoadedCaller };

/** Notes the use; in the database at most once a minute. */
const noteUse = async (
  deps: AccountDeps,
  { key, jurisdictionId, loaded }: Found,
  at: Moment,
): Promise<void> => {
  const now = Date.parse(at.instant);
  const wroteAt = Math.max(loaded.lastSeenAt, deps.callers.useOf(key).wroteAt);
  const due = now - wroteAt >= touchEvery;
  deps.callers.noteUse(key, { seenAt: now, wroteAt: due ? now : wroteAt });
  if (!due) return;
  const store = loaded.caller.actor.via === 'token' ? touchApiToken : touchSession;
  await deps.db.write(jurisdictionId, async (tx) => {
    await store(tx, jurisdictionId, loaded.rowId, at.instant);
    return { keep: true, value: undefined };
  });
};

/**
 * `Authenticate` of server/platform/http.ts. Null: no such session or token, ended, timed out, or its person or
 * account is no longer in use. A token in the header goes before a cookie.
 */
export const authenticator =
  (deps: AccountDeps): Authenticate =>
  async ({ cookie, bearer }, at) => {
    const now = Date.parse(at.instant);
    const given = bearer === undefined ? readDotted(cookie ?? '') : readApiToken(bearer);
    if (given === null) return null;
    const { jurisdictionId, hash } = given;
    const key = `${bearer === undefined ? 'session' : 'token'}/${jurisdictionId}/${hash}`;
    const cached = deps.callers.find(key, now);
    const load = bearer === undefined ? loadSession : loadApiToken;
    const loaded = cached ?? (await load(deps, given, now));
    if (loaded === null) return null;
    // The use that this process saw is newer than the one stored, so that the idle limit stays exact.
    if (isOver(deps, loaded, Math.max(loaded.lastSeenAt, deps.callers.useOf(key).seenAt), now)) return null;
    if (cached === undefined) deps.callers.keep(key, loaded, now);
    await noteUse(deps, { key, jurisdictionId, loaded }, at);
    return loaded.caller;
  };
