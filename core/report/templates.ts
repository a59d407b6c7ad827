/** The reports of a city's handling year, in the order in which such reports speak (domain practice, unverified). */
import type { ReportKind } from './report.ts';
import type { Template, TemplateSection } from './template.ts';
import {
  contactSection,
  examplesSection,
  intakeSection,
  measuresSection,
  monthSection,
  peopleSections,
  progressSection,
  quarterSection,
  resultSection,
  unitsSection,
} from './template-parts.ts';

const government = [
  intakeSection,
  progressSection,
  resultSection,
  contactSection,
  measuresSection,
  examplesSection,
  unitsSection,
  ...peopleSections,
];

const supervisionSection: TemplateSection = {
  heading: { zh: '督办情况', en: 'Supervision' },
  blocks: [
    {
      text: {
        zh: '大会分组讨论意见{sessionOpinions|||omit}条，当日转办的占{sameDayForwarding|||omit}。开展督办活动{supervisionActs|||omit}次，其中电话{supervisionActs||actKind=call|omit}次、会议{supervisionActs||actKind=meeting|omit}次、现场{supervisionActs||actKind=siteVisit|omit}次。',
        en: 'Of {sessionOpinions|||omit} opinions of the group discussions {sameDayForwarding|||omit} were forwarded the same day. There were {supervisionActs|||omit} supervision actions: {supervisionActs||actKind=call|omit} calls, {supervisionActs||actKind=meeting|omit} meetings, {supervisionActs||actKind=siteVisit|omit} site visits.',
      },
    },
    {
      text: {
        zh: '发出催办单{urgeSlips|||omit}份，其中红色{urgeSlips||urgeLevel=red|omit}份；到期应回执的，按期回执占{urgeAcknowledgeRate.inTime|||omit}。',
        en: '{urgeSlips|||omit} urge slips were issued, {urgeSlips||urgeLevel=red|omit} of them red; of those to be acknowledged by now {urgeAcknowledgeRate.inTime|||omit} were acknowledged in time.',
      },
    },
  ],
};

const organ = [
  intakeSection,
  progressSection,
  resultSection,
  contactSection,
  supervisionSection,
  examplesSection,
  unitsSection,
  ...peopleSections,
];

const unitDuties = (zh: string, en: string, kind: 'suggestion' | 'proposal') => ({
  zh: `承办${zh}{assignments||kind=${kind}}件次：独办{assignments||kind=${kind}&role=sole}件次，主办{assignments||kind=${kind}&role=lead}件次，分办{assignments||kind=${kind}&role=separate}件次，会办{assignments||kind=${kind}&role=assist}件次。`,
  en: `${en}: {assignments||kind=${kind}} duties, {assignments||kind=${kind}&role=sole} alone, {assignments||kind=${kind}&role=lead} leading, {assignments||kind=${kind}&role=separate} separate, {assignments||kind=${kind}&role=assist} assisting.`,
});

const unitSections: readonly TemplateSection[] = [
  {
    heading: { zh: '承办情况', en: 'What was to be handled' },
    blocks: [
      { text: unitDuties('人大代表建议', 'Suggestions of deputies', 'suggestion') },
      { text: unitDuties('政协提案', 'Proposals of CPPCC members', 'proposal') },
      {
        table: { zh: '按类别', en: 'By category' },
        rows: 'category',
        figures: ['assignments', 'assignments.answering', 'assignments.assisting'],
      },
    ],
  },
  {
    heading: { zh: '办理情况', en: 'How it was handled' },
    blocks: [
      {
        text: {
          zh: '应答复{replyRate.all|denominator}件次，已答复{replyRate.all|numerator}件次，答复率{replyRate.all|||omit}。答复和会办合计，到期{onTimeRate.every|denominator}件次，按期完成{onTimeRate.every|numerator}件次，按期率{onTimeRate.every|||omit}。逾期未答复{overdue}件次。',
          en: '{replyRate.all|numerator} of {replyRate.all|denominator} replies were given, {replyRate.all|||omit}. Replies and opinions together: {onTimeRate.every|denominator} due, {onTimeRate.every|numerator} in time, {onTimeRate.every|||omit}. {overdue} replies are overdue.',
        },
      },
    ],
  },
  resultSection,
  contactSection,
  measuresSection,
  examplesSection,
  ...peopleSections,
];

