import type { ResponseOf } from '#contract/endpoint.ts';
import type { getImport, imports } from '#contract/import.ts';
import type { Language } from '#contract/messages/message.ts';
import type { Actor } from '#core/access.ts';
import { sql } from 'kysely';
import { readCursor, writeCursor } from '../platform/cursor.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Choices } from './choices.ts';
import { obstacleOf } from './confirm-import.ts';
import type { Outcome, RowResult, StoredRow } from './import-row.ts';
import { factWord, labelOf, textOf, viewChange, viewIssue, viewRefusal } from './import-words.ts';
import type { ImportKind, RunState } from './import.store.ts';
import { mayImport } from '#core/catalogue/may-import.ts';
import { maySeeRun } from './may-see-run.ts';
import type { TableSummary } from './read-table.ts';
import type { RunSummary } from './run-summary.ts';

type RunRow = {
  id: number;
  version: number;
  kind: ImportKind;
  state: RunState;
  choices: Choices;
  summary: RunSummary;
  done: number;
  total: number;
  createdAt: string;
  finishedAt: string | null;
  createdBy: number;
  createdByName: string | null;
  fileId: number;
  fileName: string;
  fileSize: number;
};

const columns = sql`
  r.id, r.version, r.kind, r.state, r.choices, r.summary, r.done, r.total, r.created_at as "createdAt",
  r.finished_at as "finishedAt", r.created_by as "createdBy", p.name as "createdByName", f.id as "fileId",
  f.name as "fileName", f.size as "fileSize"
  from import_run r
  join file f on f.jurisdiction_id = r.jurisdiction_id and f.id = r.file_id
  left join person p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.created_by`;

const viewTable = (table: TableSummary | null, language: Language) => {
  if (table === null) return null;
  const { fingerprint: _, mapping: __, fields, leftOut, issues, ...rest } = table;
  const label = (field: string) => ({ field, label: labelOf(field, language) });
  return {
    ...rest,
    fields: fields.map(label),
    leftOut: leftOut.map(label),
    issues: issues.map((issue) => viewIssue(issue, language)),
  };
};

const viewDecisions = async (tx: Tx, j: number, choices: Choices, language: Language) => {
  const ids = <Row>(rows: readonly Row[], idOf: (row: Row) => number | string) =>
    rows.map(idOf).filter((id) => typeof id === 'number');
  const names = async (kind: 'unit' | 'person', wanted: readonly number[]) => {
    if (wanted.length === 0) return new Map<number, string>();
    const rows = await tx
      .selectFrom(kind)
      .select(['id', 'name'])
      .where('jurisdiction_id', '=', j)
      .where('id', 'in', [...wanted])
      .execute();
    return new Map(rows.map((row) => [row.id, row.name]));
  };
  const units = await names(
    'unit',
    ids(choices.units, (one) => one.unitId),
  );
  const people = await names(
    'person',
    ids(choices.people, (one) => one.person),
  );
  return {
    decidedUnits: choices.units.map((one) => ({ ...one, unit: units.get(one.unitId) ?? String(one.unitId) })),
    decidedPeople: choices.people.map((one) => ({
      ...one,
      label:
        one.person === 'create'
          ? textOf('import.word.create', language)
          : (people.get(one.person) ?? String(one.person)),
    })),
  };
};

const brief = (row: RunRow, language: Language) => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  file: { id: row.fileId, name: row.fileName, size: row.fileSize },
  createdAt: row.createdAt,
  createdBy: row.createdByName ?? textOf('import.word.operator', language),
  finishedAt: row.finishedAt,
  counts: row.summary.counts,
});

type RunView = ResponseOf<typeof getImport>['run'];

const findRow = async (tx: Tx, j: number, id: number): Promise<RunRow | undefined> => {
  const { rows } =
    await sql<RunRow>`select ${columns} where r.jurisdiction_id = ${j} and r.id = ${id}`.execute(tx);
  return rows[0];
};

