/** What may be uploaded for what, told by content, never by name or by what the browser says. */
import { fileTypeFromBuffer } from 'file-type';
import { openZip } from '../platform/workbook/zip-archive.ts';
import { UnreadableWorkbook } from '../platform/workbook/workbook-refusal.ts';

export type Purpose = 'catalogue' | 'contact' | 'scan' | 'people' | 'units' | 'supervision' | 'submission';

const pictures = ['image/jpeg', 'image/png', 'image/webp'] as const;
const office = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;

const allowed: Readonly<Record<Purpose, readonly string[]>> = {
  contact: [...pictures, 'application/pdf', ...office],
  supervision: [...pictures, 'application/pdf', ...office],
  submission: [...pictures, 'application/pdf', ...office],
  scan: [...pictures, 'application/pdf'],
  catalogue: [...office, 'application/x-cfb', 'text/csv'],
  people: [office[1], 'application/x-cfb', 'text/csv'],
  units: [office[1], 'application/x-cfb', 'text/csv'],
};

const shown: Readonly<Record<Purpose, string>> = {
  contact: 'JPEG, PNG, WebP, PDF, DOCX, XLSX',
  supervision: 'JPEG, PNG, WebP, PDF, DOCX, XLSX',
  submission: 'JPEG, PNG, WebP, PDF, DOCX, XLSX',
  scan: 'JPEG, PNG, WebP, PDF',
  catalogue: 'XLSX, XLS, CSV, DOCX',
  people: 'XLSX, XLS, CSV',
  units: 'XLSX, XLS, CSV',
};

export type Sniffed =
  | { readonly ok: true; readonly mediaType: string }
  | {
      readonly ok: false;
      readonly code: 'wrong-type' | 'file-bomb' | 'file-macros';
      readonly params: { readonly allowed: string };
    };

/** What others open as it was sent; a list that is imported is read by our own reader, with refusals of its own. */
const kept: readonly Purpose[] = ['contact', 'supervision', 'submission'];

/** An Office file is a zip. By its directory alone, nothing being unpacked: what would harm whoever opens it. */
const dangerIn = (bytes: Uint8Array): 'file-bomb' | 'file-macros' | null => {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null;
  try {
    return openZip(bytes).names.some((name) => name.endsWith('/vbaproject.bin')) ? 'file-macros' : null;
  } catch (fault) {
    if (!(fault instanceof UnreadableWorkbook)) throw fault;
    return fault.code === 'workbook.bomb' ? 'file-bomb' : null;
  }
};

/** Text has no signature: it counts as CSV when it holds no control characters but the ones of lines. */
const looksLikeText = (bytes: Uint8Array): boolean => {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return (
    utf16 || !bytes.subarray(0, 65_536).some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))
  );
};

/** A file whose type is not permitted for the purpose is refused with what is. */
export const sniff = async (bytes: Uint8Array, purpose: Purpose): Promise<Sniffed> => {
  const danger = kept.includes(purpose) ? dangerIn(bytes) : null;
  if (danger !== null) return { ok: false, code: danger, params: { allowed: shown[purpose] } };
  const found = await fileTypeFromBuffer(bytes);
  const mediaType = found?.mime ?? (looksLikeText(bytes) ? 'text/csv' : 'application/octet-stream');
  return allowed[purpose].includes(mediaType)
    ? { ok: true, mediaType }
    : { ok: false, code: 'wrong-type', params: { allowed: shown[purpose] } };
};

/** A file name fit to be stored and shown: no path, no control or direction-changing characters, at most 120 long. */
export const cleanName = (name: string): string => {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  // Spelled by code points, so that nothing invisible stands in the source.
  const plain = base.replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069"]/g, '').trim();
  if (plain === '' || /^\.+$/.test(plain)) return 'file';
  return plain.length > 120 ? `${plain.slice(0, 90)}…${plain.slice(-20)}` : plain;
};
