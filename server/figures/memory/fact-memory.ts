/**
 * A copy of the facts in this server's memory, from which many rows are counted in milliseconds. PostgreSQL stays the one
 * that knows: each question first reads what has changed since the last, in its own transaction, so that whoever has
 * done something counts it; where there is no copy (yet), SQL counts. The numbers are the same.
 */
import type { Dimension, FigureSource } from '#core/figures/columns.ts';
import type { AnySet } from '#core/figures/expression.ts';
import { isOfUnits } from '#core/figures/figure.ts';
import { isPeriod } from '#core/figures/in-period.ts';
import type { Db, Tx } from '../../platform/db/database.ts';
import { readValue } from '../relation.views.ts';
import type { Frame } from '../set.views.ts';
import { appendPage, bytesOf, emptyColumns, type FactColumns, microsOf, takeOut } from './fact-columns.ts';
import {
  countRows,
  derived,
  estimateRows,
  readChanges,
  readDerived,
  readNext,
  readOwned,
  sources,
} from './load.views.ts';
import type { Accessor } from './plan.ts';
import type { Scan } from './scan.ts';

export type FactMemoryOptions = {
  /** Rows of facts from which on a copy is kept: fewer are counted by SQL as fast. */
  readonly leastRows: number;
  /** Bytes that the copies of all jurisdictions may hold; a city that needs more is counted by SQL. */
  readonly mostBytes: number;
};

const usualMemory: FactMemoryOptions = { leastRows: 100_000, mostBytes: 1_500_000_000 };

/** Matters, or rows of all kinds beside them, that changed at once and are still read one by one; after more, everything is read anew. */
const mostChanged = 5_000;

type Copy = {
  readonly tables: Readonly<Record<FigureSource, FactColumns>>;
  /** Transactions before this one are in it. */
  through: string;
  /** The last that was begun with it: each looks for changes and counts before the next does. */
  turn: Promise<unknown>;
  used: number;
};

export type FactMemory = {
  /**
   * Counts in memory, as the transaction sees the facts or newer; null: there is no copy, ask SQL. `work` runs at once
   * and keeps nothing of the scan.
   */
  readonly scan: <T>(
    tx: Tx,
    question: Frame,
    source: FigureSource,
    dimensions: readonly Dimension[],
    work: (scan: Scan) => T,
  ) => Promise<T | null>;
  /** The same of two moments, over the same columns. */
  readonly scanBoth: <T>(
    tx: Tx,
    then: Frame,
    now: Frame,
    source: FigureSource,
    dimensions: readonly Dimension[],
    work: (then: Scan, now: Scan) => T,
  ) => Promise<T | null>;
  /** Resolves when nothing is being loaded. */
  readonly settled: () => Promise<void>;
};

const bytesIn = (tables: Copy['tables']): number =>
  sources.reduce((sum, one) => sum + bytesOf(tables[one]), 0);

const load = async (db: Db, j: number, mostBytes: number): Promise<Copy | null> =>
  db.read(j, async (tx) => {
    const { through } = await readChanges(tx, j, null, 0);
    const tables: Copy['tables'] = {
      matter: emptyColumns(),
      duty: emptyColumns(),
      reply: emptyColumns(),
      submission: emptyColumns(),
      opinion: emptyColumns(),
      act: emptyColumns(),
      urge: emptyColumns(),
      notice: emptyColumns(),
    };
    for (const source of sources) {
      tables[source].expected = await countRows(tx, j, source);
      let after = 0;
      for (let next = await readNext(tx, j, source, after); next !== null; ) {
        appendPage(tables[source], next.page);
        after = next.last;
        if (bytesIn(tables) > mostBytes) return null;
        next = await readNext(tx, j, source, after);
      }
    }
    return { tables, through, turn: Promise.resolve(), used: 0 };
  });

