/** What yearly reports of the field print, report by report. */
import { type Chapter, given, without, words } from './published-value.ts';

export const oneUnit: Chapter = {
  title: { zh: '一个单位一年的总结', en: 'One unit’s year' },
  values: [
    given(
      '建议32件 = 主办2 + 分办2 + 会办28',
      '32 suggestions by role',
      'assignments.all',
      ['kind', 'role', 'unit'],
      {
        prints: ['32', '2', '28'],
      },
    ),
    given(
      '提案30件 = 主办6 + 独办1 + 分办1 + 会办22',
      '30 proposals by role',
      'assignments.all',
      ['kind', 'role', 'unit'],
      {
        prints: ['30', '6', '1', '22'],
      },
    ),
    given('全部按期', 'all in time', 'onTimeRate.every', ['unit'], { prints: ['100.0 %'] }),
    given(
      '建议、提案满意率',
      'satisfaction of each kind',
      'satisfactionRate.outcome-final-with',
      ['kind', 'unit'],
      {
        prints: ['100.0 %'],
      },
    ),
    given(
      '自办12件（答复4件和8件）',
      '12 of its own, 4 and 8 replies',
      'assignments.answering repliesIssued.all',
      ['kind', 'unit'],
      {
        prints: ['12', '4', '8'],
      },
    ),
    given('会办占80.6 %', 'assisting 80.6 %', 'assistShare.all', ['unit'], { prints: ['80.6 %'] }),
    given('按主题分', 'by topic', 'assignments.all', ['category', 'unit'], {
      note: {
        zh: '一件只有一个类别，不能同时算在几个主题里',
        en: 'a matter has one category, not several topics',
      },
    }),
    without('几个始终、几条原则、几个环节', 'numbers of principles and steps', words),
    without('总结的日期', 'date of the summary', { zh: '是报告自己的日期', en: 'the report’s own date' }),
  ],
};

export const district: Chapter = {
  title: { zh: '一个区三次会议的督办', en: 'A district’s supervision over three meetings' },
  values: [
    given(
      '159件，其中会后1件；政府129、驻区单位30',
      '159, one after the session; 129 and 30',
      'mattersAssigned.all',
      ['session', 'inSession', 'system'],
      {
        prints: ['159', '129', '30'],
      },
    ),
    given(
      'A类66.7 %、B类24.8 %、C类8.5 %',
      'classes of the first meeting',
      'classShare:A.final classShare:B.final classShare:C.final',
      ['session', 'system'],
      {
        prints: ['66.7 %', '24.8 %', '8.5 %'],
      },
    ),
    given(
      '原文空着的办结率、满意率',
      'completion and satisfaction left blank',
      'completionRate.all satisfactionRate.outcome-final-with',
      ['session'],
      {
        note: {
          zh: '公布表里空着的，能由其余推出的标明“推算”',
          en: 'a blank that follows from the rest is marked derived',
        },
      },
    ),
    given(
      '172 = 151 + 21（合计原文空着）',
      '172 = 151 + 21, the total left blank',
      'mattersAssigned.all',
      ['session', 'system'],
      {
        prints: ['172', '151', '21'],
      },
    ),
    given(
      '52.3 %、37.7 %、9.9 %',
      'classes of the second meeting',
      'classShare:A.final classShare:B.final classShare:C.final',
      ['session', 'system'],
      {
        prints: ['52.3 %', '37.7 %', '9.9 %'],
      },
    ),
    given(
      '三年466件 = 346 + 120，驻区单位占25.75 %',
      '466 = 346 + 120; 25.75 % outside',
      'mattersAssigned.all boundaryShare.matters',
      ['session', 'system'],
      {
        prints: ['466', '346', '120', '25.75 %'],
      },
    ),
    without('随机抽查10 %（135件抽14件）', 'a random sample of 10 %', {
      zh: '产品没有抽查：没有抽样框和抽中的件可数',
      en: 'the product draws no samples, so there is none to count',
    }),
    given('督查单位', 'units inspected', 'supervisionActs.amount', ['actKind'], {
      note: {
        zh: '按登记的个数合计；一年里去过两次的单位算两个',
        en: 'as entered; a unit visited twice in a year counts twice',
      },
    }),
    without('集中督办一周', 'a week of concentrated supervision', {
      zh: '没有“集中督办”这一登记；其间的活动按日期计数（supervisionActs）',
      en: 'campaigns are not recorded; what was done in it counts by its day (supervisionActs)',
    }),
    given('培训代表160余人', '160 deputies trained', 'actPeople.all', ['actKind']),
    without('三审、三沟通、三个一', 'names of procedures', words),
  ],
};

export const bureau: Chapter = {
  title: { zh: '一个局的公开情况', en: 'One bureau’s disclosure' },
  values: [
    given(
      '10件建议，其中重点1件（10 %）',
      '10 suggestions, one a priority',
      'mattersFiled.all priorityShare.all',
      ['priority'],
      {
        prints: ['10', '1', '10.0 %'],
      },
    ),
    given(
      '全部办复，满意率100 %',
      'all answered, all satisfied',
      'replyRate.all satisfactionRate.outcome-final-with',
      [],
      {
        prints: ['100.0 %'],
      },
    ),
    given('非涉密答复全部上网', 'all that is not secret is online', 'publicationRate.notSecret', [], {
      prints: ['100.0 %'],
    }),
    without('索引号、成文和发布日期', 'index number and dates', {
      zh: '是公开目录的元数据，不是统计',
      en: 'metadata of the publication, not statistics',
    }),
  ],
};

