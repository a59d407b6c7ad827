/** The lead proposer objects to the units; the organ's office answers, and no date moves. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rebuiltFacts } from '#test/support/facts-rebuilt.ts';
import { bringTo, type OneMatter } from '#test/support/one-matter.ts';
import { type CastName, createProduct, type Product } from '#test/support/product.ts';

type Objections = {
  until: string | null;
  mayRaise: boolean;
  items: { id: number; state: string; wanted: string; decision: string | null; mayDecide: boolean }[];
};
type Page = { assignments: { owed: { date: string } | null }[]; timeline: { events: { type: string }[] }[] };
let product: Product;
let matter: OneMatter;
beforeAll(async () => {
  product = await createProduct();
  matter = await bringTo(product, 'assigned');
}, 120_000);
afterAll(() => product.close());

const read = async (who: CastName) =>
  (await product.ask(who, 'GET', `/api/matters/${matter.matterId}/objections`)).body as Objections;
const raise = (who: CastName, body: object) =>
  product.ask(who, 'POST', `/api/matters/${matter.matterId}/objections`, { body });
const decide = (who: CastName, id: number, body: object) =>
  product.ask(who, 'POST', `/api/objections/${id}/decision`, { body });
const page = async () =>
  (await product.ask('supervisor', 'GET', `/api/matters/${matter.matterId}`)).body as Page;
const todo = async (who: CastName) =>
  ((await product.ask(who, 'GET', '/api/workbench/todo')).body as { items: { kind: string }[] }).items
    .map(({ kind }) => kind)
    .filter((kind) => kind === 'decideObjection');
const told = async (who: CastName) =>
  ((await product.ask(who, 'GET', '/api/notices')).body as { items: { kind: string }[] }).items.map(
    ({ kind }) => kind,
  );

test('he objects once, his office answers with a reason, he is told, and the dates stay', async () => {
  const before = (await page()).assignments.map(({ owed }) => owed?.date);
  expect(await read('leadProposer')).toMatchObject({ mayRaise: true, items: [] });
  expect(await read('coProposer')).toMatchObject({ mayRaise: false });
  const body = { reason: '学校门前的路归教育局管', wantedUnitId: product.place.otherUnit };
  expect((await raise('coProposer', body)).body).toMatchObject({ code: 'not-yours' });
  expect((await raise('otherProposer', body)).status).toBe(404);
  expect((await raise('leadProposer', body)).status).toBe(200);
  expect((await raise('leadProposer', body)).body).toMatchObject({ code: 'objection-waits' });

  expect(await todo('congressOffice')).toEqual(['decideObjection']);
  expect(await todo('cppccOffice')).toEqual([]);
  expect(await told('congressOffice')).toContain('objectionRaised');
  const [objection] = (await read('congressOffice')).items;
  expect(objection).toMatchObject({ state: 'open', wanted: '市教育局', mayDecide: true });
  const id = objection?.id ?? 0;
  const kept = { decision: 'kept', reason: '道路属交通部门职责' };
  expect((await decide('cppccOffice', id, kept)).status).toBe(404);
  expect((await decide('congressOffice', id, { ...kept, reason: ' ' })).body).toMatchObject({
    code: 'field-empty',
  });
  expect((await decide('congressOffice', id, kept)).status).toBe(200);
  expect((await decide('congressOffice', id, kept)).body).toMatchObject({ code: 'objection-decided' });

  expect(await todo('congressOffice')).toEqual([]);
  expect(await told('leadProposer')).toContain('objectionDecided');
  expect((await read('leadProposer')).items[0]).toMatchObject({ state: 'kept', decision: kept.reason });
  const after = await page();
  expect(after.assignments.map(({ owed }) => owed?.date)).toEqual(before);
  expect(after.timeline.flatMap(({ events }) => events.map(({ type }) => type))).toEqual(
    expect.arrayContaining(['objectionRaised', 'objectionDecided']),
  );
}, 60_000);

test('he takes his objection back while it waits, nobody else does, and may object anew', async () => {
  matter = await bringTo(product, 'assigned');
  const take = (who: CastName, id: number) =>
    product.ask(who, 'POST', `/api/objections/${id}/withdraw`, { body: {} });
  const body = { reason: '学校门前的路归教育局管', wantedUnitId: null };
  const { id } = (await raise('leadProposer', body)).body as { id: number };
  expect(await read('leadProposer')).toMatchObject({ mayRaise: false, items: [{ mayWithdraw: true }] });
  expect(await read('congressOffice')).toMatchObject({ items: [{ mayWithdraw: false }] });
  for (const who of ['coProposer', 'otherProposer'] as const) expect((await take(who, id)).status).toBe(404);
  expect((await take('congressOffice', id)).status).toBe(403);
  expect((await take('leadProposer', id)).status).toBe(200);
  expect((await take('leadProposer', id)).body).toMatchObject({ code: 'objection-decided' });
  expect((await decide('congressOffice', id, { decision: 'kept', reason: '不变' })).body).toMatchObject({
    code: 'objection-decided',
  });

  expect(await todo('congressOffice')).toEqual([]);
  expect(await told('congressOffice')).toContain('objectionWithdrawn');
  expect((await read('leadProposer')).items).toMatchObject([{ state: 'withdrawn', decision: null }]);
  expect((await page()).timeline.flatMap(({ events }) => events.map(({ type }) => type))).toContain(
    'objectionWithdrawn',
  );
  expect((await raise('leadProposer', body)).status).toBe(200);
}, 60_000);

test('the figures’ facts that grew with all this are those of a rebuilding', async () => {
  const { changed, grown, anew } = await rebuiltFacts(product.database);
  expect(changed).toBe(0);
  expect(anew).toEqual(grown);
  expect(grown['figure_matter']).not.toEqual([]);
}, 60_000);
