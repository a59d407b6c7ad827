import { atMost } from '../helper/at-most.ts';
import { helpOnce } from '../helper/helper.ts';
import { HelperFault } from '../helper/helper-process.ts';
import type { ReadWorkbook } from './parse-workbook.ts';
import { workbookLimits } from './workbook-limits.ts';
import type { WorkbookRefusal } from './workbook-refusal.ts';

export type FileToRead = { readonly bytes: Uint8Array; readonly name: string };

export type ReadWorkbookOptions = { readonly milliseconds?: number; readonly heapMegabytes?: number };

/** What a file is refused with whose reading ended so; a fault that is none of the file's is thrown on. */
export const refusalOfReading = (fault: unknown, seconds: number): WorkbookRefusal => {
  if (fault instanceof HelperFault && fault.why === 'tooSlow')
    return { ok: false, code: 'workbook.tooSlow', params: { seconds } };
  if (fault instanceof HelperFault && fault.why === 'outOfMemory')
    return { ok: false, code: 'workbook.tooComplex', params: {} };
  throw fault;
};

/** What weighs more than any file may is not looked at. */
export const refusalOfSize = ({ bytes }: FileToRead): WorkbookRefusal | null =>
  bytes.length > workbookLimits.fileBytes
    ? { ok: false, code: 'workbook.tooLarge', params: { limit: workbookLimits.fileBytes / 1024 / 1024 } }
    : null;

const inTurn = atMost(2);

/**
 * Reads the tables of an office file: .xlsx, .xls, .csv (UTF-8, UTF-16, GB18030), the tables of a .docx, and the
 * web pages that many systems export as .xls. The content decides, not the name. Runs in a process of its own with
 * caps on time and memory, so that no file can stop or exhaust the server.
 * @returns the sheets, or a refusal with a code of `workbook.*`; throws only when the helper itself fails.
 */
export const readWorkbook = async (
  bytes: Uint8Array,
  name: string,
  { milliseconds, heapMegabytes }: ReadWorkbookOptions = {},
): Promise<ReadWorkbook> => {
  const file: FileToRead = { bytes, name };
  const patience = milliseconds ?? workbookLimits.milliseconds;
  const options = {
    script: new URL('./read-workbook.helper.ts', import.meta.url),
    name: 'the reader of workbooks',
    heapMegabytes: heapMegabytes ?? workbookLimits.heapMegabytes,
    patience,
  };
  return (
    refusalOfSize(file) ??
    inTurn(() => helpOnce<ReadWorkbook>(options, file)).catch((fault: unknown) =>
      refusalOfReading(fault, Math.round(patience / 1_000)),
    )
  );
};
