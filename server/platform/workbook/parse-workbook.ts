import type { Sheet } from '#core/catalogue/sheet.ts';
import { readCsv } from './csv-sheet.ts';
import { decodeText } from './decode-text.ts';
import { readDocx } from './docx-tables.ts';
import { readHtml } from './html-tables.ts';
import { scanPart } from './scan-part.ts';
import { UnreadableWorkbook, type WorkbookRefusal } from './workbook-refusal.ts';
import { readXls } from './xls-sheets.ts';
import { readXlsx } from './xlsx-sheets.ts';
import { attribute } from './xml-scanner.ts';
import { findZipEnd, openZip, type ZipArchive } from './zip-archive.ts';

export type WorkbookFormat = 'xlsx' | 'xls' | 'csv' | 'docx' | 'html';

export type ReadWorkbook =
  | {
      readonly ok: true;
      readonly format: WorkbookFormat;
      /** False when the file's name promises another format than it has (.xls that is a web page). */
      readonly extensionFits: boolean;
      readonly sheets: readonly Sheet[];
    }
  | WorkbookRefusal;

const tableExtensions: Readonly<Record<string, readonly WorkbookFormat[]>> = {
  xlsx: ['xlsx'],
  xlsm: ['xlsx'],
  xltx: ['xlsx'],
  xls: ['xls'],
  et: ['xls', 'xlsx'],
  csv: ['csv'],
  tsv: ['csv'],
  txt: ['csv'],
  docx: ['docx'],
  wps: ['docx'],
  htm: ['html'],
  html: ['html'],
  doc: [],
  ods: [],
  xlsb: [],
  pdf: [],
};

const extensionOf = (fileName: string): string =>
  /\.([^./\\]{1,12})$/.exec(fileName.trim())?.[1]?.toLowerCase() ?? '';

const startsWith = (bytes: Uint8Array, magic: readonly number[], at = 0): boolean =>
  magic.every((byte, index) => bytes[at + index] === byte);

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

const isPicture = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) ||
  startsWith(bytes, [0xff, 0xd8, 0xff]) ||
  startsWith(bytes, ascii('GIF8')) ||
  startsWith(bytes, [0x49, 0x49, 0x2a, 0]) ||
  startsWith(bytes, [0x4d, 0x4d, 0, 0x2a]) ||
  startsWith(bytes, ascii('WEBP'), 8);

const isArchive = (bytes: Uint8Array): boolean =>
  startsWith(bytes, ascii('Rar!')) ||
  startsWith(bytes, [0x37, 0x7a, 0xbc, 0xaf]) ||
  startsWith(bytes, [0x1f, 0x8b]) ||
  startsWith(bytes, ascii('BZh'));

const isProgram = (bytes: Uint8Array): boolean =>
  startsWith(bytes, ascii('MZ')) ||
  startsWith(bytes, [0x7f, 0x45, 0x4c, 0x46]) ||
  startsWith(bytes, ascii('#!'));

