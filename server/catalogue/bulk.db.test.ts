/** The bulk path must leave what filing and assigning one by one leaves: the same rows, chains and search words. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ResolvedRow } from '#core/catalogue/compare-rows.ts';
import type { HandlingRole } from '#core/ruleset.ts';
import { type ImportCity, openImportCity } from '#test/support/import-city.ts';
import { unitFacts } from '../case/lookup.store.ts';
import { fileMatter } from '../matter/file-matter.ts';
import { firstChoices } from './choices.ts';
import { loadSessions } from './directory.views.ts';
import { consentOf, type PlannedMatter, planMatter } from './plan-matter.ts';
import { wordCutter } from './word-cutter.ts';
import { writeMatters } from './write-matters.ts';

let single: ImportCity;
let bulk: ImportCity;
beforeAll(async () => {
  single = await openImportCity({ units: 8, proposers: 8 });
  bulk = await openImportCity({ units: 8, proposers: 8 });
});
afterAll(async () => {
  await single.close();
  await bulk.close();
});

const options = { ...firstChoices.options, assign: true, responsibleLeader: '副市长甲' };

type Matter = {
  readonly caseNo: string;
  readonly title: string;
  readonly body: string;
  readonly points: readonly string[];
  readonly category: string | null;
  readonly consent: boolean | null;
  readonly inSession: boolean;
  readonly filedOn: string;
  readonly proposers: readonly number[];
  readonly units: readonly { readonly unit: number; readonly role: HandlingRole }[];
};

const someText = (maxLength: number) =>
  fc
    .string({
      unit: fc.constantFrom(...'学校公园照明，"\\\'{}\n\t=1+1〔2026〕ａＢ😀 '),
      minLength: 1,
      maxLength,
    })
    .filter((text) => text.trim() === text && text !== '');

/** Plans that fit: one sole unit, a lead with assistants, several separate units, or none yet. */
const plans = fc
  .tuple(
    fc.constantFrom<'none' | 'sole' | 'lead' | 'separate'>('none', 'sole', 'lead', 'separate'),
    fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 2, maxLength: 5 }),
  )
  .map(([kind, [first = 0, ...rest]]): Matter['units'] => {
    if (kind === 'none') return [];
    if (kind === 'sole') return [{ unit: first, role: 'sole' }];
    const role = kind === 'lead' ? 'assist' : 'separate';
    return [{ unit: first, role: kind }, ...rest.map((unit) => ({ unit, role }) as const)];
  });

let serial = 0;
const matters: fc.Arbitrary<Matter> = fc
  .record({
    title: someText(60),
    body: fc.oneof(fc.constant(''), someText(400)),
    points: fc.array(someText(80), { minLength: 1, maxLength: 4 }),
    category: fc.option(fc.constantFrom('交通', '教育')),
    consent: fc.option(fc.boolean()),
    inSession: fc.boolean(),
    filedOn: fc.constantFrom('2026-01-12', '2026-02-28', '2026-03-02'),
    proposers: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 1, maxLength: 4 }),
    units: plans,
  })
  .map((matter) => {
    serial += 1;
    return { ...matter, caseNo: `〔2026〕${serial}` };
  });

const idOf = (ids: readonly number[], index: number): number => {
  const id = ids[index];
  if (id === undefined) throw new Error(`The city has no ${index}`);
  return id;
};

const oneByOne = async (city: ImportCity, given: readonly Matter[]): Promise<void> => {
  const { actor, at, deps } = { ...city, actor: city.supervisor };
  for (const matter of given) {
    const filed = await city.write((tx) =>
      fileMatter(tx, deps.door, deps.indexer, actor, at, {
        sessionId: city.sessions.congress2,
        inSession: matter.inSession,
        caseNo: matter.caseNo,
        title: matter.title,
        body: matter.body,
        category: matter.category,
        publicConsent: consentOf(matter.consent),
        level: 'city',
        proposerType: 'individual',
        priority: false,
        filedOn: matter.filedOn,
        proposerIds: matter.proposers.map((index) => idOf(city.proposers, index)),
        points: [...matter.points],
      }),
    );
    if (!filed.ok) throw new Error(filed.refusal.code);
    if (matter.units.length === 0) continue;
    const duties = matter.units.map(({ unit, role }) => ({ unitId: idOf(city.units, unit), role }));
    const acted = await city.write((tx) =>
      deps.door.act(tx, actor, at, {
        matterId: filed.body.matterId,
        command: {
          on: 'plan',
          command: { type: 'assign', duties, responsibleLeader: options.responsibleLeader },
        },
        version: null,
        facts: () =>
          unitFacts(
            tx,
            city.j,
            duties.map(({ unitId }) => unitId),
          ),
      }),
    );
    if (!acted.ok) throw new Error(acted.refusal.code);
  }
};

