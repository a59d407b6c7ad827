/** Similar matters: candidates by their keys from one ordered index, then read and compared in this process. */
import type { SimilarMatter } from '#contract/similar.ts';
import type { Actor } from '#core/access.ts';
import { sessionName } from '#core/session-name.ts';
import { featuresOf, type Features, type SimilarText } from '#core/similar/features.ts';
import { keysOf } from '#core/similar/keys.ts';
import { compare, scoresOf, thresholds } from '#core/similar/similarity.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

/** The row-level half of every list (server/see/reach.ts). */
export type Sight = {
  readonly standing: (actor: Actor) => RawBuilder<unknown>;
  readonly seesAll: (actor: Actor) => boolean;
};

/** At most so many of the newest matters of one key, and so many in all, are looked at; those are the likeliest. */
const reading = {
  /** Whoever sees everything finds enough among a few. */
  wide: { perKey: 120, candidates: 150 },
  /** Others see a part of what a key stands for. */
  narrow: { perKey: 300, candidates: 600 },
} as const;

/** So many of what the actor may see are compared. */
const mostCompared = 150;
const mostShown = 10;
const firstLines = 300;

type Candidate = { readonly id: number; readonly weight: number };

/** A key that few matters have says more than one that runs into its limit; the order of keys breaks ties. */
const weigh = (rows: readonly { key: number; ids: number[] }[], perKey: number): readonly Candidate[] => {
  const weights = new Map<number, number>();
  for (const { ids } of rows) {
    const weight = 1 + Math.log(perKey / Math.max(1, ids.length));
    for (const id of ids) weights.set(id, (weights.get(id) ?? 0) + weight);
  }
  return [...weights]
    .map(([id, weight]) => ({ id, weight }))
    .sort((a, b) => b.weight - a.weight || b.id - a.id);
};

/** One walk down the index a key: `limit` inside the lateral join keeps a common key from being read to its end. */
const findCandidates = async (
  tx: Tx,
  j: number,
  keys: readonly number[],
  perKey: number,
): Promise<readonly Candidate[]> => {
  const { rows } = await sql<{ key: number; ids: number[] }>`
    select k.key, x.ids from unnest(${[...keys]}::integer[]) k (key)
    cross join lateral (
      select coalesce(array_agg(n.matter_id), '{}') as ids from (
        select s.matter_id from matter_key s where s.jurisdiction_id = ${j} and s.key = k.key
        order by s.matter_id desc limit ${perKey}) n) x`.execute(tx);
  return weigh(rows, perKey);
};

const isProposer = (actor: Actor): boolean => actor.grants.some(({ role }) => role === 'proposer');

/**
 * What is public of `matter m`: filed, not withdrawn, and its proposers agreed to the publication of at least its
 * title. Proposers are shown it; everybody else sees what he stands to.
 */
const isPublic = sql`(m.public_consent in ('full', 'titleOnly')
  and m.stage in ('filed', 'assigned', 'handling', 'replied', 'rated', 'rehandling', 'closed'))`;

const seen = (sight: Sight, actor: Actor): RawBuilder<unknown> =>
  isProposer(actor) ? sql`(${sight.standing(actor)} or ${isPublic})` : sight.standing(actor);

/**
 * The duties and proposers of these matters alone, under the tables' own names: who stands to what is asked of a few
 * rows then, by the same rule as everywhere, instead of gathering all that a unit ever had.
 */
const onlyOf = (j: number, ids: readonly number[]): RawBuilder<unknown> => sql`
  with assignment as materialized (
    select x.* from public.assignment x where x.jurisdiction_id = ${j} and x.matter_id = any(${[...ids]}::bigint[])),
  proposer as materialized (
    select x.* from public.proposer x where x.jurisdiction_id = ${j} and x.matter_id = any(${[...ids]}::bigint[]))`;

type Titled = { readonly id: number; readonly title: string };

const readTitles = async (
  tx: Tx,
  sight: Sight,
  actor: Actor,
  ids: readonly number[],
  except: number | undefined,
): Promise<readonly Titled[]> => {
  const { rows } = await sql<Titled>`${onlyOf(actor.jurisdictionId, ids)}
    select m.id, m.title from unnest(${[...ids]}::bigint[]) c (id)
    cross join lateral (select x.* from matter x where x.jurisdiction_id = ${actor.jurisdictionId}
      and x.id = c.id offset 0) m
    where ${seen(sight, actor)} and m.id <> ${except ?? 0}`.execute(tx);
  const order = new Map(ids.map((id, at) => [id, at]));
  return rows.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)).slice(0, mostCompared);
};

type Row = {
  id: number;
  kind: SimilarMatter['kind'];
  caseNo: string;
  year: number;
  title: string;
  stage: SimilarMatter['stage'];
  session: { kind: 'congress' | 'cppcc'; term: number; number: number };
  reached: boolean;
  full: boolean;
  units: string[];
  replies: {
    resultClass: string | null;
    round: number;
    on: string;
    disclosure: string | null;
    text: string;
    promised: string;
  }[];
  ratings: { round: number; outcome: string }[];
};

