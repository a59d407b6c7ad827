import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arrangeByCategory, type CategoryPlace } from './arrange.ts';

const place = (id: number, parentId: number | null): CategoryPlace => ({
  id,
  code: String(id).padStart(2, '0'),
  nameZh: `类${id}`,
  nameEn: '',
  parentId,
});

it('puts parents before their children and counts what stands below', () => {
  const tree = [place(2, null), place(1, null), place(3, 1)];
  const items = ['类3', '类1', '类3', null, '旧类', '类2'];
  expect(
    arrangeByCategory(tree, items, (item) => item).map(({ of, depth, own, total }) => [
      of === 'none' ? of : 'unknown' in of ? of.unknown : of.nameZh,
      depth,
      own.length,
      total,
    ]),
  ).toEqual([
    ['类1', 0, 1, 3],
    ['类3', 1, 2, 2],
    ['类2', 0, 1, 1],
    ['旧类', 0, 1, 1],
    ['none', 0, 1, 1],
  ]);
});

it('whatever the tree looks like, circles included, each item stands once and the first level adds up', () => {
  const trees = fc
    .array(fc.integer({ min: 0, max: 12 }), { maxLength: 12 })
    .map((parents) => parents.map((parent, at) => place(at + 1, parent === 0 ? null : parent)));
  const words = fc.option(fc.integer({ min: 1, max: 15 }).map((n) => `类${n}`));
  fc.assert(
    fc.property(trees, fc.array(words, { maxLength: 40 }), (tree, given) => {
      const items = given.map((word, at) => ({ word, at }));
      const branches = arrangeByCategory(tree, items, ({ word }) => word);
      const places = branches.flatMap(({ own }) => own.map(({ at }) => at)).toSorted((a, b) => a - b);
      expect(places).toEqual(items.map(({ at }) => at));
      const first = branches.filter(({ depth }) => depth === 0);
      expect(first.reduce((sum, { total }) => sum + total, 0)).toBe(items.length);
      expect(branches.every(({ total }) => total > 0)).toBe(true);
    }),
  );
});
