/**
 * Kills the whole of Luoshi at random moments while people write, starts it again, and looks for every write that
 * had been acknowledged. The same harness runs with synchronous commit off, where it must find losses: a harness
 * that cannot report a loss proves nothing.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { totpCode } from '#server/account/totp.ts';

export type CrashReport = {
  readonly rounds: number;
  readonly acknowledged: number;
  readonly lost: number;
  /** Rows that were acknowledged once and stand twice. */
  readonly doubled: number;
  /** Starts that did not come up by themselves. */
  readonly failedStarts: number;
  readonly slowestStartMs: number;
};

const root = path.resolve(import.meta.dirname, '../..');
const node = path.join(root, 'node_modules/node/bin/node');
const password = 'Crash-Harness-9';

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

type Running = { readonly process: ChildProcess; readonly output: () => string };

const start = (home: string, port: number, settings: string): Running => {
  let text = '';
  const child = spawn(node, ['server/main.ts', 'all', '--no-demo'], {
    cwd: root,
    detached: true,
    env: {
      ...process.env,
      LUOSHI_HOME: home,
      PORT: String(port),
      LUOSHI_RATE_LIMIT: '10000000',
      ...(settings === '' ? {} : { LUOSHI_PG_SETTINGS: settings }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return { process: child, output: () => text };
};

const isReady = async (base: string): Promise<boolean> => {
  try {
    const response = await fetch(`${base}/healthz`, { signal: AbortSignal.timeout(1_000) });
    return response.ok;
  } catch {
    return false;
  }
};

const waitReady = async (base: string, running: Running): Promise<boolean> => {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    if (running.process.exitCode !== null) return false;
    if (await isReady(base)) return true;
    await sleep(50);
  }
  return false;
};

/** Every process below the given ones, found before any of them is killed. */
const descendants = (pids: readonly number[]): readonly number[] => {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const found = new Set(pids);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [pid = 0, parent = 0] of table)
      if (found.has(parent) && !found.has(pid)) {
        found.add(pid);
        grown = true;
      }
  }
  return [...found];
};

const postmasterOf = (home: string): readonly number[] => {
  const candidates = ['pg/data/postmaster.pid', 'pg/postmaster.pid'].map((file) => path.join(home, file));
  const file = candidates.find((one) => existsSync(one));
  return file === undefined ? [] : [Number(readFileSync(file, 'utf8').split('\n')[0])];
};

const killAll = (home: string, running: Running): void => {
  const pids = descendants([running.process.pid ?? 0, ...postmasterOf(home)].filter((pid) => pid > 1));
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It had ended by itself.
    }
  }
};

/** A person with a browser's cookie. */
class Session {
  private cookie = '';
  private readonly base: string;
  constructor(base: string) {
    this.base = base;
  }
  async call(
    method: string,
    address: string,
    body?: unknown,
    key?: string,
  ): Promise<{ status: number; body: unknown }> {
    const response = await fetch(this.base + address, {
      method,
      headers: {
        ...(this.cookie === '' ? {} : { cookie: this.cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(15_000),
    });
    const set = response.headers.getSetCookie()[0];
    if (set !== undefined) this.cookie = set.split(';', 1)[0] ?? '';
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  }
}

const expectOk = (answer: { status: number; body: unknown }, what: string): Record<string, unknown> => {
  if (answer.status >= 300) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return (answer.body ?? {}) as Record<string, unknown>;
};

/** Signs the first administrator in, second factor and all. */
const becomeAdministrator = async (session: Session, output: string): Promise<void> => {
  const token = /\d+\.[\w-]{43}/.exec(output)?.[0];
  if (token === undefined) throw new Error(`No first-administrator token in: ${output}`);
  const credentials = { username: 'admin', password };
  expectOk(
    await session.call('POST', '/api/first-administrator', { token, name: '管理员', ...credentials }),
    'first',
  );
  expectOk(await session.call('POST', '/api/sign-in', credentials), 'sign in');
  const { secret } = expectOk(await session.call('POST', '/api/totp/enrol', {}), 'enrol');
  const code = totpCode(String(secret), Date.now());
  expectOk(await session.call('POST', '/api/totp/confirm', { code }), 'confirm');
};

const unit = (name: string) => ({
  parentId: null,
  name,
  nameEn: '',
  shortName: '',
  aliases: [],
  system: 'government',
  boundary: false,
  duties: '',
  documentPrefix: '',
});

/** Writes until it is told to stop, or the server is gone; remembers what was acknowledged. */
const write = async (session: Session, acknowledged: Set<string>, going: () => boolean): Promise<void> => {
  while (going()) {
    const name = `单位${randomUUID()}`;
    try {
      const answer = await session.call('POST', '/api/setup/units', unit(name), randomUUID());
      if (answer.status === 200) acknowledged.add(name);
    } catch {
      // The server was killed under this request: nobody was told that it was done.
      return;
    }
  }
};

const storedNames = async (session: Session): Promise<readonly string[]> => {
  const { items } = expectOk(await session.call('GET', '/api/setup/units'), 'units') as {
    items: { name: string }[];
  };
  return items.map((item) => item.name);
};

/** Runs the harness; `settings`: PostgreSQL settings as `name=value;…`. The data folder is removed afterwards. */
export const crash = async (rounds: number, settings = ''): Promise<CrashReport> => {
  const home = await mkdtemp(path.join(tmpdir(), 'luoshi-crash-'));
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const acknowledged = new Set<string>();
  const session = new Session(base);
  let failedStarts = 0;
  let slowestStartMs = 0;
  let running = start(home, port, settings);
  const up = async (): Promise<void> => {
    const began = Date.now();
    if (!(await waitReady(base, running))) {
      failedStarts += 1;
      throw new Error(`Luoshi did not start: ${running.output()}`);
    }
    slowestStartMs = Math.max(slowestStartMs, Date.now() - began);
  };
  try {
    await up();
    await becomeAdministrator(session, running.output());
    // What set the scene must be on disk in the run without synchronous commit as well: an orderly stop puts it there.
    running.process.kill('SIGTERM');
    await once(running.process, 'exit');
    running = start(home, port, settings);
    await up();
    for (let round = 0; round < rounds; round += 1) {
      let going = true;
      const writers = Array.from({ length: 8 }, () => write(session, acknowledged, () => going));
      await sleep(150 + Math.random() * 900);
      killAll(home, running);
      going = false;
      await Promise.all(writers);
      running = start(home, port, settings);
      await up();
    }
    const names = await storedNames(session);
    const stored = new Set(names);
    return {
      rounds,
      acknowledged: acknowledged.size,
      lost: [...acknowledged].filter((name) => !stored.has(name)).length,
      doubled: names.length - stored.size,
      failedStarts,
      slowestStartMs,
    };
  } finally {
    killAll(home, running);
    await sleep(300);
    await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
};
