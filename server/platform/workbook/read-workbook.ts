import { Worker } from 'node:worker_threads';
import type { ReadWorkbook } from './parse-workbook.ts';
import { workbookLimits } from './workbook-limits.ts';

export type ReadWorkbookOptions = { readonly milliseconds?: number; readonly heapMegabytes?: number };

/** Files that are being read at this moment; more wait, so that many uploads do not add up their memory. */
const places = 2;
let taken = 0;
const waiting: (() => void)[] = [];

const takePlace = async (): Promise<void> => {
  if (taken >= places) await new Promise<void>((resolve) => waiting.push(resolve));
  else taken += 1;
};

const givePlace = (): void => {
  const next = waiting.shift();
  if (next === undefined) taken -= 1;
  else next();
};

const readInWorker = (
  bytes: Uint8Array,
  fileName: string,
  options: Required<ReadWorkbookOptions>,
): Promise<ReadWorkbook> =>
  new Promise((resolve, reject) => {
    // A copy, because the worker takes the memory over and the caller may still need the file.
    const copy = new Uint8Array(bytes);
    const worker = new Worker(new URL('./read-workbook.worker.ts', import.meta.url), {
      workerData: { bytes: copy, fileName },
      transferList: [copy.buffer],
      env: {},
      execArgv: [],
      // A parser's complaints about a strange file are for nobody.
      stdout: true,
      stderr: true,
      resourceLimits: {
        maxOldGenerationSizeMb: options.heapMegabytes,
        maxYoungGenerationSizeMb: 64,
        stackSizeMb: 4,
      },
    });
    const timer = setTimeout(() => {
      resolve({
        ok: false,
        code: 'workbook.tooSlow',
        params: { seconds: Math.round(options.milliseconds / 1000) },
      });
      void worker.terminate();
    }, options.milliseconds);
    worker.once('message', (result: ReadWorkbook) => {
      resolve(result);
      void worker.terminate();
    });
    worker.once('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        resolve({ ok: false, code: 'workbook.tooComplex', params: {} });
      else reject(error);
    });
    worker.once('exit', (code) => {
      clearTimeout(timer);
      // After an answer this changes nothing; without one the worker died.
      reject(new Error(`workbook worker ended with code ${code}`));
    });
  });

/**
 * Reads the tables of an office file: .xlsx, .xls, .csv (UTF-8, UTF-16, GB18030), the tables of a .docx, and the
 * web pages that many systems export as .xls. The content decides, not the name. Runs in a worker with caps on
 * time and memory, so that no file can stop or exhaust the process.
 * @returns the sheets, or a refusal with a code of `workbook.*`; throws only when the worker itself fails.
 */
export const readWorkbook = async (
  bytes: Uint8Array,
  fileName: string,
  options: ReadWorkbookOptions = {},
): Promise<ReadWorkbook> => {
  if (bytes.length > workbookLimits.fileBytes)
    return {
      ok: false,
      code: 'workbook.tooLarge',
      params: { limit: workbookLimits.fileBytes / 1024 / 1024 },
    };
  await takePlace();
  try {
    return await readInWorker(bytes, fileName, {
      milliseconds: options.milliseconds ?? workbookLimits.milliseconds,
      heapMegabytes: options.heapMegabytes ?? workbookLimits.heapMegabytes,
    });
  } finally {
    givePlace();
  }
};
