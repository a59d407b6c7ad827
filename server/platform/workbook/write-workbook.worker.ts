import { parentPort, workerData } from 'node:worker_threads';
import { buildWorkbook } from './build-workbook.ts';
import type { WritableSheet } from './write-workbook.ts';

const bytes = buildWorkbook(workerData as readonly WritableSheet[]);
parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
