import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

export const root = path.resolve(import.meta.dirname, '../..');

export type Ran = { readonly code: number; readonly text: string };

const alive = new Set<ChildProcess>();

/** Ends whatever tool is running: for the moment when the whole run is told to stop. */
export const endTools = (): void => {
  for (const child of alive) child.kill('SIGTERM');
};

const binFolder = path.join(root, 'node_modules/.bin');

/**
 * Runs a program to its end in the checkout; node_modules/.bin comes first on its path, so that every tool runs on the
 * Node that the project pins. `text` is all that it printed. Code 127: it could not be started.
 */
export const runTool = (
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: {
        ...process.env,
        ...environment,
        // Compilers and the product are started hundreds of times in one run.
        NODE_COMPILE_CACHE: path.join(root, 'node_modules/.cache/tools'),
        PATH: `${binFolder}${path.delimiter}${process.env['PATH'] ?? ''}`,
        NO_COLOR: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    alive.add(child);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => {
        text += chunk;
      });
    }
    child.on('error', (error) => {
      alive.delete(child);
      resolve({ code: 127, text: String(error) });
    });
    child.on('close', (code) => {
      alive.delete(child);
      resolve({ code: code ?? 128, text });
    });
  });
