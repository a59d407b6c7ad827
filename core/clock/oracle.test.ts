import fc from 'fast-check';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClockBase, DeadlineRule, DutyKind, RuleScope } from '../ruleset.ts';
import { type CalendarYear, type WorkCalendar, workdaysBetween } from './calendar.ts';
import type { Adjustments } from './adjust.ts';
import { type DeadlineFacts, deadline } from './deadline.ts';

/**
 * A second, slow reckoning that shares nothing with the first: platform dates instead of day numbers, one day at
 * a time instead of sums, sorting by rank instead of levels.
 */
const DAY = 86_400_000;
const ms = (date: string): number => Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8));
const text = (time: number): string => new Date(time).toISOString().slice(0, 10);

const works = (time: number, calendar: WorkCalendar): boolean => {
  const date = text(time);
  if (calendar.years.some((year) => year.makeUpWorkdays.includes(date))) return true;
  if (calendar.years.some((year) => year.holidays.includes(date))) return false;
  return ![0, 6].includes(new Date(time).getUTCDay());
};

const settled = (time: number, calendar: WorkCalendar): boolean => {
  const has = (year: number): boolean => calendar.years.some((one) => one.year === year);
  const date = new Date(time);
  const lastWeek = date.getUTCMonth() === 11 && date.getUTCDate() >= 25;
  return has(date.getUTCFullYear()) && (!lastWeek || has(date.getUTCFullYear() + 1));
};

type Answer = { readonly date: string; readonly provisional: boolean };

const stepWorkdays = (start: string, count: number, calendar: WorkCalendar): Answer => {
  let time = ms(start);
  let provisional = false;
  for (let found = 0; found < count; ) {
    time += DAY;
    if (works(time, calendar)) found += 1;
    if (!settled(time, calendar)) provisional = true;
  }
  return { date: text(time), provisional };
};

const stepMonths = (start: string, count: number): Answer => {
  const [year, month, day] = start.split('-').map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate();
  return { date: text(Date.UTC(year, month - 1 + count, Math.min(day, lastDay))), provisional: false };
};

type Case = {
  readonly rules: readonly DeadlineRule[];
  readonly facts: DeadlineFacts;
  readonly calendar: WorkCalendar;
};

/** What of the reckoning the pauses need: when the duty began, and whether working days are counted. */
type Ruled = Answer & { readonly start: string; readonly byWorkdays: boolean };

/** 'waits': its event, or the duty it leans on, has no date; 'over': its fixed date was before the start. */
const oracleRule = (rule: DeadlineRule, one: Case, asked: readonly DutyKind[]): Ruled | 'waits' | 'over' => {
  const start = one.facts[rule.base];
  if (start === undefined) return 'waits';
  const { amount } = rule;
  const plain = { start, byWorkdays: false };
  if (amount.unit === 'fixedDate' || amount.unit === 'sessionDate') {
    const closed = one.facts.sessionClosed;
    if (amount.unit === 'sessionDate' && closed === undefined) return 'waits';
    const fixedOn =
      amount.unit === 'fixedDate'
        ? amount.date
        : stepMonths(`${closed?.slice(0, 4)}-01-${amount.day}`, amount.month - 1).date;
    return ms(fixedOn) < ms(start) ? 'over' : { ...plain, date: fixedOn, provisional: false };
  }
  if (amount.unit === 'daysBefore') {
    const of = oracle(amount.of, one, asked);
    if (of === null) return 'waits';
    const back = Math.max(ms(of.date) - amount.count * DAY, ms(start));
    return { ...plain, date: text(back), provisional: of.provisional };
  }
  if (amount.unit === 'workday')
    return { start, byWorkdays: true, ...stepWorkdays(start, amount.count, one.calendar) };
  if (amount.unit === 'month') return { ...plain, ...stepMonths(start, amount.count) };
  return { ...plain, date: text(ms(start) + amount.count * DAY), provisional: false };
};

const scopeKeys = ['kind', 'inSession', 'role', 'level', 'proposerType', 'priority'] as const;
const first = (answers: readonly Ruled[]): Ruled | null =>
  answers.toSorted((a, b) => ms(a.date) - ms(b.date))[0] ?? null;

