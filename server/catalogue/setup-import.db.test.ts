/** Units and people by file. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type ImportCity, openImportCity, unitName, workbook } from '#test/support/import-city.ts';
import { sealer } from '../platform/secrets.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let city: ImportCity;
beforeAll(async () => {
  city = await openImportCity();
});
afterAll(() => city.close());

type Kind = 'units' | 'people';

const read = async (importId: number) =>
  city.rows<{ outcome: string; issues: { code: string }[]; changes: { field: string }[] }>(
    "select outcome, data->'issues' as issues, data->'changes' as changes from import_row where import_id = $1 order by n",
    [importId],
  );

const dryRun = async (
  kind: Kind,
  header: readonly string[],
  rows: readonly (readonly (string | null)[])[],
) => {
  const bytes = await workbook(header, rows);
  const id = await city.start(city.admin, { bytes, name: `${kind}.xlsx`, kind });
  return { id, rows: await read(id) };
};

const importNow = async (
  kind: Kind,
  header: readonly string[],
  rows: readonly (readonly (string | null)[])[],
) => {
  const { id } = await dryRun(kind, header, rows);
  expect(await city.confirm(city.admin, id)).toMatchObject({ ok: true });
  expect(await city.run(city.admin, id)).toEqual({ ok: true });
  return id;
};

const outcomes = (found: readonly { outcome: string }[]): readonly string[] =>
  found.map(({ outcome }) => outcome);
const codes = (found: readonly { issues: readonly { code: string }[] }[]): readonly string[] =>
  found.flatMap(({ issues }) => issues.map(({ code }) => code));

const units = ['单位名称', '上级单位', '简称', '别名', '系统', '边界单位', '机关代字', '联系人'];
const unitTree = [
  ['公园科', '云川市园林局', null, null, null, null, null, null],
  ['云川市园林局', null, '市园林局', '园林管理局、绿化局', '政府', '否', '云园', '甲'],
  ['云川海关', null, '海关', null, '中央垂直', '是', '云关', '乙'],
  ['办公室', unitName(0), null, null, null, null, null, null],
] as const;

describe('a list of units', () => {
  test('makes the tree whatever its order, and the same list again changes nothing', async () => {
    const first = await dryRun('units', units, unitTree);
    expect(outcomes(first.rows)).toEqual(['new', 'new', 'new', 'new']);
    await importNow('units', units, unitTree);
    expect(
      await city.rows(
        `select u.name, u.kind, p.name as parent, u.system, u.boundary, u.document_prefix as prefix
         from unit u left join unit p on p.id = u.parent_id
         where u.name in ('公园科', '云川市园林局', '云川海关', '办公室') order by u.name collate "C"`,
      ),
    ).toEqual([
      {
        name: '云川市园林局',
        kind: 'unit',
        parent: null,
        system: 'government',
        boundary: false,
        prefix: '云园',
      },
      { name: '云川海关', kind: 'unit', parent: null, system: 'central', boundary: true, prefix: '云关' },
      {
        name: '公园科',
        kind: 'section',
        parent: '云川市园林局',
        system: 'government',
        boundary: false,
        prefix: '',
      },
      {
        name: '办公室',
        kind: 'section',
        parent: unitName(0),
        system: 'government',
        boundary: false,
        prefix: '',
      },
    ]);
    expect(await city.rows('select alias from unit_alias order by alias collate "C"')).toEqual([
      { alias: '园林管理局' },
      { alias: '绿化局' },
    ]);
    expect(outcomes((await dryRun('units', units, unitTree)).rows)).toEqual(['same', 'same', 'same', 'same']);
    expect(
      await city.rows(
        "select command from journal where stream = 'setup' and command = 'setup.unit' limit 9",
      ),
    ).toHaveLength(4);
  });

  test('changes what it states and leaves what it is silent on', async () => {
    const id = await importNow(
      'units',
      ['名称', '机关代字', '别名'],
      [['云川市园林局', '云园林', '市绿委办']],
    );
    expect((await read(id))[0]?.changes.map(({ field }) => field).sort()).toEqual([
      'aliases',
      'documentPrefix',
    ]);
    expect(
      await city.rows(
        "select document_prefix, short_name, (select count(*)::int from unit_alias a where a.unit_id = u.id) as aliases from unit u where name = '云川市园林局'",
      ),
    ).toEqual([{ document_prefix: '云园林', short_name: '市园林局', aliases: 3 }]);
  });

  test('says what is wrong with a row, and where', async () => {
    const { rows } = await dryRun(
      'units',
      ['名称', '上级单位', '系统', '边界单位', '别名'],
      [
        ['甲科', '查无此局', null, null, null],
        ['乙科', '公园科', null, null, null],
        [null, unitName(1), null, null, null],
        ['丙局', null, '外星', null, null],
        ['丁局', null, null, '也许', null],
        ['戊局', null, null, null, '绿化局'],
        ['己局', null, null, null, null],
        ['己局', null, null, null, null],
      ],
    );
    expect(codes(rows)).toEqual([
      'import.issue.parent.unknown',
      'import.issue.parent.isSection',
      'import.issue.name.missing',
      'import.issue.system.unreadable',
      'import.issue.boundary.unreadable',
      'import.issue.alias.taken',
      'import.issue.name.twice',
    ]);
  });

  test('a section of a unit that is itself wrong is left out with it', async () => {
    const rows = [
      ['庚局', null, '外星'],
      ['庚科', '庚局', null],
    ];
    const { id } = await dryRun('units', ['名称', '上级单位', '系统'], rows);
    await city.confirm(city.admin, id, true);
    expect(await city.run(city.admin, id, true)).toEqual({ ok: true });
    expect(await city.rows("select 1 from unit where name in ('庚局', '庚科')")).toEqual([]);
  });
});

const people = ['姓名', '职务', '代表团', '手机', '角色', '单位', '科室'];

describe('a list of people', () => {
  test('makes people with their roles; numbers are sealed and stand nowhere else', async () => {
    const id = await importNow('people', people, [
      ['林甲', '局长', null, '19900000011', '单位领导', unitName(0), null],
      ['周乙', '科员', null, '19900000012', '经办人、科室负责人', unitName(0), '办公室'],
      ['吴丙', '教师', '第一代表团', '19900000013', '人大代表', '云川一中', null],
      ['郑丁', null, null, null, '人大代工委', null, null],
    ]);
    expect(outcomes(await read(id))).toEqual(['new', 'new', 'new', 'new']);
    expect(
      await city.rows(
        `select p.name, p.group_name as "group", g.role, u.name as unit, o.kind as organ from person p
         join role_grant g on g.person_id = p.id left join unit u on u.id = g.unit_id left join organ o on o.id = g.organ_id
         where p.name in ('林甲', '周乙', '吴丙', '郑丁') order by p.name collate "C", g.role`,
      ),
    ).toEqual([
      { name: '吴丙', group: '第一代表团', role: 'proposer', unit: null, organ: null },
      { name: '周乙', group: '', role: 'handler', unit: '办公室', organ: null },
      { name: '周乙', group: '', role: 'section-head', unit: '办公室', organ: null },
      { name: '林甲', group: '', role: 'unit-leader', unit: unitName(0), organ: null },
      { name: '郑丁', group: '', role: 'congress-office', unit: null, organ: 'congress' },
    ]);
    const [sealed] = await city.rows<{ phone: string }>(
      "select phone_sealed as phone from person where name = '林甲'",
    );
    expect(sealer('5a'.repeat(32)).open(sealed?.phone ?? '')).toBe('19900000011');
    for (const table of ['import_row', 'import_run', 'journal', 'person'])
      expect(await city.rows(`select 1 from ${table} t where t::text like '%1990000001%'`)).toEqual([]);
  });

  test('a second line of a person adds a role; nothing that he holds is taken from him', async () => {
    const id = await importNow('people', people, [
      ['林甲', '局长', null, '19900000011', '单位办公室', unitName(1), null],
      ['吴丙', null, '第一代表团', null, '代表', null, null],
    ]);
    expect(outcomes(await read(id))).toEqual(['changed', 'same']);
    expect(
      await city.rows(
        "select g.role from role_grant g join person p on p.id = g.person_id where p.name = '林甲' order by role",
      ),
    ).toEqual([{ role: 'unit-leader' }, { role: 'unit-office' }]);
  });

  test('a namesake of another delegation is another person; who cannot be told apart is asked about', async () => {
    await importNow('people', people, [['吴丙', null, '第二代表团', null, '代表', null, null]]);
    expect(await city.rows("select 1 from person where name = '吴丙'")).toHaveLength(2);
    const { rows } = await dryRun('people', people, [['吴丙', '主任', null, null, null, null, null]]);
    expect(codes(rows)).toEqual(['import.issue.person.several']);
  });

  test('says what is wrong with a role', async () => {
    const { rows } = await dryRun('people', people, [
      ['甲', null, null, null, '太上皇', null, null],
      ['乙', null, null, null, '经办人', null, null],
      ['丙', null, null, null, '经办人', '查无此局', null],
      ['丁', null, null, null, '科室负责人', unitName(0), '查无此科'],
      ['戊', null, null, null, '系统管理员、督查室', null, null],
      [null, '无名', null, null, null, null, null],
    ]);
    expect(outcomes(rows)).toEqual(Array.from({ length: 6 }, () => 'wrong'));
    expect(codes(rows)).toEqual([
      'import.issue.role.unreadable',
      'import.issue.role.unitMissing',
      'import.issue.role.unitUnknown',
      'import.issue.role.sectionUnknown',
      'refusal.admin-alone',
      'import.issue.name.missing',
    ]);
  });
});
