/**
 * The only way to the database. A `Tx` is bound to one jurisdiction: its row-level security setting lives and dies
 * with the transaction (`set local`), so that a pooled connection never carries it over (ADR 0003).
 */
import process from 'node:process';
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
type Line = { readonly send: Send; unanswered: Promise<unknown>[] };
const lines = new WeakMap<Tx, Line>();

const lineOf = (tx: Tx): Line => {
  const line = lines.get(tx);
  if (line === undefined) throw new Error('Not a transaction of this database');
  return line;
};

/**
 * Runs statements one after the other in one trip to the server, and answers with the rows of the last. Each sees
 * what those before it did or waited for: a lock, then what the lock guards.
 */
export const inOneTrip = async <Row>(
  tx: Tx,
  ...queries: readonly CompiledQuery[]
): Promise<readonly Row[]> => {
  const rows = await inOneTripEach<Row>(tx, ...queries);
  return rows.at(-1) ?? [];
};

/** The same, with the rows of each. */
export const inOneTripEach = async <Row>(
  tx: Tx,
  ...queries: readonly CompiledQuery[]
): Promise<readonly (readonly Row[])[]> => {
  const { send } = lineOf(tx);
  const answers = await Promise.all(queries.map(({ sql, parameters }) => send(sql, parameters)));
  return answers.map((answer) => answer.rows as Row[]);
};

/**
 * Sends writes without waiting for their answers. They are done in order, before whatever is sent later, and the
 * commit is told only after all of them were answered: if one fails, the transaction fails with its error.
 */
export const sendAhead = (tx: Tx, ...queries: readonly CompiledQuery[]): void => {
  const line = lineOf(tx);
  for (const { sql, parameters } of queries) {
    const answer = line.send(sql, parameters);
    // Looked at when the transaction ends; until then nobody may take it for a fault that nobody handles.
    answer.catch(() => undefined);
    line.unanswered.push(answer);
  }
};

/** The part of a client that pg has no types for. */
type Wire = { readonly connection?: { readonly stream?: { cork?: () => void; uncork?: () => void } } };

/**
 * Holds back what is written to a client until the running turn of the event loop ends, so that statements sent
 * together leave in one packet: one system call and one waking of the server, not one for each.
 */
const together = (client: pg.PoolClient): (() => void) => {
  let held = false;
  return () => {
    const stream = (client as unknown as Wire).connection?.stream;
    if (held || stream?.cork === undefined) return;
    held = true;
    stream.cork();
    process.nextTick(() => {
      held = false;
      stream.uncork?.();
    });
  };
};

/** Queries on one connection, without waiting in line for one: a transaction has its connection already. */
const queriesOn = (
  client: pg.PoolClient,
  hold: () => void,
  nameOf: (text: string) => string | undefined,
): Tx => {
  const query: Send = (text, values) => {
    const name = nameOf(text);
    hold();
    return client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) });
  };
  const held = { query, release: () => undefined };
  const tx = new Kysely<Database>({
    dialect: new PostgresDialect({
      // The driver's types want a cursor as well; nothing here streams.
      pool: { options: {}, connect: async () => held as never, end: async () => undefined },
    }),
  });
  lines.set(tx, { send: query, unanswered: [] });
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

type Seat = { readonly tx: Tx; readonly hold: () => void };

/** What belongs to each connection, made at its first use. */
const seatsOf = (): ((client: pg.PoolClient) => Seat) => {
  const nameOf = statementNames();
  const known = new WeakMap<pg.PoolClient, Seat>();
  return (client) => {
    const found = known.get(client);
    if (found !== undefined) return found;
    const hold = together(client);
    const seat = { tx: queriesOn(client, hold, nameOf), hold };
    known.set(client, seat);
    return seat;
  };
};

type Finish<T> = (client: pg.PoolClient, value: T, unanswered: readonly Promise<unknown>[]) => Promise<void>;

const transactIn =
  (pool: pg.Pool, seatOn: (client: pg.PoolClient) => Seat) =>
  async <T>(start: string, work: (tx: Tx) => Promise<T>, finish: Finish<T>): Promise<T> => {
    const client = await pool.connect();
    const { tx, hold } = seatOn(client);
    const unanswered: Promise<unknown>[] = [];
    lineOf(tx).unanswered = unanswered;
    hold();
    // On the wire before anything of `work`; a failure here fails the work too, which finds no jurisdiction.
    const begun = client.query(start);
    begun.catch(() => undefined);
    let value: T;
    try {
      value = await work(tx);
      await begun;
    } catch (fault) {
      await end(client, 'rollback').catch(() => undefined);
      // A write that nobody waited for comes first: what failed after it may have failed because of it.
      const answers = await Promise.allSettled(unanswered);
      throw answers.find((answer) => answer.status === 'rejected')?.reason ?? fault;
    }
    hold();
    await finish(client, value, unanswered);
    return value;
  };

/** `appUrl` names a role that owns no table. `max`: connections of this process. */
export const openDatabase = (appUrl: string, max = 10): Db => {
  const pool = openPool(appUrl, max);
  const seatOn = seatsOf();
  const transact = transactIn(pool, seatOn);
  return {
    read: (jurisdictionId, work) =>
      transact(begin(jurisdictionId, 'isolation level repeatable read, read only'), work, async (client) => {
        // What was read is read: the answer goes out before the snapshot ends.
        setImmediate(() => void end(client, 'commit').catch(() => undefined));
      }),
    write: async (jurisdictionId, work) => {
      const { value } = await transact(
        begin(jurisdictionId, ''),
        work,
        async (client, { keep }, unanswered) => {
          // On the wire behind the writes; PostgreSQL turns it into a rollback when one of them failed.
          const ended = end(client, keep ? 'commit' : 'rollback');
          ended.catch(() => undefined);
          await Promise.all(unanswered);
          await ended;
        },
      );
      return value;
    },
    outside: async (work) => {
      const client = await pool.connect();
      try {
        return await work(seatOn(client).tx);
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
};
