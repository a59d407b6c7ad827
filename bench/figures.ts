/**
 * How long figures take: `node bench/figures.ts --matters 1000000`. Every figure and a set of cross-tables, as of many
 * moments of ten years, counted by the copy in memory, by SQL over the facts, and (where written down) by plain SQL over
 * reduced base tables, which can answer only for today. Then the questions of an annual report. The city is filled by SQL.
 */
import { mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { fromTemplate } from '#core/report/template.ts';
import { templates } from '#core/report/templates.ts';
import { noValues, type ReportScope } from '#core/report/report.ts';
import { national } from '#rulesets/national.ts';
import { houseReader } from '#server/case/house.store.ts';
import { countVariants, crossVariant, type Question } from '#server/figures/count.views.ts';
import { figuresForReports } from '#server/figures/figures-for-reports.ts';
import { type FactMemory, openFactMemory } from '#server/figures/memory/fact-memory.ts';
import { countMoves } from '#server/figures/moves.views.ts';
import { type Db, openDatabase } from '#server/platform/db/database.ts';
import { startEmbedded } from '#server/platform/db/embedded.ts';
import { openHome } from '#server/platform/home.ts';
import { momentOf } from '#server/platform/moment.ts';
import { computeValues } from '#server/report/compute-values.ts';
import { bindTo } from './city.ts';
import { type Ask, asks, catalogue, moveAsks, variantOf } from './figure-asks.ts';
import { fillFigureCity } from './figure-city.ts';
import { type DrawnReport, drawReport } from './figure-report.ts';
import { processorTime } from './processor-time.ts';

const { values: flags } = parseArgs({
  options: {
    matters: { type: 'string', default: '100000' },
    n: { type: 'string', default: '10' },
    gigabytes: { type: 'string', default: '1.5' },
    plain: { type: 'boolean', default: true },
    only: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
  allowNegative: true,
});
const matters = Number(flags.matters);
const n = Number(flags.n);
if (flags.only !== undefined && flags.only !== 'copy') throw new Error('--only copy');
/** Where a city is too large to be asked by SQL in any time worth waiting for. */
const onlyCopy = flags.only === 'copy';
const withPlain = flags.plain && !onlyCopy;
const say = (message: string): void => void process.stderr.write(`${message}\n`);

/** The first is now; the others lie up to ten years back. */
const moments = [
  '2026-06-01T00:00:00.000Z',
  ...Array.from({ length: n - 1 }, (_, turn) =>
    new Date(Date.UTC(2026, 2, 1) - ((turn * 397) % 3200) * 86_400_000).toISOString(),
  ),
];

const quantile = (times: readonly number[], share: number): number => {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
};

type Times = {
  /** The first, which found nothing of it in PostgreSQL's own memory perhaps, and was not planned before. */
  readonly first: number;
  readonly p50: number;
  readonly p95: number;
  /** Processor time of each, of this process and of PostgreSQL with all that help it; null: not told. */
  readonly own: number;
  readonly postgres: number | null;
};

const timed = async (
  postmaster: number,
  run: (moment: string) => Promise<unknown>,
): Promise<{ readonly times: Times; readonly all: readonly number[] }> => {
  const taken: number[] = [];
  const [own, theirs] = [process.cpuUsage(), processorTime(postmaster)];
  for (const moment of moments) {
    const began = performance.now();
    await run(moment);
    taken.push(performance.now() - began);
  }
  const { user, system } = process.cpuUsage(own);
  const after = processorTime(postmaster);
  const each = (sum: number): number => Math.round((sum / moments.length) * 10) / 10;
  const times = {
    first: Math.round((taken[0] ?? 0) * 10) / 10,
    p50: quantile(taken, 0.5),
    p95: quantile(taken, 0.95),
    own: each((user + system) / 1000),
    postgres: theirs === null || after === null ? null : each(after - theirs),
  };
  return { times, all: taken };
};

type Stage = {
  readonly db: Db;
  readonly owner: pg.Client;
  readonly j: number;
  readonly postmaster: number;
  readonly memory: FactMemory;
  /** Whose report it is that is drawn, and of which organ. */
  readonly who: { readonly personId: number; readonly organId: number };
};

const questionOf = ({ j }: Stage, { filters }: Ask, asOf: string, memory?: FactMemory): Question => ({
  jurisdictionId: j,
  reach: { kind: 'all' },
  filters,
  when: { asOf, knownThen: false },
  ...(memory === undefined ? {} : { memory }),
});

const askOnce = (stage: Stage, ask: Ask, asOf: string, memory?: FactMemory): Promise<unknown> => {
  const { figures, by } = ask;
  const variants = figures.map(variantOf);
  const [first] = variants;
  return stage.db.read(stage.j, async (tx) =>
    by === undefined || first === undefined
      ? countVariants(tx, questionOf(stage, ask, asOf, memory), variants)
      : crossVariant(tx, questionOf(stage, ask, asOf, memory), first, by),
  );
};

/** What moved since a year before, of the sets of some figures. */
const askMoves = (
  stage: Stage,
  figures: readonly string[],
  asOf: string,
  memory?: FactMemory,
): Promise<unknown> => {
  const frame = (at: string): Question =>
    questionOf(stage, { name: '', figures, filters: {}, plain: null }, at, memory);
  const before = new Date(Date.parse(asOf) - 365 * 86_400_000).toISOString();
  const groups = figures
    .map(variantOf)
    .map(({ numerator, denominator }) => [numerator, denominator ?? numerator]);
  return stage.db.read(stage.j, (tx) => countMoves(tx, frame(before), frame(asOf), groups));
};

/** The questions of a government's annual report, with last year's beside them and its tables. */
const askReport = async ({ db, j, memory }: Stage, withMemory: boolean): Promise<number> => {
  const houseOf = houseReader();
  // Never loaded: every question goes to SQL.
  const none = openFactMemory(db, { leastRows: Number.MAX_SAFE_INTEGER, mostBytes: 0 });
  const reader = figuresForReports(houseOf, withMemory ? memory : none);
  const actor = {
    jurisdictionId: j,
    personId: 1,
    name: '督查员',
    grants: [{ role: 'supervisor' as const }],
    via: 'session' as const,
  };
  const scope: ReportScope = {
    kind: 'congressAnnual',
    period: { kind: 'year', year: 2025 },
    organId: null,
    unitId: null,
  };
  const content = fromTemplate(templates.congressAnnual, {
    language: 'zh',
    classes: national.resultClasses,
    asOf: '2026-03-01',
    names: { city: '试验市', organ: '', unit: '', period: '2025年' },
  });
  const began = performance.now();
  await db.read(j, (tx) =>
    computeValues(
      {
        scene: { tx, actor, at: momentOf(new Date('2026-06-01T00:00:00Z')) },
        reader,
        scope,
        figures: catalogue,
        ready: true,
      },
      content,
      noValues,
    ),
  );
  return Math.round(performance.now() - began);
};

const told = (times: Times | null | undefined): string => (times ? `${times.p50}/${times.p95}` : '—');

/** `keep` takes what there is after each question, so that a run that is broken off leaves what it has measured. */
const measure = async (stage: Stage, keep: (part: object) => void) => {
  const { owner, postmaster, memory } = stage;
  const rows: { name: string; memory: Times; sql: Times | null; plain: Times | null }[] = [];
  const all: { memory: number[]; sql: number[] } = { memory: [], sql: [] };
  const report = { memory: [] as number[], sql: [] as number[], drawn: [] as DrawnReport[] };
  for (let turn = 0; turn < 3; turn += 1) {
    report.memory.push(await askReport(stage, true));
    if (!onlyCopy) report.sql.push(await askReport(stage, false));
    report.drawn.push(await drawReport(stage, stage.who));
  }
  keep({ rows, report });
  for (const ask of asks) {
    const product = await timed(postmaster, (asOf) => askOnce(stage, ask, asOf, memory));
    const bySql = onlyCopy ? null : await timed(postmaster, (asOf) => askOnce(stage, ask, asOf));
    const { plain } = ask;
    const base =
      plain === null || !withPlain ? null : (await timed(postmaster, () => owner.query(plain))).times;
    all.memory.push(...product.all);
    all.sql.push(...(bySql?.all ?? []));
    rows.push({ name: ask.name, memory: product.times, sql: bySql?.times ?? null, plain: base });
    keep({ rows, report });
    say(
      `${ask.name}: memory ${product.times.p50}/${product.times.p95}, SQL ${told(bySql?.times)}, plain ${told(base)}`,
    );
  }
  for (const { name, figures } of moveAsks) {
    const product = await timed(postmaster, (asOf) => askMoves(stage, figures, asOf, memory));
    const bySql = onlyCopy ? null : (await timed(postmaster, (asOf) => askMoves(stage, figures, asOf))).times;
    rows.push({ name, memory: product.times, sql: bySql, plain: null });
    keep({ rows, report });
    say(`${name}: memory ${product.times.p50}/${product.times.p95}, SQL ${told(bySql)}`);
  }
  const worst = (of: 'memory' | 'sql') => ({
    p50: quantile(all[of], 0.5),
    p95: quantile(all[of], 0.95),
    worstP95: Math.max(...rows.flatMap((row) => row[of]?.p95 ?? [])),
    worst: Math.round(Math.max(...all[of])),
  });
  return {
    rows,
    overall: { memory: worst('memory'), ...(onlyCopy ? {} : { sql: worst('sql') }) },
    report,
  };
};

/** Begins with the first question, and is waited for. */
const loadMemory = async (stage: Stage, ask: Ask) => {
  const [began, own] = [performance.now(), process.cpuUsage()];
  const before = process.memoryUsage();
  await askOnce(stage, ask, moments[0] ?? '', stage.memory);
  await stage.memory.settled();
  const { user, system } = process.cpuUsage(own);
  const after = process.memoryUsage();
  return {
    seconds: Math.round((performance.now() - began) / 100) / 10,
    processorSeconds: Math.round((user + system) / 1e5) / 10,
    megabytes: Math.round((after.arrayBuffers - before.arrayBuffers) / 1e6),
    residentMegabytes: Math.round(after.rss / 1e6),
  };
};

const save = (results: object): string => {
  const folder = path.join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  const file = path.join(
    folder,
    `${new Date().toISOString().slice(0, 10)}-figures-${matters}${onlyCopy ? '-copy' : ''}.json`,
  );
  writeFileSync(file, `${JSON.stringify(results, null, 1)}\n`);
  return file;
};

const home = path.join(os.tmpdir(), 'luoshi-bench', `figures-${matters}`);
const urls = await startEmbedded({ home: openHome(home) });
try {
  const began = performance.now();
  const j = await fillFigureCity(urls.ownerUrl, matters, withPlain, say);
  const filledSeconds = Math.round((performance.now() - began) / 1000);
  const owner = new pg.Client({ connectionString: urls.ownerUrl });
  await owner.connect();
  await bindTo(owner, j);
  const db = openDatabase(urls.appUrl, 3);
  const memory = openFactMemory(db, { leastRows: 0, mostBytes: Number(flags.gigabytes) * 1e9 });
  const { rows: people } = await owner.query<{ person: string; organ: string }>(
    `select (select min(id) from person) as person, (select min(id) from organ where kind = 'congress') as organ`,
  );
  const who = { personId: Number(people[0]?.person), organId: Number(people[0]?.organ) };
  const stage: Stage = { db, owner, j, postmaster: urls.pid, memory, who };
  const loadBefore = os.loadavg().map((one) => Math.round(one * 10) / 10);
  const [first] = asks;
  if (first === undefined) throw new Error('Nothing to ask');
  const loaded = await loadMemory(stage, first);
  say(`memory: ${JSON.stringify(loaded)}`);
  // What follows would be SQL under another name.
  const copied = await db.read(j, (tx) =>
    memory.scan(tx, questionOf(stage, first, moments[0] ?? ''), 'matter', [], ({ table }) => table.size),
  );
  if (copied === null) throw new Error('There is no copy: give it more with --gigabytes');
  const head = {
    at: new Date().toISOString(),
    matters,
    moments: moments.length,
    cpus: os.cpus().length,
    loadBefore,
    filledSeconds,
    loaded,
  };
  const measured = await measure(stage, (part) => save({ ...head, complete: false, ...part }));
  const { rows: sizes } = await owner.query(
    `select relname, pg_size_pretty(pg_table_size(oid)) as size, reltuples::bigint as rows from pg_class
     where relname in ('figure_matter', 'figure_duty', 'figure_reply', 'submission', 'session_opinion', 'supervision_act',
       'urge_slip', 'supervision_notice', 'supervision_notice_step')`,
  );
  const load = os.loadavg().map((one) => Math.round(one * 10) / 10);
  const file = save({ ...head, complete: true, loadAfter: load, postgres: urls.version, sizes, ...measured });
  say(file);
  say(JSON.stringify({ overall: measured.overall, report: measured.report, load }));
  await db.close();
  await owner.end();
} finally {
  await urls.stop();
  if (!flags.keep) {
    // As root the data lies elsewhere, behind a link.
    rmSync(realpathSync(path.join(home, 'pg')), { recursive: true, force: true });
    rmSync(home, { recursive: true, force: true });
  }
}
