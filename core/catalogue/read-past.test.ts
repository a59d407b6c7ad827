/** Lists of earlier years: what columns and cells mean, whose handling a line tells of, and what contradicts itself. */
import { describe, expect, test } from 'vitest';
import { ruleset } from '#test/support/builders.ts';
import { down, gridSheet } from '#test/support/workbook-samples/grid-sheet.ts';
import { type Cells, read } from '#test/support/workbook-samples/read-grid.ts';
import { shanghai } from '#rulesets/shanghai.ts';
import { blankPast } from '../assignment/past.ts';
import type { CatalogueRow } from './catalogue-row.ts';
import {
  parseAdopted,
  parseClass,
  parseDisclosure,
  parseLevelOfSatisfaction,
  parsePromise,
  parseRound,
  parseWays,
} from './parse-past.ts';
import { recogniseTable } from './recognise-table.ts';
import { settlePast } from './settle-past.ts';

const words = { ruleset, today: '2026-03-20' };

const settled = (cells: Cells, more: Parameters<typeof read>[1] = {}): readonly CatalogueRow[] =>
  read(cells, more, 2024, true).rows.map((row) => settlePast(row, words));

const errors = (row: CatalogueRow | undefined): readonly string[] =>
  (row?.issues ?? [])
    .filter(({ severity }) => severity === 'error')
    .map(({ code, cell }) => `${code} ${cell?.split('!')[1] ?? ''}`);

const replies = (row: CatalogueRow | undefined): readonly string[] =>
  (row?.units ?? []).flatMap(({ name, role, past }) =>
    (past?.replies ?? []).map(({ round, on, resultClass, outcome }) =>
      [role, name, round, on, resultClass ?? '-', outcome ?? '-'].join(' '),
    ),
  );

describe('columns of a list of earlier years', () => {
  const fields = (headers: readonly string[], ...rows: readonly (readonly string[])[]): readonly string[] =>
    (
      recogniseTable([
        gridSheet([['编号', '标题', ...headers], ...rows.map((row) => ['1', '关于社区食堂的建议', ...row])]),
      ]).best?.columns ?? []
    )
      .slice(2)
      .map(({ field }) => field);

  test.each<[string[], string[]]>([
    [
      ['签收日期', '沟通日期', '沟通方式'],
      ['signedOn', 'contactedOn', 'contactWay'],
    ],
    [
      ['签收时间', '面商时间', '面商方式'],
      ['signedOn', 'contactedOn', 'contactWay'],
    ],
    [
      ['答复日期', '答复文号', '办理结果'],
      ['repliedOn', 'documentNo', 'resultClass'],
    ],
    [
      ['书面答复时间', '复函文号', '答复类别'],
      ['repliedOn', 'documentNo', 'resultClass'],
    ],
    [
      ['办理态度', '办理结果满意度', '评价日期'],
      ['attitude', 'outcome', 'ratedOn'],
    ],
    [
      ['采纳情况', '第二次办理', '办结日期', '跟踪'],
      ['adopted', 'round', 'closedOn', 'promise'],
    ],
    [
      ['是否二次办理', '办毕时间', '承诺事项落实情况'],
      ['round', 'closedOn', 'promise'],
    ],
    [
      ['Signed on', 'Replied on', 'Result class', 'Outcome'],
      ['signedOn', 'repliedOn', 'resultClass', 'outcome'],
    ],
    [
      ['要求答复时间', '答复时限'],
      ['dueOn', 'ignored'],
    ],
  ])('%j', (headers, expected) => expect(fields(headers)).toEqual(expected));

  test('办理结果 holds what its values are, and 公开属性 is the reply’s where they speak of requests', () => {
    expect(fields(['办理结果'], ['满意'], ['基本满意'])).toEqual(['outcome']);
    expect(fields(['办理结果'], ['A'], ['B类'])).toEqual(['resultClass']);
    expect(fields(['公开属性'], ['依申请公开'], ['不予公开'], ['主动公开'])).toEqual(['disclosure']);
    expect(fields(['公开属性'], ['是'], ['否'])).toEqual(['publicConsent']);
  });
});