/** Brings a copy up to what the transaction sees; false: too much has changed, or this transaction wrote some of it. */
const refresh = async (tx: Tx, j: number, copy: Copy): Promise<'fresh' | 'own' | 'stale'> => {
  const { through, owners, more, own } = await readChanges(tx, j, copy.through, mostChanged);
  if (own) return 'own';
  if (more) return 'stale';
  const pages = await Promise.all(
    [...owners].map(async ([source, ids]) => ({ source, ids, page: await readOwned(tx, j, source, ids) })),
  );
  for (const { source, ids, page } of pages) {
    takeOut(copy.tables[source], new Set(ids));
    appendPage(copy.tables[source], page);
  }
  copy.through = through;
  const wasted = sources.some((one) => copy.tables[one].dead > 50_000 + copy.tables[one].size / 4);
  return wasted ? 'stale' : 'fresh';
};

type Derivations = ReadonlyMap<Dimension, ReadonlyMap<string, string | null>>;

const accessorIn =
  (table: FactColumns, source: FigureSource, derivations: Derivations) =>
  (dimension: Dimension): Accessor => {
    const base = dimension in derived ? derived[dimension as keyof typeof derived] : dimension;
    const column = table.codes.get(base);
    if (column === undefined) throw new Error(`No ${dimension} of a ${source} in memory`);
    const date =
      (base === 'unit' || base === 'leader') && source === 'matter'
        ? 'assigned'
        : dimension === 'attitude' || dimension === 'outcome'
          ? 'rated'
          : null;
    const map = derivations.get(dimension);
    return {
      column,
      since: date === null ? null : (table.dates.get(date) ?? null),
      valueOf: (stored) =>
        readValue(
          source,
          dimension,
          stored === null || map === undefined ? stored : (map.get(stored) ?? null),
        ),
    };
  };

const derivationsOf = async (
  tx: Tx,
  { jurisdictionId: j, when }: Frame,
  dimensions: readonly Dimension[],
): Promise<Derivations> => {
  const wanted = [...new Set(dimensions)].filter((one) => one in derived) as (keyof typeof derived)[];
  return new Map(
    await Promise.all(wanted.map(async (one) => [one, await readDerived(tx, j, one, when.asOf)] as const)),
  );
};

const narrowingsOf = ({ filters, reach }: Frame) => [
  // Months and quarters are in the sets (core/figures/in-period.ts).
  ...Object.entries(filters).flatMap(([dimension, values]) =>
    isPeriod(dimension as Dimension) ? [] : [{ dimension: dimension as Dimension, values }],
  ),
  ...(reach.kind === 'all'
    ? []
    : [
        {
          dimension: reach.kind === 'organs' ? ('organ' as const) : ('unit' as const),
          values: reach.ids.map(String),
        },
      ]),
];

/** Until when what counts was entered, in microseconds since 2000. */
const knownBy = ({ when: { asOf, knownThen, knownBy } }: Frame): number => {
  const by = knownThen ? asOf : knownBy;
  return by === undefined ? Number.POSITIVE_INFINITY : microsOf(by);
};

