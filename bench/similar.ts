/**
 * Similar matters while somebody types, then recommended units of one and of 500 matters:
 * `node bench/similar.ts --matters 1000000 [--n 300]`. The city has all that the endpoints read; texts, search words and journal, which it never reads, are left out, so that filling takes minutes.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { keysOfText } from '#core/similar/keys.ts';
import { startEmbedded } from '#server/platform/db/embedded.ts';
import { openHome } from '#server/platform/home.ts';
import { randomFrom } from '../demo/random.ts';
import { bindTo, signIn } from './city.ts';
import { copyIn, copyLine } from './copy-in.ts';
import { generate } from './generate.ts';
import { type Answer, type Ask, figuresOf, type Target, targetAt } from './load.ts';
import { textMaker } from './texts.ts';

const { values: flags } = parseArgs({
  options: {
    matters: { type: 'string', default: '100000' },
    n: { type: 'string', default: '300' },
    port: { type: 'string', default: '3831' },
  },
});
const matters = Number(flags.matters);
const say = (message: string): void => void process.stderr.write(`${message}\n`);

const keyBatch = 10_000;

/** Keys of all matters by COPY, the index built afterwards; a city that has them is left as it is. */
const fillKeys = async (client: pg.Client, j: number): Promise<void> => {
  const { rows } = await client.query('select 1 from matter_key limit 1');
  if (rows.length > 0) return;
  await client.query('alter table matter_key drop constraint matter_key_pkey');
  await client.query('drop index matter_key_matter');
  for (let from = 0; from < matters; from += keyBatch) {
    const found = await client.query<{ id: string; title: string }>(
      'select id, title from matter where jurisdiction_id = $1 and id > $2 and id <= $3 order by id',
      [j, from, from + keyBatch],
    );
    const lines = found.rows.flatMap(({ id, title }) =>
      keysOfText({ title }).map((key) => copyLine([j, key, Number(id)])),
    );
    await copyIn(client, 'matter_key', 'jurisdiction_id, key, matter_id', lines);
    if (from % 100_000 === 0) say(`keys of ${from} matters`);
  }
  await client.query(`set maintenance_work_mem = '1GB'`);
  await client.query('alter table matter_key add primary key (jurisdiction_id, key, matter_id)');
  await client.query('create index matter_key_matter on matter_key (jurisdiction_id, matter_id)');
  await client.query(`update matter set public_consent = 'full' where id % 3 = 0`);
  await client.query('vacuum (analyze) matter, matter_key');
};

/** Titles as they are while they are typed: any beginning of four characters and more. */
const typed = (n: number): readonly string[] => {
  const random = randomFrom(77);
  const texts = textMaker(random, 0);
  return Array.from({ length: n }, () => {
    const { title } = texts.next();
    return title.slice(0, random.int(Math.min(6, title.length), title.length));
  });
};

const ask = (title: string, cookie: string): Ask => ({
  method: 'POST',
  path: '/api/similar',
  headers: { cookie },
  body: { title },
});