const oracle = (duty: DutyKind, one: Case, asked: readonly DutyKind[] = []): Ruled | null => {
  if (asked.includes(duty)) return null;
  const fitting = one.rules
    .filter(({ when, ...rule }) => {
      const fits = scopeKeys.every((key) => when?.[key] === undefined || when[key] === one.facts[key]);
      return rule.duty === duty && fits;
    })
    .map((rule) => ({
      force: rule.force,
      rank: Object.values(rule.when ?? {}).filter((condition) => condition !== undefined).length,
      answer: oracleRule(rule, one, [...asked, duty]),
    }));
  const dated = (force: DeadlineRule['force']): readonly Ruled[] =>
    fitting.flatMap((rule) => (rule.force === force && typeof rule.answer === 'object' ? [rule.answer] : []));
  const ranked = fitting.filter(({ force, answer }) => force === undefined && answer !== 'over');
  const top = Math.max(...ranked.map(({ rank }) => rank));
  const ordinary = ranked.flatMap(({ rank, answer }) =>
    rank === top && typeof answer === 'object' ? [answer] : [],
  );
  const chosen = first(dated('override')) ?? first(ordinary);
  const limit = first(dated('cap'));
  return chosen !== null && limit !== null && ms(limit.date) < ms(chosen.date) ? limit : chosen;
};

/**
 * The date after pauses and extensions, by living through the days: each morning the clock says how much is left,
 * a stopped clock spends nothing, and the date is the day on which nothing is left.
 */
const livedThrough = (
  ruled: Ruled,
  { pauses, extensions }: Adjustments,
  calendar: WorkCalendar,
): string | 'stopped' => {
  const counts = (time: number): boolean => !ruled.byWorkdays || works(time, calendar);
  const span = (from: number, to: number): number => {
    let days = 0;
    for (let time = from + DAY; time <= to; time += DAY) days += counts(time) ? 1 : 0;
    return days;
  };
  let due = ms(ruled.date);
  const stopped = (time: number): boolean =>
    pauses.some(({ from, to }) => time > ms(from) && (to === null || time <= ms(to)));
  const facts = [...pauses.flatMap(({ from, to }) => [from, to ?? from]), ...extensions.map(({ on }) => on)];
  const horizon = Math.max(ms(ruled.start), ...facts.map(ms)) + DAY;
  let since: number | null = null;
  for (let time = ms(ruled.start); time <= horizon; time += DAY) {
    const stopsTomorrow = stopped(time + DAY);
    const granted = extensions.filter(({ on }) => ms(on) === time).map(({ until }) => ms(until));
    // In the morning of a day on which the clock starts again, what remained at the stop is laid out from that day.
    if (since !== null && !stopsTomorrow) {
      let still = due >= since ? span(since, due) : 0;
      if (due >= since) due = time;
      for (; still > 0; due = due + DAY) still -= counts(due + DAY) ? 1 : 0;
      since = null;
    }
    // What is granted stands at once; while the clock stands still it only makes more remain.
    for (const until of granted) due = Math.max(due, until);
    if (since === null && stopsTomorrow) since = time;
  }
  return since !== null && due >= since ? 'stopped' : text(due);
};

const source = { cite: { zh: '试', en: 'test' }, verified: true } as const;
const bases: readonly ClockBase[] = [
  'filed',
  'sessionClosed',
  'assigned',
  'signedFor',
  'issued',
  'roundOpened',
];
const duties: readonly DutyKind[] = ['reply', 'opinion', 'disclose'];

/** Around year ends, leap days and month ends as often as anywhere else. */
const date = fc.oneof(
  fc.integer({ min: 0, max: 365 * 6 }).map((days) => text(Date.UTC(2022, 0, 1) + days * DAY)),
  fc.constantFrom(
    '2023-12-29',
    '2023-12-31',
    '2024-01-31',
    '2024-02-28',
    '2024-02-29',
    '2024-11-30',
    '2025-12-30',
  ),
);

