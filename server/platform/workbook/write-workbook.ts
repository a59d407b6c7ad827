import { helpOnce } from '../helper/helper.ts';
import { buildWorkbook } from './build-workbook.ts';

/** A cell to be written: text stays text whatever it begins with; a day becomes a real date cell. */
export type WritableCell = string | number | null | { readonly date: string };

export type WritableSheet = {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly WritableCell[])[];
  /** Column widths in characters; 12 where none is given. */
  readonly widths?: readonly number[];
};

/** Above this many cells the work would hold up other requests, so another process does it. */
const inlineCells = 20_000;

const helper = {
  script: new URL('./write-workbook.helper.ts', import.meta.url),
  name: 'the writer of workbooks',
  heapMegabytes: 2_048,
  patience: 300_000,
};

/**
 * Writes an .xlsx: a frozen, bold heading with a filter, typed cells, no formula anywhere. The same sheets give
 * the same bytes. Texts of more than 32,767 characters do not fit a cell (the format's limit) and throw.
 */
export const writeWorkbook = async (sheets: readonly WritableSheet[]): Promise<Uint8Array> => {
  const cells = sheets.reduce((sum, sheet) => sum + sheet.rows.length * sheet.header.length, 0);
  return cells > inlineCells ? helpOnce<Uint8Array>(helper, sheets) : buildWorkbook(sheets);
};
