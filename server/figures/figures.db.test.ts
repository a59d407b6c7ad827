/**
 * Figures in the whole demo city: facts that grew act by act are those that a rebuilding gives; what SQL counts is what
 * the expressions mean in memory, as of several moments; every number opens to as many rows as it says.
 */
import type { ResponseOf } from '#contract/endpoint.ts';
import type {
  figureCatalogue as catalogueEndpoint,
  figureCrossTable,
  figureRows,
  figureValues,
} from '#contract/figures.ts';
import type { overview } from '#contract/see.ts';
import { figureCatalogue } from '#core/figures/catalogue.ts';
import { dimensionsFor } from '#core/figures/figure.ts';
import type { FigureSource } from '#core/figures/columns.ts';
import { measure } from '#core/figures/evaluate.ts';
import { dutiesEver } from '#core/figures/sets.ts';
import { isStoredFact, storedFacts } from '#test/support/stored-fact.ts';
import { rebuiltFacts } from '#test/support/facts-rebuilt.ts';
import { createDemoCity, type DemoStage } from '#test/support/demo-city.ts';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { houseReader } from '../case/house.store.ts';
import { openDatabase } from '../platform/db/database.ts';
import { endOfDay } from '../case/keep-facts.ts';
import { momentOf } from '../platform/moment.ts';
import { rebuildFigures } from './rebuild.ts';
import { listMeant } from './rows.views.ts';

type Values = ResponseOf<typeof figureValues>;
type Rows = ResponseOf<typeof figureRows>;
type Cross = ResponseOf<typeof figureCrossTable>;

const today = '2026-05-20';
const moments = ['2024-06-30', '2025-12-31', '2026-03-31', '2026-05-20'];
let city: DemoStage;
let owner: pg.Client;
let j: number;

const house = () => city.app.db.read(j, (tx) => houseReader()(tx, j));

beforeAll(async () => {
  city = await createDemoCity(today);
  ({ owner, jurisdictionId: j } = city);
}, 300_000);
afterAll(() => city.close());

describe('facts', () => {
  test('that grew with the acts are those that a rebuilding gives, with and without what was there', async () => {
    const { changed, grown, anew } = await rebuiltFacts(city.database);
    expect(grown['figure_matter']?.length).toBeGreaterThan(500);
    expect(changed).toBe(0);
    expect(anew).toEqual(grown);
    const db = openDatabase(city.database.appUrl, 2);
    const clock = () => momentOf(new Date(`${today}T08:00:00Z`));
    try {
      // Where nobody has noted that all are there, one matter without facts is enough: nothing is frozen of a part.
      await owner.query('delete from figure_rebuild');
      const freeze = { body: { name: '试', filters: {}, figures: ['mattersFiled'] } };
      await owner.query('delete from figure_matter where matter_id = (select max(id) from matter)');
      await expect(city.post('ducha', '/api/figures/snapshots', freeze)).rejects.toThrow('wrong-state');
      expect((await rebuildFigures(db, houseReader(), j, clock)).changed).toBe(1);
      await city.post('ducha', '/api/figures/snapshots', freeze);
    } finally {
      await db.close();
    }
  });
});

describe('what SQL counts', () => {
  test.each(moments)('is what the expressions mean in memory, as of %s', async (day) => {
    const { ruleset } = await house();
    const asOf = day === today ? `${today}T02:00:00.000Z` : endOfDay(day);
    const facts = await storedFacts(owner, asOf);
    const rowsOf = (source: FigureSource) => facts.get(source) ?? [];
    const narrowed = [
      {},
      { year: ['2025'] },
      { kind: ['proposal'], inSession: ['yes'] },
      { month: ['2026-03'] },
      { quarter: ['2025-Q2', '2025-Q3'], kind: ['suggestion'] },
      { system: ['government'], unit: ['1', '2', '3', '4', '5'] },
    ];
    const catalogue = figureCatalogue(ruleset).filter(({ variants }) =>
      variants.every(({ numerator }) => isStoredFact(numerator.source)),
    );
    const all = catalogue.flatMap((figure) => figure.variants.map((variant) => ({ figure, variant })));
    for (const filters of narrowed) {
      // A figure that a dimension cannot narrow says so when it is asked.
      const chosen = all.filter(({ variant }) => {
        const has: readonly string[] = dimensionsFor(variant);
        return Object.keys(filters).every((one) => has.includes(one));
      });
      expect(chosen.length).toBeGreaterThan(40);
      const query = new URLSearchParams({
        figures: chosen.map(({ figure, variant }) => `${figure.id}.${variant.id}`).join(','),
        asOf: day,
        ...Object.fromEntries(Object.entries(filters).map(([key, values]) => [key, values.join(',')])),
      });
      const { items } = await city.get<Values>('ducha', `/api/figures/values?${query.toString()}`);
      const expected = chosen.map(({ figure, variant }) => ({
        figure: figure.id,
        variant: variant.id,
        ...measure(variant, rowsOf, filters, { asOf, dayOf: (at) => momentOf(new Date(at)).date }),
      }));
      expect(
        items.map(({ figure, variant, numerator, denominator }) => ({
          figure,
          variant,
          numerator,
          denominator,
        })),
      ).toEqual(expected);
    }
  });

  test('is not nothing: the year that ran to its end has every kind of row', async () => {
    const names = [
      'mattersFiled.all',
      'assignments.assisting',
      'repliesIssued.all',
      'repliesIssued.later',
      'satisfactionRate',
      'faceToFaceRate',
      'publicationRate',
      'handBackRate',
    ];
    const { items } = await city.get<Values>('ducha', `/api/figures/values?figures=${names.join(',')}`);
    for (const { figure, numerator } of items) expect(numerator, figure).toBeGreaterThan(0);
  });
});

