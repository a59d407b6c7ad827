import type { opinionFilter } from '#contract/session-opinion.ts';
import type { Actor } from '#core/access.ts';
import type {
  AnswerChannel,
  ReferralState,
  SessionOpinionState,
} from '#core/session-opinion/session-opinion.ts';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { readCursor, writeCursor } from '../platform/cursor.ts';
import type { Tx } from '../platform/db/database.ts';
import { organsOf, reachOfOpinions, reachOfReferrals, seesAll } from './session-reach.views.ts';

export type OpinionFilter = z.output<typeof opinionFilter>;

export type ReferralRow = {
  readonly id: number;
  readonly version: number;
  readonly unit: { id: number; name: string };
  readonly state: ReferralState;
  readonly sentOn: string;
  readonly sentAt: string;
  readonly channel: AnswerChannel | null;
  readonly answeredOn: string | null;
  readonly who: string | null;
  readonly answer: string | null;
  readonly told: boolean | null;
  readonly reason: string | null;
};

export type OpinionRow = {
  readonly id: number;
  readonly version: number;
  readonly no: number;
  readonly position: number;
  readonly state: SessionOpinionState;
  readonly organId: number;
  readonly sessionId: number;
  readonly recordId: number;
  readonly group: { id: number; name: string };
  readonly text: string;
  readonly speaker: string;
  readonly speakerId: number | null;
  readonly classCode: string;
  readonly units: { id: number; name: string }[];
  readonly heldOn: string;
  readonly receivedOn: string;
  readonly receivedAt: string;
  readonly forwardedOn: string | null;
  readonly forwardedAt: string | null;
  readonly sameAs: { id: number; no: number } | null;
  readonly mergedIntoId: number | null;
  readonly twins: { id: number; no: number; speaker: string; group: string }[];
  readonly droppedReason: string | null;
  readonly matterId: number | null;
  readonly matter: { id: number; caseNo: string; title: string } | null;
  readonly previousId: number | null;
  readonly referrals: readonly ReferralRow[];
};

/** What the opinion became is named only to who sees that organ's matters anyway. */
const matterOf = (actor: Actor): RawBuilder<unknown> => {
  const may = seesAll(actor) ? sql`true` : sql`m.organ_id = any(${[...organsOf(actor)]}::bigint[])`;
  return sql`(select json_build_object('id', m.id, 'caseNo', m.case_no, 'title', m.title) from matter m
    where m.jurisdiction_id = x.jurisdiction_id and m.id = x.became_matter_id and ${may})`;
};

const columns = (actor: Actor): RawBuilder<unknown> => sql`
  x.id, x.version, x.no, x.position, x.state, x.organ_id as "organId", x.session_id as "sessionId", x.record_id as "recordId",
  json_build_object('id', g.id, 'name', g.name) as "group", x.text, x.speaker, x.speaker_id as "speakerId",
  x.class_code as "classCode", x.held_on as "heldOn", x.received_on as "receivedOn", x.received_at as "receivedAt",
  x.forwarded_on as "forwardedOn", x.forwarded_at as "forwardedAt", x.merged_into_id as "mergedIntoId",
  x.dropped_reason as "droppedReason", x.became_matter_id as "matterId", ${matterOf(actor)} as matter,
  (select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) order by array_position(x.unit_ids, u.id)), '[]')
    from unit u where u.jurisdiction_id = x.jurisdiction_id and u.id = any(x.unit_ids)) as units,
  (select json_build_object('id', h.id, 'no', h.no) from session_opinion h
    where h.jurisdiction_id = x.jurisdiction_id and h.id = x.same_as_id) as "sameAs",
  (select coalesce(json_agg(json_build_object('id', t.id, 'no', t.no, 'speaker', t.speaker, 'group', tg.name) order by t.no), '[]')
    from session_opinion t join session_group tg on tg.jurisdiction_id = t.jurisdiction_id and tg.id = t.group_id
    where t.jurisdiction_id = x.jurisdiction_id and t.same_as_id = x.id) as twins,
  (select b.id from session_opinion b where b.jurisdiction_id = x.jurisdiction_id and b.record_id = x.record_id
    and b.position < x.position and b.state in ('received', 'checked') order by b.position desc limit 1) as "previousId",
  (select coalesce(json_agg(json_build_object('id', f.id, 'version', f.version, 'unit', json_build_object('id', v.id, 'name', v.name),
      'state', f.state, 'sentOn', f.sent_on, 'sentAt', f.sent_at, 'channel', f.channel, 'answeredOn', f.answered_on,
      'who', f.answered_who, 'answer', f.answer, 'told', f.speaker_told, 'reason', f.reason) order by f.id), '[]')
    from session_referral f join unit v on v.jurisdiction_id = f.jurisdiction_id and v.id = f.unit_id
    where f.jurisdiction_id = x.jurisdiction_id and f.opinion_id = coalesce(x.same_as_id, x.id)
      and ${reachOfReferrals(actor)}) as referrals`;

