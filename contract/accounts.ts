/** Other people's accounts and API tokens: the system administrator's part. The own account: contract/account.ts. */
import { z } from 'zod';
import { heldRole, role, username } from './account.ts';
import { endpoint } from './endpoint.ts';
import { id, idParam, instant, localDate, named, page } from './schemas.ts';

const administrator = {
  kind: 'roles',
  roles: ['system-admin'],
  rows: 'accounts of the jurisdiction',
} as const;

const accountRow = z
  .object({
    id,
    person: named.extend({ post: z.string() }),
    username: z.string(),
    state: z.enum(['active', 'disabled']),
    roles: z.array(heldRole),
    lastSignInAt: instant.nullable(),
    /** Not used for more than 90 days. */
    stale: z.boolean(),
    lockedUntil: instant.nullable(),
    enrolled: z.boolean(),
    mustChange: z.boolean(),
    sessions: z.number().int(),
  })
  .meta({ id: 'AccountRow' });

export const accounts = endpoint({
  id: 'accounts',
  method: 'GET',
  path: '/api/accounts',
  tag: 'accounts',
  summary: { zh: '账号列表', en: 'Accounts' },
  access: administrator,
  scope: 'none',
  query: z.object({
    q: z.string().max(100).optional(),
    only: z.enum(['active', 'disabled', 'stale', 'locked']).optional(),
    cursor: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: page(accountRow),
});

/** A temporary password is told once, to the administrator, who hands it on; it dies after three days. */
const temporary = z.object({ accountId: id, username: z.string(), temporaryPassword: z.string() });

export const createAccount = endpoint({
  id: 'createAccount',
  method: 'POST',
  path: '/api/accounts',
  tag: 'accounts',
  summary: { zh: '为人员建立账号', en: 'Make an account for a person' },
  access: administrator,
  scope: 'none',
  body: z.object({ personId: id, username }),
  response: temporary,
  writes: true,
});

const accountCommand = <
  const I extends string,
  const P extends string,
  const R extends z.ZodType | 'nothing',
>(
  endpointId: I,
  path: P,
  summary: { zh: string; en: string },
  response: R,
) =>
  ({
    id: endpointId,
    method: 'POST',
    path: `/api/accounts/:accountId/${path}`,
    tag: 'accounts',
    summary,
    access: administrator,
    scope: 'none',
    params: z.object({ accountId: idParam }),
    body: z.object({}),
    response,
    writes: true,
  }) as const;

export const disableAccount = endpoint(
  accountCommand('disableAccount', 'disable', { zh: '停用账号', en: 'Disable an account' }, 'nothing'),
);
export const enableAccount = endpoint(
  accountCommand('enableAccount', 'enable', { zh: '启用账号', en: 'Enable an account' }, 'nothing'),
);
export const unlockAccount = endpoint(
  accountCommand('unlockAccount', 'unlock', { zh: '解除登录锁定', en: 'Unlock an account' }, 'nothing'),
);
export const resetPassword = endpoint(
  accountCommand('resetPassword', 'reset-password', { zh: '重设密码', en: 'Reset the password' }, temporary),
);
export const resetTotp = endpoint(
  accountCommand(
    'resetTotp',
    'reset-totp',
    { zh: '解除动态口令', en: 'Remove the authenticator' },
    'nothing',
  ),
);
export const endSessionsOf = endpoint(
  accountCommand(
    'endSessionsOf',
    'end-sessions',
    { zh: '结束该账号的全部登录', en: 'End all sessions of an account' },
    z.object({ ended: z.number().int() }),
  ),
);

const tokenScope = z.enum(['matters:read', 'matters:write', 'setup:read', 'setup:write']);

export const apiTokens = endpoint({
  id: 'apiTokens',
  method: 'GET',
  path: '/api/api-tokens',
  tag: 'accounts',
  summary: { zh: '接口令牌', en: 'API tokens' },
  access: administrator,
  scope: 'none',
  response: z.object({
    items: z.array(
      z.object({
        id,
        name: z.string(),
        person: named,
        scopes: z.array(tokenScope),
        createdAt: instant,
        expiresAt: instant,
        revokedAt: instant.nullable(),
        lastUsedAt: instant.nullable(),
      }),
    ),
  }),
});

export const createApiToken = endpoint({
  id: 'createApiToken',
  method: 'POST',
  path: '/api/api-tokens',
  tag: 'accounts',
  summary: { zh: '新建接口令牌（只显示一次）', en: 'Make an API token (shown once)' },
  access: administrator,
  scope: 'none',
  body: z.object({
    name: z.string().trim().min(1).max(100),
    /** A person in whose name the token acts, or a new service account with roles of its own. */
    owner: z.union([
      z.object({ personId: id }),
      z.object({
        service: z.string().trim().min(1).max(100),
        grants: z
          .array(z.object({ role, unitId: id.optional(), organId: id.optional() }))
          .min(1)
          .max(20),
      }),
    ]),
    scopes: z.array(tokenScope).min(1),
    expiresOn: localDate,
  }),
  response: z.object({ id, personId: id, token: z.string(), expiresAt: instant }),
  writes: true,
});

export const revokeApiToken = endpoint({
  id: 'revokeApiToken',
  method: 'POST',
  path: '/api/api-tokens/:tokenId/revoke',
  tag: 'accounts',
  summary: { zh: '吊销接口令牌', en: 'Revoke an API token' },
  access: administrator,
  scope: 'none',
  params: z.object({ tokenId: idParam }),
  body: z.object({}),
  response: 'nothing',
  writes: true,
});
