/** Reports as they are read: whose, of when, which editions. */
import type { Actor } from '#core/access.ts';
import { keeperOf } from '#core/report/standing.ts';
import {
  type ExampleValue,
  type Period,
  type ReportContent,
  type ReportKind,
  reportKinds,
  type ReportScope,
  type ReportState,
  type ReportValues,
} from '#core/report/report.ts';
import { sessionName } from '#core/session-name.ts';
import type { Instant, LocalDate } from '#core/words.ts';
import { type RawBuilder, sql } from 'kysely';
import { readDayCursor, writeCursor } from '../platform/cursor.ts';
import type { Tx } from '../platform/db/database.ts';

export type ShownState = Exclude<ReportState, 'unwritten'>;

type Row = {
  readonly id: number;
  readonly version: number;
  readonly kind: ReportKind;
  readonly state: ShownState;
  readonly language: 'zh' | 'en';
  readonly periodKind: Period['kind'];
  readonly year: number;
  readonly periodNo: number | null;
  readonly sessionId: number | null;
  readonly organId: number | null;
  readonly unitId: number | null;
  readonly edition: number;
  readonly settledEdition: number | null;
  readonly title: string;
  readonly asOf: LocalDate;
  readonly changedAt: Instant;
  readonly keeper: string;
  readonly sessionKind: 'congress' | 'cppcc' | null;
  readonly term: number | null;
  readonly sessionNo: number | null;
};

export type ReportRow = Omit<Row, 'periodKind' | 'year' | 'periodNo' | 'sessionId' | 'organId' | 'unitId'> & {
  readonly scope: ReportScope;
  readonly sessionName: string;
};

const periodOf = ({ periodKind, year, periodNo, sessionId }: Row): Period => {
  switch (periodKind) {
    case 'year':
      return { kind: 'year', year };
    case 'session':
      return { kind: 'session', year, sessionId: sessionId ?? 0 };
    case 'month':
    case 'quarter':
      return { kind: periodKind, year, n: periodNo ?? 1 };
    default:
      return periodKind satisfies never;
  }
};

const rowOf = (row: Row): ReportRow => ({
  id: row.id,
  version: row.version,
  kind: row.kind,
  state: row.state,
  language: row.language,
  edition: row.edition,
  settledEdition: row.settledEdition,
  title: row.title,
  asOf: row.asOf,
  changedAt: row.changedAt,
  keeper: row.keeper,
  sessionKind: row.sessionKind,
  term: row.term,
  sessionNo: row.sessionNo,
  scope: { kind: row.kind, period: periodOf(row), organId: row.organId, unitId: row.unitId },
  sessionName:
    row.sessionKind === null ? '' : sessionName(row.sessionKind, row.term ?? 1, row.sessionNo ?? 1),
});

const own = sql`r.title, r.as_of as "asOf", r.changed_at as "changedAt"`;

