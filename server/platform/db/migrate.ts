/** Applies `db/migrations/*.sql` in order, forward only, under a lock; refuses a file that was edited after it ran. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { migrateJobs } from './job-schema.ts';

const folder = new URL('../../../db/migrations/', import.meta.url);
/** Any number that nobody else uses: all Luoshi migrations of a database share it. */
const lockKey = 7_106_001;

export type Migrated = { readonly applied: readonly string[] };

const appRole = `do $$ begin
  if not exists (select 1 from pg_roles where rolname = 'luoshi_app') then
    create role luoshi_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
end $$`;

const read = async (): Promise<{ name: string; sql: string; hash: string }[]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8');
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    }),
  );
};

const apply = async (client: Client, ownerUrl: string): Promise<string[]> => {
  await client.query('select pg_advisory_lock($1)', [lockKey]);
  await client.query(appRole);
  await client.query(
    'create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz not null default now())',
  );
  const done = await client.query<{ name: string; hash: string }>('select name, hash from migration');
  const known = new Map(done.rows.map((row) => [row.name, row.hash]));
  const applied: string[] = [];
  for (const { name, sql, hash } of await read()) {
    const before = known.get(name);
    if (before === hash) continue;
    if (before !== undefined) throw new Error(`Migration ${name} was edited after it had been applied`);
    await client.query('begin');
    await client.query(sql);
    await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash]);
    await client.query('commit');
    applied.push(name);
  }
  await migrateJobs(ownerUrl, client);
  return applied;
};

/** `ownerUrl`: a role that may create tables and roles. Safe to run from several processes at once. */
export const migrate = async (ownerUrl: string): Promise<Migrated> => {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return { applied: await apply(client, ownerUrl) };
  } finally {
    await client.end();
  }
};
