import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  type ImportCity,
  openImportCity,
  proposerName,
  unitName,
  workbook,
} from '#test/support/import-city.ts';
import { runCommand } from './commands.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

let city: ImportCity;
let folder: string;
beforeAll(async () => {
  city = await openImportCity();
  folder = mkdtempSync(path.join(tmpdir(), 'luoshi-cli-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await city.close();
});

const run = async (...argv: readonly string[]) => {
  let out = '';
  let err = '';
  const code = await runCommand(argv, {
    env: { LUOSHI_HOME: path.join(folder, 'home'), DATABASE_URL: city.database.ownerUrl },
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
};

const file = async (
  name: string,
  header: readonly string[],
  rows: readonly (readonly (string | null)[])[],
): Promise<string> => {
  const place = path.join(folder, name);
  writeFileSync(place, await workbook(header, rows));
  return place;
};

const count = async (table: string): Promise<number> =>
  Number((await city.rows<{ n: string }>(`select count(*) as n from ${table}`))[0]?.n);

const header = ['案号', '标题', '领衔代表', '主办单位'];

describe('every command', () => {
  const names = [
    'all',
    'web',
    'worker',
    'import',
    'export',
    'verify',
    'snapshot',
    'user',
    'token',
    'jurisdiction',
    'calendar',
    'rehearse',
    'evaluate-recommendation',
    'evaluate-similarity',
    'migrate',
    'openapi',
  ];

  test.each(names)('%s tells its use in both languages', async (name) => {
    const { code, out } = await run(name, '--help');
    expect(code).toBe(0);
    expect(out).toContain(`luoshi ${name}`);
    expect(out).toMatch(/退出码.*0[\s\S]*Exit codes: 0/);
  });

  test.each([
    [[]],
    [['nonsense']],
    [['toString']],
    [['import']],
    [['import', 'a', 'b']],
    [['import', 'a.xlsx', '--unknown']],
    [['import', 'a.xlsx', '--kind', 'matters']],
    [['export', '--format', 'pdf']],
    [['export', '--where', 'nosuchfield=1']],
    [['verify']],
    [['snapshot']],
    [['snapshot', 'verify']],
    [['snapshot', 'keys', 'all']],
    [['user']],
    [['user', 'create']],
    [['token']],
    [['token', 'revoke', 'x']],
    [['token', 'create', '--expires', '2027-01-01', '--scope', 'matters:read']],
    [['jurisdiction', 'preset', 'yunchuan', 'atlantis']],
    [['evaluate-similarity']],
    [['rehearse']],
    [['evaluate-recommendation']],
    [['rehearse', '--year', '2026', '--preset', 'atlantis']],
  ])('%j is wrong use: exit code 2, with the help on the error output', async (argv) => {
    const { code, out, err } = await run(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('luoshi');
  });
});

test.each([
  [['nonsense'], '没有“nonsense”这个命令', 'there is no command “nonsense”'],
  [['user', 'list', '--nosuch'], '没有 --nosuch 这个选项', 'there is no option --nosuch'],
  [['export', '--out'], '--out 后面缺少内容', '--out needs a value'],
  [['export', '--json=yes'], '--json 后面不带内容', '--json takes no value'],
])('%j is told what is wrong in both languages', async (argv, zh, en) => {
  const { err } = await run(...argv);
  expect(err).toContain(`用法不对：${zh}`);
  expect(err).toContain(`Wrong use: ${en}`);
});

describe('import', () => {
  test('a session that is not there is answered with those that are', async () => {
    const place = await file('session.xlsx', header, [['20260931', '关于戊的建议', proposerName(0), '']]);
    const { code, out, err } = await run('import', place, '--dry-run', '--session', '999999');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`${city.sessions.congress2} = 云川市人民代表大会 9-2`);
  });

  test('a dry run writes nothing at all and says what stands in the way', async () => {
    const place = await file('a.xlsx', header, [
      ['20260901', '关于甲的建议', proposerName(0), unitName(0)],
      ['20260902', '关于乙的建议', '无此人', unitName(0)],
    ]);
    const before = [await count('file'), await count('import_run'), await count('journal')];
    const session = String(city.sessions.congress2);
    const { code, out } = await run('import', place, '--dry-run', '--json', '--session', session);
    expect(code).toBe(1);
    const told = JSON.parse(out) as { run: { counts: object }; rows: { outcome: string }[] };
    expect(told.run.counts).toMatchObject({ total: 2, new: 1, wrong: 1 });
    expect(told.rows.map(({ outcome }) => outcome)).toEqual(['new', 'wrong']);
    expect([await count('file'), await count('import_run'), await count('journal')]).toEqual(before);
    expect((await run('import', place, '--dry-run', '--session', session, '--sound-rows')).code).toBe(0);
  });

  test('imports, and the same file again changes nothing', async () => {
    const place = await file('b.xlsx', header, [['20260911', '关于丙的建议', '新来的', unitName(0)]]);
    const given = [
      '--session',
      String(city.sessions.congress2),
      '--assign',
      '--leader',
      '副市长甲',
      '--create-people',
    ];
    const first = await run('import', place, ...given, '--lang', 'en');
    expect(first.code).toBe(0);
    expect(first.out).toContain('Imported: 1 new, 0 changed, 1 assigned, 1 people made');
    expect(await city.rows("select via, actor_id from journal where command = 'plan.assign'")).toEqual([
      { via: 'system', actor_id: '0' },
    ]);
    const again = await run('import', place, ...given, '--json');
    expect(again.code).toBe(0);
    expect(JSON.parse(again.out)).toMatchObject({
      run: { counts: { same: 1, new: 0 }, obstacle: { code: 'import-nothing' } },
    });
  });

  test('what is refused leaves no matter, and exits with 1', async () => {
    const place = await file('c.xlsx', header, [
      ['20260921', '关于丁的建议', proposerName(0), ''],
      ['20260922', '', proposerName(0), ''],
    ]);
    const before = await count('matter');
    const { code, out } = await run('import', place, '--session', String(city.sessions.congress2));
    expect(code).toBe(1);
    expect(out).toContain('有错误');
    expect(await count('matter')).toBe(before);
    const missing = await run('import', path.join(folder, 'nowhere.xlsx'));
    expect(missing).toMatchObject({ code: 1, out: '' });
    const wrongType = path.join(folder, 'picture.xlsx');
    writeFileSync(wrongType, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
    expect((await run('import', wrongType)).code).toBe(1);
  });

  test('in the name of an account it has that account’s rights', async () => {
    const made = await run(
      'user',
      'create',
      'daigongwei',
      '--name',
      '代工委乙',
      '--role',
      'congress-office',
      '--json',
    );
    expect(made.code).toBe(0);
    const place = await file(
      'd.xlsx',
      ['案号', '案由', '提案人', '届次'],
      [['001', '关于戊的提案', proposerName(0), '政协九届二次会议']],
    );
    const { code, out } = await run('import', place, '--as', 'daigongwei', '--dry-run', '--json');
    expect(code).toBe(1);
    expect((JSON.parse(out) as { rows: { issues: { code: string }[] }[] }).rows[0]?.issues[0]?.code).toBe(
      'import.issue.session.notYours',
    );
    expect((await run('import', place, '--as', 'nobody')).code).toBe(1);
  });

  test('units and people come the same way', async () => {
    const units = await file(
      'units.xlsx',
      ['名称', '上级单位'],
      [
        ['云川市体育局', null],
        ['群体科', '云川市体育局'],
      ],
    );
    expect((await run('import', units, '--kind', 'units')).code).toBe(0);
    const people = await file(
      'people.xlsx',
      ['姓名', '角色', '单位', '科室'],
      [['体育甲', '科室负责人', '云川市体育局', '群体科']],
    );
    expect((await run('import', people, '--kind', 'people')).code).toBe(0);
    expect(
      await city.rows(
        "select g.role from role_grant g join person p on p.id = g.person_id where p.name = '体育甲'",
      ),
    ).toEqual([{ role: 'section-head' }]);
  });
});

describe('export', () => {
  test('the ledger comes back through the import unchanged', async () => {
    const place = path.join(folder, 'ledger.xlsx');
    expect((await run('export', '--out', place, '--where', 'year=2026')).code).toBe(0);
    const { code, out } = await run(
      'import',
      place,
      '--assign',
      '--leader',
      '副市长甲',
      '--dry-run',
      '--json',
    );
    expect(code).toBe(0);
    const { counts } = (JSON.parse(out) as { run: { counts: { total: number; same: number } } }).run;
    expect(counts.total).toBeGreaterThan(0);
    expect(counts.same).toBe(counts.total);
  });

  test('the journal is verified without the database, and any change to it is found', async () => {
    const place = path.join(folder, 'journal.jsonl');
    const exported = await run('export', '--format', 'journal', '--out', place, '--json');
    expect(exported.code).toBe(0);
    const told = JSON.parse(exported.out) as { checkpoint: string; entries: number; root: string };
    const sound = await run('verify', place, '--checkpoint', told.checkpoint, '--json');
    expect(sound.code).toBe(0);
    expect(JSON.parse(sound.out)).toMatchObject({ ok: true, entries: told.entries, root: told.root });
    const lines = readFileSync(place, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(told.entries);
    const changed = path.join(folder, 'changed.jsonl');
    writeFileSync(changed, lines.map((line) => line.replace('副市长甲', '副市长乙')).join('\n'));
    const found = await run('verify', changed);
    expect(found.code).toBe(1);
    expect(found.out).toContain('was changed');
    writeFileSync(changed, lines.slice(0, -1).join('\n'));
    expect((await run('verify', changed, '--checkpoint', told.checkpoint)).code).toBe(1);
    expect((await run('verify', path.join(folder, 'nowhere.jsonl'))).code).toBe(1);
    expect((await run('verify', place, '--checkpoint', place)).code).toBe(1);
  });
});

describe('user', () => {
  test('create, list, reset-password, token, disable', async () => {
    const created = await run(
      'user',
      'create',
      'jiaoyu',
      '--name',
      '教育甲',
      '--role',
      'unit-office',
      '--unit',
      unitName(0),
      '--json',
    );
    expect(created.code).toBe(0);
    const { temporaryPassword } = JSON.parse(created.out) as { temporaryPassword: string };
    expect(temporaryPassword).toMatch(/^[\w-]{19}$/);
    expect((await run('user', 'create', 'JIAOYU', '--name', '另一人')).code).toBe(1);
    const listed = await run('user', 'list', '--json');
    expect(JSON.parse(listed.out)).toContainEqual({
      username: 'jiaoyu',
      name: '教育甲',
      state: 'active',
      roles: ['unit-office'],
    });
    const reset = await run('user', 'reset-password', 'jiaoyu', '--json');
    expect((JSON.parse(reset.out) as { temporaryPassword: string }).temporaryPassword).not.toBe(
      temporaryPassword,
    );
    expect((await run('user', 'disable', 'jiaoyu')).code).toBe(0);
    expect((await run('user', 'disable', 'nobody')).code).toBe(1);
    expect(
      (
        await city.rows<{ command: string }>(
          "select command from journal j join account a on j.stream = 'person:' || a.person_id where a.username = 'jiaoyu' order by n",
        )
      ).map(({ command }) => command),
    ).toEqual(['createAccount', 'resetPassword', 'disableAccount']);
    expect(await city.rows('select 1 from journal where strpos(entry, $1) > 0', [temporaryPassword])).toEqual(
      [],
    );
  });
});

test('token: a service account with a role and scopes of its own, listed, revoked; roles of people are refused', async () => {
  const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const service = (role: string, ...more: readonly string[]) =>
    run(
      ...['token', 'create', '--service', '统计平台', '--role', role, ...more],
      ...['--scope', 'matters:read', '--expires', soon, '--json'],
    );
  const made = await service('unit-office', '--unit', unitName(0));
  expect(made.code).toBe(0);
  const { id, token } = JSON.parse(made.out) as { id: number; token: string };
  expect(token).toMatch(/^luoshi_\d+_/);
  expect(await city.rows('select 1 from journal where strpos(entry, $1) > 0', [token])).toEqual([]);
  const late = ['token', 'create', '--service', '旧令牌', '--role', 'supervisor', '--scope', 'matters:read'];
  expect((await run(...late, '--expires', '2020-01-01')).code).toBe(1);
  expect((await service('proposer')).code).toBe(1);
  expect((await service('unit-office')).code).toBe(1);
  const listed = await run('token', 'list', '--json');
  expect(listed.out).toContain('统计平台');
  expect(listed.out).not.toContain(token);
  expect((await run('token', 'revoke', String(id))).code).toBe(0);
  expect((await run('token', 'revoke', String(id))).code).toBe(1);
});

test('snapshot: keys shown and renewed; a file that is none, that is not there, and a key that is none are told', async () => {
  expect((await run('snapshot', 'keys')).out).toContain('There is no key yet');
  const made = await run('snapshot', 'renew-key');
  expect(made).toMatchObject({ code: 0, out: expect.stringContaining('BEGIN PUBLIC KEY') as unknown });
  expect((await run('snapshot', 'renew-key')).code).toBe(0);
  const keys = JSON.parse((await run('snapshot', 'keys', '--json')).out) as {
    no: number;
    fingerprint: string;
    retiredAt: string | null;
  }[];
  expect(keys.map(({ no, retiredAt }) => [no, retiredAt === null])).toEqual([
    [2, true],
    [1, false],
  ]);
  const key = keys[0]?.fingerprint ?? '';
  const place = path.join(folder, 'frozen.jsonl');
  writeFileSync(place, '{"format":"something else"}\n');
  const unknown = await run('snapshot', 'verify', place, '--key', key);
  expect([unknown.code, unknown.err]).toEqual([1, '']);
  expect(unknown.out).toMatch(/格式不明[\s\S]*Unknown format[\s\S]*未通过核验/);
  expect((await run('snapshot', 'verify', path.join(folder, 'absent'))).err).toMatch(
    /不能读取[\s\S]*cannot be read/,
  );
  expect((await run('snapshot', 'verify', place, '--key', 'mine')).err).toMatch(
    /不是公钥指纹[\s\S]*no fingerprint/,
  );
});

test('jurisdiction: found, list, take a preset into use', async () => {
  expect((await run('jurisdiction', 'create', 'haiyan', '--name', '海雁市')).code).toBe(0);
  expect(JSON.parse((await run('jurisdiction', 'list', '--json')).out)).toMatchObject([
    { code: 'yunchuan' },
    { code: 'haiyan', name: '海雁市', demo: false },
  ]);
  const looked = await run('jurisdiction', 'preset', 'haiyan', 'shanghai', '--dry-run');
  expect([looked.code, looked.out]).toEqual([0, expect.stringContaining('0')]);
  expect((await run('jurisdiction', 'preset', 'haiyan', 'shanghai')).code).toBe(0);
  expect(
    await city.rows(
      "select preset from ruleset_in_force r join jurisdiction j on j.id = r.jurisdiction_id where code = 'haiyan' order by r.id",
    ),
  ).toEqual([{ preset: 'national' }, { preset: 'shanghai' }]);
  expect((await run('jurisdiction', 'preset', 'nowhere', 'shanghai')).code).toBe(1);
});

test('migrate and openapi do what they say', async () => {
  expect((await run('migrate')).code).toBe(0);
  const { code, out } = await run('openapi', '--out', '-');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) as unknown });
});
