/** The review desk: what was handed in, for the office of an organ and for whoever takes a step. */
import type { QueryOf } from '#contract/endpoint.ts';
import type { reviewDesk } from '#contract/review.ts';
import type { Actor } from '#core/access.ts';
import type { IntakeRules, IntakeStep } from '#core/intake-rules.ts';
import type { MatterKind } from '#core/ruleset.ts';
import type { SubmissionState } from '#core/submission/submission.ts';
import { type RawBuilder, sql } from 'kysely';
import { readDayCursor, writeCursor } from '../platform/cursor.ts';
import type { Tx } from '../platform/db/database.ts';

type Named = { readonly id: number; readonly name: string };
type Query = QueryOf<typeof reviewDesk>;

export type DeskRow = {
  readonly id: number;
  readonly version: number;
  readonly kind: MatterKind;
  readonly organId: number;
  readonly flowNo: string | null;
  readonly title: string;
  readonly category: string | null;
  readonly state: SubmissionState;
  readonly stepAt: number;
  readonly panel: Named | null;
  readonly proposedPanel: Named | null;
  readonly author: Named & { readonly group: string };
  readonly bodyName: string;
  readonly signers: number;
  readonly submittedAt: string | null;
  readonly waitsSince: string;
  readonly withdrawalAsked: boolean;
  readonly nobodyLooks: boolean;
  readonly lastAdvice: 'pass' | 'return' | 'decline' | 'convert' | 'merge' | null;
  readonly caseNo: string | null;
  readonly matterId: number | null;
};

const pageSize = 50;
const kinds = ['suggestion', 'proposal'] as const satisfies readonly MatterKind[];

/** The organs whose office the actor is of. */
export const officesOfActor = (actor: Actor): readonly number[] =>
  actor.grants.flatMap(({ role, organId }) =>
    (role === 'congress-office' || role === 'cppcc-office') && organId !== undefined ? [organId] : [],
  );

/** Places of the steps, per kind, that somebody takes; as a condition on `s.kind` and `s.step`. */
const atSteps = (
  intake: IntakeRules,
  phase: 'vetting' | 'review',
  takes: (step: IntakeStep) => boolean,
): RawBuilder<unknown> => {
  const parts = kinds.map((kind) => {
    const places = intake[kind][phase].flatMap((one, index) => (takes(one) ? [index] : []));
    return sql`(s.kind = ${kind} and s.step = any(${places}::int[]))`;
  });
  return sql`(${sql.join(parts, sql` or `)})`;
};

/** What its author reworks or withdrew in the middle of it shows on the desk as it was handed in (`readableSubmission`). */
const reworked = sql`(s.state in ('returned', 'withdrawn') and s.submitted_text_no is not null and s.entered_by_id is null)`;
const deskTitle = sql`case when ${reworked} then (select h.title from submission_text h
  where h.jurisdiction_id = s.jurisdiction_id and h.submission_id = s.id and h.text_no = s.submitted_text_no)
  else s.title end`;
const deskCategory = sql`case when ${reworked} then s.handed_in #>> '{form,category}' else s.category end`;
const deskBody = sql`case when ${reworked} then s.handed_in ->> 'bodyName' else s.body_name end`;

/** It waits for a look of these. */
export const stepBy = (intake: IntakeRules, who: IntakeStep['by']): RawBuilder<unknown> => sql`(
  (s.state = 'vetting' and ${atSteps(intake, 'vetting', ({ by }) => by === who)})
  or (s.state = 'submitted' and ${atSteps(intake, 'review', ({ by }) => by === who)}))`;

