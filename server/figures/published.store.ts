/** Totals of earlier years as they were printed: kept apart from everything that is counted. */
import { type Actor, doerOf } from '#core/access.ts';
import type { PrintedTotal } from '#core/figures/check-published.ts';
import type { Filters } from '#core/figures/expression.ts';
import type { Moment } from '#core/words.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import type { Question } from './count.views.ts';
import type { Reach } from './set.views.ts';

export type PublishedTotal = PrintedTotal & { readonly source: string };

export type Published = PublishedTotal & {
  readonly id: number;
  readonly enteredBy: string;
  readonly enteredAt: string;
};

const columns = sql`id, figure, variant, year, organ_id as "organId", part as filters, numerator, denominator, value, source,
  entered_name as "enteredBy", entered_at as "enteredAt"`;

/** An organ's office sees what is its own organ's, and what is of no organ. */
const within = (reach: Reach) =>
  reach.kind === 'organs'
    ? sql`(organ_id is null or organ_id = any(${[...reach.ids]}::bigint[]))`
    : sql`true`;

/** The part of the whole that filters leave, year and organ apart: printed totals are of just that part, or none. */
const partOf = (filters: Filters): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(filters)
        .filter(([dimension]) => dimension !== 'year' && dimension !== 'organ')
        .map(([dimension, values]) => [dimension, values.join(',')]),
    ),
  );

/** Totals of the one organ that is meant, or of all together; of two of several there are none. */
const organOf = (reach: Reach, { organ }: Filters) => {
  const meant = organ ?? (reach.kind === 'organs' ? reach.ids.map(String) : []);
  const [only] = meant;
  if (only === undefined) return sql`organ_id is null`;
  return meant.length === 1 && /^\d{1,9}$/.test(only) ? sql`organ_id = ${Number(only)}` : sql`false`;
};

/** The printed totals of a year that are of the same part of the whole as the question. */
export const findPublished = async (
  tx: Tx,
  question: Question,
  year: number,
): Promise<readonly Published[]> => {
  const { reach, filters } = question;
  if (reach.kind === 'units') return [];
  const { rows } = await sql<Published>`select ${columns} from figure_published
    where jurisdiction_id = ${question.jurisdictionId} and year = ${year} and ${organOf(reach, filters)}
      and part = ${partOf(filters)}::jsonb`.execute(tx);
  return rows;
};

/** The printed totals of a figure in every year, of the whole or of any part of it that the question's organ has. */
export const publishedByYear = async (
  tx: Tx,
  { jurisdictionId, reach, filters }: Question,
  figure: string,
  variant: string,
): Promise<readonly Published[]> => {
  // Narrowed otherwise than by organ, a printed total says nothing.
  if (reach.kind === 'units' || Object.keys(filters).some((one) => one !== 'organ' && one !== 'year'))
    return [];
  const { rows } = await sql<Published>`select ${columns} from figure_published
    where jurisdiction_id = ${jurisdictionId} and figure = ${figure} and variant = ${variant}
      and ${filters.year === undefined ? sql`true` : sql`year = any(${filters.year.filter((one) => /^\d{4}$/.test(one)).map(Number)}::integer[])`}
      and ${organOf(reach, filters)} order by year, id limit 2000`.execute(tx);
  return rows;
};

export const listPublished = async (
  tx: Tx,
  j: number,
  reach: Reach,
  asked: { readonly year?: number | undefined; readonly figure?: string | undefined; readonly after: number },
  limit: number,
): Promise<readonly Published[]> => {
  const { rows } = await sql<Published>`select ${columns} from figure_published
    where jurisdiction_id = ${j} and ${within(reach)} and id > ${asked.after}
      and ${asked.year === undefined ? sql`true` : sql`year = ${asked.year}`}
      and ${asked.figure === undefined ? sql`true` : sql`figure = ${asked.figure}`}
    order by id limit ${limit}`.execute(tx);
  return rows;
};

/** Keeps totals in the place of those of the same figure, year, organ and part; answers with how many were replaced. */
export const keepPublished = async (
  tx: Tx,
  actor: Actor,
  at: Moment,
  rows: readonly PublishedTotal[],
): Promise<number> => {
  const doer = doerOf(actor);
  const given = JSON.stringify(
    rows.map(({ organId, filters, ...row }) => ({ ...row, organ_id: organId, part: filters })),
  );
  const { rows: kept } = await sql<{ replaced: boolean }>`
    insert into figure_published (jurisdiction_id, figure, variant, year, organ_id, part, numerator, denominator, value, source,
      entered_by, entered_name, entered_at)
    select ${actor.jurisdictionId}, g.figure, g.variant, g.year, g.organ_id, g.part, g.numerator, g.denominator, g.value, g.source,
      ${doer.personId}, ${doer.name}, ${at.instant}::timestamptz
    from json_to_recordset(${given}::json) g (figure text, variant text, year integer, organ_id bigint, part jsonb,
      numerator bigint, denominator bigint, value text, source text)
    on conflict (jurisdiction_id, figure, variant, year, coalesce(organ_id, 0), part) do update
      set numerator = excluded.numerator, denominator = excluded.denominator, value = excluded.value, source = excluded.source,
        entered_by = excluded.entered_by, entered_name = excluded.entered_name, entered_at = excluded.entered_at
    returning xmax <> 0 as replaced`.execute(tx);
  return kept.filter(({ replaced }) => replaced).length;
};

/** How many of these are there already, for a dry run. */
export const countReplaced = async (tx: Tx, j: number, rows: readonly PublishedTotal[]): Promise<number> => {
  const given = JSON.stringify(
    rows.map(({ organId, filters, ...row }) => ({ ...row, organ_id: organId, part: filters })),
  );
  const { rows: found } = await sql<{ n: number }>`select count(*) as n
    from json_to_recordset(${given}::json) g (figure text, variant text, year integer, organ_id bigint, part jsonb)
    join figure_published p on p.jurisdiction_id = ${j} and p.figure = g.figure and p.variant = g.variant and p.year = g.year
      and coalesce(p.organ_id, 0) = coalesce(g.organ_id, 0) and p.part = g.part`.execute(tx);
  return Number(found[0]?.n ?? 0);
};

/** True: it was there, and within reach. */
export const deletePublished = async (
  tx: Tx,
  j: number,
  reach: Reach,
  id: number,
): Promise<Published | null> => {
  const own = reach.kind === 'organs' ? sql`organ_id = any(${[...reach.ids]}::bigint[])` : sql`true`;
  const { rows } = await sql<Published>`delete from figure_published
    where jurisdiction_id = ${j} and id = ${id} and ${own} returning ${columns}`.execute(tx);
  return rows[0] ?? null;
};

export const organIds = async (tx: Tx, j: number): Promise<readonly number[]> => {
  const rows = await tx.selectFrom('organ').select('id').where('jurisdiction_id', '=', j).execute();
  return rows.map(({ id }) => id);
};
