/** Two years that were over before the product came: imported as lists of how they ended, counted on their days. */
import { houseReader } from '../case/house.store.ts';
import { sealer } from '../platform/secrets.ts';
import { figureRoutes } from '../figures/figures.routes.ts';
import { openFactMemory } from '../figures/memory/fact-memory.ts';
import { readPublishedCells } from '../figures/published-workbook.ts';
import { rebuildFigures } from '../figures/rebuild.ts';
import { bind, installErrors } from '../platform/http.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { figureCrossTable, figureRows, figureValues } from '#contract/figures.ts';
import { type Line, header, second, line, lit, list } from '#test/support/history-lines.ts';
import { type ImportCity, openImportCity, unitName, workbook } from '#test/support/import-city.ts';
import cookie from '@fastify/cookie';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

let city: ImportCity;
beforeAll(async () => {
  city = await openImportCity();
});
afterAll(() => city.close());

const options = { sessionUse: 'whereSilent', history: true } as const;

const outcomes = async (importId: number): Promise<readonly string[]> =>
  (
    await city.rows<{ outcome: string }>('select outcome from import_row where import_id = $1 order by n', [
      importId,
    ])
  ).map((row) => row.outcome);

const errors = async (importId: number): Promise<readonly string[]> =>
  (
    await city.rows<{ said: string }>(
      `select concat_ws(' ', replace(i->>'code', 'catalogue.issue.', ''), split_part(i->>'cell', '!', 2)) as said
       from import_row, jsonb_array_elements(data->'issues') i
       where import_id = $1 and i->>'severity' = 'error' order by n`,
      [importId],
    )
  ).map((row) => row.said);

const take = async (rows: readonly Line[], more: object = {}) => {
  const bytes = await workbook(header, rows);
  const id = await city.start(city.supervisor, { bytes, name: '历年清单.xlsx' }, { ...options, ...more });
  const compared = await outcomes(id);
  const confirmed = await city.confirm(city.supervisor, id);
  const ran = confirmed.ok ? await city.run(city.supervisor, id) : null;
  return { id, compared, confirmed, ran };
};

