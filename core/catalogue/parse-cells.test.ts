import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matterLevels, proposerTypes } from '../ruleset.ts';
import { readNumber } from './chinese-number.ts';
import { parseCaseNo } from './parse-case-no.ts';
import {
  levelWords,
  parseLevel,
  parsePriority,
  parseProposerType,
  proposerTypeWords,
} from './parse-classing.ts';
import { parseConsent, parseInSession, parseKind, parseRole, parseYear } from './parse-choice.ts';
import { parseDate } from './parse-date.ts';
import { parsePeople } from './parse-people.ts';
import { parsePoints, printPoints } from './parse-points.ts';
import { kindNamedIn, parseSession } from './parse-session.ts';
import { isCellError, oneLine, severalLines, titleKey } from './plain-text.ts';

describe('numbers', () => {
  test.each([
    ['二十三', 23],
    ['一百零五', 105],
    ['一百二十', 120],
    ['十', 10],
    ['十八', 18],
    ['廿三', 23],
    ['两百', 200],
    ['二〇二三', 2023],
    ['一二', 12],
    ['壹佰', 100],
    ['三千零一', 3001],
    ['12', 12],
  ])('%s is %d', (text, value) => expect(readNumber(text)).toBe(value));
  test.each(['', '二a', '关于', '123456789', '1.5', '-3'])('%s is no number', (text) =>
    expect(readNumber(text)).toBeNull(),
  );
});

describe('dates', () => {
  test.each([
    '2024年3月15日',
    '2024/3/15',
    '2024.03.15',
    '2024-3-15',
    '２０２４年３月１５日',
    '二〇二四年三月十五日',
    '二○二四年三月十五日',
    '20240315',
    '2024—3—15',
    '24.3.15',
    '3/15/2024',
    '2024-03-15 10:30',
    '2024年3月15日 星期五',
    '2024年 3月 15日前',
    '45366',
    '45366.4375',
    '3月15日',
    '三月十五日',
    '3.15',
  ])('%s', (text) => expect(parseDate(text, 2024)).toMatchObject({ ok: true, date: '2024-03-15' }));

  test('a month’s end is its last day, and says so', () => {
    expect(parseDate('2024年2月底前')).toEqual({ ok: true, date: '2024-02-29', monthEnd: true });
    expect(parseDate('6月末', 2023)).toEqual({ ok: true, date: '2023-06-30', monthEnd: true });
  });

  test.each([
    ['2023年2月29日', 'noSuchDay'],
    ['2024-13-01', 'noSuchDay'],
    ['3月15日', 'yearMissing'],
    ['2024年3月', 'monthOnly'],
    ['三个月内', 'notADate'],
    ['尽快', 'notADate'],
    ['12345', 'notADate'],
    ['', 'notADate'],
  ])('%s: %s', (text, reason) => expect(parseDate(text)).toEqual({ ok: false, reason }));

  test('every day as a spreadsheet serial is that day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 80_000 }), (serial) => {
        const date = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
        expect(parseDate(String(serial))).toMatchObject({ date });
      }),
    );
  });
});

