import type { Actor } from '#core/access.ts';
import type { Clock } from '../platform/moment.ts';
import type { Db } from '../platform/db/database.ts';
import { isDatabaseGone } from '../platform/db/gone.ts';
import type { Job } from '../platform/jobs.ts';
import { importJob } from './confirm-import.ts';
import { findImporter, findRun, type StoredRun } from './import.store.ts';
import type { ImportDeps } from './prepared.ts';
import { failRun, type Ran, runImport, RunStopped, RunTaken } from './run-import.ts';

type Payload = { readonly jurisdictionId: number; readonly importId: number };

const isPayload = (value: unknown): value is Payload =>
  typeof value === 'object' &&
  value !== null &&
  'jurisdictionId' in value &&
  'importId' in value &&
  typeof value.jurisdictionId === 'number' &&
  typeof value.importId === 'number';

/** Whoever confirmed, with the rights that he has now, not those that he had then (ASVS 5.0.0 8.3.3). */
const loadActor = (db: Db, { jurisdictionId: j, importId }: Payload) =>
  db.read(j, async (tx): Promise<{ run: StoredRun; actor: Actor } | null> => {
    const run = await findRun(tx, j, importId);
    const by = run?.summary.confirmed?.by;
    if (run === null || by === undefined) return null;
    const person = await findImporter(tx, j, by);
    return {
      run,
      actor: {
        jurisdictionId: j,
        personId: by,
        name: person?.name ?? '',
        grants: person?.grants ?? [],
        via: 'session',
      },
    };
  });

/**
 * Runs confirmed imports. A killed worker leaves nothing behind, and the run is done again from the start; one that
 * was done is left alone.
 */
export const importJobs = (
  deps: ImportDeps,
  db: Db,
  clock: Clock,
  log: (message: string) => void,
): readonly Job[] => [
  {
    name: importJob,
    run: async (payload, { last, signal }) => {
      if (!isPayload(payload)) throw new Error('An import job without its import');
      const found = await loadActor(db, payload);
      if (found === null || found.run.state !== 'running') return;
      const { actor, run } = found;
      const { importId } = payload;
      const order = {
        importId,
        actor,
        at: clock(),
        soundRowsOnly: run.summary.confirmed?.soundRowsOnly === true,
        signal,
      };
      let ran: Ran;
      try {
        ran = await runImport(deps, db, order);
      } catch (fault) {
        const again =
          !last && (fault instanceof RunTaken || fault instanceof RunStopped || isDatabaseGone(fault));
        if (again) throw fault;
        log(`import ${importId}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
        const code = last ? 'import-interrupted' : 'import-fault';
        ran = { ok: false, refusal: { code, params: { importId } } };
      }
      if (!ran.ok) await failRun(db, actor, clock(), importId, ran.refusal);
    },
  },
];
