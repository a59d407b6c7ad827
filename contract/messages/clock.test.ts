import { describe, expect, test } from 'vitest';
import type { RulesetProblemCode } from '#core/check-ruleset.ts';
import { dueStates } from '#core/clock/deadline.ts';
import type { WhyCode, WhyLine } from '#core/clock/explain.ts';
import { dutyKinds } from '#core/ruleset.ts';
import { clockMessages } from './clock.ts';
import { fill } from './message.ts';

type Key = keyof typeof clockMessages;
type KeyAfter<Prefix extends string> = Key extends infer K
  ? K extends `${Prefix}${infer Rest}`
    ? Rest
    : never
  : never;

/** The compiler stands for the rest: a code of the core without a message does not build. */
const whyCodes: Readonly<Record<WhyCode, WhyLine['params']>> = {
  'start.filed': { date: '2026-01-05' },
  'start.sessionClosed': { date: '2026-01-05' },
  'start.assigned': { date: '2026-01-05' },
  'start.signedFor': { date: '2026-01-05' },
  'start.handBackRequested': { date: '2026-01-05' },
  'start.extensionAsked': { date: '2026-01-05' },
  'start.issued': { date: '2026-01-05' },
  'start.reported': { date: '2026-01-05' },
  'start.roundOpened': { date: '2026-01-05' },
  'before.assign': { count: 20, date: '2026-01-05' },
  'before.signFor': { count: 20, date: '2026-01-05' },
  'before.handBack': { count: 20, date: '2026-01-05' },
  'before.decideHandBack': { count: 20, date: '2026-01-05' },
  'before.opinion': { count: 20, date: '2026-01-05' },
  'before.reply': { count: 20, date: '2026-01-05' },
  'before.firstContact': { count: 20, date: '2026-01-05' },
  'before.draft': { count: 20, date: '2026-01-05' },
  'before.decideExtension': { count: 20, date: '2026-01-05' },
  'before.followUp': { count: 20, date: '2026-01-05' },
  'before.rate': { count: 20, date: '2026-01-05' },
  'before.rehandle': { count: 20, date: '2026-01-05' },
  'before.disclose': { count: 20, date: '2026-01-05' },
  month: { count: 3 },
  clamped: { date: '2026-02-28' },
  day: { count: 7 },
  workday: { count: 7, weekendDays: 2 },
  holidays: { count: 5, days: '2026-05-01 – 2026-05-05' },
  makeUp: { count: 1, days: '2026-05-09' },
  fixedDate: { date: '2026-06-30' },
  atStart: { date: '2026-01-05' },
  setAside: { date: '2026-01-05' },
  override: {},
  capped: { from: '2026-01-09', date: '2026-01-05' },
  pausedDays: { from: '2026-01-05', to: '2026-01-09', left: 20, date: '2026-01-29' },
  pausedWorkdays: { from: '2026-01-05', to: '2026-01-09', left: 20, date: '2026-02-06' },
  extended: { on: '2026-01-05', date: '2026-03-05' },
  standsStillDays: { since: '2026-01-05', left: 20 },
  standsStillWorkdays: { since: '2026-01-05', left: 20 },
  due: { date: '2026-01-05' },
  provisional: {},
  unverified: {},
};

type Missing =
  | Exclude<WhyCode, KeyAfter<'clock.why.'>>
  | Exclude<RulesetProblemCode, KeyAfter<'clock.rulesetProblem.'>>;
const nothingMissing: [Missing] extends [never] ? true : Missing = true;

describe('messages of the clock', () => {
  test.each(Object.entries(whyCodes))(
    '%s uses the values that it is given, in both languages',
    (code, params) => {
      const message = clockMessages[`clock.why.${code as WhyCode}`];
      for (const language of ['zh', 'en'] as const) {
        const text = fill(message, language, params);
        expect(text).not.toMatch(/\{\w+\}/);
        for (const value of Object.values(params)) expect(text).toContain(String(value));
      }
    },
  );

  test('every duty, light and fault has a text', () => {
    for (const duty of dutyKinds) expect(clockMessages[`clock.duty.${duty}`].zh).not.toBe('');
    for (const state of dueStates) expect(clockMessages[`clock.state.${state}`].en).not.toBe('');
    expect(nothingMissing).toBe(true);
  });

  test('both languages name the same placeholders', () => {
    const names = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();
    for (const [key, { zh, en }] of Object.entries(clockMessages)) expect(names(zh), key).toEqual(names(en));
  });
});
