import type { signIn as signInEndpoint, signOut as signOutEndpoint } from '#contract/account.ts';
import type { Actor } from '#core/access.ts';
import { noFailures } from '#core/account/lock-out.ts';
import { isTemporaryPasswordDead } from '#core/account/session-rules.ts';
import type { Moment } from '#core/words.ts';
import { no } from '../platform/answer.ts';
import { record } from '../platform/commit.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Handler, Scene } from '../platform/http.ts';
import type { AccountDeps } from './account-deps.ts';
import {
  type Account,
  enterJurisdiction,
  type Jurisdiction,
  lockAccountByName,
  saveFailures,
} from './account.store.ts';
import {
  checkAccount,
  checkSource,
  countAccount,
  counted,
  countSource,
  holdUnknownName,
} from './count-failure.ts';
import { distrust, limitNow, recordAccount } from './own-session.ts';
import { verifyNobody, verifyPassword } from './password.ts';
import { spendCode } from './spend-code.ts';
import { endSessions, endSurplusSessions, findOpenSession, insertSession } from './session.store.ts';
import { hashToken, newToken, writeDotted } from './token.ts';

type SignInScene = Scene<typeof signInEndpoint>;
type Attempt = {
  readonly deps: AccountDeps;
  readonly scene: SignInScene;
  readonly jurisdiction: Jurisdiction;
};

const actorOf = (jurisdictionId: number, account: Pick<Account, 'personId' | 'name'> | null): Actor => ({
  jurisdictionId,
  personId: account?.personId ?? 0,
  name: account?.name ?? '',
  grants: [],
  via: 'session',
});

/** Who failed is not known: the entry stands in the chain of the person who was named, by nobody. */
const failKnown = async ({ scene, jurisdiction }: Attempt, account: Account, reason: 'password' | 'code') => {
  const locked = await countAccount(scene, jurisdiction.id, account);
  await countSource(scene, jurisdiction.id, scene.source.address);
  await recordAccount({ ...scene, actor: actorOf(jurisdiction.id, null) }, account.personId, 'signInFailed', {
    ...scene.source,
    reason,
    locked,
  });
  return counted(reason === 'code' ? 'code-wrong' : 'sign-in-failed');
};

const failUnknown = async ({ scene, jurisdiction }: Attempt) => {
  const held = await holdUnknownName(scene, jurisdiction.id, scene.body.username);
  if (held.refusal !== null) return held.refusal;
  await verifyNobody(scene.body.password);
  const locked = await held.count();
  await countSource(scene, jurisdiction.id, scene.source.address);
  // Not the name: people type their password into the wrong field.
  await record(scene.tx, actorOf(jurisdiction.id, null), scene.at, {
    stream: 'setup',
    command: 'signInFailed',
    matterId: null,
    data: { ...scene.source, reason: 'name', locked },
  });
  return counted('sign-in-failed');
};

const endCallers = async (
  deps: AccountDeps,
  scene: { readonly tx: Tx; readonly at: Moment; readonly actor: Actor },
  signInId: number,
): Promise<void> => {
  const { jurisdictionId, personId } = scene.actor;
  const session = await findOpenSession(scene.tx, jurisdictionId, signInId);
  if (session === null) return;
  distrust(deps, jurisdictionId, personId, scene.at);
  await endSessions(scene.tx, jurisdictionId, session.accountId, scene.at.instant, { only: signInId });
  await recordAccount(scene, personId, 'signOut', { signInId });
};

/** Whoever signs in anew leaves the session that he came with; its id is never taken over (ASVS 5.0.0 7.2.4). */
const endPresent = async ({ scene, deps, jurisdiction: { id: jurisdictionId } }: Attempt): Promise<void> => {
  const { caller, tx, at } = scene;
  if (caller.signInId === null || caller.actor.jurisdictionId !== jurisdictionId) return;
  await endCallers(deps, { tx, at, actor: caller.actor }, caller.signInId);
};

const begin = async (attempt: Attempt, account: Account, secondFactor: boolean) => {
  const { deps, scene, jurisdiction } = attempt;
  const { tx, at, source } = scene;
  await endPresent(attempt);
  const token = newToken();
  const signInId = await insertSession(tx, jurisdiction.id, {
    tokenHash: hashToken(token),
    accountId: account.id,
    personId: account.personId,
    at: at.instant,
    secondFactor,
    ...source,
  });
  const surplus = await endSurplusSessions(tx, jurisdiction.id, account.id, at.instant, deps.rules.parallel);
  if (surplus > 0) distrust(deps, jurisdiction.id, account.personId, at);
  const limit = limitNow(account, secondFactor, jurisdiction, Date.parse(at.instant));
  // Failures stay counted until the code is given, or a stolen password would clear the count between two guesses.
  if (limit !== 'secondFactor') await saveFailures(tx, jurisdiction.id, account.id, noFailures);
  await recordAccount({ tx, at, actor: actorOf(jurisdiction.id, account) }, account.personId, 'signIn', {
    ...source,
    signInId,
    secondFactor,
    surplus,
  });
  return { ok: true, body: { limit }, cookie: { value: writeDotted(jurisdiction.id, token) } } as const;
};

const signInKnown = async (attempt: Attempt, account: Account) => {
  const { deps, scene } = attempt;
  const locked = checkAccount(account, scene.at);
  if (locked !== null) return locked;
  const right = await verifyPassword(account.passwordHash, scene.body.password);
  if (!right || !account.active) return failKnown(attempt, account, 'password');
  const setAt = Date.parse(account.passwordSetAt);
  const now = Date.parse(scene.at.instant);
  if (isTemporaryPasswordDead({ mustChange: account.mustChange, setAt }, deps.rules, now))
    return no('temporary-password-dead');
  if (!account.enrolled || scene.body.code === undefined) return begin(attempt, account, false);
  const spent = await spendCode(deps, scene, attempt.jurisdiction.id, account, scene.body.code);
  return spent ? begin(attempt, account, true) : failKnown(attempt, account, 'code');
};

/**
 * Signs in by user name and password, with the code at once or after it (`giveSecondFactor`). Refusals:
 * `sign-in-failed` (the same for a wrong name, a wrong password and a disabled account), `code-wrong`,
 * `account-locked`, `source-locked`, `temporary-password-dead`.
 */
export const signIn =
  (deps: AccountDeps): Handler<typeof signInEndpoint> =>
  async (scene) => {
    const { jurisdiction: code, username } = scene.body;
    const by = code === undefined ? { id: scene.actor.jurisdictionId } : { code };
    const jurisdiction = await enterJurisdiction(scene.tx, by);
    if (jurisdiction === null) {
      await verifyNobody(scene.body.password);
      await countSource(scene, scene.actor.jurisdictionId, scene.source.address);
      return counted('sign-in-failed');
    }
    const refusal = await checkSource(scene, jurisdiction.id, scene.source.address);
    if (refusal !== null) return refusal;
    const account = await lockAccountByName(scene.tx, jurisdiction.id, username);
    const attempt = { deps, scene, jurisdiction };
    return account === null ? failUnknown(attempt) : signInKnown(attempt, account);
  };

/** Ends the caller's session, however incomplete; without one it only clears the cookie. */
export const signOut =
  (deps: AccountDeps): Handler<typeof signOutEndpoint> =>
  async (scene) => {
    if (scene.caller.signInId !== null) await endCallers(deps, scene, scene.caller.signInId);
    return { ok: true, body: undefined, cookie: { value: '', clear: true } };
  };
