import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClockBase, DeadlineRule, DutyKind } from '../ruleset.ts';
import { type CalendarYear, type WorkCalendar, workdaysBetween } from './calendar.ts';
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

/** 'waits': its event, or the duty it leans on, has no date; 'over': its fixed date was before the start. */
const oracleRule = (rule: DeadlineRule, one: Case, asked: readonly DutyKind[]): Answer | 'waits' | 'over' => {
  const start = one.facts[rule.base];
  if (start === undefined) return 'waits';
  if (rule.amount.unit === 'fixedDate')
    return ms(rule.amount.date) < ms(start) ? 'over' : { date: rule.amount.date, provisional: false };
  const { unit, count } = rule.amount;
  if (unit === 'daysBefore') {
    const of = oracle(rule.amount.of, one, asked);
    return of === null ? 'waits' : { ...of, date: text(Math.max(ms(of.date) - count * DAY, ms(start))) };
  }
  if (unit === 'workday') return stepWorkdays(start, count, one.calendar);
  if (unit === 'month') return stepMonths(start, count);
  return { date: text(ms(start) + count * DAY), provisional: false };
};

const oracle = (duty: DutyKind, one: Case, asked: readonly DutyKind[] = []): Answer | null => {
  if (asked.includes(duty)) return null;
  const ranked = one.rules
    .filter(({ when, ...rule }) => {
      const kindFits = when?.kind === undefined || when.kind === one.facts.kind;
      const timeFits = when?.inSession === undefined || when.inSession === one.facts.inSession;
      return rule.duty === duty && kindFits && timeFits;
    })
    .map((rule) => ({
      rank: Object.values(rule.when ?? {}).filter((condition) => condition !== undefined).length,
      answer: oracleRule(rule, one, [...asked, duty]),
    }))
    .filter(({ answer }) => answer !== 'over');
  const top = Math.max(...ranked.map(({ rank }) => rank));
  const answers = ranked.flatMap(({ rank, answer }) =>
    rank === top && typeof answer === 'object' ? [answer] : [],
  );
  return answers.toSorted((a, b) => ms(a.date) - ms(b.date))[0] ?? null;
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
const fixed = fc.record({ unit: fc.constant('fixedDate' as const), date });
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

const ruleFor = (duty: fc.Arbitrary<DutyKind>): fc.Arbitrary<DeadlineRule> =>
  fc.record(
    {
      duty,
      base: fc.constantFrom(...bases),
      amount,
      when: fc.record(
        { kind: fc.constantFrom('suggestion' as const, 'proposal' as const), inSession: fc.boolean() },
        { requiredKeys: [] },
      ),
      source: fc.constant(source),
    },
    { requiredKeys: ['duty', 'base', 'amount', 'source'] },
  );

const facts: fc.Arbitrary<DeadlineFacts> = fc
  .tuple(
    fc.constantFrom('suggestion' as const, 'proposal' as const),
    fc.boolean(),
    fc.record(Object.fromEntries(bases.map((base) => [base, date])), {
      requiredKeys: ['filed', 'sessionClosed', 'assigned', 'issued'],
    }),
  )
  .map(([kind, inSession, events]) => ({ ...events, kind, inSession }));

const rules = fc
  .tuple(ruleFor(fc.constant('reply')), fc.array(ruleFor(fc.constantFrom(...duties)), { maxLength: 4 }))
  .map(([first, others]) => [first, ...others]);

test('an independent reckoning agrees on 20,000 random rulesets, calendars and matters', () => {
  const seen = { dated: 0, provisional: 0, leaning: 0, setAside: 0, clamped: 0 };
  fc.assert(
    fc.property(rules, facts, workCalendar, (given, happened, calendar) => {
      const due = deadline({ rules: given, duty: 'reply', facts: happened, calendar });
      const expected = oracle('reply', { rules: given, facts: happened, calendar });
      expect(due === null ? null : { date: due.date, provisional: due.provisional }).toEqual(expected);
      if (due === null) return;
      const { counting, setAside } = due.why;
      seen.dated += 1;
      seen.provisional += due.provisional ? 1 : 0;
      seen.leaning += counting.unit === 'daysBefore' ? 1 : 0;
      seen.setAside += setAside.length > 0 ? 1 : 0;
      seen.clamped += counting.unit === 'month' && counting.clamped ? 1 : 0;
    }),
    { numRuns: 20_000 },
  );
  // Every sort of case must have come up, or the agreement would be about nothing.
  expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(20);
  expect(seen.dated).toBeGreaterThan(7_000);
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
