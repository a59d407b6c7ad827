import { crc32, deflateSync } from 'node:zlib';
import { officialForm } from './official-form.ts';

/** Pixels a point: the picture is for readers that know no SVG, and stands for lines of 0.75 pt and more. */
const scale = 8;

const chunk = (kind: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
};

/** A PNG of rows of one colour each, two pixels wide; `null` is transparent. */
const pngOfRows = (rows: readonly (string | null)[]): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(2, 0);
  head.writeUInt32BE(rows.length, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const pixels = rows.flatMap((colour) => {
    const pixel = colour === null ? [0, 0, 0, 0] : [...Buffer.from(colour, 'hex'), 255];
    return [0, ...pixel, ...pixel];
  });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.from(pixels));
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
};

/** Height of a double line in points. */
export const doubleLineHeight = Object.values(officialForm.letter.stroke).reduce(
  (sum, part) => sum + part,
  0,
);

/**
 * The red double line of the letter form as pictures to be stretched to 170 mm: thick over thin at the head of
 * the page, thin over thick at its foot (GB/T 9704-2012 10.1).
 */
export const doubleLine = (thickFirst: boolean): { svg: Buffer; png: Buffer } => {
  const { thick, gap, thin } = officialForm.letter.stroke;
  const [first, last] = thickFirst ? [thick, thin] : [thin, thick];
  const bar = (y: number, height: number): string => `<rect y="${y}" width="100" height="${height}"/>`;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 ${doubleLineHeight}" preserveAspectRatio="none">` +
    `<g fill="#${officialForm.red}">${bar(0, first)}${bar(first + gap, last)}</g></svg>`;
  const rows = (points: number, colour: string | null): (string | null)[] =>
    Array.from({ length: points * scale }, () => colour);
  const { red } = officialForm;
  return {
    svg: Buffer.from(svg),
    png: pngOfRows([...rows(first, red), ...rows(gap, null), ...rows(last, red)]),
  };
};
