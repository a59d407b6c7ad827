/**
 * Totals that cities and organs have published, each beside the rows that give it. Another published total is one more
 * line in `prints`; the same lines are held against the core, the API, the workbook, and the report.
 */
import { type MatterGroup, type PrintedFigure, type PublishedYear, usualDuty } from './slice.ts';

const replied = (
  count: number,
  code: 'A' | 'B' | 'C' | 'D',
  more: Partial<MatterGroup> = {},
): MatterGroup => ({
  count,
  duties: usualDuty,
  ...more,
  reply: { class: code, ...more.reply },
});

const shares = (of: Readonly<Record<string, string>>, decimals: number): readonly PrintedFigure[] =>
  Object.entries(of).map(([code, share]) => ({
    figure: `classShare:${code}`,
    decimals,
    prints: `${share} %`,
  }));

const separate = [
  { unit: 'transport', role: 'separate' },
  { unit: 'port', role: 'separate' },
] as const;
const good = ['satisfied'] as const;
const turned = ['dissatisfied', 'satisfied'] as const;

const perReply: readonly PublishedYear[] = [
  {
    year: 2003,
    about: '1103 replies of 848 matters, 36 of them after handling again',
    matters: [
      replied(272, 'A', { reply: { class: 'A', verdicts: good } }),
      replied(105, 'A', { duties: separate, reply: { class: 'A', verdicts: good } }),
      replied(237, 'B', { reply: { class: 'B', verdicts: good } }),
      replied(150, 'B', { duties: separate, reply: { class: 'B', verdicts: good } }),
      replied(36, 'C', { reply: { class: 'C', verdicts: turned } }),
      replied(17, 'C', { reply: { class: 'C', verdicts: good } }),
      replied(31, 'D', { reply: { class: 'D', verdicts: good } }),
    ],
    prints: [
      { figure: 'mattersAssigned', prints: '848' },
      { figure: 'repliesIssued', prints: '1103' },
      { figure: 'repliesIssued.rounds', prints: '1139' },
      { figure: 'assignmentsPerMatter', prints: '1.30' },
      ...shares({ A: '43.7', B: '48.7', C: '4.8', D: '2.8' }, 1),
      { figure: 'satisfactionRate', prints: '100.0 %' },
      { figure: 'firstUnsatisfiedRate', prints: '3.3 %' },
      { figure: 'secondSatisfactionRate', prints: '100.0 %' },
    ],
  },
  {
    year: 2004,
    about: '616 replies, two decimals',
    matters: [replied(461, 'A'), replied(119, 'B'), replied(32, 'C'), replied(4, 'D')],
    prints: shares({ A: '74.84', B: '19.32', C: '5.19', D: '0.65' }, 2),
  },
  {
    year: 2005,
    about: '665 replies',
    matters: [replied(258, 'A'), replied(302, 'B'), replied(76, 'C'), replied(29, 'D')],
    prints: shares({ A: '38.8', B: '45.4', C: '11.4', D: '4.4' }, 1),
  },
  {
    year: 2006,
    about: '372 replies',
    matters: [replied(299, 'A'), replied(55, 'B'), replied(18, 'C')],
    prints: shares({ A: '80.4', B: '14.8', C: '4.8' }, 1),
  },
  {
    year: 2009,
    about: '388 replies, against a share that was only printed of the year before',
    matters: [replied(248, 'A'), replied(125, 'B'), replied(15, 'C')],
    yearBefore: [{ figure: 'classShare:A.final', value: '56.7' }],
    prints: [
      {
        figure: 'classShare:A',
        prints: '63.9 %',
        compared: { prints: '56.7 %', difference: '提高 7.2 个百分点' },
      },
      ...shares({ B: '32.2', C: '3.9' }, 1),
    ],
  },
  {
    year: 2011,
    about: '68 replies of one unit that leads or answers a part',
    matters: [
      replied(57, 'A', { duties: [{ unit: 'transport', role: 'lead' }] }),
      replied(11, 'B', { duties: [{ unit: 'transport', role: 'separate' }] }),
    ],
    prints: [
      ...shares({ A: '83.8', B: '16.2', D: '0.0' }, 1),
      { figure: 'completionRate', prints: '100.0 %' },
      { figure: 'assignments.answering', prints: '68' },
    ],
  },
  {
    year: 2012,
    about: '45 replies, 40 of them adopting',
    matters: [replied(40, 'A', { reply: { class: 'A', adopted: true } }), replied(5, 'B')],
    prints: [{ figure: 'adoptionRate', prints: '88.89 %' }],
  },
];

const government = { system: ['government'] } as const;
const meeting = (session: number, more: PrintedFigure['filters'] = {}) => ({
  session: [String(session)],
  ...more,
});
const atPort = [{ unit: 'port', role: 'sole' }] as const;

