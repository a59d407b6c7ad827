/** The stored due dates of open matters, in batches, and the runs that bring them into line. */
import type { Ruleset } from '#core/ruleset.ts';
import type { LocalDate } from '#core/words.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import type { DueKey, DueOf, Moved, Restated } from './due-dates.ts';

/** Codes of the classes that stay under follow-up by any of these rules. */
export const followedClasses = (
  ...rulesets: readonly Pick<Ruleset, 'resultClasses'>[]
): readonly string[] => [
  ...new Set(
    rulesets.flatMap(({ resultClasses }) =>
      resultClasses.flatMap(({ code, followUp }) => (followUp ? [code] : [])),
    ),
  ),
];

/**
 * Open, or closed while a unit is still asked to publish or to report: the matters on which dates stand. Or closed with
 * a promise of a class in `followed` that is not settled: rules that follow such classes up ask for a report there, even
 * where the rules before did not. The classes are those of `followedClasses`.
 */
const dated = (
  j: number,
  followed: readonly string[],
) => sql<boolean>`(stage not in ('closed', 'withdrawn', 'merged') or (stage = 'closed' and id in (
  select a.matter_id from assignment a where a.jurisdiction_id = ${j} and a.disclose_due_on is not null
  union all
  select a.matter_id from assignment a where a.jurisdiction_id = ${j} and a.follow_up_due_on is not null
  union all
  select a.matter_id from assignment a where a.jurisdiction_id = ${j} and a.live and a.state = 'answered'
    and a.result_class = any(${[...followed]}::text[]) and not a.after_reply @> jsonb_build_array(
      jsonb_build_object('duty', 'followUp', 'round', a.round, 'settled', true)))))`;

/** Ids of matters on which dates stand, or would, behind a cursor, ascending. Others owe nothing and keep their record. */
export const openMatters = async (
  tx: Tx,
  j: number,
  followed: readonly string[],
  after: number,
  most: number,
): Promise<readonly number[]> => {
  const rows = await tx
    .selectFrom('matter')
    .select('id')
    .where('jurisdiction_id', '=', j)
    .where('id', '>', after)
    .where(dated(j, followed))
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
};

export const countOpenMatters = async (tx: Tx, j: number, followed: readonly string[]): Promise<number> => {
  const row = await tx
    .selectFrom('matter')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('jurisdiction_id', '=', j)
    .where(dated(j, followed))
    .executeTakeFirstOrThrow();
  return Number(row.n);
};

/** Holds the matters' rows in the order of their ids, as every bulk step does: no command changes them meanwhile. */
export const holdMatters = async (tx: Tx, j: number, ids: readonly number[]): Promise<void> => {
  await sql`select 1 from matter where jurisdiction_id = ${j} and id = any(${[...ids]}::bigint[])
    order by id for update`.execute(tx);
};

/** What is stored now, matter by matter. */
export const storedDates = async (
  tx: Tx,
  j: number,
  ids: readonly number[],
): Promise<ReadonlyMap<number, ReadonlyMap<DueKey, DueOf>>> => {
  type Row = DueOf & { matterId: number; assignmentId: number | null; date: LocalDate };
  const { rows } = await sql<Row>`
    select m.id as "matterId", null::bigint as "assignmentId", '' as duty, m.due_on as date,
      null::date as disclose, null::date as "followUp"
    from matter m where m.jurisdiction_id = ${j} and m.id = any(${[...ids]}::bigint[])
    union all
    select a.matter_id, a.id, coalesce(a.owed, ''), a.due_on, a.disclose_due_on, a.follow_up_due_on
    from assignment a where a.jurisdiction_id = ${j} and a.matter_id = any(${[...ids]}::bigint[])`.execute(
    tx,
  );
  const found = new Map<number, Map<DueKey, DueOf>>();
  for (const { matterId, assignmentId, date, ...rest } of rows) {
    const dates = found.get(matterId) ?? new Map<DueKey, DueOf>();
    dates.set(assignmentId, { ...rest, date: date === 'infinity' ? null : date });
    found.set(matterId, dates);
  }
  return found;
};

/** Writes due dates alone. Versions stay: a page that shows the matter computes its dates anyway. */
export const writeDates = async (tx: Tx, j: number, moved: readonly Moved[]): Promise<void> => {
  const write = async (table: 'matter' | 'assignment', rows: readonly (readonly [number, string])[]) => {
    if (rows.length === 0) return;
    await sql`update ${sql.table(table)} t set due_on = d.due_on
      from unnest(${rows.map(([id]) => id)}::bigint[], ${rows.map(([, to]) => to)}::date[]) d (id, due_on)
      where t.jurisdiction_id = ${j} and t.id = d.id`.execute(tx);
  };
  await write(
    'matter',
    moved.flatMap((one) =>
      one.assignmentId === null ? [[one.matterId, one.to ?? 'infinity'] as const] : [],
    ),
  );
  await write(
    'assignment',
    moved.flatMap((one) =>
      one.assignmentId === null ? [] : [[one.assignmentId, one.to ?? 'infinity'] as const],
    ),
  );
};

