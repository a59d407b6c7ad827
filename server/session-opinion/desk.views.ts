import type { Actor } from '#core/access.ts';
import { sessionName } from '#core/session-name.ts';
import type { LocalDate } from '#core/words.ts';
import { sql } from 'kysely';
import type { House } from '../case/load-case.store.ts';
import type { Tx } from '../platform/db/database.ts';
import { organsOf, seesAll, supervises, unitsOf } from './session-reach.views.ts';

type SessionRow = {
  id: number;
  organId: number;
  kind: 'congress' | 'cppcc';
  term: number;
  number: number;
  opensOn: string;
  closesOn: string;
};

const sessionsOf = async (tx: Tx, j: number): Promise<readonly SessionRow[]> => {
  const { rows } = await sql<SessionRow>`
    select s.id, s.organ_id as "organId", o.kind, t.number as term, s.number, s.opens_on as "opensOn", s.closes_on as "closesOn"
    from session s
    join organ o on o.jurisdiction_id = s.jurisdiction_id and o.id = s.organ_id
    join term t on t.jurisdiction_id = s.jurisdiction_id and t.id = s.term_id
    where s.jurisdiction_id = ${j} order by s.opens_on desc, s.id`.execute(tx);
  return rows;
};

/** Sessions in which something was said to one's unit, or for whose groups one records. */
const sessionsReached = async (tx: Tx, actor: Actor): Promise<ReadonlySet<number>> => {
  const { rows } = await sql<{ id: number }>`
    select g.session_id as id from session_group g
    join session_group_recorder w on w.jurisdiction_id = g.jurisdiction_id and w.group_id = g.id
    where g.jurisdiction_id = ${actor.jurisdictionId} and w.person_id = ${actor.personId}
    union select x.session_id from session_opinion x
    join session_referral f on f.jurisdiction_id = x.jurisdiction_id and f.opinion_id = x.id
    where x.jurisdiction_id = ${actor.jurisdictionId} and f.unit_id = any(${[...unitsOf(actor)]}::bigint[])
      and f.state in ('sent', 'answered', 'closed')`.execute(tx);
  return new Set(rows.map(({ id }) => id));
};

const unitWords = async (tx: Tx, j: number) => {
  const rows = await tx
    .selectFrom('unit')
    .select(['id', 'name', 'short_name as shortName', 'duties'])
    .where('jurisdiction_id', '=', j)
    .where('kind', '=', 'unit')
    .where('state', '=', 'active')
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, shortName, duties }) => ({
    id,
    name,
    words: [name, shortName, ...duties.split(/[、，,；;\s]+/u)].filter((word) => word.length >= 2),
  }));
};

/** What is this person's to do with session opinions; the pages draw themselves by it. */
export const viewDesk = async (tx: Tx, house: House, actor: Actor, today: LocalDate) => {
  const j = actor.jurisdictionId;
  const organs = organsOf(actor);
  const all = (await sessionsOf(tx, j)).map((one) => ({
    ...one,
    name: sessionName(one.kind, one.term, one.number),
  }));
  const reached = seesAll(actor) ? null : await sessionsReached(tx, actor);
  const { rows: groups } = await sql<{ id: number; name: string; sessionId: number }>`
    select g.id, g.name, g.session_id as "sessionId" from session_group g
    where g.jurisdiction_id = ${j} and (g.organ_id = any(${[...organs]}::bigint[]) or exists (
      select from session_group_recorder w where w.jurisdiction_id = g.jurisdiction_id and w.group_id = g.id
        and w.person_id = ${actor.personId}))
    order by g.session_id desc, g.id`.execute(tx);
  const shown = all.filter(
    ({ id, organId }) => reached === null || organs.includes(organId) || reached.has(id),
  );
  const works = shown.length > 0;
  return {
    today,
    office: supervises(actor) || organs.length > 0,
    unit: unitsOf(actor).length > 0,
    reads: works,
    sessions: shown.map(({ id, name, organId, opensOn, closesOn }) => ({
      id,
      name,
      organId,
      opensOn,
      closesOn,
    })),
    groups: groups.map((group) => ({
      ...group,
      sessionName: all.find(({ id }) => id === group.sessionId)?.name ?? '',
    })),
    classes: house.ruleset.sessionOpinions.classes.map((one) => ({ ...one, hints: [...one.hints] })),
    units: works ? await unitWords(tx, j) : [],
  };
};

/** Groups of a session with their recorders. */
export const listGroups = async (tx: Tx, actor: Actor, sessionId: number) => {
  const own = supervises(actor) ? sql`true` : sql`g.organ_id = any(${[...organsOf(actor)]}::bigint[])`;
  const { rows } = await sql<{
    id: number;
    version: number;
    name: string;
    sessionId: number;
    recorders: { id: number; name: string; post: string }[];
    records: number;
  }>`
    select g.id, g.version, g.name, g.session_id as "sessionId",
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'post', p.post) order by p.id), '[]')
        from session_group_recorder w join person p on p.jurisdiction_id = w.jurisdiction_id and p.id = w.person_id
        where w.jurisdiction_id = g.jurisdiction_id and w.group_id = g.id) as recorders,
      (select count(*)::int from session_record r where r.jurisdiction_id = g.jurisdiction_id and r.group_id = g.id
        and r.state in ('submitted', 'checked')) as records
    from session_group g where g.jurisdiction_id = ${actor.jurisdictionId} and g.session_id = ${sessionId} and ${own}
    order by g.id`.execute(tx);
  return rows;
};

const mayFind = async (tx: Tx, actor: Actor, who: 'speaker' | 'recorder'): Promise<boolean> => {
  if (supervises(actor) || organsOf(actor).length > 0) return true;
  if (who === 'recorder') return false;
  const row = await tx
    .selectFrom('session_group_recorder')
    .select('group_id')
    .where('jurisdiction_id', '=', actor.jurisdictionId)
    .where('person_id', '=', actor.personId)
    .executeTakeFirst();
  return row !== undefined;
};

/** At most twenty people by name: proposers as speakers; as recorders anyone who can sign in. Nobody for who may not ask. */
export const findPeople = async (tx: Tx, actor: Actor, q: string, who: 'speaker' | 'recorder') => {
  if (!(await mayFind(tx, actor, who))) return [];
  const fits =
    who === 'speaker'
      ? sql`exists (select from role_grant g where g.jurisdiction_id = p.jurisdiction_id and g.person_id = p.id and g.role = 'proposer')`
      : sql`exists (select from account a where a.jurisdiction_id = p.jurisdiction_id and a.person_id = p.id and a.state = 'active')`;
  const { rows } = await sql<{ id: number; name: string; post: string; group: string }>`
    select p.id, p.name, p.post, p.group_name as "group" from person p
    where p.jurisdiction_id = ${actor.jurisdictionId} and p.state = 'active'
      and position(${q.trim()} in p.name) > 0 and ${fits}
    order by p.name, p.id limit 20`.execute(tx);
  return rows;
};
