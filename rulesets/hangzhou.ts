import type { Ruleset } from '#core/ruleset.ts';
import { national } from './national.ts';
import { replaceRules } from './replace-rules.ts';
import { cityPractice } from './sources.ts';

const city = { zh: '杭州', en: 'Hangzhou' } as const;

/** Hangzhou, of which only the duty to meet the proposer was seen; the rest follows the national preset and says so. */
export const hangzhou = {
  ...national,
  id: 'hangzhou',
  name: { zh: '杭州', en: 'Hangzhou' },
  effectiveFrom: '2019-01-01',
  caution: {
    zh: '杭州2019年规定和2024年草案的正文未见，只见面商率百分之百和重点件三方面复的做法；时限取自全国预设。启用前请与现行正式文本逐项核对。',
    en: 'The rule of 2019 and the draft of 2024 were not seen, only the practice of meeting every proposer and of answering key matters face to face; dates are the national preset’s. Compare each value with the official text in force before use.',
  },
  contactDuties: [
    {
      stage: 'during',
      channels: ['visit', 'meeting', 'forum', 'survey'],
      proposerPresent: true,
      source: cityPractice(
        city,
        2022,
        '面商率百分之百：每件答复前与代表、委员面商一次；次数和阶段为产品默认',
        'every proposer is met in person before the reply; how often and when are our defaults',
      ),
    },
  ],
  faceToFaceSource: cityPractice(
    city,
    2022,
    '面商；视频是否计入未见规定，不计入',
    'in person; whether video counts was not seen, so it does not',
  ),
  deadlines: replaceRules(city, []),
} satisfies Ruleset;
