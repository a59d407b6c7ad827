/**
 * What is counted beside matters, in a city for the measures of figures: submissions, opinions of sessions, supervision
 * acts, urge slips and supervision notices of ten years, straight into the product's own tables, as many for each matter
 * as a busy city has. Of matters and duties only those are there that have a slip.
 */
import type pg from 'pg';
import { draw, firstYear, lastYear } from './figure-draws.ts';

const years = lastYear - firstYear + 1;
const one = (table: string, condition = 'true'): string =>
  `(select min(id) from ${table} where jurisdiction_id = $1 and ${condition})`;
const organ = (id: string): string => `(${one('organ')} + (${id}) % 2)`;
/** A moment of a year: most of what comes, comes in its first weeks. */
const moment = (id: string, year: string): string =>
  `(make_date(${year}, 1, 12) + case when ${draw(id, 40, 4)} > 0 then ${draw(id, 41, 30)} else ${draw(id, 42, 340)} end::int
    + make_interval(mins => (540 + ${draw(id, 43, 480)})::int)) at time zone 'Asia/Shanghai'`;
const sessionOf = (year: string, organId: string): string =>
  `join session s on s.jurisdiction_id = $1 and s.year = ${year} and s.organ_id = ${organId}`;

type Filling = {
  readonly table: string;
  /** How many for each matter of the city. */
  readonly share: number;
  readonly columns: string;
  readonly query: string;
};

