import { Worker } from 'node:worker_threads';
import { searchWords } from '../platform/search.ts';

export type Cuttable = { readonly caseNo: string; readonly title: string; readonly body: string };

/** Cuts texts into the words of the search index. */
export type WordCutter = {
  readonly cut: (texts: readonly Cuttable[]) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

/** In this thread: for as many texts as a screen or a small list brings. */
const inline: WordCutter = {
  cut: async (texts) => texts.map(searchWords),
  close: async () => undefined,
};

/** Below this, starting a thread with its dictionary takes longer than the work. */
const worthAThread = 300;

type Answer = { readonly words: readonly string[] };

const inThread = (): WordCutter => {
  const worker = new Worker(new URL('./word-cutter.worker.ts', import.meta.url), { env: {}, execArgv: [] });
  const waiting: { resolve: (words: readonly string[]) => void; reject: (fault: unknown) => void }[] = [];
  const fail = (fault: unknown): void => {
    for (const one of waiting.splice(0)) one.reject(fault);
  };
  worker.on('message', ({ words }: Answer) => waiting.shift()?.resolve(words));
  worker.on('error', fail);
  let ended = false;
  worker.on('exit', () => {
    ended = true;
    fail(new Error('the word cutter ended'));
  });
  return {
    cut: (texts) =>
      texts.length === 0
        ? Promise.resolve([])
        : new Promise((resolve, reject) => {
            waiting.push({ resolve, reject });
            worker.postMessage(texts.map(({ caseNo, title, body }) => ({ caseNo, title, body })));
          }),
    // It ends by itself once it has cut what it was given: its dictionary is not JavaScript, and stopping it in the
    // middle is suspected of having ended whole processes (SIGSEGV) at the end of imports.
    close: () =>
      new Promise((resolve) => {
        if (ended) return resolve();
        worker.once('exit', () => resolve());
        worker.postMessage(null);
      }),
  };
};

/** For about so many texts; the caller closes it. */
export const wordCutter = (expected: number): WordCutter => (expected < worthAThread ? inline : inThread());
