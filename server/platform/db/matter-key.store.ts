/** Keys by which similar matters are found: written with the matter, and made anew when the lexicon changes. */
import { keysOfText } from '#core/similar/keys.ts';
import { sql } from 'kysely';
import type { Tx } from './database.ts';

type Titled = { readonly id: number; readonly title: string };

/** Puts the keys of these matters in place of those they had. */
export const writeKeys = async (tx: Tx, matters: readonly Titled[]): Promise<void> => {
  if (matters.length === 0) return;
  const rows = matters.map(({ id, title }) => ({ id, keys: keysOfText({ title }) }));
  const j = sql`nullif(current_setting('luoshi.jurisdiction', true), '')::bigint`;
  await sql`
    with given as (
      select g.id, k.key::integer as key from json_to_recordset(${JSON.stringify(rows)}::json) g (id bigint, keys json)
        cross join lateral json_array_elements_text(g.keys) k (key)),
    gone as (
      delete from matter_key x where x.jurisdiction_id = ${j}
        and x.matter_id = any(${rows.map(({ id }) => id)}::bigint[])
        and not exists (select 1 from given g where g.id = x.matter_id and g.key = x.key))
    insert into matter_key (jurisdiction_id, key, matter_id)
    select ${j}, g.key, g.id from given g on conflict do nothing`.execute(tx);
};

type State = { readonly version: number; readonly done: number };

const stateOf = async (tx: Tx, j: number): Promise<State> => {
  const row = await tx
    .selectFrom('matter_key_state')
    .select(['version', 'done_through'])
    .where('jurisdiction_id', '=', j)
    .executeTakeFirst();
  return row === undefined ? { version: 0, done: 0 } : { version: row.version, done: row.done_through };
};

/**
 * Makes the keys of the next `most` matters that have none of this version; answers with how many there were. Matters
 * that come meanwhile have their keys from their own writing; making them once more changes nothing.
 */
export const refillKeys = async (tx: Tx, j: number, version: number, most: number): Promise<number> => {
  const state = await stateOf(tx, j);
  const after = state.version === version ? state.done : 0;
  const matters = await tx
    .selectFrom('matter')
    .select(['id', 'title'])
    .where('jurisdiction_id', '=', j)
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
    .execute();
  await writeKeys(tx, matters);
  const last = matters.at(-1)?.id ?? after;
  if (last !== state.done || version !== state.version)
    await sql`
      insert into matter_key_state (jurisdiction_id, version, done_through) values (${j}, ${version}, ${last})
      on conflict (jurisdiction_id) do update set version = excluded.version, done_through = excluded.done_through`.execute(
      tx,
    );
  return matters.length;
};