const fillings: readonly Filling[] = [
  {
    table: 'submission',
    share: 1.2,
    columns: `kind, organ_id, session_id, in_session, flow_no, author_id, proposer_type, state, title, form, category, submitted_at,
      submitted_text_no, handed_in, created_at, updated_at, filed_at, declined_at, withdrawn_at`,
    query: `select case ${organ('i')} - ${one('organ')} when 0 then 'suggestion' else 'proposal' end, ${organ('i')}, s.id, ${draw('i', 1, 4)} > 0,
        'L' || i, ${one('person')} + ${draw('i', 2, 4000)}, case ${draw('i', 3, 10)} when 0 then 'delegation' else 'individual' end,
        case when d < 84 then 'filed' when d < 96 then 'declined' else 'withdrawn' end,
        '关于加强第' || i || '号事项办理工作的建议', '{"consent": "full", "contact": "phone", "asks": ["one", "two"], "groups": []}'::jsonb,
        '类别' || ${draw('i', 4, 20)}, at, 1,
        jsonb_build_object('at', at, 'by', i % 4000, 'signers', jsonb_build_array(i % 3000, i % 2000, i % 1000)), at, at,
        case when d < 84 then at + interval '9 days' end, case when d between 84 and 95 then at + interval '12 days' end,
        case when d > 95 then at + interval '2 days' end
      from generate_series(1::bigint, $2) i cross join lateral (select ${firstYear} + (i * ${years} / ($2 + 1))::int as year) y
      cross join lateral (select ${moment('i', 'y.year')} as at, ${draw('i', 5, 100)} as d) m ${sessionOf('y.year', organ('i'))}`,
  },
  {
    table: 'session_opinion',
    share: 0.15,
    columns: `organ_id, session_id, group_id, record_id, no, position, state, text, class_code, held_on, received_on, received_at,
      forwarded_on, forwarded_at, left_out, forwarded_with`,
    query: `select s.organ_id, s.id, g.id, r.id, i, 1, case when d < 90 then 'forwarded' else 'dropped' end,
        '建议进一步加大第' || i || '号事项的投入力度，完善配套设施，方便群众生活。', 'c' || d % 6, s.opens_on, s.opens_on, at,
        case when d < 90 then (at + interval '5 hours')::date end, case when d < 90 then at + make_interval(hours => (d % 30)::int) end,
        case when d >= 90 then tstzmultirange(tstzrange(at + interval '3 hours', null))
          when d = 5 then tstzmultirange(tstzrange(at + interval '1 hour', at + interval '9 hours')) else '{}'::tstzmultirange end,
        case when d = 6 then tstzmultirange(tstzrange(at + interval '2 hours', at + interval '30 hours')) else '{}'::tstzmultirange end
      from generate_series(1::bigint, $2) i cross join lateral (select ${firstYear} + (i * ${years} / ($2 + 1))::int as year) y
      ${sessionOf('y.year', organ('i'))} cross join lateral (select ${draw('i', 6, 100)} as d,
        (s.opens_on + ${draw('i', 7, 4)}::int + make_interval(mins => (540 + ${draw('i', 8, 480)})::int)) at time zone 'Asia/Shanghai' as at) m
      join session_group g on g.jurisdiction_id = $1 and g.session_id = s.id
      join session_record r on r.jurisdiction_id = $1 and r.session_id = s.id`,
  },
  {
    table: 'supervision_act',
    share: 0.5,
    columns:
      'organ_id, kind, day, who, with_whom, place, result, entered_by, entered_at, struck_reason, struck_by, struck_at, amount, people',
    query: `select case ${draw('i', 10, 5)} when 0 then null else ${organ('i')} end,
        (array['call', 'call', 'meeting', 'siteVisit', 'jointVisit', 'report', 'invitation', 'message'])[1 + ${draw('i', 11, 8)}],
        at::date, '督查员', '承办单位', '会议室', '已催促', ${one('person')}, at, case when d = 0 then '误登' end,
        case when d = 0 then ${one('person')} end, case when d = 0 then at + interval '3 days' end, 1 + d % 3, d % 12
      from generate_series(1::bigint, $2) i cross join lateral (select ${firstYear} + (i * ${years} / ($2 + 1))::int as year) y
      cross join lateral (select ${moment('i', 'y.year')} as at, ${draw('i', 12, 60)} as d) m`,
  },
  {
    table: 'matter',
    share: 0.2,
    columns: 'kind, organ_id, session_id, year, case_no, title, stage, filed_on',
    query: `select case i % 2 when 0 then 'suggestion' else 'proposal' end, ${organ('i')}, s.id, y.year, 'M' || i, '第' || i || '号事项', 'closed', s.opens_on
      from generate_series(1::bigint, $2) i cross join lateral (select ${firstYear} + (i * ${years} / ($2 + 1))::int as year) y
      ${sessionOf('y.year', organ('i'))}`,
  },
  {
    table: 'assignment',
    share: 0.3,
    columns: 'matter_id, unit_id, role, state, assigned_on, organ_id',
    query: `select m.id, ${one('unit')} + (i * 37) % 150, (array['sole', 'lead', 'separate', 'assist'])[1 + ${draw('i', 16, 4)}],
        'answered', m.filed_on + 20, m.organ_id
      from generate_series(1::bigint, $2) i join matter m on m.jurisdiction_id = $1 and m.id = ${one('matter')} + (i - 1) * 2 / 3`,
  },
  {
    table: 'urge_slip',
    share: 0.3,
    columns: `matter_id, organ_id, assignment_id, unit_id, round, level, proposed, state, slip_no, text, issued_on, issued_at, issued_by,
      acknowledge_by, wanted, acknowledged_at, taken_back_at`,
    query: `select a.matter_id, a.organ_id, a.id, a.unit_id, 1, l.level, l.level, case when d < 3 then 'takenBack' when d < 80 then 'acknowledged' else 'sent' end,
        '催' || a.id, '贵单位承办的事项临近期限，请抓紧办理并按时答复。', a.assigned_on + 60, m.at, ${one('person')}, a.assigned_on + 63,
        array['office'], case when d between 3 and 79 then m.at + make_interval(hours => (d * 2)::int) end, case when d < 3 then m.at + interval '1 day' end
      from assignment a cross join lateral (select ${draw('a.id', 17, 100)} as d,
        (a.assigned_on + 60 + make_interval(mins => (540 + ${draw('a.id', 18, 480)})::int)) at time zone 'Asia/Shanghai' as at) m
      cross join lateral (select (array['blue', 'blue', 'orange', 'red'])[1 + ${draw('a.id', 19, 4)}] as level) l
      where a.jurisdiction_id = $1`,
  },
  {
    table: 'supervision_notice',
    share: 0.03,
    columns:
      'unit_id, organ_id, state, document_no, requirement, issued_on, issued_at, issued_by, report_by, letter',
    query: `select ${one('unit')} + ${draw('i', 20, 150)}, case i % 3 when 0 then null else ${organ('i')} end, 'settled', '督' || i,
        '请对逾期事项逐件说明原因并限期办结。', at::date, at, ${one('person')}, at::date + 15, '{"title": "督办通知"}'::jsonb
      from generate_series(1::bigint, $2) i cross join lateral (select ${firstYear} + (i * ${years} / ($2 + 1))::int as year) y
      cross join lateral (select ${moment('i', 'y.year')} as at) m`,
  },
  {
    table: 'supervision_notice_step',
    share: 0,
    columns: 'notice_id, type, text, by_id, at',
    query: `select n.id, t.type, '已办', ${one('person')}, n.issued_at + make_interval(days => t.days)
      from supervision_notice n cross join (values ('noticeAcknowledged', 1), ('noticeReportedBack', 12), ('noticeSettled', 20)) t (type, days)
      where n.jurisdiction_id = $1 and ${draw('n.id', 22, 100)} > t.days`,
  },
];

const rooms = `
  insert into session_group (jurisdiction_id, organ_id, session_id, name) select $1, organ_id, id, '第一组' from session where jurisdiction_id = $1;
  insert into session_record (jurisdiction_id, organ_id, session_id, group_id, state, held_on, created_by, created_at, updated_at)
    select $1, g.organ_id, g.session_id, g.id, 'checked', s.opens_on, ${one('person')}, now(), now()
    from session_group g join session s on s.jurisdiction_id = $1 and s.id = g.session_id where g.jurisdiction_id = $1`;

/** Fills the tables of a city that has its directories and holds nothing else. */
export const fillBeside = async (
  client: pg.Client,
  j: number,
  matters: number,
  say: (message: string) => void,
): Promise<void> => {
  await client.query(rooms.replaceAll('$1', String(j)));
  for (const { table, share, columns, query } of fillings) {
    say(table);
    const text = query.replaceAll('$1', String(j)).replaceAll('$2', `${Math.round(matters * share)}::bigint`);
    await client.query(
      `insert into ${table} (jurisdiction_id, ${columns}) select ${j}, q.* from (${text}) q`,
    );
    await client.query(`vacuum (freeze, analyze) ${table}`);
  }
};