const opinionsWhere = async (
  tx: Tx,
  actor: Actor,
  condition: RawBuilder<unknown>,
  tail: RawBuilder<unknown>,
): Promise<readonly OpinionRow[]> => {
  const { rows } = await sql<OpinionRow>`
    select ${columns(actor)} from session_opinion x
    join session_group g on g.jurisdiction_id = x.jurisdiction_id and g.id = x.group_id
    where x.jurisdiction_id = ${actor.jurisdictionId} and ${condition} ${tail}`.execute(tx);
  return rows;
};

/** A referral of what is said in `x`, whether by itself or by the one that it is joined to. */
const referred = (condition: RawBuilder<unknown>, actor: Actor): RawBuilder<unknown> => sql`
  exists (select from session_referral f where f.jurisdiction_id = x.jurisdiction_id
    and f.opinion_id = coalesce(x.same_as_id, x.id) and ${reachOfReferrals(actor)} and ${condition})`;

const live = sql`f.state in ('sent', 'answered', 'closed')`;

const stateParts = ({ state }: OpinionFilter): readonly RawBuilder<unknown>[] => {
  if (state === undefined) return [];
  if (state === 'standing') return [sql`x.state not in ('dropped', 'merged')`];
  if (state === 'waiting') return [sql`x.state in ('received', 'checked')`];
  return [sql`x.state = ${state}`];
};

const sameDayPart = (sameDay: NonNullable<OpinionFilter['sameDay']>): RawBuilder<unknown> => {
  switch (sameDay) {
    case 'held':
      return sql`x.forwarded_on = x.held_on`;
    case 'received':
      return sql`x.forwarded_on = x.received_on`;
    case 'no':
      return sql`x.forwarded_on > x.held_on`;
    default: {
      const forgotten: never = sameDay;
      return forgotten;
    }
  }
};

/** The list's condition on opinions `x`, in one place for the page, its total, the figures and the export. */
export const opinionCondition = (actor: Actor, filter: OpinionFilter): RawBuilder<unknown> => {
  const {
    sessionId,
    groupId,
    recordId,
    classCode,
    unitId,
    forUnitId,
    sameDay,
    answered,
    closed,
    channel,
    q,
  } = filter;
  const parts = [reachOfOpinions(actor), ...stateParts(filter)];
  if (sessionId !== undefined) parts.push(sql`x.session_id = ${sessionId}`);
  if (groupId !== undefined) parts.push(sql`x.group_id = ${groupId}`);
  if (recordId !== undefined) parts.push(sql`x.record_id = ${recordId}`);
  if (classCode !== undefined) parts.push(sql`x.class_code = ${classCode}`);
  if (unitId !== undefined) parts.push(referred(sql`f.unit_id = ${unitId} and ${live}`, actor));
  if (forUnitId !== undefined) parts.push(sql`${forUnitId} = any(x.unit_ids)`);
  if (sameDay !== undefined) parts.push(sameDayPart(sameDay));
  // Answered: every unit that has it has answered.
  const open = referred(sql`f.state = 'sent'`, actor);
  if (answered === 'yes')
    parts.push(sql`${referred(sql`f.state in ('answered', 'closed')`, actor)} and not ${open}`);
  if (answered === 'no') parts.push(open);
  if (closed === 'yes')
    parts.push(
      sql`${referred(sql`f.state = 'closed'`, actor)} and not ${referred(sql`f.state in ('sent', 'answered')`, actor)}`,
    );
  if (channel !== undefined)
    parts.push(referred(sql`f.state in ('answered', 'closed') and f.channel = ${channel}`, actor));
  if (q !== undefined && q.trim() !== '')
    parts.push(sql`(position(${q.trim()} in x.text) > 0 or position(${q.trim()} in x.speaker) > 0)`);
  return sql.join(parts, sql` and `);
};

