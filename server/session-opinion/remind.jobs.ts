import type { Moment } from '#core/words.ts';
import { tell } from '../case/trace.store.ts';
import type { Db } from '../platform/db/database.ts';
import { jurisdictionIds } from '../platform/db/housekeeping.store.ts';
import type { Job, Schedule } from '../platform/jobs.ts';
import { type Clock, localTimeOf } from '../platform/moment.ts';
import { takeWaitingOrgans } from './remind.store.ts';

/** At six, eight and ten in the evening in China (UTC+8): six, four and two hours before the day is over. */
export const sessionOpinionSchedule: Schedule = { job: 'remind-session-opinions', when: '0 10,12,14 * * *' };

/** Tells the offices of what was said today and has not left yet. Run twice in one hour, it tells nobody twice. */
export const remindSessionOpinions = (db: Db, jurisdictionId: number, at: Moment): Promise<void> =>
  db.write(jurisdictionId, async (tx) => {
    const hour = Number(localTimeOf(at).time.slice(0, 2));
    const waiting = await takeWaitingOrgans(tx, jurisdictionId, at, hour);
    const nobody = { jurisdictionId, personId: 0, forId: 0, at };
    for (const { organId } of waiting)
      tell(tx, nobody, null, [
        {
          kind: 'sessionOpinionsWaiting',
          recipients: [{ to: 'organOffice', organId }, { to: 'supervisors' }],
        },
      ]);
    return { keep: true, value: undefined };
  });

/** The reminder of every jurisdiction. */
export const sessionOpinionJob = (db: Db, clock: Clock): Job => ({
  name: sessionOpinionSchedule.job,
  run: async () => {
    const faults: unknown[] = [];
    for (const j of await db.outside(jurisdictionIds))
      await remindSessionOpinions(db, j, clock()).catch((fault: unknown) => faults.push(fault));
    if (faults.length > 0) throw new AggregateError(faults, 'Reminders of session opinions failed');
  },
});
