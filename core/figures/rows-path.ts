import { type Dimension, dimensions } from './columns.ts';

/** Which rows behind a number are meant. `rest`: in the denominator and not in the numerator. */
export type RowsOf = 'numerator' | 'denominator' | 'rest';

export type RowsQuestion = {
  /** `id` or `id.variant`. */
  readonly figure: string;
  readonly filters: { readonly [D in Dimension]?: string | undefined };
  /** A day, or a moment as ISO text. */
  readonly asOf: string;
  /** Only what was known then. */
  readonly knownThen?: boolean;
};

/** The page that lists the rows behind a number, as a path with a query; the dimensions stand in their own order. */
export const rowsPath = (
  { figure, filters, asOf, knownThen = false }: RowsQuestion,
  of: RowsOf = 'numerator',
): string => {
  const query = [
    ['figure', figure],
    ['of', of === 'numerator' ? '' : of],
    ...dimensions.map((one) => [one, filters[one] ?? '']),
    ['asOf', asOf],
    ['known', knownThen ? 'then' : ''],
  ].flatMap(([name = '', value = '']) => (value === '' ? [] : [`${name}=${encodeURIComponent(value)}`]));
  return `/figures/rows?${query.join('&')}`;
};
