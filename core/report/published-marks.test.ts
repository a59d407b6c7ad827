/** What was only published never stands in a report as if it had been counted. */
import { describe, expect, test } from 'vitest';
import { fieldText, renderRuns } from './render.ts';
import { fieldKey } from './question.ts';
import { type FieldPart, type FieldValue, type FigureField, noValues, type ReportScope } from './report.ts';

const scope: ReportScope = {
  kind: 'congressAnnual',
  period: { kind: 'year', year: 2020 },
  organId: 1,
  unitId: null,
};
const asOf = '2020-12-31';
const field = (part: FieldPart): FigureField => ({
  key: part,
  figure: 'classShare:A',
  filters: {},
  decimals: null,
  part,
  wording: 'exact',
  whenNone: 'say',
});

/** 2020: 248 of 388 replies of class A, and 56.7 % the year before. */
const value = (origin: 'counted' | 'published'): FieldValue => ({
  numerator: 248,
  denominator: 388,
  value: '63.9',
  text: '63.9 %',
  name: { zh: 'A类占比', en: 'share of class A' },
  shows: 'percent',
  unit: 'replies',
  origin: 'counted',
  asOf: '2020-12-31T15:59:59.999Z',
  explanation: { zh: '…', en: '…' },
  compared: {
    value: '56.7',
    text: '56.7 %',
    year: 2019,
    difference: '7.2',
    differenceText: { zh: '提高 7.2 个百分点', en: 'up 7.2 percentage points' },
    ...(origin === 'published' ? { origin, source: '2019年年报' } : {}),
  },
});

const sentence = (...parts: readonly FieldPart[]): string => {
  const how = {
    scope,
    language: 'zh',
    values: { ...noValues, figures: { [fieldKey(scope, asOf, field('value'))]: value('published') } },
  } as const;
  const runs = [...parts.map((part) => ({ field: field(part) })), { text: '。' }];
  return renderRuns(runs, asOf, how)
    .map(({ text }) => text)
    .join('');
};

describe('a value of last year that was only published', () => {
  test('says so, and so does the difference from it', () => {
    expect(fieldText(field('compared'), value('published'), 'zh')).toBe('56.7 %（公布数）');
    expect(fieldText(field('compared'), value('published'), 'en')).toBe('56.7 % (as published)');
    expect(fieldText(field('difference'), value('published'), 'zh')).toBe(
      '提高 7.2 个百分点（与上年公布数相比）',
    );
  });

  test('is marked once in a sentence that prints it and the difference', () => {
    expect(sentence('compared', 'difference')).toBe('56.7 %（公布数）提高 7.2 个百分点。');
    expect(sentence('difference')).toBe('提高 7.2 个百分点（与上年公布数相比）。');
  });

  test('leaves what was counted unmarked', () => {
    expect(fieldText(field('compared'), value('counted'), 'zh')).toBe('56.7 %');
    expect(fieldText(field('difference'), value('counted'), 'en')).toBe('up 7.2 percentage points');
    expect(fieldText(field('value'), value('published'), 'zh')).toBe('63.9 %');
  });
});
