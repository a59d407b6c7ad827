/** Writes `docs/lifecycle.md` from the lifecycle tables of the core. `--check` compares only. */
import { readFile, writeFile } from 'node:fs/promises';
import { roundLifecycle } from '#core/assign-round/lifecycle.ts';
import { roundStates } from '#core/assign-round/round.ts';
import { type AssignmentState, assignmentStates } from '#core/assignment/assignment.ts';
import { assignmentLifecycle } from '#core/assignment/lifecycle.ts';
import type { Lifecycle, Rule } from '#core/lifecycle.ts';
import { matterLifecycle } from '#core/matter/lifecycle.ts';
import { type MatterStage, matterStages } from '#core/matter/matter.ts';
import { stageOf } from '#core/matter/stage.ts';
import { ratingLifecycle } from '#core/rating/lifecycle.ts';
import { type RatingState, ratingStates } from '#core/rating/rating.ts';
import { replyLifecycle } from '#core/reply/lifecycle.ts';
import { type ReplyState, replyStates } from '#core/reply/reply.ts';
import { noticeLifecycle, urgeLifecycle } from '#core/supervision/lifecycle.ts';
import { supervisionNoticeStates } from '#core/supervision/notice.ts';
import { urgeStates } from '#core/supervision/urge.ts';
import { submissionLifecycle } from '#core/submission/lifecycle.ts';
import { submissionStates } from '#core/submission/submission.ts';
import type { Text } from '#core/words.ts';
import { assignRoundMessages } from '#contract/messages/assign-round.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { replyMessages } from '#contract/messages/reply.ts';
import { submissionMessages } from '#contract/messages/submission.ts';
import { supervisionMessages } from '#contract/messages/supervision.ts';
import { both, drawTable } from './draw-table.ts';
import { reportChapter } from './report-chapter.ts';
import { sessionOpinionChapters } from './session-opinion-chapters.ts';
import { needNames, standingNames } from './lifecycle-names.ts';

const dutyNames: Readonly<Record<AssignmentState, Text>> = {
  assigned: commonMessages['dutyState.assigned'],
  signed: commonMessages['dutyState.signed'],
  handBackRequested: commonMessages['dutyState.handBackRequested'],
  rehandling: commonMessages['dutyState.rehandling'],
  answered: commonMessages['dutyState.answered'],
  handedBack: commonMessages['dutyState.handedBack'],
  revoked: commonMessages['dutyState.revoked'],
};

const replyNames: Readonly<Record<ReplyState, Text>> = {
  draft: replyMessages['reply.state.draft'],
  sentBack: replyMessages['reply.state.sentBack'],
  inReview: replyMessages['reply.state.inReview'],
  cleared: replyMessages['reply.state.cleared'],
  issued: replyMessages['reply.state.issued'],
};

const stageNames: Readonly<Record<MatterStage, Text>> = {
  filed: commonMessages['stage.filed'],
  assigned: commonMessages['stage.assigned'],
  handling: commonMessages['stage.handling'],
  replied: commonMessages['stage.replied'],
  rated: commonMessages['stage.rated'],
  rehandling: commonMessages['stage.rehandling'],
  closed: commonMessages['stage.closed'],
  withdrawn: commonMessages['stage.withdrawn'],
  merged: commonMessages['stage.merged'],
};

const ratingNames: Readonly<Record<RatingState, Text>> = {
  open: { zh: '待评价', en: 'Open' },
  sealed: { zh: '已评价', en: 'Sealed' },
};

const supervisionWords: Readonly<Record<string, Text>> = {
  ...supervisionMessages,
  ...submissionMessages,
  ...assignRoundMessages,
};

const namesOf = (states: readonly string[], prefix: string): Readonly<Record<string, Text>> =>
  Object.fromEntries(
    states.map((state) => [state, supervisionWords[`${prefix}.${state}`] ?? { zh: state, en: state }]),
  );

type Table = Lifecycle<string, string, string>;
type Edge = readonly [from: string, to: string, label: string];

type Chapter = {
  readonly title: Text;
  readonly intro: Text;
  readonly table: Table;
  /** The first is where it begins. */
  readonly states: readonly string[];
  readonly names: Readonly<Record<string, Text>>;
  readonly edges: readonly Edge[];
};

/** The arrows of a table's rows; a row that leaves the state as it is draws none. */
const edgesOf = (table: Table): readonly Edge[] =>
  Object.values(table).flatMap((rule) =>
    rule.from.flatMap((from) =>
      [rule.to].flat().flatMap((to): readonly Edge[] => (to === 'same' ? [] : [[from, to, both(rule.name)]])),
    ),
  );

const issues = both(replyLifecycle.issue.name);
const rates = both(ratingLifecycle.rate.name);
const ratesBadly = '评价不满意 Rate: dissatisfied';

