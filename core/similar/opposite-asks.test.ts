import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Asking, oppositeAsks } from './opposite-asks.ts';

const of = (title: string, ...asks: readonly string[]): Asking => ({ title, asks });

test('opposite asks are found in titles and in numbered asks, with the words that say so', () => {
  expect(oppositeAsks(of('关于增加公交班次的建议'), of('关于减少公交班次的建议'))).toEqual(['增加', '减少']);
  expect(
    oppositeAsks(
      of('关于烟花爆竹管理的建议', '在中心城区禁止燃放烟花爆竹'),
      of('关于春节燃放烟花爆竹的建议', '春节期间允许燃放烟花爆竹'),
    ),
  ).toEqual(['禁止', '允许']);
});

test.each([
  [of('关于增加公交班次的建议'), of('关于增加公交班次和线路的建议')],
  // Different things, though one wants more and the other less.
  [of('关于增设社区食堂的建议'), of('关于减少中小学生作业的建议')],
  // Against taking away is for keeping.
  [of('关于保留城南菜市场的建议'), of('关于不宜取消城南菜市场的建议')],
  [of('关于公交的建议', '增加夜间班次'), of('关于公交的建议', '降低票价')],
])('what does not pull opposite ways is not said to: %j %j', (one, other) => {
  expect(oppositeAsks(one, other)).toBeNull();
});

test('a side that asks for both is no evidence', () => {
  const both = of('关于公交班次的建议', '增加公交班次', '减少公交班次');
  expect(oppositeAsks(both, of('关于减少公交班次的建议'))).toBeNull();
});

test('whoever stands first, it is found or not, and nobody is against himself', () => {
  const said = fc.constantFrom(
    '增加公交班次',
    '减少公交班次',
    '禁止燃放烟花爆竹',
    '允许燃放烟花爆竹',
    '增设护学岗',
  );
  const side = fc.record({ title: said, asks: fc.array(said, { maxLength: 4 }) });
  fc.assert(
    fc.property(side, side, (one, other) => {
      expect(oppositeAsks(other, one) === null).toBe(oppositeAsks(one, other) === null);
      expect(oppositeAsks(one, one)).toBeNull();
    }),
  );
});
