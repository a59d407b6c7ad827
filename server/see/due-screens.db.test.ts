/** In the whole demo city: every number of the due calendar and of the board opens to just its rows, for each looker. */
import type { board, dueCalendar } from '#contract/due-calendar.ts';
import { daysOf, gridOf, monthOf, shiftMonth, weekOf } from '#contract/due-weeks.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { ledger, overview } from '#contract/see.ts';
import { createDemoCity, type DemoStage } from '#test/support/demo-city.ts';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

type Calendar = ResponseOf<typeof dueCalendar>;
type Board = ResponseOf<typeof board>;
type Ledger = ResponseOf<typeof ledger>;
type Overview = ResponseOf<typeof overview>;
type Opens = Readonly<Record<string, string>>;

const today = '2026-05-20';
let city: DemoStage;
let owner: pg.Client;

beforeAll(async () => {
  city = await createDemoCity(today);
  ({ owner } = city);
  // Some matters with open duties are withdrawn: they still carry dates that nobody owes any more.
  const open = await city.get<Ledger>('renda', '/api/ledger?stage=handling&kind=suggestion&limit=4');
  for (const { id } of open.items) {
    const { version } = await city.get<{ version: number }>('renda', `/api/matters/${id}`);
    await city.post('renda', `/api/matters/${id}/withdraw`, { version, body: { reason: '代表要求撤回' } });
  }
}, 300_000);
afterAll(async () => {
  await city.close();
});

const query = (fields: Opens): string => new URLSearchParams(fields).toString();
const ledgerOf = (who: string, opens: Opens, limit = '1'): Promise<Ledger> =>
  city.get<Ledger>(who, `/api/ledger?${query({ ...opens, limit })}`);
const totalOf = async (who: string, opens: Opens): Promise<number> => (await ledgerOf(who, opens)).total;
const calendarOf = (who: string, fields: Opens): Promise<Calendar> =>
  city.get<Calendar>(who, `/api/due-calendar?${query(fields)}`);

/** Each number of a calendar as a line, and what its rows come to. */
const checkCalendar = async (who: string, seen: Calendar): Promise<number> => {
  let [said, found]: [string[], string[]] = [[], []];
  for (const { date, counts, total } of seen.days) {
    const span = { dueFrom: date, dueTo: date };
    const { assign = 0, ...duties } = counts;
    for (const [owes, n] of Object.entries(duties)) {
      said = [...said, `${date} ${owes} ${n}`];
      found = [...found, `${date} ${owes} ${await totalOf(who, { ...seen.opens.duties, owes, ...span })}`];
    }
    if (total === 0) continue;
    const rows = await totalOf(who, { ...seen.opens.duties, ...span });
    const filed = assign === 0 ? 0 : await totalOf(who, { ...seen.opens.assign, ...span });
    said = [...said, `${date} ${total} ${assign}`];
    const after = (duties['disclose'] ?? 0) + (duties['followUp'] ?? 0);
    const owing = assign + after === total ? 0 : rows;
    found = [...found, `${date} ${owing + filed + after} ${filed}`];
  }
  for (const { key, count, opens } of seen.late) {
    said = [...said, `${key} ${count}`];
    found = [...found, `${key} ${await totalOf(who, opens)}`];
  }
  expect(found).toEqual(said);
  return said.length;
};

const month = gridOf(today);

