import type { Role } from '#core/access.ts';
import type { FailureCount } from '#core/account/lock-out.ts';
import type { PasswordProfileName } from '#core/account/password-policy.ts';
import { usernameKey } from '#core/account/username.ts';
import { type Refusal, refuse } from '#core/refusal.ts';
import type { Instant } from '#core/words.ts';
import type { AccountTable } from '#db/types.ts';
import { sql, type Updateable } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

export type Jurisdiction = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly demo: boolean;
  readonly profile: PasswordProfileName;
};

const jurisdictions = (tx: Tx) =>
  tx
    .selectFrom('jurisdiction')
    .select(['id', 'code', 'name', 'name_en as nameEn', 'demo', 'password_profile as profile']);

type JurisdictionRow = Omit<Jurisdiction, 'profile'> & { readonly profile: string };

const toJurisdiction = (row: JurisdictionRow): Jurisdiction => ({
  ...row,
  profile: row.profile as PasswordProfileName,
});

/** Faults when there is none: callers know it from the session or the default. */
export const getJurisdiction = async (tx: Tx, id: number): Promise<Jurisdiction> =>
  toJurisdiction(await jurisdictions(tx).where('id', '=', id).executeTakeFirstOrThrow());

/**
 * Binds the rest of the transaction to another jurisdiction: nobody is signed in yet, and the request itself says
 * where he belongs. Null: there is no such jurisdiction, and the transaction stays where it was.
 */
export const enterJurisdiction = async (
  tx: Tx,
  by: { readonly code: string } | { readonly id: number },
): Promise<Jurisdiction | null> => {
  const row =
    'code' in by
      ? await jurisdictions(tx).where('code', '=', by.code).executeTakeFirst()
      : await jurisdictions(tx).where('id', '=', by.id).executeTakeFirst();
  if (row === undefined) return null;
  await sql`select set_config('luoshi.jurisdiction', ${String(row.id)}, true)`.execute(tx);
  return toJurisdiction(row);
};

export type Account = {
  readonly id: number;
  readonly personId: number;
  readonly name: string;
  readonly username: string;
  /** Account and person both in use. */
  readonly active: boolean;
  readonly personActive: boolean;
  readonly disabled: boolean;
  readonly passwordHash: string;
  readonly passwordSetAt: Instant;
  readonly mustChange: boolean;
  readonly totpSealed: string | null;
  /** The authenticator has been confirmed by a code. */
  readonly enrolled: boolean;
  readonly totpLastStep: number | null;
  readonly failures: FailureCount;
  readonly roles: readonly Role[];
};

const accounts = (tx: Tx) =>
  tx
    .selectFrom('account as a')
    .innerJoin('person as p', (on) =>
      on.onRef('p.jurisdiction_id', '=', 'a.jurisdiction_id').onRef('p.id', '=', 'a.person_id'),
    )
    .selectAll('a')
    .select(['p.name', 'p.state as person_state'])
    .select(
      sql<Role[]>`array(select g.role from role_grant g
        where g.jurisdiction_id = a.jurisdiction_id and g.person_id = a.person_id)`.as('roles'),
    );

type AccountRow = Awaited<ReturnType<ReturnType<typeof accounts>['executeTakeFirstOrThrow']>>;

const toAccount = (row: AccountRow): Account => ({
  id: row.id,
  personId: row.person_id,
  name: row.name,
  username: row.username,
  active: row.state === 'active' && row.person_state === 'active',
  personActive: row.person_state === 'active',
  disabled: row.state === 'disabled',
  passwordHash: row.password_hash,
  passwordSetAt: row.password_set_at,
  mustChange: row.must_change,
  totpSealed: row.totp_sealed,
  enrolled: row.totp_confirmed_at !== null,
  totpLastStep: row.totp_last_step,
  failures: {
    failures: row.failures,
    lockedUntil: row.locked_until === null ? null : Date.parse(row.locked_until),
    lastAt: null,
  },
  roles: row.roles,
});

/** Holds the account until the transaction ends, so that two parallel guesses are counted one after the other. */
export const lockAccountByName = async (
  tx: Tx,
  jurisdictionId: number,
  name: string,
): Promise<Account | null> => {
  const row = await accounts(tx)
    .where('a.jurisdiction_id', '=', jurisdictionId)
    .where('a.username_key', '=', usernameKey(name))
    .forUpdate('a')
    .executeTakeFirst();
  return row === undefined ? null : toAccount(row);
};

const byId = (tx: Tx, jurisdictionId: number, id: number) =>
  accounts(tx).where('a.jurisdiction_id', '=', jurisdictionId).where('a.id', '=', id);

export const findAccount = async (tx: Tx, jurisdictionId: number, id: number): Promise<Account | null> => {
  const row = await byId(tx, jurisdictionId, id).executeTakeFirst();
  return row === undefined ? null : toAccount(row);
};

/** As `findAccount`, and holds the account until the transaction ends. */
export const lockAccount = async (tx: Tx, jurisdictionId: number, id: number): Promise<Account | null> => {
  const row = await byId(tx, jurisdictionId, id).forUpdate('a').executeTakeFirst();
  return row === undefined ? null : toAccount(row);
};

