import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { exportTable } from '#core/catalogue/export-columns.ts';
import {
  type ImportCity,
  openImportCity,
  proposerName,
  unitName,
  workbook,
} from '#test/support/import-city.ts';

const header = ['案号', '标题', '领衔代表', '主办单位', '会办单位'];
const leader = { assign: true, responsibleLeader: '副市长甲' } as const;

// A machine that does much else besides must not fail them.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let city: ImportCity;
beforeAll(async () => {
  city = await openImportCity();
});
afterAll(() => city.close());

const outcomes = async (importId: number): Promise<readonly string[]> =>
  (
    await city.rows<{ outcome: string }>('select outcome from import_row where import_id = $1 order by n', [
      importId,
    ])
  ).map((row) => row.outcome);

const issuesOf = async (importId: number): Promise<readonly string[]> =>
  (
    await city.rows<{ code: string }>(
      "select i->>'code' as code from import_row, jsonb_array_elements(data->'issues') i where import_id = $1 and i->>'severity' = 'error' order by n",
      [importId],
    )
  ).map((row) => row.code);

const count = async (table: string): Promise<number> =>
  Number((await city.rows<{ n: string }>(`select count(*) as n from ${table}`))[0]?.n);

const tables = [
  'matter',
  'matter_text',
  'point',
  'proposer',
  'assignment',
  'person',
  'unit_alias',
  'person_alias',
  'notice',
  'column_mapping',
];

const everything = async (): Promise<readonly number[]> => {
  const counts: number[] = [];
  for (const table of tables) counts.push(await count(table));
  return counts;
};

const options = { sessionId: 0, sessionUse: 'whereSilent' } as const;
const inSecondSession = () => ({ ...options, sessionId: city.sessions.congress2 });

describe('a dry run', () => {
  test('says of every row what would become of it, and writes nothing of it', async () => {
    const before = await everything();
    const bytes = await workbook(header, [
      ['20260101', '关于改善公园照明的建议', proposerName(0), unitName(0), unitName(1)],
      ['20260102', '', proposerName(0), unitName(0), null],
      ['20260103', '关于增设停车位的建议', proposerName(1), '云川市不存在局', null],
      ['20260104', '关于修缮老桥的建议', '无此人', unitName(2), null],
      ['20260105', '关于港口噪声的建议', proposerName(2), '云川港务区', null],
    ]);
    const id = await city.start(
      city.supervisor,
      { bytes, name: '目录.xlsx' },
      { ...inSecondSession(), ...leader },
    );
    expect(await outcomes(id)).toEqual(['new', 'wrong', 'wrong', 'wrong', 'wrong']);
    expect(await issuesOf(id)).toEqual([
      'catalogue.issue.title.missing',
      'catalogue.issue.unit.unknown',
      'catalogue.issue.person.unknown',
      'refusal.unit-outside-power',
    ]);
    expect(await everything()).toEqual(before);
  });

  test('without assigning, unknown units stop nothing: they are left for assigning by hand', async () => {
    const bytes = await workbook(header, [
      ['20260111', '关于托育的建议', proposerName(0), '云川市不存在局', null],
    ]);
    const id = await city.start(city.supervisor, { bytes, name: '目录.xlsx' }, inSecondSession());
    expect(await outcomes(id)).toEqual(['new']);
  });

  test('an organ office imports for its own organ only', async () => {
    const bytes = await workbook(
      ['案号', '案由', '提案人', '届次'],
      [['001', '关于夜间公交的提案', proposerName(0), '政协九届二次会议']],
    );
    const id = await city.start(city.congressOffice, { bytes, name: '提案.xlsx' });
    expect(await issuesOf(id)).toEqual(['import.issue.session.notYours']);
  });

  test('a row that names an unknown session is wrong, and is not sent to another', async () => {
    const bytes = await workbook(
      ['案号', '标题', '届次'],
      [['20200001', '关于旧事的建议', '云川市三届人大一次会议']],
    );
    const id = await city.start(city.supervisor, { bytes, name: '旧.xlsx' }, inSecondSession());
    expect(await issuesOf(id)).toEqual(['import.issue.session.unknown']);
    await city.decide(city.supervisor, id, { options: { sessionUse: 'always' } });
    expect(await outcomes(id)).toEqual(['new']);
  });

  test('a file without a table makes a run that says so', async () => {
    const id = await city.start(city.supervisor, {
      bytes: new TextEncoder().encode('just a line of text'),
      name: 'a.csv',
    });
    expect(await city.confirm(city.supervisor, id)).toMatchObject({
      ok: false,
      refusal: { code: 'import-no-table' },
    });
  });
});

