/** What screens and papers show of rounds. Every matter of a round is read: a round has 2,000 at most. */
import type { Actor } from '#core/access.ts';
import type { PlanLine } from '#core/assign-round/round.ts';
import type { HandlingRole } from '#core/ruleset.ts';
import type { Instant, LocalDate } from '#core/words.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

export type RoundLine = {
  readonly id: number;
  readonly version: number;
  readonly organId: number;
  readonly organ: string;
  readonly name: string;
  readonly note: string;
  readonly closesAt: Instant;
  readonly openedAt: Instant | null;
  readonly endedAt: Instant | null;
};

type Named = { readonly id: number; readonly name: string };

export type ProposalRow = {
  readonly id: number;
  readonly unitId: number;
  readonly unit: string;
  readonly kind: 'proposed' | 'named';
  readonly role: HandlingRole;
  readonly origin: 'hand' | 'recommended' | 'objection';
  readonly answer: 'accepted' | 'objected' | null;
  readonly answerRole: HandlingRole | null;
  readonly section: Named | null;
  readonly reason: string | null;
  readonly namedUnit: Named | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Instant | null;
  readonly keptReason: string | null;
  readonly keptBy: string | null;
};

export type MatterRow = {
  readonly roundId: number;
  readonly matterId: number;
  readonly version: number;
  readonly caseNo: string;
  readonly title: string;
  readonly category: string | null;
  readonly proposers: string;
  readonly assignedAt: Instant | null;
  readonly proposals: readonly ProposalRow[];
};

export const officeUnits = (actor: Actor): readonly number[] =>
  actor.grants.flatMap(({ role, unitId }) =>
    role === 'unit-office' && unitId !== undefined ? [unitId] : [],
  );

const organs = (actor: Actor): readonly number[] =>
  actor.grants.flatMap(({ role, organId }) =>
    (role === 'congress-office' || role === 'cppcc-office') && organId !== undefined ? [organId] : [],
  );

/** Whether he sees a round as a whole, as the supervisor and its organ's office do. */
export const seesWhole = (actor: Actor, organId: number): boolean =>
  actor.grants.some(({ role }) => role === 'supervisor') || organs(actor).includes(organId);

/** The same in SQL, of the organ of a round `g`. */
const wholly = (actor: Actor) =>
  actor.grants.some(({ role }) => role === 'supervisor')
    ? sql`true`
    : sql`g.organ_id = any(${[...organs(actor)]}::bigint[])`;

/** Rounds `g` that he may see; a unit: those that were opened and ask it something. */
const reach = (actor: Actor) =>
  sql`(${wholly(actor)} or (g.opened_at is not null and exists (
    select from proposed_duty p where p.jurisdiction_id = g.jurisdiction_id and p.round_id = g.id
      and p.withdrawn_at is null and p.unit_id = any(${[...officeUnits(actor)]}::bigint[]))))`;

/** Rounds `g` that he may see, narrowed to one or to those behind a place in the list. */
const roundLines = async (
  tx: Tx,
  actor: Actor,
  which: RawBuilder<unknown>,
  most: number,
): Promise<RoundLine[]> => {
  const { rows } = await sql<{ line: RoundLine }>`
    select json_build_object('id', g.id, 'version', g.version, 'organId', g.organ_id, 'organ', o.name, 'name', g.name,
      'note', g.note) as line, g.closes_at, g.opened_at, g.ended_at
    from assign_round g join organ o on o.jurisdiction_id = g.jurisdiction_id and o.id = g.organ_id
    where g.jurisdiction_id = ${actor.jurisdictionId} and ${which} and ${reach(actor)}
    order by g.id desc limit ${most}`.execute(tx);
  return rows.map((row) => {
    const times = row as unknown as Record<'closes_at' | 'opened_at' | 'ended_at', string>;
    return { ...row.line, closesAt: times.closes_at, openedAt: times.opened_at, endedAt: times.ended_at };
  });
};

/** The round, if he may see it. */
export const findRoundLine = async (tx: Tx, actor: Actor, roundId: number): Promise<RoundLine | null> => {
  const [line] = await roundLines(tx, actor, sql`g.id = ${roundId}`, 1);
  return line ?? null;
};

/** Rounds, newest first, at most `most`; `before`: those that are older than this one. */
export const listRounds = (tx: Tx, actor: Actor, before: number | null, most: number): Promise<RoundLine[]> =>
  roundLines(tx, actor, before === null ? sql`true` : sql`g.id < ${before}`, most);

