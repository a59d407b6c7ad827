/** The four work lists: what one must do, has done, has started, is told of. Each line comes from facts, none is stored. */
import type { QueryOf } from '#contract/endpoint.ts';
import { askedAfter } from '#contract/see.ts';
import type { workbench } from '#contract/workbench.ts';
import type { Actor } from '#core/access.ts';
import type { ReviewLevel } from '#core/ruleset.ts';
import type { LocalDate } from '#core/words.ts';
import { type RawBuilder, sql } from 'kysely';
import type { House } from '../case/load-case.store.ts';
import { type Cursor, isTime, readCursor, writeCursor } from '../platform/cursor.ts';
import type { Tx } from '../platform/db/database.ts';
import { afterColumn } from '../case/after-reply.views.ts';
import { inLight, lightsOn, matterRuns } from './duty.views.ts';
import { handledBy, reachOf, seesAll } from './reach.ts';
import { standOf } from '../case/stand-of.ts';

const pageSize = 50;

type Line = {
  kind: string;
  rowId: number;
  matterId: number;
  note: string;
  dueOn: string;
  at: string | null;
  unitId: number | null;
  /** The clock of the duty stands still. */
  still: boolean;
};

const unitIds = (actor: Actor, role: string): number[] =>
  actor.grants.flatMap((grant) => (grant.role === role && grant.unitId !== undefined ? [grant.unitId] : []));

const organIds = (actor: Actor): number[] =>
  actor.grants.flatMap(({ role, organId }) =>
    (role === 'congress-office' || role === 'cppcc-office') && organId !== undefined ? [organId] : [],
  );

const line = (
  kind: string,
  unit: RawBuilder<unknown> = sql`a.unit_id`,
  due: RawBuilder<unknown> = sql`a.due_on`,
  still: RawBuilder<unknown> = sql`a.paused_on is not null`,
) =>
  sql`${kind}::text as kind, a.id as "rowId", a.matter_id as "matterId", ''::text as note, ${due} as "dueOn", null::timestamptz as at, ${unit} as "unitId", ${still} as still`;

const onDuty = (j: number, kind: string, condition: RawBuilder<unknown>) =>
  sql`select ${line(kind)} from assignment a join matter m on m.jurisdiction_id = a.jurisdiction_id and m.id = a.matter_id
    where a.jurisdiction_id = ${j} and ${matterRuns} and ${condition}`;

/** Replies `r` of duties `a` on matters `m` that are the unit's to move: nothing has ended, nothing is being handed back. */
const movable = sql`reply r
    join assignment a on a.jurisdiction_id = r.jurisdiction_id and a.id = r.assignment_id and a.round = r.round
      and a.state in ('signed', 'rehandling')
    join matter m on m.jurisdiction_id = r.jurisdiction_id and m.id = r.matter_id and ${matterRuns}`;

/** Replies waiting at the level that this role clears. */
const reviews = (j: number, level: number, condition: RawBuilder<unknown>) =>
  sql`select 'review'::text as kind, r.id as "rowId", r.matter_id as "matterId", ''::text as note, a.due_on as "dueOn",
      r.updated_at as at, r.unit_id as "unitId", a.paused_on is not null as still
    from ${movable}
    where r.jurisdiction_id = ${j} and r.state = 'inReview' and r.level = ${level} and ${condition}`;

/** Slips that wait for this part of the unit, as long as it has the duty. */
const slipsFor = (j: number, part: 'unitOffice' | 'unitLeader', units: readonly number[]) =>
  sql`select 'acknowledgeUrge'::text as kind, x.id as "rowId", x.matter_id as "matterId", ''::text as note,
      x.acknowledge_by as "dueOn", x.issued_at as at, x.unit_id as "unitId", false as still
    from urge_slip x
    join assignment a on a.jurisdiction_id = x.jurisdiction_id and a.id = x.assignment_id and a.live
    join matter m on m.jurisdiction_id = x.jurisdiction_id and m.id = x.matter_id and ${matterRuns}
    where x.jurisdiction_id = ${j} and x.state = 'sent' and x.unit_id = any(${[...units]}::bigint[])
      and ${part} = any(x.wanted) and not exists (select 1 from urge_acknowledgement k
        where k.jurisdiction_id = x.jurisdiction_id and k.urge_id = x.id and k.part = ${part})`;