describe('case numbers', () => {
  test.each([
    ['20220257', '20220257', '20220257', 2022],
    ['〔2020〕33号', '〔2020〕33', '2020-33', 2020],
    ['[2020]33号', '〔2020〕33', '2020-33', 2020],
    ['（２０２０）３３', '〔2020〕33', '2020-33', 2020],
    ['２０２３-１', '2023-1', '2023-1', 2023],
    ['第0008号', '0008', '8', null],
    ['第 8 号', '8', '8', null],
    ['第二十三号', '23', '23', null],
    ['一百零五', '105', '105', null],
    ['第124337号', '124337', '124337', null],
    ['州人大第214号建议', '214', '214', null],
    ['闭会第12号', '闭12', '闭12', null],
    ['闭020', '闭020', '闭20', null],
    ['建议第23号', '23', '23', null],
    ['议案2号', '议案2', '议案2', null],
    ['重点提案第1号', '重点1', '重点1', null],
    ['重点建议3', '重点3', '重点3', null],
    ['T014', 'T014', 't14', null],
    ['2-20230276', '2-20230276', '2-20230276', null],
    ['案号：15', '15', '15', null],
    ['12.0', '12', '12', null],
  ])('%s', (text, caseNo, key, year) =>
    expect(parseCaseNo(text)).toMatchObject({ ok: true, caseNo, key, year }),
  );

  test('14-3-67 tells term and session', () => {
    expect(parseCaseNo('14-3-67')).toMatchObject({ caseNo: '14-3-67', term: 14, session: 3 });
  });

  test.each([
    ['2014-03-07', 'dateLike'],
    ['2.02E+11', 'shortened'],
    ['第12、35号', 'several'],
    ['第12号、第35号', 'several'],
    ['12和35', 'several'],
    ['关于加强治理', 'unreadable'],
    ['号', 'unreadable'],
  ])('%s: %s', (text, reason) => expect(parseCaseNo(text)).toEqual({ ok: false, reason }));

  test('a number read once is read the same again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789第号〔〕()-闭年 二十') }), (text) => {
        const once = parseCaseNo(text);
        const again = once.ok ? parseCaseNo(once.caseNo) : once;
        expect(again.ok ? again.key : again.reason).toBe(once.ok ? once.key : once.reason);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('people', () => {
  test.each([
    ['林\u3000溪', ['林溪']],
    ['林 溪 江晓帆 沈一诺', ['林溪', '江晓帆', '沈一诺']],
    ['林溪、江晓帆，沈一诺', ['林溪', '江晓帆', '沈一诺']],
    ['林溪\n江晓帆', ['林溪', '江晓帆']],
    ['欧 阳 山', ['欧阳山']],
    ['林溪（领衔）、江晓帆(第一代表团)', ['林溪', '江晓帆']],
    ['林溪 19900000001', ['林溪']],
    ['林溪代表', ['林溪']],
    ['阿依古丽•买买提', ['阿依古丽·买买提']],
    ['民革云川市委员会', ['民革云川市委员会']],
    ['Lin Xi', ['Lin Xi']],
    ['林溪、林溪', ['林溪']],
    ['', []],
  ])('%s', (text, names) => expect(parsePeople(text).names).toEqual(names));

  test.each([
    ['林溪等5名代表', 5],
    ['林溪等五人', 5],
    ['林溪、江晓帆等十二位委员', 12],
    ['林溪 (5 in all)', 5],
    ['林溪等', null],
    ['林溪', null],
  ])('%s: %s in all', (text, count) => {
    expect(parsePeople(text).count).toBe(count);
    expect(parsePeople(text).names[0]).toBe('林溪');
  });
});

describe('sessions and choices', () => {
  test.each([
    ['市第七届人民代表大会第三次会议', 7, 3, 'suggestion', null],
    ['市六届人大八次会议', 6, 8, 'suggestion', null],
    ['政协云川市第十一届委员会第五次全体会议', 11, 5, 'proposal', null],
    ['区二届人大三次会议闭会期间', 2, 3, 'suggestion', false],
    ['14届3次', 14, 3, null, null],
    ['14-3', 14, 3, null, null],
    ['市政协十四届', 14, null, 'proposal', null],
    ['不知道', null, null, null, null],
  ])('%s', (text, term, session, kind, inSession) =>
    expect(parseSession(text)).toMatchObject({ term, session, kind, inSession }),
  );

  test('texts that name both organs decide nothing', () => {
    expect(kindNamedIn('人大代表建议和政协提案')).toBeNull();
    expect(kindNamedIn('政协提案交办目录')).toBe('proposal');
    expect(kindNamedIn('代表建议一览表')).toBe('suggestion');
  });

  test('kinds, times, consent, roles, years', () => {
    expect(['建议', '提案', '议案', '批评', '人大', '政协', 'B'].map(parseKind)).toEqual([
      'suggestion',
      'proposal',
      'suggestion',
      'suggestion',
      'suggestion',
      'proposal',
      null,
    ]);
    expect(['大会', '会议期间', '闭会', '平时', '?'].map(parseInSession)).toEqual([
      true,
      true,
      false,
      false,
      null,
    ]);
    expect(['是', '√', '同意公开', 'Ｙ', '否', '×', '不予公开', '看情况'].map(parseConsent)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      null,
    ]);
    expect(['主办', '牵头单位', '独办', '承办', '分别办理', '汇办', '协办', '督办'].map(parseRole)).toEqual([
      'lead',
      'lead',
      'sole',
      'sole',
      'separate',
      'assist',
      'assist',
      null,
    ]);
    expect(['2024年度', '2024', '二四'].map(parseYear)).toEqual([2024, 2024, null]);
  });
});

