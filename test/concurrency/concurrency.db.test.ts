/** Many hands at once: no acknowledged edit is lost, one key has one effect, numbers are never doubled. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringTo, replyContent } from '../support/one-matter.ts';
import { createProduct, type Product } from '../support/product.ts';

let product: Product;
beforeAll(async () => {
  product = await createProduct();
}, 120_000);
afterAll(() => product.close());

type Page = {
  version: number;
  title: string;
  replies: { id: number; version: number; content: { closing: string } }[];
  timeline: { command: string }[];
};
const pageOf = async (matterId: number): Promise<Page> =>
  (await product.ask('leadHandler', 'GET', `/api/matters/${matterId}`)).body;

describe('200 editors of one matter', () => {
  it('lose no acknowledged edit: every acknowledged save is a version, every other one is told that it was stale', async () => {
    const matter = await bringTo(product, 'drafting');
    const acknowledged: string[] = [];
    const refused: number[] = [];
    const edit = async (n: number): Promise<void> => {
      const reply = (await pageOf(matter.matterId)).replies[0];
      const closing = `编辑${n}`;
      const content = { ...replyContent([1, 2]), closing };
      const answer = await product.ask('leadHandler', 'POST', `/api/replies/${matter.replyId}/save`, {
        version: reply?.version ?? 0,
        body: { content },
      });
      if (answer.status === 200) acknowledged.push(closing);
      else refused.push(answer.status);
    };
    await Promise.all(Array.from({ length: 200 }, (_, n) => edit(n)));
    const { versions } = (await product.ask('leadHandler', 'GET', `/api/replies/${matter.replyId}/versions`))
      .body as {
      versions: { content: { closing: string } }[];
    };
    const kept = versions.map((version) => version.content.closing);
    expect(acknowledged.length + refused.length).toBe(200);
    expect(acknowledged.length).toBeGreaterThan(0);
    for (const closing of acknowledged) expect(kept).toContain(closing);
    expect(new Set(refused)).toEqual(new Set([412]));
    expect((await pageOf(matter.matterId)).replies[0]?.content.closing).toBe(kept[0]);
  }, 120_000);
});

describe('200 repeats of one key', () => {
  it('have one effect and one answer', async () => {
    const body = {
      sessionId: product.place.session,
      inSession: false,
      caseNo: '2026K001',
      title: '关于同一个键的建议',
      body: '',
      category: null,
      publicConsent: 'unasked',
      filedOn: '2026-02-01',
      proposerIds: [product.people['leadProposer']],
      points: [],
    };
    const answers = await Promise.all(
      Array.from({ length: 200 }, () =>
        product.ask('congressOffice', 'POST', '/api/matters', { key: 'the-very-same-key', body }),
      ),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    const ledger = (await product.ask('congressOffice', 'GET', '/api/ledger?q=2026K001')).body as {
      total: number;
    };
    expect(ledger.total).toBe(1);
  }, 120_000);

  it('with another body are refused, and nothing happens', async () => {
    const matter = await bringTo(product, 'filed');
    const { version } = await pageOfOffice(matter.matterId);
    const key = 'one-key-two-bodies';
    const amend = (title: string) =>
      product.ask('congressOffice', 'POST', `/api/matters/${matter.matterId}/amend`, {
        key,
        version,
        body: { title },
      });
    expect((await amend('关于甲的建议')).status).toBe(200);
    const second = await amend('关于乙的建议');
    expect(second.status).toBe(422);
    expect((second.body as { code: string }).code).toBe('key-reused');
    expect((await pageOfOffice(matter.matterId)).title).toBe('关于甲的建议');
  });

  it('a refused command may be corrected and sent again under its key', async () => {
    const matter = await bringTo(product, 'filed');
    const { version } = await pageOfOffice(matter.matterId);
    const key = 'refused-then-mended';
    const amend = (title: string) =>
      product.ask('congressOffice', 'POST', `/api/matters/${matter.matterId}/amend`, {
        key,
        version,
        body: { title },
      });
    expect((await amend(' ')).status).toBe(422);
    expect((await amend('关于丙的建议')).status).toBe(200);
  });
});

const pageOfOffice = async (matterId: number): Promise<Page> =>
  (await product.ask('congressOffice', 'GET', `/api/matters/${matterId}`)).body;

describe('numbers', () => {
  it('of documents are never doubled when many replies are issued at once, and leave no gap', async () => {
    const matters = [];
    for (let n = 0; n < 12; n += 1) matters.push(await bringTo(product, 'cleared'));
    const issue = async (matter: { matterId: number; replyId: number }) => {
      const version = (await pageOf(matter.matterId)).replies[0]?.version ?? 0;
      const body = { documentNo: '', copies: [], opinionsMissingReason: null };
      return product.ask('leadOffice', 'POST', `/api/replies/${matter.replyId}/issue`, { version, body });
    };
    const answers = await Promise.all(matters.map(issue));
    expect(answers.map((answer) => answer.status)).toEqual(matters.map(() => 200));
    const numbers = await Promise.all(
      matters.map(async ({ matterId }) => {
        const page = (await product.ask('leadOffice', 'GET', `/api/matters/${matterId}`)).body as {
          replies: { documentNo: string }[];
        };
        return Number(/(\d+)号/.exec(page.replies[0]?.documentNo ?? '')?.[1]);
      }),
    );
    expect(numbers.sort((a, b) => a - b)).toEqual(matters.map((_, index) => index + 1));
  }, 240_000);

  it('of cases are refused when they exist, also at once', async () => {
    const body = {
      sessionId: product.place.session,
      inSession: true,
      caseNo: '2026D001',
      title: '关于案号的建议',
      body: '',
      category: null,
      publicConsent: 'unasked',
      filedOn: '2026-02-01',
      proposerIds: [product.people['leadProposer']],
      points: [],
    };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => product.ask('congressOffice', 'POST', '/api/matters', { body })),
    );
    const statuses = answers.map((answer) => answer.status).sort();
    expect(statuses).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
  });
});

describe('two who act at once', () => {
  it.each(Array.from({ length: 5 }, (_, n) => n))(
    'sign for and hand back: exactly one wins (%i)',
    async () => {
      const matter = await bringTo(product, 'assigned');
      const page = (await product.ask('leadOffice', 'GET', `/api/matters/${matter.matterId}`)).body as {
        assignments: { id: number; version: number }[];
      };
      const version = page.assignments.find((one) => one.id === matter.leadDuty)?.version ?? 0;
      const back = { reason: '不属本单位', rightUnitId: product.place.otherUnit, basis: '三定方案' };
      const answers = await Promise.all([
        product.ask('leadOffice', 'POST', `/api/assignments/${matter.leadDuty}/sign-for`, { version }),
        product.ask('leadOffice', 'POST', `/api/assignments/${matter.leadDuty}/hand-back`, {
          version,
          body: back,
        }),
      ]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412]);
    },
  );
});
