/**
 * How long figures take: `node bench/figures.ts --matters 1000000`. Each question is asked of the product's facts and,
 * beside it, as plain SQL of the base tables, which can answer only for today. The facts are filled by SQL.
 */
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { figureCatalogue, findFigure } from '#core/figures/catalogue.ts';
import type { Dimension } from '#core/figures/columns.ts';
import type { Filters } from '#core/figures/expression.ts';
import type { Variant } from '#core/figures/figure.ts';
import { national } from '#rulesets/national.ts';
import { countVariants, crossVariant, type Question } from '#server/figures/count.views.ts';
import { openDatabase } from '#server/platform/db/database.ts';
import { startEmbedded } from '#server/platform/db/embedded.ts';
import { openHome } from '#server/platform/home.ts';
import { bindTo } from './city.ts';
import { generate } from './generate.ts';

const { values: flags } = parseArgs({
  options: { matters: { type: 'string', default: '100000' }, n: { type: 'string', default: '20' } },
});
const matters = Number(flags.matters);
const n = Number(flags.n);
const say = (message: string): void => void process.stderr.write(`${message}\n`);

const at = (day: string): string => `(${day} + time '10:00') at time zone 'Asia/Shanghai'`;
const shared = `m.jurisdiction_id, ${at('m.filed_on')} as recorded_at, m.organ_id, m.session_id, m.lead_proposer_id, m.year,
  case m.kind when 'suggestion' then 0 else 1 end as kind, 2 as level, 0 as proposer_type, m.in_session, m.priority, m.category`;
const role = `case a.role when 'sole' then 0 when 'lead' then 1 when 'separate' then 2 else 3 end`;

/** What the acts would have kept, from the rows that the generator made. */
const fillFacts = async (owner: pg.Client): Promise<void> => {
  const { rows } = await owner.query<{ there: boolean }>(
    'select exists (select from figure_matter) as there',
  );
  if (rows[0]?.there === true) return;
  const fill = async (table: string, columns: string, query: string): Promise<void> => {
    say(table);
    await owner.query(`insert into ${table} (${columns}) ${query}`);
    await owner.query(`vacuum (analyze) ${table}`);
  };
  const dims =
    'jurisdiction_id, recorded_at, organ_id, session_id, lead_proposer_id, year, kind, level, proposer_type, in_session, priority, category';
  await fill(
    'figure_matter',
    `${dims}, matter_id, unit_id, filed_at, assigned_at, replied_at, closed_at`,
    `select ${shared}, m.id, m.lead_unit_id, ${at('m.filed_on')}, ${at('m.assigned_on')},
      case when m.stage in ('replied', 'rated', 'closed', 'rehandling') then ${at('m.assigned_on')} + interval '60 days' end,
      m.closed_at from matter m order by m.id`,
  );
  await fill(
    'figure_duty',
    `${dims}, assignment_id, matter_id, unit_id, role, assigned_at, sign_due_at, signed_at, contacted_at, met_at, due_at, done_at, ended_at`,
    `select ${shared}, a.id, m.id, a.unit_id, ${role}, ${at('a.assigned_on')}, ${at('a.assigned_on + 7')}, ${at('a.signed_on')},
      ${at('a.signed_on + 5')}, case when a.id % 3 > 0 then ${at('a.signed_on + 9')} end, ${at('a.assigned_on + 90')},
      ${at('a.answered_on')}, ${at('a.ended_on')}
    from assignment a join matter m on m.jurisdiction_id = a.jurisdiction_id and m.id = a.matter_id order by a.id`,
  );
  await fill(
    'figure_reply',
    `${dims}, reply_id, assignment_id, matter_id, unit_id, role, round, points, points_adopted, disclosure, class, resolved,
      follow_up, adopted, issued_at, rated_at, attitude, outcome, attitude_grade, outcome_grade`,
    `select ${shared}, r.id, r.assignment_id, m.id, r.unit_id, ${role}, r.round, 2, 1, 0, r.result_class, r.result_class = 'A',
      r.result_class = 'B', true, ${at('r.issued_on')}, g.sealed_at, g.attitude, g.outcome,
      1 + (g.id % 20 = 0)::int, 1 + (g.id % 20 = 0)::int
    from reply r join assignment a on a.jurisdiction_id = r.jurisdiction_id and a.id = r.assignment_id
    join matter m on m.jurisdiction_id = r.jurisdiction_id and m.id = r.matter_id
    left join rating g on g.jurisdiction_id = r.jurisdiction_id and g.reply_id = r.id and g.state = 'sealed'
    where r.state = 'issued' order by r.id`,
  );
};

const catalogue = figureCatalogue(national);
const variantOf = (name: string): Variant => {
  const found = findFigure(catalogue, name);
  if (found === null) throw new Error(`No figure ${name}`);
  return found.variant;
};

type Ask = {
  readonly name: string;
  readonly figures: readonly string[];
  readonly filters: Filters;
  readonly by?: { readonly rows: Dimension; readonly columns: Dimension | null };
  /** The same of the base tables; null: they cannot say it. */
  readonly plain: string | null;
};

const joined = `from reply r join matter m on m.jurisdiction_id = r.jurisdiction_id and m.id = r.matter_id
  left join rating g on g.jurisdiction_id = r.jurisdiction_id and g.reply_id = r.id and g.state = 'sealed'
  where r.state = 'issued' and m.stage <> 'withdrawn' and not exists (select from reply x
    where x.jurisdiction_id = r.jurisdiction_id and x.assignment_id = r.assignment_id and x.state = 'issued' and x.round > r.round)`;