const zipMagic = [0x50, 0x4b, 3, 4];
const oleMagic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const refuseForeign = (bytes: Uint8Array): void => {
  if (isPicture(bytes)) throw new UnreadableWorkbook('workbook.picture');
  if (startsWith(bytes, ascii('%PDF'))) throw new UnreadableWorkbook('workbook.pdf');
  if (isArchive(bytes)) throw new UnreadableWorkbook('workbook.archive');
  if (isProgram(bytes)) throw new UnreadableWorkbook('workbook.notATable');
  if (startsWith(bytes, ascii('{\\rtf')))
    throw new UnreadableWorkbook('workbook.otherFormat', { format: 'RTF' });
  if (startsWith(bytes, ascii('PK'))) throw new UnreadableWorkbook('workbook.damaged');
  // A zip's directory at the very end: this text is also another file.
  const end = findZipEnd(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (end !== null) throw new UnreadableWorkbook('workbook.notATable');
};

const readMimeType = (zip: ZipArchive): string => {
  let text = '';
  if (zip.has('mimetype'))
    zip.stream(
      'mimetype',
      (piece) => (text += text.length < 200 ? Buffer.from(piece).toString('latin1') : ''),
    );
  return text;
};

/** Some writers declare macro types for every .bin; only a part that exists under such a type counts. */
const hasMacroType = (zip: ZipArchive): boolean => {
  let found = false;
  scanPart(zip, '[Content_Types].xml', {
    open: (name, attributes) => {
      if (name !== 'Override' || !/macroEnabled|vbaProject/i.test(attribute(attributes, 'ContentType') ?? ''))
        return;
      found ||= zip.has((attribute(attributes, 'PartName') ?? '').replace(/^\//, ''));
    },
    close: () => {},
    text: () => {},
  });
  return found;
};

const openPackage = async (
  bytes: Uint8Array,
): Promise<{ format: WorkbookFormat; sheets: readonly Sheet[] }> => {
  const zip = openZip(bytes);
  if (zip.names.some((name) => /(?:^|\/)vba(?:project|data)[^/]*$|\.vbs$/i.test(name)))
    throw new UnreadableWorkbook('workbook.macros');
  if (!zip.has('[Content_Types].xml')) {
    const opendocument = readMimeType(zip).includes('opendocument');
    throw opendocument
      ? new UnreadableWorkbook('workbook.otherFormat', { format: 'ODF' })
      : new UnreadableWorkbook('workbook.archive');
  }
  if (hasMacroType(zip)) throw new UnreadableWorkbook('workbook.macros');
  const isWord = zip.has('word/document.xml');
  const isBook = zip.names.some((name) => /^xl\/[^/]*workbook[^/]*\.xml$/.test(name));
  if (isWord && isBook) throw new UnreadableWorkbook('workbook.damaged');
  if (isWord) return { format: 'docx', sheets: readDocx(zip) };
  if (isBook) return { format: 'xlsx', sheets: await readXlsx(zip) };
  if (zip.has('xl/workbook.bin')) throw new UnreadableWorkbook('workbook.otherFormat', { format: 'XLSB' });
  throw new UnreadableWorkbook('workbook.otherFormat', { format: 'OOXML' });
};

const readText = (
  bytes: Uint8Array,
  fileName: string,
): { format: WorkbookFormat; sheets: readonly Sheet[] } => {
  const text = decodeText(bytes);
  const start = text.slice(0, 4096).trimStart();
  if (/^MIME-Version:/i.test(start))
    throw new UnreadableWorkbook('workbook.otherFormat', { format: 'MHTML' });
  if (start.startsWith('<')) {
    if (/urn:schemas-microsoft-com:office:spreadsheet/.test(start) && !/<html/i.test(start))
      throw new UnreadableWorkbook('workbook.otherFormat', { format: 'XML 2003' });
    if (/<(?:!doctype html|html|table|head|body|meta)/i.test(start))
      return { format: 'html', sheets: readHtml(text) };
    throw new UnreadableWorkbook('workbook.notATable');
  }
  return {
    format: 'csv',
    sheets: [readCsv(text, fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '') || '#1')],
  };
};

const open = async (
  bytes: Uint8Array,
  fileName: string,
): Promise<{ format: WorkbookFormat; sheets: readonly Sheet[] }> => {
  if (bytes.length === 0) throw new UnreadableWorkbook('workbook.empty');
  if (startsWith(bytes, zipMagic)) return openPackage(bytes);
  if (startsWith(bytes, oleMagic)) {
    if (findZipEnd(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)) !== null)
      throw new UnreadableWorkbook('workbook.damaged');
    return { format: 'xls', sheets: await readXls(bytes) };
  }
  refuseForeign(bytes);
  return readText(bytes, fileName);
};

/**
 * Tells what a file is by its content and reads its tables. Runs inside the worker; `readWorkbook` adds the
 * caps on time and memory. Never throws for what a file holds.
 */
export const parseWorkbook = async (bytes: Uint8Array, fileName: string): Promise<ReadWorkbook> => {
  const extension = extensionOf(fileName);
  if (extension !== '' && tableExtensions[extension] === undefined)
    return { ok: false, code: 'workbook.wrongExtension', params: { extension } };
  try {
    const { format, sheets } = await open(bytes, fileName);
    if (!sheets.some(({ rows }) => rows > 0)) return { ok: false, code: 'workbook.noTable', params: {} };
    const extensionFits = extension === '' || (tableExtensions[extension]?.includes(format) ?? false);
    return { ok: true, format, extensionFits, sheets };
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return { ok: false, code: error.code, params: error.params };
    // Anything else is a file that broke a parser: for its owner that is a damaged file.
    if (error instanceof RangeError || error instanceof TypeError || error instanceof SyntaxError)
      return { ok: false, code: 'workbook.damaged', params: {} };
    throw error;
  }
};
