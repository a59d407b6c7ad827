import type { Actor } from '#core/access.ts';
import { sessionName } from '#core/session-name.ts';
import { saidStage } from '#core/session-opinion/said-stage.ts';
import type { AnswerChannel, SessionOpinionState } from '#core/session-opinion/session-opinion.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

type Said = {
  id: number;
  kind: 'congress' | 'cppcc';
  term: number;
  number: number;
  groupName: string;
  text: string;
  heldOn: string;
  state: SessionOpinionState;
  forwardedOn: string | null;
  notForwardedBecause: string | null;
  matter: { id: number; caseNo: string; mine: boolean } | null;
  answers: {
    unit: string;
    state: 'sent' | 'answered' | 'closed';
    channel: AnswerChannel | null;
    on: string | null;
    text: string | null;
  }[];
};

/** What the person said in the groups, and what became of it; a text added to another is shown there. */
export const viewMine = async (tx: Tx, actor: Actor) => {
  const { rows } = await sql<Said>`
    select x.id, o.kind, t.number as term, s.number, g.name as "groupName", x.text, x.held_on as "heldOn", x.state,
      x.forwarded_on as "forwardedOn", x.dropped_reason as "notForwardedBecause",
      (select json_build_object('id', m.id, 'caseNo', m.case_no, 'mine', exists (select from proposer q
          where q.jurisdiction_id = m.jurisdiction_id and q.matter_id = m.id and q.person_id = ${actor.personId}))
        from matter m where m.jurisdiction_id = x.jurisdiction_id and m.id = x.became_matter_id) as matter,
      (select coalesce(json_agg(json_build_object('unit', u.name, 'state', f.state, 'channel', f.channel,
          'on', f.answered_on, 'text', f.answer) order by f.id), '[]')
        from session_referral f join unit u on u.jurisdiction_id = f.jurisdiction_id and u.id = f.unit_id
        where f.jurisdiction_id = x.jurisdiction_id and f.opinion_id = coalesce(x.same_as_id, x.id)
          and f.state in ('sent', 'answered', 'closed')) as answers
    from session_opinion x
    join session s on s.jurisdiction_id = x.jurisdiction_id and s.id = x.session_id
    join term t on t.jurisdiction_id = s.jurisdiction_id and t.id = s.term_id
    join organ o on o.jurisdiction_id = x.jurisdiction_id and o.id = x.organ_id
    join session_group g on g.jurisdiction_id = x.jurisdiction_id and g.id = x.group_id
    where x.jurisdiction_id = ${actor.jurisdictionId} and x.speaker_id = ${actor.personId} and x.state <> 'merged'
    order by x.held_on desc, x.no desc limit 200`.execute(tx);
  return {
    items: rows.map((row) => ({
      id: row.id,
      sessionName: sessionName(row.kind, row.term, row.number),
      groupName: row.groupName,
      text: row.text,
      heldOn: row.heldOn,
      stage: saidStage(row),
      forwardedOn: row.forwardedOn,
      notForwardedBecause: row.notForwardedBecause,
      matter: row.matter,
      // What was sent back is being answered anew: the old answer is none.
      answers: row.answers.map(({ state, ...answer }) =>
        state === 'sent' ? { ...answer, channel: null, on: null, text: null } : answer,
      ),
    })),
  };
};
