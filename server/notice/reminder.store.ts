/** A run of reminders, batch by batch: each statement does one batch as a whole and remembers where it was. */
import type { ReminderStep, ReminderTarget } from '#core/ruleset.ts';
import type { Instant, LocalDate } from '#core/words.ts';
import { type RawBuilder, sql } from 'kysely';
import { type AskedAfter, afterColumn } from '../case/after-reply.views.ts';
import { tell } from './tell.store.ts';
import type { Tx } from '../platform/db/database.ts';

export type Phase = 'duties' | 'disclosures' | 'reports' | 'requests' | 'matters' | 'telling' | 'done';
export type Run = { readonly id: number; readonly phase: Phase; readonly position: number };

/** What a run looks for: the ladder, and the last due date that has reached each of its steps today. */
export type Ladder = {
  readonly steps: readonly ReminderStep[];
  readonly bounds: readonly LocalDate[];
};

/**
 * The run that goes on now, held by this transaction; that of the day is made if there is none. Two workers follow each
 * other. A run that was cut off on an earlier day first tells what it had found: its steps count as told, and only it
 * knows of whom. What it had not looked at yet, the run of the day finds.
 */
export const holdRun = async (tx: Tx, j: number, date: LocalDate): Promise<Run> => {
  await sql`update reminder_run set phase = 'telling', position = 0
    where jurisdiction_id = ${j} and date < ${date} and phase not in ('telling', 'done')`.execute(tx);
  const { rows: cut } = await sql<Run>`select id, phase, position from reminder_run
    where jurisdiction_id = ${j} and date < ${date} and phase = 'telling' order by date limit 1 for update`.execute(
    tx,
  );
  if (cut[0] !== undefined) return cut[0];
  await sql`insert into reminder_run (jurisdiction_id, date) values (${j}, ${date})
    on conflict (jurisdiction_id, date) do nothing`.execute(tx);
  const { rows } = await sql<Run>`select id, phase, position from reminder_run
    where jurisdiction_id = ${j} and date = ${date} for update`.execute(tx);
  const [run] = rows;
  if (run === undefined) throw new Error('The run that was just made is gone');
  return run;
};

const enter = async (tx: Tx, j: number, run: Run, phase: Phase, position: number): Promise<void> => {
  await sql`update reminder_run set phase = ${phase}, position = ${position},
      finished_at = case when ${phase} = 'done' then now() end
    where jurisdiction_id = ${j} and id = ${run.id}`.execute(tx);
};

/** The step that a date has reached, by its place in the ladder. */
const stepOf = (column: RawBuilder<unknown>, { bounds }: Ladder): RawBuilder<unknown> => {
  const cases = bounds
    .map((bound, step) => sql`when ${column} <= ${bound}::date then ${step}::integer`)
    .toReversed();
  return sql`case ${sql.join(cases, sql` `)} end`;
};

/** The steps that reach a kind of person, as places in the ladder. */
const stepsFor = ({ steps }: Ladder, target: ReminderTarget): readonly number[] =>
  steps.flatMap(({ to }, step) => (to.includes(target) ? [step] : []));

const urgentSteps = ({ steps }: Ladder): readonly number[] =>
  steps.flatMap(({ urgent }, step) => (urgent ? [step] : []));

const among = (steps: readonly number[]): RawBuilder<unknown> => sql`c.step = any(${[...steps]}::integer[])`;

/**
 * Who hears of a duty `c`: its own people by their rung, and whoever decides where a hand-back waits. A unit without
 * sections is headed by its office. Nobody hears twice of the same duty.
 */
const dutyHearers = (ladder: Ladder): RawBuilder<unknown> => {
  const step = (target: ReminderTarget) => among(stepsFor(ladder, target));
  const own = sql`(select * from crossed where state <> 'handBackRequested')`;
  const above = sql`(select c.* from crossed c where c.state = 'handBackRequested' or ${step('supervisor')})`;
  const holds = (role: string): RawBuilder<unknown> =>
    sql`join role_grant g on g.jurisdiction_id = c.jurisdiction_id and g.role = ${role}`;
  return sql`
    select c.id, c.handler_id as person_id from ${own} c where c.handler_id is not null and ${step('handler')}
    union select c.id, g.person_id from ${own} c ${holds('section-head')} and g.unit_id = c.section_id
      where ${step('section-head')}
    union select c.id, g.person_id from ${own} c ${holds('unit-office')} and g.unit_id = c.unit_id
      where ${step('unit-office')} or (c.handler_id is null and ${step('handler')})
        or (c.section_id is null and ${step('section-head')})
    union select c.id, c.leader_id from ${own} c where c.leader_id is not null and ${step('unit-leader')}
    union select c.id, g.person_id from ${own} c ${holds('unit-leader')} and g.unit_id = c.unit_id
      where c.leader_id is null and ${step('unit-leader')}
    union select c.id, g.person_id from ${above} c ${holds('supervisor')} where not c.boundary
    union select c.id, g.person_id from ${above} c ${holds('congress-office')} and g.organ_id = c.organ_id where c.boundary
    union select c.id, g.person_id from ${above} c ${holds('cppcc-office')} and g.organ_id = c.organ_id where c.boundary`;
};

