/** The ledger 台账: one page of matters with what a list must show, its true total, and the same for export. */
import type { QueryOf } from '#contract/endpoint.ts';
import type { ledger } from '#contract/see.ts';
import type { Actor } from '#core/access.ts';
import { addWorkdays, workdaysBetween } from '#core/clock/calendar.ts';
import { dueState } from '#core/clock/deadline.ts';
import { sessionName } from '#core/session-name.ts';
import type { LocalDate } from '#core/words.ts';
import { type RawBuilder, sql } from 'kysely';
import type { House } from '../case/load-case.store.ts';
import { readDayCursor, writeCursor } from '../platform/cursor.ts';
import type { Tx } from '../platform/db/database.ts';
import { queryOf } from '../platform/search.ts';
import { reachOf } from './reach.ts';

export type LedgerQuery = QueryOf<typeof ledger>;
export type LedgerFilter = Omit<LedgerQuery, 'sort' | 'cursor' | 'limit'>;

/** Most matters that one search looks at; a word that is in more of them needs a second word. */
const searchReach = 200_000;
/** Above this, looking up what was found one by one takes longer than walking the list and asking of each row. */
const manyFound = 4_000;

/** The dates between which a due state lies today: the lights as ranges of an index, computed when asked (law 7). */
const dueRange = (
  state: NonNullable<LedgerFilter['due']>,
  today: LocalDate,
  house: House,
): RawBuilder<unknown> => {
  const { urgent, soon } = house.ruleset.lights;
  const urgentUntil = addWorkdays(today, urgent + 1, house.calendar).date;
  const soonUntil = addWorkdays(today, soon + 1, house.calendar).date;
  switch (state) {
    case 'overdue':
      return sql`m.due_on < ${today}::date`;
    case 'urgent':
      return sql`m.due_on >= ${today}::date and m.due_on < ${urgentUntil}::date`;
    case 'soon':
      return sql`m.due_on >= ${urgentUntil}::date and m.due_on < ${soonUntil}::date`;
    case 'ample':
      return sql`m.due_on >= ${soonUntil}::date and m.due_on < 'infinity'::date`;
    default: {
      const forgotten: never = state;
      return forgotten;
    }
  }
};

const dutyCondition = (j: number, filter: LedgerFilter): RawBuilder<unknown> | null => {
  if (filter.unitId === undefined && filter.role === undefined) return null;
  const unit = filter.unitId === undefined ? sql`true` : sql`f.unit_id = ${filter.unitId}`;
  const role = filter.role === undefined ? sql`true` : sql`f.role = ${filter.role}`;
  return sql`m.id in (select f.matter_id from assignment f where f.jurisdiction_id = ${j} and f.live and ${unit} and ${role})`;
};

/** Every filter as one condition on `matter m`. */
const ledgerCondition = (
  actor: Actor,
  filter: LedgerFilter,
  today: LocalDate,
  house: House,
): RawBuilder<unknown> => {
  const j = actor.jurisdictionId;
  const parts: RawBuilder<unknown>[] = [sql`m.jurisdiction_id = ${j}`, reachOf(actor)];
  const stages = (filter.stage ?? '').split(',').filter((stage) => stage !== '');
  if (stages.length > 0) parts.push(sql`m.stage = any(${stages}::text[])`);
  if (filter.kind !== undefined) parts.push(sql`m.kind = ${filter.kind}`);
  if (filter.organId !== undefined) parts.push(sql`m.organ_id = ${filter.organId}`);
  if (filter.sessionId !== undefined) parts.push(sql`m.session_id = ${filter.sessionId}`);
  if (filter.year !== undefined) parts.push(sql`m.year = ${filter.year}`);
  if (filter.resultClass !== undefined) parts.push(sql`m.result_class = ${filter.resultClass}`);
  if (filter.due !== undefined) parts.push(dueRange(filter.due, today, house));
  const duty = dutyCondition(j, filter);
  if (duty !== null) parts.push(duty);
  if (filter.proposerId !== undefined)
    parts.push(
      sql`m.id in (select x.matter_id from proposer x where x.jurisdiction_id = ${j} and x.person_id = ${filter.proposerId})`,
    );
  if (filter.contacted !== undefined) {
    const talked = sql`exists (select 1 from contact c where c.jurisdiction_id = m.jurisdiction_id and c.matter_id = m.id and c.struck_at is null)`;
    parts.push(filter.contacted === 'yes' ? talked : sql`not ${talked}`);
  }
  const words = filter.q === undefined ? '' : queryOf(filter.q);
  if (words !== '')
    parts.push(sql`m.id in (select s.matter_id from search_matters(${words}, ${searchReach}) s)`);
  return sql.join(parts, sql` and `);
};

