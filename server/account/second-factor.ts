/** The second factor: giving the code at sign-in, setting up an authenticator, removing one's own. */
import type {
  confirmTotp as confirmTotpEndpoint,
  enrolTotp as enrolTotpEndpoint,
  giveSecondFactor as giveSecondFactorEndpoint,
  removeTotp as removeTotpEndpoint,
} from '#contract/account.ts';
import { noFailures } from '#core/account/lock-out.ts';
import { isConfirmed } from '#core/account/session-rules.ts';
import { no } from '../platform/answer.ts';
import type { Handler } from '../platform/http.ts';
import type { AccountDeps } from './account-deps.ts';
import { saveFailures, updateAccount } from './account.store.ts';
import { checkAccount, countAccount, counted } from './count-failure.ts';
import { loadOwn, type Own, type OwnScene, recordAccount, renewSession } from './own-session.ts';
import { qrDataUrl } from './qr-code.ts';
import { spendCode } from './spend-code.ts';
import { newTotpSecret, totpUri } from './totp.ts';

/** Null when the code was right; a wrong one is counted on the account. */
const checkCode = async (deps: AccountDeps, scene: OwnScene, own: Own, code: string) => {
  const { account } = own;
  const { jurisdictionId } = scene.actor;
  const locked = checkAccount(account, scene.at);
  if (locked !== null) return locked;
  if (await spendCode(deps, scene, jurisdictionId, account, code)) {
    await saveFailures(scene.tx, jurisdictionId, account.id, noFailures);
    return null;
  }
  const lockedNow = await countAccount(scene, jurisdictionId, account);
  await recordAccount(scene, account.personId, 'secondFactorFailed', { locked: lockedNow });
  return counted('code-wrong');
};

/** Refusals: `totp-off`, `code-wrong` (counted), `account-locked`. */
export const giveSecondFactor =
  (deps: AccountDeps): Handler<typeof giveSecondFactorEndpoint> =>
  async (scene) => {
    const loaded = await loadOwn(scene, ['secondFactor', 'password'], true);
    if (!loaded.ok) return loaded;
    const { account } = loaded.own;
    if (!account.enrolled) return no('totp-off');
    const wrong = await checkCode(deps, scene, loaded.own, scene.body.code);
    if (wrong !== null) return wrong;
    await recordAccount(scene, account.personId, 'secondFactor', { signInId: loaded.own.session.id });
    return renewSession(deps, scene, loaded.own, { secondFactor: true, account });
  };

/** A new secret, which counts only once its first code was given. Refusals: `totp-on`, `confirm-first`. */
export const enrolTotp =
  (deps: AccountDeps): Handler<typeof enrolTotpEndpoint> =>
  async (scene) => {
    const loaded = await loadOwn(scene, ['enrolment'], true);
    if (!loaded.ok) return loaded;
    const { account, session, jurisdiction } = loaded.own;
    if (account.enrolled) return no('totp-on');
    if (!isConfirmed(session.confirmedAt, deps.rules, Date.parse(scene.at.instant)))
      return no('confirm-first');
    const secret = newTotpSecret();
    await updateAccount(scene.tx, jurisdiction.id, account.id, {
      totp_sealed: deps.sealer.seal(secret),
      totp_confirmed_at: null,
      totp_last_step: null,
    });
    await recordAccount(scene, account.personId, 'enrolTotp');
    const uri = totpUri(secret, `${account.username}@${jurisdiction.code}`);
    return { ok: true, body: { secret, uri, qr: qrDataUrl(uri) } };
  };

/** Refusals: `totp-on`, `totp-off` (nothing was begun), `code-wrong` (counted), `account-locked`. */
export const confirmTotp =
  (deps: AccountDeps): Handler<typeof confirmTotpEndpoint> =>
  async (scene) => {
    const loaded = await loadOwn(scene, ['enrolment'], true);
    if (!loaded.ok) return loaded;
    const { account, jurisdiction } = loaded.own;
    if (account.enrolled) return no('totp-on');
    if (account.totpSealed === null) return no('totp-off');
    const wrong = await checkCode(deps, scene, loaded.own, scene.body.code);
    if (wrong !== null) return wrong;
    await updateAccount(scene.tx, jurisdiction.id, account.id, { totp_confirmed_at: scene.at.instant });
    await recordAccount(scene, account.personId, 'confirmTotp');
    const enrolled = { ...account, enrolled: true };
    return renewSession(deps, scene, loaded.own, { secondFactor: true, account: enrolled });
  };

/** Refusals: `totp-off`, `confirm-first`, `code-wrong` (counted), `account-locked`. */
export const removeTotp =
  (deps: AccountDeps): Handler<typeof removeTotpEndpoint> =>
  async (scene) => {
    const loaded = await loadOwn(scene, [], true);
    if (!loaded.ok) return loaded;
    const { account, session, jurisdiction } = loaded.own;
    if (!account.enrolled) return no('totp-off');
    if (!isConfirmed(session.confirmedAt, deps.rules, Date.parse(scene.at.instant)))
      return no('confirm-first');
    const wrong = await checkCode(deps, scene, loaded.own, scene.body.code);
    if (wrong !== null) return wrong;
    await updateAccount(scene.tx, jurisdiction.id, account.id, {
      totp_sealed: null,
      totp_confirmed_at: null,
    });
    await recordAccount(scene, account.personId, 'removeTotp');
    const without = { ...account, enrolled: false };
    return renewSession(deps, scene, loaded.own, { secondFactor: false, account: without });
  };
