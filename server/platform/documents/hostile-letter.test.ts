import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';
import { closeDocuments, letterDocx, letterLostCharacters, letterPdf, letterPreview } from './documents.ts';
import type { Letter } from './letter.ts';
import { docxParagraphs, docxParts, xmlFault } from './read-docx.ts';
import { linesOf, readPdf } from './read-pdf.ts';

// Starting the compiler takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = new URL('../../../templates/', import.meta.url);
const sample: Letter = JSON.parse(readFileSync(new URL('samples/reply-letter.json', folder), 'utf8'));

/** The same text in every place where a user can put one. */
const everywhere = (text: string): Letter => ({
  ...sample,
  mark: text,
  documentNo: text,
  classMark: { code: text, name: text },
  title: text,
  salutation: text,
  addressees: [text, text],
  paragraphs: [text],
  points: [{ no: 1, ask: text, adopted: 'partly', answer: text }],
  opinions: [{ unit: text, text, dissent: true }],
  closing: [text],
  signature: { unit: text, date: '2026-07-03' },
  contact: { name: text, phone: text },
  disclosure: text,
  copies: [text],
});
const pdfText = async (letter: Letter): Promise<string> =>
  readPdf(await letterPdf(letter))
    .flatMap(linesOf)
    .map((line) => line.text)
    .join('');
const docxText = async (letter: Letter): Promise<string> => {
  const parts = docxParts(await letterDocx(letter));
  for (const [path, xml] of parts) expect(xmlFault(xml), path).toBeNull();
  return docxParagraphs(parts.get('word/document.xml') ?? '')
    .map((paragraph) => paragraph.text)
    .join('');
};
const bare = (text: string): string => text.replaceAll(/\s/g, '');
const countOf = (text: string, part: string): number => text.split(part).length - 1;

afterAll(closeDocuments);

test.each([
  '#read("/etc/passwd")',
  '#include "/etc/passwd"',
  '#sys.inputs',
  '#{while true {}}',
  '*粗* _斜_ `码` $x^2$ = 题 - 项 @引 <标> \\u{41} // 注 /* 注',
  '"}); #panic("x")',
  '<w:p><w:r><w:t>注入</w:t></w:r></w:p>',
  '</w:t></w:r><w:r><w:instrText>INCLUDEPICTURE "http://a.example/x"</w:instrText></w:r>',
  '<script>alert(1)</script><image href="http://a.example/x"/>',
  ']]> <!-- <?xml version="1.0"?> &lt; &amp; &#65; %PDF',
])('%s is printed as it was typed, in both formats', async (text) => {
  const letter = everywhere(text);
  const pdf = await pdfText(letter);
  expect(countOf(bare(pdf), bare(text))).toBeGreaterThanOrEqual(3);
  expect(pdf).not.toContain('root:');
  const docx = await docxText(letter);
  expect(countOf(bare(docx), bare(text))).toBeGreaterThanOrEqual(14);
});

test('a preview holds outlines only: no script, style, link, picture or outside address', async () => {
  const pages = await letterPreview(everywhere('<script>alert(1)</script> http://a.example/x.png'));
  expect(pages.length).toBeGreaterThan(0);
  for (const page of pages) {
    expect(xmlFault(page)).toBeNull();
    const elements = new Set(Array.from(page.matchAll(/<([\w:]+)/g), ([, name]) => name));
    expect([...elements].sort()).toEqual(['defs', 'g', 'path', 'rect', 'svg', 'symbol', 'use']);
    const attributes = new Set(Array.from(page.matchAll(/ ([\w:-]+)="/g), ([, name = '']) => name));
    expect([...attributes].filter((name) => /^on|style/.test(name))).toEqual([]);
    const links = Array.from(page.matchAll(/href="([^"]*)"/g), ([, link = '']) => link);
    expect(links.every((link) => /^#g[0-9A-F]+$/.test(link) && page.includes(`id="${link.slice(1)}"`))).toBe(
      true,
    );
    const addresses = Array.from(page.matchAll(/https?:[^"]*/g), ([address]) => address);
    expect(addresses.every((address) => address.startsWith('http://www.w3.org/'))).toBe(true);
  }
});

test('emoji and characters that no font has are shown as 〓 in the PDF, kept in the .docx, and reported', async () => {
  const letter = { ...sample, addressees: ['王𰻞代表'], closing: ['谢谢👍🏽!'] };
  expect(await letterLostCharacters(letter)).toEqual(['𰻞', '👍🏽']);
  expect(await letterLostCharacters(sample)).toEqual([]);
  const pdf = await pdfText(letter);
  expect(pdf).toContain('王〓代表');
  expect(pdf).toContain('谢谢〓!');
  expect(await docxText(letter)).toContain('王𰻞代表');
});

test('20 points, 30 proposers, 30 copies, a long title and names of 200 characters all find room', async () => {
  const long = '云川市住房和城乡建设管理及城市更新综合协调'.repeat(10).slice(0, 200);
  const letter: Letter = {
    ...sample,
    mark: long,
    title: `关于${long}建议答复的函`,
    addressees: Array.from({ length: 30 }, (_, index) => `第${index + 1}位代表`),
    points: Array.from({ length: 20 }, (_, index) => ({
      no: index + 1,
      ask: `第${index + 1}项请求`,
      adopted: 'adopted' as const,
      answer: index % 2 === 0 ? '' : '答复内容。'.repeat(30),
    })),
    opinions: [{ unit: long, text: '', dissent: true }],
    signature: { unit: long, date: '2026-07-03' },
    copies: Array.from({ length: 30 }, (_, index) => `第${index + 1}个部门`),
  };
  const pages = readPdf(await letterPdf(letter));
  const text = pages
    .flatMap(linesOf)
    .map((line) => line.text)
    .join('');
  for (const part of [
    '第30位代表',
    '二十、第20项请求',
    '二十一、会办单位意见',
    '第30个部门',
    '2026年7月3日',
  ]) {
    expect(text).toContain(part);
  }
  expect(countOf(text, long)).toBeGreaterThanOrEqual(1);
  for (const line of pages.flatMap(linesOf)) {
    expect(line.left, line.text).toBeGreaterThan(19);
    expect(line.right, line.text).toBeLessThan(191);
    expect(line.y, line.text).toBeLessThan(280);
  }
  expect(await docxText(letter)).toContain('第30个部门');
});

test('a letter with nothing in it is still a letter', async () => {
  const empty = {
    ...everywhere(''),
    addressees: [],
    paragraphs: [],
    points: [],
    opinions: [],
    closing: [],
    copies: [],
  };
  expect(readPdf(await letterPdf(empty))).toHaveLength(1);
  expect(await docxText(empty)).toContain('2026年7月3日');
});

test('any text at all makes a PDF, a preview and a well-formed .docx', async () => {
  const codeUnit = fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit));
  const texts = fc.oneof(fc.string({ unit: codeUnit }), fc.string());
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const letter = everywhere(text);
      expect(readPdf(await letterPdf(letter)).length).toBeGreaterThan(0);
      expect((await letterPreview(letter)).length).toBeGreaterThan(0);
      await docxText(letter);
    }),
    { numRuns: 40 },
  );
});
