/** Founds a jurisdiction: the one thing that needs the owner of the database, for the product's role cannot make one. */
import { Client } from 'pg';
import { presets, type PresetId } from '#rulesets/preset.ts';

export type Founding = {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly preset: PresetId;
  readonly demo: boolean;
};

const withOwner = async <T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** Founds a jurisdiction with a preset in force, or finds the one of that code. Answers with its id. */
export const foundJurisdiction = (ownerUrl: string, founding: Founding): Promise<number> =>
  withOwner(ownerUrl, async (client) => {
    await client.query('begin');
    const { rows } = await client.query<{ id: string }>(
      `insert into jurisdiction (code, name, name_en, demo) values ($1, $2, $3, $4)
       on conflict (code) do update set code = excluded.code returning id`,
      [founding.code, founding.name, founding.nameEn, founding.demo],
    );
    const id = Number(rows[0]?.id);
    await client.query(`select set_config('luoshi.jurisdiction', $1, true)`, [String(id)]);
    await client.query(
      `insert into ruleset_in_force (jurisdiction_id, preset, data)
       select $1, $2, $3 where not exists (select 1 from ruleset_in_force where jurisdiction_id = $1)`,
      [id, founding.preset, JSON.stringify(presets[founding.preset])],
    );
    await client.query('commit');
    return id;
  });

/** The code of a demo city that is still being made. Nothing else is in such a database: only an empty one gets it. */
export const unfinishedDemo = 'demo-unfinished';

/** The demo city is whole: it gets the code by which it is known. */
export const nameDemo = (ownerUrl: string, code: string): Promise<void> =>
  withOwner(ownerUrl, async (client) => {
    await client.query('update jurisdiction set code = $1 where code = $2', [code, unfinishedDemo]);
  });

/** Empties every table of a database in which the making of the demo city was interrupted; leaves any other alone. */
export const removeUnfinishedDemo = (ownerUrl: string): Promise<void> =>
  withOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ tables: string | null }>(
      `select string_agg(t.oid::regclass::text, ', ') as tables
       from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attname = 'jurisdiction_id'
       where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
         and (select array_agg(code) from jurisdiction) = array[$1::text]`,
      [unfinishedDemo],
    );
    const tables = rows[0]?.tables ?? null;
    if (tables !== null) await client.query(`truncate ${tables}, jurisdiction restart identity`);
  });

export type FoundJurisdiction = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly demo: boolean;
};

/** All jurisdictions of the database, the first founded first. */
export const listJurisdictions = (ownerUrl: string): Promise<readonly FoundJurisdiction[]> =>
  withOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string; code: string; name: string; demo: boolean }>(
      'select id, code, name, demo from jurisdiction order by id',
    );
    return rows.map((row) => ({ ...row, id: Number(row.id) }));
  });

/** The jurisdiction of a code, or the first; null: there is none. */
export const findJurisdictionByCode = async (
  ownerUrl: string,
  code: string | undefined,
): Promise<FoundJurisdiction | null> => {
  const all = await listJurisdictions(ownerUrl);
  return (code === undefined ? all[0] : all.find((one) => one.code === code)) ?? null;
};
