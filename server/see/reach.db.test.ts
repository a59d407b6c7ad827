/** What a person's lists say once he no longer stands to a matter, and what they ask of him when nothing can be done. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringTo, type OneMatter } from '#test/support/one-matter.ts';
import { type CastName, createProduct, type Product } from '#test/support/product.ts';

let product: Product;
let owner: pg.Client;
let seconds = 0;
beforeAll(async () => {
  product = await createProduct();
  owner = new pg.Client({ connectionString: product.database.ownerUrl });
  await owner.connect();
}, 120_000);
afterAll(async () => {
  await owner.end();
  await product.close();
});

type Lines = { counts: Record<string, number>; items: { kind: string; matterId: number }[] };
type Page = { version: number; assignments: { id: number; version: number }[] };

const get = async <T>(who: CastName, url: string): Promise<T> => {
  const { status, body } = await product.ask(who, 'GET', url);
  expect(status, `${who} ${url}`).toBe(200);
  return body;
};
const post = async (who: CastName, url: string, version: number, body: unknown = {}): Promise<void> => {
  const { status, text } = await product.ask(who, 'POST', url, { version, body });
  expect(status, `${who} ${url}: ${text}`).toBeLessThan(300);
};
const linesOn = async (who: CastName, list: string, { matterId }: OneMatter): Promise<readonly string[]> => {
  const { items } = await get<Lines>(who, `/api/workbench/${list}`);
  return items.filter((item) => item.matterId === matterId).map(({ kind }) => kind);
};
const pageOf = ({ matterId }: OneMatter): Promise<Page> =>
  get<Page>('supervisor', `/api/matters/${matterId}`);
const versionOf = async (one: OneMatter): Promise<number> =>
  (await pageOf(one)).assignments.find(({ id }) => id === one.leadDuty)?.version ?? 0;

/** Moves a person to another unit or section. What is known of callers is forgotten within a second. */
const move = async (who: CastName, unitId: number): Promise<void> => {
  await owner.query('update role_grant set unit_id = $1 where person_id = $2', [unitId, product.people[who]]);
  seconds += 10;
  product.setTime(`2026-03-02T02:00:${seconds}.000Z`);
};

describe('a handler who moves to another unit', () => {
  test('leaves his matters behind: page, draft, letter, lists', async () => {
    const one = await bringTo(product, 'inReview');
    const { leadSection, leadUnit, otherUnit } = product.place;
    await move('leadHandler', otherUnit);
    for (const url of [
      `/api/matters/${one.matterId}`,
      `/api/replies/${one.replyId}/versions`,
      `/api/replies/${one.replyId}/letter`,
    ])
      expect((await product.ask('leadHandler', 'GET', url)).status, url).toBe(404);
    expect(await get('leadHandler', '/api/ledger')).toMatchObject({ total: 0, items: [] });
    for (const list of ['todo', 'done', 'started', 'copied'])
      expect(await linesOn('leadHandler', list, one), list).toEqual([]);
    const { items } = await get<{ items: { matterId: number | null; title: string | null }[] }>(
      'leadHandler',
      '/api/notices',
    );
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ matterId, title }) => matterId === null && title === null)).toBe(true);
    // Within the unit he may move as he likes.
    await move('leadHandler', leadUnit);
    expect((await product.ask('leadHandler', 'GET', `/api/matters/${one.matterId}`)).status).toBe(200);
    await move('leadHandler', leadSection);
    expect((await product.ask('leadHandler', 'GET', `/api/matters/${one.matterId}`)).status).toBe(200);
  }, 60_000);

  test('a handler of a section keeps what the unit gave him without one', async () => {
    const one = await bringTo(product, 'signed');
    await post('leadOffice', `/api/assignments/${one.leadDuty}/sub-assign`, await versionOf(one), {
      sectionId: null,
      handlerId: product.people['leadHandler'],
      leaderId: product.people['leadLeader'],
    });
    expect((await product.ask('leadHandler', 'GET', `/api/matters/${one.matterId}`)).status).toBe(200);
    expect(await linesOn('leadHandler', 'todo', one)).toEqual(['handle']);
  }, 60_000);
});

describe('after a hand-over', () => {
  test('the earlier handler finds the matter in no list', async () => {
    const one = await bringTo(product, 'drafting');
    expect(await linesOn('leadHandler', 'done', one)).toEqual(['done']);
    await post('leadOffice', `/api/assignments/${one.leadDuty}/hand-over`, await versionOf(one), {
      toId: product.people['leadColleague'],
      reason: '轮岗',
    });
    for (const list of ['todo', 'done', 'started', 'copied'])
      expect(await linesOn('leadHandler', list, one), list).toEqual([]);
    expect(await linesOn('leadColleague', 'todo', one)).toEqual(['handle']);
  }, 60_000);
});

describe('nobody is asked for what the rules refuse', () => {
  test('to review the reply of a matter that was withdrawn, or that is being handed back', async () => {
    const [withdrawn, returned] = [await bringTo(product, 'inReview'), await bringTo(product, 'inReview')];
    expect(await linesOn('leadHead', 'todo', withdrawn)).toEqual(['review']);
    const { version } = await pageOf(withdrawn);
    await post('congressOffice', `/api/matters/${withdrawn.matterId}/withdraw`, version, {
      reason: '代表撤回',
    });
    await post('leadOffice', `/api/assignments/${returned.leadDuty}/hand-back`, await versionOf(returned), {
      reason: '不属本单位职责',
      rightUnitId: product.place.otherUnit,
      basis: '三定方案',
    });
    expect(await linesOn('leadHead', 'todo', withdrawn)).toEqual([]);
    expect(await linesOn('leadHead', 'todo', returned)).toEqual([]);
  }, 60_000);

  test('to issue the letter of a matter that was withdrawn', async () => {
    const one = await bringTo(product, 'cleared');
    expect(await linesOn('leadOffice', 'todo', one)).toEqual(['issue']);
    const { version } = await pageOf(one);
    await post('congressOffice', `/api/matters/${one.matterId}/withdraw`, version, { reason: '代表撤回' });
    expect(await linesOn('leadOffice', 'todo', one)).toEqual([]);
  }, 60_000);

  test('to rate on a matter that is closed', async () => {
    const one = await bringTo(product, 'rated');
    expect(await linesOn('coProposer', 'todo', one)).toEqual(['rate']);
    const { version } = await pageOf(one);
    await post('congressOffice', `/api/matters/${one.matterId}/close`, version, { reason: null });
    expect(await linesOn('coProposer', 'todo', one)).toEqual([]);
    const mine = await get<{ items: { id: number; toRate: number }[] }>('coProposer', '/api/my/matters');
    expect(mine.items.find(({ id }) => id === one.matterId)?.toRate).toBe(0);
  }, 60_000);
});
