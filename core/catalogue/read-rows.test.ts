import { describe, expect, test } from 'vitest';
import { one, read, said, units } from '#test/support/workbook-samples/read-grid.ts';

describe('one row', () => {
  test('every field, with its address', () => {
    const row = one(
      [
        '届次',
        '提案者',
        '附议人',
        '界别',
        '类别',
        '主办单位',
        '会办单位',
        '交办日期',
        '办理时限',
        '联系电话',
        '是否公开',
        '备注',
      ],
      [
        '市政协七届三次会议',
        '林　溪',
        '江晓帆、沈一诺',
        '经济',
        '城建',
        '市民政局',
        '市财政局,市公安局',
        '２０２４年３月１日',
        '45473',
        '１９９０００００００１',
        '同意',
        '要件\n加急',
      ],
    );
    expect(row).toMatchObject({
      sheet: '明细',
      row: 2,
      lastRow: 2,
      kind: 'proposal',
      caseNo: '5',
      caseNoKey: '5',
      title: '关于社区食堂建设的提案',
      session: '市政协七届三次会议',
      term: 7,
      sessionNo: 3,
      proposers: ['林溪'],
      coSigners: ['江晓帆', '沈一诺'],
      delegationOrSector: '经济',
      category: '城建',
      assignedOn: '2024-03-01',
      dueOn: '2024-06-30',
      phone: '19900000001',
      publicConsent: true,
      note: '要件\n加急',
      issues: [],
    });
    expect(units(row)).toEqual(['lead 市民政局', 'assist 市财政局', 'assist 市公安局']);
    expect(row.cells).toMatchObject({ caseNo: '明细!A2', unitsAssist: '明细!I2', dueOn: '明细!K2' });
  });

  test.each<[string, string, string, string]>([
    ['交办日期', '2024年2月30日', 'date.noSuchDay', 'error'],
    ['交办日期', '尽快', 'date.unreadable', 'error'],
    ['交办日期', '2024年3月', 'date.monthOnly', 'error'],
    ['办理时限', '6月底前', 'date.monthEnd', 'warning'],
    ['是否公开', '再议', 'consent.unreadable', 'warning'],
    ['届次', '上次会', 'session.unreadable', 'warning'],
    ['主办单位', '各区政府', 'units.collective', 'error'],
    ['主办单位', '市民政局等', 'units.andOthers', 'warning'],
    ['承办单位', '市民政局、市财政局', 'units.roleAssumed', 'warning'],
    ['主办单位', '#REF!', 'cell.error', 'error'],
    ['主办单位', '', 'units.missing', 'warning'],
    ['提案者', '', 'proposers.missing', 'warning'],
    ['附议人', '江晓帆等5人', 'proposers.fewer', 'warning'],
  ])('%s “%s”: %s, at its cell', (header, text, code, severity) => {
    const issues = one([header], [text]).issues.filter((issue) => issue.code === code);
    expect(issues).toEqual([
      expect.objectContaining({
        severity,
        cell: '明细!C2',
        params: expect.objectContaining({ cell: '明细!C2' }),
      }),
    ]);
  });

  test('a day without year takes the row’s year, then the given one; without either it is wrong', () => {
    expect(one(['年度', '交办日期'], ['2023', '3月1日']).assignedOn).toBe('2023-03-01');
    expect(one(['交办日期'], ['3月1日']).assignedOn).toBe('2024-03-01');
    expect(said(one(['交办日期'], ['3月1日'], null))).toEqual([['date.yearMissing', '明细!C2']]);
  });

  test('a due date before the assignment is noticed', () => {
    expect(said(one(['交办日期', '办理时限'], ['2024-03-01', '2024-02-01']))).toEqual([
      ['date.dueBeforeAssigned', '明细!D2'],
    ]);
  });

  test('a unit with two roles is wrong', () => {
    expect(said(one(['主办单位', '会办单位'], ['市民政局', '市财政局、市民政局']))).toEqual([
      ['units.twoRoles', '明细!D2'],
    ]);
  });

  test('承办单位 beside 会办单位: alone it is sole, with others it leads', () => {
    expect(units(one(['承办单位', '会办单位'], ['市民政局', null]))).toEqual(['sole 市民政局']);
    expect(units(one(['承办单位', '会办单位'], ['市民政局', '市财政局']))).toEqual([
      'lead 市民政局',
      'assist 市财政局',
    ]);
  });

  test('a way of handling in a column of its own gives the role', () => {
    expect(units(one(['承办单位', '办理方式'], ['市民政局、市财政局', '分办']))).toEqual([
      'separate 市民政局',
      'separate 市财政局',
    ]);
    expect(units(one(['承办单位', '办理方式'], ['市民政局', '会办']))).toEqual(['assist 市民政局']);
    expect(said(one(['承办单位', '办理方式'], ['市民政局', '督办']))).toEqual([
      ['role.unreadable', '明细!D2'],
    ]);
  });

  test('numbers that a spreadsheet spoilt are told apart from other strange ones', () => {
    const of = (text: string): unknown[] =>
      said(
        read([
          ['提案号', '案由'],
          [text, '关于社区食堂建设的提案'],
        ]).rows[0],
      );
    expect(of('2014-03-07')).toEqual([['caseNo.dateLike', '明细!A2']]);
    expect(of('2.02E+11')).toEqual([['caseNo.shortened', '明细!A2']]);
    expect(of('第3、5号')).toEqual([['caseNo.several', '明细!A2']]);
    expect(of('待编')).toEqual([['caseNo.unreadable', '明细!A2']]);
  });

  test('without a number it can be imported; without a title or a kind it cannot', () => {
    const rows = read([
      ['案号', '标题', '主办单位'],
      [null, '关于社区食堂建设的建议', '市民政局'],
      ['5', null, '市民政局'],
    ]).rows;
    expect(said(rows[0])).toEqual([
      ['caseNo.missing', '明细!A2'],
      ['kind.missing', '明细!A2'],
    ]);
    expect(said(rows[1])).toEqual([
      ['kind.missing', '明细!A3'],
      ['title.missing', '明细!B3'],
    ]);
  });

  test('kind and time come from the row before they come from the title', () => {
    const rows = read([
      ['云川市政协提案目录', null, null],
      ['案号', '标题', '届次'],
      ['第3号建议', '关于甲治理的建议', ''],
      ['闭4', '关于乙治理的建议', '市七届人大三次会议'],
      ['5', '关于丙治理的提案', ''],
    ]).rows;
    expect(rows.map(({ kind, inSession }) => [kind, inSession])).toEqual([
      ['suggestion', null],
      ['suggestion', false],
      ['proposal', null],
    ]);
  });

  test('two columns that each name the meeting are not put together', () => {
    expect(one(['会议名称', '届次'], ['市政协七届三次会议', '七届三次']).session).toBe('市政协七届三次会议');
  });

  test('届 and 次 in columns of their own; bodies and points in several columns', () => {
    const row = one(
      ['届', '次', '内容', '具体建议', '正文（续）'],
      ['7', '3', '现状', '1.建设；2.运营', '如此'],
    );
    expect(row).toMatchObject({ term: 7, sessionNo: 3, body: '现状如此', points: ['建设；', '运营'] });
  });
});

