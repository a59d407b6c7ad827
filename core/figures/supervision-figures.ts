/** Figures of supervision: opinions of the session, what the offices did, and what they urged units to do. */
import { anchored, type Figure, partOf, practice, setOf } from './figure.ts';
import { countOf, shareOf, usual, variant } from './handling-figures.ts';

const opinions = setOf(
  'opinion',
  { zh: '会议意见', en: 'opinions at the session' },
  {
    all: [{ by: 'received' }, { not: { by: 'dropped' } }],
  },
);
const acts = setOf(
  'act',
  { zh: '督办活动', en: 'supervision actions' },
  {
    all: [{ by: 'recorded' }, { not: { by: 'struck' } }],
  },
);

/** Slips that stand; one taken back counts until then. */
const urges = setOf(
  'urge',
  { zh: '催办单', en: 'urge slips' },
  { all: [{ by: 'issued' }, { not: { by: 'takenBack' } }] },
);
const acknowledged = partOf(
  urges,
  { zh: '已回执的催办单', en: 'slips acknowledged' },
  { by: 'acknowledged' },
);
/** In the month of the date by which the unit was to acknowledge. */
const toAcknowledge = anchored(
  partOf(
    urges,
    { zh: '到期应回执的催办单', en: 'slips to be acknowledged by now' },
    { any: [{ by: 'acknowledgeDue' }, { by: 'acknowledged' }] },
  ),
  'acknowledgeDue',
);
const acknowledgedInTime = partOf(
  toAcknowledge,
  { zh: '按期回执的催办单', en: 'slips acknowledged in time' },
  { what: 'acknowledged', inTime: 'acknowledgeDue' },
);
const notices = setOf(
  'notice',
  { zh: '督办通知', en: 'supervision notices' },
  { all: [{ by: 'issued' }, { not: { by: 'cancelled' } }] },
);
const settledNotices = partOf(notices, { zh: '已销号的督办通知', en: 'notices settled' }, { by: 'settled' });

const urging = practice(
  '撤销的不计；需几方回执的，齐了才算',
  'without those taken back; acknowledged by all who must',
);

const urgingFigures: readonly Figure[] = [
  countOf('urgeSlips', 'supervision', urges, urging, [
    variant('acknowledged', acknowledged.name, acknowledged),
    variant(
      'unanswered',
      { zh: '到期未回执', en: 'not acknowledged by its date' },
      partOf(
        toAcknowledge,
        { zh: '到期未回执的催办单', en: 'slips not acknowledged by their date' },
        {
          not: { by: 'acknowledged' },
        },
      ),
    ),
    variant(
      'units',
      { zh: '被催办的单位', en: 'units urged' },
      { ...urges, unit: 'units', counting: { distinct: 'unit' } },
    ),
  ]),
  shareOf(
    {
      id: 'urgeAcknowledgeRate',
      name: { zh: '催办回执率', en: 'share of slips acknowledged' },
      group: 'supervision',
      source: urging,
    },
    [
      variant('all', { zh: '占全部', en: 'of all' }, acknowledged, urges),
      variant(
        'inTime',
        { zh: '按期回执（占到期应回执）', en: 'in time, of what was due' },
        acknowledgedInTime,
        toAcknowledge,
      ),
    ],
  ),
  countOf('supervisionNotices', 'supervision', notices, practice('撤销的不计', 'without those cancelled'), [
    variant(
      'reported',
      { zh: '单位已反馈', en: 'reported back' },
      partOf(notices, { zh: '已反馈的督办通知', en: 'notices reported back' }, { by: 'reported' }),
    ),
    variant('settled', settledNotices.name, settledNotices),
  ]),
  shareOf(
    {
      id: 'noticeSettleRate',
      name: { zh: '督办通知销号率', en: 'share of notices settled' },
      group: 'supervision',
      source: practice('由督办单位销号，单位反馈不等于销号', 'settled by who supervises, not by the unit'),
    },
    [variant('all', usual, settledNotices, notices)],
  ),
];

const doneFigures: readonly Figure[] = [
  countOf(
    'sessionOpinions',
    'supervision',
    opinions,
    practice('大会分组讨论意见，合并、剔除的不计', 'without those dropped'),
  ),
  shareOf(
    {
      id: 'sameDayForwarding',
      name: { zh: '当日转办率', en: 'forwarded the same day' },
      group: 'supervision',
      source: practice('当日收到、当日转办', 'received and forwarded on one day'),
    },
    [
      variant(
        'all',
        usual,
        partOf(
          opinions,
          { zh: '当日转办的意见', en: 'forwarded the same day' },
          { what: 'forwarded', since: 'received', withinDays: 0 },
        ),
        opinions,
      ),
    ],
  ),
  countOf('supervisionActs', 'supervision', acts, practice('作废的不计', 'without those struck out'), [
    variant(
      'amount',
      { zh: '按次数、条数、个数合计', en: 'by how many each entry stands for' },
      { ...acts, counting: { sum: 'amount' } },
    ),
  ]),
  countOf(
    'actPeople',
    'supervision',
    {
      ...acts,
      name: { zh: '活动参加人次', en: 'people who took part in actions' },
      unit: 'people',
      counting: { sum: 'people' },
    },
    practice('按登记的人数合计，作废的不计', 'as entered, without actions struck out'),
  ),
];

export const supervisionFigures: readonly Figure[] = [...doneFigures, ...urgingFigures];
