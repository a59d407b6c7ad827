import { readNumber } from './chinese-number.ts';
import { severalLines } from './plain-text.ts';

const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const marked =
  /^[ \t\u3000]*(?:[（(]\s*([\d一二三四五六七八九十]{1,3})\s*[）)]|([\d０-９一二三四五六七八九十]{1,3})\s*(?:[、．。：:）)]|\.(?!\d))|([①-⑳])|第([\d一二三四五六七八九十]{1,3})条[、：:.]?)[ \t\u3000]*/;

const indexOf = (match: RegExpExecArray): number | null =>
  match[3] !== undefined
    ? circled.indexOf(match[3]) + 1
    : readNumber((match[1] ?? match[2] ?? match[4] ?? '').normalize('NFKC'));

/** A point as it is kept and compared: no indent before it, nothing after its lines. */
export const canonicalPoint = (point: string): string => severalLines(point).trimStart();

/** Breaks `1.甲；2.乙` on one line into lines, but only where the numbers really count up from one. */
const breakRun = (text: string): string => {
  if (!/^\s*\d/.test(text)) return text;
  let next = 1;
  return text.replace(
    /(^|[；;。\s])((\d{1,2})[.、．](?!\d))/g,
    (whole, before: string, mark: string, digits: string) => {
      if (Number(digits) !== next) return whole;
      next += 1;
      return next === 2 ? whole : `${before}\n${mark}`;
    },
  );
};

/**
 * How the export writes points, so that the import takes them back: numbered, further lines indented. A single
 * point that itself looks like a run of numbers is marked with ①, which is never taken apart.
 */
export const printPoints = (points: readonly string[]): string => {
  const lines = points.map((point) => point.replaceAll('\n', '\n\u3000\u3000'));
  const [only] = lines;
  if (lines.length === 1 && only !== undefined && breakRun(`1. ${only}`).includes('\n')) return `① ${only}`;
  return lines.map((line, index) => `${index + 1}. ${line}`).join('\n');
};

/**
 * Cuts a cell into points: numbered lines (1. 一、 （一） ①) that count up begin a point, other lines go on with
 * the last one. Without numbers every line is a point.
 */
export const parsePoints = (raw: string): readonly string[] => {
  const text = severalLines(raw);
  if (text === '') return [];
  const lines = (text.includes('\n') ? text : breakRun(text)).split('\n');
  const first = marked.exec(lines[0] ?? '');
  if (!first || indexOf(first) !== 1) return lines.map((line) => line.trim()).filter((line) => line !== '');
  const flushLeft = !/^[ \t\u3000]/.test(lines[0] ?? '');
  const points: string[] = [];
  for (const line of lines) {
    const mark = marked.exec(line);
    const indented = flushLeft && line.startsWith('\u3000\u3000');
    if (mark && !indented && indexOf(mark) === points.length + 1) points.push(line.slice(mark[0].length));
    else points.push(`${points.pop() ?? ''}\n${indented ? line.slice(2) : line}`);
  }
  return points.map(canonicalPoint).filter((point) => point !== '');
};
