/**
 * Three ways to count must say the same: the expressions in memory (core), SQL, and the copy of the facts in the server's
 * memory. Every figure of the demo city by random filters, dimensions and moments.
 */
import { type Dimension, type FigureSource, noValue } from '#core/figures/columns.ts';
import { measure } from '#core/figures/evaluate.ts';
import type { FactRow, Filters } from '#core/figures/expression.ts';
import { dimensionsFor, type Variant } from '#core/figures/figure.ts';
import { anchorOf, isPeriod, variantInPeriod } from '#core/figures/in-period.ts';
import { type StoredFacts, storedFacts } from '#test/support/stored-fact.ts';
import { type CountingStage, countingStage } from '#test/support/counting-stage.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endOfDay } from '../case/keep-facts.ts';
import type { KyselyPlugin } from 'kysely';
import type { Db, Tx } from '../platform/db/database.ts';
import { countMoves, listMoves } from './moves.views.ts';
import { momentOf } from '../platform/moment.ts';
import { countMany, countVariants, crossVariant } from './count.views.ts';
import type { FactMemory } from './memory/fact-memory.ts';

const today = '2026-05-20';
const days = ['2024-06-30', '2025-03-31', '2025-12-31', '2026-03-31', today];
let stage: CountingStage;
let db: Db;
let j: number;
let variants: readonly Variant[];
let beside: readonly Variant[];
let memory: FactMemory;
let questionOf: CountingStage['questionOf'];
/** The rows of each day, in the shape of the core. */
const known = new Map<string, StoredFacts>();

beforeAll(async () => {
  stage = await countingStage(today);
  ({ db, j, variants, beside, memory, questionOf } = stage);
  for (const day of days) known.set(day, await storedFacts(stage.owner, endOfDay(day)));
}, 300_000);
afterAll(() => stage.close());

const rowsOn = (day: string) => (source: FigureSource) => known.get(day)?.get(source) ?? [];
const whenOf = (day: string) => ({
  asOf: endOfDay(day),
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
