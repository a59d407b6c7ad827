/** A picture without what it says of its maker: place, camera, comments, and anything behind its end. */

const u32 = (bytes: Uint8Array, at: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);

const pngKept = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'pHYs',
  'bKGD',
]);

const cleanPng = (bytes: Uint8Array): Uint8Array | null => {
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = u32(bytes, at);
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    if (pngKept.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return new Uint8Array(Buffer.concat(kept));
    at = end;
  }
  return null;
};

/** APP0 (JFIF), APP2 (colour profile) and APP14 (Adobe) say how to show it; the other APPs and comments go. */
const jpegDropped = (marker: number): boolean =>
  marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee);

const cleanJpeg = (bytes: Uint8Array): Uint8Array | null => {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return null;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    if (marker === 0xda) {
      const last = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(
        Buffer.from([0xff, 0xd9]),
      );
      if (last < end) return null;
      kept.push(bytes.subarray(at, last + 2));
      return new Uint8Array(Buffer.concat(kept));
    }
    if (!jpegDropped(marker)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
};

/** Null: it is neither PNG nor JPEG, or it is broken. */
export const cleanPicture = (
  bytes: Uint8Array,
): { readonly bytes: Uint8Array; readonly extension: 'png' | 'jpg' } | null => {
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, index) => bytes[index] === byte);
  const jpeg = bytes[0] === 0xff && bytes[1] === 0xd8;
  const cleaned = png ? cleanPng(bytes) : jpeg ? cleanJpeg(bytes) : null;
  return cleaned === null ? null : { bytes: cleaned, extension: png ? 'png' : 'jpg' };
};