describe('a list of earlier years', () => {
  test('is taken in whole: closed, with its days, told to nobody, nothing made up', async () => {
    const { compared, ran } = await take(list());
    expect([compared, ran]).toEqual([['new', 'new', 'new', 'new'], { ok: true }]);
    expect(
      await city.rows(`select case_no, stage, assigned_on::text, closed_on::text, closed_at, due_on::text, result_class,
        responsible_leader from matter where case_no ~ '^202[56]000' order by case_no`),
    ).toMatchObject([
      {
        case_no: '20250001',
        stage: 'closed',
        assigned_on: '2025-02-20',
        closed_on: '2025-06-10',
        closed_at: null,
        due_on: 'infinity',
        result_class: 'A',
        responsible_leader: '',
      },
      { case_no: '20250002', stage: 'closed', closed_on: '2025-10-31', result_class: 'B' },
      { case_no: '20250003', stage: 'closed', closed_on: '2025-07-25', result_class: 'A' },
      { case_no: '20260001', stage: 'closed', closed_on: null, result_class: 'B' },
    ]);
    const none = 'select count(*)::int as n from';
    for (const table of ['reply', 'rating', 'contact', 'opinion', 'notice', 'reminder_line'])
      expect([table, await city.rows(`${none} ${table}`)]).toEqual([table, [{ n: 0 }]]);
    expect(
      await city.rows(
        `${none} assignment where due_on < 'infinity' or follow_up_due_on is not null or owed is not null`,
      ),
    ).toEqual([{ n: 0 }]);
    expect(
      await city.rows("select distinct command from journal where stream like 'matter:%' order by 1"),
    ).toEqual([{ command: 'history.record' }, { command: 'matter.file' }]);
  });

  test('imported once more changes nothing; a corrected cell changes its matter alone', async () => {
    const again = await take(list());
    expect(again.compared).toEqual(['same', 'same', 'same', 'same']);
    expect(again.confirmed).toMatchObject({ ok: false, refusal: { code: 'import-nothing' } });
    const corrected = await take([line({ ...lit, 满意度: '基本满意' }), ...list().slice(1)]);
    expect([corrected.compared, corrected.ran]).toEqual([['changed', 'same', 'same', 'same'], { ok: true }]);
    expect(
      await city.rows(
        "select past->'replies'->0->>'outcome' as outcome from assignment a join matter m on m.id = a.matter_id where case_no = '20250001' and role = 'lead'",
      ),
    ).toEqual([{ outcome: 'basicallySatisfied' }]);
    await take(list());
  });

  test('what contradicts itself is an error at its cell, and the rest of its row is not taken in either', async () => {
    const odd = (n: number, cells: Readonly<Record<string, string>>): Line =>
      line({ ...lit, 案号: `2025010${n}`, 标题: `关于第${n}件旧事的建议`, 会办单位: '', ...cells });
    const bytes = await workbook(header, [
      odd(1, { 答复日期: '2025-02-01', 签收日期: '', 沟通日期: '' }),
      odd(2, { 办理结果: '已上报' }),
      odd(3, { 答复日期: '' }),
      odd(4, { 评价日期: '2031-06-01' }),
      odd(5, { 满意度: '一般' }),
      odd(6, { 交办日期: '' }),
      odd(7, { 主办单位: '云川市旧局' }),
      odd(8, { 第二次办理: '第二次' }),
      odd(9, { 主办单位: '', 分办单位: `${unitName(1)}、${unitName(2)}` }),
    ]);
    const id = await city.start(city.supervisor, { bytes, name: '错.xlsx' }, options);
    expect(await outcomes(id)).toEqual(Array.from({ length: 9 }, () => 'wrong'));
    expect(await errors(id)).toEqual([
      'history.beforeAssigned L2',
      'history.classUnknown N3',
      'history.replyMissing M4',
      'history.future R5',
      'history.levelUnknown Q6',
      'history.assignedMissing B7',
      'unit.unknown E8',
      'history.roundMissing S9',
      'history.severalUnits I10',
    ]);
  });

  test('without being asked for, the same file only files; what was done here is never written over', async () => {
    const rows = [line({ ...lit, 案号: '20260201', 标题: '关于托育服务的建议', 届次: second })];
    const plain = await take(rows, { history: false, assign: true, responsibleLeader: '副市长甲' });
    expect(plain.compared).toEqual(['new']);
    const stage = () => city.rows("select stage from matter where case_no = '20260201'");
    expect(await stage()).toEqual([{ stage: 'assigned' }]);
    await city.owner.query(
      "update assignment set handler_id = $1 where matter_id = (select id from matter where case_no = '20260201')",
      [city.unitOffices[0]?.personId],
    );
    const over = await take(rows);
    expect(over.compared).toEqual(['changed']);
    expect(await stage()).toEqual([{ stage: 'assigned' }]);
    expect(
      await city.rows("select result->'refusals'->0->>'code' as code from import_row where import_id = $1", [
        over.id,
      ]),
    ).toEqual([{ code: 'history-own-work' }]);
  });
});