describe('decisions', () => {
  test('a matched unit is remembered as an alias when, and only when, the import is confirmed', async () => {
    const bytes = await workbook(header, [
      ['20260201', '关于校园周边的建议', proposerName(0), '市第一局本部', null],
    ]);
    const id = await city.start(
      city.supervisor,
      { bytes, name: '目录.xlsx' },
      { ...inSecondSession(), ...leader },
    );
    expect(await outcomes(id)).toEqual(['wrong']);
    await city.decide(city.supervisor, id, { units: [{ name: '市第一局本部', unitId: city.units[0] ?? 0 }] });
    expect(await outcomes(id)).toEqual(['new']);
    expect(await city.rows("select 1 from unit_alias where alias = '市第一局本部'")).toEqual([]);
    await city.confirm(city.supervisor, id);
    expect(await city.run(city.supervisor, id)).toEqual({ ok: true });
    expect(await city.rows("select unit_id from unit_alias where alias = '市第一局本部'")).toEqual([
      { unit_id: String(city.units[0]) },
    ]);
    const again = await city.start(
      city.supervisor,
      { bytes, name: '目录.xlsx' },
      { ...inSecondSession(), ...leader },
    );
    expect(await outcomes(again)).toEqual(['same']);
  });

  test('an unknown proposer is made only on an explicit decision', async () => {
    const bytes = await workbook(header, [['20260202', '关于河道保洁的建议', '新代表甲', unitName(0), null]]);
    const id = await city.start(
      city.supervisor,
      { bytes, name: '目录.xlsx' },
      { ...inSecondSession(), ...leader },
    );
    expect(await city.confirm(city.supervisor, id)).toMatchObject({
      ok: false,
      refusal: { code: 'import-wrong-rows', params: { count: 1 } },
    });
    await city.decide(city.supervisor, id, { people: [{ name: '新代表甲', group: null, person: 'create' }] });
    await city.confirm(city.supervisor, id);
    expect(await city.run(city.supervisor, id)).toEqual({ ok: true });
    expect(
      await city.rows(
        "select g.role from person p join role_grant g on g.person_id = p.id where p.name = '新代表甲'",
      ),
    ).toEqual([{ role: 'proposer' }]);
  });

  test('of two namesakes the chosen one is taken, and the choice holds for the same name and group only', async () => {
    const made = await city.write(async (tx) => {
      const { insertPersonRow } = await import('../setup/person.store.ts');
      const person = (group: string) =>
        insertPersonRow(tx, city.j, { name: '同名者', post: '', group, phoneSealed: null }, [
          { role: 'proposer', unitId: null, organId: null },
        ]);
      return [await person('第一代表团'), await person('第二代表团')];
    });
    const head = ['案号', '标题', '领衔代表', '代表团'];
    const bytes = await workbook(head, [['20260203', '关于路灯的建议', '同名者', '第二代表团']]);
    const id = await city.start(city.supervisor, { bytes, name: '目录.xlsx' }, inSecondSession());
    expect(await issuesOf(id)).toEqual(['catalogue.issue.person.ambiguous']);
    await city.decide(city.supervisor, id, {
      people: [{ name: '同名者', group: '第二代表团', person: made[1] ?? 0 }],
    });
    await city.confirm(city.supervisor, id);
    await city.run(city.supervisor, id);
    expect(await city.rows("select lead_proposer_id from matter where case_no = '20260203'")).toEqual([
      { lead_proposer_id: String(made[1]) },
    ]);
    const next = await workbook(head, [
      ['20260204', '关于路牌的建议', '同名者', '第二代表团'],
      ['20260205', '关于路沿的建议', '同名者', '第一代表团'],
    ]);
    expect(
      await outcomes(await city.start(city.supervisor, { bytes: next, name: 'b.xlsx' }, inSecondSession())),
    ).toEqual(['new', 'wrong']);
  });

  test('a corrected column is remembered for the layout once the import is confirmed', async () => {
    const head = ['案号', '标题', '领衔代表', '牵头'];
    const row = (no: string) => [no, `关于第${no}事的建议`, proposerName(0), unitName(3)];
    const first = await workbook(head, [row('20260210')]);
    const id = await city.start(
      city.supervisor,
      { bytes: first, name: 'a.xlsx' },
      { ...inSecondSession(), ...leader },
    );
    await city.decide(city.supervisor, id, {
      mapping: { sheet: 0, columns: [{ column: 3, field: 'unitsSole' }] },
    });
    await city.confirm(city.supervisor, id);
    expect(await city.run(city.supervisor, id)).toEqual({ ok: true });
    const second = await workbook(head, [row('20260211')]);
    const next = await city.start(
      city.supervisor,
      { bytes: second, name: 'b.xlsx' },
      { ...inSecondSession(), ...leader },
    );
    const [run] = await city.rows<{ remembered: boolean; field: string }>(
      "select (summary->'table'->>'remembered')::boolean as remembered, summary->'table'->'columns'->3->>'field' as field from import_run where id = $1",
      [next],
    );
    expect(run).toEqual({ remembered: true, field: 'unitsSole' });
  });
});