/** Submissions that the actor may look at: as in core/submission/standing.ts, in the database's words. */
const visible = (actor: Actor, intake: IntakeRules): RawBuilder<unknown> => {
  // A seat on a panel or for a group is lent to no stand-in.
  const me = actor.actingBy === undefined ? actor.personId : 0;
  return sql`(
    (s.organ_id = any(${[...officesOfActor(actor)]}::bigint[]) and s.flow_no is not null)
    or (s.state = 'submitted' and ${atSteps(intake, 'review', ({ by }) => by === 'panel')}
      and exists (select from review_panel_member m join review_panel v on v.jurisdiction_id = m.jurisdiction_id and v.id = m.panel_id
        where m.jurisdiction_id = s.jurisdiction_id and m.panel_id = s.panel_id and m.person_id = ${me} and v.state = 'active'))
    or (${stepBy(intake, 'group')}
      and exists (select from group_looker l join person a on a.jurisdiction_id = l.jurisdiction_id and a.id = s.author_id
        where l.jurisdiction_id = s.jurisdiction_id and l.organ_id = s.organ_id and l.person_id = ${me}
          and l.group_name = a.group_name and a.group_name <> '')))`;
};

/** Among `people` is nobody in office who neither wrote the submission nor signed it: as in `reviewersOf`. */
const nobodyOf = (people: RawBuilder<unknown>): RawBuilder<unknown> => sql`not exists (
  select from (${people}) n join person w on w.jurisdiction_id = s.jurisdiction_id and w.id = n.person_id and w.state = 'active'
  where w.id <> s.author_id and not exists (select from submission_signer g where g.jurisdiction_id = s.jurisdiction_id
    and g.submission_id = s.id and g.person_id = w.id and g.state = 'signed'))`;

/** It waits for a look that nobody is named to take; what has no panel yet is counted as that. */
const nobodyLooks = (intake: IntakeRules): RawBuilder<unknown> => sql`(
  ${stepBy(intake, 'group')} and ${nobodyOf(sql`select l.person_id from group_looker l join person a
    on a.jurisdiction_id = l.jurisdiction_id and a.id = s.author_id and a.group_name = l.group_name and a.group_name <> ''
    where l.jurisdiction_id = s.jurisdiction_id and l.organ_id = s.organ_id`)}
  or s.panel_id is not null and ${stepBy(intake, 'panel')} and ${nobodyOf(sql`select m.person_id from review_panel_member m
    join review_panel v on v.jurisdiction_id = m.jurisdiction_id and v.id = m.panel_id and v.state = 'active'
    where m.jurisdiction_id = s.jurisdiction_id and m.panel_id = s.panel_id`)})`;

/** A panel has to look at it, now or in a later step, and none is chosen. */
const noPanel = (intake: IntakeRules): RawBuilder<unknown> => {
  const parts = kinds.map((kind) => {
    const last = intake[kind].review.findLastIndex(({ by }) => by === 'panel');
    return sql`(s.kind = ${kind} and s.step <= ${last})`;
  });
  return sql`(s.panel_id is null and s.state = 'submitted' and (${sql.join(parts, sql` or `)}))`;
};

/** Every look after submission was taken: the office decides. */
const toDecide = (intake: IntakeRules): RawBuilder<unknown> => {
  const parts = kinds.map((kind) => sql`(s.kind = ${kind} and s.step >= ${intake[kind].review.length})`);
  return sql`(s.state = 'submitted' and (${sql.join(parts, sql` or `)}))`;
};

