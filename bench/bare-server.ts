/**
 * The yardstick: Fastify and prepared statements on the same database, with nothing of the product: no sign-in, no
 * row-level security, no rules, no parsing of answers. What it costs is what the questions themselves cost.
 * Run by run.ts: `node bench/bare-server.ts DATABASE_URL`; prints its port.
 */
import { randomUUID } from 'node:crypto';
import process from 'node:process';
import Fastify from 'fastify';
import pg from 'pg';

type Query = Readonly<Record<string, string>>;

const pool = new pg.Pool({ connectionString: process.argv[2], max: 10 });

const listColumns = `
  m.id, m.kind, m.case_no, m.title, m.stage, m.year, m.in_session, m.category, m.filed_on, m.assigned_on,
  m.result_class, m.due_on, m.updated_at, s.number as session, t.number as term, p.name as lead_proposer,
  u.name as lead_unit,
  (select count(*)::int from proposer x where x.jurisdiction_id = m.jurisdiction_id and x.matter_id = m.id) as proposers,
  (select count(*)::int from contact c where c.jurisdiction_id = m.jurisdiction_id and c.matter_id = m.id) as contacts,
  (select json_agg(json_build_object('name', v.short_name, 'role', a.role, 'state', a.state))
    from assignment a join unit v on v.jurisdiction_id = a.jurisdiction_id and v.id = a.unit_id
    where a.jurisdiction_id = m.jurisdiction_id and a.matter_id = m.id and a.live) as units`;

const listJoins = `
  join session s on s.jurisdiction_id = m.jurisdiction_id and s.id = m.session_id
  join term t on t.jurisdiction_id = m.jurisdiction_id and t.id = s.term_id
  left join person p on p.jurisdiction_id = m.jurisdiction_id and p.id = m.lead_proposer_id
  left join unit u on u.jurisdiction_id = m.jurisdiction_id and u.id = m.lead_unit_id`;

const filtered = `
  m.jurisdiction_id = $1 and m.stage = $3 and m.id in (
    select a.matter_id from assignment a where a.jurisdiction_id = $1 and a.unit_id = $2 and a.live)`;

