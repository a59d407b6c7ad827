/** The ledger 台账: one page of matters, or of duties, with what a list must show, its true total, and for export. */
import type { askedAfter, owedByUnits } from '#contract/see.ts';
import type { Actor } from '#core/access.ts';
import type { OwnerTrace } from '#core/assignment/ownerless.ts';
import type { AssignmentState } from '#core/assignment/assignment.ts';
import { sessionName } from '#core/session-name.ts';
import type { HandlingRole, MatterLevel, ProposerType } from '#core/ruleset.ts';
import type { LocalDate } from '#core/words.ts';
import { type RawBuilder, sql } from 'kysely';
import type { House } from '../case/load-case.store.ts';
import { matterStandsStill } from '../case/stands-still.views.ts';
import { readDayCursor, writeCursor } from '../platform/cursor.ts';
import type { Tx } from '../platform/db/database.ts';
import { queryOf } from '../platform/search.ts';
import { afterColumn, isAfter } from '../case/after-reply.views.ts';
import { daysWithoutOwner, handBackTrace } from './duty.views.ts';
import {
  dutiesAlone,
  type LedgerFilter,
  type LedgerQuery,
  ledgerCondition,
  searchReach,
} from './ledger-filter.views.ts';
import { seesAll } from './reach.ts';
import { standOf } from '../case/stand-of.ts';

/** Above this, looking up what was found one by one takes longer than walking the list and asking of each row. */
const manyFound = 4_000;

type Per = NonNullable<LedgerQuery['per']>;

const sorts = {
  due: { column: 'due_on', down: false },
  '-due': { column: 'due_on', down: true },
  filed: { column: 'filed_on', down: false },
  '-filed': { column: 'filed_on', down: true },
  updated: { column: 'updated_at', down: false },
  '-updated': { column: 'updated_at', down: true },
} as const;

const sortType = { due_on: sql`date`, filed_on: sql`date`, updated_at: sql`timestamptz` } as const;

/** One row as the database hands it out. `rowId`: of the matter, or of the duty where duties are the rows. */
type Row = {
  id: number;
  rowId: number;
  sortKey: string;
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
  units: {
    assignmentId: number;
    unitId: number;
    name: string;
    role: HandlingRole;
    state: AssignmentState;
    owes: (typeof owedByUnits)[number] | (typeof askedAfter)[number] | null;
    resultClass: string | null;
  }[];
  opinionsGiven: number;
  opinionsWanted: number;
  contacts: number;
  dueOn: string;
  paused: boolean;
  level: MatterLevel;
  proposerType: ProposerType;
  priority: boolean;
  trace: OwnerTrace[] | null;
  endedOn: LocalDate | null;
  updatedAt: string;
};

const unitsOf = (own: RawBuilder<unknown>, owed = sql`d.owed`) => sql`
  (select coalesce(json_agg(json_build_object('assignmentId', d.id, 'unitId', d.unit_id,
      'name', case when u.short_name = '' then u.name else u.short_name end,
      'role', d.role, 'state', d.state, 'resultClass', d.result_class,
      'owes', ${owed}) order by d.role = 'assist', d.id), '[]')
    from assignment d join unit u on u.jurisdiction_id = d.jurisdiction_id and u.id = d.unit_id
    where d.jurisdiction_id = m.jurisdiction_id and ${own})`;

