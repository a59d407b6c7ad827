import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { getRulesetProposal } from '#contract/ruleset.ts';
import type { setupOverview } from '#contract/setup.ts';
import { presets } from '#rulesets/preset.ts';
import { bringTo } from '#test/support/one-matter.ts';
import { createProduct, type Product } from '#test/support/product.ts';
import { countMoves } from './count-moves.ts';
import { dueDatesOf } from '../case/due-dates.ts';
import { readHouse } from '../case/house.store.ts';
import { loadCases } from '../case/load-case.store.ts';
import { runRecompute } from '../case/recompute-due.ts';
import { followedClasses, openMatters, storedDates } from '../case/recompute.store.ts';
import { momentOf } from '../platform/moment.ts';

let product: Product;
let j = 0;

beforeAll(async () => {
  product = await createProduct();
  j = product.place.jurisdictionId;
  for (const stage of ['filed', 'assigned', 'signed', 'round2'] as const) await bringTo(product, stage);
}, 300_000);
afterAll(() => product.close());

/** Matters of which a stored date is another than the ruleset in force computes. */
const stale = (): Promise<readonly number[]> =>
  product.app.db.read(j, async (tx) => {
    const house = await readHouse(tx, j);
    const ids = await openMatters(tx, j, followedClasses(house.ruleset), 0, 100);
    const stored = await storedDates(tx, j, ids);
    const files = await loadCases(tx, house, j, ids);
    return files.flatMap((file) =>
      [...dueDatesOf(file)].some(([key, { date }]) => stored.get(file.matter.id)?.get(key)?.date !== date)
        ? [file.matter.id]
        : [],
    );
  });

const overview = async (): Promise<ResponseOf<typeof setupOverview>> =>
  (await product.ask('systemAdmin', 'GET', '/api/setup')).body;

type Proposal = ResponseOf<typeof getRulesetProposal>;

const clock = () => momentOf(new Date(product.now()));
const propose = async (preset: string): Promise<Proposal> =>
  (await product.ask('systemAdmin', 'POST', '/api/setup/ruleset/proposals', { body: { preset } })).body;
const proposalOf = async (id: number): Promise<Proposal> =>
  (await product.ask('systemAdmin', 'GET', `/api/setup/ruleset/proposals/${id}`)).body;
const take = (proposalId: number) =>
  product.ask('systemAdmin', 'POST', '/api/setup/ruleset', { body: { proposalId } });

it('another ruleset orders all stored dates to be computed anew, and they then follow it', async () => {
  expect(await stale()).toEqual([]);
  expect((await overview()).recompute).toBeNull();
  const proposed = await propose('shenzhen');
  const early = await take(proposed.id);
  expect([early.status, early.body]).toMatchObject([422, { code: 'calendar-not-counted' }]);
  await countMoves(product.app.db, j, proposed.id, clock);
  const foreseen = await proposalOf(proposed.id);
  expect(foreseen).toMatchObject({ preset: 'shenzhen', state: 'counted', done: 4, outdated: false });
  // Another one that was counted in the same state falls with the first that is taken.
  const other = await propose('shanghai');
  await countMoves(product.app.db, j, other.id, clock);
  expect(await stale()).toEqual([]);
  const taken = await take(proposed.id);
  expect(taken.status).toBe(200);
  expect((await take(proposed.id)).body).toMatchObject({ code: 'calendar-applied' });
  expect((await take(other.id)).body).toMatchObject({ code: 'calendar-changed' });
  expect(await proposalOf(other.id)).toMatchObject({ outdated: true });
  const { recomputeId } = taken.body as { recomputeId: number };
  expect((await stale()).length).toBeGreaterThan(0);
  const order = (await overview()).recompute;
  expect(order).toMatchObject({ id: recomputeId, reason: 'ruleset', state: 'running', done: 0, total: 4 });
  await runRecompute(product.app.db, j, recomputeId, clock);
  expect(await stale()).toEqual([]);
  const done = (await overview()).recompute;
  expect(done).toMatchObject({ state: 'done', done: 4 });
  // What was foreseen came to pass; windows for handing back are foreseen, and stored nowhere.
  const windows = foreseen.duties.find(({ duty }) => duty === 'handBack');
  expect(done?.movedMatters).toBe(foreseen.movedMatters);
  expect(done?.movedDuties).toBe(
    foreseen.movedDuties - (windows === undefined ? 0 : windows.sooner + windows.later + windows.other),
  );
  expect((done?.movedMatters ?? 0) + (done?.movedDuties ?? 0)).toBeGreaterThan(0);
});