describe('a confirmed import', () => {
  test('files and assigns, tells each office once, and the same file again changes nothing', async () => {
    const bytes = await workbook(header, [
      ['20260301', '关于甲事的建议', proposerName(0), unitName(0), unitName(1)],
      ['20260302', '关于乙事的建议', `${proposerName(1)}、${proposerName(2)}`, unitName(0), null],
      ['20260303', '关于丙事的建议', proposerName(1), unitName(1), unitName(0)],
    ]);
    const given = { ...inSecondSession(), ...leader };
    const id = await city.start(city.supervisor, { bytes, name: '目录.xlsx' }, given);
    await city.confirm(city.supervisor, id);
    const before = await everything();
    expect(await city.run(city.supervisor, id)).toEqual({ ok: true });
    const [run] = await city.rows<{ state: string; ended: { created: number; assigned: number } }>(
      "select state, summary->'ended' as ended from import_run where id = $1",
      [id],
    );
    expect(run).toMatchObject({ state: 'done', ended: { created: 3, assigned: 3, refused: 0 } });
    const told = await city.rows<{ person_id: string; kind: string; data: unknown }>(
      "select person_id, kind, data from notice where data->>'importId' = $1 order by person_id",
      [String(id)],
    );
    expect(told).toEqual([
      {
        person_id: String(city.unitOffices[0]?.personId),
        kind: 'assignedInBulk',
        data: { importId: id, count: 3 },
      },
      {
        person_id: String(city.unitOffices[1]?.personId),
        kind: 'assignedInBulk',
        data: { importId: id, count: 2 },
      },
    ]);
    expect(await city.run(city.supervisor, id)).toEqual({ ok: true });
    expect((await everything())[0]).toBe((before[0] ?? 0) + 3);
    const again = await city.start(city.supervisor, { bytes, name: '目录.xlsx' }, given);
    expect(await outcomes(again)).toEqual(['same', 'same', 'same']);
    expect(await city.confirm(city.supervisor, again)).toMatchObject({ refusal: { code: 'import-nothing' } });
  });

  test('confirming twice is confirming once', async () => {
    const bytes = await workbook(header, [['20260311', '关于丁事的建议', proposerName(0), null, null]]);
    const id = await city.start(city.supervisor, { bytes, name: '目录.xlsx' }, inSecondSession());
    const confirmed = () => city.confirm(city.supervisor, id);
    expect(await Promise.all([confirmed(), confirmed(), confirmed()])).toEqual(
      Array.from({ length: 3 }, () => ({ ok: true, importId: id })),
    );
    await Promise.allSettled([city.run(city.supervisor, id), city.run(city.supervisor, id)]);
    expect(await city.rows("select 1 from matter where case_no = '20260311'")).toHaveLength(1);
    expect(
      await city.rows("select 1 from journal where stream = $1 and command = 'import.confirm'", [
        `import:${id}`,
      ]),
    ).toHaveLength(1);
  });

  test('what changed since the dry run stops it, and leaves nothing', async () => {
    const rows = [
      ['20260321', '关于戊事的建议', '将建者', null, null],
      ['20260322', '关于己事的建议', proposerName(0), null, null],
    ];
    const id = await city.start(
      city.supervisor,
      { bytes: await workbook(header, rows), name: '目录.xlsx' },
      inSecondSession(),
    );
    await city.decide(city.supervisor, id, { people: [{ name: '将建者', group: null, person: 'create' }] });
    await city.confirm(city.supervisor, id);
    const other = await city.start(
      city.supervisor,
      { bytes: await workbook(header, [rows[1] ?? []]), name: 'b.xlsx' },
      inSecondSession(),
    );
    await city.confirm(city.supervisor, other);
    await city.run(city.supervisor, other);
    const before = await everything();
    expect(await city.run(city.supervisor, id)).toEqual({
      ok: false,
      refusal: { code: 'import-changed-meanwhile', params: {} },
    });
    expect(await everything()).toEqual(before);
  });

  test('a fault half-way leaves nothing', async () => {
    const rows = Array.from({ length: 450 }, (_, index) => [
      `2026${4000 + index}`,
      `关于第${index}件事的建议`,
      proposerName(0),
      unitName(0),
      null,
    ]);
    const id = await city.start(
      city.supervisor,
      { bytes: await workbook(header, rows), name: '目录.xlsx' },
      { ...inSecondSession(), ...leader },
    );
    await city.confirm(city.supervisor, id);
    // The last row's matter cannot be stored: what an outage in the middle of the writing comes to.
    await city.owner.query(
      `create function stop_here() returns trigger language plpgsql as $$ begin raise exception 'stop'; end $$;
       create trigger stop_here before insert on matter for each row when (new.case_no = '20264449') execute function stop_here()`,
    );
    const before = await everything();
    await expect(city.run(city.supervisor, id)).rejects.toThrow('stop');
    expect(await everything()).toEqual(before);
    await city.owner.query('drop trigger stop_here on matter');
    expect(await city.run(city.supervisor, id)).toEqual({ ok: true });
    expect((await everything())[0]).toBe((before[0] ?? 0) + 450);
  });

  test('wrong rows stop it unless only the sound ones are wanted', async () => {
    const bytes = await workbook(header, [
      ['20260331', '关于庚事的建议', proposerName(0), null, null],
      ['20260332', null, proposerName(0), null, null],
    ]);
    const id = await city.start(city.supervisor, { bytes, name: '目录.xlsx' }, inSecondSession());
    expect(await city.confirm(city.supervisor, id)).toMatchObject({ refusal: { code: 'import-wrong-rows' } });
    expect(await city.confirm(city.supervisor, id, true)).toMatchObject({ ok: true });
    await city.run(city.supervisor, id, true);
    expect(await city.rows("select case_no from matter where case_no like '2026033%'")).toEqual([
      { case_no: '20260331' },
    ]);
  });

  test('a row without a number gets the next one, and is the same matter the next time', async () => {
    const bytes = await workbook(header, [[null, '关于无号之事的建议', proposerName(0), null, null]]);
    const id = await city.start(city.supervisor, { bytes, name: '目录.xlsx' }, inSecondSession());
    await city.confirm(city.supervisor, id);
    expect(await city.run(city.supervisor, id)).toEqual({ ok: true });
    const [made] = await city.rows<{ case_no: string }>(
      "select case_no from matter where title = '关于无号之事的建议'",
    );
    expect(made?.case_no).toMatch(/^2026\d{4}$/);
    expect(
      await outcomes(await city.start(city.supervisor, { bytes, name: 'b.xlsx' }, inSecondSession())),
    ).toEqual(['same']);
  });
});

