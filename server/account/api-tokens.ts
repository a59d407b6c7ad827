import type {
  createApiToken as createEndpoint,
  revokeApiToken as revokeEndpoint,
} from '#contract/accounts.ts';
import { accountMessages } from '#contract/messages/account.ts';
import { checkServiceGrant, checkTokenExpiry, endOfDay } from '#core/account/api-token.ts';
import { firstRefusal } from '#core/refusal.ts';
import { no } from '../platform/answer.ts';
import type { Handler, Scene } from '../platform/http.ts';
import type { AnyRefusal } from '../platform/problem.ts';
import type { AccountDeps } from './account-deps.ts';
import { findPerson, insertPerson } from './account.store.ts';
import { checkConfirmed } from './administer.ts';
import {
  grantsExist,
  insertApiToken,
  insertGrants,
  revokeApiToken as revokeStored,
} from './api-token.store.ts';
import { distrust, recordAccount } from './own-session.ts';
import { hashToken, newToken, writeApiToken } from './token.ts';

type CreateScene = Scene<typeof createEndpoint>;
type Owner =
  | { readonly ok: true; readonly personId: number }
  | { readonly ok: false; readonly refusal: AnyRefusal };

/** In whose name the token acts: a new service account, a person without a way to sign in, or one made before. */
const ownerOf = async ({ tx, actor, body }: CreateScene): Promise<Owner> => {
  const { owner } = body;
  const { jurisdictionId } = actor;
  if ('personId' in owner) {
    const person = await findPerson(tx, jurisdictionId, owner.personId);
    if (person === undefined) return no('not-found');
    // A token in a person's name would let who administers the system act as that person.
    if (!person.service) return no('token-of-person', {}, 'owner.personId');
    return person.state === 'active' ? { ok: true, personId: owner.personId } : no('person-closed');
  }
  const unfit = firstRefusal(...owner.grants.map(checkServiceGrant));
  if (unfit !== null) return { ok: false, refusal: unfit };
  // No one who administers the system also handles matters (三员分立, GB/T 22239-2019 8.1.5): no program either.
  if (owner.grants.length > 1 && owner.grants.some(({ role }) => role === 'system-admin'))
    return no('admin-alone', {}, 'owner.grants');
  if (!(await grantsExist(tx, jurisdictionId, owner.grants))) return no('grant-invalid', {}, 'owner.grants');
  const post = accountMessages['account.service.post'].zh;
  const personId = await insertPerson(tx, jurisdictionId, { name: owner.service, post });
  await insertGrants(tx, jurisdictionId, personId, owner.grants);
  return { ok: true, personId };
};

/** Refusals: `confirm-first`, `token-expiry`, `not-found`, `token-of-person`, `person-closed`, `grant-invalid`. */
export const createApiToken =
  (deps: AccountDeps): Handler<typeof createEndpoint> =>
  async (scene) => {
    const { tx, actor, at, body } = scene;
    const unconfirmed = await checkConfirmed(deps, scene);
    if (unconfirmed !== null) return unconfirmed;
    const tooLong = checkTokenExpiry(body.expiresOn, at.date);
    if (tooLong !== null) return { ok: false, refusal: tooLong };
    const owner = await ownerOf(scene);
    if (!owner.ok) return owner;
    const { personId } = owner;
    const token = newToken();
    const expiresAt = endOfDay(body.expiresOn);
    const scopes = [...new Set(body.scopes)];
    const { name } = body;
    const id = await insertApiToken(tx, actor.jurisdictionId, {
      name,
      personId,
      tokenHash: hashToken(token),
      scopes,
      at: at.instant,
      expiresAt,
    });
    const grants = 'service' in body.owner ? body.owner.grants : null;
    await recordAccount(scene, personId, 'createApiToken', { tokenId: id, name, scopes, expiresAt, grants });
    return { ok: true, body: { id, personId, token: writeApiToken(actor.jurisdictionId, token), expiresAt } };
  };

/** Refusals: `not-found` (also: revoked already). */
export const revokeApiToken =
  (deps: AccountDeps): Handler<typeof revokeEndpoint> =>
  async (scene) => {
    const { tx, actor, at, params } = scene;
    const revoked = await revokeStored(tx, actor.jurisdictionId, params.tokenId, at.instant);
    if (revoked === undefined) return no('not-found');
    distrust(deps, actor.jurisdictionId, revoked.person_id, at);
    await recordAccount(scene, revoked.person_id, 'revokeApiToken', {
      tokenId: params.tokenId,
      name: revoked.name,
    });
    return { ok: true, body: undefined };
  };