const sorts = {
  due: { column: 'due_on', down: false },
  '-due': { column: 'due_on', down: true },
  filed: { column: 'filed_on', down: false },
  '-filed': { column: 'filed_on', down: true },
  updated: { column: 'updated_at', down: false },
  '-updated': { column: 'updated_at', down: true },
} as const;

const sortType = { due_on: sql`date`, filed_on: sql`date`, updated_at: sql`timestamptz` } as const;

/** One row as the database hands it out. */
type Row = {
  id: number;
  kind: 'suggestion' | 'proposal';
  caseNo: string;
  title: string;
  stage: string;
  session: { kind: 'congress' | 'cppcc'; term: number; number: number };
  year: number;
  inSession: boolean;
  category: string | null;
  filedOn: string;
  assignedOn: string | null;
  leadProposer: string | null;
  proposerCount: number;
  leadUnit: string | null;
  units: { name: string; role: string; state: string }[];
  opinionsGiven: number;
  contacts: number;
  resultClass: string | null;
  dueOn: string;
  updatedAt: string;
};

const rowColumns = sql`
  m.id, m.kind, m.case_no as "caseNo", m.title, m.stage, m.year, m.in_session as "inSession", m.category,
  m.filed_on as "filedOn", m.assigned_on as "assignedOn", m.result_class as "resultClass", m.due_on as "dueOn",
  m.updated_at as "updatedAt",
  (select json_build_object('kind', o.kind, 'term', t.number, 'number', s.number) from session s
    join term t on t.jurisdiction_id = s.jurisdiction_id and t.id = s.term_id
    join organ o on o.jurisdiction_id = s.jurisdiction_id and o.id = s.organ_id
    where s.jurisdiction_id = m.jurisdiction_id and s.id = m.session_id) as session,
  (select p.name from person p where p.jurisdiction_id = m.jurisdiction_id and p.id = m.lead_proposer_id) as "leadProposer",
  (select count(*)::int from proposer p where p.jurisdiction_id = m.jurisdiction_id and p.matter_id = m.id) as "proposerCount",
  (select u.name from unit u where u.jurisdiction_id = m.jurisdiction_id and u.id = m.lead_unit_id) as "leadUnit",
  (select coalesce(json_agg(json_build_object('name', case when u.short_name = '' then u.name else u.short_name end,
      'role', a.role, 'state', a.state) order by a.role = 'assist', a.id), '[]')
    from assignment a join unit u on u.jurisdiction_id = a.jurisdiction_id and u.id = a.unit_id
    where a.jurisdiction_id = m.jurisdiction_id and a.matter_id = m.id and a.live) as units,
  (select count(distinct o.assignment_id)::int from opinion o
    where o.jurisdiction_id = m.jurisdiction_id and o.matter_id = m.id) as "opinionsGiven",
  (select count(*)::int from contact c
    where c.jurisdiction_id = m.jurisdiction_id and c.matter_id = m.id and c.struck_at is null) as contacts`;

const shape = (row: Row, today: LocalDate, house: House) => {
  const { opinionsGiven, dueOn, session, ...rest } = row;
  const due = dueOn === 'infinity' ? null : dueOn;
  return {
    ...rest,
    sessionName: sessionName(session.kind, session.term, session.number),
    opinions: { given: opinionsGiven, wanted: row.units.filter((unit) => unit.role === 'assist').length },
    dueOn: due,
    dueState: dueState(due, today, house.calendar, house.ruleset.lights),
    workdaysLeft: due === null ? null : workdaysBetween(today, due, house.calendar).count,
  };
};

type Page = { readonly rows: readonly Row[]; readonly total: number };

/** What a page is cut from. `after`: where the page before ended. */
type Cut = {
  readonly condition: RawBuilder<unknown>;
  readonly after: RawBuilder<unknown>;
  readonly order: RawBuilder<unknown>;
  readonly most: number;
};

const listed = async (tx: Tx, { condition, after, order, most }: Cut): Promise<Page> => {
  const [{ rows }, total] = await Promise.all([
    sql<Row>`
      with hits as materialized (
        select m.jurisdiction_id, m.id from matter m where ${condition} and ${after} order by ${order} limit ${most})
      select ${rowColumns} from hits h join matter m on m.jurisdiction_id = h.jurisdiction_id and m.id = h.id
      order by ${order}`.execute(tx),
    sql<{ total: number }>`select count(*)::int as total from matter m where ${condition}`.execute(tx),
  ]);
  return { rows, total: total.rows[0]?.total ?? 0 };
};

