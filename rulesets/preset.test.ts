import { describe, expect, test } from 'vitest';
import { checkRuleset, sourcesOf } from '#core/check-ruleset.ts';
import { type DeadlineFacts, deadline } from '#core/clock/deadline.ts';
import { type ClockBase, type DutyKind, dutyKinds } from '#core/ruleset.ts';
import { calendars, type PresetId, presets } from './preset.ts';

const due = (
  id: PresetId,
  duty: DutyKind,
  event: ClockBase,
  date: string,
  other: Partial<DeadlineFacts> = {},
) => {
  const ruleset = presets[id];
  const calendar = calendars[ruleset.region];
  if (calendar === undefined) throw new Error(`no calendar for ${ruleset.region}`);
  const facts: DeadlineFacts = { kind: 'suggestion', inSession: true, [event]: date, ...other };
  return deadline({ rules: ruleset.deadlines, duty, facts, calendar });
};

describe.each(Object.entries(presets))('the preset %s', (id, ruleset) => {
  test('holds together and carries its own id', () => {
    expect(checkRuleset(ruleset)).toEqual([]);
    expect(ruleset.id).toBe(id);
    expect(calendars[ruleset.region]).toBeDefined();
  });

  test('claims no official text that nobody has compared, and warns', () => {
    expect(sourcesOf(ruleset).filter(({ source }) => source.verified)).toEqual([]);
    expect(ruleset.caution.zh).toMatch(/核对/);
    expect(ruleset.caution.en).toMatch(/[Cc]ompare/);
  });

  test('dates every duty except those for which no rule is known', () => {
    const undated: readonly DutyKind[] = ['rate', 'firstContact', 'draft'];
    const all: Readonly<Record<ClockBase, string>> = {
      filed: '2026-01-12',
      sessionClosed: '2026-01-16',
      assigned: '2026-01-20',
      signedFor: '2026-01-22',
      handBackRequested: '2026-01-23',
      extensionAsked: '2026-03-20',
      issued: '2026-04-10',
      reported: '2026-04-10',
      roundOpened: '2026-04-20',
    };
    for (const duty of dutyKinds)
      for (const kind of ['suggestion', 'proposal'] as const)
        for (const inSession of [true, false]) {
          const found = due(id as PresetId, duty, 'filed', all.filed, { ...all, kind, inSession });
          expect(found === null, `${duty} of a ${kind}`).toBe(undated.includes(duty));
        }
  });
});