describe('changed rows', () => {
  const given = () => ({ ...inSecondSession(), ...leader });
  const importNow = async (bytes: Uint8Array): Promise<number> => {
    const id = await city.start(city.supervisor, { bytes, name: '目录.xlsx' }, given());
    await city.confirm(city.supervisor, id);
    expect(await city.run(city.supervisor, id)).toEqual({ ok: true });
    return id;
  };

  test('title, text, category and points follow the file; proposers, dates and given duties are left to people', async () => {
    const head = ['案号', '标题', '正文', '建议条目', '领衔代表', '类别', '主办单位', '立案日期'];
    await importNow(
      await workbook(head, [
        ['20260501', '关于旧题的建议', '旧文。', '一条', proposerName(0), '交通', unitName(0), '2026-02-01'],
      ]),
    );
    const next = await workbook(head, [
      [
        '20260501',
        '关于新题的建议',
        '新文。',
        '一条\n二条',
        proposerName(1),
        '教育',
        unitName(1),
        '2026-02-02',
      ],
    ]);
    const id = await importNow(next);
    const [row] = await city.rows<{ changes: { field: string; byHand: string | null }[]; did: string }>(
      "select data->'changes' as changes, result->>'did' as did from import_row where import_id = $1",
      [id],
    );
    expect(row?.did).toBe('changed');
    expect(
      Object.fromEntries(row?.changes.map(({ field, byHand }) => [field, byHand !== null]) ?? []),
    ).toEqual({
      title: false,
      body: false,
      category: false,
      points: false,
      filedOn: true,
      proposers: true,
      units: true,
    });
    expect(
      await city.rows(
        "select m.title, t.body, m.category, m.filed_on::text, m.lead_unit_id from matter m join matter_text t on t.matter_id = m.id where case_no = '20260501'",
      ),
    ).toEqual([
      {
        title: '关于新题的建议',
        body: '新文。',
        category: '教育',
        filed_on: '2026-02-01',
        lead_unit_id: String(city.units[0]),
      },
    ]);
  });

  test('units of a matter that waits for assignment are given it, with one point from its title', async () => {
    const bytes = await workbook(header, [
      ['20260502', '关于待交办的建议', proposerName(0), unitName(2), null],
    ]);
    const first = await city.start(city.supervisor, { bytes, name: 'a.xlsx' }, inSecondSession());
    await city.confirm(city.supervisor, first);
    await city.run(city.supervisor, first);
    const id = await importNow(bytes);
    expect(
      await city.rows(
        "select m.stage, p.text from matter m join point p on p.matter_id = m.id where case_no = '20260502'",
      ),
    ).toEqual([{ stage: 'assigned', text: '关于待交办的建议' }]);
    expect(
      await city.rows("select person_id, data->>'count' as count from notice where data->>'importId' = $1", [
        String(id),
      ]),
    ).toEqual([{ person_id: String(city.unitOffices[2]?.personId), count: '1' }]);
    expect(
      await city.rows(
        "select 1 from notice n join matter m on m.id = n.matter_id where case_no = '20260502'",
      ),
    ).toEqual([]);
  });

  test('what a rule refuses is listed with its row, and the rest of the file is imported', async () => {
    await importNow(
      await workbook(header, [['20260503', '关于已办结的建议', proposerName(0), unitName(0), null]]),
    );
    await city.owner.query("update matter set stage = 'closed' where case_no = '20260503'");
    const id = await importNow(
      await workbook(header, [
        ['20260503', '关于已办结又改题的建议', proposerName(0), unitName(0), null],
        ['20260504', '关于另一件的建议', proposerName(0), unitName(0), null],
      ]),
    );
    expect(
      await city.rows(
        "select n, result->>'did' as did, result->'refusals'->0->>'code' as code from import_row where import_id = $1 order by n",
        [id],
      ),
    ).toEqual([
      { n: 1, did: 'nothing', code: 'wrong-state' },
      { n: 2, did: 'created', code: null },
    ]);
  });
});

