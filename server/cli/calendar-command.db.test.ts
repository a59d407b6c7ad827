import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createProduct, type Product } from '#test/support/product.ts';
import { runCommand } from './commands.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let product: Product;
let folder: string;
beforeAll(async () => {
  product = await createProduct();
  folder = mkdtempSync(path.join(tmpdir(), 'luoshi-calendar-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await product.close();
});

const run = async (...argv: readonly string[]) => {
  let out = '';
  let err = '';
  const code = await runCommand(['calendar', ...argv], {
    env: { LUOSHI_HOME: path.join(folder, 'home'), DATABASE_URL: product.database.ownerUrl },
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
};

const file = (name: string, text: string): string => {
  const place = path.join(folder, name);
  writeFileSync(place, text);
  return place;
};

const notice = `关于2031年部分节假日安排的通知
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月22日（周三）至28日（周二）放假调休，共7天。1月19日（周日）、2月1日（周六）上班。
三、清明节：4月5日（周六）至7日（周一）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、国庆节：10月1日（周三）至7日（周二）放假调休，共7天。9月28日（周日）、10月11日（周六）上班。`;

test('shows a year, settled or provisional', async () => {
  const settled = await run('show', '--year', '2026');
  expect(settled.out).toContain('2026-02-14\t班 work\t春节');
  expect((await run('show', '--year', '2031')).out).toContain('2031 年暂定');
  expect(JSON.parse((await run('show', '--year', '2026', '--json')).out)).toMatchObject({ year: 2026 });
});

test('reads a notice without using it, then takes it into use', async () => {
  const place = file('2031.txt', notice);
  const dry = await run('import', place, '--dry-run');
  expect([dry.code, dry.err]).toEqual([0, '']);
  expect(dry.out).toContain('2031 年：休 23 天，补班 5 天。');
  expect((await run('show', '--year', '2031')).out).toContain('2031 年暂定');
  const used = await run('import', place, '--note', '2031年放假安排', '--json');
  expect(JSON.parse(used.out)).toMatchObject({ year: 2031, off: 23, work: 5, version: 1, moves: [] });
  expect((await run('show', '--year', '2031')).out).toContain('2031-01-19\t班 work\t春节');
});

test('refuses what contradicts itself, with the line and how to mend it', async () => {
  const { code, out } = await run(
    'import',
    file('wrong.txt', notice.replace('1月1日（周三）', '1月1日（周四）')),
  );
  expect(code).toBe(1);
  expect(out).toContain('error: [2]');
  expect(out).toContain('2031-01-01 是周三，文中写的是周四');
  expect((await run('import', path.join(folder, 'none.txt'))).code).toBe(1);
});

test('checks own years against the shipped table and the stored dates', async () => {
  const own = file(
    '2026.csv',
    '日期,类型,名称\n2026-01-01,休,元旦\n2026-05-01,休,劳动节\n2026-10-01,休,国庆节\n',
  );
  expect((await run('import', own)).code).toBe(0);
  const checked = JSON.parse((await run('check', '--json')).out) as {
    differences: { year: number; days: string[] }[];
  };
  expect(checked.differences.map(({ year }) => year)).toEqual([2026]);
  expect(checked.differences[0]?.days).toContain('2026-02-14');
});

test('tells wrong use', async () => {
  expect((await run('show', '--year', 'x')).code).toBe(2);
  expect((await run('import')).code).toBe(2);
});
