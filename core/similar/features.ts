/** What a matter is about, as far as its words tell: weighted topics, facets, pairs of characters. */
import { type Features as KindFeatures, kindFeaturesOf } from '../recommend/similarity.ts';
import { actionsOf } from './actions.ts';
import { asksOf, aspectsOf, courseOf } from './aspects.ts';
import { addTelling } from './common-words.ts';
import { keepingOf } from './direction.ts';
import { lexicon } from './lexicon.ts';
import { coreOfTitle, normalise, piecesOf } from './normalise.ts';
import type { Hit } from './read-lexicon.ts';
import { type Word, wordsOf } from './words.ts';

/** A text to compare. `asks`: body and numbered asks, as far as they are known; the first 4,000 characters are read. */
export type SimilarText = { readonly title: string; readonly asks?: string };

export type Features = {
  readonly core: string;
  /** Topic → weight, settings left out where anything better was found; length 1 as a vector, less if all are weak. */
  readonly topics: ReadonlyMap<number, number>;
  readonly facets: ReadonlySet<number>;
  /** Pairs of characters of what is left without frame, places and empty words; length 1 as a vector. */
  readonly pairs: ReadonlyMap<string, number>;
  /** Words and pairs that tell something → how much, by how rare they are in this field: for what no topic covers. */
  readonly telling: ReadonlyMap<string, number>;
  /** The title names no topic: what stands in `topics` was read from the asks. */
  readonly fromAsks: boolean;
  /** The kinds of matters of the recommendation's base that the title's words belong to (ADR 18). */
  readonly kinds: KindFeatures;
  /** Sides of any topic that the title names: price, pay, upkeep … */
  readonly aspects: ReadonlySet<string>;
  /** Single asks that the title names: `lexicon/asks.ts`. */
  readonly asks: ReadonlySet<string>;
  /** Whether it wants more of its thing, or to keep it in order. */
  readonly course: '+' | '-' | '';
  /** The words that tell something. */
  readonly words: readonly Word[];
  /** Whether it wants to keep, restore or do away with what is there: `direction.ts`. */
  readonly keeping: string;
  /** What it wants done, by classes of verbs. */
  readonly actions: ReadonlySet<string>;
};

const longestTitle = 200;
const longestAsks = 4_000;

/** A clause that only says what it is good for counts less: …，助力乡村振兴. */
const purpose =
  /\|(?:切实|着力|全面|不断)?(?:助力|助推|促进|推动|推进|提升|提高|保障|确保|保护|打造|创建|服务|实现|让|为|共建|构建|增强|赋能|改善|努力|减少|避免|防止|缓解|满足|方便|维护|筑牢|建设幸福)/gu;

const purposeFrom = (core: string): number => {
  const found = [...core.matchAll(purpose)].map(({ index }) => index);
  return found.find((at) => at >= 4) ?? core.length;
};

/** `在公园设立读书亭`: what stands before the verb is only the place. Where the verb begins; 0: no such title. */
const settingUpTo = (core: string): number => {
  if (!core.startsWith('在')) return 0;
  const verb = /建设|建立|设立|设置|增设|新建|修建|安装|加装|规划|推广|开展|推行|开通|实行|建/u.exec(core);
  return verb === null ? 0 : verb.index;
};

const weightOf = (hit: Hit, core: string, purposes: number, settings: number): number => {
  const size = hit.covered.length;
  const long = size === 1 ? 0.4 : size === 2 ? 0.8 : size === 3 ? 1 : 1.2;
  const beside = /^(?:周边|附近|沿线|两侧|对面|门前)/u.test(core.slice(hit.to, hit.to + 2));
  const aside = hit.from >= purposes ? 0.35 : hit.to <= settings || beside ? 0.3 : 1;
  return (lexicon.topics[hit.topic]?.weight ?? 1) * long * aside * (1 + (0.2 * hit.to) / core.length);
};

/** From this weight on a topic is certain: a wide field that two characters name alone is not. */
const certain = 0.55;

const unit = <K>(weights: ReadonlyMap<K, number>, least = 0): ReadonlyMap<K, number> => {
  const length = Math.sqrt([...weights.values()].reduce((sum, one) => sum + one * one, 0));
  const by = Math.max(length, least);
  return by === 0 ? new Map() : new Map([...weights].map(([key, one]) => [key, one / by]));
};

const strongest = (hits: readonly Hit[], core: string): Map<number, number> => {
  const [purposes, settings] = [purposeFrom(core), settingUpTo(core)];
  const weights = new Map<number, number>();
  for (const hit of hits)
    weights.set(hit.topic, Math.max(weights.get(hit.topic) ?? 0, weightOf(hit, core, purposes, settings)));
  const most = Math.max(0, ...weights.values());
  for (const [topic, weight] of weights) if (weight < most * 0.3) weights.delete(topic);
  return weights;
};

/** The topics that the asks speak of most; a long text touches many, so only what comes again counts. */
const topicsOfAsks = (asks: string, unknown?: ReadonlySet<number>): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const hit of lexicon.find(asks, unknown)) {
    if (lexicon.topics[hit.topic]?.setting === true || hit.covered.length < 2) continue;
    counts.set(hit.topic, (counts.get(hit.topic) ?? 0) + 1);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 2);
  const most = best[0]?.[1] ?? 0;
  return new Map(best.filter(([, n]) => n * 2 > most).map(([topic, n]) => [topic, n / most]));
};

const pairsOf = (core: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const piece of piecesOf(core))
    for (let at = 0; at + 2 <= piece.length; at += 1) {
      const pair = piece.slice(at, at + 2);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  return unit(counts);
};

const partsOf = (core: string) => {
  const [purposes, settings] = [purposeFrom(core), settingUpTo(core)];
  return [
    [core.slice(0, settings), 0.3],
    [core.slice(settings, purposes), 1],
    [core.slice(purposes), 0.35],
  ] as const;
};

const tellingOf = (core: string): ReadonlyMap<string, number> => {
  const telling = new Map<string, number>();
  for (const [part, share] of partsOf(core))
    for (const piece of piecesOf(part)) addTelling(telling, piece, share);
  return telling;
};

/**
 * Reads a text once, so that it can be compared with many. Pure; microseconds for a title. `unknown`: topics to read as
 * if the lexicon had never named them, to measure what unseen subjects cost.
 */
export const featuresOf = ({ title, asks = '' }: SimilarText, unknown?: ReadonlySet<number>): Features => {
  const core = coreOfTitle(title.slice(0, longestTitle));
  const hits = lexicon.find(core, unknown);
  const topics = strongest(hits, core);
  const facets = new Set<number>();
  for (const { topic, facet } of hits) if (facet >= 0 && topics.has(topic)) facets.add(facet);
  const clear = [...topics.keys()].some((topic) => lexicon.topics[topic]?.setting !== true);
  if (asks !== '') {
    const share = clear ? 0.25 : 0.9;
    for (const [topic, weight] of topicsOfAsks(normalise(asks.slice(0, longestAsks)), unknown))
      topics.set(topic, Math.max(topics.get(topic) ?? 0, weight * share));
  }
  return {
    core,
    topics: unit(topics, certain),
    facets,
    pairs: pairsOf(core),
    telling: tellingOf(core),
    fromAsks: asks !== '' && !clear,
    kinds: kindFeaturesOf(title.slice(0, longestTitle)),
    aspects: aspectsOf(core),
    asks: asksOf(core),
    course: courseOf(core),
    words: wordsOf(partsOf(core), unknown),
    keeping: keepingOf(core),
    actions: actionsOf(core),
  };
};
