import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { closeDocuments, letterDocx, letterPdf } from '../platform/documents/documents.ts';
import { docxParagraphs, docxParts, xmlFault } from '../platform/documents/read-docx.ts';
import { linesOf, readPdf } from '../platform/documents/read-pdf.ts';
import { noticeLetter, type NoticePaper } from './notice-letter.ts';

// Starting the compiler takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
afterAll(closeDocuments);

const folder = new URL('../../templates/', import.meta.url);
const sample: NoticePaper = JSON.parse(
  readFileSync(new URL('samples/supervision-notice.json', folder), 'utf8'),
);

const pdfLines = async (paper: NoticePaper) => readPdf(await letterPdf(noticeLetter(paper))).map(linesOf);
const bare = (text: string): string => text.replaceAll(/\s/g, '');
const pdfText = async (paper: NoticePaper): Promise<string> =>
  bare(
    (await pdfLines(paper))
      .flat()
      .map(({ text }) => text)
      .join(''),
  );
const docxText = async (paper: NoticePaper): Promise<string> => {
  const parts = docxParts(await letterDocx(noticeLetter(paper)));
  for (const [path, xml] of parts) expect(xmlFault(xml), path).toBeNull();
  return bare(
    docxParagraphs(parts.get('word/document.xml') ?? '')
      .map(({ text }) => text)
      .join(''),
  );
};

describe('a supervision notice on paper', () => {
  test('shows every fact in both formats', async () => {
    const facts = [
      sample.office,
      sample.unit,
      '督办〔2026〕3号',
      '2026年6月23日',
      '请于2026年7月7日前',
      '逐条梳理未答复的原因',
      ...sample.matters.flatMap(({ caseNo, title, roleName }) => [caseNo, title, roleName]),
      '应于2026年6月20日前完成答复，已超期1个工作日',
    ];
    for (const text of [await pdfText(sample), await docxText(sample)])
      for (const fact of facts) expect(text).toContain(bare(fact));
  });

  test('names what it is about: one matter by its kind, several by their number', () => {
    const of = (...matters: NoticePaper['matters'][number][]) => noticeLetter({ ...sample, matters }).title;
    const [one, two, three] = sample.matters;
    if (one === undefined || two === undefined || three === undefined)
      throw new Error('the sample has three');
    expect(of(one)).toBe('关于第20260012号建议办理工作的督办通知');
    expect(of(one, three)).toBe('关于第20260012号等2件建议办理工作的督办通知');
    expect(of(one, two)).toBe('关于第20260012号等2件建议提案办理工作的督办通知');
  });

  test('is marked as a draft until it has its number, and what is not late is not called late', async () => {
    expect(noticeLetter({ ...sample, documentNo: null }).draft).toBe(true);
    expect(noticeLetter(sample).draft).toBe(false);
    expect((await pdfText(sample)).match(/超期/g)).toHaveLength(1);
  });

  test('the sample looks as it was looked at', async () => {
    const rows = (await pdfLines(sample)).flatMap((lines, index) =>
      lines.map((line) => `${index + 1}\t${line.y.toFixed(1)}\t${line.left.toFixed(1)}\t${line.text}`),
    );
    const report = `page, base line and left edge in mm, text\n${rows.join('\n')}\n`;
    await expect(report).toMatchFileSnapshot('../../templates/expected/supervision-notice.txt');
  });
});
