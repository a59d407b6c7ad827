import { deleteFeedLink } from './feed-link.store.ts';
import type {
  changePassword as changePasswordEndpoint,
  confirmIdentity as confirmIdentityEndpoint,
} from '#contract/account.ts';
import { noFailures } from '#core/account/lock-out.ts';
import { checkPassword, passwordProfiles } from '#core/account/password-policy.ts';
import { no } from '../platform/answer.ts';
import type { Handler } from '../platform/http.ts';
import type { AccountDeps } from './account-deps.ts';
import { findPasswordHistory, replacePassword, saveFailures } from './account.store.ts';
import { checkAccount, countAccount, counted } from './count-failure.ts';
import {
  loadOwn,
  type Own,
  type OwnScene,
  passwordContext,
  recordAccount,
  renewSession,
} from './own-session.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { endSessions } from './session.store.ts';

/** Null when it is the account's password; a wrong one is counted, also towards the lock-out at sign-in. */
const checkPresent = async (scene: OwnScene, own: Own, password: string, failure: string) => {
  const { account } = own;
  const { jurisdictionId } = scene.actor;
  const locked = checkAccount(account, scene.at);
  if (locked !== null) return locked;
  if (await verifyPassword(account.passwordHash, password)) {
    await saveFailures(scene.tx, jurisdictionId, account.id, noFailures);
    return null;
  }
  const lockedNow = await countAccount(scene, jurisdictionId, account);
  await recordAccount(scene, account.personId, failure, { locked: lockedNow });
  return counted('password-wrong');
};

const isOneOf = async (password: string, hashes: readonly string[]): Promise<boolean> => {
  for (const stored of hashes) if (await verifyPassword(stored, password)) return true;
  return false;
};

const checkNew = async (scene: OwnScene, own: Own, password: string) => {
  const { account, jurisdiction } = own;
  const profile = passwordProfiles[jurisdiction.profile];
  const refusal = checkPassword(
    password,
    profile,
    passwordContext(account.username, account.name, jurisdiction),
  );
  if (refusal !== null) return { ok: false, refusal } as const;
  const earlier = await findPasswordHistory(scene.tx, jurisdiction.id, account.id, profile.history);
  return (await isOneOf(password, [account.passwordHash, ...earlier]))
    ? no('password-used', { count: profile.history }, 'password')
    : null;
};

/**
 * Changes the caller's password and ends his other sessions. Refusals: `password-wrong` (counted),
 * `account-locked`, `password-used`, and those of the password policy.
 */
export const changePassword =
  (deps: AccountDeps): Handler<typeof changePasswordEndpoint> =>
  async (scene) => {
    const loaded = await loadOwn(scene, ['password', 'enrolment'], true);
    if (!loaded.ok) return loaded;
    const { account, session, jurisdiction } = loaded.own;
    const { tx, at, body } = scene;
    const wrong = await checkPresent(scene, loaded.own, body.current, 'changePasswordFailed');
    if (wrong !== null) return wrong;
    const unfit = await checkNew(scene, loaded.own, body.password);
    if (unfit !== null) return unfit;
    const hash = await hashPassword(body.password);
    await replacePassword(tx, jurisdiction.id, account, { hash, at: at.instant, mustChange: false });
    // Whoever changes his password because somebody knew it wants nothing left that was made with it.
    await deleteFeedLink(tx, jurisdiction.id, account.personId);
    const ended = await endSessions(tx, jurisdiction.id, account.id, at.instant, { except: session.id });
    await recordAccount(scene, account.personId, 'changePassword', { ended });
    const changed = { ...account, mustChange: false, passwordSetAt: at.instant };
    return renewSession(deps, scene, loaded.own, { secondFactor: session.secondFactor, account: changed });
  };

/** Notes that the caller has just proved who he is. Refusals: `password-wrong` (counted), `account-locked`. */
export const confirmIdentity =
  (deps: AccountDeps): Handler<typeof confirmIdentityEndpoint> =>
  async (scene) => {
    const loaded = await loadOwn(scene, ['enrolment'], true);
    if (!loaded.ok) return loaded;
    const { account, session } = loaded.own;
    const wrong = await checkPresent(scene, loaded.own, scene.body.password, 'confirmIdentityFailed');
    if (wrong !== null) return wrong;
    await recordAccount(scene, account.personId, 'confirmIdentity', { signInId: session.id });
    return renewSession(deps, scene, loaded.own, { secondFactor: session.secondFactor, account });
  };
