/**
 * Reads back, for tests, where the PDF files of the Typst compiler put ink: lines of text and filled shapes, in
 * millimetres from the top left corner of the paper. It knows what that compiler writes (plain objects,
 * FlateDecode, Type0 fonts with ToUnicode), not PDF in general.
 */
import { inflateSync } from 'node:zlib';

type PdfGlyph = { readonly char: string; readonly x: number; readonly width: number };
/** A run of text as the file holds it; `y` is the base line, `size` in points, `colour` RRGGBB. */
type PdfRun = {
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly colour: string;
  readonly glyphs: readonly PdfGlyph[];
};
type PdfShape = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
};
export type PdfPage = {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly PdfRun[];
  readonly shapes: readonly PdfShape[];
};

type Matrix = readonly [number, number, number, number, number, number];
type Font = {
  readonly name: string;
  readonly chars: ReadonlyMap<number, string>;
  readonly widths: ReadonlyMap<number, number>;
  readonly defaultWidth: number;
};
type Objects = ReadonlyMap<number, string>;
type Brush = { readonly ctm: Matrix; readonly colour: string };
type State = {
  brush: Brush;
  readonly saved: Brush[];
  tm: Matrix;
  font: Font | undefined;
  size: number;
  path: { readonly x: number; readonly y: number }[];
};

const mm = 25.4 / 72;
const identity: Matrix = [1, 0, 0, 1, 0, 0];

const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[1] * b[2],
  a[0] * b[1] + a[1] * b[3],
  a[2] * b[0] + a[3] * b[2],
  a[2] * b[1] + a[3] * b[3],
  a[4] * b[0] + a[5] * b[2] + b[4],
  a[4] * b[1] + a[5] * b[3] + b[5],
];

const objectsOf = (pdf: Uint8Array): Objects => {
  const text = Buffer.from(pdf).toString('latin1');
  const found = text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj(?=\n)/g);
  return new Map(Array.from(found, ([, id, body]) => [Number(id), body ?? '']));
};

const referenced = (objects: Objects, owner: string, key: string): string =>
  objects.get(Number(new RegExp(`/${key}\\s*\\[?\\s*(\\d+) 0 R`).exec(owner)?.[1])) ?? '';

const streamOf = (object: string): string => {
  const start = object.indexOf('stream\n') + 'stream\n'.length;
  const data = Buffer.from(object.slice(start, object.lastIndexOf('\nendstream')), 'latin1');
  return (object.includes('/FlateDecode') ? inflateSync(data) : data).toString('latin1');
};

const hex = (digits: string | undefined): number => Number.parseInt(digits ?? '', 16);
const utf16 = (digits: string): string => String.fromCharCode(...(digits.match(/.{4}/g) ?? []).map(hex));

const charsOf = (cmap: string): Map<number, string> => {
  const chars = new Map<number, string>();
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code, to = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) chars.set(hex(code), utf16(to));
  }
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from, to, first] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      for (let code = hex(from); code <= hex(to); code++) {
        chars.set(code, String.fromCodePoint(hex(first) + code - hex(from)));
      }
    }
  }
  return chars;
};

/** Widths by glyph, from a list such as `1 [500 600] 7 9 1000`: single widths, and one for a range. */
const widthsOf = (font: string): Map<number, number> => {
  const widths = new Map<number, number>();
  const list = /\/W \[((?:[^[\]]|\[[^\]]*\])*)\]/.exec(font)?.[1] ?? '';
  for (const [, first, row, from, to, all] of list.matchAll(
    /(\d+)\s*\[([^\]]*)\]|(\d+)\s+(\d+)\s+([\d.]+)/g,
  )) {
    for (const [index, width] of (row?.trim().split(/\s+/) ?? []).entries()) {
      widths.set(Number(first) + index, Number(width));
    }
    for (let glyph = Number(from); glyph <= Number(to); glyph++) widths.set(glyph, Number(all));
  }
  return widths;
};

