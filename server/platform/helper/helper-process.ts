/**
 * Work away from the thread that answers requests, in a process of its own: parsing of files that may be hostile, and
 * native libraries. One that dies, hangs or eats its memory takes nobody with it. Not worker threads: there Node reads
 * TypeScript through WebAssembly, and threads that end have been seen to end the whole process with them (SIGSEGV).
 */
import { type ChildProcess, fork } from 'node:child_process';
import type { HelperAnswer } from './serve-orders.ts';

export type HelperOptions = {
  /** What the process runs: a module that calls `serveOrders`. */
  readonly script: URL;
  /** What a fault calls it. */
  readonly name: string;
  readonly args?: readonly string[];
  /** Most megabytes of its script heap; native memory lives outside of it. */
  readonly heapMegabytes: number;
  /** Milliseconds after which an order is given up; waiting for its turn is not counted. */
  readonly patience: number;
  /** Whether it may load native libraries. It may read files and never write any, nor start another process. */
  readonly native?: boolean;
};

/** Why an order came to nothing. `failed`: it was answered with a fault. */
export class HelperFault extends Error {
  readonly why: 'tooSlow' | 'outOfMemory' | 'died' | 'failed' | 'closed';
  constructor(why: HelperFault['why'], message: string) {
    super(message);
    this.name = 'HelperFault';
    this.why = why;
  }
}

/** What it complained of last goes into the fault; a parser's chatter about a strange file goes nowhere. */
const rememberedComplaint = 2_000;

export type Ended = (from: ChildProcess, fault: HelperFault) => void;

export const startProcess = (
  { script, name, args = [], heapMegabytes, native = false }: HelperOptions,
  hear: (from: ChildProcess, answer: HelperAnswer) => void,
  ended: Ended,
): ChildProcess => {
  const child = fork(script, [...args], {
    env: {},
    execArgv: [
      `--max-old-space-size=${heapMegabytes}`,
      '--permission',
      '--allow-fs-read=*',
      ...(native ? ['--allow-addons'] : []),
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = `${complaint}${chunk.toString()}`.slice(-rememberedComplaint);
  });
  child.on('message', (answer: HelperAnswer) => hear(child, answer));
  child.on('error', (fault) => ended(child, new HelperFault('died', `${name}: ${fault.message}`)));
  child.on('close', (code, signal) => {
    // V8 aborts when its heap is full.
    const why = signal === 'SIGABRT' ? 'outOfMemory' : 'died';
    ended(child, new HelperFault(why, `${name} ended with ${signal ?? `code ${code}`}: ${complaint.trim()}`));
  });
  return child;
};

/** Whether this process stays alive for it: while it works, and not while it is idle. */
export const hold = (child: ChildProcess, busy: boolean): void => {
  // The pipe is a socket, which its type does not say.
  const stderr = child.stderr as unknown as { ref: () => void; unref: () => void } | null;
  for (const one of [child, child.channel, stderr]) {
    if (busy) one?.ref();
    else one?.unref();
  }
};

/** What is wrong with an order that no message can hold. That the process is gone already is told by its end. */
export const sendOrder = (child: ChildProcess, order: unknown): Error | null => {
  try {
    child.send({ order }, () => undefined);
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
};

export const endProcess = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
