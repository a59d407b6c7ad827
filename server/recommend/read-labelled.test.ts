import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readLabelled } from './read-labelled.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'luoshi-labelled-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (text: string) => {
  const file = path.join(folder, 'rows.jsonl');
  writeFileSync(file, text);
  return readLabelled(file);
};

test('reads rows, skips empty lines and a byte order mark, and numbers by the line', async () => {
  expect(
    await read(
      '\uFEFF{"title":" 甲 ","leadUnits":["市教育局"],"topic":"x"}\r\n\n{"title":"乙","body":"文","leadUnits":"水利"}\n',
    ),
  ).toEqual({
    ok: true,
    matters: [
      { id: 1, title: '甲', body: '', leadUnits: ['市教育局'] },
      { id: 3, title: '乙', body: '文', leadUnits: ['水利'] },
    ],
  });
});

test('an empty file has no rows', async () => {
  expect(await read('')).toEqual({ ok: true, matters: [] });
});

test.each([
  ['nonsense', /JSON/],
  ['[]', /JSON/],
  ['{"leadUnits":["甲"]}', /title/],
  ['{"title":"  ","leadUnits":["甲"]}', /title/],
  ['{"title":"甲"}', /lead unit/],
  ['{"title":"甲","leadUnits":[]}', /lead unit/],
  ['{"title":"甲","leadUnits":["乙",1]}', /lead unit/],
  ['{"title":"甲","body":1,"leadUnits":["乙"]}', /body/],
])('%s: the line, what is wrong and how to mend it', async (line, said) => {
  const found = await read(`{"title":"甲","leadUnits":["乙"]}\n${line}\n`);
  expect(found.ok ? [] : found.bad).toMatchObject([{ line: 2, en: expect.stringMatching(said) as string }]);
});
