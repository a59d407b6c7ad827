/** What a figure counted when it was frozen: kept beside its value, so that a later version that defines it otherwise can be told. */
import type { Ruleset } from '../ruleset.ts';
import type { Text } from '../words.ts';
import type { Chosen } from './catalogue.ts';
import { defineInWords, type ValueNames } from './describe.ts';
import type { AnySet, Expression } from './expression.ts';
import { gradeOf } from './grade.ts';
import type { Figure } from './figure.ts';

/** A class of result as it was understood. */
type ClassMeant = {
  readonly code: string;
  readonly name: Text;
  readonly resolved: boolean;
  readonly followUp: boolean;
};

/** A level of satisfaction as it was understood: 1 satisfied, 2 fairly, 3 not. */
type LevelMeant = { readonly code: string; readonly name: Text; readonly grade: number | null };

/** Plain data: it is kept as JSON. */
export type Definition = {
  readonly variant: Text;
  readonly shows: Figure['shows'];
  readonly decimals: number;
  readonly numerator: AnySet;
  readonly denominator: AnySet | null;
  /** Of the ruleset in force, where the sets speak of them; otherwise none. */
  readonly classes: readonly ClassMeant[];
  readonly levels: readonly LevelMeant[];
  /** All of it as a reader reads it. */
  readonly words: Text;
};

const plainOf = (expression: Expression): readonly Expression[] => {
  if ('all' in expression) return expression.all.flatMap(plainOf);
  if ('any' in expression) return expression.any.flatMap(plainOf);
  return 'not' in expression ? plainOf(expression.not) : [expression];
};

const levelFlags: readonly string[] = [
  'attitudeSatisfied',
  'attitudeAccepted',
  'outcomeSatisfied',
  'outcomeAccepted',
];

const listed = (parts: readonly Text[]): Text => ({
  zh: parts.map(({ zh }) => zh).join('、'),
  en: parts.map(({ en }) => en).join(', '),
});

const gradeNames: Readonly<Record<number, Text>> = {
  1: { zh: '满意', en: 'satisfied' },
  2: { zh: '基本满意', en: 'fairly satisfied' },
  3: { zh: '不满意', en: 'not satisfied' },
};

/** Which classes and levels the sets speak of, as sentences. */
const meantInWords = (
  classes: readonly ClassMeant[],
  levels: readonly LevelMeant[],
  flags: ReadonlySet<string>,
): readonly Text[] => {
  const ofClasses = (has: 'resolved' | 'followUp', zh: string, en: string): readonly Text[] => {
    if (!flags.has(has)) return [];
    const names = listed(
      classes
        .filter((one) => one[has])
        .map(({ code, name }) => ({ zh: `${code}（${name.zh}）`, en: `${code} (${name.en})` })),
    );
    return [{ zh: `${zh}：${names.zh}`, en: `${en}: ${names.en}` }];
  };
  const graded = listed(
    levels.map(({ name, grade }) => {
      const as = grade === null ? { zh: '不计', en: 'nothing' } : gradeNames[grade];
      return { zh: `“${name.zh}”作${as?.zh}`, en: `“${name.en}” as ${as?.en}` };
    }),
  );
  return [
    ...ofClasses('resolved', '已解决的类别', 'classes that count as solved'),
    ...ofClasses('followUp', '须跟踪的类别', 'classes under follow-up'),
    ...(levels.length === 0 ? [] : [{ zh: `评价：${graded.zh}`, en: `ratings: ${graded.en}` }]),
  ];
};

/** What a figure counts, with what the ruleset in force means by the classes and levels that it speaks of. */
export const definitionOf = (
  { figure, variant }: Chosen,
  ruleset: Pick<Ruleset, 'resultClasses' | 'satisfaction' | 'roleNames'>,
): Definition => {
  const { numerator, denominator } = variant;
  const plain = [numerator, ...(denominator === null ? [] : [denominator])].flatMap(({ where }) =>
    plainOf(where),
  );
  const flags = new Set<string>(plain.flatMap((one) => ('has' in one ? [one.has] : [])));
  const codes = new Set(plain.flatMap((one) => ('is' in one && one.is === 'class' ? one.in : [])));
  const classes = ruleset.resultClasses
    .filter(
      ({ code, resolved, followUp }) =>
        codes.has(code) || (flags.has('resolved') && resolved) || (flags.has('followUp') && followUp),
    )
    .map(({ code, name, resolved, followUp }) => ({ code, name, resolved, followUp }));
  const levels = levelFlags.some((one) => flags.has(one))
    ? ruleset.satisfaction.map(({ code, name }) => ({
        code,
        name,
        grade: gradeOf(ruleset.satisfaction, code),
      }))
    : [];
  const names: ValueNames = (dimension, value) => {
    if (dimension === 'class') {
      const found = classes.find(({ code }) => code === value);
      return found === undefined
        ? null
        : { zh: `${value}（${found.name.zh}）`, en: `${value} (${found.name.en})` };
    }
    return dimension === 'role'
      ? (Object.entries(ruleset.roleNames).find(([role]) => role === value)?.[1] ?? null)
      : null;
  };
  const words = [defineInWords(figure, variant, names), ...meantInWords(classes, levels, flags)];
  return {
    variant: variant.name,
    shows: figure.shows,
    decimals: figure.decimals,
    numerator,
    denominator,
    classes,
    levels,
    words: { zh: words.map(({ zh }) => zh).join('；'), en: words.map(({ en }) => en).join('; ') },
  };
};

const setMeant = ({ source, unit, where, counting, anchor }: AnySet): unknown => ({
  source,
  unit,
  where,
  counting,
  anchor: anchor ?? null,
});

/** In which order a ruleset lists its classes and levels changes no number. */
const byCode = <One extends { readonly code: string }>(list: readonly One[]): readonly One[] =>
  list.toSorted((a, b) => (a.code < b.code ? -1 : 1));

/**
 * What of a definition decides what is counted and how it is printed: two that differ in it are two definitions. What
 * its sets are called is not in it; what classes and levels are called is, for that is what people judged by.
 */
export const meaningOf = (definition: Definition): unknown => ({
  shows: definition.shows,
  decimals: definition.decimals,
  numerator: setMeant(definition.numerator),
  denominator: definition.denominator === null ? null : setMeant(definition.denominator),
  classes: byCode(definition.classes),
  levels: byCode(definition.levels),
});