const matterColumns = sql`
  m.id, m.level, m.proposer_type as "proposerType", m.priority, m.kind, m.case_no as "caseNo", m.title, m.stage, m.year, m.in_session as "inSession", m.category,
  m.filed_on as "filedOn", m.assigned_on as "assignedOn", m.updated_at as "updatedAt", ${handBackTrace} as trace,
  coalesce((m.closed_at at time zone 'Asia/Shanghai')::date, m.closed_on) as "endedOn",
  (select json_build_object('kind', o.kind, 'term', t.number, 'number', s.number) from session s
    join term t on t.jurisdiction_id = s.jurisdiction_id and t.id = s.term_id
    join organ o on o.jurisdiction_id = s.jurisdiction_id and o.id = s.organ_id
    where s.jurisdiction_id = m.jurisdiction_id and s.id = m.session_id) as session,
  (select p.name from person p where p.jurisdiction_id = m.jurisdiction_id and p.id = m.lead_proposer_id) as "leadProposer",
  (select count(*)::int from proposer p where p.jurisdiction_id = m.jurisdiction_id and p.matter_id = m.id) as "proposerCount",
  (select u.name from unit u where u.jurisdiction_id = m.jurisdiction_id and u.id = m.lead_unit_id) as "leadUnit",
  (select count(distinct o.assignment_id)::int from opinion o
    where o.jurisdiction_id = m.jurisdiction_id and o.matter_id = m.id) as "opinionsGiven",
  (select count(*)::int from assignment d
    where d.jurisdiction_id = m.jurisdiction_id and d.matter_id = m.id and d.live and d.role = 'assist') as "opinionsWanted",
  (select count(*)::int from contact c
    where c.jurisdiction_id = m.jurisdiction_id and c.matter_id = m.id and c.struck_at is null) as contacts`;

/** How rows are found and what they show, by what a row is. */
const shapes = {
  matter: {
    joined: sql``,
    rowId: sql`m.id`,
    due: sql`m.due_on`,
    columns: sql`${matterColumns}, m.id as "rowId", m.due_on as "dueOn", ${matterStandsStill} as paused, ${unitsOf(sql`d.matter_id = m.id and d.live`)} as units`,
  },
  duty: {
    joined: sql`join assignment a on a.jurisdiction_id = m.jurisdiction_id and a.matter_id = m.id`,
    rowId: sql`a.id`,
    due: sql`a.due_on`,
    columns: sql`${matterColumns}, a.id as "rowId", ${unitsOf(sql`d.id = a.id`)} as units,
      case when m.stage in ('closed', 'withdrawn', 'merged') then 'infinity'::date else a.due_on end as "dueOn",
      a.paused_on is not null as paused`,
  },
} as const satisfies Record<Per, Record<string, RawBuilder<unknown>>>;

type Shape = Record<'joined' | 'rowId' | 'due' | 'columns', RawBuilder<unknown>>;

/** A list of what is asked after the reply shows the dates of that: the duties themselves owe nothing any more. */
const shapeOf = (per: Per, owed: LedgerQuery['owes']): Shape =>
  per === 'matter' || !isAfter(owed)
    ? shapes[per]
    : {
        ...shapes.duty,
        due: afterColumn(owed),
        columns: sql`${matterColumns}, a.id as "rowId", ${unitsOf(sql`d.id = a.id`, sql`${owed}::text`)} as units,
          ${afterColumn(owed)} as "dueOn", false as paused`,
      };

const shape = (row: Row, today: LocalDate, house: House) => {
  const {
    rowId: _,
    sortKey: __,
    opinionsGiven,
    opinionsWanted,
    dueOn,
    paused,
    session,
    trace,
    endedOn,
    ...rest
  } = row;
  return {
    ...rest,
    sessionName: sessionName(session.kind, session.term, session.number),
    opinions: { given: opinionsGiven, wanted: opinionsWanted },
    ...standOf(dueOn === 'infinity' ? null : dueOn, today, house, paused),
    ownerlessDays: daysWithoutOwner(trace, endedOn ?? today),
  };
};

type Page = { readonly rows: readonly Row[]; readonly total: number };

/**
 * What a page is cut from. `after`: where the page before ended. `narrow`: few of all rows are wanted, so that
 * finding them once costs less than walking the list in its order and counting apart. `everything`: all of them are.
 */
type Cut = {
  readonly per: Per;
  readonly shape: Shape;
  readonly narrow: boolean;
  readonly everything: boolean;
  readonly key: RawBuilder<unknown>;
  readonly condition: RawBuilder<unknown>;
  /** The same on duties alone, where that is enough to count them. */
  readonly alone: RawBuilder<unknown> | null;
  readonly after: RawBuilder<unknown>;
  readonly order: RawBuilder<unknown>;
  readonly direction: RawBuilder<unknown>;
  readonly most: number;
};

