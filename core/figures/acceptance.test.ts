/** Published figures of the field, rebuilt from invented rows: the product prints exactly these (domain practice). */
import { describe, expect, test } from 'vitest';
import { ruleset } from '#test/support/builders.ts';
import { dayInChina } from '#test/support/fact-rows.ts';
import { figureCatalogue, findFigure } from './catalogue.ts';
import type { FigureSource } from './columns.ts';
import { deriveBlanks } from './cross.ts';
import { measure } from './evaluate.ts';
import type { FactRow, Filters } from './expression.ts';
import { differenceText, valueText } from './rate.ts';

const asOf = '2025-12-31T15:59:59.999Z';
const day = '2025-03-01T02:00:00.000Z';
const later = '2025-06-01T02:00:00.000Z';

type Part = { readonly [K in keyof FactRow]?: FactRow[K] };

const rows = (n: number, part: Part): readonly FactRow[] =>
  Array.from({ length: n }, () => ({ dimensions: {}, flags: {}, numbers: {}, dates: {}, ...part }));

type City = Partial<Record<FigureSource, readonly FactRow[]>>;

const print = (city: City, name: string, decimals?: number, filters: Filters = {}): string | null => {
  const found = findFigure(figureCatalogue(ruleset), name);
  if (found === null) throw new Error(`No figure ${name}`);
  const { figure, variant } = found;
  const measured = measure(variant, (source) => city[source] ?? [], filters, { asOf, dayOf: dayInChina });
  return valueText(measured, { shows: figure.shows, decimals: decimals ?? figure.decimals });
};

const replies = (classes: Readonly<Record<string, number>>): City => ({
  reply: Object.entries(classes).flatMap(([code, n]) =>
    rows(n, {
      dimensions: { class: code, round: '1' },
      flags: { resolved: code === 'A' },
      dates: { issued: day },
    }),
  ),
});

const shares = (city: City, decimals: number, codes = 'ABCD'): readonly (string | null)[] =>
  [...codes].map((code) => print(city, `classShare:${code}`, decimals));

describe('shares of classes, per reply', () => {
  test.each([
    ['1103 replies of 848 matters', { A: 482, B: 537, C: 53, D: 31 }, 1, ['43.7', '48.7', '4.8', '2.8']],
    ['616 replies', { A: 461, B: 119, C: 32, D: 4 }, 2, ['74.84', '19.32', '5.19', '0.65']],
    ['665 replies', { A: 258, B: 302, C: 76, D: 29 }, 1, ['38.8', '45.4', '11.4', '4.4']],
    ['372 replies', { A: 299, B: 55, C: 18 }, 1, ['80.4', '14.8', '4.8', '0.0']],
    ['388 replies', { A: 248, B: 125, C: 15 }, 1, ['63.9', '32.2', '3.9', '0.0']],
    ['151 replies of one system', { A: 79, B: 57, C: 15 }, 1, ['52.3', '37.7', '9.9', '0.0']],
    ['68 replies of one unit', { A: 57, B: 11 }, 1, ['83.8', '16.2', '0.0', '0.0']],
  ] as const)('%s', (_, classes, decimals, expected) => {
    expect(shares(replies(classes), decimals)).toEqual(expected);
  });

  test('are not made to add up to a hundred, and rise by percentage points', () => {
    const [a, b, c] = shares(replies({ A: 79, B: 57, C: 15 }), 1);
    expect([a, b, c].reduce((sum, one) => sum + Number(one) * 10, 0)).toBe(999);
    expect(differenceText('63.9', '56.7')).toBe('7.2');
  });

  test('of 53 replies are never of matters: 6.3 is 53 of 848', () => {
    expect(valueText({ numerator: 53, denominator: 848 }, { shows: 'percent', decimals: 1 })).toBe('6.3');
    expect(print(replies({ A: 482, B: 537, C: 53, D: 31 }), 'classShare:C')).toBe('4.8');
  });
});

const duties = (roles: Readonly<Record<string, number>>, more: Part = {}): readonly FactRow[] =>
  Object.entries(roles).flatMap(([role, n]) =>
    rows(n, {
      dates: { assigned: day, due: later, done: day, signDue: later, signed: day },
      ...more,
      dimensions: { ...more.dimensions, role },
    }),
  );

