/** What is kept for a while only. Nothing here is a record: the journal says what happened. */
import type { Instant } from '#core/words.ts';
import { sql } from 'kysely';
import type { Tx } from './database.ts';

export const jurisdictionIds = async (tx: Tx): Promise<readonly number[]> => {
  const rows = await tx.selectFrom('jurisdiction').select('id').orderBy('id').execute();
  return rows.map((row) => row.id);
};

/** Answers to repeated commands; a client that repeats later gets a new effect, as documented. */
export const forgetKeys = async (tx: Tx, j: number, before: Instant): Promise<number> => {
  const result = await tx
    .deleteFrom('idempotency')
    .where('jurisdiction_id', '=', j)
    .where('at', '<', before)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
};

/**
 * Drops the content of uploads that nothing took up: neither a matter, nor a rating's scan, nor a catalogue that was
 * imported (lists of people hold telephone numbers and go once they are done). Who uploaded what stays, with its hash.
 */
export const dropUnusedUploads = async (tx: Tx, j: number, before: Instant): Promise<number> => {
  const result = await sql`
    delete from file_content c using file f
    where c.jurisdiction_id = ${j} and f.jurisdiction_id = c.jurisdiction_id and f.id = c.file_id
      and f.matter_id is null and f.uploaded_at < ${before}::timestamptz
      and not exists (select 1 from rating r where r.jurisdiction_id = f.jurisdiction_id and r.scan_id = f.id)
      and not exists (select 1 from import_run i
        where i.jurisdiction_id = f.jurisdiction_id and i.file_id = f.id
          and (i.state = 'running' or (i.state = 'done' and i.kind = 'catalogue')))`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
};

/** Rows of dry runs that were never confirmed. */
export const dropOldDryRuns = async (tx: Tx, j: number, before: Instant): Promise<number> => {
  const result = await sql`
    delete from import_row w using import_run r
    where w.jurisdiction_id = ${j} and r.jurisdiction_id = w.jurisdiction_id and r.id = w.import_id
      and r.state in ('dryRun', 'failed') and r.created_at < ${before}::timestamptz`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
};

/** What became of messages: nobody asks after so long. What still waits stays, and the notices themselves do. */
export const dropOldMessages = async (tx: Tx, j: number, before: Instant): Promise<void> => {
  const old = sql`select id from channel_message
    where jurisdiction_id = ${j} and state <> 'waiting' and made_at < ${before}::timestamptz`;
  await sql`delete from delivery where jurisdiction_id = ${j} and message_id in (${old})`.execute(tx);
  await sql`delete from channel_message where jurisdiction_id = ${j} and id in (${old})`.execute(tx);
  await sql`delete from delivery
    where jurisdiction_id = ${j} and dropped is not null and ready_at < ${before}::timestamptz`.execute(tx);
};
