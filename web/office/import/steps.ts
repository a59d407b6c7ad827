/** Which steps an import offers, and at which it stands when its address does not say. */
import type { ImportRun } from './import-types.ts';

const steps = ['columns', 'names', 'rows', 'result'] as const;
export type Step = (typeof steps)[number];

type Standing = Pick<ImportRun, 'state' | 'kind' | 'failure' | 'openUnits' | 'openPeople'> & {
  readonly table: Pick<NonNullable<ImportRun['table']>, 'columns'> | null;
};

/** Below this a person should look at what a column means (contract/import.ts). */
export const sureFrom = 0.6;

const checking = ({ kind, table }: Standing): readonly Step[] => {
  if (table === null || table.columns.length === 0) return ['columns'];
  return kind === 'catalogue' ? ['columns', 'names', 'rows'] : ['columns', 'rows'];
};

export const stepsOf = (run: Standing): readonly Step[] => {
  switch (run.state) {
    case 'dryRun':
      return checking(run);
    case 'running':
      return ['result'];
    case 'done':
      return ['result', 'rows'];
    case 'failed':
      return [...checking(run), 'result'];
    default:
      return run.state satisfies never;
  }
};

const doubtful = ({ table }: Standing): boolean =>
  table === null ||
  table.columns.some(({ field, confidence }) => field !== 'ignored' && confidence < sureFrom);

/** Where a person must look first: doubtful columns, then open names, then the rows. */
const standsAt = (run: Standing): Step => {
  if (run.state !== 'dryRun') return 'result';
  if (run.failure !== null || doubtful(run)) return 'columns';
  return run.openUnits.length + run.openPeople.length > 0 && run.kind === 'catalogue' ? 'names' : 'rows';
};

/** The step that the address asks for where it is offered, else the one at which the import stands. */
export const stepOf = (run: Standing, wanted: unknown): Step =>
  stepsOf(run).find((step) => step === wanted) ?? standsAt(run);
