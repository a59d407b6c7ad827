import * as library from '@e965/xlsx';
import { encodeGb18030 } from './gb18030.ts';

const numbers = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, index * 2);
  return bytes;
};

const record = (id: number, data: Buffer): Buffer => Buffer.concat([numbers(id, data.length), data]);
const start = (type: number): Buffer => record(0x0809, numbers(0x0500, type, 0x0dbb, 0x07cc));
const end = record(0x000a, Buffer.alloc(0));

const label = (row: number, column: number, text: string): Buffer => {
  const bytes = Buffer.from(encodeGb18030(text));
  return record(0x0204, Buffer.concat([numbers(row, column, 0, bytes.length), bytes]));
};

const tab = (offset: number, name: string): Buffer => {
  const bytes = Buffer.from(encodeGb18030(name));
  const place = Buffer.alloc(4);
  place.writeUInt32LE(offset, 0);
  return record(0x0085, Buffer.concat([place, numbers(0), Buffer.from([bytes.length]), bytes]));
};

/** An Excel 95 workbook (BIFF5) with its texts in code page 936: no writer at hand makes one any more. */
export const biff5Workbook = (name: string, rows: readonly (readonly string[])[]): Uint8Array => {
  const head = Buffer.concat([start(5), record(0x0042, numbers(936))]);
  const offset = head.length + tab(0, name).length + end.length;
  const cells = rows.flatMap((row, r) => row.map((text, c) => label(r, c, text)));
  const stream = Buffer.concat([head, tab(offset, name), end, start(0x10), ...cells, end]);
  const file = library.CFB.utils.cfb_new();
  library.CFB.utils.cfb_add(
    file,
    '/Book',
    Buffer.concat([stream, Buffer.alloc(Math.max(0, 4096 - stream.length))]),
  );
  return new Uint8Array(library.CFB.write(file, { type: 'buffer' }) as Buffer);
};
