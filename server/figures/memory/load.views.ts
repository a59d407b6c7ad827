/** Reads facts for the copy in memory: whole columns of many rows at once, and what has changed since. */
import {
  type Dimension,
  dimensionsOf,
  type FigureSource,
  type Flag,
  type NumberColumn,
} from '#core/figures/columns.ts';
import { isPeriod } from '#core/figures/in-period.ts';
import type { Instant } from '#core/words.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/db/database.ts';
import {
  dimensionColumn,
  flagColumns,
  groupThen,
  numberColumns,
  relations,
  unitThen,
} from '../relation.views.ts';
import { type FactPage, nothing, separator } from './fact-columns.ts';

type Sql = RawBuilder<unknown>;

/** Every kind of row, those of matters first. */
export const sources = Object.keys(dimensionsOf) as readonly FigureSource[];

const ofMatters: readonly FigureSource[] = ['matter', 'duty', 'reply'];

/** Whether its rows are replaced matter by matter; otherwise each by itself. */
const isOfMatters = (source: FigureSource): boolean => ofMatters.includes(source);

/** What follows from another column: by the directory of units, sessions or people. */
export const derived = { system: 'unit', boundary: 'unit', term: 'session', district: 'proposer' } as const;

const isDerived = (dimension: Dimension): dimension is keyof typeof derived => dimension in derived;

/** As it is stored; what a row has only from some date on is masked by that date when it is counted. */
const storedColumn = (source: FigureSource, dimension: Dimension): Sql =>
  dimension === 'unit'
    ? sql`f.unit_id`
    : dimension === 'leader' || dimension === 'attitude' || dimension === 'outcome'
      ? sql.ref(`f.${dimension}`)
      : dimensionColumn(source, dimension, '2000-01-01T00:00:00.000Z');

const plainDimensions = (source: FigureSource): readonly Dimension[] =>
  dimensionsOf[source].filter((one) => !isDerived(one) && !isPeriod(one));

const allFlags = Object.keys(flagColumns) as Flag[];
const numbersOf: { readonly [S in FigureSource]?: readonly NumberColumn[] } = {
  reply: ['points', 'pointsAdopted'],
  act: ['amount', 'people'],
};

/** Whether a row has a number of its own beside that of what it is replaced with. */
const hasOwnKey = (source: FigureSource): boolean => source === 'duty' || source === 'reply';

const ids = (column: Sql): Sql => sql`string_agg(int8send(${column}), ''::bytea)`;
const instants = (column: Sql): Sql =>
  sql`string_agg(timestamptz_send(coalesce(${column}, 'infinity')), ''::bytea)`;
const texts = (column: Sql): Sql =>
  sql`string_agg(coalesce((${column})::text, ${nothing}::text), ${separator}::text)`;
const bits = (column: Sql): Sql => sql`string_agg(case when ${column} then '1' else '0' end, '')`;