const asks: readonly Ask[] = [
  {
    name: 'satisfaction, all years',
    figures: ['satisfactionRate'],
    filters: {},
    plain: `select count(*) filter (where g.outcome <> 'unsatisfied'), count(g.id) ${joined}`,
  },
  {
    name: 'reply rate, all years',
    figures: ['replyRate'],
    filters: {},
    plain: `select count(*) filter (where a.answered_on is not null), count(*) from assignment a
      join matter m on m.jurisdiction_id = a.jurisdiction_id and m.id = a.matter_id
      where a.live and a.role <> 'assist' and m.stage <> 'withdrawn'`,
  },
  {
    name: 'matters filed, all years',
    figures: ['mattersFiled'],
    filters: {},
    plain: 'select count(*) from matter',
  },
  {
    name: 'satisfaction, one year',
    figures: ['satisfactionRate'],
    filters: { year: ['2025'] },
    plain: `select count(*) filter (where g.outcome <> 'unsatisfied'), count(g.id) ${joined} and m.year = 2025`,
  },
  {
    name: 'replies by unit × class, all years',
    figures: ['repliesIssued'],
    filters: {},
    by: { rows: 'unit', columns: 'class' },
    plain: `select r.unit_id, r.result_class, count(*) ${joined} group by grouping sets ((1, 2), (1), (2), ())`,
  },
  {
    name: 'duties by unit × role, all years',
    figures: ['assignments'],
    filters: {},
    by: { rows: 'unit', columns: 'role' },
    plain: `select a.unit_id, a.role, count(*) from assignment a join matter m on m.jurisdiction_id = a.jurisdiction_id
      and m.id = a.matter_id where a.live and m.stage <> 'withdrawn' group by grouping sets ((1, 2), (1), (2), ())`,
  },
  {
    name: 'satisfaction by year × category',
    figures: ['satisfactionRate'],
    filters: {},
    by: { rows: 'year', columns: 'category' },
    plain: `select m.year, m.category, count(*) filter (where g.outcome <> 'unsatisfied'), count(g.id) ${joined}
      group by grouping sets ((1, 2), (1), (2), ())`,
  },
  {
    name: 'replies by system × district, one year',
    figures: ['repliesIssued'],
    filters: { year: ['2025'] },
    by: { rows: 'system', columns: 'district' },
    plain: null,
  },
  {
    name: 'every figure of one year',
    figures: catalogue
      .flatMap(({ id, variants }) => variants.map((one) => `${id}.${one.id}`))
      .filter((name) => ['matter', 'duty', 'reply'].includes(variantOf(name).numerator.source)),
    filters: { year: ['2025'] },
    plain: null,
  },
];

const quantile = (times: readonly number[], share: number): number =>
  Math.round(
    [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0,
  );

const time = async (times: number, run: (turn: number) => Promise<unknown>) => {
  await run(0);
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const began = performance.now();
    await run(turn);
    taken.push(performance.now() - began);
  }
  return { p50: quantile(taken, 0.5), p95: quantile(taken, 0.95) };
};

const urls = await startEmbedded({
  home: openHome(path.join(os.tmpdir(), 'luoshi-bench', `figures-${matters}`)),
});
try {
  await generate(urls.ownerUrl, matters, say, 40, ['matter_search', 'journal', 'journal_head']);
  const owner = new pg.Client({ connectionString: urls.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ id: string }>(`select id from jurisdiction where code = 'bench'`);
  const j = Number(rows[0]?.id);
  await bindTo(owner, j);
  await fillFacts(owner);
  const db = openDatabase(urls.appUrl, 3);
  // The years that the generator fills end before this; each turn asks for another moment.
  const moments = Array.from({ length: n }, (_, turn) =>
    new Date(Date.UTC(2026, 5, 1) - turn * 17 * 86_400_000).toISOString(),
  );
  const questionOf = (filters: Filters, turn: number): Question => ({
    jurisdictionId: j,
    reach: { kind: 'all' },
    filters,
    when: { asOf: moments[turn] ?? '2026-06-01T00:00:00.000Z', knownThen: false },
  });
  const measured = [];
  for (const { name, figures, filters, by, plain } of asks) {
    const variants = figures.map(variantOf);
    const [first] = variants;
    if (first === undefined) continue;
    const product = await time(n, (turn) =>
      db.read(j, async (tx) =>
        by === undefined
          ? countVariants(tx, questionOf(filters, turn), variants)
          : crossVariant(tx, questionOf(filters, turn), first, by),
      ),
    );
    const base = plain === null ? null : await time(Math.min(n, 5), () => owner.query(plain));
    measured.push({ name, product, base });
    say(`${name}: ${JSON.stringify(product)} against ${JSON.stringify(base)}`);
  }
  const { rows: sizes } = await owner.query(
    `select relname, pg_size_pretty(pg_table_size(oid)) as size, reltuples::bigint as rows from pg_class where relname in ('figure_matter', 'figure_duty', 'figure_reply')`,
  );
  const load = os.loadavg().map((one) => Math.round(one * 10) / 10);
  process.stdout.write(`${JSON.stringify({ matters, n, measured, sizes, load }, null, 1)}\n`);
  await db.close();
  await owner.end();
} finally {
  await urls.stop();
}
