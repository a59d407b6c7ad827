import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase, urlOfDatabase } from './database.ts';

const query = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

describe('a fresh database', () => {
  let one: TestDatabase;
  let two: TestDatabase;

  beforeAll(async () => {
    [one, two] = await Promise.all([freshDatabase(), freshDatabase()]);
  }, 60_000);

  afterAll(() => Promise.all([one.drop(), two.drop()]));

  it('has all migrations applied', async () => {
    const [row] = await query(one.ownerUrl, 'select count(*)::int > 0 as migrated from migration');
    expect(row).toEqual({ migrated: true });
  });

  it('is not shared', async () => {
    await query(one.ownerUrl, 'create table mine as select 1');
    await expect(query(two.ownerUrl, 'select from mine')).rejects.toThrow('does not exist');
  });

  it('is seen by the application’s role, which is not its owner', async () => {
    expect(await query(one.appUrl, 'select current_user as me')).toEqual([{ me: 'luoshi_app' }]);
    await expect(query(one.appUrl, 'create table mine_too (id int)')).rejects.toThrow('permission denied');
  });

  it('is gone after drop', async () => {
    const three = await freshDatabase();
    await three.drop();
    await expect(query(three.ownerUrl, 'select 1')).rejects.toMatchObject({ code: '3D000' });
  });
});

describe('the URL of another database', () => {
  it.each([
    [
      'postgresql://a:b@/luoshi?host=%2Ftmp%2Fx&port=5432',
      'postgresql://a:b@/other?host=%2Ftmp%2Fx&port=5432',
    ],
    ['postgres://a:b@localhost:5432/postgres', 'postgres://a:b@localhost:5432/other'],
    ['postgres://a:b@localhost/', 'postgres://a:b@localhost/other'],
  ])('of %s', (url, other) => {
    expect(urlOfDatabase(url, 'other')).toBe(other);
  });
});
