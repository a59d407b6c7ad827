/** Reminders over the whole demo city: who hears of what is worked out a second time, person by person, from the rules. */
import { stepReached } from '#core/reminder/reminder.ts';
import type { ReminderTarget } from '#core/ruleset.ts';
import { cnCalendar } from '#rulesets/calendar/cn.ts';
import { national } from '#rulesets/national.ts';
import { createDemoCity, type DemoStage } from '#test/support/demo-city.ts';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { houseReader } from '../case/house.store.ts';
import { type Db, openDatabase } from '../platform/db/database.ts';
import { momentOf } from '../platform/moment.ts';
import { type BatchSizes, runReminders } from './run-reminders.ts';

const today = '2026-05-20';
const morning = (date: string) => momentOf(new Date(`${date}T08:35:00+08:00`));
const small: BatchSizes = { duties: 7, people: 3 };

let city: DemoStage;
let owner: pg.Client;
let db: Db;
let j: number;

beforeAll(async () => {
  city = await createDemoCity(today);
  ({ owner } = city);
  db = openDatabase(city.database.appUrl, 4);
  j = city.jurisdictionId;
}, 300_000);
afterEach(() => owner.query("delete from notice where kind = 'reminder'; truncate reminder_run cascade"));
afterAll(async () => {
  await db.close();
  await city.close();
});

const run = (date: string, sizes?: BatchSizes, stopped?: () => boolean) =>
  runReminders(db, houseReader(), j, morning(date), sizes, stopped);

type Duty = {
  id: number;
  due: string;
  state: string;
  unit: number;
  section: number | null;
  handler: number | null;
  leader: number | null;
  organ: number;
  boundary: boolean;
};
type Grant = { person: number; role: string; unit: number | null; organ: number | null };

const duties = async (): Promise<readonly Duty[]> => {
  const { rows } = await owner.query(`
    select a.id::int, to_char(a.due_on, 'YYYY-MM-DD') as due, a.state, a.unit_id::int as unit, a.section_id::int as section,
      a.handler_id::int as handler, a.leader_id::int as leader, m.organ_id::int as organ, u.boundary
    from assignment a join matter m on m.id = a.matter_id join unit u on u.id = a.unit_id
    where a.live and a.due_on < 'infinity'`);
  return rows;
};
const grants = async (): Promise<readonly Grant[]> =>
  (
    await owner.query(
      'select person_id::int as person, role, unit_id::int as unit, organ_id::int as organ from role_grant',
    )
  ).rows;

const officesOf = (duty: Duty, all: readonly Grant[]): readonly number[] =>
  all
    .filter(({ role, organ }) =>
      duty.boundary
        ? (role === 'congress-office' || role === 'cppcc-office') && organ === duty.organ
        : role === 'supervisor',
    )
    .map(({ person }) => person);

const hearersOf = (duty: Duty, target: ReminderTarget, all: readonly Grant[]): readonly number[] => {
  const holding = (role: string, unit: number | null): readonly number[] =>
    all.filter((grant) => grant.role === role && grant.unit === unit).map(({ person }) => person);
  switch (target) {
    case 'handler':
      return duty.handler === null ? holding('unit-office', duty.unit) : [duty.handler];
    case 'section-head':
      return duty.section === null
        ? holding('unit-office', duty.unit)
        : holding('section-head', duty.section);
    case 'unit-office':
      return holding('unit-office', duty.unit);
    case 'unit-leader':
      return duty.leader === null ? holding('unit-leader', duty.unit) : [duty.leader];
    case 'supervisor':
      return officesOf(duty, all);
  }
};

/** "person duty step" of everyone who must hear of a duty on that day. */
const expected = async (date: string): Promise<readonly string[]> => {
  const all = await grants();
  const lines = new Set<string>();
  for (const duty of await duties()) {
    const step = stepReached(national.reminders, duty.due, date, cnCalendar);
    if (step === null) continue;
    const hearers =
      duty.state === 'handBackRequested'
        ? officesOf(duty, all)
        : (national.reminders.steps[step]?.to ?? []).flatMap((target) => hearersOf(duty, target, all));
    for (const person of hearers) lines.add(`${person} ${duty.id} ${step}`);
  }
  return [...lines].sort();
};

