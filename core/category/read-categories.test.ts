import { describe, expect, test } from 'vitest';
import type { Sheet } from '../catalogue/sheet.ts';
import { readCategories } from './read-categories.ts';

const sheet = (...cells: readonly (readonly (string | null)[])[]): Sheet => ({
  name: '类别',
  hidden: false,
  cells,
  merges: [],
  rows: cells.length,
  columns: Math.max(...cells.map((row) => row.length)),
  hiddenRows: [],
});

describe('a list of categories', () => {
  test('is found below its title, in whatever order the columns stand', () => {
    const rows = readCategories([
      sheet(
        ['云川市政协提案类别表'],
        ['类别名称', '编号', '上级类别'],
        ['经济建设', 'A', null],
        ['工业', 'A1', '经济建设'],
        [null, 'A2', '经济建设'],
      ),
    ]);
    expect(rows).toEqual([
      { code: 'A', nameZh: '经济建设', nameEn: '', parent: '' },
      { code: 'A1', nameZh: '工业', nameEn: '', parent: '经济建设' },
    ]);
  });

  test('numbers what has no code, takes each name once, and passes over hidden sheets', () => {
    const hidden = { ...sheet(['类别'], ['旧']), hidden: true };
    expect(readCategories([hidden, sheet(['类别'], ['教育'], ['教育'], ['卫生'])])).toEqual([
      { code: '01', nameZh: '教育', nameEn: '', parent: '' },
      { code: '02', nameZh: '卫生', nameEn: '', parent: '' },
    ]);
    expect(readCategories([sheet(['姓名', '电话'], ['甲', '1'])])).toBeNull();
  });
});
