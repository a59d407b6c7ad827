/**
 * Three ways to count must say the same: the expressions in memory (core), SQL, and the copy of the facts in the server's
 * memory. Every figure of the demo city by random filters, dimensions and moments; and the copy after acts.
 */
import { figureCatalogue } from '#core/figures/catalogue.ts';
import { type Dimension, type FigureSource, noValue } from '#core/figures/columns.ts';
import { measure } from '#core/figures/evaluate.ts';
import type { FactRow, Filters } from '#core/figures/expression.ts';
import { dimensionsFor, type Variant } from '#core/figures/figure.ts';
import { anchorOf, isPeriod, variantInPeriod } from '#core/figures/in-period.ts';
import { isStoredFact, type StoredFacts, storedFacts } from '#test/support/stored-fact.ts';
import { createDemoCity, type DemoStage } from '#test/support/demo-city.ts';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { houseReader } from '../case/house.store.ts';
import { endOfDay } from '../case/keep-facts.ts';
import type { KyselyPlugin } from 'kysely';
import type { Db, Tx } from '../platform/db/database.ts';
import { countMoves, listMoves } from './moves.views.ts';
import { momentOf } from '../platform/moment.ts';
import { countMany, countVariants, crossVariant, type Question } from './count.views.ts';
import { type FactMemory, openFactMemory } from './memory/fact-memory.ts';
import { crossScan } from './memory/scan.ts';

const today = '2026-05-20';
const days = ['2024-06-30', '2025-03-31', '2025-12-31', '2026-03-31', today];
let city: DemoStage;
let owner: pg.Client;
let db: Db;
let j: number;
let variants: readonly Variant[];
/** What is counted beside matters. */
let beside: readonly Variant[];
let memory: FactMemory;
/** The rows of each day, in the shape of the core. */
const known = new Map<string, StoredFacts>();

const asOfDay = (day: string): string => endOfDay(day);

