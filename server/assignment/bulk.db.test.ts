/** What is done to many duties at once says nothing about those that are not one's own. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringTo } from '#test/support/one-matter.ts';
import { createProduct, type Product } from '#test/support/product.ts';

let product: Product;
beforeAll(async () => {
  product = await createProduct();
}, 120_000);
afterAll(() => product.close());

type Outcome = { done: number; refused: { id: number; label: string; code: string; detail: string }[] };

test('a duty of another unit and one that does not exist are refused alike', async () => {
  // Several matters first, so that the number of a matter is not that of its duty.
  await bringTo(product, 'filed');
  const one = await bringTo(product, 'assigned');
  const absent = 999_999;
  const ask = async (who: 'otherOffice' | 'leadOffice') => {
    const { body } = await product.ask(who, 'POST', '/api/assignments/sign-for-in-bulk', {
      body: { assignmentIds: [one.leadDuty, absent] },
    });
    return body as Outcome;
  };
  const { done, refused } = await ask('otherOffice');
  expect(done).toBe(0);
  const said = new Map(refused.map(({ id, ...rest }) => [id, rest]));
  expect(said.get(one.leadDuty)).toEqual({ ...said.get(absent), label: String(one.leadDuty) });
  expect(said.get(absent)?.label).toBe(String(absent));
  // Of one's own it says which matter it is.
  expect((await ask('leadOffice')).done).toBe(1);
  const again = (await ask('leadOffice')).refused.find(({ id }) => id === one.leadDuty);
  expect(again?.label).toMatch(/^2026\d{4}$/);
}, 60_000);
