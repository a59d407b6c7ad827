/** The named sets that figures are made of. Who is in them is said here once. */
import type { Expression } from './expression.ts';
import { anchored, partOf, setOf } from './figure.ts';

const not = <E extends Expression>(expression: E): { readonly not: E } => ({ not: expression });

// matters 件

export const filed = setOf('matter', { zh: '立案件', en: 'matters filed' }, { by: 'filed' });
/** Filed and neither withdrawn nor merged: a merged one is handled, and counted, with the matter it went into. */
export const standing = partOf(
  filed,
  { zh: '有效件（未撤案、未并入他件）', en: 'standing matters' },
  {
    all: [not({ by: 'withdrawn' }), not({ by: 'merged' })],
  },
);
export const withdrawn = anchored(
  partOf(filed, { zh: '撤案件', en: 'matters withdrawn' }, { by: 'withdrawn' }),
  'withdrawn',
);
export const merged = anchored(
  partOf(filed, { zh: '并入他件的件', en: 'matters merged' }, { by: 'merged' }),
  'merged',
);
/** With everything that is a part of it, in the month of its assignment. */
export const assignedMatters = anchored(
  partOf(standing, { zh: '交办件', en: 'matters assigned' }, { by: 'assigned' }),
  'assigned',
);
/** Those, too, that every unit has handed back since, or that were taken from all of them. */
export const everAssigned = anchored(
  partOf(standing, { zh: '曾交办件', en: 'matters ever assigned' }, { by: 'firstAssigned' }),
  'firstAssigned',
);
export const priorityMatters = partOf(
  standing,
  { zh: '重点件', en: 'priority matters' },
  {
    is: 'priority',
    in: ['yes'],
  },
);
export const repliedMatters = partOf(
  assignedMatters,
  { zh: '办复件', en: 'matters answered' },
  { by: 'replied' },
);
export const dueMatters = partOf(
  assignedMatters,
  { zh: '到期应办复件', en: 'matters due' },
  {
    any: [{ by: 'due' }, { by: 'replied' }],
  },
);
export const closedMatters = partOf(
  assignedMatters,
  { zh: '结案件', en: 'matters closed' },
  { by: 'closed' },
);

// duties 承办任务

export const duties = setOf(
  'duty',
  { zh: '承办任务', en: 'duties of units' },
  {
    all: [{ by: 'assigned' }, not({ by: 'ended' }), not({ by: 'gone' })],
  },
);
/** Every duty there was, those that ended by hand-back included; not of matters withdrawn or merged. */
export const dutiesEver = setOf(
  'duty',
  { zh: '曾交办的承办任务', en: 'duties ever assigned' },
  {
    all: [{ by: 'assigned' }, not({ by: 'gone' })],
  },
);
/** Units that reply to the proposer; assisting units never do (law 1). */
export const answering = partOf(
  duties,
  { zh: '应答复任务', en: 'duties that reply' },
  not({ is: 'role', in: ['assist'] }),
);
export const assisting = partOf(
  duties,
  { zh: '会办任务', en: 'assisting duties' },
  { is: 'role', in: ['assist'] },
);
export const answered = partOf(answering, { zh: '已答复任务', en: 'duties answered' }, { by: 'done' });
/** The same in the month of the answer. */
export const answeredThen = anchored(answered, 'done');
/** In the month of their due date. */
export const answeringDue = anchored(
  partOf(
    answering,
    { zh: '到期应答复任务', en: 'replies due' },
    {
      any: [{ by: 'due' }, { by: 'done' }],
    },
  ),
  'due',
);
export const opinionsGiven = anchored(
  partOf(assisting, { zh: '已提交的会办意见', en: 'opinions given' }, { by: 'done' }),
  'done',
);
export const signable = anchored(
  partOf(
    duties,
    { zh: '应签收任务', en: 'duties to be signed for' },
    {
      any: [{ by: 'signDue' }, { by: 'signed' }],
    },
  ),
  'signDue',
);

// replies 答复

export const replies = setOf(
  'reply',
  { zh: '已签发答复（各轮）', en: 'replies issued, of every round' },
  {
    all: [{ by: 'issued' }, not({ by: 'gone' })],
  },
);
/** The last reply of each duty: a matter handled again is not counted twice. */
export const finalReplies = partOf(
  replies,
  { zh: '最终答复', en: 'final replies' },
  not({ by: 'superseded' }),
);
export const firstReplies = partOf(
  replies,
  { zh: '首轮答复', en: 'replies of the first round' },
  {
    is: 'round',
    in: ['1'],
  },
);
export const laterReplies = partOf(
  replies,
  { zh: '重新办理的答复', en: 'replies of later rounds' },
  not({ is: 'round', in: ['1'] }),
);

const hasClass = not({ is: 'class' as const, in: ['none'] });
export const classed = partOf(
  finalReplies,
  { zh: '有结果类别的最终答复', en: 'final replies with a class' },
  hasClass,
);
export const firstClassed = partOf(
  firstReplies,
  { zh: '有结果类别的首轮答复', en: 'first replies with a class' },
  hasClass,
);