/** How a duty moves; the last three by its reply and the rating of it. An opinion moves no matter (law 1). */
const dutyEdges: readonly Edge[] = [
  ...edgesOf(assignmentLifecycle).filter(
    ([, , label]) => label !== both(assignmentLifecycle.writeOpinion.name),
  ),
  ['signed', 'answered', issues],
  ['rehandling', 'answered', issues],
  ['answered', 'rehandling', ratesBadly],
];

/** The stage of a matter that one unit has alone, by the core's own reckoning. */
const stageWith = (state: string, rated: boolean): string => {
  const known = assignmentStates.find((one) => one === state);
  if (known === undefined) throw new Error(`no state of a duty: ${state}`);
  return stageOf({ stage: 'filed', duties: [{ role: 'sole', state: known }], rated });
};

const stageEdges: readonly Edge[] = [
  ...dutyEdges.flatMap(([from, to, label]) =>
    [false, true].map((rated): Edge => [stageWith(from, rated), stageWith(to, false), label]),
  ),
  [stageWith('answered', false), stageWith('answered', true), rates],
];

/** A withdrawal that is agreed on leads out; a step leads on only from the looks before submission. */
const submissionEdges: readonly Edge[] = edgesOf(submissionLifecycle).filter(([from, to, label]) => {
  if (label === both(submissionLifecycle.takeStep.name)) return from === 'vetting' && to === 'submitted';
  const leaves = ['askToWithdraw', 'agreeToWithdraw'] as const;
  const withdraws = leaves.some((action) => label === both(submissionLifecycle[action].name));
  return !withdraws || (to === 'withdrawn' && from !== 'filed');
});

const chapters: readonly Chapter[] = [
  {
    title: { zh: '来件', en: 'The submission' },
    intro: {
      zh: '立案之前的建议、提案：草稿只属于提出人和他邀请的人；审核环节由规则集规定。代录的草稿由机关办公室按提出人的名义书写。',
      en: 'A suggestion or proposal before it is a matter. A draft is its author’s and of those whom he invited; the ruleset names the steps of the review. The organ’s office writes only what it entered for a named author.',
    },
    table: submissionLifecycle,
    states: submissionStates,
    names: namesOf(submissionStates, 'submission.state'),
    edges: submissionEdges,
  },
  {
    title: { zh: '件', en: 'The matter' },
    intro: {
      zh: '从“待签收”到“已评价”的阶段随承办情况而定，不由人填写；图中按一家单位独办画出。',
      en: 'The stages from “to sign for” to “rated” follow from the duties, nobody sets them; the diagram shows how, for a matter that one unit has alone.',
    },
    table: matterLifecycle,
    states: matterStages,
    names: stageNames,
    edges: [
      ...edgesOf({
        ...matterLifecycle,
        assign: { ...matterLifecycle.assign, to: 'assigned', from: ['filed'] },
      }),
      ...stageEdges,
    ],
  },
  {
    title: { zh: '承办任务', en: 'The duty of one unit' },
    intro: {
      zh: '一家单位在一件上的任务。签发答复和评价不满意在下面两张表里，图中一并画出。',
      en: 'What one unit owes on one matter. Issuing the reply and rating it stand in the tables below; the diagram shows them too.',
    },
    table: assignmentLifecycle,
    states: assignmentStates,
    names: dutyNames,
    edges: [...edgesOf(assignmentLifecycle), ...dutyEdges],
  },
  {
    title: { zh: '答复', en: 'The reply' },
    intro: {
      zh: '每家负责答复的单位每轮一份。审核级数由规则集规定；“本级审核人”是担任当前一级审核的人。任务没有分到科室时，单位办公室代行科室审核。',
      en: 'One for each unit that replies and each round. The ruleset says how many levels there are; the reviewer is whoever holds the role of the current one. Where a duty was given to no section, the unit’s office stands in for the section head.',
    },
    table: replyLifecycle,
    states: replyStates,
    names: replyNames,
    edges: edgesOf(replyLifecycle),
  },
  {
    title: { zh: '评价', en: 'The rating' },
    intro: {
      zh: '每份签发的答复，每位提出人一份；评价后不再改动。不满意即开启下一轮办理。',
      en: 'One for each issued reply and each proposer; once sealed it never changes. Dissatisfaction opens the next round.',
    },
    table: ratingLifecycle,
    states: ratingStates,
    names: ratingNames,
    edges: edgesOf(ratingLifecycle),
  },
  {
    title: { zh: '催办单', en: 'The urge slip' },
    intro: {
      zh: '一家单位的一项任务上的一份催办单。等级由规则集的阶梯建议，只升不降；编号不重复使用。',
      en: 'One slip on one duty. The ladder of the ruleset proposes its colour, never a milder one; its number is never reused.',
    },
    table: urgeLifecycle,
    states: urgeStates,
    names: namesOf(urgeStates, 'supervision.urgeState'),
    edges: edgesOf(urgeLifecycle),
  },
  {
    title: { zh: '督办通知', en: 'The supervision notice' },
    intro: {
      zh: '发给一家单位的一份正式通知，列一件或几件；单位书面反馈，由发出机构销号或退回补充。',
      en: 'One formal notice to one unit about one or several matters; the unit reports back in writing, the office settles it or returns the report.',
    },
    table: noticeLifecycle,
    states: supervisionNoticeStates,
    names: namesOf(supervisionNoticeStates, 'supervision.noticeState'),
    edges: edgesOf(noticeLifecycle),
  },
  ...sessionOpinionChapters.map((one) => ({ ...one, edges: edgesOf(one.table) })),
  { ...reportChapter, edges: edgesOf(reportChapter.table) },
  {
    title: { zh: '拟交办', en: 'The round of proposed assignments' },
    intro: {
      zh: '交办会前征求各单位意见的一轮。截止时间一到即为“已截止”，由交办机构处理余下的件；到时不会自动交办。',
      en: 'A round in which units are asked before the meeting. Its closing time ends the answers and decides nothing.',
    },
    table: roundLifecycle,
    states: roundStates,
    names: namesOf(roundStates, 'round.state'),
    edges: edgesOf(roundLifecycle),
  },
];