describe('words of cells', () => {
  test('ways of talking it over', () => {
    expect(parseWays('面商、电话')).toEqual(['meeting', 'phone']);
    expect(parseWays('上门走访')).toEqual(['visit']);
    expect(parseWays('已沟通')).toEqual([]);
    expect(parseWays('张三')).toBeNull();
  });

  test.each([
    ['A', 'A'],
    ['（B）类', null],
    ['B类', 'B'],
    ['d', 'D'],
    ['已解决或采纳', 'A'],
    ['已经解决或者基本解决', 'A'],
    ['列入计划', 'B'],
    ['正在解决', 'B'],
    ['因条件限制暂时难以解决', 'C'],
    ['留作参考', 'D'],
    ['E', null],
    ['已上报', null],
  ])('%s is the class %s', (text, code) => expect(parseClass(text, ruleset.resultClasses)).toBe(code));

  test('classes are those of the ruleset: two that a word could mean are not guessed between', () => {
    expect(parseClass('解决采纳', shanghai.resultClasses)).toBe('解决采纳');
    expect(parseClass('A', shanghai.resultClasses)).toBeNull();
    expect(parseClass('列入计划', shanghai.resultClasses)).toBeNull();
  });

  test('levels are those of the scale', () => {
    const level = (text: string) => parseLevelOfSatisfaction(text, ruleset.satisfaction);
    expect(['满意', '基本满意', '不满意', '非常满意', '一般'].map(level)).toEqual([
      'satisfied',
      'basicallySatisfied',
      'dissatisfied',
      null,
      null,
    ]);
  });

  test('disclosure, adoption, rounds, promises', () => {
    expect(['主动公开', '依申请公开', '不予公开', '内部'].map(parseDisclosure)).toEqual([
      'proactive',
      'onRequest',
      'notPublic',
      null,
    ]);
    expect(['采纳', '部分采纳', '未采纳', '研究中'].map(parseAdopted)).toEqual([true, true, false, null]);
    expect(['首次', '否', '第二次', '是', '2', '第3次', '多次'].map(parseRound)).toEqual([
      1,
      1,
      2,
      2,
      2,
      3,
      null,
    ]);
    expect(['跟踪中', '已落实', '无需跟踪', '未兑现', '某某'].map(parsePromise)).toEqual([
      'open',
      'delivered',
      'none',
      'open',
      null,
    ]);
  });
});

const head = [
  '建议编号',
  '标题',
  '主办单位',
  '分办单位',
  '会办单位',
  '交办日期',
  '答复日期',
  '办理结果',
  '满意度',
  '第二次办理',
  '办结日期',
];
const matter = (no: number, ...rest: readonly (string | null)[]): (string | null)[] => [
  String(no),
  `关于第${no}件旧事的建议`,
  ...rest,
];

describe('whose handling a line tells of', () => {
  test('one line a matter: the unit that replies, not the one that assists', () => {
    const [row] = settled([
      head,
      matter(1, '市民政局', null, '市财政局', '2024-03-01', '2024-05-20', 'A', '满意', null, '2024-06-30'),
    ]);
    expect(replies(row)).toEqual(['lead 市民政局 1 2024-05-20 A satisfied']);
    expect(row?.units[1]).toMatchObject({ role: 'assist', past: blankPast });
    expect([row?.closedOn, errors(row)]).toEqual(['2024-06-30', []]);
  });

  test('one line a unit that replies separately 分办, under merged cells or with the number repeated', () => {
    const lines = [
      matter(1, null, '市民政局', null, '2024-03-01', '2024-05-20', 'A', '满意', null, null),
      matter(1, null, '市财政局', null, '2024-03-01', '2024-06-20', 'B', '不满意', null, '2024-09-30'),
    ];
    const expected = [
      'separate 市民政局 1 2024-05-20 A satisfied',
      'separate 市财政局 1 2024-06-20 B dissatisfied',
    ];
    const repeated = settled([head, ...lines]);
    expect(repeated.map(replies)).toEqual([expected]);
    const [one = [], other = []] = lines;
    const merged = settled([head, one, [null, null, ...other.slice(2, 5), null, ...other.slice(6)]], {
      merges: [down(0, 1, 2), down(1, 1, 2), down(5, 1, 2)],
    });
    expect(merged.map(replies)).toEqual([expected]);
  });

  test('a line for each round 第二次办理 of one unit; the first verdict stays', () => {
    const [row, ...more] = settled([
      head,
      matter(1, '市民政局', null, null, '2024-03-01', '2024-05-20', 'B', '不满意', '首次', null),
      matter(1, '市民政局', null, null, '2024-03-01', '2024-07-20', 'A', '满意', '第二次', null),
    ]);
    expect(more).toEqual([]);
    expect(replies(row)).toEqual([
      'lead 市民政局 1 2024-05-20 B dissatisfied',
      'lead 市民政局 2 2024-07-20 A satisfied',
    ]);
  });

  test('a blank or a dash says nothing; a row without any of it is a row of a catalogue', () => {
    const [told, plain] = settled([
      head,
      matter(1, '市民政局', null, null, '2024-03-01', '2024-05-20', '/', '未评价', null, '—'),
      matter(2, '市民政局', null, null, '2024-03-01', null, null, null, null, null),
    ]);
    expect(replies(told)).toEqual(['lead 市民政局 1 2024-05-20 - -']);
    expect(plain?.units).toMatchObject([{ role: 'lead' }]);
    expect(plain?.units[0]?.past).toBeUndefined();
  });

  test('not asked for, nothing of it is read, and nothing of it is wrong', () => {
    const { rows } = read([
      head,
      matter(1, '市民政局', null, null, '2024-03-01', '某日', 'E', '一般', '几次', null),
    ]);
    expect([rows[0]?.units[0]?.lines, errors(rows[0])]).toEqual([undefined, []]);
  });
});