const fontOf = (objects: Objects, object: string): Font => {
  const descendant = referenced(objects, object, 'DescendantFonts');
  return {
    name: /\/BaseFont\s*\/(?:[A-Z]{6}\+)?([^\s/]+)/.exec(object)?.[1]?.replace(/-Identity-H$/, '') ?? '',
    chars: charsOf(streamOf(referenced(objects, object, 'ToUnicode'))),
    widths: widthsOf(descendant),
    defaultWidth: Number(/\/DW ([\d.]+)/.exec(descendant)?.[1] ?? 1000),
  };
};

/** Shows the parts of a TJ operand: glyph codes in hexadecimal, and shifts in thousandths of the size. */
const showText = (state: State, parts: readonly string[], pageHeight: number): PdfRun => {
  const { font, size } = state;
  if (font === undefined) throw new Error('Text before a font');
  const glyphs: PdfGlyph[] = [];
  const base = times(state.tm, state.brush.ctm);
  let moved = 0;
  for (const part of parts) {
    if (!part.startsWith('<')) moved -= (Number(part) / 1000) * size;
    for (const code of (part.startsWith('<') ? part.match(/[0-9a-fA-F]{4}/g) : null) ?? []) {
      const width = ((font.widths.get(hex(code)) ?? font.defaultWidth) / 1000) * size;
      const x = (base[4] + moved * base[0]) * mm;
      glyphs.push({ char: font.chars.get(hex(code)) ?? '\ufffd', x, width: width * mm });
      moved += width;
    }
  }
  const y = (pageHeight - base[5]) * mm;
  const scale = Math.hypot(base[2], base[3]);
  return {
    y,
    size: Math.round(size * scale * 100) / 100,
    font: font.name,
    colour: state.brush.colour,
    glyphs,
  };
};

const boxOf = ({ path, brush }: State, pageHeight: number): PdfShape => {
  const at = path.map(({ x, y }) => times([1, 0, 0, 1, x, y], brush.ctm));
  const [xs, ys] = [at.map((point) => point[4] * mm), at.map((point) => (pageHeight - point[5]) * mm)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y, colour: brush.colour };
};

const hexColour = (parts: readonly number[]): string => {
  const [first = 0] = parts;
  const rgb = parts.length === 1 ? [first, first, first] : parts;
  return rgb
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('');
};

type Page = { readonly height: number; readonly fonts: ReadonlyMap<string, Font> };
type Ink = { readonly runs: PdfRun[]; readonly shapes: PdfShape[] };

const obey = (operator: string, operands: readonly string[], state: State, page: Page, ink: Ink): void => {
  const numbers = operands.map(Number);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
  if (operator === 'q') state.saved.push(state.brush);
  if (operator === 'Q') state.brush = state.saved.pop() ?? state.brush;
  if (operator === 'cm') state.brush = { ...state.brush, ctm: times([a, b, c, d, e, f], state.brush.ctm) };
  if (operator === 'scn' || operator === 'g' || operator === 'rg') {
    state.brush = { ...state.brush, colour: hexColour(numbers.filter((part) => !Number.isNaN(part))) };
  }
  if (operator === 'Tm') state.tm = [a, b, c, d, e, f];
  if (operator === 'Tf') {
    state.font = page.fonts.get(operands[0]?.slice(1) ?? '');
    state.size = b;
  }
  if (operator === 'Tj' || operator === 'TJ') ink.runs.push(showText(state, operands, page.height));
  if (operator === 'm' || operator === 'l') state.path.push({ x: a, y: b });
  if (operator === 're') state.path.push({ x: a, y: b }, { x: a + c, y: b + d });
  if (/^f\*?$/.test(operator) && state.path.length > 0) ink.shapes.push(boxOf(state, page.height));
  if (/^(f\*?|n|S)$/.test(operator)) state.path = [];
};

