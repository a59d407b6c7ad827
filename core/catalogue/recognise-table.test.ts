import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { across, down, gridSheet } from '#test/support/workbook-samples/grid-sheet.ts';
import type { CatalogueField } from './fields.ts';
import { readRows } from './read-rows.ts';
import { applyMapping, recogniseTable } from './recognise-table.ts';
import type { Sheet } from './sheet.ts';

const fieldsOf = (...sheets: readonly Sheet[]): string[] =>
  (recogniseTable(sheets).best?.columns ?? []).map(({ header, field }) => `${header}=${field}`);

/** The fields of a heading, with some rows of fitting values under it. */
const headed = (headers: readonly string[], ...rows: readonly (readonly string[])[]): string[] =>
  (recogniseTable([gridSheet([headers, ...rows])]).best?.columns ?? []).map(({ field }) => field);

describe('columns', () => {
  test.each<[string, string[], (CatalogueField | 'ignored')[]]>([
    [
      'plain',
      ['序号', '案号', '标题', '提案人', '主办单位', '会办单位'],
      ['ignored', 'caseNo', 'title', 'proposers', 'unitsLead', 'unitsAssist'],
    ],
    [
      'spaced and full-width',
      ['建议\n编号', '案　由', '领 衔 代 表', '主（承）办单位', '协办单位：'],
      ['caseNo', 'title', 'proposers', 'unitsLead', 'unitsAssist'],
    ],
    [
      'one column of units',
      ['提案号', '案由', '第一提案人', '附议人', '承办单位', '界别', '交办日期'],
      ['caseNo', 'title', 'proposers', 'coSigners', 'unitsMixed', 'delegationOrSector', 'assignedOn'],
    ],
    [
      '承办 beside 主办 is sole',
      ['案号', '题目', '主办单位', '承办单位', '分办单位', '汇办单位'],
      ['caseNo', 'title', 'unitsLead', 'unitsSole', 'unitsSeparate', 'unitsAssist'],
    ],
    [
      'several assisting columns',
      ['案号', '题目', '主办单位', '会办单位1', '会办单位2', '会办单位二'],
      ['caseNo', 'title', 'unitsLead', 'unitsAssist', 'unitsAssist', 'unitsAssist'],
    ],
    [
      'a form',
      ['届次会议', '第N号', '标题', '内容', '建议', '领衔代表', '通讯地址', '联系电话', '承办部门'],
      ['session', 'caseNo', 'title', 'body', 'points', 'proposers', 'ignored', 'phone', 'unitsMixed'],
    ],
    [
      'a finished ledger',
      ['编号', '标题', '代表姓名', '主办单位', '办理结果', '满意度', '答复日期', '签发人'],
      ['caseNo', 'title', 'proposers', 'unitsLead', 'resultClass', 'outcome', 'repliedOn', 'ignored'],
    ],
    [
      'public consent and times',
      ['案号', '案由', '提案者', '是否同意公开', '立案日期', '办理时限', '年度'],
      ['caseNo', 'title', 'proposers', 'publicConsent', 'filedOn', 'dueOn', 'year'],
    ],
    [
      'English',
      ['Case no.', 'Title', 'Proposers', 'Lead units', 'Assisting units', 'Due on'],
      ['caseNo', 'title', 'proposers', 'unitsLead', 'unitsAssist', 'dueOn'],
    ],
  ])('%s', (_, headers, fields) => expect(headed(headers)).toEqual(fields));

  test('the surer of two names for one thing is taken', () => {
    expect(headed(['编号', '案号', '案由', '标题', '主办单位'])).toEqual([
      'ignored',
      'caseNo',
      'body',
      'title',
      'unitsLead',
    ]);
  });

  test('类别 means what its values are', () => {
    const rows = (values: readonly string[]): string[][] =>
      values.map((value, index) => [String(index + 1), '关于社区食堂建设的建议', value]);
    expect(headed(['编号', '标题', '类别'], ...rows(['建议', '提案', '建议']))[2]).toBe('kind');
    expect(headed(['编号', '标题', '类别'], ...rows(['A类', 'B类', 'A']))[2]).toBe('resultClass');
    expect(headed(['编号', '标题', '类别'], ...rows(['城建', '教育', '医卫']))[2]).toBe('category');
    expect(headed(['编号', '标题', '类型'], ...rows(['主办', '会办', '主办']))[2]).toBe('handlingMode');
    expect(headed(['编号', '标题', '会议类型'], ...rows(['大会', '闭会', '大会']))[2]).toBe('inSession');
  });

  test('内容 is a title when short and a body when long', () => {
    const long = '现状：'.concat('老旧小区停车位严重不足，居民反映强烈。'.repeat(12));
    expect(headed(['编号', '内容', '领衔代表'], ['1', '关于社区食堂建设的建议', '林溪'])[1]).toBe('title');
    expect(headed(['编号', '标题', '内容'], ['1', '关于社区食堂建设的建议', long])[2]).toBe('body');
  });

  test('the line number is offered as case number, never taken', () => {
    const found = recogniseTable([
      gridSheet([
        ['序号', '标题', '主办单位'],
        ['1', '关于甲的建议', '市民政局'],
        ['2', '关于乙的建议', '市财政局'],
        ['3', '关于丙的建议', '市财政局'],
      ]),
    ]);
    expect(found.best?.columns[0]).toMatchObject({ field: 'ignored', alternatives: [{ field: 'caseNo' }] });
  });

  test('a heading that nobody knows is left out, and shown with a guess from its values', () => {
    const found = recogniseTable([
      gridSheet([
        ['案号', '标题', '去向'],
        ['1', '关于甲治理的建议', '市民政局'],
        ['2', '关于乙治理的建议', '市财政局'],
      ]),
    ]);
    expect(found.best?.columns[2]).toMatchObject({ field: 'unitsMixed' });
    expect(found.best?.columns[2]?.confidence).toBeLessThan(0.6);
  });
});

