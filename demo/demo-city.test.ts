import { describe, expect, test } from 'vitest';
import { allTopics } from './all-topics.ts';
import { daysBetween } from './days.ts';
import type { DemoCity, DemoMatter, DemoStage, StoryStep } from './demo.ts';
import { demoCity } from './demo-city.ts';
import { stageOf } from './stage-of.ts';

const city = demoCity();
const keysOf = (items: readonly { readonly key: string }[]): ReadonlySet<string> =>
  new Set(items.map(({ key }) => key));
const people = keysOf(city.people);
const units = keysOf(city.units);
const sections = keysOf(city.units.flatMap((unit) => unit.sections));
const ofYear = (year: number): readonly DemoMatter[] => city.matters.filter((matter) => matter.year === year);
const countBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
};

const stages: readonly DemoStage[] = [
  ...([
    'waitingAssignment',
    'waitingSignFor',
    'handBackPending',
    'waitingSubAssign',
    'waitingHandler',
  ] as const),
  ...([
    'noContact',
    'handling',
    'waitingOpinions',
    'sentBack',
    'reviewSectionHead',
    'reviewUnitOffice',
  ] as const),
  ...(['reviewUnitLeader', 'cleared', 'issuedUnrated', 'partlyRated', 'rated', 'secondRound'] as const),
  ...(['closed', 'withdrawn', 'reopened'] as const),
];

describe('the city', () => {
  test('has forty units with an office and two to four sections each, two of them boundary units', () => {
    expect(city.units).toHaveLength(40);
    expect(units.size).toBe(40);
    expect(city.units.filter(({ boundary }) => boundary)).toHaveLength(2);
    expect(city.units.filter(({ system }) => system === 'district')).toHaveLength(4);
    for (const unit of city.units) {
      expect(unit.sections.filter(({ isOffice }) => isOffice)).toHaveLength(1);
      expect(unit.sections.length).toBeGreaterThanOrEqual(3);
      expect(unit.sections.length).toBeLessThanOrEqual(5);
      expect(unit.functions.length).toBeGreaterThan(0);
      expect(unit.name.en).toMatch(/^[A-Z][A-Za-z’,\- ]+$/);
    }
    const names = city.units.flatMap(({ name, short, aliases }) => [
      ...new Set([name.zh, short, ...aliases]),
    ]);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(city.units.map(({ documentWord }) => documentWord)).size).toBe(40);
  });

  test('has 180 deputies and 160 members, in their groups, one deputy of seventy years', () => {
    expect(city.people.filter(({ organ }) => organ === 'congress')).toHaveLength(180);
    expect(city.people.filter(({ organ }) => organ === 'cppcc')).toHaveLength(160);
    expect(city.people.filter(({ organ, group }) => organ !== undefined && group === undefined)).toEqual([]);
    const persona = city.personas.find(({ username }) => username === 'daibiao');
    expect(city.people.find(({ key }) => key === persona?.person)?.birthYear).toBe(1956);
  });

  test('has the people that every unit and office needs', () => {
    const roles = countBy(
      city.people.flatMap(({ grants }) => grants),
      ({ role, unit = '' }) => `${role} ${unit}`.trim(),
    );
    expect(roles.supervisor).toBe(3);
    expect(roles['congress-office']).toBe(2);
    expect(roles['cppcc-office']).toBe(2);
    expect(roles['city-leader']).toBe(2);
    expect(roles['system-admin']).toBe(1);
    for (const unit of units) {
      expect(roles[`unit-leader ${unit}`]).toBeGreaterThan(0);
      expect(roles[`unit-office ${unit}`]).toBeGreaterThan(0);
      expect(roles[`handler ${unit}`]).toBeGreaterThan(0);
    }
    const heads = city.people.flatMap(({ grants }) => grants).filter(({ role }) => role === 'section-head');
    expect(new Set(heads.map(({ section }) => section)).size).toBe(sections.size - 40);
  });

  test('gives nobody a number, an address or a name that could be somebody’s', () => {
    expect(city.people.filter(({ phone }) => !/^199000\d{5}$/.test(phone))).toEqual([]);
    expect(new Set(city.people.map(({ phone }) => phone)).size).toBe(city.people.length);
    expect(city.people.filter(({ email }) => !email.endsWith('.example.invalid'))).toEqual([]);
    expect(new Set(city.people.map(({ name }) => name)).size).toBe(city.people.length);
    const texts = JSON.stringify(city.matters);
    expect(texts).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/);
    expect(texts).not.toMatch(/https?:|www\./);
  });

  test('has personas whose people hold the role, each with a description in both languages', () => {
    expect(city.personas.length).toBeGreaterThanOrEqual(12);
    for (const persona of city.personas) {
      const person = city.people.find(({ key }) => key === persona.person);
      expect(person?.grants.map(({ role }) => role)).toContain(persona.role);
      expect(persona.description.zh).not.toBe('');
      expect(persona.description.en).not.toBe('');
    }
    expect(new Set(city.personas.map(({ username }) => username)).size).toBe(city.personas.length);
  });
});

