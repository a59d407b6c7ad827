/** What no form sends: characters that no database stores, days that there are not, cursors that nobody made. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringTo, replyContent } from '#test/support/one-matter.ts';
import { createProduct, type Product } from '#test/support/product.ts';

let product: Product;
beforeAll(async () => {
  product = await createProduct();
}, 120_000);
afterAll(() => product.close());

const cursor = (after: string, id: number): string =>
  Buffer.from(JSON.stringify([after, id])).toString('base64url');

const zero = 'a\u0000b';
const half = 'a\ud800b';

describe('a text', () => {
  test.each([
    ['a zero character', zero],
    ['half a character', half],
  ])(
    'with %s is refused with its place, wherever it stands',
    async (_, odd) => {
      const one = await bringTo(product, 'drafting');
      const { body: page } = await product.ask('leadHandler', 'GET', `/api/matters/${one.matterId}`);
      const { version } = (page as { replies: { version: number }[] }).replies[0] ?? { version: 0 };
      const content = { ...replyContent([1, 2]), opening: odd };
      const asked = [
        ['leadHandler', `/api/replies/${one.replyId}/save`, { content }, 'content.opening'],
        ['supervisor', '/api/saved-views/ledger', { name: 'x', query: { a: odd }, columns: [] }, 'query.a'],
        [
          'supervisor',
          '/api/saved-views/ledger',
          { name: 'x', query: { [odd]: 'a' }, columns: [] },
          `query.${odd}`,
        ],
        ['stranger', '/api/sign-in', { username: odd, password: 'x' }, 'username'],
      ] as const;
      for (const [who, url, body, path] of asked) {
        const answer = await product.ask(who, 'POST', url, { version, body });
        expect(answer.status, url).toBe(400);
        expect((answer.body as { fields: { path: string }[] }).fields[0]?.path).toBe(path);
      }
    },
    60_000,
  );

  test('with a zero character in an address is refused', async () => {
    for (const [who, url] of [
      ['supervisor', '/api/ledger?q=a%00b'],
      ['supervisor', '/api/ledger?resultClass=a%00b'],
      ['systemAdmin', '/api/setup/people?q=a%00b'],
      ['supervisor', '/api/proposers?q=a%00b'],
    ] as const)
      expect((await product.ask(who, 'GET', url)).status, url).toBe(400);
  });
});

test.each(["a'b", "a\\'b", '\\', "'", 'a:*', '& | !', "关于'公交", "x''y", '<->', '%', '_', '"'])(
  'a search for %s is a search',
  async (words) => {
    const { status } = await product.ask('supervisor', 'GET', `/api/ledger?q=${encodeURIComponent(words)}`);
    expect(status).toBe(200);
  },
);

describe('a day', () => {
  test.each(['2026-02-30', '2026-13-01', '2026-00-10', '0000-01-01', '2025-02-29'])(
    '%s is none',
    async (day) => {
      const url = `/api/setup/organs/${product.place.congress}/terms`;
      const body = { number: 77, startsOn: day, endsOn: null };
      expect((await product.ask('systemAdmin', 'POST', url, { body })).status).toBe(400);
    },
  );

  test('29 February of a leap year is one', async () => {
    const url = `/api/setup/organs/${product.place.congress}/terms`;
    const body = { number: 77, startsOn: '2024-02-29', endsOn: null };
    expect((await product.ask('systemAdmin', 'POST', url, { body })).status).toBe(200);
  });

  test.each(['/api/ledger?year=99999999999', '/api/overview?year=99999999999', '/api/ledger?year=-1'])(
    'nor is there the year of %s',
    async (url) => {
      expect((await product.ask('supervisor', 'GET', url)).status).toBe(400);
    },
  );
});

test.each([
  ['supervisor', '/api/ledger', cursor('2026-99-99', 1)],
  ['supervisor', '/api/ledger', cursor('2026-01-01T99:99:99Z', 1)],
  ['supervisor', '/api/ledger', cursor('2026-02-30', 1)],
  ['supervisor', '/api/ledger', 'no cursor at all'],
  ['supervisor', '/api/notices', cursor('2026-99-99', 1)],
  ['leadHandler', '/api/workbench/todo', cursor('2026-99-99 1 handle', 1)],
  ['leadHandler', '/api/workbench/done', cursor('2026-01-01T99:99:99Z 1', 1)],
  ['leadProposer', '/api/my/matters', cursor('', -5)],
] as const)('%s: %s from a place that there is not begins at the beginning', async (who, url, from) => {
  const begun = await product.ask(who, 'GET', url);
  const { status, body } = await product.ask(who, 'GET', `${url}?cursor=${encodeURIComponent(from)}`);
  expect(status).toBe(200);
  expect(body).toEqual(begun.body);
});
