import { Worker } from 'node:worker_threads';
import type { RenderAnswer, RenderJob, RenderResult } from './render-job.ts';

/** Most megabytes of the thread's script heap; fonts and layout live outside it. */
const ordinaryHeap = 256;

const faultOf = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

type Waiting = {
  readonly job: RenderJob;
  readonly resolve: (result: RenderResult) => void;
  readonly reject: (fault: Error) => void;
};

export type RenderThreadOptions = {
  readonly fontFolder?: string | undefined;
  /** The script of the thread. */
  readonly script?: URL;
  /** Milliseconds after which a document is given up; an ordinary one takes a twentieth of a second. */
  readonly patience?: number;
  /** Megabytes of script heap, where a document needs more than usual. */
  readonly heap?: number;
};

/** One thread that draws documents in the order asked for. */
export type RenderThread = {
  readonly run: (job: RenderJob) => Promise<RenderResult>;
  /** Ends the thread; what is still waiting is rejected. */
  readonly close: () => Promise<void>;
};

const startWorker = (
  script: URL,
  { fontFolder, heap = ordinaryHeap }: RenderThreadOptions,
  hear: (from: Worker, answer: RenderAnswer) => void,
  drop: (died: Worker, fault: Error) => void,
): Worker => {
  const started = new Worker(script, {
    workerData: { fontFolder },
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: 16 },
  });
  started.on('message', (answer: RenderAnswer) => hear(started, answer));
  started.on('error', (error) => drop(started, faultOf(error)));
  started.on('exit', (code) => drop(started, new Error(`The render thread ended with code ${code}`)));
  return started;
};

/**
 * Starts a render thread on the first job. A thread that dies or hangs fails the job at hand only; the next job
 * starts another. An idle thread does not keep the process alive.
 */
export const createRenderThread = (options: RenderThreadOptions): RenderThread => {
  const { script = new URL('./render-worker.ts', import.meta.url), patience = 60_000 } = options;
  const queue: Waiting[] = [];
  let worker: Worker | undefined;
  let current: Waiting | undefined;
  let timer: NodeJS.Timeout | undefined;

  const settle = (finish: (waiting: Waiting) => void): void => {
    clearTimeout(timer);
    const done = current;
    current = undefined;
    if (done !== undefined) finish(done);
    next();
  };

  const drop = (died: Worker, fault: Error): void => {
    if (worker !== died) return;
    worker = undefined;
    void died.terminate();
    settle((waiting) => waiting.reject(fault));
  };

  const hear = (from: Worker, answer: RenderAnswer): void => {
    if (worker !== from) return;
    settle((waiting) =>
      answer.ok ? waiting.resolve(answer.result) : waiting.reject(new Error(answer.message)),
    );
  };

  const start = (): Worker => startWorker(script, options, hear, drop);

  const next = (): void => {
    const waiting = current === undefined ? queue.shift() : undefined;
    if (waiting === undefined) {
      if (current === undefined) worker?.unref();
      return;
    }
    const at = worker ?? start();
    worker = at;
    current = waiting;
    at.ref();
    timer = setTimeout(() => drop(at, new Error(`${waiting.job.make} took over ${patience} ms`)), patience);
    try {
      at.postMessage(waiting.job);
    } catch (error) {
      settle(() => waiting.reject(faultOf(error)));
    }
  };

  return {
    run: (job) =>
      new Promise<RenderResult>((resolve, reject) => {
        queue.push({ job, resolve, reject });
        next();
      }),
    close: async () => {
      const ended = worker;
      worker = undefined;
      clearTimeout(timer);
      const fault = new Error('Documents are closed');
      for (const waiting of [...(current ? [current] : []), ...queue.splice(0)]) waiting.reject(fault);
      current = undefined;
      await ended?.terminate();
    },
  };
};
