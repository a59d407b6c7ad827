/** Sections that several reports share. Every sentence says only what its figures show. */
import type { Text } from '../words.ts';
import type { TemplateSection } from './template.ts';

export const examplesSection: TemplateSection = {
  heading: { zh: '典型事例', en: 'Examples' },
  blocks: [
    {
      examples: {
        zh: '从台账中选取办理较好的件，写明做了什么、群众得到什么。',
        en: 'Choose matters, and write what was done and what came of it.',
      },
    },
  ],
};

export const measuresSection: TemplateSection = {
  heading: { zh: '主要做法', en: 'What was done' },
  blocks: [
    {
      hint: {
        zh: '写本年度组织领导、协商沟通、督促检查等实际做法。没有做的不写。',
        en: 'Write how the work was led, discussed and supervised. Nothing that was not done.',
      },
    },
  ],
};

export const peopleSections: readonly TemplateSection[] = [
  {
    heading: { zh: '存在的问题', en: 'Problems' },
    blocks: [
      {
        hint: {
          zh: '对照上文的数字写问题：哪些逾期、哪些不满意、哪些承诺没有落实，原因是什么。',
          en: 'Hold them against the figures above: what was late, what did not satisfy, what was not delivered, and why.',
        },
      },
    ],
  },
  {
    heading: { zh: '下一步工作', en: 'Next steps' },
    blocks: [
      {
        hint: {
          zh: '针对问题写措施，写明由谁、到什么时候、做到什么程度。',
          en: 'For each problem a measure: by whom, until when, how far.',
        },
      },
    ],
  },
];

export const intakeSection: TemplateSection = {
  heading: { zh: '提出和交办情况', en: 'What was put forward and assigned' },
  blocks: [
    {
      text: {
        zh: '本系统收到来件{submissionsReceived|||omit}件，审查立案{filingRate|numerator||omit}件，立案率{filingRate|||omit}。现有有效件{mattersFiled.standing}件，其中大会期间提出{mattersFiled.standing||inSession=yes}件，闭会期间提出{mattersFiled.standing||inSession=no}件。有效件中，重点件{priorityShare|numerator}件，占{priorityShare|value||omit}。',
        en: '{submissionsReceived|||omit} were handed in through this system and {filingRate|numerator||omit} of them filed, a filing rate of {filingRate|||omit}. {mattersFiled.standing} matters stand: {mattersFiled.standing||inSession=yes} put forward during the session, {mattersFiled.standing||inSession=no} between sessions. {priorityShare|numerator} of them are priority matters, {priorityShare|value||omit}.',
      },
    },
    {
      text: {
        zh: '已交办{mattersAssigned}件，由{unitsInvolved}个单位承办，共{assignments}件次，其中须答复{assignments.answering}件次、会办{assignments.assisting}件次。按主办单位计，政府系统承办{governmentShare.matters|numerator}件，占{governmentShare.matters|||omit}。',
        en: '{mattersAssigned} matters were assigned to {unitsInvolved} units as {assignments} duties: {assignments.answering} to reply, {assignments.assisting} to assist. By leading unit the government handles {governmentShare.matters|numerator} matters, {governmentShare.matters|||omit}.',
      },
    },
    {
      table: { zh: '按类别', en: 'By category' },
      rows: 'category',
      figures: ['mattersFiled.standing', 'mattersAssigned', 'completionRate.all'],
    },
  ],
};

export const progressSection: TemplateSection = {
  heading: { zh: '办理进度', en: 'Progress' },
  blocks: [
    {
      text: {
        zh: '应答复{replyRate.all|denominator}件次，已答复{replyRate.all|numerator}件次，答复率{replyRate.all|||omit}。其中已到期{replyRate.due|denominator}件次，到期答复率{replyRate.due|||omit}。按期答复{onTimeRate.due|numerator}件次，占到期的{onTimeRate.due|||omit}；逾期未答复{overdue}件次。',
        en: '{replyRate.all|numerator} of {replyRate.all|denominator} replies were given, {replyRate.all|||omit}. {replyRate.due|denominator} were due, of which {replyRate.due|||omit} were given. {onTimeRate.due|numerator} came in time, {onTimeRate.due|||omit} of what was due; {overdue} are overdue.',
      },
    },
    {
      text: {
        zh: '各单位均已答复的{completionRate.all|numerator}件，占交办件的{completionRate.all|||omit}。上年同期为{completionRate.all|compared||omit}，{completionRate.all|difference||omit}。',
        en: '{completionRate.all|numerator} matters are answered by every unit, {completionRate.all|||omit} of those assigned. On the same day of the year before it was {completionRate.all|compared||omit}: {completionRate.all|difference||omit}.',
      },
    },
  ],
};

