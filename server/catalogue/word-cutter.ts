import { createHelper } from '../platform/helper/helper.ts';
import { searchWords } from '../platform/search.ts';

export type Cuttable = { readonly caseNo: string; readonly title: string; readonly body: string };

/** Cuts texts into the words of the search index. */
export type WordCutter = {
  readonly cut: (texts: readonly Cuttable[]) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

/** In this process: for as many texts as a screen or a small list brings. */
const inline: WordCutter = {
  cut: async (texts) => texts.map(searchWords),
  close: async () => undefined,
};

/** Below this, starting a process with its dictionary takes longer than the work. */
const worthAProcess = 300;

const elsewhere = (): WordCutter => {
  const helper = createHelper<readonly Cuttable[], readonly string[]>({
    script: new URL('./word-cutter.helper.ts', import.meta.url),
    name: 'the word cutter',
    heapMegabytes: 512,
    patience: 300_000,
    native: true,
  });
  return {
    cut: async (texts) =>
      texts.length === 0 ? [] : helper.run(texts.map(({ caseNo, title, body }) => ({ caseNo, title, body }))),
    close: helper.close,
  };
};

/** For about so many texts; the caller closes it. */
export const wordCutter = (expected: number): WordCutter => (expected < worthAProcess ? inline : elsewhere());
