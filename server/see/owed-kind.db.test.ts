/** Where the rules date the first contact, lists, calendar and feed call it that: the kind is stored with its day. */
import type { DeadlineRule } from '#core/ruleset.ts';
import { bringTo, contactProposer, type OneMatter } from '#test/support/one-matter.ts';
import { type CastName, createProduct, type Product } from '#test/support/product.ts';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readHouse } from '../case/house.store.ts';
import { recomputeDueDates } from '../case/recompute-due.ts';

let product: Product;
let owner: pg.Client;
let matter: OneMatter;
let j = 0;

beforeAll(async () => {
  product = await createProduct();
  j = product.place.jurisdictionId;
  owner = new pg.Client({ connectionString: product.database.ownerUrl });
  await owner.connect();
  const { ruleset } = await product.app.db.read(j, (tx) => readHouse(tx, j));
  const first: DeadlineRule = {
    duty: 'firstContact',
    base: 'assigned',
    amount: { unit: 'day', count: 15 },
    source: ruleset.rating.source,
  };
  const data = {
    ...ruleset,
    deadlines: [...ruleset.deadlines, first],
    undatedDuties: ruleset.undatedDuties.filter(({ duty }) => duty !== 'firstContact'),
  };
  await owner.query(
    "insert into ruleset_in_force (jurisdiction_id, preset, data, since) values ($1, 'national', $2, now())",
    [j, JSON.stringify(data)],
  );
  matter = await bringTo(product, 'signed');
}, 120_000);
afterAll(async () => {
  await owner.end();
  await product.close();
});

const due = '2026-03-17';
const get = async <T>(who: CastName, url: string): Promise<T> => (await product.ask(who, 'GET', url)).body;
const owed = async (): Promise<string[]> =>
  (
    await owner.query<{ owed: string; due: string }>(
      'select owed, due_on::text as due from assignment where id = $1',
      [matter.leadDuty],
    )
  ).rows.map((row) => `${row.owed} ${row.due}`);

test('the calendar counts it under its name, the ledger finds it, the feed says it', async () => {
  expect(await owed()).toEqual([`firstContact ${due}`]);
  const span = `from=${due}&to=${due}`;
  const { days } = await get<{ days: { counts: object; total: number }[] }>(
    'supervisor',
    `/api/due-calendar?${span}`,
  );
  expect(days).toMatchObject([{ counts: { firstContact: 1 }, total: 1 }]);
  const narrowed = await get<{ days: { total: number }[] }>(
    'supervisor',
    `/api/due-calendar?${span}&owes=reply`,
  );
  expect(narrowed.days).toMatchObject([{ total: 0 }]);
  const rows = await get<{ items: { units: { owes: string }[] }[]; total: number }>(
    'leadOffice',
    `/api/ledger?per=duty&owes=firstContact&dueFrom=${due}&dueTo=${due}`,
  );
  expect(rows).toMatchObject({ total: 1, items: [{ units: [{ owes: 'firstContact' }] }] });
  const { body } = await product.ask('leadHandler', 'POST', '/api/feed-link', { body: {} });
  const { text } = await product.ask('stranger', 'GET', (body as { path: string }).path);
  expect(text.replace(/\r\n /g, '')).toContain('首次沟通');
});

test('a kind that went stale is mended by the run, and the calendar answers from the index alone', async () => {
  await owner.query("update assignment set owed = 'reply' where id = $1", [matter.leadDuty]);
  const run = () =>
    product.app.db.write(j, async (tx) => ({
      keep: true,
      value: await recomputeDueDates(tx, await readHouse(tx, j), j, 0),
    }));
  expect((await run()).moved).toEqual([]);
  expect(await owed()).toEqual([`firstContact ${due}`]);
  // A heap that has no page to be read costs the index nothing to be preferred; what it can answer is what is asked.
  await owner.query('vacuum analyze assignment');
  await owner.query('begin; set local enable_seqscan = off; set local enable_bitmapscan = off');
  const { rows } = await owner.query<{ 'QUERY PLAN': string }>(
    `explain select due_on, owed, count(*) from assignment where jurisdiction_id = ${j} and live
       and due_on between '2026-03-01' and '2026-03-31' group by 1, 2`,
  );
  await owner.query('rollback');
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('Index Only Scan using assignment_owed');
});

test('with the contact recorded the reply is owed', async () => {
  await contactProposer(product, matter);
  expect(await owed()).toEqual(['reply 2026-06-02']);
});
