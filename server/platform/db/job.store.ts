/** The few statements with which the product reaches its queue. */
import { sql } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import type { Tx } from './database.ts';

export type NewJob = {
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** A job of the same key that waits is replaced, so that one thing is not queued twice. */
  readonly key?: string;
  readonly maxAttempts?: number;
};

/** Queues a job in the caller's transaction: it exists exactly if what it follows from was committed. */
export const addJob = async (tx: Tx, job: NewJob): Promise<void> => {
  await sql`select graphile_worker.add_job(${job.name}::text, ${JSON.stringify(job.payload)}::json,
    job_key := ${job.key ?? null}::text, max_attempts := ${job.maxAttempts ?? 5}::int)`.execute(tx);
};

/**
 * A worker lives as long as a connection of it holds an advisory lock named after it; PostgreSQL lets go of it when
 * that connection ends, however it ended. Taken again whenever the database was gone. Answers with what lets go of it.
 */
export const keepLease = (pool: Pool, workerId: string): (() => void) => {
  let released = false;
  let held: PoolClient | null = null;
  const take = async (): Promise<void> => {
    const client = await pool.connect();
    if (released) return client.release(true);
    held = client;
    client.once('error', again);
    await client.query('select pg_advisory_lock(hashtextextended($1, 7106003))', [workerId]);
  };
  function again(): void {
    held?.release(true);
    held = null;
    if (!released) setTimeout(attempt, 1_000).unref();
  }
  function attempt(): void {
    take().catch(again);
  }
  attempt();
  return () => {
    released = true;
    // Destroyed, not given back: the lock is the connection's.
    held?.release(true);
    held = null;
  };
};

/**
 * Gives back the jobs of workers that hold no lease any more; answers with how many workers were gone. Without
 * this, the queue itself would wait four hours. A job taken within the last five seconds is left alone: its worker
 * may be about to take its lease.
 */
export const freeOrphans = async (pool: Pool): Promise<number> => {
  const { rows } = await pool.query<{ id: string }>(
    `with holders as materialized (
       select distinct locked_by as id from graphile_worker._private_jobs
       where locked_by is not null and locked_at < now() - interval '5 seconds'),
     gone as materialized (
       select id from holders where pg_try_advisory_xact_lock(hashtextextended(id, 7106003)))
     select id from gone`,
  );
  if (rows.length === 0) return 0;
  await pool.query('select graphile_worker.force_unlock_workers($1::text[])', [rows.map((row) => row.id)]);
  return rows.length;
};
