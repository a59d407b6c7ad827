/** The background worker of a process: imports, housekeeping, and what leaves the app by channels. */
import { importDeps } from '../app.ts';
import { calendarJobs } from '../calendar/count-moves.ts';
import { recomputeJobs } from '../case/recompute-due.ts';
import { importJobs } from '../catalogue/import.jobs.ts';
import { startDispatcher } from '../notice/dispatcher.ts';
import { type Pace, usualPace } from '../notice/outbox.store.ts';
import { outgoingGuard } from '../platform/channels/outgoing-guard.ts';
import type { Config } from '../platform/config.ts';
import { openDatabase } from '../platform/db/database.ts';
import { startWorker, type Worker } from '../platform/jobs.ts';
import { systemClock } from '../platform/moment.ts';
import { sealer } from '../platform/secrets.ts';
import { rehearsalJobs } from '../rehearsal/run-rehearsal.ts';
import { farewells } from '../see/notice.views.ts';
import { reachOf } from '../see/reach.ts';
import { sessionOpinionJob, sessionOpinionSchedule } from '../session-opinion/remind.jobs.ts';
import { reminderJob, reminderSchedule } from '../notice/reminder.jobs.ts';
import { houseReader } from '../case/house.store.ts';
import { rebuildJob, rebuildSchedule } from '../figures/rebuild.ts';
import { refillJob, refillSchedule } from '../similar/refill-keys.ts';
import { housekeeping, housekeepingSchedule } from './housekeeping.ts';

export type WorkOptions = {
  readonly appUrl: string;
  readonly fieldKey: string;
  readonly config?: Pick<Config, 'publicUrl' | 'outgoingAllow'>;
  readonly log: (level: 'error' | 'warn' | 'info', message: string) => void;
  /** For tests that cannot wait: how fast the outbox tries again, and how long a claim of a dead worker holds. */
  readonly outbox?: { readonly pace?: Partial<Pace>; readonly leaseMs?: number };
};

/** Long enough for every message of a batch to time out. */
const usualLease = 90_000;

export const startWork = async (options: WorkOptions): Promise<Worker> => {
  const { appUrl, fieldKey, config, log, outbox } = options;
  const db = openDatabase(appUrl, 8);
  const seal = sealer(fieldKey);
  const jobs = [
    ...importJobs(importDeps(fieldKey), db, systemClock, (message) => log('error', message)),
    ...calendarJobs(db, systemClock),
    ...recomputeJobs(db, systemClock),
    ...rehearsalJobs(db, systemClock),
    housekeeping(db, systemClock),
    refillJob(db),
    rebuildJob(db, houseReader(), systemClock),
    reminderJob(db, houseReader(), systemClock),
    sessionOpinionJob(db, systemClock),
  ];
  const worker = await startWorker({
    appUrl,
    jobs,
    schedules: [
      housekeepingSchedule,
      reminderSchedule,
      refillSchedule,
      rebuildSchedule,
      sessionOpinionSchedule,
    ],
    log,
  });
  const dispatcher = startDispatcher({
    db,
    appUrl,
    openSeal: (sealed) => seal.open(sealed),
    sight: { standing: reachOf, named: farewells },
    publicUrl: config?.publicUrl ?? null,
    guard: outgoingGuard(config?.outgoingAllow ?? ''),
    pace: { ...usualPace, ...outbox?.pace },
    leaseMs: outbox?.leaseMs ?? usualLease,
    log,
  });
  return {
    stop: async () => {
      await dispatcher.stop();
      await worker.stop();
      await db.close();
    },
  };
};
