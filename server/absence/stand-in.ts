/** Puts the absent person in the place of the caller, where a delegation of today says so. */
import { coveredGrants } from '#core/absence/cover.ts';
import type { Actor } from '#core/access.ts';
import type { Moment } from '#core/words.ts';
import { personKey } from '../account/authenticator.ts';
import { type CallerCache, callerCache } from '../account/caller-cache.ts';
import type { Db } from '../platform/db/database.ts';
import type { StandIn } from '../platform/http.ts';
import { findCovers, type FoundCover } from './absence.views.ts';

export type CoverCache = CallerCache<{ readonly personKey: string; readonly cover: FoundCover }>;

export const coverCache = (): CoverCache => callerCache();

/** The actor of whoever covers for `cover.person`; null: nothing of his work is in the stand-in's own house. */
export const actingFor = (standIn: Actor, cover: FoundCover): Actor | null => {
  const grants = coveredGrants(cover.grants, standIn.grants);
  if (grants.length === 0) return null;
  return {
    jurisdictionId: standIn.jurisdictionId,
    personId: cover.person.id,
    name: cover.person.name,
    grants,
    via: standIn.via,
    actingBy: { personId: standIn.personId, name: standIn.name },
  };
};

/**
 * `StandIn` of server/platform/http.ts. A running delegation is remembered for less than a second, and not at all once
 * it is ended (`forget`, with the absent person's key). The stand-in's own grants are those of this very request.
 */
export const standInDoor =
  ({ db, covers }: { readonly db: Db; readonly covers: CoverCache }): StandIn =>
  async (caller, personId, at: Moment) => {
    const { actor } = caller;
    const { jurisdictionId } = actor;
    if (actor.via !== 'session') return null;
    const now = Date.parse(at.instant);
    const key = `${jurisdictionId}/${actor.personId}/${personId}/${at.date}`;
    let cover = covers.find(key, now)?.cover;
    if (cover === undefined) {
      [cover] = await db.read(jurisdictionId, (tx) =>
        findCovers(tx, jurisdictionId, actor.personId, at.date, personId),
      );
      if (cover === undefined) return null;
      covers.keep(key, { personKey: personKey(jurisdictionId, personId), cover }, now);
    }
    const acting = actingFor(actor, cover);
    return acting === null ? null : { ...caller, actor: acting };
  };
