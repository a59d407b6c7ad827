import { headerKey } from './field-names.ts';
import type { ColumnField } from './fields.ts';
import { looksLikeUnit } from './parse-units.ts';
import { compact, oneLine } from './plain-text.ts';
import { cellAt, type MergeIndex, type Sheet } from './sheet.ts';

export type RowClass = 'data' | 'blank' | 'header' | 'total' | 'note' | 'section';

export type ClassifiedRow = {
  /** Zero-based. */
  readonly row: number;
  readonly class: RowClass;
  /** The text of a section line, without its numbering and its count. */
  readonly section: string | null;
};

export type TableShape = {
  readonly headers: readonly string[];
  readonly fields: ReadonlyMap<number, ColumnField>;
  readonly firstDataRow: number;
};

const totalWord =
  /^(?:合计|总计|小计|共计|累计|总数|汇总|总合计|本页小计|本页合计|件数合计|total)(?:[::].*|[(（].*|\d*[件条项]?)$/i;
const countLine =
  /^(?:以上)?(?:共|总共|合计|共计|总计|小计)(?:收到|立案|交办|提出|有)?.{0,8}\d+.{0,3}[件条项份]/;
const noteLine =
  /^(?:注|备注|说明|附注|填表说明|注意|填表人|填报人|制表人?|审核人?|负责人|联系人|填报单位|报送单位|制表单位|单位\(盖章\)|统计单位|填表日期|制表日期|日期|单位|打印时间|打印日期|导出时间|第\d+页|数据来源)\s*(?:[:：\d]|\(|$)/;

/** What stands in the title column of a total line: 合计, 12件, 主办8件会办4件. */
const isCount = (text: string): boolean =>
  totalWord.test(text) ||
  countLine.test(text) ||
  (text.length < 20 && /^\D{0,6}\d+[件条项个份]?(?:[,，、;；]?\D{0,6}\d+[件条项个份])*$/.test(text));

type Filled = { readonly column: number; readonly text: string };

const filledCells = (sheet: Sheet, row: number): Filled[] => {
  const found: Filled[] = [];
  const cells = sheet.cells[row] ?? [];
  for (let column = 0; column < cells.length; column += 1) {
    const text = cellAt(sheet, row, column);
    // The beginning is enough to tell the kinds of rows apart.
    if (text !== null) found.push({ column, text: text.slice(0, 120) });
  }
  return found;
};

/** The texts of the heading's levels, column by column, as they are compared. */
const headerLevels = (headers: readonly string[]): readonly ReadonlySet<string>[] =>
  headers.map((header) => new Set(header.split('/').map(headerKey)));

const repeatsHeader = (filled: readonly Filled[], levels: readonly ReadonlySet<string>[]): boolean => {
  const most = Math.floor(filled.length * 0.3);
  let strange = 0;
  for (const { column, text } of filled) {
    const key = text.length > 60 ? '' : headerKey(text);
    if (key === '' || levels[column]?.has(key) !== true) strange += 1;
    if (strange > most) return false;
  }
  return filled.length >= 2;
};

/** The line 1, 2, 3 … or 甲, 乙, 丙 … that some forms have under the heading. */
const countsColumns = (filled: readonly Filled[]): boolean => {
  const marks = filled.map(({ text }) => compact(text).replace(/^[([]|[)\]]$/g, ''));
  const counts = (series: string, value: (mark: string) => number): boolean =>
    marks.every((mark) => series === '' || series.includes(mark)) &&
    marks.every((mark, index) => index === 0 || value(mark) === value(marks[index - 1] ?? '') + 1);
  if (filled.length < 3) return false;
  return (
    counts('', (mark) => (/^\d{1,2}$/.test(mark) ? Number(mark) : Number.NaN)) ||
    counts('甲乙丙丁戊己庚辛壬癸', (mark) => '甲乙丙丁戊己庚辛壬癸'.indexOf(mark)) ||
    counts('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (mark) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(mark))
  );
};

const sectionText = (text: string): string =>
  oneLine(text)
    .replace(/^(?:第?[\d一二三四五六七八九十]+(?:[、.．]|部分)|[（(][\d一二三四五六七八九十]+[）)])\s*/, '')
    .replace(/[（(【]?\s*(?:共|计)?\s*\d+\s*[件条项份]\s*[）)】]?\s*$/, '')
    .replace(/[:：]$/, '')
    .trim();

const hasOwnMatter = (sheet: Sheet, merges: MergeIndex, shape: TableShape, row: number): boolean => {
  for (const [column, field] of shape.fields) {
    if (field !== 'title' && field !== 'caseNo') continue;
    const merge = merges.at(row, column);
    if (merge !== null && merge.c2 > merge.c1) continue;
    if (cellAt(sheet, merge?.r1 ?? row, column) !== null) return true;
  }
  return false;
};

const isLoneLine = (
  filled: readonly Filled[],
  merges: MergeIndex,
  row: number,
  shape: TableShape,
): boolean => {
  const only = filled[0];
  if (filled.length !== 1 || only === undefined) return false;
  const merge = merges.at(row, only.column);
  if (merge !== null && merge.c2 - merge.c1 >= 1) return true;
  const field = shape.fields.get(only.column) ?? 'ignored';
  const numbered = /^(?:第?[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[）)])/.test(
    only.text.trim(),
  );
  if (field === 'title') return numbered && looksLikeUnit(sectionText(only.text));
  // Anywhere but at the left edge a lone text goes on with the row above (a further unit, a further name).
  const leftmost = Math.min(...shape.fields.keys(), Number.MAX_SAFE_INTEGER);
  const isMatter = field === 'caseNo' && /\d/.test(only.text) && !numbered;
  return only.column <= leftmost && !isMatter && !field.startsWith('units');
};

const classify = (
  sheet: Sheet,
  merges: MergeIndex,
  shape: TableShape & { readonly levels: readonly ReadonlySet<string>[] },
  row: number,
): ClassifiedRow => {
  const filled = filledCells(sheet, row);
  const only = filled[0];
  if (only === undefined) {
    const spoken = [...shape.fields].some(([column, field]) => {
      const merge = merges.at(row, column);
      return (
        field !== 'ignored' &&
        merge !== null &&
        merge.r1 < row &&
        merge.c1 === column &&
        merge.r1 >= shape.firstDataRow
      );
    });
    return { row, class: spoken ? 'data' : 'blank', section: null };
  }
  // Pre-printed line numbers of lines that nobody filled in.
  const isEmptyLine =
    filled.length === 1 &&
    /^\d+$/.test(only.text) &&
    (shape.fields.get(only.column) ?? 'ignored') === 'ignored';
  if (isEmptyLine) return { row, class: 'blank', section: null };
  if (row === shape.firstDataRow && countsColumns(filled)) return { row, class: 'header', section: null };
  if (repeatsHeader(filled, shape.levels)) return { row, class: 'header', section: null };
  const leading = filled.slice(0, 3).map(({ text }) => compact(text));
  const titleColumn = [...shape.fields].find(([, field]) => field === 'title')?.[0];
  const title = titleColumn === undefined ? null : cellAt(sheet, row, titleColumn);
  const titled = title !== null && !isCount(compact(title.slice(0, 120)));
  const isTotal = leading.some(
    (text, index) => totalWord.test(text) || (index === 0 && countLine.test(text)),
  );
  if (isTotal && (!titled || filled.length <= 1)) return { row, class: 'total', section: null };
  const lone = isLoneLine(filled, merges, row, shape);
  const isNote =
    noteLine.test(leading[0] ?? '') &&
    (lone || (!hasOwnMatter(sheet, merges, shape, row) && filled.length <= 6));
  const notedInFirst = noteLine.test(leading[0] ?? '') && filled.length <= 2 && only.column === 0 && !titled;
  if (isNote || notedInFirst) return { row, class: 'note', section: null };
  if (lone) {
    const text = sectionText(only.text);
    return text.length > 40
      ? { row, class: 'note', section: null }
      : { row, class: 'section', section: text };
  }
  return { row, class: 'data', section: null };
};

/** Says of every row under the heading what it is: a matter, or one of the lines that offices put between. */
export const classifyRows = (
  sheet: Sheet,
  merges: MergeIndex,
  shape: TableShape,
): readonly ClassifiedRow[] => {
  const known = { ...shape, levels: headerLevels(shape.headers) };
  const rows: ClassifiedRow[] = [];
  for (let row = shape.firstDataRow; row < sheet.rows; row += 1)
    rows.push(classify(sheet, merges, known, row));
  return rows;
};
