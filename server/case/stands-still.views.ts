import { sql } from 'kysely';

/** On matter `m`: the clock that its proposer waits by stands still, for that of a unit that answers does. */
export const matterStandsStill = sql`(m.due_on = 'infinity'::date and m.id in (select p.matter_id from assignment p
  where p.jurisdiction_id = m.jurisdiction_id and p.paused_on is not null and p.live and p.role <> 'assist'))`;