test('an export of the product’s own columns comes back unchanged', async () => {
  const rows = [1, 2, 3].map((index) => ({
    kind: 'suggestion' as const,
    caseNo: `202609${index}0`,
    title: `关于出口再进口第${index}件的建议`,
    body: `第一段。\n第二段，=1+1 不是公式 ${index}。`,
    points: ['第一条', '第二条'],
    session: '云川市人民代表大会9-2',
    inSession: index !== 2,
    year: 2026,
    level: 'provincial' as const,
    proposerType: 'delegation' as const,
    priority: index === 1,
    proposers: [proposerName(0)],
    proposerCount: null,
    coSigners: [proposerName(index)],
    delegationOrSector: null,
    category: '交通',
    units: [
      { name: unitName(0), role: 'lead' as const },
      { name: unitName(index), role: 'assist' as const },
    ],
    assignedOn: '2026-02-20',
    dueOn: '2026-05-20',
    filedOn: '2026-02-11',
    phone: null,
    publicConsent: null,
    note: null,
  }));
  const table = exportTable(rows, 'zh');
  const bytes = await workbook(table.header, table.rows);
  const id = await city.start(city.supervisor, { bytes, name: '台账.xlsx' }, leader);
  await city.confirm(city.supervisor, id);
  expect(await city.run(city.supervisor, id)).toEqual({ ok: true });
  const kept = {
    assigned_on: '2026-02-20',
    filed_on: '2026-02-11',
    level: 'provincial',
    proposer_type: 'delegation',
  };
  expect(
    await city.rows(
      "select in_session, assigned_on::text, filed_on::text, level, proposer_type, priority from matter where case_no like '202609%' order by case_no",
    ),
  ).toEqual([
    { in_session: true, ...kept, priority: true },
    { in_session: false, ...kept, priority: false },
    { in_session: true, ...kept, priority: false },
  ]);
  expect(await outcomes(await city.start(city.supervisor, { bytes, name: '台账.xlsx' }, leader))).toEqual([
    'same',
    'same',
    'same',
  ]);
  // What another list says of these is a change that the import makes; a blank cell says nothing.
  const other = exportTable(
    rows.map((row) => ({ ...row, level: 'city' as const, priority: true, proposerType: null })),
    'zh',
  );
  const again = await workbook(other.header, other.rows);
  const second = await city.start(city.supervisor, { bytes: again, name: '台账.xlsx' }, leader);
  await city.confirm(city.supervisor, second);
  expect(await city.run(city.supervisor, second)).toEqual({ ok: true });
  expect(
    await city.rows(
      "select distinct level, proposer_type, priority from matter where case_no like '202609%'",
    ),
  ).toEqual([{ level: 'city', proposer_type: 'delegation', priority: true }]);
});

