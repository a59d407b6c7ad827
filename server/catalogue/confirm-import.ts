import { no } from '../platform/answer.ts';
import { record } from '../platform/commit.ts';
import { addJob } from '../platform/db/job.store.ts';
import type { AnyRefusal } from '../platform/problem.ts';
import { lockRun, type StoredRun, updateRun } from './import.store.ts';
import { maySeeRun } from './may-see-run.ts';
import type { Act, RunAnswer } from './start-import.ts';

export const importJob = 'import';

/** Why a run cannot be confirmed as it stands; null: it can. */
export const obstacleOf = (
  run: Pick<StoredRun, 'state' | 'choices' | 'summary' | 'kind'>,
  soundRowsOnly: boolean,
): AnyRefusal | null => {
  const { counts, table, failure } = run.summary;
  if (run.state === 'running') return { code: 'import-running', params: {} };
  if (run.state === 'done') return { code: 'import-done', params: {} };
  if (failure !== null) return failure;
  if (table === null || counts.total === 0) return { code: 'import-no-table', params: {} };
  if (run.kind === 'catalogue' && run.choices.options.assign && run.choices.options.responsibleLeader === '')
    return { code: 'import-leader-missing', params: {}, at: 'options.responsibleLeader' };
  if (counts.wrong > 0 && !soundRowsOnly)
    return { code: 'import-wrong-rows', params: { count: counts.wrong } };
  return counts.new + counts.changed === 0 ? { code: 'import-nothing', params: {} } : null;
};

/** Marks a run as confirmed, in the caller's transaction; whoever runs it does so afterwards. */
export const confirmRun = async (
  { tx, actor, at }: Act,
  order: { readonly importId: number; readonly version: number | null; readonly soundRowsOnly: boolean },
): Promise<RunAnswer> => {
  const j = actor.jurisdictionId;
  const run = await lockRun(tx, j, order.importId);
  if (run === null || !maySeeRun(actor, run)) return no('not-found');
  // Confirming twice is confirming once: the second answer shows how far the run is.
  if (run.state === 'running' || run.state === 'done') return { ok: true, importId: run.id };
  if (order.version !== null && run.version !== order.version) return no('stale', { current: run.version });
  const obstacle = obstacleOf(run, order.soundRowsOnly);
  if (obstacle !== null) return { ok: false, refusal: obstacle };
  await updateRun(tx, j, run.id, {
    state: 'running',
    done: 0,
    summary: { ...run.summary, confirmed: { by: actor.personId, soundRowsOnly: order.soundRowsOnly } },
  });
  await record(tx, actor, at, {
    stream: `import:${run.id}`,
    command: 'import.confirm',
    matterId: null,
    data: {
      kind: run.kind,
      soundRowsOnly: order.soundRowsOnly,
      counts: run.summary.counts,
      digest: run.summary.digest,
    },
  });
  return { ok: true, importId: run.id };
};

/** Confirms and queues the run, in one transaction. Refusals: `not-found`, `stale`, and those of `obstacleOf`. */
export const confirmImport = async (
  act: Act,
  order: { readonly importId: number; readonly version: number; readonly soundRowsOnly: boolean },
): Promise<RunAnswer> => {
  const answer = await confirmRun(act, order);
  if (answer.ok)
    await addJob(act.tx, {
      name: importJob,
      payload: { jurisdictionId: act.actor.jurisdictionId, importId: order.importId },
      key: `import:${act.actor.jurisdictionId}:${order.importId}`,
      maxAttempts: 10,
    });
  return answer;
};