describe('where the table is', () => {
  const body = [
    ['1', '20240001', '关于增设社区食堂的建议', '市民政局', null, '市财政局'],
    ['2', '20240002', '关于河道清淤的建议', null, '市水务局、市农业农村局', null],
  ];

  test('title lines, a two-level merged heading, total and note lines', () => {
    const found = recogniseTable([
      gridSheet(
        [
          ['云川市第七届人民代表大会第三次会议闭会期间代表建议交办目录', null, null, null, null, null],
          ['单位：件', null, null, null, null, '2024年3月'],
          ['序号', '建议编号', '标题', '承办单位', null, null],
          [null, null, null, '主办', '分办', '会办'],
          ...body,
          ['合计', null, '2件', '1', '1', '1'],
          ['注：请于三个月内答复。', null, null, null, null, null],
        ],
        {
          merges: [
            across(0, 0, 5),
            across(2, 3, 5),
            down(0, 2, 3),
            down(1, 2, 3),
            down(2, 2, 3),
            across(7, 0, 5),
          ],
        },
      ),
    ]);
    expect(found.best?.headerRows).toEqual({ first: 2, last: 3 });
    expect(found.best?.columns.slice(3).map(({ header, field }) => [header, field])).toEqual([
      ['承办单位/主办', 'unitsLead'],
      ['承办单位/分办', 'unitsSeparate'],
      ['承办单位/会办', 'unitsAssist'],
    ]);
    expect(found.best?.counts).toEqual({ data: 2, blank: 0, header: 0, total: 1, note: 1, section: 0 });
    expect(found.best?.mapping.defaults).toEqual({
      kind: 'suggestion',
      session: '云川市第七届人民代表大会第三次会议',
      inSession: false,
      year: 2024,
    });
  });

  test('a two-level heading without merges, as CSV has it', () => {
    expect(
      fieldsOf(
        gridSheet([
          ['案号', '标题', '承办单位', '', '', '提案人', ''],
          ['', '', '主办', '分办', '会办', '姓名', '电话'],
          ['1', '关于甲治理的提案', '市民政局', '', '', '林溪', '19900000001'],
        ]),
      ),
    ).toEqual([
      '案号=caseNo',
      '标题=title',
      '承办单位/主办=unitsLead',
      '承办单位/分办=unitsSeparate',
      '承办单位/会办=unitsAssist',
      '提案人/姓名=proposers',
      '提案人/电话=phone',
    ]);
  });

  test('the right sheet among several, hidden ones last; a second catalogue is kept', () => {
    const notice = gridSheet([['填表说明'], ['序号', '标题']], { name: '说明' });
    const counts = gridSheet(
      [
        ['单位', '主办件数'],
        ['市民政局', '3'],
        ['市财政局', '4'],
      ],
      { name: '统计' },
    );
    const first = gridSheet(
      [
        ['建议编号', '标题', '主办单位'],
        ['1', '关于甲治理的建议', '市民政局'],
        ['2', '关于丙治理的建议', '市民政局'],
      ],
      { name: '建议' },
    );
    const second = gridSheet(
      [
        ['提案编号', '标题', '主办单位'],
        ['1', '关于乙治理的提案', '市民政局'],
      ],
      { name: '提案' },
    );
    const old = gridSheet(first.cells, { name: '旧', hidden: true });
    const found = recogniseTable([notice, counts, old, second, first]);
    expect(found.best?.sheetName).toBe('建议');
    expect(found.tables.map(({ sheetName }) => sheetName)).toEqual(['建议', '提案', '旧']);
    expect(found.tables.map(({ mapping }) => mapping.defaults.kind)).toEqual([
      'suggestion',
      'proposal',
      'suggestion',
    ]);
  });

  test('repeated headings, blank lines, pre-printed numbers and sections are no matters', () => {
    const table = recogniseTable([
      gridSheet(
        [
          ['序号', '案号', '标题'],
          ['一、市民政局（2件）', null, null],
          ['1', '1', '关于甲治理的提案'],
          [null, null, null],
          ['序号', '案号', '标题'],
          ['2', '2', '关于乙治理的提案'],
          ['二、市财政局（1件）', null, null],
          ['3', '3', '合计缴费方式的提案'],
          ['4', null, null],
          ['共3件', null, null],
        ],
        { merges: [across(1, 0, 2), across(6, 0, 2)] },
      ),
    ]).best;
    expect(table?.counts).toEqual({ data: 3, blank: 2, header: 1, total: 1, note: 0, section: 2 });
    expect(table?.rows.filter((row) => row.class === 'section').map(({ section }) => section)).toEqual([
      '市民政局',
      '市财政局',
    ]);
    expect(table?.mapping.sections).toBe('unitsMixed');
  });

  test('what is no catalogue gives none', () => {
    for (const cells of [
      [],
      [['通知']],
      [
        ['发布单位', '文号', '发布日期'],
        ['市府', '1', '2024'],
      ],
      [
        ['姓名', '电话'],
        ['林溪', '1'],
      ],
    ])
      expect(recogniseTable([gridSheet(cells)]).best).toBeNull();
  });
});