describe('the matters', () => {
  test('number 190, 200 and 210, about 55 suggestions to 45 proposals, an eighth of them out of session', () => {
    expect([2024, 2025, 2026].map((year) => ofYear(year).length)).toEqual([190, 200, 210]);
    expect(countBy(city.matters, ({ kind }) => kind)).toEqual({ suggestion: 330, proposal: 270 });
    expect(city.matters.filter(({ timeMark }) => timeMark === 'offSession')).toHaveLength(72);
  });

  test('spread over at least sixty topics and every category', () => {
    expect(allTopics.length).toBeGreaterThanOrEqual(60);
    expect(new Set(city.matters.map(({ topic }) => topic)).size).toBe(allTopics.length);
    expect(new Set(city.matters.map(({ category }) => category)).size).toBe(city.categories.length);
    const most = Math.max(...Object.values(countBy(city.matters, ({ topic }) => topic)));
    expect(most).toBeLessThanOrEqual(36);
  });

  test('stand in every stage, the older years almost all closed', () => {
    expect(new Set(city.matters.map(({ stage }) => stage))).toEqual(new Set(stages));
    const share = (year: number): number =>
      ofYear(year).filter(({ stage }) => stage === 'closed').length / ofYear(year).length;
    expect(share(2024)).toBeGreaterThan(0.94);
    expect(share(2025)).toBeGreaterThan(0.75);
    expect(new Set(ofYear(2026).map(({ stage }) => stage))).toEqual(new Set(stages));
    expect(city.matters.filter(({ overdue }) => overdue).length).toBeGreaterThan(10);
  });

  test('have a stage that their steps bear out', () => {
    const wrong = city.matters.filter(
      ({ steps, coSigners, stage }) => stageOf(steps, coSigners.length + 1) !== stage,
    );
    expect(wrong).toEqual([]);
  });

  test('have titles that do not repeat within a year, numbers that do not repeat within an organ', () => {
    for (const year of [2024, 2025, 2026]) {
      const titles = ofYear(year).map(({ title }) => title.replace(/的(建议|提案)$/, ''));
      expect(new Set(titles).size).toBe(titles.length);
    }
    const numbers = city.matters.map(({ organ, caseNo }) => `${organ} ${caseNo}`);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(city.matters.filter(({ caseNo, year }) => !new RegExp(`^${year}\\d{4}$`).test(caseNo))).toEqual(
      [],
    );
  });

  test('have a title, a body and two to five asks that a person could have written', () => {
    for (const { title, body, points, kind } of city.matters) {
      expect(title).toMatch(kind === 'suggestion' ? /^关于.{6,40}的建议$/ : /^关于.{6,40}的提案$/);
      expect(body.length).toBeGreaterThanOrEqual(300);
      expect(body.length).toBeLessThanOrEqual(900);
      expect(points.length).toBeGreaterThanOrEqual(2);
      expect(points.length).toBeLessThanOrEqual(5);
      expect(new Set(points).size).toBe(points.length);
      for (const point of points) expect(body).toContain(point);
    }
    const bodies = new Set(city.matters.map(({ body }) => body));
    expect(bodies.size).toBe(city.matters.length);
  });

  test('leave no slot open and no sentence unfinished in any text', () => {
    expect(JSON.stringify(city.matters)).not.toMatch(
      /\{\w+\}|\{\d+-\d+\}|undefined|。。|，，|、、|[\u4e00-\u9fff][,:;()?!]/,
    );
  });

  test('name only what the city has', () => {
    const topics = keysOf(city.topics);
    const categories = keysOf(city.categories);
    const organOf = new Map(city.people.map(({ key, organ }) => [key, organ]));
    const sessions = keysOf(city.organs.flatMap(({ terms }) => terms.flatMap((term) => term.sessions)));
    for (const matter of city.matters) {
      expect(topics).toContain(matter.topic);
      expect(categories).toContain(matter.category);
      expect(sessions).toContain(matter.session);
      const proposers = [matter.leadProposer, ...matter.coSigners];
      expect(new Set(proposers).size).toBe(proposers.length);
      expect(proposers.filter((key) => organOf.get(key) !== matter.organ)).toEqual([]);
      const unknown = matter.steps.flatMap(namesIn).filter(([set, key]) => !set.has(key));
      expect(unknown).toEqual([]);
    }
  });

  test('have few co-signers mostly and six at most', () => {
    const sizes = city.matters.map(({ coSigners }) => coSigners.length);
    expect(Math.max(...sizes)).toBe(6);
    expect(sizes.filter((size) => size === 0).length).toBeGreaterThan(
      sizes.filter((size) => size > 2).length,
    );
  });
});

