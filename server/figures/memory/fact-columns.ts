/**
 * Facts of one kind of row, column by column, as a server keeps them in its memory to count quickly. Instants are
 * microseconds since 2000 (PostgreSQL's own count), infinity included as PostgreSQL writes it; what never happened is
 * infinitely far ahead. What is one of few stands as a number of its own list, 0 being "none".
 */
import type { Dimension, Flag, NumberColumn } from '#core/figures/columns.ts';
import type { Instant, LocalDate } from '#core/words.ts';

export type Codes = {
  codes: Int32Array;
  /** What each number stands for, as it is stored; 0 stands for null. */
  readonly values: (string | null)[];
  readonly numberOf: Map<string, number>;
};

export type FactColumns = {
  /** Rows in use, those that were replaced since included. */
  size: number;
  /** Rows that were replaced: they stand at no moment. */
  dead: number;
  /** Rows that there will be at the least, so that the columns are not made again and again while they fill. */
  expected: number;
  /** The matter whose rows are replaced together; of what is of no matter the row itself. */
  owner: Float64Array;
  /** The row, of which there may be several versions; null: it is its owner. */
  key: Float64Array | null;
  from: Float64Array;
  to: Float64Array;
  recorded: Float64Array;
  readonly dates: Map<string, Float64Array>;
  readonly codes: Map<Dimension | 'proposer', Codes>;
  readonly flags: Map<Flag, Uint8Array>;
  readonly numbers: Map<NumberColumn, Int32Array>;
};

/** Rows as they come from the database: for each column all values of the page, one after the other. */
export type FactPage = {
  readonly rows: number;
  readonly owner: Buffer;
  readonly key: Buffer | null;
  readonly from: Buffer;
  readonly to: Buffer;
  readonly recorded: Buffer;
  readonly dates: readonly (readonly [name: string, values: Buffer])[];
  readonly codes: readonly (readonly [name: Dimension | 'proposer', values: string])[];
  readonly flags: readonly (readonly [name: Flag, values: string])[];
  readonly numbers: readonly (readonly [name: NumberColumn, values: Buffer])[];
};

/** Between values of a text column, and what stands for null: neither is in any text that the product keeps. */
export const separator = '\u001f';
export const nothing = '\u0001';

const epoch = Date.UTC(2000, 0, 1);

/** An instant in the unit of the columns. */
export const microsOf = (instant: Instant): number => (Date.parse(instant) - epoch) * 1000;

const dayMicros = 86_400_000_000;
const china = 8 * 3_600_000_000;

/** The calendar day in China (UTC+8, no summer time) as a number of days. */
export const dayOf = (micros: number): number => Math.floor((micros + china) / dayMicros);

/** A day as that number. */
export const dayNo = (day: LocalDate): number => (Date.parse(day) - epoch) / 86_400_000;

export const emptyColumns = (): FactColumns => ({
  size: 0,
  dead: 0,
  expected: 0,
  owner: new Float64Array(0),
  key: null,
  from: new Float64Array(0),
  to: new Float64Array(0),
  recorded: new Float64Array(0),
  dates: new Map(),
  codes: new Map(),
  flags: new Map(),
  numbers: new Map(),
});

type Array = Float64Array | Int32Array | Uint8Array;

/** Room for `wanted` values: some more than are there or expected, so that a row that is added seldom moves the others. */
const grown = <A extends Array>(values: A, wanted: number, expected: number): A => {
  if (values.length >= wanted) return values;
  const room = wanted <= expected ? Math.ceil(expected * 1.02) + 1024 : Math.ceil(wanted * 1.125) + 1024;
  const wider = new (values.constructor as new (length: number) => A)(room);
  wider.set(values);
  return wider;
};

const put64 = (into: Float64Array, at: number, bytes: Buffer): void => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let index = 0; index * 8 < bytes.byteLength; index += 1)
    into[at + index] = view.getInt32(index * 8) * 4_294_967_296 + view.getUint32(index * 8 + 4);
};

const put32 = (into: Int32Array, at: number, bytes: Buffer): void => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let index = 0; index * 4 < bytes.byteLength; index += 1) into[at + index] = view.getInt32(index * 4);
};

const putCodes = (into: Codes, at: number, text: string, rows: number): void => {
  const values = text.split(separator);
  if (values.length !== rows) throw new Error(`A column of ${values.length} values for ${rows} rows`);
  let [last, code] = [nothing, 0];
  for (const [index, value] of values.entries()) {
    if (value !== last) {
      last = value;
      code = value === nothing ? 0 : (into.numberOf.get(value) ?? -1);
      if (code < 0) {
        code = into.values.push(value) - 1;
        into.numberOf.set(value, code);
      }
    }
    into.codes[at + index] = code;
  }
};

const held = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
};

/** Adds a page of rows behind the others. */
export const appendPage = (table: FactColumns, page: FactPage): void => {
  const { rows } = page;
  if (rows === 0) return;
  const { expected } = table;
  const at = table.size;
  const end = at + rows;
  for (const name of ['owner', 'from', 'to', 'recorded'] as const) {
    table[name] = grown(table[name], end, expected);
    put64(table[name], at, page[name]);
  }
  if (page.key !== null) {
    table.key = grown(table.key ?? new Float64Array(0), end, expected);
    put64(table.key, at, page.key);
  }
  for (const [name, bytes] of page.dates) {
    const column = grown(
      held(table.dates, name, () => new Float64Array(0)),
      end,
      expected,
    );
    put64(column, at, bytes);
    table.dates.set(name, column);
  }
  for (const [name, text] of page.codes) {
    const column = held(table.codes, name, () => ({
      codes: new Int32Array(0),
      values: [null],
      numberOf: new Map<string, number>(),
    }));
    column.codes = grown(column.codes, end, expected);
    putCodes(column, at, text, rows);
  }
  for (const [name, text] of page.flags) {
    const column = grown(
      held(table.flags, name, () => new Uint8Array(0)),
      end,
      expected,
    );
    for (let index = 0; index < rows; index += 1) column[at + index] = text.charCodeAt(index) - 48;
    table.flags.set(name, column);
  }
  for (const [name, bytes] of page.numbers) {
    const column = grown(
      held(table.numbers, name, () => new Int32Array(0)),
      end,
      expected,
    );
    put32(column, at, bytes);
    table.numbers.set(name, column);
  }
  table.size = end;
};

/** Takes the rows of these owners out, before those that they have now are added. */
export const takeOut = (table: FactColumns, owners: ReadonlySet<number>): void => {
  const { owner, from, to, size } = table;
  const [only] = owners;
  const single = owners.size === 1;
  for (let row = 0; row < size; row += 1) {
    const id = owner[row] ?? 0;
    if (single ? id !== only : !owners.has(id)) continue;
    from[row] = Number.POSITIVE_INFINITY;
    to[row] = Number.NEGATIVE_INFINITY;
    owner[row] = -1;
    table.dead += 1;
  }
};

/** Bytes that the columns hold. */
export const bytesOf = (table: FactColumns): number =>
  [
    table.owner,
    ...(table.key === null ? [] : [table.key]),
    table.from,
    table.to,
    table.recorded,
    ...table.dates.values(),
    ...[...table.codes.values()].map(({ codes }) => codes),
    ...table.flags.values(),
    ...table.numbers.values(),
  ].reduce((sum, { byteLength }) => sum + byteLength, 0);
