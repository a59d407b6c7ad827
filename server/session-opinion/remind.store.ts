import type { Moment } from '#core/words.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

/**
 * Organs of whose sessions something said today still waits to be forwarded, each once an hour of the day:
 * whoever comes second finds none.
 */
export const takeWaitingOrgans = async (
  tx: Tx,
  j: number,
  { date }: Moment,
  hour: number,
): Promise<readonly { organId: number; count: number }[]> => {
  const { rows } = await sql<{ organId: number; count: number }>`
    with waiting as (
      select x.organ_id, count(*)::int as n from session_opinion x
      where x.jurisdiction_id = ${j} and x.state in ('received', 'checked') and x.held_on = ${date}::date
      group by x.organ_id),
    taken as (
      insert into session_opinion_reminder (jurisdiction_id, organ_id, day, hour)
      select ${j}, organ_id, ${date}::date, ${hour} from waiting on conflict do nothing returning organ_id)
    select w.organ_id as "organId", w.n as count from waiting w join taken t on t.organ_id = w.organ_id`.execute(
    tx,
  );
  return rows;
};
