import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openHome } from '#server/platform/home.ts';
import { type Embedded, startEmbedded } from './embedded.ts';
import { processState } from './embedded/process-info.ts';

// The programs under test are those of LUOSHI_PG_BIN where it is set (npm test sets it for the system's PostgreSQL),
// else those of the npm package.

let template: string;
let folder: string;
let running: Embedded[];
let holders: ChildProcess[];

/** Long enough for the slowest machine that runs the tests. */
const patience = 120_000;

const newFolder = (): string => mkdtempSync('/tmp/luoshi-embedded-test-');

beforeAll(async () => {
  template = newFolder();
  await (await startEmbedded({ home: openHome(template) })).stop();
}, patience);

afterAll(() => rmSync(template, { recursive: true, force: true }));

beforeEach(() => {
  folder = newFolder();
  running = [];
  holders = [];
});

afterEach(async () => {
  for (const holder of holders)
    if (holder.exitCode === null && holder.signalCode === null) await killHolder(holder);
  for (const embedded of running) await embedded.stop('immediate');
  const pid = Number.parseInt(readIfThere(path.join(folder, 'pg/data/postmaster.pid')), 10);
  if (pid > 0 && processState(pid) === 'running') await killServer(pid);
  rmSync(folder, { recursive: true, force: true });
}, patience);

const readIfThere = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** Makes `folder` a home that was used before and whose server has stopped. */
const useUsedHome = (): void => {
  rmdirSync(folder);
  execFileSync('cp', ['-a', template, folder]);
};

const start = async (options: Partial<Parameters<typeof startEmbedded>[0]> = {}): Promise<Embedded> => {
  const embedded = await startEmbedded({ home: openHome(folder), ...options });
  running.push(embedded);
  return embedded;
};

const query = async <R extends pg.QueryResultRow>(url: string, sql: string): Promise<R[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(sql)).rows;
  } finally {
    await client.end();
  }
};

type Held = {
  readonly process: ChildProcess;
  readonly ownerUrl: string;
  readonly pid: number;
  readonly origin: string;
};

/** Starts the embedded server in a process of its own, which can be killed. */
const hold = async (): Promise<Held> => {
  const script = path.resolve(import.meta.dirname, '../../../test/support/embedded-holder.ts');
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  holders.push(child);
  for await (const line of createInterface({ input: child.stdout })) {
    const told: unknown = JSON.parse(line);
    if (
      typeof told === 'object' &&
      told !== null &&
      'ownerUrl' in told &&
      'pid' in told &&
      'origin' in told
    ) {
      return {
        process: child,
        ownerUrl: String(told.ownerUrl),
        pid: Number(told.pid),
        origin: String(told.origin),
      };
    }
  }
  throw new Error('the holder ended without a word');
};

const killHolder = async (holder: ChildProcess): Promise<void> => {
  const gone = once(holder, 'exit');
  holder.kill('SIGKILL');
  await gone;
};

const parentOf = (pid: number): number => {
  const text = readIfThere(`/proc/${pid}/stat`);
  return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]);
};

const childrenOf = (parent: number): number[] => {
  if (existsSync('/proc/self/stat'))
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0 && parentOf(pid) === parent);
  return execFileSync('pgrep', ['-P', String(parent)], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(Number);
};

/** SIGKILL to the postmaster and all its children at one moment. */
const killServer = async (postmaster: number): Promise<void> => {
  for (const pid of [postmaster, ...childrenOf(postmaster)]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // A child that ended by itself.
    }
  }
  while (processState(postmaster) === 'running') await sleep(5);
};

const killServerAndHolder = async (held: Held): Promise<void> => {
  const gone = once(held.process, 'exit');
  held.process.kill('SIGKILL');
  await killServer(held.pid);
  await gone;
};

/** Four clients that insert one row after another until the connection breaks or they are told to end. */
const load = async (
  url: string,
  round: number,
): Promise<{ acknowledged: string[]; end: () => Promise<void> }> => {
  const acknowledged: string[] = [];
  const state = { ending: false };
  const writers = [0, 1, 2, 3].map(async (writer) => {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    for (let i = 0; !state.ending; i++) {
      const key = `${round}-${writer}-${i}`;
      try {
        await client.query('insert into kept (key) values ($1)', [key]);
      } catch {
        break;
      }
      acknowledged.push(key);
    }
    await client.end().catch(() => undefined);
  });
  while (acknowledged.length < 50) await sleep(5);
  return {
    acknowledged,
    end: async () => {
      state.ending = true;
      await Promise.all(writers);
    },
  };
};