/** The copies of one process: which there are, and which are being read. */
const shelfOf = (db: Db, options: FactMemoryOptions) => {
  const copies = new Map<number, Copy>();
  const loading = new Map<number, Promise<void>>();
  /** Cities of which no copy is kept, and until when that need not be looked at again. */
  const without = new Map<number, number>();
  let uses = 0;

  const makeRoom = (): void => {
    const held = (): number => [...copies.values()].reduce((sum, copy) => sum + bytesIn(copy.tables), 0);
    while (copies.size > 1 && held() > options.mostBytes) {
      const [oldest] = [...copies].sort(([, a], [, b]) => a.used - b.used);
      if (oldest !== undefined) copies.delete(oldest[0]);
    }
  };
  const use = (copy: Copy): Copy => {
    uses += 1;
    copy.used = uses;
    return copy;
  };
  const begin = (j: number): void => {
    if (loading.has(j) || (without.get(j) ?? 0) > Date.now()) return;
    const leave = (): void => void without.set(j, Date.now() + 600_000);
    const work = async (): Promise<void> => {
      if ((await db.outside(estimateRows)) < options.leastRows) return leave();
      const copy = await load(db, j, options.mostBytes);
      if (copy === null) return leave();
      copies.set(j, use(copy));
      makeRoom();
    };
    // What fails here is asked of SQL, which tells its own fault.
    const done = work()
      .catch(leave)
      .finally(() => loading.delete(j));
    loading.set(j, done);
  };
  return {
    /** The copy of a jurisdiction; null: there is none, and it is begun. */
    copyOf: (j: number): Copy | null => {
      const copy = copies.get(j);
      if (copy !== undefined) return use(copy);
      begin(j);
      return null;
    },
    drop: (j: number, copy: Copy): void => {
      if (copies.get(j) === copy) copies.delete(j);
    },
    settled: async (): Promise<void> => {
      await Promise.all(loading.values());
    },
  };
};

/** Opens the memory of one server process. Nothing is read before the first question. */
export const openFactMemory = (db: Db, options: FactMemoryOptions = usualMemory): FactMemory => {
  const shelf = shelfOf(db, options);
  const scanAll = async <T>(
    tx: Tx,
    frames: readonly [Frame, ...Frame[]],
    source: FigureSource,
    dimensions: readonly Dimension[],
    work: (scans: readonly Scan[]) => T,
  ): Promise<T | null> => {
    const [{ jurisdictionId: j, reach }] = frames;
    // A unit reaches nothing of what is no unit's own.
    if (reach.kind === 'units' && !isOfUnits(source)) return null;
    const copy = shelf.copyOf(j);
    if (copy === null) return null;
    const derivations = await Promise.all(
      frames.map((one) =>
        derivationsOf(tx, one, [...dimensions, ...(Object.keys(one.filters) as Dimension[])]),
      ),
    );
    const counted = copy.turn.then(async () => {
      const state = await refresh(tx, j, copy);
      if (state === 'stale') shelf.drop(j, copy);
      const table = copy.tables[source];
      if (state !== 'fresh' || table.size === 0) return null;
      return work(
        frames.map((frame, index) => ({
          table,
          accessorOf: accessorIn(table, source, derivations[index] ?? new Map()),
          asOf: microsOf(frame.when.asOf),
          knownBy: knownBy(frame),
          narrowings: narrowingsOf(frame),
        })),
      );
    });
    // Whatever was half done is not counted from again.
    copy.turn = counted.catch(() => shelf.drop(j, copy));
    return counted;
  };
  const both =
    <T>(work: (then: Scan, now: Scan) => T) =>
    ([then, now]: readonly Scan[]): T => {
      if (then === undefined || now === undefined) throw new Error('Two moments are looked at');
      return work(then, now);
    };
  return {
    scan: (tx, question, source, dimensions, work) =>
      scanAll(tx, [question], source, dimensions, ([scan]) => {
        if (scan === undefined) throw new Error('One moment is looked at');
        return work(scan);
      }),
    scanBoth: (tx, then, now, source, dimensions, work) =>
      scanAll(tx, [then, now], source, dimensions, both(work)),
    settled: shelf.settled,
  };
};

/** The dimensions that sets speak of. */
export const dimensionsIn = (sets: readonly AnySet[]): readonly Dimension[] => {
  const found = new Set<Dimension>();
  const look = (expression: AnySet['where']): void => {
    if ('all' in expression) expression.all.forEach(look);
    else if ('any' in expression) expression.any.forEach(look);
    else if ('not' in expression) look(expression.not);
    else if ('is' in expression) found.add(expression.is);
  };
  for (const { where, counting } of sets) {
    look(where);
    if (counting !== 'rows' && 'distinct' in counting) found.add(counting.distinct);
  }
  return [...found];
};
