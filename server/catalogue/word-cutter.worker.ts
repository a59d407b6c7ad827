import { parentPort } from 'node:worker_threads';
import { searchWords } from '../platform/search.ts';
import type { Cuttable } from './word-cutter.ts';

parentPort?.on('message', (texts: readonly Cuttable[] | null) => {
  if (texts === null) return parentPort?.close();
  parentPort?.postMessage({ words: texts.map(searchWords) });
});
