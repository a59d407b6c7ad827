/**
 * The only way to the database. A `Tx` is bound to one jurisdiction: its row-level security setting lives and dies
 * with the transaction (`set local`), so that a pooled connection never carries it over (ADR 0003).
 */
import type { Database } from '#db/types.ts';
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

export type Tx = Kysely<Database>;

export type Db = {
  /** Reads of one screen, in one snapshot. */
  readonly read: <T>(jurisdictionId: number, work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** One write, one transaction: `work` throws or returns `{ keep: false }` and nothing has happened. */
  readonly write: <T>(jurisdictionId: number, work: (tx: Tx) => Promise<Kept<T>>) => Promise<T>;
  /** Queries that need no jurisdiction (the list of jurisdictions itself). */
  readonly outside: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

export type Kept<T> = { readonly keep: boolean; readonly value: T };

const int8 = 20;
const date = 1082;
const timestamptz = 1184;
const int8Array = 1016;

/** Dates stay text, instants become ISO text in UTC, ids become numbers (they stay far below 2^53). */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === int8) return Number;
    if (oid === date) return (value: string) => value;
    if (oid === timestamptz) return (value: string) => new Date(value).toISOString();
    if (oid === int8Array) return (value: string) => JSON.parse(`[${value.slice(1, -1)}]`) as number[];
    return pg.types.getTypeParser(oid, format);
  }) as typeof pg.types.getTypeParser,
};

const begin = (jurisdictionId: number, mode: string): CompiledQuery => {
  if (!Number.isSafeInteger(jurisdictionId)) throw new Error('A jurisdiction is a whole number');
  return CompiledQuery.raw(`begin ${mode}; set local luoshi.jurisdiction = '${jurisdictionId}'`);
};
const commit = CompiledQuery.raw('commit');
const rollback = CompiledQuery.raw('rollback');

/** `appUrl` names a role that owns no table. `max`: connections of this process. */
export const openDatabase = (appUrl: string, max = 10): Db => {
  const pool = new pg.Pool({
    connectionString: appUrl,
    max,
    types,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
  });
  // A broken idle connection is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  // Short statements over many small tables: compiling them costs a hundred times what running them does.
  pool.on('connect', (client) => {
    client.query('set jit = off').catch(() => undefined);
  });
  const kysely = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });

  const transact = <T>(start: CompiledQuery, work: (tx: Tx) => Promise<Kept<T>>): Promise<T> =>
    kysely.connection().execute(async (connection) => {
      await connection.executeQuery(start);
      try {
        const { keep, value } = await work(connection);
        await connection.executeQuery(keep ? commit : rollback);
        return value;
      } catch (fault) {
        await connection.executeQuery(rollback).catch(() => undefined);
        throw fault;
      }
    });

  return {
    read: (jurisdictionId, work) =>
      transact(begin(jurisdictionId, 'isolation level repeatable read, read only'), async (tx) => ({
        keep: true,
        value: await work(tx),
      })),
    write: (jurisdictionId, work) => transact(begin(jurisdictionId, ''), work),
    outside: (work) => kysely.connection().execute(work),
    close: () => kysely.destroy(),
  };
};
