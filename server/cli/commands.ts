/** Which command does what; each prints its own help with `--help`. */
import process from 'node:process';
import { readConfig } from '../platform/config.ts';
import { onStopSignals } from '../platform/stop-signals.ts';
import { openPlace } from './open-home.ts';
import { serve } from './serve.ts';

export type Command = {
  readonly name: string;
  readonly help: string;
  readonly run: (args: readonly string[], env: NodeJS.ProcessEnv) => Promise<number>;
};

const say = (zh: string, en: string): void => {
  process.stdout.write(`${zh}\n${en === '' ? '' : `  ${en}\n`}`);
};

const all: Command = {
  name: 'all',
  help: 'all [--no-demo]            数据库、网页和后台任务一起运行 / database, web and worker together',
  run: async (args, env) => {
    const running = await serve(readConfig(env, args), say);
    return new Promise((resolve) => {
      onStopSignals({
        stop: () => {
          say('正在停止…', 'Stopping…');
          running.stop().then(
            () => resolve(0),
            (fault: unknown) => {
              process.stderr.write(`${String(fault)}\n`);
              resolve(1);
            },
          );
        },
        force: () => process.exit(130),
      });
    });
  },
};

const migrateCommand: Command = {
  name: 'migrate',
  help: 'migrate                    更新数据库结构 / bring the database up to date',
  run: async (args, env) => {
    const place = await openPlace(readConfig(env, args), say, true);
    await place.stop();
    say('数据库结构已是最新。', 'The database is up to date.');
    return 0;
  },
};

const commands: readonly Command[] = [all, migrateCommand];

const printHelp = (): void => {
  process.stdout.write(
    `luoshi <command> [options]\n\n${commands.map((one) => `  ${one.help}`).join('\n')}\n`,
  );
};

/** Runs one command; answers with the exit code: 0 done, 1 failed, 2 wrong use. */
export const runCommand = async (argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> => {
  const [name, ...args] = argv;
  if (name === undefined || name === '--help' || name === 'help') {
    printHelp();
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((one) => one.name === name);
  if (command === undefined) {
    process.stderr.write(`没有命令 ${name}。No such command: ${name}\n`);
    printHelp();
    return 2;
  }
  if (args.includes('--help')) {
    process.stdout.write(`${command.help}\n`);
    return 0;
  }
  return command.run(args, env);
};
