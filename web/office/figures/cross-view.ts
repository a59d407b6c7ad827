/** A cross-table as it is drawn: what stands in which cell, and what of it a chart shows. */
import type { CrossTable } from './figure-texts.ts';
import type { ChartData } from './chart-option.ts';
import { type Dimension, noneKey, otherKey } from './figures-view.ts';

export type Cell = CrossTable['total'];

/** What has an order of its own, as years have; everything else stands with the largest first. */
const ordered: readonly Dimension[] = [
  'year',
  'term',
  'session',
  'level',
  'role',
  'class',
  'round',
  'attitude',
  'outcome',
];
const last: readonly string[] = [noneKey, otherKey];

/** The table with its rows in the order in which they are read. */
export const inOrder = (table: CrossTable, rows: Dimension): CrossTable => {
  if (ordered.includes(rows)) return table;
  const size = ({ key }: { readonly key: string }): number => {
    const total = rowTotal(table, key);
    return last.includes(key) ? -1 - last.indexOf(key) : (total?.denominator ?? total?.numerator ?? 0);
  };
  return { ...table, rows: table.rows.toSorted((a, b) => size(b) - size(a)) };
};

/** The cell of a row and a column; null: nothing is counted there. */
export const cellAt = ({ cells }: CrossTable, row: string, column: string): Cell | null =>
  cells.find((one) => one.row === row && one.column === column) ?? null;

export const rowTotal = ({ rowTotals }: CrossTable, row: string): Cell | null =>
  rowTotals.find((one) => one.row === row) ?? null;

export const columnTotal = ({ columnTotals }: CrossTable, column: string): Cell | null =>
  columnTotals.find((one) => one.column === column) ?? null;

/** Whether a row has numbers that were published and have no rows behind them. */
export const isPublished = ({ rowTotals, cells }: CrossTable, row: string): boolean =>
  [...rowTotals, ...cells].some((one) => one.row === row && one.origin === 'published');

type Names = {
  readonly pick: (text: { readonly zh: string; readonly en: string }) => string;
  /** The name of the figure. */
  readonly figure: string;
};

const isShare = ({ total }: CrossTable): boolean => total.denominator !== null;

const drawnOf = (cell: Cell | null, share: boolean): number | null => {
  if (cell === null) return share ? null : 0;
  if (!share) return cell.numerator;
  return cell.value === null ? null : Number(cell.value);
};

/** Rows beyond this are in the table only. */
export const mostDrawn = 16;
const mostSeries = 8;

/** The chart of a table: its rows along the axis, its columns side by side. */
export const chartOf = (
  table: CrossTable,
  shows: 'count' | 'percent' | 'ratio',
  { pick, figure }: Names,
): ChartData => {
  const share = isShare(table);
  const rows = table.rows.slice(0, mostDrawn);
  const columns = table.columns.slice(0, mostSeries);
  return {
    labels: rows.map(({ name }) => pick(name)),
    published: rows.map(({ key }) => isPublished(table, key)),
    percent: shows === 'percent',
    series:
      columns.length === 0
        ? [{ name: figure, values: rows.map(({ key }) => drawnOf(rowTotal(table, key), share)) }]
        : columns.map(({ key: column, name }) => ({
            name: pick(name),
            values: rows.map(({ key }) => drawnOf(cellAt(table, key, column), share)),
          })),
  };
};