const district: PublishedYear = {
  year: 2013,
  about: 'three meetings of a district: 466 matters, 120 of them at the port',
  matters: [
    ...(['A', 'B', 'C'] as const).map((code, at) => replied([86, 32, 11][at] ?? 0, code, { session: 1 })),
    { count: 30, session: 1, duties: atPort },
    ...(['A', 'B', 'C'] as const).map((code, at) => replied([79, 57, 15][at] ?? 0, code, { session: 2 })),
    { count: 21, session: 2, duties: atPort },
    { count: 66, session: 3, duties: usualDuty },
    { count: 69, session: 3, duties: atPort },
  ],
  prints: [
    { figure: 'mattersAssigned', prints: '466' },
    { figure: 'mattersAssigned', filters: government, prints: '346' },
    { figure: 'mattersAssigned', filters: { system: ['central'] }, prints: '120' },
    { figure: 'boundaryShare.matters', prints: '25.75 %' },
    { figure: 'mattersAssigned', filters: meeting(1), prints: '159' },
    { figure: 'mattersAssigned', filters: meeting(1, government), prints: '129' },
    { figure: 'mattersAssigned', filters: meeting(1, { system: ['central'] }), prints: '30' },
    { figure: 'mattersAssigned', filters: meeting(2), prints: '172' },
    { figure: 'mattersAssigned', filters: meeting(2, government), prints: '151' },
    { figure: 'mattersAssigned', filters: meeting(2, { system: ['central'] }), prints: '21' },
    { figure: 'mattersAssigned', filters: meeting(3), prints: '135' },
    { figure: 'classShare:A', filters: meeting(1, government), prints: '66.7 %' },
    { figure: 'classShare:B', filters: meeting(1, government), prints: '24.8 %' },
    { figure: 'classShare:C', filters: meeting(1, government), prints: '8.5 %' },
    { figure: 'classShare:A', filters: meeting(2, government), prints: '52.3 %' },
    { figure: 'classShare:B', filters: meeting(2, government), prints: '37.7 %' },
    { figure: 'classShare:C', filters: meeting(2, government), prints: '9.9 %' },
  ],
};

const byRole = (
  kind: 'suggestion' | 'proposal',
  counts: Readonly<Partial<Record<'lead' | 'sole' | 'separate' | 'assist', number>>>,
): readonly MatterGroup[] =>
  (['lead', 'sole', 'separate'] as const).flatMap((role): MatterGroup[] => {
    const count = counts[role] ?? 0;
    return count === 0
      ? []
      : [{ count, kind, duties: [{ unit: 'transport', role }], reply: { class: 'A', verdicts: good } }];
  });

/** The unit only assists in what the port leads. */
const assisted = (kind: 'suggestion' | 'proposal', count: number): MatterGroup => ({
  count,
  kind,
  duties: [
    { unit: 'port', role: 'lead' },
    { unit: 'transport', role: 'assist' },
  ],
  reply: { class: 'A', verdicts: good },
});

const ofKind = (kind: string, role?: string): PrintedFigure['filters'] => ({
  ...government,
  kind: [kind],
  ...(role === undefined ? {} : { role: [role] }),
});
const duties = (prints: string, kind: string, role?: string): PrintedFigure => ({
  figure: 'assignments',
  filters: ofKind(kind, role) ?? {},
  prints,
});

const unit: PublishedYear = {
  year: 2014,
  about: 'one unit’s year: 32 suggestions, 30 proposals',
  matters: [
    ...byRole('suggestion', { lead: 2, separate: 2 }),
    assisted('suggestion', 28),
    ...byRole('proposal', { lead: 6, sole: 1, separate: 1 }),
    assisted('proposal', 22),
  ],
  prints: [
    duties('32', 'suggestion'),
    duties('2', 'suggestion', 'lead'),
    duties('2', 'suggestion', 'separate'),
    duties('28', 'suggestion', 'assist'),
    duties('30', 'proposal'),
    duties('6', 'proposal', 'lead'),
    duties('1', 'proposal', 'sole'),
    duties('1', 'proposal', 'separate'),
    duties('22', 'proposal', 'assist'),
    { figure: 'assignments.answering', filters: government, prints: '12' },
    { figure: 'assistShare', filters: government, prints: '80.6 %' },
    { figure: 'onTimeRate.every', filters: government, prints: '100.0 %' },
    { figure: 'satisfactionRate', filters: ofKind('suggestion') ?? {}, prints: '100.0 %' },
    { figure: 'satisfactionRate', filters: ofKind('proposal') ?? {}, prints: '100.0 %' },
    { figure: 'repliesIssued', filters: ofKind('suggestion') ?? {}, prints: '4' },
    { figure: 'repliesIssued', filters: ofKind('proposal') ?? {}, prints: '8' },
  ],
};

const filed = (
  count: number,
  kind: 'suggestion' | 'proposal',
  level: 'national' | 'provincial' | 'city',
  inSession = true,
): MatterGroup => ({ count, kind, level, inSession });

