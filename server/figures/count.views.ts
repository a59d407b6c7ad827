/** Counts sets: many of one kind of row in one pass, whole or crossed by two dimensions. */
import type { Dimension, FigureSource } from '#core/figures/columns.ts';
import { isEverything, narrowSet, shareConjuncts } from '#core/figures/conjuncts.ts';
import type { AnySet, Filters } from '#core/figures/expression.ts';
import type { Variant } from '#core/figures/figure.ts';
import { anchorOf, isPeriod } from '#core/figures/in-period.ts';
import type { Measured } from '#core/figures/rate.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { dimensionsIn, type FactMemory } from './memory/fact-memory.ts';
import { countScan, crossScan } from './memory/scan.ts';
import { dimensionColumn, groupThen, numberColumns, readValue, relations, rollUp } from './relation.views.ts';
import { conditionOf, countOf, type Frame, reachCondition, standingRows } from './set.views.ts';
import { fitting, signatureOf } from './signature.views.ts';

type Sql = RawBuilder<unknown>;

/** What every question is asked within; `memory`: where many rows may be counted instead of by SQL. */
export type Question = Frame & { readonly memory?: FactMemory };

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

const standing = (question: Question, source: FigureSource): Sql =>
  standingRows(
    question.jurisdictionId,
    source,
    question.filters,
    question.when,
    reachCondition(question.reach, source),
  );

/** Each set's condition on every row: short where there are few sets. */
const countEach = (question: Question, source: FigureSource, wanted: readonly Wanted[]): Sql => {
  const { asOf } = question.when;
  const { common, rests } = shareConjuncts(wanted.map(({ set }) => set.where));
  const counts = wanted.map(({ set, later }, index) => {
    const rest = conditionOf(source, rests[index] ?? { all: [] }, asOf);
    return countOf(set, later ? sql`f.recorded_at > ${asOf}::timestamptz and ${rest}` : rest, asOf);
  });
  return sql`select array[${sql.join(counts.map((one) => sql`(${one})::bigint`))}] as counts
    from ${relations[source].from} f
    where ${standing(question, source)} and ${conditionOf(source, common, asOf)}`;
};

/** Each plain condition on every row once, and the sets among the few signatures that there are. */
const countBySignature = (question: Question, source: FigureSource, wanted: readonly Wanted[]): Sql => {
  const { asOf } = question.when;
  const { common, rests } = shareConjuncts(wanted.map(({ set }) => set.where));
  const { number, holds } = signatureOf(source, rests, asOf);
  const sums = [
    ...new Set(
      wanted.flatMap(({ set: { counting } }) =>
        counting !== 'rows' && 'sum' in counting ? [counting.sum] : [],
      ),
    ),
  ];
  const hasUnits = wanted.some(({ set: { counting } }) => counting !== 'rows' && 'distinct' in counting);
  const unit = hasUnits ? dimensionColumn(source, 'unit', asOf) : sql`null::bigint`;
  const counts = wanted.map(({ set: { counting }, later }, index) => {
    const inSet = holds(rests[index] ?? { all: [] }, sql`h.number`);
    const filter = sql`filter (where ${later ? sql`h.later and ${inSet}` : inSet})`;
    if (counting === 'rows') return sql`coalesce(sum(h.n) ${filter}, 0)`;
    if ('sum' in counting) return sql`coalesce(sum(${sql.ref(`h.${counting.sum}`)}) ${filter}, 0)`;
    return sql`count(distinct h.unit) ${filter}`;
  });
  const heaps = sql`select ${number} as number, f.recorded_at > ${asOf}::timestamptz as later, ${unit} as unit,
      ${sql.join([sql`count(*) as n`, ...sums.map((one) => sql`sum(${numberColumns[one]}) as ${sql.ref(one)}`)])}
    from ${relations[source].from} f
    where ${standing(question, source)} and ${conditionOf(source, common, asOf)} group by 1, 2, 3`;
  return sql`select array[${sql.join(counts.map((one) => sql`(${one})::bigint`))}] as counts from (${heaps}) h`;
};

/** From how many sets on their signatures cost less than their conditions. */
const manySets = 7;

const countBySql = async (
  tx: Tx,
  question: Question,
  source: FigureSource,
  wanted: readonly Wanted[],
): Promise<readonly number[]> => {
  const query = wanted.length < manySets ? countEach : countBySignature;
  const { rows } = await sql<{ counts: (number | string)[] }>`${query(question, source, wanted)}`.execute(tx);
  return (rows[0]?.counts ?? []).map(Number);
};

