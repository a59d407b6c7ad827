/** The answers of a reply, point by point. */
import type { DemoPointAnswer } from '../demo.ts';
import {
  againLeads,
  deadlines,
  doneLeads,
  doneTails,
  notLeads,
  notReasons,
  notTails,
  planLeads,
  planTails,
  referenceAnswers,
  reopenedLeads,
} from '../phrases/reply-phrases.ts';
import type { Ask } from '../topics/topic.ts';
import { say, type Telling, type UnitCase } from './telling.ts';

export type ResultClass = 'A' | 'B' | 'C' | 'D';

/** What an answer amounts to; `elsewhere`: another unit of a 分办 answers this point. */
export type AnswerKind = 'done' | 'plan' | 'not' | 'reference' | 'elsewhere';

export type Answer = { readonly kind: AnswerKind; readonly text: string };

const shortest = 60;

/** Classes of replies: about 60 / 25 / 9 / 6 in a hundred. */
export const drawClass = (telling: Telling): ResultClass => {
  const draw = telling.random.next();
  if (draw < 0.6) return 'A';
  if (draw < 0.85) return 'B';
  return draw < 0.94 ? 'C' : 'D';
};

/** One kind for each point, as the class demands. */
export const drawKinds = (
  telling: Telling,
  resultClass: ResultClass,
  own: readonly number[],
): readonly AnswerKind[] => {
  const { random, composition } = telling;
  const { asks } = composition;
  const mine = asks.map((_, index) => own.length === 0 || own.includes(index + 1));
  const key = random.pick(asks.map((_, index) => index).filter((index) => mine[index]));
  const refused = asks.findIndex((ask, index) => mine[index] === true && ask.not !== undefined);
  return asks.map((_, index): AnswerKind => {
    if (mine[index] !== true) return 'elsewhere';
    switch (resultClass) {
      case 'A':
        return index === key || random.chance(0.85) ? 'done' : 'plan';
      case 'B':
        return index === key || random.chance(0.65) ? 'plan' : 'done';
      case 'C':
        return index === (refused < 0 ? key : refused) ? 'not' : random.chance(0.6) ? 'plan' : 'not';
      case 'D':
        return index === key || random.chance(0.75) ? 'reference' : 'plan';
    }
  });
};

const parts = (
  telling: Telling,
  kind: AnswerKind,
  ask: Ask,
): readonly [leads: readonly string[], core: string, tails: readonly string[]] => {
  switch (kind) {
    case 'done':
      return [doneLeads, ask.done, doneTails];
    case 'plan':
      return [planLeads, ask.plan, planTails];
    case 'not':
      return [notLeads, ask.not ?? telling.random.pick(notReasons), notTails];
    case 'reference':
      return [[''], telling.random.pick(referenceAnswers), []];
    case 'elsewhere':
      return [
        [''],
        '关于{what}，按照交办分工，由另一分办单位负责办理并另行答复。',
        ['{me}将结合自身职责做好配合，主动提供有关数据和现场保障，共同推动该项建议落到实处。'],
      ];
  }
};

/** The words before an answer of a further round; null in the first. */
type Leads = readonly string[] | null;

const write = (telling: Telling, unitCase: UnitCase, kind: AnswerKind, ask: Ask, further: Leads): string => {
  const { random } = telling;
  const [leads, core, tails] = parts(telling, kind, ask);
  const slots = { what: ask.what, when: random.pick(deadlines) };
  const chosen = [...random.shuffled(tails)];
  let text = say(telling, random.pick(further ?? leads) + core, unitCase, slots);
  const tail = (): string => say(telling, chosen.shift() ?? '', unitCase, slots);
  if (random.chance(0.75)) text += tail();
  while (text.length < shortest && chosen.length > 0) text += tail();
  return text;
};

export const writeAnswers = (
  telling: Telling,
  unitCase: UnitCase,
  kinds: readonly AnswerKind[],
): readonly Answer[] =>
  telling.composition.asks.map((ask, index) => {
    const kind = kinds[index] ?? 'plan';
    return { kind, text: write(telling, unitCase, kind, ask, null) };
  });

/** The answers of a second round: what was done stays unless the matter was reopened, the rest is taken up again. */
export const rewriteAnswers = (
  telling: Telling,
  unitCase: UnitCase,
  first: readonly Answer[],
  resultClass: 'A' | 'B',
  reopened: boolean,
): readonly Answer[] =>
  telling.composition.asks.map((ask, index) => {
    const before = first[index];
    if (before?.kind === 'elsewhere' || (before?.kind === 'done' && !reopened)) return before;
    const kind = resultClass === 'A' || telling.random.chance(0.4) ? 'done' : 'plan';
    return { kind, text: write(telling, unitCase, kind, ask, reopened ? reopenedLeads : againLeads) };
  });

export const asPoints = (answers: readonly Answer[]): readonly DemoPointAnswer[] =>
  answers.map(({ kind, text }, index) => ({
    point: index + 1,
    answer: text,
    adopted: kind === 'done' || kind === 'plan' || kind === 'elsewhere',
  }));