/** Rows `f` that a condition names, as a page; `last`: the highest key among them. */
const readPage = async (
  tx: Tx,
  source: FigureSource,
  rows: Sql,
): Promise<{ readonly page: FactPage; readonly last: number | null }> => {
  const { key, dates, versioned } = relations[source];
  const names = plainDimensions(source);
  const flags = source === 'reply' ? allFlags : [];
  const numbers = numbersOf[source] ?? [];
  const always = (bound: 'from' | 'to'): Sql =>
    versioned
      ? sql.ref(`f.valid_${bound}`)
      : sql`${bound === 'from' ? '-infinity' : 'infinity'}::timestamptz`;
  const columns: readonly (readonly [string, Sql])[] = [
    ['n_owner', ids(isOfMatters(source) ? sql`f.matter_id` : key)],
    ...(hasOwnKey(source) ? [['n_key', ids(key)] as const] : []),
    ['n_from', instants(always('from'))],
    ['n_to', instants(always('to'))],
    ['n_recorded', instants(sql`f.recorded_at`)],
    ...Object.entries(dates).map(([name, column]) => [`d_${name}`, instants(column)] as const),
    ...names.map((name) => [`c_${name}`, texts(storedColumn(source, name))] as const),
    ...(isOfMatters(source) ? [['c_proposer', texts(sql`f.lead_proposer_id`)] as const] : []),
    ...flags.map((name) => [`f_${name}`, bits(flagColumns[name])] as const),
    ...numbers.map(
      (name) => [`w_${name}`, sql`string_agg(int4send(${numberColumns[name]}), ''::bytea)`] as const,
    ),
  ];
  const { rows: found } = await sql<Record<string, never> & { rows: number; last: number | null }>`
    select count(*)::int as rows, max(${key}) as last,
      ${sql.join(columns.map(([name, column]) => sql`${column} as ${sql.ref(name)}`))}
    from (${rows}) f`.execute(tx);
  const [one] = found;
  if (one === undefined || one.rows === 0) return { page: emptyPage, last: null };
  const of = <V>(name: string): V => one[name] as unknown as V;
  const proposer = isOfMatters(source) ? [['proposer', of<string>('c_proposer')] as const] : [];
  return {
    last: one.last,
    page: {
      rows: one.rows,
      owner: of('n_owner'),
      key: hasOwnKey(source) ? of('n_key') : null,
      from: of('n_from'),
      to: of('n_to'),
      recorded: of('n_recorded'),
      dates: Object.keys(dates).map((name) => [name, of<Buffer>(`d_${name}`)] as const),
      codes: [...names.map((name) => [name, of<string>(`c_${name}`)] as const), ...proposer],
      flags: flags.map((name) => [name, of<string>(`f_${name}`)] as const),
      numbers: numbers.map((name) => [name, of<Buffer>(`w_${name}`)] as const),
    },
  };
};

const none = Buffer.alloc(0);
const emptyPage: FactPage = {
  rows: 0,
  owner: none,
  key: null,
  from: none,
  to: none,
  recorded: none,
  dates: [],
  codes: [],
  flags: [],
  numbers: [],
};

/** Keys in one page: few enough that decoding them holds up nobody for long. */
const pageKeys = 10_000;

/** The next rows behind a key, all versions of each; null: there are no more. */
export const readNext = async (
  tx: Tx,
  j: number,
  source: FigureSource,
  after: number,
): Promise<{ readonly page: FactPage; readonly last: number } | null> => {
  const { from, key, keyed } = relations[source];
  const by = sql.ref(`k.${keyed.by}`);
  const { page, last } = await readPage(
    tx,
    source,
    sql`select * from ${from} f where f.jurisdiction_id = ${j} and ${key} > ${after}
      and ${key} <= (select max(k) from (select ${by} as k from ${sql.table(keyed.table)} k
        where k.jurisdiction_id = ${j} and ${by} > ${after} order by ${by} limit ${pageKeys}) keys)`,
  );
  return last === null ? null : { page, last };
};

/** How many rows there are, all versions of each. */
export const countRows = async (tx: Tx, j: number, source: FigureSource): Promise<number> => {
  const { rows } = await sql<{ n: number | string }>`select count(*) as n from ${relations[source].from} f
    where f.jurisdiction_id = ${j}`.execute(tx);
  return Number(rows[0]?.n ?? 0);
};

/** All rows of these matters, or these rows where they are of none. */
export const readOwned = async (
  tx: Tx,
  j: number,
  source: FigureSource,
  owners: readonly number[],
): Promise<FactPage> => {
  const { from, key } = relations[source];
  const owner = isOfMatters(source) ? sql`f.matter_id` : key;
  const { page } = await readPage(
    tx,
    source,
    sql`select * from ${from} f where f.jurisdiction_id = ${j} and ${owner} = any(${[...owners]}::bigint[])`,
  );
  return page;
};

