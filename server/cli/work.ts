/** The background worker of a process: imports, housekeeping. */
import { importDeps } from '../app.ts';
import { calendarJobs } from '../calendar/count-moves.ts';
import { recomputeJobs } from '../case/recompute-due.ts';
import { importJobs } from '../catalogue/import.jobs.ts';
import { openDatabase } from '../platform/db/database.ts';
import { startWorker, type Worker } from '../platform/jobs.ts';
import { systemClock } from '../platform/moment.ts';
import { housekeeping, housekeepingSchedule } from './housekeeping.ts';

export type WorkOptions = {
  readonly appUrl: string;
  readonly fieldKey: string;
  readonly log: (level: 'error' | 'warn' | 'info', message: string) => void;
};

export const startWork = async ({ appUrl, fieldKey, log }: WorkOptions): Promise<Worker> => {
  const db = openDatabase(appUrl, 4);
  const jobs = [
    ...importJobs(importDeps(fieldKey), db, systemClock, (message) => log('error', message)),
    ...calendarJobs(db, systemClock),
    ...recomputeJobs(db, systemClock),
    housekeeping(db, systemClock),
  ];
  const worker = await startWorker({ appUrl, jobs, schedules: [housekeepingSchedule], log });
  return {
    stop: async () => {
      await worker.stop();
      await db.close();
    },
  };
};
