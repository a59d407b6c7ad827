/** Counts sets over columns in memory: what core/figures/evaluate.ts means, a column at a time. */
import { type Dimension, noValue } from '#core/figures/columns.ts';
import type { AnySet, Expression } from '#core/figures/expression.ts';
import { type Codes, dayOf, type FactColumns } from './fact-columns.ts';

/** What a dimension is of a row: a number of a list, none while a date has not come, and what the number stands for. */
export type Accessor = {
  readonly column: Codes;
  /** The date that must have come before the row has the value; null: it always has. */
  readonly since: Float64Array | null;
  /** The value as readers know it. */
  readonly valueOf: (stored: string | null) => string;
};

export type AccessorOf = (dimension: Dimension) => Accessor;

/** The rows of a question, each by its place in the columns. */
export type Scan = {
  readonly table: FactColumns;
  readonly accessorOf: AccessorOf;
  /** In microseconds since 2000. */
  readonly asOf: number;
  readonly rows: Int32Array;
  readonly masks: Map<string, Uint8Array>;
};

export type Narrowing = { readonly dimension: Dimension; readonly values: readonly string[] };

/** For each number of a list whether its value is among those given. */
const among = ({ column, valueOf }: Accessor, values: readonly string[]): Uint8Array => {
  const wanted = new Set(values);
  return Uint8Array.from(column.values, (stored) => (wanted.has(valueOf(stored)) ? 1 : 0));
};

const standing = (table: FactColumns, asOf: number, knownThen: boolean): Int32Array => {
  const { from, to, recorded, size } = table;
  const rows = new Int32Array(size);
  let count = 0;
  for (let row = 0; row < size; row += 1) {
    rows[count] = row;
    // A place that is not taken is written over by the next row.
    count += (to[row] as number) > asOf && (from[row] as number) <= asOf ? 1 : 0;
  }
  const found = rows.subarray(0, count);
  return knownThen ? found.filter((row) => (recorded[row] as number) <= asOf) : found;
};

const narrowed = (
  rows: Int32Array,
  asOf: number,
  accessor: Accessor,
  values: readonly string[],
): Int32Array => {
  const { column, since } = accessor;
  const { codes } = column;
  const fits = among(accessor, values);
  const none = fits[0] as number;
  const left = new Int32Array(rows.length);
  let count = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as number;
    left[count] = row;
    count +=
      since !== null && !((since[row] as number) <= asOf) ? none : (fits[codes[row] as number] as number);
  }
  return left.subarray(0, count);
};

/** The rows that stand at a moment, narrowed. */
export const openScan = (
  table: FactColumns,
  accessorOf: AccessorOf,
  when: { readonly asOf: number; readonly knownThen: boolean },
  narrowings: readonly Narrowing[],
): Scan => {
  const rows = narrowings.reduce(
    (left, { dimension, values }) => narrowed(left, when.asOf, accessorOf(dimension), values),
    standing(table, when.asOf, when.knownThen),
  );
  return { table, accessorOf, asOf: when.asOf, rows, masks: new Map() };
};

const dateOf = ({ table }: Scan, name: string): Float64Array => {
  const found = table.dates.get(name);
  if (found === undefined) throw new Error(`No date ${name} in memory`);
  return found;
};

const comes = ({ rows, asOf }: Scan, date: Float64Array): Uint8Array => {
  const mask = new Uint8Array(rows.length);
  for (let index = 0; index < rows.length; index += 1)
    mask[index] = (date[rows[index] as number] as number) <= asOf ? 1 : 0;
  return mask;
};

const inTime = (scan: Scan, what: Float64Array, than: Float64Array): Uint8Array => {
  const mask = new Uint8Array(scan.rows.length);
  for (const [index, row] of scan.rows.entries()) {
    const at = what[row] as number;
    mask[index] = at <= scan.asOf && at <= (than[row] as number) ? 1 : 0;
  }
  return mask;
};

const within = (scan: Scan, what: Float64Array, since: Float64Array, days: number): Uint8Array => {
  const mask = new Uint8Array(scan.rows.length);
  for (const [index, row] of scan.rows.entries()) {
    const [at, begun] = [what[row] as number, since[row] as number];
    mask[index] = at <= scan.asOf && begun <= at && dayOf(at) - dayOf(begun) <= days ? 1 : 0;
  }
  return mask;
};

