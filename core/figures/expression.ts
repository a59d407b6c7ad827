/** Sets as data: a small tree over the columns of facts, that SQL, memory and the reader's sentence are made from. */
import type { Instant, LocalDate, Text } from '../words.ts';
import type { CountUnit, DateOf, Dimension, FigureSource, Flag, NumberColumn } from './columns.ts';

/**
 * `by`: it had happened as of the moment asked for. `inTime`: `what` had happened, and not after `than`.
 * `dated`: the day of it lies from one day to another, both included.
 * `withinDays`: `what` had happened at most so many calendar days after `since`, both as local days; 0: on the same day.
 */
export type Expression<S extends FigureSource = FigureSource> =
  | { readonly is: Dimension; readonly in: readonly string[] }
  | { readonly has: Flag }
  | { readonly by: DateOf<S> }
  | { readonly what: DateOf<S>; readonly inTime: DateOf<S> }
  | { readonly what: DateOf<S>; readonly since: DateOf<S>; readonly withinDays: number }
  | { readonly dated: DateOf<S>; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly all: readonly Expression<S>[] }
  | { readonly any: readonly Expression<S>[] }
  | { readonly not: Expression<S> };

/** How the rows of a set are counted. */
export type Counting = 'rows' | { readonly distinct: 'unit' } | { readonly sum: NumberColumn };

/** A set of one kind of row, with the name that readers know it by. */
export type FigureSet<S extends FigureSource = FigureSource> = {
  readonly name: Text;
  readonly source: S;
  readonly unit: CountUnit;
  readonly where: Expression<S>;
  readonly counting: Counting;
  /** The date that places a row of it in a month or quarter; absent: the usual one of its kind. */
  readonly anchor?: DateOf<S>;
};

/** A set of whichever kind of row. */
export type AnySet = { readonly [S in FigureSource]: FigureSet<S> }[FigureSource];

/** What narrows a figure: the values of each dimension, of which one must fit. */
export type Filters = { readonly [D in Dimension]?: readonly string[] };

/** One row of facts as it stood, in the shape that sets are evaluated on. Dates are instants; null or absent: never. */
export type FactRow = {
  readonly dimensions: { readonly [D in Dimension]?: string | null };
  readonly flags: { readonly [F in Flag]?: boolean };
  readonly numbers: { readonly [N in NumberColumn]?: number };
  readonly dates: Readonly<Record<string, Instant | null>>;
};
