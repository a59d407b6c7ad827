/** What is kept of a command so that its repetition is answered alike. */
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringTo } from '#test/support/one-matter.ts';
import { createProduct, type Product } from '#test/support/product.ts';

let product: Product;
let owner: pg.Client;
beforeAll(async () => {
  product = await createProduct();
  owner = new pg.Client({ connectionString: product.database.ownerUrl });
  await owner.connect();
}, 120_000);
afterAll(async () => {
  await owner.end();
  await product.close();
});

test('the answer and nothing else: no draft, no text, no telephone number', async () => {
  const one = await bringTo(product, 'inReview');
  const { rows } = await owner.query<{ response: Record<string, unknown>; text: string }>(
    'select response, response::text as text from idempotency',
  );
  expect(rows.length).toBeGreaterThan(5);
  for (const { response, text } of rows) {
    expect(Object.keys(response).sort()).toEqual(['body', 'ok']);
    expect(text).not.toMatch(/19900000001|答复内容|公共交通/);
  }
  expect(rows.map(({ response }) => response['body'])).toContainEqual(
    expect.objectContaining({ matterId: one.matterId, state: 'inReview' }),
  );
}, 60_000);

test('the repetition of a command is answered as the command was', async () => {
  const one = await bringTo(product, 'drafting');
  const { body: page } = await product.ask('leadHandler', 'GET', `/api/matters/${one.matterId}`);
  const { version } = (page as { replies: { version: number }[] }).replies[0] ?? { version: 0 };
  const submit = () =>
    product.ask('leadHandler', 'POST', `/api/replies/${one.replyId}/submit`, {
      version,
      key: 'the-same-key-twice',
    });
  const [first, second] = [await submit(), await submit()];
  expect(first.status).toBe(200);
  expect([second.status, second.body]).toEqual([200, first.body]);
  // The key is that person's: another's command under it is his own.
  const { status } = await product.ask('leadHead', 'POST', `/api/replies/${one.replyId}/approve`, {
    version: version + 1,
    key: 'the-same-key-twice',
  });
  expect(status).toBe(200);
}, 60_000);
