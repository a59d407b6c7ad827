import { spawn } from 'node:child_process';
import process from 'node:process';

/** The user that a program runs as: PostgreSQL refuses to run as root. Empty: as ourselves. */
export type RunAs = { readonly uid?: number; readonly gid?: number };

/** The environment of PostgreSQL's programs: nothing of the caller's PG* variables, no translated messages. */
export const postgresEnvironment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))),
  LC_ALL: 'C',
});

/** Runs a program to its end from the root folder; `text` is all that it printed. Code 127: it could not be started. */
export const runCommand = (
  command: string,
  args: readonly string[],
  runAs: RunAs = {},
): Promise<{ readonly code: number; readonly text: string }> =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      ...runAs,
      cwd: '/',
      env: postgresEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
    }
    child.on('error', (error) => resolve({ code: 127, text: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 128, text }));
  });