const columnsWith = (
  face: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`r.id, r.version, r.kind, r.state, r.language, r.period_kind as "periodKind", r.year,
  r.period_no as "periodNo", r.session_id as "sessionId", r.organ_id as "organId", r.unit_id as "unitId", r.edition,
  r.settled_edition as "settledEdition", ${face},
  coalesce(u.name, case when r.kind in ('congressOffice', 'cppccCommittee') then o.office_name end, j.name) as keeper,
  so.kind as "sessionKind", t.number as term, s.number as "sessionNo"`;

const tables = sql`report r join jurisdiction j on j.id = r.jurisdiction_id
  left join unit u on u.jurisdiction_id = r.jurisdiction_id and u.id = r.unit_id
  left join organ o on o.jurisdiction_id = r.jurisdiction_id and o.id = r.organ_id
  left join session s on s.jurisdiction_id = r.jurisdiction_id and s.id = r.session_id
  left join term t on t.jurisdiction_id = s.jurisdiction_id and t.id = s.term_id
  left join organ so on so.jurisdiction_id = s.jurisdiction_id and so.id = s.organ_id`;

/** The report; `hold`: locked until the transaction ends. Who may see it is asked afterwards. */
export const findReport = async (
  tx: Tx,
  j: number,
  id: number,
  how: 'look' | 'hold' = 'look',
): Promise<ReportRow | null> => {
  const lock = how === 'hold' ? sql`for update of r` : sql``;
  const { rows } =
    await sql<Row>`select ${columnsWith(own)} from ${tables} where r.jurisdiction_id = ${j} and r.id = ${id} ${lock}`.execute(
      tx,
    );
  const [row] = rows;
  return row === undefined ? null : rowOf(row);
};

const kindsOf = (keeper: string): readonly string[] =>
  reportKinds.filter((kind) => keeperOf[kind] === keeper);

const organsOf = ({ grants }: Actor, role: string): readonly number[] =>
  grants.flatMap((grant) => (grant.role === role && grant.organId !== undefined ? [grant.organId] : []));

/** The same as `reportStandings` and `readsReport` of the core, for a list. */
const keeps = (actor: Actor): RawBuilder<unknown> => {
  const units = actor.grants.flatMap(({ role, unitId }) =>
    role === 'unit-office' && unitId !== undefined ? [unitId] : [],
  );
  const supervises = actor.grants.some(({ role }) => role === 'supervisor');
  return sql`((r.kind = any(${kindsOf('government')}::text[]) and ${supervises}::boolean)
    or (r.kind = any(${kindsOf('congress')}::text[]) and r.organ_id = any(${organsOf(actor, 'congress-office')}::bigint[]))
    or (r.kind = any(${kindsOf('cppcc')}::text[]) and r.organ_id = any(${organsOf(actor, 'cppcc-office')}::bigint[]))
    or (r.kind = any(${kindsOf('unit')}::text[]) and r.unit_id = any(${units}::bigint[])))`;
};

const readsSettled = (actor: Actor): RawBuilder<unknown> => {
  const supervises = actor.grants.some(({ role }) => role === 'supervisor');
  const organs = [...organsOf(actor, 'congress-office'), ...organsOf(actor, 'cppcc-office')];
  return sql`(r.settled_edition is not null and (${supervises}::boolean or r.organ_id = any(${organs}::bigint[])))`;
};

const pageSize = 50;

/** Of the settled edition `e` where it was joined, else of the report as it is being written. */
const shown = sql`coalesce(e.content ->> 'title', r.title) as title, coalesce(e.as_of, r.as_of) as "asOf",
  coalesce(e.changed_at, r.changed_at) as "changedAt"`;

/**
 * One page of the reports that exist for someone, the last changed first. Who reads only what was settled gets title,
 * day and time of the settled edition, also as the place in the list: when a draft was touched is its keeper's.
 */
export const listReports = async (
  tx: Tx,
  actor: Actor,
  query: { readonly kind?: ReportKind | undefined; readonly cursor?: string | undefined },
): Promise<{
  readonly items: readonly (ReportRow & { readonly kept: boolean })[];
  readonly next: string | null;
}> => {
  const cursor = readDayCursor(query.cursor);
  const after =
    cursor === null
      ? sql`true`
      : sql`(x."changedAt", x.id) < (${cursor.after}::timestamptz, ${cursor.id}::bigint)`;
  const kind = query.kind === undefined ? sql`true` : sql`r.kind = ${query.kind}`;
  const { rows } = await sql<
    Row & { kept: boolean }
  >`select x.* from (select ${columnsWith(shown)}, w.kept from ${tables}
      cross join lateral (select ${keeps(actor)} as kept) w
      left join report_edition e on not w.kept and e.jurisdiction_id = r.jurisdiction_id and e.report_id = r.id
        and e.no = r.settled_edition
      where r.jurisdiction_id = ${actor.jurisdictionId} and r.state <> 'discarded' and ${kind}
        and (w.kept or ${readsSettled(actor)})) x
    where ${after} order by x."changedAt" desc, x.id desc limit ${pageSize + 1}`.execute(tx);
  const items = rows.slice(0, pageSize).map((row) => ({ ...rowOf(row), kept: row.kept }));
  const last = items.at(-1);
  return {
    items,
    next:
      rows.length > pageSize && last !== undefined
        ? writeCursor({ after: last.changedAt, id: last.id })
        : null,
  };
};

export type EditionRow = {
  readonly no: number;
  readonly state: ShownState;
  readonly asOf: LocalDate;
  readonly by: string;
  readonly at: Instant;
};

/** Most editions that are listed: a report is opened again a few times, not hundreds. */
const mostEditions = 200;

export const listEditions = async (tx: Tx, j: number, reportId: number): Promise<readonly EditionRow[]> => {
  const { rows } = await sql<EditionRow>`
    select e.no, e.state, e.as_of as "asOf", p.name as by, e.changed_at as at from report_edition e
    join person p on p.jurisdiction_id = e.jurisdiction_id and p.id = e.changed_by
    where e.jurisdiction_id = ${j} and e.report_id = ${reportId} order by e.no desc limit ${mostEditions}`.execute(
    tx,
  );
  return rows;
};

type Written = {
  readonly content: ReportContent;
  readonly values: ReportValues;
  readonly changedAt: Instant;
};

export const findEdition = async (
  tx: Tx,
  j: number,
  reportId: number,
  no: number,
): Promise<Written | null> => {
  const { rows } = await sql<Written>`
    select content, values, changed_at as "changedAt" from report_edition
    where jurisdiction_id = ${j} and report_id = ${reportId} and no = ${no}`.execute(tx);
  return rows[0] ?? null;
};

/** A matter is within a report where it is filed in its period with its organ, and where its unit has a duty on it. */
const within = ({ period, organId, unitId }: ReportScope): RawBuilder<unknown> =>
  sql.join(
    [
      period.kind === 'session'
        ? sql`m.session_id = ${period.sessionId}`
        : sql`m.session_id in (select s.id from session s where s.jurisdiction_id = m.jurisdiction_id and s.year = ${period.year})`,
      organId === null ? sql`true` : sql`m.organ_id = ${organId}`,
      unitId === null
        ? sql`true`
        : sql`exists (select from assignment a where a.jurisdiction_id = m.jurisdiction_id and a.matter_id = m.id and a.live and a.unit_id = ${unitId})`,
    ],
    sql` and `,
  );

const exampleColumns = sql`m.id as "matterId", m.case_no as "caseNo", m.title,
  (select coalesce(json_agg(u.name order by a.id), '[]') from assignment a
    join unit u on u.jurisdiction_id = a.jurisdiction_id and u.id = a.unit_id
    where a.jurisdiction_id = m.jurisdiction_id and a.matter_id = m.id and a.live and a.role <> 'assist') as units`;

export const findExamples = async (
  tx: Tx,
  j: number,
  scope: ReportScope,
  ids: readonly number[],
): Promise<readonly ExampleValue[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<ExampleValue>`select ${exampleColumns} from matter m
    where m.jurisdiction_id = ${j} and m.id = any(${[...ids]}::bigint[]) and ${within(scope)}`.execute(tx);
  return rows;
};

const mostFound = 20;

/** Matters within a report, by a part of the number or the title. */
export const searchMatters = async (
  tx: Tx,
  j: number,
  scope: ReportScope,
  words: string,
): Promise<readonly ExampleValue[]> => {
  const part = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<ExampleValue>`select ${exampleColumns} from matter m
    where m.jurisdiction_id = ${j} and ${within(scope)} and (m.case_no like ${part} or m.title like ${part})
    order by m.id desc limit ${mostFound}`.execute(tx);
  return rows;
};

type Named = { readonly id: number; readonly name: string };
export type ReportPlaces = {
  readonly city: string;
  readonly organs: readonly (Named & { readonly kind: 'congress' | 'cppcc' })[];
  readonly units: readonly Named[];
  readonly sessions: readonly (Named & { readonly ofId: number; readonly year: number })[];
};

/** The city, its organs, its units and its sessions, by name. */
export const readPlaces = async (tx: Tx, j: number): Promise<ReportPlaces> => {
  type Session = {
    id: number;
    ofId: number;
    year: number;
    kind: 'congress' | 'cppcc';
    term: number;
    no: number;
  };
  const { rows } = await sql<Omit<ReportPlaces, 'sessions'> & { sessions: readonly Session[] }>`
    select x.name as city,
      (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) order by o.id), '[]')
        from organ o where o.jurisdiction_id = ${j}) as organs,
      (select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) order by u.position, u.id), '[]')
        from unit u where u.jurisdiction_id = ${j} and u.kind = 'unit') as units,
      (select coalesce(json_agg(json_build_object('id', s.id, 'ofId', s.organ_id, 'year', s.year, 'kind', o.kind,
        'term', t.number, 'no', s.number) order by s.opens_on desc), '[]') from session s
        join organ o on o.jurisdiction_id = s.jurisdiction_id and o.id = s.organ_id
        join term t on t.jurisdiction_id = s.jurisdiction_id and t.id = s.term_id where s.jurisdiction_id = ${j}) as sessions
    from jurisdiction x where x.id = ${j}`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error(`No jurisdiction ${j}`);
  return {
    ...row,
    sessions: row.sessions.map(({ id, ofId, year, kind, term, no }) => ({
      id,
      ofId,
      year,
      name: sessionName(kind, term, no),
    })),
  };
};
