import type { Actor } from '#core/access.ts';
import { sourcesOf } from '#core/check-ruleset.ts';
import type { Ruleset } from '#core/ruleset.ts';
import { presets } from '#rulesets/preset.ts';
import { sql } from 'kysely';
import { latestRecompute } from '../case/recompute.store.ts';
import { readCursor, writeCursor } from '../platform/cursor.ts';
import type { Tx } from '../platform/db/database.ts';

type Overview = {
  jurisdiction: {
    code: string;
    name: string;
    nameEn: string;
    passwordProfile: 'mlps3' | 'asvs';
    demo: boolean;
  };
  organs: {
    id: number;
    kind: 'congress' | 'cppcc';
    name: string;
    nameEn: string;
    officeName: string;
    terms: {
      id: number;
      number: number;
      startsOn: string;
      endsOn: string | null;
      sessions: {
        id: number;
        number: number;
        year: number;
        opensOn: string;
        closesOn: string;
        matters: number;
      }[];
    }[];
  }[];
  ruleset: { preset: string; data: Ruleset };
};

/** Everything that was set up, with the sources of the ruleset in force. */
export const viewSetup = async (tx: Tx, actor: Actor) => {
  const j = actor.jurisdictionId;
  const { rows } = await sql<{ overview: Overview }>`
    select json_build_object(
      'jurisdiction', (select json_build_object('code', code, 'name', name, 'nameEn', name_en,
        'passwordProfile', password_profile, 'demo', demo) from jurisdiction where id = ${j}),
      'organs', (select coalesce(json_agg(json_build_object('id', o.id, 'kind', o.kind, 'name', o.name, 'nameEn', o.name_en,
        'officeName', o.office_name, 'terms', (select coalesce(json_agg(json_build_object('id', t.id, 'number', t.number,
          'startsOn', t.starts_on, 'endsOn', t.ends_on, 'sessions', (select coalesce(json_agg(json_build_object('id', s.id,
            'number', s.number, 'year', s.year, 'opensOn', s.opens_on, 'closesOn', s.closes_on,
            'matters', (select count(*) from matter m where m.jurisdiction_id = s.jurisdiction_id and m.session_id = s.id))
            order by s.number desc), '[]') from session s where s.jurisdiction_id = t.jurisdiction_id and s.term_id = t.id))
          order by t.number desc), '[]') from term t where t.jurisdiction_id = o.jurisdiction_id and t.organ_id = o.id))
        order by o.id), '[]') from organ o where o.jurisdiction_id = ${j}),
      'ruleset', (select json_build_object('preset', preset, 'data', data) from ruleset_in_force
        where jurisdiction_id = ${j} order by id desc limit 1)) as overview`.execute(tx);
  const overview = rows[0]?.overview;
  if (overview === undefined) throw new Error('A jurisdiction without a set-up');
  const { preset, data } = overview.ruleset;
  return {
    ...overview,
    ruleset: {
      preset,
      name: data.name,
      caution: data.caution,
      sources: sourcesOf(data).map(({ at, source }) => ({ at, ...source.cite, verified: source.verified })),
    },
    recompute: await latestRecompute(tx, j),
    presets: Object.values(presets).map(({ id, name }) => ({ id, name })),
  };
};

type UnitRow = {
  id: number;
  version: number;
  parentId: number | null;
  kind: 'unit' | 'section';
  name: string;
  nameEn: string;
  shortName: string;
  aliases: string[];
  system: never;
  boundary: boolean;
  duties: string;
  documentPrefix: string;
  state: 'active' | 'closed';
  people: number;
  openDuties: number;
};

/** The tree of units in its order, parents before their sections. */
export const viewUnits = async (tx: Tx, actor: Actor): Promise<UnitRow[]> => {
  const j = actor.jurisdictionId;
  const { rows } = await sql<UnitRow>`
    select u.id, u.version, u.parent_id as "parentId", u.kind, u.name, u.name_en as "nameEn", u.short_name as "shortName",
      (select coalesce(json_agg(a.alias order by a.alias), '[]') from unit_alias a
        where a.jurisdiction_id = ${j} and a.unit_id = u.id) as aliases,
      u.system, u.boundary, u.duties, u.document_prefix as "documentPrefix", u.state,
      (select count(distinct g.person_id)::int from role_grant g where g.jurisdiction_id = ${j} and g.unit_id = u.id) as people,
      (select count(*)::int from assignment d where d.jurisdiction_id = ${j} and d.unit_id = u.id
        and d.state in ('assigned', 'signed', 'handBackRequested', 'rehandling')) as "openDuties"
    from unit u left join unit p on p.jurisdiction_id = u.jurisdiction_id and p.id = u.parent_id
    where u.jurisdiction_id = ${j}
    order by coalesce(p.position, u.position), coalesce(p.id, u.id), u.parent_id nulls first, u.position, u.id`.execute(
    tx,
  );
  return rows;
};