const isAmong = (
  { rows, asOf, accessorOf }: Scan,
  dimension: Dimension,
  values: readonly string[],
): Uint8Array => {
  const accessor = accessorOf(dimension);
  const { column, since } = accessor;
  const { codes } = column;
  const fits = among(accessor, values);
  const none = fits[0] as number;
  const mask = new Uint8Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as number;
    mask[index] =
      since !== null && !((since[row] as number) <= asOf) ? none : (fits[codes[row] as number] as number);
  }
  return mask;
};

const hasFlag = ({ rows, table }: Scan, flag: Parameters<FactColumns['flags']['get']>[0]): Uint8Array => {
  const column = table.flags.get(flag);
  if (column === undefined) throw new Error(`No flag ${flag} in memory`);
  return Uint8Array.from(rows, (row) => column[row] as number);
};

const joined = (scan: Scan, parts: readonly Expression[], every: boolean): Uint8Array => {
  const mask = new Uint8Array(scan.rows.length).fill(every ? 1 : 0);
  for (const part of parts) {
    const other = maskOf(scan, part);
    if (every)
      for (let index = 0; index < mask.length; index += 1) (mask[index] as number) &= other[index] as number;
    else
      for (let index = 0; index < mask.length; index += 1) (mask[index] as number) |= other[index] as number;
  }
  return mask;
};

const evaluate = (scan: Scan, expression: Expression): Uint8Array => {
  if ('all' in expression) return joined(scan, expression.all, true);
  if ('any' in expression) return joined(scan, expression.any, false);
  if ('not' in expression) return maskOf(scan, expression.not).map((one) => 1 - one);
  if ('is' in expression) return isAmong(scan, expression.is, expression.in);
  if ('has' in expression) return hasFlag(scan, expression.has);
  if ('by' in expression) return comes(scan, dateOf(scan, expression.by));
  const what = dateOf(scan, expression.what);
  return 'inTime' in expression
    ? inTime(scan, what, dateOf(scan, expression.inTime))
    : within(scan, what, dateOf(scan, expression.since), expression.withinDays);
};

/** For each row of the scan whether the expression holds; each expression is evaluated once. */
const maskOf = (scan: Scan, expression: Expression): Uint8Array => {
  const key = JSON.stringify(expression);
  const known = scan.masks.get(key);
  if (known !== undefined) return known;
  const mask = evaluate(scan, expression);
  scan.masks.set(key, mask);
  return mask;
};

const weightsOf = ({ table }: Scan, { counting }: AnySet): Int32Array | null => {
  if (counting === 'rows' || !('sum' in counting)) return null;
  const found = table.numbers.get(counting.sum);
  if (found === undefined) throw new Error(`No number ${counting.sum} in memory`);
  return found;
};

/** Numbers of the units of each row, 0 where it has none; null: the set does not count units. */
const unitsOf = (scan: Scan, { counting }: AnySet): { codes: Int32Array; many: number } | null => {
  if (counting === 'rows' || !('distinct' in counting)) return null;
  const accessor = scan.accessorOf(counting.distinct);
  return { codes: numbersOf(scan, accessor), many: accessor.column.values.length };
};

const numbersOf = ({ rows, asOf }: Scan, { column, since }: Accessor): Int32Array => {
  const { codes } = column;
  const found = new Int32Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as number;
    found[index] = since !== null && !((since[row] as number) <= asOf) ? 0 : (codes[row] as number);
  }
  return found;
};

/** A dimension of each row as a number of the values that readers know. */
type Side = { readonly numbers: Int32Array; readonly values: readonly string[] };

const whole: Side['values'] = [''];

const sideOf = (scan: Scan, dimension: Dimension | null): Side => {
  if (dimension === null) return { numbers: new Int32Array(scan.rows.length), values: whole };
  const accessor = scan.accessorOf(dimension);
  const values: string[] = [];
  const places = new Map<string, number>();
  const map = Int32Array.from(accessor.column.values, (stored) => {
    const value = accessor.valueOf(stored);
    const place = places.get(value) ?? values.push(value) - 1;
    places.set(value, place);
    return place;
  });
  const numbers = numbersOf(scan, accessor);
  for (let index = 0; index < numbers.length; index += 1)
    numbers[index] = map[numbers[index] as number] as number;
  return { numbers, values };
};

