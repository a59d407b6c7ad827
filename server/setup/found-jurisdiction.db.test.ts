import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '#test/support/database.ts';
import {
  foundJurisdiction,
  listJurisdictions,
  nameDemo,
  removeUnfinishedDemo,
  unfinishedDemo,
} from './found-jurisdiction.ts';

let database: TestDatabase;
let owner: Client;
beforeEach(async () => {
  database = await freshDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterEach(async () => {
  await owner.end();
  await database.drop();
});

const found = (code: string): Promise<number> =>
  foundJurisdiction(database.ownerUrl, { code, name: '云川市', nameEn: '', preset: 'national', demo: true });

const addUnit = (j: number) =>
  owner.query(
    "insert into unit (jurisdiction_id, kind, name, system) values ($1, 'unit', '市交通局', 'government')",
    [j],
  );

const count = async (table: string): Promise<number> =>
  Number((await owner.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n);

test('a demo city whose making was interrupted is removed to the last row, and can be made again', async () => {
  await addUnit(await found(unfinishedDemo));
  await removeUnfinishedDemo(database.ownerUrl);
  expect([await count('jurisdiction'), await count('unit'), await count('ruleset_in_force')]).toEqual([
    0, 0, 0,
  ]);
  await found(unfinishedDemo);
  await nameDemo(database.ownerUrl, 'yunchuan');
  expect(await listJurisdictions(database.ownerUrl)).toMatchObject([{ code: 'yunchuan', demo: true }]);
});

test.each([[['yunchuan']], [[unfinishedDemo, 'haiyan']]])('a database of %j is left alone', async (codes) => {
  for (const code of codes) await addUnit(await found(code));
  await removeUnfinishedDemo(database.ownerUrl);
  expect([await count('jurisdiction'), await count('unit')]).toEqual([codes.length, codes.length]);
});
