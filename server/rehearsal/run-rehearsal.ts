/** Replays the matters of a rehearsal in batches: reads matters, writes nothing but its own rows. */
import { compareRules } from '#core/rehearsal/rehearse.ts';
import { loadCases } from '../case/load-case.store.ts';
import type { Db } from '../platform/db/database.ts';
import type { Job } from '../platform/jobs.ts';
import type { Clock } from '../platform/moment.ts';
import * as store from './rehearsal.store.ts';

export const rehearsalJob = 'rehearsal';

/** Matters in one transaction: short enough that a stop acts at once. */
const batch = 200;

const noVersion = { id: null, since: null, note: '' } as const;

/** One batch with its progress, in one transaction, so that a killed worker goes on where it stood. True: more. */
const step = (db: Db, j: number, id: number, clock: Clock): Promise<boolean> =>
  db.write(j, async (tx) => {
    const run = await store.lockRehearsal(tx, j, id);
    if (run === null || run.state !== 'running') return { keep: false, value: false };
    const { now, tried } = run.rules;
    const ids = await store.rehearsedMatters(tx, j, run, batch);
    const house = { ...now, calendarVersion: noVersion };
    const files = [...(await loadCases(tx, house, j, ids))].sort((a, b) => a.matter.id - b.matter.id);
    const deeds = await store.loadDeeds(tx, j, ids);
    const rows = files.flatMap((file) => {
      const done = deeds.get(file.matter.id);
      if (done === undefined) return [];
      return compareRules(file, done, tried, run.today).map((one) => ({ ...one, matterId: file.matter.id }));
    });
    await store.insertRows(tx, j, id, run.rows, rows);
    const more = ids.length === batch;
    const next = {
      id,
      state: more ? ('running' as const) : ('done' as const),
      cursor: ids.at(-1) ?? run.cursor,
      done: run.done + ids.length,
      rows: run.rows + rows.length,
    };
    await store.updateRehearsal(tx, j, next, clock().instant);
    return { keep: true, value: more };
  });

/** Runs to the end from where it stands; safe to be killed and run again. It ends early when it was stopped. */
export const runRehearsal = async (
  db: Db,
  jurisdictionId: number,
  rehearsalId: number,
  clock: Clock,
  signal?: AbortSignal,
): Promise<void> => {
  while (await step(db, jurisdictionId, rehearsalId, clock)) signal?.throwIfAborted();
};

const giveUp = (db: Db, j: number, id: number, clock: Clock): Promise<void> =>
  db.write(j, async (tx) => {
    const run = await store.lockRehearsal(tx, j, id);
    if (run?.state === 'running')
      await store.updateRehearsal(tx, j, { ...run, state: 'failed' }, clock().instant);
    return { keep: true, value: undefined };
  });

type Payload = { readonly jurisdictionId: number; readonly rehearsalId: number };

const isPayload = (value: unknown): value is Payload =>
  typeof value === 'object' &&
  value !== null &&
  'jurisdictionId' in value &&
  'rehearsalId' in value &&
  typeof value.jurisdictionId === 'number' &&
  typeof value.rehearsalId === 'number';

export const rehearsalJobs = (db: Db, clock: Clock): readonly Job[] => [
  {
    name: rehearsalJob,
    run: async (payload, { signal, last }) => {
      if (!isPayload(payload)) throw new Error('A rehearsal without its number');
      const { jurisdictionId: j, rehearsalId: id } = payload;
      try {
        await runRehearsal(db, j, id, clock, signal);
      } catch (fault) {
        if (last) await giveUp(db, j, id, clock);
        throw fault;
      }
    },
  },
];
