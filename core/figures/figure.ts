import type { Text } from '../words.ts';
import type { CountUnit, DateOf, Dimension, FigureSource } from './columns.ts';
import { dimensionsOf } from './columns.ts';
import type { AnySet, Counting, Expression, FigureSet } from './expression.ts';
import type { Shows } from './rate.ts';

/** One way to count a figure; each has a name, so that 办结率 of all and of what was due are never mixed up. */
export type Variant = {
  readonly id: string;
  readonly name: Text;
  readonly numerator: AnySet;
  readonly denominator: AnySet | null;
};

export type FigureGroup = 'intake' | 'handling' | 'quality' | 'satisfaction' | 'afterReply' | 'supervision';

/** One statistic as data: SQL, screen, export and explanation come from this alone (law 2). */
export type Figure = {
  readonly id: string;
  readonly name: Text;
  readonly group: FigureGroup;
  readonly shows: Shows;
  readonly decimals: number;
  /** The first is the usual one. */
  readonly variants: readonly Variant[];
  /** Figures that are printed beside it. */
  readonly beside: readonly string[];
  readonly source: Text;
};

const usualUnit: Readonly<Record<FigureSource, CountUnit>> = {
  matter: 'matters',
  duty: 'assignments',
  reply: 'replies',
  submission: 'submissions',
  opinion: 'opinions',
  act: 'actions',
  urge: 'urges',
  notice: 'notices',
};

/** Where a definition comes from that no rule sets. */
export const practice = (zh: string, en: string): Text => ({
  zh: `业务惯例，未核对正式文本：${zh}`,
  en: `domain practice, unverified: ${en}`,
});

/** Makes a set of one kind of row, counted row by row unless said otherwise. */
export const setOf = <S extends FigureSource>(
  source: S,
  name: Text,
  where: Expression<S>,
  counting: Counting = 'rows',
): FigureSet<S> => ({
  name,
  source,
  unit: counting === 'rows' ? usualUnit[source] : 'sum' in counting ? 'points' : 'units',
  where,
  counting,
});

/** The part of a set that an expression leaves, under a name of its own. */
export const partOf = <S extends FigureSource>(
  whole: FigureSet<S>,
  name: Text,
  where: Expression<S>,
): FigureSet<S> => ({ ...whole, name, where: { all: [whole.where, where] } });

/** The same set, placed in months and quarters by another date than is usual for its rows. */
export const anchored = <S extends FigureSource>(set: FigureSet<S>, anchor: DateOf<S>): FigureSet<S> => ({
  ...set,
  anchor,
});

/** What is counted: the unit of the numerator. */
export const unitOf = (variant: Variant): CountUnit => variant.numerator.unit;

/** What is of the unit that leads where matters are counted, and of each unit where its duties are. */
const ofTheUnit: readonly Dimension[] = ['unit', 'system', 'boundary'];

/**
 * By what a variant may be filtered and crossed: what all its kinds of row have, and have in the same sense. Duties of a
 * unit are not divided by the matters that it leads: its assisting and separate duties are on matters of others.
 */
export const dimensionsFor = ({ numerator, denominator }: Variant): readonly Dimension[] => {
  const [above, below] = [numerator.source, (denominator ?? numerator).source];
  const shared: readonly Dimension[] = dimensionsOf[below];
  const mixed = above !== below && (above === 'matter' || below === 'matter');
  return dimensionsOf[above].filter((one) => shared.includes(one) && !(mixed && ofTheUnit.includes(one)));
};

const unitSources: readonly FigureSource[] = ['duty', 'reply', 'urge', 'notice'];

/** Whether each row of this kind is one unit's. */
export const isOfUnits = (source: FigureSource): boolean => unitSources.includes(source);

/** Whether it counts nothing but what is one unit's, so that a unit may count its own. */
export const isForUnits = ({ numerator, denominator }: Variant): boolean =>
  [numerator, denominator ?? numerator].every(({ source }) => isOfUnits(source));
