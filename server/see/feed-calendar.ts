import { shiftDay } from '#contract/due-weeks.ts';
import { clockMessages } from '#contract/messages/clock.ts';
import { feedMessages } from '#contract/messages/feed.ts';
import { fill, type Language } from '#contract/messages/message.ts';
import type { FeedItem } from './feed.views.ts';
import type { CalendarEvent, CalendarFile } from './write-calendar.ts';

export type FeedPlace = {
  readonly language: Language;
  /** Scheme and host of the product. */
  readonly origin: string;
  readonly jurisdictionId: number;
  /** Proposers have pages of their own. */
  readonly pages: '/matters' | '/m/matters';
};

const eventOf = (item: FeedItem, { language, origin, jurisdictionId, pages }: FeedPlace): CalendarEvent => {
  const { of, id, matterId, owed, caseNo, title, unitName, dueOn, version, changedAt } = item;
  const duty = clockMessages[`clock.duty.${owed}`][language];
  const parts = { duty, caseNo, title, unit: unitName ?? '' };
  return {
    uid: `${of}-${id}-${owed}.${jurisdictionId}@${new URL(origin).hostname}`,
    day: dueOn,
    endsBefore: shiftDay(dueOn, 1),
    summary: fill(feedMessages[unitName === null ? 'feed.entry' : 'feed.entry.unit'], language, parts),
    url: `${origin}${pages}/${matterId}`,
    changedAt,
    sequence: version,
  };
};

/** A person's dates as a calendar in his language. */
export const feedCalendar = (items: readonly FeedItem[], place: FeedPlace): CalendarFile => ({
  name: feedMessages['feed.name'][place.language],
  events: items.map((item) => eventOf(item, place)),
});
