import type { Actor } from '#core/access.ts';
import type { OpinionClass } from '#core/session-opinion-rules.ts';
import { sessionName } from '#core/session-name.ts';
import type { LocalDate } from '#core/words.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { opinionCondition } from './opinion.views.ts';
import type { ReferralPaper } from './referral-sheet.ts';

type Asked = { readonly sessionId: number; readonly unitId: number; readonly on?: LocalDate | undefined };

/** What a unit was sent in a session, of one day or altogether, as far as the actor sees it; null: nothing. */
export const findPaper = async (
  tx: Tx,
  actor: Actor,
  { sessionId, unitId, on }: Asked,
  today: LocalDate,
  classes: readonly OpinionClass[],
): Promise<ReferralPaper | null> => {
  const j = actor.jurisdictionId;
  const day = on === undefined ? sql`true` : sql`f.sent_on = ${on}::date`;
  const { rows } = await sql<{
    no: number;
    group: string;
    heldOn: string;
    text: string;
    classCode: string;
    speakers: string[];
  }>`
    select x.no, g.name as "group", x.held_on as "heldOn", x.text, x.class_code as "classCode",
      (select coalesce(json_agg(t.speaker order by t.no), '[]') from session_opinion t
        where t.jurisdiction_id = x.jurisdiction_id and (t.id = x.id or t.same_as_id = x.id) and t.speaker <> '') as speakers
    from session_referral f
    join session_opinion x on x.jurisdiction_id = f.jurisdiction_id and x.id = f.opinion_id
    join session_group g on g.jurisdiction_id = x.jurisdiction_id and g.id = x.group_id
    where f.jurisdiction_id = ${j} and f.unit_id = ${unitId} and f.state in ('sent', 'answered', 'closed') and ${day}
      and ${opinionCondition(actor, { sessionId, unitId })}
    order by x.no limit 500`.execute(tx);
  const { rows: heads } = await sql<{
    office: string;
    unit: string;
    kind: 'congress' | 'cppcc';
    term: number;
    number: number;
  }>`
    select o.office_name as office, u.name as unit, o.kind, t.number as term, s.number
    from session s
    join organ o on o.jurisdiction_id = s.jurisdiction_id and o.id = s.organ_id
    join term t on t.jurisdiction_id = s.jurisdiction_id and t.id = s.term_id
    join unit u on u.jurisdiction_id = s.jurisdiction_id and u.id = ${unitId}
    where s.jurisdiction_id = ${j} and s.id = ${sessionId}`.execute(tx);
  const [head] = heads;
  if (head === undefined || rows.length === 0) return null;
  return {
    office: head.office,
    unit: head.unit,
    sessionName: sessionName(head.kind, head.term, head.number),
    on: on ?? today,
    opinions: rows.map(({ classCode, ...row }) => ({
      ...row,
      className: classes.find(({ code }) => code === classCode)?.name.zh ?? classCode,
    })),
  };
};
