/** Who a token belongs to: one query for every request that no cache answers. */
import type { Grant } from '#core/access.ts';
import type { PasswordProfileName } from '#core/account/password-policy.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

export type FoundSession = {
  readonly signInId: number;
  readonly personId: number;
  readonly name: string;
  readonly startedAt: number;
  readonly lastSeenAt: number;
  readonly secondFactor: boolean;
  readonly mustChange: boolean;
  readonly passwordSetAt: number;
  readonly enrolled: boolean;
  readonly profile: PasswordProfileName;
  readonly grants: readonly Grant[];
};

type StoredGrant = {
  role: Grant['role'];
  unitId: number | null;
  within: number | null;
  organId: number | null;
};

/** The grants of a person `p`, in JSON; a subquery, so that a session and its roles cost one round trip. */
export const grantsOf = sql<StoredGrant[]>`(
  select coalesce(json_agg(json_build_object('role', g.role, 'unitId', g.unit_id, 'within', u.parent_id,
      'organId', g.organ_id) order by g.id), '[]')
  from role_grant g left join unit u on u.jurisdiction_id = g.jurisdiction_id and u.id = g.unit_id
  where g.jurisdiction_id = p.jurisdiction_id and g.person_id = p.id)`;

export const toGrants = (stored: readonly StoredGrant[]): readonly Grant[] =>
  stored.map(({ role, unitId, within, organId }) => ({
    role,
    ...(unitId === null ? {} : { unitId }),
    ...(within === null ? {} : { within }),
    ...(organId === null ? {} : { organId }),
  }));

/** A session that nobody has ended, of an account and a person in use; whether it has timed out is for the rules. */
export const findSession = async (
  tx: Tx,
  jurisdictionId: number,
  hash: string,
): Promise<FoundSession | null> => {
  const row = await tx
    .selectFrom('sign_in as s')
    .innerJoin('account as a', (on) =>
      on.onRef('a.jurisdiction_id', '=', 's.jurisdiction_id').onRef('a.id', '=', 's.account_id'),
    )
    .innerJoin('person as p', (on) =>
      on.onRef('p.jurisdiction_id', '=', 'a.jurisdiction_id').onRef('p.id', '=', 'a.person_id'),
    )
    .innerJoin('jurisdiction as j', 'j.id', 's.jurisdiction_id')
    .where('s.jurisdiction_id', '=', jurisdictionId)
    .where('s.token_hash', '=', hash)
    .where('s.ended_at', 'is', null)
    .where('a.state', '=', 'active')
    .where('p.state', '=', 'active')
    .select(['s.id', 's.started_at', 's.last_seen_at', 's.second_factor', 'a.person_id', 'a.must_change'])
    .select([
      'a.password_set_at',
      'a.totp_confirmed_at',
      'p.name',
      'j.password_profile',
      grantsOf.as('grants'),
    ])
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    signInId: row.id,
    personId: row.person_id,
    name: row.name,
    startedAt: Date.parse(row.started_at),
    lastSeenAt: Date.parse(row.last_seen_at),
    secondFactor: row.second_factor,
    mustChange: row.must_change,
    passwordSetAt: Date.parse(row.password_set_at),
    enrolled: row.totp_confirmed_at !== null,
    profile: row.password_profile as PasswordProfileName,
    grants: toGrants(row.grants),
  };
};

type FoundToken = {
  readonly tokenId: number;
  readonly personId: number;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt: number;
  readonly lastUsedAt: number;
  readonly grants: readonly Grant[];
};

/** A token that nobody has revoked, of a person in use; a person's disabled account takes his tokens with it. */
export const findApiToken = async (
  tx: Tx,
  jurisdictionId: number,
  hash: string,
): Promise<FoundToken | null> => {
  const row = await tx
    .selectFrom('api_token as t')
    .innerJoin('person as p', (on) =>
      on.onRef('p.jurisdiction_id', '=', 't.jurisdiction_id').onRef('p.id', '=', 't.person_id'),
    )
    .leftJoin('account as a', (on) =>
      on.onRef('a.jurisdiction_id', '=', 'p.jurisdiction_id').onRef('a.person_id', '=', 'p.id'),
    )
    .where('t.jurisdiction_id', '=', jurisdictionId)
    .where('t.token_hash', '=', hash)
    .where('t.revoked_at', 'is', null)
    .where('p.state', '=', 'active')
    .where((e) => e.or([e('a.state', 'is', null), e('a.state', '=', 'active')]))
    .select([
      't.id',
      't.person_id',
      't.scopes',
      't.expires_at',
      't.last_used_at',
      'p.name',
      grantsOf.as('grants'),
    ])
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    tokenId: row.id,
    personId: row.person_id,
    name: row.name,
    scopes: row.scopes,
    expiresAt: Date.parse(row.expires_at),
    lastUsedAt: row.last_used_at === null ? 0 : Date.parse(row.last_used_at),
    grants: toGrants(row.grants),
  };
};
