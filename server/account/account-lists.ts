import type { accounts as accountsEndpoint, apiTokens as apiTokensEndpoint } from '#contract/accounts.ts';
import { isStale } from '#core/account/session-rules.ts';
import type { Handler, Scene } from '../platform/http.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { AccountDeps } from './account-deps.ts';
import { listAccounts, listApiTokens } from './account.views.ts';
import { aliveSince } from './own-account.ts';

export const accounts =
  (deps: AccountDeps): Handler<typeof accountsEndpoint> =>
  async ({ tx, actor, at, query }: Scene<typeof accountsEndpoint>) => {
    const alive = aliveSince(deps.rules, at);
    const found = await listAccounts(tx, actor.jurisdictionId, query, at.instant, alive);
    const now = Date.parse(at.instant);
    const items = found.rows.map((row) => ({
      id: row.id,
      person: { id: row.person_id, name: row.name, post: row.post },
      username: row.username,
      state: row.state === 'disabled' ? ('disabled' as const) : ('active' as const),
      roles: found.roles.get(row.person_id) ?? [],
      lastSignInAt: row.last_sign_in,
      stale: isStale(Date.parse(row.last_used), now),
      lockedUntil: row.locked_until !== null && Date.parse(row.locked_until) > now ? row.locked_until : null,
      enrolled: row.totp_confirmed_at !== null,
      mustChange: row.must_change,
      sessions: row.sessions ?? 0,
    }));
    return { ok: true, body: { items, next: found.next, total: found.total } };
  };

type TokenScope = ResponseOf<typeof apiTokensEndpoint>['items'][number]['scopes'][number];

export const apiTokens: Handler<typeof apiTokensEndpoint> = async ({ tx, actor }) => {
  const rows = await listApiTokens(tx, actor.jurisdictionId);
  const items = rows.map((row) => ({
    id: row.id,
    name: row.name,
    person: { id: row.person_id, name: row.person },
    scopes: row.scopes as TokenScope[],
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
  }));
  return { ok: true, body: { items } };
};
