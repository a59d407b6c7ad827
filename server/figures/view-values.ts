import type { QueryOf, ResponseOf } from '#contract/endpoint.ts';
import type { figureValues } from '#contract/figures.ts';
import type { Chosen } from '#core/figures/catalogue.ts';
import { explain, type ValueNames } from '#core/figures/describe.ts';
import type { Filters } from '#core/figures/expression.ts';
import { type Figure, unitOf, type Variant } from '#core/figures/figure.ts';
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
import { type Counted, countMany, type Question } from './count.views.ts';
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

/** The same question as of another moment, or of another year; null: nothing is compared. */
const comparedQuestion = (
  question: Question,
  { compareAsOf, compareYear }: QueryOf<typeof figureValues>,
  at: Moment,
): Question | null =>
  compareAsOf === undefined && compareYear === undefined
    ? null
    : {
        ...question,
        filters: compareYear === undefined ? question.filters : ofYear(question.filters, compareYear),
        when: {
          ...question.when,
          asOf: compareAsOf === undefined ? question.when.asOf : readAsOf(compareAsOf, at),
        },
      };

/** The figure still has its variant as it is defined, before it was narrowed to this year's month. */
const variantAgain = ({ figure, variant }: Chosen, filters: Filters): Variant =>
  variantInPeriod(figure.variants.find(({ id }) => id === variant.id) ?? variant, filters);

const comparisonOf = (
  compared: Compared,
  index: number,
  { figure, variant }: Chosen,
  shape: Shape,
  value: string | null,
): Value['compared'] => {
  const counted = compared.counted[index] ?? nothing;
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

/** Figures of one question, and what they are compared with. */
export type ValuesAsked = {
  readonly question: Question;
  readonly query: QueryOf<typeof figureValues>;
  readonly chosen: readonly Chosen[];
};

const valueOf = (
  { question, query }: ValuesAsked,
  one: Chosen,
  index: number,
  found: Counted,
  compared: Compared | null,
  names: ValueNames,
): Value => {
  const { figure, variant } = one;
  const { asOf } = question.when;
  const shape = shapeOf(figure, query.decimals);
  const measured = measuredAs(found, shape);
  const words = { filters: question.filters, asOf, asOfText: momentText(asOf), names };
  return {
    figure: figure.id,
    variant: variant.id,
    unit: unitOf(variant),
    asOf,
    ...measured,
    explanation: explain(shape, variant, words),
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
};

const nothing: Counted = { numerator: 0, denominator: null, enteredLater: 0 };

/**
 * Values of figures, each with its sets, its unit of count, its moment, and what it is compared with. What is asked
 * together is counted together, what it is compared with included.
 */
export const viewValuesOfMany = async (
  tx: Tx,
  asked: readonly ValuesAsked[],
  at: Moment,
  names: ValueNames,
): Promise<readonly (readonly Value[])[]> => {
  const pairs = asked.map(({ question, query, chosen }) => ({
    question,
    other: comparedQuestion(question, query, at),
    chosen,
  }));
  const questions = pairs.flatMap(({ question, other, chosen }) => [
    { question, variants: chosen.map(({ variant }) => variant) },
    ...(other === null
      ? []
      : [{ question: other, variants: chosen.map((one) => variantAgain(one, other.filters)) }]),
  ]);
  const counted = new Map<Question, readonly Counted[]>();
  for (const [index, list] of (await countMany(tx, questions)).entries()) {
    const one = questions[index];
    if (one !== undefined) counted.set(one.question, list);
  }
  const published = await Promise.all(
    pairs.map(async ({ other }, index) => {
      const year = asked[index]?.query.compareYear;
      return other === null || year === undefined ? [] : findPublished(tx, other, year);
    }),
  );
  return asked.map((one, index) => {
    const other = pairs[index]?.other ?? null;
    const compared: Compared | null =
      other === null
        ? null
        : {
            counted: counted.get(other) ?? [],
            question: other,
            year: one.query.compareYear ?? null,
            published: published[index] ?? [],
          };
    const found = counted.get(one.question) ?? [];
    return one.chosen.map((chosen, place) =>
      valueOf(one, chosen, place, found[place] ?? nothing, compared, names),
    );
  });
};

/** The values of one question. */
export const viewValues = async (
  tx: Tx,
  question: Question,
  query: QueryOf<typeof figureValues>,
  at: Moment,
  chosen: readonly Chosen[],
  names: ValueNames,
): Promise<ResponseOf<typeof figureValues>> => {
  const [items = []] = await viewValuesOfMany(tx, [{ question, query, chosen }], at, names);
  return { asOf: question.when.asOf, items: [...items] };
};
