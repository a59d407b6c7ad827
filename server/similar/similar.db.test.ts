/** Whose matters are shown as similar, how much of them, and what is refused. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SimilarMatter } from '#contract/similar.ts';
import { similarLimits } from '#contract/similar.ts';
import { lexiconVersion } from '#core/similar/lexicon.ts';
import { refillKeys } from '#server/platform/db/matter-key.store.ts';
import { bringTo, type OneMatter } from '#test/support/one-matter.ts';
import { type CastName, createProduct, type Product } from '#test/support/product.ts';

let product: Product;
let owner: pg.Client;
let one: OneMatter;
beforeAll(async () => {
  product = await createProduct();
  owner = new pg.Client({ connectionString: product.database.ownerUrl });
  await owner.connect();
  one = await bringTo(product, 'rated');
  await rename('关于老旧小区加装电梯的建议');
}, 120_000);
afterAll(async () => {
  await owner.end();
  await product.close();
});

/** Gives the matter another title, and its keys as the background job makes them. */
const rename = async (title: string): Promise<void> => {
  await owner.query('update matter set title = $1 where id = $2', [title, one.matterId]);
  await owner.query('delete from matter_key_state');
  await product.app.db.write(product.place.jurisdictionId, async (tx) => ({
    keep: true,
    value: await refillKeys(tx, product.place.jurisdictionId, lexiconVersion, 100),
  }));
};

const consent = (to: string): Promise<unknown> =>
  owner.query('update matter set public_consent = $1 where id = $2', [to, one.matterId]);

const similar = async (
  who: CastName,
  title: string,
  more: Record<string, unknown> = {},
): Promise<readonly SimilarMatter[]> => {
  const { status, body, text } = await product.ask(who, 'POST', '/api/similar', { body: { title, ...more } });
  expect(status, text).toBe(200);
  return (body as { items: SimilarMatter[] }).items.filter(({ id }) => id === one.matterId);
};

const asked = '关于既有住宅增设电梯的提案';

describe('a matter that asks for the same in other words', () => {
  test('is found by the supervisor, with what was answered, how it was rated and why', async () => {
    const [found] = await similar('supervisor', asked);
    expect(found).toMatchObject({ verdict: 'duplicate', link: `/matters/${one.matterId}` });
    expect(found?.score).toBeGreaterThan(0.6);
    expect(found?.reasons.concepts).toContain('加装电梯');
    expect(found?.answered?.text).not.toBe('');
    expect(found?.ratings).toHaveLength(1);
  });

  test('is not similar to itself', async () => {
    expect(await similar('supervisor', asked, { exceptMatterId: one.matterId })).toEqual([]);
  });

  test('is found by what the asks say when the title is empty of meaning', async () => {
    expect(
      await similar('supervisor', '一点想法', { points: ['为老楼加装电梯，电梯费用分摊'] }),
    ).toHaveLength(1);
  });

  test('is shown to the units that stand to it and to nobody else of the units', async () => {
    expect(await similar('leadOffice', asked)).toHaveLength(1);
    expect(await similar('otherOffice', asked)).toEqual([]);
    expect(await similar('systemAdmin', asked)).toEqual([]);
  });
});

describe('another proposer', () => {
  test.each(['no', 'unasked'])('finds nothing of a matter whose consent is %s', async (answer) => {
    await consent(answer);
    expect(await similar('otherProposer', asked)).toEqual([]);
    expect(await similar('leadProposer', asked)).toHaveLength(1);
  });

  test('sees title, unit and result class of one that is public by its title, and no more', async () => {
    await consent('titleOnly');
    const [found] = await similar('otherProposer', asked);
    expect(found).toMatchObject({
      title: '关于老旧小区加装电梯的建议',
      link: null,
      answered: null,
      ratings: [],
    });
    expect(found?.units).not.toEqual([]);
    expect(found?.resultClasses).not.toEqual([]);
  });

  test('reads the reply of one that is public in full only if the reply is published too', async () => {
    await consent('full');
    await owner.query(`update reply set disclosure = 'notPublic' where matter_id = $1`, [one.matterId]);
    expect((await similar('otherProposer', asked))[0]?.answered).toBeNull();
    await owner.query(`update reply set disclosure = 'proactive' where matter_id = $1`, [one.matterId]);
    const [found] = await similar('otherProposer', asked);
    expect(found?.answered?.text).not.toBe('');
    expect(found?.ratings).toEqual([]);
  });

  test('finds nothing of one that was withdrawn', async () => {
    await consent('full');
    const { rows } = await owner.query<{ stage: string }>('select stage from matter where id = $1', [
      one.matterId,
    ]);
    await owner.query(`update matter set stage = 'withdrawn' where id = $1`, [one.matterId]);
    expect(await similar('otherProposer', asked)).toEqual([]);
    await owner.query('update matter set stage = $1 where id = $2', [rows[0]?.stage, one.matterId]);
  });
});

test('asks that pull the other way are shown as opposite, never as the same', async () => {
  await rename('关于全面禁止燃放烟花爆竹的建议');
  const [found] = await similar('supervisor', '关于有序放开烟花爆竹燃放的建议');
  expect(found?.verdict).toBe('opposite');
  expect(found?.reasons.opposite).toHaveLength(2);
});

describe('hostile input', () => {
  test('a title of 100 kB is refused with a sentence that says how long it may be', async () => {
    const { status, body } = await product.ask('supervisor', 'POST', '/api/similar', {
      body: { title: '电梯'.repeat(50_000) },
    });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'field-too-long', at: 'title' });
    expect((body as { detail: string }).detail).toContain(String(similarLimits.title));
  });

  test.each(['', '　', "'; drop table matter; --", '|||', '%_%', '（）', '🛗🛗🛗', '..', 'a'.repeat(200)])(
    'a title of %j finds nothing and breaks nothing',
    async (title) => {
      expect(await similar('supervisor', title)).toEqual([]);
    },
  );
});
