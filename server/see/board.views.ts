/** The board 看板: duties to be answered, by unit (section, handler) and light, with the first of each cell. */
import type { board } from '#contract/due-calendar.ts';
import type { QueryOf, ResponseOf } from '#contract/endpoint.ts';
import type { Actor } from '#core/access.ts';
import type { LocalDate, Moment } from '#core/words.ts';
import { type RawBuilder, sql } from 'kysely';
import type { House } from '../case/load-case.store.ts';
import type { Tx } from '../platform/db/database.ts';
import { dutyOf, inLight, lightOf, lightsOn, matterRuns } from './duty.views.ts';
import { overviewCondition } from './overview.views.ts';
import { dutyReachOf, ownDuties } from './reach.ts';
import { standOf } from '../case/stand-of.ts';

type Query = QueryOf<typeof board>;
type Board = ResponseOf<typeof board>;
type Row = Board['rows'][number];

/** The columns, the most pressing first; one more light is one more line. */
const lights = ['overdue', 'urgent', 'soon', 'ample'] as const;
type Light = (typeof lights)[number];

/** How many matters of a cell are sent along. */
const cardsOfCell = 3;

type Counted = {
  /** Null: given to no section or person yet. */
  readonly id: number | null;
  readonly name: string | null;
  readonly boundary: boolean;
  readonly counts: Readonly<Record<string, number>>;
};

const columnOf = { unit: sql`a.unit_id`, section: sql`a.section_id`, handler: sql`a.handler_id` } as const;

/** The filters that all cells share. */
const narrowing = (actor: Actor, { whose, unitId, year, organId }: Query): RawBuilder<unknown> =>
  sql.join(
    [
      overviewCondition(actor, { year, organId }),
      sql`a.jurisdiction_id = ${actor.jurisdictionId}`,
      ...(organId === undefined ? [] : [sql`a.organ_id = ${organId}`]),
      ...(whose === undefined ? [] : [ownDuties(actor, whose)]),
      ...(unitId === undefined ? [] : [sql`a.unit_id = ${unitId}`]),
    ],
    sql` and `,
  );

/**
 * Units with the duties on which a date runs: the same counts as the overview's, which counts all duties. Whoever sees
 * everything, or all of an organ, needs no matters for it: one that has ended leaves no date on its duties.
 */
const countByUnit = async (
  tx: Tx,
  house: House,
  actor: Actor,
  today: LocalDate,
  query: Query,
): Promise<readonly Counted[]> => {
  const { year, organId, unitId } = query;
  const j = actor.jurisdictionId;
  const { urgentUntil, soonUntil } = lightsOn(today, house);
  const reach = year === undefined ? dutyReachOf(actor) : null;
  const of =
    reach !== null
      ? sql`where a.jurisdiction_id = ${j} and ${reach} and ${unitId === undefined ? sql`true` : sql`a.unit_id = ${unitId}`}
        and ${organId === undefined ? sql`true` : sql`a.organ_id = ${organId}`}`
      : sql`join matter m on m.jurisdiction_id = a.jurisdiction_id and m.id = a.matter_id
        where ${narrowing(actor, query)} and ${matterRuns}`;
  const before = (day: LocalDate) => sql`count(*) filter (where a.due_on < ${day}::date)::int`;
  const { rows } = await sql<Counted>`
    with heaps as (
      select a.unit_id, ${before(today)} as overdue, ${before(urgentUntil)} as until_urgent,
        ${before(soonUntil)} as until_soon, count(*)::int as dated
      from assignment a ${of} and ${dutyOf('answering')} and a.due_on < 'infinity'::date group by 1)
    select u.id, u.name, u.boundary, json_build_object('overdue', h.overdue, 'urgent', h.until_urgent - h.overdue,
      'soon', h.until_soon - h.until_urgent, 'ample', h.dated - h.until_soon) as counts
    from heaps h join unit u on u.jurisdiction_id = ${j} and u.id = h.unit_id order by h.dated desc, u.id`.execute(
    tx,
  );
  return rows;
};

const countInside = async (
  tx: Tx,
  house: House,
  actor: Actor,
  today: LocalDate,
  query: Query & { readonly by: 'section' | 'handler' },
): Promise<readonly Counted[]> => {
  const light = lightOf(sql`a.due_on`, lightsOn(today, house));
  const named =
    query.by === 'section'
      ? sql`left join unit n on n.jurisdiction_id = ${actor.jurisdictionId} and n.id = h.id`
      : sql`left join person n on n.jurisdiction_id = ${actor.jurisdictionId} and n.id = h.id`;
  const { rows } = await sql<Counted>`
    with heaps as (
      select ${columnOf[query.by]} as id, ${light} as light, count(*)::int as n
      from assignment a join matter m on m.jurisdiction_id = a.jurisdiction_id and m.id = a.matter_id
      where ${dutyOf('answering')} and ${matterRuns} and a.due_on < 'infinity'::date and ${narrowing(actor, query)}
      group by 1, 2)
    select h.id, n.name, false as boundary, json_object_agg(h.light, h.n) as counts
    from heaps h ${named} group by h.id, n.name`.execute(tx);
  return rows;
};

