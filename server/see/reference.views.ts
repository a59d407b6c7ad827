import type { Actor } from '#core/access.ts';
import { sessionName } from '#core/session-name.ts';
import type { LocalDate } from '#core/words.ts';
import { sql } from 'kysely';
import { inTreeOrder } from '#core/category/arrange.ts';
import type { House } from '../case/load-case.store.ts';
import type { Tx } from '../platform/db/database.ts';
import { isOffice } from './intake-filter.views.ts';

type Category = { id: number; organId: number; name: string; nameEn: string; parentId: number | null };

type Names = {
  jurisdiction: { name: string; nameEn: string; demo: boolean };
  organs: { id: number; name: string; kind: 'congress' | 'cppcc'; officeName: string }[];
  sessions: {
    id: number;
    organId: number;
    term: number;
    number: number;
    year: number;
    kind: 'congress' | 'cppcc';
  }[];
  categories: Category[];
  panels: { id: number; organId: number; name: string }[];
  units: {
    id: number;
    name: string;
    nameEn: string;
    shortName: string;
    boundary: boolean;
    system: string;
    formerly: string[];
  }[];
};

/** Names that every form needs, and the words of the ruleset in force. */
export const viewReference = async (tx: Tx, house: House, actor: Actor, today: LocalDate) => {
  const j = actor.jurisdictionId;
  const { rows } = await sql<{ names: Names }>`
    select json_build_object(
      'jurisdiction', (select json_build_object('name', name, 'nameEn', name_en, 'demo', demo) from jurisdiction where id = ${j}),
      'organs', (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'kind', kind, 'officeName', office_name) order by id), '[]')
        from organ where jurisdiction_id = ${j}),
      'sessions', (select coalesce(json_agg(json_build_object('id', s.id, 'organId', s.organ_id, 'term', t.number, 'number', s.number,
          'year', s.year, 'kind', o.kind) order by s.year desc, s.organ_id), '[]')
        from session s join term t on t.jurisdiction_id = s.jurisdiction_id and t.id = s.term_id
        join organ o on o.jurisdiction_id = s.jurisdiction_id and o.id = s.organ_id where s.jurisdiction_id = ${j}),
      'categories', (select coalesce(json_agg(json_build_object('id', id, 'organId', organ_id, 'name', name_zh,
          'nameEn', name_en, 'parentId', parent_id) order by organ_id, code, id), '[]')
        from category where jurisdiction_id = ${j} and state = 'active'),
      'panels', (select coalesce(json_agg(json_build_object('id', id, 'organId', organ_id, 'name', name) order by organ_id, name), '[]')
        from review_panel where jurisdiction_id = ${j} and ${isOffice(actor)}),
      'units', (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'nameEn', name_en, 'shortName', short_name,
          'boundary', boundary, 'system', system,
          'formerly', (select coalesce(json_agg(x.name order by x.name), '[]') from (
            select o.name from unit_successor s join unit o on o.jurisdiction_id = s.jurisdiction_id and o.id = s.unit_id
              where s.jurisdiction_id = unit.jurisdiction_id and s.successor_id = unit.id
            union select n.name from unit_past_name n
              where n.jurisdiction_id = unit.jurisdiction_id and n.unit_id = unit.id) x)) order by position, id), '[]')
        from unit where jurisdiction_id = ${j} and kind = 'unit' and state = 'active')) as names`.execute(tx);
  const names = rows[0]?.names;
  if (names === undefined) throw new Error('A jurisdiction without names');
  const { name, caution, roleNames, resultClasses, satisfaction, reviewLevels } = house.ruleset;
  return {
    ...names,
    sessions: names.sessions.map(({ kind, ...session }) => ({
      ...session,
      name: sessionName(kind, session.term, session.number),
    })),
    categories: inTreeOrder(names.categories).map(({ of: { id, organId, name: zh, nameEn }, depth }) => ({
      ...{ id, organId, name: zh, nameEn, depth },
    })),
    jurisdiction: { ...names.jurisdiction, today },
    ruleset: {
      name,
      caution,
      roleNames: { ...roleNames },
      resultClasses: [...resultClasses],
      satisfaction: [...satisfaction],
      reviewLevels: [...reviewLevels],
    },
  };
};
