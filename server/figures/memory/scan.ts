/** Counts sets over columns in memory, whole or crossed, in one pass over the rows of a question. */
import { type Dimension, noValue } from '#core/figures/columns.ts';
import type { AnySet } from '#core/figures/expression.ts';
import { anchorOf, isPeriod } from '#core/figures/in-period.ts';
import { periodSide } from './period-side.ts';
import { type Accessor, among, blockRows, inMask, look, planOf, type Source, type Step } from './plan.ts';

/** The rows of a question. */
export type Scan = Source & {
  /** What was entered later does not count: microseconds since 2000, or infinity. */
  readonly knownBy: number;
  readonly narrowings: readonly { readonly dimension: Dimension; readonly values: readonly string[] }[];
};

type Keep = (rows: Int32Array, count: number) => number;

/** Keeps the rows of a block that a narrowing leaves, moved to its beginning; answers with how many. */
const keepFitting = ({ column, since }: Accessor, asOf: number, fits: Uint8Array): Keep => {
  const { codes } = column;
  return (rows, count) => {
    let kept = 0;
    for (let at = 0; at < count; at += 1) {
      const row = rows[at] as number;
      const code = since !== null && !((since[row] as number) <= asOf) ? 0 : (codes[row] as number);
      // A place that is not kept is written over by the next row.
      rows[kept] = row;
      kept += fits[code] as number;
    }
    return kept;
  };
};

/** Goes over all rows that stand at the moment, a block at a time. */
const eachBlock = (scan: Scan, steps: readonly Step[], take: Step): void => {
  const { table, asOf, knownBy, narrowings, accessorOf } = scan;
  const { from, to, recorded, size } = table;
  const keeps = narrowings.map(({ dimension, values }) => {
    const accessor = accessorOf(dimension);
    return keepFitting(accessor, asOf, among(accessor, values));
  });
  const rows = new Int32Array(blockRows);
  for (let start = 0; start < size; start += blockRows) {
    const end = Math.min(size, start + blockRows);
    let count = 0;
    for (let row = start; row < end; row += 1) {
      rows[count] = row;
      count +=
        (to[row] as number) > asOf && (from[row] as number) <= asOf && (recorded[row] as number) <= knownBy
          ? 1
          : 0;
    }
    for (const keep of keeps) count = keep(rows, count);
    if (count === 0) continue;
    for (const step of steps) step(rows, count);
    take(rows, count);
  }
};

/** Adds up one set for each heap; `heaps` says of each row of a block in which it is. */
type Adder = { readonly step: Step; readonly units: Int32Array | null; readonly counts: Float64Array };

const unitCount = (scan: Scan, { counting }: AnySet): number =>
  counting !== 'rows' && 'distinct' in counting ? scan.accessorOf(counting.distinct).column.values.length : 1;

const identity = (length: number): Int32Array => Int32Array.from({ length }, (_, index) => index);

/** `counts` has a place for each heap, or, where units are counted, for each heap and unit: whether it is there. */
const adderOf = (scan: Scan, set: AnySet, mask: Uint8Array, heaps: Int32Array, many: number): Adder => {
  const { counting } = set;
  if (counting === 'rows') {
    const counts = new Float64Array(many);
    // Of one heap the sum stays in the processor, where adding to an array waits for what was added before.
    const howMany = inMask(mask);
    const whole: Step = (_, count) => {
      counts[0] = (counts[0] as number) + howMany(count);
    };
    if (many === 1) return { step: whole, units: null, counts };
    const step: Step = (_, count) => {
      for (let at = 0; at < count; at += 1) (counts[heaps[at] as number] as number) += mask[at] as number;
    };
    return { step, units: null, counts };
  }
  if ('sum' in counting) {
    const counts = new Float64Array(many);
    const weights = scan.table.numbers.get(counting.sum) ?? new Int32Array(scan.table.size);
    const step: Step = (rows, count) => {
      for (let at = 0; at < count; at += 1)
        (counts[heaps[at] as number] as number) +=
          (mask[at] as number) * (weights[rows[at] as number] as number);
    };
    return { step, units: null, counts };
  }
  const accessor = scan.accessorOf(counting.distinct);
  const width = accessor.column.values.length;
  const units = new Int32Array(blockRows);
  const find = look(units, accessor, scan.asOf, identity(width));
  const counts = new Float64Array(many * width);
  const step: Step = (rows, count) => {
    find(rows, count);
    for (let at = 0; at < count; at += 1)
      if (mask[at] === 1) counts[(heaps[at] as number) * width + (units[at] as number)] = 1;
  };
  return { step, units, counts };
};

