import type {
  Conversion,
  DeclineGround,
  IntakeOf,
  IntakeRules,
  IntakeStep,
  TextLimits,
} from '#core/intake-rules.ts';
import type { Source } from '#core/ruleset.ts';
import { cityPractice, npcRule, practice, productDefault, shanghaiRule } from './sources.ts';

const ground = (code: string, zh: string, en: string, hints: readonly string[] = []): DeclineGround => ({
  code,
  name: { zh, en },
  hints,
});

/** Grounds that several places have in common, by code; each list below picks its own. */
const grounds = {
  personal: ground('personal', '涉及本人或者亲属的个人事项', 'a matter of oneself or one’s relatives', [
    '本人',
    '我家',
    '我的房',
    '亲属',
    '我爱人',
    '我儿子',
    '我女儿',
    '我父亲',
    '我母亲',
  ]),
  judicial: ground(
    'judicial',
    '进入诉讼、仲裁等法定程序的具体案件',
    'a case before a court or in arbitration',
    ['诉讼', '仲裁', '判决', '上诉', '原告', '被告', '案件审理', '强制执行'],
  ),
  accusation: ground(
    'accusation',
    '检举、控告、申诉或者举报具体人员',
    'an accusation, appeal or report against a named person',
    ['举报', '检举', '控告', '申诉', '贪污', '受贿'],
  ),
  forwarded: ground('forwarded', '代转群众来信', 'a letter of somebody else passed on', [
    '转来信',
    '来信反映',
    '代转',
    '信访人',
  ]),
  academic: ground('academic', '学术探讨', 'an academic discussion', [
    '学术',
    '论文',
    '本文探讨',
    '理论研究',
  ]),
  promotion: ground('promotion', '产品推介', 'the promotion of a product', [
    '推广使用本',
    '我公司产品',
    '专利产品',
    '我公司研发',
  ]),
  empty: ground('empty', '没有实际内容，建议不具体', 'without substance or concrete request'),
  outside: ground(
    'outside',
    '不属于本行政区域或者本级机关职权',
    'outside this area or the powers of its bodies',
    ['国家层面', '修改法律', '中央部委'],
  ),
  unlawful: ground('unlawful', '违反法律法规或者国家明令禁止', 'against the law or banned by the state'),
  secret: ground('secret', '涉及国家秘密或者党的秘密', 'touches a secret of the state or the Party', [
    '绝密',
    '机密',
    '秘密级',
    '内部文件',
    '军事设施',
  ]),
  ownEmployer: ground(
    'ownEmployer',
    '涉及本人或者本单位的个别问题',
    'a single matter of one’s own employer',
    ['我单位', '我公司', '本公司', '本企业'],
  ),
  partyInternal: ground(
    'partyInternal',
    '中共党内有关人事安排等事项',
    'an internal matter of the Communist Party',
    ['党内', '干部任免', '人事安排'],
  ),
  democraticPartyInternal: ground(
    'democraticPartyInternal',
    '民主党派内部有关人事安排等事项',
    'an internal matter of a democratic party',
    ['党派内部', '党派人事'],
  ),
  other: ground('other', '其他不宜作为建议处理的', 'otherwise unsuitable'),
} as const;

const congressGrounds = [
  grounds.personal,
  grounds.judicial,
  grounds.accusation,
  grounds.forwarded,
  grounds.academic,
  grounds.promotion,
  grounds.empty,
  grounds.outside,
  grounds.unlawful,
  grounds.secret,
] as const;

const cppccGrounds = [
  grounds.secret,
  grounds.partyInternal,
  grounds.democraticPartyInternal,
  grounds.personal,
  grounds.judicial,
  grounds.accusation,
  grounds.forwarded,
  grounds.academic,
  grounds.promotion,
  grounds.empty,
  grounds.unlawful,
] as const;

const conversion = (code: string, zh: string, en: string): Conversion => ({ code, name: { zh, en } });

const letter = conversion('letter', '来信', 'Letter');
const reference = conversion('reference', '参阅件', 'Paper for reference');
const publicOpinion = conversion('publicOpinion', '社情民意', 'Public opinion note');

const office: IntakeStep = {
  code: 'prereview',
  by: 'organ-office',
  name: { zh: '初审', en: 'Pre-review' },
};
const panel: IntakeStep = { code: 'rereview', by: 'panel', name: { zh: '复审', en: 'Re-review' } };

const limits: TextLimits = { titleMost: 60, bodyLeast: 50, bodyMost: 2_500, asksLeast: 1, asksMost: 20 };

const lengths = productDefault(
  '标题六十字、正文五十字以上；正文二千五百字的上限见于一地做法（朝天）',
  'title of 60 characters, text of 50 or more; the upper limit of 2,500 was seen in one place (Chaotian)',
);

const withoutSteps = productDefault(
  '提交前不设审核；各地“三审”层级不同，由规则集增设',
  'no look before submission; places that have 三审 add their own levels',
);

