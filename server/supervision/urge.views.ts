import type { urgeFilter } from '#contract/supervision-rows.ts';
import type { Actor } from '#core/access.ts';
import type { LocalDate, Moment } from '#core/words.ts';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { House } from '../case/load-case.store.ts';
import { readDayCursor, writeCursor } from '../platform/cursor.ts';
import type { Tx } from '../platform/db/database.ts';
import { narrowed, reachOfRows } from './supervision-reach.views.ts';
import { type SlipRow, viewSlip } from './urge-row.ts';

export type UrgeFilter = z.output<typeof urgeFilter>;

const pageSize = 50;

const columns = sql`
  x.id, x.version, x.assignment_id as "assignmentId",
  json_build_object('id', m.id, 'kind', m.kind, 'caseNo', m.case_no, 'title', m.title) as matter,
  json_build_object('id', u.id, 'name', u.name) as unit, u.boundary, x.organ_id as "organId", x.round, x.level,
  x.proposed, x.reason, x.state, x.slip_no as "slipNo", x.text, x.issued_on as "issuedOn", x.issued_at as "issuedAt",
  p.name as "issuedBy", x.issued_by as "issuedById", x.acknowledge_by as "acknowledgeBy", x.wanted,
  x.taken_back_reason as "takenBackReason", a.live, a.state as "dutyState", a.handler_id as "handlerId",
  (select coalesce(json_agg(json_build_object('part', k.part, 'byId', k.by_id, 'by', q.name, 'at', k.at, 'on', k.day,
      'note', k.note, 'doneBy', k.done_by) order by k.at), '[]')
    from urge_acknowledgement k join person q on q.jurisdiction_id = k.jurisdiction_id and q.id = k.by_id
    where k.jurisdiction_id = x.jurisdiction_id and k.urge_id = x.id) as acknowledgements`;

const joined = sql`urge_slip x
  join matter m on m.jurisdiction_id = x.jurisdiction_id and m.id = x.matter_id
  join unit u on u.jurisdiction_id = x.jurisdiction_id and u.id = x.unit_id
  join assignment a on a.jurisdiction_id = x.jurisdiction_id and a.id = x.assignment_id
  join person p on p.jurisdiction_id = x.jurisdiction_id and p.id = x.issued_by`;

const slips = async (tx: Tx, j: number, condition: RawBuilder<unknown>, tail: RawBuilder<unknown>) => {
  const { rows } = await sql<SlipRow>`
    select ${columns} from ${joined} where x.jurisdiction_id = ${j} and ${condition} ${tail}`.execute(tx);
  return rows;
};

/** Every slip that one of these duties has had, oldest first. */
export const slipsOfDuties = (tx: Tx, jurisdictionId: number, assignmentIds: readonly number[]) =>
  slips(tx, jurisdictionId, sql`x.assignment_id = any(${[...assignmentIds]}::bigint[])`, sql`order by x.id`);

export const slipsOfMatter = (tx: Tx, jurisdictionId: number, matterId: number) =>
  slips(tx, jurisdictionId, sql`x.matter_id = ${matterId}`, sql`order by x.id desc`);

/** One slip that the actor may see, held until the transaction ends; null: none. */
export const holdSlip = async (tx: Tx, actor: Actor, id: number): Promise<SlipRow | null> => {
  const condition = sql`x.id = ${id} and ${reachOfRows(actor, 'units')}`;
  const [row] = await slips(tx, actor.jurisdictionId, condition, sql`for update of x`);
  return row ?? null;
};

/** The list's condition, in one place for the page, its total, the figures and the export. */
export const urgeCondition = (actor: Actor, filter: UrgeFilter, today: LocalDate): RawBuilder<unknown> => {
  const parts = [
    sql`x.jurisdiction_id = ${actor.jurisdictionId}`,
    reachOfRows(actor, 'units'),
    narrowed(filter, sql`x.issued_on`),
  ];
  if (filter.unitId !== undefined) parts.push(sql`x.unit_id = ${filter.unitId}`);
  if (filter.matterId !== undefined) parts.push(sql`x.matter_id = ${filter.matterId}`);
  if (filter.level !== undefined) parts.push(sql`x.level = ${filter.level}`);
  if (filter.state === 'standing') parts.push(sql`x.state <> 'takenBack'`);
  else if (filter.state !== undefined) parts.push(sql`x.state = ${filter.state}`);
  if (filter.late === 'yes') parts.push(sql`x.state = 'sent' and x.acknowledge_by < ${today}::date`);
  return sql.join(parts, sql` and `);
};

