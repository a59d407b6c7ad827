/** What moved between two moments: the rows that came into a set, and those that left it. */
import type { AnySet } from '#core/figures/expression.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import type { Question } from './count.views.ts';
import { relations } from './relation.views.ts';
import { conditionOf, reachCondition, standingRows } from './set.views.ts';

type Sql = RawBuilder<unknown>;

const keysIn = (question: Question, set: AnySet): Sql => {
  const { source } = set;
  const standing = standingRows(
    question.jurisdictionId,
    source,
    question.filters,
    question.when,
    reachCondition(question.reach, source),
  );
  return sql`select ${relations[source].key} as key from ${relations[source].from} f
    where ${standing} and ${conditionOf(source, set.where, question.when.asOf)}`;
};

const moves = (then: Question, now: Question, set: AnySet): Sql => sql`
  select coalesce(a.key, b.key) as key, case when a.key is null then 'came' else 'left' end as moved
  from (${keysIn(then, set)}) a full join (${keysIn(now, set)}) b on b.key = a.key
  where a.key is null or b.key is null`;

export type MoveCount = { readonly came: number; readonly left: number };

export const countMoves = async (tx: Tx, then: Question, now: Question, set: AnySet): Promise<MoveCount> => {
  const { rows } = await sql<{ came: number; gone: number }>`
    select count(*) filter (where moved = 'came') as came, count(*) filter (where moved = 'left') as gone
    from (${moves(then, now, set)}) m`.execute(tx);
  return { came: Number(rows[0]?.came ?? 0), left: Number(rows[0]?.gone ?? 0) };
};

export type Move = { readonly key: number; readonly moved: 'came' | 'left' };

export const listMoves = async (
  tx: Tx,
  then: Question,
  now: Question,
  set: AnySet,
  page: { readonly after: number; readonly limit: number },
): Promise<readonly Move[]> => {
  const { rows } = await sql<Move>`select key, moved from (${moves(then, now, set)}) m
    where key > ${page.after} order by key limit ${page.limit}`.execute(tx);
  return rows;
};