const namesIn = (step: StoryStep): readonly (readonly [ReadonlySet<string>, string])[] => {
  const found: (readonly [ReadonlySet<string>, string])[] = [[people, step.actor]];
  if ('unit' in step) found.push([units, step.unit]);
  if (step.act === 'assign')
    for (const { unit, leader } of step.assignments) found.push([units, unit], [people, leader]);
  if (step.act === 'handBack') found.push([units, step.rightUnit]);
  if (step.act === 'decideHandBack' && step.newUnit !== undefined) found.push([units, step.newUnit]);
  if (step.act === 'subAssign') found.push([sections, step.section], [people, step.handler ?? step.actor]);
  if (step.act === 'contact')
    found.push([people, step.by], ...step.with.map((key) => [people, key] as const));
  if (step.act === 'draftReply') found.push([people, step.contactPerson]);
  return found;
};

describe('the personas', () => {
  const led = (person: string): readonly DemoStage[] =>
    ofYear(2026).flatMap(({ leadProposer, stage }) => (leadProposer === person ? [stage] : []));

  test('who propose have replies to rate, a second round to watch and a matter that waits', () => {
    for (const person of ['deputy-001', 'member-001'])
      expect(led(person)).toEqual(
        expect.arrayContaining([
          'waitingAssignment',
          'handling',
          'issuedUnrated',
          'rated',
          'secondRound',
          'closed',
        ]),
      );
  });

  test('of the Transport Bureau have a matter in each stage of handling', () => {
    const transport = ofYear(2026).filter(({ steps }) =>
      steps.some((step) => step.act === 'assign' && step.assignments.some(({ unit }) => unit === 'jiaotong')),
    );
    expect(new Set(transport.map(({ stage }) => stage))).toEqual(
      new Set(stages.filter((stage) => stage !== 'waitingAssignment')),
    );
    const handlers = transport.filter(({ steps }) =>
      steps.some((step) => step.act === 'subAssign' && step.handler === 'jiaotong-section-1-handler-1'),
    );
    expect(new Set(handlers.map(({ stage }) => stage))).toContain('noContact');
    expect(new Set(handlers.map(({ stage }) => stage))).toContain('sentBack');
  });

  test('of the bus company owe an opinion', () => {
    const waiting = ofYear(2026).filter(({ stage, steps }) => {
      const assists = steps.some(
        (step) => step.act === 'subAssign' && step.handler === 'gongjiao-section-1-handler-1',
      );
      const gave = steps.some((step) => step.act === 'opinion' && step.unit === 'gongjiao');
      return stage === 'waitingOpinions' && assists && !gave;
    });
    expect(waiting.length).toBeGreaterThan(0);
  });
});

describe('the same seed', () => {
  const stagesOf = ({ matters }: DemoCity) => countBy(matters, ({ year, stage }) => `${year} ${stage}`);

  test('tells the same city, another one another', () => {
    expect(JSON.stringify(demoCity())).toBe(JSON.stringify(city));
    expect(demoCity(7).matters[0]?.body).not.toBe(city.matters[0]?.body);
  }, 30_000);

  test.each([
    [3, '2026-10-15'],
    [4, '2026-12-31'],
    [5, '2027-02-01'],
    [6, '2028-05-06'],
  ] as const)(
    'stands in the same stages with seed %i, shortly before %s',
    (seed, today) => {
      const other = demoCity(seed, today);
      expect(stagesOf(other)).toEqual(stagesOf(city));
      const days = other.matters.flatMap(({ steps }) => steps.map(({ at }) => at.slice(0, 10))).toSorted();
      expect(daysBetween(days.at(-1) ?? '', today)).toBeGreaterThanOrEqual(0);
      expect(daysBetween(days.at(-1) ?? '', today)).toBeLessThanOrEqual(7);
    },
    30_000,
  );
});
