import type { ExtensionRule, Ruleset } from '#core/ruleset.ts';
import { xianIntake } from './intake.ts';
import { national } from './national.ts';
import { replaceRules } from './replace-rules.ts';
import { asNational, cityPractice, deputiesLaw } from './sources.ts';

const city = { zh: '西安', en: 'Xi’an' } as const;

const deadlines = replaceRules(city, [
  {
    duty: 'signFor',
    base: 'assigned',
    amount: { unit: 'workday', count: 10 },
    source: cityPractice(city, 2011, '十个工作日内报送签收回执', 'receipt slip within ten working days'),
  },
  {
    duty: 'handBack',
    base: 'assigned',
    amount: { unit: 'workday', count: 10 },
    source: cityPractice(
      city,
      2011,
      '十个工作日内书面报督查室，逾期不予受理',
      'in writing to the supervision office within ten working days; later requests are not heard',
    ),
  },
  {
    duty: 'reply',
    base: 'assigned',
    amount: { unit: 'sessionDate', month: 5, day: 25 },
    when: { inSession: true },
    force: 'override',
    source: cityPractice(
      city,
      2019,
      '五月二十五日前办复（2011年为五月十五日）',
      'answered by 25 May (15 May in 2011)',
    ),
  },
  {
    duty: 'reply',
    base: 'assigned',
    amount: { unit: 'sessionDate', month: 4, day: 10 },
    when: { inSession: true, level: 'provincial' },
    force: 'override',
    source: cityPractice(city, 2019, '省级件四月十日前办复', 'provincial matters answered by 10 April'),
  },
  {
    duty: 'reply',
    base: 'assigned',
    amount: { unit: 'month', count: 3 },
    source: deputiesLaw(51, '其余自交办之日起三个月内答复', 'all others within three months of assignment'),
  },
]);

const extensions: readonly ExtensionRule[] = [
  {
    duty: 'reply',
    when: { inSession: true },
    most: { unit: 'month', count: 1 },
    inAll: { base: 'assigned', amount: { unit: 'sessionDate', month: 6, day: 25 } },
    times: 1,
    decidedBy: 'supervisor',
    evidence: false,
    tellProposer: true,
    source: cityPractice(
      city,
      2019,
      '经督查室同意可延至六月二十五日（2011年为六月三十日）',
      'with the supervision office’s consent to 25 June at the latest (30 June in 2011)',
    ),
  },
  ...national.extensions.map((rule): ExtensionRule => ({ ...rule, source: asNational(city) })),
];

/** Xi’an, after its notices of 2011 and 2019; the rest follows the national preset and says so. */
export const xian = {
  ...national,
  id: 'xian',
  name: { zh: '西安', en: 'Xi’an' },
  effectiveFrom: '2019-01-01',
  caution: {
    zh: '西安市条例正文未见；时限取自2011年和2019年的工作通知，其中固定日期每年由当年通知确定。启用前请与当年通知和现行正式文本逐项核对。',
    en: 'The city’s ordinance was not seen; dates come from the notices of 2011 and 2019, and the fixed ones are set anew each year. Compare each value with this year’s notice and the official text in force before use.',
  },
  deadlines,
  extensions,
  intake: xianIntake,
} satisfies Ruleset;