const coSigning = (source: Source): IntakeOf['coSigning'] => ({ comment: null, openDays: 7, source });

const proposalWithdrawal = practice(
  '联名提案须全体联名人同意',
  'a joint proposal only if all its signers agree',
);

const congress: IntakeOf = {
  vetting: [],
  review: [],
  stepsSource: withoutSteps,
  text: limits,
  textSource: lengths,
  declineGrounds: congressGrounds,
  groundsSource: npcRule(
    '个人或亲属事项、代转来信、学术探讨和产品推介、没有实际内容的，不作为代表建议；其余各项见于深圳规定',
    'personal matters, letters passed on, academic discussion, promotion, no substance; the rest as in the rules of Shenzhen',
  ),
  conversions: [letter],
  conversionsSource: shanghaiRule(
    9,
    '向代表说明情况后退回或者作为来信处理',
    'explained, then returned or handled as a letter',
  ),
  coSigning: coSigning(
    shanghaiRule(
      6,
      '联名代表应当了解内容，确认是本人意愿',
      'co-signers know the text and confirm that it is their wish',
    ),
  ),
  collected: {
    daysBefore: 0,
    source: productDefault(
      '大会期间提出的作为大会建议，其余为闭会建议',
      'what is handed in during the session counts as of the session, all else as between sessions',
    ),
  },
  withdrawal: {
    allSigners: true,
    source: shanghaiRule(
      12,
      '代表联名提出的，由全体联名代表书面要求撤回',
      'a joint one only if all its signers ask in writing',
    ),
  },
  collective: {
    confirmedBy: 'either',
    source: practice(
      '代表团提出的，由代表团过半数通过、团长签署',
      'a delegation’s: passed by more than half, signed by its head',
    ),
  },
};

const cppcc: IntakeOf = {
  vetting: [],
  review: [office, panel],
  stepsSource: practice(
    '先初审、复审，再由提案委员会决定（兰州）；按专题分组（广州）',
    'pre-review and re-review before the committee (Lanzhou), panels by topic (Guangzhou)',
  ),
  text: limits,
  textSource: lengths,
  declineGrounds: cppccGrounds,
  groundsSource: practice(
    '全国政协提案审查标准（2011年文本）所列不予立案情形',
    'grounds listed by the national committee (text of 2011)',
  ),
  conversions: [reference, publicOpinion, letter],
  conversionsSource: practice(
    '未立案的转参阅件、社情民意或者委员来信（上海 2017）',
    'what is not filed is passed on (Shanghai 2017)',
  ),
  coSigning: coSigning(
    practice(
      '附议人阅读后自愿附议；意见字数见于虹口（30 至 100 字），不作为默认',
      'seconders sign of their own will; a comment of 30–100 characters was seen in one district',
    ),
  ),
  collected: {
    daysBefore: 90,
    source: practice(
      '全会开幕前三个月开始征集提案（阜阳）；各地起始日不同',
      'proposals are collected from three months before the opening (Fuyang); places differ',
    ),
  },
  withdrawal: { allSigners: true, source: proposalWithdrawal },
  collective: {
    confirmedBy: 'either',
    source: practice(
      '党派团体、专委会加盖公章；界别、委员小组由召集人签名',
      'parties, organisations and committees: the seal; sectors and groups: the convenor',
    ),
  },
};

/** How a submission becomes a matter, where no place's own rule is known. */
export const nationalIntake: IntakeRules = {
  suggestion: congress,
  proposal: cppcc,
};

/** 上海市代表建议规定 (2015), art. 9: seven grounds. */
export const shanghaiIntake: IntakeRules = {
  ...nationalIntake,
  suggestion: {
    ...congress,
    declineGrounds: [
      grounds.personal,
      grounds.ownEmployer,
      grounds.judicial,
      grounds.forwarded,
      grounds.academic,
      grounds.promotion,
      grounds.empty,
      grounds.outside,
      grounds.secret,
      grounds.other,
    ],
    groundsSource: shanghaiRule(9, '不作为代表建议处理的情形', 'what is not handled as a suggestion'),
  },
};

const delegation: IntakeStep = {
  code: 'delegation',
  by: 'group',
  name: { zh: '代表团审核', en: 'Look of the delegation' },
};

/** Baqiao district looks three times 三审 before a suggestion is handed in; who looks is not said, so one level stands. */
export const xianIntake: IntakeRules = {
  ...nationalIntake,
  suggestion: {
    ...congress,
    vetting: [delegation],
    stepsSource: cityPractice(
      { zh: '西安', en: 'Xi’an' },
      null,
      '灞桥区对代表建议实行提交前“三审”；三级由谁审核未见，这里先设代表团一级，其余按本地做法增设',
      'Baqiao district has three looks 三审 before a suggestion is handed in; who looks was not seen: one level, the delegation, stands here, to be completed',
    ),
  },
};
