/** What the system administrator does with other people's accounts. */
import { deleteFeedLink } from './feed-link.store.ts';
import type {
  createAccount as createAccountEndpoint,
  disableAccount as disableAccountEndpoint,
  enableAccount as enableAccountEndpoint,
  endSessionsOf as endSessionsOfEndpoint,
  resetPassword as resetPasswordEndpoint,
  resetTotp as resetTotpEndpoint,
  unlockAccount as unlockAccountEndpoint,
} from '#contract/accounts.ts';
import { noFailures } from '#core/account/lock-out.ts';
import { passwordProfiles } from '#core/account/password-policy.ts';
import { isConfirmed } from '#core/account/session-rules.ts';
import { checkUsername } from '#core/account/username.ts';
import { no } from '../platform/answer.ts';
import type { Handler } from '../platform/http.ts';
import type { AccountDeps } from './account-deps.ts';
import {
  type Account,
  findPerson,
  getJurisdiction,
  insertAccount,
  type Jurisdiction,
  lockAccount,
  lockAdministrators,
  replacePassword,
  saveFailures,
  updateAccount,
} from './account.store.ts';
import { distrust, loadOwn, type OwnScene, passwordContext, recordAccount } from './own-session.ts';
import { hashPassword, temporaryPassword } from './password.ts';
import { endSessions } from './session.store.ts';

const done = { ok: true, body: undefined } as const;

/** Refuses unless the person has given his password or code a short while ago (ASVS 5.0.0 7.5.1). */
export const checkConfirmed = async (deps: AccountDeps, scene: OwnScene) => {
  const loaded = await loadOwn(scene, [], false);
  if (!loaded.ok) return loaded;
  const { confirmedAt } = loaded.own.session;
  return isConfirmed(confirmedAt, deps.rules, Date.parse(scene.at.instant)) ? null : no('confirm-first');
};

const makeTemporary = async (username: string, name: string, jurisdiction: Jurisdiction) => {
  const profile = passwordProfiles[jurisdiction.profile];
  const password = temporaryPassword(profile, passwordContext(username, name, jurisdiction));
  return { password, hash: await hashPassword(password) };
};

/** Refusals: `confirm-first`, `username-invalid`, `not-found`, `person-closed`, `account-exists`, `name-taken`. */
export const createAccount =
  (deps: AccountDeps): Handler<typeof createAccountEndpoint> =>
  async (scene) => {
    const { tx, at, actor, body } = scene;
    const unconfirmed = await checkConfirmed(deps, scene);
    if (unconfirmed !== null) return unconfirmed;
    const invalid = checkUsername(body.username);
    if (invalid !== null) return { ok: false, refusal: invalid };
    const person = await findPerson(tx, actor.jurisdictionId, body.personId);
    if (person === undefined) return no('not-found');
    if (person.state !== 'active') return no('person-closed');
    const jurisdiction = await getJurisdiction(tx, actor.jurisdictionId);
    const { password, hash } = await makeTemporary(body.username, person.name, jurisdiction);
    const made = await insertAccount(tx, {
      jurisdictionId: actor.jurisdictionId,
      personId: body.personId,
      username: body.username,
      passwordHash: hash,
      at: at.instant,
      mustChange: true,
    });
    if (!made.ok) return made;
    const { accountId } = made;
    await recordAccount(scene, body.personId, 'createAccount', { accountId, username: body.username });
    return { ok: true, body: { accountId, username: body.username, temporaryPassword: password } };
  };

type TargetScene = OwnScene & { readonly params: { readonly accountId: number } };

/** Ends what the person has open, his private calendar link too, and makes this process ask anew who he is. */
const endAll = async (deps: AccountDeps, scene: TargetScene, account: Account): Promise<number> => {
  await deleteFeedLink(scene.tx, scene.actor.jurisdictionId, account.personId);
  distrust(deps, scene.actor.jurisdictionId, account.personId, scene.at);
  return endSessions(scene.tx, scene.actor.jurisdictionId, account.id, scene.at.instant);
};

