import { readFileSync } from 'node:fs';
import { afterAll, expect, test, vi } from 'vitest';
import { closeDocuments, letterPdf } from './documents.ts';
import type { Letter } from './letter.ts';
import { linesOf, type PdfLine, type PdfPage, readPdf } from './read-pdf.ts';

// Starting the compiler takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = new URL('../../../templates/', import.meta.url);
const sample: Letter = JSON.parse(readFileSync(new URL('samples/reply-letter.json', folder), 'utf8'));
const pagesOf = async (letter: Letter): Promise<PdfPage[]> => readPdf(await letterPdf(letter));
const filler = '云川市教育局认真办理代表建议并逐条书面答复各项请求';
const longText = (characters: number): string => filler.repeat(20).repeat(5).slice(0, characters);
const bare: Letter = { ...sample, paragraphs: [], points: [], opinions: [], closing: [] };
const bodyLines = (page: PdfPage): PdfLine[] =>
  linesOf(page).filter((line) => line.size === 16 && line.y > 100);
const red = 'e60012';
const bodySize = (16 * 25.4) / 72;

afterAll(closeDocuments);

test('A4, and text only inside the type area (± 1 mm) but for the head of page 1 and page numbers', async () => {
  const pages = await pagesOf({ ...sample, paragraphs: [longText(2000)] });
  expect(pages.length).toBeGreaterThan(3);
  for (const [index, page] of pages.entries()) {
    expect(page.width).toBeCloseTo(210, 1);
    expect(page.height).toBeCloseTo(297, 1);
    const inside = linesOf(page).filter((line) => line.y < 265 && (index > 0 || line.y > 50));
    for (const line of inside) {
      expect(line.left, line.text).toBeGreaterThanOrEqual(28 - 1);
      expect(line.right, line.text).toBeLessThanOrEqual(210 - 26 + 1);
      expect(line.y - 0.88 * bodySize, line.text).toBeGreaterThanOrEqual(37 - 1);
      expect(line.y + 0.12 * bodySize, line.text).toBeLessThanOrEqual(297 - 35 + 1);
    }
  }
});

test('a full page holds 22 lines of 28 characters that fill the type area', async () => {
  const [, page] = await pagesOf({ ...bare, paragraphs: [longText(2500)] });
  const lines = page ? bodyLines({ ...page, runs: page.runs.filter((run) => run.size === 16) }) : [];
  const all = page ? linesOf(page).filter((line) => line.size === 16) : [];
  expect(all).toHaveLength(22);
  expect(lines.every((line) => line.glyphs.length === 28)).toBe(true);
  const pitches = all.slice(1).map((line, index) => line.y - (all[index]?.y ?? 0));
  for (const pitch of pitches) expect(pitch).toBeCloseTo(225 / 22, 2);
  const [first, last] = [all[0], all.at(-1)];
  const cell = (225 / 22 - bodySize) / 2;
  expect((first?.y ?? 0) - 0.88 * bodySize - cell).toBeCloseTo(37, 0);
  expect((last?.y ?? 0) + 0.12 * bodySize + cell).toBeCloseTo(262, 0);
  expect(first?.left).toBeCloseTo(28, 1);
  expect(first?.right).toBeCloseTo(184, 0);
});

test('two red double lines of 170 mm: thick over thin 4 mm under the mark, thin over thick 20 mm from the foot', async () => {
  const [page, next] = await pagesOf(sample);
  const bars = page?.shapes.filter((shape) => shape.colour === red) ?? [];
  expect(bars).toHaveLength(4);
  for (const bar of bars) {
    expect(bar.width).toBeCloseTo(170, 1);
    expect(bar.x).toBeCloseTo(20, 1);
  }
  const [top, underTop, overFoot, foot] = bars.sort((one, other) => one.y - other.y);
  expect(top?.height).toBeGreaterThan(underTop?.height ?? 0);
  expect(overFoot?.height).toBeLessThan(foot?.height ?? 0);
  expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBeCloseTo(297 - 20, 1);
  const mark = page && linesOf(page).find((line) => line.colour === red);
  const size = ((mark?.size ?? 0) * 25.4) / 72;
  expect(mark?.text).toBe('云川市教育局');
  // Ink of Noto Serif SC reaches 0.85 above and 0.09 below the base line at most.
  expect((mark?.y ?? 0) - 0.85 * size).toBeGreaterThan(29);
  expect((mark?.y ?? 0) - 0.85 * size).toBeLessThan(31);
  expect((top?.y ?? 0) - (mark?.y ?? 0) - 0.09 * size).toBeGreaterThan(3);
  expect((top?.y ?? 0) - (mark?.y ?? 0) - 0.09 * size).toBeLessThan(5);
  expect(next?.shapes.some((shape) => shape.colour === red)).toBe(false);
});

test('number at the right under the first line, class mark in the right upper corner of page 1 only', async () => {
  const [page, next] = await pagesOf(sample);
  const lines = page ? linesOf(page) : [];
  const number = lines.find((line) => line.text === sample.documentNo);
  const bar = page?.shapes.filter((shape) => shape.colour === red).at(1);
  expect(number?.right).toBeCloseTo(184, 0);
  const gap = (number?.y ?? 0) - 0.88 * bodySize - (bar?.y ?? 0) - (bar?.height ?? 0);
  expect(gap).toBeCloseTo((bodySize * 7) / 8, 1);
  const [label, name] = lines;
  expect(label).toMatchObject({ text: '类别标记\uff1aA', font: 'NotoSerifSC-Bold' });
  expect(name?.text).toBe('所提问题已经解决或者采纳');
  expect(label?.right).toBeCloseTo(184, 0);
  expect(name?.y).toBeLessThan(30);
  expect(next && linesOf(next).some((line) => line.text.includes('类别标记'))).toBe(false);
});