/** Units that are there in a heap; the first of the list is none. */
const unitsIn = (seen: Float64Array, heap: number, width: number): number => {
  let sum = 0;
  for (let unit = 1; unit < width; unit += 1) sum += seen[heap * width + unit] as number;
  return sum;
};

/** A set as it is wanted; `later`: of its rows those alone that were entered after the moment. */
export type WantedCount = { readonly set: AnySet; readonly later: boolean };

/** Counts of sets over the whole scan. */
export const countScan = (scan: Scan, wanted: readonly WantedCount[]): readonly number[] => {
  const plan = planOf(scan);
  const { recorded } = scan.table;
  const whole = new Int32Array(blockRows);
  const lateRows = new Int32Array(blockRows);
  const adders = wanted.map(({ set, later }) => {
    const mask = plan.maskOf(set.where);
    // Of what was entered later there is hardly ever any: its masks are made of the few rows alone.
    const own = later ? new Uint8Array(blockRows) : mask;
    return { ...adderOf(scan, set, own, whole, 1), later, mask, own };
  });
  eachBlock(scan, plan.steps, (rows, count) => {
    let late = 0;
    for (let at = 0; at < count; at += 1) {
      lateRows[late] = at;
      late += (recorded[rows[at] as number] as number) > scan.asOf ? 1 : 0;
    }
    for (const { step, later, mask, own } of adders) {
      if (!later) step(rows, count);
      else if (late > 0) {
        own.fill(0, 0, count);
        for (let at = 0; at < late; at += 1)
          own[lateRows[at] as number] = mask[lateRows[at] as number] as number;
        step(rows, count);
      }
    }
  });
  return adders.map(({ counts, units }) =>
    units === null ? (counts[0] ?? 0) : unitsIn(counts, 0, counts.length),
  );
};

/** A dimension as numbers of the values that readers know. */
type Side = { readonly numbers: Int32Array; readonly values: readonly string[]; readonly step: Step | null };

/** Null: the dates of the rows cannot be put into months here. */
const sideOf = (scan: Scan, dimension: Dimension | null, anchor: string): Side | null => {
  const numbers = new Int32Array(blockRows);
  if (dimension === null) return { numbers, values: [noValue], step: null };
  if (isPeriod(dimension)) {
    const date = scan.table.dates.get(anchor);
    return date === undefined ? null : periodSide(numbers, date, scan.table.size, dimension);
  }
  const accessor = scan.accessorOf(dimension);
  const values: string[] = [];
  const places = new Map<string, number>();
  const map = Int32Array.from(accessor.column.values, (stored) => {
    const value = accessor.valueOf(stored);
    const place = places.get(value) ?? values.push(value) - 1;
    places.set(value, place);
    return place;
  });
  return { numbers, values, step: look(numbers, accessor, scan.asOf, map) };
};

export type CrossCounts = {
  readonly row: string | null;
  readonly column: string | null;
  readonly counts: readonly number[];
};

/** Most places of a table whose units are each counted once. */
const mostPlaces = 10_000_000;

/** Heaps put together to fewer: `to` says of each where it goes. What counts units keeps each once. */
const fold = (adder: Adder, many: number, to: (heap: number) => number, fewer: number): Float64Array => {
  const width = adder.counts.length / many;
  const folded = new Float64Array(fewer * width);
  for (let place = 0; place < adder.counts.length; place += 1) {
    const count = adder.counts[place] as number;
    if (count === 0) continue;
    const target = to(Math.floor(place / width)) * width + (place % width);
    folded[target] = adder.units === null ? (folded[target] as number) + count : 1;
  }
  return folded;
};