/** Sessions and tokens of the person end with it. Refusals: `not-found`, `last-administrator`. */
export const disableAccount =
  (deps: AccountDeps): Handler<typeof disableAccountEndpoint> =>
  async (scene) => {
    const { tx, actor, params } = scene;
    const administrators = await lockAdministrators(tx, actor.jurisdictionId);
    const account = await lockAccount(tx, actor.jurisdictionId, params.accountId);
    if (account === null) return no('not-found');
    if (administrators.length === 1 && administrators[0] === account.id) return no('last-administrator');
    if (account.disabled) return done;
    await updateAccount(tx, actor.jurisdictionId, account.id, { state: 'disabled' });
    const ended = await endAll(deps, scene, account);
    await recordAccount(scene, account.personId, 'disableAccount', { accountId: account.id, ended });
    return done;
  };

/** Refusals: `not-found`, `person-closed`. */
export const enableAccount =
  (deps: AccountDeps): Handler<typeof enableAccountEndpoint> =>
  async (scene) => {
    const { tx, actor, params } = scene;
    const account = await lockAccount(tx, actor.jurisdictionId, params.accountId);
    if (account === null) return no('not-found');
    if (!account.personActive) return no('person-closed');
    if (!account.disabled) return done;
    await updateAccount(tx, actor.jurisdictionId, account.id, { state: 'active' });
    await saveFailures(tx, actor.jurisdictionId, account.id, noFailures);
    distrust(deps, actor.jurisdictionId, account.personId, scene.at);
    await recordAccount(scene, account.personId, 'enableAccount', { accountId: account.id });
    return done;
  };

export const unlockAccount: Handler<typeof unlockAccountEndpoint> = async (scene) => {
  const { tx, actor, params } = scene;
  const account = await lockAccount(tx, actor.jurisdictionId, params.accountId);
  if (account === null) return no('not-found');
  await saveFailures(tx, actor.jurisdictionId, account.id, noFailures);
  await recordAccount(scene, account.personId, 'unlockAccount', { accountId: account.id });
  return done;
};

/** The second factor stays (ASVS 5.0.0 6.4.3). Refusals: `confirm-first`, `not-found`, `account-own`. */
export const resetPassword =
  (deps: AccountDeps): Handler<typeof resetPasswordEndpoint> =>
  async (scene) => {
    const { tx, actor, at, params } = scene;
    const unconfirmed = await checkConfirmed(deps, scene);
    if (unconfirmed !== null) return unconfirmed;
    const account = await lockAccount(tx, actor.jurisdictionId, params.accountId);
    if (account === null) return no('not-found');
    if (account.personId === actor.personId) return no('account-own');
    const jurisdiction = await getJurisdiction(tx, actor.jurisdictionId);
    const { password, hash } = await makeTemporary(account.username, account.name, jurisdiction);
    await replacePassword(tx, jurisdiction.id, account, { hash, at: at.instant, mustChange: true });
    await saveFailures(tx, jurisdiction.id, account.id, noFailures);
    const ended = await endAll(deps, scene, account);
    await recordAccount(scene, account.personId, 'resetPassword', { accountId: account.id, ended });
    const { id: accountId, username } = account;
    return { ok: true, body: { accountId, username, temporaryPassword: password } };
  };

/** For a lost telephone. Refusals: `confirm-first`, `not-found`, `account-own`, `totp-off`. */
export const resetTotp =
  (deps: AccountDeps): Handler<typeof resetTotpEndpoint> =>
  async (scene) => {
    const { tx, actor, params } = scene;
    const unconfirmed = await checkConfirmed(deps, scene);
    if (unconfirmed !== null) return unconfirmed;
    const account = await lockAccount(tx, actor.jurisdictionId, params.accountId);
    if (account === null) return no('not-found');
    if (account.personId === actor.personId) return no('account-own');
    if (account.totpSealed === null) return no('totp-off');
    await updateAccount(tx, actor.jurisdictionId, account.id, {
      totp_sealed: null,
      totp_confirmed_at: null,
      totp_last_step: null,
    });
    const ended = await endAll(deps, scene, account);
    await recordAccount(scene, account.personId, 'resetTotp', { accountId: account.id, ended });
    return done;
  };

export const endSessionsOf =
  (deps: AccountDeps): Handler<typeof endSessionsOfEndpoint> =>
  async (scene) => {
    const account = await lockAccount(scene.tx, scene.actor.jurisdictionId, scene.params.accountId);
    if (account === null) return no('not-found');
    const ended = await endAll(deps, scene, account);
    await recordAccount(scene, account.personId, 'endSessions', { ended });
    return { ok: true, body: { ended } };
  };
