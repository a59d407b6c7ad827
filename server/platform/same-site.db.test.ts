/** A page of another site cannot act in the name of whoever looks at it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AccountBench, openAccountBench } from '#test/support/account-bench.ts';
import { createProduct, type Product } from '#test/support/product.ts';

let product: Product;
let bench: AccountBench;
beforeAll(async () => {
  product = await createProduct();
  bench = await openAccountBench();
}, 120_000);
afterAll(async () => {
  await product.close();
  await bench.close();
});

const host = 'luoshi.example';
const read = (headers: Record<string, string>) =>
  product.ask('supervisor', 'POST', '/api/notices/read', {
    body: { upTo: 1 },
    headers: { host, ...headers },
  });

describe('a command with a cookie', () => {
  test.each([
    ['from the product itself', { origin: `https://${host}`, 'sec-fetch-site': 'same-origin' }],
    ['by hand', { 'sec-fetch-site': 'none' }],
    ['of a program, which says nothing', {}],
  ])('%s is taken', async (_, headers) => {
    expect((await read(headers)).status).toBe(204);
  });

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a sandboxed page', { origin: 'null' }],
    ['another port', { origin: `https://${host}:8443` }],
    ['a name that begins the same', { origin: `https://${host}.evil.example` }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['another site without its name', { 'sec-fetch-site': 'cross-site' }],
    [
      'another site that claims a proxy',
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    ],
  ])('from %s is refused', async (_, headers) => {
    expect(await read(headers)).toMatchObject({ status: 403, body: { code: 'cross-site' } });
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded'])(
    'as a form of %s does nothing',
    async (type) => {
      const { status } = await product.ask('supervisor', 'POST', '/api/notices/read', {
        body: Buffer.from('{"upTo":1}'),
        headers: { 'content-type': type },
      });
      expect(status).toBeGreaterThanOrEqual(400);
    },
  );
});

test('signing in is guarded as well: nobody is signed in as somebody else by a link', async () => {
  const answer = await product.ask('stranger', 'POST', '/api/sign-in', {
    body: { username: 'supervisor', password: 'x' },
    headers: { host, origin: 'https://evil.example' },
  });
  expect(answer).toMatchObject({ status: 403, body: { code: 'cross-site' } });
});

test('behind a trusted proxy the host is the one that the browser asked for', async () => {
  const ask = (origin: string) =>
    bench.browser().send(
      'POST',
      '/api/sign-in',
      { username: 'nobody', password: 'x' },
      {
        host: '127.0.0.1:3000',
        'x-forwarded-host': host,
        origin,
      },
    );
  expect((await ask(`https://${host}`)).code).toBe('sign-in-failed');
  expect((await ask('https://evil.example')).code).toBe('cross-site');
  expect((await ask('http://127.0.0.1:3000')).code).toBe('cross-site');
});
