import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** Puts a matter's words into the search table, which is closed to the product's role except through this function. */
export const indexMatter = async (tx: Tx, matterId: number, title: string, body: string): Promise<void> => {
  await sql`select index_matter(${matterId}::bigint, ${title}, ${body})`.execute(tx);
};