test('any grid is recognised or not, read or not, but never throws', { timeout: 60_000 }, () => {
  const word = fc.constantFrom(
    '案号',
    '标题',
    '承办单位',
    '主办',
    '会办',
    '合计',
    '注：',
    '序号',
    '1',
    '2024-03-01',
    '第3号',
    '市民政局（主办）',
    '关于甲的建议',
    '',
    '#REF!',
    '提案人',
    '一、市民政局（2件）',
    '\n',
    '　',
  );
  const cell = fc.option(
    fc.oneof({ weight: 4, arbitrary: word }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }),
  );
  const merge = fc
    .tuple(
      fc.integer({ min: -1, max: 12 }),
      fc.integer({ min: -1, max: 8 }),
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 0, max: 30 }),
    )
    .map(([r1, c1, r2, c2]) => ({ r1, c1, r2, c2 }));
  const grids = fc.tuple(
    fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 14 }),
    fc.array(merge, { maxLength: 6 }),
    fc.array(fc.nat(14)),
  );
  fc.assert(
    fc.property(grids, ([cells, merges, hiddenRows]) => {
      const any = gridSheet(cells, { merges, hiddenRows });
      for (const table of recogniseTable([any]).tables) {
        const { rows } = readRows(any, table, { defaultYear: 2024, isKnownUnit: () => false });
        expect(rows.length).toBeLessThanOrEqual(table.counts.data);
        const again = applyMapping(any, table.mapping);
        expect(again.columns.map(({ field }) => field)).toEqual(table.columns.map(({ field }) => field));
      }
    }),
    { numRuns: 120 },
  );
});
