/**
 * The benchmark: the product and the bare server on one database, asked in turn.
 * `node bench/run.ts --matters 100000 [--json] [--only list,get] [--n 300]`; see README.md.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { asAppRole } from '#server/cli/open-home.ts';
import { startEmbedded } from '#server/platform/db/embedded.ts';
import { openHome } from '#server/platform/home.ts';
import { bindTo, signIn } from './city.ts';
import { generate } from './generate.ts';
import { measureImport } from './import-rows.ts';
import { paired, type Target, targetAt } from './load.ts';
import * as measures from './measures.ts';
import { report, type Results } from './report.ts';

const { values: flags } = parseArgs({
  options: {
    matters: { type: 'string', default: '100000' },
    home: { type: 'string' },
    json: { type: 'boolean', default: false },
    only: {
      type: 'string',
      default: 'list,own,get,command,counts,calendar,board,lights,narrowed,search,import,rls',
    },
    n: { type: 'string', default: '300' },
    rows: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '2' },
    port: { type: 'string', default: '3821' },
    lean: { type: 'boolean', default: false },
  },
});

const matters = Number(flags.matters);
const port = Number(flags.port);
const wanted = new Set(flags.only.split(','));
const say = (message: string): void => void process.stderr.write(`${message}\n`);

type Urls = { readonly ownerUrl: string; readonly appUrl: string; readonly stop: () => Promise<void> };

/** The database that DATABASE_URL names, which must be empty or the benchmark's own; else an embedded one. */
const openDatabase = async (): Promise<Urls> => {
  const url = process.env['DATABASE_URL'];
  if (url !== undefined) return { ownerUrl: url, appUrl: asAppRole(url), stop: async () => undefined };
  const home = flags.home ?? path.join(os.tmpdir(), 'luoshi-bench', `${matters}${flags.lean ? '-lean' : ''}`);
  return startEmbedded({ home: openHome(home) });
};

const children: ChildProcess[] = [];

/** Starts a server of this folder and waits for its first line. */
const serve = (file: string, url: string, at: number): Promise<Target> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(import.meta.dirname, file), url, String(at)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
    child.stdout.once('data', () => resolve(targetAt(at)));
  });

const openBench = async (urls: Urls): Promise<measures.Bench> => {
  const client = new pg.Client({ connectionString: urls.ownerUrl });
  // When a measure fails the server is stopped under this connection; the measure's own fault is the one to show.
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ id: string }>(`select id from jurisdiction where code = 'bench'`);
  const jurisdictionId = Number(rows[0]?.id);
  await bindTo(client, jurisdictionId);
  const person = async (role: string, unitId: number | null): Promise<number> => {
    const found = await client.query<{ person_id: string }>(
      'select person_id from role_grant where role = $1 and unit_id is not distinct from $2 order by id limit 1',
      [role, unitId],
    );
    return Number(found.rows[0]?.person_id);
  };
  const units = await client.query<{ id: string }>(`select id from unit where kind = 'unit' order by id`);
  const unitIds = units.rows.map((row) => Number(row.id));
  const clerkUnit = unitIds[0] ?? 0;
  return {
    client,
    product: await serve('product-server.ts', urls.appUrl, port),
    bare: await serve('bare-server.ts', urls.ownerUrl, port + 1),
    jurisdictionId,
    matters,
    supervisor: await signIn(client, jurisdictionId, await person('supervisor', null)),
    clerk: await signIn(client, jurisdictionId, await person('unit-office', clerkUnit)),
    clerkUnit,
    units: unitIds,
  };
};

/** The product as the owner, whom row-level security does not bind, against the product as it is. */
const measureRls = async (bench: measures.Bench, urls: Urls, n: number): Promise<measures.Measured[]> => {
  const free = await serve('product-server.ts', urls.ownerUrl, port + 2);
  const measured: measures.Measured[] = [];
  for (const [name, pathOf] of [
    ['list', (at: number) => `/api/ledger?unitId=${bench.units[at % 20]}&stage=handling`],
    ['get', (at: number) => `/api/matters/${1 + ((at * 7_919) % matters)}`],
  ] as const) {
    const pairs = Array.from({ length: n }, (_, at) => {
      const ask = { path: pathOf(at), headers: { cookie: bench.supervisor } };
      return { a: ask, b: ask };
    });
    const { a, b } = await paired(bench.product, free, pairs, 30);
    measured.push({ name: `row-level security on / off: ${name}`, product: a, bare: b });
  }
  free.close();
  return measured;
};

const measureAll = async (bench: measures.Bench, urls: Urls): Promise<Results> => {
  const n = Number(flags.n);
  const rows: measures.Measured[] = [];
  type Step = () => Promise<measures.Measured | readonly measures.Measured[]>;
  const step = async (key: string, measure: Step): Promise<void> => {
    if (!wanted.has(key)) return;
    say(key);
    rows.push(...[await measure()].flat());
  };
  const warm = Math.min(50, Math.floor(n / 4));
  await step('list', () => measures.measureList(bench, n, warm));
  await step('own', () => measures.measureOwnList(bench, n, warm));
  await step('get', () => measures.measureGet(bench, n, warm));
  await step('command', () => measures.measureCommand(bench, n, warm));
  await step('counts', () => measures.measureCounts(bench, Math.min(n, 100), 10));
  await step('calendar', () => measures.measureCalendar(bench, Math.min(n, 100), 10));
  await step('board', () => measures.measureBoard(bench, Math.min(n, 100), 10));
  await step('lights', () => measures.measureLights(bench, Math.min(n, 80), 8));
  await step('narrowed', () => measures.measureNarrowed(bench, Math.min(n, 48), 6));
  const search = wanted.has('search') ? await measures.measureSearch(bench, 15) : null;
  if (wanted.has('rls')) rows.push(...(await measureRls(bench, urls, Math.min(n, 150))));
  const imported = wanted.has('import')
    ? await measureImport(urls, bench, { rows: Number(flags.rows), rounds: Number(flags.rounds) }, say)
    : null;
  return {
    at: new Date().toISOString(),
    matters,
    cpus: os.cpus().length,
    load: os.loadavg().map((one) => Math.round(one * 10) / 10),
    postgres:
      (await bench.client.query<{ server_version: string }>('show server_version')).rows[0]?.server_version ??
      '',
    rows,
    search,
    imported,
  };
};

const keep = (results: Results): string => {
  const folder = path.join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  const day = results.at.slice(0, 10);
  const taken = readdirSync(folder).filter((name) => name.startsWith(day)).length;
  const file = path.join(folder, `${day}-${taken + 1}.json`);
  writeFileSync(file, `${JSON.stringify(results, null, 1)}\n`);
  return file;
};

const urls = await openDatabase();
try {
  await generate(urls.ownerUrl, matters, say, flags.lean ? 40 : undefined);
  const bench = await openBench(urls);
  const results = await measureAll(bench, urls);
  process.stdout.write(flags.json ? `${JSON.stringify(results)}\n` : report(results));
  say(keep(results));
  bench.product.close();
  bench.bare.close();
  await bench.client.end();
} finally {
  for (const child of children) {
    child.removeAllListeners('exit');
    child.kill('SIGTERM');
  }
  await urls.stop();
}
