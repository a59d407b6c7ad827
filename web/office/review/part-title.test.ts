import { expect, test } from 'vitest';
import { partTitle } from './part-title.ts';

test('a part is called after its first ask', () => {
  expect(partTitle(['在城东片区新建一所三十六班小学', '贯通东一路'], 'suggestion')).toBe(
    '关于在城东片区新建一所三十六班小学的建议',
  );
  expect(partTitle(['建议年内贯通东一路。并设置非机动车道'], 'proposal')).toBe('关于年内贯通东一路的提案');
});

test('a long ask gives its first clause, and a part without asks no title', () => {
  const long = `整治占道停车，${'在七所小学周边三百米内开放机关停车场供错时停放'.repeat(2)}`;
  expect(partTitle([long], 'suggestion')).toBe('关于整治占道停车的建议');
  expect([...partTitle(['长'.repeat(200)], 'suggestion')].length).toBeLessThanOrEqual(45);
  expect(partTitle([], 'suggestion')).toBe('');
  expect(partTitle(['  '], 'suggestion')).toBe('');
});
