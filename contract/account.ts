/** One's own account: signing in and out, second factor, password, sessions. Of others: contract/accounts.ts. */
import { roles } from '#core/access.ts';
import { limits } from '#core/account/session-rules.ts';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, idParam, instant, localDate, named, text } from './schemas.ts';

export const role = z.enum(roles);
/** Refused with a sentence by the policy, so that the schema's bound only keeps absurd sizes away. */
export const password = z.string().max(1_000);
export const username = z.string().max(200);
const code = z.string().regex(/^\d{6}$/);

/** What a fresh session still lacks (core/account/session-rules.ts); null: it is complete. */
export const limit = z.enum(limits).nullable();

const signedIn = z.object({ limit }).meta({ id: 'SignedIn' });

const passwordPolicy = z.object({
  profile: z.enum(['mlps3', 'asvs']),
  minLength: z.number().int(),
  maxLength: z.number().int(),
  text,
});

const place = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  demo: z.boolean(),
});

export const heldRole = z
  .object({ role, unit: named.extend({ parent: z.string().nullable() }).nullable(), organ: named.nullable() })
  .meta({ id: 'HeldRole' });

export const me = endpoint({
  id: 'me',
  method: 'GET',
  path: '/api/me',
  tag: 'account',
  summary: { zh: '我是谁、有哪些角色', en: 'Who I am, and which roles I hold' },
  access: { kind: 'public' },
  scope: 'none',
  response: z
    .discriminatedUnion('signedIn', [
      z.object({
        signedIn: z.literal(false),
        jurisdiction: place,
        passwordPolicy,
        /** Nobody can administer this installation yet: the page asks for the one-time token. */
        setUpNeeded: z.boolean(),
      }),
      z.object({
        signedIn: z.literal(true),
        jurisdiction: place,
        passwordPolicy,
        person: z.object({ id, name: z.string(), post: z.string() }),
        username: z.string(),
        /** All roles held; they have effect only while `limit` is null. */
        roles: z.array(heldRole),
        /** For whom one stands in today, with the roles that one carries while acting for them. */
        covers: z.array(
          z.object({
            person: z.object({ id, name: z.string(), post: z.string() }),
            until: localDate,
            roles: z.array(heldRole),
          }),
        ),
        limit,
        /** Records for a group of a session 小组记录员. */
        records: z.boolean(),
        needsSecondFactor: z.boolean(),
        mustChange: z.boolean(),
        mustEnrol: z.boolean(),
        enrolled: z.boolean(),
        /** Whether the password was given recently enough to change the ways of signing in. */
        confirmed: z.boolean(),
        language: z.enum(['zh', 'en']),
        largeType: z.boolean(),
        idleMinutes: z.number().int(),
      }),
    ])
    .meta({ id: 'Me' }),
});

export const signIn = endpoint({
  id: 'signIn',
  method: 'POST',
  path: '/api/sign-in',
  tag: 'account',
  summary: { zh: '登录', en: 'Sign in' },
  access: { kind: 'public' },
  scope: 'none',
  body: z.object({
    jurisdiction: z.string().max(100).optional(),
    username,
    password,
    code: code.optional(),
  }),
  response: signedIn,
  writes: true,
});

export const giveSecondFactor = endpoint({
  id: 'giveSecondFactor',
  method: 'POST',
  path: '/api/second-factor',
  tag: 'account',
  summary: { zh: '输入动态口令，完成登录', en: 'Give the code that completes the sign-in' },
  access: { kind: 'signedIn', rows: 'the own session' },
  scope: 'none',
  body: z.object({ code }),
  response: signedIn,
  writes: true,
});

export const signOut = endpoint({
  id: 'signOut',
  method: 'POST',
  path: '/api/sign-out',
  tag: 'account',
  summary: { zh: '退出登录', en: 'Sign out' },
  access: { kind: 'public' },
  scope: 'none',
  body: z.object({}),
  response: 'nothing',
  writes: true,
});

export const confirmIdentity = endpoint({
  id: 'confirmIdentity',
  method: 'POST',
  path: '/api/confirm-identity',
  tag: 'account',
  summary: { zh: '重要操作前再次输入密码', en: 'Give the password again before a sensitive change' },
  access: { kind: 'signedIn', rows: 'the own session' },
  scope: 'none',
  body: z.object({ password }),
  response: signedIn,
  writes: true,
});

