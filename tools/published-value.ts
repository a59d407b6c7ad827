/** One value that the field publishes, and the figure that gives it. */
import type { Dimension } from '#core/figures/columns.ts';
import type { Text } from '#core/words.ts';

/** The figures that give a value, each `id.variant`, and by what they are narrowed or crossed. */
type Given = { readonly figures: readonly string[]; readonly by?: readonly Dimension[] };

export type PublishedValue = {
  readonly value: Text;
  /** As they are printed; each is shown by the tests of acceptance with one of the figures. */
  readonly prints?: readonly string[];
  readonly answer: Given | null;
  /** What it does not say, or why there is no figure. */
  readonly note?: Text;
};

export type Chapter = { readonly title: Text; readonly values: readonly PublishedValue[] };

export const given = (
  zh: string,
  en: string,
  figures: string,
  by: readonly Dimension[] = [],
  more: Pick<PublishedValue, 'prints' | 'note'> = {},
): PublishedValue => ({ value: { zh, en }, answer: { figures: figures.split(' '), by }, ...more });

/** `zh` and `en`: the value; then why no figure gives it. */
export const without = (zh: string, en: string, why: Text): PublishedValue => ({
  value: { zh, en },
  answer: null,
  note: why,
});

export const words: Text = { zh: '是文字，不是数', en: 'words, not a number' };
