/** The unit that a hand-back names is heard, and only it; what it says is read by those who decide. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rebuiltFacts } from '#test/support/facts-rebuilt.ts';
import { bringTo, type OneMatter } from '#test/support/one-matter.ts';
import { type CastName, createProduct, type Product } from '#test/support/product.ts';

type Hearing = { id: number; assignmentId: number; answer: string | null; mayAnswer: boolean };
let product: Product;
let matter: OneMatter;
beforeAll(async () => {
  product = await createProduct();
  matter = await bringTo(product, 'handBack');
}, 120_000);
afterAll(() => product.close());

const hearings = async (who: CastName) =>
  ((await product.ask(who, 'GET', '/api/hand-back-hearings')).body as { items: Hearing[] }).items;
const say = (who: CastName, id: number, body: object) =>
  product.ask(who, 'POST', `/api/hand-back-hearings/${id}/answer`, { body });

test('the named unit answers once, with a reason where it declines; the offices read it, others find nothing', async () => {
  const [hearing] = await hearings('otherOffice');
  if (hearing === undefined) throw new Error('no hearing');
  expect(hearing).toMatchObject({ assignmentId: matter.leadDuty, answer: null, mayAnswer: true });
  expect(await hearings('assistOffice')).toEqual([]);
  expect(await hearings('cppccOffice')).toEqual([]);
  expect((await say('assistOffice', hearing.id, { answer: 'accepted', reason: '' })).status).toBe(404);
  expect((await say('otherOffice', hearing.id, { answer: 'declined', reason: ' ' })).body).toMatchObject({
    code: 'field-empty',
  });
  const given = await say('otherOffice', hearing.id, { answer: 'declined', reason: '职责已划出' });
  expect(given.status).toBe(200);
  expect((await say('otherOffice', hearing.id, { answer: 'accepted', reason: '' })).body).toMatchObject({
    code: 'hearing-over',
  });
  for (const who of ['supervisor', 'congressOffice'] as const)
    expect((await hearings(who))[0]).toMatchObject({ answer: 'declined', mayAnswer: false });
  const page = (await product.ask('supervisor', 'GET', `/api/matters/${matter.matterId}`)).body as {
    timeline: { events: { type: string }[] }[];
  };
  expect(page.timeline.flatMap(({ events }) => events.map(({ type }) => type))).toContain('namedUnitHeard');
}, 60_000);

test('the figures’ facts that grew with all this are those of a rebuilding', async () => {
  const { changed, grown, anew } = await rebuiltFacts(product.database);
  expect(changed).toBe(0);
  expect(anew).toEqual(grown);
  expect(grown['figure_matter']).not.toEqual([]);
}, 60_000);