describe('the due calendar', () => {
  test.each([
    ['ducha', {}],
    ['renda', {}],
    ['jiaotong', { whose: 'unit' }],
    ['jiaotong', {}],
    ['kezhang', { whose: 'section' }],
    ['jingban', { whose: 'me' }],
    ['juzhang', { whose: 'unit' }],
    ['ducha', { owes: 'signFor' }],
    ['ducha', { owes: 'assign' }],
    ['ducha', { owes: 'disclose' }],
  ] as const)('of %s %j opens to just its rows, day by day and above', async (who, narrowed) => {
    expect(await checkCalendar(who, await calendarOf(who, { ...month, ...narrowed }))).toBeGreaterThan(4);
  });

  test('narrowed to a unit and to an organ', async () => {
    const { units, organs } = await city.get<{ units: { id: number }[]; organs: { id: number }[] }>(
      'ducha',
      '/api/reference',
    );
    const each: readonly Opens[] = [{ unitId: `${units[0]?.id}` }, { organId: `${organs[1]?.id}` }];
    for (const narrowed of each)
      expect(
        await checkCalendar('ducha', await calendarOf('ducha', { ...month, ...narrowed })),
      ).toBeGreaterThan(4);
  });

  test('counts what the database holds, of every month around', async () => {
    for (const months of [-3, -1, 0, 1, 4]) {
      const span = monthOf(shiftMonth(today, months));
      const { days } = await calendarOf('ducha', span);
      expect(days.map(({ date }) => date)).toEqual(daysOf(span));
      const { rows } = await owner.query<{ day: string; n: string }>(
        `select due::text as day, count(*) as n from (
           select a.due_on as due from assignment a join matter m on m.jurisdiction_id = a.jurisdiction_id and m.id = a.matter_id
             where a.state in ('assigned', 'signed', 'handBackRequested', 'rehandling') and m.stage not in ('closed', 'withdrawn')
           union all select unnest(array[a.disclose_due_on, a.follow_up_due_on]) from assignment a
             where a.live
           union all select due_on from matter where stage = 'filed') x
         where due between $1 and $2 group by 1 order by 1`,
        [span.from, span.to],
      );
      expect(days.filter(({ total }) => total > 0).map(({ date, total }) => `${date} ${total}`)).toEqual(
        rows.map(({ day, n }) => `${day} ${n}`),
      );
    }
  });

  test('says the same above whatever days it shows', async () => {
    const strips = await Promise.all(
      [month, weekOf(today), monthOf('2025-11-03'), monthOf('2027-02-03')].map(
        async (span) => (await calendarOf('ducha', span)).late,
      ),
    );
    expect(strips).toEqual(strips.map(() => strips[0]));
    const count = (key: string) => strips[0]?.find((figure) => figure.key === key)?.count ?? -1;
    expect(count('lateNow')).toBeGreaterThan(0);
    expect(count('lateNextWeek')).toBeGreaterThanOrEqual(count('lateNow') + count('thisWeek'));
  });

  test('marks days off, make-up days and the light of what is due, which every row of the day has', async () => {
    const { days } = await calendarOf('ducha', { from: '2026-02-09', to: '2026-03-08' });
    const kinds = new Map(days.map(({ date, kind }) => [date, kind]));
    expect(
      ['2026-02-14', '2026-02-17', '2026-02-28', '2026-03-07', '2026-03-02'].map((day) => kinds.get(day)),
    ).toEqual(['makeUpWorkday', 'holiday', 'makeUpWorkday', 'weekend', 'workday']);
    const seen = await calendarOf('ducha', month);
    const apart = new Set(['assign', 'disclose', 'followUp']);
    for (const day of seen.days.filter(({ counts }) =>
      Object.keys(counts).some((owes) => !apart.has(owes)),
    )) {
      const { items } = await ledgerOf(
        'ducha',
        { ...seen.opens.duties, dueFrom: day.date, dueTo: day.date },
        '200',
      );
      expect([...new Set(items.map(({ dueState }) => dueState))]).toEqual([day.light]);
      expect([...new Set(items.map(({ workdaysLeft }) => workdaysLeft))]).toEqual([day.workdaysLeft]);
      expect(new Set(items.flatMap(({ units }) => units.map(({ owes }) => owes)))).toEqual(
        new Set(Object.keys(day.counts).filter((owes) => !apart.has(owes))),
      );
    }
  });

  test.each([
    ['from=2026-05-20&to=2026-05-19', 'due-range'],
    ['from=2026-01-01&to=2026-12-31', 'days-too-many'],
    ['from=2026-02-30&to=2026-03-01', 'invalid-request'],
    ['from=2026-05-20', 'invalid-request'],
  ])('refuses %s with %s', async (fields, code) => {
    await expect(city.get('ducha', `/api/due-calendar?${fields}`)).rejects.toThrow(code);
  });
});

