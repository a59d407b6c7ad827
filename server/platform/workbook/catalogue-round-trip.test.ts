import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CatalogueRow } from '#core/catalogue/catalogue-row.ts';
import { exportColumns, type ExportRow, exportTable } from '#core/catalogue/export-columns.ts';
import { parseCaseNo } from '#core/catalogue/parse-case-no.ts';
import { canonicalPoint } from '#core/catalogue/parse-points.ts';
import { oneLine, severalLines } from '#core/catalogue/plain-text.ts';
import { readRows } from '#core/catalogue/read-rows.ts';
import { recogniseTable } from '#core/catalogue/recognise-table.ts';
import { matterLevels, proposerTypes } from '#core/ruleset.ts';
import {
  gb18030Csv,
  htmlTable,
  mergedMatterSheet,
  noticeSheet,
  sampleWorkbook,
  statisticsSheet,
  twoLevelSheet,
  wordTable,
} from '#test/support/workbook-samples/catalogue-samples.ts';
import { parseWorkbook } from './parse-workbook.ts';
import { writeCsv } from './write-csv.ts';
import { writeWorkbook } from './write-workbook.ts';

const read = async (bytes: Uint8Array, name: string): Promise<readonly CatalogueRow[]> => {
  const file = await parseWorkbook(bytes, name);
  if (!file.ok) throw new Error(file.code);
  const { best } = recogniseTable(file.sheets);
  const sheet = best === null ? undefined : file.sheets[best.sheetIndex];
  if (best === null || sheet === undefined) throw new Error('no catalogue');
  return readRows(sheet, best, { defaultYear: 2024, isKnownUnit: () => false }).rows;
};

describe('catalogues as offices lay them out', () => {
  const brief = (rows: readonly CatalogueRow[]): unknown[] =>
    rows.map(({ caseNo, title, proposers, units }) => [
      caseNo,
      title,
      proposers.join(' '),
      units.map(({ role, name }) => `${role} ${name}`).join(' '),
    ]);

  test.each(['xlsx', 'biff8'] as const)(
    'two levels, merged cells, the right sheet of three (%s)',
    async (type) => {
      const rows = await read(sampleWorkbook([noticeSheet, twoLevelSheet, statisticsSheet], type), 'a.xls');
      expect(brief(rows)).toEqual([
        [
          '20240001',
          '关于增设社区食堂的建议',
          '林溪',
          'lead 市民政局 assist 市财政局 assist 市住房和城乡建设局',
        ],
        ['20240002', '关于完善公交接驳的建议', '江晓帆', 'separate 市交通运输局 separate 市公安局'],
        ['0003', '关于河道清淤的建议', '欧阳山', 'lead 市水务局 lead 市农业农村局'],
      ]);
      expect(rows[0]).toMatchObject({
        kind: 'suggestion',
        term: 7,
        sessionNo: 3,
        year: 2024,
        proposerCount: 5,
      });
    },
  );

  test('one matter over several lines', async () => {
    expect(brief(await read(sampleWorkbook([mergedMatterSheet], 'xlsx'), 'a.xlsx'))).toEqual([
      [
        '23',
        '关于加强古树保护的提案',
        '民革云川市委员会',
        'lead 市林业局 assist 市财政局 assist 市文化和旅游局',
      ],
      ['24', '关于盲道整治的提案', '沈一诺', 'sole 市城市管理局'],
    ]);
  });

  test('roles inside one column, GB18030', async () => {
    const rows = await read(gb18030Csv(), 'a.csv');
    expect(brief(rows)).toEqual([
      ['001', '关于校园周边停车的提案', '林溪', 'lead 市公安局 assist 市教育局'],
      [
        '002',
        '关于“夜间经济”的提案,含三点',
        '江晓帆',
        'lead 市商务局 assist 市住房和城乡建设局 assist 市文化和旅游局',
      ],
      [
        '003',
        '关于老旧电梯的提案',
        '沈一诺',
        'lead 市市场监督管理局 assist 市财政局 assist 市住房和城乡建设局',
      ],
    ]);
    expect(rows.map(({ assignedOn }) => assignedOn)).toEqual(['2024-03-15', '2024-03-15', '2024-03-15']);
  });

  test('a Word table, and a web page named .xls', async () => {
    expect(brief(await read(wordTable(), 'a.docx'))).toEqual([
      ['14-3-1', '关于社区食堂的提案', '', 'lead 市民政局 assist 市财政局'],
      ['14-3-2', '关于护工培训的提案', '', 'lead 市民政局'],
    ]);
    expect(brief(await read(Buffer.from(htmlTable), 'a.xls'))).toEqual([
      ['14-3-1', '关于噪声治理的提案', '林溪', 'lead 市生态环境局 assist 市公安局'],
      ['14-3-2', '关于扬尘治理的提案 <一>', '江晓帆', 'lead 市生态环境局'],
    ]);
  });
});