/** Supervision notices, each under the first of its matters. */
const noticesFor = (j: number, kind: string, condition: RawBuilder<unknown>) =>
  sql`select ${kind}::text as kind, x.id as "rowId", l.matter_id as "matterId", ''::text as note,
      x.report_by as "dueOn", x.issued_at as at, x.unit_id as "unitId", false as still
    from supervision_notice x
    join supervision_notice_matter l on l.jurisdiction_id = x.jurisdiction_id and l.notice_id = x.id and l.position = 0
    join unit u on u.jurisdiction_id = x.jurisdiction_id and u.id = x.unit_id
    where x.jurisdiction_id = ${j} and ${condition}`;

/** What these units are asked after their replies, on closed matters too. */
const afterReplies = (j: number, units: readonly number[]) =>
  askedAfter.map(
    (kind) => sql`select ${line(kind, sql`a.unit_id`, afterColumn(kind), sql`false`)} from assignment a
      where a.jurisdiction_id = ${j} and a.unit_id = any(${[...units]}::bigint[])
        and ${afterColumn(kind)} is not null`,
  );

const ofUnit = (actor: Actor, levels: readonly ReviewLevel[]): RawBuilder<unknown>[] => {
  const j = actor.jurisdictionId;
  const parts: RawBuilder<unknown>[] = [];
  const offices = unitIds(actor, 'unit-office');
  const leaders = unitIds(actor, 'unit-leader');
  const sections = unitIds(actor, 'section-head');
  if (offices.length > 0) {
    const mine = sql`a.unit_id = any(${offices}::bigint[])`;
    parts.push(
      onDuty(j, 'signFor', sql`${mine} and a.state = 'assigned'`),
      onDuty(
        j,
        'subAssign',
        sql`${mine} and a.state = 'signed' and a.handler_id is null and a.section_id is null`,
      ),
      sql`select 'issue'::text, r.id, r.matter_id, ''::text, a.due_on, r.updated_at, r.unit_id, a.paused_on is not null
        from ${movable} where r.jurisdiction_id = ${j} and r.state = 'cleared' and ${mine}`,
    );
  }
  if (offices.length > 0) parts.push(slipsFor(j, 'unitOffice', offices), ...afterReplies(j, offices));
  if (leaders.length > 0) parts.push(slipsFor(j, 'unitLeader', leaders));
  if (offices.length + leaders.length > 0)
    parts.push(
      noticesFor(
        j,
        'answerNotice',
        sql`x.state in ('served', 'inHand') and x.unit_id = any(${[...new Set([...offices, ...leaders])]}::bigint[])`,
      ),
    );
  if (sections.length > 0)
    parts.push(
      onDuty(
        j,
        'subAssign',
        sql`a.section_id = any(${sections}::bigint[]) and a.state = 'signed' and a.handler_id is null`,
      ),
    );
  for (const [level, { by }] of levels.entries()) {
    if (by === 'unit-office' && offices.length > 0)
      parts.push(reviews(j, level, sql`r.unit_id = any(${offices}::bigint[])`));
    if (by === 'unit-leader' && leaders.length > 0)
      parts.push(reviews(j, level, sql`r.unit_id = any(${leaders}::bigint[])`));
    if (by === 'section-head' && sections.length > 0)
      parts.push(reviews(j, level, sql`a.section_id = any(${sections}::bigint[])`));
  }
  const mine = handledBy(actor);
  if (mine !== null) {
    const drafting = sql`not exists (select 1 from reply r where r.jurisdiction_id = a.jurisdiction_id
      and r.assignment_id = a.id and r.round = a.round and r.state in ('inReview', 'cleared', 'issued'))`;
    parts.push(
      onDuty(j, 'handle', sql`${mine} and a.state = 'signed' and a.role <> 'assist' and ${drafting}`),
      onDuty(j, 'opinion', sql`${mine} and a.state = 'signed' and a.role = 'assist'`),
      onDuty(j, 'rehandle', sql`${mine} and a.state = 'rehandling' and ${drafting}`),
    );
  }
  return parts;
};