/** What the month or quarter brought, beside what has come together since the year began. */
const periodSection = (dimension: 'month' | 'quarter', heading: Text): TemplateSection => {
  const own = `${dimension}=this`;
  return {
    heading,
    blocks: [
      {
        text: {
          zh: `新立案{mattersFiled||${own}}件，交办{mattersAssigned||${own}}件；答复{dutiesAnswered||${own}}件次，其中按期{onTimeRate.done|numerator|${own}}件次；各单位均已答复{mattersAnswered||${own}}件，结案{mattersClosed||${own}}件。到期应答复{onTimeRate.due|denominator|${own}}件次，按期率{onTimeRate.due||${own}|omit}。评价{satisfactionRate.outcome-final-with|denominator|${own}}件次，满意率（含基本满意）{satisfactionRate.outcome-final-with||${own}|omit}。`,
          en: `{mattersFiled||${own}} matters were filed and {mattersAssigned||${own}} assigned; {dutiesAnswered||${own}} replies were given, {onTimeRate.done|numerator|${own}} of them in time; {mattersAnswered||${own}} matters were answered by every unit, {mattersClosed||${own}} closed. {onTimeRate.due|denominator|${own}} replies were due, {onTimeRate.due||${own}|omit} of them given in time. {satisfactionRate.outcome-final-with|denominator|${own}} were rated, {satisfactionRate.outcome-final-with||${own}|omit} of them satisfied, fairly included.`,
        },
      },
    ],
  };
};

export const monthSection = periodSection('month', { zh: '本月情况', en: 'This month' });
export const quarterSection = periodSection('quarter', { zh: '本季度情况', en: 'This quarter' });

export const resultSection: TemplateSection = {
  heading: { zh: '办理结果', en: 'Results' },
  blocks: [
    {
      text: {
        zh: '已签发答复{repliesIssued}件次，有结果类别的{repliesClassed}件次。',
        en: '{repliesIssued} replies were issued, {repliesClassed} of them with a class.',
      },
    },
    { text: { zh: '<classes>。', en: '<classes>.' } },
    {
      text: {
        zh: '解决率{resolutionRate.final|||omit}。上年同期为{resolutionRate.final|compared||omit}，{resolutionRate.final|difference||omit}。',
        en: 'The resolution rate is {resolutionRate.final|||omit}. On the same day of the year before it was {resolutionRate.final|compared||omit}: {resolutionRate.final|difference||omit}.',
      },
    },
    {
      text: {
        zh: '须跟踪的答复{turnedToSolvedRate|denominator}件次，已落实{turnedToSolvedRate|numerator}件次，占{turnedToSolvedRate|||omit}。答复时已解决或其后落实的，合计占{deliveryRate|||omit}。',
        en: '{turnedToSolvedRate|denominator} replies are under follow-up, {turnedToSolvedRate|numerator} of them delivered, {turnedToSolvedRate|||omit}. Solved when answered or delivered since: {deliveryRate|||omit}.',
      },
    },
  ],
};

export const contactSection: TemplateSection = {
  heading: { zh: '沟通、评价和公开', en: 'Talks, ratings and publication' },
  blocks: [
    {
      text: {
        zh: '已答复的{contactRate|denominator}件次中，答复前与提出人沟通过的{contactRate|numerator}件次，占{contactRate|||omit}；面商的占{faceToFaceRate|||omit}。',
        en: 'Of {contactRate|denominator} duties answered, {contactRate|numerator} were talked over with the proposer before, {contactRate|||omit}; {faceToFaceRate|||omit} face to face.',
      },
    },
    {
      text: {
        zh: '最终答复中，已评价{responseRate.final|numerator}件次，反馈率{responseRate.final|||omit}。已评价的答复中，对办理结果满意和基本满意的占{satisfactionRate.outcome-final-with|||omit}，不含基本满意的占{satisfactionRate.outcome-final-without|||omit}。首轮评价为不满意的占{firstUnsatisfiedRate.outcome|||omit}。重新办理后评价为满意或基本满意的占{secondSatisfactionRate.outcome|||omit}。未评价的不计为满意。',
        en: '{responseRate.final|numerator} of the final replies are rated, a response rate of {responseRate.final|||omit}. Of the replies rated, {satisfactionRate.outcome-final-with|||omit} satisfied with the outcome, wholly or fairly; {satisfactionRate.outcome-final-without|||omit} without fairly. At first {firstUnsatisfiedRate.outcome|||omit} did not satisfy. After handling again {secondSatisfactionRate.outcome|||omit} satisfied. What is not rated does not count as satisfied.',
      },
    },
    {
      text: {
        zh: '应主动公开的答复{publicationRate.toPublish|denominator}件次，已公开{publicationRate.toPublish|numerator}件次，占{publicationRate.toPublish|||omit}。',
        en: '{publicationRate.toPublish|denominator} replies are to be published, {publicationRate.toPublish|numerator} of them are, {publicationRate.toPublish|||omit}.',
      },
    },
  ],
};

export const unitsSection: TemplateSection = {
  heading: { zh: '各单位办理情况', en: 'By unit' },
  blocks: [
    {
      table: { zh: '各承办单位办理情况', en: 'Units' },
      rows: 'unit',
      figures: [
        'assignments',
        'replyRate.all',
        'onTimeRate.due',
        'resolutionRate.final',
        'satisfactionRate.outcome-final-with',
        'responseRate.final',
      ],
    },
  ],
};
