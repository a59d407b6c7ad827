import { type ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { postgresEnvironment } from './command.ts';
import type { Place } from './place.ts';
import { isWorkingIn, processState } from './process-info.ts';

const pidFile = (place: Place): string => path.join(place.data, 'postmaster.pid');

const pidIn = (file: string): number | undefined => {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return Number.isNaN(pid) ? undefined : pid;
  } catch {
    return undefined;
  }
};

/** The process that serves this data folder now, whoever started it. */
export const findPostmaster = (place: Place): number | undefined => {
  const pid = pidIn(pidFile(place));
  if (pid === undefined || processState(pid) !== 'running') return undefined;
  return isWorkingIn(pid, place.data) ? pid : undefined;
};

/**
 * Lets PostgreSQL see that a lock file is stale when its number answers signals although no postmaster has it: a
 * zombie that nobody collects, or another program that got the number (usual in containers).
 * The file is not deleted: the other lines of postmaster.pid let PostgreSQL find out whether backends of the dead
 * postmaster still hold the shared memory, and refuse to start until they are gone. The number is replaced by ours,
 * because PostgreSQL takes the number of its own parent for stale.
 */
const markStale = (file: string): void => {
  const pid = pidIn(file);
  if (pid === undefined || pid === process.pid || processState(pid) === 'gone') return;
  const [, ...rest] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [String(process.pid), ...rest].join('\n'));
};

/** Backends whose postmaster is dead: they end by themselves, unless they are in the middle of a long computation. */
export const killStrays = (place: Place): void => {
  if (process.platform !== 'linux' || findPostmaster(place) !== undefined) return;
  const numbers = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0);
  for (const pid of numbers.filter((one) => isWorkingIn(one, place.data))) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended in the meantime.
    }
  }
};

const largestLog = 10_000_000;

const rotateLog = (file: string): void => {
  if (existsSync(file) && statSync(file).size > largestLog) renameSync(file, `${file}.1`);
};

const logSize = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

export type Started = {
  readonly child: ChildProcess;
  /** What the server has logged since this start. */
  logged(): string;
};

/**
 * Starts the server in its own session: a Ctrl-C in the terminal must reach it through us, after the requests under
 * way have ended, and it survives our sudden death.
 */
export const startPostmaster = (
  binaries: Binaries,
  place: Place,
  socket: string,
  configuration: string,
): Started => {
  for (const file of [pidFile(place), path.join(socket, '.s.PGSQL.5432.lock')]) markStale(file);
  writeFileSync(place.configFile, configuration, { mode: 0o644 });
  rotateLog(place.logFile);
  const from = logSize(place.logFile);
  const log = openSync(place.logFile, 'a', 0o600);
  try {
    const child = spawn(
      path.join(binaries.folder, 'postgres'),
      ['-D', place.data, '-c', `config_file=${place.configFile}`],
      { ...place.runAs, cwd: '/', env: postgresEnvironment(), stdio: ['ignore', log, log], detached: true },
    );
    child.on('error', () => undefined);
    child.unref();
    return { child, logged: () => readFileSync(place.logFile).subarray(from).toString() };
  } finally {
    closeSync(log);
  }
};

/** The configuration that the server was last started with; empty when it never was. */
export const lastConfiguration = (place: Place): string =>
  existsSync(place.configFile) ? readFileSync(place.configFile, 'utf8') : '';

export const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended already.
  }
};

const ends = async (pid: number, withinMs: number): Promise<boolean> => {
  const deadline = performance.now() + withinMs;
  while (processState(pid) === 'running') {
    if (performance.now() > deadline) return false;
    await sleep(15);
  }
  return true;
};

/**
 * Stops a server and waits until it has ended. fast: ends sessions and writes a checkpoint; immediate: ends at once,
 * and the next start recovers from the log. Nothing acknowledged is lost either way.
 */
export const stopPostmaster = async (pid: number, mode: 'fast' | 'immediate'): Promise<void> => {
  if (mode === 'fast') {
    signal(pid, 'SIGINT');
    if (await ends(pid, 60_000)) return;
  }
  signal(pid, 'SIGQUIT');
  if (await ends(pid, 10_000)) return;
  signal(pid, 'SIGKILL');
  await ends(pid, 10_000);
};
