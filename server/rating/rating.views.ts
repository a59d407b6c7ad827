import type { Actor } from '#core/access.ts';
import { dueState } from '#core/clock/deadline.ts';
import { workdaysBetween } from '#core/clock/calendar.ts';
import { sessionName } from '#core/session-name.ts';
import type { LocalDate } from '#core/words.ts';
import { sql } from 'kysely';
import type { House } from '../case/load-case.store.ts';
import { matterStandsStill } from '../case/stands-still.views.ts';
import { readCursor, writeCursor } from '../platform/cursor.ts';
import type { Tx } from '../platform/db/database.ts';

const pageSize = 30;

type Row = {
  id: number;
  kind: 'suggestion' | 'proposal';
  caseNo: string;
  title: string;
  stage: string;
  organKind: 'congress' | 'cppcc';
  term: number;
  sessionNumber: number;
  lead: boolean;
  leadUnit: string | null;
  filedOn: string;
  dueOn: string;
  paused: boolean;
  toRate: number;
};

/** What the list says of the next date; the matter's own page tells why it is that date. */
const owedOf = (house: House, today: LocalDate, stage: string, dueOn: string) => {
  if (dueOn === 'infinity') return null;
  const duties = { rehandling: 'rehandle', filed: 'assign' } as const;
  return {
    duty: stage in duties ? duties[stage as keyof typeof duties] : ('reply' as const),
    date: dueOn,
    provisional: false,
    state: dueState(dueOn, today, house.calendar, house.ruleset.lights),
    workdaysLeft: workdaysBetween(today, dueOn, house.calendar).count,
    why: {},
  };
};

/** A proposer's matters: those that wait for his rating first, then the newest. */
export const viewMyMatters = async (
  tx: Tx,
  house: House,
  actor: Actor,
  today: LocalDate,
  cursorText: string | undefined,
) => {
  const j = actor.jurisdictionId;
  const me = actor.personId;
  const openRatings = sql`(select count(*)::int from rating g
    join reply r on r.jurisdiction_id = g.jurisdiction_id and r.id = g.reply_id
    join assignment a on a.jurisdiction_id = r.jurisdiction_id and a.id = r.assignment_id
    where g.jurisdiction_id = ${j} and g.matter_id = m.id and g.proposer_id = ${me} and g.state = 'open'
      and g.round = a.round and a.live and m.stage not in ('closed', 'withdrawn'))`;
  const offset = Math.max(0, readCursor(cursorText)?.id ?? 0);
  const { rows } = await sql<Row>`
    select m.id, m.kind, m.case_no as "caseNo", m.title, m.stage, o.kind as "organKind", t.number as term, s.number as "sessionNumber",
      m.lead_proposer_id = ${me} as lead, u.name as "leadUnit", m.filed_on as "filedOn", m.due_on as "dueOn",
      ${matterStandsStill} as paused, ${openRatings} as "toRate"
    from proposer p
    join matter m on m.jurisdiction_id = p.jurisdiction_id and m.id = p.matter_id
    join session s on s.jurisdiction_id = m.jurisdiction_id and s.id = m.session_id
    join term t on t.jurisdiction_id = m.jurisdiction_id and t.id = s.term_id
    join organ o on o.jurisdiction_id = m.jurisdiction_id and o.id = m.organ_id
    left join unit u on u.jurisdiction_id = m.jurisdiction_id and u.id = m.lead_unit_id
    where p.jurisdiction_id = ${j} and p.person_id = ${me}
    order by (${openRatings} > 0) desc, m.filed_on desc, m.id desc limit ${pageSize + 1} offset ${offset}`.execute(
    tx,
  );
  const totals = await sql<{ total: number; toRate: number }>`
    select count(*)::int as total, coalesce(sum(x.n), 0)::int as "toRate" from (
      select ${openRatings} as n from proposer p
      join matter m on m.jurisdiction_id = p.jurisdiction_id and m.id = p.matter_id
      where p.jurisdiction_id = ${j} and p.person_id = ${me}) x`.execute(tx);
  const items = rows.slice(0, pageSize).map(({ dueOn, organKind, term, sessionNumber, ...row }) => ({
    ...row,
    sessionName: sessionName(organKind, term, sessionNumber),
    stage: row.stage as never,
    owed: owedOf(house, today, row.stage, dueOn),
  }));
  return {
    items,
    next: rows.length > pageSize ? writeCursor({ after: '', id: offset + pageSize }) : null,
    total: totals.rows[0]?.total ?? 0,
    toRate: totals.rows[0]?.toRate ?? 0,
  };
};
