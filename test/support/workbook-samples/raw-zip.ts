import { crc32, deflateRawSync } from 'node:zlib';

export type RawEntry = {
  readonly name: string;
  readonly data: Uint8Array | string;
  /** What the directory says instead of the truth. */
  readonly declaredSize?: number;
  readonly localName?: string;
  readonly flags?: number;
  readonly crc?: number;
  readonly store?: boolean;
};

const bytesOf = (data: Uint8Array | string): Uint8Array =>
  typeof data === 'string' ? Buffer.from(data) : data;

type Placed = RawEntry & {
  readonly packed: Uint8Array;
  readonly size: number;
  readonly sum: number;
  at: number;
};

const localHeader = (entry: Placed): Buffer => {
  const name = Buffer.from(entry.localName ?? entry.name);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(entry.flags ?? 0x0800, 6);
  head.writeUInt16LE(entry.store ? 0 : 8, 8);
  head.writeUInt32LE(entry.sum, 14);
  head.writeUInt32LE(entry.packed.length, 18);
  head.writeUInt32LE(entry.size, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name, entry.packed]);
};

const directoryEntry = (entry: Placed): Buffer => {
  const name = Buffer.from(entry.name);
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(20, 6);
  head.writeUInt16LE(entry.flags ?? 0x0800, 8);
  head.writeUInt16LE(entry.store ? 0 : 8, 10);
  head.writeUInt32LE(entry.sum, 16);
  head.writeUInt32LE(entry.packed.length, 20);
  head.writeUInt32LE(entry.size, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt32LE(entry.at, 42);
  return Buffer.concat([head, name]);
};

/**
 * Builds a zip by hand, so that tests can lie in it: about sizes, names, checksums. `overlap` lets every entry
 * of the directory point at the first entry's bytes.
 */
export const rawZip = (entries: readonly RawEntry[], overlap = false): Uint8Array => {
  const parts: Buffer[] = [];
  let at = 0;
  const placed = entries.map((entry, index): Placed => {
    const data = bytesOf(entry.data);
    const packed = entry.store ? data : deflateRawSync(data);
    return {
      ...entry,
      packed,
      size: entry.declaredSize ?? data.length,
      sum: entry.crc ?? crc32(data),
      at: overlap && index > 0 ? 0 : -1,
    };
  });
  for (const entry of placed) {
    if (entry.at === 0) continue;
    entry.at = at;
    const bytes = localHeader(entry);
    parts.push(bytes);
    at += bytes.length;
  }
  const directory = Buffer.concat(placed.map(directoryEntry));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(placed.length, 8);
  end.writeUInt16LE(placed.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, directory, end]));
};
