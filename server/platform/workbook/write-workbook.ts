import { helpOnce } from '../helper/helper.ts';
import { buildWorkbook } from './build-workbook.ts';

/** Decimal text such as "43.70" that is written as this very number, in a format that shows the same text. */
export type Decimal = { readonly decimal: string; readonly percent: boolean };

/** Text stays text whatever it begins with; a day becomes a real date cell. */
export type PlainCell = string | number | null | { readonly date: string } | Decimal;

/** A cell that leads to an address, or to a row of another sheet, both from 0; null: nowhere. */
type LinkedCell = {
  readonly shows: PlainCell;
  readonly to: string | { readonly sheet: number; readonly row: number } | null;
};

/** A cell to be written. */
export type WritableCell = PlainCell | LinkedCell;

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