const calendarYear = (year: number): fc.Arbitrary<CalendarYear> =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: 364 }), { maxLength: 40 })
    .chain((days) =>
      fc.tuple(fc.constant(days), fc.array(fc.boolean(), { minLength: days.length, maxLength: days.length })),
    )
    .map(([days, off]) => {
      const dates = days.map((day) => text(Date.UTC(year, 0, 1) + day * DAY));
      return {
        year,
        holidays: dates.filter((_, index) => off[index] === true),
        makeUpWorkdays: dates.filter((_, index) => off[index] !== true),
        source,
      };
    });

const workCalendar: fc.Arbitrary<WorkCalendar> = fc
  .tuple(
    fc.subarray([2022, 2023, 2024, 2025, 2026, 2027]),
    ...[2022, 2023, 2024, 2025, 2026, 2027].map(calendarYear),
  )
  .map(([known, ...years]) => ({ region: 'test', years: years.filter(({ year }) => known.includes(year)) }));

const period = fc.record({
  unit: fc.constantFrom('month' as const, 'workday' as const, 'day' as const),
  count: fc.integer({ min: 1, max: 40 }),
});
const fixed = fc.oneof(
  fc.record({ unit: fc.constant('fixedDate' as const), date }),
  fc.record({
    unit: fc.constant('sessionDate' as const),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 10, max: 31 }),
  }),
);
const before = fc.record({
  unit: fc.constant('daysBefore' as const),
  of: fc.constantFrom(...duties),
  count: fc.integer({ min: 1, max: 60 }),
});
const amount = fc.oneof(
  { arbitrary: period, weight: 4 },
  { arbitrary: fixed, weight: 2 },
  { arbitrary: before, weight: 1 },
);

/** At most two conditions: with more of them no rule would fit any matter. */
const scope: fc.Arbitrary<RuleScope> = fc
  .tuple(
    fc.record({
      kind: fc.constantFrom('suggestion' as const, 'proposal' as const),
      inSession: fc.boolean(),
      role: fc.constantFrom('lead' as const, 'sole' as const),
      level: fc.constantFrom('city' as const, 'provincial' as const),
      proposerType: fc.constantFrom('individual' as const, 'party' as const),
      priority: fc.boolean(),
    }),
    fc.subarray([...scopeKeys], { maxLength: 2 }),
  )
  .map(([all, kept]) => Object.fromEntries(kept.map((key) => [key, all[key]])));

const ruleFor = (duty: fc.Arbitrary<DutyKind>): fc.Arbitrary<DeadlineRule> =>
  fc
    .record(
      {
        duty,
        base: fc.constantFrom(...bases),
        amount,
        when: scope,
        force: fc.constantFrom(
          undefined,
          undefined,
          undefined,
          undefined,
          'override' as const,
          'cap' as const,
        ),
        source: fc.constant(source),
      },
      { requiredKeys: ['duty', 'base', 'amount', 'source'] },
    )
    .map(({ force, ...rule }) => (force === undefined ? rule : { ...rule, force }));

const facts: fc.Arbitrary<DeadlineFacts> = fc
  .tuple(
    fc.constantFrom('suggestion' as const, 'proposal' as const),
    fc.boolean(),
    fc.record(Object.fromEntries(bases.map((base) => [base, date])), {
      requiredKeys: ['filed', 'sessionClosed', 'assigned', 'issued'],
    }),
    fc.record(
      {
        role: fc.constantFrom('lead' as const, 'sole' as const),
        level: fc.constantFrom('city' as const, 'provincial' as const),
        proposerType: fc.constantFrom('individual' as const, 'party' as const),
        priority: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([kind, inSession, events, scope]) => ({ ...events, ...scope, kind, inSession }));

/** Pauses one after another, the last one perhaps still open; extensions on any day, those of a pause included. */
const adjustments: fc.Arbitrary<(start: string) => Adjustments> = fc
  .tuple(
    fc.integer({ min: -60, max: 60 }),
    fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 40 })), { maxLength: 3 }),
    fc.boolean(),
    fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 400 })), { maxLength: 2 }),
  )
  .map(([offset, lengths, open, grants]) => (start) => {
    const begin = ms(start) + offset * DAY;
    let time = begin;
    const pauses = lengths.map(([gap, length], index) => {
      const from = time + (gap + 1) * DAY;
      time = from + length * DAY;
      return { from: text(from), to: open && index === lengths.length - 1 ? null : text(time) };
    });
    const extensions = grants.map(([after, most]) => ({
      on: text(begin + after * DAY),
      until: text(begin + most * DAY),
    }));
    return { pauses, extensions };
  });