/** Counts of one set for each heap; `heaps` says of each row in which it is. */
const countHeaps = (
  scan: Scan,
  set: AnySet,
  mask: Uint8Array,
  heaps: Int32Array,
  many: number,
): Float64Array => {
  const counts = new Float64Array(many);
  const units = unitsOf(scan, set);
  if (units !== null) {
    const seen = new Uint8Array(many * units.many);
    for (let index = 0; index < mask.length; index += 1) {
      const unit = units.codes[index] as number;
      if (mask[index] === 0 || unit === 0) continue;
      const heap = heaps[index] as number;
      const place = heap * units.many + unit;
      if (seen[place] === 0) (counts[heap] as number) += 1;
      seen[place] = 1;
    }
    return counts;
  }
  const weights = weightsOf(scan, set);
  for (let index = 0; index < mask.length; index += 1)
    if (mask[index] === 1)
      (counts[heaps[index] as number] as number) +=
        weights === null ? 1 : (weights[scan.rows[index] as number] as number);
  return counts;
};

/** The count of a set over the whole scan; `later`: of those rows alone that were entered after its moment. */
export const countScan = (scan: Scan, set: AnySet, later: boolean): number => {
  const mask = later ? laterOf(scan, set) : maskOf(scan, set.where);
  if (set.counting === 'rows') {
    let sum = 0;
    for (let index = 0; index < mask.length; index += 1) sum += mask[index] as number;
    return sum;
  }
  return countHeaps(scan, set, mask, new Int32Array(mask.length), 1)[0] ?? 0;
};

const laterOf = (scan: Scan, set: AnySet): Uint8Array => {
  const { recorded } = scan.table;
  const mask = maskOf(scan, set.where).slice();
  for (let index = 0; index < mask.length; index += 1)
    if ((recorded[scan.rows[index] as number] as number) <= scan.asOf) mask[index] = 0;
  return mask;
};

export type CrossCounts = {
  readonly row: string | null;
  readonly column: string | null;
  readonly counts: readonly number[];
};

/** Most places of a table whose units are each counted once. */
const mostPlaces = 40_000_000;

/** Counts of sets for each pair of values, for each value and for all; null: too many for the memory to count units in. */
export const crossScan = (
  scan: Scan,
  by: { readonly rows: Dimension; readonly columns: Dimension | null },
  sets: readonly AnySet[],
): readonly CrossCounts[] | null => {
  const [rows, columns] = [sideOf(scan, by.rows), sideOf(scan, by.columns)];
  const [high, wide] = [rows.values.length, columns.values.length];
  const units = sets.map((set) => unitsOf(scan, set)?.many ?? 1);
  if (high * wide * Math.max(...units) > mostPlaces) return null;
  const inside = new Int32Array(scan.rows.length);
  for (let index = 0; index < inside.length; index += 1)
    inside[index] = (rows.numbers[index] as number) * wide + (columns.numbers[index] as number);
  const masks = sets.map(({ where }) => maskOf(scan, where));
  const counted = (heaps: Int32Array, many: number) =>
    sets.map((set, at) => countHeaps(scan, set, masks[at] ?? new Uint8Array(), heaps, many));
  const some = masks
    .slice(1)
    .reduce((left, mask) => left.map((one, index) => one | (mask[index] ?? 0)), masks[0] ?? new Uint8Array());
  // Which heaps have any row: a unit that counts nothing of its own still has its row with 0.
  const there = (heaps: Int32Array, many: number): Uint8Array => {
    const found = new Uint8Array(many);
    for (let index = 0; index < some.length; index += 1)
      if (some[index] === 1) found[heaps[index] as number] = 1;
    return found;
  };
  const cells = (
    heaps: Int32Array,
    many: number,
    keyOf: (heap: number) => { row: string | null; column: string | null },
  ): CrossCounts[] => {
    const counts = counted(heaps, many);
    return [...there(heaps, many).entries()].flatMap(([heap, one]) =>
      one === 0 ? [] : [{ ...keyOf(heap), counts: counts.map((list) => list[heap] ?? 0) }],
    );
  };
  const rowAt = (at: number): string => rows.values[at] ?? noValue;
  const columnAt = (at: number): string => columns.values[at] ?? noValue;
  return [
    {
      row: null,
      column: null,
      counts: sets.map((set) => countScan(scan, set, false)),
    },
    ...cells(rows.numbers, high, (heap) => ({ row: rowAt(heap), column: null })),
    ...(by.columns === null
      ? []
      : [
          ...cells(columns.numbers, wide, (heap) => ({ row: null, column: columnAt(heap) })),
          ...cells(inside, high * wide, (heap) => ({
            row: rowAt(Math.floor(heap / wide)),
            column: columnAt(heap % wide),
          })),
        ]),
  ];
};
