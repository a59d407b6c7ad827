import { Worker } from 'node:worker_threads';
import type { AnyRefusal } from '../platform/problem.ts';
import { workbookLimits } from '../platform/workbook/workbook-limits.ts';
import type { ReadCatalogue, ReadingOrder } from './read-table.ts';

export type FileToRead = { readonly bytes: Uint8Array; readonly name: string };

export type CatalogueReading = ReadCatalogue | { readonly ok: false; readonly refusal: AnyRefusal };

/** Files that are being read at this moment; more wait, so that their memory does not add up. */
const places = 2;
let taken = 0;
const waiting: (() => void)[] = [];

/** For parsing and recognising together; a hostile file takes no more of either. */
const milliseconds = 2 * workbookLimits.milliseconds;
const heapMegabytes = 2 * workbookLimits.heapMegabytes;

const inWorker = (file: FileToRead, order: ReadingOrder): Promise<CatalogueReading> =>
  new Promise((resolve, reject) => {
    // A copy, because the worker takes the memory over and the caller still has the file.
    const bytes = new Uint8Array(file.bytes);
    const worker = new Worker(new URL('./read-catalogue.worker.ts', import.meta.url), {
      workerData: { file: { bytes, name: file.name }, order },
      transferList: [bytes.buffer],
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    });
    const refuse = (code: string, params = {}): void => {
      resolve({ ok: false, refusal: { code, params } });
      void worker.terminate();
    };
    const timer = setTimeout(
      () => refuse('workbook.tooSlow', { seconds: milliseconds / 1_000 }),
      milliseconds,
    );
    worker.once('message', (result: CatalogueReading) => {
      resolve(result);
      void worker.terminate();
    });
    worker.once('error', (fault: Error & { code?: string }) => {
      if (fault.code === 'ERR_WORKER_OUT_OF_MEMORY') refuse('workbook.tooComplex');
      else reject(fault);
    });
    worker.once('exit', (code) => {
      clearTimeout(timer);
      // After an answer this changes nothing; without one the worker died.
      reject(new Error(`catalogue reader ended with code ${code}`));
    });
  });

/**
 * Reads a catalogue's file to rows, away from the thread that answers requests: ten thousand rows take seconds.
 * Refusals: `workbook.*`; without `refusal`: there are sheets, but none that looks like a catalogue.
 */
export const readCatalogue = async (file: FileToRead, order: ReadingOrder): Promise<CatalogueReading> => {
  const { fileBytes } = workbookLimits;
  if (file.bytes.length > fileBytes) {
    const params = { limit: fileBytes / 1024 / 1024 };
    return { ok: false, refusal: { code: 'workbook.tooLarge', params } };
  }
  if (taken >= places) await new Promise<void>((resolve) => waiting.push(resolve));
  else taken += 1;
  try {
    return await inWorker(file, order);
  } finally {
    const next = waiting.shift();
    if (next === undefined) taken -= 1;
    else next();
  }
};
