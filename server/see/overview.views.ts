import type { Actor } from '#core/access.ts';
import { addWorkdays } from '#core/clock/calendar.ts';
import { matterStages } from '#core/matter/matter.ts';
import type { Moment } from '#core/words.ts';
import { type RawBuilder, sql } from 'kysely';
import type { House } from '../case/load-case.store.ts';
import type { Tx } from '../platform/db/database.ts';
import { reachOf, seesAll } from './reach.ts';

export type OverviewFilter = { readonly year?: number | undefined; readonly organId?: number | undefined };

/** Figures by what they count, and how many matters have their lead unit in or outside the supervisor's power. */
type Counted = {
  stages: Record<string, number>;
  due: Record<string, number>;
  classes: Record<string, number>;
  boundary: { of: number; matters: number };
};

const condition = (actor: Actor, filter: OverviewFilter): RawBuilder<unknown> =>
  sql`m.jurisdiction_id = ${actor.jurisdictionId} and ${reachOf(actor)}
    and ${filter.year === undefined ? sql`true` : sql`m.year = ${filter.year}`}
    and ${filter.organId === undefined ? sql`true` : sql`m.organ_id = ${filter.organId}`}`;

/** Everything counted of matters, in one pass over them. */
const countMatters = async (
  tx: Tx,
  where: RawBuilder<unknown>,
  until: { readonly today: string; readonly urgent: string; readonly soon: string },
): Promise<Counted> => {
  const { rows } = await sql<Counted>`
    with counted as materialized (
      select m.stage, m.result_class, m.lead_unit_id,
        case when m.due_on >= 'infinity'::date then null when m.due_on < ${until.today}::date then 'overdue'
          when m.due_on < ${until.urgent}::date then 'urgent' when m.due_on < ${until.soon}::date then 'soon'
          else 'ample' end as due,
        count(*) as n
      from matter m where ${where} group by 1, 2, 3, 4),
    stages as (select stage as key, sum(n)::int as n from counted group by 1),
    due as (select due as key, sum(n)::int as n from counted where due is not null group by 1),
    classes as (select result_class as key, sum(n)::int as n from counted where result_class is not null group by 1)
    select (select coalesce(json_object_agg(key, n), '{}') from stages) as stages,
      (select coalesce(json_object_agg(key, n), '{}') from due) as due,
      (select coalesce(json_object_agg(key, n), '{}') from classes) as classes,
      (select json_build_object('of', coalesce(sum(c.n), 0)::int, 'matters', coalesce(sum(c.n) filter (where u.boundary), 0)::int)
        from counted c left join unit u on u.id = c.lead_unit_id
          and u.jurisdiction_id = nullif(current_setting('luoshi.jurisdiction', true), '')::bigint
        where c.lead_unit_id is not null) as boundary`.execute(tx);
  return rows[0] ?? { stages: {}, due: {}, classes: {}, boundary: { of: 0, matters: 0 } };
};

const opens = (filter: OverviewFilter, more: Record<string, string>): Record<string, string> => ({
  ...(filter.year === undefined ? {} : { year: String(filter.year) }),
  ...(filter.organId === undefined ? {} : { organId: String(filter.organId) }),
  ...more,
});

type UnitRow = {
  unit: { id: number; name: string; boundary: boolean };
  duties: number;
  unsigned: number;
  open: number;
  answered: number;
  overdue: number;
  classes: Record<string, number>;
};

/** `where`: null when every matter counts, so that the matters themselves need not be looked at. */
const unitRows = (tx: Tx, jurisdictionId: number, today: string, where: RawBuilder<unknown> | null) =>
  sql<UnitRow>`
    with counted as (
      select a.unit_id, a.result_class, count(*)::int as duties,
        (count(*) filter (where a.state = 'assigned'))::int as unsigned,
        (count(*) filter (where a.state in ('signed', 'rehandling', 'handBackRequested')))::int as open,
        (count(*) filter (where a.state = 'answered'))::int as answered,
        (count(*) filter (where a.due_on < ${today}::date))::int as overdue
      from assignment a ${where === null ? sql`` : sql`join matter m on m.jurisdiction_id = a.jurisdiction_id and m.id = a.matter_id`}
      where a.jurisdiction_id = ${jurisdictionId} and a.live and ${where ?? sql`true`} group by a.unit_id, a.result_class)
    select json_build_object('id', u.id, 'name', u.name, 'boundary', u.boundary) as unit,
      sum(c.duties)::int as duties, sum(c.unsigned)::int as unsigned, sum(c.open)::int as open,
      sum(c.answered)::int as answered, sum(c.overdue)::int as overdue,
      coalesce(json_object_agg(c.result_class, c.duties) filter (where c.result_class is not null), '{}') as classes
    from counted c join unit u on u.id = c.unit_id and u.jurisdiction_id = nullif(current_setting('luoshi.jurisdiction', true), '')::bigint
    group by u.id, u.name, u.boundary order by 2 desc, u.id`.execute(tx);

/** Counts by stage, due state, class and unit; each says what it counts and opens to its rows (law 2). */
export const viewOverview = async (
  tx: Tx,
  house: House,
  actor: Actor,
  at: Moment,
  filter: OverviewFilter,
) => {
  const where = condition(actor, filter);
  const today = at.date;
  const { urgent, soon } = house.ruleset.lights;
  const urgentUntil = addWorkdays(today, urgent + 1, house.calendar).date;
  const soonUntil = addWorkdays(today, soon + 1, house.calendar).date;
  const everything = seesAll(actor) && filter.year === undefined && filter.organId === undefined;
  const [years, counted, units] = await Promise.all([
    sql<{ year: number }>`
      select distinct s.year from session s where s.jurisdiction_id = ${actor.jurisdictionId} order by 1 desc`.execute(
      tx,
    ),
    countMatters(tx, where, { today, urgent: urgentUntil, soon: soonUntil }),
    unitRows(tx, actor.jurisdictionId, today, everything ? null : where),
  ]);
  return {
    asOf: at.instant,
    years: years.rows.map((row) => row.year),
    stages: matterStages.map((stage) => ({
      key: stage,
      label: `stage.${stage}`,
      count: counted.stages[stage] ?? 0,
      unit: 'matters' as const,
      opens: opens(filter, { stage }),
    })),
    due: (['overdue', 'urgent', 'soon', 'ample'] as const).map((key) => ({
      key,
      label: `due.${key}`,
      count: counted.due[key] ?? 0,
      unit: 'matters' as const,
      opens: opens(filter, { due: key }),
    })),
    classes: house.ruleset.resultClasses.map(({ code }) => ({
      key: code,
      label: code,
      count: counted.classes[code] ?? 0,
      unit: 'matters' as const,
      opens: opens(filter, { resultClass: code }),
    })),
    units: units.rows,
    boundary: counted.boundary,
  };
};
