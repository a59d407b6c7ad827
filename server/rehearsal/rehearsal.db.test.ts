import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResponseOf } from '#contract/endpoint.ts';
import { type getRehearsal, rehearsalFigures, type rehearsalRows } from '#contract/rehearsal.ts';
import { bringTo } from '#test/support/one-matter.ts';
import { type CastName, createProduct, type Product } from '#test/support/product.ts';
import { sql } from 'kysely';
import { housekeeping } from '../cli/housekeeping.ts';
import { momentOf } from '../platform/moment.ts';
import { runRehearsal } from './run-rehearsal.ts';

type Result = ResponseOf<typeof getRehearsal>;
type Rows = ResponseOf<typeof rehearsalRows>;

let product: Product;
let j = 0;
const clock = () => momentOf(new Date(product.now()));

beforeAll(async () => {
  product = await createProduct();
  j = product.place.jurisdictionId;
  for (const stage of ['assigned', 'handBack', 'issued', 'round2', 'closed'] as const)
    await bringTo(product, stage);
  // As if all had been assigned long ago: some were answered late, some are late today.
  await product.app.db.write(j, async (tx) => {
    await sql`update matter set assigned_on = assigned_on - 300`.execute(tx);
    await sql`update assignment set assigned_on = assigned_on - 300`.execute(tx);
    return { keep: true, value: undefined };
  });
}, 300_000);
afterAll(() => product.close());

const base = {
  name: '',
  year: 2026,
  organId: null,
  rules: { kind: 'inForce' },
  calendar: { kind: 'inForce' },
};

const start = (asked: object, who: CastName = 'supervisor') =>
  product.ask(who, 'POST', '/api/rehearsals', { body: { ...base, ...asked } });

const run = async (asked: object, who: CastName = 'supervisor'): Promise<Result> => {
  const started = await start(asked, who);
  if (started.status !== 200) throw new Error(started.text);
  const { id } = started.body as { id: number };
  await runRehearsal(product.app.db, j, id, clock);
  return (await product.ask(who, 'GET', `/api/rehearsals/${id}`)).body;
};

const rowsOf = async (id: number, query: string): Promise<Rows> =>
  (await product.ask('supervisor', 'GET', `/api/rehearsals/${id}/rows?${query}`)).body;

/** Two years for the reply: what was late because nobody answered is late no longer. */
const longReply = async () => {
  const { inForce } = (await product.ask('supervisor', 'GET', '/api/rehearsals')).body as {
    inForce: { rules: { rule: number; duty: string; amount: { unit: string } }[] };
  };
  const amounts = inForce.rules
    .filter(({ duty, amount }) => duty === 'reply' && amount.unit !== 'sessionDate')
    .map(({ rule }) => ({ rule, amount: { unit: 'month', count: 24 } }));
  return { kind: 'changed', amounts };
};

/** Every table's rows, folded to one hash, but for the tables named. */
const everything = (but: readonly string[]): Promise<Record<string, string>> =>
  product.app.db.read(j, async (tx) => {
    const { rows } = await sql<{ name: string }>`select c.relname as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and has_table_privilege(c.oid, 'select')
      order by 1`.execute(tx);
    const found: Record<string, string> = {};
    for (const { name } of rows.filter((one) => !but.includes(one.name))) {
      const all = await sql<{
        row: string;
      }>`select t::text as row from ${sql.table(name)} t order by 1`.execute(tx);
      const text = all.rows.map(({ row }) => row).join('\n');
      found[name] = createHash('sha256').update(text).digest('hex');
    }
    return found;
  });

