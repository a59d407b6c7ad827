/** Recommendations over HTTP: which unit, why, for whom, and that past matters teach. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CastName, createProduct, type Product } from '#test/support/product.ts';

let product: Product;
beforeAll(async () => {
  product = await createProduct();
}, 120_000);
afterAll(() => product.close());

let serial = 0;
const file = async (title: string): Promise<number> => {
  serial += 1;
  const { leadProposer } = product.people;
  const filed = await product.ask('congressOffice', 'POST', '/api/matters', {
    key: `recommend-${serial}`,
    body: {
      sessionId: product.place.session,
      inSession: true,
      caseNo: `2026${9000 + serial}`,
      title,
      body: '情况和建议。',
      category: null,
      publicConsent: 'unasked',
      filedOn: product.now().slice(0, 10),
      points: ['请办理'],
      proposerIds: [leadProposer],
    },
  });
  expect(filed.text).toContain('matterId');
  return (filed.body as { matterId: number }).matterId;
};

type Reason = { kind: string; words?: string[]; matterId?: number };
type Unit = { unitId: number; score: number; role: string | null; reasons: Reason[] };
const ask = async (matterId: number, who: CastName = 'supervisor'): Promise<readonly Unit[]> =>
  (
    (await product.ask(who, 'GET', `/api/matters/${matterId}/recommendation`)).body as unknown as {
      units: Unit[];
    }
  ).units;

test('without history the base names the unit whose duty it is, and the words by which', async () => {
  const [first] = await ask(await file('关于改善城西片区幼儿园入园难的建议'));
  expect(first?.unitId).toBe(product.place.otherUnit);
  expect(first?.role).toBe('sole');
  expect(first?.reasons.find(({ kind }) => kind === 'duty')?.words).toContain('入园难');
});

test('a past matter that speaks alike and its unit are named, and change the order', async () => {
  const before = await file('关于云溪桥头设置观鸟标牌的建议');
  const past = await file('关于云溪桥头增加观鸟标牌的建议');
  const assigned = await product.ask('congressOffice', 'POST', `/api/matters/${past}/assign`, {
    key: 'recommend-assign',
    version: 1,
    body: {
      duties: [{ unitId: product.place.boundaryUnit, role: 'sole' }],
      responsibleLeader: '市领导',
    },
  });
  expect(assigned.text).toContain('matterId');
  const [first] = await ask(before);
  expect(first?.unitId).toBe(product.place.boundaryUnit);
  expect(first?.reasons).toContainEqual(expect.objectContaining({ kind: 'past', matterId: past }));
});

test('many at once: three of each, what is not his to assign is left out', async () => {
  const matterId = await file('关于优化公交线路的建议');
  const inBulk = async (who: CastName) =>
    (
      (await product.ask(who, 'POST', '/api/recommendations', { body: { matterIds: [matterId, 999_999] } }))
        .body as unknown as { items: { matterId: number; units: Unit[] }[] }
    ).items;
  const items = await inBulk('congressOffice');
  expect(items.map((one) => one.matterId)).toEqual([matterId]);
  expect(items[0]?.units).toHaveLength(3);
  expect(await inBulk('cppccOffice')).toEqual([]);
  expect((await product.ask('cppccOffice', 'GET', `/api/matters/${matterId}/recommendation`)).status).toBe(
    404,
  );
});

test('asked for many at once, each has the very answer that it has alone', async () => {
  const titles = [
    '关于优化城北公交线路的建议',
    '关于云溪桥头修补观鸟标牌的建议',
    '关于提高村医待遇的建议',
    '关于整治占道经营的建议',
  ];
  const matterIds: number[] = [];
  for (const title of titles) matterIds.push(await file(title));
  const { body } = await product.ask('supervisor', 'POST', '/api/recommendations', { body: { matterIds } });
  const { items } = body as unknown as { items: { matterId: number; units: Unit[] }[] };
  expect(items.map(({ matterId }) => matterId)).toEqual(matterIds);
  for (const { matterId, units } of items) expect(units).toEqual((await ask(matterId)).slice(0, 3));
});
