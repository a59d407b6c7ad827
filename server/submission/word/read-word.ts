import { Worker } from 'node:worker_threads';
import type { WordReading } from './parse-word.ts';
import { wordLimits } from './word-limits.ts';

/** Documents that are being read at this moment; more wait, so that their memory does not add up. */
const places = 2;
let taken = 0;
const waiting: (() => void)[] = [];

const inWorker = (given: Uint8Array): Promise<WordReading> =>
  new Promise((resolve, reject) => {
    // A copy, because the worker takes the memory over.
    const bytes = new Uint8Array(given);
    const worker = new Worker(new URL('./read-word.worker.ts', import.meta.url), {
      workerData: { bytes },
      transferList: [bytes.buffer],
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: {
        maxOldGenerationSizeMb: wordLimits.heapMegabytes,
        maxYoungGenerationSizeMb: 64,
        stackSizeMb: 4,
      },
    });
    const end = (reading: WordReading): void => {
      resolve(reading);
      void worker.terminate();
    };
    const timer = setTimeout(() => end({ ok: false, code: 'word.tooSlow' }), wordLimits.milliseconds);
    worker.once('message', end);
    worker.once('error', (fault: Error & { code?: string }) => {
      if (fault.code === 'ERR_WORKER_OUT_OF_MEMORY') end({ ok: false, code: 'word.tooComplex' });
      else reject(fault);
    });
    worker.once('exit', (code) => {
      clearTimeout(timer);
      // After an answer this changes nothing; without one the worker died.
      reject(new Error(`word reader ended with code ${code}`));
    });
  });

/** Reads a Word document in a worker with caps on time and memory. Refusals: `word.*`. */
export const readWord = async (bytes: Uint8Array): Promise<WordReading> => {
  if (taken >= places) await new Promise<void>((resolve) => waiting.push(resolve));
  else taken += 1;
  try {
    return await inWorker(bytes);
  } finally {
    const next = waiting.shift();
    if (next === undefined) taken -= 1;
    else next();
  }
};