describe('what contradicts itself is an error at its cell', () => {
  const given = '2024-03-01';
  test.each<[string, (string | null)[], string[]]>([
    [
      'replied before it was assigned',
      ['市民政局', null, null, given, '2024-02-01', 'A', null, null, null],
      ['history.beforeAssigned G2'],
    ],
    [
      'a class that the rules do not have',
      ['市民政局', null, null, given, '2024-05-20', 'E', null, null, null],
      ['history.classUnknown H2'],
    ],
    [
      'a level that the scale does not have',
      ['市民政局', null, null, given, '2024-05-20', 'A', '一般', null, null],
      ['history.levelUnknown I2'],
    ],
    [
      'rated but never replied',
      ['市民政局', null, null, given, null, null, '满意', null, null],
      ['history.replyMissing I2'],
    ],
    [
      'a date to come',
      ['市民政局', null, null, given, '2027-05-20', 'A', null, null, null],
      ['history.future G2'],
    ],
    [
      'closed before the reply',
      ['市民政局', null, null, given, '2024-05-20', 'A', null, null, '2024-04-01'],
      ['history.closedEarly K2'],
    ],
    [
      'a second round without the first',
      ['市民政局', null, null, given, '2024-05-20', 'A', null, '第二次', null],
      ['history.roundMissing J2'],
    ],
    [
      'no day of the assignment',
      ['市民政局', null, null, null, '2024-05-20', 'A', null, null, null],
      ['history.assignedMissing B2'],
    ],
    ['no unit', [null, null, null, given, '2024-05-20', 'A', null, null, null], ['history.unitMissing G2']],
    [
      'two units, one reply',
      [null, '市民政局、市财政局', null, given, '2024-05-20', 'A', null, null, null],
      ['history.severalUnits G2'],
    ],
    [
      'a reply of an assisting unit',
      [null, null, '市民政局', given, '2024-05-20', 'A', null, null, null],
      ['history.assistReplied G2'],
    ],
    [
      'closed, and nobody replied',
      ['市民政局', null, null, given, null, null, null, null, '2024-04-01'],
      ['history.unitUnanswered K2'],
    ],
    [
      'a word that nobody knows',
      ['市民政局', null, null, given, '2024-05-20', 'A', null, '几次', null],
      ['history.unreadable J2'],
    ],
    ['no day at all', ['市民政局', null, null, given, '某日', 'A', null, null, null], ['date.unreadable G2']],
  ])('%s', (_, cells, said) => {
    expect(errors(settled([head, matter(1, ...cells)])[0])).toEqual(said);
  });

  test('the same round of a unit twice', () => {
    const line = matter(1, '市民政局', null, null, given, '2024-05-20', 'A', null, '首次', null);
    const other = matter(1, '市民政局', null, null, given, '2024-06-20', 'B', null, '首次', null);
    const rows = settled([head, line, other]);
    expect(rows).toHaveLength(2);
    const merged = settled([head, line, [null, null, ...other.slice(2)]]);
    expect(errors(merged[0])).toEqual(['history.twice J3']);
  });
});
