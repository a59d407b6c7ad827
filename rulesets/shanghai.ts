import type { DeadlineRule, ExtensionRule, Ruleset } from '#core/ruleset.ts';
import { shanghaiIntake } from './intake.ts';
import { national } from './national.ts';
import { asNational, productDefault, shanghaiRule } from './sources.ts';

const city = { zh: '上海', en: 'Shanghai' } as const;

const deadlines: readonly DeadlineRule[] = [
  {
    duty: 'assign',
    base: 'sessionClosed',
    amount: { unit: 'month', count: 1 },
    when: { inSession: true },
    source: shanghaiRule(
      15,
      '闭会后一个月内召开办理工作会议；大会件由大会秘书处交办，未定日数（第11条）',
      'work meeting within one month of closing; the secretariat assigns, no days set (art. 11)',
    ),
  },
  {
    duty: 'assign',
    base: 'filed',
    amount: { unit: 'workday', count: 7 },
    when: { inSession: false },
    source: shanghaiRule(
      11,
      '闭会期间自收到之日起七个工作日内交办',
      'between sessions assigned within seven working days of receipt',
    ),
  },
  { duty: 'signFor', base: 'assigned', amount: { unit: 'day', count: 7 }, source: asNational(city) },
  {
    duty: 'handBack',
    base: 'assigned',
    amount: { unit: 'workday', count: 7 },
    source: shanghaiRule(
      14,
      '自收到之日起七个工作日内说明情况，经同意后退回，不得滞留或者自行转办',
      'explained within seven working days of receipt, returned only after consent, neither held nor passed on',
    ),
  },
  {
    duty: 'decideHandBack',
    base: 'handBackRequested',
    amount: { unit: 'day', count: 7 },
    source: productDefault(
      '上海规定第14条只要求“及时研究并交办”，七日取自全国预设',
      'Shanghai art. 14 says only “in time”; seven days are the national preset’s value',
    ),
  },
  {
    duty: 'opinion',
    base: 'assigned',
    amount: { unit: 'month', count: 1 },
    source: shanghaiRule(
      17,
      '会办单位自收到之日起一个月内将会办意见书面送主办单位',
      'written opinion to the lead within one month of receipt',
    ),
  },
  {
    duty: 'reply',
    base: 'assigned',
    amount: { unit: 'month', count: 3 },
    source: shanghaiRule(
      19,
      '自交办之日起三个月内答复；经同意可延长，不超过三个月。对政协提案为参照适用',
      'reply within three months of assignment, with consent up to three more; applied to proposals by analogy',
    ),
  },
  {
    duty: 'rehandle',
    base: 'roundOpened',
    amount: { unit: 'month', count: 1 },
    source: shanghaiRule(
      21,
      '再作研究办理，一个月内再次答复代表',
      'handled again and answered within one month',
    ),
  },
  { duty: 'disclose', base: 'issued', amount: { unit: 'workday', count: 20 }, source: asNational(city) },
  {
    duty: 'decideExtension',
    base: 'extensionAsked',
    amount: { unit: 'workday', count: 5 },
    source: asNational(city),
  },
  {
    duty: 'followUp',
    base: 'issued',
    amount: { unit: 'month', count: 6 },
    source: productDefault(
      '上海规定要求年中、年末报告承诺事项的进展；答复后六个月为产品折算',
      'Shanghai wants progress on promises at mid-year and year-end; six months after the reply is our conversion',
    ),
  },
];

const extensions: readonly ExtensionRule[] = [
  {
    duty: 'reply',
    most: { unit: 'month', count: 3 },
    inAll: { base: 'assigned', amount: { unit: 'month', count: 6 } },
    times: 1,
    decidedBy: 'either',
    evidence: true,
    tellProposer: true,
    source: shanghaiRule(
      19,
      '书面报告经同意后可延长，最长不超过三个月，并告知代表',
      'with a written report and consent up to three more months; the deputy is told',
    ),
  },
];

