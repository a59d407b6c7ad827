import type { Ruleset } from '#core/ruleset.ts';
import { national } from './national.ts';
import { replaceRules } from './replace-rules.ts';
import { asNational, cityPractice, deputiesLaw } from './sources.ts';

const city = { zh: '北京', en: 'Beijing' } as const;

const deadlines = replaceRules(city, [
  {
    duty: 'assign',
    base: 'sessionClosed',
    amount: { unit: 'sessionDate', month: 3, day: 31 },
    when: { inSession: true },
    source: cityPractice(
      city,
      2024,
      '大会件三月底前全部交办；对政协提案为参照适用',
      'session matters all assigned by the end of March; applied to proposals by analogy',
    ),
  },
  {
    duty: 'assign',
    base: 'filed',
    amount: { unit: 'workday', count: 7 },
    source: asNational(city),
  },
  {
    duty: 'reply',
    base: 'assigned',
    amount: { unit: 'sessionDate', month: 6, day: 30 },
    when: { inSession: true },
    force: 'override',
    source: cityPractice(
      city,
      2024,
      '大会件六月三十日前全部办复；对政协提案为参照适用',
      'session matters all answered by 30 June; applied to proposals by analogy',
    ),
  },
  {
    duty: 'reply',
    base: 'assigned',
    amount: { unit: 'month', count: 3 },
    source: deputiesLaw(
      51,
      '其余自交办之日起三个月内答复（北京2024年通报同）',
      'all others within three months of assignment (so the Beijing report of 2024)',
    ),
  },
]);

/** Beijing, as far as the report of 2024 shows its dates; the rest follows the national preset and says so. */
export const beijing = {
  ...national,
  id: 'beijing',
  name: { zh: '北京', en: 'Beijing' },
  effectiveFrom: '2024-01-01',
  caution: {
    zh: '北京市2014年条例和2015年市政府令第263号的正文未见，时限取自2024年公开的办理情况；交办单须载明答复日期（263号令）。启用前请与现行正式文本逐项核对。',
    en: 'The ordinance of 2014 and Government Order 263 (2015) were not seen; dates come from what was published about 2024. Order 263 wants the reply date on the assignment note. Compare each value with the official text in force before use.',
  },
  deadlines,
} satisfies Ruleset;