describe('a unit’s year', () => {
  const suggestions = duties({ lead: 2, separate: 2, assist: 28 }, { dimensions: { kind: 'suggestion' } });
  const proposals = duties(
    { lead: 6, sole: 1, separate: 1, assist: 22 },
    { dimensions: { kind: 'proposal' } },
  );
  const city: City = { duty: [...suggestions, ...proposals] };
  const of = (kind: string, ...role: string[]): Filters => ({
    kind: [kind],
    ...(role.length === 0 ? {} : { role }),
  });

  test('32 suggestions are 2 and 2 and 28, 30 proposals 6 and 1 and 1 and 22', () => {
    expect(print(city, 'assignments', 0, of('suggestion'))).toBe('32');
    expect(
      ['lead', 'separate', 'assist'].map((role) => print(city, 'assignments', 0, of('suggestion', role))),
    ).toEqual(['2', '2', '28']);
    expect(print(city, 'assignments', 0, of('proposal'))).toBe('30');
    expect(
      ['lead', 'sole', 'separate', 'assist'].map((role) =>
        print(city, 'assignments', 0, of('proposal', role)),
      ),
    ).toEqual(['6', '1', '1', '22']);
  });

  test('12 of 62 reply, 50 assist: 80.6 %, and all are done in time', () => {
    expect(print(city, 'assignments.answering')).toBe('12');
    expect(print(city, 'assistShare')).toBe('80.6');
    expect(print(city, 'onTimeRate.every')).toBe('100.0');
  });

  test('40 of 45 replies adopt: 88.89 %', () => {
    const given = { dates: { issued: day }, dimensions: { round: '1' } };
    const adopting: City = {
      reply: [...rows(40, { ...given, flags: { adopted: true } }), ...rows(5, given)],
    };
    expect(print(adopting, 'adoptionRate')).toBe('88.89');
  });
});

describe('a district’s three sessions', () => {
  test('466 are 346 of the government and 120 of the port: 25.75 %', () => {
    const assigned = { dates: { filed: day, assigned: day } };
    const city: City = {
      matter: [
        ...rows(346, { ...assigned, dimensions: { system: 'government', boundary: 'no' } }),
        ...rows(120, { ...assigned, dimensions: { system: 'port', boundary: 'yes' } }),
      ],
    };
    expect(print(city, 'mattersAssigned')).toBe('466');
    expect(print(city, 'boundaryShare.matters')).toBe('25.75');
  });

  test('blanks follow from the rest, and only then: 172 = 151 + 21, C is 15, B of one class alone 32', () => {
    expect(
      deriveBlanks({
        parts: new Map([
          ['government', 151],
          ['port', 21],
        ]),
        total: null,
      }).total,
    ).toEqual({ count: 172, derived: true });
    const classes = deriveBlanks({
      parts: new Map([
        ['A', 79],
        ['B', 57],
        ['C', null],
      ]),
      total: 151,
    });
    expect(classes.parts.get('C')).toEqual({ count: 15, derived: true });
    expect(
      deriveBlanks({
        parts: new Map([
          ['A', 86],
          ['B', null],
          ['C', 11],
        ]),
        total: 129,
      }).parts.get('B'),
    ).toEqual({ count: 32, derived: true });
    const two = deriveBlanks({
      parts: new Map([
        ['A', 86],
        ['B', null],
        ['C', null],
      ]),
      total: 129,
    });
    expect([...two.parts.values()].some(({ derived }) => derived)).toBe(false);
    expect(
      deriveBlanks({
        parts: new Map([
          ['A', 130],
          ['B', null],
        ]),
        total: 129,
      }).parts.get('B'),
    ).toEqual({ count: null, derived: false });
  });

  test('86 of 129 is 66.7 %', () => {
    expect(print(replies({ A: 86, B: 32, C: 11 }), 'classShare:A')).toBe('66.7');
  });
});

