/** What moved between two moments: the rows that came into a set, and those that left it. */
import { shareConjuncts } from '#core/figures/conjuncts.ts';
import type { AnySet, Expression } from '#core/figures/expression.ts';
import type { FigureSource } from '#core/figures/columns.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { dimensionsIn, type FactMemory } from './memory/fact-memory.ts';
import { countMoveScan, listMoveScan, type MoveCounts, type MovedKey } from './memory/move-scan.ts';
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

/** One of the two moments; `memory` of the later one: where many rows may be compared instead of by SQL. */
type Moment = Frame & { readonly memory?: FactMemory };

/**
 * Moves of groups of sets of one kind of row, in one pass over its rows at both moments: each row has a signature at
 * either. A row that came into several sets of a group came once.
 */
const countBySql = async (
  tx: Tx,
  then: Frame,
  now: Frame,
  source: FigureSource,
  groups: readonly (readonly AnySet[])[],
): Promise<readonly MoveCounts[]> => {
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

/** The same from the copy in memory, or by as few queries as signatures allow. */
const countIn = async (
  tx: Tx,
  then: Moment,
  now: Moment,
  source: FigureSource,
  groups: readonly (readonly AnySet[])[],
): Promise<readonly MoveCounts[]> => {
  const inMemory = await now.memory?.scanBoth(tx, then, now, source, dimensionsIn(groups.flat()), (was, is) =>
    countMoveScan(was, is, groups),
  );
  if (inMemory !== null && inMemory !== undefined) return inMemory;
  const parts = fitting(groups, (sets) => ({ any: sets.map(({ where }) => where) }));
  return (await Promise.all(parts.map((part) => countBySql(tx, then, now, source, part)))).flat();
};

/**
 * How many rows came into the sets of each group between two moments, and left them, each row once; a few passes however
 * many groups there are.
 */
export const countMoves = async (
  tx: Tx,
  then: Moment,
  now: Moment,
  groups: readonly (readonly AnySet[])[],
): Promise<readonly MoveCounts[]> => {
  const ofOneKind = groups.flatMap((group, index) =>
    [...Map.groupBy(group, ({ source }) => source)].map(([source, sets]) => ({ index, source, sets })),
  );
  const counted = await Promise.all(
    [...Map.groupBy(ofOneKind, ({ source }) => source)].map(async ([source, list]) => {
      const found = await countIn(
        tx,
        then,
        now,
        source,
        list.map(({ sets }) => sets),
      );
      return list.map(({ index }, place) => ({ index, ...(found[place] ?? { came: 0, left: 0 }) }));
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

/** One page of the rows that moved, behind a key, and how many there are in all. */
export const listMoves = async (
  tx: Tx,
  then: Moment,
  now: Moment,
  set: AnySet,
  page: { readonly after: number; readonly limit: number },
): Promise<{ readonly total: number; readonly moves: readonly MovedKey[] }> => {
  const inMemory = await now.memory?.scanBoth(tx, then, now, set.source, dimensionsIn([set]), (was, is) =>
    listMoveScan(was, is, set, page),
  );
  if (inMemory !== null && inMemory !== undefined) return inMemory;
  const { rows } = await sql<{ total: number | string; moves: readonly MovedKey[] | null }>`
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
