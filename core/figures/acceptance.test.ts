/** Published figures of the field, rebuilt from invented rows: the figures as data give exactly these (domain practice). */
import { describe, expect, test } from 'vitest';
import { ruleset } from '#test/support/builders.ts';
import { dayInChina } from '#test/support/fact-rows.ts';
import { publishedYears } from '#test/support/published/published-years.ts';
import { momentsOf, type PrintedFigure, type PublishedYear } from '#test/support/published/slice.ts';
import { yearFacts } from '#test/support/published/year-facts.ts';
import { figureCatalogue, findFigure } from './catalogue.ts';
import { deriveBlanks } from './cross.ts';
import { measure } from './evaluate.ts';
import { approximately, differenceText, differenceWords, printed, valueText } from './rate.ts';

const figures = figureCatalogue(ruleset);
const facts = new Map(publishedYears.map((one) => [one.year, yearFacts(one)]));

const value = ({ year }: PublishedYear, line: PrintedFigure) => {
  const found = findFigure(figures, line.figure);
  if (found === null) throw new Error(`No figure ${line.figure}`);
  const { figure, variant } = found;
  const asOf = `${momentsOf(year).asOf}T15:59:59.999Z`;
  const filters = { ...line.filters, year: [String(year)] };
  const rows = facts.get(year) ?? {};
  const measured = measure(variant, (source) => rows[source] ?? [], filters, { asOf, dayOf: dayInChina });
  const text = valueText(measured, { shows: figure.shows, decimals: line.decimals ?? figure.decimals });
  return { figure, measured, text };
};

describe.each(publishedYears)('$year: $about', (one) => {
  test.each(one.prints)('$figure $filters is $prints', (line) => {
    const { figure, measured, text } = value(one, line);
    const before = one.yearBefore?.find(({ figure: name }) => name.startsWith(`${figure.id}.`))?.value;
    const difference = differenceText(text, before ?? null);
    const found: Partial<PrintedFigure> = {
      prints: printed(text, figure.shows),
      ...(line.says === undefined ? {} : { says: approximately(measured.numerator).zh }),
      ...(line.compared === undefined
        ? {}
        : {
            compared: {
              prints: printed(before ?? null, figure.shows),
              difference: differenceWords(difference, figure.shows)?.zh ?? '',
            },
          }),
    };
    expect(line).toMatchObject(found);
  });
});

describe('shares of one base', () => {
  const session2 = publishedYears.find(({ year }) => year === 2013);

  test('are not made to add up to a hundred', () => {
    const shares = session2?.prints
      .filter(({ figure, filters }) => figure.startsWith('classShare') && filters?.session?.[0] === '2')
      .map(({ prints }) => Number.parseFloat(prints) * 10);
    expect(shares?.reduce((sum, share) => sum + share, 0)).toBe(999);
  });

  test('of 53 replies are never of matters: 6.3 is 53 of 848', () => {
    expect(valueText({ numerator: 53, denominator: 848 }, { shows: 'percent', decimals: 1 })).toBe('6.3');
  });
});

describe('an opinion that came late in the evening', () => {
  const year = (opinions: NonNullable<PublishedYear['opinions']>): PublishedYear => ({
    year: 2015,
    about: '',
    opinions,
    prints: [],
  });

  test('was forwarded the same day until midnight in China, and not after it', () => {
    const { variant } = findFigure(figures, 'sameDayForwarding') ?? {};
    if (variant === undefined) throw new Error('No figure');
    const rows = yearFacts(year({ sameDay: 1, nextDay: 1 })).opinion ?? [];
    const when = { asOf: '2015-12-31T15:59:59.999Z', dayOf: dayInChina };
    expect(measure(variant, () => rows, {}, when)).toEqual({ numerator: 1, denominator: 2 });
  });
});

describe('a blank', () => {
  const line = (parts: Readonly<Record<string, number | null>>, total: number | null) =>
    deriveBlanks({ parts: new Map(Object.entries(parts)), total });

  test('follows from the rest: 172 is 151 and 21, C is 15, B of one class alone 32', () => {
    expect(line({ government: 151, port: 21 }, null).total).toEqual({ count: 172, derived: true });
    expect(line({ A: 79, B: 57, C: null }, 151).parts.get('C')).toEqual({ count: 15, derived: true });
    expect(line({ A: 86, B: null, C: 11 }, 129).parts.get('B')).toEqual({ count: 32, derived: true });
  });

  test('stays blank where it does not follow, or would be less than nothing', () => {
    const two = line({ A: 86, B: null, C: null }, 129);
    expect([...two.parts.values()].some(({ derived }) => derived)).toBe(false);
    expect(line({ A: 130, B: null }, 129).parts.get('B')).toEqual({ count: null, derived: false });
  });
});