/** How many rounds he may see. */
export const countRounds = async (tx: Tx, actor: Actor): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from assign_round g
    where g.jurisdiction_id = ${actor.jurisdictionId} and ${reach(actor)}`.execute(tx);
  return rows[0]?.n ?? 0;
};

/** What a matter's stand is judged by, and how many matters of the round have just this. */
export type PlanHeap = {
  readonly roundId: number;
  readonly assigned: boolean;
  readonly plan: readonly (PlanLine & { readonly own: boolean })[];
  readonly n: number;
};

/**
 * The matters of rounds heaped by their plans, the ended ones included: a round of 2,000 comes to a few dozen heaps.
 * Each round shows him what `matterRows` would: the whole, or only matters in which his units are asked.
 */
export const planHeaps = async (tx: Tx, actor: Actor, roundIds: readonly number[]): Promise<PlanHeap[]> => {
  const own = sql`${[...officeUnits(actor)]}::bigint[]`;
  const { rows } = await sql<PlanHeap>`
    select x.round_id as "roundId", x.assigned, x.plan, count(*)::int as n from (
      select r.round_id, r.left_as is not distinct from 'assigned' as assigned, (
        select coalesce(jsonb_agg(y.line order by y.line), '[]') from (
          select jsonb_build_object('kind', p.kind, 'role', p.role, 'answer', p.answer, 'answerRole', p.answer_role,
            'keptReason', case when p.kept_reason is not null then '' end, 'own', p.unit_id = any(${own})) as line
          from proposed_duty p where p.jurisdiction_id = r.jurisdiction_id and p.round_id = r.round_id
            and p.matter_id = r.matter_id and p.withdrawn_at is null) y) as plan
      from assign_round_matter r join assign_round g on g.jurisdiction_id = r.jurisdiction_id and g.id = r.round_id
      where r.jurisdiction_id = ${actor.jurisdictionId} and r.round_id = any(${[...roundIds]}::bigint[])
        and r.left_as is distinct from 'takenOut'
        and (${wholly(actor)} or exists (select from proposed_duty p where p.jurisdiction_id = r.jurisdiction_id
          and p.round_id = r.round_id and p.matter_id = r.matter_id and p.withdrawn_at is null
          and p.unit_id = any(${own})))) x
    group by 1, 2, 3`.execute(tx);
  return rows;
};

/**
 * The matters of rounds in the order of their numbers, those that were assigned from them included. `unitIds`: only
 * matters in which one of these units is asked; null: all.
 */
export const matterRows = async (
  tx: Tx,
  j: number,
  roundIds: readonly number[],
  unitIds: readonly number[] | null,
): Promise<MatterRow[]> => {
  const { rows } = await sql<MatterRow>`
    select r.round_id as "roundId", r.matter_id as "matterId", r.version, m.case_no as "caseNo", m.title, m.category,
      case when r.left_as = 'assigned' then r.left_at end as "assignedAt",
      (select coalesce(string_agg(x.name, '、' order by x.position), '') from (
        select q.name, o.position from proposer o join person q on q.jurisdiction_id = o.jurisdiction_id and q.id = o.person_id
        where o.jurisdiction_id = r.jurisdiction_id and o.matter_id = r.matter_id order by o.position limit 3) x) as proposers,
      (select coalesce(json_agg(json_build_object('id', p.id, 'unitId', p.unit_id, 'unit', u.name, 'kind', p.kind,
          'role', p.role, 'origin', p.origin, 'answer', p.answer, 'answerRole', p.answer_role, 'reason', p.reason,
          'section', case when s.id is null then null else json_build_object('id', s.id, 'name', s.name) end,
          'namedUnit', case when n.id is null then null else json_build_object('id', n.id, 'name', n.name) end,
          'answeredBy', a.name, 'answeredAt', to_char(p.answered_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'keptReason', p.kept_reason, 'keptBy', k.name)
          order by p.kind desc, array_position(array['sole','lead','separate','assist'], p.role), p.id), '[]')
        from proposed_duty p
        join unit u on u.jurisdiction_id = p.jurisdiction_id and u.id = p.unit_id
        left join unit s on s.jurisdiction_id = p.jurisdiction_id and s.id = p.section_id
        left join unit n on n.jurisdiction_id = p.jurisdiction_id and n.id = p.named_unit_id
        left join person a on a.jurisdiction_id = p.jurisdiction_id and a.id = p.answered_by
        left join person k on k.jurisdiction_id = p.jurisdiction_id and k.id = p.kept_by
        where p.jurisdiction_id = r.jurisdiction_id and p.round_id = r.round_id and p.matter_id = r.matter_id
          and p.withdrawn_at is null) as proposals
    from assign_round_matter r join matter m on m.jurisdiction_id = r.jurisdiction_id and m.id = r.matter_id
    where r.jurisdiction_id = ${j} and r.round_id = any(${[...roundIds]}::bigint[])
      and r.left_as is distinct from 'takenOut'
      and ${
        unitIds === null
          ? sql`true`
          : sql`exists (select from proposed_duty p where p.jurisdiction_id = r.jurisdiction_id and p.round_id = r.round_id
              and p.matter_id = r.matter_id and p.withdrawn_at is null and p.unit_id = any(${[...unitIds]}::bigint[]))`
      }
    order by m.case_no, m.id`.execute(tx);
  return rows;
};

/** What a unit reads to say whether a matter is its own. */
export const textOfMatter = async (tx: Tx, j: number, matterId: number) => {
  const { rows } = await sql<{
    caseNo: string;
    title: string;
    body: string;
    points: { no: number; text: string }[];
  }>`
    select m.case_no as "caseNo", m.title, coalesce(t.body, '') as body,
      (select coalesce(json_agg(json_build_object('no', p.no, 'text', p.text) order by p.no), '[]')
        from point p where p.jurisdiction_id = m.jurisdiction_id and p.matter_id = m.id) as points
    from matter m left join matter_text t on t.jurisdiction_id = m.jurisdiction_id and t.matter_id = m.id
    where m.jurisdiction_id = ${j} and m.id = ${matterId}`.execute(tx);
  return rows[0];
};

export type HandedOver = {
  readonly assignmentId: number;
  readonly unitId: number;
  readonly unit: string;
  readonly role: HandlingRole;
  readonly state: string;
  readonly assignedOn: LocalDate;
  readonly signedOn: LocalDate | null;
  /** The day by which the unit signs for it; null: it has, or no date is set. */
  readonly signBy: LocalDate | null;
  readonly matterId: number;
  readonly caseNo: string;
  readonly title: string;
  readonly proposers: string;
  readonly kind: 'suggestion' | 'proposal';
  readonly responsibleLeader: string;
};

/** Duties that came of the matters assigned from a round and that still are; `unitIds`: of these units only. */
export const handedOver = async (
  tx: Tx,
  j: number,
  roundId: number,
  unitIds: readonly number[] | null,
): Promise<HandedOver[]> => {
  const { rows } = await sql<HandedOver>`
    select a.id as "assignmentId", a.unit_id as "unitId", u.name as unit, a.role, a.state, a.assigned_on as "assignedOn",
      a.signed_on as "signedOn",
      case when a.state = 'assigned' and isfinite(a.due_on) then a.due_on end as "signBy", m.id as "matterId", m.case_no as "caseNo", m.title, m.kind,
      m.responsible_leader as "responsibleLeader",
      (select coalesce(string_agg(q.name, '、' order by o.position), '') from proposer o
        join person q on q.jurisdiction_id = o.jurisdiction_id and q.id = o.person_id
        where o.jurisdiction_id = m.jurisdiction_id and o.matter_id = m.id and o.position < 3) as proposers
    from assign_round_matter r
    join matter m on m.jurisdiction_id = r.jurisdiction_id and m.id = r.matter_id
    join assignment a on a.jurisdiction_id = m.jurisdiction_id and a.matter_id = m.id and a.live
    join unit u on u.jurisdiction_id = a.jurisdiction_id and u.id = a.unit_id
    where r.jurisdiction_id = ${j} and r.round_id = ${roundId} and r.left_as = 'assigned'
      and ${unitIds === null ? sql`true` : sql`a.unit_id = any(${[...unitIds]}::bigint[])`}
    order by u.position, u.id, m.case_no, a.id`.execute(tx);
  return rows;
};

/** The office over a printed list, and of what kind its matters are. */
export const officeOf = async (tx: Tx, j: number, organId: number) => {
  const organ = await tx
    .selectFrom('organ')
    .select(['kind', 'office_name as officeName'])
    .where('jurisdiction_id', '=', j)
    .where('id', '=', organId)
    .executeTakeFirstOrThrow();
  return {
    officeName: organ.officeName,
    kind: organ.kind === 'congress' ? ('suggestion' as const) : ('proposal' as const),
  };
};
