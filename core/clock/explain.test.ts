import { describe, expect, test } from 'vitest';
import type { DeadlineRule, DutyKind } from '../ruleset.ts';
import type { Adjustments } from './adjust.ts';
import type { WorkCalendar } from './calendar.ts';
import { type DeadlineFacts, deadline } from './deadline.ts';
import { explainDueDate } from './explain.ts';

const verified = { cite: { zh: '试行规定', en: 'Test rules' }, verified: true } as const;
const calendar: WorkCalendar = {
  region: 'test',
  years: [
    {
      year: 2026,
      holidays: ['2026-05-01', '2026-05-02', '2026-05-03', '2026-06-19'],
      makeUpWorkdays: ['2026-05-09'],
      source: verified,
    },
  ],
};

const explain = (
  rules: readonly Partial<DeadlineRule>[],
  assigned: string,
  duty: DutyKind = 'reply',
  adjustments: Adjustments = { pauses: [], extensions: [] },
) => {
  const full = rules.map(
    (rule): DeadlineRule => ({
      duty: 'reply',
      base: 'assigned',
      amount: { unit: 'month', count: 3 },
      source: verified,
      ...rule,
    }),
  );
  const facts: DeadlineFacts = { kind: 'suggestion', inSession: true, assigned };
  const due = deadline({ rules: full, duty, facts, calendar, adjustments });
  return (due === null ? [] : explainDueDate(due)).map(({ code, params }) =>
    [code, ...Object.values(params)].join(' '),
  );
};

describe('why this date', () => {
  test('months', () => {
    expect(explain([{}], '2026-03-21')).toEqual(['start.assigned 2026-03-21', 'month 3', 'due 2026-06-21']);
    expect(explain([{}], '2026-11-30')).toEqual([
      'start.assigned 2026-11-30',
      'month 3',
      'clamped 2027-02-28',
      'due 2027-02-28',
    ]);
  });

  test('working days name runs of holidays as one and single days alone', () => {
    expect(explain([{ amount: { unit: 'workday', count: 37 } }], '2026-04-29')).toEqual([
      'start.assigned 2026-04-29',
      'workday 37 13',
      'holidays 4 2026-05-01 – 2026-05-03, 2026-06-19',
      'makeUp 1 2026-05-09',
      'due 2026-06-22',
    ]);
  });

  test('what is uncertain is said last', () => {
    const source = { ...verified, verified: false };
    expect(explain([{ amount: { unit: 'workday', count: 1 }, source }], '2026-12-31')).toEqual([
      'start.assigned 2026-12-31',
      'workday 1 0',
      'due 2027-01-01',
      'provisional',
      'unverified',
    ]);
  });

  test('fixed dates, also those set aside', () => {
    const fixed: Partial<DeadlineRule> = {
      amount: { unit: 'fixedDate', date: '2026-06-30' },
      when: { inSession: true },
    };
    expect(explain([fixed, {}], '2026-03-21')).toEqual([
      'start.assigned 2026-03-21',
      'fixedDate 2026-06-30',
      'due 2026-06-30',
    ]);
    expect(explain([fixed, {}], '2026-07-01')).toEqual([
      'start.assigned 2026-07-01',
      'setAside 2026-06-30',
      'month 3',
      'due 2026-10-01',
    ]);
  });

  test('days before another duty tell that duty’s reckoning first', () => {
    const opinion: Partial<DeadlineRule> = {
      duty: 'opinion',
      amount: { unit: 'daysBefore', of: 'reply', count: 20 },
    };
    expect(explain([opinion, {}], '2026-03-21', 'opinion')).toEqual([
      'start.assigned 2026-03-21',
      'month 3',
      'due 2026-06-21',
      'before.reply 20 2026-06-21',
      'due 2026-06-01',
    ]);
    expect(
      explain([opinion, { amount: { unit: 'day', count: 7 } }], '2026-03-21', 'opinion').slice(-3),
    ).toEqual(['before.reply 20 2026-03-28', 'atStart 2026-03-21', 'due 2026-03-21']);
  });

  test('force, pauses and extensions are told in the order in which they came', () => {
    const override: Partial<DeadlineRule> = {
      amount: { unit: 'fixedDate', date: '2026-08-31' },
      force: 'override',
    };
    const cap: Partial<DeadlineRule> = { amount: { unit: 'month', count: 2 }, force: 'cap' };
    expect(explain([{}, override], '2026-03-21')).toEqual([
      'start.assigned 2026-03-21',
      'override',
      'fixedDate 2026-08-31',
      'due 2026-08-31',
    ]);
    expect(explain([{}, cap], '2026-03-21')).toEqual([
      'start.assigned 2026-03-21',
      'month 2',
      'capped 2026-06-21 2026-05-21',
      'due 2026-05-21',
    ]);
    const adjusted = (to: string | null) => ({
      pauses: [{ from: '2026-04-01', to }],
      extensions: [{ on: '2026-03-25', until: '2026-07-31' }],
    });
    expect(explain([{}], '2026-03-21', 'reply', adjusted('2026-04-11'))).toEqual([
      'start.assigned 2026-03-21',
      'month 3',
      'extended 2026-03-25 2026-07-31',
      'pausedDays 2026-04-01 2026-04-11 121 2026-08-10',
      'due 2026-08-10',
    ]);
    // A date that stands still is none: nothing is due until the clock runs again.
    expect(explain([{}], '2026-03-21', 'reply', adjusted(null)).slice(-1)).toEqual([
      'standsStillDays 2026-04-01 121',
    ]);
  });
});
