/** Figures of how what came in is handled: assigning, signing for, replying, talking. */
import type { Text } from '../words.ts';
import type { AnySet, FigureSet } from './expression.ts';
import { anchored, type Figure, partOf, practice, type Variant } from './figure.ts';
import * as sets from './sets.ts';

export const usual: Text = { zh: '通行口径', en: 'usual' };

export const variant = (
  id: string,
  name: Text,
  numerator: AnySet,
  denominator: AnySet | null = null,
): Variant => ({ id, name, numerator, denominator });

/** A figure that counts one set. */
export const countOf = (
  id: string,
  group: Figure['group'],
  set: AnySet,
  source: Text,
  more: readonly Variant[] = [],
): Figure => ({
  id,
  name: set.name,
  group,
  shows: 'count',
  decimals: 0,
  variants: [variant('all', usual, set), ...more],
  beside: [],
  source,
});

/** A figure that says how much of one set another is. */
export const shareOf = (
  given: Pick<Figure, 'id' | 'name' | 'group' | 'source'> &
    Partial<Pick<Figure, 'decimals' | 'beside' | 'shows'>>,
  variants: Figure['variants'],
): Figure => ({ shows: 'percent', decimals: 1, beside: [], ...given, variants });

const ofAll: Text = { zh: '占全部', en: 'of all' };
const ofDue: Text = { zh: '占到期应办', en: 'of what was due' };
const ofDone: Text = { zh: '占已办', en: 'of what is done' };

const part57 = practice('办结率的两种分母分别列明', 'both bases of the completion rate are named');

export const counted = practice('按件计数', 'counted by matters');
const countedDuties = practice(
  '按承办任务计数，一件分办给几个单位就有几个任务',
  'one for each unit of a matter',
);

const inside = <S extends 'duty' | 'matter'>(
  set: FigureSet<S>,
  dimension: 'system' | 'boundary',
  value: string,
  name: Text,
): FigureSet<S> => partOf(set, name, { is: dimension, in: [value] });

const government: Text = { zh: '政府系统承办', en: 'handled by the government' };
const outside: Text = { zh: '边界单位承办', en: 'handled by units outside the supervisor’s power' };
const byAssignments: Text = { zh: '按应答复任务', en: 'by duties that reply' };
const byMatters: Text = { zh: '按件（主办单位）', en: 'by matters, after the leading unit' };

const unitsAnswering: FigureSet<'duty'> = {
  ...sets.answering,
  name: { zh: '有应答复任务的单位', en: 'units that reply' },
  unit: 'units',
  counting: { distinct: 'unit' },
};

const assigningFigures: readonly Figure[] = [
  countOf('mattersAssigned', 'handling', sets.assignedMatters, counted, [
    variant('ever', sets.everAssigned.name, sets.everAssigned),
  ]),
  countOf('assignments', 'handling', sets.duties, countedDuties, [
    variant('answering', sets.answering.name, sets.answering),
    variant('assisting', sets.assisting.name, sets.assisting),
  ]),
  shareOf(
    {
      id: 'assistShare',
      name: { zh: '会办占比', en: 'share of assisting duties' },
      group: 'handling',
      source: countedDuties,
    },
    [variant('all', usual, sets.assisting, sets.duties)],
  ),
  shareOf(
    {
      id: 'governmentShare',
      name: { zh: '政府系统占比', en: 'share of the government' },
      group: 'handling',
      decimals: 2,
      source: practice('如 567/579 = 97.93 %', 'such as 567 of 579'),
    },
    [
      variant(
        'assignments',
        byAssignments,
        inside(sets.answering, 'system', 'government', government),
        sets.answering,
      ),
      variant(
        'matters',
        byMatters,
        inside(sets.assignedMatters, 'system', 'government', government),
        sets.assignedMatters,
      ),
    ],
  ),
  shareOf(
    {
      id: 'boundaryShare',
      name: { zh: '边界单位占比', en: 'share of units outside the supervisor’s power' },
      group: 'handling',
      decimals: 2,
      source: countedDuties,
    },
    [
      variant(
        'assignments',
        byAssignments,
        inside(sets.answering, 'boundary', 'yes', outside),
        sets.answering,
      ),
      variant(
        'matters',
        byMatters,
        inside(sets.assignedMatters, 'boundary', 'yes', outside),
        sets.assignedMatters,
      ),
    ],
  ),
  countOf(
    'unitsInvolved',
    'handling',
    {
      ...sets.duties,
      name: { zh: '承办单位', en: 'units with duties' },
      unit: 'units',
      counting: { distinct: 'unit' },
    },
    practice('一个单位只计一次', 'each unit once'),
    [variant('answering', { zh: '有应答复任务的单位', en: 'units that reply' }, unitsAnswering)],
  ),
  shareOf(
    {
      id: 'assignmentsPerMatter',
      name: { zh: '平均每件应答复任务', en: 'replying duties for each matter' },
      group: 'handling',
      shows: 'ratio',
      decimals: 2,
      source: practice('件与件次之比（848件、1103件次）', 'duties that reply for each matter'),
    },
    [variant('all', usual, sets.answering, sets.assignedMatters)],
  ),
  shareOf(
    {
      id: 'mattersPerUnit',
      name: { zh: '平均每单位承办件', en: 'matters for each unit' },
      group: 'handling',
      shows: 'ratio',
      decimals: 2,
      source: practice('件与单位之比（535件交80个单位）', 'matters to units that reply, such as 535 to 80'),
    },
    [variant('all', usual, sets.assignedMatters, unitsAnswering)],
  ),
];

