import { describe, expect, test } from 'vitest';
import { daysBetween, isWorkday, workdaysBetween } from './days.ts';
import type { DemoMatter, StoryStep } from './demo.ts';
import { demoCity } from './demo-city.ts';

const city = demoCity();
const { matters } = city;
const roleOf = new Map(city.people.map(({ key, grants }) => [key, grants[0]]));
type Of<Act extends StoryStep['act']> = Extract<StoryStep, { act: Act }>;

const only = <Act extends StoryStep['act']>(
  { steps }: Pick<DemoMatter, 'steps'>,
  act: Act,
): readonly Of<Act>[] => steps.filter((step): step is Of<Act> => step.act === act);
const all = <Act extends StoryStep['act']>(act: Act): readonly Of<Act>[] =>
  matters.flatMap((matter) => only(matter, act));
const share = <Item>(items: readonly Item[], fits: (item: Item) => boolean): number =>
  items.filter(fits).length / items.length;
const words = (steps: readonly StoryStep[]): readonly string[] => steps.map(({ at, act }) => `${at} ${act}`);

describe('time', () => {
  test('runs forward in each story, from filing to the last day', () => {
    const stamped = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;
    for (const { steps, filedOn, key } of matters) {
      const times = steps.map(({ at }) => at);
      expect(times, key).toEqual(times.toSorted());
      expect(times.filter((at) => !stamped.test(at))).toEqual([]);
      expect((times[0] ?? '9') >= filedOn, key).toBe(true);
      expect((times.at(-1) ?? '').slice(0, 10) <= city.today, key).toBe(true);
    }
  });

  test('is office time for everyone but the proposers, who seldom act at weekends', () => {
    const own = (step: StoryStep): boolean => step.act === 'rate' || step.act === 'withdraw';
    const office = matters.flatMap(({ steps }) => steps.filter((step) => !own(step)));
    const late = office.filter(
      ({ at }) => !isWorkday(at.slice(0, 10)) || at.slice(11) < '08:40' || at.slice(11) > '17:50',
    );
    expect(words(late)).toEqual([]);
    const rates = all('rate');
    const weekend = share(rates, ({ at }) => !isWorkday(at.slice(0, 10)));
    expect(weekend).toBeGreaterThan(0);
    expect(weekend).toBeLessThan(0.08);
  });
});

describe('assignment', () => {
  test('is one sole unit, or one lead with assistants, or several separate units', () => {
    for (const { assignments } of all('assign')) {
      const roles = assignments
        .map(({ role }) => role)
        .toSorted()
        .join(' ');
      expect(roles).toMatch(/^(sole|(assist )+lead|separate( separate)+)$/);
      expect(new Set(assignments.map(({ unit }) => unit)).size).toBe(assignments.length);
      for (const { unit, leader } of assignments) expect(roleOf.get(leader)?.unit).toBe(unit);
    }
    const kinds = new Set(all('assign').flatMap(({ assignments }) => assignments.map(({ role }) => role)));
    expect(kinds).toEqual(new Set(['sole', 'lead', 'separate', 'assist']));
  });

  test('of boundary units, courts and Party bodies is never the supervising office’s', () => {
    const within = new Set(
      city.units
        .filter(({ boundary, system }) => !boundary && system !== 'court' && system !== 'party')
        .map(({ key }) => key),
    );
    const offices = all('assign').map(({ actor, assignments }) => ({
      role: roleOf.get(actor)?.role,
      within: within.has(assignments[0]?.unit ?? ''),
    }));
    expect(offices.filter((one) => one.role === 'supervisor' && !one.within)).toEqual([]);
    expect(new Set(offices.map(({ role }) => role))).toEqual(
      new Set(['supervisor', 'congress-office', 'cppcc-office']),
    );
  });

  test('may be handed back within seven workdays, naming another unit and its duty', () => {
    const requests = all('handBack');
    expect(requests.length).toBeGreaterThan(15);
    for (const matter of matters) {
      const [assigned] = only(matter, 'assign');
      for (const { at, unit, rightUnit, duty, reason } of only(matter, 'handBack')) {
        expect(rightUnit).not.toBe(unit);
        expect(duty.length).toBeGreaterThan(5);
        expect(reason.length).toBeGreaterThan(40);
        expect(workdaysBetween((assigned?.at ?? '').slice(0, 10), at.slice(0, 10))).toBeLessThanOrEqual(7);
      }
      for (const decision of only(matter, 'decideHandBack'))
        expect(decision.newUnit !== undefined).toBe(decision.decision === 'reassign');
    }
    expect(new Set(all('decideHandBack').map(({ decision }) => decision))).toEqual(
      new Set(['uphold', 'reassign']),
    );
  });

  test('goes from the office to a section and a handler of the same unit', () => {
    for (const { unit, section, handler, actor } of all('subAssign')) {
      expect(section.startsWith(`${unit}-section-`)).toBe(true);
      expect(['unit-office', 'section-head']).toContain(roleOf.get(actor)?.role);
      expect(roleOf.get(handler ?? `${section}-handler-1`)).toMatchObject({ role: 'handler', unit, section });
    }
  });
});

