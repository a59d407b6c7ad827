/** The text of a matter: title, body, numbered asks; all from the sentences of its topic. */
import type { MatterKind } from '#core/ruleset.ts';
import { type District, districts } from './places.ts';
import type { Random } from './random.ts';
import { fillSlots, type Slots } from './slots.ts';
import type { Ask, Topic, UnitKey } from './topics/topic.ts';

export type Composition = {
  readonly topic: Topic;
  readonly district: District;
  /** The places of this matter, for every later text about it. */
  readonly slots: Slots;
  readonly lead: UnitKey;
  readonly assists: readonly UnitKey[];
  readonly title: string;
  readonly body: string;
  readonly asks: readonly Ask[];
  readonly points: readonly string[];
};

const numerals = ['一', '二', '三', '四', '五'];

const introductions: Readonly<Record<MatterKind, readonly string[]>> = {
  suggestion: [
    '近期，本人在代表联络站接待群众和走访中，{c}等地居民集中反映了{field}方面的问题。',
    '结合闭会期间的视察和走访，现就{field}问题提出建议。',
    '{field}与群众日常生活息息相关。为摸清情况，本人走访了{d}的{c}、{s}沿线，并与有关单位作了交流。',
    '在{d}代表小组活动中，多名代表和选民谈到{field}问题，期盼尽快改善。',
  ],
  proposal: [
    '为了解{field}现状，我们围绕{d}开展了专题调研，走访{c}等社区，召开座谈会听取各方意见。',
    '{field}是民生所盼、发展所需。近年来我市工作取得一定成效，但调研中也发现一些短板。',
    '近期，我们结合界别协商活动，对{d}{field}情况进行了调查研究。',
    '围绕市委、市政府中心工作，我们对{field}开展问卷调查和实地走访，现将情况和建议报告如下。',
  ],
};

const causeLeads: readonly string[] = [
  '分析原因，主要有：',
  '究其原因：',
  '上述问题的成因，主要在以下几个方面：',
  '经与有关单位和群众交流，原因主要是：',
];

const askLeads: readonly string[] = [
  '为此，建议：',
  '针对上述情况，提出如下建议：',
  '为切实解决上述问题，特建议：',
  '基于以上分析，建议从以下方面着力：',
];

const endings: readonly string[] = [
  '以上建议，请予研究办理。',
  '希望有关部门先易后难、分步推进，并将进展及时告知群众。',
  '建议先在条件成熟的地方试点，总结经验后逐步推广。',
  '',
  '',
];

const chooseDistrict = (topic: Topic, random: Random): District => {
  const rural =
    topic.category === 'agriculture' || topic.titles.filter((title) => title.includes('{t}')).length > 1;
  const likely = rural ? districts.slice(1) : districts;
  return random.pick(likely);
};

const pairsOf = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2)));

/** `count` of the items in their order, first of all those that share most pairs of characters with the title. */
const fitting = <Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
  title: string,
  count: number,
  random: Random,
): readonly Item[] => {
  const pairs = pairsOf(title);
  const shared = (item: Item): number => [...pairsOf(textOf(item))].filter((pair) => pairs.has(pair)).length;
  const most = Math.max(...items.map(shared));
  const first = most > 0 ? items.filter((item) => shared(item) === most).slice(0, 1) : [];
  const rest = random.some(
    items.filter((item) => !first.includes(item)),
    count - first.length,
  );
  return items.filter((item) => first.includes(item) || rest.includes(item));
};

const countAsks = (random: Random): number => {
  const draw = random.next();
  if (draw < 0.18) return 2;
  if (draw < 0.64) return 3;
  return draw < 0.9 ? 4 : 5;
};

const composeBody = (
  topic: Topic,
  title: string,
  kind: MatterKind,
  points: readonly string[],
  slots: Slots,
  random: Random,
): string => {
  const say = (text: string): string => fillSlots(text, slots, random);
  const facts = fitting(topic.facts, (fact) => fact, title, points.length > 3 ? 4 : 5, random).map(say);
  const causes = topic.causes.slice(0, points.length > 4 ? 2 : 3).map(say);
  const split = Math.ceil(facts.length / 2);
  const paragraphs = [
    say(random.pick(introductions[kind])) + facts.slice(0, split).join(''),
    facts.slice(split).join(''),
    random.pick(causeLeads) + causes.map((cause, index) => `${numerals[index] ?? ''}是${cause}`).join(''),
    random.pick(askLeads),
    ...points.map((point, index) => `${numerals[index] ?? ''}、${point}`),
    say(random.pick(endings)),
  ];
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n');
};

const unitOf = (unit: UnitKey | 'district', district: District): UnitKey =>
  unit === 'district' ? district.key : unit;

/** Composes a matter whose title is not among `usedTitles` (without 关于 and the kind's ending), and adds it there. */
export const composeMatter = (
  topic: Topic,
  kind: MatterKind,
  usedTitles: Set<string>,
  random: Random,
): Composition => {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const district = chooseDistrict(topic, random);
    const slots: Slots = {
      d: district.name.zh,
      s: random.pick(district.roads),
      c: random.pick(district.communities),
      t: random.pick(district.towns),
      field: topic.name.zh,
    };
    const template = random.pick(topic.titles);
    const stem = fillSlots(template, slots, random);
    if (usedTitles.has(stem)) continue;
    usedTitles.add(stem);
    const asks = fitting(topic.asks, ({ what, ask }) => what + ask, template, countAsks(random), random);
    const points = asks.map(({ ask }) => fillSlots(ask, slots, random));
    const lead = unitOf(topic.lead, district);
    const assists = topic.assists.map((unit) => unitOf(unit, district)).filter((unit) => unit !== lead);
    return {
      topic,
      district,
      slots,
      lead,
      assists: [...new Set(assists)],
      title: `关于${stem}的${kind === 'suggestion' ? '建议' : '提案'}`,
      body: composeBody(topic, template, kind, points, slots, random),
      asks,
      points,
    };
  }
  throw new RangeError(`no free title left for the topic ${topic.key}`);
};
