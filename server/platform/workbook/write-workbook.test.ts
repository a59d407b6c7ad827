import * as library from '@e965/xlsx';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cellAt, type Sheet } from '#core/catalogue/sheet.ts';
import { buildWorkbook } from './build-workbook.ts';
import { guardCell, unguardCell } from './formula-guard.ts';
import { parseWorkbook } from './parse-workbook.ts';
import { writeCsv } from './write-csv.ts';
import { type WritableCell, writeWorkbook } from './write-workbook.ts';

const dangerous = [
  '=1+1',
  '+86',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠a',
  ' =1',
  "'=1",
  "''+1",
  "='a'!b",
];

const readBack = async (bytes: Uint8Array, name: string): Promise<readonly Sheet[]> => {
  const result = await parseWorkbook(bytes, name);
  if (!result.ok) throw new Error(result.code);
  return result.sheets;
};

const columnOf = (sheet: Sheet | undefined, column: number): (string | null)[] =>
  sheet === undefined
    ? []
    : Array.from({ length: sheet.rows - 1 }, (_, row) => cellAt(sheet, row + 1, column));

const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, data]) => [name, Buffer.from(data).toString()]),
  );

describe('writeWorkbook', () => {
  test('writes no formula whatever the texts begin with, and keeps them texts when edited', async () => {
    const bytes = await writeWorkbook([
      { name: '一', header: ['=A1', '标题'], rows: dangerous.map((text) => [text, '好']) },
    ]);
    const parts = partsOf(bytes);
    expect(Object.values(parts).join('')).not.toMatch(/<f[\s>/]/);
    expect(parts['xl/styles.xml']).toContain('quotePrefix="1"');
    const book = library.read(bytes, { type: 'array', cellFormula: true, dense: true });
    const cells = Object.values(book.Sheets).flatMap((sheet) => (sheet['!data'] ?? []).flat());
    expect(cells.filter((cell) => cell?.f !== undefined)).toEqual([]);
    expect(cells.filter((cell) => cell?.t === 's')).toHaveLength(dangerous.length * 2 + 2);
    const [sheet] = await readBack(bytes, 'a.xlsx');
    expect(columnOf(sheet, 0)).toEqual(dangerous.map((text) => text.replace('\r', '\n')));
  });

  test('freezes the heading, sets widths, types days and numbers', async () => {
    const rows: WritableCell[][] = [['关于', 12, { date: '2024-02-29' }, null]];
    const bytes = await writeWorkbook([
      { name: '台账', header: ['标题', '件数', '日期', '备注'], rows, widths: [40] },
    ]);
    const sheet = partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toContain('<col min="1" max="1" width="40" customWidth="1"/>');
    const book = library.read(bytes, { type: 'array', cellDates: true, UTC: true });
    const cell = book.Sheets['台账']?.['C2'] as { t: string; v: Date } | undefined;
    expect([cell?.t, cell?.v.toISOString().slice(0, 10)]).toEqual(['d', '2024-02-29']);
    const [read] = await readBack(bytes, 'a.xlsx');
    expect(Array.from({ length: 4 }, (_, column) => (read ? cellAt(read, 1, column) : ''))).toEqual([
      '关于',
      '12',
      '2024-02-29',
      null,
    ]);
  });

  test('gives tabs legal names, each once', async () => {
    const names = ['建议/提案:2024', '建议/提案:2024', "'引'", '', '名'.repeat(40)];
    const bytes = await writeWorkbook(names.map((name) => ({ name, header: ['标题'], rows: [['一']] })));
    const sheets = await readBack(bytes, 'a.xlsx');
    expect(sheets.map(({ name }) => name)).toEqual([
      '建议 提案 2024',
      '建议 提案 2024 2',
      '引',
      'Sheet4',
      '名'.repeat(31),
    ]);
  });

  test('the same sheets give the same bytes, in the helper as outside', { timeout: 60_000 }, async () => {
    const rows = Array.from({ length: 20_001 }, (_, index) => [`关于${index % 50}`]);
    const sheet = { name: '一', header: ['标题'], rows };
    const inWorker = await writeWorkbook([sheet]);
    expect(Buffer.from(inWorker).equals(Buffer.from(buildWorkbook([sheet])))).toBe(true);
  });

  test('refuses what a cell cannot hold', async () => {
    const write = (cell: WritableCell): Promise<Uint8Array> =>
      writeWorkbook([{ name: '一', header: ['a'], rows: [[cell]] }]);
    await expect(write('长'.repeat(32_768))).rejects.toThrow(RangeError);
    await expect(write(Number.NaN)).rejects.toThrow(RangeError);
    await expect(write({ date: '2024-13-01' })).rejects.toThrow(RangeError);
  });

  test('any text comes back as it was, line ends apart', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 60 }),
        async (texts) => {
          const bytes = await writeWorkbook([
            { name: '一', header: ['标题', '注'], rows: texts.map((text) => [text, '有']) },
          ]);
          const [sheet] = await readBack(bytes, 'a.xlsx');
          const expected = texts
            .map((text) => text.replace(/\r\n?/g, '\n'))
            .map((text) => (text.trim() === '' ? null : text));
          expect(columnOf(sheet, 0)).toEqual(expected);
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('writeCsv', () => {
  test('has the mark, quotes what locales might split, and guards formulas', () => {
    const text = Buffer.from(
      writeCsv(
        ['案号', '标题'],
        [
          ['=1', '甲;乙'],
          [-3, { date: '2024-03-01' }],
        ],
      ),
    ).toString();
    expect(text).toBe('\ufeff案号,标题\r\n\'=1,"甲;乙"\r\n-3,2024-03-01\r\n');
  });

  test('a spreadsheet that reads it finds no formula, though it finds them without the guard', () => {
    const formulas = (csv: string): number => {
      const book = library.read(csv, { type: 'string', dense: true });
      const cells = Object.values(book.Sheets).flatMap((sheet) => (sheet['!data'] ?? []).flat());
      return cells.filter((cell) => cell?.f !== undefined).length;
    };
    const texts = ['=1+1', '=HYPERLINK("http://a","b")', "=cmd|' /C calc'!A0"];
    expect(formulas(texts.map((text) => `"${text.replaceAll('"', '""')}"`).join('\n'))).toBe(3);
    expect(
      formulas(
        Buffer.from(
          writeCsv(
            ['=9'],
            texts.map((text) => [text]),
          ),
        )
          .toString()
          .slice(1),
      ),
    ).toBe(0);
  });

  test('every dangerous beginning is guarded', () => {
    for (const text of dangerous) expect(guardCell(text)).toBe(`'${text}`);
    for (const text of ['关于', "'引言", '1-2', 'a=b', '']) expect(guardCell(text)).toBe(text);
  });

  test('taking the guard off gives back any text', () => {
    const beginnings = fc.stringMatching(/^['=+\-@＝\t\n a]{0,4}$/);
    fc.assert(
      fc.property(beginnings, fc.string(), (start, rest) => {
        expect(unguardCell(guardCell(start + rest))).toBe(start + rest);
      }),
    );
  });

  test('any table of texts comes back as it was', { timeout: 60_000 }, async () => {
    const text = fc.oneof(
      fc.constantFrom(...dangerous, '甲,乙', '"引"', '一\n二', 'a;b', 'a|b', "'"),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 60 }), async (rows) => {
        const lines = rows.map(([a, b]) => ['有', a, b]);
        const [sheet] = await readBack(writeCsv(['甲', '乙', '丙'], lines), 'a.csv');
        const shown = (cell: string): string | null =>
          cell.trim() === '' ? null : cell.replace(/\r\n?/g, '\n');
        expect([columnOf(sheet, 1), columnOf(sheet, 2)]).toEqual([
          rows.map(([a]) => shown(a)),
          rows.map(([, b]) => shown(b)),
        ]);
      }),
      { numRuns: 30 },
    );
  });
});