/**
 * The same for what a search finds: the words are looked up once, for the page and its total. How many there are
 * decides the way: few are fetched and sorted; for many the list is walked in its order, `is true` keeping the
 * planner from turning the question into a join.
 */
const searched = async (tx: Tx, words: string, { condition, after, order, most }: Cut): Promise<Page> => {
  const few = sql`found f join matter m on m.jurisdiction_id =
    nullif(current_setting('luoshi.jurisdiction', true), '')::bigint and m.id = f.matter_id where ${condition}`;
  const many = sql`matter m where ${condition} and (m.id in (select f.matter_id from found f)) is true`;
  const { rows } = await sql<Row & { id: number | null; total: number }>`
    with found as materialized (select s.matter_id from search_matters(${words}, ${searchReach}) s),
    size as materialized (select count(*) > ${manyFound} as many from found),
    total as materialized (
      select case when many then (select count(*) from ${many}) else (select count(*) from ${few}) end::int as total from size),
    hits as materialized (
      (select m.jurisdiction_id, m.id from ${few} and ${after} and not (select many from size) order by ${order} limit ${most})
      union all
      (select m.jurisdiction_id, m.id from ${many} and ${after} and (select many from size) order by ${order} limit ${most}))
    select t.total, ${rowColumns} from total t
    left join (hits h join matter m on m.jurisdiction_id = h.jurisdiction_id and m.id = h.id) on true
    order by ${order}`.execute(tx);
  return { rows: rows.filter((row) => row.id !== null), total: rows[0]?.total ?? 0 };
};

/** One page of the ledger in keyset order, with the true total of the filter. */
export const viewLedger = async (
  tx: Tx,
  house: House,
  actor: Actor,
  today: LocalDate,
  query: LedgerQuery,
) => {
  const { column, down } = sorts[query.sort];
  const key = sql.ref(`m.${column}`);
  const direction = down ? sql`desc` : sql`asc`;
  const cursor = readDayCursor(query.cursor);
  const than = down ? sql`<` : sql`>`;
  const cut: Cut = {
    condition: ledgerCondition(actor, { ...query, q: undefined }, today, house),
    after:
      cursor === null
        ? sql`true`
        : sql`(${key}, m.id) ${than} (${cursor.after}::${sortType[column]}, ${cursor.id}::bigint)`,
    order: sql`${key} ${direction}, m.id ${direction}`,
    most: query.limit + 1,
  };
  const words = query.q === undefined ? '' : queryOf(query.q);
  const { rows, total } = words === '' ? await listed(tx, cut) : await searched(tx, words, cut);
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  const lastKey =
    last === undefined
      ? ''
      : { due_on: last.dueOn, filed_on: last.filedOn, updated_at: last.updatedAt }[column];
  return {
    items: items.map((row) => shape(row, today, house)),
    next:
      rows.length > query.limit && last !== undefined ? writeCursor({ after: lastKey, id: last.id }) : null,
    total,
  };
};

/** All rows of a filter for an export, in the order of case numbers; at most `most`. */
export const listForExport = async (
  tx: Tx,
  house: House,
  actor: Actor,
  today: LocalDate,
  filter: LedgerFilter,
  most: number,
) => {
  const { rows } = await sql<
    Row & {
      body: string;
      points: string[];
      proposers: string[];
      dutyRows: { unit: string; role: string }[];
      phoneless: null;
    }
  >`
    select ${rowColumns}, t.body,
      (select coalesce(json_agg(p.text order by p.no), '[]') from point p
        where p.jurisdiction_id = m.jurisdiction_id and p.matter_id = m.id) as points,
      (select coalesce(json_agg(q.name order by p.position), '[]') from proposer p
        join person q on q.jurisdiction_id = p.jurisdiction_id and q.id = p.person_id
        where p.jurisdiction_id = m.jurisdiction_id and p.matter_id = m.id) as proposers,
      (select coalesce(json_agg(json_build_object('unit', u.name, 'role', a.role) order by a.id), '[]')
        from assignment a join unit u on u.jurisdiction_id = a.jurisdiction_id and u.id = a.unit_id
        where a.jurisdiction_id = m.jurisdiction_id and a.matter_id = m.id and a.live) as "dutyRows"
    from matter m join matter_text t on t.jurisdiction_id = m.jurisdiction_id and t.matter_id = m.id
    where ${ledgerCondition(actor, filter, today, house)}
    order by m.session_id, m.kind, m.case_no limit ${most}`.execute(tx);
  return rows;
};
