/** What moved between two moments: the rows that came into a set, and those that left it. */
import { shareConjuncts } from '#core/figures/conjuncts.ts';
import type { AnySet, Expression } from '#core/figures/expression.ts';
import type { FigureSource } from '#core/figures/columns.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { relations } from './relation.views.ts';
import { conditionOf, type Frame, reachCondition, standingRows } from './set.views.ts';
import { fitting, signatureOf } from './signature.views.ts';

type Sql = RawBuilder<unknown>;

/** Keys of the rows that are there at the question's moment where an expression holds, with `more` columns of each. */
const keysWhere = (question: Frame, source: FigureSource, where: Expression, more: Sql = sql``): Sql => {
  const standing = standingRows(
    question.jurisdictionId,
    source,
    question.filters,
    question.when,
    reachCondition(question.reach, source),
  );
  return sql`select ${relations[source].key} as key ${more} from ${relations[source].from} f
    where ${standing} and ${conditionOf(source, where, question.when.asOf)}`;
};

export type MoveCount = { readonly came: number; readonly left: number };

/**
 * Moves of groups of sets of one kind of row, in one pass over its rows at both moments: each row has a signature at
 * either. A row that came into several sets of a group came once.
 */
const countIn = async (
  tx: Tx,
  then: Frame,
  now: Frame,
  source: FigureSource,
  groups: readonly (readonly AnySet[])[],
): Promise<readonly MoveCount[]> => {
  const { common, rests } = shareConjuncts(groups.flat().map(({ where }) => where));
  const [was, is] = [then, now].map((one) => signatureOf(source, rests, one.when.asOf));
  if (was === undefined || is === undefined) return [];
  const inSet = (rest: Expression, column: Sql): Sql =>
    sql`(${column} is not null and ${was.holds(rest, column)})`;
  const moved = rests.map((rest) => {
    const [before, after] = [inSet(rest, sql`m.was`), inSet(rest, sql`m.is`)];
    return { came: sql`(${after} and not ${before})`, left: sql`(${before} and not ${after})` };
  });
  let place = 0;
  const counts = groups.flatMap(({ length }) => {
    const own = moved.slice(place, (place += length));
    return (['came', 'left'] as const).map(
      (how) =>
        sql`coalesce(sum(m.n) filter (where ${sql.join(
          own.map((one) => one[how]),
          sql` or `,
        )}), 0)::bigint`,
    );
  });
  const { rows } = await sql<{ counts: (number | string)[] }>`
    select array[${sql.join(counts)}] as counts from (
      select a.number as was, b.number as is, count(*) as n
      from (${keysWhere(then, source, common, sql`, ${was.number} as number`)}) a
      full join (${keysWhere(now, source, common, sql`, ${is.number} as number`)}) b on b.key = a.key
      group by 1, 2) m`.execute(tx);
  const found = (rows[0]?.counts ?? []).map(Number);
  return groups.map((_, index) => ({ came: found[index * 2] ?? 0, left: found[index * 2 + 1] ?? 0 }));
};

/**
 * How many rows came into the sets of each group between two moments, and left them, each row once; a few passes however
 * many groups there are.
 */
export const countMoves = async (
  tx: Tx,
  then: Frame,
  now: Frame,
  groups: readonly (readonly AnySet[])[],
): Promise<readonly MoveCount[]> => {
  const ofOneKind = groups.flatMap((group, index) =>
    [...Map.groupBy(group, ({ source }) => source)].map(([source, sets]) => ({ index, source, sets })),
  );
  const parts = [...Map.groupBy(ofOneKind, ({ source }) => source)].flatMap(([source, list]) =>
    fitting(list, ({ sets }) => ({ any: sets.map(({ where }) => where) })).map((part) => ({ source, part })),
  );
  const counted = await Promise.all(
    parts.map(async ({ source, part }) => {
      const found = await countIn(
        tx,
        then,
        now,
        source,
        part.map(({ sets }) => sets),
      );
      return part.map(({ index }, place) => ({ index, ...(found[place] ?? { came: 0, left: 0 }) }));
    }),
  );
  const byGroup = Map.groupBy(counted.flat(), ({ index }) => index);
  return groups.map((_, index) => {
    const found = byGroup.get(index) ?? [];
    return {
      came: found.reduce((sum, { came }) => sum + came, 0),
      left: found.reduce((sum, { left }) => sum + left, 0),
    };
  });
};

export type Move = { readonly key: number; readonly moved: 'came' | 'left' };

/** One page of the rows that moved, behind a key, and how many there are in all. */
export const listMoves = async (
  tx: Tx,
  then: Frame,
  now: Frame,
  set: AnySet,
  page: { readonly after: number; readonly limit: number },
): Promise<{ readonly total: number; readonly moves: readonly Move[] }> => {
  const { rows } = await sql<{ total: number | string; moves: readonly Move[] | null }>`
    with moved as materialized (
      select coalesce(a.key, b.key)::bigint as key, case when a.key is null then 'came' else 'left' end as moved
      from (${keysWhere(then, set.source, set.where)}) a
      full join (${keysWhere(now, set.source, set.where)}) b on b.key = a.key
      where a.key is null or b.key is null
    ), page as (select key, moved from moved where key > ${page.after} order by key limit ${page.limit})
    select (select count(*) from moved) as total, (select json_agg(p order by p.key) from page p) as moves`.execute(
    tx,
  );
  const [found] = rows;
  return { total: Number(found?.total ?? 0), moves: found?.moves ?? [] };
};
