import { addDays, dayOf } from './days.ts';
import type { DemoStage, StoryStep } from './demo.ts';
import type { LocalDate } from '#core/words.ts';

const replied = (steps: readonly StoryStep[]): boolean => steps.some(({ act }) => act === 'issue');

const reviewStage = (steps: readonly StoryStep[]): DemoStage => {
  const last = steps.findLast(({ act }) => act === 'submitReview' || act === 'approve' || act === 'sendBack');
  if (last === undefined) return 'handling';
  if (last.act === 'sendBack') return 'sentBack';
  if (last.act !== 'approve') return 'reviewSectionHead';
  if (last.level === 'section-head') return 'reviewUnitOffice';
  return last.level === 'unit-office' ? 'reviewUnitLeader' : 'cleared';
};

const handlingStage = (
  steps: readonly StoryStep[],
  mains: ReadonlySet<string>,
  assists: number,
): DemoStage => {
  const ofMains = steps.filter((step) => 'unit' in step && mains.has(step.unit));
  if (
    !ofMains.some(
      (step) => step.act === 'signFor' || (step.act === 'decideHandBack' && step.decision === 'uphold'),
    )
  )
    return steps.at(-1)?.act === 'handBack' ? 'handBackPending' : 'waitingSignFor';
  const sub = ofMains.findLast((step) => step.act === 'subAssign');
  if (sub === undefined) return 'waitingSubAssign';
  if (sub.act === 'subAssign' && sub.handler === null) return 'waitingHandler';
  if (!ofMains.some(({ act }) => act === 'contact')) return 'noContact';
  if (steps.filter(({ act }) => act === 'opinion').length < assists) return 'waitingOpinions';
  return reviewStage(ofMains);
};

const ratedStage = (steps: readonly StoryStep[], replies: number, proposers: number): DemoStage => {
  const rates = steps.filter((step) => step.act === 'rate');
  if (rates.length === 0) return 'issuedUnrated';
  if (rates.some(({ outcome, attitude }) => outcome === 'dissatisfied' || attitude === 'dissatisfied'))
    return 'secondRound';
  return rates.length < replies * proposers ? 'partlyRated' : 'rated';
};

/** Where the steps of a matter with so many proposers have brought it; read from the steps alone. */
export const stageOf = (steps: readonly StoryStep[], proposers: number): DemoStage => {
  const assigned = steps.find((step) => step.act === 'assign');
  if (assigned === undefined) return 'waitingAssignment';
  if (steps.some(({ act }) => act === 'withdraw')) return 'withdrawn';
  const ending = steps.findLast(({ act }) => act === 'close' || act === 'reopen');
  if (ending !== undefined) return ending.act === 'close' ? 'closed' : 'reopened';
  const owners = assigned.assignments.filter(({ role }) => role !== 'assist').map(({ unit }) => unit);
  const moved = steps.find((step) => step.act === 'decideHandBack');
  const mains = new Set(moved?.newUnit === undefined ? owners : [moved.newUnit]);
  if (replied(steps)) return ratedStage(steps, mains.size, proposers);
  return handlingStage(steps, mains, assigned.assignments.length - owners.length);
};

/** Whether a reply is missing more than three months (91 days) after the assignment. */
export const isOverdue = (steps: readonly StoryStep[], stage: DemoStage, today: LocalDate): boolean => {
  const assigned = steps.find(({ act }) => act === 'assign');
  if (assigned === undefined || stage === 'withdrawn' || replied(steps)) return false;
  return addDays(dayOf(assigned.at), 91) < today;
};
