/** The queue's own schema: migrated by the owner, open to the product's role, which owns nothing of it. */
import { Logger, runMigrations } from 'graphile-worker';
import type { Client } from 'pg';

const quiet = (): void => undefined;

/**
 * The queue's tables have row-level security without a policy, so that only their owner reads them; the product's
 * role gets one policy each. Payloads hold ids only: the rows behind them stay under the tenant policies.
 */
const openToProduct = `
grant usage on schema graphile_worker to luoshi_app;
grant select, insert, update, delete on all tables in schema graphile_worker to luoshi_app;
grant usage on all sequences in schema graphile_worker to luoshi_app;
do $$
declare
  queue record;
begin
  for queue in
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'graphile_worker' and c.relkind = 'r' and c.relrowsecurity
      and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'product')
  loop
    execute format('create policy product on graphile_worker.%I to luoshi_app using (true)', queue.relname);
  end loop;
end $$`;

/** Brings the queue up to date. The caller holds the migration lock; `client` is his connection. */
export const migrateJobs = async (ownerUrl: string, client: Client): Promise<void> => {
  await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => quiet) });
  await client.query(openToProduct);
};
