/** Rehearsals as people read them. A figure and its rows are chosen by one condition, so that they cannot differ. */
import type { rehearsalFigures } from '#contract/rehearsal.ts';
import type { Actor } from '#core/access.ts';
import type { DueDate } from '#core/clock/deadline.ts';
import type { Verdict } from '#core/rehearsal/rehearse.ts';
import type { Text } from '#core/words.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

export type FigureKey = (typeof rehearsalFigures)[number];

/** Whether he may rehearse with the matters of every organ; else those of the organs whose office he works for. */
export const mayAll = (actor: Actor): boolean => actor.grants.some(({ role }) => role === 'supervisor');

export const ownOrgans = (actor: Actor): readonly number[] =>
  actor.grants.flatMap(({ role, organId }) =>
    (role === 'congress-office' || role === 'cppcc-office') && organId !== undefined ? [organId] : [],
  );

/** The rehearsals `r` that the actor may see. */
const within = (actor: Actor): RawBuilder<unknown> =>
  mayAll(actor)
    ? sql`r.jurisdiction_id = ${actor.jurisdictionId}`
    : sql`r.jurisdiction_id = ${actor.jurisdictionId} and r.organ_id = any(${[...ownOrgans(actor)]}::bigint[])`;

type Summary = {
  readonly id: number;
  readonly name: string;
  readonly year: number;
  readonly organ: string | null;
  readonly by: string;
  readonly createdAt: string;
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  readonly done: number;
  readonly total: number;
};

const summary = sql`r.id, r.name, r.year, r.created_name as by, r.created_at as "createdAt", r.state, r.done, r.total,
  (select o.name from organ o where o.jurisdiction_id = r.jurisdiction_id and o.id = r.organ_id) as organ`;

/** Newest first. */
export const viewRehearsals = async (tx: Tx, actor: Actor): Promise<readonly Summary[]> => {
  const { rows } = await sql<Summary>`select ${summary} from rehearsal r where ${within(actor)}
    order by r.id desc limit 50`.execute(tx);
  return rows;
};

type Found = Summary & {
  readonly today: string;
  readonly asked: unknown;
  readonly rulesNow: Text;
  readonly rulesThen: Text;
};

/** Null: there is none, or none for this actor. */
export const findRehearsal = async (tx: Tx, actor: Actor, id: number): Promise<Found | null> => {
  const { rows } = await sql<Found>`select ${summary}, r.today, r.asked,
      r.rules -> 'now' -> 'ruleset' -> 'name' as "rulesNow", r.rules -> 'tried' -> 'ruleset' -> 'name' as "rulesThen"
    from rehearsal r where ${within(actor)} and r.id = ${id}`.execute(tx);
  return rows[0] ?? null;
};

const conditions: Readonly<Record<FigureKey, RawBuilder<unknown>>> = {
  duties: sql`true`,
  lateNow: sql`w.now_verdict = 'late'`,
  lateThen: sql`w.then_verdict = 'late'`,
  newlyLate: sql`(w.then_verdict = 'late' and w.now_verdict <> 'late')`,
  noLongerLate: sql`(w.now_verdict = 'late' and w.then_verdict <> 'late')`,
  moved: sql`w.now_on is distinct from w.then_on`,
  openMoved: sql`(w.now_on is distinct from w.then_on and w.done_on is null and w.released_on is null)`,
};

export type Figures = Readonly<Record<FigureKey, number>>;

const counted = sql.join(
  Object.entries(conditions).map(
    ([key, condition]) => sql`count(*) filter (where ${condition})::int as ${sql.id(key)}`,
  ),
);

/** The rows `w` of one line of the result: without a duty, everything but the proposers' own dates. */
const lineOf = (
  j: number,
  id: number,
  line: { readonly duty?: string | undefined; readonly unitId?: number | undefined },
): RawBuilder<unknown> => {
  const duty = line.duty === undefined ? sql`w.duty <> 'proposer'` : sql`w.duty = ${line.duty}`;
  const unit =
    line.unitId === undefined
      ? sql`true`
      : line.unitId === 0
        ? sql`w.unit_id is null`
        : sql`w.unit_id = ${line.unitId}`;
  return sql`w.jurisdiction_id = ${j} and w.rehearsal_id = ${id} and ${duty} and ${unit}`;
};

