import { atMost } from '../platform/helper/at-most.ts';
import { helpOnce } from '../platform/helper/helper.ts';
import type { AnyRefusal } from '../platform/problem.ts';
import { type FileToRead, refusalOfReading, refusalOfSize } from '../platform/workbook/read-workbook.ts';
import { workbookLimits } from '../platform/workbook/workbook-limits.ts';
import type { WorkbookRefusal } from '../platform/workbook/workbook-refusal.ts';
import type { ReadCatalogue, ReadingOrder } from './read-table.ts';

export type CatalogueToRead = { readonly file: FileToRead; readonly order: ReadingOrder };

export type CatalogueReading = ReadCatalogue | { readonly ok: false; readonly refusal: AnyRefusal };

const inTurn = atMost(2);

/** For parsing and recognising together; a hostile file takes no more of either. */
const patience = 2 * workbookLimits.milliseconds;
const heapMegabytes = 2 * workbookLimits.heapMegabytes;

const refused = ({ code, params }: WorkbookRefusal): CatalogueReading => ({
  ok: false,
  refusal: { code, params },
});

/**
 * Reads a catalogue's file to rows, away from the thread that answers requests: ten thousand rows take seconds.
 * Refusals: `workbook.*`; without `refusal`: there are sheets, but none that looks like a catalogue.
 */
export const readCatalogue = async (file: FileToRead, order: ReadingOrder): Promise<CatalogueReading> => {
  const tooLarge = refusalOfSize(file);
  if (tooLarge !== null) return refused(tooLarge);
  const script = new URL('./read-catalogue.helper.ts', import.meta.url);
  const options = { script, name: 'the reader of catalogues', heapMegabytes, patience };
  return inTurn(() => helpOnce<CatalogueReading>(options, { file, order })).catch((fault: unknown) =>
    refused(refusalOfReading(fault, patience / 1_000)),
  );
};
