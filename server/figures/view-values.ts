import type { QueryOf, ResponseOf } from '#contract/endpoint.ts';
import type { figureValues } from '#contract/figures.ts';
import type { Chosen } from '#core/figures/catalogue.ts';
import { explain, type ValueNames } from '#core/figures/describe.ts';
import { type Figure, unitOf } from '#core/figures/figure.ts';
import { ofYear, variantInPeriod } from '#core/figures/in-period.ts';
import {
  approximately,
  approximateShare,
  differenceText,
  differenceWords,
  type Measured,
  printed,
  type Shape,
  valueText,
} from '#core/figures/rate.ts';
import type { Moment } from '#core/words.ts';
import type { Tx } from '../platform/db/database.ts';
import { type Counted, countVariants, type Question } from './count.views.ts';
import { findPublished, type Published } from './published.store.ts';
import { momentText, readAsOf } from './question.ts';

type Value = ResponseOf<typeof figureValues>['items'][number];

export const shapeOf = (figure: Figure, decimals: number | undefined): Shape => ({
  shows: figure.shows,
  decimals: figure.shows === 'count' ? 0 : (decimals ?? figure.decimals),
});

/** A measured figure with its value, exact and as printed. */
export const measuredAs = (measured: Measured, shape: Shape) => {
  const value = valueText(measured, shape);
  return {
    numerator: measured.numerator,
    denominator: measured.denominator,
    value,
    text: printed(value, shape.shows),
    origin: 'counted' as const,
  };
};

/** A published total in the same form: its own printed value where its parts were not printed. */
const publishedAs = (total: Published, shape: Shape) => {
  const { numerator, denominator } = total;
  const counted =
    numerator === null || (shape.shows !== 'count' && denominator === null)
      ? total.value
      : valueText({ numerator, denominator }, shape);
  return {
    numerator: numerator ?? 0,
    denominator,
    value: counted,
    text: printed(counted, shape.shows),
    origin: 'published' as const,
  };
};

const isEmpty = ({ numerator, denominator }: Measured): boolean =>
  numerator === 0 && (denominator ?? 0) === 0;

type Compared = {
  readonly counted: readonly Counted[];
  readonly question: Question;
  readonly year: number | null;
  readonly published: readonly Published[];
};

/** The same figures as of another moment, or of another year; null: nothing is compared. */
const countCompared = async (
  tx: Tx,
  question: Question,
  query: QueryOf<typeof figureValues>,
  at: Moment,
  chosen: readonly Chosen[],
): Promise<Compared | null> => {
  const { compareAsOf, compareYear } = query;
  if (compareAsOf === undefined && compareYear === undefined) return null;
  const other: Question = {
    ...question,
    filters: compareYear === undefined ? question.filters : ofYear(question.filters, compareYear),
    when: {
      ...question.when,
      asOf: compareAsOf === undefined ? question.when.asOf : readAsOf(compareAsOf, at),
    },
  };
  // The figure still has its variant as it is defined, before it was narrowed to this year's month.
  const variants = chosen.map(({ figure, variant }) =>
    variantInPeriod(figure.variants.find(({ id }) => id === variant.id) ?? variant, other.filters),
  );
  const [counted, published] = await Promise.all([
    countVariants(tx, other, variants),
    compareYear === undefined ? [] : findPublished(tx, other, compareYear),
  ]);
  return { counted, question: other, year: compareYear ?? null, published };
};

const comparisonOf = (
  compared: Compared,
  index: number,
  { figure, variant }: Chosen,
  shape: Shape,
  value: string | null,
): Value['compared'] => {
  const counted = compared.counted[index] ?? { numerator: 0, denominator: null, enteredLater: 0 };
  const total = compared.published.find((one) => one.figure === figure.id && one.variant === variant.id);
  // What is counted is never mixed with what was printed: a printed total stands only where nothing is counted.
  const from = total !== undefined && isEmpty(counted) ? total : null;
  const measured = from === null ? measuredAs(counted, shape) : publishedAs(from, shape);
  const difference = differenceText(value, measured.value);
  return {
    ...measured,
    asOf: from === null ? compared.question.when.asOf : null,
    year: compared.year,
    difference,
    differenceText: differenceWords(difference, shape.shows),
    source: from?.source ?? null,
  };
};

/** Values of figures, each with its sets, its unit of count, its moment, and what it is compared with. */
export const viewValues = async (
  tx: Tx,
  question: Question,
  query: QueryOf<typeof figureValues>,
  at: Moment,
  chosen: readonly Chosen[],
  names: ValueNames,
): Promise<ResponseOf<typeof figureValues>> => {
  const { asOf } = question.when;
  const variants = chosen.map(({ variant }) => variant);
  const counted = await countVariants(tx, question, variants);
  const compared = await countCompared(tx, question, query, at, chosen);
  const items = chosen.map((one, index): Value => {
    const { figure, variant } = one;
    const found = counted[index] ?? { numerator: 0, denominator: null, enteredLater: 0 };
    const shape = shapeOf(figure, query.decimals);
    const measured = measuredAs(found, shape);
    return {
      figure: figure.id,
      variant: variant.id,
      unit: unitOf(variant),
      asOf,
      ...measured,
      explanation: explain(shape, variant, {
        filters: question.filters,
        asOf,
        asOfText: momentText(asOf),
        names,
      }),
      approximately:
        shape.shows === 'count'
          ? approximately(found.numerator)
          : ((shape.shows === 'percent' ? approximateShare(found) : null) ?? {
              zh: measured.text,
              en: measured.text,
            }),
      enteredLater: found.enteredLater,
      compared: compared === null ? null : comparisonOf(compared, index, one, shape, measured.value),
    };
  });
  return { asOf, items };
};
