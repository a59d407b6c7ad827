/**
 * Brings the stored due dates of open matters into line with the ruleset and calendar in force. Stored dates are
 * projections (ADR 0010): after another calendar or ruleset was taken into use, somebody must compute them anew.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '#core/access.ts';
import { openExtension } from '#core/assignment/extension.ts';
import { extensionDecisionDue } from '#core/case/due.ts';
import { extensionDecidedBy } from '#core/case/extend.ts';
import type { Moment } from '#core/words.ts';
import { record } from '../platform/commit.ts';
import type { Db, Tx } from '../platform/db/database.ts';
import { addJob } from '../platform/db/job.store.ts';
import type { Job } from '../platform/jobs.ts';
import type { Clock } from '../platform/moment.ts';
import { dueDatesOf, type Moved, movedDates, type Restated, restated } from './due-dates.ts';
import { keepFacts } from './keep-facts.ts';
import { houseLifetime, readHouse } from './house.store.ts';
import { type House, loadCases } from './load-case.store.ts';
import * as store from './recompute.store.ts';

/** Matters in one transaction: long enough to be quick, short enough that no command waits. */
const recomputeBatch = 500;

const recomputeJob = 'due-dates';

export type Recomputed = {
  /** Where the next batch begins; null: there are no more open matters. */
  readonly next: number | null;
  readonly seen: number;
  readonly moved: readonly Moved[];
};

type Difference = {
  readonly matterId: number;
  readonly moved: readonly Moved[];
  readonly rest: readonly Restated[];
};

const differences = async (
  tx: Tx,
  house: House,
  j: number,
  ids: readonly number[],
): Promise<readonly Difference[]> => {
  const stored = await store.storedDates(tx, j, ids);
  const files = await loadCases(tx, house, j, ids);
  return files.flatMap((file) => {
    const matterId = file.matter.id;
    const [before, after] = [stored.get(matterId) ?? new Map(), dueDatesOf(file)];
    const [moved, rest] = [movedDates(matterId, before, after), restated(before, after)];
    return moved.length + rest.length === 0 ? [] : [{ matterId, moved, rest }];
  });
};

/** Until when requests for an extension are to be decided, and by whom: that too follows the rules and the calendar. */
const refreshRequests = async (tx: Tx, house: House, j: number, ids: readonly number[]): Promise<void> => {
  const waiting = await store.mattersWithRequests(tx, j, ids);
  if (waiting.length === 0) return;
  await store.holdMatters(tx, j, waiting);
  const files = await loadCases(tx, house, j, waiting);
  await store.writeRequests(
    tx,
    j,
    files.flatMap((file) =>
      file.duties
        .filter(({ extensions }) => openExtension(extensions) !== undefined)
        .map((duty) => ({
          assignmentId: duty.id,
          due: extensionDecisionDue(file, duty)?.date ?? null,
          by: extensionDecidedBy(file, duty),
        })),
    ),
  );
};

/**
 * Computes the due dates of the next open matters behind `cursor` (0 at first) and writes those that differ, in the
 * caller's transaction. Doing it again changes nothing. Only matters whose dates differ are held.
 */
export const recomputeDueDates = async (
  tx: Tx,
  house: House,
  jurisdictionId: number,
  cursor: number,
  size: number = recomputeBatch,
): Promise<Recomputed> => {
  const followed = store.followedClasses(house.ruleset);
  const ids = await store.openMatters(tx, jurisdictionId, followed, cursor, size);
  const last = ids.at(-1);
  if (last === undefined) return { next: null, seen: 0, moved: [] };
  const suspected = (await differences(tx, house, jurisdictionId, ids)).map(({ matterId }) => matterId);
  let moved: readonly Moved[] = [];
  if (suspected.length > 0) {
    // Looked at again under the lock: a command may have changed the matter in between.
    await store.holdMatters(tx, jurisdictionId, suspected);
    const found = await differences(tx, house, jurisdictionId, suspected);
    moved = found.flatMap((one) => one.moved);
    await store.writeDates(tx, jurisdictionId, moved);
    await store.writeRest(
      tx,
      jurisdictionId,
      found.flatMap(({ rest }) => rest),
    );
    await keepFacts(tx, jurisdictionId, await loadCases(tx, house, jurisdictionId, suspected));
  }
  await refreshRequests(tx, house, jurisdictionId, ids);
  return { next: ids.length < size ? null : last, seen: ids.length, moved };
};