const signedInTime = partOf(
  anchored(sets.duties, 'signDue'),
  { zh: '按期签收的任务', en: 'signed for in time' },
  {
    what: 'signed',
    inTime: 'signDue',
  },
);
const signed = partOf(sets.duties, { zh: '已签收任务', en: 'duties signed for' }, { by: 'signed' });
const handedBack = partOf(
  sets.dutiesEver,
  { zh: '申请过退办的任务', en: 'duties with a hand-back asked for' },
  {
    by: 'handBackAsked',
  },
);
const ended = partOf(
  sets.dutiesEver,
  { zh: '退办或调整的任务', en: 'duties handed back or revoked' },
  { by: 'ended' },
);
const extensionAsked = partOf(
  sets.duties,
  { zh: '申请过延期的任务', en: 'duties with an extension asked for' },
  { by: 'extensionAsked' },
);
const extensionRefused = partOf(
  extensionAsked,
  { zh: '有延期申请不予批准的任务', en: 'duties with an extension refused' },
  { by: 'extensionRefused' },
);
const extended = partOf(sets.duties, { zh: '批准过延期的任务', en: 'duties extended' }, { by: 'extended' });

const signingFigures: readonly Figure[] = [
  shareOf(
    {
      id: 'signRate',
      name: { zh: '签收率', en: 'share signed for' },
      group: 'handling',
      source: countedDuties,
    },
    [
      variant('all', ofAll, signed, sets.duties),
      variant(
        'inTime',
        { zh: '按期签收（占应签收）', en: 'in time, of what was due' },
        signedInTime,
        sets.signable,
      ),
    ],
  ),
  shareOf(
    {
      id: 'handBackRate',
      name: { zh: '退办率', en: 'hand-back rate' },
      group: 'handling',
      source: countedDuties,
    },
    [
      variant('asked', { zh: '申请退办', en: 'asked for' }, handedBack, sets.dutiesEver),
      variant('ended', { zh: '退办或调整', en: 'handed back or revoked' }, ended, sets.dutiesEver),
    ],
  ),
  shareOf(
    {
      id: 'extensionRate',
      name: { zh: '延期率', en: 'share extended' },
      group: 'handling',
      source: countedDuties,
    },
    [
      variant('all', { zh: '批准延期，占全部', en: 'granted, of all' }, extended, sets.duties),
      variant('asked', { zh: '申请延期，占全部', en: 'asked for, of all' }, extensionAsked, sets.duties),
      variant(
        'refused',
        { zh: '不予延期，占申请', en: 'refused, of those asked for' },
        extensionRefused,
        extensionAsked,
      ),
    ],
  ),
];

const onTime = <S extends FigureSet<'duty'>>(set: S, zh: string, en: string): FigureSet<'duty'> =>
  partOf(set, { zh, en }, { what: 'done', inTime: 'due' });
