import { expect, test } from 'vitest';
import { chineseDate, chineseNumeral } from './chinese-form.ts';

test.each([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [21, '二十一'],
  [99, '九十九'],
  [100, '100'],
  [0, '0'],
])('%d is %s', (value, numeral) => {
  expect(chineseNumeral(value)).toBe(numeral);
});

test('a date is written in figures without leading zeros', () => {
  expect(chineseDate('2026-03-05')).toBe('2026年3月5日');
  expect(chineseDate('2026-12-31')).toBe('2026年12月31日');
});