const rules = fc
  .tuple(
    ruleFor(fc.constant('reply')),
    fc.array(ruleFor(fc.constantFrom('reply', ...duties)), { maxLength: 5 }),
  )
  .map(([first, others]) => [first, ...others]);

const zones = ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'] as const;
const runs = 34_000; // in each of three zones: more than 100,000 cases

/** The server's own zone must not matter; the clocks of the second one also change in March and November. */
describe.each(zones)('on a server in %s', (zone) => {
  const home = process.env['TZ'];
  beforeAll(() => {
    process.env['TZ'] = zone;
  });
  afterAll(() => {
    if (home === undefined) delete process.env['TZ'];
    else process.env['TZ'] = home;
  });

  test(`an independent reckoning agrees on ${runs} random rulesets, calendars and matters`, () => {
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    const seen = { provisional: 0, leaning: 0, setAside: 0, clamped: 0, forced: 0, capped: 0 };
    const moved = { paused: 0, extended: 0, standing: 0, during: 0 };
    let dated = 0;
    fc.assert(
      fc.property(rules, facts, workCalendar, adjustments, (given, happened, calendar, adjust) => {
        const input = { rules: given, facts: happened, calendar };
        const due = deadline({ ...input, duty: 'reply' });
        const expected = oracle('reply', input);
        expect(due === null ? null : { date: due.date, provisional: due.provisional }).toEqual(
          expected === null ? null : { date: expected.date, provisional: expected.provisional },
        );
        if (due === null || expected === null) return;
        const { counting, setAside, rule, capped } = due.why;
        dated += 1;
        seen.provisional += due.provisional ? 1 : 0;
        seen.leaning += counting.unit === 'daysBefore' ? 1 : 0;
        seen.setAside += setAside.length > 0 ? 1 : 0;
        seen.clamped += counting.unit === 'month' && counting.clamped ? 1 : 0;
        seen.forced += rule.force === 'override' ? 1 : 0;
        seen.capped += capped === null ? 0 : 1;
        const adjusted = adjust(expected.start);
        const after = deadline({ ...input, duty: 'reply', adjustments: adjusted });
        const { steps, paused } = after?.why ?? { steps: [], paused: null };
        const lived = livedThrough(expected, adjusted, calendar);
        expect(paused === null ? after?.date : 'stopped', JSON.stringify(adjusted)).toBe(lived);
        moved.paused += steps.some(({ kind }) => kind === 'paused') ? 1 : 0;
        moved.extended += steps.some(({ kind }) => kind === 'extended') ? 1 : 0;
        moved.standing += paused === null ? 0 : 1;
        // Granted while the clock stood still, by a pause that did stop it.
        const stops = steps.flatMap((step) => (step.kind === 'paused' ? [step] : []));
        const granted = steps.flatMap((step) => (step.kind === 'extended' ? [step] : []));
        moved.during += granted.some(({ on }) => stops.some(({ from, to }) => on >= from && on < to)) ? 1 : 0;
      }),
      { numRuns: runs },
    );
    // Every sort of case must have come up, or the agreement would be about nothing.
    const least = Math.min(...Object.values(seen), ...Object.values(moved));
    expect(least, JSON.stringify({ ...seen, ...moved })).toBeGreaterThan(20);
    expect(dated).toBeGreaterThan(10_000);
  }, 300_000);
});

test('remaining working days agree with counting them one by one', () => {
  fc.assert(
    fc.property(date, date, workCalendar, (a, b, calendar) => {
      const [early, late] = a < b ? [a, b] : [b, a];
      let count = 0;
      let provisional = false;
      for (let time = ms(early) + DAY; time <= ms(late); time += DAY) {
        if (works(time, calendar)) count += 1;
        if (!settled(time, calendar)) provisional = true;
      }
      expect(workdaysBetween(early, late, calendar)).toEqual({ count, provisional });
    }),
    { numRuns: 1_000 },
  );
});
