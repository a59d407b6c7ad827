/** 拟稿, 三级审核, 签发. */
import { type Clock, dayOf } from '../days.ts';
import type { ReviewLevelKey } from '../demo.ts';
import { approveRemarks, sendBackReasons } from '../phrases/office-phrases.ts';
import {
  againOpenings,
  closings,
  disclosureReasons,
  openings,
  reopenedOpenings,
} from '../phrases/reply-phrases.ts';
import { type Answer, asPoints, type ResultClass } from './answers.ts';
import { contact } from './contacting.ts';
import { isWithinPower, say, type Telling, type UnitCase } from './telling.ts';

/** Where a reply stops; `issued` runs to the end. */
export type ReplyStop =
  | 'draft'
  | 'submitted'
  | 'section-head'
  | 'unit-office'
  | 'unit-leader'
  | 'sentBack'
  | 'issued';

export type ReplyPlan = {
  readonly round: number;
  readonly answers: readonly Answer[];
  readonly resultClass: ResultClass;
  readonly stop: ReplyStop;
  readonly helpers: readonly UnitCase[];
  /** The round was opened by reopening a closed matter. */
  readonly reopened: boolean;
};

const levels: readonly ReviewLevelKey[] = ['section-head', 'unit-office', 'unit-leader'];

const reviewerOf = ({ section, clerk, leader }: UnitCase, level: ReviewLevelKey): string => {
  switch (level) {
    case 'section-head':
      return section.head;
    case 'unit-office':
      return clerk;
    case 'unit-leader':
      return leader;
  }
};

const roleWords = { sole: '独办', lead: '主办', separate: '分办', assist: '会办' } as const;

const openingOf = (telling: Telling, unitCase: UnitCase, plan: ReplyPlan): string => {
  const helpers = plan.helpers.map(({ crew }) => crew.spec.short).join('、');
  const slots = {
    session: telling.session.name.zh,
    role: roleWords[unitCase.role],
    with: helpers === '' ? '通过电话、走访等方式多次与您沟通' : `会同${helpers}共同研究，并与您进行了沟通`,
  };
  const bank = plan.reopened ? reopenedOpenings : plan.round > 1 ? againOpenings : openings;
  return say(telling, telling.random.pick(bank), unitCase, slots);
};

const draft = (telling: Telling, unitCase: UnitCase, clock: Clock, plan: ReplyPlan): void => {
  const { steps, random } = telling;
  const draw = random.next();
  const disclosure = draw < 0.86 ? 'proactive' : draw < 0.96 ? 'onRequest' : 'notPublic';
  steps.push({
    at: clock.next(0, 1),
    actor: unitCase.handler,
    act: 'draftReply',
    unit: unitCase.crew.spec.key,
    round: plan.round,
    opening: openingOf(telling, unitCase, plan),
    points: asPoints(plan.answers),
    closing: say(telling, random.pick(closings), unitCase),
    resultClass: plan.resultClass,
    disclosure,
    ...(disclosure === 'proactive' ? {} : { disclosureReason: random.pick(disclosureReasons) }),
    contactPerson: random.chance(0.7) ? unitCase.handler : unitCase.section.head,
  });
};

const submit = ({ steps }: Telling, { crew, handler }: UnitCase, clock: Clock, round: number): void => {
  steps.push({ at: clock.next(0, 1), actor: handler, act: 'submitReview', unit: crew.spec.key, round });
};

const approve = (
  telling: Telling,
  unitCase: UnitCase,
  clock: Clock,
  round: number,
  level: ReviewLevelKey,
): void => {
  telling.steps.push({
    at: clock.next(0, 1),
    actor: reviewerOf(unitCase, level),
    act: 'approve',
    unit: unitCase.crew.spec.key,
    round,
    level,
    remark: telling.random.pick(approveRemarks[level]),
  });
};

/** Approvals up to a level, then that level sends the draft back. Answers where it went. */
const sendBack = (
  telling: Telling,
  unitCase: UnitCase,
  clock: Clock,
  round: number,
): 'handler' | 'section-head' => {
  const { random, steps, composition } = telling;
  const level = random.pick(levels);
  for (const passed of levels.slice(0, levels.indexOf(level)))
    approve(telling, unitCase, clock, round, passed);
  const toLevel = level === 'unit-leader' && random.chance(0.3) ? 'section-head' : 'handler';
  const number = random.int(1, composition.asks.length);
  const reason = say(telling, random.pick(sendBackReasons[level]), unitCase, {
    n: String(number),
    what: composition.asks[number - 1]?.what ?? '',
  });
  const actor = reviewerOf(unitCase, level);
  const unit = unitCase.crew.spec.key;
  steps.push({ at: clock.next(0, 1), actor, act: 'sendBack', unit, round, level, toLevel, reason });
  return toLevel;
};

/** A revised draft says more than the one that was sent back. */
const improved = (telling: Telling, unitCase: UnitCase, answers: readonly Answer[]): readonly Answer[] => {
  const more = say(telling, '责任科室为{section}，进展情况按月登记、可随时查询。', unitCase);
  const index = telling.random.int(0, answers.length - 1);
  return answers.map((answer, n) => (n === index ? { ...answer, text: answer.text + more } : answer));
};

const issue = (telling: Telling, unitCase: UnitCase, clock: Clock, plan: ReplyPlan): void => {
  const at = clock.next(0, 1);
  const office =
    telling.organ === 'congress' ? '云川市人大常委会代表工作委员会' : '政协云川市委员会提案委员会';
  const supervisor = isWithinPower(unitCase) ? ['云川市人民政府督查室'] : [];
  telling.steps.push({
    at,
    actor: unitCase.clerk,
    act: 'issue',
    unit: unitCase.crew.spec.key,
    round: plan.round,
    documentNo: '',
    documentDate: dayOf(at),
    copies: [office, ...supervisor, ...plan.helpers.map(({ crew }) => crew.spec.name)],
  });
};

/** Writes a reply and takes it through review as far as the plan says; a draft is submitted on the day or the next. */
export const reply = (telling: Telling, unitCase: UnitCase, clock: Clock, plan: ReplyPlan): void => {
  const { round, stop } = plan;
  draft(telling, unitCase, clock, plan);
  if (stop === 'draft') return;
  submit(telling, unitCase, clock, round);
  if (stop === 'submitted') return;
  const sentBack = stop === 'sentBack' || (stop === 'issued' && telling.random.chance(0.09));
  if (sentBack) {
    const toLevel = sendBack(telling, unitCase, clock, round);
    if (stop === 'sentBack') return;
    if (toLevel === 'handler') {
      draft(telling, unitCase, clock, { ...plan, answers: improved(telling, unitCase, plan.answers) });
      submit(telling, unitCase, clock, round);
    }
  }
  for (const level of levels) {
    approve(telling, unitCase, clock, round, level);
    if (level === stop) return;
  }
  issue(telling, unitCase, clock, plan);
  if (telling.random.chance(0.6)) contact(telling, unitCase, clock.next(1, 4), 'after', round);
};