const hitsJoined = ({ per }: Cut) =>
  per === 'duty'
    ? sql`join matter m on m.jurisdiction_id = h.jurisdiction_id and m.id = h.id
        join assignment a on a.jurisdiction_id = h.jurisdiction_id and a.id = h.row_id`
    : sql`join matter m on m.jurisdiction_id = h.jurisdiction_id and m.id = h.id`;

/** Page and total each in their own way, by index where there is one. */
const listed = async (tx: Tx, cut: Cut): Promise<Page> => {
  const { key, condition, after, order, most } = cut;
  const { joined, rowId, columns } = cut.shape;
  const [{ rows }, total] = await Promise.all([
    sql<Row>`
      with hits as materialized (
        select m.jurisdiction_id, m.id, ${rowId} as row_id from matter m ${joined}
        where ${condition} and ${after} order by ${order} limit ${most})
      select ${key} as "sortKey", ${columns} from hits h ${hitsJoined(cut)} order by ${order}`.execute(tx),
    sql<{ total: number }>`select count(*)::int as total from ${
      cut.alone === null ? sql`matter m ${joined} where ${condition}` : sql`assignment a where ${cut.alone}`
    }`.execute(tx),
  ]);
  return { rows, total: total.rows[0]?.total ?? 0 };
};

/** The rows of a narrow filter, found once for page and total. */
const listedNarrow = async (tx: Tx, cut: Cut): Promise<Page> => {
  const { key, condition, after, order, direction, most } = cut;
  const { joined, rowId, columns } = cut.shape;
  const { rows } = await sql<Row & { id: number | null; total: number }>`
    with found as materialized (
      select m.jurisdiction_id, m.id, ${rowId} as row_id, ${key} as sort_key, ${after} as later
      from matter m ${joined} where ${condition}),
    total as materialized (select count(*)::int as total from found),
    hits as materialized (
      select f.jurisdiction_id, f.id, f.row_id from found f where f.later
      order by f.sort_key ${direction}, f.row_id ${direction} limit ${most})
    select t.total, ${key} as "sortKey", ${columns} from total t left join (hits h ${hitsJoined(cut)}) on true
    order by ${order}`.execute(tx);
  return { rows: rows.filter((row) => row.id !== null), total: rows[0]?.total ?? 0 };
};

/**
 * The same for what a search finds: the words are looked up once, for the page and its total. How many there are
 * decides the way: few are fetched and sorted; for many the list is walked in its order, `is true` keeping the
 * planner from turning the question into a join.
 */
const searched = async (tx: Tx, words: string, cut: Cut): Promise<Page> => {
  const { key, condition, everything, after, order, most } = cut;
  const { joined, rowId, columns } = cut.shape;
  const hit = sql`m.jurisdiction_id, m.id, ${rowId} as row_id`;
  // `offset 0`: one by one by their key. The planner, who guesses how many there are, would read every matter.
  const few = sql`found f cross join lateral (select x.* from matter x where x.jurisdiction_id =
    nullif(current_setting('luoshi.jurisdiction', true), '')::bigint and x.id = f.matter_id offset 0) m ${joined} where ${condition}`;
  const many = sql`matter m ${joined} where ${condition} and (m.id in (select f.matter_id from found f)) is true`;
  const counted = sql`case when many then (select count(*) from ${many}) else (select count(*) from ${few}) end`;
  const { rows } = await sql<Row & { id: number | null; total: number }>`
    with found as materialized (select s.matter_id from search_matters(${words}, ${searchReach}) s),
    size as materialized (select count(*) as n, count(*) > ${manyFound} as many from found),
    total as materialized (
      select ${everything ? sql`n` : counted}::int as total from size),
    hits as materialized (
      (select ${hit} from ${few} and ${after} and not (select many from size) order by ${order} limit ${most})
      union all
      (select ${hit} from ${many} and ${after} and (select many from size) order by ${order} limit ${most}))
    select t.total, ${key} as "sortKey", ${columns} from total t
    left join (hits h ${hitsJoined(cut)}) on true
    order by ${order}`.execute(tx);
  return { rows: rows.filter((row) => row.id !== null), total: rows[0]?.total ?? 0 };
};

