import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { freshDatabase, type TestDatabase } from '#test/support/database.ts';
import { foundJurisdiction } from '../setup/found-jurisdiction.ts';
import { type Db, openDatabase } from './db/database.ts';
import { addJob, type NewJob } from './db/job.store.ts';
import { type Job, startWorker, type Worker } from './jobs.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let database: TestDatabase;
let db: Db;
let j: number;
let owner: Client;
let worker: Worker | undefined;

beforeAll(async () => {
  database = await freshDatabase();
  j = await foundJurisdiction(database.ownerUrl, {
    code: 'yunchuan',
    name: '云川市',
    nameEn: 'Yunchuan',
    preset: 'national',
    demo: false,
  });
  db = openDatabase(database.appUrl, 3);
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  await owner.query('delete from graphile_worker._private_jobs');
});
afterAll(async () => {
  await db.close();
  await owner.end();
  await database.drop();
});

const add = (job: NewJob, keep = true): Promise<undefined> =>
  db.write(j, async (tx) => {
    await addJob(tx, job);
    return { keep, value: undefined };
  });

/** A job that notes its payloads, and a wait for how many there are to be. */
const noting = (name: string, act: (payload: unknown) => void = () => undefined) => {
  const seen: unknown[] = [];
  const job: Job = {
    name,
    run: async (payload) => {
      seen.push(payload);
      act(payload);
    },
  };
  const until = (count: number) =>
    vi.waitFor(() => expect(seen).toHaveLength(count), { timeout: 60_000, interval: 50 });
  return { job, seen, until };
};

const start = async (jobs: readonly Job[]): Promise<void> => {
  worker = await startWorker({
    appUrl: database.appUrl,
    jobs,
    schedules: [],
    log: () => undefined,
    orphanInterval: 500,
  });
};

test('a job exists exactly if the transaction that added it was committed', async () => {
  const { job, seen, until } = noting('note');
  await add({ name: 'note', payload: { n: 1 } }, false);
  await add({ name: 'note', payload: { n: 2 } });
  await start([job]);
  await until(1);
  await add({ name: 'note', payload: { n: 3 } });
  await until(2);
  expect(seen).toEqual([{ n: 2 }, { n: 3 }]);
});

test('one thing is queued once: a waiting job of the same key is replaced', async () => {
  const { job, seen, until } = noting('note');
  await add({ name: 'note', payload: { n: 1 }, key: 'import:1' });
  await add({ name: 'note', payload: { n: 2 }, key: 'import:1' });
  await add({ name: 'note', payload: { n: 3 }, key: 'import:2' });
  await start([job]);
  await until(2);
  // Things with different keys run side by side: which is done first is nobody's promise.
  expect(new Set(seen)).toEqual(new Set([{ n: 2 }, { n: 3 }]));
});

test('a job that fails is tried again, and told which attempt is the last', async () => {
  const lasts: boolean[] = [];
  const failing: Job = {
    name: 'fail',
    run: async (_, { last }) => {
      lasts.push(last);
      if (!last) throw new Error('not yet');
    },
  };
  await add({ name: 'fail', payload: {}, maxAttempts: 2 });
  await start([failing]);
  await vi.waitFor(() => expect(lasts).toEqual([false, true]), { timeout: 60_000 });
});

test('the job of a killed worker is taken up by another', async () => {
  const child = spawn(process.execPath, ['test/support/hanging-worker.ts', database.appUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await add({ name: 'hang', payload: { n: 1 } });
    await once(child.stdout, 'data');
  } finally {
    child.kill('SIGKILL');
  }
  await once(child, 'exit');
  const { job, seen, until } = noting('hang');
  await start([job]);
  await until(1);
  expect(seen).toEqual([{ n: 1 }]);
});

test('the job of a living worker is left to it, however long it takes', async () => {
  let finish = (): void => undefined;
  const slow = noting('slow');
  const held: Job = {
    name: 'slow',
    run: (payload) => {
      slow.seen.push(payload);
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    },
  };
  const first = await startWorker({
    appUrl: database.appUrl,
    jobs: [held],
    schedules: [],
    log: () => undefined,
  });
  try {
    await add({ name: 'slow', payload: {} });
    await slow.until(1);
    // Long enough ago that a dead worker's job would be given back at once.
    await owner.query("update graphile_worker._private_jobs set locked_at = now() - interval '1 hour'");
    const other = noting('slow');
    const done = noting('done');
    await start([other.job, done.job]);
    await add({ name: 'done', payload: {} });
    await done.until(1);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(other.seen).toEqual([]);
  } finally {
    finish();
    await first.stop();
  }
});

test('the product’s role works the queue and owns nothing of it', async () => {
  const { rows } = await owner.query<{ owner: string }>(
    "select distinct pg_get_userbyid(c.relowner) as owner from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'graphile_worker'",
  );
  expect(rows.map((row) => row.owner)).not.toContain('luoshi_app');
  await expect(
    db.outside((tx) => tx.schema.dropTable('graphile_worker._private_jobs').execute()),
  ).rejects.toThrow();
});
