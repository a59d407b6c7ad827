import type { FailureCount } from '#core/account/lock-out.ts';
import type { Instant } from '#core/words.ts';
import type { Tx } from '../platform/db/database.ts';

type NewSession = {
  readonly tokenHash: string;
  readonly accountId: number;
  readonly personId: number;
  readonly at: Instant;
  readonly secondFactor: boolean;
  readonly address: string;
  readonly agent: string;
};

export const insertSession = async (tx: Tx, jurisdictionId: number, session: NewSession): Promise<number> => {
  const row = await tx
    .insertInto('sign_in')
    .values({
      jurisdiction_id: jurisdictionId,
      token_hash: session.tokenHash,
      account_id: session.accountId,
      person_id: session.personId,
      started_at: session.at,
      last_seen_at: session.at,
      confirmed_at: session.at,
      second_factor: session.secondFactor,
      address: session.address,
      agent: session.agent,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

export type Session = {
  readonly id: number;
  readonly accountId: number;
  readonly secondFactor: boolean;
  readonly confirmedAt: number;
};

/** A session that nobody has ended. */
export const findOpenSession = async (
  tx: Tx,
  jurisdictionId: number,
  id: number,
): Promise<Session | null> => {
  const row = await tx
    .selectFrom('sign_in')
    .select(['id', 'account_id', 'second_factor', 'confirmed_at'])
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row === undefined
    ? null
    : {
        id: row.id,
        accountId: row.account_id,
        secondFactor: row.second_factor,
        confirmedAt: Date.parse(row.confirmed_at),
      };
};

/** Gives the session another id; the old one is worth nothing from the commit on. */
export const replaceSessionToken = async (
  tx: Tx,
  jurisdictionId: number,
  id: number,
  next: {
    readonly tokenHash: string;
    readonly secondFactor: boolean;
    readonly confirmedAt: Instant;
    readonly lastSeenAt: Instant;
  },
): Promise<void> => {
  await tx
    .updateTable('sign_in')
    .set({
      token_hash: next.tokenHash,
      second_factor: next.secondFactor,
      confirmed_at: next.confirmedAt,
      last_seen_at: next.lastSeenAt,
    })
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('id', '=', id)
    .execute();
};

export const touchSession = async (
  tx: Tx,
  jurisdictionId: number,
  id: number,
  at: Instant,
): Promise<void> => {
  await tx
    .updateTable('sign_in')
    .set({ last_seen_at: at })
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('id', '=', id)
    .where('last_seen_at', '<', at)
    .execute();
};

/** Ends sessions of an account that are open: one, all but one, or all. Answers with how many. */
export const endSessions = async (
  tx: Tx,
  jurisdictionId: number,
  accountId: number,
  at: Instant,
  which: { readonly only?: number; readonly except?: number } = {},
): Promise<number> => {
  const open = tx
    .updateTable('sign_in')
    .set({ ended_at: at })
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null);
  const one = which.only === undefined ? open : open.where('id', '=', which.only);
  const chosen = which.except === undefined ? one : one.where('id', '!=', which.except);
  return Number((await chosen.executeTakeFirst()).numUpdatedRows);
};

/** Ends all but the `most` sessions of the account that were used last. */
export const endSurplusSessions = async (
  tx: Tx,
  jurisdictionId: number,
  accountId: number,
  at: Instant,
  most: number,
): Promise<number> => {
  const result = await tx
    .updateTable('sign_in')
    .set({ ended_at: at })
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('id', 'in', (e) =>
      e
        .selectFrom('sign_in')
        .select('id')
        .where('jurisdiction_id', '=', jurisdictionId)
        .where('account_id', '=', accountId)
        .where('ended_at', 'is', null)
        .orderBy('last_seen_at', 'desc')
        .orderBy('id', 'desc')
        .offset(most),
    )
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
};

/** Holds the count of a source or of an unknown user name until the transaction ends. */
export const lockFailures = async (
  tx: Tx,
  jurisdictionId: number,
  source: string,
  at: Instant,
): Promise<FailureCount> => {
  const row = await tx
    .insertInto('sign_in_failure')
    .values({ jurisdiction_id: jurisdictionId, source, failures: 0, last_at: at })
    // Changes nothing; it locks the row that is there and returns it.
    .onConflict((on) => on.columns(['jurisdiction_id', 'source']).doUpdateSet({ source }))
    .returning(['failures', 'locked_until', 'last_at'])
    .executeTakeFirstOrThrow();
  return {
    failures: row.failures,
    lockedUntil: row.locked_until === null ? null : Date.parse(row.locked_until),
    lastAt: Date.parse(row.last_at),
  };
};

export const saveSourceFailures = async (
  tx: Tx,
  jurisdictionId: number,
  source: string,
  count: FailureCount,
  at: Instant,
): Promise<void> => {
  await tx
    .updateTable('sign_in_failure')
    .set({
      failures: count.failures,
      locked_until: count.lockedUntil === null ? null : new Date(count.lockedUntil).toISOString(),
      last_at: at,
    })
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('source', '=', source)
    .execute();
};

/** When the source's lock ends, in milliseconds since 1970; null: it is not locked. Locks no row. */
export const findSourceLock = async (
  tx: Tx,
  jurisdictionId: number,
  source: string,
): Promise<number | null> => {
  const row = await tx
    .selectFrom('sign_in_failure')
    .select('locked_until')
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('source', '=', source)
    .executeTakeFirst();
  return row?.locked_until === undefined || row.locked_until === null ? null : Date.parse(row.locked_until);
};

/**
 * Removes what no rule reads any more: sessions that ended or were last used before `before`, counts of failures
 * and one-time tokens from before it. The journal keeps who signed in when.
 */
export const purgeSessions = async (tx: Tx, jurisdictionId: number, before: Instant): Promise<number> => {
  const sessions = await tx
    .deleteFrom('sign_in')
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('last_seen_at', '<', before)
    // The newest of an account stays: it says when the account was last used.
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('sign_in as newer')
          .select('newer.id')
          .whereRef('newer.jurisdiction_id', '=', 'sign_in.jurisdiction_id')
          .whereRef('newer.account_id', '=', 'sign_in.account_id')
          .whereRef('newer.id', '>', 'sign_in.id'),
      ),
    )
    .executeTakeFirst();
  const failures = await tx
    .deleteFrom('sign_in_failure')
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('last_at', '<', before)
    .executeTakeFirst();
  const tokens = await tx
    .deleteFrom('one_time_token')
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('expires_at', '<', before)
    .executeTakeFirst();
  return Number(sessions.numDeletedRows) + Number(failures.numDeletedRows) + Number(tokens.numDeletedRows);
};
