import { describe, expect, test } from 'vitest';
import { intake, name, reminders, rule, sound, source, titles } from '#test/support/sound-ruleset.ts';
import type { IntakeOf } from './intake-rules.ts';
import { checkRuleset, type RulesetProblemCode } from './check-ruleset.ts';
import type { DeadlineRule, ExtensionRule, Ruleset, UrgeRung, Urging } from './ruleset.ts';

const [blue, orange, red] = sound.urging.ladder;
const withUrging = (part: Partial<Urging>): Partial<Ruleset> => ({ urging: { ...sound.urging, ...part } });
const ladderOf = (...rungs: readonly (UrgeRung | undefined)[]): Partial<Ruleset> =>
  withUrging({ ladder: rungs.flatMap((rung) => rung ?? []) });

const withIntake = (part: Partial<IntakeOf>): Partial<Ruleset> => ({
  intake: { ...sound.intake, suggestion: { ...intake, ...part } },
});

const withRules = (...rules: readonly DeadlineRule[]): Partial<Ruleset> => {
  const duties = rules.map(({ duty }) => duty);
  return { deadlines: [...sound.deadlines.filter(({ duty }) => !duties.includes(duty)), ...rules] };
};
const without = (duty: DeadlineRule['duty']): Partial<Ruleset> => ({
  deadlines: sound.deadlines.filter((one) => one.duty !== duty),
});
const fixed = { unit: 'fixedDate', date: '2026-06-30' } as const;
const unchecked = { ...source, verified: false } as const;

const extension: ExtensionRule = {
  duty: 'reply',
  most: { unit: 'month', count: 3 },
  inAll: null,
  times: 1,
  decidedBy: 'either',
  evidence: true,
  tellProposer: true,
  source,
};

