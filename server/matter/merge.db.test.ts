/** Matters handled together 并案, over the product's own endpoints. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rebuiltFacts } from '#test/support/facts-rebuilt.ts';
import { answerDraft, bringTo, type OneMatter } from '#test/support/one-matter.ts';
import { type CastName, createProduct, type Product } from '#test/support/product.ts';

let product: Product;
let serial = 0;
beforeAll(async () => {
  product = await createProduct();
}, 120_000);
afterAll(() => product.close());

type Page = {
  version: number;
  caseNo: string;
  stage: string;
  title: string;
  body: string;
  points: { no: number; text: string }[];
  proposers: { name: string }[];
  merging: { into: { id: number } | null; taken: { id: number; proposers: string[] }[] } | null;
  ratings: { id: number; proposer: { id: number } }[];
  timeline: { events: { type: string }[] }[];
};

const page = async (who: CastName, matterId: number): Promise<Page> =>
  (await product.ask(who, 'GET', `/api/matters/${matterId}`)).body as unknown as Page;

/** A matter of somebody else about the same thing. */
const alike = async (title = '关于优化公交线网的建议'): Promise<number> => {
  serial += 1;
  const { body } = await product.ask('congressOffice', 'POST', '/api/matters', {
    body: {
      sessionId: product.place.session,
      inSession: true,
      caseNo: `2026${900 + serial}`,
      title,
      body: '线路重复。',
      category: '交通',
      publicConsent: 'full',
      filedOn: '2026-01-15',
      proposerIds: [product.people['otherProposer']],
      points: ['优化线网'],
    },
  });
  return (body as { matterId: number }).matterId;
};

const merge = async (main: OneMatter, matterIds: readonly number[], more: object = {}) =>
  product.ask('congressOffice', 'POST', `/api/matters/${main.matterId}/merge`, {
    version: (await page('congressOffice', main.matterId)).version,
    body: { matterIds, reason: '内容相同', oppositeReason: null, revokeDuties: false, ...more },
  });

const unmerge = async (matterId: number) =>
  product.ask('congressOffice', 'POST', `/api/matters/${matterId}/unmerge`, {
    version: (await page('congressOffice', matterId)).version,
    body: { reason: '诉求不同' },
  });

describe('merging', () => {
  test('answers every proposer under his own number, who sees it and rates it', async () => {
    const main = await bringTo(product, 'drafting');
    const other = await alike();
    expect((await product.ask('otherProposer', 'GET', `/api/matters/${main.matterId}`)).status).toBe(404);
    expect((await merge(main, [other])).status).toBe(200);

    expect(await page('otherProposer', other)).toMatchObject({
      stage: 'merged',
      merging: { into: { id: main.matterId } },
    });
    const answered = await answerDraft(product, main);
    const seen = await page('otherProposer', main.matterId);
    const own = seen.ratings.find(({ proposer }) => proposer.id === product.people['otherProposer']);
    expect(own).toBeDefined();
    const letter = async (who: CastName, query = '') => {
      const { body } = await product.ask(who, 'GET', `/api/replies/${answered.replyId}/preview${query}`);
      return JSON.stringify(body);
    };
    expect(await letter('otherProposer')).not.toBe(await letter('leadProposer'));
    expect((await unmerge(other)).body).toMatchObject({ code: 'merge-answered' });
    const kept = await product.app.db.read(product.place.jurisdictionId, (tx) =>
      tx.selectFrom('merged_letter').select('letter').where('matter_id', '=', other).execute(),
    );
    const given = kept[0]?.letter as { title: string; addressees: string[] } | undefined;
    expect(given?.title).toContain((await page('congressOffice', other)).caseNo);
    expect(given?.addressees).toHaveLength(1);
  }, 90_000);

  test('is undone as if it had not been; the history stays, and nobody is left behind', async () => {
    const main = await bringTo(product, 'filed');
    const others = [await alike(), await alike()];
    const before = await Promise.all([main.matterId, ...others].map((id) => page('congressOffice', id)));
    expect((await merge(main, others)).status).toBe(200);
    expect((await page('congressOffice', main.matterId)).merging?.taken).toHaveLength(2);
    for (const one of others) {
      // The second one's proposer is the same person: he stays as long as one of his is merged.
      expect((await product.ask('otherProposer', 'GET', `/api/matters/${main.matterId}`)).status).toBe(200);
      expect((await unmerge(one)).status).toBe(200);
    }
    expect((await product.ask('otherProposer', 'GET', `/api/matters/${main.matterId}`)).status).toBe(404);
    const after = await Promise.all([main.matterId, ...others].map((id) => page('congressOffice', id)));
    for (const [index, one] of after.entries()) {
      const { caseNo, stage, title, body, points, proposers, merging } = one;
      expect({ caseNo, stage, title, body, points, proposers, merging }).toEqual(
        Object.fromEntries(
          Object.entries(before[index] ?? {}).filter(([key]) =>
            ['caseNo', 'stage', 'title', 'body', 'points', 'proposers', 'merging'].includes(key),
          ),
        ),
      );
      const types = one.timeline.flatMap(({ events }) => events.map(({ type }) => type));
      expect(types).toEqual(
        expect.arrayContaining(
          index === 0 ? ['matterTakenIn', 'matterLetGo'] : ['matterMerged', 'matterUnmerged'],
        ),
      );
    }
    expect((await merge(main, others)).status).toBe(200);
  }, 60_000);

  test('warns of opposite asks, and merges all or none', async () => {
    const main = await bringTo(product, 'filed');
    const same = await alike();
    const against = await alike('关于减少公交班次的建议');
    expect((await merge(main, [same, against])).body).toMatchObject({ code: 'merge-opposite' });
    expect((await page('congressOffice', same)).stage).toBe('filed');
    expect((await merge(main, [same, against], { oppositeReason: '一并研究班次安排' })).status).toBe(200);
  }, 60_000);

  test('two offices that merge two matters into each other at once: one of them does', async () => {
    const [one, two] = [await bringTo(product, 'filed'), await bringTo(product, 'filed')];
    const answers = await Promise.all([merge(one, [two.matterId]), merge(two, [one.matterId])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  }, 60_000);
});

test('the figures’ facts that grew with all this are those of a rebuilding', async () => {
  const { changed, grown, anew } = await rebuiltFacts(product.database);
  expect(changed).toBe(0);
  expect(anew).toEqual(grown);
  expect(grown['figure_matter']).not.toEqual([]);
}, 60_000);
