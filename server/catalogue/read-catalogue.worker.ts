import { parentPort, workerData } from 'node:worker_threads';
import { parseWorkbook } from '../platform/workbook/parse-workbook.ts';
import type { CatalogueReading, FileToRead } from './read-catalogue.ts';
import { readTable, type ReadingOrder } from './read-table.ts';

const { file, order } = workerData as { file: FileToRead; order: ReadingOrder };

const read = async (): Promise<CatalogueReading> => {
  const workbook = await parseWorkbook(file.bytes, file.name);
  if (!workbook.ok) return { ok: false, refusal: { code: workbook.code, params: workbook.params } };
  return readTable(workbook.sheets, order);
};

parentPort?.postMessage(await read());