describe('a rehearsal', () => {
  it('with the same rules and calendar changes nothing, closed matters included', async () => {
    const result = await run({});
    expect(result).toMatchObject({ state: 'done', done: 5, total: 5, today: '2026-03-02' });
    expect(result.all.duties).toBeGreaterThan(10);
    expect(result.all).toMatchObject({ newlyLate: 0, noLongerLate: 0, moved: 0 });
    expect(result.all.lateNow).toBe(result.all.lateThen);
    expect(result.proposers.duties).toBe(5);
    const closed = await rowsOf(result.id, 'figure=duties&duty=rehandle');
    expect(closed.items.length).toBeGreaterThan(0);
  });

  it('opens each figure to exactly its rows, in all, by duty and by unit', async () => {
    const result = await run({ rules: await longReply() });
    expect(result.all.noLongerLate).toBeGreaterThan(0);
    const lines = [
      { query: '', figures: result.all },
      { query: '&duty=proposer', figures: result.proposers },
      ...result.byDuty.map((one) => ({ query: `&duty=${one.duty}`, figures: one })),
      ...result.byUnit.map((one) => ({ query: `&unitId=${one.unitId}`, figures: one })),
    ];
    for (const { query, figures } of lines)
      for (const figure of rehearsalFigures) {
        const rows = await rowsOf(result.id, `figure=${figure}${query}`);
        expect([query, figure, rows.total, rows.items.length]).toEqual([
          query,
          figure,
          figures[figure],
          Math.min(50, figures[figure]),
        ]);
      }
    for (const key of rehearsalFigures) {
      expect(result.byDuty.reduce((sum, one) => sum + one[key], 0)).toBe(result.all[key]);
      expect(result.byUnit.reduce((sum, one) => sum + one[key], 0)).toBe(result.all[key]);
    }
    const gone = await rowsOf(result.id, 'figure=noLongerLate');
    for (const row of gone.items)
      expect(row).toMatchObject({
        verdictNow: 'late',
        now: { why: { rule: {} } },
        tried: { why: { rule: {} } },
      });
  });

  it('writes nothing but its own tables, and that it was started', async () => {
    const own = ['rehearsal', 'rehearsal_row', 'idempotency', 'job', 'journal', 'journal_head'];
    const journalled = () =>
      product.app.db.read(j, (tx) => tx.selectFrom('journal').select(['stream', 'command']).execute());
    const already = (await journalled()).length;
    const before = await everything(own);
    expect(Object.keys(before).length).toBeGreaterThan(20);
    await run({ rules: { kind: 'preset', preset: 'shanghai' }, calendar: { kind: 'shipped' } });
    expect(await everything(own)).toEqual(before);
    const journal = await journalled();
    expect(journal).toHaveLength(already + 1);
    expect(journal).toContainEqual({ stream: 'rehearsal', command: 'rehearsal.start' });
  });

  it('goes on where a killed worker stood, once only', async () => {
    const result = await run({});
    await runRehearsal(product.app.db, j, result.id, clock);
    const again = (await product.ask('supervisor', 'GET', `/api/rehearsals/${result.id}`)).body as Result;
    expect(again.all).toEqual(result.all);
  });

  it('that was stopped stays stopped', async () => {
    const { id } = (await start({})).body as { id: number };
    // Another office’s run is not its to stop.
    expect((await product.ask('congressOffice', 'POST', `/api/rehearsals/${id}/cancel`)).status).toBe(404);
    expect((await product.ask('supervisor', 'POST', `/api/rehearsals/${id}/cancel`)).status).toBe(204);
    await runRehearsal(product.app.db, j, id, clock);
    const found = (await product.ask('supervisor', 'GET', `/api/rehearsals/${id}`)).body as Result;
    expect(found).toMatchObject({ state: 'cancelled', done: 0, all: { duties: 0 } });
  });

  it('comes as a workbook', async () => {
    const { id } = await run({});
    const file = await product.ask('supervisor', 'GET', `/api/rehearsals/${id}/rows.xlsx?figure=duties`);
    expect(file.status).toBe(200);
    expect(String(file.headers['content-type'])).toContain('spreadsheetml');
  });
});

describe('what may be tried', () => {
  it.each([
    [{ rules: { kind: 'preset', preset: 'atlantis' } }, 'rules.preset'],
    [
      { rules: { kind: 'changed', amounts: [{ rule: 0, amount: { unit: 'workday', count: 0 } }] } },
      'deadlines[0].amount',
    ],
    [{ calendar: { kind: 'proposal', proposalId: 999 } }, 'calendar.proposalId'],
  ])('%j is refused at its field', async (asked, at) => {
    const answer = await start(asked);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body).toMatchObject({ code: 'field-invalid', at });
  });
});

describe('who sees what', () => {
  it('an organ’s office rehearses and sees its own organ’s matters only', async () => {
    expect((await start({}, 'congressOffice')).status).toBe(404);
    expect((await start({ organId: product.place.cppcc }, 'congressOffice')).status).toBe(404);
    const own = await run({ organId: product.place.congress }, 'congressOffice');
    expect(own).toMatchObject({ total: 5, organ: '试验市人民代表大会' });
    for (const path of ['', '/rows?figure=duties', '/rows.xlsx?figure=duties'])
      expect((await product.ask('cppccOffice', 'GET', `/api/rehearsals/${own.id}${path}`)).status).toBe(404);
    expect((await product.ask('cppccOffice', 'POST', `/api/rehearsals/${own.id}/cancel`)).status).toBe(404);
    const list = (await product.ask('cppccOffice', 'GET', '/api/rehearsals')).body as Record<string, unknown>;
    expect(list).toMatchObject({ items: [], years: [], mayAll: false, proposals: [] });
    expect(list['organs']).toHaveLength(1);
  });

  it('whoever administers the system finds nothing', async () => {
    const { id } = await run({});
    expect((await product.ask('systemAdmin', 'GET', `/api/rehearsals/${id}`)).status).toBe(403);
    expect((await start({}, 'systemAdmin')).status).toBe(403);
  });
});

it('a rehearsal is kept for thirty days', async () => {
  const { id } = await run({ name: '三十天' });
  const once = { signal: new AbortController().signal, last: false };
  const { run: sweep } = housekeeping(product.app.db, () => momentOf(new Date('2026-03-31T00:00:00Z')));
  await sweep({}, once);
  expect((await product.ask('supervisor', 'GET', `/api/rehearsals/${id}`)).status).toBe(200);
  const later = housekeeping(product.app.db, () => momentOf(new Date('2026-04-02T00:00:00Z')));
  await later.run({}, once);
  expect((await product.ask('supervisor', 'GET', `/api/rehearsals/${id}`)).status).toBe(404);
});
