import { describe, expect, test } from 'vitest';
import type { Amount, ClockBase, DeadlineRule, DutyKind } from '../ruleset.ts';
import type { WorkCalendar } from './calendar.ts';
import { type DeadlineFacts, deadline, dueState, withinWindow } from './deadline.ts';

const source = { cite: { zh: '试行规定第一条', en: 'Test rule, art. 1' }, verified: true } as const;

const calendar: WorkCalendar = {
  region: 'test',
  years: [
    {
      year: 2026,
      holidays: ['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05'],
      makeUpWorkdays: ['2026-05-09'],
      source,
    },
    { year: 2027, holidays: [], makeUpWorkdays: [], source },
  ],
};

const rule = (
  duty: DutyKind,
  base: ClockBase,
  amount: Amount,
  when?: NonNullable<DeadlineRule['when']>,
): DeadlineRule =>
  when === undefined ? { duty, base, amount, source } : { duty, base, amount, when, source };

const inSession: DeadlineFacts = { kind: 'suggestion', inSession: true, assigned: '2026-03-21' };
const offSession: DeadlineFacts = { ...inSession, inSession: false };

const due = (rules: readonly DeadlineRule[], facts: DeadlineFacts = inSession, duty: DutyKind = 'reply') =>
  deadline({ rules, duty, facts, calendar });

const threeMonths = rule('reply', 'assigned', { unit: 'month', count: 3 });

describe('one rule', () => {
  test('three calendar months, with its whole reason', () => {
    expect(due([threeMonths])).toEqual({
      date: '2026-06-21',
      provisional: false,
      why: {
        duty: 'reply',
        start: { event: 'assigned', date: '2026-03-21' },
        rule: threeMonths,
        counting: { unit: 'month', count: 3, clamped: false },
        ruled: '2026-06-21',
        setAside: [],
        capped: null,
        steps: [],
        paused: null,
      },
    });
  });

  test('a month too short clamps to its end and says so', () => {
    expect(due([threeMonths], { ...inSession, assigned: '2026-11-30' })).toMatchObject({
      date: '2027-02-28',
      why: { counting: { clamped: true } },
    });
  });

  test('a last day that is a day off stays where it is', () => {
    expect(due([threeMonths], { ...inSession, assigned: '2026-02-01' })?.date).toBe('2026-05-01');
  });

  test('working days name the holidays that they skipped', () => {
    const handBack = rule('handBack', 'assigned', { unit: 'workday', count: 7 });
    expect(due([handBack], { ...inSession, assigned: '2026-04-29' }, 'handBack')).toMatchObject({
      date: '2026-05-12',
      provisional: false,
      why: {
        counting: {
          unit: 'workday',
          count: 7,
          holidays: ['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05'],
          weekendDays: 1,
          makeUpWorkdays: ['2026-05-09'],
        },
      },
    });
  });

  test('working days beyond the published calendar are provisional, months are not', () => {
    const facts = { ...inSession, assigned: '2027-12-20' };
    const disclose = rule('reply', 'assigned', { unit: 'workday', count: 20 });
    expect(due([disclose], facts)?.provisional).toBe(true);
    expect(due([threeMonths], facts)?.provisional).toBe(false);
  });

  test('plain days', () => {
    expect(due([rule('signFor', 'assigned', { unit: 'day', count: 7 })], inSession, 'signFor')?.date).toBe(
      '2026-03-28',
    );
  });

  test('nothing is owed before its event, nor without a rule', () => {
    expect(due([rule('signFor', 'assigned', { unit: 'day', count: 7 })])).toBeNull();
    expect(due([threeMonths], { kind: 'suggestion', inSession: true })).toBeNull();
    expect(due([threeMonths], { kind: 'suggestion', inSession: true, assigned: undefined })).toBeNull();
    expect(
      due([rule('reply', 'assigned', { unit: 'fixedDate', date: '2026-06-30' })], {
        kind: 'suggestion',
        inSession: true,
      }),
    ).toBeNull();
  });
});