describe('what dates may differ by: level, sort of proposer, priority', () => {
  const classing = (header: readonly string[], row: readonly (string | null)[]) => {
    const { level, proposerType, priority, issues } = one(header, row);
    return [level, proposerType, priority, issues.filter(({ severity }) => severity === 'error').length];
  };

  test.each<[string[], (string | null)[], unknown[]]>([
    [
      ['级别', '提案者类别', '是否重点'],
      ['省级', '党派', '是'],
      ['provincial', 'party', true, 0],
    ],
    [
      ['交办级别', '提案类型', '重点提案'],
      ['市级', '个人提案', '否'],
      ['city', 'individual', false, 0],
    ],
    [
      ['层级', '个人/集体', '重点督办'],
      ['区县', '联名', '√'],
      ['district', 'individual', true, 0],
    ],
    [
      ['级别', '是否集体提案', '重点'],
      [null, '否', null],
      [null, 'individual', null, 0],
    ],
    [
      ['是否重点', '督办领导'],
      ['否', '林溪副市长'],
      [null, null, true, 0],
    ],
    [
      ['领衔督办领导', '级别'],
      ['江晓帆', '全国'],
      ['national', null, true, 0],
    ],
    [
      ['督办领导', '是否重点'],
      ['无', '否'],
      [null, null, false, 0],
    ],
  ])('%j %j', (header, row, expected) => expect(classing(header, row)).toEqual(expected));

  test('集体 is what the names say; where they say nothing the cell is named', () => {
    const type = (proposer: string, group: string | null) =>
      one(['提案者', '界别', '提案方式'], [proposer, group, '集体提案']);
    expect(type('民进云川市委员会', null).proposerType).toBe('party');
    expect(type('林溪', '经济界').proposerType).toBe('sector');
    expect(said(type('林溪', null))).toEqual([['proposerType.collective', '明细!E2']]);
  });

  test('values that nobody knows are named with their cells, and stop the row', () => {
    const cells = [
      ['提案号', '案由', '级别', '提案者类别', '是否重点'],
      ['1', '关于甲治理的提案', '省级', '党派', '是'],
      ['2', '关于乙治理的提案', '火星级', '路人', '再议'],
    ];
    const row = read(cells).rows[1];
    expect(said(row)).toEqual([
      ['level.unreadable', '明细!C3'],
      ['proposerType.unreadable', '明细!D3'],
      ['priority.unreadable', '明细!E3'],
    ]);
    expect(row?.issues.every(({ severity }) => severity === 'error')).toBe(true);
  });

  test('a column under such a heading that holds something else is left alone', () => {
    const { rows, issues } = read([
      ['提案号', '案由', '级别', '是否重点'],
      ['1', '关于甲治理的提案', 'A', '道路积水反复出现，已持续多年，群众意见很大'],
      ['2', '关于乙治理的提案', 'B', '应当尽快研究并提出切实可行的解决方案'],
    ]);
    expect(rows.map(({ level, priority, issues: own }) => [level, priority, own.length])).toEqual([
      [null, null, 0],
      [null, null, 0],
    ]);
    expect(issues.map(({ code }) => code)).toEqual(['table.unknownColumn', 'table.unknownColumn']);
  });
});