describe('the overview of the work', () => {
  type Overview = ResponseOf<typeof overview>;
  const pairs: readonly (readonly [string, (seen: Overview) => number | undefined])[] = [
    ['mattersFiled.all', ({ stages }) => stages.reduce((sum, { count }) => sum + count, 0)],
    ['mattersFiled.withdrawn', ({ stages }) => stages.find(({ key }) => key === 'withdrawn')?.count],
    ['mattersFiled.merged', ({ stages }) => stages.find(({ key }) => key === 'merged')?.count],
    ['assignments.answering', ({ answering }) => answering.count],
    ['boundaryShare.assignments', ({ boundary }) => boundary.count],
    [
      'assignments.assisting',
      ({ units }) => units.reduce((sum, { counts }) => sum + (counts['assisting'] ?? 0), 0),
    ],
    ['classShare:A.final', ({ classes }) => classes.find(({ key }) => key === 'A')?.count],
    ['classShare:B.final', ({ classes }) => classes.find(({ key }) => key === 'B')?.count],
  ];

  // Of the year that runs the demo city tells a few hours more than its clock.
  test.each(['year=2024', 'year=2025'])('says what the figures say (%s)', async (filter) => {
    const seen = await city.get<Overview>('ducha', `/api/overview?${filter}`);
    const names = pairs.map(([name]) => name).join(',');
    const { items } = await city.get<Values>('ducha', `/api/figures/values?figures=${names}&${filter}`);
    expect(items.map(({ numerator }) => numerator)).toEqual(pairs.map(([, of]) => of(seen)));
  });
});

