import type { actFilter } from '#contract/supervision-rows.ts';
import type { Actor } from '#core/access.ts';
import type { SupervisionActKind } from '#core/supervision/supervision-act.ts';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { readDayCursor, writeCursor } from '../platform/cursor.ts';
import type { Tx } from '../platform/db/database.ts';
import { narrowed, organsOf, reachOfRows, supervises } from './supervision-reach.views.ts';

export type ActFilter = z.output<typeof actFilter>;

const pageSize = 50;

export type ActRow = {
  readonly id: number;
  readonly version: number;
  readonly organId: number | null;
  readonly kind: SupervisionActKind;
  readonly amount: number;
  readonly people: number;
  readonly on: string;
  readonly who: string;
  readonly withWhom: string;
  readonly place: string;
  readonly result: string;
  readonly matters: { id: number; kind: 'suggestion' | 'proposal'; caseNo: string; title: string }[];
  readonly units: { id: number; name: string }[];
  readonly files: { id: number; name: string; size: number }[];
  readonly enteredBy: string;
  readonly enteredAt: string;
  readonly struckReason: string | null;
};

const columns = sql`
  x.id, x.version, x.organ_id as "organId", x.kind, x.amount, x.people, x.day as "on", x.who, x.with_whom as "withWhom", x.place, x.result,
  p.name as "enteredBy", x.entered_at as "enteredAt", x.struck_reason as "struckReason",
  (select coalesce(json_agg(json_build_object('id', m.id, 'kind', m.kind, 'caseNo', m.case_no, 'title', m.title) order by m.id), '[]')
    from supervision_act_matter l join matter m on m.jurisdiction_id = l.jurisdiction_id and m.id = l.matter_id
    where l.jurisdiction_id = x.jurisdiction_id and l.act_id = x.id) as matters,
  (select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) order by u.position, u.id), '[]')
    from supervision_act_unit l join unit u on u.jurisdiction_id = l.jurisdiction_id and u.id = l.unit_id
    where l.jurisdiction_id = x.jurisdiction_id and l.act_id = x.id) as units,
  (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'size', f.size) order by f.id), '[]')
    from file f where f.jurisdiction_id = x.jurisdiction_id and f.supervision_act_id = x.id) as files`;

const actsWhere = async (
  tx: Tx,
  j: number,
  condition: RawBuilder<unknown>,
  tail: RawBuilder<unknown>,
): Promise<readonly ActRow[]> => {
  const { rows } = await sql<ActRow>`
    select ${columns} from supervision_act x
    join person p on p.jurisdiction_id = x.jurisdiction_id and p.id = x.entered_by
    where x.jurisdiction_id = ${j} and ${condition} ${tail}`.execute(tx);
  return rows;
};

const about = (matterId: number): RawBuilder<unknown> =>
  sql`x.id in (select l.act_id from supervision_act_matter l
    where l.jurisdiction_id = x.jurisdiction_id and l.matter_id = ${matterId})`;

/** Whether the actor may strike out an act that is of this organ (null: of several, or of none). */
export const mayStrike = (actor: Actor, organId: number | null): boolean =>
  supervises(actor) || (organId !== null && organsOf(actor).includes(organId));

export const viewAct = (row: ActRow, actor: Actor) => {
  const { organId, enteredAt, ...shown } = row;
  return {
    ...shown,
    enteredAt: new Date(enteredAt).toISOString(),
    mayStrike: row.struckReason === null && mayStrike(actor, organId),
  };
};

export const actsOfMatter = (tx: Tx, actor: Actor, matterId: number) =>
  actsWhere(
    tx,
    actor.jurisdictionId,
    sql`${about(matterId)} and ${reachOfRows(actor, 'offices')} and x.struck_at is null`,
    sql`order by x.day desc, x.id desc limit 100`,
  );

/** One act that the actor may see, held until the transaction ends; null: none. */
export const holdAct = async (tx: Tx, actor: Actor, id: number): Promise<ActRow | null> => {
  const condition = sql`x.id = ${id} and ${reachOfRows(actor, 'offices')}`;
  const [row] = await actsWhere(tx, actor.jurisdictionId, condition, sql`for update of x`);
  return row ?? null;
};

/** The list's condition, in one place for the page, its total, the figures and the export. */
export const actCondition = (actor: Actor, filter: ActFilter): RawBuilder<unknown> => {
  const parts = [
    sql`x.jurisdiction_id = ${actor.jurisdictionId}`,
    reachOfRows(actor, 'offices'),
    narrowed(filter, sql`x.day`),
    filter.struck === 'yes' ? sql`true` : sql`x.struck_at is null`,
  ];
  if (filter.kind !== undefined) parts.push(sql`x.kind = ${filter.kind}`);
  if (filter.matterId !== undefined) parts.push(about(filter.matterId));
  if (filter.unitId !== undefined)
    parts.push(sql`x.id in (select l.act_id from supervision_act_unit l
      where l.jurisdiction_id = x.jurisdiction_id and l.unit_id = ${filter.unitId})`);
  return sql.join(parts, sql` and `);
};

/** One page of acts, the latest day first, with the true total. */
export const listActs = async (tx: Tx, actor: Actor, filter: ActFilter, most = pageSize) => {
  const condition = actCondition(actor, filter);
  const cursor = readDayCursor(filter.cursor);
  const after =
    cursor === null ? sql`true` : sql`(x.day, x.id) < (${cursor.after}::date, ${cursor.id}::bigint)`;
  const tail = sql`order by x.day desc, x.id desc limit ${most + 1}`;
  const [rows, total] = await Promise.all([
    actsWhere(tx, actor.jurisdictionId, sql`${condition} and ${after}`, tail),
    sql<{ n: number }>`select count(*)::int as n from supervision_act x where ${condition}`.execute(tx),
  ]);
  const shown = rows.slice(0, most);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => viewAct(row, actor)),
    next: rows.length > most && last !== undefined ? writeCursor({ after: last.on, id: last.id }) : null,
    total: total.rows[0]?.n ?? 0,
  };
};

/** The organ of each matter that the actor may concern himself with; a matter that is nothing to him is left out. */
export const organsOfMatters = async (tx: Tx, actor: Actor, matterIds: readonly number[]) => {
  const own = supervises(actor) ? sql`true` : sql`m.organ_id = any(${[...organsOf(actor)]}::bigint[])`;
  const { rows } = await sql<{ id: number; organId: number }>`
    select m.id, m.organ_id as "organId" from matter m
    where m.jurisdiction_id = ${actor.jurisdictionId} and m.id = any(${[...matterIds]}::bigint[]) and ${own}
    order by m.id`.execute(tx);
  return rows;
};
