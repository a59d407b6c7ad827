import { describe, expect, test } from 'vitest';
import { cellAt, type Sheet } from '#core/catalogue/sheet.ts';
import { workbookRefusalMessages } from '#contract/messages/catalogue.ts';
import {
  gb18030Csv,
  htmlTable,
  mergedMatterSheet,
  noticeSheet,
  roleMarkedCsv,
  sampleWorkbook,
  twoLevelSheet,
  utf16Tsv,
  utf8BomCsv,
  wordTable,
} from '#test/support/workbook-samples/catalogue-samples.ts';
import {
  hostileSamples,
  inlineCell,
  sheetXml,
  workbookParts,
} from '#test/support/workbook-samples/hostile-samples.ts';
import { biff5Workbook } from '#test/support/workbook-samples/biff5-workbook.ts';
import { rawZip } from '#test/support/workbook-samples/raw-zip.ts';
import { parseWorkbook } from './parse-workbook.ts';
import { readWorkbook } from './read-workbook.ts';
import { workbookLimits } from './workbook-limits.ts';
import { workbookRefusalCodes } from './workbook-refusal.ts';

const read = async (
  bytes: Uint8Array,
  name: string,
): Promise<{ sheets: readonly Sheet[]; format: string }> => {
  const result = await parseWorkbook(bytes, name);
  if (!result.ok) throw new Error(`${name} was refused: ${result.code}`);
  return result;
};

const rowOf = (sheet: Sheet | undefined, row: number): (string | null)[] =>
  sheet === undefined ? [] : Array.from({ length: sheet.columns }, (_, column) => cellAt(sheet, row, column));

const xlsxWith = (rows: string, extra: readonly { name: string; data: string }[] = []): Uint8Array =>
  rawZip([...workbookParts(sheetXml(rows)), ...extra]);

