import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCommand } from './commands.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'luoshi-evaluate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, ...lines: readonly unknown[]): string => {
  const place = path.join(folder, name);
  writeFileSync(
    place,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
  return place;
};

const run = async (...argv: readonly string[]) => {
  let out = '';
  let err = '';
  const code = await runCommand(['evaluate-recommendation', ...argv], {
    env: {},
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
};

const row = (title: string, ...leadUnits: readonly string[]) => ({ title, leadUnits });

test('prints accuracies, baselines and each row with its reasons as JSON; an empty history is one', async () => {
  const testFile = file(
    'test.jsonl',
    row('关于新建石桥小学的建议', '云川市教体局'),
    row('关于灯会的建议', '云川市仲夏协会'),
  );
  const { code, out } = await run('--test', testFile, '--history', file('empty.jsonl'), '--json');
  expect(code).toBe(0);
  const found = JSON.parse(out) as { results: { ranked: { reasons: unknown[] }[] }[] };
  expect(found).toMatchObject({
    rows: 2,
    history: 0,
    accuracy: { top1: 50, top3: 50 },
    baselines: { substring: { top1: 0 }, tfidfNearestNeighbour: { top1: 0, coverage: 0 } },
    results: [{ line: 1, comparedAs: ['教育'], rank: 1 }, {}],
  });
  expect(found.results[0]?.ranked[0]).toMatchObject({ unit: '教育', unitEn: 'Education' });
  expect(found.results[0]?.ranked[0]?.reasons).toContainEqual(expect.objectContaining({ kind: 'duty' }));
});

test('without --json: a table in both languages, the right units marked', async () => {
  const { out } = await run('--test', file('test.jsonl', row('关于新建石桥小学的建议', '教育')));
  expect(out).toMatch(/推荐 recommendation\t100 %/);
  expect(out).toContain('✓ 1 关于新建石桥小学的建议');
});

test.each([
  ['a bad line', () => ['--test', file('bad.jsonl', row('甲', '乙'), 'nonsense')], /bad\.jsonl line 2/],
  ['a missing file', () => ['--test', path.join(folder, 'nowhere.jsonl')], /cannot be read \(ENOENT\)/],
  ['nothing to test', () => ['--test', file('empty.jsonl')], /no matter to test/],
])('%s: refused with what to mend', async (_, args, said) => {
  const { code, out, err } = await run(...args());
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(said);
});
