/**
 * A QR code (ISO/IEC 18004, model 2) drawn here, so that an authenticator's secret is never sent to anyone who draws
 * pictures. Byte mode, error correction level M, versions 1 to 20: up to 666 bytes.
 */
type Grid = boolean[][];

const correctionPerBlock = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
const blockCount = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];

const at = (list: readonly number[], index: number): number => {
  const found = list[index];
  if (found === undefined) throw new RangeError('Outside the tables of versions 1 to 20');
  return found;
};

const alignments = (version: number): number[] => {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  const last = version * 4 + 10;
  return [6, ...Array.from({ length: count - 1 }, (_, index) => last - step * (count - 2 - index))];
};

/** Codewords of a version, data and correction together. */
const codewordsOf = (version: number): number => {
  let modules = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const count = Math.floor(version / 7) + 2;
    modules -= (25 * count - 10) * count - 55;
    if (version >= 7) modules -= 36;
  }
  return Math.floor(modules / 8);
};

const dataCodewordsOf = (version: number): number =>
  codewordsOf(version) - at(correctionPerBlock, version - 1) * at(blockCount, version - 1);

/** Product in the field of 256 elements modulo x^8 + x^4 + x^3 + x^2 + 1. */
const multiply = (a: number, b: number): number => {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((b >>> bit) & 1) * a;
  }
  return product;
};

/** Reed–Solomon remainder of the data. */
const correctionOf = (data: readonly number[], degree: number): number[] => {
  const divisor: number[] = [...Array<number>(degree - 1).fill(0), 1];
  let root = 1;
  for (let round = 0; round < degree; round += 1) {
    for (let j = 0; j < degree; j += 1) divisor[j] = multiply(at(divisor, j), root) ^ (divisor[j + 1] ?? 0);
    root = multiply(root, 2);
  }
  const rest: number[] = Array<number>(degree).fill(0);
  for (const byte of data) {
    const factor = byte ^ (rest.shift() ?? 0);
    rest.push(0);
    divisor.forEach((coefficient, index) => {
      rest[index] = at(rest, index) ^ multiply(coefficient, factor);
    });
  }
  return rest;
};

const pack = (bytes: Uint8Array, version: number): number[] => {
  const bits: number[] = [];
  const put = (value: number, length: number): void => {
    for (let bit = length - 1; bit >= 0; bit -= 1) bits.push((value >>> bit) & 1);
  };
  const capacity = dataCodewordsOf(version) * 8;
  put(0b0100, 4);
  put(bytes.length, version < 10 ? 8 : 16);
  for (const byte of bytes) put(byte, 8);
  put(0, Math.min(4, capacity - bits.length));
  put(0, (8 - (bits.length % 8)) % 8);
  for (let pad = 0xec; bits.length < capacity; pad ^= 0xec ^ 0x11) put(pad, 8);
  return Array.from({ length: bits.length / 8 }, (_, index) =>
    bits.slice(index * 8, index * 8 + 8).reduce((byte, bit) => (byte << 1) | bit, 0),
  );
};

/** Data in blocks, each with its correction, taken column by column as the standard wants them written. */
const interleave = (data: readonly number[], version: number): number[] => {
  const blocks = at(blockCount, version - 1);
  const degree = at(correctionPerBlock, version - 1);
  const total = codewordsOf(version);
  const short = Math.floor(total / blocks) - degree;
  const shortBlocks = blocks - (total % blocks);
  const columns: { data: number[]; correction: number[] }[] = [];
  for (let block = 0, from = 0; block < blocks; block += 1) {
    const length = short + (block < shortBlocks ? 0 : 1);
    const part = data.slice(from, from + length);
    columns.push({ data: part, correction: correctionOf(part, degree) });
    from += length;
  }
  const take = (part: 'data' | 'correction', length: number): number[] =>
    Array.from({ length }, (_, row) => columns.flatMap((column) => column[part].slice(row, row + 1))).flat();
  return [...take('data', short + 1), ...take('correction', degree)];
};

const blank = (size: number): Grid => Array.from({ length: size }, () => Array<boolean>(size).fill(false));

type Canvas = { readonly dark: Grid; readonly fixed: Grid; readonly size: number };

const paint = (canvas: Canvas, x: number, y: number, dark: boolean): void => {
  const row = canvas.dark[y];
  const mark = canvas.fixed[y];
  if (row === undefined || mark === undefined || x < 0 || x >= canvas.size) return;
  row[x] = dark;
  mark[x] = true;
};