describe('a value', () => {
  test('opens to as many rows as it says, and each names the entry of the journal that put it there', async () => {
    for (const name of [
      'satisfactionRate.outcome-first-with',
      'replyRate.all',
      'completionRate.all',
      'handBackRate.ended',
    ]) {
      const query = `figure=${name}&year=2025&asOf=2025-12-31`;
      const { items } = await city.get<Values>(
        'ducha',
        `/api/figures/values?${query.replace('figure=', 'figures=')}`,
      );
      for (const part of ['numerator', 'denominator'] as const) {
        const rows = await city.get<Rows>('ducha', `/api/figures/rows?${query}&of=${part}&limit=200`);
        expect(rows.total).toBe(items[0]?.[part]);
        const seen = [...rows.items];
        for (let next = rows.next; next !== null; ) {
          const page = await city.get<Rows>(
            'ducha',
            `/api/figures/rows?${query}&of=${part}&limit=200&cursor=${next}`,
          );
          seen.push(...page.items);
          next = page.next;
        }
        expect(seen).toHaveLength(rows.total);
        for (const row of seen) {
          expect(row.caseNo).not.toBe('');
          expect(row.journal, row.caseNo).not.toBeNull();
        }
      }
      const { numerator = 0, denominator } = items[0] ?? {};
      const rest = await city.get<Rows>('ducha', `/api/figures/rows?${query}&of=rest`);
      expect(rest.total).toBe((denominator ?? 0) - numerator);
    }
  });

  test('adds up over a cross-table where each row has one value, and is told where it has several', async () => {
    const url = '/api/figures/cross-table?figure=repliesIssued.all&rows=unit&columns=class&year=2025';
    const table = await city.get<Cross>('ducha', url);
    expect(table.mismatches).toEqual([]);
    expect(table.cells.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(table.total.numerator);
    const units = await city.get<Cross>(
      'ducha',
      '/api/figures/cross-table?figure=unitsInvolved.all&rows=category',
    );
    expect(units.mismatches).toMatchObject([{ of: 'rows', part: 'numerator', total: units.total.numerator }]);
  });

  test('of a unit is of its own duties and replies, and there is no other', async () => {
    const { figures } = await city.get<ResponseOf<typeof catalogueEndpoint>>('jiaotong', '/api/figures');
    expect(figures.map(({ id }) => id)).toContain('replyRate');
    expect(figures.map(({ id }) => id)).not.toContain('mattersFiled');
    const table = await city.get<Cross>('jiaotong', '/api/figures/cross-table?figure=assignments&rows=unit');
    expect(table.rows).toHaveLength(1);
    await expect(city.get('jiaotong', '/api/figures/values?figures=mattersFiled')).rejects.toThrow(
      'figure-unknown',
    );
    const organ = await city.get<Cross>('renda', '/api/figures/cross-table?figure=mattersFiled&rows=organ');
    expect(organ.rows).toHaveLength(1);
  });
});

describe('a row of what the reader does not see', () => {
  test('counts, and is shown without title and number', async () => {
    const url = '/api/figures/rows?figure=submissionsReceived&limit=200';
    const all = await city.get<Rows>('ducha', url);
    expect(all.items).not.toHaveLength(0);
    expect(all.items.filter(({ title, otherId }) => title !== '' || otherId !== null)).toEqual([]);
    const own = await city.get<Rows>('renda', url);
    expect(own.items).not.toHaveLength(0);
    expect(own.items.filter(({ title, otherId }) => title === '' || otherId === null)).toEqual([]);
  });

  test('so is a matter that a unit has no longer', async () => {
    const { rows } = await owner.query<{ unit: number; matter: number }>(`select a.unit_id::int as unit,
      a.matter_id::int as matter from assignment a where not a.live and not exists (select from assignment b
      where b.matter_id = a.matter_id and b.unit_id = a.unit_id and b.live) limit 1`);
    const { unit = 0, matter = 0 } = rows[0] ?? {};
    const when = { asOf: `${today}T02:00:00.000Z`, knownThen: false };
    const question = { jurisdictionId: j, reach: { kind: 'units', ids: [unit] }, filters: {}, when } as const;
    const list = (units: readonly number[] | null) =>
      city.app.db.read(j, (tx) =>
        listMeant(
          tx,
          question,
          { set: dutiesEver, without: null },
          { after: 0, limit: 1000 },
          { organs: [], units },
        ),
      );
    const [wide, narrow] = [await list(null), await list([unit])];
    const at = wide.findIndex(({ matterId }) => matterId === matter);
    expect(wide[at]?.title).not.toBe('');
    expect(narrow).toHaveLength(wide.length);
    expect(narrow[at]).toMatchObject({ matterId: null, caseNo: '', title: '', journal: null, otherId: null });
  });
});

describe('published totals', () => {
  const total = {
    figure: 'mattersFiled',
    variant: 'all',
    year: 2018,
    organId: null,
    filters: {},
    numerator: 848,
    denominator: null,
    value: null,
    source: '年度报告',
  };
  const send = (rows: readonly object[], dryRun = false) =>
    city.post<{ kept: number; problems: { row: number; code: string }[] }>(
      'ducha',
      '/api/figures/published',
      {
        body: { dryRun, rows },
      },
    );

  test('are tried first, refused where a share was divided by the wrong base, and stand only where nothing is counted', async () => {
    const wrong = {
      ...total,
      figure: 'classShare:C',
      variant: 'final',
      numerator: 53,
      denominator: 1103,
      value: '6.3',
    };
    expect(await send([total, wrong])).toMatchObject({
      kept: 0,
      problems: [{ row: 1, code: 'value-differs' }],
    });
    expect(await send([total, { ...wrong, value: '4.8' }], true)).toMatchObject({ kept: 0, problems: [] });
    expect(await send([total])).toMatchObject({ kept: 1, problems: [] });
    const { items } = await city.get<Values>(
      'ducha',
      '/api/figures/values?figures=mattersFiled&year=2025&compareYear=2018',
    );
    expect(items[0]?.compared).toMatchObject({ numerator: 848, origin: 'published', source: '年度报告' });
    const counted = await city.get<Values>('ducha', '/api/figures/values?figures=mattersFiled&year=2018');
    expect(counted.items[0]).toMatchObject({ numerator: 0, origin: 'counted' });
  });
});

describe('a day that has passed', () => {
  test('keeps the system of a unit and the delegation of a proposer, whatever they become later', async () => {
    const ask = async (name: string, day: string) =>
      (await city.get<Cross>('ducha', `/api/figures/cross-table?figure=${name}&asOf=${day}`)).rows;
    const [systems, groups] = ['assignments&rows=system', 'mattersFiled&rows=district'];
    const before = [await ask(systems, '2025-12-31'), await ask(groups, '2025-12-31')];
    const change = async (table: string, past: string, key: string, columns: string, set: string) => {
      await owner.query(`insert into ${past} (jurisdiction_id, ${key}, until, ${columns})
        select jurisdiction_id, id, '2026-02-01T00:00:00Z', ${columns} from ${table}`);
      await owner.query(`update ${table} set ${set}`);
    };
    await owner.query('begin');
    await change('unit', 'unit_past', 'unit_id', 'system, boundary', `system = 'party'`);
    await change('person', 'person_past', 'person_id', 'group_name', `group_name = '新团'`);
    await owner.query('commit');
    expect([await ask(systems, '2025-12-31'), await ask(groups, '2025-12-31')]).toEqual(before);
    expect((await ask(systems, today)).map(({ key }) => key)).toEqual(['party']);
    expect((await ask(groups, today)).map(({ key }) => key)).toEqual(['新团']);
  });
});