/** Writes of duties what is owed, and until when they do what is asked after the reply. */
export const writeRest = async (tx: Tx, j: number, changed: readonly Restated[]): Promise<void> => {
  if (changed.length === 0) return;
  await sql`update assignment t set owed = nullif(d.duty, ''), disclose_due_on = d.disclose, follow_up_due_on = d.follow_up
    from unnest(${changed.map((one) => one.assignmentId)}::bigint[], ${changed.map(({ duty }) => duty)}::text[],
      ${changed.map(({ disclose }) => disclose)}::date[], ${changed.map(({ followUp }) => followUp)}::date[])
      d (id, duty, disclose, follow_up)
    where t.jurisdiction_id = ${j} and t.id = d.id`.execute(tx);
};

/** Those of the matters on which a request for an extension waits, ascending. */
export const mattersWithRequests = async (
  tx: Tx,
  j: number,
  ids: readonly number[],
): Promise<readonly number[]> => {
  const rows = await tx
    .selectFrom('assignment')
    .select('matter_id')
    .distinct()
    .where('jurisdiction_id', '=', j)
    .where('matter_id', 'in', [...ids])
    .where('extension_asked_on', 'is not', null)
    .orderBy('matter_id')
    .execute();
  return rows.map((row) => row.matter_id);
};

export type WaitingRequest = {
  readonly assignmentId: number;
  readonly due: LocalDate | null;
  readonly by: string | null;
};

/** Writes until when requests are to be decided, and by whom. */
export const writeRequests = async (tx: Tx, j: number, rows: readonly WaitingRequest[]): Promise<void> => {
  await sql`update assignment t set extension_due_on = d.due, extension_decided_by = d.by
    from unnest(${rows.map((row) => row.assignmentId)}::bigint[], ${rows.map((row) => row.due)}::date[],
      ${rows.map((row) => row.by)}::text[]) d (id, due, by)
    where t.jurisdiction_id = ${j} and t.id = d.id`.execute(tx);
};

export type RecomputeReason = 'calendar' | 'ruleset' | 'check';

export type RecomputeRun = {
  readonly id: number;
  readonly reason: RecomputeReason;
  readonly reference: number | null;
  readonly askedBy: number;
  readonly askedName: string;
  readonly askedAt: string;
  readonly state: 'running' | 'done';
  readonly cursor: number;
  readonly done: number;
  readonly total: number;
  readonly movedMatters: number;
  readonly movedDuties: number;
  readonly finishedAt: string | null;
};

export const insertRecompute = async (
  tx: Tx,
  j: number,
  run: Pick<RecomputeRun, 'reason' | 'reference' | 'askedBy' | 'askedName' | 'askedAt' | 'total'>,
): Promise<number> => {
  const { id } = await tx
    .insertInto('due_recompute')
    .values({
      jurisdiction_id: j,
      reason: run.reason,
      reference: run.reference,
      asked_by: run.askedBy,
      asked_name: run.askedName,
      asked_at: run.askedAt,
      total: run.total,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

const columns = sql`id, reason, reference, asked_by as "askedBy", asked_name as "askedName", asked_at as "askedAt", state,
  cursor, done, total, moved_matters as "movedMatters", moved_duties as "movedDuties", finished_at as "finishedAt"`;

/** Held, so that two workers never run one batch at once; null: there is none. */
export const lockRecompute = async (tx: Tx, j: number, id: number): Promise<RecomputeRun | null> => {
  const { rows } = await sql<RecomputeRun>`select ${columns} from due_recompute
    where jurisdiction_id = ${j} and id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
};

/** The last run that was asked for, whatever for. */
export const latestRecompute = async (tx: Tx, j: number): Promise<RecomputeRun | null> => {
  const { rows } = await sql<RecomputeRun>`select ${columns} from due_recompute
    where jurisdiction_id = ${j} order by id desc limit 1`.execute(tx);
  return rows[0] ?? null;
};

export const updateRecompute = async (
  tx: Tx,
  j: number,
  run: Pick<RecomputeRun, 'id' | 'state' | 'cursor' | 'done' | 'movedMatters' | 'movedDuties' | 'finishedAt'>,
): Promise<void> => {
  await tx
    .updateTable('due_recompute')
    .set({
      state: run.state,
      cursor: run.cursor,
      done: run.done,
      moved_matters: run.movedMatters,
      moved_duties: run.movedDuties,
      finished_at: run.finishedAt,
    })
    .where('jurisdiction_id', '=', j)
    .where('id', '=', run.id)
    .execute();
};
