/** The database holds the line alone: row-level security forced everywhere, and the traps around it closed. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringTo } from '../support/one-matter.ts';
import { createProduct, type Product } from '../support/product.ts';

let product: Product;
let owner: pg.Client;
let app: pg.Client;

beforeAll(async () => {
  product = await createProduct();
  await bringTo(product, 'rated');
  owner = new pg.Client({ connectionString: product.database.ownerUrl });
  app = new pg.Client({ connectionString: product.database.appUrl });
  await owner.connect();
  await app.connect();
}, 120_000);
afterAll(async () => {
  await owner.end();
  await app.end();
  await product.close();
});

const column = async (client: pg.Client, sql: string): Promise<string[]> =>
  (await client.query<{ name: string }>(sql)).rows.map((row) => row.name).sort();

const tenantTables = `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
  where c.relkind in ('r', 'p') and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'jurisdiction_id')`;

/** Tables without a jurisdiction, each with its reason. */
const shared = ['jurisdiction', 'migration'];

/** Closed to the product's role; read through reviewed functions alone (ADR 0003). */
const closed = ['matter_search'];

describe('tables', () => {
  it('belong to a jurisdiction, or are on the short list that does not', async () => {
    const all = await column(
      owner,
      `select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public' where relkind in ('r', 'p')`,
    );
    const tenant = await column(owner, tenantTables);
    expect(all.filter((name) => !tenant.includes(name))).toEqual(shared);
  });

  it('have row-level security enabled and forced, with a policy on the jurisdiction', async () => {
    const bare = await column(owner, `${tenantTables} and not (c.relrowsecurity and c.relforcerowsecurity)`);
    expect(bare).toEqual(closed);
    const tenant = await column(owner, tenantTables);
    const policies = await owner.query<{
      tablename: string;
      qual: string;
      with_check: string | null;
      cmd: string;
    }>(
      // A restrictive policy only takes away from what the one on the jurisdiction gives.
      `select tablename, qual, with_check, cmd from pg_policies where schemaname = 'public' and permissive = 'PERMISSIVE'`,
    );
    for (const table of tenant) {
      const own = policies.rows.filter((row) => row.tablename === table);
      expect(
        own.map((row) => row.cmd),
        table,
      ).toEqual(['ALL']);
      expect(own[0]?.qual, table).toContain("current_setting('luoshi.jurisdiction'::text, true)");
    }
  });

  it('lead every primary key, unique key and unique index by the jurisdiction', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select i.relname as name from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
       join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
       where x.indisunique and c.relname <> all($1) and not exists (
         select 1 from pg_attribute a where a.attrelid = c.oid and a.attnum = x.indkey[0] and a.attname = 'jurisdiction_id')`,
      [shared],
    );
    expect(rows).toEqual([]);
  });
});

describe('the product’s role', () => {
  it('owns nothing, is no superuser and bypasses nothing', async () => {
    const { rows } = await app.query<Record<string, boolean>>(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user`,
    );
    expect(rows[0]).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
    });
    expect(
      await column(
        app,
        `select relname as name from pg_class where relowner = (select oid from pg_roles where rolname = current_user)`,
      ),
    ).toEqual([]);
  });

  it.each([
    ['alter a table', 'alter table matter add column x int'],
    ['create one', 'create table x (y int)'],
    ['switch security off', 'alter table matter no force row level security'],
    ['change a journal entry', `update journal set entry = ''`],
    ['delete one', 'delete from journal'],
    ['empty the journal', 'truncate journal'],
    ['delete a matter', 'delete from matter'],
    ['delete a rating', 'delete from rating'],
    ['delete a version of a draft', 'delete from reply_version'],
    ['read the search table', 'select * from matter_search'],
    ['make a jurisdiction', `insert into jurisdiction (code, name) values ('x', 'x')`],
    ['become another', 'set role luoshi_owner'],
  ])('may not %s', async (_, sql) => {
    await expect(app.query(sql)).rejects.toThrow(
      /permission denied|must be owner|must be member|does not exist/,
    );
  });
});

const rowsOf = async (table: string): Promise<number> =>
  Number((await app.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n);

describe('rows', () => {
  it('are none without a jurisdiction, and none of another, in every tenant table', async () => {
    const tenant = (await column(owner, tenantTables)).filter((name) => !closed.includes(name));
    for (const setting of [null, '', '999999']) {
      await app.query('begin');
      if (setting !== null) await app.query(`select set_config('luoshi.jurisdiction', $1, true)`, [setting]);
      for (const table of tenant) expect(await rowsOf(table), `${table} with ${setting}`).toBe(0);
      await app.query('rollback');
    }
  });

  it('are there within the own jurisdiction, so that the test above can fail', async () => {
    await app.query('begin');
    await app.query(`select set_config('luoshi.jurisdiction', $1, true)`, [
      String(product.place.jurisdictionId),
    ]);
    for (const table of ['matter', 'assignment', 'reply', 'rating', 'journal', 'person'])
      expect(await rowsOf(table), table).toBeGreaterThan(0);
    await app.query('rollback');
  });

  it('of another jurisdiction cannot be written', async () => {
    await app.query('begin');
    await app.query(`select set_config('luoshi.jurisdiction', '999999', true)`);
    const insert = `insert into person (jurisdiction_id, name) values (${product.place.jurisdictionId}, 'x')`;
    await expect(app.query(insert)).rejects.toThrow(/row-level security/);
    await app.query('rollback');
  });

  it('are gone again when the transaction ends: the setting does not stay in the connection', async () => {
    await app.query('begin');
    await app.query(`set local luoshi.jurisdiction = '${product.place.jurisdictionId}'`);
    expect(await rowsOf('matter')).toBeGreaterThan(0);
    await app.query('commit');
    expect(await rowsOf('matter')).toBe(0);
  });

  it('of the search cannot be found from another jurisdiction', async () => {
    const find = async (jurisdiction: number): Promise<number> => {
      await app.query('begin');
      await app.query(`select set_config('luoshi.jurisdiction', $1, true)`, [String(jurisdiction)]);
      const { rowCount } = await app.query(`select * from search_matters('''公交''', 100)`);
      await app.query('rollback');
      return rowCount ?? 0;
    };
    expect(await find(product.place.jurisdictionId)).toBeGreaterThan(0);
    expect(await find(999_999)).toBe(0);
  });
});

describe('functions and views', () => {
  it('run with the owner’s rights only where this list says so', async () => {
    const definers = await column(
      owner,
      `select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'public' where p.prosecdef`,
    );
    expect(definers).toEqual(reviewedDefiners);
    const loose = await column(
      owner,
      `select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'public'
       where p.prosecdef and not coalesce(array_to_string(p.proconfig, ',') like '%search_path=public, pg_temp%', false)`,
    );
    expect(loose).toEqual([]);
  });

  it('no view reads tables with its owner’s rights', async () => {
    const views = await column(
      owner,
      `select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
       where relkind in ('v', 'm') and not coalesce(array_to_string(reloptions, ',') like '%security_invoker=true%', false)`,
    );
    expect(views).toEqual([]);
  });
});

/** Each repeats the jurisdiction condition in its body; `learn_sizes` reads and writes no tenant's row. */
const reviewedDefiners = [
  'index_matter',
  'index_matters',
  'learn_sizes',
  'rename_jurisdiction',
  'search_matters',
];