/** The figures of a rehearsal: in all, of proposers, by duty and by unit (`unitId` 0: the assigning offices). */
export const viewFigures = async (tx: Tx, j: number, id: number) => {
  const one = async (line: { readonly duty?: string }): Promise<Figures> => {
    const { rows } =
      await sql<Figures>`select ${counted} from rehearsal_row w where ${lineOf(j, id, line)}`.execute(tx);
    const [row] = rows;
    if (row === undefined) throw new Error('Figures without a row');
    return row;
  };
  const byDuty = await sql<Figures & { duty: string }>`select w.duty, ${counted} from rehearsal_row w
    where ${lineOf(j, id, {})} group by w.duty order by w.duty`.execute(tx);
  const byUnit = await sql<Figures & { unitId: number; unit: string | null }>`
    select coalesce(w.unit_id, 0)::int as "unitId", u.name as unit, ${counted}
    from rehearsal_row w left join unit u on u.jurisdiction_id = w.jurisdiction_id and u.id = w.unit_id
    where ${lineOf(j, id, {})} group by w.unit_id, u.name order by "newlyLate" desc, "lateThen" desc, w.unit_id`.execute(
    tx,
  );
  return {
    all: await one({}),
    proposers: await one({ duty: 'proposer' }),
    byDuty: byDuty.rows,
    byUnit: byUnit.rows,
  };
};

export type Chosen = {
  readonly figure: FigureKey;
  readonly duty?: string | undefined;
  readonly unitId?: number | undefined;
};

export type RehearsalRow = {
  readonly n: number;
  readonly matterId: number;
  readonly caseNo: string;
  readonly title: string;
  readonly unit: string | null;
  readonly duty: string;
  readonly round: number;
  readonly doneOn: string | null;
  readonly releasedOn: string | null;
  readonly now: DueDate | null;
  readonly tried: DueDate | null;
  readonly verdictNow: Verdict;
  readonly verdictThen: Verdict;
  readonly days: number | null;
};

/** The rows behind a figure, behind a place among them. */
export const viewRows = async (
  tx: Tx,
  j: number,
  id: number,
  chosen: Chosen,
  after: number,
  most: number,
): Promise<readonly RehearsalRow[]> => {
  const { rows } = await sql<RehearsalRow>`
    select w.n, w.matter_id as "matterId", m.case_no as "caseNo", m.title, u.name as unit, w.duty, w.round,
      w.done_on as "doneOn", w.released_on as "releasedOn", w.now_due as now, w.then_due as tried,
      w.now_verdict as "verdictNow", w.then_verdict as "verdictThen", w.then_on - w.now_on as days
    from rehearsal_row w
    join matter m on m.jurisdiction_id = w.jurisdiction_id and m.id = w.matter_id
    left join unit u on u.jurisdiction_id = w.jurisdiction_id and u.id = w.unit_id
    where ${lineOf(j, id, chosen)} and ${conditions[chosen.figure]} and w.n > ${after}
    order by w.n limit ${most}`.execute(tx);
  return rows;
};

export const countRows = async (tx: Tx, j: number, id: number, chosen: Chosen): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from rehearsal_row w
    where ${lineOf(j, id, chosen)} and ${conditions[chosen.figure]}`.execute(tx);
  return rows[0]?.n ?? 0;
};

/** Years with matters, and the organs whose matters the actor may rehearse with. */
export const viewChoices = async (tx: Tx, actor: Actor) => {
  const j = actor.jurisdictionId;
  const organs = mayAll(actor) ? sql`true` : sql`o.id = any(${[...ownOrgans(actor)]}::bigint[])`;
  const years = await sql<{ year: number; matters: number }>`
    select s.year, count(*)::int as matters from session s
    join organ o on o.jurisdiction_id = s.jurisdiction_id and o.id = s.organ_id
    join matter m on m.jurisdiction_id = s.jurisdiction_id and m.session_id = s.id
    where s.jurisdiction_id = ${j} and ${organs} group by s.year order by s.year desc`.execute(tx);
  const named = await sql<{ id: number; name: string }>`select o.id, o.name from organ o
    where o.jurisdiction_id = ${j} and ${organs} order by o.id`.execute(tx);
  const proposals = mayAll(actor)
    ? await sql<{ id: number; createdAt: string; origin: string; year: number | null }>`
        select id, created_at as "createdAt", origin, (change -> 'year' ->> 'year')::int as year from calendar_proposal
        where jurisdiction_id = ${j} and change is not null and state in ('counting', 'counted')
        order by id desc limit 20`.execute(tx)
    : { rows: [] };
  return { years: years.rows, organs: named.rows, proposals: proposals.rows };
};
