import type { ResponseOf } from '#contract/endpoint.ts';
import type { figureCrossTable } from '#contract/figures.ts';
import type { Chosen } from '#core/figures/catalogue.ts';
import type { Dimension } from '#core/figures/columns.ts';
import { deriveBlanks } from '#core/figures/cross.ts';
import { printed, type Shape, valueText } from '#core/figures/rate.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Question } from './count.views.ts';
import { type Published, publishedByYear } from './published.store.ts';

type Table = ResponseOf<typeof figureCrossTable>;
type CellOut = Table['total'];

export type PublishedRow = {
  readonly year: string;
  readonly total: CellOut;
  readonly cells: readonly (CellOut & { readonly row: string; readonly column: string })[];
};

const cellOf = (
  { count, derived }: { readonly count: number | null; readonly derived: boolean },
  total: Published | undefined,
  shape: Shape,
): CellOut => {
  const denominator = total?.denominator ?? null;
  const value =
    count === null || (shape.shows !== 'count' && denominator === null)
      ? (total?.value ?? null)
      : valueText({ numerator: count, denominator }, shape);
  const text = printed(value, shape.shows);
  return { numerator: count ?? 0, denominator, value, text, origin: 'published', derived };
};

const rowOf = (
  year: string,
  list: readonly Published[],
  columns: Dimension | undefined,
  shape: Shape,
): PublishedRow => {
  const parts = new Map(
    list.flatMap((one) => {
      const value = columns === undefined ? undefined : one.filters[columns];
      return value === undefined || Object.keys(one.filters).length !== 1 ? [] : [[value, one] as const];
    }),
  );
  const whole = list.find(({ filters }) => Object.keys(filters).length === 0);
  const line = deriveBlanks({
    parts: new Map([...parts].map(([key, { numerator }]) => [key, numerator])),
    total: whole?.numerator ?? null,
  });
  return {
    year,
    total: cellOf(line.total, whole, shape),
    cells: [...line.parts].map(([column, part]) => ({
      ...cellOf(part, parts.get(column), shape),
      row: year,
      column,
    })),
  };
};

/** The printed totals of years of which nothing is counted, as further rows; blanks that follow are filled and marked. */
export const publishedRows = async (
  tx: Tx,
  question: Question,
  { figure, variant }: Chosen,
  columns: Dimension | undefined,
  shape: Shape,
  counted: ReadonlySet<string>,
): Promise<readonly PublishedRow[]> => {
  const totals = await publishedByYear(tx, question, figure.id, variant.id);
  const years = Map.groupBy(totals, ({ year }) => String(year));
  return [...years].flatMap(([year, list]) => (counted.has(year) ? [] : [rowOf(year, list, columns, shape)]));
};
