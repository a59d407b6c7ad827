/** Counts sets: many of one kind of row in one pass, whole or crossed by two dimensions. */
import type { Dimension, FigureSource } from '#core/figures/columns.ts';
import type { AnySet, Filters } from '#core/figures/expression.ts';
import type { Variant } from '#core/figures/figure.ts';
import { anchorOf } from '#core/figures/in-period.ts';
import type { Measured } from '#core/figures/rate.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { dimensionColumn, readValue, relations } from './relation.views.ts';
import { conditionOf, countOf, type Reach, reachCondition, standingRows, type When } from './set.views.ts';

type Sql = RawBuilder<unknown>;

/** What every question is asked within. */
export type Question = {
  readonly jurisdictionId: number;
  readonly reach: Reach;
  readonly filters: Filters;
  readonly when: When;
};

/** A figure as counted; `enteredLater`: rows of its numerator that were entered after the moment asked for. */
export type Counted = Measured & { readonly enteredLater: number };

type Wanted = { readonly set: AnySet; readonly later: boolean };

const setsOf = ({ numerator, denominator }: Variant): readonly Wanted[] => [
  { set: numerator, later: false },
  { set: numerator, later: true },
  ...(denominator === null ? [] : [{ set: denominator, later: false }]),
];

const keyOf = ({ set, later }: Wanted): string =>
  JSON.stringify([set.source, set.where, set.counting, later]);

const counting = ({ set, later }: Wanted, { when }: Question): Sql => {
  const condition = conditionOf(set.source, set.where, when.asOf);
  return countOf(
    set,
    later ? sql`${condition} and f.recorded_at > ${when.asOf}::timestamptz` : condition,
    when.asOf,
  );
};

const standing = (question: Question, source: FigureSource): Sql =>
  standingRows(
    question.jurisdictionId,
    source,
    question.filters,
    question.when,
    reachCondition(question.reach, source),
  );

/** Counts of sets of one kind of row, in one pass over its rows. */
const countIn = async (
  tx: Tx,
  question: Question,
  source: FigureSource,
  wanted: readonly Wanted[],
): Promise<readonly number[]> => {
  const columns = wanted.map((one) => counting(one, question));
  const { rows } = await sql<{ counts: (number | string)[] }>`
    select array[${sql.join(columns.map((one) => sql`(${one})::bigint`))}] as counts
    from ${relations[source].from} f where ${standing(question, source)}`.execute(tx);
  return (rows[0]?.counts ?? []).map(Number);
};

/** Counts several figures as of one moment, in one pass for each kind of row. */
export const countVariants = async (
  tx: Tx,
  question: Question,
  variants: readonly Variant[],
): Promise<readonly Counted[]> => {
  const wanted = new Map(variants.flatMap(setsOf).map((one) => [keyOf(one), one]));
  const bySource = Map.groupBy(wanted.values(), ({ set }) => set.source);
  const counts = new Map<string, number>();
  await Promise.all(
    [...bySource].map(async ([source, list]) => {
      const found = await countIn(tx, question, source, list);
      for (const [index, one] of list.entries()) counts.set(keyOf(one), found[index] ?? 0);
    }),
  );
  const count = (set: AnySet, later = false): number => counts.get(keyOf({ set, later })) ?? 0;
  return variants.map(({ numerator, denominator }) => ({
    numerator: count(numerator),
    denominator: denominator === null ? null : count(denominator),
    enteredLater: count(numerator, true),
  }));
};

/** One cell; null of a dimension: all its values together. */
export type CrossCell = Measured & { readonly row: string | null; readonly column: string | null };

type CrossRow = {
  readonly row: string | null;
  readonly col: string | null;
  readonly all_rows: number;
  readonly all_columns: number;
  readonly counts: readonly (number | string)[];
};

/** Sets of one kind of row, for each value of one or two dimensions and for all of them. */
const crossIn = async (
  tx: Tx,
  question: Question,
  source: FigureSource,
  by: { readonly rows: Dimension; readonly columns: Dimension | null },
  sets: readonly AnySet[],
): Promise<
  ReadonlyMap<
    string,
    { readonly row: string | null; readonly column: string | null; readonly counts: readonly number[] }
  >
> => {
  const { asOf } = question.when;
  const [first] = sets;
  const anchor = first === undefined ? undefined : anchorOf(first);
  const column = (dimension: Dimension): Sql => dimensionColumn(source, dimension, asOf, anchor);
  const second = by.columns === null ? sql`null::text` : sql`${column(by.columns)}::text`;
  const inSets = sql.join(
    sets.map(({ where }) => sql`(${conditionOf(source, where, asOf)})`),
    sql` or `,
  );
  const own = sets.map((set) => countOf(set, conditionOf(source, set.where, asOf), asOf));
  // Rows and sums add up, so that the few heaps of what is alike are added up; what counts each unit once does not.
  const additive = sets.every(({ counting }) => counting === 'rows' || 'sum' in counting);
  const from = sql`from ${relations[source].from} f where ${standing(question, source)} and (${inSets})`;
  const singly = sql`from (select f.*, ${column(by.rows)}::text as row_key, ${second} as column_key ${from} offset 0) f`;
  const heaps = sql`from (select ${column(by.rows)}::text as row_key, ${second} as column_key,
      ${sql.join(own.map((one, index) => sql`${one} as ${sql.ref(`n${index}`)}`))} ${from} group by 1, 2) f`;
  const counts = additive ? sets.map((_, index) => sql`coalesce(sum(${sql.ref(`f.n${index}`)}), 0)`) : own;
  const { rows } = await sql<CrossRow>`
    select f.row_key as row, f.column_key as col, grouping(f.row_key) as all_rows, grouping(f.column_key) as all_columns,
      array[${sql.join(counts.map((one) => sql`(${one})::bigint`))}] as counts
    ${additive ? heaps : singly}
    group by grouping sets ((f.row_key, f.column_key), (f.row_key), (f.column_key), ())`.execute(tx);
  const keyed = rows.map((one) => {
    const row = one.all_rows === 1 ? null : readValue(source, by.rows, one.row);
    const col = one.all_columns === 1 || by.columns === null ? null : readValue(source, by.columns, one.col);
    return [JSON.stringify([row, col]), { row, column: col, counts: one.counts.map(Number) }] as const;
  });
  return new Map(keyed);
};

/** A figure crossed by one or two dimensions, with its totals counted by themselves, not added up. */
export const crossVariant = async (
  tx: Tx,
  question: Question,
  { numerator, denominator }: Variant,
  by: { readonly rows: Dimension; readonly columns: Dimension | null },
): Promise<readonly CrossCell[]> => {
  if (denominator === null || denominator.source === numerator.source) {
    const sets = denominator === null ? [numerator] : [numerator, denominator];
    const found = await crossIn(tx, question, numerator.source, by, sets);
    return [...found.values()].map(({ row, column, counts }) => ({
      row,
      column,
      numerator: counts[0] ?? 0,
      denominator: denominator === null ? null : (counts[1] ?? 0),
    }));
  }
  const [above, below] = await Promise.all([
    crossIn(tx, question, numerator.source, by, [numerator]),
    crossIn(tx, question, denominator.source, by, [denominator]),
  ]);
  const cells = new Map([...below, ...above]);
  return [...cells].map(([key, { row, column }]) => ({
    row,
    column,
    numerator: above.get(key)?.counts[0] ?? 0,
    denominator: below.get(key)?.counts[0] ?? 0,
  }));
};