describe('a city’s year', () => {
  test('854 suggestions and 586 proposals of three levels are 1440', () => {
    const filed = (n: number, kind: string, level: string) =>
      rows(n, { dimensions: { kind, level }, dates: { filed: day } });
    const city: City = {
      matter: [
        ...filed(5, 'suggestion', 'national'),
        ...filed(9, 'proposal', 'national'),
        ...filed(27, 'suggestion', 'provincial'),
        ...filed(41, 'proposal', 'provincial'),
        ...filed(822, 'suggestion', 'city'),
        ...filed(536, 'proposal', 'city'),
      ],
    };
    expect(print(city, 'mattersFiled', 0, { kind: ['suggestion'] })).toBe('854');
    expect(print(city, 'mattersFiled', 0, { kind: ['proposal'] })).toBe('586');
    expect(print(city, 'mattersFiled')).toBe('1440');
    expect(print(city, 'mattersFiled', 0, { level: ['city'] })).toBe('1358');
  });

  test('1266 opinions of the session were forwarded on the day on which they came', () => {
    // Late in the evening in China, which is another day nowhere that counts.
    const opinion = {
      dates: { received: '2025-01-15T14:00:00.000Z', forwarded: '2025-01-15T15:59:00.000Z' },
    };
    expect(print({ opinion: rows(1266, opinion) }, 'sessionOpinions')).toBe('1266');
    expect(print({ opinion: rows(1266, opinion) }, 'sameDayForwarding')).toBe('100.0');
    const next = { dates: { received: '2025-01-15T14:00:00.000Z', forwarded: '2025-01-15T16:00:00.000Z' } };
    expect(print({ opinion: [...rows(1, opinion), ...rows(1, next)] }, 'sameDayForwarding')).toBe('50.0');
  });

  test('30000 messages, 100 invitations with 120 people, and 35 and 19 and 20 prizes are counted as such', () => {
    const act = (actKind: string, amount: number, people = 0): FactRow => ({
      dimensions: { actKind },
      flags: {},
      numbers: { amount, people },
      dates: { recorded: day, happened: day },
    });
    const prizes = { awardUnit: 35, awardPerson: 19, awardMatter: 20 };
    const city: City = {
      act: [
        act('message', 18_000),
        act('message', 12_000),
        act('invitation', 100, 120),
        ...Object.entries(prizes).map(([kind, n]) => act(kind, n)),
      ],
    };
    const sent = (name: string, ...actKind: string[]) => print(city, name, 0, { actKind });
    expect(sent('supervisionActs.amount', 'message')).toBe('30000');
    expect(sent('supervisionActs.all', 'message')).toBe('2');
    expect(sent('actPeople', 'invitation')).toBe('120');
    expect(Object.keys(prizes).map((kind) => sent('supervisionActs.amount', kind))).toEqual([
      '35',
      '19',
      '20',
    ]);
  });

  test('all are satisfied in the end, and the 36 first verdicts stay', () => {
    const rated = (round: string, good: boolean, superseded: boolean) => ({
      dimensions: { round },
      flags: { outcomeAccepted: good, outcomeSatisfied: good },
      dates: { issued: day, rated: later, superseded: superseded ? later : null },
    });
    const city: City = {
      reply: [
        ...rows(1067, rated('1', true, false)),
        ...rows(36, rated('1', false, true)),
        ...rows(36, rated('2', true, false)),
      ],
    };
    expect(print(city, 'satisfactionRate')).toBe('100.0');
    expect(print(city, 'repliesIssued')).toBe('1103');
    expect(print(city, 'firstUnsatisfiedRate')).toBe('3.3');
    expect(print(city, 'secondSatisfactionRate')).toBe('100.0');
  });

  test('330 satisfied and 33 fairly, of 363: 90.9 % without these, 100 % with them', () => {
    const rated = (fairly: boolean) => ({
      dimensions: { round: '1' },
      flags: { outcomeAccepted: true, outcomeSatisfied: !fairly },
      dates: { issued: day, rated: later },
    });
    const city: City = { reply: [...rows(330, rated(false)), ...rows(33, rated(true))] };
    expect(print(city, 'satisfactionRate.outcome-final-without')).toBe('90.9');
    expect(print(city, 'satisfactionRate.outcome-final-with')).toBe('100.0');
  });

  test('554 of 679 are filed, 50 of 67 and 39 of 40 published, 567 of 579 with the government', () => {
    const submissions = [
      ...rows(554, { dates: { submitted: day, filed: later } }),
      ...rows(125, { dates: { submitted: day } }),
    ];
    expect(print({ submission: submissions }, 'filingRate')).toBe('81.6');
    const published = (n: number, of: number): City => ({
      reply: [
        ...rows(n, { dates: { issued: day, published: later } }),
        ...rows(of - n, { dates: { issued: day } }),
      ],
    });
    expect(print(published(50, 67), 'publicationRate.all')).toBe('74.6');
    expect(print(published(39, 40), 'publicationRate.all')).toBe('97.5');
    const system = (n: number, name: string) =>
      rows(n, { dimensions: { system: name, role: 'lead' }, dates: { assigned: day } });
    expect(print({ duty: [...system(567, 'government'), ...system(12, 'party')] }, 'governmentShare')).toBe(
      '97.93',
    );
  });
});
