import type { ImportRow } from './import-types.ts';

/**
 * How many different units the rows name. A unit stands in the facts as its role and its name, parted by the first
 * space (主办 市教育局): one unit in two roles counts once.
 */
export const unitsNamed = (rows: readonly Pick<ImportRow, 'facts'>[]): number =>
  new Set(
    rows.flatMap(({ facts }) =>
      facts
        .filter(({ field }) => field === 'units')
        .flatMap(({ values }) => values.map((value) => value.slice(value.indexOf(' ') + 1))),
    ),
  ).size;
