import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hangCategories } from './hang-categories.ts';

const one = (id: number, nameZh: string, parentId: number | null = null) => ({
  id,
  code: `C${id}`,
  nameZh,
  parentId,
});

test('a parent is found by its name or its code, in the list or in the tree', () => {
  const tree = [one(1, '城建'), one(2, '道路'), one(3, '桥梁'), one(4, '旧类')];
  const rows = [
    { nameZh: '道路', parent: '城建' },
    { nameZh: '桥梁', parent: 'C2' },
    { nameZh: '旧类', parent: '没有' },
    { nameZh: '城建', parent: '' },
  ];
  expect(hangCategories(rows, tree)).toEqual([
    { id: 2, parentId: 1 },
    { id: 3, parentId: 2 },
  ]);
});

test('a category that hangs somewhere stays there, and none becomes its own parent', () => {
  const tree = [one(1, '甲'), one(2, '乙', 1), one(3, '丙')];
  const rows = [
    { nameZh: '乙', parent: '丙' },
    { nameZh: '丙', parent: '丙' },
    { nameZh: '甲', parent: '乙' },
  ];
  expect(hangCategories(rows, tree)).toEqual([]);
});

test('whatever a list says, the tree stays a tree', () => {
  const name = fc.integer({ min: 1, max: 8 }).map(String);
  fc.assert(
    fc.property(fc.array(fc.record({ nameZh: name, parent: name }), { maxLength: 40 }), (rows) => {
      const tree = Array.from({ length: 8 }, (_, at) => one(at + 1, String(at + 1)));
      const parents = new Map(hangCategories(rows, tree).map(({ id, parentId }) => [id, parentId]));
      for (const start of parents.keys()) {
        const seen = new Set<number>();
        for (let at: number | undefined = start; at !== undefined; at = parents.get(at)) {
          expect(seen.has(at)).toBe(false);
          seen.add(at);
        }
      }
    }),
  );
});
