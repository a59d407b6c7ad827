/**
 * A city for the measures of figures: ten years of facts as the acts would have kept them, straight into the tables of
 * facts, and beside them the same lives as reduced base tables (schema `plain`) for the comparison.
 */
import pg from 'pg';
import { migrate } from '#server/platform/db/migrate.ts';
import { foundJurisdiction } from '#server/setup/found-jurisdiction.ts';
import { bindTo } from './city.ts';
import { fillBeside } from './figure-beside.ts';
import { draw, firstYear, lastYear } from './figure-draws.ts';

type Say = (message: string) => void;

const directories = `
  insert into organ (jurisdiction_id, kind, name, office_name) values
    ($1, 'congress', '试验市人民代表大会', '办公室'), ($1, 'cppcc', '政协试验市委员会', '提案委员会');
  insert into term (jurisdiction_id, organ_id, number, starts_on)
    select $1, o.id, n, make_date(2011 + 5 * (n - 13), 1, 10) from organ o, generate_series(13, 15) n
    where o.jurisdiction_id = $1 order by o.id, n;
  insert into session (jurisdiction_id, organ_id, term_id, number, year, opens_on, closes_on)
    select $1, t.organ_id, t.id, y - extract(year from t.starts_on)::int + 1, y, make_date(y, 1, 12), make_date(y, 1, 16)
    from term t join generate_series(${firstYear}, ${lastYear}) y on (y - extract(year from t.starts_on)::int) between 0 and 4
    where t.jurisdiction_id = $1 order by t.organ_id, y;
  insert into unit (jurisdiction_id, kind, name, system, boundary, position)
    select $1, 'unit', '单位' || n, (array['government', 'government', 'government', 'party', 'company', 'district'])[n % 6 + 1],
      n % 17 = 16, n from generate_series(1, 150) n;
  insert into person (jurisdiction_id, name, group_name)
    select $1, '代表' || n, '第' || (n % 30 + 1) || '代表团' from generate_series(1, 4000) n;`;

const at = (day: string, hour = 10): string => `((${day}) + time '${hour}:00') at time zone 'Asia/Shanghai'`;

/** One matter's life in days after its filing; a withdrawn or merged one stops there. */
const lives = `
  create unlogged table plain.life as
  select i as id, y.year::smallint as year, (i % 2)::smallint as kind, d.filed,
    o.id::int as organ_id, s.id::int as session_id,
    (p.first + ${draw('i', 1, 4000)})::int as proposer,
    ${draw('i', 2, 150)} as unit, ${draw('i', 3, 20)} as category, ${draw('i', 4, 100)} as shape,
    ${draw('i', 5, 100)} as fate, d.filed + 3 + ${draw('i', 6, 12)}::int as assigned,
    (40 + ${draw('i', 7, 65)})::int as took, ${draw('i', 8, 100)} as luck
  from generate_series(1::bigint, $2::bigint) i
  cross join lateral (select ${firstYear} + ((i - 1) * 10 / $2)::int as year) y
  cross join lateral (select case when ${draw('i', 9, 4)} > 0 then make_date(y.year, 1, 16) + ${draw('i', 10, 25)}::int
    else make_date(y.year, 2, 10) + ${draw('i', 11, 320)}::int end as filed) d
  join organ o on o.jurisdiction_id = $1 and o.kind = case i % 2 when 0 then 'congress' else 'cppcc' end
  join session s on s.jurisdiction_id = $1 and s.organ_id = o.id and s.year = y.year
  cross join (select min(id) as first from person where jurisdiction_id = $1) p
  order by i`;

const duties = `
  create unlogged table plain.duty as
  select row_number() over (order by l.id, n)::bigint as id, l.id as matter_id, n,
    (u.first + (l.unit + n * 37) % 150)::int as unit_id,
    (case when l.shape < 60 then 0 when l.shape < 88 then case n when 0 then 1 else 3 end else 2 end)::smallint as role,
    n > 0 and l.luck = 7 as ended, l.assigned + ${draw('l.id * 4 + n', 20, 12)}::int as signed,
    l.assigned + l.took + ${draw('l.id * 4 + n', 21, 20)}::int as done
  from plain.life l cross join lateral generate_series(0, case when l.shape < 60 then 0 when l.shape < 90 then 1 else 2 end) n
  cross join (select min(id) as first from unit where jurisdiction_id = $1) u`;

const own = (
  name: string,
): string => `l.organ_id, l.session_id, ${name} as unit_id, l.proposer as lead_proposer_id, l.year, l.kind,
  2 as level, case l.shape % 10 when 0 then 1 else 0 end as proposer_type, l.filed < make_date(l.year, 2, 10) as in_session,
  l.luck < 5 as priority, case when l.category > 0 then '类别' || l.category end as category,
  case when l.luck < 20 then '副市长' || l.luck % 9 end as leader`;