test('no page number on page 1; then — 2 — at the left, — 3 — at the right, 7 mm below the type area', async () => {
  const pages = await pagesOf({ ...sample, paragraphs: [longText(1500)] });
  const numbers = pages.map((page) => linesOf(page).find((line) => line.y > 265));
  expect(numbers[0]).toBeUndefined();
  expect(numbers[1]?.text).toBe('— 2 —');
  expect(numbers[1]?.left).toBeCloseTo(28 + (14 * 25.4) / 72, 1);
  expect(numbers[2]?.text).toBe('— 3 —');
  expect(numbers[2]?.right).toBeCloseTo(184 - (14 * 25.4) / 72, 1);
  for (const number of numbers.slice(1)) {
    expect(number?.size).toBe(14);
    const dash = (number?.y ?? 0) - 0.38 * ((14 * 25.4) / 72);
    expect(dash).toBeCloseTo(262 + 7, 0);
  }
});

test('the title is centred in 22 points, the name stands over the middle of the date four characters from the right', async () => {
  const pages = await pagesOf(sample);
  const lines = pages.flatMap(linesOf);
  const middle = (line: PdfLine | undefined): number => ((line?.left ?? 0) + (line?.right ?? 0)) / 2;
  const title = lines.filter((line) => line.size === 22);
  expect(title.map((line) => line.text).join('')).toBe(sample.title);
  for (const line of title) expect(middle(line)).toBeCloseTo(28 + 78, 0);
  const name = lines.find((line) => line.text === sample.signature.unit && line.size === 16);
  const date = lines.find((line) => line.text === '2026年7月3日');
  expect(date?.right).toBeCloseTo(184 - 4 * (156 / 28), 0);
  expect(middle(name)).toBeCloseTo(middle(date), 0);
});

test('disclosure and copies stand at the foot of the last page, the copies under one another', async () => {
  const copies = Array.from({ length: 12 }, (_, index) => `市第${index + 1}工作部门`);
  const last = (await pagesOf({ ...sample, copies })).at(-1);
  const small = last ? linesOf(last).filter((line) => line.size === 14 && line.y < 265) : [];
  expect(small[0]?.text).toBe('公开属性\uff1a主动公开');
  expect(small[1]?.text).toMatch(/^抄送\uff1a市第1工作部门/);
  expect(small.length).toBeGreaterThan(3);
  for (const line of small.slice(2)) expect(line.left).toBeGreaterThan((small[1]?.left ?? 0) + 10);
  expect(small.at(-1)?.y).toBeGreaterThan(255);
});

test('a signature never stands on a page without text of the letter, however the text falls', async () => {
  for (const length of [200, 260, 288, 316, 344, 372, 400, 428, 456, 484, 700]) {
    for (const letter of [
      { ...bare, paragraphs: [longText(length)] },
      { ...bare, paragraphs: [longText(length)], closing: ['感谢您的关心和支持。'] },
    ]) {
      const pages = await pagesOf(letter);
      const signed = pages.find((page) => linesOf(page).some((line) => line.text === '2026年7月3日'));
      const texts = signed ? linesOf(signed).filter((line) => line.y > 37 && line.size === 16) : [];
      const date = texts.findIndex((line) => line.text === '2026年7月3日');
      const name = texts[date - 1];
      expect(name?.text).toBe(letter.signature.unit);
      const before = texts.slice(0, date - 1);
      expect(before.length, `${length} characters`).toBeGreaterThan(0);
      expect((name?.y ?? 0) - (before.at(-1)?.y ?? 0), `${length} characters`).toBeCloseTo((3 * 225) / 22, 0);
      expect(signed).toBe(pages.at(-1));
    }
  }
});

test('a draft carries its mark on every page, an issued letter on none', async () => {
  const draft = await pagesOf({ ...sample, draft: true });
  expect(draft.every((page) => page.runs.some((run) => run.size > 100))).toBe(true);
  const issued = await pagesOf(sample);
  expect(issued.some((page) => page.runs.some((run) => run.size > 100))).toBe(false);
});

test('the file is PDF/A-2b with title, language and embedded fonts, and the same bytes each time', async () => {
  const file = await letterPdf(sample);
  const text = Buffer.from(file).toString('latin1');
  expect(text).toMatch(/pdfaid:part>2<|pdfaid:part="2"/);
  expect(text).toMatch(/pdfaid:conformance>B<|pdfaid:conformance="B"/);
  expect(text).toContain('/Lang (zh-CN)');
  expect(text.match(/\/BaseFont \/[A-Z]{6}\+NotoSerifSC/g)?.length).toBeGreaterThan(0);
  expect(Buffer.from(await letterPdf(sample)).equals(Buffer.from(file))).toBe(true);
});

test('the sample looks as it was looked at', async () => {
  const report = (await pagesOf(sample)).map((page, index) => {
    const rows = linesOf(page).map(
      (line) =>
        `${line.y.toFixed(1)}\t${line.left.toFixed(1)}–${line.right.toFixed(1)}\t${line.size}\t${line.font}\t${line.text}`,
    );
    return `page ${index + 1}: base line, left–right in mm, size in points, font, text\n${rows.join('\n')}\n`;
  });
  await expect(report.join('\n')).toMatchFileSnapshot('../../../templates/expected/reply-letter.txt');
});
