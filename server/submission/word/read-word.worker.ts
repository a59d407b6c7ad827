import { parentPort, workerData } from 'node:worker_threads';
import { parseWord } from './parse-word.ts';

parentPort?.postMessage(parseWord((workerData as { bytes: Uint8Array }).bytes));
