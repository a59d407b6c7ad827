/** The rows behind a figure, each with what put it there and the entry of the journal that says so (law 2). */
import { dateNames, type FigureSource } from '#core/figures/columns.ts';
import type { AnySet, Expression } from '#core/figures/expression.ts';
import { valueOf } from '#core/figures/codes.ts';
import { isPastReplyKey } from '#core/figures/history-facts.ts';
import type { RowsOf } from '#core/figures/rows-path.ts';
import type { Instant, Text } from '#core/words.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import type { Question } from './count.views.ts';
import { dimensionColumn, numberColumns, relations } from './relation.views.ts';
import { conditionOf, countOf, reachCondition, type Sight, standingRows } from './set.views.ts';

type Sql = RawBuilder<unknown>;

/** Which rows are meant: those of a set, less those of another where it is given. */
export type Meant = { readonly set: AnySet; readonly without: AnySet | null };

/** What a part of a variant counts; null: it has none, for two kinds of rows have no rest of one another. */
export const meantOf = (
  { numerator, denominator }: { readonly numerator: AnySet; readonly denominator: AnySet | null },
  of: RowsOf,
): Meant | null => {
  const set = of === 'numerator' ? numerator : denominator;
  if (set === null || (of === 'rest' && set.source !== numerator.source)) return null;
  return { set, without: of === 'rest' ? numerator : null };
};

export type FigureRow = {
  readonly key: number;
  readonly matterId: number | null;
  readonly caseNo: string;
  readonly title: string;
  readonly assignmentId: number | null;
  readonly replyId: number | null;
  readonly otherId: number | null;
  readonly unit: string | null;
  readonly role: string | null;
  readonly round: number | null;
  readonly resultClass: string | null;
  readonly attitude: string | null;
  readonly outcome: string | null;
  readonly weight: number;
  readonly since: Instant | null;
  readonly because: Text | null;
  readonly journal: { readonly stream: string; readonly n: number; readonly command: string } | null;
  readonly enteredLater: boolean;
  readonly imported: boolean;
};

/** The dates whose passing put a row into a set: those that it demands, not those that it rules out. */
const decidingDates = (expression: Expression): readonly string[] => {
  if ('all' in expression) return expression.all.flatMap(decidingDates);
  if ('any' in expression) return expression.any.flatMap(decidingDates);
  if ('by' in expression) return [expression.by];
  return 'what' in expression ? [expression.what] : [];
};

const meantRows = (question: Question, { set, without }: Meant): Sql => {
  const { asOf } = question.when;
  const inSet = conditionOf(set.source, set.where, asOf);
  const rest =
    without === null ? sql`true` : sql`(${conditionOf(without.source, without.where, asOf)}) is not true`;
  const standing = standingRows(
    question.jurisdictionId,
    set.source,
    question.filters,
    question.when,
    reachCondition(question.reach, set.source),
  );
  return sql`${standing} and ${inSet} and ${rest}`;
};

/** How many rows are meant, counted as the set counts. */
export const countMeant = async (tx: Tx, question: Question, meant: Meant): Promise<number> => {
  const { set } = meant;
  const { rows } = await sql<{ n: number }>`
    select (${countOf(set, sql`true`, question.when.asOf)})::bigint as n
    from ${relations[set.source].from} f where ${meantRows(question, meant)}`.execute(tx);
  return Number(rows[0]?.n ?? 0);
};

