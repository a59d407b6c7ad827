import type { Dimension } from '#core/figures/columns.ts';
import type { ValueNames } from '#core/figures/describe.ts';
import type { Ruleset } from '#core/ruleset.ts';
import { sessionName } from '#core/session-name.ts';
import type { Text } from '#core/words.ts';
import { toChineseNumeral } from '#core/numbering.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

type Named = { readonly key: string; readonly zh: string; readonly en: string };
type Session = Named & {
  readonly kind: 'congress' | 'cppcc';
  readonly term: number;
  readonly number: number;
};
type Row = {
  readonly organs: readonly Named[];
  readonly units: readonly Named[];
  readonly sessions: readonly Session[];
  readonly terms: readonly Session[];
  readonly categories: readonly Named[];
};

const same = (text: string): Text => ({ zh: text, en: text });

/** What the values of dimensions are called in this jurisdiction: the names that stand now. */
export const readNames = async (tx: Tx, j: number, ruleset: Ruleset): Promise<ValueNames> => {
  const { rows } = await sql<{ names: Row }>`select json_build_object(
    'organs', (select coalesce(json_agg(json_build_object('key', id::text, 'zh', name, 'en', name_en)), '[]') from organ where jurisdiction_id = ${j}),
    'units', (select coalesce(json_agg(json_build_object('key', id::text, 'zh', name, 'en', name_en)), '[]') from unit
      where jurisdiction_id = ${j} and kind = 'unit'),
    'sessions', (select coalesce(json_agg(json_build_object('key', s.id::text, 'kind', o.kind, 'term', t.number, 'number', s.number)), '[]')
      from session s join term t on t.jurisdiction_id = s.jurisdiction_id and t.id = s.term_id
      join organ o on o.jurisdiction_id = s.jurisdiction_id and o.id = s.organ_id where s.jurisdiction_id = ${j}),
    'terms', (select coalesce(json_agg(json_build_object('key', t.id::text, 'kind', o.kind, 'term', t.number)), '[]')
      from term t join organ o on o.jurisdiction_id = t.jurisdiction_id and o.id = t.organ_id where t.jurisdiction_id = ${j}),
    'categories', (select coalesce(json_agg(json_build_object('key', code, 'zh', name_zh, 'en', name_en)), '[]') from category
      where jurisdiction_id = ${j})) as names`.execute(tx);
  const names = rows[0]?.names;
  const text = ({ zh, en }: Named): Text => ({ zh, en: en === '' ? zh : en });
  const table = (list: readonly Named[] = []): ReadonlyMap<string, Text> =>
    new Map(list.map((one) => [one.key, text(one)]));
  const organs = table(names?.organs);
  const units = table(names?.units);
  const categories = table(names?.categories);
  const sessions = new Map(
    names?.sessions.map((one) => [one.key, same(sessionName(one.kind, one.term, one.number))]),
  );
  const terms = new Map(
    names?.terms.map((one) => [
      one.key,
      same(`${one.kind === 'congress' ? '人大' : '政协'}${toChineseNumeral(one.term)}届`),
    ]),
  );
  const classes = new Map(
    ruleset.resultClasses.map(({ code, name }) => [
      code,
      { zh: `${code}（${name.zh}）`, en: `${code} (${name.en})` },
    ]),
  );
  const levels = new Map(ruleset.satisfaction.map(({ code, name }) => [code, name]));
  const roles = new Map(Object.entries(ruleset.roleNames));
  const urgeLevels = new Map(ruleset.urging.ladder.map(({ level, name }) => [level as string, name]));
  const known: { readonly [D in Dimension]?: ReadonlyMap<string, Text> } = {
    organ: organs,
    unit: units,
    session: sessions,
    term: terms,
    category: categories,
    class: classes,
    attitude: levels,
    outcome: levels,
    role: roles,
    urgeLevel: urgeLevels,
  };
  return (dimension, value) => known[dimension]?.get(value) ?? null;
};