describe('contacts and opinions', () => {
  test('a contact with the lead proposer comes before every reply, in each round', () => {
    for (const matter of matters)
      for (const { unit, round, at } of only(matter, 'issue')) {
        const before = only(matter, 'contact').filter(
          (one) => one.unit === unit && one.round === round && one.stage === 'before' && one.at < at,
        );
        expect(before.length, matter.key).toBeGreaterThan(0);
        expect(before.every((one) => one.with.includes(matter.leadProposer) && one.proposerPresent)).toBe(
          true,
        );
      }
  });

  test('a contact was held before it was entered, by someone of the unit, and says what was said', () => {
    const contacts = all('contact');
    for (const { heldAt, at, by, unit, said } of contacts) {
      expect(heldAt <= at).toBe(true);
      expect(heldAt.slice(0, 10)).toBe(at.slice(0, 10));
      expect(roleOf.get(by)?.unit).toBe(unit);
      expect(said.length).toBeGreaterThan(20);
    }
    expect(new Set(contacts.map(({ channel }) => channel)).size).toBeGreaterThanOrEqual(7);
    expect(new Set(contacts.map(({ stage }) => stage))).toEqual(new Set(['before', 'during', 'after']));
    expect(share(contacts, ({ channel }) => channel === 'phone')).toBeLessThan(0.5);
  });

  test('every assisting unit has given its opinion before the lead issues; some dissent', () => {
    for (const matter of matters) {
      const assists = only(matter, 'assign').flatMap(({ assignments }) =>
        assignments.filter(({ role }) => role === 'assist'),
      );
      const [issued] = only(matter, 'issue');
      if (issued === undefined) continue;
      for (const { unit } of assists)
        expect(
          only(matter, 'opinion').some((one) => one.unit === unit && one.at < issued.at),
          matter.key,
        ).toBe(true);
    }
    const opinions = all('opinion');
    expect(opinions.every(({ stance, dissent }) => (stance === 'agree') === (dissent === undefined))).toBe(
      true,
    );
    const dissent = share(opinions, ({ stance }) => stance === 'dissent');
    expect(dissent).toBeGreaterThan(0.05);
    expect(dissent).toBeLessThan(0.25);
  });
});

describe('replies', () => {
  test('answer every point in 60 to 200 characters', () => {
    for (const matter of matters)
      for (const { points } of only(matter, 'draftReply')) {
        expect(points.map(({ point }) => point)).toEqual(matter.points.map((_, index) => index + 1));
        for (const { answer } of points) {
          expect(answer.length).toBeGreaterThanOrEqual(60);
          expect(answer.length).toBeLessThanOrEqual(200);
        }
      }
  });

  test('come in the classes of the field, in about their shares', () => {
    const first = all('draftReply').filter(({ round }) => round === 1);
    const of = (letter: string): number => share(first, ({ resultClass }) => resultClass === letter);
    expect(of('A')).toBeGreaterThan(0.5);
    expect(of('A')).toBeLessThan(0.68);
    expect(of('B')).toBeGreaterThan(0.18);
    expect(of('B')).toBeLessThan(0.36);
    expect(of('C')).toBeGreaterThan(0.05);
    expect(of('C')).toBeLessThan(0.14);
    expect(of('D')).toBeGreaterThan(0.03);
    expect(of('D')).toBeLessThan(0.11);
  });

  test('say why when they are not to be made public', () => {
    const drafts = all('draftReply');
    expect(
      drafts.every((one) => (one.disclosure === 'proactive') === (one.disclosureReason === undefined)),
    ).toBe(true);
    expect(share(drafts, ({ disclosure }) => disclosure === 'proactive')).toBeGreaterThan(0.8);
  });

  test('pass section head, office and leader in this order, by three people of the unit, before they go out', () => {
    for (const matter of matters)
      for (const { unit, round, at } of only(matter, 'issue')) {
        const cleared = matter.steps.filter(
          (step): step is Of<'approve'> =>
            step.act === 'approve' && step.unit === unit && step.round === round && step.at <= at,
        );
        const last = cleared.slice(-3);
        expect(last.map(({ level }) => level)).toEqual(['section-head', 'unit-office', 'unit-leader']);
        expect(new Set(last.map(({ actor }) => actor)).size).toBe(3);
        for (const { level, actor } of last) expect(roleOf.get(actor)).toMatchObject({ role: level, unit });
      }
  });

  test('are sent back now and then, with a reason, to a lower level', () => {
    const order = ['handler', 'section-head', 'unit-office', 'unit-leader'];
    const returned = all('sendBack');
    expect(returned.length).toBeGreaterThan(20);
    for (const { level, toLevel, reason } of returned) {
      expect(order.indexOf(toLevel)).toBeLessThan(order.indexOf(level));
      expect(reason.length).toBeGreaterThan(15);
    }
  });

  test('carry numbers that run on within each unit and year', () => {
    const last = new Map<string, number>();
    const issues = all('issue').toSorted((one, other) =>
      one.at < other.at ? -1 : one.at > other.at ? 1 : 0,
    );
    for (const { documentNo, at } of issues) {
      const [, series = '', number = ''] = /^(云.+函〔\d{4}〕)(\d+)号$/.exec(documentNo) ?? [];
      expect(series).toContain(`〔${at.slice(0, 4)}〕`);
      expect(Number(number)).toBe((last.get(series) ?? 0) + 1);
      last.set(series, Number(number));
    }
    expect(issues.length).toBeGreaterThan(500);
  });
});