const notFilters: ReadonlySet<string> = new Set(['sort', 'cursor', 'limit', 'per', 'q']);

/** The names of the filters that are set, the words of a search apart. */
const askedOf = (query: LedgerQuery): readonly string[] =>
  Object.entries(query).flatMap(([name, value]) =>
    value === undefined || notFilters.has(name) ? [] : [name],
  );

/** Filters that leave few of all matters. */
const narrowing: ReadonlySet<string> = new Set(['unitId', 'proposerId', 'whose', 'sectionId', 'handlerId']);

/** Whoever sees an organ's matters, or all of them, sees too many to gather them for one page. */
const seesWidely = (actor: Actor): boolean =>
  seesAll(actor) ||
  actor.grants.some((grant) => grant.role === 'congress-office' || grant.role === 'cppcc-office');

/** One page of the ledger in keyset order, with the true total of the filter. */
export const viewLedger = async (
  tx: Tx,
  house: House,
  actor: Actor,
  today: LocalDate,
  query: LedgerQuery,
) => {
  const per = query.per ?? 'matter';
  const { column, down } = sorts[query.sort];
  const shaped = shapeOf(per, query.owes);
  const { rowId } = shaped;
  const key = column === 'due_on' ? shaped.due : sql.ref(`m.${column}`);
  const direction = down ? sql`desc` : sql`asc`;
  const cursor = readDayCursor(query.cursor);
  const than = down ? sql`<` : sql`>`;
  const asked = askedOf(query);
  const { sort: _, cursor: __, limit: ___, ...filter } = query;
  const cut: Cut = {
    per,
    shape: shaped,
    narrow: !seesWidely(actor) || asked.some((name) => narrowing.has(name)),
    everything: per === 'matter' && seesAll(actor) && asked.length === 0,
    key,
    condition: ledgerCondition(actor, { ...query, q: undefined }, today, house, per),
    alone: dutiesAlone(actor, filter, today, house),
    after:
      cursor === null
        ? sql`true`
        : sql`(${key}, ${rowId}) ${than} (${cursor.after}::${sortType[column]}, ${cursor.id}::bigint)`,
    order: sql`${key} ${direction}, ${rowId} ${direction}`,
    direction,
    most: query.limit + 1,
  };
  const words = query.q === undefined ? '' : queryOf(query.q);
  const list = cut.narrow ? listedNarrow : listed;
  const { rows, total } = words === '' ? await list(tx, cut) : await searched(tx, words, cut);
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map((row) => shape(row, today, house)),
    next:
      rows.length > query.limit && last !== undefined
        ? writeCursor({ after: last.sortKey, id: last.rowId })
        : null,
    total,
  };
};

/**
 * All matters of a filter for an export, in the order of case numbers; at most `most`. One row a matter also where
 * the list counts duties: what is exported can be imported again.
 */
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
    }
  >`
    select ${shapes.matter.columns}, t.body,
      (select coalesce(json_agg(p.text order by p.no), '[]') from point p
        where p.jurisdiction_id = m.jurisdiction_id and p.matter_id = m.id) as points,
      (select coalesce(json_agg(q.name order by p.position), '[]') from proposer p
        join person q on q.jurisdiction_id = p.jurisdiction_id and q.id = p.person_id
        where p.jurisdiction_id = m.jurisdiction_id and p.matter_id = m.id) as proposers,
      (select coalesce(json_agg(json_build_object('unit', u.name, 'role', d.role) order by d.id), '[]')
        from assignment d join unit u on u.jurisdiction_id = d.jurisdiction_id and u.id = d.unit_id
        where d.jurisdiction_id = m.jurisdiction_id and d.matter_id = m.id and d.live) as "dutyRows"
    from matter m join matter_text t on t.jurisdiction_id = m.jurisdiction_id and t.matter_id = m.id
    where ${ledgerCondition(actor, filter, today, house, 'matter')}
    order by m.session_id, m.kind, m.case_no limit ${most}`.execute(tx);
  return rows;
};
