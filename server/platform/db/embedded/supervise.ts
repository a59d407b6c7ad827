import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { startupProblem } from '#server/platform/home.ts';
import type { Binaries } from './binaries.ts';
import { tryConnect } from './connect.ts';
import type { Place } from './place.ts';
import {
  findPostmaster,
  killStrays,
  lastConfiguration,
  type Started,
  signal,
  startPostmaster,
  stopPostmaster,
} from './postmaster.ts';
import { processState } from './process-info.ts';
import { type Machine, serverSettings, type Settings, settingsFile } from './settings.ts';

export type Notice = (zh: string, en: string) => void;

export type Task = {
  readonly binaries: Binaries;
  readonly place: Place;
  readonly socket: string;
  readonly machine: Machine;
  readonly settings: Settings;
  /** Maintenance database as the owner. */
  readonly url: string;
  readonly log: Notice;
};

export type Server = {
  readonly adopted: boolean;
  pid(): number;
  withOwner<T>(work: (owner: pg.Client) => Promise<T>): Promise<T>;
  stop(mode: 'fast' | 'immediate'): Promise<void>;
  /** For the last moment of our process: tells the server to end and does not wait. */
  abandon(): void;
};

type Running = { readonly pid: number; readonly adopted: boolean; readonly child?: ChildProcess };

const silentForTooLongMs = 10_000;
const recoveryNoticeMs = 3_000;
const strayWaitMs = 5_000;
const giveUpMs = 60_000;

const configurationOf = ({ socket, machine, settings }: Task): string =>
  settingsFile({
    listen_addresses: '',
    port: '5432',
    unix_socket_directories: socket,
    unix_socket_permissions: '0700',
    ...serverSettings(machine),
    ...settings,
  });

const passwordProblem = (task: Task): Error =>
  startupProblem(
    'database-password',
    `数据库不接受 secrets 文件夹里的密码:${task.place.root} 与密钥不是同一套。请把两者从同一份备份恢复。`,
    `The database does not accept the password in the folder secrets: it does not belong to ${task.place.root}. Restore both from the same backup.`,
  );

/** Waits until the server takes connections, however long recovery takes, while it lives. */
const waitUntilReady = async (task: Task, isAlive: () => boolean): Promise<'ready' | 'dead' | 'silent'> => {
  const startedAt = performance.now();
  let answeredAt = startedAt;
  let noticed = false;
  for (let pause = 15; ; pause = Math.min(pause * 1.3, 250)) {
    const answer = await tryConnect(task.url);
    if (answer.kind === 'ready') {
      await answer.client.end();
      return 'ready';
    }
    if (answer.kind === 'unknown-login') throw passwordProblem(task);
    const now = performance.now();
    if (!isAlive()) return 'dead';
    if (answer.kind === 'busy') answeredAt = now;
    if (now - answeredAt > silentForTooLongMs) return 'silent';
    if (!noticed && now - startedAt > recoveryNoticeMs) {
      noticed = true;
      task.log('数据库正在恢复,请稍候', 'The database is recovering, please wait');
    }
    await sleep(pause);
  }
};

const failure = (task: Task, logged: string): Error => {
  if (/No space left on device|quota exceeded/i.test(logged)) {
    return startupProblem(
      'disk-full',
      `磁盘空间不足,数据库无法启动(${task.place.root})。请腾出空间后重试,数据不会丢失。`,
      `The disk is full: the database cannot start (${task.place.root}). Free some space and try again; no data are lost.`,
      logged,
    );
  }
  const said = logged.split('\n').findLast((line) => /FATAL|PANIC|could not/.test(line)) ?? logged.trim();
  return startupProblem(
    'postgres-failed',
    `数据库无法启动。PostgreSQL 的说明:${said}(详见 ${task.place.logFile})`,
    `The database could not start. PostgreSQL says: ${said} (more in ${task.place.logFile})`,
    logged,
  );
};

