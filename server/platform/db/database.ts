/**
 * The only way to the database. A `Tx` is bound to one jurisdiction: its row-level security setting lives and dies
 * with the transaction (`set local`), so that a pooled connection never carries it over (ADR 0003).
 */
import type { Database } from '#db/types.ts';
import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { statementNames } from './statement-names.ts';

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

const begin = (jurisdictionId: number, mode: string): string => {
  if (!Number.isSafeInteger(jurisdictionId)) throw new Error('A jurisdiction is a whole number');
  return `begin ${mode}; set local luoshi.jurisdiction = '${jurisdictionId}'`;
};

type Send = (text: string, values: readonly unknown[]) => Promise<pg.QueryResult>;
const senders = new WeakMap<Tx, Send>();

/**
 * Runs statements one after the other in one trip to the server, and answers with the rows of the last. Each sees
 * what those before it did or waited for: a lock, then what the lock guards.
 */
export const inOneTrip = async <Row>(
  tx: Tx,
  ...queries: readonly CompiledQuery[]
): Promise<readonly Row[]> => {
  const send = senders.get(tx);
  if (send === undefined) throw new Error('Not a transaction of this database');
  const answers = await Promise.all(queries.map(({ sql, parameters }) => send(sql, parameters)));
  return (answers.at(-1)?.rows ?? []) as Row[];
};

/** Queries on one connection, without waiting in line for one: a transaction has its connection already. */
const queriesOn = (client: pg.PoolClient, nameOf: (text: string) => string | undefined): Tx => {
  const query: Send = (text, values) => {
    const name = nameOf(text);
    return client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) });
  };
  const held = { query, release: () => undefined };
  const tx = new Kysely<Database>({
    dialect: new PostgresDialect({
      // The driver's types want a cursor as well; nothing here streams.
      pool: { options: {}, connect: async () => held as never, end: async () => undefined },
    }),
  });
  senders.set(tx, query);
  return tx;
};

/** Ends a transaction and gives the connection back, or away when it is of no more use. */
const end = async (client: pg.PoolClient, how: 'commit' | 'rollback'): Promise<void> => {
  const ended = client.query(how);
  const { command } = await ended.catch((fault: unknown) => {
    client.release(true);
    throw fault;
  });
  client.release();
  // PostgreSQL answers the commit of a failed transaction with a rollback, and without an error.
  if (how === 'commit' && command !== 'COMMIT') throw new Error('The transaction could not be committed');
};

const openPool = (appUrl: string, max: number): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: appUrl,
    max,
    types,
    // Statements go out without waiting for the answers to those before them; they are answered in order.
    pipeline: true,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
  });
  // A broken idle connection is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  // Short statements over many small tables: compiling them costs a hundred times what running them does.
  pool.on('connect', (client) => {
    client.query('set jit = off').catch(() => undefined);
  });
  return pool;
};

/** `appUrl` names a role that owns no table. `max`: connections of this process. */
export const openDatabase = (appUrl: string, max = 10): Db => {
  const pool = openPool(appUrl, max);
  const nameOf = statementNames();
  const known = new WeakMap<pg.PoolClient, Tx>();
  const txOn = (client: pg.PoolClient): Tx => {
    const tx = known.get(client) ?? queriesOn(client, nameOf);
    known.set(client, tx);
    return tx;
  };

  const transact = async <T>(
    start: string,
    work: (tx: Tx) => Promise<T>,
    finish: (client: pg.PoolClient, value: T) => Promise<void>,
  ): Promise<T> => {
    const client = await pool.connect();
    // On the wire before anything of `work`; a failure here fails the work too, which finds no jurisdiction.
    const begun = client.query(start);
    begun.catch(() => undefined);
    let value: T;
    try {
      value = await work(txOn(client));
      await begun;
    } catch (fault) {
      await end(client, 'rollback').catch(() => undefined);
      throw fault;
    }
    await finish(client, value);
    return value;
  };

  return {
    read: (jurisdictionId, work) =>
      transact(begin(jurisdictionId, 'isolation level repeatable read, read only'), work, async (client) => {
        // What was read is read: the answer need not wait for the end of the snapshot.
        void end(client, 'commit').catch(() => undefined);
      }),
    write: async (jurisdictionId, work) => {
      const { value } = await transact(begin(jurisdictionId, ''), work, (client, { keep }) =>
        end(client, keep ? 'commit' : 'rollback'),
      );
      return value;
    },
    outside: async (work) => {
      const client = await pool.connect();
      try {
        return await work(txOn(client));
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
};
