import { expect, test } from 'vitest';
import { ruleset } from '#test/support/builders.ts';
import { dayInChina } from '#test/support/fact-rows.ts';
import { figureCatalogue, findFigure } from './catalogue.ts';
import { explain } from './describe.ts';
import { measure } from './evaluate.ts';
import type { FactRow } from './expression.ts';
import { anchorOf, daysOfPeriod, ofYear, variantInPeriod } from './in-period.ts';

const catalogue = figureCatalogue(ruleset);
const variantOf = (name: string) => {
  const found = findFigure(catalogue, name);
  if (found === null) throw new Error(`No figure ${name}`);
  return found;
};

test('a month and a quarter have their days, and their like in another year', () => {
  expect(daysOfPeriod('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  expect(daysOfPeriod('2026-Q1')).toEqual({ from: '2026-01-01', to: '2026-03-31' });
  expect(daysOfPeriod('2026-Q4')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  for (const wrong of ['2026-13', '2026-00', '2026-Q5', '2026', 'this', '2026-3'])
    expect(daysOfPeriod(wrong)).toBeNull();
  expect(ofYear({ month: ['2026-03'], kind: ['proposal'] }, 2025)).toEqual({
    month: ['2025-03'],
    kind: ['proposal'],
    year: ['2025'],
  });
});

test('what is divided by what is placed in time by the same date, where both are rows of one kind', () => {
  const mixed = catalogue.flatMap(({ id, variants }) =>
    variants.flatMap(({ id: name, numerator, denominator }) =>
      denominator?.source === numerator.source && anchorOf(numerator) !== anchorOf(denominator)
        ? [`${id}.${name}`]
        : [],
    ),
  );
  expect(mixed).toEqual([]);
});

const asOf = '2026-12-31T15:59:59.999Z';
const row = (dates: FactRow['dates']): FactRow => ({
  dimensions: { role: 'sole' },
  flags: {},
  numbers: {},
  dates,
});
const count = (name: string, rows: readonly FactRow[], month: string) =>
  measure(variantOf(name).variant, () => rows, { month: [month] }, { asOf, dayOf: dayInChina });

test('the last evening of a month in China belongs to it, and each figure goes by its own date', () => {
  const rows = [
    row({
      assigned: '2026-03-31T15:59:59.999Z',
      due: '2026-05-31T15:59:59.999Z',
      done: '2026-04-30T16:00:00.000Z',
    }),
  ];
  expect(count('assignments.all', rows, '2026-03').numerator).toBe(1);
  expect(count('assignments.all', rows, '2026-04').numerator).toBe(0);
  expect(count('dutiesAnswered.all', rows, '2026-04').numerator).toBe(0);
  expect(count('dutiesAnswered.all', rows, '2026-05').numerator).toBe(1);
  expect(count('onTimeRate.due', rows, '2026-05')).toEqual({ numerator: 1, denominator: 1 });
  expect(count('onTimeRate.due', rows, '2026-06')).toEqual({ numerator: 0, denominator: 0 });
});

test('the explanation says which month, and by which date', () => {
  const { figure, variant } = variantOf('dutiesAnswered.all');
  const filters = { month: ['2026-05'] };
  const { zh, en } = explain(figure, variantInPeriod(variant, filters), {
    filters,
    asOf,
    asOfText: { zh: '2026-12-31', en: '2026-12-31' },
    names: () => null,
  });
  expect(zh).toContain('“已答复（已提交会办意见）”的日期在2026-05-01至2026-05-31');
  expect(zh).toContain('月份为2026年5月');
  expect(en).toContain('answered, or the opinion given, on a day from 2026-05-01 to 2026-05-31');
});