const onMatter = (kind: string, j: number, condition: RawBuilder<unknown>) =>
  sql`select ${kind}::text, m.id, m.id, ''::text, m.due_on, null::timestamptz, m.lead_unit_id, false from matter m
    where m.jurisdiction_id = ${j} and ${condition}`;

/** A duty on which the offices of this actor decide, as core's `mayDecide`: of a boundary unit the organ's alone. */
const decidedBy = (
  j: number,
  supervises: boolean,
  ofOrgan: RawBuilder<unknown>,
  rule: RawBuilder<unknown> = sql`'either'`,
): RawBuilder<unknown> => {
  const boundary = sql`a.unit_id in (select u.id from unit u where u.jurisdiction_id = ${j} and u.boundary)`;
  const byOrgan = sql`(${ofOrgan} and (${rule} <> 'supervisor' or ${boundary}))`;
  return supervises ? sql`(${byOrgan} or (${rule} <> 'organ-office' and not ${boundary}))` : byOrgan;
};

const ofOffices = (actor: Actor): RawBuilder<unknown>[] => {
  const j = actor.jurisdictionId;
  const parts: RawBuilder<unknown>[] = [];
  const supervises = actor.grants.some((grant) => grant.role === 'supervisor');
  const organs = organIds(actor);
  if (!supervises && organs.length === 0) return parts;
  const ofOrgan = sql`m.organ_id = any(${organs}::bigint[])`;
  const mine = supervises ? sql`true` : ofOrgan;
  parts.push(
    onDuty(j, 'decideHandBack', sql`a.state = 'handBackRequested' and ${decidedBy(j, supervises, ofOrgan)}`),
    sql`select ${line('decideExtension', sql`a.unit_id`, sql`coalesce(a.extension_due_on, 'infinity'::date)`, sql`false`)}
      from assignment a join matter m on m.jurisdiction_id = a.jurisdiction_id and m.id = a.matter_id
      where a.jurisdiction_id = ${j} and ${matterRuns} and a.extension_asked_on is not null
        and a.state in ('signed', 'rehandling')
        and ${decidedBy(j, supervises, ofOrgan, sql`a.extension_decided_by`)}`,
    onMatter('assign', j, sql`m.stage = 'filed' and ${mine}`),
  );
  const judged = sql`(x.organ_id = any(${organs}::bigint[]) or (${supervises} and not u.boundary))`;
  parts.push(noticesFor(j, 'judgeReport', sql`x.state = 'reportedBack' and ${judged}`));
  if (organs.length > 0)
    parts.push(sql`select 'decideObjection'::text, x.id, x.matter_id, ''::text, 'infinity'::date, x.raised_at, m.lead_unit_id, false
      from assignment_objection x join matter m on m.jurisdiction_id = x.jurisdiction_id and m.id = x.matter_id
      where x.jurisdiction_id = ${j} and x.state = 'open' and x.organ_id = any(${organs}::bigint[]) and ${matterRuns}`);
  if (organs.length > 0)
    parts.push(onMatter('close', j, sql`m.stage = 'rated' and m.organ_id = any(${organs}::bigint[])`));
  return parts;
};