const pageSize = 50;

/** One page of opinions by their number, with the true total. */
export const listOpinions = async (tx: Tx, actor: Actor, filter: OpinionFilter, most = pageSize) => {
  const condition = opinionCondition(actor, filter);
  const cursor = readCursor(filter.cursor);
  // Several sessions each count from one: the newest session first.
  const after =
    cursor === null || !/^\d{1,15}$/.test(cursor.after)
      ? sql`true`
      : sql`(-x.session_id, x.no) > (${-Number(cursor.after)}::bigint, ${cursor.id}::bigint)`;
  const tail = sql`order by x.session_id desc, x.no limit ${most + 1}`;
  const [rows, total] = await Promise.all([
    opinionsWhere(tx, actor, sql`${condition} and ${after}`, tail),
    sql<{ n: number }>`select count(*)::int as n from session_opinion x
      where x.jurisdiction_id = ${actor.jurisdictionId} and ${condition}`.execute(tx),
  ]);
  const shown = rows.slice(0, most);
  const last = shown.at(-1);
  return {
    rows: shown,
    next:
      rows.length > most && last !== undefined
        ? writeCursor({ after: String(last.sessionId), id: last.no })
        : null,
    total: total.rows[0]?.n ?? 0,
  };
};

/** Opinions of these ids that the actor may see, held in the order of their ids until the transaction ends. */
export const holdOpinions = (tx: Tx, actor: Actor, ids: readonly number[]): Promise<readonly OpinionRow[]> =>
  opinionsWhere(
    tx,
    actor,
    sql`x.id = any(${[...ids]}::bigint[]) and ${reachOfOpinions(actor)}`,
    sql`order by x.id for update of x`,
  );

/** The same for a look. */
export const opinionsOf = (tx: Tx, actor: Actor, ids: readonly number[]): Promise<readonly OpinionRow[]> =>
  opinionsWhere(
    tx,
    actor,
    sql`x.id = any(${[...ids]}::bigint[]) and ${reachOfOpinions(actor)}`,
    sql`order by x.no`,
  );

/** The opinion that a referral is of, held with it; null: neither is there for the actor. */
export const holdReferral = async (
  tx: Tx,
  actor: Actor,
  id: number,
): Promise<{ readonly opinion: OpinionRow; readonly referral: ReferralRow } | null> => {
  const { rows } = await sql<{ opinionId: number }>`
    select opinion_id as "opinionId" from session_referral
    where jurisdiction_id = ${actor.jurisdictionId} and id = ${id} for update`.execute(tx);
  const [opinion] = rows[0] === undefined ? [] : await holdOpinions(tx, actor, [rows[0].opinionId]);
  const referral = opinion?.referrals.find((one) => one.id === id);
  return opinion === undefined || referral === undefined ? null : { opinion, referral };
};

/** All texts of a session that stand by themselves, to be compared. */
export const textsOf = async (tx: Tx, actor: Actor, sessionId: number) => {
  const { rows } = await sql<{ id: number; no: number; text: string; waiting: boolean }>`
    select x.id, x.no, x.text, x.state in ('received', 'checked') as waiting from session_opinion x
    where x.jurisdiction_id = ${actor.jurisdictionId} and x.session_id = ${sessionId}
      and x.state in ('received', 'checked', 'forwarded') and ${reachOfOpinions(actor)} order by x.no`.execute(
    tx,
  );
  return rows;
};

/** Units that there are, of these. */
export const unitsAmong = async (tx: Tx, j: number, ids: readonly number[]) =>
  ids.length === 0
    ? []
    : tx
        .selectFrom('unit')
        .select(['id', 'name', 'boundary'])
        .where('jurisdiction_id', '=', j)
        .where('kind', '=', 'unit')
        .where('state', '=', 'active')
        .where('id', 'in', [...ids])
        .execute();

/** Whether the matter is one that the actor may name. */
export const mayNameMatter = async (tx: Tx, actor: Actor, matterId: number): Promise<boolean> => {
  const own = seesAll(actor) ? sql`true` : sql`m.organ_id = any(${[...organsOf(actor)]}::bigint[])`;
  const { rows } = await sql`select m.id from matter m
    where m.jurisdiction_id = ${actor.jurisdictionId} and m.id = ${matterId} and ${own}`.execute(tx);
  return rows.length > 0;
};