/** `width` clients, each with its own connection, each asking its share in turn. */
const measure = async (targets: readonly Target[], asks: readonly Ask[]): Promise<readonly Answer[]> => {
  const answers: Answer[] = [];
  await Promise.all(
    targets.map(async (target, lane) => {
      for (let at = lane; at < asks.length; at += targets.length) {
        const one = asks[at];
        if (one === undefined) continue;
        const answer = await target.ask(one);
        if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text.slice(0, 200)}`);
        answers.push(answer);
      }
    }),
  );
  return answers;
};

const children: ChildProcess[] = [];
const serve = (url: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const file = path.join(import.meta.dirname, 'product-server.ts');
    const started = spawn(process.execPath, [file, url, flags.port], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(started);
    started.once('exit', (code) => reject(new Error(`The server ended with ${code}`)));
    started.stdout.once('data', () => resolve());
  });

const cookieOf = async (client: pg.Client, j: number, role: string): Promise<string> => {
  const { rows } = await client.query<{ person_id: string }>(
    'select person_id from role_grant where role = $1 order by id limit 1',
    [role],
  );
  return signIn(client, j, Number(rows[0]?.person_id));
};

const bulk = 500;
const rounds = 8;

/** Units recommended for one matter, and for many in one request. */
const measureRecommendation = async (
  client: pg.Client,
  cookie: string,
): Promise<Record<string, unknown>[]> => {
  const { rows } = await client.query<{ id: string }>(
    'select id from matter order by (id * 7919) % 1000003, id limit $1',
    [bulk * rounds],
  );
  const ids = rows.map(({ id }) => Number(id));
  const target = targetAt(Number(flags.port));
  const single = ids.slice(0, Number(flags.n) + 20).map(
    (id): Ask => ({
      method: 'GET',
      path: `/api/matters/${id}/recommendation`,
      headers: { cookie },
    }),
  );
  const many = Array.from(
    { length: rounds },
    (_, at): Ask => ({
      method: 'POST',
      path: '/api/recommendations',
      headers: { cookie },
      body: { matterIds: ids.slice(at * bulk, (at + 1) * bulk) },
    }),
  );
  await measure([target], single.slice(0, 20));
  const one = await measure([target], single.slice(20));
  const all = await measure([target], many);
  target.close();
  const shape = (what: string, answers: readonly Answer[]) => {
    const { n, p50, p95 } = figuresOf(answers);
    const withPast = answers.filter(({ text }) => text.includes('"kind":"past"')).length;
    return { what, n, withPast, p50: Math.round(p50 * 10) / 10, p95: Math.round(p95 * 10) / 10 };
  };
  return [shape('recommendation of one', one), shape(`recommendations of ${bulk}`, all)];
};

const urls = await startEmbedded({
  home: openHome(path.join(os.tmpdir(), 'luoshi-bench', `similar-${matters}`)),
});
try {
  await generate(urls.ownerUrl, matters, say, 0, [
    ...(['matter_text', 'matter_search', 'point', 'contact', 'journal', 'journal_head'] as const),
  ]);
  const client = new pg.Client({ connectionString: urls.ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(`select id from jurisdiction where code = 'bench'`);
  const j = Number(rows[0]?.id);
  await bindTo(client, j);
  await fillKeys(client, j);
  const sizes = await client.query(
    `select count(*)::int as keys, pg_size_pretty(pg_total_relation_size('matter_key')) as size from matter_key`,
  );
  await serve(urls.appUrl);
  const titles = typed(Number(flags.n));
  const results: Record<string, unknown>[] = [];
  for (const role of ['supervisor', 'unit-office', 'proposer']) {
    const cookie = await cookieOf(client, j, role);
    const asks = titles.map((title) => ask(title, cookie));
    for (const width of [1, 4]) {
      const targets = Array.from({ length: width }, () => targetAt(Number(flags.port)));
      await measure(targets, asks.slice(0, 30));
      const answers = await measure(targets, asks);
      const found = answers.filter(({ text }) => text !== '{"items":[]}').length;
      const { n, p50, p95 } = figuresOf(answers);
      results.push({ role, width, n, found, p50: Math.round(p50 * 10) / 10, p95: Math.round(p95 * 10) / 10 });
      say(JSON.stringify(results.at(-1)));
      for (const target of targets) target.close();
    }
  }
  results.push(...(await measureRecommendation(client, await cookieOf(client, j, 'supervisor'))));
  const load = os.loadavg().map((one) => Math.round(one * 10) / 10);
  const at = new Date().toISOString();
  const whole = { at, measure: 'similar', matters, cpus: os.cpus().length, load, ...sizes.rows[0], results };
  process.stdout.write(`${JSON.stringify(whole, null, 1)}\n`);
  const folder = path.join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, `${at.slice(0, 10)}-similar-${matters}.json`),
    `${JSON.stringify(whole, null, 1)}\n`,
  );
  await client.end();
} finally {
  for (const child of children) {
    child.removeAllListeners('exit');
    child.kill('SIGTERM');
  }
  await urls.stop();
}