const filterBy = (query: Query, intake: IntakeRules): RawBuilder<unknown> => {
  const parts: RawBuilder<unknown>[] = [sql`s.state not in ('draft', 'discarded')`];
  if (query.organId !== undefined) parts.push(sql`s.organ_id = ${query.organId}`);
  if (query.state !== undefined) parts.push(sql`s.state = ${query.state}`);
  if (query.step === 'decide') parts.push(toDecide(intake));
  else if (query.step === 'nobody') parts.push(nobodyLooks(intake));
  else if (query.step !== undefined) {
    const named = ({ code }: IntakeStep): boolean => code === query.step;
    parts.push(sql`((s.state = 'vetting' and ${atSteps(intake, 'vetting', named)})
      or (s.state = 'submitted' and ${atSteps(intake, 'review', named)}))`);
  }
  if (query.panel === 'none') parts.push(noPanel(intake));
  else if (query.panel !== undefined) parts.push(sql`s.panel_id = ${query.panel}`);
  if (query.category !== undefined) parts.push(sql`${deskCategory} = ${query.category}`);
  if (query.q !== undefined && query.q.trim() !== '') {
    const like = `%${query.q.trim().replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(
      sql`(${deskTitle} like ${like} or s.flow_no like ${like} or p.name like ${like} or ${deskBody} like ${like})`,
    );
  }
  return sql.join(parts, sql` and `);
};

const columnsBy = (intake: IntakeRules): RawBuilder<unknown> => sql`
  s.id, s.version, s.kind, s.organ_id as "organId", s.flow_no as "flowNo", ${deskTitle} as title, ${deskCategory} as category, s.state, s.step as "stepAt",
  (select json_build_object('id', v.id, 'name', v.name) from review_panel v
    where v.jurisdiction_id = s.jurisdiction_id and v.id = s.panel_id) as panel,
  case when s.panel_id is null and s.state = 'submitted' then (select json_build_object('id', v.id, 'name', v.name)
    from review_panel v where v.jurisdiction_id = s.jurisdiction_id and v.organ_id = s.organ_id and v.state = 'active'
      and s.category = any(v.categories) order by v.id limit 1) end as "proposedPanel",
  json_build_object('id', p.id, 'name', p.name, 'group', p.group_name) as author, ${deskBody} as "bodyName",
  case when ${reworked} then jsonb_array_length(jsonb_path_query_array(s.handed_in, '$.signers[*] ? (@.state == "signed")'))
    else (select count(*)::int from submission_signer g where g.jurisdiction_id = s.jurisdiction_id
      and g.submission_id = s.id and g.state = 'signed') end as signers,
  s.submitted_at as "submittedAt", s.updated_at as "waitsSince",
  (select o.advice from submission_opinion o where o.jurisdiction_id = s.jurisdiction_id and o.submission_id = s.id
    order by o.n desc limit 1) as "lastAdvice",
  s.withdrawal_reason is not null and s.state in ('vetting', 'submitted', 'returned') as "withdrawalAsked",
  ${nobodyLooks(intake)} as "nobodyLooks",
  s.decision ->> 'caseNo' as "caseNo", s.matter_id as "matterId"`;

const isoOf = (at: string | null): string | null => (at === null ? null : new Date(at).toISOString());

/** A page of the desk, what has waited longest first, with its total. */
export const listDesk = async (tx: Tx, actor: Actor, intake: IntakeRules, query: Query) => {
  const j = actor.jurisdictionId;
  const from = sql`from submission s join person p on p.jurisdiction_id = s.jurisdiction_id and p.id = s.author_id
    where s.jurisdiction_id = ${j} and ${visible(actor, intake)} and ${filterBy(query, intake)}`;
  const cursor = readDayCursor(query.cursor);
  const after =
    cursor === null
      ? sql`true`
      : sql`(s.submitted_at, s.id) > (${cursor.after}::timestamptz, ${cursor.id}::bigint)`;
  const { rows } = await sql<DeskRow>`
    select ${columnsBy(intake)} ${from} and ${after} order by s.submitted_at, s.id limit ${pageSize + 1}`.execute(
    tx,
  );
  const total = await sql<{ n: number }>`select count(*)::int as n ${from}`.execute(tx);
  const items = rows.slice(0, pageSize).map((row) => ({
    ...row,
    submittedAt: isoOf(row.submittedAt),
    waitsSince: new Date(row.waitsSince).toISOString(),
  }));
  const last = items.at(-1);
  return {
    items,
    total: total.rows[0]?.n ?? 0,
    next:
      rows.length > pageSize && last !== undefined
        ? writeCursor({ after: last.submittedAt ?? last.waitsSince, id: last.id })
        : null,
  };
};

/** How much there is of each state, what has no panel, and what only waits for the decision. */
export const countDesk = async (tx: Tx, actor: Actor, intake: IntakeRules) => {
  const j = actor.jurisdictionId;
  const { rows } = await sql<{ state: string; n: number; noPanel: number; toDecide: number; nobody: number }>`
    select s.state, count(*)::int as n,
      count(*) filter (where ${noPanel(intake)})::int as "noPanel",
      count(*) filter (where ${nobodyLooks(intake)})::int as nobody,
      count(*) filter (where ${toDecide(intake)})::int as "toDecide"
    from submission s where s.jurisdiction_id = ${j} and s.state not in ('draft', 'discarded')
      and ${visible(actor, intake)} group by s.state`.execute(tx);
  return {
    states: rows.map(({ state, n }) => ({ key: state, count: n })),
    noPanel: rows.reduce((sum, one) => sum + one.noPanel, 0),
    toDecide: rows.reduce((sum, one) => sum + one.toDecide, 0),
    nobody: rows.reduce((sum, one) => sum + one.nobody, 0),
  };
};

export type ReviewOrgan = Named & {
  readonly kind: 'congress' | 'cppcc';
  readonly panels: { id: number; name: string; categories: string[] }[];
  readonly categories: string[];
};

/** The organs for which somebody reviews: their panels and categories. */
export const findReviewOrgans = async (tx: Tx, actor: Actor): Promise<readonly ReviewOrgan[]> => {
  const j = actor.jurisdictionId;
  const { rows } = await sql<ReviewOrgan>`
    select o.id, o.name, o.kind,
      (select coalesce(json_agg(json_build_object('id', v.id, 'name', v.name, 'categories', v.categories) order by v.id), '[]')
        from review_panel v where v.jurisdiction_id = ${j} and v.organ_id = o.id and v.state = 'active') as panels,
      (select coalesce(json_agg(c.name_zh order by c.code, c.id), '[]') from category c
        where c.jurisdiction_id = ${j} and c.organ_id = o.id and c.state = 'active') as categories
    from organ o where o.jurisdiction_id = ${j} and (o.id = any(${[...officesOfActor(actor)]}::bigint[])
      or exists (select from review_panel_member m join review_panel v on v.jurisdiction_id = m.jurisdiction_id and v.id = m.panel_id
        where m.jurisdiction_id = ${j} and m.person_id = ${actor.personId} and v.organ_id = o.id and v.state = 'active')
      or exists (select from group_looker l where l.jurisdiction_id = ${j} and l.organ_id = o.id and l.person_id = ${actor.personId}))
    order by o.id`.execute(tx);
  return rows;
};

/** The active panel of a submission's organ that its category makes likely; null: none, or it is no such submission. */
export const likelyPanel = async (tx: Tx, j: number, submissionId: number): Promise<number | null> => {
  const { rows } = await sql<{ id: number }>`
    select v.id from submission s join review_panel v on v.jurisdiction_id = s.jurisdiction_id and v.organ_id = s.organ_id
      and v.state = 'active' and s.category = any(v.categories)
    where s.jurisdiction_id = ${j} and s.id = ${submissionId} order by v.id limit 1`.execute(tx);
  return rows[0]?.id ?? null;
};

/** Whether the panel is an active one of the submission's organ. */
export const isPanelFor = async (
  tx: Tx,
  j: number,
  submissionId: number,
  panelId: number,
): Promise<boolean> => {
  const { rows } = await sql`
    select 1 from submission s join review_panel v on v.jurisdiction_id = s.jurisdiction_id and v.organ_id = s.organ_id
    where s.jurisdiction_id = ${j} and s.id = ${submissionId} and v.id = ${panelId} and v.state = 'active'`.execute(
    tx,
  );
  return rows.length > 0;
};
