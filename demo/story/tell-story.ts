/** The life of one matter, from assignment to where its goal says. */
import { addDays, type Clock, clockFrom, dayOf } from '../days.ts';
import {
  closeSecondSummaries,
  closeSummaries,
  closeUnratedReasons,
  reopenReasons,
  withdrawReasons,
} from '../phrases/office-phrases.ts';
import {
  type Answer,
  drawClass,
  drawKinds,
  type ResultClass,
  rewriteAnswers,
  writeAnswers,
} from './answers.ts';
import { assign, signFor, subAssign, type Team } from './assigning.ts';
import { assist, contact } from './contacting.ts';
import { type ReplyStop, reply } from './replying.ts';
import { rate } from './rating.ts';
import { organActor, say, type Telling, type UnitCase } from './telling.ts';

const replyStops: Readonly<Record<string, ReplyStop>> = {
  sentBack: 'sentBack',
  reviewSectionHead: 'submitted',
  reviewUnitOffice: 'section-head',
  reviewUnitLeader: 'unit-office',
  cleared: 'unit-leader',
};

const withdraw = (telling: Telling, clock: Clock): void => {
  const { steps, random, leadProposer } = telling;
  const reason = random.pick(withdrawReasons);
  steps.push({ at: clock.nextAnyDay(3, 12), actor: leadProposer, act: 'withdraw', reason });
};

const close = (telling: Telling, clock: Clock, second: boolean): void => {
  const { steps, random, goal } = telling;
  const unrated = goal.ending === 'unrated';
  steps.push({
    at: unrated ? clock.next(70, 110) : clock.next(3, 14),
    actor: organActor(telling),
    act: 'close',
    summary: random.pick(second ? closeSecondSummaries : closeSummaries),
    ...(unrated ? { unratedReason: random.pick(closeUnratedReasons) } : {}),
  });
};

/** What a unit answered in one round. */
type Round = { readonly answers: readonly Answer[]; readonly resultClass: ResultClass };

const firstRound = (telling: Telling, unitCase: UnitCase, rejected: boolean): Round => {
  const drawn = drawClass(telling);
  const resultClass = rejected && drawn === 'A' ? 'B' : drawn;
  const kinds = drawKinds(telling, resultClass, unitCase.own);
  return { answers: writeAnswers(telling, unitCase, kinds), resultClass };
};

/** Contact and reply of a further round; `stop` null: the round was only opened. */
const again = (
  telling: Telling,
  unitCase: UnitCase,
  clock: Clock,
  before: Round,
  stop: ReplyStop | 'contacted' | null,
  reopened: boolean,
): Round => {
  const { random } = telling;
  const resultClass = random.chance(0.6) ? 'A' : 'B';
  const answers = rewriteAnswers(telling, unitCase, before.answers, resultClass, reopened);
  if (stop === null) return before;
  contact(telling, unitCase, clock.next(2, 4), reopened ? 'reopened' : 'again', 2);
  if (stop === 'contacted') return before;
  const hurried = telling.goal.stage === 'secondRound';
  clock.next(hurried ? 2 : 6, hurried ? 5 : 14);
  reply(telling, unitCase, clock, { round: 2, answers, resultClass, stop, helpers: [], reopened });
  return { answers, resultClass };
};

/** From sign-for to the first draft; false when the goal is reached on the way. */
const prepare = (telling: Telling, team: Team, unitCase: UnitCase, clock: Clock): boolean => {
  const { goal, random, turns, today } = telling;
  const { stage } = goal;
  if (!team.signed) signFor(telling, unitCase, clock);
  if (stage === 'waitingSubAssign') return false;
  if (stage === 'withdrawn' && random.chance(0.4)) {
    withdraw(telling, clock);
    return false;
  }
  subAssign(telling, unitCase, clock, stage !== 'waitingHandler');
  if (stage === 'waitingHandler') return false;
  if (stage === 'noContact') {
    assist(telling, team.assists, team.assistsFrom, team.assists.length);
    return false;
  }
  contact(telling, unitCase, clock.next(2, 7), 'before', 1);
  if (stage === 'withdrawn') {
    withdraw(telling, clock);
    return false;
  }
  clock.catchUp(assist(telling, team.assists, team.assistsFrom, stage === 'waitingOpinions' ? 1 : 0));
  if (stage === 'waitingOpinions') return false;
  if (random.chance(0.5)) contact(telling, unitCase, clock.next(3, 8), 'during', 1);
  if (stage === 'handling') clock.moveTo(addDays(today, -random.int(3, 9)));
  else if (turns.draftedOn !== undefined) clock.moveTo(turns.draftedOn);
  return true;
};

