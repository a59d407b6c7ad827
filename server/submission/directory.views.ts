/** Who is who around submissions: organs of a proposer, people to invite, those who look at them. */
import type { LookerOf } from '#core/submission/standing.ts';
import type { SessionDays } from '#core/submission/session.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

export type OrganRow = { readonly id: number; readonly name: string; readonly kind: 'congress' | 'cppcc' };

/**
 * Whether a proposer belongs to an organ: he, or somebody of his delegation or sector, stands on a matter of it. A
 * city's people carry no organ of their own; whoever is on no matter yet, nor anybody of his group, may be of any.
 */
const belongs = sql`(
  exists (select from proposer r join matter m on m.jurisdiction_id = r.jurisdiction_id and m.id = r.matter_id
    where r.jurisdiction_id = p.jurisdiction_id and r.person_id = p.id and m.organ_id = o.id)
  or p.group_name <> '' and exists (
    select from person f join proposer r on r.jurisdiction_id = f.jurisdiction_id and r.person_id = f.id
      join matter m on m.jurisdiction_id = r.jurisdiction_id and m.id = r.matter_id
    where f.jurisdiction_id = p.jurisdiction_id and f.group_name = p.group_name and m.organ_id = o.id)
  or not exists (
    select from person f join proposer r on r.jurisdiction_id = f.jurisdiction_id and r.person_id = f.id
    where f.jurisdiction_id = p.jurisdiction_id and (f.id = p.id or p.group_name <> '' and f.group_name = p.group_name)))`;

/** Whether `p` may propose at all: a deputy or member, in office. */
const proposes = sql`p.state = 'active' and exists (select from role_grant g
  where g.jurisdiction_id = p.jurisdiction_id and g.person_id = p.id and g.role = 'proposer')`;

/** The organs to which this person may hand in as a proposer. */
export const organsOfProposer = async (tx: Tx, j: number, personId: number): Promise<readonly OrganRow[]> => {
  const { rows } = await sql<OrganRow>`
    select o.id, o.name, o.kind from person p join organ o on o.jurisdiction_id = p.jurisdiction_id
    where p.jurisdiction_id = ${j} and p.id = ${personId} and ${proposes} and ${belongs} order by o.id`.execute(
    tx,
  );
  return rows;
};

export const findOrgans = async (tx: Tx, j: number, ids: readonly number[]): Promise<readonly OrganRow[]> => {
  const { rows } = await sql<OrganRow>`
    select id, name, kind from organ where jurisdiction_id = ${j} and id = any(${[...ids]}::bigint[]) order by id`.execute(
    tx,
  );
  return rows;
};

export const sessionsOf = async (
  tx: Tx,
  j: number,
  organId: number,
): Promise<readonly (SessionDays & { readonly term: number; readonly number: number })[]> => {
  const { rows } = await sql<SessionDays & { term: number; number: number }>`
    select s.id, s.opens_on as "opensOn", s.closes_on as "closesOn", t.number as term, s.number
    from session s join term t on t.jurisdiction_id = s.jurisdiction_id and t.id = s.term_id
    where s.jurisdiction_id = ${j} and s.organ_id = ${organId} order by s.opens_on`.execute(tx);
  return rows;
};

/** The categories that the organ's matters have had, the commonest first. */
export const categoriesOf = async (tx: Tx, j: number, organId: number): Promise<readonly string[]> => {
  const { rows } = await sql<{ category: string }>`
    select category from (select category from matter
      where jurisdiction_id = ${j} and organ_id = ${organId} and category is not null order by id desc limit 2000) latest
    group by category order by count(*) desc, category limit 100`.execute(tx);
  return rows.map(({ category }) => category);
};

export const unitsToWish = async (
  tx: Tx,
  j: number,
): Promise<readonly { readonly id: number; readonly name: string }[]> =>
  tx
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('jurisdiction_id', '=', j)
    .where('kind', '=', 'unit')
    .where('state', '=', 'active')
    .orderBy('position')
    .orderBy('id')
    .execute();

export type Invitable = {
  readonly id: number;
  readonly name: string;
  readonly group: string;
  readonly post: string;
};