const ofProposer = (actor: Actor): RawBuilder<unknown>[] =>
  actor.grants.some((grant) => grant.role === 'proposer')
    ? [
        sql`select 'rate'::text, g.id, g.matter_id, ''::text, 'infinity'::date, null::timestamptz, r.unit_id, false
          from rating g join reply r on r.jurisdiction_id = g.jurisdiction_id and r.id = g.reply_id
          join assignment a on a.jurisdiction_id = r.jurisdiction_id and a.id = r.assignment_id
          join matter m on m.jurisdiction_id = g.jurisdiction_id and m.id = g.matter_id and ${matterRuns}
          where g.jurisdiction_id = ${actor.jurisdictionId} and g.proposer_id = ${actor.personId} and g.state = 'open'
            and g.round = a.round and a.live`,
      ]
    : [];

const none = sql`select ''::text as kind, 0::bigint as "rowId", 0::bigint as "matterId", ''::text as note,
  'infinity'::date as "dueOn", null::timestamptz as at, 0::bigint as "unitId", false as still where false`;

const todo = (actor: Actor, levels: readonly ReviewLevel[]): RawBuilder<unknown> =>
  sql.join([none, ...ofUnit(actor, levels), ...ofOffices(actor), ...ofProposer(actor)], sql` union all `);

/** What one did or was told of stays listed only while one stands to the matter (law 12). */
const stillReached = (actor: Actor, matterId: RawBuilder<unknown>): RawBuilder<unknown> =>
  seesAll(actor)
    ? sql`true`
    : sql`${matterId} in (select m.id from matter m where m.jurisdiction_id = ${actor.jurisdictionId} and ${reachOf(actor)})`;

/** One's own acts, from the journal: the last on each matter. */
const acted = (actor: Actor, commands: RawBuilder<unknown>, kind: string): RawBuilder<unknown> =>
  sql`select ${kind}::text as kind, max(q.n)::bigint as "rowId", q.matter_id as "matterId",
      (array_agg(q.command order by q.at desc, q.n desc))[1] as note, 'infinity'::date as "dueOn", max(q.at) as at, null::bigint as "unitId", false as still,
      (array_agg(case when q.for_id is not null then json_build_object(
        'by', q.entry::json ->> 'actor', 'for', q.entry::json ->> 'for') end order by q.at desc, q.n desc))[1] as "stoodIn"
    from journal q where q.jurisdiction_id = ${actor.jurisdictionId} and (q.actor_id = ${actor.personId} or q.for_id = ${actor.personId})
      and q.matter_id is not null and ${commands} and ${stillReached(actor, sql`q.matter_id`)} group by q.matter_id`;

const copied = (actor: Actor): RawBuilder<unknown> =>
  sql`select 'copied'::text as kind, n.id as "rowId", n.matter_id as "matterId", n.kind as note,
      'infinity'::date as "dueOn", n.at as at, null::bigint as "unitId", false as still
    from notice n where n.jurisdiction_id = ${actor.jurisdictionId} and n.person_id = ${actor.personId} and n.matter_id is not null
      and ${stillReached(actor, sql`n.matter_id`)}`;

const startedCommands = sql`q.command in ('plan.assign', 'matter.file', 'newReply.start', 'assignment.requestHandBack', 'catalogue.import')`;

const listOf = (
  actor: Actor,
  house: House,
  list: 'todo' | 'done' | 'started' | 'copied',
): RawBuilder<unknown> => {
  switch (list) {
    case 'todo':
      return todo(actor, house.ruleset.reviewLevels);
    case 'done':
      return acted(actor, sql`q.command <> 'reply.save'`, 'done');
    case 'started':
      return acted(actor, startedCommands, 'started');
    case 'copied':
      return copied(actor);
    default: {
      const forgotten: never = list;
      return forgotten;
    }
  }
};

type Named = Line & {
  caseNo: string;
  matterKind: 'suggestion' | 'proposal';
  title: string;
  stage: string;
  unitName: string | null;
  stoodIn?: { by: string; for: string } | null;
};

