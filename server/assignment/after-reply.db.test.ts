/** What a unit records after its reply, over HTTP: lists and calendar ask for it until it is done, and nobody calls it late. */
import { bringTo, type OneMatter } from '#test/support/one-matter.ts';
import { rebuiltFacts } from '#test/support/facts-rebuilt.ts';
import { type CastName, createProduct, type Product } from '#test/support/product.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';

let product: Product;
let matter: OneMatter;
beforeAll(async () => {
  product = await createProduct();
  matter = await bringTo(product, 'issued');
}, 120_000);
afterAll(() => product.close());

const get = async <T>(who: CastName, url: string): Promise<T> => (await product.ask(who, 'GET', url)).body;

type Duty = {
  id: number;
  version: number;
  owed: unknown;
  afterReply: object[];
  askedAfterReply: { duty: string; date: string; state: string; why: { start: object } }[];
};
const dutyFor = async (who: CastName): Promise<Duty> => {
  const page = await get<{ assignments: Duty[] }>(who, `/api/matters/${matter.matterId}`);
  const found = page.assignments.find(({ id }) => id === matter.leadDuty);
  if (found === undefined) throw new Error('no duty');
  return found;
};
const tasks = async (): Promise<string[]> => {
  const { items } = await get<{ items: { kind: string; matterId: number; dueOn: string }[] }>(
    'leadOffice',
    '/api/workbench/todo',
  );
  return items.flatMap(({ kind, matterId, dueOn }) =>
    matterId === matter.matterId ? [`${kind} ${dueOn}`] : [],
  );
};

/** What the calendar link of somebody holds of this duty. */
const fed = async (path: string): Promise<string[]> => {
  const { text } = await product.ask('stranger', 'GET', path);
  const lines = text.replace(/\r\n /g, '').split('\r\n');
  const at = lines.findIndex((line) => line.startsWith(`UID:duty-${matter.leadDuty}-`));
  return at < 0
    ? []
    : [lines[at]?.split('.')[0] ?? '', lines.slice(at).find((line) => line.startsWith('DTSTART')) ?? ''];
};
const told = async (who: CastName): Promise<string[]> =>
  (await get<{ items: { kind: string }[] }>(who, '/api/notices')).items.map(({ kind }) => kind);

test('asked for in the list, the calendar, the feed and the ledger by its own date; recorded, it is gone and told', async () => {
  const asked = await dutyFor('leadOffice');
  const due = asked.askedAfterReply[0]?.date ?? '';
  expect(asked).toMatchObject({ owed: null, afterReply: [], askedAfterReply: [{ duty: 'disclose' }] });
  expect(asked.askedAfterReply[0]?.why.start).toMatchObject({ event: 'issued' });
  expect(await tasks()).toEqual([`disclose ${due}`]);
  const calendar = `/api/due-calendar?from=${due}&to=${due}`;
  const rows = `/api/ledger?per=duty&owes=disclose&dueFrom=${due}&dueTo=${due}`;
  type Days = { days: { counts: object }[]; late: { count: number }[] };
  const before = await get<Days>('supervisor', calendar);
  expect(before.days).toMatchObject([{ counts: { disclose: 1 } }]);
  expect(before.late.map(({ count }) => count)).toEqual([0, 0, 0, 0]);
  expect(await get('leadOffice', rows)).toMatchObject({
    total: 1,
    items: [{ id: matter.matterId, dueOn: due, units: [{ owes: 'disclose' }] }],
  });

  const link = await product.ask('leadOffice', 'POST', '/api/feed-link', { body: {} });
  const { path } = link.body as { path: string };
  expect(await fed(path)).toEqual([
    `UID:duty-${matter.leadDuty}-disclose`,
    `DTSTART;VALUE=DATE:${due.replaceAll('-', '')}`,
  ]);

  const url = `/api/assignments/${matter.leadDuty}/disclosure`;
  const body = { on: product.now().slice(0, 10), place: 'https://www.example.cn/1', reason: '' };
  const send = async (who: CastName) =>
    product.ask(who, 'POST', url, { version: (await dutyFor('supervisor')).version, body });
  expect((await send('leadHandler')).status).toBe(403);
  expect((await send('leadOffice')).status).toBe(200);
  expect((await send('leadOffice')).body).toMatchObject({ code: 'disclosure-recorded' });

  for (const who of ['leadOffice', 'leadProposer'] as const)
    expect(await dutyFor(who)).toMatchObject({
      askedAfterReply: [],
      afterReply: [{ duty: 'disclose', on: body.on, place: body.place, by: expect.stringMatching(/./) }],
    });
  expect(await tasks()).toEqual([]);
  expect(await fed(path)).toEqual([]);
  for (const who of ['leadProposer', 'coProposer'] as const)
    expect((await told(who)).filter((kind) => kind === 'disclosureRecorded')).toHaveLength(1);
  for (const who of ['leadOffice', 'otherProposer'] as const)
    expect(await told(who)).not.toContain('disclosureRecorded');
  expect((await get<Days>('supervisor', calendar)).days).toMatchObject([{ counts: {} }]);
  expect(await get('leadOffice', rows)).toMatchObject({ total: 0 });
});

test('the figures’ facts that grew with all this are those of a rebuilding', async () => {
  const { changed, grown, anew } = await rebuiltFacts(product.database);
  expect(changed).toBe(0);
  expect(anew).toEqual(grown);
  expect(grown['figure_matter']).not.toEqual([]);
}, 60_000);