/** Holds the accounts of all administrators in use, in one order, so that two of them cannot disable each other. */
export const lockAdministrators = async (tx: Tx, jurisdictionId: number): Promise<readonly number[]> => {
  const rows = await tx
    .selectFrom('account as a')
    .innerJoin('person as p', (on) =>
      on.onRef('p.jurisdiction_id', '=', 'a.jurisdiction_id').onRef('p.id', '=', 'a.person_id'),
    )
    .where('a.jurisdiction_id', '=', jurisdictionId)
    .where('a.state', '=', 'active')
    .where('p.state', '=', 'active')
    .where((e) =>
      e.exists(
        e
          .selectFrom('role_grant as g')
          .select('g.id')
          .whereRef('g.jurisdiction_id', '=', 'a.jurisdiction_id')
          .whereRef('g.person_id', '=', 'a.person_id')
          .where('g.role', '=', 'system-admin'),
      ),
    )
    .select('a.id')
    .orderBy('a.id')
    .forUpdate('a')
    .execute();
  return rows.map((row) => row.id);
};

/** An account that administers exists, whether in use or not: the one-time token has had its day. */
export const hasAdministrator = async (tx: Tx, jurisdictionId: number): Promise<boolean> => {
  const row = await tx
    .selectFrom('account as a')
    .innerJoin('role_grant as g', (on) =>
      on.onRef('g.jurisdiction_id', '=', 'a.jurisdiction_id').onRef('g.person_id', '=', 'a.person_id'),
    )
    .where('a.jurisdiction_id', '=', jurisdictionId)
    .where('g.role', '=', 'system-admin')
    .select('a.id')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
};

export const updateAccount = async (
  tx: Tx,
  jurisdictionId: number,
  id: number,
  change: Updateable<AccountTable>,
): Promise<void> => {
  await tx
    .updateTable('account')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('id', '=', id)
    .execute();
};

export const saveFailures = (
  tx: Tx,
  jurisdictionId: number,
  id: number,
  count: FailureCount,
): Promise<void> =>
  updateAccount(tx, jurisdictionId, id, {
    failures: count.failures,
    locked_until: count.lockedUntil === null ? null : new Date(count.lockedUntil).toISOString(),
  });

type NewAccount = {
  readonly jurisdictionId: number;
  readonly personId: number;
  /** Checked by the caller (`checkUsername`). */
  readonly username: string;
  /** From `hashPassword`; a seed may give many accounts the same. */
  readonly passwordHash: string;
  readonly at: Instant;
  readonly mustChange: boolean;
  readonly language?: 'zh' | 'en';
  /** A sealed authenticator secret that counts as confirmed; for the demo's administrators. */
  readonly totpSealed?: string;
};

/** Inserts one account. Refusals: `account-exists` (the person has one), `name-taken`. Journals nothing. */
export const insertAccount = async (
  tx: Tx,
  account: NewAccount,
): Promise<
  { readonly ok: true; readonly accountId: number } | { readonly ok: false; readonly refusal: Refusal }
> => {
  const { jurisdictionId, personId, username } = account;
  const row = await tx
    .insertInto('account')
    .values({
      jurisdiction_id: jurisdictionId,
      person_id: personId,
      username,
      username_key: usernameKey(username),
      password_hash: account.passwordHash,
      password_set_at: account.at,
      must_change: account.mustChange,
      language: account.language ?? 'zh',
      totp_sealed: account.totpSealed ?? null,
      totp_confirmed_at: account.totpSealed === undefined ? null : account.at,
    })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row !== undefined) return { ok: true, accountId: row.id };
  const own = await tx
    .selectFrom('account')
    .select('id')
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return own === undefined
    ? { ok: false, refusal: refuse('name-taken', { name: username }, 'username') }
    : { ok: false, refusal: refuse('account-exists', {}, 'personId') };
};

/** Replaces the password; the old hash goes into the history under the moment it was set. */
export const replacePassword = async (
  tx: Tx,
  jurisdictionId: number,
  account: Account,
  next: { readonly hash: string; readonly at: Instant; readonly mustChange: boolean },
): Promise<void> => {
  await tx
    .insertInto('password_history')
    .values({
      jurisdiction_id: jurisdictionId,
      account_id: account.id,
      set_at: account.passwordSetAt,
      password_hash: account.passwordHash,
    })
    .onConflict((on) => on.doNothing())
    .execute();
  await updateAccount(tx, jurisdictionId, account.id, {
    password_hash: next.hash,
    password_set_at: next.at,
    must_change: next.mustChange,
  });
};

/** Hashes of the passwords before the present one, newest first. */
export const findPasswordHistory = async (
  tx: Tx,
  jurisdictionId: number,
  accountId: number,
  most: number,
): Promise<readonly string[]> => {
  const rows = await tx
    .selectFrom('password_history')
    .select('password_hash')
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('account_id', '=', accountId)
    .orderBy('set_at', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => row.password_hash);
};

export const findPerson = (
  tx: Tx,
  jurisdictionId: number,
  id: number,
): Promise<{ name: string; state: string; service: boolean } | undefined> =>
  tx
    .selectFrom('person')
    .select(({ and, exists, not, selectFrom }) => [
      'name',
      'state',
      // Who has tokens and cannot sign in is a program.
      and([
        exists(
          selectFrom('api_token as t')
            .select('t.id')
            .whereRef('t.jurisdiction_id', '=', 'person.jurisdiction_id')
            .whereRef('t.person_id', '=', 'person.id'),
        ),
        not(
          exists(
            selectFrom('account as a')
              .select('a.id')
              .whereRef('a.jurisdiction_id', '=', 'person.jurisdiction_id')
              .whereRef('a.person_id', '=', 'person.id'),
          ),
        ),
      ])
        .$castTo<boolean>()
        .as('service'),
    ])
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('id', '=', id)
    .executeTakeFirst();

export const insertPerson = async (
  tx: Tx,
  jurisdictionId: number,
  person: { readonly name: string; readonly post: string },
): Promise<number> => {
  const row = await tx
    .insertInto('person')
    .values({ jurisdiction_id: jurisdictionId, ...person })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};
