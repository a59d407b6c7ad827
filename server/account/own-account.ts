/** What a person sees and settles about himself: who he is, his preferences, his sessions. */
import type {
  endOtherSessions as endOtherSessionsEndpoint,
  endOwnSession as endOwnSessionEndpoint,
  me as meEndpoint,
  ownSessions as ownSessionsEndpoint,
  setPreferences as setPreferencesEndpoint,
} from '#contract/account.ts';
import { accountMessages } from '#contract/messages/account.ts';
import { passwordProfiles } from '#core/account/password-policy.ts';
import { isConfirmed, type Limit, limits, type SessionRules } from '#core/account/session-rules.ts';
import type { Moment } from '#core/words.ts';
import { coversOf } from '../absence/covers-of.ts';
import { recordsForGroup } from './account.views.ts';
import { no } from '../platform/answer.ts';
import type { Handler } from '../platform/http.ts';
import type { AccountDeps } from './account-deps.ts';
import { getJurisdiction, hasAdministrator, type Jurisdiction, updateAccount } from './account.store.ts';
import { findSessions, getPreferences, heldRoles } from './account.views.ts';
import { distrust, loadOwn, recordAccount } from './own-session.ts';
import { endSessions } from './session.store.ts';

const ago = (at: Moment, minutes: number): string =>
  new Date(Date.parse(at.instant) - minutes * 60_000).toISOString();

/** Sessions that started and were last used after these are not over yet. */
export const aliveSince = (rules: SessionRules, at: Moment) => ({
  idleSince: ago(at, rules.idleMinutes),
  startedSince: ago(at, rules.absoluteMinutes),
});

const placeOf = ({ code, name, nameEn, demo, profile }: Jurisdiction) => {
  const { minLength, maxLength } = passwordProfiles[profile];
  const text = accountMessages[`account.policy.${profile}`];
  return {
    jurisdiction: { code, name, nameEn, demo },
    passwordPolicy: { profile, minLength, maxLength, text },
  };
};

const every: readonly Limit[] = limits;

/** Answers strangers too, so that the sign-in page knows where it is. */
export const me =
  (deps: AccountDeps): Handler<typeof meEndpoint> =>
  async (scene) => {
    const { tx, actor, at } = scene;
    const loaded = await loadOwn(scene, every, false);
    if (!loaded.ok) {
      const place = placeOf(await getJurisdiction(tx, actor.jurisdictionId));
      const setUpNeeded = !(await hasAdministrator(tx, actor.jurisdictionId));
      return { ok: true, body: { signedIn: false, ...place, setUpNeeded } };
    }
    const { account, session, jurisdiction, limit } = loaded.own;
    const preferences = await getPreferences(tx, actor.jurisdictionId, account.id);
    const roles = await heldRoles(tx, actor.jurisdictionId, [account.personId]);
    return {
      ok: true,
      body: {
        signedIn: true,
        ...placeOf(jurisdiction),
        person: { id: account.personId, name: account.name, post: preferences.post },
        username: account.username,
        roles: roles.get(account.personId) ?? [],
        covers: limit === null ? await coversOf(tx, actor, at.date) : [],
        limit,
        records: limit === null && (await recordsForGroup(tx, actor.jurisdictionId, account.personId)),
        needsSecondFactor: limit === 'secondFactor',
        mustChange: limit === 'password',
        mustEnrol: limit === 'enrolment',
        enrolled: account.enrolled,
        confirmed: isConfirmed(session.confirmedAt, deps.rules, Date.parse(at.instant)),
        language: preferences.language,
        largeType: preferences.largeType,
        idleMinutes: deps.rules.idleMinutes,
      },
    };
  };

/** Not journalled: it changes nothing that anybody else could see. */
export const setPreferences: Handler<typeof setPreferencesEndpoint> = async (scene) => {
  const loaded = await loadOwn(scene, ['password', 'enrolment'], true);
  if (!loaded.ok) return loaded;
  const { language, largeType } = scene.body;
  await updateAccount(scene.tx, scene.actor.jurisdictionId, loaded.own.account.id, {
    language,
    large_type: largeType,
  });
  return { ok: true, body: undefined };
};

export const ownSessions =
  (deps: AccountDeps): Handler<typeof ownSessionsEndpoint> =>
  async (scene) => {
    const loaded = await loadOwn(scene, ['password', 'enrolment'], false);
    if (!loaded.ok) return loaded;
    const { account, session } = loaded.own;
    const alive = aliveSince(deps.rules, scene.at);
    const found = await findSessions(scene.tx, scene.actor.jurisdictionId, account.id, alive);
    return { ok: true, body: { items: found.map((one) => ({ ...one, current: one.id === session.id })) } };
  };

/** Refusals: `not-found` (another person's, or over). */
export const endOwnSession =
  (deps: AccountDeps): Handler<typeof endOwnSessionEndpoint> =>
  async (scene) => {
    const loaded = await loadOwn(scene, ['password', 'enrolment'], true);
    if (!loaded.ok) return loaded;
    const { account } = loaded.own;
    const { tx, actor, at, params } = scene;
    const only = params.sessionId;
    if ((await endSessions(tx, actor.jurisdictionId, account.id, at.instant, { only })) === 0)
      return no('not-found');
    distrust(deps, actor.jurisdictionId, account.personId, at);
    await recordAccount(scene, account.personId, 'endSessions', { signInId: only, ended: 1 });
    return { ok: true, body: undefined };
  };

export const endOtherSessions =
  (deps: AccountDeps): Handler<typeof endOtherSessionsEndpoint> =>
  async (scene) => {
    const loaded = await loadOwn(scene, ['password', 'enrolment'], true);
    if (!loaded.ok) return loaded;
    const { account, session } = loaded.own;
    const { tx, actor, at } = scene;
    const ended = await endSessions(tx, actor.jurisdictionId, account.id, at.instant, { except: session.id });
    distrust(deps, actor.jurisdictionId, account.personId, at);
    await recordAccount(scene, account.personId, 'endSessions', { ended });
    return { ok: true, body: { ended } };
  };
