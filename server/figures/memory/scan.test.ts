/** Columns in memory against the meaning of the expressions, over made-up rows: more than one block of them. */
import { figureCatalogue } from '#core/figures/catalogue.ts';
import { measure } from '#core/figures/evaluate.ts';
import type { AnySet, FactRow } from '#core/figures/expression.ts';
import { dayInChina } from '#test/support/fact-rows.ts';
import { national } from '#rulesets/national.ts';
import { describe, expect, test } from 'vitest';
import { emptyColumns, type FactColumns, microsOf } from './fact-columns.ts';
import type { Accessor } from './plan.ts';
import { countMoveScan, listMoveScan } from './move-scan.ts';
import { countScan, crossScan, type Scan } from './scan.ts';

/** More than one block. */
const many = 5_000;
const names = [
  'assigned',
  'signDue',
  'signed',
  'contacted',
  'met',
  'visited',
  'due',
  'done',
  'handBackAsked',
  'extensionAsked',
  'extended',
  'extensionRefused',
  'ended',
  'gone',
];
const roles = ['sole', 'lead', 'separate', 'assist'];
const never = 9e18;
const day = (n: number): string => new Date(Date.UTC(2025, 0, 1) + n * 86_400_000).toISOString();
/** Numbers that look drawn and are the same in every run. */
const draw = (row: number, salt: number, below: number): number =>
  Math.floor((Math.abs(Math.sin(row * 12.9898 + salt * 78.233)) * 43_758.5453) % below);

const facts: readonly FactRow[] = Array.from({ length: many }, (_, row) => ({
  dimensions: {
    unit: String(1 + draw(row, 1, 9)),
    role: roles[draw(row, 2, 4)] ?? 'sole',
    system: draw(row, 1, 9) % 2 === 0 ? 'party' : 'government',
    boundary: 'no',
  },
  flags: {},
  numbers: {},
  dates: Object.fromEntries(
    names.map((name, at) => [name, draw(row, 3 + at, 5) === 0 ? null : day(draw(row, 20 + at, 300))]),
  ),
}));

const listOf = (valueOf: (row: FactRow) => string): Accessor => {
  const values: (string | null)[] = [null, ...new Set(facts.map(valueOf))];
  const codes = Int32Array.from(facts, (row) => values.indexOf(valueOf(row)));
  return {
    column: { codes, values, numberOf: new Map() },
    since: null,
    valueOf: (stored) => stored ?? 'none',
  };
};
const accessors = new Map(
  (['unit', 'role', 'system', 'boundary'] as const).map((one) => [
    one as string,
    listOf(({ dimensions }) => dimensions[one] ?? 'none'),
  ]),
);

const table: FactColumns = {
  ...emptyColumns(),
  size: many,
  owner: Float64Array.from({ length: many }, (_, index) => index + 1),
  from: new Float64Array(many).fill(-never),
  to: new Float64Array(many).fill(never),
  recorded: new Float64Array(many),
  dates: new Map(
    names.map((name) => [
      name,
      Float64Array.from(facts, ({ dates }) => (dates[name] == null ? never : microsOf(dates[name]))),
    ]),
  ),
};

const scanAt = (asOf: string): Scan => ({
  table,
  accessorOf: (dimension) => {
    const found = accessors.get(dimension);
    if (found === undefined) throw new Error(dimension);
    return found;
  },
  asOf: microsOf(asOf),
  knownBy: Number.POSITIVE_INFINITY,
  narrowings: [],
});

const variants = figureCatalogue(national)
  .flatMap((figure) => figure.variants)
  .filter(({ numerator, denominator }) =>
    [numerator, denominator ?? numerator].every(({ source }) => source === 'duty'),
  );

/** Rows of each system and role, picked once for all figures. */
const heaps = new Map<string, readonly FactRow[]>();
const rowsOf = (system: string | null, role: string | null): readonly FactRow[] => {
  const key = `${system} ${role}`;
  const found =
    heaps.get(key) ??
    facts.filter(
      ({ dimensions: one }) =>
        (system === null || one.system === system) && (role === null || one.role === role),
    );
  heaps.set(key, found);
  return found;
};

const daysInChina = new Map(
  facts.flatMap(({ dates }) =>
    Object.values(dates).flatMap((at) => (at === null ? [] : [[at, dayInChina(at)] as const])),
  ),
);

