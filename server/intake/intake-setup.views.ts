import { sessionName } from '#core/session-name.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

type Named = { readonly id: number; readonly name: string };

export type SetupOrgan = {
  readonly id: number;
  readonly name: string;
  readonly kind: 'congress' | 'cppcc';
  readonly categories: {
    id: number;
    version: number;
    code: string;
    nameZh: string;
    nameEn: string;
    parentId: number | null;
    state: 'active' | 'closed';
    matters: number;
  }[];
  readonly unknown: { name: string; matters: number }[];
  readonly panels: {
    id: number;
    version: number;
    name: string;
    categories: string[];
    state: 'active' | 'closed';
    members: Named[];
    waiting: number;
  }[];
  readonly groups: { name: string; people: Named[] }[];
};

/** What the organs have set up for their review; `organIds` null: every organ. */
export const viewIntakeSetup = async (
  tx: Tx,
  j: number,
  organIds: readonly number[] | null,
): Promise<readonly SetupOrgan[]> => {
  const { rows } = await sql<SetupOrgan>`
    with used as (select organ_id, category as name, count(*)::int as n from matter
      where jurisdiction_id = ${j} and category is not null group by 1, 2)
    select o.id, o.name, o.kind,
      (select coalesce(json_agg(json_build_object('id', c.id, 'version', c.version, 'code', c.code, 'nameZh', c.name_zh,
          'nameEn', c.name_en, 'parentId', c.parent_id, 'state', c.state,
          'matters', coalesce((select n from used where organ_id = o.id and name = c.name_zh), 0)) order by c.code, c.id), '[]')
        from category c where c.jurisdiction_id = ${j} and c.organ_id = o.id) as categories,
      (select coalesce(json_agg(json_build_object('name', u.name, 'matters', u.n) order by u.n desc, u.name), '[]') from used u
        where u.organ_id = o.id and not exists (select from category c
          where c.jurisdiction_id = ${j} and c.organ_id = o.id and c.name_zh = u.name)) as unknown,
      (select coalesce(json_agg(json_build_object('id', p.id, 'version', p.version, 'name', p.name,
          'categories', p.categories, 'state', p.state,
          'members', (select coalesce(json_agg(json_build_object('id', w.id, 'name', w.name) order by w.name), '[]')
            from review_panel_member m join person w on w.jurisdiction_id = ${j} and w.id = m.person_id
            where m.jurisdiction_id = ${j} and m.panel_id = p.id),
          'waiting', (select count(*)::int from submission s where s.jurisdiction_id = ${j} and s.panel_id = p.id
            and s.state = 'submitted')) order by p.state, p.id), '[]')
        from review_panel p where p.jurisdiction_id = ${j} and p.organ_id = o.id) as panels,
      (select coalesce(json_agg(json_build_object('name', g.name, 'people',
          (select coalesce(json_agg(json_build_object('id', w.id, 'name', w.name) order by w.name), '[]')
            from group_looker l join person w on w.jurisdiction_id = ${j} and w.id = l.person_id
            where l.jurisdiction_id = ${j} and l.organ_id = o.id and l.group_name = g.name)) order by g.name), '[]')
        from (select distinct group_name as name from person p where p.jurisdiction_id = ${j} and p.group_name <> ''
          and p.state = 'active' and exists (select from role_grant r where r.jurisdiction_id = ${j} and r.person_id = p.id
            and r.role = 'proposer' and (r.organ_id is null or r.organ_id = o.id))) g) as groups
    from organ o where o.jurisdiction_id = ${j} and (${organIds === null} or o.id = any(${[...(organIds ?? [])]}::bigint[]))
    order by o.id`.execute(tx);
  return rows;
};

/** Sessions of an organ's latest terms, newest first. */
export const sessionsToNumber = async (
  tx: Tx,
  j: number,
  organId: number,
): Promise<readonly { readonly id: number; readonly name: string }[]> => {
  const { rows } = await sql<{ id: number; kind: 'congress' | 'cppcc'; term: number; number: number }>`
    select s.id, o.kind, t.number as term, s.number from session s
    join term t on t.jurisdiction_id = s.jurisdiction_id and t.id = s.term_id
    join organ o on o.jurisdiction_id = s.jurisdiction_id and o.id = s.organ_id
    where s.jurisdiction_id = ${j} and s.organ_id = ${organId}
    order by t.number desc, s.number desc limit 3`.execute(tx);
  return rows.map(({ id, kind, term, number }) => ({ id, name: sessionName(kind, term, number) }));
};

/** People in office whose name, group or post has the words; the first fifty. */
export const searchPeople = async (tx: Tx, j: number, q: string) => {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<{ id: number; name: string; group: string; post: string }>`
    select id, name, group_name as "group", post from person
    where jurisdiction_id = ${j} and state = 'active' and (name like ${like} or group_name like ${like} or post like ${like})
    order by name, id limit 50`.execute(tx);
  return rows;
};
