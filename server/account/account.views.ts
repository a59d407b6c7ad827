import type { Role } from '#core/access.ts';
import { staleDays } from '#core/account/session-rules.ts';
import type { Instant } from '#core/words.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

export type HeldRole = {
  readonly role: Role;
  readonly unit: { readonly id: number; readonly name: string; readonly parent: string | null } | null;
  readonly organ: { readonly id: number; readonly name: string } | null;
};

/** The roles of each person, with the names of their units and organs. */
export const heldRoles = async (
  tx: Tx,
  jurisdictionId: number,
  personIds: readonly number[],
): Promise<ReadonlyMap<number, HeldRole[]>> => {
  const rows = await tx
    .selectFrom('role_grant as g')
    .leftJoin('unit as u', (on) =>
      on.onRef('u.jurisdiction_id', '=', 'g.jurisdiction_id').onRef('u.id', '=', 'g.unit_id'),
    )
    .leftJoin('unit as above', (on) =>
      on.onRef('above.jurisdiction_id', '=', 'u.jurisdiction_id').onRef('above.id', '=', 'u.parent_id'),
    )
    .leftJoin('organ as o', (on) =>
      on.onRef('o.jurisdiction_id', '=', 'g.jurisdiction_id').onRef('o.id', '=', 'g.organ_id'),
    )
    .where('g.jurisdiction_id', '=', jurisdictionId)
    .where('g.person_id', '=', sql<number>`any(${[...personIds]}::bigint[])`)
    .select(['g.person_id', 'g.role', 'u.id as unit_id', 'u.name as unit_name', 'above.name as parent'])
    .select(['o.id as organ_id', 'o.name as organ_name'])
    .orderBy('g.id')
    .execute();
  const held = new Map<number, HeldRole[]>();
  for (const row of rows) {
    const list = held.get(row.person_id) ?? [];
    held.set(row.person_id, list);
    list.push({
      role: row.role as Role,
      unit: row.unit_id === null ? null : { id: row.unit_id, name: row.unit_name ?? '', parent: row.parent },
      organ: row.organ_id === null ? null : { id: row.organ_id, name: row.organ_name ?? '' },
    });
  }
  return held;
};

type OwnPreferences = {
  readonly post: string;
  readonly language: 'zh' | 'en';
  readonly largeType: boolean;
};

export const getPreferences = async (
  tx: Tx,
  jurisdictionId: number,
  accountId: number,
): Promise<OwnPreferences> => {
  const row = await tx
    .selectFrom('account as a')
    .innerJoin('person as p', (on) =>
      on.onRef('p.jurisdiction_id', '=', 'a.jurisdiction_id').onRef('p.id', '=', 'a.person_id'),
    )
    .where('a.jurisdiction_id', '=', jurisdictionId)
    .where('a.id', '=', accountId)
    .select(['p.post', 'a.language', 'a.large_type'])
    .executeTakeFirstOrThrow();
  return { post: row.post, language: row.language === 'en' ? 'en' : 'zh', largeType: row.large_type };
};

type ListedSession = {
  readonly id: number;
  readonly startedAt: Instant;
  readonly lastSeenAt: Instant;
  readonly address: string;
  readonly agent: string;
};

/** Sessions of the account that are not over, the one used last first. `idleSince`, `startedSince`: the limits. */
export const findSessions = async (
  tx: Tx,
  jurisdictionId: number,
  accountId: number,
  alive: { readonly idleSince: Instant; readonly startedSince: Instant },
): Promise<readonly ListedSession[]> =>
  tx
    .selectFrom('sign_in')
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('last_seen_at', '>', alive.idleSince)
    .where('started_at', '>', alive.startedSince)
    .select(['id', 'started_at as startedAt', 'last_seen_at as lastSeenAt', 'address', 'agent'])
    .orderBy('last_seen_at', 'desc')
    .orderBy('id', 'desc')
    .execute();

/** Which of these sign-ins are not over: nobody ended them, no time has run out, account and person are in use. */
export const findAlive = async (
  tx: Tx,
  jurisdictionId: number,
  signInIds: readonly number[],
  alive: { readonly idleSince: Instant; readonly startedSince: Instant },
): Promise<readonly number[]> => {
  const rows = await tx
    .selectFrom('sign_in as s')
    .innerJoin('account as a', (on) =>
      on.onRef('a.jurisdiction_id', '=', 's.jurisdiction_id').onRef('a.id', '=', 's.account_id'),
    )
    .innerJoin('person as p', (on) =>
      on.onRef('p.jurisdiction_id', '=', 'a.jurisdiction_id').onRef('p.id', '=', 'a.person_id'),
    )
    .where('s.jurisdiction_id', '=', jurisdictionId)
    .where('s.id', 'in', [...signInIds])
    .where('s.ended_at', 'is', null)
    .where('s.last_seen_at', '>', alive.idleSince)
    .where('s.started_at', '>', alive.startedSince)
    .where('a.state', '=', 'active')
    .where('p.state', '=', 'active')
    .select('s.id')
    .execute();
  return rows.map(({ id }) => id);
};