const escaped = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** Proposers of an organ, by a part of the name, by group, or by id. */
export const findInvitable = async (
  tx: Tx,
  j: number,
  organId: number,
  by: {
    readonly q?: string | undefined;
    readonly groups?: readonly string[];
    readonly ids?: readonly number[];
    readonly names?: readonly string[];
    readonly most?: number;
  },
): Promise<readonly Invitable[]> => {
  const { rows } = await sql<Invitable>`
    select p.id, p.name, p.group_name as "group", p.post
    from person p join organ o on o.jurisdiction_id = p.jurisdiction_id and o.id = ${organId}
    where p.jurisdiction_id = ${j} and ${proposes}
      and ${by.q === undefined || by.q.trim() === '' ? sql`true` : sql`p.name like ${`%${escaped(by.q.trim())}%`}`}
      and ${by.groups === undefined ? sql`true` : sql`p.group_name = any(${[...by.groups]}::text[])`}
      and ${by.ids === undefined ? sql`true` : sql`p.id = any(${[...by.ids]}::bigint[])`}
      and ${by.names === undefined ? sql`true` : sql`p.name = any(${[...by.names]}::text[])`}
      and ${belongs}
    order by p.group_name, p.name, p.id limit ${by.most ?? 5_000}`.execute(tx);
  return rows;
};

export const groupsOf = async (
  tx: Tx,
  j: number,
  organId: number,
): Promise<readonly { readonly name: string; readonly count: number }[]> => {
  const { rows } = await sql<{ name: string; count: number }>`
    select p.group_name as name, count(*)::int as count
    from person p join organ o on o.jurisdiction_id = p.jurisdiction_id and o.id = ${organId}
    where p.jurisdiction_id = ${j} and p.group_name <> '' and ${proposes} and ${belongs}
    group by p.group_name order by p.group_name`.execute(tx);
  return rows;
};

/** For whom and for what topics this person looks at submissions, by organ. */
export const lookerAt = async (
  tx: Tx,
  j: number,
  organIds: readonly number[],
  personId: number,
): Promise<ReadonlyMap<number, LookerOf>> => {
  const { rows } = await sql<LookerOf & { organId: number }>`
    select o.id as "organId", coalesce((select array_agg(group_name) from group_looker
        where jurisdiction_id = ${j} and organ_id = o.id and person_id = ${personId}), '{}') as groups,
      coalesce((select array_agg(m.panel_id) from review_panel_member m
        join review_panel v on v.jurisdiction_id = m.jurisdiction_id and v.id = m.panel_id
        where m.jurisdiction_id = ${j} and m.person_id = ${personId} and v.organ_id = o.id
          and v.state = 'active'), '{}') as "panelIds"
    from unnest(${[...new Set(organIds)]}::bigint[]) o (id)`.execute(tx);
  return new Map(rows.map(({ organId, ...looker }) => [organId, looker]));
};

/** The people of an organ's office. */
export const officeOf = async (tx: Tx, j: number, organId: number): Promise<readonly number[]> => {
  const { rows } = await sql<{ id: number }>`
    select distinct person_id as id from role_grant
    where jurisdiction_id = ${j} and organ_id = ${organId} and role in ('congress-office', 'cppcc-office')`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
};

/** Who looks at the submissions of a group, or of a panel: those who are in office still. */
export const lookersAt = async (
  tx: Tx,
  j: number,
  organId: number,
  at: { readonly group: string } | { readonly panelId: number },
): Promise<readonly number[]> => {
  const { rows } =
    'group' in at
      ? await sql<{ id: number }>`
        select p.id from group_looker l join person p on p.jurisdiction_id = l.jurisdiction_id and p.id = l.person_id
        where l.jurisdiction_id = ${j} and l.organ_id = ${organId} and l.group_name = ${at.group}
          and p.state = 'active'`.execute(tx)
      : await sql<{ id: number }>`
        select p.id from review_panel_member m join person p on p.jurisdiction_id = m.jurisdiction_id and p.id = m.person_id
          join review_panel v on v.jurisdiction_id = m.jurisdiction_id and v.id = m.panel_id
        where m.jurisdiction_id = ${j} and m.panel_id = ${at.panelId} and v.organ_id = ${organId}
          and v.state = 'active' and p.state = 'active'`.execute(tx);
  return rows.map(({ id }) => id);
};

/** The names of some people; nobody asks the database for none. */
export const namesOfPeople = async (
  tx: Tx,
  j: number,
  ids: readonly number[],
): Promise<readonly { readonly id: number; readonly name: string }[]> =>
  ids.length === 0
    ? []
    : tx
        .selectFrom('person')
        .select(['id', 'name'])
        .where('jurisdiction_id', '=', j)
        .where('id', 'in', [...ids])
        .execute();
