/** Runs of imports, their rows, and what is remembered from them. */
import type { Grant, Role } from '#core/access.ts';
import type { Instant } from '#core/words.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { insertMany } from './bulk.store.ts';
import type { Choices } from './choices.ts';
import type { AnalysedRow, RowResult } from './import-row.ts';
import type { KeptMapping } from './read-table.ts';
import type { RunSummary } from './run-summary.ts';

export type ImportKind = 'catalogue' | 'units' | 'people';
export type RunState = 'dryRun' | 'running' | 'done' | 'failed';

export type StoredRun = {
  readonly id: number;
  readonly kind: ImportKind;
  readonly fileId: number;
  readonly state: RunState;
  readonly choices: Choices;
  readonly summary: RunSummary;
  readonly version: number;
  readonly createdBy: number;
};

export const insertRun = async (
  tx: Tx,
  j: number,
  run: {
    readonly kind: ImportKind;
    readonly fileId: number;
    readonly choices: Choices;
    readonly summary: RunSummary;
    readonly createdBy: number;
    readonly at: Instant;
  },
): Promise<number> => {
  const { id } = await tx
    .insertInto('import_run')
    .values({
      jurisdiction_id: j,
      kind: run.kind,
      file_id: run.fileId,
      session_id: run.choices.options.sessionId,
      state: 'dryRun',
      choices: JSON.stringify(run.choices),
      summary: JSON.stringify(run.summary),
      total: run.summary.counts.total,
      created_by: run.createdBy,
      created_at: run.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** Holds the run until the transaction ends. Null: there is none. */
export const lockRun = async (tx: Tx, j: number, id: number): Promise<StoredRun | null> => {
  const row = await tx
    .selectFrom('import_run')
    .select(['id', 'kind', 'file_id', 'state', 'choices', 'summary', 'version', 'created_by'])
    .where('jurisdiction_id', '=', j)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : toRun(row);
};

type Row = {
  id: number;
  kind: string;
  file_id: number;
  state: string;
  choices: unknown;
  summary: unknown;
  version: number;
  created_by: number;
};

const toRun = (row: Row): StoredRun => ({
  id: row.id,
  kind: row.kind as ImportKind,
  fileId: row.file_id,
  state: row.state as RunState,
  choices: row.choices as Choices,
  summary: row.summary as RunSummary,
  version: row.version,
  createdBy: row.created_by,
});

/** As `lockRun` without the lock: for the job, whose progress is written beside its transaction. */
export const findRun = async (tx: Tx, j: number, id: number): Promise<StoredRun | null> => {
  const row = await tx
    .selectFrom('import_run')
    .select(['id', 'kind', 'file_id', 'state', 'choices', 'summary', 'version', 'created_by'])
    .where('jurisdiction_id', '=', j)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : toRun(row);
};

export type RunChange = {
  readonly state?: RunState;
  readonly choices?: Choices;
  readonly summary?: RunSummary;
  readonly done?: number;
  readonly finishedAt?: Instant | null;
};

export const updateRun = async (tx: Tx, j: number, id: number, change: RunChange): Promise<void> => {
  await tx
    .updateTable('import_run')
    .set((eb) => ({
      version: eb('version', '+', 1),
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(change.choices === undefined
        ? {}
        : { choices: JSON.stringify(change.choices), session_id: change.choices.options.sessionId }),
      ...(change.summary === undefined
        ? {}
        : { summary: JSON.stringify(change.summary), total: change.summary.counts.total }),
      ...(change.done === undefined ? {} : { done: change.done }),
      ...(change.finishedAt === undefined ? {} : { finished_at: change.finishedAt }),
    }))
    .where('jurisdiction_id', '=', j)
    .where('id', '=', id)
    .execute();
};

/** How far a run is; no new version, for nobody decides on it. */
export const saveProgress = async (tx: Tx, j: number, id: number, done: number): Promise<void> => {
  await tx
    .updateTable('import_run')
    .set({ done })
    .where('jurisdiction_id', '=', j)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute();
};

/** One process at a time works on a run; false: another does. Held until the transaction ends. */
export const takeRun = async (tx: Tx, id: number): Promise<boolean> => {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(7106004, ${id}::int) as taken`.execute(tx);
  return rows[0]?.taken === true;
};

/** The rows of an analysis in place of those of the one before. */
export const replaceRows = async (
  tx: Tx,
  j: number,
  importId: number,
  rows: readonly AnalysedRow[],
): Promise<void> => {
  await tx
    .deleteFrom('import_row')
    .where('jurisdiction_id', '=', j)
    .where('import_id', '=', importId)
    .execute();
  const size = 1_000;
  for (let from = 0; from < rows.length; from += size)
    await insertMany(
      tx,
      'import_row',
      rows.slice(from, from + size).map(({ outcome, data }, index) => ({
        jurisdiction_id: j,
        import_id: importId,
        n: from + index + 1,
        outcome,
        data,
      })),
    );
};

export const saveResults = async (
  tx: Tx,
  j: number,
  importId: number,
  results: readonly { readonly n: number; readonly result: RowResult }[],
): Promise<void> => {
  await sql`
    update import_row r set result = g.result
    from json_to_recordset(${JSON.stringify(results)}::json) as g (n integer, result jsonb)
    where r.jurisdiction_id = ${j} and r.import_id = ${importId} and r.n = g.n`.execute(tx);
};

export const loadMappings = async (
  tx: Tx,
  j: number,
  kind: ImportKind,
): Promise<Readonly<Record<string, KeptMapping>>> => {
  const rows = await tx
    .selectFrom('column_mapping')
    .select(['fingerprint', 'mapping'])
    .where('jurisdiction_id', '=', j)
    .where('fingerprint', 'like', `${kind}:%`)
    .execute();
  return Object.fromEntries(
    rows.map((row) => [row.fingerprint.slice(kind.length + 1), row.mapping as KeptMapping]),
  );
};

/** Remembers how a layout is read. */
export const rememberMapping = async (
  tx: Tx,
  j: number,
  kind: ImportKind,
  layout: { readonly fingerprint: string; readonly mapping: KeptMapping; readonly at: Instant },
): Promise<void> => {
  await tx
    .insertInto('column_mapping')
    .values({
      jurisdiction_id: j,
      fingerprint: `${kind}:${layout.fingerprint}`,
      mapping: JSON.stringify(layout.mapping),
      saved_at: layout.at,
    })
    .onConflict((on) =>
      on.columns(['jurisdiction_id', 'fingerprint']).doUpdateSet((eb) => ({
        mapping: eb.ref('excluded.mapping'),
        saved_at: eb.ref('excluded.saved_at'),
      })),
    )
    .execute();
};

export const rememberUnitAlias = async (
  tx: Tx,
  j: number,
  alias: { readonly key: string; readonly alias: string; readonly unitId: number },
): Promise<void> => {
  await tx
    .insertInto('unit_alias')
    .values({ jurisdiction_id: j, alias_key: alias.key, alias: alias.alias, unit_id: alias.unitId })
    .onConflict((on) =>
      on
        .columns(['jurisdiction_id', 'alias_key'])
        .doUpdateSet((eb) => ({ unit_id: eb.ref('excluded.unit_id') })),
    )
    .execute();
};

export const rememberPersonAlias = async (
  tx: Tx,
  j: number,
  alias: { readonly key: string; readonly alias: string; readonly personId: number },
): Promise<void> => {
  await tx
    .insertInto('person_alias')
    .values({ jurisdiction_id: j, alias_key: alias.key, alias: alias.alias, person_id: alias.personId })
    .onConflict((on) =>
      on
        .columns(['jurisdiction_id', 'alias_key'])
        .doUpdateSet((eb) => ({ person_id: eb.ref('excluded.person_id') })),
    )
    .execute();
};

/** Case numbers of a session that are in use, for numbering what comes without one. */
export const takenCaseNos = async (tx: Tx, j: number, sessionId: number): Promise<ReadonlySet<string>> => {
  const rows = await tx
    .selectFrom('matter')
    .select('case_no')
    .where('jurisdiction_id', '=', j)
    .where('session_id', '=', sessionId)
    .execute();
  return new Set(rows.map((row) => row.case_no));
};

/** Who confirmed, with the roles that he holds now; null: he is no longer in use. */
export const findImporter = async (
  tx: Tx,
  j: number,
  personId: number,
): Promise<{ readonly name: string; readonly grants: readonly Grant[] } | null> => {
  const person = await tx
    .selectFrom('person')
    .select('name')
    .where('jurisdiction_id', '=', j)
    .where('id', '=', personId)
    .where('state', '=', 'active')
    .executeTakeFirst();
  if (person === undefined) return null;
  const grants = await tx
    .selectFrom('role_grant')
    .select(['role', 'unit_id', 'organ_id'])
    .where('jurisdiction_id', '=', j)
    .where('person_id', '=', personId)
    .execute();
  return {
    name: person.name,
    grants: grants.map((grant) => ({
      role: grant.role as Role,
      ...(grant.unit_id === null ? {} : { unitId: grant.unit_id }),
      ...(grant.organ_id === null ? {} : { organId: grant.organ_id }),
    })),
  };
};
