import { describe, expect, test } from 'vitest';
import { besideOf, findChosen, nameOf, namesToAsk, readVariants, writeVariants } from './choose-figure.ts';
import type { Definition } from './figure-texts.ts';

const set = (zh: string) => ({ name: { zh, en: zh }, sentence: { zh, en: zh }, unit: 'replies' as const });

const figure = (
  id: string,
  variants: readonly (readonly [string, string, string])[],
  beside: string[] = [],
): Definition => ({
  id,
  name: { zh: id, en: id },
  group: 'satisfaction',
  shows: 'percent',
  unit: 'replies',
  decimals: 1,
  variants: variants.map(([variant, numerator, denominator]) => ({
    id: variant,
    name: { zh: variant, en: variant },
    numerator: set(numerator),
    denominator: set(denominator),
  })),
  dimensions: ['unit'],
  beside,
  source: { zh: '惯例', en: 'practice' },
  forUnits: true,
});

const figures = [
  figure(
    'satisfactionRate',
    [
      ['final', '满意', '已评价的最终答复'],
      ['first', '满意', '已评价的首轮答复'],
    ],
    ['responseRate'],
  ),
  figure('responseRate', [
    ['final', '已评价的最终答复', '最终答复'],
    ['first', '已评价的首轮答复', '首轮答复'],
  ]),
];

const chosen = (name: string) => {
  const found = findChosen(figures, name);
  if (found === null) throw new Error(name);
  return found;
};

describe('which variant is meant', () => {
  test('an id alone is the usual one; what there is not is nothing', () => {
    expect(nameOf(chosen('responseRate'))).toBe('responseRate.final');
    expect(nameOf(chosen('responseRate.first'))).toBe('responseRate.first');
    expect(findChosen(figures, 'responseRate.second')).toBeNull();
    expect(findChosen(figures, undefined)).toBeNull();
  });

  test('beside satisfaction of a round stands the response rate of the same round', () => {
    expect(besideOf(figures, chosen('satisfactionRate.final')).map(nameOf)).toEqual(['responseRate.final']);
    expect(besideOf(figures, chosen('satisfactionRate.first')).map(nameOf)).toEqual(['responseRate.first']);
    expect(besideOf(figures, chosen('responseRate'))).toEqual([]);
  });

  test('what stands beside is asked for with the figure, and once', () => {
    expect(
      namesToAsk(figures, [chosen('satisfactionRate.first'), chosen('responseRate.final')], { filters: {} }),
    ).toEqual(['satisfactionRate.first', 'responseRate.first', 'responseRate.final']);
  });

  test('a figure is not asked what it cannot be narrowed to', () => {
    const asked = (filters: object) => namesToAsk(figures, [chosen('responseRate')], { filters });
    expect(asked({ unit: '3' })).toEqual(['responseRate.final']);
    expect(asked({ unit: '3', actKind: 'call' })).toEqual([]);
    expect(namesToAsk(figures, [chosen('responseRate')], { filters: {}, compareYear: '2025' })).toEqual([]);
  });

  test('the address holds only what is not usual, and every figure stands once', () => {
    const read = readVariants(figures, 'satisfactionRate.first,nothing.at,responseRate');
    expect(read.map(nameOf)).toEqual(['satisfactionRate.first', 'responseRate.final']);
    expect(writeVariants(read)).toBe('satisfactionRate.first');
    expect(writeVariants(readVariants(figures, undefined))).toBeUndefined();
  });
});
