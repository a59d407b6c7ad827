/** From 交办 to the handler: assigned, signed for or handed back, sub-assigned. */
import { type Clock, clockFrom } from '../days.ts';
import type { DemoAssignment } from '../demo.ts';
import {
  handBackReasons,
  handlerInstructions,
  instructions,
  reassignReasons,
  upholdReasons,
} from '../phrases/office-phrases.ts';
import type { UnitKey } from '../topics/topic.ts';
import { assigningActor, say, type Telling, type UnitCase, unitCaseOf } from './telling.ts';

export type Team = {
  /** The units that reply: one, or several for 分办. */
  readonly mains: readonly UnitCase[];
  readonly assists: readonly UnitCase[];
  /** The time of the matter's own office work so far. */
  readonly clock: Clock;
  /** The time of the assignment, from which assisting units count. */
  readonly assistsFrom: string;
  /** The unit's objection was refused: it counts as signed for. */
  readonly signed: boolean;
};

/** What becomes of the first assignment. */
type Path = 'accepted' | 'reassigned' | 'upheld' | 'pending';

const choosePath = (telling: Telling): Path => {
  const { goal, random } = telling;
  if (goal.stage === 'handBackPending') return 'pending';
  if (goal.stage === 'waitingSignFor' || goal.stage === 'waitingSubAssign' || goal.stage === 'waitingHandler')
    return 'accepted';
  if (goal.shown) return 'accepted';
  if (random.chance(0.06)) return 'reassigned';
  return random.chance(0.03) ? 'upheld' : 'accepted';
};

const splits = (telling: Telling, path: Path): boolean => {
  const { goal, composition, random } = telling;
  const finished = goal.stage === 'closed' || goal.stage === 'rated' || goal.stage === 'issuedUnrated';
  return (
    finished &&
    goal.ending === 'plain' &&
    path === 'accepted' &&
    composition.assists.length > 0 &&
    composition.asks.length > 1 &&
    random.chance(0.13)
  );
};

const chooseMains = (
  telling: Telling,
  first: UnitKey,
  helped: boolean,
  split: boolean,
): readonly UnitCase[] => {
  const { cast, composition } = telling;
  const other = composition.assists[0];
  if (!split || other === undefined)
    return [unitCaseOf(telling, cast.crewOf(first), helped ? 'lead' : 'sole')];
  const numbers = composition.asks.map((_, index) => index + 1);
  const cut = Math.ceil(numbers.length / 2);
  return [
    unitCaseOf(telling, cast.crewOf(first), 'separate', numbers.slice(0, cut)),
    unitCaseOf(telling, cast.crewOf(other), 'separate', numbers.slice(cut)),
  ];
};

const chooseAssists = (telling: Telling, first: UnitKey): readonly UnitKey[] => {
  const { composition, goal, random } = telling;
  const possible = composition.assists.filter((unit) => unit !== first);
  if (goal.stage === 'waitingOpinions' && goal.shown) return possible.slice(0, 1);
  if (goal.stage !== 'waitingOpinions' && random.chance(0.36)) return [];
  const wanted = random.chance(0.5) ? 1 : random.chance(0.7) ? 2 : 3;
  return random.some(possible, wanted);
};

const partOf = (telling: Telling, { own }: UnitCase): string =>
  `负责第${own.join('、')}项：${own.map((number) => telling.composition.asks[number - 1]?.what ?? '').join('、')}`;

/** Records the assignment and whatever hand-back follows; the returned clock stands at the last of these steps. */
export const assign = (telling: Telling): Team => {
  const { composition, cast, steps, turns, random } = telling;
  const path = choosePath(telling);
  const split = splits(telling, path);
  const mistaken = path === 'reassigned' || path === 'pending';
  const first = mistaken ? composition.topic.mistaken : composition.lead;
  const helpers = split ? [] : chooseAssists(telling, first);
  const mains = chooseMains(telling, first, helpers.length > 0, split);
  const assists = helpers.map((unit) => unitCaseOf(telling, cast.crewOf(unit), 'assist'));
  const [main] = mains;
  if (main === undefined) throw new RangeError('a matter without a unit');
  const clock = clockFrom(turns.assignedOn, random);
  const at = clock.next(0, 0);
  const actor = assigningActor(telling, [main.crew, cast.crewOf(composition.lead)]);
  const assignments = [...mains, ...assists].map(
    (one): DemoAssignment => ({
      unit: one.crew.spec.key,
      role: one.role,
      leader: one.leader,
      ...(one.role === 'separate' ? { part: partOf(telling, one) } : {}),
    }),
  );
  steps.push({ at, actor, act: 'assign', assignments });
  const owner = path === 'accepted' ? mains : [handBack(telling, main, path, actor, clock)];
  return { mains: owner, assists, clock, assistsFrom: at, signed: path === 'upheld' };
};

/** The unit's objection and, unless it is still waiting, the decision; answers the unit that has the duty afterwards. */
const handBack = (telling: Telling, from: UnitCase, path: Path, decider: string, clock: Clock): UnitCase => {
  const { composition, cast, steps, random } = telling;
  const right = path === 'upheld' ? (composition.assists[0] ?? composition.topic.mistaken) : composition.lead;
  const { spec } = cast.crewOf(right);
  const { duty } = composition.topic;
  const unit = from.crew.spec.key;
  const slots = {
    duty: path === 'upheld' ? `${composition.slots.field ?? ''}相关工作` : duty,
    right: spec.short,
  };
  const reason = say(telling, random.pick(handBackReasons), from, slots);
  steps.push({
    at: clock.next(1, 3),
    actor: from.clerk,
    act: 'handBack',
    unit,
    rightUnit: right,
    duty: slots.duty,
    reason,
  });
  if (path === 'pending') return from;
  if (path === 'upheld') {
    const ruling = say(telling, random.pick(upholdReasons), from, { ...slots, duty });
    steps.push({
      at: clock.next(1, 3),
      actor: decider,
      act: 'decideHandBack',
      unit,
      decision: 'uphold',
      reason: ruling,
    });
    return from;
  }
  const owner = unitCaseOf(telling, cast.crewOf(right), from.role);
  steps.push({
    at: clock.next(1, 3),
    actor: decider,
    act: 'decideHandBack',
    unit,
    decision: 'reassign',
    newUnit: right,
    newLeader: owner.leader,
    reason: say(telling, random.pick(reassignReasons), from, slots),
  });
  return owner;
};

export const signFor = ({ steps }: Telling, { crew, clerk }: UnitCase, clock: Clock): void => {
  steps.push({ at: clock.next(1, 4), actor: clerk, act: 'signFor', unit: crew.spec.key });
};

/** The office names the section, and either the handler at once or leaves that to the section's head. */
export const subAssign = (
  telling: Telling,
  unitCase: UnitCase,
  clock: Clock,
  handlerNamed: boolean,
): void => {
  const { steps, random } = telling;
  const { crew, section, handler, leader, clerk } = unitCase;
  const unit = crew.spec.key;
  const direct = handlerNamed && random.chance(0.65);
  const instruction = say(telling, random.pick(instructions), unitCase);
  steps.push({
    at: clock.next(0, 2),
    actor: clerk,
    act: 'subAssign',
    unit,
    section: section.key,
    handler: direct ? handler : null,
    leader,
    instruction,
  });
  if (direct || !handlerNamed) return;
  steps.push({
    at: clock.next(0, 2),
    actor: section.head,
    act: 'subAssign',
    unit,
    section: section.key,
    handler,
    leader,
    instruction: random.pick(handlerInstructions),
  });
};
