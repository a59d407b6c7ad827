import type { OwnerTrace } from '#core/assignment/ownerless.ts';
import type { Actor } from '#core/access.ts';
import type { LocalDate, Moment } from '#core/words.ts';
import { type RawBuilder, sql } from 'kysely';
import type { House } from '../case/load-case.store.ts';
import type { Tx } from '../platform/db/database.ts';
import {
  daysWithoutOwner,
  dutyMatter,
  dutyOf,
  handBackTrace,
  type LightDays,
  lightOf,
  lightsOn,
  ownerlessNow,
} from './duty.views.ts';
import { composeFigures, type OverviewFilter, type UnitCounts } from './overview-figures.ts';
import { reachOf, seesAll } from './reach.ts';

/** The matters that the overview counts. */
export const overviewCondition = (actor: Actor, filter: OverviewFilter): RawBuilder<unknown> =>
  sql`m.jurisdiction_id = ${actor.jurisdictionId} and ${reachOf(actor)}
    and ${filter.year === undefined ? sql`true` : sql`m.year = ${filter.year}`}
    and ${filter.organId === undefined ? sql`true` : sql`m.organ_id = ${filter.organId}`}`;

type Matters = { stages: Record<string, number>; due: Record<string, number> };

/** Everything counted of matters, in one pass over them. */
const countMatters = async (tx: Tx, where: RawBuilder<unknown>, days: LightDays): Promise<Matters> => {
  const { rows } = await sql<Matters>`
    with counted as materialized (
      select m.stage, ${lightOf(sql`m.due_on`, days)} as due, count(*) as n from matter m where ${where} group by 1, 2),
    stages as (select stage as key, sum(n)::int as n from counted group by 1),
    due as (select due as key, sum(n)::int as n from counted where due is not null group by 1)
    select (select coalesce(json_object_agg(key, n), '{}') from stages) as stages,
      (select coalesce(json_object_agg(key, n), '{}') from due) as due`.execute(tx);
  return rows[0] ?? { stages: {}, due: {} };
};

const joined = sql`join matter m on m.jurisdiction_id = a.jurisdiction_id and m.id = a.matter_id`;

/**
 * Live duties in heaps of what is alike, grouped in the order of their index; those with a date are counted up to
 * each light. `where`: null when every matter counts: then the duties come from that index alone, and the few of
 * withdrawn matters are taken off again.
 */
const dutyHeaps = (j: number, days: LightDays, where: RawBuilder<unknown> | null): RawBuilder<unknown> => {
  const before = (day: string, sign: RawBuilder<unknown>) =>
    sql`${sign} count(*) filter (where a.due_on < ${day}::date)`;
  const heap = (
    sign: RawBuilder<unknown>,
  ) => sql`a.unit_id, a.role, a.result_class, a.state, ${sign} count(*) as n,
    ${before(days.today, sign)} as overdue, ${before(days.urgentUntil, sign)} as until_urgent,
    ${before(days.soonUntil, sign)} as until_soon, ${before('infinity', sign)} as dated`;
  return where === null
    ? sql`select ${heap(sql``)} from assignment a where a.jurisdiction_id = ${j} and a.live group by 1, 2, 3, 4
        union all
        select ${heap(sql`-`)} from assignment a ${joined}
        where m.jurisdiction_id = ${j} and m.stage = 'withdrawn' and a.live group by 1, 2, 3, 4`
    : sql`select ${heap(sql``)} from assignment a ${joined}
        where a.jurisdiction_id = ${j} and a.live and m.stage <> 'withdrawn' and ${where} group by 1, 2, 3, 4`;
};

/** Every unit that has or had a duty, with its counts by the keys of `unitColumns`. */
const countUnits = (
  tx: Tx,
  j: number,
  days: LightDays,
  where: RawBuilder<unknown>,
  everything: boolean,
): Promise<{ rows: UnitCounts[] }> => {
  const replies = sql`role <> 'assist'`;
  const n = (filter: RawBuilder<unknown>, of = sql`n`) =>
    sql`coalesce(sum(${of}) filter (where ${filter}), 0)::int`;
  return sql<UnitCounts>`
    with heaps as materialized (${dutyHeaps(j, days, everything ? null : where)}),
    duties as (
      select unit_id, json_build_object('answering', ${n(replies)},
        'unsigned', ${n(sql`${replies} and state = 'assigned'`)},
        'open', ${n(sql`${replies} and state in ('signed', 'rehandling', 'handBackRequested')`)},
        'answered', ${n(sql`${replies} and state = 'answered'`)}, 'assisting', ${n(sql`role = 'assist'`)},
        'overdue', ${n(replies, sql`overdue`)}, 'urgent', ${n(replies, sql`until_urgent - overdue`)},
        'soon', ${n(replies, sql`until_soon - until_urgent`)}, 'ample', ${n(replies, sql`dated - until_soon`)}) as counts,
        sum(n) as n
      from heaps group by unit_id having sum(n) > 0),
    classes as (
      select unit_id, json_object_agg(result_class, n) as counts from (
        select unit_id, result_class, sum(n)::int as n from heaps where result_class is not null and ${replies}
        group by 1, 2) x group by unit_id),
    returned as (
      select a.unit_id, json_build_object(
          'toDecide', count(*) filter (where ${dutyOf('toDecide')} and ${dutyMatter('toDecide')}),
          'handedBack', count(*) filter (where ${dutyOf('handedBack')} and ${dutyMatter('handedBack')})) as counts
      from assignment a ${joined}
      where a.jurisdiction_id = ${j} and a.hand_back_requested_on is not null and ${where} group by 1)
    select json_build_object('id', u.id, 'name', u.name, 'boundary', u.boundary) as unit,
      d.counts as duties, c.counts as classes, r.counts as "handBacks"
    from unit u left join duties d on d.unit_id = u.id left join classes c on c.unit_id = u.id
    left join returned r on r.unit_id = u.id
    where u.jurisdiction_id = ${j} and (d.unit_id is not null or r.unit_id is not null)
    order by d.n desc nulls last, u.id`.execute(tx);
};

/** Matters that no unit has in hand now, and the days that they have been without one, all together. */
const countOwnerless = async (tx: Tx, j: number, where: RawBuilder<unknown>, today: LocalDate) => {
  const { rows } = await sql<{ trace: OwnerTrace[] | null }>`
    select ${handBackTrace} as trace from matter m where ${where} and ${ownerlessNow(j)}`.execute(tx);
  return {
    matters: rows.length,
    days: rows.reduce((days, { trace }) => days + daysWithoutOwner(trace, today), 0),
  };
};

/** Counts by stage, due state, class and unit; each says what it counts and opens to its rows (law 2). */
export const viewOverview = async (
  tx: Tx,
  house: House,
  actor: Actor,
  at: Moment,
  filter: OverviewFilter,
) => {
  const j = actor.jurisdictionId;
  const where = overviewCondition(actor, filter);
  const days = lightsOn(at.date, house);
  const everything = seesAll(actor) && filter.year === undefined && filter.organId === undefined;
  const [years, counted, counts, ownerless] = await Promise.all([
    sql<{ year: number }>`
      select distinct s.year from session s where s.jurisdiction_id = ${j} order by 1 desc`.execute(tx),
    countMatters(tx, where, days),
    countUnits(tx, j, days, where, everything),
    countOwnerless(tx, j, where, at.date),
  ]);
  return {
    asOf: at.instant,
    years: years.rows.map((row) => row.year),
    ...composeFigures(filter, house.ruleset, { ...counted, units: counts.rows, ownerless }),
  };
};