/** One import as its page shows it. Null: absent, or not the actor's to see. */
export const viewRun = async (
  tx: Tx,
  actor: Actor,
  importId: number,
  language: Language,
): Promise<RunView | null> => {
  const row = await findRow(tx, actor.jurisdictionId, importId);
  if (row === undefined || !maySeeRun(actor, row)) return null;
  const { summary, choices } = row;
  const obstacle = obstacleOf(row, false);
  return {
    ...brief(row, language),
    version: row.version,
    options: row.kind === 'catalogue' ? choices.options : null,
    table: viewTable(summary.table, language),
    openUnits: [...summary.openUnits].map((one) => ({ ...one, proposals: [...one.proposals] })),
    openPeople: [...summary.openPeople].map((one) => ({ ...one, proposals: [...one.proposals] })),
    ...(await viewDecisions(tx, actor.jurisdictionId, choices, language)),
    progress: { done: row.done, total: row.total },
    ended: summary.ended,
    failure: viewRefusal(summary.failure, language),
    obstacle: viewRefusal(obstacle, language),
  } as RunView;
};

type ImportRowRow = { n: number; outcome: Outcome; data: StoredRow; result: RowResult | null };

const viewRow = ({ n, outcome, data, result }: ImportRowRow, language: Language) => ({
  n,
  outcome,
  sheet: data.sheet,
  row: data.row,
  lastRow: data.lastRow,
  title: data.title,
  facts: data.facts.map(({ field, values }) => ({
    field,
    label: labelOf(field, language),
    values: values.map((value) => factWord(field, value, language)),
  })),
  changes: data.changes.map((change) => viewChange(change, language)),
  issues: data.issues.map((issue) => viewIssue(issue, language)),
  matterId: result?.matterId ?? data.matterId,
  result:
    result === null
      ? null
      : {
          did: result.did,
          refusals: (result.refusals ?? []).map((one) => viewRefusal(one, language)?.message ?? one.code),
        },
});

export type RowQuery = {
  readonly outcome?: Outcome | undefined;
  readonly noted?: 'yes' | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

/** One page of an import's rows, in the order of the file. */
export const viewRows = async (tx: Tx, j: number, importId: number, query: RowQuery, language: Language) => {
  if (query.limit === 0) return { rows: [], next: null };
  const after = readCursor(query.cursor)?.id ?? 0;
  const outcome = query.outcome === undefined ? sql`true` : sql`outcome = ${query.outcome}`;
  const noted =
    query.noted === undefined
      ? sql`true`
      : sql`(jsonb_array_length(data->'issues') > 0 or jsonb_array_length(coalesce(result->'refusals', '[]')) > 0)`;
  const { rows } = await sql<ImportRowRow>`
    select n, outcome, data, result from import_row
    where jurisdiction_id = ${j} and import_id = ${importId} and n > ${after} and ${outcome} and ${noted}
    order by n limit ${query.limit + 1}`.execute(tx);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => viewRow(row, language)),
    next: rows.length > query.limit && last !== undefined ? writeCursor({ after: '', id: last.n }) : null,
  };
};

const pageSize = 30;

/** The imports that the actor may see, newest first. */
export const viewRuns = async (
  tx: Tx,
  actor: Actor,
  query: { readonly kind?: ImportKind | undefined; readonly cursor?: string | undefined },
  language: Language,
): Promise<ResponseOf<typeof imports>> => {
  const kinds = (['catalogue', 'units', 'people'] as const).filter(
    (kind) => mayImport(actor, kind) && (query.kind === undefined || query.kind === kind),
  );
  const wide = kinds.filter((kind) => maySeeRun(actor, { kind, createdBy: -1 }));
  const before = readCursor(query.cursor)?.id ?? Number.MAX_SAFE_INTEGER;
  const { rows } = await sql<RunRow>`
    select ${columns}
    where r.jurisdiction_id = ${actor.jurisdictionId} and r.kind = any(${[...kinds]}::text[])
      and (r.created_by = ${actor.personId} or r.kind = any(${[...wide]}::text[])) and r.id < ${before}
    order by r.id desc limit ${pageSize + 1}`.execute(tx);
  const items = rows.slice(0, pageSize).map((row) => brief(row, language));
  const last = items.at(-1);
  return {
    items,
    next: rows.length > pageSize && last !== undefined ? writeCursor({ after: '', id: last.id }) : null,
  };
};