const toRow = (city: ImportCity, matter: Matter): ResolvedRow => ({
  sheet: '',
  row: 1,
  lastRow: 1,
  kind: 'suggestion',
  caseNo: matter.caseNo,
  caseNoKey: matter.caseNo,
  title: matter.title,
  body: matter.body === '' ? null : matter.body,
  points: matter.points,
  session: null,
  term: 9,
  sessionNo: 2,
  inSession: matter.inSession,
  year: null,
  level: null,
  proposerType: null,
  priority: null,
  proposers: matter.proposers
    .slice(0, 1)
    .map((index) => ({ name: '', personId: String(idOf(city.proposers, index)) })),
  coSigners: matter.proposers
    .slice(1)
    .map((index) => ({ name: '', personId: String(idOf(city.proposers, index)) })),
  proposerCount: null,
  delegationOrSector: null,
  category: matter.category,
  units: matter.units.map(({ unit, role }) => ({
    unitId: String(idOf(city.units, unit)),
    name: '',
    role,
    assumed: false,
  })),
  assignedOn: null,
  dueOn: null,
  filedOn: matter.filedOn,
  phone: null,
  publicConsent: matter.consent,
  note: null,
  cells: {},
  issues: [],
});

const allAtOnce = async (city: ImportCity, given: readonly Matter[]): Promise<void> => {
  const { at, deps, j } = city;
  await city.write(async (tx) => {
    const house = await deps.door.houseOf(tx, j);
    const session = (await loadSessions(tx, j)).find(({ id }) => id === city.sessions.congress2);
    if (session === undefined) throw new Error('The city has no such session');
    const scene = { house, actor: city.supervisor, at, options, facts: await unitFacts(tx, j, city.units) };
    const planned = given.map((matter): PlannedMatter => {
      const proposerIds = matter.proposers.map((index) => idOf(city.proposers, index));
      const made = planMatter(scene, toRow(city, matter), { session, caseNo: matter.caseNo, proposerIds });
      if (!made.ok) throw new Error(made.refusal.code);
      return made.plan;
    });
    const cutter = wordCutter(planned.length);
    await writeMatters(tx, scene, planned, cutter, async () => undefined);
    await cutter.close();
  });
};

const tables = {
  matter: 'id',
  matter_text: 'matter_id',
  matter_search: 'matter_id',
  matter_key: 'matter_id, key',
  point: 'matter_id, no',
  proposer: 'matter_id, position',
  assignment: 'id',
  journal: 'stream, n',
  journal_head: 'stream',
} as const;

const content = async (city: ImportCity): Promise<Record<string, unknown>> => {
  const found: Record<string, unknown> = {};
  for (const [table, order] of Object.entries(tables)) {
    const own = table.startsWith('journal') ? "where stream like 'matter:%'" : '';
    const rows = await city.rows(`select to_jsonb(t) as row from ${table} t ${own} order by ${order}`);
    found[table] = rows.map(({ row }) => row);
  }
  return found;
};

const patience = 180_000;

test(
  'any list of matters leaves the same rows in bulk as one by one',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(matters, { minLength: 1, maxLength: 12 }), async (given) => {
        await oneByOne(single, given);
        await allAtOnce(bulk, given);
        expect(await content(bulk)).toEqual(await content(single));
      }),
      // Every run goes on with what the runs before have left, so shrinking would compare the same rows again.
      { numRuns: 8, endOnFailure: true },
    );
  },
  patience,
);

test(
  'more than one batch, with words cut in another process',
  async () => {
    const given = fc.sample(matters, { numRuns: 320, seed: 7 });
    await oneByOne(single, given);
    await allAtOnce(bulk, given);
    expect(await content(bulk)).toEqual(await content(single));
    const { n } = (await bulk.rows<{ n: string }>('select count(*) as n from matter'))[0] ?? { n: '0' };
    expect(Number(n)).toBeGreaterThanOrEqual(320);
  },
  patience,
);
