import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  type ImportCity,
  openImportCity,
  proposerName,
  unitName,
  workbook,
} from '#test/support/import-city.ts';
import { readHouse } from '../case/house.store.ts';
import { runRecompute } from '../case/recompute-due.ts';
import { runImport } from './run-import.ts';

const header = ['案号', '标题', '领衔代表', '主办单位', '会办单位'];

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let city: ImportCity;
beforeAll(async () => {
  city = await openImportCity();
});
afterAll(() => city.close());

test('rules that became others while an import ran: the dates of its rows follow', async () => {
  const now = () => city.at;
  const line = (caseNo: string) =>
    workbook(
      [...header, '交办日期'],
      [[caseNo, '关于规则更换的建议', proposerName(0), unitName(0), null, '2026-02-20']],
    );
  const imported = async (caseNo: string, deps: typeof city.deps) => {
    const id = await city.start(
      city.supervisor,
      { bytes: await line(caseNo), name: '目录.xlsx' },
      {
        sessionId: city.sessions.congress2,
        assign: true,
        responsibleLeader: '副市长甲',
      },
    );
    await city.confirm(city.supervisor, id);
    const order = { importId: id, actor: city.supervisor, at: city.at, soundRowsOnly: false };
    expect(await runImport(deps, city.db, order)).toEqual({ ok: true });
    const [row] = await city.rows<{ due: string }>(
      'select due_on::text as due from matter where case_no = $1',
      [caseNo],
    );
    return row?.due;
  };
  const asked = () => city.rows<{ id: string }>("select id from due_recompute where reason = 'check'");
  const house = await city.db.read(city.j, (tx) => readHouse(tx, city.j));
  // A process that still goes on with what it knew when the run began.
  const old = { ...city.deps, door: { ...city.deps.door, houseOf: async () => house } };
  expect(await imported('20260701', old)).toBe('2026-05-20');
  expect(await asked()).toEqual([]);
  const later = house.ruleset.deadlines.map((rule) =>
    rule.duty === 'reply' ? { ...rule, amount: { unit: 'month', count: 4 } } : rule,
  );
  await city.rows(
    "insert into ruleset_in_force (jurisdiction_id, preset, data, since) values ($1, 'national', $2, now())",
    [city.j, JSON.stringify({ ...house.ruleset, deadlines: later })],
  );
  expect(await imported('20260702', old)).toBe('2026-05-20');
  const [run] = await asked();
  await runRecompute(city.db, city.j, Number(run?.id), now);
  expect(
    await city.rows("select distinct due_on::text as due from matter where case_no like '2026070_'"),
  ).toEqual([{ due: '2026-06-20' }]);
});