/**
 * Asks for all stored due dates to be computed anew: because of a calendar version or a ruleset (`reference`: its
 * number), or to check them. Journalled and queued in the caller's transaction. Answers with the run's id.
 */
export const askRecompute = async (
  tx: Tx,
  actor: Actor,
  at: Moment,
  why: { readonly reason: store.RecomputeReason; readonly reference: number | null },
): Promise<number> => {
  const j = actor.jurisdictionId;
  const { ruleset } = await readHouse(tx, j);
  const id = await store.insertRecompute(tx, j, {
    ...why,
    askedBy: actor.personId,
    askedName: actor.name,
    askedAt: at.instant,
    total: await store.countOpenMatters(tx, j, store.followedClasses(ruleset)),
  });
  await addJob(tx, {
    name: recomputeJob,
    payload: { jurisdictionId: j, recomputeId: id },
    key: `${recomputeJob}:${j}:${id}`,
    maxAttempts: 20,
  });
  return id;
};

/** One batch of a run with its progress, in one transaction. True: there is more to do. */
const step = (db: Db, j: number, id: number, clock: Clock): Promise<boolean> =>
  db.write(j, async (tx) => {
    const run = await store.lockRecompute(tx, j, id);
    if (run === null || run.state === 'done') return { keep: false, value: false };
    const { next, seen, moved } = await recomputeDueDates(tx, await readHouse(tx, j), j, run.cursor);
    const matters = moved.filter(({ assignmentId }) => assignmentId === null).length;
    const at = clock();
    const after = {
      ...run,
      state: next === null ? ('done' as const) : ('running' as const),
      cursor: next ?? run.cursor,
      done: run.done + seen,
      movedMatters: run.movedMatters + matters,
      movedDuties: run.movedDuties + moved.length - matters,
      finishedAt: next === null ? at.instant : null,
    };
    await store.updateRecompute(tx, j, after);
    if (next === null) {
      const { reason, reference, movedMatters, movedDuties, done } = after;
      const asker = { jurisdictionId: j, personId: run.askedBy, name: run.askedName, grants: [] };
      await record(tx, { ...asker, via: 'system' }, at, {
        stream: 'setup',
        command: 'setup.dates',
        matterId: null,
        data: { reason, reference, matters: done, movedMatters, movedDuties },
      });
    }
    return { keep: true, value: next !== null };
  });

/**
 * Runs a recomputation to its end from where it stands; safe to be killed and run again. `wait`: other processes may
 * go on with what they knew for some seconds, and what they write meanwhile must come before it.
 */
export const runRecompute = async (
  db: Db,
  jurisdictionId: number,
  recomputeId: number,
  clock: Clock,
  { signal, wait = false }: { readonly signal?: AbortSignal; readonly wait?: boolean } = {},
): Promise<void> => {
  if (wait) await sleep(houseLifetime + 1_000, undefined, signal === undefined ? {} : { signal });
  while (await step(db, jurisdictionId, recomputeId, clock)) signal?.throwIfAborted();
};

type Payload = { readonly jurisdictionId: number; readonly recomputeId: number };

const isPayload = (value: unknown): value is Payload =>
  typeof value === 'object' &&
  value !== null &&
  'jurisdictionId' in value &&
  'recomputeId' in value &&
  typeof value.jurisdictionId === 'number' &&
  typeof value.recomputeId === 'number';

export const recomputeJobs = (db: Db, clock: Clock): readonly Job[] => [
  {
    name: recomputeJob,
    run: async (payload, { signal }) => {
      if (!isPayload(payload)) throw new Error('A recomputation without its run');
      await runRecompute(db, payload.jurisdictionId, payload.recomputeId, clock, { signal, wait: true });
    },
  },
];
