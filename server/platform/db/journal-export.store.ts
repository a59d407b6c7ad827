import { sql } from 'kysely';
import type { Tx } from './database.ts';

export type ExportedEntry = {
  readonly stream: string;
  readonly n: number;
  readonly previousHash: string;
  readonly hash: string;
  readonly entry: string;
};

const pageSize = 2_000;

/** Every entry of a jurisdiction's journal, each stream in one piece, page by page: a journal may not fit in memory. */
export const readJournal = async function* (tx: Tx, j: number): AsyncGenerator<ExportedEntry> {
  let after = { stream: '', n: 0 };
  for (;;) {
    const { rows } = await sql<ExportedEntry>`
      select stream, n, previous_hash as "previousHash", hash, entry from journal
      where jurisdiction_id = ${j} and (stream, n) > (${after.stream}, ${after.n}::integer)
      order by stream, n limit ${pageSize}`.execute(tx);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return;
    after = last;
  }
};
