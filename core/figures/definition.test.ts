/** What is kept of a figure's definition: it survives being kept, and tells what of it was changed and what was not. */
import { national } from '#rulesets/national.ts';
import { expect, test } from 'vitest';
import { type Chosen, figureCatalogue, findFigure } from './catalogue.ts';
import { type Definition, definitionOf, meaningOf } from './definition.ts';

const catalogue = figureCatalogue(national);
const chosen = (name: string): Chosen => {
  const found = findFigure(catalogue, name);
  if (found === null) throw new Error(name);
  return found;
};
const kept = (definition: Definition): Definition => JSON.parse(JSON.stringify(definition)) as Definition;
const alike = (a: Definition, b: Definition): boolean => {
  try {
    expect(meaningOf(a)).toStrictEqual(meaningOf(b));
    return true;
  } catch {
    return false;
  }
};

test('each definition means the same after it was kept, and another than that of every other figure', () => {
  const all = catalogue.flatMap((figure) => figure.variants.map((variant) => ({ figure, variant })));
  const meanings = new Map<string, string>();
  for (const one of all) {
    const definition = definitionOf(one, national);
    expect(alike(kept(definition), definition)).toBe(true);
    const name = `${one.figure.id}.${one.variant.id}`;
    const meaning = JSON.stringify(meaningOf(definition));
    expect(meanings.get(meaning), name).toBeUndefined();
    meanings.set(meaning, name);
    expect(definition.words.zh).not.toBe('');
    expect(definition.words.en).not.toMatch(/[一-鿿]/u);
  }
});

test('another base, rounding, or understanding of a class or level is another definition; another name of a set is not', () => {
  const one = chosen('resolutionRate.final');
  const { figure, variant } = one;
  const base = definitionOf(one, national);
  const replies = chosen('repliesIssued.all').variant.numerator;
  const [first, ...others] = national.resultClasses;
  if (first === undefined) throw new Error('No class');
  const otherwise: readonly Definition[] = [
    definitionOf({ figure, variant: { ...variant, denominator: replies } }, national),
    definitionOf({ figure: { ...figure, decimals: figure.decimals + 1 }, variant }, national),
    definitionOf(one, {
      ...national,
      resultClasses: [{ ...first, name: { zh: '别的', en: 'other' } }, ...others],
    }),
    definitionOf(one, {
      ...national,
      resultClasses: [first, ...others.map((two) => ({ ...two, resolved: true }))],
    }),
    definitionOf(
      { figure, variant: { ...variant, numerator: { ...variant.numerator, counting: { sum: 'points' } } } },
      national,
    ),
  ];
  expect(otherwise.map((two) => alike(base, two))).toEqual(otherwise.map(() => false));
  const renamed = { ...variant, numerator: { ...variant.numerator, name: { zh: '解决了的', en: 'solved' } } };
  expect(alike(base, definitionOf({ figure, variant: renamed }, national))).toBe(true);
  // Nor does the order in which a ruleset lists them.
  const turned = { ...national, resultClasses: [...national.resultClasses].reverse() };
  expect(alike(definitionOf(one, turned), base)).toBe(true);
  // A figure that asks nothing of classes stays what it is when they change.
  const filed = chosen('mattersFiled');
  expect(alike(definitionOf(filed, national), definitionOf(filed, { ...national, resultClasses: [] }))).toBe(
    true,
  );
  const satisfied = chosen('satisfactionRate.outcome-final-without');
  const scale = national.satisfaction.filter(({ opensRound }) => !opensRound);
  expect(
    alike(definitionOf(satisfied, national), definitionOf(satisfied, { ...national, satisfaction: scale })),
  ).toBe(false);
});

test('a reader reads which classes and levels were meant', () => {
  const { zh, en } = definitionOf(chosen('resolutionRate.final'), national).words;
  expect(zh).toMatch(/^分子：.*；分母：.*；单位：.*；百分比四舍五入至1位小数；已解决的类别：A（/u);
  expect(en).toMatch(/^Numerator: .* rounded half up to 1 decimal; classes that count as solved: A \(/u);
  expect(definitionOf(chosen('satisfactionRate'), national).words.zh).toContain('“基本满意”作基本满意');
});