export const committee: Chapter = {
  title: { zh: '一个市政协一年的提案', en: 'A city CPPCC’s year of proposals' },
  values: [
    given('立案535件，交80个单位', '535 filed, to 80 units', 'mattersFiled.all unitsInvolved.all', [], {
      prints: ['535', '80'],
    }),
    given('平均每单位6.69件', '6.69 for each unit', 'mattersPerUnit.all', [], { prints: ['6.69'] }),
    given('表彰：提案35件、单位19个、个人20名', 'prizes: 35, 19, 20', 'supervisionActs.amount', ['actKind']),
    without('获奖提案占上年立案的6.1 %', 'prizes as a share of the year before', {
      zh: '表彰按颁发日期计数，不记是哪一年度的件，所以不作占比',
      en: 'a prize counts on its day and does not say of which year it is, so there is no share',
    }),
    given(
      '一件领衔提案的16条建议全部落地或推进',
      '16 asks of one proposal landed or in progress',
      'pointsAnswered.all promises.points promises.pointsKept',
      ['leader', 'priority'],
      {
        note: {
          zh: '承诺是否落实随答复记，不逐条记；“推进中”不分程度，也不记承诺的日期，因此没有“承诺逾期”',
          en: 'delivery is recorded with the reply, not with each ask; there are no degrees of progress and no promised dates, so nothing is “promised and overdue”',
        },
      },
    ),
    given(
      '主办、分办68件，A类83.8 %，D类0',
      '68 led or separate, 83.8 % of class A',
      'assignments.answering classShare:A.final classShare:D.final',
      ['role', 'unit'],
      {
        prints: ['68', '83.8 %', '0.0 %'],
      },
    ),
    given('其余11件占16.2 %', 'the other 11: 16.2 %', 'classShare:B.final', ['unit'], { prints: ['16.2 %'] }),
    given('办结率100 %', 'all completed', 'completionRate.all', ['unit'], {
      prints: ['100.0 %'],
      note: { zh: '按件算时，单位是主办单位', en: 'of matters, the unit is the one that leads' },
    }),
    without('出台政策文件11份', '11 policy documents', {
      zh: '不登记由件带出的文件',
      en: 'documents that came of matters are not recorded',
    }),
    given('答复45件，采纳40件：88.89 %', '40 of 45 adopted', 'adoptionRate.replies', ['unit'], {
      prints: ['88.89 %'],
    }),
    without('道路公里数、减少百分比等成效', 'effects: kilometres, percentages', {
      zh: '成效写在答复里，不作为数登记',
      en: 'effects stand in the text of replies, not as numbers',
    }),
    without('台账、三级审核、二次办理', 'ledger, three-level review, handling again', words),
    given(
      '重点件：23个单位，21条建议全部采纳',
      'one priority item: 23 units, 21 asks adopted',
      'unitsInvolved.all pointsAnswered.all pointsAnswered.adopted',
      ['priority', 'category'],
      {
        note: { zh: '件下不再分任务，21项任务不计', en: 'a matter has no list of tasks below it' },
      },
    ),
    given(
      '与委员的活动10余次；培训',
      'activities with members; trainings',
      'supervisionActs.amount actPeople.all',
      ['actKind', 'month', 'organ'],
    ),
    without('积分、按季排名的得分', 'points and quarterly scores', {
      zh: '产品不打分；排名报告按选定的指标排序，不加权合成',
      en: 'the product does not score; the ranking report orders units by the figures chosen, with no weights',
    }),
  ],
};

export const cityOffice: Chapter = {
  title: { zh: '一个市政府办公厅一年的办理', en: 'A city government office’s year' },
  values: [
    given(
      '大会意见1266条，当日转办',
      '1266 opinions, forwarded the same day',
      'sessionOpinions.all sameDayForwarding.all',
      [],
      {
        prints: ['1266', '100.0 %'],
      },
    ),
    given(
      '全国5 + 9、省27 + 41（38 + 3）、市822 + 536',
      'by level, kind, in session or not',
      'mattersFiled.all',
      ['level', 'kind', 'inSession'],
      {
        prints: ['38', '41'],
      },
    ),
    given('全部答复', 'all answered', 'replyRate.all', [], { prints: ['100.0 %'] }),
    given('建议854、提案586、合计1440', '854 + 586 = 1440', 'mattersFiled.all', ['kind'], {
      prints: ['854', '586', '1440'],
    }),
    given(
      '市级1358件最终满意，首轮不满意的保留',
      '1358 satisfied in the end, first verdicts kept',
      'mattersFiled.all satisfactionRate.outcome-final-with firstUnsatisfiedRate.outcome',
      ['level'],
      {
        prints: ['1358', '100.0 %', '3.3 %'],
      },
    ),
    given(
      '电话100余次、会议20余次、走访10余次',
      'calls, meetings, visits',
      'supervisionActs.all',
      ['actKind'],
      {
        prints: ['104', '23', '12'],
      },
    ),
    given('向人大、政协报告，邀请，信息', 'reports, invitations, messages', 'supervisionActs.amount', [
      'actKind',
      'organ',
    ]),
    without('依申请公开260余件，约为上年2倍', 'disclosure applications and their growth', {
      zh: '依申请公开的申请不在本产品登记',
      en: 'applications for disclosure are not recorded here',
    }),
    without('考核权重3 % → 5 %', 'weights of the performance index', {
      zh: '考核不在本产品',
      en: 'performance scoring is not in this product',
    }),
    without('在21个市中的评价、试点', 'rank among cities, pilots', { zh: '外部评价', en: 'given by others' }),
    without('法律审核人员、轮值、制度', 'reviewers, rota, internal rules', {
      zh: '不是统计；培训登记为督办活动',
      en: 'not statistics; trainings are entered as actions',
    }),
    without('领域、措施、工作日等其他政务数字', 'other numbers of government services', {
      zh: '不是建议提案办理的统计',
      en: 'not statistics of this field',
    }),
  ],
};
