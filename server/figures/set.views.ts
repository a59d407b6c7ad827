/** Sets as conditions: the expressions of core/figures in SQL. Held against their meaning in core/figures/evaluate.ts. */
import type { Actor } from '#core/access.ts';
import { type Dimension, type FigureSource, noValue } from '#core/figures/columns.ts';
import type { AnySet, Expression, Filters } from '#core/figures/expression.ts';
import { isOfUnits } from '#core/figures/figure.ts';
import { isPeriod } from '#core/figures/in-period.ts';
import type { Instant } from '#core/words.ts';
import { type RawBuilder, sql } from 'kysely';
import {
  dimensionColumn,
  flagColumns,
  fromChina,
  inChina,
  numberColumns,
  relations,
  storedValues,
  groupThen,
  unitThen,
} from './relation.views.ts';

type Sql = RawBuilder<unknown>;

/**
 * The moment asked for, and whether only what was known then counts. `knownBy`: or only what was known at a later one,
 * as what was frozen counted what was known when it was frozen.
 */
export type When = { readonly asOf: Instant; readonly knownThen: boolean; readonly knownBy?: Instant };

/** The transaction's own jurisdiction, as a constant: a list that names no column of `f` is looked up once, not for each row. */
const own = sql`nullif(current_setting('luoshi.jurisdiction', true), '')::bigint`;

const isIn = (source: FigureSource, dimension: Dimension, values: readonly string[], asOf: Instant): Sql => {
  const listed = storedValues(source, dimension, values);
  const none = values.includes(noValue);
  // A property of the unit, the session or the person is looked up once for the list, not once for each row.
  if (dimension === 'system' || dimension === 'boundary') {
    const unit = dimensionColumn(source, 'unit', asOf);
    const has = sql`${unit} in (select u.id from unit u where u.jurisdiction_id = ${own} and ${unitThen(dimension, asOf)} = any(${listed}))`;
    return none ? sql`(${unit} is null or ${has})` : has;
  }
  if (dimension === 'term') {
    const has = sql`f.session_id in (select s.id from session s where s.jurisdiction_id = ${own} and s.term_id = any(${listed}))`;
    // What has not been handed in has no session yet.
    return none ? sql`(f.session_id is null or ${has})` : has;
  }
  const column = dimensionColumn(source, dimension, asOf);
  if (dimension === 'district' && !none)
    return sql`f.lead_proposer_id in (select p.id from person p where p.jurisdiction_id = ${own} and ${groupThen(asOf)} = any(${listed}))`;
  return none ? sql`(${column} is null or ${column} = any(${listed}))` : sql`${column} = any(${listed})`;
};

const dateOf = (source: FigureSource, name: string): Sql => {
  const found = relations[source].dates[name];
  if (found === undefined) throw new Error(`${source} has no date ${name}`);
  return found;
};

const localDay = (instant: Sql): Sql => sql`${inChina(instant)}::date`;

/** The condition on `f` under which a row, as it stood, is in the set. Null counts as no. */
export const conditionOf = (source: FigureSource, expression: Expression, asOf: Instant): Sql => {
  const parts = (list: readonly Expression[]): Sql[] => list.map((one) => conditionOf(source, one, asOf));
  const T = sql`${asOf}::timestamptz`;
  if ('all' in expression) return sql`(${sql.join([sql`true`, ...parts(expression.all)], sql` and `)})`;
  if ('any' in expression) return sql`(${sql.join([sql`false`, ...parts(expression.any)], sql` or `)})`;
  if ('not' in expression) return sql`(${conditionOf(source, expression.not, asOf)}) is not true`;
  if ('is' in expression) return isIn(source, expression.is, expression.in, asOf);
  if ('has' in expression) return sql`(${flagColumns[expression.has]})`;
  if ('by' in expression) return sql`${dateOf(source, expression.by)} <= ${T}`;
  if ('dated' in expression) {
    const day = (date: string, more: number): Sql => fromChina(sql`${date}::date + ${more}::integer`);
    const at = dateOf(source, expression.dated);
    return sql`(${at} >= ${day(expression.from, 0)} and ${at} < ${day(expression.to, 1)})`;
  }
  const what = dateOf(source, expression.what);
  if ('inTime' in expression) {
    const than = dateOf(source, expression.inTime);
    return sql`(${what} <= ${T} and (${than} is null or ${what} <= ${than}))`;
  }
  const since = dateOf(source, expression.since);
  return sql`(${what} <= ${T} and ${since} <= ${what} and ${localDay(what)} - ${localDay(since)} <= ${expression.withinDays})`;
};

