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

/** The id of the first jurisdiction; null: the database is empty. */
export const findJurisdiction = async (ownerUrl: string): Promise<number | null> => {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>('select id from jurisdiction order by id limit 1');
    return rows[0] === undefined ? null : Number(rows[0].id);
  } finally {
    await client.end();
  }
};

/** Founds a jurisdiction with a preset in force, or finds the one of that code. Answers with its id. */
export const foundJurisdiction = async (ownerUrl: string, founding: Founding): Promise<number> => {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
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
  } finally {
    await client.end();
  }
};

export type FoundJurisdiction = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly demo: boolean;
};

/** All jurisdictions of the database, the first founded first. */
export const listJurisdictions = async (ownerUrl: string): Promise<readonly FoundJurisdiction[]> => {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; code: string; name: string; demo: boolean }>(
      'select id, code, name, demo from jurisdiction order by id',
    );
    return rows.map((row) => ({ ...row, id: Number(row.id) }));
  } finally {
    await client.end();
  }
};

/** The jurisdiction of a code, or the first; null: there is none. */
export const findJurisdictionByCode = async (
  ownerUrl: string,
  code: string | undefined,
): Promise<FoundJurisdiction | null> => {
  const all = await listJurisdictions(ownerUrl);
  return (code === undefined ? all[0] : all.find((one) => one.code === code)) ?? null;
};