test.each([day(60), day(200), day(400)])(
  'every figure of duties is what it means, whole and crossed, as of %s',
  (asOf) => {
    const when = { asOf, dayOf: (at: string) => daysInChina.get(at) ?? dayInChina(at) };
    const quarters = new Set<string | null>();
    expect(variants.length).toBeGreaterThan(10);
    for (const variant of variants) {
      const { numerator, denominator } = variant;
      const sets = [numerator, denominator ?? numerator];
      const whole = measure(variant, () => facts, {}, when);
      expect(
        countScan(
          scanAt(asOf),
          sets.map((set) => ({ set, later: false })),
        ),
      ).toEqual([whole.numerator, whole.denominator ?? whole.numerator]);
      const cells = crossScan(scanAt(asOf), { rows: 'system', columns: 'role' }, sets) ?? [];
      expect(cells.length).toBeGreaterThan(3);
      for (const { row, column, counts } of cells) {
        const cell = measure(variant, () => rowsOf(row, column), {}, when);
        expect(counts).toEqual([cell.numerator, cell.denominator ?? cell.numerator]);
      }
      // A quarter in a table is what the same figure narrowed to that quarter says; "no date" and dates ahead included.
      for (const { row, counts } of crossScan(scanAt(asOf), { rows: 'quarter', columns: null }, sets) ?? []) {
        const cell = measure(variant, () => facts, row === null ? {} : { quarter: [row] }, when);
        expect(counts).toEqual([cell.numerator, cell.denominator ?? cell.numerator]);
        quarters.add(row);
      }
    }
    expect(quarters).toContain('none');
    expect(quarters).toContain('2025-Q4');
  },
);

describe('what moved', () => {
  const turn = microsOf(day(180));
  /** Each third pair of rows is one row with two versions; the others have one version each. */
  const isPair = (index: number): boolean => index % 6 < 2 && index + 1 < many;
  const versioned: FactColumns = {
    ...table,
    key: Float64Array.from({ length: many }, (_, index) => (isPair(index) ? index - (index % 2) : index) + 1),
    from: Float64Array.from({ length: many }, (_, index) =>
      isPair(index) && index % 2 === 1 ? turn : -never,
    ),
    to: Float64Array.from({ length: many }, (_, index) => (isPair(index) && index % 2 === 0 ? turn : never)),
    recorded: Float64Array.from({ length: many }, (_, index) => (index % 11 === 0 ? turn + 1 : 0)),
  };
  const at = (asOf: string, more: Partial<Scan> = {}): Scan => ({
    ...scanAt(asOf),
    table: versioned,
    ...more,
  });
  const narrow = { narrowings: [{ dimension: 'role', values: ['sole', 'lead'] }] } as const;

  test.each([
    ['known at either', day(100), day(300), {}, {}],
    ['narrowed', day(100), day(300), narrow, narrow],
    ['backwards, and what was entered later left out of the one', day(300), day(60), {}, { knownBy: turn }],
    ['at one moment', day(200), day(200), {}, {}],
  ] as const)('%s is the difference of two sets of rows', (_, before, after, ofThen, ofNow) => {
    const scans = [at(before, ofThen), at(after, ofNow)] as const;
    const [then, now] = scans;
    /** Keys of the rows in a set at one of the moments, from the facts as they mean it. */
    const keysIn = (set: AnySet, { asOf, knownBy, narrowings }: Scan, moment: string): ReadonlySet<number> =>
      new Set(
        facts.flatMap((fact, index) => {
          const [from, to, recorded] = [versioned.from, versioned.to, versioned.recorded].map(
            (column) => column[index] ?? 0,
          ) as [number, number, number];
          const stands = from <= asOf && to > asOf && recorded <= knownBy;
          const fits = narrowings.every(({ dimension, values }) =>
            values.includes(fact.dimensions[dimension] ?? 'none'),
          );
          const when = { asOf: moment, dayOf: (one: string) => daysInChina.get(one) ?? dayInChina(one) };
          const alone: AnySet = { ...set, counting: 'rows' };
          const { numerator } = measure({ numerator: alone, denominator: null }, () => [fact], {}, when);
          return stands && fits && numerator === 1 ? [versioned.key?.[index] ?? 0] : [];
        }),
      );
    const groups = variants
      .filter((_, index) => index % 3 === 0)
      .map(({ numerator, denominator }) => [numerator, denominator ?? numerator]);
    const counts = countMoveScan(then, now, groups);
    for (const [index, sets] of groups.entries()) {
      const keys = sets.map((set) => [keysIn(set, then, before), keysIn(set, now, after)] as const);
      const came = new Set(keys.flatMap(([was, is]) => [...is].filter((key) => !was.has(key))));
      const left = new Set(keys.flatMap(([was, is]) => [...was].filter((key) => !is.has(key))));
      expect(counts[index]).toEqual({ came: came.size, left: left.size });
      const [set] = sets;
      const [own] = keys;
      if (set === undefined || own === undefined) continue;
      const [was, is] = own;
      const moved = [
        ...[...is].filter((key) => !was.has(key)).map((key) => ({ key, moved: 'came' })),
        ...[...was].filter((key) => !is.has(key)).map((key) => ({ key, moved: 'left' })),
      ].sort((a, b) => a.key - b.key);
      const behind = moved[Math.floor(moved.length / 3)]?.key ?? 0;
      expect(listMoveScan(then, now, set, { after: behind, limit: 5 })).toEqual({
        total: moved.length,
        moves: moved.filter(({ key }) => key > behind).slice(0, 5),
      });
    }
    expect(counts.some(({ came, left }) => came + left > 10)).toBe(before !== after);
  });
});
