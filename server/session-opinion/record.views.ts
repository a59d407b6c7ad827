import type { Actor } from '#core/access.ts';
import type { Piece, SessionRecordState } from '#core/session-opinion/session-opinion.ts';
import { type RawBuilder, sql } from 'kysely';
import { readDayCursor, writeCursor } from '../platform/cursor.ts';
import type { Tx } from '../platform/db/database.ts';
import { reachOfRecords } from './session-reach.views.ts';

export type RecordState = Exclude<SessionRecordState, 'unwritten'>;

export type RecordRow = {
  readonly id: number;
  readonly version: number;
  readonly organId: number;
  readonly sessionId: number;
  readonly group: { id: number; name: string };
  readonly state: RecordState;
  readonly heldOn: string;
  readonly place: string;
  readonly notes: string;
  readonly pieces: readonly Piece[];
  readonly writtenBy: string;
  readonly submittedAt: string | null;
  readonly checkedAt: string | null;
  readonly updatedAt: string;
  readonly opinions: number;
  readonly forwarded: number;
};

const recordsWhere = async (
  tx: Tx,
  j: number,
  condition: RawBuilder<unknown>,
  tail: RawBuilder<unknown>,
  texts: boolean,
): Promise<readonly RecordRow[]> => {
  // A list shows no texts: notes of a whole day of groups are megabytes.
  const long = texts ? sql`x.notes, x.pieces` : sql`'' as notes, '[]'::jsonb as pieces`;
  const { rows } = await sql<RecordRow>`
    select x.id, x.version, x.organ_id as "organId", x.session_id as "sessionId",
      json_build_object('id', g.id, 'name', g.name) as "group", x.state, x.held_on as "heldOn", x.place, ${long},
      p.name as "writtenBy", x.submitted_at as "submittedAt", x.checked_at as "checkedAt", x.updated_at as "updatedAt",
      case when x.state in ('draft', 'discarded')
        then (select count(*)::int from jsonb_array_elements(x.pieces) e where not (e->>'dropped')::boolean)
        else (select count(*)::int from session_opinion o where o.jurisdiction_id = x.jurisdiction_id and o.record_id = x.id
          and o.state not in ('dropped', 'merged')) end as opinions,
      (select count(*)::int from session_opinion o where o.jurisdiction_id = x.jurisdiction_id and o.record_id = x.id
        and o.state not in ('dropped', 'merged') and o.forwarded_on is not null) as forwarded
    from session_record x
    join session_group g on g.jurisdiction_id = x.jurisdiction_id and g.id = x.group_id
    join person p on p.jurisdiction_id = x.jurisdiction_id and p.id = coalesce(x.submitted_by, x.created_by)
    where x.jurisdiction_id = ${j} and ${condition} ${tail}`.execute(tx);
  return rows;
};

export type RecordFilter = {
  readonly sessionId?: number | undefined;
  readonly groupId?: number | undefined;
  readonly state?: RecordState | undefined;
  readonly cursor?: string | undefined;
};

const iso = (moment: string | null): string | null =>
  moment === null ? null : new Date(moment).toISOString();

export const shownRecord = (row: RecordRow) => ({
  id: row.id,
  version: row.version,
  state: row.state,
  group: row.group,
  sessionId: row.sessionId,
  heldOn: row.heldOn,
  place: row.place,
  writtenBy: row.writtenBy,
  submittedAt: iso(row.submittedAt),
  checkedAt: iso(row.checkedAt),
  updatedAt: new Date(row.updatedAt).toISOString(),
  opinions: row.opinions,
  forwarded: row.forwarded,
});

/** The list's condition; `handedIn` is what a figure counts: submitted or checked. */
const recordCondition = (actor: Actor, filter: RecordFilter): RawBuilder<unknown> =>
  sql.join(
    [
      reachOfRecords(actor),
      filter.sessionId === undefined ? sql`true` : sql`x.session_id = ${filter.sessionId}`,
      filter.groupId === undefined ? sql`true` : sql`x.group_id = ${filter.groupId}`,
      filter.state === undefined ? sql`x.state <> 'discarded'` : sql`x.state = ${filter.state}`,
    ],
    sql` and `,
  );

const pageSize = 50;

/** One page of records, the latest day first, with the true total. */
export const listRecords = async (tx: Tx, actor: Actor, filter: RecordFilter) => {
  const j = actor.jurisdictionId;
  const condition = recordCondition(actor, filter);
  const cursor = readDayCursor(filter.cursor);
  const after =
    cursor === null ? sql`true` : sql`(x.held_on, x.id) < (${cursor.after}::date, ${cursor.id}::bigint)`;
  const [rows, total] = await Promise.all([
    recordsWhere(
      tx,
      j,
      sql`${condition} and ${after}`,
      sql`order by x.held_on desc, x.id desc limit ${pageSize + 1}`,
      false,
    ),
    sql<{
      n: number;
    }>`select count(*)::int as n from session_record x where x.jurisdiction_id = ${j} and ${condition}`.execute(
      tx,
    ),
  ]);
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    items: shown.map(shownRecord),
    next:
      rows.length > pageSize && last !== undefined ? writeCursor({ after: last.heldOn, id: last.id }) : null,
    total: total.rows[0]?.n ?? 0,
  };
};

/** One record that the actor may see; `hold`: until the transaction ends. Null: none. */
export const findRecord = async (
  tx: Tx,
  actor: Actor,
  id: number,
  how: 'look' | 'hold',
): Promise<RecordRow | null> => {
  const tail = how === 'hold' ? sql`for update of x` : sql``;
  const condition = sql`x.id = ${id} and ${reachOfRecords(actor)}`;
  const [row] = await recordsWhere(tx, actor.jurisdictionId, condition, tail, true);
  return row ?? null;
};
