import { describe, expect, test } from 'vitest';
import { branchesOf } from './unit-tree.ts';

const node = (id: number, parentId: number | null, name: string, more: object = {}) => ({
  id,
  parentId,
  name,
  nameEn: '',
  shortName: '',
  aliases: [] as readonly string[],
  system: 'government',
  state: 'active' as 'active' | 'closed',
  ...more,
});

const nodes = [
  node(1, null, '云川市交通运输局', { shortName: '市交通局', aliases: ['交委'], nameEn: 'Transport Bureau' }),
  node(2, 1, '公共交通管理科'),
  node(3, 1, '综合科', { state: 'closed' }),
  node(4, null, '云川市中级人民法院', { system: 'court' }),
  node(5, 4, '办公室'),
  node(6, null, '云川市旧城改造办', { state: 'closed' }),
];

const all = { q: '', system: '', closed: false };
const shape = (filter: typeof all) =>
  branchesOf(nodes, filter).map(({ unit, sections, opened }) => [
    unit.id,
    sections.map(({ id }) => id),
    opened,
  ]);

describe('branches of the tree of units', () => {
  test('closed units and sections are left out unless asked for', () => {
    expect(shape(all)).toEqual([
      [1, [2], false],
      [4, [5], false],
    ]);
    expect(shape({ ...all, closed: true })).toEqual([
      [1, [2, 3], false],
      [4, [5], false],
      [6, [], false],
    ]);
  });

  test.each(['交通运输', '市交通局', '交委', 'TRANSPORT', ' 交委 '])(
    'a unit is found by %j and keeps its sections',
    (q) => {
      expect(shape({ ...all, q })).toEqual([[1, [2], false]]);
    },
  );

  test('a section that is found opens its unit and hides the sections beside it', () => {
    expect(shape({ ...all, q: '公共交通管理' })).toEqual([[1, [2], true]]);
  });

  test('a system narrows to its units', () => {
    expect(shape({ ...all, system: 'court' })).toEqual([[4, [5], false]]);
    expect(shape({ ...all, system: 'court', q: '交通' })).toEqual([]);
  });
});
