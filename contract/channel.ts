import { z } from 'zod';
import { channelKinds, personalKinds } from './channel-fields.ts';
import { endpoint } from './endpoint.ts';
import { id, instant, named } from './schemas.ts';

const administrators = {
  kind: 'roles',
  roles: ['system-admin'],
  rows: 'the own jurisdiction; never a matter',
} as const;

const kind = z.enum(channelKinds);
const texts = z.record(z.string().max(40), z.string().max(2_000));

export const channels = endpoint({
  id: 'channels',
  method: 'GET',
  path: '/api/setup/channels',
  tag: 'setup',
  summary: { zh: '消息渠道及其状态', en: 'Channels beside the app, and how they are' },
  access: administrators,
  scope: 'setup:read',
  response: z.object({
    /** Whether the operator named the address under which people reach the app; without it messages carry no link. */
    linked: z.boolean(),
    items: z.array(
      z.object({
        kind,
        enabled: z.boolean(),
        settings: texts,
        /** Only whether each is set; what it is never leaves the server. */
        secrets: z.record(z.string(), z.boolean()),
        digestMinutes: z.number().int(),
        version: z.number().int(),
        /** `closed`: the provider failed several times in a row and is left alone until `closedUntil`. */
        circuit: z.enum(['working', 'failing', 'closed']),
        fault: z.string().nullable(),
        closedUntil: instant.nullable(),
        workedAt: instant.nullable(),
        /** Notices that wait, messages given up. */
        waiting: z.number().int(),
        dead: z.number().int(),
      }),
    ),
  }),
});

export const saveChannel = endpoint({
  id: 'saveChannel',
  method: 'POST',
  path: '/api/setup/channels/:kind',
  tag: 'setup',
  summary: { zh: '设置一个消息渠道', en: 'Set up a channel' },
  access: administrators,
  scope: 'none',
  params: z.object({ kind }),
  body: z.object({
    enabled: z.boolean(),
    settings: texts,
    /** Those that are named are replaced; an empty text removes one. */
    secrets: texts,
    digestMinutes: z.number().int().min(0).max(1_440),
  }),
  response: z.object({ version: z.number().int() }),
  command: true,
  ifMatch: true,
});

export const testChannel = endpoint({
  id: 'testChannel',
  method: 'POST',
  path: '/api/setup/channels/:kind/test',
  tag: 'setup',
  summary: { zh: '发送一条测试消息', en: 'Send a test message' },
  access: administrators,
  scope: 'none',
  params: z.object({ kind }),
  body: z.object({ to: z.string().trim().max(254) }),
  response: z.object({ messageId: z.string() }),
  command: true,
});

export const channelMessages = endpoint({
  id: 'channelMessages',
  method: 'GET',
  path: '/api/setup/channel-messages',
  tag: 'setup',
  summary: { zh: '未能送达和测试的消息', en: 'Messages that could not be delivered, and tests' },
  access: administrators,
  scope: 'setup:read',
  response: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        kind,
        person: named,
        test: z.boolean(),
        notices: z.number().int(),
        state: z.enum(['waiting', 'sent', 'dead', 'dropped']),
        reason: z.string().nullable(),
        attempts: z.number().int(),
        madeAt: instant,
        endedAt: instant.nullable(),
      }),
    ),
  }),
});

export const resendMessage = endpoint({
  id: 'resendMessage',
  method: 'POST',
  path: '/api/setup/channel-messages/:messageId/resend',
  tag: 'setup',
  summary: { zh: '重发一条未能送达的消息', en: 'Send a message again that was given up' },
  access: administrators,
  scope: 'none',
  params: z.object({ messageId: z.string().max(60) }),
  body: z.object({}),
  response: 'nothing',
  command: true,
});

export const ownChannels = endpoint({
  id: 'ownChannels',
  method: 'GET',
  path: '/api/notice-channels',
  tag: 'see',
  summary: { zh: '我的消息接收方式', en: 'How I am told' },
  access: { kind: 'signedIn', rows: 'one’s own' },
  scope: 'none',
  response: z.object({
    /** Channels that the office has switched on; none: in the app only. */
    items: z.array(
      z.object({
        kind: z.enum(personalKinds),
        address: z.string(),
        ordinary: z.boolean(),
        urgent: z.boolean(),
      }),
    ),
  }),
});

export const saveOwnChannel = endpoint({
  id: 'saveOwnChannel',
  method: 'POST',
  path: '/api/notice-channels/:kind',
  tag: 'see',
  summary: { zh: '设置我的一种接收方式', en: 'Set one way of being told' },
  access: { kind: 'signedIn', rows: 'one’s own' },
  scope: 'none',
  params: z.object({ kind: z.enum(personalKinds) }),
  body: z.object({
    /** Empty: not by this channel. */
    address: z.string().trim().max(254),
    ordinary: z.boolean(),
    urgent: z.boolean(),
  }),
  response: 'nothing',
  command: true,
});

export const noticeStream = endpoint({
  id: 'noticeStream',
  method: 'GET',
  path: '/api/notices/stream',
  tag: 'see',
  summary: { zh: '未读消息数（实时）', en: 'Unread notices, as they come (server-sent events)' },
  access: { kind: 'signedIn', rows: 'one’s own' },
  scope: 'none',
  response: 'stream',
});

/** Data of the event `unread` of the stream; `latest`: id of the newest notice, 0 when there is none. */
export const unreadEvent = z.object({ unread: z.number().int(), latest: id.or(z.literal(0)) });
