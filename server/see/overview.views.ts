import type { Actor } from '#core/access.ts';
import { addWorkdays } from '#core/clock/calendar.ts';
import { matterStages } from '#core/matter/matter.ts';
import type { Moment } from '#core/words.ts';
import { type RawBuilder, sql } from 'kysely';
import type { House } from '../case/load-case.store.ts';
import type { Tx } from '../platform/db/database.ts';
import { reachOf } from './reach.ts';

export type OverviewFilter = { readonly year?: number | undefined; readonly organId?: number | undefined };

type Counted = { key: string; count: number };

const condition = (actor: Actor, filter: OverviewFilter): RawBuilder<unknown> =>
  sql`m.jurisdiction_id = ${actor.jurisdictionId} and ${reachOf(actor)}
    and ${filter.year === undefined ? sql`true` : sql`m.year = ${filter.year}`}
    and ${filter.organId === undefined ? sql`true` : sql`m.organ_id = ${filter.organId}`}`;

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

const unitRows = (tx: Tx, today: string, where: RawBuilder<unknown>) =>
  sql<UnitRow>`
    with counted as (
      select a.unit_id, a.result_class, count(*)::int as duties,
        (count(*) filter (where a.state = 'assigned'))::int as unsigned,
        (count(*) filter (where a.state in ('signed', 'rehandling', 'handBackRequested')))::int as open,
        (count(*) filter (where a.state = 'answered'))::int as answered,
        (count(*) filter (where a.due_on < ${today}::date))::int as overdue
      from assignment a join matter m on m.jurisdiction_id = a.jurisdiction_id and m.id = a.matter_id
      where a.live and ${where} group by a.unit_id, a.result_class)
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
  const years = await sql<{ year: number }>`
    select distinct s.year from session s where s.jurisdiction_id = ${actor.jurisdictionId} order by 1 desc`.execute(
    tx,
  );
  const stages =
    await sql<Counted>`select m.stage as key, count(*)::int as count from matter m where ${where} group by 1`.execute(
      tx,
    );
  const due = await sql<Counted>`
    select case when m.due_on < ${today}::date then 'overdue' when m.due_on < ${urgentUntil}::date then 'urgent'
      when m.due_on < ${soonUntil}::date then 'soon' else 'ample' end as key, count(*)::int as count
    from matter m where ${where} and m.due_on < 'infinity'::date group by 1`.execute(tx);
  const classes = await sql<Counted>`
    select m.result_class as key, count(*)::int as count from matter m where ${where} and m.result_class is not null group by 1`.execute(
    tx,
  );
  const units = await unitRows(tx, today, where);
  const boundary = await sql<{ of: number; matters: number }>`
    select count(*)::int as of, (count(*) filter (where u.boundary))::int as matters from matter m
    left join unit u on u.jurisdiction_id = m.jurisdiction_id and u.id = m.lead_unit_id
    where ${where} and m.lead_unit_id is not null`.execute(tx);
  const countOf = (rows: readonly Counted[], key: string): number =>
    rows.find((row) => row.key === key)?.count ?? 0;
  return {
    asOf: at.instant,
    years: years.rows.map((row) => row.year),
    stages: matterStages.map((stage) => ({
      key: stage,
      label: `stage.${stage}`,
      count: countOf(stages.rows, stage),
      unit: 'matters' as const,
      opens: opens(filter, { stage }),
    })),
    due: (['overdue', 'urgent', 'soon', 'ample'] as const).map((key) => ({
      key,
      label: `due.${key}`,
      count: countOf(due.rows, key),
      unit: 'matters' as const,
      opens: opens(filter, { due: key }),
    })),
    classes: house.ruleset.resultClasses.map(({ code }) => ({
      key: code,
      label: code,
      count: countOf(classes.rows, code),
      unit: 'matters' as const,
      opens: opens(filter, { resultClass: code }),
    })),
    units: units.rows,
    boundary: boundary.rows[0] ?? { matters: 0, of: 0 },
  };
};
