import type { HandlingRole, MatterKind } from '#core/ruleset.ts';
import type { LocalDate } from '#core/words.ts';
import type { Cast, SectionCrew, UnitCrew } from '../cast.ts';
import type { Composition } from '../compose.ts';
import type { DemoSession, OrganKey, StoryStep } from '../demo.ts';
import type { Goal, Turns } from '../plan.ts';
import type { Random } from '../random.ts';
import { fillSlots, type Slots } from '../slots.ts';

/** One matter while its story is being told; `steps` grows. */
export type Telling = {
  readonly composition: Composition;
  readonly caseNo: string;
  readonly kind: MatterKind;
  readonly organ: OrganKey;
  readonly session: DemoSession;
  readonly goal: Goal;
  readonly turns: Turns;
  readonly leadProposer: string;
  readonly coSigners: readonly string[];
  readonly cast: Cast;
  readonly random: Random;
  readonly today: LocalDate;
  readonly steps: StoryStep[];
};

/** One unit's duty on the matter, with the people who carry it. */
export type UnitCase = {
  readonly crew: UnitCrew;
  readonly role: HandlingRole;
  readonly leader: string;
  readonly clerk: string;
  readonly section: SectionCrew;
  readonly handler: string;
  /** For 分办: the numbers of the points that are this unit's. */
  readonly own: readonly number[];
};

/** The first of a list more often than the others: personas stand first in their units. */
const favourite = <Item>(items: readonly Item[], random: Random): Item =>
  items[0] !== undefined && random.chance(0.6) ? items[0] : random.pick(items);

/** 「某某某代表」 or 「某某某委员」. */
export const addressOf = (telling: Telling, person: string): string =>
  telling.cast.nameOf(person) + (telling.kind === 'suggestion' ? '代表' : '委员');

const whatsOf = (telling: Telling): string => {
  const whats = telling.composition.asks.map(({ what }) => what);
  return whats.length > 3 ? `${whats.slice(0, 3).join('、')}等` : whats.join('、');
};

/** Fills a sentence with what is known of the matter and, when given, of the unit that speaks. */
export const say = (telling: Telling, text: string, unitCase: UnitCase | null, extra: Slots = {}): string => {
  const { composition, random } = telling;
  const unit: Slots =
    unitCase === null
      ? {}
      : { me: unitCase.crew.spec.me, unit: unitCase.crew.spec.short, section: unitCase.section.name };
  const what = random.pick(composition.asks).what;
  const known: Slots = {
    ...composition.slots,
    ...unit,
    what,
    whats: whatsOf(telling),
    no: telling.caseNo,
    title: composition.title,
    who: addressOf(telling, telling.leadProposer),
    ...extra,
  };
  return fillSlots(text, known, random);
};

export const unitCaseOf = (
  telling: Telling,
  crew: UnitCrew,
  role: HandlingRole,
  own: readonly number[] = [],
): UnitCase => {
  const { random, composition, goal } = telling;
  const leads = crew.spec.key === composition.lead;
  const topical = leads ? crew.sections[composition.topic.section] : undefined;
  const choose = <Item>(items: readonly Item[]): Item =>
    (goal.shown ? items[0] : undefined) ?? favourite(items, random);
  const section = topical ?? choose(crew.sections);
  return {
    crew,
    role,
    leader: choose(crew.leaders),
    clerk: choose(crew.clerks),
    section,
    handler: choose(section.handlers),
    own,
  };
};

/** Whether the government's supervising office may press the unit: not courts, Party bodies and boundary units. */
export const isWithinPower = ({ crew }: Pick<UnitCase, 'crew'>): boolean => {
  const { system, boundary } = crew.spec;
  return boundary !== true && (system === 'government' || system === 'district' || system === 'company');
};

/** The office that assigns and hears objections: the supervising office within its power, else the organ's own office. */
export const assigningActor = (telling: Telling, units: readonly UnitCrew[]): string =>
  units.every((crew) => isWithinPower({ crew }))
    ? telling.random.pick(telling.cast.supervision)
    : organActor(telling);

export const organActor = (telling: Telling): string =>
  favourite(telling.cast.organOffice[telling.organ], telling.random);