/** A start fails for a while when backends of a killed server still hold its memory: that passes. */
const passes = (logged: string): boolean =>
  /pre-existing shared memory block|lock file ".*" already exists/.test(logged);

const adopt = async (task: Task, pid: number): Promise<Running | undefined> => {
  if (lastConfiguration(task.place) !== configurationOf(task)) {
    await stopPostmaster(pid, 'fast');
    return undefined;
  }
  const state = await waitUntilReady(task, () => processState(pid) === 'running');
  if (state === 'ready') return { pid, adopted: true };
  if (state === 'silent') await stopPostmaster(pid, 'fast');
  return undefined;
};

const launch = async (task: Task): Promise<Running | string> => {
  const started: Started = startPostmaster(task.binaries, task.place, task.socket, configurationOf(task));
  const { child } = started;
  const { pid } = child;
  if (pid === undefined) return `could not execute ${task.binaries.folder}/postgres`;
  const state = await waitUntilReady(task, () => child.exitCode === null && child.signalCode === null);
  if (state === 'ready') return { pid, adopted: false, child };
  if (state === 'silent') await stopPostmaster(pid, 'immediate');
  return started.logged();
};

/** Brings the server up: adopts a living one, else starts one, and waits out what is left of a killed one. */
const bringUp = async (task: Task): Promise<Running> => {
  const startedAt = performance.now();
  for (;;) {
    const pid = findPostmaster(task.place);
    if (pid !== undefined) {
      const adopted = await adopt(task, pid);
      if (adopted !== undefined) return adopted;
      continue;
    }
    const launched = await launch(task);
    if (typeof launched !== 'string') return launched;
    const waited = performance.now() - startedAt;
    if (!passes(launched) || waited > giveUpMs) throw failure(task, launched);
    if (waited > strayWaitMs) killStrays(task.place);
    await sleep(200);
  }
};

const ended = async ({ pid, child }: Running): Promise<void> => {
  if (child !== undefined) {
    if (child.exitCode === null && child.signalCode === null) {
      await new Promise<void>((resolve) => {
        child.once('exit', () => resolve());
      });
    }
    return;
  }
  while (processState(pid) === 'running') await sleep(200, undefined, { ref: false });
};

type State = { running: Running; stopping: boolean; kept: boolean };

const startAgain = async (task: Task, state: State): Promise<void> => {
  for (let pause = 100; !state.stopping; pause = Math.min(pause * 2, 5_000)) {
    try {
      state.running = await bringUp(task);
      if (state.stopping) await stopPostmaster(state.running.pid, 'fast');
      return;
    } catch (error) {
      task.log('数据库重新启动失败,稍后再试', `The database could not be started again: ${String(error)}`);
      await sleep(pause);
    }
  }
};

const keepUp = async (task: Task, state: State): Promise<void> => {
  while (!state.stopping) {
    await ended(state.running);
    if (state.stopping) break;
    task.log('数据库意外停止,正在重新启动', 'The database stopped unexpectedly and is being started again');
    await startAgain(task, state);
  }
  state.kept = false;
};

/** Starts the server and keeps it up until told to stop. */
export const supervise = async (task: Task): Promise<Server> => {
  const running = await bringUp(task);
  const state: State = { running, stopping: false, kept: true };
  void keepUp(task, state);
  return {
    adopted: running.adopted,
    pid: () => state.running.pid,
    withOwner: async (work) => {
      const answer = await tryConnect(task.url);
      if (answer.kind !== 'ready') throw failure(task, `no connection: ${answer.kind}`);
      try {
        return await work(answer.client);
      } finally {
        await answer.client.end();
      }
    },
    stop: async (mode) => {
      state.stopping = true;
      await stopPostmaster(state.running.pid, mode);
      const deadline = performance.now() + giveUpMs;
      while (state.kept && performance.now() < deadline) await sleep(20);
    },
    abandon: () => {
      state.stopping = true;
      signal(state.running.pid, 'SIGINT');
    },
  };
};