const diagram = ({ states, names, edges }: Chapter): readonly string[] => {
  const labels = new Map<string, Set<string>>();
  for (const [from, to, label] of edges) {
    const loops = from === to && names === stageNames;
    if (loops) continue;
    const key = `${from} --> ${to}`;
    labels.set(key, (labels.get(key) ?? new Set()).add(label));
  }
  const ends = states.filter((state) => !edges.some(([from, to]) => from === state && to !== state));
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...states.map((state) => `  state "${both(names[state] ?? { zh: state, en: '' })}" as ${state}`),
    `  [*] --> ${states[0]}`,
    ...[...labels].map(([key, texts]) => `  ${key}: ${[...texts].join(' / ')}`),
    ...ends.map((state) => `  ${state} --> [*]`),
    '```',
  ];
};

const cell = (texts: readonly string[]): string => (texts.length === 0 ? '—' : texts.join('<br>'));

const row = (action: string, rule: Rule<string, string>, names: Chapter['names']): readonly string[] => {
  const states = (some: readonly string[]): string =>
    cell(some.map((state) => (state === 'same' ? '不变 same' : both(names[state] ?? { zh: state, en: '' }))));
  return [
    `${both(rule.name)}<br>\`${action}\``,
    states(rule.from),
    states([rule.to].flat()),
    cell(rule.by.map((standing) => both(standingNames[standing]))),
    cell(rule.needs.map((need) => both(needNames[need] ?? { zh: need, en: '' }))),
    rule.clause,
  ];
};

const heads = ['动作 Action', '从 From', '到 To', '谁 By', '须 Needs', '依据 Clause'] as const;

const chapter = (one: Chapter): readonly string[] => [
  `## ${both(one.title)}`,
  '',
  one.intro.zh,
  '',
  one.intro.en,
  '',
  ...diagram(one),
  '',
  ...drawTable([heads, ...Object.entries(one.table).map(([action, rule]) => row(action, rule, one.names))]),
  '',
];

/** The whole page, from the tables as they stand. */
export const lifecycleDoc = (): string =>
  [
    '# 谁、何时、凭什么 · Who may do what, when, on which clause',
    '',
    '<!-- Generated by tools/write-lifecycle-doc.ts from core/*/lifecycle.ts. Do not edit. -->',
    '',
    '这些表是唯一的规则来源：拒绝的理由、页面上的按钮、测试和本页都由它们得出。一个动作先看身份，再看状态，再依次看条件，第一个不符的就是拒绝的理由。“法则”（law）见 ARCHITECTURE.md。',
    '',
    'These tables are the only source of these rules: refusals, buttons, tests and this page come from them. An action is judged by standing, then by state, then by its needs in order; the first that fails is the reason of the refusal. For the laws, see ARCHITECTURE.md.',
    '',
    ...chapters.flatMap(chapter),
  ].join('\n');

const file = new URL('../docs/lifecycle.md', import.meta.url);

if (import.meta.main) {
  const text = lifecycleDoc();
  if (!process.argv.includes('--check')) await writeFile(file, text);
  else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    console.error('docs/lifecycle.md does not match the lifecycle tables: run tools/write-lifecycle-doc.ts');
    process.exitCode = 1;
  }
}
