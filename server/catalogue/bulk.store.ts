/**
 * Many rows in one statement: each table takes a batch as one JSON text, which costs a fraction of a row at a time.
 * What is written is what the single use cases write; bulk.db.test.ts holds the two against each other.
 */
import { sql } from 'kysely';
import { tell } from '../notice/tell.store.ts';
import type { Tx } from '../platform/db/database.ts';

const columns = {
  matter:
    'jurisdiction_id bigint, id bigint, version integer, kind text, organ_id bigint, session_id bigint, year integer, in_session boolean, case_no text, title text, category text, public_consent text, level text, proposer_type text, priority boolean, stage text, filed_on date, assigned_on date, closed_at timestamptz, responsible_leader text, lead_proposer_id bigint, lead_unit_id bigint, due_on date, result_class text, updated_at timestamptz, closed_on date',
  matter_text: 'jurisdiction_id bigint, matter_id bigint, body text',
  point: 'jurisdiction_id bigint, matter_id bigint, no integer, text text',
  proposer: 'jurisdiction_id bigint, matter_id bigint, person_id bigint, position integer',
  assignment:
    'jurisdiction_id bigint, id bigint, matter_id bigint, organ_id bigint, unit_id bigint, role text, state text, round integer, assigned_on date, signed_on date, round_opened_on date, answered_on date, section_id bigint, handler_id bigint, leader_id bigint, hand_back_reason text, hand_back_right_unit_id bigint, hand_back_basis text, hand_back_requested_on date, hand_back_decided_on date, ended_on date, extensions jsonb, pauses jsonb, extension_asked_on date, extension_decided_by text, extension_due_on date, paused_on date, after_reply jsonb, disclose_due_on date, follow_up_due_on date, due_on date, owed text, result_class text, past jsonb',
  journal:
    'jurisdiction_id bigint, stream text, n integer, at timestamptz, actor_id bigint, via text, command text, matter_id bigint, entry text, previous_hash text, hash text',
  journal_head: 'jurisdiction_id bigint, stream text, n integer, hash text',
  import_row: 'jurisdiction_id bigint, import_id bigint, n integer, outcome text, data jsonb',
} as const;

export type BulkTable = keyof typeof columns;
export type BulkRow = Readonly<Record<string, unknown>>;

const namesOf = (table: BulkTable): string =>
  columns[table]
    .split(', ')
    .map((column) => `"${column.split(' ')[0]}"`)
    .join(', ');

/** Inserts rows whose fields are the table's columns; answers with how many were new (a taken unique key is left out). */
export const insertMany = async (tx: Tx, table: BulkTable, rows: readonly BulkRow[]): Promise<number> => {
  if (rows.length === 0) return 0;
  const names = sql.raw(namesOf(table));
  const typed = sql.raw(
    columns[table]
      .split(', ')
      .map((column) => column.replace(/^\w+/, (name) => `"${name}"`))
      .join(', '),
  );
  const result = await sql`
    insert into ${sql.table(table)} (${names}) overriding system value
    select ${names} from json_to_recordset(${JSON.stringify(rows)}::json) as given (${typed})
    on conflict do nothing`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
};

/**
 * After the first of many batches: foreign keys are checked by statements whose plans PostgreSQL keeps for the
 * connection, made while the table was empty or unknown; from here on they are made anew.
 */
export const planForMany = async (tx: Tx): Promise<void> => {
  const { rows } = await sql<{ learnt: boolean }>`select learn_sizes() as learnt`.execute(tx);
  if (rows[0]?.learnt === true) await sql`discard plans`.execute(tx);
};

/** Ids that nobody else will get, so that rows of several tables can name each other before any is written. */
export const reserveIds = async (
  tx: Tx,
  table: 'matter' | 'assignment',
  count: number,
): Promise<readonly number[]> => {
  if (count === 0) return [];
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence(${table}, 'id')) as id from generate_series(1, ${count})`.execute(
    tx,
  );
  return rows.map((row) => row.id);
};

export const indexMany = async (tx: Tx, ids: readonly number[], words: readonly string[]): Promise<void> => {
  await sql`select index_matters(${[...ids]}::bigint[], ${[...words]}::text[])`.execute(tx);
};

/**
 * One notice for each person of a unit's office, however many matters the import gave it; those that single
 * assignments of the same run made are folded in. Nobody is told of his own act.
 */
export const tellUnits = (
  tx: Tx,
  told: {
    readonly jurisdictionId: number;
    readonly personId: number;
    readonly at: string;
    readonly importId: number;
    /** One for every duty given in bulk. */
    readonly unitIds: readonly number[];
    /** Matters whose units were told one by one in this transaction. */
    readonly matterIds: readonly number[];
  },
): void => {
  const j = told.jurisdictionId;
  const single = sql`single as (
    delete from notice
    where jurisdiction_id = ${j} and kind = 'assigned' and at = ${told.at}::timestamptz
      and matter_id = any(${[...told.matterIds]}::bigint[])
    returning person_id, data)`;
  const bulk = sql`bulk as (
    select g.person_id, sum(u.n) as n
    from (select unit_id, count(*) as n from unnest(${[...told.unitIds]}::bigint[]) unit_id group by unit_id) u
    join role_grant g on g.jurisdiction_id = ${j} and g.unit_id = u.unit_id and g.role = 'unit-office'
    where g.person_id <> ${told.personId} group by g.person_id)`;
  tell(tx, {
    jurisdictionId: j,
    at: told.at,
    first: [single, bulk],
    rows: sql`
      select person_id, 'assignedInBulk' as kind, null::bigint as matter_id,
        jsonb_build_object('importId', ${told.importId}::bigint, 'count', sum(n)) as data,
        false as urgent, null::timestamptz as not_before
      from (select person_id, n from bulk union all select person_id, 1 from single where not data ? 'for') everyone
      group by person_id`,
  });
};
