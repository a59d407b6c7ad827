import type { Ruleset } from '#core/ruleset.ts';
import { national } from './national.ts';
import { replaceRules } from './replace-rules.ts';
import { asNational, cityPractice } from './sources.ts';

const city = { zh: '郑州', en: 'Zhengzhou' } as const;

const deadlines = replaceRules(city, [
  {
    duty: 'disclose',
    base: 'issued',
    amount: { unit: 'sessionDate', month: 10, day: 31 },
    when: { inSession: true },
    source: cityPractice(
      city,
      2017,
      '不涉密的答复十月底前全文公开（郑政办明电〔2017〕382号）',
      'replies that are not secret published in full by the end of October (notice 382 of 2017)',
    ),
  },
  {
    duty: 'disclose',
    base: 'issued',
    amount: { unit: 'workday', count: 20 },
    source: asNational(city),
  },
]);

/** Zhengzhou, of which only the publishing of replies was seen; the rest follows the national preset and says so. */
export const zhengzhou = {
  ...national,
  id: 'zhengzhou',
  name: { zh: '郑州', en: 'Zhengzhou' },
  effectiveFrom: '2017-01-01',
  caution: {
    zh: '只见到郑州2017年公开答复的通知和见面率的做法，其余取自全国预设。启用前请与现行正式文本逐项核对。',
    en: 'Only the notice of 2017 on publishing replies and the practice of meeting proposers were seen; the rest is the national preset. Compare each value with the official text in force before use.',
  },
  faceToFaceSource: cityPractice(
    city,
    null,
    '以见面率考核；哪些方式计入未见规定，采用全国预设',
    'units are measured by the share met in person; what counts was not seen, so as in the national preset',
  ),
  deadlines,
} satisfies Ruleset;