const han = fc.string({
  unit: fc.constantFrom(...'社区养老停车公交河道校园电梯治理建设加强完善，、“”（）'),
  minLength: 2,
  maxLength: 20,
});
const start = fc.constantFrom('', '=', '+', '-', '@', '＝', "'=", '1.', '（一）');
const title = fc
  .tuple(start, han, fc.constantFrom('的建议', '的提案', ' AI+', '=1'))
  .map(([a, b, c]) => oneLine(`${a}关于${b}${c}`));
const text = fc
  .array(
    fc.oneof(han, fc.constantFrom('=SUM(A1)', '\t缩进', '　　缩进', '', '-1', '_x0041_', '<b>&amp;', '𠮷')),
    { minLength: 1, maxLength: 5 },
  )
  .map((lines) => severalLines(lines.join('\n')) || '有');
const person = fc
  .tuple(fc.constantFrom('林', '江', '沈', '欧阳'), fc.constantFrom('溪', '晓帆', '一诺', '山'))
  .map((parts) => parts.join(''));
const caseNo = fc
  .oneof(
    fc.integer({ min: 1, max: 9999 }).map((n) => `2024${String(n).padStart(4, '0')}`),
    fc.nat(999).map((n) => `〔2024〕${n}`),
    fc.nat(99).map((n) => `14-3-${n}`),
    fc.nat(99).map((n) => `闭${String(n).padStart(3, '0')}`),
    fc.nat(999).map((n) => String(n).padStart(4, '0')),
  )
  .filter((number) => {
    const reading = parseCaseNo(number);
    return reading.ok && reading.caseNo === number;
  });