/** Every part of an order, the row last, so that no two lines share a place: nothing is skipped or shown twice. */
const orders = {
  todo: {
    by: sql`w."dueOn", w."matterId", w.kind, w."rowId"`,
    place: ({ dueOn, matterId, kind, rowId }: Line): Cursor => ({
      after: `${dueOn} ${matterId} ${kind}`,
      id: rowId,
    }),
  },
  told: {
    by: sql`w.at desc, w."matterId" desc, w."rowId" desc`,
    place: ({ at, matterId, rowId }: Line): Cursor => ({ after: `${at} ${matterId}`, id: rowId }),
  },
} as const;

const place = /^(\d{4}-\d{2}-\d{2}|infinity|\d{4}-\d{2}-\d{2}T[\d:.]+Z) (\d{1,18})(?: (\w+))?$/;

/** What comes after the place where the page before ended; a cursor that nobody here has made starts at the beginning. */
const afterCursor = (list: 'todo' | 'told', text: string | undefined): RawBuilder<unknown> => {
  const cursor = readCursor(text);
  const [, at, matterId, kind] = place.exec(cursor?.after ?? '') ?? [];
  if (cursor === null || at === undefined || !isTime(at) || matterId === undefined) return sql`true`;
  if (list === 'told')
    return at.includes('T')
      ? sql`(w.at, w."matterId", w."rowId") < (${at}::timestamptz, ${matterId}::bigint, ${cursor.id}::bigint)`
      : sql`true`;
  return at.includes('T') || kind === undefined
    ? sql`true`
    : sql`(w."dueOn", w."matterId", w.kind, w."rowId") > (${at}::date, ${matterId}::bigint, ${kind}::text, ${cursor.id}::bigint)`;
};

/** How much waits for someone. */
export const countTodo = async (tx: Tx, house: House, actor: Actor): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (${listOf(actor, house, 'todo')}) x`.execute(tx);
  return rows[0]?.n ?? 0;
};

/** One page of a work list, urgent first (to do) or newest first, with the counts of all four. */
export const viewWorkbench = async (
  tx: Tx,
  house: House,
  actor: Actor,
  today: LocalDate,
  list: 'todo' | 'done' | 'started' | 'copied',
  { cursor: cursorText, due }: QueryOf<typeof workbench>,
) => {
  const order = list === 'todo' ? 'todo' : 'told';
  const lit = due === undefined ? sql`true` : inLight(due, sql`w."dueOn"`, lightsOn(today, house));
  const size = (of: typeof list) => sql`(select count(*)::int from (${listOf(actor, house, of)}) x)`;
  const [counts, { rows }] = await Promise.all([
    sql<{ todo: number; done: number; started: number; copied: number }>`
      select ${size('todo')} as todo, ${size('done')} as done, ${size('started')} as started,
        ${size('copied')} as copied`.execute(tx),
    sql<Named>`
      select w.*, m.case_no as "caseNo", m.kind as "matterKind", m.title, m.stage, u.name as "unitName"
      from (${listOf(actor, house, list)}) w
      join matter m on m.jurisdiction_id = ${actor.jurisdictionId} and m.id = w."matterId"
      left join unit u on u.jurisdiction_id = ${actor.jurisdictionId} and u.id = w."unitId"
      where ${afterCursor(order, cursorText)} and ${lit}
      order by ${orders[order].by} limit ${pageSize + 1}`.execute(tx),
  ]);
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    counts: counts.rows[0] ?? { todo: 0, done: 0, started: 0, copied: 0 },
    items: shown.map((row) => ({
      key: `${row.kind}:${row.rowId}:${row.matterId}`,
      kind: row.kind as never,
      matterId: row.matterId,
      caseNo: row.caseNo,
      matterKind: row.matterKind,
      title: row.title,
      unitName: row.unitName,
      stage: row.stage as never,
      note: row.note,
      ...standOf(row.dueOn === 'infinity' ? null : row.dueOn, today, house, row.still),
      at: row.at,
      stoodIn: row.stoodIn ?? null,
    })),
    next: rows.length > pageSize && last !== undefined ? writeCursor(orders[order].place(last)) : null,
  };
};