describe('several rules', () => {
  const june = rule('reply', 'assigned', { unit: 'fixedDate', date: '2026-06-30' }, { inSession: true });
  const fiveMonths = rule(
    'reply',
    'assigned',
    { unit: 'month', count: 5 },
    { kind: 'proposal', inSession: true },
  );

  test('the narrower rule wins, whatever the order and even when it is later', () => {
    for (const rules of [
      [threeMonths, june, fiveMonths],
      [fiveMonths, june, threeMonths],
    ]) {
      expect(due(rules)?.date).toBe('2026-06-30');
      expect(due(rules, offSession)?.date).toBe('2026-06-21');
      expect(due(rules, { ...inSession, kind: 'proposal' })?.date).toBe('2026-08-21');
      expect(due(rules, { ...offSession, kind: 'proposal' })?.date).toBe('2026-06-21');
    }
  });

  test('of two equally narrow rules the earlier date wins, in either order', () => {
    const may = rule('reply', 'assigned', { unit: 'fixedDate', date: '2026-05-25' }, { kind: 'suggestion' });
    expect(due([june, may])?.why.rule).toBe(may);
    expect(due([may, june])?.why.rule).toBe(may);
    const fromSigning = rule('reply', 'signedFor', { unit: 'day', count: 60 });
    expect(due([threeMonths, fromSigning], { ...inSession, signedFor: '2026-03-25' })?.date).toBe(
      '2026-05-24',
    );
    expect(due([threeMonths, fromSigning])?.date).toBe('2026-06-21');
  });

  test('a fixed date that was over before the duty began is set aside for the wider rule, and named', () => {
    const late = due([june, threeMonths], { ...inSession, assigned: '2026-07-01' });
    expect(late).toMatchObject({
      date: '2026-10-01',
      why: { rule: threeMonths, setAside: [{ date: '2026-06-30', rule: june }] },
    });
    expect(due([june, threeMonths], { ...inSession, assigned: '2026-06-30' })?.why.rule).toBe(june);
    expect(due([june], { ...inSession, assigned: '2026-07-01' })).toBeNull();
  });

  test('a narrower rule that waits for its event keeps the wider one out', () => {
    const fromClosing = rule('reply', 'sessionClosed', { unit: 'month', count: 4 }, { inSession: true });
    expect(due([fromClosing, threeMonths])).toBeNull();
    expect(due([fromClosing, threeMonths], { ...inSession, sessionClosed: '2026-03-11' })?.date).toBe(
      '2026-07-11',
    );
    expect(due([fromClosing, threeMonths], offSession)?.date).toBe('2026-06-21');
  });
});

describe('days before another duty', () => {
  const opinion = rule('opinion', 'assigned', { unit: 'daysBefore', of: 'reply', count: 20 });

  test('counts back from that duty’s own date and carries its reason', () => {
    expect(due([opinion, threeMonths], inSession, 'opinion')).toMatchObject({
      date: '2026-06-01',
      why: {
        rule: opinion,
        counting: { unit: 'daysBefore', count: 20, atStart: false, of: { date: '2026-06-21' } },
      },
    });
  });

  test('is provisional when the other date is', () => {
    const reply = rule('reply', 'assigned', { unit: 'workday', count: 60 });
    expect(due([opinion, reply], { ...inSession, assigned: '2027-12-01' }, 'opinion')?.provisional).toBe(
      true,
    );
  });

  test('never leads to before the duty began', () => {
    const soon = rule('reply', 'assigned', { unit: 'day', count: 10 });
    expect(due([opinion, soon], inSession, 'opinion')).toMatchObject({
      date: '2026-03-21',
      why: { counting: { atStart: true } },
    });
  });

  test('gives no date while the other duty has none, nor in a circle', () => {
    expect(due([opinion], inSession, 'opinion')).toBeNull();
    const circle = rule('reply', 'assigned', { unit: 'daysBefore', of: 'opinion', count: 1 });
    expect(due([opinion, circle], inSession, 'opinion')).toBeNull();
  });
});

describe('lights', () => {
  const lights = { soon: 5, urgent: 2 };
  const state = (today: string, doneOn?: string | null) =>
    dueState('2026-05-12', today, calendar, lights, doneOn);

  test.each([
    ['2026-04-29', 'ample'],
    ['2026-04-30', 'ample'],
    ['2026-05-06', 'soon'],
    ['2026-05-08', 'soon'],
    ['2026-05-09', 'urgent'],
    ['2026-05-12', 'urgent'],
    ['2026-05-13', 'overdue'],
  ])('on %s: %s', (today, expected) => {
    expect(state(today)).toBe(expected);
    expect(state(today, null)).toBe(expected);
  });

  test('what is done is judged by the day it was done, not by today', () => {
    expect(state('2026-09-01', '2026-05-12')).toBe('doneOnTime');
    expect(state('2026-05-13', '2026-05-13')).toBe('doneLate');
  });

  test('without a date there is no light, done or not', () => {
    expect(dueState(null, '2026-05-01', calendar, lights)).toBe('none');
    expect(dueState(null, '2026-05-01', calendar, lights, '2026-05-01')).toBe('none');
  });
});

describe('windows', () => {
  const rules = [rule('handBack', 'assigned', { unit: 'workday', count: 7 })];
  const on = (today: string, facts: DeadlineFacts = { ...inSession, assigned: '2026-04-29' }) =>
    withinWindow({ rules, duty: 'handBack', facts, calendar, today });

  test('open up to and on the last day, closed after it', () => {
    expect(on('2026-05-12')).toMatchObject({ open: true, due: { date: '2026-05-12' } });
    expect(on('2026-05-13')).toMatchObject({ open: false, due: { date: '2026-05-12' } });
  });

  test('no rule, no window to miss', () => {
    expect(
      withinWindow({ rules: [], duty: 'handBack', facts: inSession, calendar, today: '2030-01-01' }),
    ).toEqual({
      open: true,
      due: null,
    });
  });
});

