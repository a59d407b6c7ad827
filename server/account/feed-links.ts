/** Private links to one's due dates: made, looked at, revoked; and whose a link is. */
import type {
  feedLink as feedLinkEndpoint,
  makeFeedLink as makeEndpoint,
  revokeFeedLink as revokeEndpoint,
} from '#contract/feed.ts';
import type { Moment } from '#core/words.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Handler } from '../platform/http.ts';
import { answer } from '../platform/answer.ts';
import type { AccountDeps } from './account-deps.ts';
import { checkConfirmed } from './administer.ts';
import { deleteFeedLink, saveFeedLink, touchFeedLink } from './feed-link.store.ts';
import { type FeedOwner, findFeedOwner, findOwnFeedLink } from './feed-link.views.ts';
import { recordAccount } from './own-session.ts';
import { hashToken, newToken } from './token.ts';

export const feedLink: Handler<typeof feedLinkEndpoint> = async ({ tx, actor }) =>
  answer({ link: await findOwnFeedLink(tx, actor.jurisdictionId, actor.personId) });

/**
 * Makes the person's link; one made before is dead from then on. The answer is the only place that shows it. Whoever
 * has it reads on without a password, so the password is asked for first. Refusals: `confirm-first`.
 */
export const makeFeedLink =
  (deps: AccountDeps): Handler<typeof makeEndpoint> =>
  async (scene) => {
    const refused = await checkConfirmed(deps, scene);
    if (refused !== null) return refused;
    const { tx, actor, at } = scene;
    const token = newToken();
    await saveFeedLink(tx, actor.jurisdictionId, actor.personId, hashToken(token), at.instant);
    await recordAccount(scene, actor.personId, 'makeFeedLink');
    return answer({ path: `/feed/${actor.jurisdictionId}/${token}.ics`, madeAt: at.instant });
  };

/** To revoke what is not there is no mistake. */
export const revokeFeedLink: Handler<typeof revokeEndpoint> = async (scene) => {
  const { tx, actor } = scene;
  if (await deleteFeedLink(tx, actor.jurisdictionId, actor.personId))
    await recordAccount(scene, actor.personId, 'revokeFeedLink');
  return answer(undefined);
};

/** The stored time of last use is written no more often than this. */
const touchEvery = 3_600_000;

/**
 * Whose link has the file name `<secret>.ics`, and notes its use. Null for every link that gives nothing, whatever
 * the reason: it never was, is revoked, or its person has gone.
 */
export const feedOwner = async (
  tx: Tx,
  jurisdictionId: number,
  file: string,
  at: Moment,
): Promise<FeedOwner | null> => {
  const [, token] = /^([\w-]{43})\.ics$/.exec(file) ?? [];
  const owner = token === undefined ? null : await findFeedOwner(tx, jurisdictionId, hashToken(token));
  if (owner === null) return null;
  const { lastUsedAt, actor } = owner;
  if (lastUsedAt === null || Date.parse(at.instant) - Date.parse(lastUsedAt) >= touchEvery)
    await touchFeedLink(tx, jurisdictionId, actor.personId, at.instant);
  return owner;
};
