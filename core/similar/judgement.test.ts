import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Features, featuresOf } from './features.ts';
import { judge, type Signs, signsOf } from './judgement.ts';

const none: Signs = {
  topic: 0,
  facets: 0,
  otherFacets: 0,
  covered: 0,
  kinds: 0,
  askShare: 0,
  askPart: 0,
  otherAsk: 0,
  noAsk: 0,
  otherSide: 0,
  otherKeeping: 0,
  otherCourse: 0,
  sameAction: 0,
  otherAction: 0,
};

const of = (title: string): Features => featuresOf({ title });
const signs = (a: string, b: string): Signs => signsOf(of(a), of(b), 0.5);

describe('signs of one ask', () => {
  test('are the same both ways, and each from 0 to 1', () => {
    const titles = fc.constantFrom(
      '关于整治二手车市场的建议',
      '关于规范旧机动车买卖的提案',
      '关于增加夜班公交的建议',
      '关于加强村级图书室管理的建议',
      '修路',
    );
    fc.assert(
      fc.property(titles, titles, (a, b) => {
        expect(signs(a, b)).toEqual(signs(b, a));
        for (const value of Object.values(signs(a, b))) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('words of one sense cover one another, strangers do not', () => {
    expect(signs('关于整治二手车市场的建议', '关于旧机动车买卖的提案').covered).toBeGreaterThan(0.5);
    expect(signs('关于整治二手车市场的建议', '关于古树挂牌的提案').covered).toBeLessThan(0.2);
  });

  test('what one wants promoted and the other kept in order is another course', () => {
    expect(signs('关于扶持乡村民宿发展的建议', '关于规范民宿经营的提案').otherCourse).toBe(1);
  });

  test('a title that lists many asks shares little with one that names one of them', () => {
    const many = '关于公交站、公厕、烟花爆竹、献血和森林防火的建议';
    expect(signs(many, '关于增设公厕的提案').askPart).toBeLessThan(0.6);
  });
});

describe('the judgement', () => {
  test('is 0 where nothing is shared', () => {
    expect(judge(none)).toBe(0);
    expect(judge({ ...none, noAsk: 1, sameAction: 1 })).toBe(0);
  });

  test('rises with a shared ask and falls with another course', () => {
    const near = judge({ ...none, topic: 0.6, covered: 0.5 });
    const shared = judge({ ...none, topic: 0.6, covered: 0.5, askShare: 1, askPart: 1 });
    expect(shared).toBeGreaterThan(near);
    expect(
      judge({ ...none, topic: 0.6, covered: 0.5, askShare: 1, askPart: 1, otherCourse: 1 }),
    ).toBeLessThan(shared);
    expect(shared).toBeLessThan(1);
  });
});