/** Squares around a centre; `light` are the distances that stay white. */
const paintSquares = (
  canvas: Canvas,
  cx: number,
  cy: number,
  reach: number,
  light: readonly number[],
): void => {
  for (let dy = -reach; dy <= reach; dy += 1)
    for (let dx = -reach; dx <= reach; dx += 1)
      paint(canvas, cx + dx, cy + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))));
};

const remainder = (value: number, generator: number, degree: number): number => {
  let rest = value;
  for (let round = 0; round < degree; round += 1) rest = (rest << 1) ^ ((rest >>> (degree - 1)) * generator);
  return rest;
};

const paintFormat = (canvas: Canvas, mask: number): void => {
  // Level M is written as 00.
  const bits = ((mask << 10) | remainder(mask, 0x537, 10)) ^ 0x5412;
  const bit = (index: number): boolean => ((bits >>> index) & 1) === 1;
  const far = canvas.size - 1;
  for (let index = 0; index <= 5; index += 1) paint(canvas, 8, index, bit(index));
  paint(canvas, 8, 7, bit(6));
  paint(canvas, 8, 8, bit(7));
  paint(canvas, 7, 8, bit(8));
  for (let index = 9; index < 15; index += 1) paint(canvas, 14 - index, 8, bit(index));
  for (let index = 0; index < 8; index += 1) paint(canvas, far - index, 8, bit(index));
  for (let index = 8; index < 15; index += 1) paint(canvas, 8, far - 14 + index, bit(index));
  paint(canvas, 8, canvas.size - 8, true);
};

const paintVersion = (canvas: Canvas, version: number): void => {
  if (version < 7) return;
  const bits = (version << 12) | remainder(version, 0x1f25, 12);
  for (let index = 0; index < 18; index += 1) {
    const dark = ((bits >>> index) & 1) === 1;
    const a = canvas.size - 11 + (index % 3);
    const b = Math.floor(index / 3);
    paint(canvas, a, b, dark);
    paint(canvas, b, a, dark);
  }
};

const paintPatterns = (version: number): Canvas => {
  const size = version * 4 + 17;
  const canvas = { dark: blank(size), fixed: blank(size), size };
  for (let index = 0; index < size; index += 1) {
    paint(canvas, 6, index, index % 2 === 0);
    paint(canvas, index, 6, index % 2 === 0);
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    paintSquares(canvas, x, y, 4, [2, 4]);
  const places = alignments(version);
  const last = places.length - 1;
  places.forEach((x, i) => {
    places.forEach((y, j) => {
      const corner = (i === 0 && (j === 0 || j === last)) || (i === last && j === 0);
      if (!corner) paintSquares(canvas, x, y, 2, [1]);
    });
  });
  paintVersion(canvas, version);
  paintFormat(canvas, 0);
  return canvas;
};

/** The data goes up and down in pairs of columns from the right, around everything fixed; then the mask 0 turns it. */
const paintData = (canvas: Canvas, codewords: readonly number[]): void => {
  let index = 0;
  let up = true;
  for (let right = canvas.size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < canvas.size; step += 1) {
      const y = up ? canvas.size - 1 - step : step;
      for (const x of [right, right - 1]) {
        const row = canvas.dark[y];
        if (row === undefined || canvas.fixed[y]?.[x] !== false) continue;
        const bit = ((codewords[index >>> 3] ?? 0) >>> (7 - (index & 7))) & 1;
        row[x] = (bit === 1) !== ((x + y) % 2 === 0);
        index += 1;
      }
    }
    up = !up;
  }
};

/** The modules of the code, rows from the top; true is dark. Throws `RangeError` when the text is too long. */
export const qrModules = (text: string): readonly (readonly boolean[])[] => {
  const bytes = new TextEncoder().encode(text);
  let version = 1;
  while (version <= 20 && bytes.length + (version < 10 ? 2 : 3) > dataCodewordsOf(version)) version += 1;
  const canvas = paintPatterns(version);
  paintData(canvas, interleave(pack(bytes, version), version));
  return canvas.dark;
};

/** The code as a `data:` address of an SVG picture with the quiet zone of four modules. */
export const qrDataUrl = (text: string): string => {
  const rows = qrModules(text);
  const side = rows.length + 8;
  const path = rows
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + 4} ${y + 4}h1v1h-1z`] : [])))
    .join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
};
