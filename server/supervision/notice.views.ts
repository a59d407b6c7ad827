import type { noticeFilter } from '#contract/supervision-rows.ts';
import type { Actor } from '#core/access.ts';
import { openNoticeStates } from '#core/supervision/notice.ts';
import type { LocalDate, Moment } from '#core/words.ts';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { House } from '../case/load-case.store.ts';
import { readDayCursor, writeCursor } from '../platform/cursor.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Letter } from '../platform/documents/letter.ts';
import { type NoticeRow, viewNotice } from './notice-row.ts';
import { narrowed, organsOf, reachOfRows, supervises } from './supervision-reach.views.ts';

export type NoticeFilter = z.output<typeof noticeFilter>;

const pageSize = 50;

const columns = sql`
  x.id, x.version, json_build_object('id', u.id, 'name', u.name) as unit, u.boundary, x.organ_id as "organId", x.state,
  x.document_no as "documentNo", x.requirement, x.issued_on as "issuedOn", x.issued_at as "issuedAt",
  p.name as "issuedBy", x.issued_by as "issuedById", x.report_by as "reportBy", x.report,
  (select coalesce(json_agg(json_build_object('id', m.id, 'kind', m.kind, 'caseNo', m.case_no, 'title', m.title,
      'organId', m.organ_id) order by l.position), '[]')
    from supervision_notice_matter l join matter m on m.jurisdiction_id = l.jurisdiction_id and m.id = l.matter_id
    where l.jurisdiction_id = x.jurisdiction_id and l.notice_id = x.id) as matters,
  (select coalesce(json_agg(json_build_object('type', t.type, 'text', t.text, 'reportBy', t.report_by, 'by', q.name,
      'at', t.at) order by t.id), '[]')
    from supervision_notice_step t join person q on q.jurisdiction_id = t.jurisdiction_id and q.id = t.by_id
    where t.jurisdiction_id = x.jurisdiction_id and t.notice_id = x.id) as steps`;

const noticesWhere = async (
  tx: Tx,
  j: number,
  condition: RawBuilder<unknown>,
  tail: RawBuilder<unknown>,
): Promise<readonly NoticeRow[]> => {
  const { rows } = await sql<NoticeRow>`
    select ${columns} from supervision_notice x
    join unit u on u.jurisdiction_id = x.jurisdiction_id and u.id = x.unit_id
    join person p on p.jurisdiction_id = x.jurisdiction_id and p.id = x.issued_by
    where x.jurisdiction_id = ${j} and ${condition} ${tail}`.execute(tx);
  return rows;
};

const about = (matterId: number): RawBuilder<unknown> =>
  sql`x.id in (select l.notice_id from supervision_notice_matter l
    where l.jurisdiction_id = x.jurisdiction_id and l.matter_id = ${matterId})`;

/** The notices about a matter that the actor may see, newest first. */
export const noticesOfMatter = (tx: Tx, actor: Actor, matterId: number) =>
  noticesWhere(
    tx,
    actor.jurisdictionId,
    sql`${about(matterId)} and ${reachOfRows(actor, 'units')}`,
    sql`order by x.id desc`,
  );

/** One notice that the actor may see; `hold`: until the transaction ends. Null: none. */
export const findNotice = async (
  tx: Tx,
  actor: Actor,
  id: number,
  hold: 'hold' | 'look',
): Promise<NoticeRow | null> => {
  const condition = sql`x.id = ${id} and ${reachOfRows(actor, 'units')}`;
  const tail = hold === 'hold' ? sql`for update of x` : sql``;
  const [row] = await noticesWhere(tx, actor.jurisdictionId, condition, tail);
  return row ?? null;
};

/** The document of a notice as it was issued; null: none that the actor may see. */
export const findNoticeLetter = async (tx: Tx, actor: Actor, id: number): Promise<Letter | null> => {
  const { rows } = await sql<{ letter: Letter }>`
    select x.letter from supervision_notice x
    where x.jurisdiction_id = ${actor.jurisdictionId} and x.id = ${id} and ${reachOfRows(actor, 'units')}`.execute(
    tx,
  );
  return rows[0]?.letter ?? null;
};