export type PeopleFilter = {
  readonly q?: string | undefined;
  readonly role?: string | undefined;
  readonly unitId?: number | undefined;
  readonly cursor?: string | undefined;
};

type PersonRow = {
  id: number;
  version: number;
  name: string;
  post: string;
  group: string;
  phone: string | null;
  state: 'active' | 'closed';
  username: string | null;
  accountId: number | null;
  grants: never[];
};

const pageSize = 100;

/** People with their roles; phone numbers opened by `open`. */
export const viewPeople = async (
  tx: Tx,
  actor: Actor,
  filter: PeopleFilter,
  open: (sealed: string) => string,
) => {
  const j = actor.jurisdictionId;
  const where = sql`p.jurisdiction_id = ${j}
    and ${filter.q === undefined || filter.q === '' ? sql`true` : sql`p.name like ${`${filter.q.replace(/[\\%_]/g, '\\$&')}%`}`}
    and ${
      filter.role === undefined && filter.unitId === undefined
        ? sql`true`
        : sql`exists (select 1 from role_grant g where g.jurisdiction_id = ${j} and g.person_id = p.id
            and ${filter.role === undefined ? sql`true` : sql`g.role = ${filter.role}`}
            and ${filter.unitId === undefined ? sql`true` : sql`g.unit_id in (select id from unit where jurisdiction_id = ${j} and (id = ${filter.unitId} or parent_id = ${filter.unitId}))`})`
    }`;
  const cursor = readCursor(filter.cursor);
  const { rows } = await sql<PersonRow>`
    select p.id, p.version, p.name, p.post, p.group_name as "group", p.phone_sealed as phone, p.state,
      a.username, a.id as "accountId",
      (select coalesce(json_agg(json_build_object('role', g.role,
          'unit', case when g.unit_id is null then null else json_build_object('id', u.id, 'name',
            case when u.parent_id is null then u.name else (select w.name from unit w where w.jurisdiction_id = ${j} and w.id = u.parent_id) || ' ' || u.name end) end,
          'organ', case when g.organ_id is null then null else json_build_object('id', o.id, 'name', o.name) end) order by g.id), '[]')
        from role_grant g left join unit u on u.jurisdiction_id = ${j} and u.id = g.unit_id
        left join organ o on o.jurisdiction_id = ${j} and o.id = g.organ_id
        where g.jurisdiction_id = ${j} and g.person_id = p.id) as grants
    from person p left join account a on a.jurisdiction_id = ${j} and a.person_id = p.id
    where ${where} and ${cursor === null ? sql`true` : sql`p.id > ${cursor.id}`}
    order by p.id limit ${pageSize + 1}`.execute(tx);
  const total = await sql<{ n: number }>`select count(*)::int as n from person p where ${where}`.execute(tx);
  const items = rows
    .slice(0, pageSize)
    .map((row) => ({ ...row, phone: row.phone === null ? null : open(row.phone) }));
  const last = items.at(-1);
  return {
    items,
    next: rows.length > pageSize && last !== undefined ? writeCursor({ after: '', id: last.id }) : null,
    total: total.rows[0]?.n ?? 0,
  };
};

/** Active proposers whose names begin so. */
export const searchProposers = async (tx: Tx, actor: Actor, q: string) => {
  const rows = await tx
    .selectFrom('person as p')
    .select(['p.id', 'p.name', 'p.group_name as group'])
    .where('p.jurisdiction_id', '=', actor.jurisdictionId)
    .where('p.state', '=', 'active')
    .where('p.name', 'like', `${q.replace(/[\\%_]/g, '\\$&')}%`)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('role_grant as g')
          .select('g.id')
          .whereRef('g.jurisdiction_id', '=', 'p.jurisdiction_id')
          .whereRef('g.person_id', '=', 'p.id')
          .where('g.role', '=', 'proposer'),
      ),
    )
    .orderBy('p.name')
    .limit(20)
    .execute();
  return rows;
};
