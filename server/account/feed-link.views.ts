import type { Language } from '#contract/messages/message.ts';
import type { Actor } from '#core/access.ts';
import type { Tx } from '../platform/db/database.ts';
import { grantsOf, toGrants } from './caller.views.ts';

/** One's link, without its secret, which nobody can read again. */
export const findOwnFeedLink = async (
  tx: Tx,
  jurisdictionId: number,
  personId: number,
): Promise<{ readonly madeAt: string; readonly lastUsedAt: string | null } | null> => {
  const row = await tx
    .selectFrom('feed_link')
    .select(['created_at as madeAt', 'last_used_at as lastUsedAt'])
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ?? null;
};

export type FeedOwner = {
  readonly actor: Actor;
  readonly language: Language;
  readonly lastUsedAt: string | null;
};

/** Whose link it is, with the roles that he holds now; null: nobody's, or of a person or account out of use. */
export const findFeedOwner = async (
  tx: Tx,
  jurisdictionId: number,
  tokenHash: string,
): Promise<FeedOwner | null> => {
  const row = await tx
    .selectFrom('feed_link as f')
    .innerJoin('person as p', (on) =>
      on.onRef('p.jurisdiction_id', '=', 'f.jurisdiction_id').onRef('p.id', '=', 'f.person_id'),
    )
    .innerJoin('account as a', (on) =>
      on.onRef('a.jurisdiction_id', '=', 'p.jurisdiction_id').onRef('a.person_id', '=', 'p.id'),
    )
    .where('f.jurisdiction_id', '=', jurisdictionId)
    .where('f.token_hash', '=', tokenHash)
    .where('p.state', '=', 'active')
    .where('a.state', '=', 'active')
    .select(['p.id', 'p.name', 'a.language', 'f.last_used_at', grantsOf.as('grants')])
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    actor: {
      jurisdictionId,
      personId: row.id,
      name: row.name,
      grants: toGrants(row.grants),
      via: 'token',
      scopes: ['matters:read'],
    },
    language: row.language === 'en' ? 'en' : 'zh',
    lastUsedAt: row.last_used_at,
  };
};
