/** The one command line: which command does what, and how each says so with `--help`. */
import process from 'node:process';
import { both, type Command, type Io, WrongUse } from './command.ts';
import { Refused } from './refused.ts';

/** Loaded when asked for, so that each command starts as fast as it can; `verify` loads no part of the product. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  all: async () => (await import('./serve-commands.ts')).allCommand,
  web: async () => (await import('./serve-commands.ts')).webCommand,
  worker: async () => (await import('./serve-commands.ts')).workerCommand,
  import: async () => (await import('./import-command.ts')).importCommand,
  export: async () => (await import('./export-command.ts')).exportCommand,
  verify: async () => (await import('./verify-command.ts')).verifyCommand,
  calendar: async () => (await import('./calendar-command.ts')).calendarCommand,
  rehearse: async () => (await import('./rehearse-command.ts')).rehearseCommand,
  'evaluate-recommendation': async () =>
    (await import('./evaluate-recommendation-command.ts')).evaluateRecommendationCommand,
  'evaluate-similarity': async () =>
    (await import('./evaluate-similarity-command.ts')).evaluateSimilarityCommand,
  figures: async () => (await import('./figures-command.ts')).figuresCommand,
  snapshot: async () => (await import('./snapshot-command.ts')).snapshotCommand,
  user: async () => (await import('./user-command.ts')).userCommand,
  token: async () => (await import('./token-command.ts')).tokenCommand,
  jurisdiction: async () => (await import('./jurisdiction-command.ts')).jurisdictionCommand,
  migrate: async () => (await import('./serve-commands.ts')).migrateCommand,
  openapi: async () => (await import('./openapi-command.ts')).openapiCommand,
};

const terminal: Io = {
  env: process.env,
  out: (text) => {
    process.stdout.write(text);
  },
  err: (text) => {
    process.stderr.write(text);
  },
};

const exitCodes = both(
  '退出码：0 完成；1 失败或被拒绝；2 用法错误。',
  'Exit codes: 0 done; 1 failed or refused; 2 wrong use.',
);

const overview = async (): Promise<string> => {
  const loaded = await Promise.all(Object.values(commands).map((load) => load()));
  const lines = loaded.map(
    ({ name, summary }) => `  ${name.padEnd(14)}${summary.zh}\n${' '.repeat(16)}${summary.en}\n`,
  );
  return `npm run luoshi -- <command> [options]\n\n${lines.join('')}\n${both(
    '每个命令都有 --help。LUOSHI_HOME 指定数据文件夹，DATABASE_URL 指定其他 PostgreSQL。',
    'Each command has --help. LUOSHI_HOME names the data folder, DATABASE_URL another PostgreSQL.',
  )}${exitCodes}`;
};

const helpOf = ({ name, summary, usage, options }: Command): string => {
  const lines = options.map(([spelling, { zh, en }]) => `  ${spelling}\n      ${zh}\n      ${en}\n`);
  return `${both(summary.zh, summary.en)}\n${usage.map((one) => `  luoshi ${name} ${one}`.trimEnd()).join('\n')}\n\n${lines.join('')}${lines.length === 0 ? '' : '\n'}${exitCodes}`;
};

const wrongUse = (io: Io, said: WrongUse, help: string): number => {
  io.err(both(`用法不对：${said.zh}`, `Wrong use: ${said.en}`));
  io.err(help);
  return 2;
};

/** Runs one command; answers with the exit code: 0 done, 1 failed or refused, 2 wrong use. Faults are thrown. */
export const runCommand = async (argv: readonly string[], io: Io = terminal): Promise<number> => {
  const [name, ...args] = argv;
  if (name === undefined)
    return wrongUse(io, new WrongUse('没有写命令', 'no command was given'), await overview());
  if (name === '--help' || name === 'help' || name === '-h') {
    io.out(await overview());
    return 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined)
    return wrongUse(
      io,
      new WrongUse(`没有“${name}”这个命令`, `there is no command “${name}”`),
      await overview(),
    );
  const command = await load();
  if (args.includes('--help') || args.includes('-h')) {
    io.out(helpOf(command));
    return 0;
  }
  try {
    return await command.run(args, io);
  } catch (fault) {
    if (fault instanceof WrongUse) return wrongUse(io, fault, helpOf(command));
    if (!(fault instanceof Refused)) throw fault;
    io.err(both(fault.zh, fault.en));
    return 1;
  }
};
