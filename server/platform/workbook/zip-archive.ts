import { crc32 } from 'node:zlib';
import { Inflate } from 'fflate';
import { workbookLimits } from './workbook-limits.ts';
import { UnreadableWorkbook } from './workbook-refusal.ts';

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly start: number;
};

export type ZipArchive = {
  readonly names: readonly string[];
  /** Part names are compared without case, as Office does. */
  readonly has: (name: string) => boolean;
  /** Unpacks a part piece by piece; refuses when it is larger than declared or its checksum is wrong. */
  readonly stream: (name: string, take: (piece: Uint8Array, last: boolean) => void) => void;
};

const endMark = 0x06054b50;
const directoryMark = 0x02014b50;
const localMark = 0x04034b50;

const damaged = (): UnreadableWorkbook => new UnreadableWorkbook('workbook.damaged');

/** The end record must close the file exactly: what stands after it is somebody's second file. */
export const findZipEnd = (view: DataView): number | null => {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1)
    if (view.getUint32(at, true) === endMark && at + 22 + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  return null;
};

const safeName = (name: string): boolean =>
  name !== '' &&
  name.length <= 512 &&
  !/^[/\\]|\\|^[a-z]:/i.test(name) &&
  !name.includes('\u0000') &&
  !name.split('/').includes('..');

const dataStart = (view: DataView, header: number, name: string, bytes: Uint8Array): number => {
  if (header + 30 > view.byteLength || view.getUint32(header, true) !== localMark) throw damaged();
  const nameLength = view.getUint16(header + 26, true);
  const localName = new TextDecoder('latin1').decode(bytes.subarray(header + 30, header + 30 + nameLength));
  // A reader that trusts the local name and one that trusts the directory would see two different files.
  if (localName !== name) throw damaged();
  return header + 30 + nameLength + view.getUint16(header + 28, true);
};

const readEntry = (
  view: DataView,
  bytes: Uint8Array,
  at: number,
): { entry: Entry; name: string; next: number } => {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== directoryMark) throw damaged();
  const flags = view.getUint16(at + 8, true);
  if ((flags & 0x41) !== 0) throw new UnreadableWorkbook('workbook.encrypted');
  const method = view.getUint16(at + 10, true);
  const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
  const nameLength = view.getUint16(at + 28, true);
  const raw = bytes.subarray(at + 46, at + 46 + nameLength);
  const rawName = new TextDecoder('latin1').decode(raw);
  const name = new TextDecoder('utf-8').decode(raw);
  if (!safeName(name) || (method !== 0 && method !== 8) || packed === 0xffffffff || unpacked === 0xffffffff)
    throw damaged();
  const start = dataStart(view, view.getUint32(at + 42, true), rawName, bytes);
  if (start + packed > view.byteLength) throw damaged();
  const entry = { name, method, crc: view.getUint32(at + 16, true), packed, unpacked, start };
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  return { entry, name: name.toLowerCase(), next };
};

/** Overlapping entries let a small file unpack to petabytes (Fifield 2019): every byte may be used once. */
const refuseOverlaps = (entries: readonly Entry[]): void => {
  const sorted = entries.filter(({ packed }) => packed > 0).sort((a, b) => a.start - b.start);
  for (const [index, entry] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before !== undefined && before.start + before.packed > entry.start)
      throw new UnreadableWorkbook('workbook.bomb');
  }
};

const isTooLarge = ({ packed, unpacked }: Entry): boolean =>
  unpacked > workbookLimits.partBytes ||
  (unpacked > workbookLimits.ratioFrom && unpacked > packed * workbookLimits.ratio);

const inflateChunk = 16 * 1024;

const streamEntry = (
  bytes: Uint8Array,
  entry: Entry,
  take: (piece: Uint8Array, last: boolean) => void,
): void => {
  const packed = bytes.subarray(entry.start, entry.start + entry.packed);
  let met = 0;
  let sum = 0;
  const check = (piece: Uint8Array, last: boolean): void => {
    met += piece.length;
    if (met > entry.unpacked) throw new UnreadableWorkbook('workbook.bomb');
    sum = crc32(piece, sum);
    if (last && (met !== entry.unpacked || sum !== entry.crc)) throw damaged();
    take(piece, last);
  };
  if (entry.method === 0) {
    check(packed, true);
    return;
  }
  let ended = false;
  const inflater = new Inflate((piece, last) => {
    ended = last;
    check(piece, last);
  });
  try {
    for (let at = 0; at < packed.length; at += inflateChunk)
      inflater.push(packed.subarray(at, at + inflateChunk), at + inflateChunk >= packed.length);
  } catch (error) {
    throw error instanceof UnreadableWorkbook ? error : damaged();
  }
  if (!ended) throw damaged();
};

/**
 * Opens a zip without unpacking anything: directory, names, sizes and places are checked first, so that a bomb
 * costs nothing. Zip64, encryption, odd methods, twice-used names and bytes outside the archive are refused.
 */
export const openZip = (bytes: Uint8Array): ZipArchive => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findZipEnd(view);
  if (end === null) throw damaged();
  const count = view.getUint16(end + 10, true);
  if (count > workbookLimits.zipEntries) throw new UnreadableWorkbook('workbook.bomb');
  let at = view.getUint32(end + 16, true);
  if (at + view.getUint32(end + 12, true) !== end) throw damaged();
  const entries = new Map<string, Entry>();
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    const { entry, name, next } = readEntry(view, bytes, at);
    if (entries.has(name)) throw damaged();
    entries.set(name, entry);
    total += entry.unpacked;
    if (isTooLarge(entry) || total > workbookLimits.unpackedBytes)
      throw new UnreadableWorkbook('workbook.bomb');
    at = next;
  }
  if (at !== end) throw damaged();
  refuseOverlaps([...entries.values()]);
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name.toLowerCase()),
    stream: (name, take) => {
      const entry = entries.get(name.toLowerCase());
      if (entry === undefined) throw damaged();
      streamEntry(bytes, entry, take);
    },
  };
};
