/** A confirmed import: the file is read and compared again, and everything happens in one transaction, or nothing. */
import type { Actor } from '#core/access.ts';
import type { Moment } from '#core/words.ts';
import { readHouse } from '../case/house.store.ts';
import type { House } from '../case/load-case.store.ts';
import { askRecompute } from '../case/recompute-due.ts';
import { findFile } from '../files/file.store.ts';
import { record } from '../platform/commit.ts';
import type { Db, Tx } from '../platform/db/database.ts';
import type { AnyRefusal } from '../platform/problem.ts';
import {
  findRun,
  type ImportKind,
  rememberMapping,
  saveProgress,
  saveResults,
  type StoredRun,
  takeRun,
  updateRun,
} from './import.store.ts';
import { mayImport } from '#core/catalogue/may-import.ts';
import { prepareCatalogue } from './prepare-catalogue.ts';
import type { ImportDeps, ImportScene, Prepare, Prepared } from './prepared.ts';
import { preparePeople } from './prepare-people.ts';
import { prepareUnits } from './prepare-units.ts';
import type { RunEnd } from './run-summary.ts';

const prepares: Readonly<Record<ImportKind, Prepare>> = {
  catalogue: prepareCatalogue,
  units: prepareUnits,
  people: preparePeople,
};

/** Reads and compares the file of a run. Null: its content is past its keeping time. */
export const prepareRun = async (
  deps: ImportDeps,
  scene: Omit<ImportScene, 'file' | 'house'>,
  run: { readonly kind: ImportKind; readonly fileId: number },
): Promise<Prepared | null> => {
  const { tx, actor } = scene;
  const file = await findFile(tx, actor.jurisdictionId, run.fileId);
  if (file === null) return null;
  const house = await deps.door.houseOf(tx, actor.jurisdictionId);
  return prepares[run.kind](deps, { ...scene, house, file });
};

export type RunOrder = {
  readonly importId: number;
  readonly actor: Actor;
  readonly at: Moment;
  readonly soundRowsOnly: boolean;
  /** Aborted: the process is to stop; the run ends at once, leaves nothing, and is done again later. */
  readonly signal?: AbortSignal;
};

/** The process was asked to stop in the middle of a run. */
export class RunStopped extends Error {}

export type Ran = { readonly ok: true } | { readonly ok: false; readonly refusal: AnyRefusal };

/** Progress is told at most this often: every telling is a transaction of its own. */
const tellEvery = 400;

/** Tells how far the run is, on a connection of its own, for its own transaction shows nothing before its end. */
const progressTeller = (db: Db, j: number, importId: number, signal: AbortSignal | undefined) => {
  let told = Date.now();
  return async (done: number): Promise<void> => {
    if (signal?.aborted === true) throw new RunStopped();
    if (Date.now() - told < tellEvery) return;
    told = Date.now();
    await db.write(j, async (tx) => {
      await saveProgress(tx, j, importId, done);
      return { keep: true, value: undefined };
    });
  };
};

const finish = async (
  scene: Omit<ImportScene, 'file' | 'house'>,
  run: StoredRun,
  prepared: Prepared,
  end: RunEnd,
): Promise<void> => {
  const { tx, actor, at } = scene;
  const { table } = prepared;
  if (run.choices.mapping !== null && table !== null) {
    // The session and the year of this file say nothing about the next; the kind of its matters does.
    const { kind } = table.mapping.defaults;
    const mapping = { ...table.mapping, defaults: kind === undefined ? {} : { kind } };
    await rememberMapping(tx, actor.jurisdictionId, run.kind, {
      fingerprint: table.fingerprint,
      mapping,
      at: at.instant,
    });
  }
  await updateRun(tx, actor.jurisdictionId, run.id, {
    state: 'done',
    summary: { ...run.summary, ended: end, failure: null },
    done: run.summary.counts.total,
    finishedAt: at.instant,
  });
  await record(tx, actor, at, {
    stream: `import:${run.id}`,
    command: 'import.done',
    matterId: null,
    data: { kind: run.kind, ...end, seconds: undefined },
  });
};