export const changePassword = endpoint({
  id: 'changePassword',
  method: 'POST',
  path: '/api/password',
  tag: 'account',
  summary: { zh: '修改自己的密码', en: 'Change the own password' },
  access: { kind: 'signedIn', rows: 'the own account' },
  scope: 'none',
  body: z.object({ current: password, password }),
  response: signedIn,
  writes: true,
});

export const enrolTotp = endpoint({
  id: 'enrolTotp',
  method: 'POST',
  path: '/api/totp/enrol',
  tag: 'account',
  summary: { zh: '绑定动态口令：取得密钥', en: 'Set up an authenticator: get its secret' },
  access: { kind: 'signedIn', rows: 'the own account' },
  scope: 'none',
  body: z.object({}),
  response: z.object({
    /** Base32, for typing in by hand. */
    secret: z.string(),
    /** `otpauth://` address. */
    uri: z.string(),
    /** The address as a QR code: a `data:image/svg+xml` address. */
    qr: z.string(),
  }),
  writes: true,
});

export const confirmTotp = endpoint({
  id: 'confirmTotp',
  method: 'POST',
  path: '/api/totp/confirm',
  tag: 'account',
  summary: {
    zh: '绑定动态口令：用第一个验证码确认',
    en: 'Set up an authenticator: confirm by its first code',
  },
  access: { kind: 'signedIn', rows: 'the own account' },
  scope: 'none',
  body: z.object({ code }),
  response: signedIn,
  writes: true,
});

export const removeTotp = endpoint({
  id: 'removeTotp',
  method: 'POST',
  path: '/api/totp/remove',
  tag: 'account',
  summary: { zh: '解除动态口令（例如更换手机）', en: 'Remove the authenticator (a new phone, say)' },
  access: { kind: 'signedIn', rows: 'the own account' },
  scope: 'none',
  body: z.object({ code }),
  response: signedIn,
  writes: true,
});

export const setPreferences = endpoint({
  id: 'setPreferences',
  method: 'PUT',
  path: '/api/preferences',
  tag: 'account',
  summary: { zh: '界面语言和大字', en: 'Language and large type' },
  access: { kind: 'signedIn', rows: 'the own account' },
  scope: 'none',
  body: z.object({ language: z.enum(['zh', 'en']), largeType: z.boolean() }),
  response: 'nothing',
  writes: true,
});

export const ownSessions = endpoint({
  id: 'ownSessions',
  method: 'GET',
  path: '/api/sessions',
  tag: 'account',
  summary: { zh: '我的登录', en: 'My sessions' },
  access: { kind: 'signedIn', rows: 'the own sessions' },
  scope: 'none',
  response: z.object({
    items: z.array(
      z.object({
        id,
        startedAt: instant,
        /** Exact to a minute. */
        lastSeenAt: instant,
        address: z.string(),
        agent: z.string(),
        current: z.boolean(),
      }),
    ),
  }),
});

export const endOwnSession = endpoint({
  id: 'endOwnSession',
  method: 'POST',
  path: '/api/sessions/:sessionId/end',
  tag: 'account',
  summary: { zh: '结束我的一个登录', en: 'End one of my sessions' },
  access: { kind: 'signedIn', rows: 'the own sessions' },
  scope: 'none',
  params: z.object({ sessionId: idParam }),
  body: z.object({}),
  response: 'nothing',
  writes: true,
});

export const endOtherSessions = endpoint({
  id: 'endOtherSessions',
  method: 'POST',
  path: '/api/sessions/end-others',
  tag: 'account',
  summary: { zh: '结束我的其他全部登录', en: 'End all my other sessions' },
  access: { kind: 'signedIn', rows: 'the own sessions' },
  scope: 'none',
  body: z.object({}),
  response: z.object({ ended: z.number().int() }),
  writes: true,
});

export const createFirstAdministrator = endpoint({
  id: 'createFirstAdministrator',
  method: 'POST',
  path: '/api/first-administrator',
  tag: 'account',
  summary: { zh: '用一次性令牌建立第一名系统管理员', en: 'Make the first administrator by one-time token' },
  access: { kind: 'public' },
  scope: 'none',
  body: z.object({ token: z.string().max(200), name: z.string().trim().min(1).max(100), username, password }),
  response: 'nothing',
  writes: true,
});
