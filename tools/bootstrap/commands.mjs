import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { runChild } from './run-child.mjs';
import { problem, report } from './say.mjs';
import { ensureWebBuilt } from './web-build.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const commands = {
  start: async (flags) => {
    const node = await ensureInstalled(root);
    await ensureWebBuilt(root, node);
    return runChild(node, ['server/main.ts', 'all', ...flags], root);
  },
  build: async () => {
    await ensureWebBuilt(root, await ensureInstalled(root));
    return 0;
  },
  test: async (flags) => runChild(await ensureInstalled(root), ['tools/test/main.ts', ...flags], root),
  luoshi: async (flags) => runChild(await ensureInstalled(root), ['server/main.ts', ...flags], root),
};

/** Runs one command of the bootstrap and ends the process with its exit code. */
export const main = async ([name = '', ...flags]) => {
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) {
      throw problem(
        'unknown-command',
        `没有“${name}”这个命令;可用 start、test、build、luoshi。`,
        `There is no command "${name}"; use start, test, build or luoshi.`,
      );
    }
    process.exitCode = await command(flags);
  } catch (error) {
    report(error);
    process.exitCode = 1;
  }
};