const told = async (): Promise<readonly string[]> =>
  (
    await owner.query(
      "select person_id || ' ' || subject_id || ' ' || step as line from reminder_line where subject = 'duty'",
    )
  ).rows
    .map(({ line }) => line as string)
    .sort();

type Told = { person_id: string; urgent: boolean; data: { count: number }; matter_id: string | null };
const notices = async (): Promise<readonly Told[]> =>
  (
    await owner.query(
      "select person_id, urgent, data, matter_id from notice where kind = 'reminder' order by person_id, urgent",
    )
  ).rows;

describe('a run', () => {
  test('tells everyone of just what the ladder says, whatever the size of its batches', async () => {
    await run(today, small);
    const lines = await told();
    expect(lines).toEqual(await expected(today));
    expect(lines.length).toBeGreaterThan(100);
  });

  test('gives a person one notice of what is ordinary and one of what is urgent, with true counts', async () => {
    await run(today);
    const made = await notices();
    expect(new Set(made.map(({ person_id, urgent }) => `${person_id} ${urgent}`)).size).toBe(made.length);
    const { rows } = await owner.query(
      'select person_id, urgent, count(*)::int as count from reminder_line group by 1, 2 order by 1, 2',
    );
    expect(made.map(({ person_id, urgent, data }) => ({ person_id, urgent, count: data.count }))).toEqual(
      rows,
    );
    expect(made.every(({ matter_id, data }) => (matter_id !== null) === (data.count === 1))).toBe(true);
  });

  test('says nothing twice: not on the same day, not by two workers at once', async () => {
    await Promise.all([run(today, small), run(today, small), run(today, small)]);
    const first = await notices();
    await run(today);
    expect(await notices()).toEqual(first);
    expect(await told()).toEqual(await expected(today));
  });

  test('goes on where it was killed, however often', async () => {
    let left = 0;
    for (let life = 0; life < 400; life += 1) {
      left = 1;
      await run(today, small, () => left-- <= 0);
    }
    const { rows } = await owner.query('select phase from reminder_run');
    expect(rows).toEqual([{ phase: 'done' }]);
    expect(await told()).toEqual(await expected(today));
    const made = await notices();
    expect(new Set(made.map(({ person_id, urgent }) => `${person_id} ${urgent}`)).size).toBe(made.length);
  });

  test('on the next day tells only what has reached a further step', async () => {
    await run(today);
    const before = new Map(
      (await duties()).map(({ id, due }) => [id, stepReached(national.reminders, due, today, cnCalendar)]),
    );
    await run('2026-05-21');
    const { rows } = await owner.query(`
      select l.subject_id::int as id, l.step from reminder_line l join reminder_run r on r.id = l.run_id
      where r.date = '2026-05-21' and l.subject = 'duty'`);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ id, step }) => step <= (before.get(id) ?? -1))).toEqual([]);
  });

  test('does nothing on a day off, and what fell on it is told on the next working day', async () => {
    expect(await run('2026-05-23')).toBe(false);
    expect(await notices()).toEqual([]);
    await run('2026-05-25');
    expect(await told()).toEqual(await expected('2026-05-25'));
  });

  test('cut off on one day and taken up on another tells what it had found, and nothing twice', async () => {
    // Friday: every step is noted as told, but the worker dies before it tells anybody.
    let batches = 0;
    const friday = '2026-05-22';
    const due = await expected(friday);
    await run(friday, { duties: 5_000, people: 500 }, () => batches++ >= 2);
    expect(await notices()).toEqual([]);
    await run('2026-05-25');
    const lines = await told();
    expect(due.filter((line) => !lines.includes(line))).toEqual([]);
    const { rows } = await owner.query(`
      select count(*)::int as silent from (select distinct run_id, person_id, urgent from reminder_line) l
      where not exists (select from notice n where n.kind = 'reminder' and n.person_id = l.person_id
        and n.urgent = l.urgent and (n.data ->> 'run')::bigint = l.run_id)`);
    expect(rows).toEqual([{ silent: 0 }]);
    const { rows: phases } = await owner.query('select distinct phase from reminder_run');
    expect(phases).toEqual([{ phase: 'done' }]);
  });

  test('tells who decides on extensions of requests that wait', async () => {
    const [duty] = (await duties()).filter(({ boundary, state }) => !boundary && state === 'signed');
    const wait = (due: string | null, by: string | null) =>
      owner.query(
        'update assignment set extension_asked_on = $2, extension_due_on = $2, extension_decided_by = $3 where id = $1',
        [duty?.id, due, by],
      );
    const heard = async (): Promise<readonly number[]> =>
      (
        await owner.query(
          "select person_id::int as person from reminder_line where subject = 'request' and subject_id = $1 order by 1",
          [duty?.id],
        )
      ).rows.map(({ person }) => person as number);
    const all = await grants();
    const supervisors = all.filter(({ role }) => role === 'supervisor').map(({ person }) => person);
    const offices = all
      .filter(({ role, organ }) => role.endsWith('-office') && organ === duty?.organ)
      .map(({ person }) => person);
    await wait(today, 'supervisor');
    await run(today, small);
    expect(await heard()).toEqual(supervisors.toSorted((a, b) => a - b));
    await owner.query('truncate reminder_run cascade');
    await wait(today, 'either');
    await run(today, small);
    expect(await heard()).toEqual([...supervisors, ...offices].toSorted((a, b) => a - b));
    await wait(null, null);
  });

  test('tells the people of a duty what is asked after the reply, on a closed matter too', async () => {
    const { rows } = await owner.query<{ id: number; unit: number; matter: number; stage: string }>(`
      select a.id::int, a.unit_id::int as unit, m.id::int as matter, m.stage from assignment a join matter m on m.id = a.matter_id
      where a.live and a.state = 'answered' and m.stage = 'closed'
        and a.unit_id in (select u.id from unit u where not u.boundary) order by a.id limit 1`);
    const [duty] = rows;
    // One working day late with the publication, three before the report.
    const dates = (disclose: string | null, followUp: string | null) =>
      owner.query('update assignment set disclose_due_on = $2, follow_up_due_on = $3 where id = $1', [
        duty?.id,
        disclose,
        followUp,
      ]);
    const stored = await owner.query(
      'select disclose_due_on as d, follow_up_due_on as f from assignment where id = $1',
      [duty?.id],
    );
    await dates('2026-05-19', '2026-05-25');
    await run(today, small);
    const lines = await owner.query(
      'select subject, step, person_id::int as person from reminder_line where subject_id = $1 and matter_id = $2',
      [duty?.id, duty?.matter],
    );
    await dates(stored.rows[0].d, stored.rows[0].f);
    expect(new Set(lines.rows.map(({ subject, step }) => `${subject} ${step}`))).toEqual(
      new Set(['disclose 3', 'followUp 1']),
    );
    const all = await grants();
    const offices = all.filter(({ role, unit }) => role === 'unit-office' && unit === duty?.unit);
    const supervisors = all.filter(({ role }) => role === 'supervisor');
    const heard = (subject: string) =>
      lines.rows.filter((line) => line.subject === subject).map(({ person }) => person as number);
    for (const { person } of offices)
      for (const subject of ['disclose', 'followUp']) expect(heard(subject)).toContain(person);
    for (const { person } of supervisors) {
      expect(heard('disclose')).toContain(person);
      expect(heard('followUp')).not.toContain(person);
    }
  });

  test('begins anew for a date that was put off', async () => {
    await run(today);
    const [duty] = (await duties()).filter(({ due }) => due < today);
    await owner.query("update assignment set due_on = '2026-05-21' where id = $1", [duty?.id]);
    await run('2026-05-21');
    const { rows } = await owner.query(
      "select distinct step from reminder_line l join reminder_run r on r.id = l.run_id where r.date = '2026-05-21' and subject_id = $1 and subject = 'duty'",
      [duty?.id],
    );
    await owner.query('update assignment set due_on = $2 where id = $1', [duty?.id, duty?.due]);
    // The day itself: the third step, though the old date was past the last one.
    expect(rows).toEqual([{ step: 2 }]);
  });
});
