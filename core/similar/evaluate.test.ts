import { describe, expect, test } from 'vitest';
import { evaluateGroups, evaluatePairs } from './evaluate.ts';

const of = (title: string, group: string | null) => ({ title, group });

describe('figures', () => {
  test('of groups count every pair once and open to their wrong pairs', () => {
    const found = evaluateGroups(
      [
        of('关于老旧小区加装电梯的建议', '电梯'),
        of('关于既有住宅增设电梯的提案', '电梯'),
        of('关于设立气象科普馆的建议', '电梯'),
        of('关于整治油烟扰民的建议', null),
        of('关于治理餐饮油烟的建议', null),
      ],
      'related',
    );
    expect(found).toMatchObject({ pairs: 10, duplicates: 3, level: 'related' });
    expect(found.figures).toMatchObject({ right: 1, missed: 2, wrong: 1, precision: 0.5 });
    expect(found.figures.recall).toBeCloseTo(1 / 3);
    expect(found.figures.f1).toBeCloseTo(0.4);
    expect(found.falsePairs).toHaveLength(1);
    expect(found.missedPairs).toHaveLength(2);
    expect(found.recallPerGroup).toBeCloseTo(1 / 3);
  });

  test('of pairs never count opposite asks as the same', () => {
    const found = evaluatePairs([
      {
        a: { title: '关于禁放烟花爆竹的建议' },
        b: { title: '关于放开烟花爆竹燃放的建议' },
        duplicate: false,
      },
      { a: { title: '关于加装电梯的建议' }, b: { title: '关于增设电梯的建议' }, duplicate: true },
    ]);
    expect(found.figures).toMatchObject({ right: 1, wrong: 0, missed: 0, f1: 1 });
    expect(found.opposite).toHaveLength(1);
  });

  test('of nothing are 0, not a fault', () => {
    expect(evaluatePairs([]).figures).toMatchObject({ precision: 0, recall: 0, f1: 0 });
  });
});