it('the list with its matters is for the supervising office, as that of the calendar is; the administrator has counts', async () => {
  const { id } = await propose('national');
  await countMoves(product.app.db, j, id, clock);
  const counts = await proposalOf(id);
  expect(counts.movedMatters + counts.movedDuties).toBeGreaterThan(0);
  expect(JSON.stringify(counts)).not.toContain('caseNo');
  const list = `/api/calendar/proposals/${id}`;
  const moves = (await product.ask('supervisor', 'GET', `${list}/moves`)).body;
  expect(moves).toMatchObject({ total: counts.movedMatters + counts.movedDuties });
  expect((await product.ask('supervisor', 'GET', list)).body).toMatchObject({
    preset: presets.national.name,
    year: null,
    versionId: null,
  });
  expect((await product.ask('supervisor', 'GET', `${list}/moves.xlsx`)).status).toBe(200);
  expect((await product.ask('systemAdmin', 'GET', `${list}/moves`)).status).toBe(403);
  expect((await product.ask('supervisor', 'POST', `${list}/apply`, { body: { note: '不' } })).status).toBe(
    404,
  );
  expect((await product.ask('supervisor', 'GET', `/api/setup/ruleset/proposals/${id}`)).status).toBe(403);
});

it('rules that follow up what the rules before did not list it on closed matters first, and ask for it then', async () => {
  const { leadDuty, replyId } = await bringTo(product, 'closed');
  const promised = '正在解决';
  await product.app.db.write(j, async (tx) => {
    await sql`update reply set result_class = ${promised},
      content = content || jsonb_build_object('resultClass', ${promised}::text) where id = ${replyId}`.execute(
      tx,
    );
    await sql`update assignment set result_class = ${promised} where id = ${leadDuty}`.execute(tx);
    return { keep: true, value: undefined };
  });
  const followUpOf = () =>
    product.app.db.read(j, (tx) =>
      tx
        .selectFrom('assignment')
        .select('follow_up_due_on as on')
        .where('id', '=', leadDuty)
        .executeTakeFirst(),
    );
  const { id } = await propose('shanghai');
  await countMoves(product.app.db, j, id, clock);
  const foreseen = await proposalOf(id);
  expect(foreseen.duties).toContainEqual({ duty: 'followUp', sooner: 0, later: 0, other: 1 });
  expect(foreseen.done).toBe(foreseen.total);
  expect(await followUpOf()).toEqual({ on: null });
  const { recomputeId } = (await take(id)).body as { recomputeId: number };
  await runRecompute(product.app.db, j, recomputeId, clock);
  const asked = await followUpOf();
  expect(asked?.on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect((await overview()).recompute).toMatchObject({ state: 'done', done: foreseen.total });
});

it('a preset that there is not orders nothing', async () => {
  const before = (await overview()).recompute;
  const proposed = await product.ask('systemAdmin', 'POST', '/api/setup/ruleset/proposals', {
    body: { preset: 'atlantis' },
  });
  expect((await take(9_999)).status).toBe(404);
  expect(proposed.body).toMatchObject({ code: 'field-invalid', at: 'preset' });
  expect(Object.keys(presets)).not.toContain('atlantis');
  expect((await overview()).recompute).toEqual(before);
});
