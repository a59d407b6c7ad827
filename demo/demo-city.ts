/** The demo city, made anew from a seed each time: the same seed and day give the same city to the last character. */
import type { MatterKind } from '#core/ruleset.ts';
import type { LocalDate } from '#core/words.ts';
import { allTopics } from './all-topics.ts';
import { allUnits } from './all-units.ts';
import { type Cast, makeCast, officeKey, sectionKey } from './cast.ts';
import { categories } from './categories.ts';
import { composeMatter } from './compose.ts';
import { dayOf } from './days.ts';
import type { DemoCity, DemoMatter, DemoSession, DemoStage, DemoUnit, StoryStep } from './demo.ts';
import { organs } from './organs.ts';
import { personas } from './personas.ts';
import { withExtensions } from './story/putting-off.ts';
import { demoYears, type Goal, goalsOf, kindsOf, lastYear, turnsOf } from './plan.ts';
import { type Random, randomFrom } from './random.ts';
import { isOverdue, stageOf } from './stage-of.ts';
import type { Telling } from './story/telling.ts';
import { tellStory } from './story/tell-story.ts';
import type { Topic } from './topics/topic.ts';

const demoUnits = (): readonly DemoUnit[] =>
  allUnits.map((spec) => ({
    key: spec.key,
    name: { zh: spec.name, en: spec.en },
    short: spec.short,
    aliases: spec.aliases,
    functions: spec.functions,
    system: spec.system,
    boundary: spec.boundary === true,
    documentWord: `云${spec.code}函`,
    sections: [
      { key: officeKey(spec.key), name: { zh: '办公室', en: 'Office' }, isOffice: true },
      ...spec.sections.map(([zh, en], index) => ({
        key: sectionKey(spec.key, index),
        name: { zh, en },
        isOffice: false,
      })),
    ],
  }));

const sessionOf = (kind: MatterKind, year: number): DemoSession => {
  const organ = organs.find((one) => one.kind === kind);
  const session = organ?.terms.flatMap(({ sessions }) => sessions).find((one) => one.year === year);
  if (session === undefined) throw new RangeError(`no session for ${kind} ${year}`);
  return session;
};

/** What the shown stories are about: buses, and for the hand-back what is sent to the Transport Bureau by mistake. */
const shownTopic = ({ stage }: Goal): string => (stage === 'handBackPending' ? 'custom-bus' : 'bus-network');

/** Deals topics so that each comes about equally often; the shown stories have their own. */
const dealTopics = (goals: readonly Goal[], random: Random): readonly Topic[] => {
  let deck: Topic[] = [];
  const draw = (fits: (topic: Topic) => boolean): Topic => {
    if (!deck.some(fits)) deck = [...deck, ...random.shuffled(allTopics)];
    const index = deck.findIndex(fits);
    return deck.splice(index, 1)[0] ?? random.pick(allTopics);
  };
  return goals.map((goal) => {
    const shown = goal.shown ? allTopics.find(({ key }) => key === shownTopic(goal)) : undefined;
    return shown ?? draw(({ assists }) => goal.stage !== 'waitingOpinions' || assists.length > 0);
  });
};

const countCoSigners = ({ stage }: Goal, random: Random): number => {
  if (stage === 'withdrawn') return 0;
  const draw = random.next();
  const most = stage === 'rated' || stage === 'partlyRated' || stage === 'secondRound' ? 3 : 6;
  const least = stage === 'partlyRated' ? 1 : 0;
  const drawn = [0.46, 0.64, 0.77, 0.86, 0.92, 0.97].findIndex((bound) => draw < bound);
  return Math.min(most, Math.max(least, drawn < 0 ? 6 : drawn));
};

/** The stages in which each proposer persona has a matter in the last year; `issuedUnrated` and `partlyRated` wait for a rating. */
const personaStages: readonly DemoStage[] = [
  'waitingAssignment',
  'handling',
  'reviewUnitOffice',
  'issuedUnrated',
  'issuedUnrated',
  'partlyRated',
  'rated',
  'secondRound',
  'closed',
];

/** Lead proposer first. `due` holds the stages that the kind's persona still waits for; one is taken out when it is met. */
const proposersFor = (
  goal: Goal,
  all: readonly string[],
  due: DemoStage[],
  random: Random,
): readonly string[] => {
  const persona = all[0] ?? random.pick(all);
  const index = due.indexOf(goal.stage);
  if (index >= 0) due.splice(index, 1);
  const lead = index >= 0 || random.chance(0.01) ? persona : random.pick(all.slice(1));
  const count = countCoSigners(goal, random);
  const others = random.shuffled(all.slice(1).filter((person) => person !== lead));
  const joins = count > 0 && lead !== persona && random.chance(0.03);
  return [lead, ...(joins ? [persona] : []), ...others.slice(0, joins ? count - 1 : count)];
};

type Setting = { readonly cast: Cast; readonly random: Random; readonly today: LocalDate };

