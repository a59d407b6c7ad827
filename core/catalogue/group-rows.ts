import type { ColumnField } from './fields.ts';
import { titleKey } from './plain-text.ts';
import type { RecognisedTable } from './recognise-table.ts';
import { bodyText, cellAt, type MergeIndex, type Sheet } from './sheet.ts';

/** No matter has more lines; a file in which one would is not read as one. */
const mostLines = 300;

/** The lines of a sheet that belong to one matter. */
export type RowGroup = {
  readonly rows: readonly number[];
  /** The section line above, if any. */
  readonly section: string | null;
  /** Lines that were joined although no merged cell says so. */
  readonly continued: readonly number[];
};

const columnOf = (table: RecognisedTable, field: ColumnField): number | null =>
  table.columns.find((column) => column.field === field)?.column ?? null;

/** The text that begins at this very line: a merged cell begins only at its first line. */
const ownText = (sheet: Sheet, merges: MergeIndex, row: number, column: number | null): string | null => {
  if (column === null) return null;
  const merge = merges.at(row, column);
  return merge !== null && (merge.r1 < row || merge.c1 < column) ? null : cellAt(sheet, row, column);
};

const coveredFromAbove = (merges: MergeIndex, row: number, column: number | null): boolean =>
  column !== null && (merges.at(row, column)?.r1 ?? row) < row;

/**
 * Puts the lines of one matter together: lines under a merged title or number, and lines that leave both empty
 * and only add something (a further unit, a further name).
 */
export const groupRows = (sheet: Sheet, merges: MergeIndex, table: RecognisedTable): readonly RowGroup[] => {
  const title = columnOf(table, 'title');
  const caseNo = columnOf(table, 'caseNo');
  const groups: { rows: number[]; section: string | null; continued: number[] }[] = [];
  let section: string | null = null;
  let broken = true;
  for (const line of table.rows) {
    if (line.class === 'section') section = line.section;
    if (line.class !== 'data') {
      // A blank line or a repeated heading between two pages does not end a matter that a merged cell holds together.
      broken = broken || line.class !== 'header';
      continue;
    }
    const { row } = line;
    const ownTitle = ownText(sheet, merges, row, title);
    const ownNo = ownText(sheet, merges, row, caseNo);
    const last = groups.at(-1);
    const merged = coveredFromAbove(merges, row, title) || coveredFromAbove(merges, row, caseNo);
    const sameTitle =
      ownTitle !== null &&
      last !== undefined &&
      titleKey(ownTitle) === titleKey(bodyText(sheet, merges, last.rows[0] ?? row, title ?? 0) ?? '');
    const adds = ownNo === null && (ownTitle === null || (merged && sameTitle));
    if (last !== undefined && adds && (merged || !broken) && last.rows.length < mostLines) {
      last.rows.push(row);
      if (!merged) last.continued.push(row);
    } else groups.push({ rows: [row], section, continued: [] });
    broken = false;
  }
  return groups;
};
