import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAlike } from './find-alike.ts';

const said = [
  { id: 1, text: '建议增开夜班公交线路，方便夜间下班群众出行。' },
  { id: 2, text: '希望增开夜班公交线路，方便夜间下班的群众出行' },
  { id: 3, text: '加快城东片区小学建设，缓解入学压力。' },
  { id: 4, text: '减少夜班公交线路，把车投到早晚高峰' },
];

test('finds what says the same, and neither what does not nor what wants the contrary', () => {
  expect(findAlike(said, said).map(({ id, otherId }) => [id, otherId])).toEqual([
    [1, 2],
    [2, 1],
  ]);
});

test('is mutual, between 0 and 1, never itself, and of the same words 1', () => {
  const words = fc.constantFrom(...said.map(({ text }) => text), '增开公交', '新建小学', '', 'ABC');
  fc.assert(
    fc.property(fc.array(words, { maxLength: 8 }), (texts) => {
      const all = texts.map((text, at) => ({ id: at + 1, text }));
      const found = findAlike(all, all);
      const pairs = new Map(found.map(({ id, otherId, score }) => [`${id}:${otherId}`, score]));
      for (const { id, otherId, score } of found) {
        expect(id).not.toBe(otherId);
        expect(pairs.get(`${otherId}:${id}`)).toBe(score);
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(all[id - 1]?.text !== all[otherId - 1]?.text || score === 1).toBe(true);
      }
    }),
  );
});