const overdue = partOf(
  anchored(sets.answering, 'due'),
  { zh: '逾期未答复任务', en: 'replies overdue' },
  {
    all: [{ by: 'due' }, { not: { by: 'done' } }],
  },
);
const dutiesDue = partOf(
  anchored(sets.duties, 'due'),
  { zh: '到期应完成任务', en: 'duties due' },
  { any: [{ by: 'due' }, { by: 'done' }] },
);

const replyingFigures: readonly Figure[] = [
  shareOf(
    {
      id: 'replyRate',
      name: { zh: '办复率（答复率）', en: 'reply rate' },
      group: 'handling',
      source: part57,
    },
    [
      variant('all', ofAll, sets.answered, sets.answering),
      variant('due', ofDue, anchored(sets.answered, 'due'), sets.answeringDue),
    ],
  ),
  shareOf(
    {
      id: 'completionRate',
      name: { zh: '办结率', en: 'completion rate' },
      group: 'handling',
      source: part57,
    },
    [
      variant(
        'all',
        { zh: '各应答复单位均已答复，占全部交办件', en: 'answered by every unit, of all' },
        sets.repliedMatters,
        sets.assignedMatters,
      ),
      variant(
        'due',
        { zh: '各应答复单位均已答复，占到期件', en: 'answered by every unit, of what was due' },
        sets.repliedMatters,
        sets.dueMatters,
      ),
      variant(
        'closed',
        { zh: '已结案，占全部交办件', en: 'closed, of all' },
        sets.closedMatters,
        sets.assignedMatters,
      ),
    ],
  ),
  shareOf(
    {
      id: 'onTimeRate',
      name: { zh: '按期率', en: 'on-time rate' },
      group: 'handling',
      source: practice(
        '与办结率分列；没有期限的不算逾期',
        'apart from completion; what no rule dates is never late',
      ),
    },
    [
      variant(
        'done',
        { zh: '按期答复，占已答复', en: 'of what is answered' },
        onTime(anchored(sets.answering, 'done'), '按期答复', 'answered in time'),
        sets.answeredThen,
      ),
      variant(
        'due',
        { zh: '按期答复，占到期应答复', en: 'of replies due' },
        onTime(anchored(sets.answering, 'due'), '按期答复', 'answered in time'),
        sets.answeringDue,
      ),
      variant(
        'opinions',
        { zh: '按期会办，占已会办', en: 'opinions in time' },
        onTime(anchored(sets.assisting, 'done'), '按期会办', 'opinions in time'),
        sets.opinionsGiven,
      ),
      variant(
        'every',
        { zh: '答复和会办合计，占到期', en: 'replies and opinions, of what was due' },
        onTime(anchored(sets.duties, 'due'), '按期完成', 'done in time'),
        dutiesDue,
      ),
    ],
  ),
  countOf('mattersAnswered', 'handling', anchored(sets.repliedMatters, 'replied'), counted),
  countOf('mattersClosed', 'handling', anchored(sets.closedMatters, 'closed'), counted),
  countOf('dutiesAnswered', 'handling', sets.answeredThen, countedDuties),
  countOf('overdue', 'handling', overdue, countedDuties),
];

const talked = (zh: string, en: string, by: 'contacted' | 'met' | 'visited'): FigureSet<'duty'> =>
  partOf(sets.answeredThen, { zh, en }, { what: by, inTime: 'done' });
const talking = (id: string, name: Text, set: FigureSet<'duty'>): Figure =>
  shareOf(
    { id, name, group: 'handling', source: practice('先协商后答复：答复前的沟通', 'talk before the reply') },
    [variant('answered', ofDone, set, sets.answeredThen)],
  );

const contactFigures: readonly Figure[] = [
  talking(
    'contactRate',
    { zh: '沟通率', en: 'contact rate' },
    talked('答复前沟通过的任务', 'talked over before the reply', 'contacted'),
  ),
  talking(
    'faceToFaceRate',
    { zh: '面商率（见面率）', en: 'face-to-face rate' },
    talked('答复前面商过的任务', 'talked over face to face before the reply', 'met'),
  ),
  talking(
    'visitRate',
    { zh: '走访率', en: 'visit rate' },
    talked('答复前走访过的任务', 'visited before the reply', 'visited'),
  ),
];

export const handlingFigures: readonly Figure[] = [
  ...assigningFigures,
  ...signingFigures,
  ...replyingFigures,
  ...contactFigures,
];
