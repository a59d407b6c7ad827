/** Background work: a queue in the same database, so that a job is committed with what it follows from (ADR 0009). */
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import { freeOrphans, keepLease } from './db/job.store.ts';
import { openWorkerPool } from './db/worker-pool.ts';

export type JobContext = {
  /** Aborted when the process is asked to stop and the job has had its time. */
  readonly signal: AbortSignal;
  /** The queue will not try again after this attempt. */
  readonly last: boolean;
};

/** A job must be safe to run again from the start: its worker may be killed at any moment (at least once). */
export type Job = {
  readonly name: string;
  readonly run: (payload: unknown, context: JobContext) => Promise<void>;
};

/** `when`: five crontab fields, in UTC. Of several workers only one runs it. */
export type Schedule = { readonly job: string; readonly when: string };

export type WorkerOptions = {
  readonly appUrl: string;
  readonly jobs: readonly Job[];
  readonly schedules: readonly Schedule[];
  /** Jobs at a time. */
  readonly width?: number;
  readonly log: (level: 'error' | 'warn' | 'info', message: string) => void;
  /** How often to look for the jobs of dead workers, in milliseconds. */
  readonly orphanInterval?: number;
};

export type Worker = { readonly stop: () => Promise<void> };

const levels = { error: 'error', warning: 'warn', info: 'info', debug: null } as const;

/** The queue tells every job and every start; an operator wants to hear only of what went wrong. */
const loggerFor = (log: WorkerOptions['log']): Logger =>
  new Logger(() => (level, message) => {
    const told = levels[level as keyof typeof levels];
    if (told === 'error' || told === 'warn') log(told, message);
  });

const taskList = (jobs: readonly Job[]): TaskList =>
  Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async (payload, helpers) => {
        const { attempts, max_attempts: most } = helpers.job;
        await job.run(payload, {
          signal: helpers.abortSignal ?? new AbortController().signal,
          last: attempts >= most,
        });
      },
    ]),
  );

/** Starts a worker beside whatever else this process does; it survives restarts of the database. */
export const startWorker = async (options: WorkerOptions): Promise<Worker> => {
  const pool = openWorkerPool(options.appUrl, (options.width ?? 2) + 3);
  const events: WorkerEvents = new EventEmitter();
  const complain = (what: string) => (fault: unknown) => options.log('warn', `${what}: ${String(fault)}`);
  const reap = (): Promise<unknown> => freeOrphans(pool).catch(complain('jobs of dead workers'));
  let letGo = (): void => undefined;
  events.on('pool:create', ({ workerPool }) => {
    letGo();
    letGo = keepLease(pool, workerPool.id);
  });
  const begin = (): Promise<Runner> =>
    run({
      pgPool: pool,
      taskList: taskList(options.jobs),
      crontab: options.schedules.map(({ job, when }) => `${when} ${job} ?max=2`).join('\n'),
      concurrency: options.width ?? 2,
      noHandleSignals: true,
      gracefulShutdownAbortTimeout: 2_000,
      logger: loggerFor(options.log),
      events,
    });
  let stopping = false;
  let runner = await begin();
  void reap();
  const watch = async (): Promise<void> => {
    while (!stopping) {
      await runner.promise.catch(complain('worker'));
      if (stopping) return;
      await sleep(1_000);
      runner = await begin().catch((fault: unknown) => {
        complain('worker')(fault);
        return runner;
      });
    }
  };
  const watching = watch();
  const timer = setInterval(() => void reap(), options.orphanInterval ?? 20_000);
  timer.unref();
  return {
    stop: async () => {
      stopping = true;
      clearInterval(timer);
      await runner.stop().catch(() => undefined);
      await watching;
      letGo();
      await pool.end();
    },
  };
};
