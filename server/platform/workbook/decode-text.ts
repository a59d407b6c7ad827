import { UnreadableWorkbook } from './workbook-refusal.ts';

const tryDecode = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** UTF-16 without a mark shows in its zero bytes: commas, digits and line ends have one each. */
const unmarkedUtf16 = (bytes: Uint8Array): string | null => {
  const sample = bytes.subarray(0, 4096);
  let [even, odd] = [0, 0];
  for (let at = 0; at < sample.length; at += 1) {
    if (sample[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd > 0 && even === 0) return 'utf-16le';
  return even > 0 && odd === 0 ? 'utf-16be' : null;
};

const hasBinary = (text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 32 && code !== 27) || code === 0xfffe || code === 0xffff)
      return true;
  }
  return false;
};

/**
 * Decodes text by its mark, else as UTF-8, else as GB18030 (which contains GBK and GB2312). Each is tried
 * strictly: what is valid in none of them, or holds control characters, is not text.
 */
export const decodeText = (bytes: Uint8Array): string => {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  const wide = marked ?? unmarkedUtf16(bytes);
  const text =
    wide === null ? (tryDecode(bytes, 'utf-8') ?? tryDecode(bytes, 'gb18030')) : tryDecode(bytes, wide);
  if (text === null || hasBinary(text)) throw new UnreadableWorkbook('workbook.notATable');
  return text;
};