type AccountFilter = {
  readonly q?: string | undefined;
  readonly only?: 'active' | 'disabled' | 'stale' | 'locked' | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** When the account was last used; never: since its password was set. */
const lastUsed = sql<Instant>`coalesce(
  (select max(s.last_seen_at) from sign_in s where s.jurisdiction_id = a.jurisdiction_id and s.account_id = a.id),
  a.password_set_at)`;

const filtered = (tx: Tx, jurisdictionId: number, filter: AccountFilter, now: Instant) => {
  let query = tx
    .selectFrom('account as a')
    .innerJoin('person as p', (on) =>
      on.onRef('p.jurisdiction_id', '=', 'a.jurisdiction_id').onRef('p.id', '=', 'a.person_id'),
    )
    .where('a.jurisdiction_id', '=', jurisdictionId);
  const { q, only } = filter;
  if (q !== undefined && q !== '')
    query = query.where((e) =>
      e.or([e('p.name', 'like', likePattern(q)), e('a.username_key', 'like', likePattern(q.toLowerCase()))]),
    );
  if (only === 'active' || only === 'disabled') query = query.where('a.state', '=', only);
  if (only === 'locked') query = query.where('a.locked_until', '>', now);
  if (only === 'stale')
    query = query
      .where('a.state', '=', 'active')
      .where(lastUsed, '<', sql<Instant>`${now}::timestamptz - make_interval(hours => ${staleDays * 24})`);
  return query;
};

/** One page of accounts by user name, with the true total and the cursor of the next page. */
export const listAccounts = async (
  tx: Tx,
  jurisdictionId: number,
  filter: AccountFilter,
  now: Instant,
  alive: { readonly idleSince: Instant; readonly startedSince: Instant },
) => {
  const all = filtered(tx, jurisdictionId, filter, now);
  const { total } = await all.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const from = filter.cursor === undefined ? all : all.where('a.username_key', '>', filter.cursor);
  const rows = await from
    .select(['a.id', 'a.person_id', 'p.name', 'p.post', 'a.username', 'a.username_key', 'a.state'])
    .select(['a.locked_until', 'a.totp_confirmed_at', 'a.must_change'])
    .select(lastUsed.as('last_used'))
    .select((e) => [
      e
        .selectFrom('sign_in as s')
        .whereRef('s.jurisdiction_id', '=', 'a.jurisdiction_id')
        .whereRef('s.account_id', '=', 'a.id')
        .select((s) => s.fn.max('s.started_at').as('at'))
        .as('last_sign_in'),
      e
        .selectFrom('sign_in as s')
        .whereRef('s.jurisdiction_id', '=', 'a.jurisdiction_id')
        .whereRef('s.account_id', '=', 'a.id')
        .where('s.ended_at', 'is', null)
        .where('s.last_seen_at', '>', alive.idleSince)
        .where('s.started_at', '>', alive.startedSince)
        .select((s) => s.fn.countAll<number>().as('sessions'))
        .as('sessions'),
    ])
    .orderBy('a.username_key')
    .limit(filter.limit + 1)
    .execute();
  const shown = rows.slice(0, filter.limit);
  const next = rows.length > filter.limit ? (shown.at(-1)?.username_key ?? null) : null;
  const roles = await heldRoles(
    tx,
    jurisdictionId,
    shown.map((row) => row.person_id),
  );
  return { rows: shown, roles, next, total };
};

export const listApiTokens = (tx: Tx, jurisdictionId: number) =>
  tx
    .selectFrom('api_token as t')
    .innerJoin('person as p', (on) =>
      on.onRef('p.jurisdiction_id', '=', 't.jurisdiction_id').onRef('p.id', '=', 't.person_id'),
    )
    .where('t.jurisdiction_id', '=', jurisdictionId)
    .select(['t.id', 't.name', 't.person_id', 'p.name as person', 't.scopes', 't.created_at'])
    .select(['t.expires_at', 't.revoked_at', 't.last_used_at'])
    .orderBy('t.id', 'desc')
    .execute();

/** Whether the person writes down what a group of a session says 小组记录员. */
export const recordsForGroup = async (tx: Tx, jurisdictionId: number, personId: number): Promise<boolean> => {
  const row = await tx
    .selectFrom('session_group_recorder')
    .select('group_id')
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('person_id', '=', personId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
};
