/** One's due dates in the calendar of a phone or of Outlook, by a private link. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { idParam, instant } from './schemas.ts';

export const feedLink = endpoint({
  id: 'feedLink',
  method: 'GET',
  path: '/api/feed-link',
  tag: 'feed',
  summary: { zh: '我的日历订阅链接', en: 'My calendar link' },
  access: { kind: 'signedIn', rows: 'one’s own' },
  scope: 'none',
  /** Null: none. The link itself is shown only when it is made; nobody can read it again. */
  response: z.object({
    link: z.object({ madeAt: instant, lastUsedAt: instant.nullable() }).nullable(),
  }),
});

export const makeFeedLink = endpoint({
  id: 'makeFeedLink',
  method: 'POST',
  path: '/api/feed-link',
  tag: 'feed',
  summary: { zh: '生成日历订阅链接，原来的随即失效', en: 'Make a calendar link; the one before is dead' },
  access: { kind: 'signedIn', rows: 'one’s own' },
  scope: 'none',
  body: z.object({}),
  /** Below the address of the product. */
  response: z.object({ path: z.string(), madeAt: instant }),
  writes: true,
});

export const revokeFeedLink = endpoint({
  id: 'revokeFeedLink',
  method: 'POST',
  path: '/api/feed-link/revoke',
  tag: 'feed',
  summary: { zh: '停用日历订阅链接', en: 'Revoke the calendar link' },
  access: { kind: 'signedIn', rows: 'one’s own' },
  scope: 'none',
  body: z.object({}),
  response: 'nothing',
  writes: true,
});

export const feed = endpoint({
  id: 'feed',
  method: 'GET',
  path: '/feed/:jurisdictionId/:file',
  tag: 'feed',
  summary: {
    zh: '日历订阅（iCalendar）：凭私密链接，无须登录',
    en: 'The calendar feed (iCalendar), by its private link alone',
  },
  access: { kind: 'public' },
  scope: 'none',
  params: z.object({ jurisdictionId: idParam, file: z.string().max(120) }),
  response: 'file',
  writes: true,
  perMinute: 120,
});