/** Counts of sets of one kind of row, in one pass over its rows. */
const countIn = async (
  tx: Tx,
  question: Question,
  source: FigureSource,
  wanted: readonly Wanted[],
): Promise<readonly number[]> => {
  const dimensions = dimensionsIn(wanted.map(({ set }) => set));
  const inMemory = await question.memory?.scan(tx, question, source, dimensions, (scan) =>
    countScan(scan, wanted),
  );
  if (inMemory !== null && inMemory !== undefined) return inMemory;
  const parts = fitting(wanted, ({ set }) => set.where);
  return (await Promise.all(parts.map((part) => countBySql(tx, question, source, part)))).flat();
};

const countSets = async (
  tx: Tx,
  question: Question,
  wanted: ReadonlyMap<string, Wanted>,
): Promise<ReadonlyMap<string, number>> => {
  const bySource = Map.groupBy(wanted.values(), ({ set }) => set.source);
  const counts = new Map<string, number>();
  await Promise.all(
    [...bySource].map(async ([source, list]) => {
      const found = await countIn(tx, question, source, list);
      for (const [index, one] of list.entries()) counts.set(keyOf(one), found[index] ?? 0);
    }),
  );
  return counts;
};

/** Figures asked within one frame. */
export type Asked = { readonly question: Question; readonly variants: readonly Variant[] };

/** What decides which rows are looked at: questions that share it are asked together. */
const frameOf = ({ question: { jurisdictionId, reach, filters, when } }: Asked): string =>
  JSON.stringify([jurisdictionId, reach, when, filters.year, filters.session, filters.organ, filters.unit]);

/** Months and quarters are in the sets already (core/figures/in-period.ts). */
const withoutShared = (filters: Filters, shared: Filters): Filters =>
  Object.fromEntries(
    Object.entries(filters).filter(
      ([dimension]) => !(dimension in shared) && !isPeriod(dimension as Dimension),
    ),
  );

const sharedFilters = (list: readonly Asked[]): Filters => {
  const [first, ...others] = list.map(({ question }) => question.filters);
  return Object.fromEntries(
    Object.entries(first ?? {}).filter(([dimension, values]) =>
      others.every((one) => JSON.stringify(one[dimension as Dimension]) === JSON.stringify(values)),
    ),
  );
};

/** Counts figures of one frame in one pass for each kind of row; what narrows only some becomes part of their sets. */
const countTogether = async (
  tx: Tx,
  list: readonly Asked[],
): Promise<ReadonlyMap<Asked, readonly Counted[]>> => {
  const [first] = list;
  if (first === undefined) return new Map();
  const shared = sharedFilters(list);
  const narrowed = list.map((asked) => {
    const rest = withoutShared(asked.question.filters, shared);
    const variants = asked.variants.map(({ numerator, denominator, ...variant }) => ({
      ...variant,
      numerator: narrowSet(numerator, rest),
      denominator: denominator === null ? null : narrowSet(denominator, rest),
    }));
    return { asked, variants };
  });
  const wanted = new Map(
    narrowed.flatMap(({ variants }) => variants.flatMap(setsOf)).map((one) => [keyOf(one), one]),
  );
  const counts = await countSets(tx, { ...first.question, filters: shared }, wanted);
  const count = (set: AnySet, later = false): number => counts.get(keyOf({ set, later })) ?? 0;
  return new Map(
    narrowed.map(({ asked, variants }) => [
      asked,
      variants.map(({ numerator, denominator }) => ({
        numerator: count(numerator),
        denominator: denominator === null ? null : count(denominator),
        enteredLater: count(numerator, true),
      })),
    ]),
  );
};

/** Counts figures of several questions, those that look at the same rows together. */
export const countMany = async (
  tx: Tx,
  asked: readonly Asked[],
): Promise<readonly (readonly Counted[])[]> => {
  const groups = Map.groupBy(asked, frameOf);
  const found = await Promise.all([...groups.values()].map((list) => countTogether(tx, list)));
  const all = new Map(found.flatMap((one) => [...one]));
  return asked.map((one) => all.get(one) ?? []);
};

/** Counts several figures as of one moment, in one pass for each kind of row. */
export const countVariants = async (
  tx: Tx,
  question: Question,
  variants: readonly Variant[],
): Promise<readonly Counted[]> => (await countMany(tx, [{ question, variants }]))[0] ?? [];

/** By what a figure is crossed. */
export type By = { readonly rows: Dimension; readonly columns: Dimension | null };

/** One cell; null of a dimension: all its values together. */
export type CrossCell = Measured & { readonly row: string | null; readonly column: string | null };

type CrossRow = {
  readonly row: string | null;
  readonly col: string | null;
  readonly all_rows: number;
  readonly all_columns: number;
  readonly counts: readonly (number | string)[];
};

