import { createHash } from 'node:crypto';
import { feed } from '#contract/feed.ts';
import type { Language } from '#contract/messages/message.ts';
import type { Actor } from '#core/access.ts';
import type { Moment } from '#core/words.ts';
import { answer, no } from '../platform/answer.ts';
import type { Tx } from '../platform/db/database.ts';
import { type Route, route } from '../platform/route.ts';
import { feedCalendar } from './feed-calendar.ts';
import { listFeed } from './feed.views.ts';
import { writeCalendar } from './write-calendar.ts';

/** Whose link it is, with the roles that he holds now; null: nobody's. */
type FeedOwner = (
  tx: Tx,
  jurisdictionId: number,
  file: string,
  at: Moment,
) => Promise<{ readonly actor: Actor; readonly language: Language } | null>;

/** The calendar feed: no sign-in, the link is the key; one answer for every link that gives nothing (law 12). */
export const feedRoutes = (ownerOf: FeedOwner): readonly Route[] => [
  route(feed, async ({ tx, params: { jurisdictionId, file }, at, origin }) => {
    const owner = await ownerOf(tx, jurisdictionId, file, at);
    if (owner === null) return no('not-found');
    const { actor, language } = owner;
    const items = await listFeed(tx, actor, at.date);
    const pages = actor.grants.every(({ role }) => role === 'proposer') ? '/m/matters' : '/matters';
    const text = writeCalendar(feedCalendar(items, { language, origin, jurisdictionId, pages }));
    const bytes = new TextEncoder().encode(text);
    const etag = `"${createHash('sha256').update(bytes).digest('base64url')}"`;
    const name = 'luoshi.ics';
    return answer({ name, mediaType: 'text/calendar; charset=utf-8', bytes, inline: true }, etag);
  }),
];