describe('rules with force', () => {
  const june = rule('reply', 'assigned', { unit: 'sessionDate', month: 6, day: 30 });
  const override: DeadlineRule = { ...june, force: 'override' };
  const closed = { ...inSession, sessionClosed: '2026-02-05' };

  test('a day of the session’s year is the same day each year', () => {
    const only = rule('reply', 'assigned', { unit: 'sessionDate', month: 6, day: 30 }, { inSession: true });
    expect(due([only, threeMonths], closed)?.date).toBe('2026-06-30');
    const next = { ...closed, sessionClosed: '2027-02-05', assigned: '2027-03-01' };
    expect(due([only, threeMonths], next)?.date).toBe('2027-06-30');
  });

  test('an overriding date stands before a narrower rule', () => {
    const narrow = rule('reply', 'assigned', { unit: 'month', count: 2 }, { kind: 'suggestion' });
    expect(due([narrow, override], closed)).toMatchObject({ date: '2026-06-30', why: { rule: override } });
  });

  test('an overriding date that was over before the duty began leaves the others, and is named', () => {
    const late = { ...closed, assigned: '2026-07-01' };
    expect(due([override, threeMonths], late)).toMatchObject({
      date: '2026-10-01',
      why: { rule: threeMonths, setAside: [{ date: '2026-06-30', rule: override }] },
    });
  });

  test('a cap cuts short what is later, names what it cut, and leaves what is earlier', () => {
    const cap: DeadlineRule = { ...rule('reply', 'assigned', { unit: 'month', count: 2 }), force: 'cap' };
    expect(due([threeMonths, cap])).toMatchObject({
      date: '2026-05-21',
      why: { rule: cap, capped: { date: '2026-06-21', rule: threeMonths } },
    });
    const wide: DeadlineRule = { ...cap, amount: { unit: 'month', count: 6 } };
    expect(due([threeMonths, wide])).toMatchObject({ date: '2026-06-21', why: { capped: null } });
  });

  test('rules tell apart role, level, proposer and priority', () => {
    const facts = { ...closed, role: 'separate', level: 'provincial', proposerType: 'party', priority: true };
    const cases = [
      { role: 'separate' },
      { level: 'provincial' },
      { proposerType: 'party' },
      { priority: true },
    ] as const;
    for (const when of cases) {
      const own = rule('reply', 'assigned', { unit: 'month', count: 5 }, when);
      expect(due([threeMonths, own], facts as DeadlineFacts)?.date).toBe('2026-08-21');
      expect(due([threeMonths, own], closed)?.date).toBe('2026-06-21');
    }
  });
});

describe('pauses and extensions', () => {
  const handBack = rule('handBack', 'assigned', { unit: 'workday', count: 7 });
  const facts = { ...inSession, assigned: '2026-04-27' };
  const after = (of: DeadlineRule, adjustments: NonNullable<Parameters<typeof deadline>[0]['adjustments']>) =>
    deadline({ rules: [of], duty: of.duty, facts, calendar, adjustments });

  test('a pause keeps the remainder: calendar days where months are counted', () => {
    // 27 April + 3 months = 27 July; on 10 May 78 days are left; 20 May + 78 days = 6 August
    const pauses = [{ from: '2026-05-10', to: '2026-05-20' }];
    expect(after(threeMonths, { pauses, extensions: [] })).toMatchObject({
      date: '2026-08-06',
      why: { ruled: '2026-07-27', steps: [{ left: { unit: 'day', count: 78 }, date: '2026-08-06' }] },
    });
  });

  test('and working days where they are counted', () => {
    // Seven working days from 27 April: 28, 29, 30 April, then 6, 7, 8, 9 May. Stopped on the 29th, five are left.
    const pauses = [{ from: '2026-04-29', to: '2026-05-20' }];
    expect(after(handBack, { pauses, extensions: [] })).toMatchObject({
      date: '2026-05-27',
      why: { steps: [{ left: { unit: 'workday', count: 5 } }] },
    });
  });

  test('while it stands still it says since when and what is left', () => {
    const pauses = [{ from: '2026-04-29', to: null }];
    expect(after(handBack, { pauses, extensions: [] })?.why.paused).toEqual({
      since: '2026-04-29',
      left: { unit: 'workday', count: 5 },
    });
  });

  test('a pause after the date changes nothing: what is late stays late', () => {
    const pauses = [{ from: '2026-05-10', to: '2026-05-20' }];
    expect(after(handBack, { pauses, extensions: [] })).toMatchObject({
      date: '2026-05-09',
      why: { steps: [] },
    });
  });

  test('the last day can be stopped: it is owed on the day on which the clock runs again', () => {
    const pauses = [{ from: '2026-05-09', to: '2026-05-20' }];
    expect(after(handBack, { pauses, extensions: [] })?.date).toBe('2026-05-20');
  });

  test('an extension puts the date off, never forward; a later pause keeps what it gave', () => {
    const extensions = [{ on: '2026-05-06', until: '2026-08-31' }];
    expect(after(threeMonths, { pauses: [], extensions })?.date).toBe('2026-08-31');
    const earlier = [{ on: '2026-05-06', until: '2026-06-30' }];
    expect(after(threeMonths, { pauses: [], extensions: earlier })?.date).toBe('2026-07-27');
    const pauses = [{ from: '2026-06-01', to: '2026-06-11' }];
    expect(after(threeMonths, { pauses, extensions })?.date).toBe('2026-09-10');
  });
});