const ownColumns =
  'organ_id, session_id, unit_id, lead_proposer_id, year, kind, level, proposer_type, in_session, priority, category, leader';

const gone = `case when l.fate < 2 then ${at('l.assigned + 20')} end`;
const until = (date: string, hour = 10): string => `case when l.fate > 1 then ${at(date, hour)} end`;

/** Facts of every kind; each twentieth row changed once, so that it has an earlier version. */
const facts: readonly (readonly [table: string, key: string, columns: string, query: string])[] = [
  [
    'figure_matter',
    'matter_id',
    `matter_id, recorded_at, filed_at, assigned_at, due_at, replied_at, rated_at, closed_at, withdrawn_at, merged_at, ${ownColumns}`,
    `select l.id, ${at('l.filed')}, ${at('l.filed')}, ${at('l.assigned')}, ${at('l.assigned + 90', 16)},
      ${until('x.replied')}, ${until('x.replied + 15')}, ${until('x.replied + 20')},
      case when l.fate = 0 then ${at('l.assigned + 20')} end, case when l.fate = 1 then ${at('l.assigned + 20')} end,
      ${own('(select min(id) from unit where jurisdiction_id = $1)::int + l.unit')}
    from plain.life l join (select matter_id, max(done) as replied from plain.duty group by 1) x on x.matter_id = l.id order by l.id`,
  ],
  [
    'figure_duty',
    'assignment_id',
    `assignment_id, matter_id, recorded_at, assigned_at, sign_due_at, signed_at, contacted_at, met_at, visited_at, due_at,
      done_at, hand_back_asked_at, extended_at, ended_at, gone_at, role, ${ownColumns}`,
    `select d.id, l.id, ${at('l.assigned')}, ${at('l.assigned')}, ${at('l.assigned + 7', 16)}, ${at('d.signed')},
      case when not d.ended then ${until('d.signed + 5')} end, case when d.id % 3 > 0 and not d.ended then ${until('d.signed + 9')} end,
      case when d.id % 5 = 0 and not d.ended then ${until('d.signed + 12')} end, ${at('l.assigned + 90', 16)},
      case when not d.ended then ${until('d.done')} end, case when d.ended then ${at('d.signed')} end,
      case when d.id % 25 = 0 then ${until('l.assigned + 80')} end, case when d.ended then ${at('d.signed + 3')} end, ${gone},
      d.role, ${own('d.unit_id')} from plain.duty d join plain.life l on l.id = d.matter_id order by d.id`,
  ],
  [
    'figure_reply',
    'reply_id',
    `reply_id, assignment_id, matter_id, recorded_at, issued_at, rated_at, published_at, settled_at, superseded_at, round,
      points, points_adopted, disclosure, attitude_grade, outcome_grade, resolved, follow_up, adopted, class, attitude, outcome,
      role, ${ownColumns}`,
    `select d.id * 2 + r - 1, d.id, l.id, ${at('d.done + (r - 1) * 40')}, ${at('d.done + (r - 1) * 40')},
      case when g.luck > 4 then ${at('d.done + (r - 1) * 40 + 15')} end,
      case when g.luck % 2 = 0 then ${at('d.done + (r - 1) * 40 + 30')} end,
      case when g.luck % 4 = 1 and g.luck < 60 then ${at('d.done + 200')} end,
      case when r = 1 and g.again then ${at('d.done + 40')} end, r, 1 + l.luck % 5, l.luck % 2, l.luck % 3,
      case when g.luck > 4 then g.grade end, case when g.luck > 4 then g.grade end, g.luck < 55, g.luck between 55 and 79,
      g.luck < 80, (array['A', 'A', 'A', 'B', 'C'])[g.luck / 20 + 1],
      case when g.luck > 4 then (array['satisfied', 'fairly', 'unsatisfied'])[g.grade] end,
      case when g.luck > 4 then (array['satisfied', 'fairly', 'unsatisfied'])[g.grade] end, d.role, ${own('d.unit_id')}
    from plain.duty d join plain.life l on l.id = d.matter_id
    cross join lateral (select ${draw('d.id', 30, 100)} as luck, ${draw('d.id', 31, 50)} = 0 as again,
      case when ${draw('d.id', 32, 30)} = 0 then 3 when ${draw('d.id', 32, 30)} < 4 then 2 else 1 end as grade) g
    cross join lateral generate_series(1, case when g.again then 2 else 1 end) r
    where l.fate > 1 and not d.ended and d.role <> 3 order by d.id, r`,
  ],
];

