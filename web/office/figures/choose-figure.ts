/** Which variant of which figure is meant: `id` is the usual one, `id.variant` another. */
import type { Definition, Value, Variant } from './figure-texts.ts';
import type { Dimension, FiguresView } from './figures-view.ts';

export type Chosen = { readonly figure: Definition; readonly variant: Variant };

export const nameOf = ({ figure, variant }: Chosen): string => `${figure.id}.${variant.id}`;

/** Null: the catalogue of this person has no such figure or variant. */
export const findChosen = (figures: readonly Definition[], name: string | undefined): Chosen | null => {
  const [id, variantId] = (name ?? '').split('.');
  const figure = figures.find((one) => one.id === id);
  const variant = figure?.variants.find((one) => variantId === undefined || one.id === variantId);
  return figure === undefined || variant === undefined ? null : { figure, variant };
};

/**
 * What is printed beside a variant, in the variant that belongs to it: beside satisfaction of first replies the response
 * rate of first replies, which is the one whose numerator is what satisfaction is divided by.
 */
export const besideOf = (figures: readonly Definition[], { figure, variant }: Chosen): readonly Chosen[] =>
  figure.beside.flatMap((id) => {
    const beside = figures.find((one) => one.id === id);
    const base = variant.denominator?.sentence.zh;
    const fitting = beside?.variants.find((one) => one.numerator.sentence.zh === base) ?? beside?.variants[0];
    return beside === undefined || fitting === undefined ? [] : [{ figure: beside, variant: fitting }];
  });

/** Whether a figure can be narrowed and compared so: submissions have no unit, acts of supervision no class. */
export const fits = ({ figure }: Chosen, { filters, compareYear }: FiguresView): boolean =>
  [...(Object.keys(filters) as Dimension[]), ...(compareYear === undefined ? [] : ['year' as const])].every(
    (one) => figure.dimensions.includes(one),
  );

/** Every figure in the variant that is chosen, each followed by what belongs beside it; no name twice, none that does not fit. */
export const namesToAsk = (
  figures: readonly Definition[],
  chosen: readonly Chosen[],
  view: FiguresView,
): readonly string[] => [
  ...new Set(
    chosen
      .flatMap((one) => [one, ...besideOf(figures, one)])
      .filter((one) => fits(one, view))
      .map(nameOf),
  ),
];

export const valueOf = (values: readonly Value[], { figure, variant }: Chosen): Value | undefined =>
  values.find((one) => one.figure === figure.id && one.variant === variant.id);

/** The variants that were chosen instead of the usual ones, as the address says them: `a.first,b.due`. */
export const readVariants = (figures: readonly Definition[], text: unknown): readonly Chosen[] => {
  const named = (typeof text === 'string' ? text.split(',') : []).flatMap((name) => {
    const found = findChosen(figures, name);
    return found === null ? [] : [found];
  });
  return figures.flatMap((figure) => {
    const chosen = named.find((one) => one.figure === figure) ?? findChosen(figures, figure.id);
    return chosen === null ? [] : [chosen];
  });
};

/** Only what is not usual is written. */
export const writeVariants = (chosen: readonly Chosen[]): string | undefined => {
  const text = chosen
    .filter(({ figure, variant }) => figure.variants[0] !== variant)
    .map(nameOf)
    .join(',');
  return text === '' ? undefined : text;
};
