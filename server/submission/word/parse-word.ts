/** Tells whether a file is a Word document that may be read, and reads it. Runs in a worker. */
import { scanPart } from '../../platform/workbook/scan-part.ts';
import { UnreadableWorkbook } from '../../platform/workbook/workbook-refusal.ts';
import { attribute } from '../../platform/workbook/xml-scanner.ts';
import { openZip, type ZipArchive } from '../../platform/workbook/zip-archive.ts';
import { type DocumentText, readDocument } from './read-document.ts';
import { wordLimits } from './word-limits.ts';

export type WordPicture = { readonly bytes: Uint8Array };

export type WordReading =
  | ({ readonly ok: true; readonly images: readonly (WordPicture | null)[] } & DocumentText)
  | { readonly ok: false; readonly code: string };

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

const zipMagic = [0x50, 0x4b, 3, 4];
const oleMagic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** A .docx with a password is an old container around an encrypted package. */
const isEncrypted = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );

const hasMacros = (zip: ZipArchive): boolean => {
  let found = zip.names.some((name) => /(?:^|\/)vba(?:project|data)[^/]*$|\.vbs$/i.test(name));
  scanPart(zip, '[Content_Types].xml', {
    open: (_, attributes) => {
      found ||= /macroEnabled|vbaProject/i.test(attribute(attributes, 'ContentType') ?? '');
    },
    close: () => {},
    text: () => {},
  });
  return found;
};

const bytesOf = (zip: ZipArchive, part: string): Uint8Array | null => {
  const pieces: Uint8Array[] = [];
  let size = 0;
  zip.stream(part, (piece) => {
    size += piece.length;
    if (size <= wordLimits.pictureBytes) pieces.push(piece.slice());
  });
  return size > wordLimits.pictureBytes ? null : new Uint8Array(Buffer.concat(pieces));
};

/** Pictures in the order of the document; null: too large, too many, or not there. */
const imagesOf = (zip: ZipArchive, parts: readonly string[]): readonly (WordPicture | null)[] => {
  let total = 0;
  return parts.map((part, index) => {
    if (index >= wordLimits.pictures || !zip.has(part)) return null;
    const bytes = bytesOf(zip, part);
    total += bytes?.length ?? 0;
    return bytes === null || total > wordLimits.picturesBytes ? null : { bytes };
  });
};

const parse = (bytes: Uint8Array): WordReading => {
  if (bytes.length === 0) return { ok: false, code: 'word.empty' };
  if (startsWith(bytes, oleMagic))
    return { ok: false, code: isEncrypted(bytes) ? 'word.encrypted' : 'word.oldWord' };
  if (!startsWith(bytes, zipMagic)) return { ok: false, code: 'word.otherFormat' };
  const zip = openZip(bytes);
  if (!zip.has('[Content_Types].xml') || !zip.has('word/document.xml'))
    return { ok: false, code: 'word.otherFormat' };
  if (hasMacros(zip)) return { ok: false, code: 'word.macros' };
  const document = readDocument(zip);
  return { ok: true, ...document, images: imagesOf(zip, document.pictures) };
};

/** The reader of packages says why in its own words; ours have the same endings. */
const wordCode = (code: string): string =>
  code === 'workbook.tooManyCells' ? 'word.tooLong' : code.replace('workbook.', 'word.');

/** Never throws for what a file holds; codes are `word.*`. */
export const parseWord = (bytes: Uint8Array): WordReading => {
  try {
    return parse(bytes);
  } catch (fault) {
    if (fault instanceof UnreadableWorkbook) return { ok: false, code: wordCode(fault.code) };
    if (fault instanceof RangeError || fault instanceof TypeError || fault instanceof SyntaxError)
      return { ok: false, code: 'word.damaged' };
    throw fault;
  }
};