const plain = `
  create unlogged table plain.matter as
  select l.id, l.id::int as version, 'M' || l.id as case_no, '关于加强第' || l.id || '号事项办理工作的建议，改善群众生活的若干意见' as title,
    case l.kind when 0 then 'suggestion' else 'proposal' end as kind, l.organ_id::bigint as organ_id, l.session_id::bigint as session_id,
    l.year::int as year, case when l.category > 0 then '类别' || l.category end as category,
    case when l.fate = 0 then 'withdrawn' when l.fate = 1 then 'merged' else 'closed' end as stage,
    f.unit_id::bigint as lead_unit_id, l.proposer::bigint as lead_proposer_id, l.filed as filed_on, l.assigned as assigned_on,
    f.closed_at, f.in_session, f.priority, f.leader
  from plain.life l join figure_matter f on f.matter_id = l.id and f.valid_to = 'infinity';
  create unlogged table plain.assignment as
  select d.id, d.matter_id, d.unit_id::bigint as unit_id, (array['sole', 'lead', 'separate', 'assist'])[d.role + 1] as role,
    not d.ended as live, l.assigned as assigned_on, d.signed as signed_on, l.assigned + 90 as due_on,
    case when l.fate > 1 and not d.ended then d.done end as answered_on
  from plain.duty d join plain.life l on l.id = d.matter_id;
  create unlogged table plain.reply as
  select r.reply_id as id, r.assignment_id, r.matter_id, r.unit_id::bigint as unit_id, r.round::int as round, 'issued' as state,
    r.class as result_class, r.issued_at::date as issued_on, repeat('答复', 30) as summary from figure_reply r where r.valid_to = 'infinity';
  create unlogged table plain.rating as
  select r.reply_id as id, r.reply_id, r.attitude, r.outcome, 'sealed' as state, r.rated_at as sealed_at
  from figure_reply r where r.valid_to = 'infinity' and r.rated_at is not null;
  alter table plain.matter add primary key (id);
  alter table plain.assignment add primary key (id);
  alter table plain.reply add primary key (id);
  create index on plain.reply (assignment_id);
  create index on plain.rating (reply_id);
  create index on plain.assignment (matter_id);
  create index on plain.matter (year);`;

/** Fills a table without its indexes, and builds them in one go. */
const fill = async (
  client: pg.Client,
  j: number,
  [table, key, columns, query]: (typeof facts)[number],
): Promise<void> => {
  const { rows } = await client.query<{ name: string; definition: string; key: boolean }>(
    `select i.relname as name, pg_get_indexdef(i.oid) as definition, x.indisprimary as key
     from pg_index x join pg_class i on i.oid = x.indexrelid where x.indrelid = $1::regclass`,
    [table],
  );
  for (const one of rows)
    await client.query(
      one.key ? `alter table ${table} drop constraint ${one.name}` : `drop index ${one.name}`,
    );
  await client.query(
    `insert into ${table} (jurisdiction_id, ${columns}) select ${j}, q.* from (${query.replaceAll('$1', String(j))}) q`,
  );
  // What changed once: until a while after it was recorded, its class of matter was another.
  await client.query(
    `create temporary table changed as select * from ${table} where ${key} % 20 = 0;
     update changed set valid_to = recorded_at + interval '30 days', category = '类别1';
     update ${table} set valid_from = recorded_at + interval '30 days' where ${key} % 20 = 0;
     insert into ${table} select * from changed;
     drop table changed`,
  );
  for (const one of rows) await client.query(one.definition);
  await client.query(`vacuum (freeze, analyze) ${table}`);
};

/** Founds and fills an empty database; answers with the jurisdiction. One that was filled before is left as it is. */
export const fillFigureCity = async (
  ownerUrl: string,
  matters: number,
  withPlain: boolean,
  say: Say,
): Promise<number> => {
  await migrate(ownerUrl);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const founding = {
      code: 'figures',
      name: '试验市',
      nameEn: 'Bench City',
      preset: 'national',
      demo: false,
    } as const;
    const j = await foundJurisdiction(ownerUrl, founding);
    await bindTo(client, j);
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('plain.filled') is not null as there`,
    );
    if (rows[0]?.there === true) return j;
    await client.query(`set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '256MB';
      drop schema if exists plain cascade; create schema plain`);
    say('directories');
    await client.query(directories.replaceAll('$1', String(j)));
    say('lives');
    await client.query(lives.replaceAll('$1', String(j)).replaceAll('$2', String(matters)));
    await client.query(duties.replaceAll('$1', String(j)));
    await client.query('analyze plain.life; analyze plain.duty');
    for (const one of facts) {
      say(one[0]);
      await fill(client, j, one);
    }
    await fillBeside(client, j, matters, say);
    if (withPlain) {
      say('base tables');
      await client.query(plain);
    }
    await client.query('drop table plain.life, plain.duty');
    await client.query('vacuum (analyze)');
    await client.query('create table plain.filled ()');
    return j;
  } finally {
    await client.end();
  }
};