describe('ratings and endings', () => {
  test('only proposers of the matter rate, once a round, after the letter, on every point', () => {
    for (const matter of matters) {
      const given = new Set<string>();
      for (const { actor, unit, round, at, points } of only(matter, 'rate')) {
        expect([matter.leadProposer, ...matter.coSigners]).toContain(actor);
        const key = `${unit} ${round} ${actor}`;
        expect(given).not.toContain(key);
        given.add(key);
        const letter = only(matter, 'issue').find((one) => one.unit === unit && one.round === round);
        expect((letter?.at ?? '9') < at).toBe(true);
        expect(points).toHaveLength(matter.points.length);
      }
    }
  });

  test('who is not satisfied says why, and a second round follows', () => {
    const unhappy = all('rate').filter(({ attitude, outcome }) =>
      [attitude, outcome].includes('dissatisfied'),
    );
    expect(unhappy.length).toBeGreaterThan(30);
    expect(unhappy.filter(({ reason = '' }) => reason.length < 15)).toEqual([]);
    for (const matter of matters) {
      const bad = only(matter, 'rate').find(({ outcome }) => outcome === 'dissatisfied');
      if (bad === undefined) continue;
      const second = only(matter, 'issue').find(({ round }) => round === 2);
      expect(matter.stage === 'secondRound' || (second?.at ?? '') > bad.at, matter.key).toBe(true);
    }
    const live = matters.filter(({ stage }) => stage === 'secondRound');
    const lengths = new Set(
      live.map(({ steps }) => steps.filter((step) => 'round' in step && step.round === 2).length),
    );
    expect(lengths.size).toBeGreaterThan(3);
  });

  test('a second letter comes only after 不满意 or a reopening', () => {
    for (const matter of matters)
      for (const { at } of only(matter, 'issue').filter(({ round }) => round === 2)) {
        const cause = matter.steps.some(
          (step) =>
            step.at < at &&
            (step.act === 'reopen' || (step.act === 'rate' && step.outcome === 'dissatisfied')),
        );
        expect(cause, matter.key).toBe(true);
      }
  });

  test('closing follows the last rating, or says why there is none; the organ’s office closes', () => {
    for (const matter of matters)
      for (const { at, actor, unratedReason } of only(matter, 'close')) {
        expect(roleOf.get(actor)?.organ).toBe(matter.organ);
        const rated = only(matter, 'rate').some((one) => one.at < at);
        expect(rated, matter.key).toBe(unratedReason === undefined);
      }
  });

  test('nothing follows a withdrawal, and only a reopening follows a closing', () => {
    const following = (act: StoryStep['act']): readonly (string | undefined)[] =>
      matters.flatMap(({ steps }) =>
        steps.flatMap((step, index) => (step.act === act ? [steps[index + 1]?.act] : [])),
      );
    expect(new Set(following('withdraw'))).toEqual(new Set([undefined]));
    expect(new Set(following('close'))).toEqual(new Set([undefined, 'reopen']));
    const strangers = matters.filter((matter) =>
      only(matter, 'withdraw').some(({ actor }) => actor !== matter.leadProposer),
    );
    expect(strangers).toEqual([]);
  });

  test('most replies keep the three months, some are late', () => {
    const delays = matters.flatMap((matter) => {
      const [assigned] = only(matter, 'assign');
      const [issued] = only(matter, 'issue');
      return assigned === undefined || issued === undefined
        ? []
        : [daysBetween(assigned.at.slice(0, 10), issued.at.slice(0, 10))];
    });
    const late = share(delays, (days) => days > 92);
    expect(late).toBeGreaterThan(0.03);
    expect(late).toBeLessThan(0.2);
  });
});
