/**
 * What places and units of the field publish, one by one in our own short words, and the figure that gives it — or why
 * none does. docs/figures.md and its test come from this list (domain practice; examples are published totals).
 */
import { type Chapter, given } from './published-value.ts';
import { bureau, cityOffice, committee, district, oneUnit } from './published-reports.ts';

const rates: Chapter = {
  title: { zh: '通报里的各种率', en: 'The rates of the bulletins' },
  values: [
    given('立案率', 'filing rate', 'filingRate.all', [], { prints: ['81.6 %'] }),
    given('答复率、办复率', 'reply rate', 'replyRate.all replyRate.due', [], { prints: ['100.0 %'] }),
    given('办结率', 'completion rate', 'completionRate.all completionRate.due completionRate.closed', [], {
      prints: ['99.5 %'],
    }),
    given(
      '按期率',
      'on-time rate',
      'onTimeRate.done onTimeRate.due onTimeRate.opinions onTimeRate.every',
      [],
      {
        prints: ['100.0 %'],
      },
    ),
    given('面商率、见面率', 'face-to-face rate', 'faceToFaceRate.answered'),
    given('走访率', 'visit rate', 'visitRate.answered'),
    given('沟通率', 'contact rate', 'contactRate.answered'),
    given(
      '满意率（含基本满意）',
      'satisfaction, fairly included',
      'satisfactionRate.outcome-final-with',
      [],
      {
        prints: ['100.0 %'],
      },
    ),
    given(
      '满意率（不含基本满意）',
      'satisfaction, without fairly',
      'satisfactionRate.outcome-final-without',
      [],
      {
        prints: ['90.9 %'],
      },
    ),
    given(
      '态度与结果、首轮与最终分列的满意率',
      'satisfaction with attitude and outcome, first and final, apart',
      'satisfactionRate.attitude-final-with satisfactionRate.attitude-final-without satisfactionRate.attitude-first-with satisfactionRate.outcome-first-with',
    ),
    given('反馈率', 'response rate', 'responseRate.final responseRate.first'),
    given('解决率', 'resolution rate', 'resolutionRate.final resolutionRate.first'),
    given('解决采纳率', 'solved or adopted', 'resolvedOrAdoptedRate.final'),
    given('采纳率', 'adoption rate', 'adoptionRate.replies adoptionRate.points', [], { prints: ['88.89 %'] }),
    given('落实率', 'delivery rate', 'deliveryRate.all'),
    given(
      '上网率、公开率',
      'publication rate',
      'publicationRate.toPublish publicationRate.notSecret publicationRate.all',
      [],
      {
        prints: ['74.6 %', '97.5 %', '100.0 %'],
      },
    ),
    given('转A率', 'promises turned to solved', 'turnedToSolvedRate.all'),
    given(
      '首次不满意率',
      'first verdict not satisfied',
      'firstUnsatisfiedRate.outcome firstUnsatisfiedRate.attitude',
      [],
      {
        prints: ['3.3 %'],
      },
    ),
    given(
      '二次办理满意率',
      'satisfaction after handling again',
      'secondSatisfactionRate.outcome secondSatisfactionRate.attitude',
      [],
      {
        prints: ['100.0 %'],
      },
    ),
    given(
      '政府系统占比',
      'share of the government',
      'governmentShare.assignments governmentShare.matters',
      [],
      {
        prints: ['97.93 %'],
      },
    ),
    given(
      '各结果类别占比',
      'share of each result class',
      'classShare:A.final classShare:A.first classShare:B.final',
      [],
      {
        prints: ['43.7 %', '74.84 %', '38.8 %', '80.4 %', '63.9 %'],
        note: { zh: '每个类别一个指标，类别由规则集规定', en: 'one figure for each class of the ruleset' },
      },
    ),
  ],
};

const lists: Chapter = {
  title: { zh: '件、件次与各类的表', en: 'Tables of matters, replies and classes' },
  values: [
    given(
      '848件、1103件次、平均每件1.30',
      '848 matters, 1103 replies, 1.30 for each',
      'mattersAssigned.all repliesIssued.all repliesIssued.rounds assignmentsPerMatter.all',
      [],
      { prints: ['848', '1103', '1139', '1.30'] },
    ),
    given('提交679件，立案554件', '679 handed in, 554 filed', 'submissionsReceived.all filingRate.all', [], {
      prints: ['679', '81.6 %'],
    }),
    given('各类按件次（C类53/1103，不是53/848）', 'classes per reply', 'classShare:C.final', [], {
      prints: ['4.8 %', '5.19 %', '11.4 %', '3.9 %'],
    }),
    given('与上年相比提高7.2个百分点', 'up 7.2 percentage points', 'classShare:A.final', ['year'], {
      prints: ['63.9 %'],
    }),
    given(
      '365件办结363件，满意330、基本满意33',
      '363 of 365 done; 330 and 33',
      'completionRate.all satisfactionRate.outcome-final-without',
      [],
      {
        prints: ['99.5 %', '90.9 %'],
      },
    ),
  ],
};

const urging: Chapter = {
  title: { zh: '催办、退办、延期', en: 'Urging, handing back, putting off' },
  values: [
    given('催办单，按颜色', 'urge slips by colour', 'urgeSlips.all urgeSlips.units', [
      'urgeLevel',
      'unit',
      'month',
    ]),
    given(
      '催办回执、按期回执',
      'slips acknowledged, and in time',
      'urgeSlips.acknowledged urgeSlips.unanswered urgeAcknowledgeRate.all urgeAcknowledgeRate.inTime',
      ['urgeLevel', 'unit'],
    ),
    given(
      '督办通知、反馈、销号',
      'notices, reports, settled',
      'supervisionNotices.all supervisionNotices.reported supervisionNotices.settled noticeSettleRate.all',
      ['unit'],
    ),
    given('退办申请、退办', 'hand-backs', 'handBackRate.asked handBackRate.ended', ['unit']),
    given(
      '延期申请、批准、不予批准',
      'extensions asked, granted, refused',
      'extensionRate.asked extensionRate.all extensionRate.refused',
      ['unit'],
      {
        note: {
          zh: '按任务计：一个任务几次申请算一个',
          en: 'by duty: several requests for one duty count once',
        },
      },
    ),
    given('签收率', 'share signed for', 'signRate.all signRate.inTime', ['unit']),
    given('承诺、已落实、未落实', 'promises, kept and open', 'promises.all promises.kept promises.open', [
      'class',
      'unit',
      'category',
    ]),
    given(
      '要点，按主题和类别',
      'asks by theme and class',
      'pointsAnswered.all pointsAnswered.adopted',
      ['category', 'class'],
      {
        note: {
          zh: '主题是件的类别，类别是整份答复的',
          en: 'the theme is the matter’s category, the class the whole reply’s',
        },
      },
    ),
  ],
};

/** Every chapter, in the order of the page. */
export const publishedChapters: readonly Chapter[] = [
  rates,
  lists,
  oneUnit,
  district,
  bureau,
  committee,
  cityOffice,
  urging,
];