const cityYears: readonly PublishedYear[] = [
  {
    year: 2015,
    about: 'a city’s year: 854 suggestions, 586 proposals, 1266 opinions of the session',
    matters: [
      filed(5, 'suggestion', 'national'),
      filed(9, 'proposal', 'national'),
      filed(27, 'suggestion', 'provincial'),
      filed(38, 'proposal', 'provincial'),
      filed(3, 'proposal', 'provincial', false),
      filed(822, 'suggestion', 'city'),
      filed(536, 'proposal', 'city'),
    ],
    opinions: { sameDay: 1266 },
    acts: { call: 104, meeting: 23, siteVisit: 12 },
    prints: [
      { figure: 'mattersFiled', prints: '1440' },
      { figure: 'mattersFiled', filters: { kind: ['suggestion'] }, prints: '854' },
      { figure: 'mattersFiled', filters: { kind: ['proposal'] }, prints: '586' },
      { figure: 'mattersFiled', filters: { level: ['city'] }, prints: '1358', says: '1300余' },
      { figure: 'mattersFiled', filters: { level: ['provincial'], kind: ['proposal'] }, prints: '41' },
      {
        figure: 'mattersFiled',
        filters: { level: ['provincial'], kind: ['proposal'], inSession: ['yes'] },
        prints: '38',
      },
      { figure: 'sessionOpinions', prints: '1266' },
      { figure: 'sameDayForwarding', prints: '100.0 %' },
      { figure: 'supervisionActs', filters: { actKind: ['call'] }, prints: '104', says: '100余' },
      { figure: 'supervisionActs', filters: { actKind: ['meeting'] }, prints: '23', says: '20余' },
      { figure: 'supervisionActs', filters: { actKind: ['siteVisit'] }, prints: '12' },
    ],
  },
  {
    year: 2016,
    about: '363 of 365 done, 330 satisfied and 33 fairly',
    matters: [
      replied(330, 'A', { reply: { class: 'A', verdicts: good } }),
      replied(33, 'B', { reply: { class: 'B', verdicts: ['basicallySatisfied'] } }),
      { count: 2, duties: usualDuty },
    ],
    prints: [
      { figure: 'completionRate.all', prints: '99.5 %' },
      { figure: 'satisfactionRate.outcome-final-without', prints: '90.9 %' },
      { figure: 'satisfactionRate.outcome-final-with', prints: '100.0 %' },
    ],
  },
  {
    year: 2017,
    about: '554 of 679 filed',
    submissions: { filed: 554, declined: 125 },
    prints: [
      { figure: 'submissionsReceived', prints: '679' },
      { figure: 'filingRate', prints: '81.6 %' },
    ],
  },
  {
    year: 2018,
    about: '50 of 67 suggestions published, 39 of 40 proposals',
    matters: [
      replied(50, 'A', { reply: { class: 'A', published: true } }),
      replied(17, 'A'),
      replied(39, 'A', { kind: 'proposal', reply: { class: 'A', published: true } }),
      replied(1, 'A', { kind: 'proposal' }),
    ],
    prints: [
      { figure: 'publicationRate.all', filters: { kind: ['suggestion'] }, prints: '74.6 %' },
      { figure: 'publicationRate.all', filters: { kind: ['proposal'] }, prints: '97.5 %' },
    ],
  },
  {
    year: 2019,
    about: '567 of 579 with the government',
    matters: [
      { count: 567, duties: usualDuty },
      { count: 12, duties: [{ unit: 'party', role: 'sole' }] },
    ],
    prints: [
      { figure: 'governmentShare', prints: '97.93 %' },
      { figure: 'assignments', filters: government, prints: '567' },
      { figure: 'assignments', prints: '579' },
    ],
  },
  {
    year: 2020,
    about: '535 proposals to 80 units',
    matters: [{ count: 535, kind: 'proposal', duties: [{ unit: 'each', role: 'sole' }] }],
    prints: [
      { figure: 'mattersFiled', prints: '535' },
      { figure: 'unitsInvolved', prints: '80' },
      { figure: 'mattersPerUnit', prints: '6.69' },
    ],
  },
  {
    year: 2021,
    about: '10 suggestions, one of them a priority',
    matters: [
      replied(9, 'A', { reply: { class: 'A', verdicts: good, published: true } }),
      replied(1, 'A', { priority: true, reply: { class: 'A', verdicts: good, published: true } }),
    ],
    prints: [
      { figure: 'mattersFiled', prints: '10' },
      { figure: 'mattersFiled', filters: { priority: ['yes'] }, prints: '1' },
      { figure: 'priorityShare', prints: '10.0 %' },
      { figure: 'replyRate', prints: '100.0 %' },
      { figure: 'satisfactionRate', prints: '100.0 %' },
      { figure: 'publicationRate.notSecret', prints: '100.0 %' },
    ],
  },
];

export const publishedYears: readonly PublishedYear[] = [...perReply, district, unit, ...cityYears];
