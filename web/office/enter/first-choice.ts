import type { EntryListRow } from './entry-texts.ts';

type Choosable = Pick<EntryListRow, 'row' | 'known' | 'repeats'> & { readonly entry: object | null };

/** Which rows are chosen at first: all that can be entered and are neither there already nor further up. */
export const firstChoice = ({ rows }: { readonly rows: readonly Choosable[] }): ReadonlySet<number> =>
  new Set(
    rows.flatMap(({ row, entry, known, repeats }) =>
      entry !== null && known === null && repeats === null ? [row] : [],
    ),
  );
