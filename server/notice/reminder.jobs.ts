import type { HouseOf } from '../case/house.ts';
import type { Db } from '../platform/db/database.ts';
import { jurisdictionIds } from '../platform/db/housekeeping.store.ts';
import type { Job, Schedule } from '../platform/jobs.ts';
import type { Clock } from '../platform/moment.ts';
import { runReminders } from './run-reminders.ts';

/** From seven in the morning in China (UTC+8) until the evening, so that a worker that was down at the first hour still tells. */
export const reminderSchedule: Schedule = { job: 'remind', when: '5 23,0-11 * * *' };

/** Reminders for every jurisdiction; the runs after the day's first find it done. */
export const reminderJob = (db: Db, houseOf: HouseOf, clock: Clock): Job => ({
  name: reminderSchedule.job,
  run: async (_, { signal }) => {
    const faults: unknown[] = [];
    for (const j of await db.outside(jurisdictionIds))
      await runReminders(db, houseOf, j, clock(), undefined, () => signal.aborted).catch((fault: unknown) =>
        faults.push(fault),
      );
    // One city that cannot be read keeps no other from its reminders; the queue hears of it all the same.
    if (faults.length > 0) throw new AggregateError(faults, 'Reminders of some jurisdictions failed');
  },
});