/** What a page of rows is made of: keys in their order, with what the facts say of each. */
const factColumns = (set: AnySet, asOf: Instant): Sql => {
  const { source, counting } = set;
  const relation = relations[source];
  const T = sql`${asOf}::timestamptz`;
  const names = [...new Set(decidingDates(set.where))];
  const passed = names.map(
    (name) =>
      sql`case when ${relation.dates[name] ?? sql`null`} <= ${T} then ${relation.dates[name] ?? sql`null`} end`,
  );
  const version = relation.versioned ? [sql`nullif(f.valid_from, '-infinity')`] : [];
  const none = sql`null`;
  const only = (columns: Sql, ...sources: readonly FigureSource[]): Sql =>
    sources.includes(source) ? columns : none;
  const weight = counting !== 'rows' && 'sum' in counting ? numberColumns[counting.sum] : sql`1`;
  return sql.join([
    sql`${relation.key} as key`,
    sql`${relation.matter ?? none}::bigint as matter_id`,
    sql`${only(sql`f.assignment_id`, 'duty', 'reply', 'urge')}::bigint as assignment_id`,
    sql`${only(sql`f.unit_id`, 'matter', 'duty', 'reply', 'urge', 'notice')}::bigint as unit_id`,
    sql`${only(sql`f.role`, 'duty', 'reply', 'urge')}::integer as role`,
    sql`${only(sql`f.round`, 'reply')}::integer as round`,
    sql`${only(sql`f.class`, 'reply', 'opinion')}::text as class`,
    sql`${source === 'reply' ? dimensionColumn(source, 'attitude', asOf) : none}::text as attitude`,
    sql`${source === 'reply' ? dimensionColumn(source, 'outcome', asOf) : none}::text as outcome`,
    sql`${only(sql`f.organ_id`, 'submission')}::bigint as organ_id`,
    sql`(${weight})::integer as weight`,
    sql`greatest(${sql.join([...passed, ...version, sql`null::timestamptz`])}) as since`,
    sql`${names.length === 0 ? none : sql`array[${sql.join(names.map((name) => sql`${relation.dates[name] ?? none}::timestamptz`))}]`}::timestamptz[] as dates`,
    sql`f.recorded_at > ${T} as entered_later`,
  ]);
};

type Found = {
  readonly key: number;
  readonly matter_id: number | null;
  readonly assignment_id: number | null;
  readonly role: number | null;
  readonly round: number | null;
  readonly class: string | null;
  readonly attitude: string | null;
  readonly outcome: string | null;
  readonly weight: number;
  readonly since: Instant | null;
  readonly place: number | null;
  readonly entered_later: boolean;
  readonly imported: boolean;
  readonly seen: boolean;
  readonly case_no: string | null;
  readonly title: string | null;
  readonly unit: string | null;
  readonly n: number | null;
  readonly command: string | null;
};

const becauseOf = (source: FigureSource, name: string | undefined): Text => {
  const names: Readonly<Record<string, Text>> = dateNames[source];
  return (name === undefined ? undefined : names[name]) ?? { zh: '情况变更', en: 'changed' };
};

const rowOf = (set: AnySet, row: Found): FigureRow => {
  const names = [...new Set(decidingDates(set.where))];
  const { source } = set;
  const { seen } = row;
  const beside = row.matter_id === null;
  return {
    key: row.key,
    matterId: seen ? row.matter_id : null,
    caseNo: (seen ? row.case_no : null) ?? '',
    title: (seen ? row.title : null) ?? '',
    assignmentId: row.assignment_id,
    replyId: source === 'reply' && !isPastReplyKey(row.key) ? row.key : null,
    otherId: (beside || source === 'urge') && seen ? row.key : null,
    unit: row.unit,
    role: row.role === null ? null : valueOf('role', row.role),
    round: row.round,
    resultClass: row.class,
    attitude: row.attitude,
    outcome: row.outcome,
    weight: row.weight,
    since: row.since,
    because: row.since === null ? null : becauseOf(source, names[(row.place ?? 0) - 1]),
    journal:
      !seen || row.n === null || row.command === null
        ? null
        : { stream: `matter:${row.matter_id}`, n: row.n, command: row.command },
    enteredLater: row.entered_later,
    imported: row.imported,
  };
};

