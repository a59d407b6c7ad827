import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  caseNoPlaceholders,
  documentNoPlaceholders,
  formatLetterTitle,
  formatNumber,
  type NumberValues,
  numberPatternProblems,
  parsePattern,
  titlePlaceholders,
  toChineseNumeral,
} from './numbering.ts';

const values = { year: 2022, term: 12, session: 4, serial: 337, prefix: '云教提' };
const number = (pattern: string, given: NumberValues = values): string => {
  const formatted = formatNumber(pattern, given);
  return formatted.ok ? formatted.number : formatted.refusal.code;
};

describe('numbers by pattern', () => {
  test.each([
    ['{year}{serial:4}', '20220337'],
    ['{term:2}{session:1}{serial:3}', '124337'],
    ['{prefix}〔{year}〕{serial}号', '云教提〔2022〕337号'],
    ['{term}-{session}-{serial}', '12-4-337'],
    ['第{serial}号', '第337号'],
  ])('%s gives %s', (pattern, expected) => {
    expect(number(pattern)).toBe(expected);
  });

  test('a serial may outgrow its width at the end, for a year with ten thousand is still a year', () => {
    expect(number('{year}{serial:4}', { ...values, serial: 10_000 })).toBe('202210000');
    expect(number('{serial:3}号', { ...values, serial: 1234 })).toBe('1234号');
  });

  test('a number that would be mistaken for another is refused', () => {
    expect(formatNumber('{term:2}{session:1}{serial:3}', { ...values, session: 11 })).toEqual({
      ok: false,
      refusal: { code: 'value-too-wide', placeholder: 'session', value: 11 },
    });
  });

  test.each([
    ['{term:2}{serial:3}', { year: 2026, serial: 1 }, 'value-missing'],
    ['{prefix}{serial}', { year: 2026, serial: 1, prefix: '' }, 'value-missing'],
    ['{serial}', { year: 2026, serial: 0 }, 'value-invalid'],
    ['{serial}', { year: 2026, serial: 1.5 }, 'value-invalid'],
    ['{year}{serial}', { year: 26, serial: 1 }, 'value-invalid'],
    ['{year', { year: 2026, serial: 1 }, 'pattern-faulty'],
  ])('%s of %j: %s', (pattern, given, code) => {
    expect(number(pattern, given)).toBe(code);
  });

  test('different values never share a number, and none is cut', () => {
    const patterns = ['{year}{serial:4}', '{term:2}{session:1}{serial:3}', '{term}-{session}/{year}{serial}'];
    const one = fc.record({
      year: fc.integer({ min: 1990, max: 2090 }),
      term: fc.integer({ min: 1, max: 120 }),
      session: fc.integer({ min: 1, max: 12 }),
      serial: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 200_000 })),
    });
    fc.assert(
      fc.property(fc.constantFrom(...patterns), one, one, (pattern, a, b) => {
        const used = caseNoPlaceholders.filter((name) => pattern.includes(`{${name}`));
        const [first, second] = [formatNumber(pattern, a), formatNumber(pattern, b)];
        if (!first.ok || !second.ok) return;
        expect(first.number === second.number).toBe(used.every((name) => a[name] === b[name]));
        expect(first.number).toContain(String(a.serial));
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('patterns', () => {
  const codes = (pattern: string) =>
    numberPatternProblems(pattern, documentNoPlaceholders).map(({ code, piece }) =>
      `${code} ${piece}`.trim(),
    );

  test.each([
    ['{year}{serial:4}', []],
    ['', ['pattern-empty', 'serial-missing']],
    ['{year}', ['serial-missing']],
    ['{year}{serial', ['pattern-brace {', 'serial-missing']],
    ['{year}}{serial}', ['pattern-brace }']],
    ['{jahr}{serial}', ['placeholder-unknown {jahr}']],
    ['{}{serial}', ['placeholder-unknown {}']],
    ['{serial:0}', ['width-invalid {serial:0}', 'serial-missing']],
    ['{serial:x}', ['width-invalid {serial:x}', 'serial-missing']],
    ['{serial:10}', ['width-invalid {serial:10}', 'serial-missing']],
    ['{term}{session}{serial}', ['width-missing {term}', 'width-missing {session}']],
    ['{serial}0', ['width-missing {serial}']],
    ['{term}届{serial}', []],
  ])('%j: %j', (pattern, expected) => {
    expect(codes(pattern)).toEqual(expected);
  });

  test('a placeholder of another use is unknown', () => {
    expect(numberPatternProblems('{prefix}{serial}', caseNoPlaceholders)).toEqual([
      { code: 'placeholder-unknown', piece: '{prefix}' },
    ]);
    expect(parsePattern('{caseNo}号', titlePlaceholders)).toEqual({
      parts: [
        { kind: 'slot', name: 'caseNo', width: null },
        { kind: 'literal', text: '号' },
      ],
      problems: [],
    });
  });
});

describe('Chinese numerals', () => {
  test.each([
    [0, '零'],
    [1, '一'],
    [7, '七'],
    [10, '十'],
    [11, '十一'],
    [14, '十四'],
    [20, '二十'],
    [21, '二十一'],
    [100, '一百'],
    [105, '一百零五'],
    [110, '一百一十'],
    [214, '二百一十四'],
    [1001, '一千零一'],
    [1010, '一千零一十'],
    [1100, '一千一百'],
    [9999, '九千九百九十九'],
  ])('%i is %s', (value, expected) => {
    expect(toChineseNumeral(value)).toBe(expected);
  });

  test('all numbers differ, and what cannot be written is a fault', () => {
    const all = new Set(Array.from({ length: 10_000 }, (_, value) => toChineseNumeral(value)));
    expect(all.size).toBe(10_000);
    for (const value of [-1, 10_000, 1.5, Number.NaN])
      expect(() => toChineseNumeral(value)).toThrow(RangeError);
  });
});

describe('letter titles', () => {
  const title = {
    organName: '云川市人民代表大会',
    term: 7,
    session: 3,
    caseNo: '20230257',
    title: '关于{加装}电梯的建议',
  };

  test('term and session are written in Chinese numerals', () => {
    expect(
      formatLetterTitle('关于{organName}第{termZh}届第{sessionZh}次会议第{caseNo}号建议的答复', title),
    ).toBe('关于云川市人民代表大会第七届第三次会议第20230257号建议的答复');
  });

  test('braces in a matter’s own title are left alone, and a faulty placeholder stays to be seen', () => {
    expect(formatLetterTitle('{title}（{wrong}）', title)).toBe('关于{加装}电梯的建议（{wrong}）');
  });
});