const token = /<<|>>|[[\]]|<[0-9a-fA-F]*>|\(|\/[^\s<>[\]()/]+|[-+]?\d*\.?\d+|[A-Za-z][A-Za-z0-9*]*/g;

/** The words of a content stream; a literal string `(…)` may hold escapes and balanced brackets. */
const wordsOf = (content: string): string[] => {
  const words: string[] = [];
  token.lastIndex = 0;
  for (let found = token.exec(content); found !== null; found = token.exec(content)) {
    if (found[0] !== '(') {
      words.push(found[0]);
      continue;
    }
    let end = found.index + 1;
    for (let depth = 1; depth > 0; end++) {
      const char = content[end];
      if (char === '\\') end += 1;
      if (char === '(') depth += 1;
      if (char === ')' || char === undefined) depth -= 1;
    }
    words.push(content.slice(found.index, end));
    token.lastIndex = end;
  }
  return words;
};

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A literal string `(…)` as the hexadecimal string `<…>` of the same bytes. */
const asHex = (literal: string): string => {
  const bytes = literal
    .slice(1, -1)
    .replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal?: string, char = '') =>
      octal === undefined ? (escapes[char] ?? char) : String.fromCharCode(Number.parseInt(octal, 8)),
    );
  return `<${Buffer.from(bytes, 'latin1').toString('hex')}>`;
};

const inkOf = (content: string, page: Page): Ink => {
  const ink: Ink = { runs: [], shapes: [] };
  const brush = { ctm: identity, colour: '000000' };
  const state: State = { brush, saved: [], tm: identity, font: undefined, size: 0, path: [] };
  let operands: string[] = [];
  for (const word of wordsOf(content)) {
    if (/^[A-Za-z]/.test(word)) {
      obey(word, operands, state, page, ink);
      operands = [];
    } else if (word !== '[' && word !== ']') {
      operands.push(word.startsWith('(') ? asHex(word) : word);
    }
  }
  return ink;
};

/** The pages of a PDF file made by the Typst compiler, in order. */
export const readPdf = (pdf: Uint8Array): PdfPage[] => {
  const objects = objectsOf(pdf);
  const tree = [...objects.values()].find((object) => object.includes('/Type /Pages')) ?? '';
  const kids = /\/Kids \[([^\]]*)\]/.exec(tree)?.[1] ?? '';
  return Array.from(kids.matchAll(/(\d+) 0 R/g), ([, id]) => {
    const object = objects.get(Number(id)) ?? '';
    const [, width = 0, height = 0] = (/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(object) ?? []).map(Number);
    const resources = object.includes('/Font') ? object : referenced(objects, object, 'Resources');
    const dictionary = /\/Font <<([\s\S]*?)>>/.exec(resources)?.[1] ?? '';
    const fonts = new Map(
      Array.from(dictionary.matchAll(/\/(\w+) (\d+) 0 R/g), ([, name = '', font]) => [
        name,
        fontOf(objects, objects.get(Number(font)) ?? ''),
      ]),
    );
    const ink = inkOf(streamOf(referenced(objects, object, 'Contents')), { height, fonts });
    return { width: width * mm, height: height * mm, ...ink };
  });
};

/** All runs on one base line, from left to right: in a table the texts of several cells. */
export type PdfLine = {
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly size: number;
  readonly font: string;
  readonly colour: string;
  readonly text: string;
  readonly glyphs: readonly PdfGlyph[];
};

/** The lines of a page from top to bottom. */
export const linesOf = (page: PdfPage): PdfLine[] => {
  const rows = Map.groupBy(
    page.runs.filter((run) => run.glyphs.length > 0),
    (run) => run.y.toFixed(2),
  );
  const lines = [...rows.values()].map((runs): PdfLine => {
    const glyphs = runs.flatMap((run) => run.glyphs).sort((one, other) => one.x - other.x);
    const [first] = runs;
    const left = Math.min(...glyphs.map((glyph) => glyph.x));
    const right = Math.max(...glyphs.map((glyph) => glyph.x + glyph.width));
    const { y = 0, size = 0, font = '', colour = '' } = first ?? {};
    return { y, size, font, colour, left, right, glyphs, text: glyphs.map(({ char }) => char).join('') };
  });
  return lines.sort((one, other) => one.y - other.y);
};
