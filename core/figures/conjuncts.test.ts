import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareConjuncts } from './conjuncts.ts';
import { measure } from './evaluate.ts';
import type { Expression, FactRow } from './expression.ts';
import { setOf } from './figure.ts';

const leaf: fc.Arbitrary<Expression<'matter'>> = fc.constantFrom(
  { by: 'filed' as const },
  { by: 'closed' as const },
  { is: 'category' as const, in: ['1', 'none'] },
  { is: 'priority' as const, in: ['yes'] },
);
const { expression } = fc.letrec<{ expression: Expression<'matter'> }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.record({ not: tie('expression') }),
    fc.record({ any: fc.array(tie('expression'), { maxLength: 3 }) }),
    fc.record({ all: fc.array(tie('expression'), { maxLength: 3 }) }),
  ),
}));

const when = { asOf: '2025-06-01T00:00:00.000Z', dayOf: (instant: string) => instant.slice(0, 10) };
const rows: readonly FactRow[] = [null, '2025-01-01T00:00:00.000Z', '2025-12-01T00:00:00.000Z'].flatMap(
  (filed) =>
    [null, '2025-02-01T00:00:00.000Z'].flatMap((closed) =>
      ['1', '2', null].flatMap((category) =>
        ['yes', 'no'].map((priority) => ({
          dimensions: { category, priority },
          flags: {},
          numbers: {},
          dates: { filed, closed },
        })),
      ),
    ),
);

/** Which rows an expression holds of, as text. */
const held = (where: Expression): string =>
  rows
    .map((row) => {
      const set = setOf('matter', { zh: '', en: '' }, where as Expression<'matter'>);
      return measure({ numerator: set, denominator: null }, () => [row], {}, when).numerator;
    })
    .join('');

test('what is common and the rest of each are the same rows as each by itself', () => {
  fc.assert(
    fc.property(fc.array(expression, { minLength: 1, maxLength: 4 }), (given) => {
      const { common, rests } = shareConjuncts(given);
      for (const [index, one] of given.entries())
        expect(held({ all: [common, rests[index] ?? { any: [] }] })).toBe(held(one));
    }),
  );
});

test('what all of them ask is asked once', () => {
  const filed: Expression = { by: 'filed' };
  const closed: Expression = { by: 'closed' };
  expect(shareConjuncts([{ all: [filed, { all: [closed] }] }, filed])).toEqual({
    common: { all: [filed] },
    rests: [{ all: [closed] }, { all: [] }],
  });
});