/** Nobody but the offices can assign: they hear of every step of a matter that waits for it. */
const matterHearers = sql`
  select c.id, g.person_id from crossed c
  join role_grant g on g.jurisdiction_id = c.jurisdiction_id
    and (g.role = 'supervisor' or (g.role in ('congress-office', 'cppcc-office') and g.organ_id = c.organ_id))`;

type Batch = { readonly last: number | null; readonly reminded: number };

/** Candidates are read in the order of their ids; of them those are told whose date has reached a step not told yet. */
const remind = async (
  tx: Tx,
  j: number,
  run: Run,
  ladder: Ladder,
  subject: 'duty' | AskedAfter | 'request' | 'matter',
  candidates: RawBuilder<unknown>,
  hearers: RawBuilder<unknown>,
): Promise<Batch> => {
  const { rows } = await sql<Batch>`
    with candidate as (${candidates}),
    told as (
      insert into reminder (jurisdiction_id, subject, subject_id, due_on, step, run_id)
      select ${j}, ${subject}, c.id, c.due_on, ${stepOf(sql`c.due_on`, ladder)}, ${run.id} from candidate c
      on conflict (jurisdiction_id, subject, subject_id) do update
        set due_on = excluded.due_on, step = excluded.step, run_id = excluded.run_id
        where reminder.due_on <> excluded.due_on or reminder.step < excluded.step
      returning subject_id, step),
    crossed as (select c.*, t.step from candidate c join told t on t.subject_id = c.id),
    hearer as (${hearers}),
    line as (
      insert into reminder_line (jurisdiction_id, run_id, person_id, subject, subject_id, matter_id, due_on, step, urgent)
      select ${j}, ${run.id}, h.person_id, ${subject}, c.id, c.matter_id, c.due_on, c.step,
        c.step = any(${[...urgentSteps(ladder)]}::integer[])
      from hearer h
      join crossed c on c.id = h.id
      join person p on p.jurisdiction_id = ${j} and p.id = h.person_id and p.state = 'active'
      on conflict do nothing)
    select (select max(id) from candidate) as last, (select count(*)::int from told) as reminded`.execute(tx);
  return rows[0] ?? { last: null, reminded: 0 };
};

const noteBatch = async (
  tx: Tx,
  j: number,
  run: Run,
  batch: Batch,
  next: Phase,
  phase: Phase,
): Promise<void> => {
  await sql`update reminder_run set reminded = reminded + ${batch.reminded}
    where jurisdiction_id = ${j} and id = ${run.id}`.execute(tx);
  await (batch.last === null ? enter(tx, j, run, next, 0) : enter(tx, j, run, phase, batch.last));
};

/** The person, if he still holds that role for the unit of duty `a` or a section of it; who has left is nobody's handler. */
const heldBy = (person: RawBuilder<unknown>, role: string): RawBuilder<unknown> => sql`
  (select g.person_id from role_grant g
    join unit w on w.jurisdiction_id = g.jurisdiction_id and w.id = g.unit_id
    join person p on p.jurisdiction_id = g.jurisdiction_id and p.id = g.person_id and p.state = 'active'
    where g.jurisdiction_id = a.jurisdiction_id and g.person_id = ${person} and g.role = ${role}
      and coalesce(w.parent_id, w.id) = a.unit_id limit 1)`;

/** The next batch of duties whose date in that column has reached a step, with their people. */
const dutiesDue = (
  j: number,
  run: Run,
  ladder: Ladder,
  size: number,
  column: RawBuilder<unknown>,
): RawBuilder<unknown> => {
  const latest = ladder.bounds[0] ?? '0001-01-01';
  return sql`
    select a.jurisdiction_id, a.id, a.matter_id, ${column} as due_on, a.state, a.unit_id, a.section_id,
      ${heldBy(sql`a.handler_id`, 'handler')} as handler_id, ${heldBy(sql`a.leader_id`, 'unit-leader')} as leader_id,
      m.organ_id, u.boundary
    from assignment a
    join matter m on m.jurisdiction_id = a.jurisdiction_id and m.id = a.matter_id
    join unit u on u.jurisdiction_id = a.jurisdiction_id and u.id = a.unit_id
    where a.jurisdiction_id = ${j} and a.live and ${column} <= ${latest}::date and a.id > ${run.position}
    order by a.id limit ${size}`;
};

/** The next batch of duties; the phase ends when none is left. */
export const remindDuties = async (
  tx: Tx,
  j: number,
  run: Run,
  ladder: Ladder,
  size: number,
): Promise<void> => {
  const candidates = dutiesDue(j, run, ladder, size, sql`a.due_on`);
  const batch = await remind(tx, j, run, ladder, 'duty', candidates, dutyHearers(ladder));
  await noteBatch(tx, j, run, batch, 'disclosures', 'duties');
};

