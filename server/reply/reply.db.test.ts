/** Numbers, versions and letters of replies. */
import pg from 'pg';
import { rebuiltFacts } from '#test/support/facts-rebuilt.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringTo, type OneMatter, replyContent } from '#test/support/one-matter.ts';
import { type CastName, createProduct, type Product } from '#test/support/product.ts';

let product: Product;
beforeAll(async () => {
  product = await createProduct();
}, 120_000);
afterAll(() => product.close());

type Reply = { id: number; version: number; state: string; documentNo: string | null };

const replyOf = async (who: CastName, one: OneMatter): Promise<Reply> => {
  const { body } = await product.ask(who, 'GET', `/api/matters/${one.matterId}`);
  const found = (body as { replies: Reply[] }).replies.find(({ id }) => id === one.replyId);
  if (found === undefined) throw new Error('no reply on the page');
  return found;
};

const issue = async (one: OneMatter, documentNo: string) =>
  product.ask('leadOffice', 'POST', `/api/replies/${one.replyId}/issue`, {
    version: (await replyOf('leadOffice', one)).version,
    body: { documentNo, copies: ['市人大常委会办公室'], opinionsMissingReason: null },
  });

const serial = (documentNo: string | null): number => Number(/(\d+)号$/.exec(documentNo ?? '')?.[1]);

describe('document numbers', () => {
  test('run on without gap, and the form shows the one that will be given', async () => {
    const first = await bringTo(product, 'issued');
    const second = await bringTo(product, 'cleared');
    const { body } = await product.ask('leadOffice', 'GET', `/api/replies/${second.replyId}/issue-form`);
    const shown = (body as { documentNo: string }).documentNo;
    await issue(second, '');
    const given = [await replyOf('supervisor', first), await replyOf('supervisor', second)];
    expect(given[1]?.documentNo).toBe(shown);
    expect(serial(given[1]?.documentNo ?? null)).toBe(serial(given[0]?.documentNo ?? null) + 1);
  }, 60_000);

  test('one given by hand to several letters at once is one letter’s, and refused to the others', async () => {
    for (let round = 0; round < 3; round += 1) {
      const letters = [await bringTo(product, 'cleared'), await bringTo(product, 'cleared')];
      const versions = await Promise.all(letters.map((one) => replyOf('leadOffice', one)));
      const answers = await Promise.all(
        letters.map(({ replyId }, index) =>
          product.ask(index === 0 ? 'leadOffice' : 'leadLeader', 'POST', `/api/replies/${replyId}/issue`, {
            version: versions[index]?.version ?? 0,
            body: { documentNo: `试验〔2026〕${900 + round}号`, copies: [], opinionsMissingReason: null },
          }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    }
  }, 90_000);

  test('one given by hand is used once, refused the second time, and passed over by the series', async () => {
    const [one, two, three] = [
      await bringTo(product, 'cleared'),
      await bringTo(product, 'cleared'),
      await bringTo(product, 'cleared'),
    ];
    const { body } = await product.ask('leadOffice', 'GET', `/api/replies/${one.replyId}/issue-form`);
    const next = (body as { documentNo: string }).documentNo;
    const ahead = next.replace(/\d+号$/, `${serial(next) + 1}号`);
    expect((await issue(one, ahead)).status).toBeLessThan(300);
    const again = await issue(two, ahead);
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ code: 'document-no-taken' });
    expect((await replyOf('leadOffice', two)).state).toBe('cleared');
    await issue(two, '');
    await issue(three, '');
    const numbers = [await replyOf('supervisor', two), await replyOf('supervisor', three)];
    expect(numbers.map(({ documentNo }) => serial(documentNo))).toEqual([serial(next), serial(next) + 2]);
  }, 90_000);
});

describe('the letter', () => {
  test('is a PDF and a DOCX; nobody outside the unit has it before it is issued', async () => {
    const one = await bringTo(product, 'cleared');
    const get = (who: CastName, format: string) =>
      product.ask(who, 'GET', `/api/replies/${one.replyId}/letter?format=${format}`);
    for (const who of [
      'supervisor',
      'congressOffice',
      'leadProposer',
      'assistOffice',
      'otherOffice',
    ] as const)
      expect((await get(who, 'pdf')).status, who).toBe(404);
    expect((await get('leadLeader', 'pdf')).text.slice(0, 5)).toBe('%PDF-');
    await issue(one, '');
    for (const who of ['leadProposer', 'coProposer', 'supervisor', 'congressOffice'] as const) {
      const pdf = await get(who, 'pdf');
      expect(pdf.headers['content-type']).toBe('application/pdf');
      expect(String(pdf.headers['content-disposition'])).toMatch(/^attachment/);
      expect(pdf.text.slice(0, 5)).toBe('%PDF-');
      expect((await get(who, 'docx')).text.slice(0, 2)).toBe('PK');
    }
    expect((await get('otherProposer', 'pdf')).status).toBe(404);
  }, 90_000);

  test('stays as it was issued when a name changes afterwards', async () => {
    const one = await bringTo(product, 'issued');
    const pages = async () =>
      (await product.ask('supervisor', 'GET', `/api/replies/${one.replyId}/preview`)).body;
    const before = await pages();
    const client = new pg.Client({ connectionString: product.database.ownerUrl });
    await client.connect();
    const renamed = await client.query(
      "update unit set name = '市交通运输委员会' where id = $1 returning id",
      [product.place.leadUnit],
    );
    await client.end();
    expect(renamed.rowCount).toBe(1);
    expect(await pages()).toEqual(before);
  }, 60_000);
});

describe('versions', () => {
  test('every saved text is kept with its hand and time; a save on an old version is refused with the new one', async () => {
    const one = await bringTo(product, 'drafting');
    const save = (version: number, text: string) =>
      product.ask('leadHandler', 'POST', `/api/replies/${one.replyId}/save`, {
        version,
        body: { content: replyContent([1, 2], text) },
      });
    const { version } = await replyOf('leadHandler', one);
    expect((await save(version, '甲')).status).toBeLessThan(300);
    const stale = await save(version, '乙');
    expect(stale.status).toBe(412);
    const { body } = await product.ask('leadHandler', 'GET', `/api/replies/${one.replyId}/versions`);
    expect(JSON.stringify(body)).toContain('甲第1条');
    expect(JSON.stringify(body)).not.toContain('乙第1条');
    expect((await product.ask('supervisor', 'GET', `/api/replies/${one.replyId}/versions`)).status).toBe(404);
  }, 60_000);
});

test('the figures’ facts that grew with all this are those of a rebuilding', async () => {
  const { changed, grown, anew } = await rebuiltFacts(product.database);
  expect(changed).toBe(0);
  expect(anew).toEqual(grown);
  expect(grown['figure_matter']).not.toEqual([]);
}, 60_000);