export const templates: Readonly<Record<ReportKind, Template>> = {
  congressAnnual: {
    title: {
      zh: '{city}人民政府关于{period}人大代表建议办理情况的报告',
      en: '{city}: report of the government on the handling of deputies’ suggestions, {period}',
    },
    sections: government,
  },
  cppccAnnual: {
    title: {
      zh: '{city}人民政府关于{period}政协提案办理情况的报告',
      en: '{city}: report of the government on the handling of CPPCC proposals, {period}',
    },
    sections: government,
  },
  congressOffice: {
    title: {
      zh: '{organ}办公室关于{period}代表建议办理情况的报告',
      en: '{organ}: report of the office on deputies’ suggestions, {period}',
    },
    sections: organ,
  },
  cppccCommittee: {
    title: {
      zh: '{organ}关于{period}提案工作情况的报告',
      en: '{organ}: report on the work with proposals, {period}',
    },
    sections: organ,
  },
  unit: {
    title: {
      zh: '{unit}关于{period}建议提案办理情况的报告',
      en: '{unit}: report on suggestions and proposals, {period}',
    },
    sections: unitSections,
  },
  bulletin: {
    title: {
      zh: '{city}建议提案办理情况通报（{period}）',
      en: '{city}: bulletin on suggestions and proposals, {period}',
    },
    sections: [
      monthSection,
      { ...progressSection, heading: { zh: '年初以来办理进度', en: 'Progress, year to date' } },
      {
        heading: { zh: '年初以来签收和逾期', en: 'Signed for and overdue, year to date' },
        blocks: [
          {
            text: {
              zh: '签收率{signRate.all|||omit}，按期签收的占应签收的{signRate.inTime|||omit}。申请退办的占{handBackRate.asked|||omit}。',
              en: '{signRate.all|||omit} are signed for; {signRate.inTime|||omit} of what was due in time. A hand-back was asked for {handBackRate.asked|||omit}.',
            },
          },
          {
            table: { zh: '本月各单位办理', en: 'Units, this month' },
            rows: 'unit',
            figures: ['assignments', 'dutiesAnswered', 'onTimeRate.due', 'overdue'],
            filters: { month: 'this' },
          },
          {
            table: { zh: '年初以来各单位进度', en: 'Progress by unit, year to date' },
            rows: 'unit',
            figures: ['assignments', 'signRate.all', 'replyRate.all', 'onTimeRate.due', 'overdue'],
          },
        ],
      },
      {
        ...contactSection,
        heading: { zh: '年初以来沟通、评价和公开', en: 'Talks, ratings and publication, year to date' },
      },
      ...peopleSections,
    ],
  },
  ranking: {
    title: {
      zh: '{city}建议提案办理情况排名（{period}）',
      en: '{city}: ranking of units, {period}',
    },
    sections: [
      quarterSection,
      {
        heading: { zh: '按期率', en: 'On time' },
        blocks: [
          {
            table: {
              zh: '本季度按期率排名（到期不足3件次的不排）',
              en: 'On time this quarter, from three due',
            },
            rows: 'unit',
            figures: ['onTimeRate.due', 'replyRate.due', 'overdue'],
            filters: { quarter: 'this' },
            ranked: { least: 3 },
          },
          {
            table: {
              zh: '年初以来按期率排名（到期不足3件次的不排）',
              en: 'On time, year to date, from three due',
            },
            rows: 'unit',
            figures: ['onTimeRate.due', 'replyRate.all', 'overdue'],
            ranked: { least: 3 },
          },
        ],
      },
      {
        heading: { zh: '满意率', en: 'Satisfaction' },
        blocks: [
          {
            table: {
              zh: '本季度满意率排名（已评价不足3件次的不排）',
              en: 'Satisfaction this quarter, from three rated',
            },
            rows: 'unit',
            figures: ['satisfactionRate.outcome-final-with'],
            filters: { quarter: 'this' },
            ranked: { least: 3 },
          },
          {
            table: {
              zh: '年初以来满意率排名（已评价不足3件次的不排）',
              en: 'Satisfaction, year to date, from three rated',
            },
            rows: 'unit',
            figures: ['satisfactionRate.outcome-final-with', 'responseRate.final'],
            ranked: { least: 3 },
          },
        ],
      },
      {
        heading: { zh: '说明', en: 'Notes' },
        blocks: [
          {
            hint: {
              zh: '需要说明的情况，如有争议的件、边界单位等。',
              en: 'What needs to be said about the places.',
            },
          },
        ],
      },
    ],
  },
};