/** The next batch of what is asked after the reply, by its own date: the people of the duty hear of it, on closed matters too. */
export const remindAfter = async (
  tx: Tx,
  j: number,
  run: Run,
  ladder: Ladder,
  size: number,
  kind: AskedAfter,
): Promise<void> => {
  const [phase, next] =
    kind === 'disclose' ? (['disclosures', 'reports'] as const) : (['reports', 'requests'] as const);
  const candidates = dutiesDue(j, run, ladder, size, afterColumn(kind));
  const batch = await remind(tx, j, run, ladder, kind, candidates, dutyHearers(ladder));
  await noteBatch(tx, j, run, batch, next, phase);
};

/** Whoever the ruleset lets decide on an extension: for a unit outside the supervisor's power the organ's office alone. */
const requestHearers = sql`
  select c.id, g.person_id from crossed c
  join role_grant g on g.jurisdiction_id = c.jurisdiction_id and g.role = 'supervisor'
  where not c.boundary and c.decided_by <> 'organ-office'
  union select c.id, g.person_id from crossed c
  join role_grant g on g.jurisdiction_id = c.jurisdiction_id
    and g.role in ('congress-office', 'cppcc-office') and g.organ_id = c.organ_id
  where c.boundary or c.decided_by <> 'supervisor'`;

/** The next batch of requests for an extension that wait for a decision. */
export const remindRequests = async (
  tx: Tx,
  j: number,
  run: Run,
  ladder: Ladder,
  size: number,
): Promise<void> => {
  const latest = ladder.bounds[0] ?? '0001-01-01';
  const candidates = sql`
    select a.jurisdiction_id, a.id, a.matter_id, a.extension_due_on as due_on, a.extension_decided_by as decided_by,
      m.organ_id, u.boundary
    from assignment a
    join matter m on m.jurisdiction_id = a.jurisdiction_id and m.id = a.matter_id
    join unit u on u.jurisdiction_id = a.jurisdiction_id and u.id = a.unit_id
    where a.jurisdiction_id = ${j} and a.extension_asked_on is not null and a.extension_due_on <= ${latest}::date
      and a.id > ${run.position} order by a.id limit ${size}`;
  const batch = await remind(tx, j, run, ladder, 'request', candidates, requestHearers);
  await noteBatch(tx, j, run, batch, 'matters', 'requests');
};

/** The next batch of matters that wait for their assignment. */
export const remindMatters = async (
  tx: Tx,
  j: number,
  run: Run,
  ladder: Ladder,
  size: number,
): Promise<void> => {
  const latest = ladder.bounds[0] ?? '0001-01-01';
  const candidates = sql`
    select m.jurisdiction_id, m.id, m.id as matter_id, m.due_on, m.organ_id from matter m
    where m.jurisdiction_id = ${j} and m.stage = 'filed' and m.due_on <= ${latest}::date and m.id > ${run.position}
    order by m.id limit ${size}`;
  const batch = await remind(tx, j, run, ladder, 'matter', candidates, matterHearers);
  await noteBatch(tx, j, run, batch, 'telling', 'matters');
};

/**
 * Tells the next people: of what is not urgent one notice each, of what is urgent another, at once. A notice of one
 * matter names it; one of several opens to its lines.
 */
export const tellNext = async (
  tx: Tx,
  j: number,
  run: Run,
  scene: { readonly at: Instant; readonly notBefore: Instant | null; readonly size: number },
): Promise<void> => {
  const { rows } = await sql<{ last: number | null; told: number }>`
    select max(person_id) as last, count(*)::int as told from (
      select distinct person_id from reminder_line
      where jurisdiction_id = ${j} and run_id = ${run.id} and person_id > ${run.position}
      order by person_id limit ${scene.size}) next`.execute(tx);
  const { last, told } = rows[0] ?? { last: null, told: 0 };
  if (last === null) return enter(tx, j, run, 'done', run.position);
  tell(tx, {
    jurisdictionId: j,
    at: scene.at,
    rows: sql`
      select l.person_id, 'reminder' as kind, case when count(*) = 1 then min(l.matter_id) end as matter_id,
        jsonb_build_object('run', ${run.id}::bigint, 'count', count(*),
          'late', count(*) filter (where l.due_on < r.date), 'urgent', l.urgent) as data,
        l.urgent, ${scene.notBefore}::timestamptz as not_before
      from reminder_line l
      join reminder_run r on r.jurisdiction_id = l.jurisdiction_id and r.id = l.run_id
      where l.jurisdiction_id = ${j} and l.run_id = ${run.id} and l.person_id > ${run.position} and l.person_id <= ${last}
      group by l.person_id, l.urgent`,
  });
  await sql`update reminder_run set told = told + ${told} where jurisdiction_id = ${j} and id = ${run.id}`.execute(
    tx,
  );
  await enter(tx, j, run, 'telling', last);
};
