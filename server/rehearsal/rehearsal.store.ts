/** Rehearsals and their rows: the only tables that a rehearsal writes. */
import type { Actor } from '#core/access.ts';
import type { Compared, Deeds, TriedRules } from '#core/rehearsal/rehearse.ts';
import type { Instant, LocalDate } from '#core/words.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

export type RehearsalState = 'running' | 'done' | 'cancelled' | 'failed';

/** The rules in force and those tried, as they were when the rehearsal began. */
export type RulesPair = { readonly now: TriedRules; readonly tried: TriedRules };

export type NewRehearsal = {
  readonly name: string;
  readonly year: number;
  readonly organId: number | null;
  readonly asked: unknown;
  readonly rules: RulesPair;
  readonly today: LocalDate;
  readonly at: Instant;
};

/** The matters `m` of a session's year, of one organ or of all. */
const ofYear = (j: number, year: number, organId: number | null): RawBuilder<unknown> => sql`
  m.jurisdiction_id = ${j} and ${organId === null ? sql`true` : sql`m.organ_id = ${organId}`}
  and m.session_id in (select s.id from session s where s.jurisdiction_id = ${j} and s.year = ${year})`;

export const insertRehearsal = async (tx: Tx, actor: Actor, given: NewRehearsal): Promise<number> => {
  const j = actor.jurisdictionId;
  const { rows } = await sql<{ id: number }>`
    insert into rehearsal (jurisdiction_id, name, created_by, created_name, created_at, year, organ_id, asked, rules,
      today, total)
    select ${j}, ${given.name}, ${actor.personId}, ${actor.name}, ${given.at}::timestamptz, ${given.year},
      ${given.organId}::bigint, ${JSON.stringify(given.asked)}::jsonb, ${JSON.stringify(given.rules)}::jsonb,
      ${given.today}::date, count(*)::int
    from matter m where ${ofYear(j, given.year, given.organId)}
    returning id`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('A rehearsal was not stored');
  return row.id;
};

export type RunningRehearsal = {
  readonly id: number;
  readonly year: number;
  readonly organId: number | null;
  readonly rules: RulesPair;
  readonly today: LocalDate;
  readonly state: RehearsalState;
  readonly cursor: number;
  readonly done: number;
  readonly rows: number;
};