/** Whether the rows still come to what the person saw when he confirmed. */
const isAsConfirmed = (run: StoredRun, prepared: Prepared): boolean =>
  prepared.digest === run.summary.digest && prepared.digest !== '';

/**
 * A run takes minutes, and nobody sees its rows before its end: where rules or calendar became others meanwhile, the
 * dates of these rows are computed anew, for the recomputation that the change ordered has not seen them (ADR 0010).
 */
const followRules = async (
  { tx, actor, at }: Omit<ImportScene, 'file' | 'house'>,
  known: House,
): Promise<void> => {
  const said = ({ ruleset, calendarVersion }: House) => JSON.stringify([ruleset, calendarVersion]);
  if (said(known) !== said(await readHouse(tx, actor.jurisdictionId)))
    await askRecompute(tx, actor, at, { reason: 'check', reference: null });
};

const work = async (
  deps: ImportDeps,
  tx: Tx,
  run: StoredRun,
  order: RunOrder,
  progress: (done: number) => Promise<void>,
): Promise<Ran> => {
  const began = performance.now();
  const { actor, at } = order;
  if (!mayImport(actor, run.kind)) return { ok: false, refusal: { code: 'import-no-right', params: {} } };
  const scene = { tx, actor, at, choices: run.choices };
  const known = await deps.door.houseOf(tx, actor.jurisdictionId);
  const prepared = await prepareRun(deps, scene, run);
  if (prepared === null) return { ok: false, refusal: { code: 'import-file-gone', params: {} } };
  if (prepared.failure !== null) return { ok: false, refusal: prepared.failure };
  if (!isAsConfirmed(run, prepared))
    return { ok: false, refusal: { code: 'import-changed-meanwhile', params: {} } };
  const written = await prepared.write({ importId: run.id, soundRowsOnly: order.soundRowsOnly, progress });
  if (!written.ok) return written;
  await saveResults(tx, actor.jurisdictionId, run.id, written.results);
  await followRules(scene, known);
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  await finish(scene, run, prepared, { ...written.end, seconds });
  return { ok: true };
};

/** Another process is at this run: the caller comes back later. */
export class RunTaken extends Error {}

/**
 * Runs a confirmed import once: a run that is done, or was not confirmed, is left alone. A refusal leaves nothing
 * behind; the caller notes it with `failRun`. Throws `RunTaken`, `RunStopped`.
 */
export const runImport = (deps: ImportDeps, db: Db, order: RunOrder): Promise<Ran> => {
  const j = order.actor.jurisdictionId;
  return db.write<Ran>(j, async (tx) => {
    if (!(await takeRun(tx, order.importId))) throw new RunTaken();
    const run = await findRun(tx, j, order.importId);
    if (run === null || run.state !== 'running') return { keep: false, value: { ok: true } };
    const ran = await work(deps, tx, run, order, progressTeller(db, j, run.id, order.signal));
    return { keep: ran.ok, value: ran };
  });
};

/** Says on the run why nothing was imported. */
export const failRun = (
  db: Db,
  actor: Actor,
  at: Moment,
  importId: number,
  failure: AnyRefusal,
): Promise<void> => {
  const j = actor.jurisdictionId;
  return db.write(j, async (tx) => {
    const run = await findRun(tx, j, importId);
    if (run === null || run.state !== 'running') return { keep: false, value: undefined };
    await updateRun(tx, j, importId, {
      state: 'failed',
      summary: { ...run.summary, failure },
      done: 0,
      finishedAt: at.instant,
    });
    await record(tx, actor, at, {
      stream: `import:${importId}`,
      command: 'import.failed',
      matterId: null,
      data: { kind: run.kind, failure },
    });
    return { keep: true, value: undefined };
  });
};