/** How far the second round of a live story has come, by how long ago it was opened. */
const liveSecond = (telling: Telling, clock: Clock): ReplyStop | 'contacted' | null => {
  const { random, today } = telling;
  const opened = dayOf(clock.now());
  if (opened > addDays(today, -13))
    return random.chance(0.5) || opened > addDays(today, -9) ? null : 'contacted';
  if (opened > addDays(today, -22)) return 'contacted';
  return random.pick<ReplyStop>(['submitted', 'section-head', 'unit-office', 'issued']);
};

/** Ratings of the first round and, where they demand it, the second; answers whether there was one. */
const judge = (
  telling: Telling,
  unitCase: UnitCase,
  clock: Clock,
  first: Round,
  rejected: boolean,
): boolean => {
  const { stage } = telling.goal;
  rate(telling, unitCase, clock, { round: 1, ...first, rejected, partial: stage === 'partlyRated' });
  if (!rejected) return false;
  const stop = stage === 'secondRound' ? liveSecond(telling, clock) : 'issued';
  const second = again(telling, unitCase, clock, first, stop, false);
  if (stage === 'secondRound') return true;
  rate(telling, unitCase, clock, { round: 2, ...second, rejected: false, partial: false });
  return true;
};

const reopen = (telling: Telling, unitCase: UnitCase, clock: Clock, first: Round): void => {
  const { turns, steps, random, goal } = telling;
  clock.moveTo(turns.reopenedOn ?? addDays(dayOf(clock.now()), random.int(45, 90)));
  const reason = say(telling, random.pick(reopenReasons), unitCase);
  const unit = unitCase.crew.spec.key;
  steps.push({ at: clock.next(0, 0), actor: organActor(telling), act: 'reopen', unit, reason });
  if (goal.stage === 'reopened') {
    again(telling, unitCase, clock, first, random.chance(0.5) ? 'contacted' : null, true);
    return;
  }
  const second = again(telling, unitCase, clock, first, 'issued', true);
  rate(telling, unitCase, clock, { round: 2, ...second, rejected: false, partial: false });
  close(telling, clock, false);
};

/** One replying unit's part of the story, up to its last rating. */
const handle = (telling: Telling, team: Team, unitCase: UnitCase, clock: Clock): Round | null => {
  const { goal } = telling;
  const rejected = goal.ending === 'second' || goal.stage === 'secondRound';
  if (!prepare(telling, team, unitCase, clock)) return null;
  const first = firstRound(telling, unitCase, rejected);
  const drafted = goal.stage === 'handling';
  if (drafted && telling.random.chance(0.5)) return null;
  const stop = drafted ? 'draft' : (replyStops[goal.stage] ?? 'issued');
  reply(telling, unitCase, clock, { round: 1, ...first, stop, helpers: team.assists, reopened: false });
  if (stop !== 'issued' || goal.stage === 'issuedUnrated' || goal.ending === 'unrated') return first;
  judge(telling, unitCase, clock, first, rejected);
  return first;
};

/** Tells the story into `telling.steps`, in the order of time. */
export const tellStory = (telling: Telling): void => {
  const { goal, steps, random } = telling;
  if (goal.stage === 'waitingAssignment') return;
  const team = assign(telling);
  if (goal.stage !== 'waitingSignFor' && goal.stage !== 'handBackPending') {
    let latest = team.clock;
    let last: { readonly unitCase: UnitCase; readonly first: Round } | null = null;
    for (const unitCase of team.mains) {
      const clock = clockFrom(dayOf(team.clock.now()), random);
      clock.catchUp(team.clock.now());
      const first = handle(telling, team, unitCase, clock);
      if (clock.now() >= latest.now()) latest = clock;
      if (first !== null) last = { unitCase, first };
    }
    if (last !== null && (goal.stage === 'closed' || goal.stage === 'reopened')) {
      close(telling, latest, goal.ending === 'second');
      if (goal.stage === 'reopened' || goal.ending === 'reopened')
        reopen(telling, last.unitCase, latest, last.first);
    }
  }
  steps.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
};