const countOf = async (tx: Tx, condition: RawBuilder<unknown>): Promise<number> => {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from urge_slip x where ${condition}`.execute(tx);
  return rows[0]?.n ?? 0;
};

/** One page of slips, newest first, with the true total. */
export const listSlips = async (
  tx: Tx,
  house: House,
  actor: Actor,
  at: Moment,
  filter: UrgeFilter,
  most = pageSize,
) => {
  const condition = urgeCondition(actor, filter, at.date);
  const cursor = readDayCursor(filter.cursor);
  const after =
    cursor === null
      ? sql`true`
      : sql`(x.issued_at, x.id) < (${cursor.after}::timestamptz, ${cursor.id}::bigint)`;
  const order = sql`order by x.issued_at desc, x.id desc limit ${most + 1}`;
  const [rows, total] = await Promise.all([
    slips(tx, actor.jurisdictionId, sql`${condition} and ${after}`, order),
    countOf(tx, condition),
  ]);
  const shown = rows.slice(0, most);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => viewSlip(row, actor, at, house)),
    next:
      rows.length > most && last !== undefined ? writeCursor({ after: last.issuedAt, id: last.id }) : null,
    total,
  };
};

/** Duties that are late today and whose unit the actor may urge, the latest first; at most `most`, and how many there are. */
export const overdueDuties = async (
  tx: Tx,
  actor: Actor,
  today: LocalDate,
  filter: { readonly unitId?: number | undefined; readonly organId?: number | undefined },
  most: number,
): Promise<{ readonly ids: readonly number[]; readonly total: number }> => {
  const organs = actor.grants.flatMap(({ role, organId }) =>
    role.endsWith('-office') && organId !== undefined ? [organId] : [],
  );
  const own = sql`m.organ_id = any(${organs}::bigint[])`;
  const supervisor = actor.grants.some(({ role }) => role === 'supervisor');
  const power = supervisor ? sql`(not u.boundary or ${own})` : own;
  const { rows } = await sql<{ id: number; total: number }>`
    select a.id, count(*) over ()::int as total
    from assignment a
    join matter m on m.jurisdiction_id = a.jurisdiction_id and m.id = a.matter_id
    join unit u on u.jurisdiction_id = a.jurisdiction_id and u.id = a.unit_id
    where a.jurisdiction_id = ${actor.jurisdictionId} and a.live and a.state in ('assigned', 'signed', 'rehandling')
      and a.due_on < ${today}::date and m.stage not in ('closed', 'withdrawn') and ${power}
      and ${filter.unitId === undefined ? sql`true` : sql`a.unit_id = ${filter.unitId}`}
      and ${filter.organId === undefined ? sql`true` : sql`m.organ_id = ${filter.organId}`}
    order by a.due_on, a.id limit ${most}`.execute(tx);
  return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 };
};

/** The matter of each duty, in the order in which matters are locked; what is not there is left out. */
export const mattersOfDuties = async (
  tx: Tx,
  jurisdictionId: number,
  assignmentIds: readonly number[],
): Promise<readonly { readonly id: number; readonly matterId: number }[]> =>
  tx
    .selectFrom('assignment')
    .select(['id', 'matter_id as matterId'])
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('id', 'in', [...assignmentIds])
    .orderBy('matter_id')
    .orderBy('id')
    .execute();

/** Names of units and whether they are outside the supervisor's power. */
export const unitsNamed = async (tx: Tx, jurisdictionId: number, ids: readonly number[]) => {
  const rows =
    ids.length === 0
      ? []
      : await tx
          .selectFrom('unit')
          .select(['id', 'name', 'boundary'])
          .where('jurisdiction_id', '=', jurisdictionId)
          .where('id', 'in', [...new Set(ids)])
          .execute();
  return new Map(rows.map((row) => [row.id, row]));
};