describe('what is read', () => {
  test.each(['xlsx', 'biff8'] as const)('%s: displayed texts, merges, hidden sheets', async (type) => {
    const bytes = sampleWorkbook([{ ...noticeSheet, hidden: true }, twoLevelSheet], type);
    const { sheets, format } = await read(bytes, type === 'xlsx' ? 'a.xlsx' : 'a.xls');
    expect(format).toBe(type === 'xlsx' ? 'xlsx' : 'xls');
    expect(sheets.map(({ name }) => name)).toEqual(['说明', '建议交办表']);
    expect(rowOf(sheets[1], 4).slice(0, 5)).toEqual([
      '1',
      '20240001',
      '关于增设社区食堂的建议',
      '林　溪等5名代表',
      '市民政局',
    ]);
    expect(sheets[1]?.merges).toContainEqual({ r1: 2, c1: 4, r2: 2, c2: 6 });
    expect(sheets.map(({ hidden }) => hidden)).toEqual([true, false]);
  });

  test('xls of Excel 95: texts in the code page of the machine that made it', async () => {
    const bytes = biff5Workbook('明细', [
      ['案号', '标题'],
      ['1', '关于增设社区食堂的建议'],
    ]);
    const { sheets } = await read(bytes, 'a.xls');
    expect(sheets[0]?.name).toBe('明细');
    expect(rowOf(sheets[0], 1)).toEqual(['1', '关于增设社区食堂的建议']);
  });

  test.each([
    ['GB18030', gb18030Csv(), 'a.csv'],
    ['UTF-8 with a mark', utf8BomCsv(), 'a.csv'],
    ['UTF-8', Buffer.from(roleMarkedCsv), 'a.csv'],
    ['UTF-16 with tabs', utf16Tsv(), 'a.txt'],
    ['semicolons', Buffer.from(roleMarkedCsv.replaceAll(',', ';')), 'a.csv'],
  ])('delimited text: %s', async (_, bytes, name) => {
    const { sheets, format } = await read(bytes, name);
    expect(format).toBe('csv');
    expect(sheets[0]?.name).toBe('a');
    expect(sheets[0]?.columns).toBe(7);
    expect(rowOf(sheets[0], 1)[4]).toBe('市公安局（主办） 市教育局（会办）');
    expect(rowOf(sheets[0], 3)[6]).toBe('二〇二四年三月十五日');
  });

  test('CSV: sep line, line breaks and doubled quotes inside quotes, ="0008"', async () => {
    const { sheets } = await read(Buffer.from('sep=;\r\n案号;标题\r\n="0008";"一""二\r\n三"\r\n'), 'a.csv');
    expect(rowOf(sheets[0], 1)).toEqual(['案号', '标题']);
    expect(rowOf(sheets[0], 2)).toEqual(['0008', '一"二\n三']);
  });

  test('a table in Word: merged heading, merged cell, removed text, the lines above as its name', async () => {
    const { sheets, format } = await read(wordTable(), 'a.docx');
    expect(format).toBe('docx');
    expect(sheets[0]?.name).toBe('政协云川市第七届委员会第三次会议 提案交办目录');
    expect(rowOf(sheets[0], 2)).toEqual(['14-3-1', '关于社区\n食堂的提案', '市民政局', '市财政局']);
    expect(sheets[0]?.merges).toContainEqual({ r1: 2, c1: 2, r2: 3, c2: 2 });
    expect(sheets[0]?.merges).toContainEqual({ r1: 0, c1: 2, r2: 0, c2: 3 });
  });

  test('a web page named .xls is read, and said to be one', async () => {
    const result = await parseWorkbook(Buffer.from(htmlTable), 'a.xls');
    expect(result).toMatchObject({ ok: true, format: 'html', extensionFits: false });
    const sheet = result.ok ? result.sheets[0] : undefined;
    expect(rowOf(sheet, 1)).toEqual(['案 号', '案由', '提案者', '主办单位', '会办单位']);
    expect(rowOf(sheet, 2)[1]).toBe('关于噪声治理\n的提案');
    expect(rowOf(sheet, 3)).toEqual(['14-3-2', '关于扬尘治理的提案 <一>', '江晓帆', null, null]);
    expect(sheet?.merges).toContainEqual({ r1: 2, c1: 3, r2: 3, c2: 3 });
  });

  test('xlsx: dates as ISO, padded numbers as shown, long numbers whole, formulas by their value only', async () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="&quot;第&quot;000&quot;号&quot;"/><numFmt numFmtId="171" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="172" formatCode="#,##0.00"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="14"/><xf numFmtId="172"/></cellXfs></styleSheet>`;
    const row =
      '<row r="1"><c r="A1" s="1"><v>8</v></c><c r="B1" s="2"><v>45366</v></c><c r="C1" s="3"><v>45366.4375</v></c><c r="D1"><v>2.0220257E7</v></c><c r="E1"><v>124337202400012</v></c><c r="F1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="G1"><f>1+1</f></c><c r="H1" t="e"><f>A9</f><v>#REF!</v></c><c r="I1" t="b"><v>1</v></c><c r="J1" s="4"><v>1234.5</v></c></row>';
    const parts = workbookParts(sheetXml(row)).map((part) =>
      part.name === 'xl/_rels/workbook.xml.rels'
        ? {
            ...part,
            data: String(part.data).replace(
              '</Relationships>',
              '<Relationship Id="t" Type="x/styles" Target="styles.xml"/></Relationships>',
            ),
          }
        : part,
    );
    const { sheets } = await read(rawZip([...parts, { name: 'xl/styles.xml', data: styles }]), 'a.xlsx');
    expect(rowOf(sheets[0], 0)).toEqual([
      '第008号',
      '2024-03-15',
      '2024-03-15 10:30',
      '20220257',
      '124337202400012',
      'ab',
      null,
      '#REF!',
      'TRUE',
      '1,234.50',
    ]);
  });

  test('xlsx: rich text, phonetic hints, escapes, prefixes, missing references, hidden rows', async () => {
    const rows =
      '<x:row><x:c t="inlineStr"><x:is><x:r><x:t>关于</x:t></x:r><x:r><x:t>建议 &amp; &#x4e00;</x:t></x:r><x:rPh><x:t>guanyu</x:t></x:rPh></x:is></x:c><x:c t="inlineStr"><x:is><x:t>a_x000D_b_x005F_x0041_</x:t></x:is></x:c></x:row><x:row hidden="1"><x:c t="inlineStr"><x:is><x:t>藏</x:t></x:is></x:c></x:row>';
    const { sheets } = await read(xlsxWith(rows), 'a.xlsx');
    expect(rowOf(sheets[0], 0)).toEqual(['关于建议 & 一', 'a\nb_x0041_']);
    expect(sheets[0]?.hiddenRows).toEqual([1]);
  });

  test('formatted but empty rows cost nothing', async () => {
    const rows = `<row r="1">${inlineCell('A1', '标题')}</row>${Array.from({ length: 50_000 }, (_, index) => `<row r="${index + 2}"><c r="A${index + 2}" s="1"/></row>`).join('')}`;
    const { sheets } = await read(xlsxWith(rows), 'a.xlsx');
    expect(sheets[0]).toMatchObject({ rows: 1, columns: 1 });
  });
});

describe('what is refused', { timeout: 60_000 }, () => {
  const samples = hostileSamples();

  test.each(samples.map((sample) => [sample.name, sample] as const))(
    '%s',
    async (_, { name, bytes, code }) => {
      expect(await parseWorkbook(bytes, name)).toMatchObject({ ok: false, code });
    },
  );

  test('every code has its sentence in both languages', () => {
    expect(Object.keys(workbookRefusalMessages).sort()).toEqual(
      workbookRefusalCodes.map((code) => `refusal.${code}`).sort(),
    );
  });

  test('a file cut off or damaged at any place is read or refused, never a fault', async () => {
    const sound = [
      sampleWorkbook([mergedMatterSheet], 'xlsx'),
      sampleWorkbook([mergedMatterSheet], 'biff8'),
      wordTable(),
    ];
    for (const bytes of sound)
      for (let step = 1; step < 16; step += 1) {
        const at = Math.floor((bytes.length * step) / 16);
        const cut = await parseWorkbook(bytes.subarray(0, at), 'a.xlsx');
        const broken = bytes.slice();
        broken[at] = (broken[at] ?? 0) ^ 0xff;
        const flipped = await parseWorkbook(broken, 'a.xlsx');
        expect([typeof cut.ok, typeof flipped.ok]).toEqual(['boolean', 'boolean']);
      }
  });
});

describe('in a process of its own', { timeout: 60_000 }, () => {
  test('reads a file and leaves the caller’s bytes alone', async () => {
    const bytes = sampleWorkbook([twoLevelSheet], 'xlsx');
    const copy = bytes.slice();
    const result = await readWorkbook(bytes, 'a.xlsx');
    expect(result).toMatchObject({ ok: true, format: 'xlsx', extensionFits: true });
    expect(bytes).toEqual(copy);
  });

  test('refuses what is too large before reading it', async () => {
    const bytes = new Uint8Array(workbookLimits.fileBytes + 1);
    expect(await readWorkbook(bytes, 'a.xlsx')).toEqual({
      ok: false,
      code: 'workbook.tooLarge',
      params: { limit: 64 },
    });
  });

  test('gives a file up when its time is over', async () => {
    const result = await readWorkbook(sampleWorkbook([twoLevelSheet], 'xlsx'), 'a.xlsx', { milliseconds: 1 });
    expect(result).toMatchObject({ ok: false, code: 'workbook.tooSlow' });
  });

  test('gives a file up when its memory is over, and the process lives on', async () => {
    const lines = Array.from({ length: 40_000 }, (_, index) => `${index},${'甲'.repeat(400)}${index}`).join(
      '\n',
    );
    const result = await readWorkbook(Buffer.from(lines), 'a.csv', { heapMegabytes: 24 });
    expect(result).toMatchObject({ ok: false, code: 'workbook.tooComplex' });
    expect(await readWorkbook(Buffer.from('案号,标题'), 'a.csv')).toMatchObject({ ok: true });
  });

  test('many files at once are read one after the other', async () => {
    const results = await Promise.all(Array.from({ length: 6 }, () => readWorkbook(gb18030Csv(), 'a.csv')));
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true, true, true, true]);
  });
});