beforeAll(async () => {
  city = await createDemoCity(today);
  owner = new pg.Client({ connectionString: city.database.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ id: string }>('select id from jurisdiction');
  j = Number(rows[0]?.id);
  db = city.app.db;
  const { ruleset } = await db.read(j, (tx) => houseReader()(tx, j));
  const all = figureCatalogue(ruleset).flatMap((figure) => figure.variants);
  variants = all.filter(({ numerator, denominator }) =>
    [numerator, denominator ?? numerator].every(({ source }) => isStoredFact(source)),
  );
  beside = all.filter(({ numerator }) => !isStoredFact(numerator.source));
  for (const day of days) known.set(day, await storedFacts(owner, asOfDay(day)));
  memory = openFactMemory(db, { leastRows: 0, mostBytes: 1_000_000_000 });
  // The first question begins the reading.
  await db.read(j, (tx) => countVariants(tx, questionOf(today, {}, memory), variants.slice(0, 1)));
  await memory.settled();
}, 300_000);
afterAll(async () => {
  await owner.end();
  await city.close();
});

const questionOf = (day: string, filters: Filters, from?: FactMemory): Question => ({
  jurisdictionId: j,
  reach: { kind: 'all' },
  filters,
  when: { asOf: asOfDay(day), knownThen: false },
  ...(from === undefined ? {} : { memory: from }),
});

const rowsOn = (day: string) => (source: FigureSource) => known.get(day)?.get(source) ?? [];
const whenOf = (day: string) => ({
  asOf: asOfDay(day),
  dayOf: (at: string) => momentOf(new Date(at)).date,
});

/** Each value that rows of the variant have in a dimension. */
const valuesOn = (day: string, variant: Variant, dimension: Dimension): readonly string[] => [
  ...new Set(
    [variant.numerator, variant.denominator ?? variant.numerator].flatMap((set) =>
      rowsOn(day)(set.source).map((row) => valueIn(row, dimension, anchorOf(set))),
    ),
  ),
];

/** What a row is in a dimension; its month and quarter are those in China of the date that places it in time. */
const valueIn = ({ dimensions, dates }: FactRow, dimension: Dimension, anchor: string): string => {
  if (!isPeriod(dimension)) return dimensions[dimension] ?? noValue;
  const at = dates[anchor] ?? null;
  if (at === null) return noValue;
  const { date } = momentOf(new Date(at));
  return dimension === 'month'
    ? date.slice(0, 7)
    : `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
};

const variantAt = (index: number): Variant => {
  const found = variants[index % variants.length];
  if (found === undefined) throw new Error('No figure');
  return found;
};

type Drawn = { variant: Variant; day: string; filters: Filters; rows: Dimension; columns: Dimension | null };

const drawn: fc.Arbitrary<(picks: readonly number[]) => Drawn> = fc.constant((picks) => {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = picks;
  const variant = variantAt(a);
  const day = days[b % days.length] ?? today;
  const has = dimensionsFor(variant);
  const at = (index: number): Dimension => has[index % has.length] ?? 'year';
  const narrowing = at(c);
  const values = valuesOn(day, variant, narrowing);
  const some = values.filter((_, index) => (index + d) % 3 === 0);
  const filters: Filters = e % 3 === 0 || some.length === 0 ? {} : { [narrowing]: some };
  const rows = f % 4 === 0 ? (['month', 'quarter'] as const)[d % 2] : undefined;
  return { variant, day, filters, rows: rows ?? at(f), columns: g % 4 === 0 ? null : at(g) };
});
const question = fc
  .tuple(drawn, fc.array(fc.nat({ max: 10_000 }), { minLength: 7, maxLength: 7 }))
  .map(([make, picks]) => ({ make, picks }));

/** The same table from the rows: those of each cell measured by themselves. */
const crossed = ({ variant, day, filters, rows, columns }: Drawn) => {
  type Heaps = ReadonlyMap<string, readonly FactRow[]>;
  const heapsIn = ({ source, anchor }: { source: FigureSource; anchor: string }): Heaps => {
    const heaps = new Map<string, FactRow[]>();
    for (const row of rowsOn(day)(source)) {
      const [a, b] = [rows, columns].map((one) => (one === null ? null : valueIn(row, one, anchor)));
      for (const key of new Set(
        [
          [a, b],
          [a, null],
          [null, b],
          [null, null],
        ].map((one) => JSON.stringify(one)),
      )) {
        const heap = heaps.get(key) ?? [];
        heap.push(row);
        heaps.set(key, heap);
      }
    }
    return heaps;
  };
  // Of one kind of row the numerator's date places both.
  const { numerator, denominator } = variant;
  const sets =
    denominator === null || denominator.source === numerator.source ? [numerator] : [numerator, denominator];
  const heaps = new Map(
    sets.map((set) => [set.source, heapsIn({ source: set.source, anchor: anchorOf(set) })]),
  );
  const keys = new Set([...heaps.values()].flatMap((one) => [...one.keys()]));
  return [...keys].flatMap((key) => {
    const [row = null, column = null] = JSON.parse(key) as (string | null)[];
    const measured = measure(variant, (source) => heaps.get(source)?.get(key) ?? [], filters, whenOf(day));
    return measured.numerator === 0 && (measured.denominator ?? 0) === 0
      ? []
      : [{ row, column, ...measured }];
  });
};

const inOrder = <T extends { row: string | null; column: string | null }>(
  cells: readonly T[],
): readonly T[] =>
  [...cells].sort((a, b) => (JSON.stringify([a.row, a.column]) < JSON.stringify([b.row, b.column]) ? -1 : 1));

describe('SQL and the copy in memory', () => {
  test('cross figures as the expressions mean it, distinct units and what follows from units included', async () => {
    await fc.assert(
      fc.asyncProperty(question, async ({ make, picks }) => {
        const asked = make(picks);
        const { variant, day, filters, rows, columns } = asked;
        const expected = inOrder(crossed(asked));
        for (const from of [undefined, memory]) {
          const cells = await db.read(j, (tx) =>
            crossVariant(tx, questionOf(day, filters, from), variantInPeriod(variant, filters), {
              rows,
              columns,
            }),
          );
          const seen = cells.filter(({ numerator, denominator }) => numerator > 0 || (denominator ?? 0) > 0);
          expect(inOrder(seen)).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('count all figures together as each by itself, narrowed apart or not', async () => {
    const narrowings: readonly Filters[] = [
      {},
      { kind: ['proposal'] },
      { year: ['2025'], priority: ['yes'] },
      { month: ['2026-03', noValue] },
      { quarter: ['2025-Q2', '2025-Q3'], kind: ['suggestion'] },
    ];
    for (const day of days) {
      const expected = narrowings.map((filters) =>
        variants.map((one) => measure(one, rowsOn(day), filters, whenOf(day))),
      );
      for (const from of [undefined, memory]) {
        const counted = await db.read(j, (tx) =>
          countMany(
            tx,
            narrowings.map((filters) => ({
              question: questionOf(day, filters, from),
              variants: variants.map((one) => variantInPeriod(one, filters)),
            })),
          ),
        );
        expect(
          counted.map((list) => list.map(({ numerator, denominator }) => ({ numerator, denominator }))),
        ).toEqual(expected);
      }
    }
  });

  test('say the same of what was entered later, of what was known then, and within a reach', async () => {
    for (const reach of [
      { kind: 'organs', ids: [1] },
      { kind: 'units', ids: [2, 3, 5, 8] },
    ] as const)
      for (const knownThen of [true, false])
        for (const day of days) {
          const ask = (from?: FactMemory) =>
            db.read(j, (tx) => {
              const base = questionOf(day, {}, from);
              return countVariants(tx, { ...base, reach, when: { ...base.when, knownThen } }, [
                ...variants,
                ...beside,
              ]);
            });
          expect(await ask(memory)).toEqual(await ask());
        }
  });
});

/** SQL and the copy, of what has no facts of its own: its tables are few rows in a demo city, and dated as they are. */
describe('beside matters, SQL and the copy in memory', () => {
  test('say the same of every figure, crossed by each of its dimensions, and of what moved', async () => {
    const sources = new Set<FigureSource>();
    const narrowings: { filters: Filters; variant: Variant }[] = [];
    for (const variant of beside) {
      const has = dimensionsFor(variant);
      for (const [index, rows] of has.entries()) {
        const day = days[index % days.length] ?? today;
        const columns = has[(index + 3) % has.length] ?? null;
        const ask = (from?: FactMemory) =>
          db.read(j, (tx) => crossVariant(tx, questionOf(day, {}, from), variant, { rows, columns }));
        const [bySql, inMemory] = [await ask(), await ask(memory)];
        expect(inOrder(inMemory)).toEqual(inOrder(bySql));
        if (bySql.some(({ row, numerator }) => row !== null && numerator > 0))
          sources.add(variant.numerator.source);
        const values = bySql.flatMap(({ row }) => (row === null ? [] : [row]));
        const some = values.filter((value, at) => value === noValue || (at + index) % 2 === 0);
        narrowings.push({ filters: { [rows]: [...new Set(some)] }, variant });
      }
    }
    for (const { filters, variant } of narrowings) {
      const own = variantInPeriod(variant, filters);
      const then = questionOf('2025-12-31', filters);
      const ask = (from?: FactMemory) =>
        db.read(j, async (tx) => ({
          counted: await countVariants(tx, questionOf(today, filters, from), [own]),
          moved: await listMoves(tx, then, questionOf(today, filters, from), own.numerator, {
            after: 0,
            limit: 1000,
          }),
        }));
      expect(await ask(memory), JSON.stringify(filters)).toEqual(await ask());
    }
    expect([...sources].sort()).toEqual(['act', 'notice', 'opinion', 'submission', 'urge']);
    const groups = beside.map(({ numerator, denominator }) => [numerator, denominator ?? numerator]);
    const moves = (from?: FactMemory) =>
      db.read(j, (tx) => countMoves(tx, questionOf('2025-03-31', {}), questionOf(today, {}, from), groups));
    const bySql = await moves();
    expect(await moves(memory)).toEqual(bySql);
    expect(bySql.filter(({ came }) => came > 0).length).toBeGreaterThan(5);
  });
});

describe('what moved between two moments', () => {
  test('of all figures in a few passes is what each set alone says, page by page', async () => {
    const [then, now] = [questionOf('2025-12-31', {}), questionOf(today, {})];
    const sets = variants.flatMap(({ numerator, denominator }) => [numerator, denominator ?? numerator]);
    let queries = 0;
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => {
        queries += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    };
    const both = variants.filter(({ denominator }) => denominator !== null);
    const groups = [
      ...sets.map((set) => [set]),
      ...both.map(({ numerator, denominator }) => [numerator, denominator ?? numerator]),
    ];
    const found = await db.read(j, (tx) => countMoves(tx.withPlugin(counting) as Tx, then, now, groups));
    const counted = new Map(sets.map((set, index) => [set, found[index] ?? { came: 0, left: 0 }]));
    const ofCopy = { ...now, memory };
    expect(await db.read(j, (tx) => countMoves(tx, then, ofCopy, groups))).toEqual(found);
    expect(sets.length).toBeGreaterThan(100);
    expect(queries).toBeLessThan(12);
    const came = [...counted.values()].filter((one) => one.came > 0);
    const left = [...counted.values()].filter((one) => one.left > 0);
    expect(came.length).toBeGreaterThan(20);
    expect(left.length).toBeGreaterThan(3);
    await db.read(j, async (tx) => {
      for (const set of new Set(sets.filter((_, index) => index % 9 === 0))) {
        const alone = await listMoves(tx, then, now, set, { after: 0, limit: 10_000 });
        expect(alone.total).toBe(alone.moves.length);
        const movedAs = (how: string) => alone.moves.filter(({ moved }) => moved === how).length;
        expect(counted.get(set)).toEqual({ came: movedAs('came'), left: movedAs('left') });
        const half = Math.ceil(alone.total / 2);
        if (half === 0) continue;
        const first = await listMoves(tx, then, now, set, { after: 0, limit: half });
        const after = first.moves.at(-1)?.key ?? 0;
        const rest = await listMoves(tx, then, now, set, { after, limit: half });
        expect([...first.moves, ...rest.moves]).toEqual(alone.moves);
        expect(rest.total).toBe(alone.total);
        expect(await listMoves(tx, then, ofCopy, set, { after, limit: half })).toEqual(rest);
      }
      // What came into both numerator and denominator is one row that moved, not two.
      let once = 0;
      for (const [index, { numerator, denominator }] of both.entries()) {
        if (index % 9 !== 0 || denominator === null) continue;
        const parts = await Promise.all(
          [numerator, denominator].map((set) => listMoves(tx, then, now, set, { after: 0, limit: 10_000 })),
        );
        const keys = parts.flatMap(({ moves }, part) =>
          moves
            .filter(({ moved }) => moved === 'came')
            .map(({ key }) => (numerator.source === denominator.source ? `${key}` : `${part} ${key}`)),
        );
        const { came } = found[sets.length + index] ?? { came: -1 };
        expect(came).toBe(new Set(keys).size);
        if (came < keys.length) once += 1;
      }
      expect(once).toBeGreaterThan(1);
    });
  });
});

describe('the copy in memory', () => {
  const standingMatters = (from?: FactMemory) =>
    db.read(j, (tx) => countVariants(tx, questionOf(today, {}, from), variants));
  const touch = (table: string, change: string): Promise<unknown> =>
    owner.query(`with touched as (update ${table} set ${change} where matter_id in (select max(matter_id) from ${table})
        returning jurisdiction_id, matter_id)
      insert into figure_change select jurisdiction_id, matter_id, pg_current_xact_id() from touched limit 1
      on conflict (jurisdiction_id, matter_id) do update set tx = excluded.tx`);

  test('is asked at all', async () => {
    const asked = await db.read(j, (tx) =>
      memory.scan(tx, questionOf(today, {}), 'matter', [], ({ table }) => table.size),
    );
    expect(asked).toBeGreaterThan(500);
    for (const source of new Set(beside.map(({ numerator }) => numerator.source))) {
      const kept = await db.read(j, (tx) =>
        memory.scan(tx, questionOf(today, {}), source, [], ({ table }) => table.size),
      );
      expect(kept, source).toBeGreaterThan(0);
    }
    // Months too, so that what agrees above was not SQL twice.
    const [filed] = variants;
    const byMonth = await db.read(j, (tx) =>
      memory.scan(tx, questionOf(today, {}), 'matter', ['month'], (scan) =>
        filed === undefined ? null : crossScan(scan, { rows: 'month', columns: null }, [filed.numerator]),
      ),
    );
    expect(byMonth?.length).toBeGreaterThan(5);
  });

  test('counts what was written before the question, and nothing that is not committed', async () => {
    const before = await standingMatters(memory);
    await owner.query('begin');
    await touch('figure_matter', `withdrawn_at = '2024-01-01'`);
    expect(await standingMatters(memory)).toEqual(before);
    await owner.query('commit');
    const after = await standingMatters(memory);
    expect(after).not.toEqual(before);
    expect(after).toEqual(await standingMatters());
  });

  test('counts what was written beside matters as soon as it is committed', async () => {
    const ask = (from?: FactMemory) =>
      db.read(j, (tx) => countVariants(tx, questionOf(today, {}, from), beside));
    for (const change of [
      `update supervision_act set amount = amount + 3, people = people + 5 where id = (select min(id) from supervision_act where struck_at is null)`,
      `update submission set withdrawn_at = submitted_at where id = (select min(id) from submission where submitted_at is not null and withdrawn_at is null)`,
      `update session_opinion set left_out = tstzmultirange(tstzrange(received_at, null)) where id = (select min(id) from session_opinion where left_out = '{}')`,
      `update urge_slip set taken_back_at = issued_at where id = (select min(id) from urge_slip where taken_back_at is null)`,
      `update supervision_notice_step set type = 'noticeCancelled' where id = (select min(id) from supervision_notice_step where type <> 'noticeCancelled')`,
    ]) {
      const before = await ask(memory);
      await owner.query('begin');
      await owner.query(change);
      expect(await ask(memory), change).toEqual(before);
      await owner.query('commit');
      const after = await ask(memory);
      expect(after, change).not.toEqual(before);
      expect(after, change).toEqual(await ask());
    }
    // Of several kinds at once more than are read one by one, and of each kind fewer.
    const copies = (table: string, kept: string, more: string): Promise<unknown> =>
      owner.query(`insert into ${table} overriding system value
        select made.* from (select * from ${table} where ${kept} order by id limit 1) a, generate_series(1, 3000) n,
          jsonb_populate_record(null::${table}, to_jsonb(a) || jsonb_build_object('id', 1000000 + n) || ${more}) made`);
    await copies('supervision_act', 'struck_at is null', `'{}'`);
    await copies('submission', 'submitted_at is not null', `jsonb_build_object('flow_no', 'T' || n)`);
    const many = await ask(memory);
    expect(many).toEqual(await ask());
    await memory.settled();
    expect(await ask(memory)).toEqual(many);
  });

  test('leaves a transaction that has written facts itself to SQL', async () => {
    const counted = await db.write(j, async (tx) => {
      const base = questionOf(today, {}, memory);
      await tx.deleteFrom('figure_matter').where('jurisdiction_id', '=', j).execute();
      await tx
        .insertInto('figure_change')
        .columns(['jurisdiction_id', 'matter_id', 'tx'])
        .expression((eb) =>
          eb
            .selectFrom('matter')
            .select((one) => ['jurisdiction_id', 'id', one.fn<string>('pg_current_xact_id', []).as('tx')])
            .limit(1),
        )
        .onConflict((on) =>
          on.columns(['jurisdiction_id', 'matter_id']).doUpdateSet((eb) => ({ tx: eb.ref('excluded.tx') })),
        )
        .execute();
      return { keep: false, value: await countVariants(tx, base, variants.slice(0, 1)) };
    });
    expect(counted[0]?.numerator).toBe(0);
    expect(await standingMatters(memory)).toEqual(await standingMatters());
  });

  test('reckons days of summers with summer time as SQL does: eight hours ahead, as the ends of days are kept', async () => {
    await touch('figure_matter', `filed_at = '${endOfDay('1988-06-30')}'`);
    const filed = variants.slice(0, 1).map(({ numerator }) => ({ numerator, denominator: null }));
    for (const from of [undefined, memory])
      for (const [month, many] of [
        ['1988-06', 1],
        ['1988-07', 0],
      ] as const) {
        const narrowed = filed.map((one) =>
          variantInPeriod({ id: '', name: { zh: '', en: '' }, ...one }, { month: [month] }),
        );
        const [counted] = await db.read(j, (tx) =>
          countVariants(tx, questionOf(today, { month: [month] }, from), narrowed),
        );
        expect(counted?.numerator).toBe(many);
      }
  });

  test('is given up where a city needs more room than there is', async () => {
    const narrow = openFactMemory(db, { leastRows: 0, mostBytes: 1000 });
    expect(await standingMatters(narrow)).toEqual(await standingMatters());
    await narrow.settled();
    const asked = await db.read(j, (tx) =>
      narrow.scan(tx, questionOf(today, {}), 'matter', [], ({ table }) => table.size),
    );
    expect(asked).toBeNull();
  });
});