describe('the ledger by days', () => {
  test.each([
    ['per=duty&dueFrom=2026-05-11&dueTo=2026-05-24', '2026-05-11', '2026-05-24'],
    ['dueFrom=2026-05-11&dueTo=2026-05-24', '2026-05-11', '2026-05-24'],
    ['per=duty&dueTo=2026-05-24', '0001-01-01', '2026-05-24'],
    ['dueFrom=2026-05-24', '2026-05-24', '9999-12-31'],
  ])('%s holds just those days, in order, and nothing without a date', async (fields, first, last) => {
    const { items, total } = await city.get<Ledger>('ducha', `/api/ledger?${fields}&limit=200`);
    expect(total).toBeGreaterThan(0);
    const days = items.map(({ dueOn }) => dueOn ?? 'none');
    expect(days.filter((day) => day < first || day > last)).toEqual([]);
    expect(days).toEqual(days.toSorted());
  });

  test.each([
    [
      'owed',
      'dueTo=2026-12-31',
      `m.stage not in ('closed', 'withdrawn', 'merged') and a.due_on <= '2026-12-31'`,
    ],
    ['to be published', 'owes=disclose&dueTo=2027-12-31', `a.disclose_due_on <= '2027-12-31'`],
  ])(
    '%s in an organ: what its matters hold, for its office and for who narrows to it',
    async (_, asked, holds) => {
      const { rows } = await owner.query<{ id: string; kind: string; n: number }>(
        `select o.id, o.kind, count(*)::int as n from organ o join matter m on m.organ_id = o.id
       join assignment a on a.matter_id = m.id where a.live and ${holds} group by 1, 2`,
      );
      expect(rows.length).toBe(2);
      for (const { id, kind, n } of rows) {
        const path = `/api/ledger?per=duty&${asked}&limit=200`;
        const narrowed = await city.get<Ledger>('ducha', `${path}&organId=${id}`);
        const own = await city.get<Ledger>(kind === 'congress' ? 'renda' : 'zhengxie', path);
        expect([kind, narrowed.total, own.total]).toEqual([kind, n, n]);
        expect([kind, narrowed.items.length, own.items.length]).toEqual([
          kind,
          Math.min(n, 200),
          Math.min(n, 200),
        ]);
      }
    },
  );

  test('every duty carries the organ of its matter, however it came to be', async () => {
    const { rows } = await owner.query(
      'select a.id from assignment a join matter m on m.jurisdiction_id = a.jurisdiction_id and m.id = a.matter_id where a.organ_id <> m.organ_id',
    );
    expect(rows).toEqual([]);
  });

  test('the parts of a span add up to it', async () => {
    const span = (dueFrom: string, dueTo: string) => totalOf('ducha', { per: 'duty', dueFrom, dueTo });
    expect((await span('2026-05-01', '2026-05-20')) + (await span('2026-05-21', '2026-06-30'))).toBe(
      await span('2026-05-01', '2026-06-30'),
    );
  });

  test('refuses a span that ends before it begins, for the export too', async () => {
    const fields = 'dueFrom=2026-05-20&dueTo=2026-05-01';
    await expect(city.get('ducha', `/api/ledger?${fields}`)).rejects.toThrow('due-range');
    await expect(city.file('ducha', `/api/ledger/export?${fields}`)).rejects.toThrow('due-range');
    await expect(city.get('ducha', '/api/ledger?dueFrom=2026-13-01')).rejects.toThrow('invalid-request');
  });

  test('whose: one’s unit, section and own hands narrow each other, and give nothing to whoever has none', async () => {
    const n = async (who: string, whose: string) => totalOf(who, { per: 'duty', whose });
    expect(await n('jingban', 'me')).toBeGreaterThan(0);
    expect(await n('jingban', 'unit')).toBeGreaterThanOrEqual(await n('jingban', 'me'));
    expect(await n('jingban', 'section')).toBe(0);
    expect(await n('ducha', 'unit')).toBe(0);
    expect(await n('daibiao', 'unit')).toBe(0);
  });
});

const boardOf = (who: string, fields: Opens = {}): Promise<Board> =>
  city.get<Board>(who, `/api/board?${query(fields)}`);

describe('the board', () => {
  test.each([
    ['ducha', {}],
    ['shizhang', { year: '2026' }],
    ['zhengxie', {}],
    ['jiaotong', {}],
    ['jiaotong', { by: 'section', whose: 'unit' }],
    ['juzhang', { by: 'handler', whose: 'unit' }],
    ['kezhang', { by: 'handler', whose: 'section' }],
    ['jingban', { by: 'handler', whose: 'me' }],
  ] as const)('of %s %j opens to just its rows, and its cards are the first of them', async (who, fields) => {
    const { rows, columns } = await boardOf(who, { ...fields, cards: '6' });
    expect(rows.length).toBeGreaterThan(0);
    for (const { key: light, opens, count } of columns) {
      for (const [index, row] of rows.entries()) {
        const at = `${row.name} ${light}`;
        const { total, items } = await ledgerOf(who, { ...opens, ...row.opens }, '3');
        expect(`${at} ${total}`).toBe(`${at} ${row.counts[light]}`);
        const first = items.map(({ units, dueState }) => [units[0]?.assignmentId, dueState]);
        const cards = row.cards[light]?.map(({ assignmentId, dueState }) => [assignmentId, dueState]);
        expect([at, cards]).toEqual([at, index < 6 ? first : []]);
      }
      expect(count).toBe(rows.reduce((sum, { counts }) => sum + (counts[light] ?? 0), 0));
    }
  });

  test('says of each unit what the overview says', async () => {
    const [{ rows }, seen] = await Promise.all([
      boardOf('ducha', { cards: '0' }),
      city.get<Overview>('ducha', '/api/overview'),
    ]);
    const said = seen.units
      .map(({ unit, counts }) => ({
        key: String(unit.id),
        counts: Object.fromEntries(
          ['overdue', 'urgent', 'soon', 'ample'].map((light) => [light, counts[light] ?? 0]),
        ),
      }))
      .filter(({ counts }) => Object.values(counts).some((n) => n > 0));
    const order = (a: { key: string }, b: { key: string }) => Number(a.key) - Number(b.key);
    expect(rows.map(({ key, counts }) => ({ key, counts })).toSorted(order)).toEqual(said.toSorted(order));
  });

  test('stands in the order asked for', async () => {
    const late = (await boardOf('ducha')).rows.map(({ counts }) => counts['overdue'] ?? 0);
    expect(late).toEqual(late.toSorted((a, b) => b - a));
    const names = (await boardOf('ducha', { sort: 'name' })).rows.map(({ name }) => name ?? '');
    expect(names).toEqual(names.toSorted(new Intl.Collator('zh-CN').compare));
  });

  test('holds what no section has yet as a row of its own', async () => {
    const { rows } = await boardOf('ducha', { by: 'section' });
    expect(rows.find(({ key }) => key === 'none')).toMatchObject({
      name: null,
      opens: { sectionId: 'none' },
    });
  });
});
