import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { problem } from './say.mjs';

// Ctrl-C reaches every process of the terminal, and npm then sends it on once more: what comes this soon after the
// first is the same key press.
const sameKeyPressMs = 1_000;
const forcedAfterMs = 5_000;

/**
 * Stops the child when we are told to stop: the first time by asking, the second time by asking again (the server
 * then stops at once) and, if that does not help, by killing. A parent npm that dies without a word counts as an ask.
 * @returns {() => void} ends the watch
 */
const passOnStops = (child) => {
  let askedAt;
  let forced;
  const ask = (signal) => {
    if (askedAt !== undefined && Date.now() - askedAt < sameKeyPressMs) return;
    if (askedAt !== undefined) forced ??= setTimeout(() => child.kill('SIGKILL'), forcedAfterMs);
    askedAt = Date.now();
    child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, ask);
  const parent = process.ppid;
  const underNpm = process.env.npm_lifecycle_event !== undefined;
  const watch = setInterval(() => {
    if (underNpm && process.ppid !== parent && askedAt === undefined) ask('SIGTERM');
  }, 1_000);
  return () => {
    clearInterval(watch);
    clearTimeout(forced);
    for (const signal of signals) process.off(signal, ask);
  };
};

/**
 * Runs a program of ours on the given Node with our own input and output.
 * @returns {Promise<number>} its exit code; 128 + signal when a signal ended it
 */
export const runChild = (node, args, root) =>
  new Promise((resolve, reject) => {
    const child = spawn(node, args, { cwd: root, stdio: 'inherit' });
    const endWatch = passOnStops(child);
    child.on('error', (error) => {
      endWatch();
      reject(
        problem(
          'node-binary',
          `无法运行 ${node}(${error.code})。请删除 node_modules 文件夹后重试。`,
          `${node} cannot be run (${error.code}). Delete the folder node_modules and try again.`,
        ),
      );
    });
    child.on('exit', (code, signal) => {
      endWatch();
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
