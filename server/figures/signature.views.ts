/**
 * Many sets of one kind of row in one pass: each plain condition that any of them is made of is asked of a row once and
 * becomes a bit of a number, its signature. Rows of the same signature are in the same sets, so that the sets are then
 * looked for among a few hundred signatures instead of in every row.
 */
import type { Expression } from '#core/figures/expression.ts';
import type { FigureSource } from '#core/figures/columns.ts';
import type { Instant } from '#core/words.ts';
import { type RawBuilder, sql } from 'kysely';
import { conditionOf } from './set.views.ts';

type Sql = RawBuilder<unknown>;

/** Bits of a bigint that may be used; the sign is left alone. */
const mostBits = 62;

const leavesOf = (expression: Expression): readonly Expression[] => {
  if ('all' in expression) return expression.all.flatMap(leavesOf);
  if ('any' in expression) return expression.any.flatMap(leavesOf);
  return 'not' in expression ? leavesOf(expression.not) : [expression];
};

/** The plain conditions that expressions are made of, each once. */
const plainConditions = (expressions: readonly Expression[]): readonly Expression[] => [
  ...new Map(expressions.flatMap(leavesOf).map((one) => [JSON.stringify(one), one])).values(),
];

export type Signature = {
  /** The number of a row `f`, a bigint. */
  readonly number: Sql;
  /** The condition under which a signature (a column) is of rows in the set that the expression says. */
  readonly holds: (expression: Expression, column: Sql) => Sql;
};

const bit = (place: number): Sql => sql.raw(`${2n ** BigInt(place)}::bigint`);

export const signatureOf = (
  source: FigureSource,
  expressions: readonly Expression[],
  asOf: Instant,
): Signature => {
  const leaves = plainConditions(expressions);
  const places = new Map(leaves.map((leaf, place) => [JSON.stringify(leaf), place]));
  const holds = (expression: Expression, column: Sql): Sql => {
    if ('all' in expression)
      return expression.all.length === 0
        ? sql`true`
        : sql`(${sql.join(
            expression.all.map((one) => holds(one, column)),
            sql` and `,
          )})`;
    if ('any' in expression)
      return expression.any.length === 0
        ? sql`false`
        : sql`(${sql.join(
            expression.any.map((one) => holds(one, column)),
            sql` or `,
          )})`;
    if ('not' in expression) return sql`not ${holds(expression.not, column)}`;
    const place = places.get(JSON.stringify(expression));
    if (place === undefined) throw new Error('A condition that the signature was not made of');
    return sql`(${column} & ${bit(place)} <> 0)`;
  };
  const bits = leaves.map(
    (leaf, place) => sql`case when ${conditionOf(source, leaf, asOf)} then ${bit(place)} else 0 end`,
  );
  return { number: bits.length === 0 ? sql`0::bigint` : sql`(${sql.join(bits, sql` | `)})`, holds };
};

/** Cuts a list so that the conditions of each part fit a signature. */
export const fitting = <T>(
  list: readonly T[],
  whereOf: (one: T) => Expression,
): readonly (readonly T[])[] => {
  if (list.length < 2 || plainConditions(list.map(whereOf)).length <= mostBits) return [list];
  const half = Math.ceil(list.length / 2);
  return [...fitting(list.slice(0, half), whereOf), ...fitting(list.slice(half), whereOf)];
};
