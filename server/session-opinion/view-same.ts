import type { Actor } from '#core/access.ts';
import type { OpinionClass } from '#core/session-opinion-rules.ts';
import { findAlike } from '#core/similar/find-alike.ts';
import type { Moment } from '#core/words.ts';
import type { Tx } from '../platform/db/database.ts';
import { viewOpinion } from './opinion-row.ts';
import { opinionsOf, textsOf } from './opinion.views.ts';

/** Most opinions compared at once with all of the session, and most of them shown. */
const most = { asked: 300, shown: 50, others: 5 } as const;

/** Those that still wait, each with what of the session says the same; a pair is shown once, under the later one. */
export const viewSame = async (
  tx: Tx,
  actor: Actor,
  at: Moment,
  sessionId: number,
  classes: readonly OpinionClass[],
) => {
  const texts = await textsOf(tx, actor, sessionId);
  const place = new Map(texts.map(({ id, no, waiting }) => [id, { no, waiting }]));
  const found = findAlike(texts.filter(({ waiting }) => waiting).slice(0, most.asked), texts).filter(
    ({ id, otherId }) => {
      const [one, other] = [place.get(id), place.get(otherId)];
      return other?.waiting !== true || (other.no ?? 0) < (one?.no ?? 0);
    },
  );
  const ids = [...new Set(found.map(({ id }) => id))].slice(0, most.shown);
  const pairs = ids.map((id) => ({ id, likes: found.filter((one) => one.id === id).slice(0, most.others) }));
  const wanted = pairs.flatMap(({ id, likes }) => [id, ...likes.map(({ otherId }) => otherId)]);
  const shown = new Map(
    (await opinionsOf(tx, actor, wanted)).map((row) => [row.id, viewOpinion(row, actor, at, classes)]),
  );
  return {
    items: pairs.flatMap(({ id, likes }) => {
      const opinion = shown.get(id);
      const others = likes.flatMap(({ otherId, score }) => {
        const other = shown.get(otherId);
        return other === undefined ? [] : [{ ...other, score }];
      });
      return opinion === undefined || others.length === 0 ? [] : [{ opinion, others }];
    }),
  };
};
