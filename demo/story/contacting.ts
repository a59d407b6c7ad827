/** 沟通 with the proposers and 会办意见 of the assisting units. */
import type { ContactStage } from '#core/ruleset.ts';
import { type Clock, clockFrom, dayOf, earlierThatDay } from '../days.ts';
import type { LocalTime } from '../demo.ts';
import {
  afterReopening,
  afterwards,
  byPhone,
  during,
  faceToFace,
  places,
  type Scene,
  secondRound,
} from '../phrases/contact-phrases.ts';
import { opinionClosings, opinionOpenings } from '../phrases/office-phrases.ts';
import { signFor, subAssign } from './assigning.ts';
import { addressOf, say, type Telling, type UnitCase } from './telling.ts';

export type Occasion = 'before' | 'during' | 'after' | 'again' | 'reopened';

const sceneOf = (telling: Telling, occasion: Occasion): Scene => {
  const { random } = telling;
  switch (occasion) {
    case 'before':
      return random.pick(random.chance(0.52) ? byPhone : faceToFace);
    case 'during':
      return random.pick(during);
    case 'after':
      return random.pick(afterwards);
    case 'again':
      return random.pick(secondRound);
    case 'reopened':
      return random.pick(afterReopening);
  }
};

const stageOf = (occasion: Occasion): ContactStage =>
  occasion === 'during' || occasion === 'after' ? occasion : 'before';

/** Who speaks for the unit: mostly the handler; for a second round its leader or section head. */
const speakerOf = (
  telling: Telling,
  unitCase: UnitCase,
  occasion: Occasion,
): readonly [key: string, words: string] => {
  const { random, cast } = telling;
  const { handler, section, leader } = unitCase;
  const draw = random.next();
  const high = occasion === 'again' || occasion === 'reopened';
  if (high ? draw < 0.6 : draw < 0.1) return [leader, `分管领导${cast.nameOf(leader)}`];
  if (high || draw < 0.35) return [section.head, `${section.name}负责人${cast.nameOf(section.head)}`];
  return [handler, `${section.name}${cast.nameOf(handler)}`];
};

const remote: ReadonlySet<string> = new Set(['wechat', 'letter', 'written']);

/** Records one contact; the handler enters what the unit's speaker held. */
export const contact = (
  telling: Telling,
  unitCase: UnitCase,
  at: LocalTime,
  occasion: Occasion,
  round: number,
): void => {
  const { steps, random, composition, leadProposer, coSigners } = telling;
  const scene = sceneOf(telling, occasion);
  const [by, words] = speakerOf(telling, unitCase, occasion);
  const joined = scene.channel === 'forum' || scene.channel === 'meeting' ? random.some(coSigners, 2) : [];
  const place = say(telling, random.pick(places[scene.channel]), unitCase);
  const slots = {
    by: words,
    place,
    voice: random.pick(composition.topic.voices),
    who: addressOf(telling, leadProposer),
  };
  steps.push({
    at,
    actor: unitCase.handler,
    act: 'contact',
    unit: unitCase.crew.spec.key,
    round,
    stage: stageOf(occasion),
    channel: scene.channel,
    heldAt: earlierThatDay(at, random),
    by,
    with: [leadProposer, ...joined],
    proposerPresent: !remote.has(scene.channel),
    place,
    said: say(telling, scene.said, unitCase, slots),
  });
};

const opinionText = (telling: Telling, unitCase: UnitCase, stance: 'agree' | 'partly' | 'dissent') => {
  const { random, composition } = telling;
  const { agree, dissent } = unitCase.crew.spec;
  const asks = random.shuffled(composition.asks);
  const what = (index: number): string => (asks[index % asks.length] ?? random.pick(asks)).what;
  const agreed = random
    .some(agree, stance === 'agree' ? 2 : 1)
    .map((text, n) => say(telling, text, unitCase, { what: what(n) }));
  const objection = say(telling, random.pick(dissent), unitCase, { what: what(agreed.length) });
  const bodies = stance === 'agree' ? agreed : stance === 'partly' ? [...agreed, objection] : [objection];
  const numbered = bodies.length > 1 ? bodies.map((text, n) => `${n + 1}.${text}`) : bodies;
  const text = [
    say(telling, random.pick(opinionOpenings), unitCase),
    ...numbered,
    say(telling, random.pick(opinionClosings), unitCase),
  ];
  return { text: text.join('\n'), objection };
};

const giveOpinion = (telling: Telling, unitCase: UnitCase, at: LocalTime): void => {
  const { steps, random } = telling;
  const draw = random.next();
  const stance = draw < 0.72 ? 'agree' : draw < 0.88 ? 'partly' : 'dissent';
  const { text, objection } = opinionText(telling, unitCase, stance);
  steps.push({
    at,
    actor: unitCase.handler,
    act: 'opinion',
    unit: unitCase.crew.spec.key,
    text,
    stance,
    ...(stance === 'agree' ? {} : { dissent: objection }),
  });
};

/**
 * The assisting units sign for, sub-assign and give their opinions, each in its own time from `from` on; the last
 * `missing` of them stay silent. Answers the clock time of the last opinion.
 */
export const assist = (
  telling: Telling,
  assists: readonly UnitCase[],
  from: LocalTime,
  missing: number,
): LocalTime => {
  let last = from;
  assists.forEach((unitCase, index) => {
    const clock: Clock = clockFrom(dayOf(from), telling.random);
    clock.catchUp(from);
    signFor(telling, unitCase, clock);
    subAssign(telling, unitCase, clock, true);
    if (index >= assists.length - missing) return;
    const at = clock.next(4, 14);
    giveOpinion(telling, unitCase, at);
    if (at > last) last = at;
  });
  return last;
};
