import type { Ruleset } from '../ruleset.ts';
import type { Figure, Variant } from './figure.ts';
import { handlingFigures } from './handling-figures.ts';
import { intakeFigures } from './intake-figures.ts';
import { resultFigures } from './result-figures.ts';
import { supervisionFigures } from './supervision-figures.ts';

/** Every figure of the product. The ruleset gives the classes; how each figure counts is the same everywhere. */
export const figureCatalogue = (ruleset: Ruleset): readonly Figure[] => [
  ...intakeFigures,
  ...handlingFigures,
  ...resultFigures(ruleset),
  ...supervisionFigures,
];

/** A figure with one of its variants. */
export type Chosen = { readonly figure: Figure; readonly variant: Variant };

/** Finds `id` (its usual variant) or `id.variant`; null: there is none. */
export const findFigure = (figures: readonly Figure[], name: string): Chosen | null => {
  const [id = '', variantId] = name.split('.');
  const figure = figures.find((one) => one.id === id);
  const variant = figure?.variants.find((one) => variantId === undefined || one.id === variantId);
  return figure === undefined || variant === undefined ? null : { figure, variant };
};

/**
 * What is printed beside a variant, in the variant that belongs to it: beside satisfaction of first replies the response
 * rate of first replies, which is the one whose numerator is what satisfaction is divided by.
 */
export const besideOf = (figures: readonly Figure[], { figure, variant }: Chosen): readonly Chosen[] =>
  figure.beside.flatMap((id) => {
    const beside = figures.find((one) => one.id === id);
    const base = JSON.stringify(variant.denominator?.where);
    const fitting =
      beside?.variants.find(({ numerator }) => JSON.stringify(numerator.where) === base) ??
      beside?.variants[0];
    return beside === undefined || fitting === undefined ? [] : [{ figure: beside, variant: fitting }];
  });