type Heaps = {
  readonly rows: Side;
  readonly columns: Side;
  readonly adders: readonly Adder[];
  /** Which heaps have any row of a set, whatever it counts to. */
  readonly there: Uint8Array;
  readonly widths: readonly number[];
};

const heapUp = (
  scan: Scan,
  rows: Side,
  columns: Side,
  sets: readonly AnySet[],
  widths: readonly number[],
): Heaps => {
  const wide = columns.values.length;
  const many = rows.values.length * wide;
  const plan = planOf(scan);
  const inside = new Int32Array(blockRows);
  const adders = sets.map((set) => adderOf(scan, set, plan.maskOf(set.where), inside, many));
  const some = plan.maskOf({ any: sets.map(({ where }) => where) });
  const there = new Uint8Array(many);
  eachBlock(scan, plan.steps, (list, count) => {
    rows.step?.(list, count);
    columns.step?.(list, count);
    for (let at = 0; at < count; at += 1) {
      const heap = (rows.numbers[at] as number) * wide + (columns.numbers[at] as number);
      inside[at] = heap;
      (there[heap] as number) |= some[at] as number;
    }
    for (const { step } of adders) step(list, count);
  });
  return { rows, columns, adders, there, widths };
};

/** The counts of heaps put together: `to` says of each where it goes. */
const cellsOf = (
  { adders, there, widths }: Heaps,
  to: (heap: number) => number,
  fewer: number,
  keyOf: (heap: number) => Pick<CrossCounts, 'row' | 'column'>,
): readonly CrossCounts[] => {
  const folded = adders.map((adder) => fold(adder, there.length, to, fewer));
  const has = new Uint8Array(fewer);
  for (const [heap, one] of there.entries()) if (one === 1) has[to(heap)] = 1;
  const countsAt = (heap: number): readonly number[] =>
    folded.map((counts, index) =>
      adders[index]?.units === null ? (counts[heap] ?? 0) : unitsIn(counts, heap, widths[index] ?? 1),
    );
  return [...has.entries()].flatMap(([heap, one]) =>
    one === 0 ? [] : [{ ...keyOf(heap), counts: countsAt(heap) }],
  );
};

/**
 * Counts of sets for each pair of values, for each value and for all; null: too many for the memory to count units in,
 * or dates that it does not put into months. Sets of one table are placed in time by the date of the first.
 */
export const crossScan = (
  scan: Scan,
  by: { readonly rows: Dimension; readonly columns: Dimension | null },
  sets: readonly AnySet[],
): readonly CrossCounts[] | null => {
  const [first] = sets;
  const anchor = first === undefined ? '' : anchorOf(first);
  const [rows, columns] = [sideOf(scan, by.rows, anchor), sideOf(scan, by.columns, anchor)];
  if (rows === null || columns === null) return null;
  const [high, wide] = [rows.values.length, columns.values.length];
  const widths = sets.map((set) => unitCount(scan, set));
  if (high * wide * Math.max(...widths) > mostPlaces) return null;
  const heaps = heapUp(scan, rows, columns, sets, widths);
  const rowOf = (at: number): string => rows.values[at] ?? noValue;
  const columnOf = (at: number): string => columns.values[at] ?? noValue;
  const all = cellsOf(
    heaps,
    () => 0,
    1,
    () => ({ row: null, column: null }),
  );
  const byRow = cellsOf(
    heaps,
    (heap) => Math.floor(heap / wide),
    high,
    (at) => ({ row: rowOf(at), column: null }),
  );
  const empty: CrossCounts = { row: null, column: null, counts: sets.map(() => 0) };
  const totals = [...(all.length === 0 ? [empty] : all), ...byRow];
  if (by.columns === null) return totals;
  const byColumn = cellsOf(
    heaps,
    (heap) => heap % wide,
    wide,
    (at) => ({ row: null, column: columnOf(at) }),
  );
  const each = cellsOf(
    heaps,
    (heap) => heap,
    high * wide,
    (at) => ({ row: rowOf(Math.floor(at / wide)), column: columnOf(at % wide) }),
  );
  return [...totals, ...byColumn, ...each];
};