const lost = async (url: string, acknowledged: readonly string[]): Promise<string[]> => {
  const rows = await query<{ key: string }>(url, 'select key from kept');
  const kept = new Set(rows.map(({ key }) => key));
  return acknowledged.filter((key) => !kept.has(key));
};

describe('a new home', () => {
  let embedded: Embedded;
  let ownerUrl: string;
  let appUrl: string;

  beforeAll(async () => {
    embedded = await startEmbedded({ home: openHome(template) });
    ({ ownerUrl, appUrl } = embedded);
  }, patience);

  afterAll(() => embedded.stop());

  it('gets a database in UTF-8 with checksums, behind a private socket only', async () => {
    expect(embedded.origin).toBe('started');
    const [facts] = await query(
      ownerUrl,
      `select current_database() as database, current_user as user, inet_server_addr() as address,
         current_setting('listen_addresses') as listen, current_setting('data_checksums') as checksums,
         current_setting('fsync') as fsync, current_setting('synchronous_commit') as sync,
         current_setting('server_encoding') as encoding, current_setting('jit') as jit`,
    );
    expect(facts).toEqual({
      database: 'luoshi',
      user: 'luoshi_owner',
      address: null,
      listen: '',
      checksums: 'on',
      fsync: 'on',
      sync: 'on',
      encoding: 'UTF8',
      jit: 'off',
    });
    expect(
      (await query<{ server_version: string }>(ownerUrl, 'show server_version'))[0]?.server_version,
    ).toContain(embedded.version);
  });

  it('can search Chinese text by trigrams', async () => {
    await query(ownerUrl, 'create extension pg_trgm');
    const [row] = await query<{ grams: string[] }>(ownerUrl, "select show_trgm('行政处罚') as grams");
    expect(row?.grams).toHaveLength(5);
  });

  it('has an application role that cannot make, alter or bypass anything', async () => {
    const [role] = await query(
      ownerUrl,
      `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication, rolcanlogin
       from pg_roles where rolname = 'luoshi_app'`,
    );
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolreplication: false,
      rolcanlogin: true,
    });
    await query(ownerUrl, 'create table mine (id int)');
    await expect(query(appUrl, 'create table theirs (id int)')).rejects.toThrow('permission denied');
    await expect(query(appUrl, 'select from mine')).rejects.toThrow('permission denied');
    await expect(query(appUrl, 'create database another')).rejects.toThrow('permission denied');
  });

  it('asks every user for a password', async () => {
    const guess = (url: string): string => url.replace(/:[0-9a-f]+@/, ':guess@');
    await expect(query(guess(ownerUrl), 'select 1')).rejects.toMatchObject({ code: '28P01' });
    await expect(query(guess(appUrl), 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });
});

