/**
 * Expressions over columns: what core/figures/evaluate.ts means, a few thousand rows at a time, so that what is between
 * two steps stays in the processor's own memory. Every expression is evaluated once for a block, however many sets share it.
 */
import type { Dimension } from '#core/figures/columns.ts';
import type { Expression } from '#core/figures/expression.ts';
import { type Codes, dayNo, dayOf, type FactColumns } from './fact-columns.ts';

/** Rows that are looked at together. */
export const blockRows = 4096;

/** What a dimension is of a row: a number of a list, none while a date has not come, and what the number stands for. */
export type Accessor = {
  readonly column: Codes;
  /** The date that must have come before the row has the value; null: it always has. */
  readonly since: Float64Array | null;
  /** The value as readers know it. */
  readonly valueOf: (stored: string | null) => string;
};

export type AccessorOf = (dimension: Dimension) => Accessor;

export type Source = {
  readonly table: FactColumns;
  readonly accessorOf: AccessorOf;
  /** In microseconds since 2000. */
  readonly asOf: number;
};

/** One step over the first `count` rows of a block, whose places in the columns are `rows`. */
export type Step = (rows: Int32Array, count: number) => void;

/** For each number of a list whether its value is among those given. */
export const among = ({ column, valueOf }: Accessor, values: readonly string[]): Uint8Array => {
  const wanted = new Set(values);
  return Uint8Array.from(column.values, (stored) => (wanted.has(valueOf(stored)) ? 1 : 0));
};

/** Writes what a list of numbers says of each row; the number 0 stands for rows of which the date has not come. */
export const look = <A extends Uint8Array | Int32Array>(
  into: A,
  { column, since }: Accessor,
  asOf: number,
  says: A,
): Step => {
  const { codes } = column;
  if (since === null)
    return (rows, count) => {
      for (let at = 0; at < count; at += 1) into[at] = says[codes[rows[at] as number] as number] as number;
    };
  return (rows, count) => {
    for (let at = 0; at < count; at += 1) {
      const row = rows[at] as number;
      into[at] = says[(since[row] as number) <= asOf ? (codes[row] as number) : 0] as number;
    }
  };
};

const comes =
  (into: Uint8Array, date: Float64Array, asOf: number): Step =>
  (rows, count) => {
    for (let at = 0; at < count; at += 1) into[at] = (date[rows[at] as number] as number) <= asOf ? 1 : 0;
  };

const inTime =
  (into: Uint8Array, what: Float64Array, than: Float64Array, asOf: number): Step =>
  (rows, count) => {
    for (let at = 0; at < count; at += 1) {
      const row = rows[at] as number;
      const moment = what[row] as number;
      into[at] = moment <= asOf && moment <= (than[row] as number) ? 1 : 0;
    }
  };

const within =
  (into: Uint8Array, what: Float64Array, since: Float64Array, days: number, asOf: number): Step =>
  (rows, count) => {
    for (let at = 0; at < count; at += 1) {
      const row = rows[at] as number;
      const [moment, begun] = [what[row] as number, since[row] as number];
      into[at] = moment <= asOf && begun <= moment && dayOf(moment) - dayOf(begun) <= days ? 1 : 0;
    }
  };

/** On the days from one to another in China, both included: numbers of days. */
const dated =
  (into: Uint8Array, date: Float64Array, from: number, to: number): Step =>
  (rows, count) => {
    for (let at = 0; at < count; at += 1) {
      const day = dayOf(date[rows[at] as number] as number);
      into[at] = day >= from && day <= to ? 1 : 0;
    }
  };

const flagged =
  (into: Uint8Array, column: Uint8Array): Step =>
  (rows, count) => {
    for (let at = 0; at < count; at += 1) into[at] = column[rows[at] as number] as number;
  };

/** The same rows four at a time: what is 0 or 1 in each byte stays so under and, or and its opposite. */
export const fours = (mask: Uint8Array): Uint32Array => new Uint32Array(mask.buffer);
const ones = 0x01010101;

const opposite = (into: Uint8Array, one: Uint8Array): Step => {
  const [to, from] = [fours(into), fours(one)];
  return (_, count) => {
    for (let at = 0; at * 4 < count; at += 1) to[at] = (from[at] as number) ^ ones;
  };
};

const both = (into: Uint32Array, a: Uint32Array, b: Uint32Array, count: number): void => {
  for (let at = 0; at * 4 < count; at += 1) into[at] = (a[at] as number) & (b[at] as number);
};
const either = (into: Uint32Array, a: Uint32Array, b: Uint32Array, count: number): void => {
  for (let at = 0; at * 4 < count; at += 1) into[at] = (a[at] as number) | (b[at] as number);
};

const joined = (into: Uint8Array, parts: readonly Uint8Array[], every: boolean): Step => {
  const [first, second, ...others] = parts.map(fours);
  if (first === undefined) return (_, count) => void into.fill(every ? 1 : 0, 0, count);
  const two = every ? both : either;
  const to = fours(into);
  return (_, count) => {
    two(to, first, second ?? first, count);
    for (const other of others) two(to, to, other, count);
  };
};

/** Adds up how many of the first `count` rows of a block are in a mask. */
export const inMask = (mask: Uint8Array): ((count: number) => number) => {
  const words = fours(mask);
  return (count) => {
    const whole = Math.floor(count / 4);
    let sum = 0;
    for (let at = 0; at < whole; at += 1) sum += Math.imul(words[at] as number, ones) >>> 24;
    // What stands behind the last row is of an earlier block.
    for (let at = whole * 4; at < count; at += 1) sum += mask[at] as number;
    return sum;
  };
};

const found = <V>(map: ReadonlyMap<string, V>, name: string): V => {
  const value = map.get(name);
  if (value === undefined) throw new Error(`No ${name} in memory`);
  return value;
};

export type Plan = {
  /** The steps for one block, in their order. */
  readonly steps: Step[];
  /** Where the steps write for each row of a block whether the expression holds. */
  readonly maskOf: (expression: Expression) => Uint8Array;
};

/** Begins without steps: each mask that is asked for adds those that it needs. */
export const planOf = ({ table, accessorOf, asOf }: Source): Plan => {
  const masks = new Map<string, Uint8Array>();
  const steps: Step[] = [];
  const date = (name: string): Float64Array => found(table.dates, name);
  const stepOf = (into: Uint8Array, expression: Expression): Step => {
    if ('all' in expression) return joined(into, expression.all.map(maskOf), true);
    if ('any' in expression) return joined(into, expression.any.map(maskOf), false);
    if ('not' in expression) return opposite(into, maskOf(expression.not));
    if ('has' in expression) return flagged(into, found(table.flags, expression.has));
    if ('by' in expression) return comes(into, date(expression.by), asOf);
    if ('dated' in expression)
      return dated(into, date(expression.dated), dayNo(expression.from), dayNo(expression.to));
    if ('is' in expression) {
      const accessor = accessorOf(expression.is);
      return look(into, accessor, asOf, among(accessor, expression.in));
    }
    return 'inTime' in expression
      ? inTime(into, date(expression.what), date(expression.inTime), asOf)
      : within(into, date(expression.what), date(expression.since), expression.withinDays, asOf);
  };
  const maskOf = (expression: Expression): Uint8Array => {
    const key = JSON.stringify(expression);
    const known = masks.get(key);
    if (known !== undefined) return known;
    const into = new Uint8Array(blockRows);
    const step = stepOf(into, expression);
    steps.push(step);
    masks.set(key, into);
    return into;
  };
  return { steps, maskOf };
};
