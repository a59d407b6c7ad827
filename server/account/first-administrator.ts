/** The way into an empty installation: one token, once, for a day. There is no default account (ASVS 5.0.0 6.3.2). */
import type { createFirstAdministrator as endpoint } from '#contract/account.ts';
import { checkPassword, passwordProfiles } from '#core/account/password-policy.ts';
import { checkUsername } from '#core/account/username.ts';
import type { Actor } from '#core/access.ts';
import { firstRefusal } from '#core/refusal.ts';
import type { Moment } from '#core/words.ts';
import { no } from '../platform/answer.ts';
import { record } from '../platform/commit.ts';
import type { Db } from '../platform/db/database.ts';
import type { Handler, Scene } from '../platform/http.ts';
import {
  enterJurisdiction,
  hasAdministrator,
  insertAccount,
  insertPerson,
  type Jurisdiction,
} from './account.store.ts';
import { insertGrants } from './api-token.store.ts';
import { checkSource, counted, countSource } from './count-failure.ts';
import { insertFirstAdministratorToken, spendFirstAdministratorToken } from './one-time-token.store.ts';
import { passwordContext, recordAccount } from './own-session.ts';
import { hashPassword } from './password.ts';
import { hashToken, newToken, readDotted, writeDotted } from './token.ts';

const hours = 24;

/**
 * Makes the token that the server prints at its first start; an earlier one dies. It lives for 24 hours and one use.
 * Null: there is an administrator already.
 */
export const createFirstAdministratorToken = (
  db: Db,
  jurisdictionId: number,
  at: Moment,
): Promise<string | null> =>
  db.write(jurisdictionId, async (tx) => {
    if (await hasAdministrator(tx, jurisdictionId)) return { keep: false, value: null };
    const token = newToken();
    const expiresAt = new Date(Date.parse(at.instant) + hours * 3_600_000).toISOString();
    await insertFirstAdministratorToken(tx, jurisdictionId, {
      hash: hashToken(token),
      at: at.instant,
      expiresAt,
    });
    return { keep: true, value: writeDotted(jurisdictionId, token) };
  });

type FirstScene = Scene<typeof endpoint>;

const refuseToken = async (scene: FirstScene, jurisdictionId: number) => {
  await countSource(scene, jurisdictionId, scene.source.address);
  await record(scene.tx, { ...scene.actor, jurisdictionId }, scene.at, {
    stream: 'setup',
    command: 'firstAdministratorFailed',
    matterId: null,
    data: scene.source,
  });
  return counted('one-time-token-dead');
};

const create = async (scene: FirstScene, jurisdiction: Jurisdiction) => {
  const { tx, at, body } = scene;
  const { id: jurisdictionId } = jurisdiction;
  const personId = await insertPerson(tx, jurisdictionId, { name: body.name, post: '' });
  await insertGrants(tx, jurisdictionId, personId, [{ role: 'system-admin' }]);
  const made = await insertAccount(tx, {
    jurisdictionId,
    personId,
    username: body.username,
    passwordHash: await hashPassword(body.password),
    at: at.instant,
    mustChange: false,
  });
  if (!made.ok) return made;
  const actor: Actor = { jurisdictionId, personId, name: body.name, grants: [], via: 'session' };
  await recordAccount({ tx, at, actor }, personId, 'firstAdministrator', {
    accountId: made.accountId,
    username: body.username,
    ...scene.source,
  });
  return { ok: true, body: undefined } as const;
};

/**
 * Makes person, account and role of the first system administrator. Refusals: `one-time-token-dead`,
 * `administrator-exists`, `source-locked`, `username-invalid`, `name-taken`, and those of the password policy;
 * none of the latter uses the token up.
 */
export const createFirstAdministrator: Handler<typeof endpoint> = async (scene) => {
  const { tx, at, body } = scene;
  const given = readDotted(body.token.trim());
  const jurisdiction = given === null ? null : await enterJurisdiction(tx, { id: given.jurisdictionId });
  const jurisdictionId = jurisdiction?.id ?? scene.actor.jurisdictionId;
  const locked = await checkSource(scene, jurisdictionId, scene.source.address);
  if (locked !== null) return locked;
  if (given === null || jurisdiction === null) return refuseToken(scene, jurisdictionId);
  // A refusal below rolls the use back.
  if (!(await spendFirstAdministratorToken(tx, jurisdictionId, given.hash, at.instant)))
    return refuseToken(scene, jurisdictionId);
  if (await hasAdministrator(tx, jurisdictionId)) return no('administrator-exists');
  const profile = passwordProfiles[jurisdiction.profile];
  const refusal = firstRefusal(
    checkUsername(body.username),
    checkPassword(body.password, profile, passwordContext(body.username, body.name, jurisdiction)),
  );
  return refusal === null ? create(scene, jurisdiction) : { ok: false, refusal };
};
