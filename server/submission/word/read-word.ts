import { atMost } from '../../platform/helper/at-most.ts';
import { helpOnce } from '../../platform/helper/helper.ts';
import { HelperFault } from '../../platform/helper/helper-process.ts';
import type { WordReading } from './parse-word.ts';
import { wordLimits } from './word-limits.ts';

const inTurn = atMost(2);

const options = {
  script: new URL('./read-word.helper.ts', import.meta.url),
  name: 'the reader of Word documents',
  heapMegabytes: wordLimits.heapMegabytes,
  patience: wordLimits.milliseconds,
};

const refusalOf = (fault: unknown): WordReading => {
  if (fault instanceof HelperFault && fault.why === 'tooSlow') return { ok: false, code: 'word.tooSlow' };
  if (fault instanceof HelperFault && fault.why === 'outOfMemory')
    return { ok: false, code: 'word.tooComplex' };
  throw fault;
};

/** Reads a Word document in a process of its own with caps on time and memory. Refusals: `word.*`. */
export const readWord = (bytes: Uint8Array): Promise<WordReading> =>
  inTurn(() => helpOnce<WordReading>(options, bytes)).catch(refusalOf);
