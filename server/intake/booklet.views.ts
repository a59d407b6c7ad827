/** What booklets print of a session. Texts are read so many at a time, and in one order. */
import type { CategoryPlace } from '#core/category/arrange.ts';
import type { MatterStage } from '#core/matter/matter.ts';
import type { PublicConsent } from '#core/words.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

export type BookletSession = {
  readonly id: number;
  readonly organId: number;
  readonly organ: string;
  readonly office: string;
  readonly kind: 'congress' | 'cppcc';
  readonly term: number;
  readonly number: number;
};

export const findBookletSession = async (
  tx: Tx,
  j: number,
  sessionId: number,
): Promise<BookletSession | undefined> => {
  const { rows } = await sql<BookletSession>`
    select s.id, o.id as "organId", o.name as organ, o.office_name as office, o.kind, t.number as term, s.number
    from session s join term t on t.jurisdiction_id = s.jurisdiction_id and t.id = s.term_id
    join organ o on o.jurisdiction_id = s.jurisdiction_id and o.id = s.organ_id
    where s.jurisdiction_id = ${j} and s.id = ${sessionId}`.execute(tx);
  return rows[0];
};

export type BookletLine = {
  readonly id: number;
  readonly caseNo: string;
  readonly title: string;
  readonly category: string | null;
  readonly consent: PublicConsent;
  readonly stage: MatterStage;
  /** The body in whose name it stands; empty for people. */
  readonly body: string;
  readonly proposers: readonly string[];
  /** The case number of the matter with which it is handled. */
  readonly mergedInto: string | null;
  readonly leadUnits: readonly string[];
};

/**
 * The matters of a session that were filed and not withdrawn, in the order of their numbers; names only, never a
 * number to call. At most `most` and one more, by which it is seen that there are more.
 */
export const listForBooklet = async (
  tx: Tx,
  j: number,
  sessionId: number,
  most: number,
): Promise<readonly BookletLine[]> => {
  const { rows } = await sql<BookletLine>`
    with mine as materialized (select m.id, m.case_no, m.title, m.category, m.public_consent, m.stage, m.merged_into
      from matter m where m.jurisdiction_id = ${j} and m.session_id = ${sessionId} and m.stage <> 'withdrawn'
      order by m.id limit ${most + 1}),
    named as (select o.matter_id, json_agg(p.name order by o.position) as names from proposer o
      join person p on p.jurisdiction_id = o.jurisdiction_id and p.id = o.person_id
      where o.jurisdiction_id = ${j} and o.via_matter_id is null and o.matter_id in (select id from mine) group by 1),
    handled as (select a.matter_id, json_agg(u.name order by a.role = 'separate', a.id) as names from assignment a
      join unit u on u.jurisdiction_id = a.jurisdiction_id and u.id = a.unit_id
      where a.jurisdiction_id = ${j} and a.live and a.role <> 'assist' and a.matter_id in (select id from mine) group by 1),
    bodies as (select s.matter_id, s.body_name from submission s
      where s.jurisdiction_id = ${j} and s.matter_id in (select id from mine))
    select m.id, m.case_no as "caseNo", m.title, m.category, m.public_consent as consent, m.stage,
      coalesce(b.body_name, '') as body, coalesce(n.names, '[]') as proposers, x.case_no as "mergedInto",
      coalesce(l.names, '[]') as "leadUnits"
    from mine m left join named n on n.matter_id = m.id left join handled l on l.matter_id = m.id
    left join bodies b on b.matter_id = m.id
    left join matter x on x.jurisdiction_id = ${j} and x.id = m.merged_into`.execute(tx);
  // 第9号 before 第10号.
  const order = new Intl.Collator('zh', { numeric: true });
  return rows.toSorted((a, b) => order.compare(a.caseNo, b.caseNo) || a.id - b.id);
};

export type BookletText = { readonly text: string; readonly asks: readonly string[] };

/** Texts read in one query: a page of the book is in memory beside what was printed before it, never all rows twice. */
const textsAtOnce = 200;

/** The texts of these matters, so many at a time. */
export const readTexts = async (
  tx: Tx,
  j: number,
  ids: readonly number[],
): Promise<ReadonlyMap<number, BookletText>> => {
  const texts = new Map<number, BookletText>();
  for (let from = 0; from < ids.length; from += textsAtOnce) {
    const page = ids.slice(from, from + textsAtOnce);
    const { rows } = await sql<BookletText & { id: number }>`
      select c.id, coalesce(t.body, '') as text,
        (select coalesce(json_agg(p.text order by p.no), '[]') from point p
          where p.jurisdiction_id = ${j} and p.matter_id = c.id) as asks
      from unnest(${[...page]}::bigint[]) c (id)
      left join matter_text t on t.jurisdiction_id = ${j} and t.matter_id = c.id`.execute(tx);
    for (const { id, text, asks } of rows) texts.set(id, { text, asks });
  }
  return texts;
};

/** The tree of an organ, closed branches too: matters of earlier years stand in them. */
export const listCategories = async (tx: Tx, j: number, organId: number): Promise<readonly CategoryPlace[]> =>
  tx
    .selectFrom('category')
    .select(['id', 'code', 'name_zh as nameZh', 'name_en as nameEn', 'parent_id as parentId'])
    .where('jurisdiction_id', '=', j)
    .where('organ_id', '=', organId)
    .orderBy('code')
    .execute();
