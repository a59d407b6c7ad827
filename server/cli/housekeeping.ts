import { purgeSessions } from '../account/session.store.ts';
import { dropOldProposals } from '../calendar/calendar.store.ts';
import type { Db } from '../platform/db/database.ts';
import {
  dropOldDryRuns,
  dropOldMessages,
  dropUnusedUploads,
  forgetKeys,
  jurisdictionIds,
} from '../platform/db/housekeeping.store.ts';
import { dropOldRehearsals } from '../rehearsal/rehearsal.store.ts';
import type { Job, Schedule } from '../platform/jobs.ts';
import type { Clock } from '../platform/moment.ts';

const hour = 3_600_000;

/** How long each thing is kept, in hours. */
const keeping = {
  keys: 24,
  uploads: 7 * 24,
  sessions: 30 * 24,
  proposals: 30 * 24,
  rehearsals: 30 * 24,
  messages: 90 * 24,
} as const;

export const housekeepingSchedule: Schedule = { job: 'housekeeping', when: '17 * * * *' };

/** Removes, jurisdiction by jurisdiction, what is kept for a while only. Safe to run at any time, any number of times. */
export const housekeeping = (db: Db, clock: Clock): Job => ({
  name: housekeepingSchedule.job,
  run: async () => {
    const now = Date.parse(clock().instant);
    const before = (hours: number): string => new Date(now - hours * hour).toISOString();
    for (const j of await db.outside(jurisdictionIds))
      await db.write(j, async (tx) => {
        await forgetKeys(tx, j, before(keeping.keys));
        await dropUnusedUploads(tx, j, before(keeping.uploads));
        await dropOldDryRuns(tx, j, before(keeping.uploads));
        await dropOldMessages(tx, j, before(keeping.messages));
        await dropOldProposals(tx, j, before(keeping.proposals));
        await dropOldRehearsals(tx, j, before(keeping.rehearsals));
        await purgeSessions(tx, j, before(keeping.sessions));
        return { keep: true, value: undefined };
      });
  },
});
