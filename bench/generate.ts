/** Fills an empty database with a synthetic jurisdiction, by COPY. */
import pg from 'pg';
import { migrate } from '#server/platform/db/migrate.ts';
import { randomFrom } from '../demo/random.ts';
import { bindTo, type City, foundCity } from './city.ts';
import { copyIn } from './copy-in.ts';
import { columns, emptyLines, type Table, tables, writeMatter } from './matters.ts';
import { textMaker } from './texts.ts';

const batch = 2_000;

type Say = (message: string) => void;

/** Drops the indexes that no constraint needs: they are built in one go afterwards rather than row by row. */
const dropLate = async (client: pg.Client): Promise<readonly string[]> => {
  const { rows } = await client.query<{ indexname: string; indexdef: string }>(
    `select i.relname as indexname, pg_get_indexdef(i.oid) as indexdef
     from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
     where t.relname = any($1) and not exists (select 1 from pg_constraint c where c.conindid = i.oid)`,
    [tables],
  );
  for (const { indexname } of rows) await client.query(`drop index ${indexname}`);
  return rows.map((row) => row.indexdef);
};

const fill = async (
  client: pg.Client,
  city: City,
  count: number,
  say: Say,
  textLength: number | undefined,
  without: readonly Table[],
): Promise<void> => {
  const wanted = tables.filter((table) => !without.includes(table));
  const random = randomFrom(2_026);
  const texts = textMaker(random, textLength);
  let lastId = 0;
  const takeId = (): number => {
    lastId += 1;
    return lastId;
  };
  const began = Date.now();
  for (let from = 0; from < count; from += batch) {
    const lines = emptyLines();
    const to = Math.min(from + batch, count);
    for (let id = from + 1; id <= to; id += 1)
      writeMatter(lines, { city, random, text: texts.next(), id, takeId });
    await client.query('begin');
    for (const table of wanted) await copyIn(client, table, columns[table], lines[table]);
    await client.query('commit');
    if (to % 20_000 === 0) say(`${to} of ${count}, ${Math.round((Date.now() - began) / 1000)} s`);
  }
};

const settleSequences = async (client: pg.Client): Promise<void> => {
  for (const table of ['matter', 'assignment', 'reply'])
    await client.query(
      `select setval(pg_get_serial_sequence($1, 'id'), (select coalesce(max(id), 1) from ${table}))`,
      [table],
    );
};

/** How many matters the database has; -1: it is not empty and not one of ours. */
export const countMatters = async (client: pg.Client): Promise<number> => {
  const { rows } = await client.query<{ id: string; code: string }>('select id, code from jurisdiction');
  const [first] = rows;
  if (first === undefined) return 0;
  if (first.code !== 'bench' || rows.length > 1) return -1;
  await bindTo(client, Number(first.id));
  const counted = await client.query<{ n: string }>('select count(*) as n from matter');
  return Number(counted.rows[0]?.n);
};

/**
 * Brings the database to `count` matters; leaves one that has them as it is. Throws when it holds anything else:
 * a benchmark never writes into a city's data. With `textLength` the texts have about so many characters instead of 1,500.
 * `without`: tables that stay empty, where a measure never reads them.
 */
export const generate = async (
  ownerUrl: string,
  count: number,
  say: Say,
  textLength?: number,
  without: readonly Table[] = [],
): Promise<void> => {
  await migrate(ownerUrl);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const found = await countMatters(client);
    if (found >= count && found < count * 1.1) return;
    if (found !== 0)
      throw new Error(
        `The database holds ${found < 0 ? 'a city' : `${found} matters`}; give the benchmark an empty one`,
      );
    const role = await client.query<{ rolsuper: boolean }>(
      'select rolsuper from pg_roles where rolname = current_user',
    );
    // Every reference is made from rows written before it; checking each once more takes most of the time.
    if (role.rows[0]?.rolsuper === true) await client.query(`set session_replication_role = 'replica'`);
    await client.query('set synchronous_commit = off');
    const city = await foundCity(client, ownerUrl);
    const late = await dropLate(client);
    await fill(client, city, count, say, textLength, without);
    await settleSequences(client);
    say('building the indexes');
    await client.query(`set maintenance_work_mem = '1GB'`);
    for (const definition of late) await client.query(definition);
    say('vacuum and analyse');
    await client.query('vacuum (analyze)');
  } finally {
    await client.end();
  }
};