test('a delegation belongs to the one who leads: a co-signer of many delegations is one person', async () => {
  const head = ['案号', '标题', '领衔代表', '联名代表', '代表团'];
  const bytes = await workbook(head, [
    ['20260601', '关于第一件联名的建议', '联名甲', '联名乙', '第一代表团'],
    ['20260602', '关于第二件联名的建议', '联名丙', '联名乙', '第二代表团'],
    ['20260603', '关于第三件联名的建议', '联名甲', '联名丙', '第三代表团'],
  ]);
  const id = await city.start(city.supervisor, { bytes, name: '目录.xlsx' }, inSecondSession());
  const [run] = await city.rows<{ people: { name: string; group: string | null }[] }>(
    "select summary->'openPeople' as people from import_run where id = $1",
    [id],
  );
  const people = (run?.people ?? []).map(({ name, group }) => ({ name, group, person: 'create' as const }));
  expect(new Set(people.map(({ name, group }) => `${name} ${group ?? ''}`))).toEqual(
    new Set(['联名甲 第一代表团', '联名甲 第三代表团', '联名乙 ', '联名丙 第二代表团']),
  );
  await city.decide(city.supervisor, id, { people });
  await city.confirm(city.supervisor, id);
  expect(await city.run(city.supervisor, id)).toEqual({ ok: true });
  expect(
    await city.rows(
      'select name, count(*)::int as n from person where name like \'联名%\' group by name order by name collate "C"',
    ),
  ).toEqual([
    { name: '联名丙', n: 1 },
    { name: '联名乙', n: 1 },
    { name: '联名甲', n: 2 },
  ]);
  expect(
    await outcomes(await city.start(city.supervisor, { bytes, name: 'b.xlsx' }, inSecondSession())),
  ).toEqual(['same', 'same', 'same']);
});
