/** 评价: every proposer for himself, the lead proposer last. */
import type { Clock } from '../days.ts';
import type { Delivered, Level } from '../demo.ts';
import {
  dissatisfiedReasons,
  goodRemarks,
  mixedRemarks,
  secondRoundRemarks,
} from '../phrases/rating-phrases.ts';
import type { Answer, AnswerKind, ResultClass } from './answers.ts';
import { say, type Telling, type UnitCase } from './telling.ts';

export type Verdict = {
  readonly round: number;
  readonly answers: readonly Answer[];
  readonly resultClass: ResultClass;
  /** The lead proposer is not satisfied. */
  readonly rejected: boolean;
  /** Only co-signers have rated so far. */
  readonly partial: boolean;
};

const satisfiedShare: Readonly<Record<ResultClass, number>> = { A: 0.86, B: 0.62, C: 0.35, D: 0.3 };

const deliveredOf = (telling: Telling, kind: AnswerKind, rejected: boolean): Delivered => {
  const draw = telling.random.next();
  switch (kind) {
    case 'done':
      return draw < (rejected ? 0.3 : 0.8) ? 'done' : 'partly';
    case 'plan':
      return rejected ? (draw < 0.5 ? 'not' : 'notYet') : draw < 0.3 ? 'partly' : 'notYet';
    case 'not':
      return 'not';
    case 'reference':
      return draw < 0.5 ? 'not' : 'notYet';
    case 'elsewhere':
      return draw < 0.5 ? 'partly' : 'notYet';
  }
};

const remarkOf = (telling: Telling, verdict: Verdict, outcome: Level): string | undefined => {
  const { random, composition } = telling;
  const open = composition.asks.filter((_, index) => verdict.answers[index]?.kind !== 'done');
  const what = random.pick(open.length > 0 ? open : composition.asks).what;
  if (outcome === 'dissatisfied') return say(telling, random.pick(dissatisfiedReasons), null, { what });
  if (verdict.round > 1) return say(telling, random.pick(secondRoundRemarks), null, { what });
  if (!random.chance(0.3)) return undefined;
  return say(telling, random.pick(outcome === 'satisfied' ? goodRemarks : mixedRemarks), null, { what });
};

const rateOnce = (
  telling: Telling,
  unitCase: UnitCase,
  at: string,
  person: string,
  verdict: Verdict,
): void => {
  const { random, steps } = telling;
  const rejects = verdict.rejected && person === telling.leadProposer;
  const share = verdict.round > 1 ? 0.6 : satisfiedShare[verdict.resultClass];
  const outcome: Level = rejects ? 'dissatisfied' : random.chance(share) ? 'satisfied' : 'basicallySatisfied';
  const attitude: Level = rejects
    ? random.pick(['satisfied', 'basicallySatisfied', 'basicallySatisfied', 'dissatisfied'])
    : random.chance(0.9)
      ? 'satisfied'
      : 'basicallySatisfied';
  const reason = remarkOf(telling, verdict, outcome);
  steps.push({
    at,
    actor: person,
    act: 'rate',
    unit: unitCase.crew.spec.key,
    round: verdict.round,
    attitude,
    outcome,
    ...(reason === undefined ? {} : { reason }),
    points: verdict.answers.map(({ kind }, index) => ({
      point: index + 1,
      delivered: deliveredOf(telling, kind, rejects),
    })),
  });
};

/** The first rating comes days or weeks after the letter, the others soon after it. */
export const rate = (telling: Telling, unitCase: UnitCase, clock: Clock, verdict: Verdict): void => {
  const { coSigners, leadProposer, turns } = telling;
  const raters = verdict.partial ? coSigners.slice(0, 1) : [...coSigners, leadProposer];
  if (verdict.round === 1 && turns.ratedOn !== undefined) clock.moveTo(turns.ratedOn);
  raters.forEach((person, index) => {
    const at = index === 0 && turns.ratedOn === undefined ? clock.nextAnyDay(3, 24) : clock.nextAnyDay(1, 1);
    rateOnce(telling, unitCase, at, person, verdict);
  });
};