export type Changes = {
  /** Everything before this transaction is seen: where to look from the next time. */
  readonly through: string;
  /** Of each kind of row what was written since: numbers of matters, or of the rows themselves. */
  readonly owners: ReadonlyMap<FigureSource, readonly number[]>;
  /** More was written than is named here. */
  readonly more: boolean;
  /** This very transaction has written some of it, which nobody else may see yet. */
  readonly own: boolean;
};

/** What was written since, of matters and of rows beside them at most so many each; `since` null: nothing, just where this transaction stands. */
export const readChanges = async (
  tx: Tx,
  j: number,
  since: string | null,
  most: number,
): Promise<Changes> => {
  // What lies ahead of every transaction comes from before a restore: it has been read.
  const recent = (table: string, columns: Sql): Sql => sql`select ${columns} from ${sql.table(table)} c
    where c.jurisdiction_id = ${j} and c.tx >= ${since ?? '0'}::xid8 and c.tx < pg_snapshot_xmax(pg_current_snapshot())
      and ${since !== null} limit ${most + 1}`;
  const ownIn = (table: string): Sql => sql`exists (select from ${sql.table(table)} o
    where o.jurisdiction_id = ${j} and o.tx = pg_current_xact_id_if_assigned())`;
  const { rows } = await sql<{ through: string; found: [string, number[]][] | null; own: boolean }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as through,
      (select json_agg(json_build_array(c.source, c.ids)) from (
        select source, array_agg(id) as ids from (
          (${recent('figure_change', sql`'matter' as source, c.matter_id as id`)})
          union all (${recent('figure_row_change', sql`c.source, c.row_id`)})) a group by source) c) as found,
      (${ownIn('figure_change')} or ${ownIn('figure_row_change')}) as own`.execute(tx);
  const [answered] = rows;
  const found = new Map(answered?.found);
  // All kinds beside matters are named in one list, which is cut for all of them together.
  const ofMatter = found.get('matter')?.length ?? 0;
  const beside = [...found.values()].reduce((sum, { length }) => sum + length, 0) - ofMatter;
  return {
    through: answered?.through ?? '0',
    owners: new Map(
      sources.flatMap((source) => {
        const ids = found.get(isOfMatters(source) ? 'matter' : source);
        return ids === undefined ? [] : [[source, ids] as const];
      }),
    ),
    more: ofMatter > most || beside > most,
    own: answered?.own ?? true,
  };
};

/** About how many rows there are to count, of all jurisdictions: as the last look for statistics found. */
export const estimateRows = async (tx: Tx): Promise<number> => {
  const tables = sources.map((source) => relations[source].keyed.table);
  const { rows } = await sql<{
    n: number;
  }>`select coalesce(sum(greatest(reltuples, 0)), 0)::bigint as n from pg_class
    where oid = any(${tables}::regclass[])`.execute(tx);
  return Number(rows[0]?.n ?? 0);
};

/** What follows from another column's value: unit → system, boundary; session → term; proposer → district. */
export const readDerived = async (
  tx: Tx,
  j: number,
  dimension: keyof typeof derived,
  asOf: Instant,
): Promise<ReadonlyMap<string, string | null>> => {
  const from = {
    system: sql`select u.id::text as key, ${unitThen('system', asOf)} as value from unit u where u.jurisdiction_id = ${j}`,
    boundary: sql`select u.id::text as key, ${unitThen('boundary', asOf)}::text as value from unit u where u.jurisdiction_id = ${j}`,
    term: sql`select id::text as key, term_id::text as value from session where jurisdiction_id = ${j}`,
    district: sql`select p.id::text as key, nullif(${groupThen(asOf)}, '') as value from person p where p.jurisdiction_id = ${j}`,
  }[dimension];
  const { rows } = await sql<{ key: string; value: string | null }>`${from}`.execute(tx);
  return new Map(rows.map(({ key, value }) => [key, value]));
};
