/** The one command line of Luoshi: `luoshi <command>`. */
import process from 'node:process';
import { runCommand } from './cli/commands.ts';
import { ConfigProblem } from './platform/config.ts';
import { isStartupProblem } from './platform/home.ts';

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