describe('points', () => {
  test.each([
    ['1.增设站点；2.延长时间', ['增设站点；', '延长时间']],
    ['一、增设站点\n二、延长时间\n并加密班次', ['增设站点', '延长时间\n并加密班次']],
    ['（一）增设\n（二）延长', ['增设', '延长']],
    ['增设站点\n延长时间', ['增设站点', '延长时间']],
    ['增加2.5亿元', ['增加2.5亿元']],
    ['', []],
  ])('%s', (text, points) => expect(parsePoints(text)).toEqual(points));

  test('printed points are read back, even points with numbered lines of their own', () => {
    const line = fc.stringMatching(/^(?:[12]\. )?[甲乙丙]{1,6}$/);
    const point = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 5 }), (points) => {
        expect(parsePoints(printPoints(points))).toEqual(points);
      }),
    );
  });
});

describe('plain text', () => {
  test('one line: breaks inside Chinese go, others become a space', () => {
    expect(oneLine('关于加强\n社区 \n 建设的建议')).toBe('关于加强社区建设的建议');
    expect(oneLine('AI\n平台\u3000建设\u200b')).toBe('AI 平台 建设');
  });
  test('several lines keep their indents and lose their edges', () => {
    expect(severalLines('\n\n　　一  \r\n\r\n二\n\n')).toBe('　　一\n\n二');
  });
  test('keys of titles do not see width, spaces and punctuation', () => {
    expect(titleKey('关于“ＡＩ”治理，的建议')).toBe(titleKey('关于"AI"治理的 建议'));
  });
  test('errors of spreadsheets are known', () => {
    expect(['#REF!', ' #n/a ', '#1'].map(isCellError)).toEqual([true, true, false]);
  });
});

test('no reading function throws, whatever the text', { timeout: 60_000 }, () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({
      unit: fc.constantFrom(
        ...'第号〔〕等共 \n\u3000、年月日0123456789一二三十百届次人大政协主办会办（）：.-',
      ),
      maxLength: 60,
    }),
  );
  const readers = [
    parseDate,
    parseCaseNo,
    parsePeople,
    parseSession,
    parsePoints,
    parseKind,
    parseInSession,
    parseConsent,
    parseRole,
    parseYear,
    oneLine,
    severalLines,
  ];
  fc.assert(
    fc.property(texts, (text) => {
      expect(readers.map((read) => read(text))).not.toContain(undefined);
    }),
    { numRuns: 400 },
  );
});

describe('level, sort of proposer, priority', () => {
  test.each<[string, ReturnType<typeof parseLevel>]>([
    ['省级', 'provincial'],
    ['省', 'provincial'],
    ['省人大', 'provincial'],
    ['省政协提案', 'provincial'],
    ['省级交办件', 'provincial'],
    ['全国人大', 'national'],
    ['全国人大代表建议', 'national'],
    ['国家级', 'national'],
    ['市级', 'city'],
    ['本级', 'city'],
    ['市人大常委会', 'city'],
    ['区县', 'district'],
    ['县（市、区）级', 'district'],
    ['区级建议', 'district'],
    ['District', 'district'],
    ['重要', null],
    ['市教育局', null],
    ['A级', null],
    ['提案', null],
  ])('the level %s', (text, level) => expect(parseLevel(text)).toBe(level));

  test.each<[string, ReturnType<typeof parseProposerType>]>([
    ['个人', 'individual'],
    ['个人提案', 'individual'],
    ['委员联名', 'individual'],
    ['联名提案', 'individual'],
    ['代表团', 'delegation'],
    ['以代表团名义', 'delegation'],
    ['界别提案', 'sector'],
    ['党派', 'party'],
    ['民主党派提案', 'party'],
    ['民盟云川市委员会', 'party'],
    ['人民团体', 'peoplesOrganization'],
    ['市工商联', 'peoplesOrganization'],
    ['专委会', 'specialCommittee'],
    ['经济委员会', 'specialCommittee'],
    ['委员小组', 'memberGroup'],
    ['集体提案', 'collective'],
    ['People’s organization', 'peoplesOrganization'],
    ['党派团体', 'collective'],
    ['城建', null],
    ['委员会的', null],
  ])('%s proposes', (text, type) => expect(parseProposerType(text)).toBe(type));

  test.each<[string, boolean | null]>([
    ['是', true],
    ['√', true],
    ['重点督办', true],
    ['市长督办件', true],
    ['主席会议督办', true],
    ['重点提案', true],
    ['否', false],
    ['一般件', false],
    ['非重点', false],
    ['—', false],
    ['待定', null],
  ])('priority: %s', (text, answer) => expect(parsePriority(text)).toBe(answer));

  test('what an export writes is read back, in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      for (const level of matterLevels) expect(parseLevel(levelWords[level][language])).toBe(level);
      for (const type of proposerTypes)
        expect(parseProposerType(proposerTypeWords[type][language])).toBe(type);
    }
  });
});
