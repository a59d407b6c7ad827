import type { DeadlineRule, ExtensionRule, Reminders, Ruleset, SatisfactionLevel } from '#core/ruleset.ts';
import { deputiesLaw, npcRule, practice, productDefault } from './sources.ts';
import { nationalIntake } from './intake.ts';
import { nationalSessionOpinions } from './session-opinions.ts';
import { urgingLadder } from './urging.ts';

const deadlines: readonly DeadlineRule[] = [
  {
    duty: 'assign',
    base: 'sessionClosed',
    amount: { unit: 'month', count: 1 },
    when: { inSession: true },
    source: productDefault(
      '大会件于闭会后一个月内交办（参照上海、深圳的交办会时限）',
      'session matters within one month of closing (after the assignment meetings of Shanghai and Shenzhen)',
    ),
  },
  {
    duty: 'assign',
    base: 'filed',
    amount: { unit: 'workday', count: 7 },
    when: { inSession: false },
    source: productDefault(
      '闭会件七个工作日内交办（参照上海；另有城市为五个工作日）',
      'matters between sessions within seven working days (after Shanghai; another city has five)',
    ),
  },
  {
    duty: 'signFor',
    base: 'assigned',
    amount: { unit: 'day', count: 7 },
    source: productDefault(
      '七日内签收（参照深圳2007年通知）',
      'within seven days (after the Shenzhen notice of 2007)',
    ),
  },
  {
    duty: 'handBack',
    base: 'assigned',
    amount: { unit: 'workday', count: 7 },
    source: productDefault(
      '七个工作日内提出退办（参照上海、玉林；各地三个工作日至十日不等）',
      'within seven working days (after Shanghai and Yulin; elsewhere three working days to ten days)',
    ),
  },
  {
    duty: 'decideHandBack',
    base: 'handBackRequested',
    amount: { unit: 'day', count: 7 },
    source: productDefault('七日内裁定（参照广州）', 'decided within seven days (after Guangzhou)'),
  },
  {
    duty: 'opinion',
    base: 'assigned',
    amount: { unit: 'month', count: 1 },
    source: practice(
      '一个月内提出会办意见（上海、福建、宁波；另有城市为两个月）',
      'opinion within one month (Shanghai, Fujian, Ningbo; another city has two)',
    ),
  },
  {
    duty: 'reply',
    base: 'assigned',
    amount: { unit: 'month', count: 3 },
    source: deputiesLaw(
      51,
      '自交办之日起三个月内答复；涉及面广、处理难度大的六个月。对政协提案为参照适用',
      'reply within three months of assignment, six for broad or hard ones; applied to proposals by analogy',
    ),
  },
  {
    duty: 'rehandle',
    base: 'roundOpened',
    amount: { unit: 'month', count: 1 },
    source: practice(
      '一个月内再次答复（上海及若干省；各地十五日至三个月不等）',
      'second reply within one month (Shanghai and several provinces; elsewhere 15 days to three months)',
    ),
  },
  {
    duty: 'disclose',
    base: 'issued',
    amount: { unit: 'workday', count: 20 },
    source: practice(
      '政府信息公开条例关于主动公开二十个工作日的一般规定；未见专门针对答复的期限',
      'the general 20 working days for proactive disclosure of government information; none found for replies',
    ),
  },
  {
    duty: 'decideExtension',
    base: 'extensionAsked',
    amount: { unit: 'workday', count: 5 },
    source: productDefault(
      '五个工作日内决定；未见各地规定',
      'decided within five working days; no local rule was found',
    ),
  },
  {
    duty: 'followUp',
    base: 'issued',
    amount: { unit: 'month', count: 6 },
    source: productDefault(
      '答复后六个月报告落实情况（参照上海年中、年末两次报告）',
      'progress reported six months after the reply (after Shanghai’s reports at mid-year and year-end)',
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
    evidence: false,
    tellProposer: true,
    source: deputiesLaw(
      51,
      '涉及面广、处理难度大的，自交办之日起六个月内答复；申请方式、次数和决定机关未见规定，为产品默认',
      'broad or hard matters within six months of assignment; who decides, how often and how to ask are our defaults',
    ),
  },
];

const reminders: Reminders = {
  steps: [
    { days: -10, to: ['handler'], urgent: false },
    { days: -3, to: ['handler', 'section-head', 'unit-office'], urgent: false },
    { days: 0, to: ['handler', 'unit-office'], urgent: true },
    { days: 1, to: ['handler', 'section-head', 'unit-office', 'supervisor'], urgent: false },
    { days: 3, to: ['unit-office', 'unit-leader', 'supervisor'], urgent: true },
    { days: 10, to: ['unit-leader', 'supervisor'], urgent: true },
  ],
  quiet: { from: '20:00', until: '08:00' },
  source: productDefault(
    '到期前十个、三个工作日和当日提醒，逾期一日、三日、十日逐级上报；未见各地统一规定',
    'reminders ten and three working days before and on the day, then up the ladder one, three and ten days late; no common rule was found',
  ),
};

const threeLevels = [
  { code: 'satisfied', name: { zh: '满意', en: 'Satisfied' }, opensRound: false },
  { code: 'basicallySatisfied', name: { zh: '基本满意', en: 'Basically satisfied' }, opensRound: false },
  { code: 'dissatisfied', name: { zh: '不满意', en: 'Dissatisfied' }, opensRound: true },
] as const satisfies readonly SatisfactionLevel[];

/** The national floor, filled up with product defaults where no national rule was found. */
export const national = {
  id: 'national',
  version: 1,
  name: { zh: '全国通用', en: 'National (general)' },
  effectiveFrom: '2025-03-11',
  caution: {
    zh: '除代表法的三个月答复期限外，多数时限和口径没有全国统一规定，取自各地做法或产品默认；全部条文尚未与正式文本核对，启用前请逐项确认。',
    en: 'Apart from the three months of the Law on Deputies, most dates and scales have no national rule: they follow local practice or are product defaults. No clause has been compared with the official text; confirm each before use.',
  },
  roleNames: {
    lead: { zh: '主办', en: 'Lead' },
    sole: { zh: '承办', en: 'Sole' },
    separate: { zh: '分办', en: 'Separate' },
    assist: { zh: '会办', en: 'Assist' },
  },
  resultClasses: [
    {
      code: 'A',
      name: { zh: '已经解决或者基本解决', en: 'Solved or mostly solved' },
      resolved: true,
      followUp: false,
    },
    {
      code: 'B',
      name: { zh: '正在解决或者列入规划逐步解决', en: 'Being solved, or planned step by step' },
      resolved: false,
      followUp: true,
    },
    {
      code: 'C',
      name: {
        zh: '因条件限制或者其他原因待以后解决',
        en: 'Not now: limited by conditions, to be solved later',
      },
      resolved: false,
      followUp: false,
    },
    { code: 'D', name: { zh: '留作参考', en: 'Kept for reference' }, resolved: false, followUp: false },
  ],
  resultClassSource: npcRule(
    '答复件首页右上角标注A、B、C、D四类',
    'class A to D at the top right of the first page',
  ),
  satisfaction: threeLevels,
  satisfactionSource: practice(
    '满意、基本满意、不满意三档，各地最常见',
    'three levels, the most common scale',
  ),
  contactDuties: [
    {
      stage: 'before',
      channels: [],
      proposerPresent: false,
      source: deputiesLaw(
        51,
        '与代表联系沟通，充分听取意见；未规定方式和次数，办前至少一次为产品默认',
        'units contact the deputy and hear the views; the form is open, one contact before handling is our default',
      ),
    },
  ],
  faceToFace: ['visit', 'meeting', 'forum', 'survey'],
  faceToFaceSource: productDefault(
    '走访、面谈、座谈、邀请调研计入面商，视频不计',
    'visits, meetings, forums and joint surveys count; video does not',
  ),
  reviewLevels: [
    { by: 'section-head', name: { zh: '处室负责人审核', en: 'Section head' } },
    { by: 'unit-office', name: { zh: '办公室审核', en: 'Unit office' } },
    { by: 'unit-leader', name: { zh: '单位领导签发', en: 'Unit leader, clears for issue' } },
  ],
  reviewSource: practice('三级审核（各地二至四级）', 'three levels of review (two to four elsewhere)'),
  deadlines,
  undatedDuties: [
    {
      duty: 'rate',
      source: productDefault(
        '未见代表、委员反馈意见的期限，不设期限；未反馈按未评价统计',
        'no time limit for the proposer was found, so none is set; silence stays unrated',
      ),
    },
    {
      duty: 'firstContact',
      source: productDefault(
        '各地只规定先沟通后答复，未见首次沟通的期限，不设期限',
        'places demand contact before the reply, but no date for the first one was found; none is set',
      ),
    },
    {
      duty: 'draft',
      source: productDefault('未见起草答复的期限，不设期限', 'no date for the draft was found; none is set'),
    },
  ],
  extensions,
  reminders,
  lights: {
    soon: 10,
    urgent: 3,
    source: productDefault(
      '余十个工作日黄灯，余三个工作日橙灯',
      'yellow from ten working days before the date, orange from three',
    ),
  },
  handBack: {
    silenceIsAcceptance: true,
    source: productDefault(
      '逾期未提出退办视为接受（西安、玉林不受理逾期申请）',
      'silence past the window is acceptance (Xi’an and Yulin hear no late requests)',
    ),
    hearing: {
      workdays: 3,
      source: productDefault(
        '退办单位点名的单位在三个工作日内反馈意见，逾期不影响裁定',
        'the unit that a hand-back names is heard within three working days; its silence holds nothing up',
      ),
    },
  },
  objection: {
    workdays: 7,
    source: productDefault(
      '领衔代表（第一提案人）自交办起七个工作日内可以对承办单位提出异议，期限与退办相同',
      'the lead proposer may object to the units within seven working days of the assignment, as long as units may hand back',
    ),
  },
  reassignRestartsClock: false,
  opinionsRequired: true,
  opinionsSource: productDefault(
    '主办单位答复前应收齐会办意见，说明理由的除外',
    'the lead waits for the assisting opinions unless it states a reason',
  ),
  caseNo: {
    pattern: '{year}{serial:4}',
    source: practice('年份加四位流水号', 'year and four-digit serial'),
  },
  documentNo: {
    pattern: '{prefix}〔{year}〕{serial}号',
    source: practice(
      'GB/T 9704-2012：年份用六角括号，序号不编虚位、不加“第”',
      'GB/T 9704-2012: year in 〔〕, serial without leading zeros and without 第',
    ),
  },
  letter: {
    copies: [
      {
        zh: '人大常委会代表工作机构',
        en: 'Deputies’ affairs office of the standing committee',
        kind: 'suggestion',
      },
      { zh: '政协提案委员会', en: 'Proposals committee of the CPPCC', kind: 'proposal' },
      { zh: '政府办公厅（督查室）', en: 'General office of the government (supervision office)' },
    ],
    title: {
      suggestion: '关于{organName}第{termZh}届第{sessionZh}次会议第{caseNo}号建议的答复',
      proposal: '关于{organName}第{termZh}届第{sessionZh}次会议第{caseNo}号提案的答复',
    },
    offSessionTitle: {
      suggestion: '关于{organName}第{termZh}届闭会期间第{caseNo}号建议的答复',
      proposal: '关于{organName}第{termZh}届第{caseNo}号平时提案的答复',
    },
    source: practice(
      '标题写明届次和案号，抄送交办机关和政府办公厅；闭会件标题为产品默认',
      'title with term, session and number, copies to the assigning organ and the government office; titles between sessions are our default',
    ),
  },
  rating: {
    who: 'lead',
    onSilence: 'unrated',
    source: productDefault(
      '领衔代表（第一提案人）评价即视为本轮已评价；未反馈按未评价统计，不视为满意',
      'a round is rated when the lead proposer has rated; silence is unrated, never satisfied',
    ),
  },
  urging: urgingLadder(
    productDefault(
      '催办、督办通知为业内通行做法；三色等级、份数、超期日数和回执时限由产品拟定',
      'urging and notices are the practice of the field; the colours, how many slips, which lateness and the days to acknowledge are ours',
    ),
  ),
  intake: nationalIntake,
  sessionOpinions: nationalSessionOpinions,
  region: 'CN',
} satisfies Ruleset;
