import { lexiconVersion } from '#core/similar/lexicon.ts';
import type { Db } from '../platform/db/database.ts';
import { jurisdictionIds } from '../platform/db/housekeeping.store.ts';
import type { Job, Schedule } from '../platform/jobs.ts';
import { refillKeys } from '../platform/db/matter-key.store.ts';

export const refillSchedule: Schedule = { job: 'similar-keys', when: '*/5 * * * *' };

const batch = 500;

/** Keys for the matters that were there before, and for all of them after the lexicon has changed; a batch at a time. */
export const refillJob = (db: Db): Job => ({
  name: refillSchedule.job,
  run: async (_, { signal }) => {
    for (const j of await db.outside(jurisdictionIds)) {
      let made = batch;
      while (made === batch && !signal.aborted)
        made = await db.write(j, async (tx) => ({
          keep: true,
          value: await refillKeys(tx, j, lexiconVersion, batch),
        }));
    }
  },
});
