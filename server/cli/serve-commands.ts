import { once } from 'node:events';
import process from 'node:process';
import { readConfig } from '../platform/config.ts';
import { onStopSignals } from '../platform/stop-signals.ts';
import { both, type Command, type Io, readArgs } from './command.ts';
import { openPlace } from './open-home.ts';
import { serve, StoppedEarly } from './serve.ts';
import { startWork } from './work.ts';

type Running = { readonly stop: () => Promise<void> };

/**
 * Starts, and runs until somebody asks it to stop; a second asking ends it at once. Asked during the start, it waits
 * for the step that is under way; Ctrl-C reaches the programs that it started too, so one that fails then is no fault.
 */
const runUntilStopped = async (
  io: Io,
  start: (stopping: AbortSignal) => Promise<Running>,
): Promise<number> => {
  const asked = new AbortController();
  const forget = onStopSignals({
    stop: () => {
      io.out(both('正在停止…', 'Stopping…'));
      asked.abort();
    },
    force: () => process.exit(130),
  });
  try {
    const running = await start(asked.signal);
    if (!asked.signal.aborted) await once(asked.signal, 'abort');
    await running.stop();
    return 0;
  } catch (fault) {
    if (!asked.signal.aborted && !(fault instanceof StoppedEarly)) throw fault;
    return 0;
  } finally {
    forget();
  }
};

const say = (io: Io) => (zh: string, en: string) => io.out(en === '' ? `${zh}\n` : both(zh, en));

const noDemo = [
  '--no-demo',
  {
    zh: '首次启动不建演示城市，改为给出首位管理员令牌',
    en: 'first start without the demo city: a first-administrator token instead',
  },
] as const;

const serving = (name: 'all' | 'web', summary: Command['summary']): Command => ({
  name,
  summary,
  usage: ['[--no-demo]'],
  options: [noDemo],
  run: async (args, io) => {
    readArgs(args, { 'no-demo': { type: 'boolean' } });
    const config = readConfig(io.env, args);
    const parts = { worker: name === 'all', attach: name === 'web' };
    return runUntilStopped(io, (stopping) => serve(config, say(io), { ...parts, stopping }));
  },
});

export const allCommand = serving('all', {
  zh: '数据库、网页和后台任务一起运行',
  en: 'database, web and background worker together',
});

export const webCommand = serving('web', {
  zh: '只运行网页和接口（后台任务另行运行 worker）',
  en: 'the web and the API only; run `worker` beside it',
});

export const workerCommand: Command = {
  name: 'worker',
  summary: { zh: '只运行后台任务（导入、清理）', en: 'background work only: imports, housekeeping' },
  usage: [''],
  options: [],
  run: async (args, io) => {
    readArgs(args, {});
    const config = readConfig(io.env, []);
    return runUntilStopped(io, async () => {
      const place = await openPlace(config, say(io), true);
      const worker = await startWork({
        appUrl: place.appUrl,
        fieldKey: place.home.secret('field-key'),
        config,
        log: (level, message) => io.err(`${level}: ${message}\n`),
      });
      io.out(both('后台任务已启动。', 'The worker is running.'));
      return {
        stop: async () => {
          await worker.stop();
          await place.stop();
        },
      };
    });
  },
};

export const migrateCommand: Command = {
  name: 'migrate',
  summary: { zh: '把数据库结构更新到当前版本', en: 'bring the database up to date' },
  usage: [''],
  options: [],
  run: async (args, io) => {
    readArgs(args, {});
    const place = await openPlace(readConfig(io.env, []), say(io), true);
    await place.stop();
    io.out(both('数据库结构已是最新。', 'The database is up to date.'));
    return 0;
  },
};