/** The rows of a kind that are there at a moment, narrowed; `false` where the kind lacks a dimension that narrows. */
export const standingRows = (
  j: number,
  source: FigureSource,
  filters: Filters,
  when: When,
  reach: Sql,
): Sql => {
  const T = sql`${when.asOf}::timestamptz`;
  const version = relations[source].versioned ? sql`f.valid_to > ${T} and f.valid_from <= ${T}` : sql`true`;
  const by = when.knownThen ? when.asOf : when.knownBy;
  const known = by === undefined ? sql`true` : sql`f.recorded_at <= ${by}::timestamptz`;
  // Months and quarters go by the date of each set, and are in its own condition (core/figures/in-period.ts).
  const narrowed = Object.entries(filters).flatMap(([dimension, values]) =>
    isPeriod(dimension as Dimension) ? [] : [isIn(source, dimension as Dimension, values, when.asOf)],
  );
  return sql.join([sql`f.jurisdiction_id = ${j}`, version, known, reach, ...narrowed], sql` and `);
};

/** How the rows of a set are counted, where `condition` holds. */
export const countOf = (set: AnySet, condition: Sql, asOf: Instant): Sql => {
  const { counting } = set;
  if (counting === 'rows') return sql`count(*) filter (where ${condition})`;
  if ('sum' in counting)
    return sql`coalesce(sum(${numberColumns[counting.sum]}) filter (where ${condition}), 0)`;
  return sql`count(distinct ${dimensionColumn(set.source, counting.distinct, asOf)}) filter (where ${condition})`;
};

const everything = ['supervisor', 'city-leader'];
const organRoles = ['congress-office', 'cppcc-office'];
const unitOffices = ['unit-office', 'unit-leader'];

/** Whose figures an actor asks for: all, those of organs, or the duties and replies of units. */
export type Reach =
  | { readonly kind: 'all' }
  | { readonly kind: 'organs'; readonly ids: readonly number[] }
  | { readonly kind: 'units'; readonly ids: readonly number[] };

/** What every question is asked within. */
export type Frame = {
  readonly jurisdictionId: number;
  readonly reach: Reach;
  readonly filters: Filters;
  readonly when: When;
};

/** Of which rows a reader sees more than that they count. */
export type Sight = {
  /** Submissions of these organs. What is no matter yet is read by its organ's office alone, and by no service. */
  readonly organs: readonly number[];
  /** Matters that these units have now; null: all within reach. */
  readonly units: readonly number[] | null;
};

const organsOf = (grants: Actor['grants']): readonly number[] => [
  ...new Set(
    grants.flatMap(({ role, organId }) =>
      organRoles.includes(role) && organId !== undefined ? [organId] : [],
    ),
  ),
];

export const sightOf = ({ grants, via }: Pick<Actor, 'grants' | 'via'>): Sight => {
  const reach = reachOf({ grants });
  return {
    organs: via === 'token' ? [] : organsOf(grants),
    units: reach?.kind === 'units' ? reach.ids : null,
  };
};

/** The widest that his roles give; null: none of them asks for figures. */
export const reachOf = ({ grants }: Pick<Actor, 'grants'>): Reach | null => {
  if (grants.some(({ role }) => everything.includes(role))) return { kind: 'all' };
  const organs = organsOf(grants);
  if (organs.length > 0) return { kind: 'organs', ids: organs };
  const units = grants.flatMap(({ role, unitId }) =>
    unitOffices.includes(role) && unitId !== undefined ? [unitId] : [],
  );
  return units.length > 0 ? { kind: 'units', ids: units } : null;
};

/** The condition on `f` under which a row is within reach. A unit reaches nothing but what is its own. */
export const reachCondition = (reach: Reach, source: FigureSource): Sql => {
  if (reach.kind === 'all') return sql`true`;
  if (reach.kind === 'organs') return sql`f.organ_id = any(${[...reach.ids]}::integer[])`;
  return isOfUnits(source) ? sql`f.unit_id = any(${[...reach.ids]}::integer[])` : sql`false`;
};
