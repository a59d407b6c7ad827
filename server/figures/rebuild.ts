import type { HouseOf } from '../case/house.ts';
import { keepFacts } from '../case/keep-facts.ts';
import { loadCases } from '../case/load-case.store.ts';
import type { Db } from '../platform/db/database.ts';
import type { Clock } from '../platform/moment.ts';
import { jurisdictionIds } from '../platform/db/housekeeping.store.ts';
import type { Job, Schedule } from '../platform/jobs.ts';
import { holdNext, isReady, noteReady, rebuiltThrough, saveRebuilt } from './rebuild.store.ts';

/** Matters in one transaction: short enough that no command waits long. */
const batch = 200;

export type Rebuilt = { readonly matters: number; readonly changed: number };

/**
 * Computes the facts of every matter of a jurisdiction from journal and rows, and writes those that differ. It may be
 * broken off and goes on where it was; people may go on working meanwhile.
 */
export const rebuildFigures = async (
  db: Db,
  houseOf: HouseOf,
  j: number,
  clock: Clock,
  say: (done: number) => void = () => undefined,
): Promise<Rebuilt> => {
  let after = await db.read(j, (tx) => rebuiltThrough(tx, j));
  let [matters, changed] = [0, 0];
  for (let more = true; more; ) {
    const done = await db.write(j, async (tx) => {
      const ids = await holdNext(tx, j, after, batch);
      const files = ids.length === 0 ? [] : await loadCases(tx, await houseOf(tx, j), j, ids);
      const written = await keepFacts(tx, j, files);
      const finished = ids.length < batch;
      await saveRebuilt(tx, j, {
        through: ids.at(-1) ?? after,
        finishedAt: finished ? clock().instant : null,
      });
      return { keep: true, value: { ids, written: written.length, finished } };
    });
    matters += done.ids.length;
    changed += done.written;
    after = done.ids.at(-1) ?? after;
    more = !done.finished;
    say(matters);
  }
  return { matters, changed };
};

export const rebuildSchedule: Schedule = { job: 'figures-rebuild', when: '*/5 * * * *' };

/** Computes the facts of the matters that were there before facts were kept. */
export const rebuildJob = (db: Db, houseOf: HouseOf, clock: Clock): Job => ({
  name: rebuildSchedule.job,
  run: async () => {
    for (const j of await db.outside(jurisdictionIds))
      if (!(await db.read(j, (tx) => isReady(tx, j)))) await rebuildFigures(db, houseOf, j, clock);
      else
        await db.write(j, async (tx) => {
          await noteReady(tx, j, clock().instant);
          return { keep: true, value: null };
        });
  },
});