/** Counted by hand on the printed calendars and the clauses; not taken from the program. */
const table: readonly [PresetId, DutyKind, ClockBase, string, string, Partial<DeadlineFacts>?][] = [
  // Shanghai art. 14 and the national default: seven working days
  ['shanghai', 'handBack', 'assigned', '2026-03-20', '2026-03-31'],
  ['shanghai', 'handBack', 'assigned', '2024-02-06', '2024-02-21'],
  ['shanghai', 'handBack', 'assigned', '2025-01-23', '2025-02-08'],
  ['shanghai', 'handBack', 'assigned', '2025-09-26', '2025-10-13'],
  ['shanghai', 'handBack', 'assigned', '2026-02-12', '2026-02-28'],
  ['national', 'handBack', 'assigned', '2026-04-29', '2026-05-12'],
  ['national', 'handBack', 'assigned', '2025-12-30', '2026-01-09'],
  // Shenzhen 1998, art. 4: ten days
  ['shenzhen', 'handBack', 'assigned', '2026-03-20', '2026-03-30'],
  // Shenzhen 2007: seven days
  ['shenzhen', 'signFor', 'assigned', '2026-04-29', '2026-05-06'],
  // Law on Deputies (2025) art. 51, Shanghai art. 19: three months
  ['national', 'reply', 'assigned', '2026-03-20', '2026-06-20'],
  ['national', 'reply', 'assigned', '2025-11-30', '2026-02-28'],
  ['shanghai', 'reply', 'assigned', '2023-11-30', '2024-02-29'],
  ['shenzhen', 'reply', 'assigned', '2024-02-29', '2024-05-29', { kind: 'proposal' }],
  // Shanghai art. 17: one month
  ['shanghai', 'opinion', 'assigned', '2026-01-31', '2026-02-28'],
  // Shanghai art. 21: one month
  ['shanghai', 'rehandle', 'roundOpened', '2026-07-31', '2026-08-31'],
  // Shanghai art. 11 between sessions, art. 15 after a session; Shenzhen 1998: 30 days
  ['shanghai', 'assign', 'filed', '2024-09-13', '2024-09-25', { inSession: false }],
  ['shanghai', 'assign', 'sessionClosed', '2025-01-17', '2025-02-17'],
  ['shenzhen', 'assign', 'sessionClosed', '2025-01-17', '2025-02-16'],
  // Guangzhou's seven days, taken as the national default
  ['national', 'decideHandBack', 'handBackRequested', '2026-04-28', '2026-05-05'],
  // Beijing 2024: session matters by 30 June, assigned by the end of March; others three months
  ['beijing', 'reply', 'assigned', '2026-02-10', '2026-06-30', { sessionClosed: '2026-01-28' }],
  ['beijing', 'reply', 'assigned', '2026-05-20', '2026-06-30', { sessionClosed: '2026-01-28' }],
  ['beijing', 'reply', 'assigned', '2026-07-01', '2026-10-01', { sessionClosed: '2026-01-28' }],
  ['beijing', 'reply', 'assigned', '2026-02-10', '2026-05-10', { inSession: false }],
  ['beijing', 'assign', 'sessionClosed', '2026-01-28', '2026-03-31'],
  // Xi'an 2019: 25 May, provincial matters 10 April; ten working days to sign for and to hand back
  ['xian', 'reply', 'assigned', '2026-03-02', '2026-05-25', { sessionClosed: '2026-02-05' }],
  [
    'xian',
    'reply',
    'assigned',
    '2026-03-02',
    '2026-04-10',
    { sessionClosed: '2026-02-05', level: 'provincial' },
  ],
  ['xian', 'handBack', 'assigned', '2026-03-20', '2026-04-03'],
  ['xian', 'signFor', 'assigned', '2026-04-29', '2026-05-15'],
  // Zhengzhou 2017: published by the end of October
  ['zhengzhou', 'disclose', 'issued', '2026-06-15', '2026-10-31', { sessionClosed: '2026-01-20' }],
  ['zhengzhou', 'disclose', 'issued', '2026-11-03', '2026-12-01', { sessionClosed: '2026-01-20' }],
  // Guangzhou: seven days to decide on a hand-back
  ['guangzhou', 'decideHandBack', 'handBackRequested', '2026-03-20', '2026-03-27'],
  // 20 working days for proactive disclosure
  ['national', 'disclose', 'issued', '2026-06-15', '2026-07-14'],
];

describe('dates by the regulations', () => {
  test.each(table)('%s %s, %s %s: %s', (id, duty, event, date, expected, other) => {
    expect(due(id, duty, event, date, other)?.date).toBe(expected);
  });

  test('a session matter waits for the close of the session, not for its filing', () => {
    expect(due('shanghai', 'assign', 'filed', '2026-01-12')).toBeNull();
  });

  test('a count into 2027 is provisional until its holidays are announced', () => {
    expect(due('national', 'disclose', 'issued', '2026-12-10')?.provisional).toBe(true);
    expect(due('national', 'disclose', 'issued', '2026-11-10')?.provisional).toBe(false);
  });
});

describe('what differs between cities', () => {
  test('Shanghai names its classes in words, Shenzhen and the nation by letters', () => {
    expect(presets.shanghai.resultClasses.map(({ code }) => code)).toEqual([
      '解决采纳',
      '正在解决',
      '计划解决',
      '留作参考',
    ]);
    expect(presets.shenzhen.resultClasses.map(({ code }) => code).join('')).toBe('ABCD');
    expect(presets.national.resultClasses.map(({ code }) => code).join('')).toBe('ABCD');
  });

  test('Shenzhen calls assisting 汇办, the others 会办', () => {
    const others = Object.values(presets).filter(({ id }) => id !== 'shenzhen');
    expect(presets.shenzhen.roleNames.assist.zh).toBe('汇办');
    expect(new Set(others.map(({ roleNames }) => roleNames.assist.zh))).toEqual(new Set(['会办']));
  });
});