type Crossed = {
  readonly row: string | null;
  readonly column: string | null;
  readonly counts: readonly number[];
};

/**
 * The rows are first put into heaps of what is alike, which several processes may do side by side; what follows from a
 * unit or a session, all totals, and units that count once, come from the few heaps.
 */
const crossQuery = (question: Question, source: FigureSource, by: By, sets: readonly AnySet[]): Sql => {
  const { jurisdictionId: j, when } = question;
  const { common, rests } = shareConjuncts(sets.map(({ where }) => where));
  const conditions = rests.map((one) => conditionOf(source, one, when.asOf));
  const some = rests.some(isEverything) ? sql`true` : sql`(${sql.join(conditions, sql` or `)})`;
  // Sets that stand in one table are placed in time by one date: the numerator's.
  const [first] = sets;
  const anchor = first === undefined ? undefined : anchorOf(first);
  const within = { source, asOf: when.asOf, j, anchor };
  const row = rollUp(within, by.rows, sql`h.row_part`);
  const column = by.columns === null ? null : rollUp(within, by.columns, sql`h.column_part`);
  const hasUnits = sets.some(({ counting }) => counting !== 'rows' && 'distinct' in counting);
  const unit = hasUnits ? dimensionColumn(source, 'unit', when.asOf) : sql`null::bigint`;
  const parts = sets.map(({ counting }, index) => {
    const filter = sql`filter (where ${conditions[index] ?? sql`true`})`;
    return counting === 'rows' || 'distinct' in counting
      ? sql`count(*) ${filter}`
      : sql`sum(${numberColumns[counting.sum]}) ${filter}`;
  });
  const name = (index: number): Sql => sql.ref(`n${index}`);
  const totals = sets.map(({ counting }, index) =>
    counting === 'rows' || 'sum' in counting
      ? sql`coalesce(sum(${name(index)}), 0)`
      : sql`count(distinct f.unit) filter (where ${name(index)} > 0)`,
  );
  // A person stands for his delegation at once: he would make more heaps than the delegation has rows.
  const joined = [row, column].some((one) => one?.ofPerson === true)
    ? sql`left join (select p.id, ${groupThen(when.asOf)} as group_name from person p
        where p.jurisdiction_id = ${j} offset 0) p on p.id = f.lead_proposer_id`
    : sql``;
  const heaps = sql`select ${row.part} as row_part, ${column?.part ?? sql`null::text`} as column_part, ${unit} as unit,
      ${sql.join(parts.map((one, index) => sql`${one} as ${name(index)}`))}
    from ${relations[source].from} f ${joined}
    where ${standing(question, source)} and ${conditionOf(source, common, when.asOf)} and ${some} group by 1, 2, 3`;
  return sql`select f.row_key as row, f.column_key as col, grouping(f.row_key) as all_rows,
      grouping(f.column_key) as all_columns, array[${sql.join(totals.map((one) => sql`(${one})::bigint`))}] as counts
    from (select (${row.value})::text as row_key, (${column?.value ?? sql`null`})::text as column_key, h.*
      from (${heaps}) h offset 0) f
    group by grouping sets ((f.row_key, f.column_key), (f.row_key), (f.column_key), ())`;
};

const crossBySql = async (
  tx: Tx,
  question: Question,
  source: FigureSource,
  by: By,
  sets: readonly AnySet[],
): Promise<readonly Crossed[]> => {
  const { rows } = await sql<CrossRow>`${crossQuery(question, source, by, sets)}`.execute(tx);
  return rows.map((one) => ({
    row: one.all_rows === 1 ? null : readValue(source, by.rows, one.row),
    column: one.all_columns === 1 || by.columns === null ? null : readValue(source, by.columns, one.col),
    counts: one.counts.map(Number),
  }));
};

/** Sets of one kind of row, for each value of one or two dimensions and for all of them. */
const crossIn = async (
  tx: Tx,
  question: Question,
  source: FigureSource,
  by: By,
  sets: readonly AnySet[],
): Promise<ReadonlyMap<string, Crossed>> => {
  const dimensions = [...dimensionsIn(sets), by.rows, ...(by.columns === null ? [] : [by.columns])];
  const inMemory = await question.memory?.scan(tx, question, source, dimensions, (scan) =>
    crossScan(scan, by, sets),
  );
  const found = inMemory ?? (await crossBySql(tx, question, source, by, sets));
  return new Map(found.map((one) => [JSON.stringify([one.row, one.column]), one]));
};

/** A figure crossed by one or two dimensions, with its totals counted by themselves, not added up. */
export const crossVariant = async (
  tx: Tx,
  question: Question,
  { numerator, denominator }: Variant,
  by: By,
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