/** What was answered: of issued replies alone, a draft is nobody's answer. */
const replies = sql`
  (select coalesce(json_agg(json_build_object('resultClass', y.result_class, 'round', y.round, 'on', y.issued_on,
      'disclosure', y.disclosure, 'promised', coalesce(y.content ->> 'closing', ''),
      'text', (select left(string_agg(p ->> 'answer', ' ' order by n), ${firstLines})
        from json_array_elements((y.content -> 'answers')::json) with ordinality as q (p, n)))
      order by y.round, a.role = 'assist', y.id), '[]')
    from reply y join assignment a on a.jurisdiction_id = y.jurisdiction_id and a.id = y.assignment_id
    where y.jurisdiction_id = m.jurisdiction_id and y.matter_id = m.id and y.state = 'issued')`;

const readRows = async (
  tx: Tx,
  sight: Sight,
  actor: Actor,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Row>> => {
  const { rows } = await sql<Row>`${onlyOf(actor.jurisdictionId, ids)}
    select m.id, m.kind, m.case_no as "caseNo", m.year, m.title, m.stage,
      (select json_build_object('kind', o.kind, 'term', t.number, 'number', s.number) from session s
        join term t on t.jurisdiction_id = s.jurisdiction_id and t.id = s.term_id
        join organ o on o.jurisdiction_id = s.jurisdiction_id and o.id = s.organ_id
        where s.jurisdiction_id = m.jurisdiction_id and s.id = m.session_id) as session,
      ${sight.standing(actor)} as reached, m.public_consent = 'full' as full,
      (select coalesce(json_agg(case when u.short_name = '' then u.name else u.short_name end order by d.role = 'separate', d.id), '[]')
        from assignment d join unit u on u.jurisdiction_id = d.jurisdiction_id and u.id = d.unit_id
        where d.jurisdiction_id = m.jurisdiction_id and d.matter_id = m.id and d.live and d.role <> 'assist') as units,
      ${replies} as replies,
      (select coalesce(json_agg(json_build_object('round', g.round, 'outcome', g.outcome) order by g.round, g.id), '[]')
        from rating g where g.jurisdiction_id = m.jurisdiction_id and g.matter_id = m.id
          and g.state = 'sealed' and g.outcome is not null) as ratings
    from matter m where m.jurisdiction_id = ${actor.jurisdictionId} and m.id = any(${[...ids]}::bigint[])`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.id, row]));
};

/** The reply as this person may read it: of another's matter only what was published in full by both sides. */
const answeredOf = (row: Row): SimilarMatter['answered'] => {
  const last = row.replies.at(-1);
  if (last === undefined || (!row.reached && !(row.full && last.disclosure === 'proactive'))) return null;
  return { on: last.on, text: last.text.slice(0, firstLines), promised: last.promised.slice(0, firstLines) };
};

const shape = (row: Row, given: Features, link: string): SimilarMatter | null => {
  const { score, verdict, reasons } = compare(given, featuresOf({ title: row.title }));
  if (verdict === 'unrelated') return null;
  const rounds = Math.max(0, ...row.replies.map(({ round }) => round));
  return {
    id: row.id,
    link: row.reached ? `${link}/${row.id}` : null,
    kind: row.kind,
    caseNo: row.caseNo,
    sessionName: sessionName(row.session.kind, row.session.term, row.session.number),
    year: row.year,
    title: row.title,
    stage: row.stage,
    units: row.units,
    resultClasses: row.replies.flatMap(({ round, resultClass }) =>
      round === rounds && resultClass !== null ? [resultClass] : [],
    ),
    answered: answeredOf(row),
    ratings: row.reached ? row.ratings : [],
    score: Math.round(score * 1_000) / 1_000,
    verdict,
    reasons: {
      concepts: [...reasons.concepts],
      words: [...reasons.words],
      opposite: reasons.opposite === null ? null : [...reasons.opposite],
    },
  };
};

/** Up to ten matters that the actor may see, the most similar first. Titles are compared, with the asks of the text given. */
export const viewSimilar = async (
  tx: Tx,
  sight: Sight,
  actor: Actor,
  text: SimilarText,
  except: number | undefined,
): Promise<readonly SimilarMatter[]> => {
  const given = featuresOf(text);
  const { perKey, candidates } = sight.seesAll(actor) ? reading.wide : reading.narrow;
  const found = await findCandidates(tx, actor.jurisdictionId, keysOf(given), perKey);
  const ids = found.slice(0, candidates).map(({ id }) => id);
  if (ids.length === 0) return [];
  const titles = await readTitles(tx, sight, actor, ids, except);
  const best = titles
    .map(({ id, title }) => ({ id, ...scoresOf(given, featuresOf({ title })) }))
    .filter(({ topic }) => topic >= thresholds.related)
    .sort((a, b) => b.score - a.score || b.id - a.id)
    .slice(0, mostShown);
  if (best.length === 0) return [];
  const rows = await readRows(
    tx,
    sight,
    actor,
    best.map(({ id }) => id),
  );
  const link = actor.grants.every(({ role }) => role === 'proposer') ? '/m/matters' : '/matters';
  return best.flatMap(({ id }) => {
    const row = rows.get(id);
    const shown = row === undefined ? null : shape(row, given, link);
    return shown === null ? [] : [shown];
  });
};
