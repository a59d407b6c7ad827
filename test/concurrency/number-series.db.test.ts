/** Numbers without gaps, from many hands, some of which change their mind. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nextInSeries } from '#server/platform/number-series.store.ts';
import { createProduct, type Product } from '../support/product.ts';

let product: Product;
beforeAll(async () => {
  product = await createProduct();
}, 120_000);
afterAll(() => product.close());

const draw = (series: string, keep: boolean): Promise<number> =>
  product.app.db.write(product.place.jurisdictionId, async (tx) => ({
    keep,
    value: await nextInSeries(tx, product.place.jurisdictionId, series),
  }));

it('50 workers, a third of which roll back or fail: every number once, and none left out', async () => {
  const kept: number[] = [];
  const worker = async (n: number): Promise<void> => {
    for (let turn = 0; turn < 4; turn += 1) {
      const way = (n + turn) % 3;
      if (way === 0) await draw('flow', false);
      else kept.push(await draw('flow', true));
    }
    // A fault after the number was drawn gives it back too.
    const faulty = product.app.db.write(product.place.jurisdictionId, async (tx) => {
      await nextInSeries(tx, product.place.jurisdictionId, 'flow');
      throw new Error(`worker ${n} fell over`);
    });
    await expect(faulty).rejects.toThrow('fell over');
  };
  await Promise.all(Array.from({ length: 50 }, (_, n) => worker(n)));
  expect(kept.sort((a, b) => a - b)).toEqual(kept.map((_, index) => index + 1));
  expect(kept.length).toBeGreaterThan(100);
  expect(await draw('another', true)).toBe(1);
}, 60_000);
