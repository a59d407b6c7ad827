import type { DeadlineRule, ExtensionRule, Ruleset } from '#core/ruleset.ts';
import { national } from './national.ts';
import { asNational, deputiesLaw, practice, productDefault, shenzhen1998, shenzhen2007 } from './sources.ts';

const city = { zh: '深圳', en: 'Shenzhen' } as const;

const deadlines: readonly DeadlineRule[] = [
  {
    duty: 'assign',
    base: 'sessionClosed',
    amount: { unit: 'day', count: 30 },
    when: { inSession: true },
    source: shenzhen1998('闭会后三十天内召开交办会', 'assignment meeting within 30 days of closing'),
  },
  {
    duty: 'assign',
    base: 'filed',
    amount: { unit: 'workday', count: 7 },
    when: { inSession: false },
    source: asNational(city),
  },
  {
    duty: 'signFor',
    base: 'assigned',
    amount: { unit: 'day', count: 7 },
    source: shenzhen2007('七日内网上签收', 'signed for online within seven days'),
  },
  {
    duty: 'handBack',
    base: 'assigned',
    amount: { unit: 'day', count: 10 },
    source: shenzhen1998(
      '第四条，十天内提出书面转办意见',
      'art. 4, written transfer opinion within ten days',
    ),
  },
  {
    duty: 'decideHandBack',
    base: 'handBackRequested',
    amount: { unit: 'day', count: 7 },
    source: asNational(city),
  },
  { duty: 'opinion', base: 'assigned', amount: { unit: 'month', count: 1 }, source: asNational(city) },
  {
    duty: 'reply',
    base: 'assigned',
    amount: { unit: 'month', count: 3 },
    source: shenzhen2007(
      '三个月内答复，最迟不超过六个月；与代表法（2025）第51条一致',
      'reply in three months, none after six; as in the Law on Deputies (2025), art. 51',
    ),
  },
  { duty: 'rehandle', base: 'roundOpened', amount: { unit: 'month', count: 1 }, source: asNational(city) },
  { duty: 'disclose', base: 'issued', amount: { unit: 'workday', count: 20 }, source: asNational(city) },
  {
    duty: 'decideExtension',
    base: 'extensionAsked',
    amount: { unit: 'workday', count: 5 },
    source: asNational(city),
  },
  { duty: 'followUp', base: 'issued', amount: { unit: 'month', count: 6 }, source: asNational(city) },
];

const extensions: readonly ExtensionRule[] = [
  {
    duty: 'reply',
    most: { unit: 'month', count: 3 },
    inAll: { base: 'assigned', amount: { unit: 'month', count: 6 } },
    times: 1,
    decidedBy: 'either',
    evidence: false,
    tellProposer: true,
    source: shenzhen2007('最迟不超过六个月答复', 'no reply later than six months'),
  },
];

/** Shenzhen, as far as its rules were seen; the rest follows the national preset and says so. */
export const shenzhen = {
  ...national,
  urging: {
    ...national.urging,
    source: practice(
      '深圳市政府办公厅（2018）有电话、会议、现场催办和督办；三色等级、份数和回执时限由产品拟定',
      'the Shenzhen government office (2018) called, met and visited; the colours, numbers and days are ours',
    ),
  },
  id: 'shenzhen',
  name: { zh: '深圳', en: 'Shenzhen' },
  effectiveFrom: '2019-09-25',
  caution: {
    zh: '深圳市代表建议办理规定（2009年通过，2019年修正）只见到第一至十条，其第三至五章的时限未见；本预设的时限取自1998年规定和2007年通知，年代较早。汇办意见的期限未见规定。启用前请与现行正式文本逐项核对。',
    en: 'Of the Shenzhen rules of 2009 (amended 2019) only articles 1 to 10 were seen, not the dates in chapters 3 to 5; dates here come from the old rules of 1998 and the notice of 2007. No date for assisting opinions was found. Compare each value with the official text in force before use.',
  },
  roleNames: { ...national.roleNames, assist: { zh: '汇办', en: 'Assist' } },
  resultClasses: [
    {
      code: 'A',
      name: { zh: '已解决或基本解决', en: 'Solved or mostly solved' },
      resolved: true,
      followUp: false,
    },
    {
      code: 'B',
      name: { zh: '正在解决或列入计划解决', en: 'Being solved or planned' },
      resolved: false,
      followUp: true,
    },
    {
      code: 'C',
      name: { zh: '因条件限制暂时难以解决', en: 'Cannot be solved now: limited by conditions' },
      resolved: false,
      followUp: false,
    },
    { code: 'D', name: { zh: '留作参考', en: 'Kept for reference' }, resolved: false, followUp: false },
  ],
  resultClassSource: practice(
    '深圳市级人大建议和政协提案公布的A、B、C、D四类统计',
    'the four classes of Shenzhen’s published figures for suggestions and proposals',
  ),
  satisfactionSource: practice('满意、基本满意、不满意三档', 'three levels'),
  contactDuties: [
    {
      stage: 'before',
      channels: [],
      proposerPresent: false,
      source: deputiesLaw(
        51,
        '与代表联系沟通，充分听取意见；深圳的具体要求未见，办前至少一次为产品默认',
        'units contact the deputy; Shenzhen’s own demand was not seen, one contact before handling is our default',
      ),
    },
  ],
  reviewSource: practice(
    '三级审核（深圳市某局的做法）',
    'three levels of review (a Shenzhen bureau’s practice)',
  ),
  deadlines,
  extensions,
  handBack: {
    silenceIsAcceptance: true,
    source: productDefault(
      '未见深圳关于逾期的规定，逾期视为接受',
      'no rule on late requests found; silence is acceptance',
    ),
  },
  opinionsSource: asNational(city),
  caseNo: {
    pattern: '{year}{serial:4}',
    source: practice('深圳市政协提案编号，如20220257', 'numbers of Shenzhen’s CPPCC, such as 20220257'),
  },
} satisfies Ruleset;
