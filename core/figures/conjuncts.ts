/** Sets taken apart into what must hold of each of them, so that what they share is asked of a row once. */
import type { AnySet, Expression, Filters } from '#core/figures/expression.ts';
import type { Dimension } from '#core/figures/columns.ts';

/** What must all hold for an expression to hold. */
const conjunctsOf = (expression: Expression): readonly Expression[] =>
  'all' in expression ? expression.all.flatMap(conjunctsOf) : [expression];

const keyed = (expression: Expression): ReadonlyMap<string, Expression> =>
  new Map(conjunctsOf(expression).map((one) => [JSON.stringify(one), one]));

export type Shared = {
  /** What holds for every row of every one of them. */
  readonly common: Expression;
  /** For each expression what it asks beyond that, in their order. */
  readonly rests: readonly Expression[];
};

const all = (parts: Iterable<Expression>): Expression => ({ all: [...parts] });

/** Splits expressions into what is common to all of them and the rest of each. */
export const shareConjuncts = (expressions: readonly Expression[]): Shared => {
  const parts = expressions.map(keyed);
  const [first = new Map<string, Expression>(), ...others] = parts;
  const common = new Map([...first].filter(([key]) => others.every((one) => one.has(key))));
  return {
    common: all(common.values()),
    rests: parts.map((one) => all([...one].flatMap(([key, part]) => (common.has(key) ? [] : [part])))),
  };
};

/** Whether an expression leaves nothing out. */
export const isEverything = (expression: Expression): boolean =>
  'all' in expression && expression.all.every(isEverything);

/** A set narrowed by more than its question is: the filters become part of what it says. */
export const narrowSet = (set: AnySet, filters: Filters): AnySet => {
  const added = (Object.entries(filters) as [Dimension, readonly string[]][]).map(([is, values]) => ({
    is,
    in: values,
  }));
  // The parts that are added are of no one kind of row: `is` means the same of each.
  return added.length === 0 ? set : ({ ...set, where: { all: [set.where, ...added] } } as AnySet);
};
