/** The one command line of Luoshi: `luoshi <command>`. */
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import process from 'node:process';

// Before any other file is loaded: TypeScript that was stripped and compiled once starts twice as fast the next time.
// Beside the packages, where nobody writes who may not change the program itself; a folder that is closed costs only
// the gain.
enableCompileCache(path.resolve(import.meta.dirname, '../node_modules/.cache/luoshi'));

const { runCommand } = await import('./cli/commands.ts');
const { ConfigProblem } = await import('./platform/config.ts');
const { isStartupProblem } = await import('./platform/home.ts');

const explain = (fault: unknown): string => {
  if (isStartupProblem(fault)) return `${fault.zh}\n${fault.en}`;
  if (fault instanceof ConfigProblem) return fault.message;
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
};

try {
  process.exitCode = await runCommand(process.argv.slice(2));
} catch (fault) {
  process.stderr.write(`${explain(fault)}\n`);
  process.exitCode = 1;
}
