import type { ExtensionRule, Ruleset } from '#core/ruleset.ts';
import { national } from './national.ts';
import { replaceRules } from './replace-rules.ts';
import { cityPractice } from './sources.ts';

const city = { zh: '广州', en: 'Guangzhou' } as const;

const deadlines = replaceRules(city, [
  {
    duty: 'decideHandBack',
    base: 'handBackRequested',
    amount: { unit: 'day', count: 7 },
    source: cityPractice(
      city,
      null,
      '市政府办公厅七日内答复调整申请；有争议的协调，由分管副市长决定后执行',
      'the city office answers a request to change within seven days; disputes are coordinated and decided by the deputy mayor',
    ),
  },
  {
    duty: 'reply',
    base: 'assigned',
    amount: { unit: 'month', count: 3 },
    source: cityPractice(
      city,
      2017,
      '三个月内答复（从化区文件）',
      'reply within three months (a paper of Conghua district)',
    ),
  },
]);

const extensions: readonly ExtensionRule[] = [
  {
    duty: 'reply',
    most: { unit: 'month', count: 3 },
    inAll: { base: 'assigned', amount: { unit: 'month', count: 6 } },
    times: 1,
    decidedBy: 'either',
    evidence: true,
    tellProposer: true,
    source: cityPractice(
      city,
      2017,
      '总共不超过六个月，书面报告交办机关并告知领衔代表（从化区文件）',
      'six months in all; written report to the assigning body, notice to the lead deputy (a paper of Conghua district)',
    ),
  },
];

/** Guangzhou, as far as its practice was seen; the rest follows the national preset and says so. */
export const guangzhou = {
  ...national,
  id: 'guangzhou',
  name: { zh: '广州', en: 'Guangzhou' },
  effectiveFrom: '2017-01-01',
  handBack: {
    ...national.handBack,
    second: {
      by: 'city-leader',
      source: cityPractice(
        city,
        null,
        '有争议的由市政府办公厅协调，协调不成由分管副市长决定，决定后必须执行',
        'what stays disputed is coordinated and decided by the deputy mayor, and binds',
      ),
    },
  },
  caution: {
    zh: '广州市人大的规定正文未见；退办裁定取自市级做法，答复和延期取自从化区2017年文件。启用前请与现行正式文本逐项核对。',
    en: 'The rule of the city’s congress was not seen; hand-backs follow city practice, reply and extension a paper of Conghua district of 2017. Compare each value with the official text in force before use.',
  },
  deadlines,
  extensions,
} satisfies Ruleset;