const titleOf: Readonly<Partial<Record<FigureSource, Sql>>> = {
  // What its author is reworking is not for the offices to read: the title as it was handed in.
  submission: sql`(select coalesce(h.title, x.title) from submission x
    left join submission_text h on h.jurisdiction_id = x.jurisdiction_id and h.submission_id = x.id
      and h.text_no = x.submitted_text_no
    where x.jurisdiction_id = p.j and x.id = p.key)`,
  opinion: sql`(select left(x.text, 200) from session_opinion x where x.jurisdiction_id = p.j and x.id = p.key)`,
  notice: sql`(select left(x.requirement, 200) from supervision_notice x where x.jurisdiction_id = p.j and x.id = p.key)`,
  act: sql`(select left(x.result, 200) from supervision_act x where x.jurisdiction_id = p.j and x.id = p.key)`,
};

/** Whether the reader sees what row `p` is of; a row of which he does not still counts. */
const seenIn = (source: FigureSource, sight: Sight): Sql => {
  if (source === 'submission') return sql`p.organ_id = any(${[...sight.organs]}::bigint[])`;
  if (sight.units === null || source === 'notice') return sql`true`;
  return sql`exists (select from assignment a where a.jurisdiction_id = p.j and a.matter_id = p.matter_id
    and a.live and a.unit_id = any(${[...sight.units]}::bigint[]))`;
};

/** One page of keys with what a reader needs of each row; the journal is looked into for the page alone. */
const rowsOfKeys = async (
  tx: Tx,
  j: number,
  set: AnySet,
  sight: Sight,
  page: Sql,
): Promise<readonly FigureRow[]> => {
  const title = titleOf[set.source] ?? sql`null::text`;
  const { rows } = await sql<Found>`
    with page as materialized (select ${j}::bigint as j, f.* from (${page}) f)
    select p.key, p.matter_id, p.assignment_id, p.role, p.round, p.class, p.attitude, p.outcome, p.weight, p.since,
      array_position(p.dates, p.since) as place, p.entered_later,
      coalesce(${seenIn(set.source, sight)}, false) as seen, m.case_no, coalesce(m.title, ${title}) as title,
      u.name as unit, e.n, e.command,
      exists (select from assignment a where a.jurisdiction_id = p.j and a.matter_id = p.matter_id and a.past is not null
        and (p.assignment_id is null or a.id = p.assignment_id)) as imported
    from page p
    left join matter m on m.jurisdiction_id = p.j and m.id = p.matter_id
    left join unit u on u.jurisdiction_id = p.j and u.id = p.unit_id
    left join lateral (select x.n, x.command from journal x
      where x.jurisdiction_id = p.j and x.stream = 'matter:' || p.matter_id and x.at >= p.since
      order by x.n limit 1) e on true
    order by p.key`.execute(tx);
  return rows.map((row) => rowOf(set, row));
};

/** Rows of these keys as they stood at the question's moment. */
export const rowsByKeys = async (
  tx: Tx,
  { jurisdictionId, when }: Question,
  set: AnySet,
  keys: readonly number[],
  sight: Sight,
): Promise<readonly FigureRow[]> => {
  if (keys.length === 0) return [];
  const relation = relations[set.source];
  const T = sql`${when.asOf}::timestamptz`;
  const version = relation.versioned ? sql`f.valid_to > ${T} and f.valid_from <= ${T}` : sql`true`;
  const page = sql`select ${factColumns(set, when.asOf)} from ${relation.from} f
    where f.jurisdiction_id = ${jurisdictionId} and ${version} and ${relation.key} = any(${[...keys]}::bigint[])`;
  return rowsOfKeys(tx, jurisdictionId, set, sight, page);
};

/** The rows of a page, behind a key. */
export const listMeant = (
  tx: Tx,
  question: Question,
  meant: Meant,
  page: { readonly after: number; readonly limit: number },
  sight: Sight,
): Promise<readonly FigureRow[]> => {
  const { set } = meant;
  const { key, from } = relations[set.source];
  const keys = sql`select ${factColumns(set, question.when.asOf)} from ${from} f
    where ${meantRows(question, meant)} and ${key} > ${page.after} order by ${key} limit ${page.limit}`;
  return rowsOfKeys(tx, question.jurisdictionId, set, sight, keys);
};
