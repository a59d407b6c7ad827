import { UnreadableWorkbook } from './workbook-refusal.ts';
import { createXmlScanner, type XmlHandlers } from './xml-scanner.ts';
import type { ZipArchive } from './zip-archive.ts';

type Decoder = InstanceType<typeof TextDecoder>;

const decoderFor = (start: Uint8Array): Decoder => {
  const [first, second] = [start[0], start[1]];
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  return new TextDecoder('utf-8', { fatal: true });
};

/** Walks through one XML part of a package without ever holding it whole. */
export const scanPart = (zip: ZipArchive, part: string, handlers: XmlHandlers): void => {
  const scanner = createXmlScanner(handlers);
  let decoder: Decoder | null = null;
  const decode = (piece: Uint8Array, last: boolean): string => {
    decoder ??= decoderFor(piece);
    try {
      return decoder.decode(piece, { stream: !last });
    } catch {
      throw new UnreadableWorkbook('workbook.damaged');
    }
  };
  zip.stream(part, (piece, last) => {
    if (piece.length > 0 || last) scanner.write(decode(piece, last));
  });
  scanner.end();
};
