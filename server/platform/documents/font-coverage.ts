import { closeSync, openSync, readSync } from 'node:fs';

/** Which characters a set of fonts can draw. */
export type Coverage = { readonly has: (codePoint: number) => boolean };

const bytesAt = (file: number, position: number, length: number): DataView => {
  const buffer = new Uint8Array(length);
  const read = readSync(file, buffer, 0, length, position);
  return new DataView(buffer.buffer, 0, read);
};

/** Offsets of the fonts in a file: several in a collection (.ttc), else one at 0. */
const fontOffsets = (file: number): number[] => {
  const head = bytesAt(file, 0, 12);
  if (head.getUint32(0) !== 0x74746366) return [0];
  const count = head.getUint32(8);
  const list = bytesAt(file, 12, count * 4);
  return Array.from({ length: count }, (_, index) => list.getUint32(index * 4));
};

/** The character map of the font at an offset (OpenType `cmap`), or null when it has none. */
const characterMap = (file: number, offset: number): DataView | null => {
  const count = bytesAt(file, offset, 12).getUint16(4);
  const tables = bytesAt(file, offset + 12, count * 16);
  for (let index = 0; index < count; index++) {
    const record = index * 16;
    if (tables.getUint32(record) === 0x636d6170) {
      return bytesAt(file, tables.getUint32(record + 8), tables.getUint32(record + 12));
    }
  }
  return null;
};

const addFormat4 = (map: DataView, start: number, add: (from: number, to: number) => void): void => {
  const segments = map.getUint16(start + 6) / 2;
  for (let index = 0; index < segments; index++) {
    const last = map.getUint16(start + 14 + index * 2);
    const first = map.getUint16(start + 16 + segments * 2 + index * 2);
    if (first !== 0xffff) add(first, last);
  }
};

const addFormat12 = (map: DataView, start: number, add: (from: number, to: number) => void): void => {
  const groups = map.getUint32(start + 12);
  for (let index = 0; index < groups; index++) {
    const group = start + 16 + index * 12;
    add(map.getUint32(group), map.getUint32(group + 4));
  }
};

const addMap = (map: DataView, add: (from: number, to: number) => void): void => {
  const tables = map.getUint16(2);
  for (let index = 0; index < tables; index++) {
    const start = map.getUint32(4 + index * 8 + 4);
    const format = map.getUint16(start);
    if (format === 4) addFormat4(map, start, add);
    if (format === 12) addFormat12(map, start, add);
  }
};

/**
 * Reads which characters some font files (.ttf, .otf, .ttc) can draw between them. A file that is not a font
 * counts for nothing. Needed because a PDF/A with a character that no font has is refused by the compiler.
 */
export const readCoverage = (files: readonly string[]): Coverage => {
  const covered = new Uint8Array(0x110000);
  const add = (from: number, to: number): void => {
    covered.fill(1, from, Math.min(to, 0x10ffff) + 1);
  };
  for (const path of files) {
    const file = openSync(path, 'r');
    try {
      for (const offset of fontOffsets(file)) {
        const map = characterMap(file, offset);
        if (map !== null) addMap(map, add);
      }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    } finally {
      closeSync(file);
    }
  }
  return { has: (codePoint) => covered[codePoint] === 1 };
};