const lateFirst = (a: Counted, b: Counted): number => {
  for (const light of lights) {
    const more = (b.counts[light] ?? 0) - (a.counts[light] ?? 0);
    if (more !== 0) return more;
  }
  return byName(a, b);
};

const byChinese = new Intl.Collator('zh-CN');
/** What is given to nobody yet stands last. */
const byName = (a: Counted, b: Counted): number =>
  a.name === null || b.name === null
    ? Number(a.name === null) - Number(b.name === null)
    : byChinese.compare(a.name, b.name);

type Found = {
  holder: number | null;
  light: Light;
  assignmentId: number;
  matterId: number;
  kind: 'suggestion' | 'proposal';
  caseNo: string;
  title: string;
  unitName: string;
  dueOn: LocalDate;
};

/** The first of each cell: each is a short look into an index in the order of its dates. */
const firstOfCells = async (
  tx: Tx,
  house: House,
  actor: Actor,
  today: LocalDate,
  query: Query,
  holders: readonly (number | null)[],
): Promise<readonly Found[]> => {
  const days = lightsOn(today, house);
  const column = columnOf[query.by];
  const cell = (light: Light, held: RawBuilder<unknown>) => sql`
    select a.id, a.matter_id, a.unit_id, a.due_on, m.kind, m.case_no, m.title
    from assignment a join matter m on m.jurisdiction_id = a.jurisdiction_id and m.id = a.matter_id
    where ${held} and ${dutyOf('answering')} and ${matterRuns} and ${inLight(light, sql`a.due_on`, days)}
      and ${narrowing(actor, query)} order by a.due_on, a.id limit ${cardsOfCell}`;
  const ids = holders.filter((id) => id !== null);
  const parts = lights.flatMap((light) => [
    sql`select k.id as holder, ${light}::text as light, c.* from unnest(${ids}::bigint[]) k (id)
      cross join lateral (${cell(light, sql`${column} = k.id`)}) c`,
    ...(holders.includes(null)
      ? [sql`select null::bigint, ${light}::text, c.* from (${cell(light, sql`${column} is null`)}) c`]
      : []),
  ]);
  const { rows } = await sql<Found>`
    select f.holder, f.light, f.id as "assignmentId", f.matter_id as "matterId", f.kind, f.case_no as "caseNo",
      f.title, case when u.short_name = '' then u.name else u.short_name end as "unitName", f.due_on as "dueOn"
    from (${sql.join(parts, sql` union all `)}) f
    join unit u on u.jurisdiction_id = ${actor.jurisdictionId} and u.id = f.unit_id
    order by f.due_on, f.id`.execute(tx);
  return rows;
};

const filterOf = { unit: 'unitId', section: 'sectionId', handler: 'handlerId' } as const;

const sharedOpens = ({ by, whose, unitId, year, organId }: Query): Record<string, string> => ({
  per: 'duty',
  duty: 'answering',
  ...(whose === undefined ? {} : { whose }),
  ...(unitId === undefined || by === 'unit' ? {} : { unitId: String(unitId) }),
  ...(year === undefined ? {} : { year: String(year) }),
  ...(organId === undefined ? {} : { organId: String(organId) }),
});

const cardOf = (found: Found, today: LocalDate, house: House): NonNullable<Row['cards'][string]>[number] => {
  const { holder: _, light: __, dueOn, ...card } = found;
  return { ...card, ...standOf(dueOn, today, house) };
};

/** Rows, columns, and the first cards of the rows on top. */
export const viewBoard = async (
  tx: Tx,
  house: House,
  actor: Actor,
  at: Moment,
  asked: Query,
): Promise<Board> => {
  const today = at.date;
  // A unit's row is the whole unit's, whoever looks.
  const query = asked.by === 'unit' ? { ...asked, whose: undefined } : asked;
  const { by } = query;
  const counted =
    by === 'unit'
      ? await countByUnit(tx, house, actor, today, query)
      : await countInside(tx, house, actor, today, { ...query, by });
  const lit = counted.filter(({ counts }) => lights.some((light) => (counts[light] ?? 0) > 0));
  const rows = lit.toSorted(query.sort === 'name' ? byName : lateFirst);
  const top = rows.slice(0, query.cards).map(({ id }) => id);
  const found = top.length === 0 ? [] : await firstOfCells(tx, house, actor, today, query, top);
  const cardsOf = (id: number | null): Row['cards'] =>
    Object.fromEntries(
      lights.map((light) => [
        light,
        found
          .filter((card) => card.holder === id && card.light === light)
          .map((card) => cardOf(card, today, house)),
      ]),
    );
  return {
    asOf: at.instant,
    total: rows.length,
    columns: lights.map((light) => ({
      key: light,
      label: `due.${light}`,
      count: rows.reduce((sum, { counts }) => sum + (counts[light] ?? 0), 0),
      unit: 'assignments',
      opens: { ...sharedOpens(query), due: light },
    })),
    rows: rows.map(({ id, name, boundary, counts }) => ({
      key: `${id ?? 'none'}`,
      name,
      boundary,
      opens: { [filterOf[by]]: `${id ?? 'none'}` },
      counts: Object.fromEntries(lights.map((light) => [light, counts[light] ?? 0])),
      cards: cardsOf(id),
    })),
  };
};
