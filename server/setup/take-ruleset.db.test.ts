import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { setupOverview } from '#contract/setup.ts';
import { presets } from '#rulesets/preset.ts';
import { bringTo } from '#test/support/one-matter.ts';
import { createProduct, type Product } from '#test/support/product.ts';
import { dueDatesOf } from '../case/due-dates.ts';
import { readHouse } from '../case/house.store.ts';
import { loadCases } from '../case/load-case.store.ts';
import { runRecompute } from '../case/recompute-due.ts';
import { openMatters, storedDates } from '../case/recompute.store.ts';
import { momentOf } from '../platform/moment.ts';

let product: Product;
let j = 0;

beforeAll(async () => {
  product = await createProduct();
  j = product.place.jurisdictionId;
  for (const stage of ['filed', 'assigned', 'signed', 'round2'] as const) await bringTo(product, stage);
}, 300_000);
afterAll(() => product.close());

/** Matters of which a stored date is another than the ruleset in force computes. */
const stale = (): Promise<readonly number[]> =>
  product.app.db.read(j, async (tx) => {
    const ids = await openMatters(tx, j, 0, 100);
    const stored = await storedDates(tx, j, ids);
    const files = await loadCases(tx, await readHouse(tx, j), j, ids);
    return files.flatMap((file) =>
      [...dueDatesOf(file)].some(([key, { date }]) => stored.get(file.matter.id)?.get(key)?.date !== date)
        ? [file.matter.id]
        : [],
    );
  });

const overview = async (): Promise<ResponseOf<typeof setupOverview>> =>
  (await product.ask('systemAdmin', 'GET', '/api/setup')).body;

it('another ruleset orders all stored dates to be computed anew, and they then follow it', async () => {
  expect(await stale()).toEqual([]);
  expect((await overview()).recompute).toBeNull();
  const taken = await product.ask('systemAdmin', 'POST', '/api/setup/ruleset', {
    body: { preset: 'shenzhen' },
  });
  expect(taken.status).toBe(200);
  const { recomputeId } = taken.body as { recomputeId: number };
  expect((await stale()).length).toBeGreaterThan(0);
  const order = (await overview()).recompute;
  expect(order).toMatchObject({ id: recomputeId, reason: 'ruleset', state: 'running', done: 0, total: 4 });
  await runRecompute(product.app.db, j, recomputeId, () => momentOf(new Date(product.now())));
  expect(await stale()).toEqual([]);
  const done = (await overview()).recompute;
  expect(done).toMatchObject({ state: 'done', done: 4 });
  expect((done?.movedMatters ?? 0) + (done?.movedDuties ?? 0)).toBeGreaterThan(0);
});

it('a preset that there is not orders nothing', async () => {
  const before = (await overview()).recompute;
  const taken = await product.ask('systemAdmin', 'POST', '/api/setup/ruleset', {
    body: { preset: 'atlantis' },
  });
  expect(taken.body).toMatchObject({ code: 'field-invalid', at: 'preset' });
  expect(Object.keys(presets)).not.toContain('atlantis');
  expect((await overview()).recompute).toEqual(before);
});