const broken: readonly [RulesetProblemCode, string, Partial<Ruleset>][] = [
  ['ladder-invalid', 'urging.ladder', ladderOf(blue, orange)],
  ['ladder-invalid', 'urging.ladder', ladderOf(blue, red, orange)],
  [
    'ladder-invalid',
    'urging.ladder[0]',
    ladderOf(
      blue && { ...blue, afterSlips: 1 },
      orange && { ...orange, afterSlips: 2 },
      red && { ...red, afterSlips: 3 },
    ),
  ],
  ['ladder-invalid', 'urging.ladder[2]', ladderOf(blue, orange, red && { ...red, afterSlips: 1 })],
  ['ladder-invalid', 'urging.ladder[1]', ladderOf(blue, orange && { ...orange, acknowledgedBy: [] }, red)],
  ['count-invalid', 'urging.ladder[1].daysLate', ladderOf(blue, orange && { ...orange, daysLate: 0 }, red)],
  ['count-invalid', 'urging.reportWorkdays', withUrging({ reportWorkdays: 0 })],
  ['text-missing', 'urging.texts.late', withUrging({ texts: { ...sound.urging.texts, late: ' ' } })],
  ['serial-missing', 'urging.slipNo', withUrging({ slipNo: '催办〔{year}〕号' })],
  [
    'code-twice',
    'intake.suggestion.declineGrounds',
    withIntake({
      declineGrounds: [
        { code: 'x', name, hints: [] },
        { code: 'x', name, hints: [] },
      ],
    }),
  ],
  ['code-empty', 'sessionOpinions.classes', { ...sound, sessionOpinions: { classes: [], source } }],
  [
    'code-twice',
    'sessionOpinions.classes',
    {
      ...sound,
      sessionOpinions: {
        classes: [
          { code: 'a', name, hints: [] },
          { code: 'a', name, hints: [] },
        ],
        source,
      },
    },
  ],
  ['code-empty', 'intake.suggestion.conversions[0]', withIntake({ conversions: [{ code: ' ', name }] })],
  ['count-invalid', 'intake.suggestion.text', withIntake({ text: { ...intake.text, asksMost: 0 } })],
  [
    'count-invalid',
    'intake.suggestion.coSigning.openDays',
    withIntake({ coSigning: { ...intake.coSigning, openDays: 0 } }),
  ],
  [
    'count-invalid',
    'intake.suggestion.collected.daysBefore',
    withIntake({ collected: { daysBefore: -1, source } }),
  ],
  ['version-invalid', 'version', { version: 0 }],
  ['date-invalid', 'effectiveFrom', { effectiveFrom: '2026-02-30' }],
  [
    'date-invalid',
    'deadlines[7].amount',
    {
      deadlines: [
        ...sound.deadlines.slice(0, 7),
        rule('disclose', { amount: { ...fixed, date: '30 June' } }),
        rule('disclose'),
      ],
    },
  ],
  ['text-missing', 'name', { name: { zh: '试', en: ' ' } }],
  [
    'text-missing',
    'roleNames.assist',
    { roleNames: { ...sound.roleNames, assist: { zh: '', en: 'Assist' } } },
  ],
  ['text-missing', 'letter.copies[0]', { letter: { ...sound.letter, copies: [{ zh: '', en: '' }] } }],
  [
    'text-missing',
    'lights.source.cite',
    { lights: { ...sound.lights, source: { ...source, cite: { zh: '', en: '' } } } },
  ],
  [
    'text-missing',
    'reviewLevels[0].name',
    { reviewLevels: [{ by: 'unit-leader', name: { zh: '', en: '' } }] },
  ],
  ['caution-missing', 'caution', { reviewSource: unchecked }],
  [
    'code-twice',
    'resultClasses[2]',
    {
      resultClasses: [...sound.resultClasses, { code: 'A', name, resolved: false, followUp: false }],
    },
  ],
  [
    'code-empty',
    'resultClasses[2]',
    {
      resultClasses: [...sound.resultClasses, { code: ' ', name, resolved: false, followUp: false }],
    },
  ],
  [
    'code-twice',
    'satisfaction[3]',
    {
      satisfaction: [...sound.satisfaction, { code: 'good', name, opensRound: true }],
    },
  ],
  ['classes-missing', 'resultClasses', { resultClasses: [] }],
  ['no-closing-class', 'resultClasses', { resultClasses: sound.resultClasses.slice(1) }],
  ['levels-too-few', 'satisfaction', { satisfaction: [] }],
  ['worst-level-closes', 'satisfaction[1]', { satisfaction: sound.satisfaction.slice(0, 2) }],
  [
    'best-level-opens',
    'satisfaction[0]',
    {
      satisfaction: sound.satisfaction.map((level) => ({ ...level, opensRound: true })),
    },
  ],
  ['review-missing', 'reviewLevels', { reviewLevels: [] }],
  [
    'contact-after-reply',
    'contactDuties[0]',
    {
      contactDuties: [{ stage: 'after', channels: [], proposerPresent: false, source }],
    },
  ],
  ['duty-forgotten', 'deadlines', without('reply')],
  ['duty-forgotten', 'deadlines', { undatedDuties: [] }],
  ['duty-ruled-and-undated', 'undatedDuties', { deadlines: [...sound.deadlines, rule('rate')] }],
  ['duty-partly-ruled', 'deadlines', withRules(rule('assign', { when: { inSession: true } }))],
  [
    'count-invalid',
    'deadlines[11].amount',
    withRules(rule('disclose', { amount: { unit: 'workday', count: 0 } })),
  ],
  [
    'count-invalid',
    'deadlines[11].amount',
    withRules(rule('disclose', { amount: { unit: 'day', count: 1.5 } })),
  ],
  [
    'leans-on-undated',
    'deadlines[11].amount',
    withRules(rule('disclose', { amount: { unit: 'daysBefore', of: 'rate', count: 5 } })),
  ],
  [
    'leans-in-circle',
    'deadlines[10].amount',
    withRules(
      rule('opinion', { amount: { unit: 'daysBefore', of: 'reply', count: 5 } }),
      rule('reply', { amount: { unit: 'daysBefore', of: 'opinion', count: 5 } }),
    ),
  ],
  [
    'date-invalid',
    'deadlines[12].amount',
    withRules(rule('reply'), rule('reply', { amount: { unit: 'sessionDate', month: 2, day: 30 } })),
  ],
  [
    'fixed-date-without-fallback',
    'deadlines[11]',
    withRules(rule('reply', { amount: fixed, force: 'override' }), rule('reply', { force: 'cap' })),
  ],
  [
    'reminders-out-of-order',
    'reminders.steps[1]',
    { reminders: { ...reminders, steps: reminders.steps.toReversed() } },
  ],
  [
    'reminder-to-nobody',
    'reminders.steps[0]',
    { reminders: { ...reminders, steps: [{ days: 0, to: [], urgent: false }] } },
  ],
  [
    'count-invalid',
    'reminders.steps[0]',
    { reminders: { ...reminders, steps: [{ days: 0.5, to: ['handler'], urgent: false }] } },
  ],
  [
    'time-invalid',
    'reminders.quiet',
    { reminders: { ...reminders, quiet: { from: '24:00', until: '08:00' } } },
  ],
  ['duty-forgotten', 'deadlines', withRules(rule('reply', { force: 'cap' }))],
  ['count-invalid', 'extensions[0].times', { extensions: [{ ...extension, times: 0 }] }],
  [
    'count-invalid',
    'extensions[0].most',
    { extensions: [{ ...extension, most: { unit: 'month', count: 0 } }] },
  ],
  [
    'leans-on-undated',
    'extensions[0]',
    { ...without('rehandle'), extensions: [{ ...extension, duty: 'rehandle' }] },
  ],
  ['fixed-date-without-fallback', 'deadlines[11]', withRules(rule('reply', { amount: fixed }))],
  ['count-invalid', 'lights.urgent', { lights: { soon: 3, urgent: -1, source } }],
  ['lights-out-of-order', 'lights', { lights: { soon: 2, urgent: 3, source } }],
  ['serial-missing', 'caseNo.pattern', { caseNo: { pattern: '{year}', source } }],
  ['placeholder-unknown', 'caseNo.pattern', { caseNo: { pattern: '{prefix}{serial}', source } }],
  ['width-missing', 'caseNo.pattern', { caseNo: { pattern: '{term}{serial:3}', source } }],
  ['pattern-brace', 'documentNo.pattern', { documentNo: { pattern: '{prefix〔{year}〕{serial}号', source } }],
  ['width-invalid', 'documentNo.pattern', { documentNo: { pattern: '{serial}{serial:99}', source } }],
  [
    'placeholder-unknown',
    'letter.title.proposal',
    {
      letter: { ...sound.letter, title: { ...titles, proposal: '关于{year}号提案的答复' } },
    },
  ],
  [
    'pattern-empty',
    'letter.offSessionTitle.suggestion',
    {
      letter: { ...sound.letter, offSessionTitle: { ...titles, suggestion: '' } },
    },
  ],
];

