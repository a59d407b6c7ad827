import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freshDatabase, type TestDatabase } from '#test/support/database.ts';
import { foundJurisdiction } from '../../setup/found-jurisdiction.ts';
import { type Db, openDatabase, sendAhead, type Tx } from './database.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let database: TestDatabase;
let db: Db;
let j: number;

beforeAll(async () => {
  database = await freshDatabase();
  j = await foundJurisdiction(database.ownerUrl, {
    code: 'yunchuan',
    name: '云川市',
    nameEn: 'Yunchuan',
    preset: 'national',
    demo: false,
  });
  // One connection, so that each test meets what the one before may have left on it.
  db = openDatabase(database.appUrl, 1);
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

const put = (tx: Tx, key: string, last: number) =>
  tx.insertInto('number_sequence').values({ jurisdiction_id: j, key, last }).compile();

const raise = (tx: Tx, key: string) =>
  sql`update number_sequence set last = last * 2 + 1 where jurisdiction_id = ${j} and key = ${key}`.compile(
    tx,
  );

const lastOf = (key: string): Promise<number | null> =>
  db.read(j, async (tx) => {
    const row = await tx
      .selectFrom('number_sequence')
      .select('last')
      .where('jurisdiction_id', '=', j)
      .where('key', '=', key)
      .executeTakeFirst();
    return row?.last ?? null;
  });

describe('a write that nobody waits for', () => {
  it('is committed, in the order of sending, before the transaction is said to be', async () => {
    await db.write(j, async (tx) => {
      sendAhead(tx, put(tx, 'order', 1), raise(tx, 'order'));
      sendAhead(tx, raise(tx, 'order'));
      return { keep: true, value: undefined };
    });
    expect(await lastOf('order')).toBe(7);
  });

  it('is seen by what the same transaction reads afterwards', async () => {
    const seen = await db.write(j, async (tx) => {
      sendAhead(tx, put(tx, 'seen', 5));
      const row = await tx
        .selectFrom('number_sequence')
        .select('last')
        .where('key', '=', 'seen')
        .executeTakeFirst();
      return { keep: true, value: row?.last };
    });
    expect(seen).toBe(5);
  });

  it('fails the transaction with its own error when it fails, and nothing is kept', async () => {
    const write = db.write(j, async (tx) => {
      sendAhead(tx, put(tx, 'twice', 1), put(tx, 'twice', 2));
      return { keep: true, value: 'done' };
    });
    await expect(write).rejects.toMatchObject({ code: '23505' });
    expect(await lastOf('twice')).toBeNull();
  });

  it('is the error that is told, not that of a statement after it', async () => {
    const write = db.write(j, async (tx) => {
      sendAhead(tx, put(tx, 'first', 1), put(tx, 'first', 2));
      await sql`select 1`.execute(tx);
      return { keep: true, value: undefined };
    });
    await expect(write).rejects.toMatchObject({ code: '23505' });
    expect(await lastOf('first')).toBeNull();
  });

  it('is undone with a transaction that is not kept, and troubles none after it', async () => {
    await db.write(j, async (tx) => {
      sendAhead(tx, put(tx, 'undone', 1));
      return { keep: false, value: undefined };
    });
    expect(await lastOf('undone')).toBeNull();
    await db.write(j, async (tx) => {
      sendAhead(tx, put(tx, 'after', 1));
      return { keep: true, value: undefined };
    });
    expect(await lastOf('after')).toBe(1);
  });
});
