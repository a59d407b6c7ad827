/** The caller's own account and session, as every endpoint about himself needs them. */
import type { Actor } from '#core/access.ts';
import { type PasswordContext, passwordProfiles } from '#core/account/password-policy.ts';
import { isRotationDue, type Limit, limitOf } from '#core/account/session-rules.ts';
import type { Moment } from '#core/words.ts';
import { no } from '../platform/answer.ts';
import { record } from '../platform/commit.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Caller } from '../platform/http.ts';
import type { AnyRefusal } from '../platform/problem.ts';
import type { AccountDeps } from './account-deps.ts';
import {
  type Account,
  findAccount,
  getJurisdiction,
  type Jurisdiction,
  lockAccount,
} from './account.store.ts';
import { personKey } from './authenticator.ts';
import { findOpenSession, replaceSessionToken, type Session } from './session.store.ts';
import { hashToken, newToken, writeDotted } from './token.ts';

export type Own = {
  readonly account: Account;
  readonly session: Session;
  readonly jurisdiction: Jurisdiction;
  readonly limit: Limit | null;
};

export type OwnScene = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly caller: Caller;
  readonly at: Moment;
};

type State = Pick<Account, 'enrolled' | 'mustChange' | 'passwordSetAt' | 'roles'>;

export const limitNow = (
  state: State,
  secondFactor: boolean,
  jurisdiction: Jurisdiction,
  now: number,
): Limit | null =>
  limitOf({
    enrolled: state.enrolled,
    secondFactor,
    passwordDue:
      state.mustChange ||
      isRotationDue(passwordProfiles[jurisdiction.profile], Date.parse(state.passwordSetAt), now),
    roles: state.roles,
  });

/** What somebody would try first for this account. */
export const passwordContext = (
  username: string,
  name: string,
  jurisdiction: Jurisdiction,
): PasswordContext => ({
  username,
  words: [name, jurisdiction.name, jurisdiction.nameEn, jurisdiction.code],
});

/**
 * Loads the caller's account and session. `permitted`: the incomplete sessions that may go on all the same; others
 * are refused with `session-limited`. `hold`: keeps the account until the transaction ends (not in reads).
 */
export const loadOwn = async (
  scene: OwnScene,
  permitted: readonly Limit[],
  hold: boolean,
): Promise<
  { readonly ok: true; readonly own: Own } | { readonly ok: false; readonly refusal: AnyRefusal }
> => {
  const { tx, actor, caller } = scene;
  const session =
    caller.signInId === null ? null : await findOpenSession(tx, actor.jurisdictionId, caller.signInId);
  if (session === null) return no('sign-in-required');
  const load = hold ? lockAccount : findAccount;
  const account = await load(tx, actor.jurisdictionId, session.accountId);
  if (account === null || !account.active) return no('sign-in-required');
  const jurisdiction = await getJurisdiction(tx, actor.jurisdictionId);
  const limit = limitNow(account, session.secondFactor, jurisdiction, Date.parse(scene.at.instant));
  if (limit !== null && !permitted.includes(limit)) return no('session-limited', { need: limit });
  return { ok: true, own: { account, session, jurisdiction, limit } };
};

/** From here on, requests of this person are looked up anew: something about his account changes. */
export const distrust = (deps: AccountDeps, jurisdictionId: number, personId: number, at: Moment): void =>
  deps.callers.distrust(personKey(jurisdictionId, personId), Date.parse(at.instant));

/** One security event in the chain of the person it is about. Never with a password, code, token or secret. */
export const recordAccount = (
  scene: { readonly tx: Tx; readonly actor: Actor; readonly at: Moment },
  personId: number,
  command: string,
  data: Readonly<Record<string, unknown>> = {},
): Promise<number> =>
  record(scene.tx, scene.actor, scene.at, { stream: `person:${personId}`, command, matterId: null, data });

/** Gives the caller's session a new id after a privilege change (ASVS 5.0.0 7.2.4); the answer carries its cookie. */
export const renewSession = async (
  deps: AccountDeps,
  scene: OwnScene,
  own: Own,
  after: { readonly secondFactor: boolean; readonly account: State },
) => {
  const { jurisdictionId } = scene.actor;
  const token = newToken();
  await replaceSessionToken(scene.tx, jurisdictionId, own.session.id, {
    tokenHash: hashToken(token),
    secondFactor: after.secondFactor,
    confirmedAt: scene.at.instant,
    lastSeenAt: scene.at.instant,
  });
  distrust(deps, jurisdictionId, own.account.personId, scene.at);
  const limit = limitNow(after.account, after.secondFactor, own.jurisdiction, Date.parse(scene.at.instant));
  return { ok: true, body: { limit }, cookie: { value: writeDotted(jurisdictionId, token) } } as const;
};
