/**
 * What the figures are counted from: narrow rows of dated facts, one kind of row for each unit of count (law 1: a
 * matter 件 is not a reply 件次). Every column has the words by which a set made of it is explained to a reader.
 */
import type { Text } from '../words.ts';

/** One kind of row: a matter; one unit's duty on it; one reply of one round; and what is counted beside matters. */
const figureSources = ['matter', 'duty', 'reply', 'submission', 'opinion', 'act', 'urge', 'notice'] as const;
export type FigureSource = (typeof figureSources)[number];

/** What is counted. `points`: numbered asks; `units`: units, each once. */
export const countUnits = [
  'matters',
  'assignments',
  'replies',
  'points',
  'units',
  'submissions',
  'opinions',
  'actions',
  'people',
  'urges',
  'notices',
] as const;
export type CountUnit = (typeof countUnits)[number];

export const countUnitNames: Readonly<Record<CountUnit, Text>> = {
  matters: { zh: '件', en: 'matters' },
  assignments: { zh: '件次（承办任务）', en: 'assignments' },
  replies: { zh: '件次（答复）', en: 'replies' },
  points: { zh: '条（建议要点）', en: 'points' },
  units: { zh: '个单位', en: 'units' },
  submissions: { zh: '件（来件）', en: 'submissions' },
  opinions: { zh: '条（会议意见）', en: 'opinions at the session' },
  actions: { zh: '次（督办活动）', en: 'supervision actions' },
  people: { zh: '人次', en: 'people' },
  urges: { zh: '份（催办单）', en: 'urge slips' },
  notices: { zh: '份（督办通知）', en: 'supervision notices' },
};

/** By what figures are filtered and crossed. */
export const dimensions = [
  'organ',
  'kind',
  'level',
  'term',
  'session',
  'year',
  'inSession',
  'category',
  'unit',
  'system',
  'boundary',
  'role',
  'class',
  'round',
  'attitude',
  'outcome',
  'disclosure',
  'district',
  'proposerType',
  'leader',
  'priority',
  'actKind',
  'urgeLevel',
  'month',
  'quarter',
] as const;
export type Dimension = (typeof dimensions)[number];

/** What stands for a value that is not there: no category, no leader, not rated. */
export const noValue = 'none';

export const dimensionNames: Readonly<Record<Dimension, Text>> = {
  organ: { zh: '机关', en: 'organ' },
  kind: { zh: '类型', en: 'kind' },
  level: { zh: '层级', en: 'level' },
  term: { zh: '届', en: 'term' },
  session: { zh: '届次', en: 'session' },
  year: { zh: '年度', en: 'year' },
  inSession: { zh: '大会/闭会', en: 'in session or between' },
  category: { zh: '类别', en: 'category' },
  unit: { zh: '承办单位', en: 'unit' },
  system: { zh: '系统', en: 'system' },
  boundary: { zh: '边界单位', en: 'outside the supervisor’s power' },
  role: { zh: '承办方式', en: 'role' },
  class: { zh: '办理结果', en: 'result class' },
  round: { zh: '办理轮次', en: 'round' },
  attitude: { zh: '办理态度评价', en: 'rating of the attitude' },
  outcome: { zh: '办理结果评价', en: 'rating of the outcome' },
  disclosure: { zh: '公开属性', en: 'disclosure' },
  district: { zh: '代表团/界别', en: 'delegation or sector' },
  proposerType: { zh: '提出者', en: 'who proposes' },
  leader: { zh: '领衔领导', en: 'leader responsible' },
  priority: { zh: '重点件', en: 'priority' },
  actKind: { zh: '督办方式', en: 'kind of action' },
  urgeLevel: { zh: '催办级别', en: 'level of the slip' },
  month: { zh: '月份', en: 'month' },
  quarter: { zh: '季度', en: 'quarter' },
};

/** The two that are read off the date by which a set is placed in time (`anchor`), in the calendar of China. */
export const periodDimensions = ['month', 'quarter'] as const satisfies readonly Dimension[];

const ofMatter = [
  ...periodDimensions,
  'organ',
  'kind',
  'level',
  'term',
  'session',
  'year',
  'inSession',
  'category',
  'unit',
  'system',
  'boundary',
  'district',
  'proposerType',
  'leader',
  'priority',
] as const satisfies readonly Dimension[];

/** The dimensions that a kind of row has. Of a matter, the unit is the one that leads 主办单位. */
export const dimensionsOf: Readonly<Record<FigureSource, readonly Dimension[]>> = {
  matter: ofMatter,
  duty: [...ofMatter, 'role'],
  reply: [...ofMatter, 'role', 'class', 'round', 'attitude', 'outcome', 'disclosure'],
  submission: [
    ...periodDimensions,
    'organ',
    'kind',
    'session',
    'term',
    'year',
    'inSession',
    'category',
    'proposerType',
  ],
  opinion: [...periodDimensions, 'organ', 'session', 'term', 'year', 'class'],
  act: [...periodDimensions, 'organ', 'year', 'actKind'],
  // What a slip has of its matter, unit and duty that none of them changes later.
  urge: [
    ...periodDimensions,
    'organ',
    'kind',
    'session',
    'term',
    'year',
    'unit',
    'system',
    'boundary',
    'role',
    'urgeLevel',
  ],
  notice: [...periodDimensions, 'organ', 'year', 'unit', 'system', 'boundary'],
};

