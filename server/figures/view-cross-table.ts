import type { QueryOf, ResponseOf } from '#contract/endpoint.ts';
import type { figureCrossTable } from '#contract/figures.ts';
import type { Chosen } from '#core/figures/catalogue.ts';
import { type Dimension, noValue } from '#core/figures/columns.ts';
import { type Cell, findMismatches } from '#core/figures/cross.ts';
import { explain, type ValueNames, valueName } from '#core/figures/describe.ts';
import { unitOf } from '#core/figures/figure.ts';
import type { Shape } from '#core/figures/rate.ts';
import type { Tx } from '../platform/db/database.ts';
import { crossVariant, type Question } from './count.views.ts';
import { publishedRows } from './published-rows.ts';
import { momentText } from './question.ts';
import { measuredAs, shapeOf } from './view-values.ts';

type Table = ResponseOf<typeof figureCrossTable>;
type CellOut = Table['total'];

/** Values of one side that are shown one by one; the others stand together. */
const most = 500;
const others = 'other';

/** Folds the smallest values of a side together, so that a table has an end. Sets that are counted once cannot be. */
const fold = (
  cells: readonly Cell[],
  side: 'row' | 'column',
): { cells: readonly Cell[]; truncated: boolean } => {
  const other = side === 'row' ? 'column' : 'row';
  const totals = cells.filter((one) => one[side] !== null && one[other] === null);
  if (totals.length <= most) return { cells, truncated: false };
  const size = (one: Cell): number => one.denominator ?? one.numerator;
  const kept = new Set(
    [...totals]
      .sort((a, b) => size(b) - size(a))
      .slice(0, most)
      .map((one) => one[side]),
  );
  const folded = new Map<string, Cell>();
  for (const one of cells) {
    const value = one[side] === null || kept.has(one[side]) ? one[side] : others;
    const moved = { ...one, [side]: value };
    const key = JSON.stringify([moved.row, moved.column]);
    const before = folded.get(key);
    folded.set(
      key,
      before === undefined
        ? moved
        : {
            ...moved,
            numerator: before.numerator + one.numerator,
            denominator: one.denominator === null ? null : (before.denominator ?? 0) + one.denominator,
          },
    );
  }
  return { cells: [...folded.values()], truncated: true };
};

const order = (a: string, b: string): number =>
  a === noValue || b === noValue || a === others || b === others
    ? Number(a === others) - Number(b === others) || Number(a === noValue) - Number(b === noValue)
    : a.localeCompare(b, 'zh', { numeric: true });

const headings = (cells: readonly Cell[], side: 'row' | 'column', dimension: Dimension, names: ValueNames) =>
  [...new Set(cells.flatMap((one) => one[side] ?? []))].sort(order).map((key) => ({
    key,
    name: key === others ? { zh: '其余', en: 'the rest' } : valueName(dimension, key, names),
  }));

const blank: CellOut = {
  numerator: 0,
  denominator: null,
  value: null,
  text: '—',
  origin: 'counted',
  derived: false,
};

const introduction = (question: Question, { figure, variant }: Chosen, shape: Shape, names: ValueNames) => ({
  figure: figure.id,
  variant: variant.id,
  unit: unitOf(variant),
  asOf: question.when.asOf,
  explanation: explain(shape, variant, {
    filters: question.filters,
    asOf: question.when.asOf,
    asOfText: momentText(question.when.asOf),
    names,
  }),
});

/** A figure by any two dimensions, with totals that were counted by themselves and told where parts do not give them. */
export const viewCrossTable = async (
  tx: Tx,
  question: Question,
  query: QueryOf<typeof figureCrossTable>,
  chosen: Chosen,
  names: ValueNames,
): Promise<Table> => {
  const { figure, variant } = chosen;
  const shape = shapeOf(figure, query.decimals);
  const { rows, columns } = query;
  const counted = await crossVariant(tx, question, variant, { rows, columns: columns ?? null });
  // Without columns, the grouping over them tells each row twice.
  const single = columns === undefined ? counted.filter(({ column }) => column === null) : counted;
  const byRow = fold(single, 'row');
  const byColumn = columns === undefined ? byRow : fold(byRow.cells, 'column');
  const { cells } = byColumn;
  const cellOut = (one: Cell): CellOut => ({ ...measuredAs(one, shape), derived: false });
  const rowTotals = cells.flatMap((one) =>
    one.row !== null && one.column === null ? [{ ...cellOut(one), row: one.row }] : [],
  );
  const total = cells.find(({ row, column }) => row === null && column === null);
  const published =
    rows === 'year'
      ? await publishedRows(tx, question, chosen, columns, shape, new Set(rowTotals.map(({ row }) => row)))
      : [];
  const shown: readonly Cell[] = [
    ...cells,
    ...published.flatMap(({ cells: list, year }) => [
      { row: year, column: null, numerator: 0, denominator: null },
      ...list,
    ]),
  ];
  return {
    ...introduction(question, chosen, shape, names),
    rows: headings(shown, 'row', rows, names),
    columns: columns === undefined ? [] : headings(shown, 'column', columns, names),
    cells: [
      ...cells.flatMap((one) =>
        one.row !== null && (columns === undefined || one.column !== null)
          ? [{ ...cellOut(one), row: one.row, column: one.column }]
          : [],
      ),
      ...published.flatMap((one): Table['cells'] =>
        columns === undefined ? [{ ...one.total, row: one.year, column: null }] : [...one.cells],
      ),
    ],
    rowTotals: [...rowTotals, ...published.map(({ total: whole, year }) => ({ ...whole, row: year }))],
    columnTotals: cells.flatMap((one) =>
      one.row === null && one.column !== null ? [{ ...cellOut(one), column: one.column }] : [],
    ),
    // Of what is counted alone: printed totals are no part of it.
    total: total === undefined ? blank : cellOut(total),
    mismatches: [...findMismatches(cells, columns !== undefined)],
    truncated: byRow.truncated || byColumn.truncated,
  };
};