describe('a later start', () => {
  beforeEach(useUsedHome);

  it('finds the rows again', { timeout: patience }, async () => {
    const first = await start();
    await query(first.ownerUrl, 'create table kept as select 42 as answer');
    await first.stop();
    const second = await start();
    expect(second.origin).toBe('started');
    expect(await query(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('makes an interrupted initialisation again', { timeout: patience }, async () => {
    rmSync(path.join(folder, 'pg'), { recursive: true });
    mkdirSync(path.join(folder, 'pg/data.new/base'), { recursive: true });
    writeFileSync(path.join(folder, 'pg/data.new/PG_VERSION'), '18\n');
    const { ownerUrl } = await start();
    expect(await query(ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('gives the application role its password back when only that secret was replaced', {
    timeout: patience,
  }, async () => {
    rmSync(path.join(folder, 'secrets/pg-app'));
    const { appUrl } = await start();
    expect(await query(appUrl, 'select current_user as user')).toEqual([{ user: 'luoshi_app' }]);
  });

  it('says so when the owner’s secret does not belong to the data', { timeout: patience }, async () => {
    rmSync(path.join(folder, 'secrets/pg-owner'));
    await expect(start()).rejects.toMatchObject({ name: 'StartupProblem', code: 'database-password' });
  });

  it('says so when the data need another PostgreSQL', { timeout: patience }, async () => {
    writeFileSync(path.join(folder, 'pg/data/PG_VERSION'), '9\n');
    await expect(start()).rejects.toMatchObject({ name: 'StartupProblem', code: 'postgres-version' });
  });

  it('is not fooled by a postmaster.pid whose number now belongs to another program', {
    timeout: patience,
  }, async () => {
    const held = await hold();
    await query(held.ownerUrl, 'create table kept as select 42 as answer');
    await killServerAndHolder(held);
    const file = path.join(folder, 'pg/data/postmaster.pid');
    const [, ...rest] = readFileSync(file, 'utf8').split('\n');
    const stranger = spawn('sleep', ['60'], { ...(process.getuid?.() === 0 && { uid: statSync(file).uid }) });
    try {
      writeFileSync(file, [String(stranger.pid), ...rest].join('\n'));
      const { ownerUrl } = await start();
      expect(await query(ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
    } finally {
      stranger.kill('SIGKILL');
    }
  });
});

describe('settings', () => {
  beforeEach(useUsedHome);

  it('reach the server, also when a running one has to be started again for them', {
    timeout: patience,
  }, async () => {
    const held = await hold();
    await killHolder(held.process);
    const embedded = await start({ settings: { synchronous_commit: 'off', work_mem: '9MB' } });
    expect(embedded.origin).toBe('started');
    const [facts] = await query(
      embedded.ownerUrl,
      "select current_setting('synchronous_commit') as sync, current_setting('work_mem') as memory",
    );
    expect(facts).toEqual({ sync: 'off', memory: '9MB' });
  });
});

describe('two processes on one home', () => {
  beforeEach(useUsedHome);

  it('refuses the second and names the first', { timeout: patience }, async () => {
    const held = await hold();
    const refused = start();
    await expect(refused).rejects.toMatchObject({ name: 'StartupProblem', code: 'home-in-use' });
    await expect(refused).rejects.toThrow(String(held.process.pid));
  });

  it('lets the command line attach, and leaves the server to its owner', { timeout: patience }, async () => {
    const held = await hold();
    const attached = await start({ attach: true });
    expect(attached).toMatchObject({ origin: 'attached', ownerUrl: held.ownerUrl, pid: held.pid });
    await attached.stop();
    expect(await query(held.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('takes over from a killed process and adopts its server', { timeout: patience }, async () => {
    const held = await hold();
    await killHolder(held.process);
    const embedded = await start();
    expect(embedded).toMatchObject({ origin: 'adopted', pid: held.pid });
    await embedded.stop();
    expect(processState(held.pid)).not.toBe('running');
  });

  it('frees the home when its process ends by itself', { timeout: patience }, async () => {
    const held = await hold();
    const gone = once(held.process, 'exit');
    held.process.kill('SIGTERM');
    await gone;
    expect(processState(held.pid)).not.toBe('running');
    expect((await start()).origin).toBe('started');
  });
});

describe('SIGKILL under load loses no acknowledged row', () => {
  beforeEach(useUsedHome);

  it('of everything at once, three times', { timeout: patience }, async () => {
    const acknowledged: string[] = [];
    for (const round of [1, 2, 3]) {
      const held = await hold();
      await query(held.ownerUrl, 'create table if not exists kept (key text primary key)');
      expect(await lost(held.ownerUrl, acknowledged)).toEqual([]);
      const writing = await load(held.ownerUrl, round);
      await sleep(round * 100);
      await killServerAndHolder(held);
      await writing.end();
      acknowledged.push(...writing.acknowledged);
    }
    const { ownerUrl } = await start();
    expect(acknowledged.length).toBeGreaterThan(150);
    expect(await lost(ownerUrl, acknowledged)).toEqual([]);
  });

  it('of the server alone, which is then started again', { timeout: patience }, async () => {
    const said: string[] = [];
    const embedded = await start({ log: (_, en) => said.push(en) });
    await query(embedded.ownerUrl, 'create table kept (key text primary key)');
    const before = embedded.pid;
    const writing = await load(embedded.ownerUrl, 1);
    await killServer(before);
    await writing.end();
    while (embedded.pid === before) await sleep(20);
    expect(await lost(embedded.ownerUrl, writing.acknowledged)).toEqual([]);
    expect(said.join()).toContain('started again');
  });

  it('of our process alone, whose server goes on', { timeout: patience }, async () => {
    const held = await hold();
    await query(held.ownerUrl, 'create table kept (key text primary key)');
    const writing = await load(held.ownerUrl, 1);
    await killHolder(held.process);
    const embedded = await start();
    expect(embedded.origin).toBe('adopted');
    await writing.end();
    expect(await lost(embedded.ownerUrl, writing.acknowledged)).toEqual([]);
  });
});