/** What happened, and when the product knew of it; the words complete "by then" as a reader says it. */
export const dateNames = {
  matter: {
    filed: { zh: '已立案', en: 'filed' },
    assigned: { zh: '已交办（现有承办单位）', en: 'assigned, to units that have it still' },
    firstAssigned: { zh: '曾交办', en: 'assigned once' },
    due: { zh: '对提出人的答复期限已到', en: 'the time to answer the proposer is over' },
    contacted: { zh: '已与提出人沟通', en: 'talked over with the proposer' },
    met: { zh: '已与提出人面商', en: 'talked over face to face' },
    replied: { zh: '应答复的单位均已答复', en: 'answered by every unit that replies' },
    rated: { zh: '已评价', en: 'rated' },
    closed: { zh: '已办结', en: 'closed' },
    withdrawn: { zh: '已撤案', en: 'withdrawn' },
    merged: { zh: '已并入他件', en: 'merged into another' },
  },
  duty: {
    assigned: { zh: '已交办到单位', en: 'assigned to the unit' },
    signDue: { zh: '签收期限已到', en: 'the time to sign for it is over' },
    signed: { zh: '已签收', en: 'signed for' },
    contacted: { zh: '已与提出人沟通', en: 'talked over with the proposer' },
    met: { zh: '已与提出人面商', en: 'talked over face to face' },
    visited: { zh: '已走访提出人', en: 'the proposer was visited' },
    due: { zh: '答复（会办意见）期限已到', en: 'the time for the reply or opinion is over' },
    done: { zh: '已答复（已提交会办意见）', en: 'answered, or the opinion given' },
    handBackAsked: { zh: '已申请退办', en: 'its hand-back asked for' },
    extensionAsked: { zh: '已申请延期', en: 'an extension asked for' },
    extended: { zh: '已批准延期', en: 'an extension granted' },
    extensionRefused: { zh: '已有不予延期的决定', en: 'an extension refused' },
    ended: { zh: '已退办或调整给他单位', en: 'handed back or revoked' },
    gone: { zh: '所属件已撤案或并入他件', en: 'its matter withdrawn or merged' },
  },
  reply: {
    issued: { zh: '已签发答复', en: 'issued' },
    rated: { zh: '已评价', en: 'rated' },
    published: { zh: '已公开', en: 'published' },
    settled: { zh: '跟踪事项已落实', en: 'what was promised is delivered' },
    superseded: { zh: '已有下一轮答复', en: 'followed by the reply of a later round' },
    gone: { zh: '所属件已撤案或并入他件', en: 'its matter withdrawn or merged' },
  },
  submission: {
    submitted: { zh: '已提交', en: 'submitted' },
    filed: { zh: '已立案', en: 'filed' },
    declined: { zh: '不予立案（含转送）', en: 'declined or passed on' },
    withdrawn: { zh: '已撤回或分案', en: 'withdrawn, or split into others' },
  },
  opinion: {
    received: { zh: '已收到', en: 'received' },
    forwarded: { zh: '已转办', en: 'forwarded' },
    dropped: { zh: '已剔除（合并、无内容）', en: 'dropped' },
  },
  act: {
    happened: { zh: '活动日期', en: 'done, by its own day' },
    recorded: { zh: '已登记', en: 'recorded' },
    struck: { zh: '已作废', en: 'struck out' },
  },
  urge: {
    issued: { zh: '已发出催办单', en: 'the slip issued' },
    acknowledgeDue: { zh: '回执期限已到', en: 'the time to acknowledge is over' },
    acknowledged: { zh: '应回执的各方均已回执', en: 'acknowledged by all who must' },
    takenBack: { zh: '已撤销', en: 'taken back' },
  },
  notice: {
    issued: { zh: '已印发督办通知', en: 'the notice issued' },
    acknowledged: { zh: '已签收', en: 'acknowledged' },
    reported: { zh: '已反馈落实情况', en: 'reported back' },
    settled: { zh: '已销号', en: 'settled' },
    cancelled: { zh: '已撤销', en: 'cancelled' },
  },
} as const satisfies Record<FigureSource, Record<string, Text>>;

export type DateOf<S extends FigureSource> = S extends FigureSource
  ? keyof (typeof dateNames)[S] & string
  : never;

/** By which date a kind of row is placed in a month or quarter, unless a set says another. */
export const usualAnchor = {
  matter: 'filed',
  duty: 'assigned',
  reply: 'issued',
  submission: 'submitted',
  opinion: 'received',
  act: 'happened',
  urge: 'issued',
  notice: 'issued',
} as const satisfies { readonly [S in FigureSource]: DateOf<S> };

/**
 * Plain properties of a reply by which sets are made, beside the dimensions; judged by the ruleset that was in force
 * when the reply was issued or rated. Satisfied leaves out the lowest level that is not 不满意 (基本满意); accepted
 * takes it in.
 */
export const flagNames = {
  resolved: { zh: '结果类别为已解决', en: 'of a class that counts as solved' },
  followUp: { zh: '结果类别须跟踪', en: 'of a class that stays under follow-up' },
  adopted: { zh: '建议被采纳（含部分采纳）', en: 'adopted, wholly or partly' },
  attitudeSatisfied: {
    zh: '态度评价为满意（不含基本满意）',
    en: 'satisfied with the attitude, not just fairly',
  },
  attitudeAccepted: { zh: '态度评价为满意或基本满意', en: 'satisfied or fairly satisfied with the attitude' },
  outcomeSatisfied: {
    zh: '结果评价为满意（不含基本满意）',
    en: 'satisfied with the outcome, not just fairly',
  },
  outcomeAccepted: { zh: '结果评价为满意或基本满意', en: 'satisfied or fairly satisfied with the outcome' },
} as const satisfies Record<string, Text>;
export type Flag = keyof typeof flagNames;

/** Numbers that rows carry, and that figures add up: asks answered and adopted; how many acts, with how many people. */
export type NumberColumn = 'points' | 'pointsAdopted' | 'amount' | 'people';