/** The matters of one year without their numbers, in order of filing. */
const yearTellings = (year: number, { cast, random, today }: Setting): readonly Omit<Telling, 'caseNo'>[] => {
  const goals = goalsOf(year, random);
  const kinds = kindsOf(year, goals.length, random);
  const topics = dealTopics(goals, random);
  const due = year === lastYear ? personaStages : [];
  const dueOf = { suggestion: [...due], proposal: [...due] };
  const usedTitles = new Set<string>();
  const tellings = goals.map((goal, index) => {
    const kind = kinds[index] ?? 'suggestion';
    const session = sessionOf(kind, year);
    const [leadProposer = '', ...coSigners] = proposersFor(
      goal,
      kind === 'suggestion' ? cast.deputies : cast.members,
      dueOf[kind],
      random,
    );
    const topic = topics[index] ?? random.pick(allTopics);
    return {
      composition: composeMatter(topic, kind, usedTitles, random),
      kind,
      organ: kind === 'suggestion' ? ('congress' as const) : ('cppcc' as const),
      session,
      goal,
      turns: turnsOf(goal, session, today, random),
      leadProposer,
      coSigners,
      cast,
      random,
      today,
      steps: [],
    };
  });
  return tellings.toSorted((one, other) =>
    one.turns.filedOn < other.turns.filedOn ? -1 : one.turns.filedOn > other.turns.filedOn ? 1 : 0,
  );
};

const consentOf = (random: Random): Pick<DemoMatter, 'disclosureConsent' | 'disclosureReason'> => {
  const draw = random.next();
  if (draw < 0.88) return { disclosureConsent: 'fullText' };
  if (draw < 0.97) return { disclosureConsent: 'titleOnly' };
  return { disclosureConsent: 'no', disclosureReason: '正文涉及个别单位内部情况，不宜公开。' };
};

const matterOf = (telling: Telling): DemoMatter => {
  const { composition, session, goal, turns, today, coSigners } = telling;
  tellStory(telling);
  const steps = telling.steps.filter(({ at }) => dayOf(at) <= today);
  const stage = stageOf(steps, coSigners.length + 1);
  return {
    key: `${telling.organ}-${telling.caseNo}`,
    organ: telling.organ,
    kind: telling.kind,
    year: session.year,
    session: session.key,
    timeMark: goal.inSession ? 'inSession' : 'offSession',
    caseNo: telling.caseNo,
    filedOn: turns.filedOn,
    title: composition.title,
    body: composition.body,
    points: composition.points,
    category: composition.topic.category,
    topic: composition.topic.key,
    leadProposer: telling.leadProposer,
    coSigners,
    ...consentOf(telling.random),
    stage,
    overdue: isOverdue(steps, stage, today),
    steps,
  };
};

/** Gives the letters of each unit their numbers in the order of issue, anew each calendar year. */
const numberLetters = (matters: readonly DemoMatter[]): readonly DemoMatter[] => {
  const words = new Map(allUnits.map(({ key, code }) => [String(key), `云${code}函`]));
  const issues = matters.flatMap(({ steps }) => steps.filter((step) => step.act === 'issue'));
  const numbers = new Map<StoryStep, string>();
  const counts = new Map<string, number>();
  for (const step of issues.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))) {
    const series = `${words.get(step.unit) ?? ''}〔${step.at.slice(0, 4)}〕`;
    const count = (counts.get(series) ?? 0) + 1;
    counts.set(series, count);
    numbers.set(step, `${series}${count}号`);
  }
  return matters.map((matter) => ({
    ...matter,
    steps: matter.steps.map((step) =>
      step.act === 'issue' ? { ...step, documentNo: numbers.get(step) ?? '' } : step,
    ),
  }));
};

/**
 * The whole city. `today` is the demo's last day: nothing in it happens later, and the live stories of the last
 * session year stand shortly before it; it must not be earlier than 2026-09-01, or some of them have not begun.
 */
export const demoCity = (seed = 20260127, today: LocalDate = '2026-11-21'): DemoCity => {
  const random = randomFrom(seed);
  const cast = makeCast(random);
  const matters = demoYears.flatMap((year) => {
    const counts = { congress: 0, cppcc: 0 };
    return yearTellings(year, { cast, random, today }).map((telling) => {
      counts[telling.organ] += 1;
      const caseNo = `${year}${String(counts[telling.organ]).padStart(4, '0')}`;
      return matterOf({ ...telling, caseNo });
    });
  });
  return {
    name: { zh: '云川市', en: 'Yunchuan City' },
    notice: {
      zh: '演示数据：云川市及其单位、人员、建议提案均为虚构。',
      en: 'Demo data: Yunchuan City, its units, people and matters are all invented.',
    },
    today,
    organs,
    supervision: {
      name: { zh: '云川市人民政府督查室', en: 'Supervision Office of the Yunchuan City Government' },
      short: { zh: '市政府督查室', en: 'Supervision Office' },
    },
    units: demoUnits(),
    people: cast.people,
    personas,
    categories,
    topics: allTopics.map(({ key, name, category }) => ({ key, name, category })),
    matters: withExtensions(numberLetters(matters), lastYear, today),
  };
};