/** Shanghai, after its congress's rules of 2015; the rest follows the national preset and says so. */
export const shanghai = {
  ...national,
  urging: { ...national.urging, source: asNational(city) },
  intake: shanghaiIntake,
  id: 'shanghai',
  name: { zh: '上海', en: 'Shanghai' },
  effectiveFrom: '2015-03-01',
  caution: {
    zh: '取自上海市人大2015年规定的公开副本，之后是否修订未核对；该规定只管代表建议，对政协提案为参照适用。启用前请与现行正式文本逐项核对。',
    en: 'Taken from a public copy of the rules of 2015; later amendments were not checked. Those rules cover deputies’ suggestions only and are applied to CPPCC proposals by analogy. Compare each value with the official text in force before use.',
  },
  resultClasses: [
    {
      code: '解决采纳',
      name: { zh: '解决采纳', en: 'Solved or adopted, wholly or in part' },
      resolved: true,
      followUp: false,
    },
    {
      code: '正在解决',
      name: { zh: '正在解决', en: 'In this year’s work, with a date' },
      resolved: false,
      followUp: true,
    },
    {
      code: '计划解决',
      name: { zh: '计划解决', en: 'Planned, with a date' },
      resolved: false,
      followUp: true,
    },
    {
      code: '留作参考',
      name: { zh: '留作参考', en: 'Kept for reference, or cannot be solved' },
      resolved: false,
      followUp: false,
    },
  ],
  resultClassSource: shanghaiRule(
    18,
    '四种答复情形，不用字母；简称为产品所拟',
    'four kinds of answer without letters; the short names are ours',
  ),
  satisfactionSource: productDefault(
    '上海规定第21条分别评价办理态度和办理结果，不满意须写具体意见；档次采用全国预设',
    'Shanghai art. 21 rates attitude and outcome apart and wants reasons when dissatisfied; the levels are the national preset’s',
  ),
  contactDuties: [
    {
      stage: 'during',
      channels: [],
      proposerPresent: false,
      source: shanghaiRule(
        16,
        '办理过程中应当与代表加强联系沟通，充分听取代表的意见和建议',
        'in the course of handling the unit contacts the deputy and hears the views',
      ),
    },
  ],
  faceToFaceSource: asNational(city),
  reviewSource: productDefault(
    '上海规定第20条要求单位负责人审核签发，其余两级采用全国预设',
    'Shanghai art. 20 wants the unit’s head to review and sign; the two levels before are the national preset’s',
  ),
  deadlines,
  extensions,
  handBack: {
    silenceIsAcceptance: true,
    source: productDefault(
      '未见上海关于逾期的规定，逾期视为接受',
      'no rule on late requests found; silence is acceptance',
    ),
  },
  objection: {
    workdays: 7,
    source: shanghaiRule(
      14,
      '代表对承办单位有异议的也可以提出；期限参照承办单位的七个工作日，为产品默认',
      'deputies may object to the units, too; seven working days, as the units have, is our default',
    ),
  },
  opinionsSource: shanghaiRule(
    17,
    '主办单位答复时应当说明会办意见；有理由可先行答复为产品默认',
    'the lead’s reply tells what the assisting units said; going ahead with a reason is our default',
  ),
  caseNo: { pattern: '{year}{serial:4}', source: asNational(city) },
  letter: {
    ...national.letter,
    copies: [
      {
        zh: '市人大常委会代表工作机构',
        en: 'Deputies’ affairs office of the municipal standing committee',
        kind: 'suggestion',
      },
      { zh: '市政协提案委员会', en: 'Proposals committee of the municipal CPPCC', kind: 'proposal' },
      { zh: '市政府办公厅', en: 'General office of the municipal government' },
    ],
    source: shanghaiRule(
      20,
      '抄送市人大常委会代表工作机构，行政机关同时抄送市政府办公厅；标题和政协抄送为产品默认',
      'copies to the deputies’ affairs office and, by government units, to the general office; titles and CPPCC copies are our default',
    ),
  },
  rating: {
    who: 'everyProposer',
    onSilence: 'unrated',
    source: shanghaiRule(
      21,
      '代表收到答复后填写反馈表，联名的每位代表均应得到答复（第20条）；未反馈的后果未见规定',
      'each deputy answered fills in the form, and every co-signer is answered (art. 20); nothing on silence',
    ),
  },
} satisfies Ruleset;