/** The list's condition, in one place for the page, its total, the figures and the export. */
export const noticeCondition = (
  actor: Actor,
  filter: NoticeFilter,
  today: LocalDate,
): RawBuilder<unknown> => {
  const parts = [
    sql`x.jurisdiction_id = ${actor.jurisdictionId}`,
    reachOfRows(actor, 'units'),
    narrowed(filter, sql`x.issued_on`),
  ];
  if (filter.unitId !== undefined) parts.push(sql`x.unit_id = ${filter.unitId}`);
  if (filter.matterId !== undefined) parts.push(about(filter.matterId));
  if (filter.state === 'open') parts.push(sql`x.state = any(${[...openNoticeStates]}::text[])`);
  else if (filter.state !== undefined) parts.push(sql`x.state = ${filter.state}`);
  if (filter.late === 'yes')
    parts.push(sql`x.state in ('served', 'inHand') and x.report_by < ${today}::date`);
  return sql.join(parts, sql` and `);
};

/** One page of notices, newest first, with the true total. */
export const listNotices = async (
  tx: Tx,
  house: House,
  actor: Actor,
  at: Moment,
  filter: NoticeFilter,
  most = pageSize,
) => {
  const condition = noticeCondition(actor, filter, at.date);
  const cursor = readDayCursor(filter.cursor);
  const after =
    cursor === null
      ? sql`true`
      : sql`(x.issued_at, x.id) < (${cursor.after}::timestamptz, ${cursor.id}::bigint)`;
  const tail = sql`order by x.issued_at desc, x.id desc limit ${most + 1}`;
  const [rows, total] = await Promise.all([
    noticesWhere(tx, actor.jurisdictionId, sql`${condition} and ${after}`, tail),
    sql<{ n: number }>`select count(*)::int as n from supervision_notice x where ${condition}`.execute(tx),
  ]);
  const shown = rows.slice(0, most);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => viewNotice(row, actor, at, house)),
    next:
      rows.length > most && last !== undefined ? writeCursor({ after: last.issuedAt, id: last.id }) : null,
    total: total.rows[0]?.n ?? 0,
  };
};

/** Open matters of a unit that the actor may put into a notice, the most urgent first; at most 200. */
export const mattersForNotice = async (tx: Tx, actor: Actor, unitId: number) => {
  const own = sql`m.organ_id = any(${[...organsOf(actor)]}::bigint[])`;
  const power = supervises(actor) ? sql`(not u.boundary or ${own})` : own;
  const { rows } = await sql<{
    id: number;
    kind: 'suggestion' | 'proposal';
    caseNo: string;
    title: string;
    dueOn: string;
  }>`
    select m.id, m.kind, m.case_no as "caseNo", m.title, a.due_on as "dueOn"
    from assignment a
    join matter m on m.jurisdiction_id = a.jurisdiction_id and m.id = a.matter_id
    join unit u on u.jurisdiction_id = a.jurisdiction_id and u.id = a.unit_id
    where a.jurisdiction_id = ${actor.jurisdictionId} and a.unit_id = ${unitId} and a.live
      and m.stage not in ('closed', 'withdrawn') and ${power}
    order by a.due_on, a.id limit 200`.execute(tx);
  return rows;
};

/** Whose name stands at the head of a notice: the organ's office, or the supervising office of the city. */
export const issuingOffice = async (tx: Tx, jurisdictionId: number, organId: number | null) => {
  const { rows } = await sql<{ city: string; office: string | null }>`
    select j.name as city, (select o.office_name from organ o where o.jurisdiction_id = j.id and o.id = ${organId}) as office
    from jurisdiction j where j.id = ${jurisdictionId}`.execute(tx);
  const city = rows[0]?.city ?? '';
  return rows[0]?.office ?? `${city}${city.endsWith('政府') ? '' : '人民政府'}督查室`;
};