/** Held, so that two workers never run one batch at once; null: there is none. */
export const lockRehearsal = async (tx: Tx, j: number, id: number): Promise<RunningRehearsal | null> => {
  const { rows } = await sql<RunningRehearsal>`
    select id, year, organ_id as "organId", rules, today, state, cursor, done, rows
    from rehearsal where jurisdiction_id = ${j} and id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
};

/** Ids of the matters behind a cursor, ascending. */
export const rehearsedMatters = async (
  tx: Tx,
  j: number,
  run: RunningRehearsal,
  most: number,
): Promise<readonly number[]> => {
  const { rows } = await sql<{ id: number }>`select m.id from matter m
    where ${ofYear(j, run.year, run.organId)} and m.id > ${run.cursor} order by m.id limit ${most}`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
};

/** What happened to matters beyond their case files, by matter. Days are those of the jurisdiction's zone. */
export const loadDeeds = async (
  tx: Tx,
  j: number,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Deeds>> => {
  const { rows } = await sql<Deeds & { matterId: number }>`
    select m.id as "matterId",
      (select coalesce(json_agg(json_build_object('assignmentId', r.assignment_id, 'round', r.round,
          'on', (v.at at time zone 'Asia/Shanghai')::date) order by v.id), '[]')
        from review v join reply r on r.jurisdiction_id = v.jurisdiction_id and r.id = v.reply_id
        where v.jurisdiction_id = m.jurisdiction_id and r.matter_id = m.id and v.outcome = 'submitted') as submitted,
      (select coalesce(json_agg(json_build_object('assignmentId', o.assignment_id,
          'on', (o.given_at at time zone 'Asia/Shanghai')::date) order by o.id), '[]')
        from opinion o where o.jurisdiction_id = m.jurisdiction_id and o.matter_id = m.id) as opinions,
      -- Only the last round's day stands on the duty; those between are in the journal.
      (select coalesce(json_agg(json_build_object('assignmentId', (e.item ->> 'id')::bigint,
          'round', (e.item -> 'event' ->> 'round')::int, 'on', e.item -> 'event' ->> 'on')), '[]')
        from journal w cross join lateral jsonb_array_elements(
          case when jsonb_typeof(w.entry::jsonb -> 'data') = 'array' then w.entry::jsonb -> 'data' else '[]' end) e (item)
        where w.jurisdiction_id = m.jurisdiction_id and w.stream = 'matter:' || m.id
          and exists (select 1 from assignment a where a.jurisdiction_id = m.jurisdiction_id and a.matter_id = m.id
            and a.round > 2)
          and e.item -> 'event' ->> 'type' = 'roundOpened' and e.item ->> 'on' = 'assignment') as rounds,
      coalesce((m.closed_at at time zone 'Asia/Shanghai')::date, m.closed_on) as "endedOn"
    from matter m where m.jurisdiction_id = ${j} and m.id = any(${[...ids]}::bigint[])`.execute(tx);
  return new Map(rows.map(({ matterId, ...deeds }) => [matterId, deeds]));
};

export type RowOf = Compared & { readonly matterId: number };

/** Appends rows; `from` is how many there are already. The proposer's date is a duty of its own name. */
export const insertRows = async (
  tx: Tx,
  j: number,
  rehearsalId: number,
  from: number,
  rows: readonly RowOf[],
): Promise<void> => {
  if (rows.length === 0) return;
  const stored = rows.map((one, index) => ({
    n: from + index + 1,
    matter_id: one.matterId,
    assignment_id: one.assignmentId,
    unit_id: one.unitId,
    duty: one.assignmentId === null && one.duty === 'reply' ? 'proposer' : one.duty,
    round: one.round,
    done_on: one.doneOn,
    released_on: one.releasedOn,
    now_on: one.dueNow?.date ?? null,
    then_on: one.dueThen?.date ?? null,
    now_verdict: one.verdictNow,
    then_verdict: one.verdictThen,
    now_due: one.dueNow,
    then_due: one.dueThen,
  }));
  await sql`
    insert into rehearsal_row (jurisdiction_id, rehearsal_id, n, matter_id, assignment_id, unit_id, duty, round, done_on,
      released_on, now_on, then_on, now_verdict, then_verdict, now_due, then_due)
    select ${j}, ${rehearsalId}, r.n, r.matter_id, r.assignment_id, r.unit_id, r.duty, r.round, r.done_on,
      r.released_on, r.now_on, r.then_on, r.now_verdict, r.then_verdict, r.now_due, r.then_due
    from jsonb_to_recordset(${JSON.stringify(stored)}::jsonb) r (n int, matter_id bigint, assignment_id bigint,
      unit_id bigint, duty text, round int, done_on date, released_on date, now_on date, then_on date,
      now_verdict text, then_verdict text, now_due jsonb, then_due jsonb)`.execute(tx);
};

export const updateRehearsal = async (
  tx: Tx,
  j: number,
  next: Pick<RunningRehearsal, 'id' | 'state' | 'cursor' | 'done' | 'rows'>,
  at: Instant,
): Promise<void> => {
  await sql`update rehearsal set state = ${next.state}, cursor = ${next.cursor}, done = ${next.done},
      rows = ${next.rows}, finished_at = ${next.state === 'running' ? null : at}::timestamptz
    where jurisdiction_id = ${j} and id = ${next.id}`.execute(tx);
};

export const dropOldRehearsals = async (tx: Tx, j: number, before: Instant): Promise<void> => {
  await sql`delete from rehearsal_row w using rehearsal r
    where w.jurisdiction_id = ${j} and r.jurisdiction_id = w.jurisdiction_id and r.id = w.rehearsal_id
      and r.created_at < ${before}::timestamptz`.execute(tx);
  await sql`delete from rehearsal where jurisdiction_id = ${j} and created_at < ${before}::timestamptz`.execute(
    tx,
  );
};