describe('figures of years that were over', () => {
  const server = Fastify();
  beforeAll(async () => {
    await server.register(cookie);
    installErrors(server);
    const { supervisor: actor } = city;
    const platform = {
      db: city.db,
      clock: () => city.at,
      authenticate: async () => ({ actor, signInId: 1, secondFactor: false }),
      standIn: async () => null,
      defaultJurisdiction: async () => city.j,
    };
    for (const { endpoint, handle } of figureRoutes(
      houseReader(),
      openFactMemory(city.db),
      sealer('0'.repeat(64)),
    ))
      bind(server, platform, endpoint, handle);
  });
  afterAll(() => server.close());

  const get = async <T>(url: string): Promise<T> => {
    const answer = await server.inject({ method: 'GET', url, headers: { authorization: 'Bearer anyone' } });
    if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`);
    return answer.json<T>();
  };
  const values = async (query: string): Promise<Readonly<Record<string, string>>> => {
    const { items } = await get<ResponseOf<typeof figureValues>>(`/api/figures/values?${query}`);
    return Object.fromEntries(
      items.map((one) => [`${one.figure}.${one.variant}`, `${one.numerator}/${one.denominator ?? '-'}`]),
    );
  };
  const asked = [
    'mattersFiled.all',
    'completionRate.all',
    'completionRate.closed',
    'replyRate.all',
    'repliesIssued.all',
    'satisfactionRate.outcome-final-with',
    'satisfactionRate.outcome-final-without',
    'satisfactionRate.attitude-final-with',
    'firstUnsatisfiedRate.outcome',
    'secondSatisfactionRate.outcome',
    'responseRate.final',
    'contactRate.answered',
    'faceToFaceRate.answered',
    'classShare:A.final',
    'onTimeRate.done',
  ];

  test('are counted as of now, what is not told counting neither for nor against', async () => {
    expect(await values(`figures=${asked.join(',')}&year=2025`)).toEqual({
      'mattersFiled.all': '3/-',
      'completionRate.all': '3/3',
      'completionRate.closed': '3/3',
      'replyRate.all': '4/4',
      'repliesIssued.all': '4/-',
      'satisfactionRate.outcome-final-with': '3/3',
      'satisfactionRate.outcome-final-without': '2/3',
      'satisfactionRate.attitude-final-with': '0/0',
      'firstUnsatisfiedRate.outcome': '1/3',
      'secondSatisfactionRate.outcome': '1/1',
      'responseRate.final': '3/4',
      'contactRate.answered': '1/4',
      'faceToFaceRate.answered': '1/4',
      'classShare:A.final': '2/4',
      'onTimeRate.done': '3/4',
    });
  });

  test('as of a day in the middle of that year, by the days of the list', async () => {
    expect(await values(`figures=${asked.slice(0, 9).join(',')}&year=2025&asOf=2025-06-15`)).toEqual({
      'mattersFiled.all': '3/-',
      'completionRate.all': '2/3',
      'completionRate.closed': '1/3',
      'replyRate.all': '3/4',
      'repliesIssued.all': '3/-',
      'satisfactionRate.outcome-final-with': '1/2',
      'satisfactionRate.outcome-final-without': '1/2',
      'satisfactionRate.attitude-final-with': '0/0',
      'firstUnsatisfiedRate.outcome': '1/2',
    });
    expect(await values('figures=mattersFiled.all&year=2025&asOf=2025-06-15&known=then')).toEqual({
      'mattersFiled.all': '0/-',
    });
  });

  test('open to their rows, marked, with no letter to open', async () => {
    const { items, total } = await get<ResponseOf<typeof figureRows>>(
      '/api/figures/rows?figure=repliesIssued.rounds&year=2025&limit=2',
    );
    expect(total).toBe(5);
    expect(items.map(({ imported, replyId }) => [imported, replyId])).toEqual([
      [true, null],
      [true, null],
    ]);
  });

  test('stand in the trend beside years of which only a total was printed', async () => {
    const printed = {
      figure: 'mattersFiled',
      variant: 'all',
      organId: null,
      filters: {},
      denominator: null,
      value: null,
      source: '年鉴',
    };
    const sent = await server.inject({
      method: 'POST',
      url: '/api/figures/published',
      headers: { authorization: 'Bearer anyone', 'idempotency-key': crypto.randomUUID() },
      payload: { dryRun: false, rows: [{ ...printed, year: 2024, numerator: 291 }] },
    });
    expect(sent.statusCode).toBe(200);
    const { rowTotals } = await get<ResponseOf<typeof figureCrossTable>>(
      '/api/figures/cross-table?figure=mattersFiled.all&rows=year',
    );
    expect(rowTotals.map(({ row, numerator, origin }) => [row, numerator, origin]).sort()).toEqual([
      ['2024', 291, 'published'],
      ['2025', 3, 'counted'],
      ['2026', 2, 'counted'],
    ]);
  });

  test('printed totals come as a workbook too: its cells as they stand, blank lines left out', async () => {
    const bytes = await workbook(
      ['指标', '年度'],
      [
        ['立案件数', '2023'],
        [null, null],
        ['立案件数', '２０２２年'],
      ],
    );
    expect(await readPublishedCells({ name: '公布数.xlsx', bytes })).toEqual({
      ok: true,
      cells: {
        sheet: '目录',
        truncated: false,
        lines: [
          { row: 1, cells: ['指标', '年度'] },
          { row: 2, cells: ['立案件数', '2023'] },
          { row: 4, cells: ['立案件数', '２０２２年'] },
        ],
      },
    });
    expect(await readPublishedCells({ name: '坏.xlsx', bytes: bytes.slice(0, 200) })).toMatchObject({
      ok: false,
    });
  });

  test('are the same when they are computed anew', async () => {
    expect((await rebuildFigures(city.db, houseReader(), city.j, () => city.at)).changed).toBe(0);
  });
});
