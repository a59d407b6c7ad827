import { cellAt, type Sheet } from '../catalogue/sheet.ts';

export type CategoryRow = {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** The parent's code or Chinese name, as the list has it; empty: a category of the first level. */
  readonly parent: string;
};

const headings = {
  code: ['代码', '编号', '编码', '序号', 'code', 'no'],
  nameZh: ['类别', '名称', '类别名称', '中文名称', '分类', 'name', 'category'],
  nameEn: ['英文名称', '英文', 'english', 'name (en)'],
  parent: ['上级', '上级类别', '所属类别', '大类', 'parent'],
} as const satisfies Record<keyof CategoryRow, readonly string[]>;

const keyOf = (text: string | null): string =>
  (text ?? '').normalize('NFKC').replace(/\s+/g, '').toLowerCase();

const columnsOf = (sheet: Sheet, row: number): Partial<Record<keyof CategoryRow, number>> => {
  const found: Partial<Record<keyof CategoryRow, number>> = {};
  for (let column = 0; column < sheet.columns; column += 1) {
    const key = keyOf(cellAt(sheet, row, column));
    for (const field of Object.keys(headings) as (keyof CategoryRow)[])
      if (found[field] === undefined && headings[field].some((heading) => keyOf(heading) === key))
        found[field] = column;
  }
  return found;
};

/** Rows among which the heading is looked for; lists carry a title above it. */
const headRows = 10;

/**
 * The categories of a list in a workbook: the first visible sheet with a heading that names a category. A row without
 * a code gets its place in the list; null: no such heading.
 */
export const readCategories = (sheets: readonly Sheet[]): readonly CategoryRow[] | null => {
  for (const sheet of sheets.filter(({ hidden }) => !hidden))
    for (let head = 0; head < Math.min(headRows, sheet.rows); head += 1) {
      const { nameZh, code, nameEn, parent } = columnsOf(sheet, head);
      if (nameZh === undefined) continue;
      const text = (row: number, column: number | undefined): string =>
        column === undefined ? '' : (cellAt(sheet, row, column) ?? '').trim();
      const rows: CategoryRow[] = [];
      const names = new Set<string>();
      for (let row = head + 1; row < sheet.rows; row += 1) {
        const name = text(row, nameZh);
        if (name === '' || names.has(name)) continue;
        names.add(name);
        const own = text(row, code);
        rows.push({
          code: own === '' ? String(rows.length + 1).padStart(2, '0') : own,
          nameZh: name,
          nameEn: text(row, nameEn),
          parent: text(row, parent),
        });
      }
      return rows;
    }
  return null;
};
