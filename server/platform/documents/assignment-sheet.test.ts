import { readFileSync } from 'node:fs';
import { afterAll, expect, test, vi } from 'vitest';
import type { AssignmentSheet } from './assignment-sheet.ts';
import { assignmentSheetDocx, assignmentSheetPdf, closeDocuments } from './documents.ts';
import { docxParagraphs, docxParts, xmlFault } from './read-docx.ts';
import { linesOf, readPdf } from './read-pdf.ts';

// Starting the compiler takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = new URL('../../../templates/', import.meta.url);
const sample: AssignmentSheet = JSON.parse(
  readFileSync(new URL('samples/assignment-sheet.json', folder), 'utf8'),
);
const pdfText = async (sheet: AssignmentSheet, language: 'zh' | 'en' = 'zh'): Promise<string> =>
  readPdf(await assignmentSheetPdf(sheet, { language }))
    .flatMap(linesOf)
    .map((line) => line.text)
    .join('\n');
const docxText = async (sheet: AssignmentSheet, language: 'zh' | 'en' = 'zh'): Promise<string> => {
  const document = docxParts(await assignmentSheetDocx(sheet, { language })).get('word/document.xml') ?? '';
  return docxParagraphs(document)
    .map((paragraph) => paragraph.text)
    .join('\n');
};
const bare = (text: string): string => text.replaceAll(/\s/g, '');

afterAll(closeDocuments);

test('the sample fits one A4 page, boxes to sign included', async () => {
  const pages = readPdf(await assignmentSheetPdf(sample));
  expect(pages).toHaveLength(1);
  for (const line of pages.flatMap(linesOf)) {
    expect(line.left, line.text).toBeGreaterThanOrEqual(28 - 0.5);
    expect(line.right, line.text).toBeLessThanOrEqual(184 + 0.5);
  }
});

test.each(['zh', 'en'] as const)('both formats show every fact of the sheet (%s)', async (language) => {
  const pdf = bare(await pdfText(sample, language));
  const docx = bare(await docxText(sample, language));
  const facts = [
    sample.office,
    sample.sheetNo,
    sample.caseNo,
    sample.title,
    sample.session,
    ...sample.proposers.map(({ name }) => name),
    ...sample.units.map(({ name }) => name),
    sample.responsibleLeader,
    ...sample.dates.map(({ why }) => why),
    ...sample.asks.map(({ text }) => text),
    ...sample.requirements,
  ];
  for (const fact of facts) {
    expect(docx).toContain(bare(fact ?? ''));
    // In the PDF a fact can stand in several lines beside other columns: its first characters are enough.
    expect(pdf).toContain(bare(fact ?? '').slice(0, 5));
  }
});

test('dates stand beside their duty in the form of the language', async () => {
  expect(await pdfText(sample)).toMatch(/答复.*2026年6月2日/);
  expect(await pdfText(sample, 'en')).toMatch(/Reply.*2026-06-02/);
});

test('a sheet before the split, without leader, number or requirements, leaves no empty rows', async () => {
  const text = await pdfText({
    ...sample,
    asks: [],
    requirements: [],
    responsibleLeader: null,
    sheetNo: null,
  });
  expect(text).toContain('尚未拆分');
  for (const label of ['领办领导', '办理要求', '编号']) expect(text).not.toContain(label);
});

test('many units and asks run over several numbered pages; the boxes stay whole on the last', async () => {
  const units = Array.from({ length: 40 }, (_, index) => ({
    name: index === 0 ? '长'.repeat(200) : `云川市第${index}工作部门`,
    role: '会办',
    leader: null,
  }));
  const asks = Array.from({ length: 20 }, (_, index) => ({
    no: index + 1,
    text: '请求内容较长的一项。'.repeat(8),
  }));
  const pages = readPdf(await assignmentSheetPdf({ ...sample, units, asks })).map(linesOf);
  expect(pages.length).toBeGreaterThan(2);
  for (const [index, lines] of pages.entries()) {
    const foot = lines.at(-1)?.text ?? '';
    expect(foot).toBe(
      `20260128第${index + 1}页共${pages.length}页`.replace(/(\d+)页共(\d+)/, ' $1 页 共 $2 '),
    );
  }
  const last =
    pages
      .at(-1)
      ?.map((line) => line.text)
      .join('\n') ?? '';
  expect(last).toMatch(/交办单位.*签收单位/);
  expect(last).toContain('签收人');
});

test('the .docx is well-formed, A4, one table whose rows fill its width', async () => {
  const parts = docxParts(await assignmentSheetDocx(sample));
  for (const [path, xml] of parts) expect(xmlFault(xml), path).toBeNull();
  const document = parts.get('word/document.xml') ?? '';
  expect(document.match(/<w:tbl>/g)).toHaveLength(1);
  const columns = document.match(/<w:gridCol /g)?.length ?? 0;
  const continued = new Map<number, number>();
  for (const [, row = ''] of document.matchAll(/<w:tr>(.*?)<\/w:tr>/gs)) {
    const spans = Array.from(row.matchAll(/<w:tc>(.*?)<\/w:tc>/gs), ([, cell = '']) =>
      Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1),
    );
    const width = spans.reduce((sum, span) => sum + span, 0);
    continued.set(width, (continued.get(width) ?? 0) + 1);
  }
  expect([...continued.keys()]).toEqual([columns]);
});

test('a draft is marked in both formats', async () => {
  const draft = { ...sample, draft: true };
  const [page] = readPdf(await assignmentSheetPdf(draft));
  expect(page?.runs.some((run) => run.size > 100)).toBe(true);
  const parts = docxParts(await assignmentSheetDocx(draft));
  expect([...parts].some(([path, xml]) => /header\d/.test(path) && xml.includes('草稿'))).toBe(true);
});

test('the sample looks as it was looked at', async () => {
  const rows = readPdf(await assignmentSheetPdf(sample)).flatMap((page, index) =>
    linesOf(page).map((line) => `${index + 1}\t${line.y.toFixed(1)}\t${line.left.toFixed(1)}\t${line.text}`),
  );
  const report = `page, base line and left edge in mm, text\n${rows.join('\n')}\n`;
  await expect(report).toMatchFileSnapshot('../../../templates/expected/assignment-sheet.txt');
});
