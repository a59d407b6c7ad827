/** Dry runs: the first, and every further one after a decision. Nothing of the file's content is written. */
import type { BodyOf } from '#contract/endpoint.ts';
import type { chooseForImport, startImport as startEndpoint } from '#contract/import.ts';
import type { Actor } from '#core/access.ts';
import type { Moment } from '#core/words.ts';
import { findFile } from '../files/file.store.ts';
import { no } from '../platform/answer.ts';
import { record } from '../platform/commit.ts';
import type { Tx } from '../platform/db/database.ts';
import type { AnyRefusal } from '../platform/problem.ts';
import { type Choices, decide, firstChoices, withOptions } from './choices.ts';
import { countOutcomes } from './import-row.ts';
import { insertRun, lockRun, replaceRows, updateRun } from './import.store.ts';
import { mayImport } from '#core/catalogue/may-import.ts';
import { maySeeRun } from './may-see-run.ts';
import type { ImportDeps, Prepared } from './prepared.ts';
import { prepareRun } from './run-import.ts';
import type { RunSummary } from './run-summary.ts';

export type Act = { readonly tx: Tx; readonly actor: Actor; readonly at: Moment };

export type RunAnswer =
  | { readonly ok: true; readonly importId: number }
  | { readonly ok: false; readonly refusal: AnyRefusal };

const summaryOf = (prepared: Prepared): RunSummary => ({
  counts: countOutcomes(prepared.rows),
  table: prepared.table,
  openUnits: prepared.openUnits,
  openPeople: prepared.openPeople,
  digest: prepared.digest,
  failure: prepared.failure,
  ended: null,
  confirmed: null,
});

/**
 * Reads an uploaded file and compares it. A file that holds no table makes a run that says so. Refusals:
 * `not-found` (not his file, or uploaded for something else), `forbidden`.
 */
export const startImport = async (
  deps: ImportDeps,
  { tx, actor, at }: Act,
  body: BodyOf<typeof startEndpoint>,
): Promise<RunAnswer> => {
  if (!mayImport(actor, body.kind)) return no('forbidden');
  const file = await findFile(tx, actor.jurisdictionId, body.fileId);
  if (file === null || file.uploadedBy !== actor.personId || file.purpose !== body.kind)
    return no('not-found');
  const choices: Choices = {
    ...firstChoices,
    options: withOptions(firstChoices.options, body.options),
  };
  const run = { kind: body.kind, fileId: body.fileId };
  const prepared = await prepareRun(deps, { tx, actor, at, choices }, run);
  if (prepared === null) return no('not-found');
  const importId = await insertRun(tx, actor.jurisdictionId, {
    ...run,
    choices,
    summary: summaryOf(prepared),
    createdBy: actor.personId,
    at: at.instant,
  });
  await replaceRows(tx, actor.jurisdictionId, importId, prepared.rows);
  await record(tx, actor, at, {
    stream: `import:${importId}`,
    command: 'import.compare',
    matterId: null,
    data: { ...run, sha256: file.sha256, options: choices.options, counts: countOutcomes(prepared.rows) },
  });
  return { ok: true, importId };
};

/** Takes a decision and compares anew. Refusals: `not-found`, `import-running`, `import-done`, `stale`, `import-file-gone`. */
export const decideImport = async (
  deps: ImportDeps,
  { tx, actor, at }: Act,
  order: {
    readonly importId: number;
    readonly version: number;
    readonly body: BodyOf<typeof chooseForImport>;
  },
): Promise<RunAnswer> => {
  const j = actor.jurisdictionId;
  const run = await lockRun(tx, j, order.importId);
  if (run === null || !maySeeRun(actor, run)) return no('not-found');
  if (run.state === 'running') return no('import-running');
  if (run.state === 'done') return no('import-done');
  if (run.version !== order.version) return no('stale', { current: run.version });
  const choices = decide(run.choices, order.body);
  const prepared = await prepareRun(deps, { tx, actor, at, choices }, run);
  if (prepared === null) return no('import-file-gone');
  await updateRun(tx, j, run.id, {
    state: 'dryRun',
    choices,
    summary: summaryOf(prepared),
    done: 0,
    finishedAt: null,
  });
  await replaceRows(tx, j, run.id, prepared.rows);
  await record(tx, actor, at, {
    stream: `import:${run.id}`,
    command: 'import.choose',
    matterId: null,
    data: { ...order.body, counts: countOutcomes(prepared.rows) },
  });
  return { ok: true, importId: run.id };
};