const texts = {
  list: `
    with hits as materialized (
      select m.jurisdiction_id, m.id from matter m where ${filtered} order by m.due_on, m.id limit 50)
    select ${listColumns} from hits h join matter m on m.jurisdiction_id = h.jurisdiction_id and m.id = h.id
    ${listJoins} order by m.due_on, m.id`,
  total: `select count(*)::int as n from matter m where ${filtered}`,
  get: `
    select m.*, b.body, s.number as session, s.year as session_year, t.number as term, o.name as organ,
      (select json_agg(json_build_object('no', q.no, 'text', q.text) order by q.no) from point q
        where q.jurisdiction_id = m.jurisdiction_id and q.matter_id = m.id) as points,
      (select json_agg(json_build_object('id', p.id, 'name', p.name, 'group', p.group_name) order by x.position)
        from proposer x join person p on p.jurisdiction_id = x.jurisdiction_id and p.id = x.person_id
        where x.jurisdiction_id = m.jurisdiction_id and x.matter_id = m.id) as proposers,
      (select json_agg(json_build_object('id', a.id, 'version', a.version, 'unit', u.name, 'boundary', u.boundary,
          'role', a.role, 'state', a.state, 'round', a.round, 'assignedOn', a.assigned_on, 'signedOn', a.signed_on,
          'answeredOn', a.answered_on, 'endedOn', a.ended_on, 'section', c.name, 'handler', h.name, 'leader', l.name,
          'handBackReason', a.hand_back_reason, 'due', a.due_on, 'resultClass', a.result_class) order by a.id)
        from assignment a join unit u on u.jurisdiction_id = a.jurisdiction_id and u.id = a.unit_id
        left join unit c on c.jurisdiction_id = a.jurisdiction_id and c.id = a.section_id
        left join person h on h.jurisdiction_id = a.jurisdiction_id and h.id = a.handler_id
        left join person l on l.jurisdiction_id = a.jurisdiction_id and l.id = a.leader_id
        where a.jurisdiction_id = m.jurisdiction_id and a.matter_id = m.id) as assignments,
      (select json_agg(json_build_object('id', c.id, 'assignmentId', c.assignment_id, 'stage', c.stage,
          'channel', c.channel, 'at', c.at, 'who', c.who, 'rank', c.rank, 'present', c.proposer_present,
          'said', c.said, 'enteredBy', e.name, 'struck', c.struck_reason) order by c.id)
        from contact c join person e on e.jurisdiction_id = c.jurisdiction_id and e.id = c.entered_by
        where c.jurisdiction_id = m.jurisdiction_id and c.matter_id = m.id) as contacts,
      (select json_agg(json_build_object('id', o.id, 'n', o.n, 'text', o.text, 'dissent', o.dissent, 'at', o.given_at) order by o.id)
        from opinion o where o.jurisdiction_id = m.jurisdiction_id and o.matter_id = m.id) as opinions,
      (select json_agg(json_build_object('id', r.id, 'version', r.version, 'state', r.state, 'round', r.round,
          'content', r.content, 'documentNo', r.document_no, 'issuedOn', r.issued_on,
          'reviews', (select json_agg(json_build_object('level', v.level, 'outcome', v.outcome, 'note', v.note,
              'by', p.name, 'at', v.at) order by v.id)
            from review v join person p on p.jurisdiction_id = v.jurisdiction_id and p.id = v.by_id
            where v.jurisdiction_id = r.jurisdiction_id and v.reply_id = r.id)) order by r.id)
        from reply r where r.jurisdiction_id = m.jurisdiction_id and r.matter_id = m.id) as replies,
      (select json_agg(json_build_object('id', g.id, 'round', g.round, 'by', p.name, 'state', g.state,
          'attitude', g.attitude, 'outcome', g.outcome, 'reason', g.reason, 'points', g.points) order by g.id)
        from rating g join person p on p.jurisdiction_id = g.jurisdiction_id and p.id = g.proposer_id
        where g.jurisdiction_id = m.jurisdiction_id and g.matter_id = m.id) as ratings,
      (select json_agg(json_build_object('at', q.at, 'actor', q.entry::json ->> 'actor', 'command', q.command,
          'events', q.entry::json -> 'data') order by q.n)
        from journal q where q.jurisdiction_id = m.jurisdiction_id and q.stream = 'matter:' || m.id) as timeline
    from matter m join matter_text b on b.jurisdiction_id = m.jurisdiction_id and b.matter_id = m.id
    join organ o on o.jurisdiction_id = m.jurisdiction_id and o.id = m.organ_id
    join session s on s.jurisdiction_id = m.jurisdiction_id and s.id = m.session_id
    join term t on t.jurisdiction_id = m.jurisdiction_id and t.id = s.term_id
    where m.jurisdiction_id = $1 and m.id = $2`,
  scan: `
    with hits as materialized (
      select m.jurisdiction_id, m.id, m.due_on, count(*) over ()::int as n from matter m
      join matter_text b on b.jurisdiction_id = m.jurisdiction_id and b.matter_id = m.id
      where m.jurisdiction_id = $1 and (m.title like $2 or b.body like $2) order by m.due_on, m.id limit 50)
    select h.n, ${listColumns} from hits h join matter m on m.jurisdiction_id = h.jurisdiction_id and m.id = h.id
    ${listJoins} order by m.due_on, m.id`,
  counts: `
    select unit_id, result_class, count(*)::int as n from assignment
    where jurisdiction_id = $1 and live group by unit_id, result_class`,
  sign: `
    update assignment set state = 'signed', signed_on = current_date, version = version + 1
    where jurisdiction_id = $1 and id = $2 and version = $3 and state = 'assigned' returning matter_id`,
  stage: `
    update matter m set version = version + 1, updated_at = now(),
      stage = case when stage = 'assigned' and not exists (select 1 from assignment a
        where a.jurisdiction_id = m.jurisdiction_id and a.matter_id = m.id and a.live and a.role <> 'assist'
          and a.state = 'assigned') then 'handling' else stage end
    where jurisdiction_id = $1 and id = $2`,
  journal: `
    insert into journal (jurisdiction_id, stream, n, at, actor_id, via, command, matter_id, entry, previous_hash, hash)
    values ($1, $2, 1, now(), 1, 'bare', 'assignment.signFor', $3, $4, '', '')`,
} as const;

const ask = (client: pg.Pool | pg.PoolClient, name: keyof typeof texts, values: unknown[]) =>
  client.query<Record<string, unknown>>({ name, text: texts[name], values });

const server = Fastify({ forceCloseConnections: true });

server.get('/list', async (request) => {
  const { j, unit, stage } = request.query as Query;
  const [page, total] = await Promise.all([
    ask(pool, 'list', [j, unit, stage]),
    ask(pool, 'total', [j, unit, stage]),
  ]);
  return { items: page.rows, total: total.rows[0]?.['n'] };
});

server.get('/matter', async (request) => {
  const { j, id } = request.query as Query;
  return (await ask(pool, 'get', [j, id])).rows[0];
});

server.get('/scan', async (request) => {
  const { j, q } = request.query as Query;
  const { rows } = await ask(pool, 'scan', [j, `%${q}%`]);
  return { items: rows, total: rows[0]?.['n'] ?? 0 };
});

server.get('/counts', async (request) => {
  const { j } = request.query as Query;
  return { rows: (await ask(pool, 'counts', [j])).rows };
});

server.post('/sign', async (request, reply) => {
  const { j, id, version } = request.query as Query;
  const client = await pool.connect();
  try {
    await client.query('begin');
    const signed = await ask(client, 'sign', [j, id, version]);
    const matterId = signed.rows[0]?.['matter_id'];
    if (matterId === undefined) {
      await client.query('rollback');
      return await reply.status(412).send({});
    }
    await ask(client, 'stage', [j, matterId]);
    const entry = JSON.stringify({ command: 'assignment.signFor', id, matterId });
    await ask(client, 'journal', [j, `bare:${randomUUID()}`, matterId, entry]);
    await client.query('commit');
    return { matterId, id };
  } finally {
    client.release();
  }
});

await server.listen({ port: Number(process.argv[3] ?? 0), host: '127.0.0.1' });
process.on('SIGTERM', () => {
  void server.close().then(() => pool.end());
});
process.stdout.write(`${JSON.stringify({ ready: true })}\n`);