describe('checking a ruleset', () => {
  test('a sound one has no problem', () => {
    expect(checkRuleset(sound)).toEqual([]);
  });

  test.each(broken)('%s at %s is named', (code, at, part) => {
    const problems = checkRuleset({ ...sound, ...part });
    expect(problems.map((problem) => `${problem.code} at ${problem.at}`)).toContain(`${code} at ${at}`);
  });

  test('a level below one that opens a round must open one too', () => {
    const satisfaction = [
      { code: 'good', name, opensRound: false },
      { code: 'fair', name, opensRound: true },
      { code: 'poor', name, opensRound: false },
      { code: 'bad', name, opensRound: true },
    ];
    expect(checkRuleset({ ...sound, satisfaction })).toEqual([
      { code: 'levels-out-of-order', at: 'satisfaction[2]', detail: 'poor' },
    ]);
  });

  test('a fixed date with a wider rule behind it, and one duty leaning on another, are sound', () => {
    const rules = withRules(
      rule('reply', { amount: fixed, when: { inSession: true } }),
      rule('reply'),
      rule('opinion', { amount: { unit: 'daysBefore', of: 'reply', count: 20 } }),
    );
    expect(checkRuleset({ ...sound, ...rules })).toEqual([]);
  });

  test('a narrower rule is no way out for a wider fixed date', () => {
    const rules = withRules(rule('reply', { amount: fixed }), rule('reply', { when: { kind: 'proposal' } }));
    expect(checkRuleset({ ...sound, ...rules }).map(({ code }) => code)).toEqual([
      'fixed-date-without-fallback',
    ]);
  });

  test('a duty that leads into a circle without being part of it is not blamed for it', () => {
    const rules = withRules(
      rule('disclose', { amount: { unit: 'daysBefore', of: 'opinion', count: 1 } }),
      rule('opinion', { amount: { unit: 'daysBefore', of: 'reply', count: 1 } }),
      rule('reply', { amount: { unit: 'daysBefore', of: 'opinion', count: 1 } }),
    );
    const blamed = checkRuleset({ ...sound, ...rules }).map(({ code, detail }) => `${code} ${detail}`);
    expect(blamed).toEqual(['leans-in-circle opinion', 'leans-in-circle reply']);
  });

  test('all problems are told at once', () => {
    const problems = checkRuleset({ ...sound, version: -1, resultClasses: [], reviewLevels: [] });
    expect(problems.map(({ code }) => code)).toEqual([
      'version-invalid',
      'classes-missing',
      'review-missing',
    ]);
  });
});