const unitNames = [
  '云川市教育局',
  '云川市住房和城乡建设局',
  '云川市规划和自然资源局',
  '东湖区人民政府',
  '沙湾街道办事处',
  '云川港务集团有限公司',
  '云川市公安局交通警察支队',
];
const day = fc.option(
  fc
    .date({ min: new Date('1990-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
);
const roleOrder = ['lead', 'sole', 'separate', 'assist'] as const;
const units = fc
  .uniqueArray(fc.record({ name: fc.constantFrom(...unitNames), role: fc.constantFrom(...roleOrder) }), {
    selector: ({ name }) => name,
    maxLength: 5,
  })
  .map((list) => roleOrder.flatMap((role) => list.filter((unit) => unit.role === role)));

const exportRow: fc.Arbitrary<ExportRow> = fc.record({
  kind: fc.constantFrom('suggestion', 'proposal'),
  caseNo,
  title,
  body: fc.option(text),
  points: fc.array(text.map(canonicalPoint), { maxLength: 4 }),
  session: fc.option(fc.constantFrom('市七届人大三次会议', '政协云川市第七届委员会第三次会议')),
  inSession: fc.option(fc.boolean()),
  year: fc.option(fc.integer({ min: 1990, max: 2090 })),
  level: fc.option(fc.constantFrom(...matterLevels)),
  proposerType: fc.option(fc.constantFrom(...proposerTypes)),
  priority: fc.option(fc.boolean()),
  proposers: fc.uniqueArray(person, { minLength: 1, maxLength: 4 }),
  proposerCount: fc.option(fc.integer({ min: 4, max: 30 })),
  coSigners: fc.uniqueArray(person, { maxLength: 4 }),
  delegationOrSector: fc.option(fc.constantFrom('第一代表团', '经济')),
  category: fc.option(fc.constantFrom('城建', '教育')),
  units,
  assignedOn: day,
  dueOn: day,
  filedOn: day,
  phone: fc.option(fc.constantFrom('19900000001', '+86 0000')),
  publicConsent: fc.option(fc.boolean()),
  note: fc.option(text),
});

/** What a row says, without where it stood. */
const content = (row: ExportRow): ExportRow => ({
  kind: row.kind,
  caseNo: row.caseNo,
  title: row.title,
  body: row.body,
  points: row.points,
  session: row.session,
  inSession: row.inSession,
  year: row.year,
  level: row.level,
  proposerType: row.proposerType,
  priority: row.priority,
  proposers: row.proposers,
  proposerCount: row.proposerCount,
  coSigners: row.coSigners,
  delegationOrSector: row.delegationOrSector,
  category: row.category,
  units: row.units.map(({ name, role }) => ({ name, role })),
  assignedOn: row.assignedOn,
  dueOn: row.dueOn,
  filedOn: row.filedOn,
  phone: row.phone,
  publicConsent: row.publicConsent,
  note: row.note,
});

/** A row as it is read again: a year that no cell states may come from the number, 闭 says that it was off session. */
const withInferred = (row: ExportRow): ExportRow => {
  const reading = parseCaseNo(row.caseNo ?? '');
  const year = row.year ?? (reading.ok ? reading.year : null);
  const inSession = row.inSession ?? (row.caseNo?.startsWith('闭') ? false : null);
  return { ...content(row), year, inSession };
};

describe('what the ledger exports, the import takes back', () => {
  const files = fc.uniqueArray(exportRow, {
    selector: ({ caseNo: number }) => number,
    minLength: 1,
    maxLength: 30,
  });

  test.each(['zh', 'en'] as const)('as a workbook and as CSV (%s)', { timeout: 60_000 }, async (language) => {
    await fc.assert(
      fc.asyncProperty(files, async (rows) => {
        const table = exportTable(rows, language);
        const workbook = await writeWorkbook([{ name: '台账', ...table }]);
        expect((await read(workbook, 'a.xlsx')).map(content)).toEqual(rows.map(withInferred));
        expect((await read(writeCsv(table.header, table.rows), 'a.csv')).map(content)).toEqual(
          rows.map(withInferred),
        );
      }),
      { numRuns: 12 },
    );
  });

  test.each(['zh', 'en'] as const)('every heading is recognised for certain (%s)', async (language) => {
    const { header } = exportTable([], language);
    const file = await parseWorkbook(
      await writeWorkbook([{ name: '台账', header, rows: [header.map(() => '　')] }]),
      'a.xlsx',
    );
    const columns = file.ok ? (recogniseTable(file.sheets).tables[0]?.columns ?? []) : [];
    expect(columns.map(({ field, confidence }) => [field, confidence])).toEqual(
      exportColumns.map(({ field }) => [field, 1]),
    );
  });

  test('a text longer than a cell can hold goes on in further columns', async () => {
    const [sample] = fc.sample(exportRow, { numRuns: 1, seed: 1 });
    if (sample === undefined) throw new Error('no sample');
    const body = `${'字'.repeat(32_766)}𠮷${'尾'.repeat(40_000)}`;
    const rows = [
      { ...sample, body },
      { ...sample, caseNo: '〔2024〕77', body: '短' },
    ];
    const table = exportTable(rows, 'zh');
    expect(table.header.filter((text) => text.startsWith('正文'))).toEqual([
      '正文',
      '正文（续）',
      '正文（续）',
    ]);
    const again = await read(await writeWorkbook([{ name: '台账', ...table }]), 'a.xlsx');
    expect(again.map((row) => row.body)).toEqual([body, '短']);
  });
});
