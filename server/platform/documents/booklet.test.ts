import { readFileSync } from 'node:fs';
import { afterAll, expect, test, vi } from 'vitest';
import type { Booklet } from './booklet.ts';
import { bookletDocx, bookletPdf, closeDocuments, listPaperDocx, listPaperPdf } from './documents.ts';
import type { ListPaper } from './list-paper.ts';
import { docxParagraphs, docxParts, xmlFault } from './read-docx.ts';
import { linesOf, readPdf } from './read-pdf.ts';

// Starting the compiler takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = new URL('../../../templates/', import.meta.url);
const sample: Booklet = JSON.parse(readFileSync(new URL('samples/booklet.json', folder), 'utf8'));
const bare = (text: string): string => text.replaceAll(/\s/g, '');
const textOf = (pdf: Uint8Array): string =>
  bare(
    readPdf(pdf)
      .flatMap(linesOf)
      .map(({ text }) => text)
      .join(''),
  );
const partsOf = (docx: Uint8Array): ReadonlyMap<string, string> => {
  const parts = docxParts(docx);
  for (const [path, xml] of parts) expect(xmlFault(xml), path).toBeNull();
  return parts;
};
const wordsOf = (docx: Uint8Array): string =>
  bare(
    docxParagraphs(partsOf(docx).get('word/document.xml') ?? '')
      .map(({ text }) => text)
      .join(''),
  );
const hostile = '#read("/etc/passwd") *粗* </w:t><w:r>&lt; \u0001\u202e😀\ud800「';

afterAll(closeDocuments);

test('the sample looks as it was looked at: title page, contents with page numbers, one entry a page', async () => {
  const rows = readPdf(await bookletPdf(sample)).flatMap((page, index) =>
    linesOf(page).map((line) => `${index + 1}\t${line.y.toFixed(1)}\t${line.left.toFixed(1)}\t${line.text}`),
  );
  const report = `page, base line and left edge in mm, text\n${rows.join('\n')}\n`;
  await expect(report).toMatchFileSnapshot('../../../templates/expected/booklet.txt');
});

test('both formats hold every word, and the contents of both point at the entries', async () => {
  const pdf = textOf(await bookletPdf(sample));
  const docx = await bookletDocx(sample);
  const words = wordsOf(docx);
  for (const { caseNo, title, facts, paragraphs, asks, instead } of sample.entries)
    for (const text of [caseNo, title, ...facts.map((fact) => fact.text), ...paragraphs, ...asks, instead]) {
      expect(words).toContain(bare(text));
      expect(pdf).toContain(bare(text));
    }
  const document = partsOf(docx).get('word/document.xml') ?? '';
  for (const at of [1, 2, 3]) {
    expect(document).toContain(`PAGEREF entry${at}`);
    expect(document).toContain(`w:name="entry${at}"`);
  }
});

test('hostile text is printed as text in books and in lists', async () => {
  const [first] = sample.entries;
  if (first === undefined) throw new Error('The sample has no entry');
  const wild: Booklet = {
    ...sample,
    office: hostile,
    notes: [hostile],
    entries: [
      { ...first, caseNo: hostile, title: hostile, paragraphs: [hostile], asks: [hostile], instead: hostile },
    ],
  };
  const list: ListPaper = {
    language: 'zh',
    office: hostile,
    title: hostile,
    left: hostile,
    right: '',
    intro: [hostile],
    widths: [1, 2],
    head: ['甲', hostile],
    groups: [
      { heading: hostile, rows: [['1', hostile]] },
      { heading: '只有标题的一组', rows: [] },
    ],
    boxes: [],
    foot: '{page}/{total}',
    on: '2026-03-01',
  };
  for (const text of [textOf(await bookletPdf(wild)), textOf(await listPaperPdf(list))])
    expect(text).toContain('#read("/etc/passwd")');
  for (const text of [wordsOf(await bookletDocx(wild)), wordsOf(await listPaperDocx(list))]) {
    expect(text).toContain('</w:t><w:r>&lt;');
    expect(text).not.toMatch(/\u202e/);
  }
  expect(textOf(await listPaperPdf(list))).toContain('只有标题的一组');
});

test('a book without entries is a title page and empty contents', async () => {
  expect(readPdf(await bookletPdf({ ...sample, entries: [] }))).toHaveLength(2);
  expect(wordsOf(await bookletDocx({ ...sample, entries: [] }))).toContain('目录');
});
