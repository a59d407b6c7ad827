/** How alike two matters are, and why. */
import { similarityOf } from '../recommend/similarity.ts';
import { directionsOf, keepingOf, opposed } from './direction.ts';
import type { Features } from './features.ts';
import { lexicon } from './lexicon.ts';

/** From this topic score on two matters are about one topic; from this score on they ask for the same. */
export const thresholds = { related: 0.45, duplicate: 0.5 } as const;

export type Likeness = {
  /** 0 (nothing in common) to 1 (the same words), symmetric. */
  readonly score: number;
  /** `opposite`: one topic, asked for in opposite directions; never to be merged silently. */
  readonly verdict: 'duplicate' | 'related' | 'opposite' | 'unrelated';
  readonly reasons: {
    /** Names of shared topics and facets of the lexicon. */
    readonly concepts: readonly string[];
    /** Longest shared pieces of the wording. */
    readonly words: readonly string[];
    /** The words that pull opposite ways, the first text's first. */
    readonly opposite: readonly [string, string] | null;
  };
};

const dot = <K>(a: ReadonlyMap<K, number>, b: ReadonlyMap<K, number>): number => {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [key, weight] of few) sum += weight * (many.get(key) ?? 0);
  return Math.min(1, sum);
};

const topicOf = (facet: number): number => lexicon.facets[facet]?.topic ?? -1;

/** How much of what two texts say of a shared topic is the same facet of it: 0 to 1; null: one says nothing narrower. */
const facetsShared = (a: Features, b: Features): number | null => {
  const of = (one: Features): readonly number[] =>
    [...one.facets].filter((facet) => a.topics.has(topicOf(facet)) && b.topics.has(topicOf(facet)));
  const [x, y] = [of(a), of(b)];
  if (x.length === 0 || y.length === 0) return null;
  const shared = x.filter((facet) => b.facets.has(facet)).length;
  return shared / (x.length + y.length - shared);
};

/** What one topic is worth to a score by how its facets agree. */
const worth = (a: Features, b: Features): number => {
  const facets = facetsShared(a, b);
  if (facets !== null) return weights.apart + facets * weights.facet;
  if (a.facets.size > 0 || b.facets.size > 0) return weights.oneSided;
  const shared = [...a.topics.keys()].filter((topic) => b.topics.has(topic));
  return shared.every((topic) => lexicon.topics[topic]?.wide === true) ? weights.wide : weights.open;
};

const sum = (values: Iterable<number>): number => [...values].reduce((all, one) => all + one, 0);

/** How much of what tells something two titles share, whatever the lexicon knows: 0 to 1. */
const tellingShared = (a: Features, b: Features): number => {
  const [few, many] = a.telling.size <= b.telling.size ? [a.telling, b.telling] : [b.telling, a.telling];
  let shared = 0;
  for (const [word, weight] of few) shared += Math.min(weight, many.get(word) ?? 0);
  if (shared === 0) return 0;
  const [x, y] = [sum(a.telling.values()), sum(b.telling.values())];
  return (
    shared / (weights.shorter * Math.min(x, y) + (1 - weights.shorter) * Math.max(x, y) + weights.slight)
  );
};

const lengthOf = (topics: Features['topics']): number =>
  Math.sqrt(sum([...topics.values()].map((one) => one * one)));

const weights = {
  apart: 0.4,
  facet: 0.42,
  open: 0.7,
  wide: 0.5,
  oneSided: 0.62,
  words: 0.25,
  contrary: 0.65,
  shorter: 0.7,
  slight: 0.3,
  curve: 0.5,
  steep: 0.55,
  kind: 0.15,
  kindAlone: 0.55,
  kindAsTopic: 0.7,
  evidence: 0.05,
  otherSide: 0.7,
  oneSide: 0.94,
  otherCourse: 0.75,
  sameAsk: 0.5,
  otherAsk: 0.7,
} as const;

/** What is left of a score where two titles name different sides of a thing, or only one of them names any. */
const bySides = (a: Features, b: Features): number => {
  if (a.course !== b.course && a.course !== '' && b.course !== '') return weights.otherCourse;
  if (a.aspects.size === 0 && b.aspects.size === 0) return 1;
  if (a.aspects.size === 0 || b.aspects.size === 0) return weights.oneSide;
  return some(a.aspects, b.aspects) ? 1 : weights.otherSide;
};

const some = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((one) => b.has(one));

/** A single ask that both name raises a score, the less the more else one of them asks; others on each side lower it. */
const byAsks = (a: Features, b: Features, score: number): number => {
  const most = Math.max(a.asks.size, b.asks.size);
  if (a.asks.size === 0 || b.asks.size === 0) return score;
  const both = [...a.asks].filter((one) => b.asks.has(one)).length;
  return both === 0 ? score * weights.otherAsk : score + (1 - score) * weights.sameAsk * (both / most);
};

type Scores = { readonly score: number; readonly topic: number };

/** `score`: how much two texts ask for the same. `topic`: how much they are about one thing, whatever they ask. */
export const scoresOf = (a: Features, b: Features): Scores => {
  if (a.core === b.core) return { score: 1, topic: 1 };
  const words = dot(a.pairs, b.pairs);
  const topics = dot(a.topics, b.topics);
  const telling = tellingShared(a, b);
  const sort = similarityOf(a.kinds, b.kinds);
  // How far the lexicon knows both: where it does not, the kind of matter says what the topic would.
  const both = lengthOf(a.topics) * lengthOf(b.topics);
  const agreeing = 1 - weights.contrary * (both - topics);
  const beyond = Math.min(0.99, telling ** weights.curve * agreeing);
  const topic = Math.min(
    0.99,
    Math.max(beyond, topics * 0.8 + words * weights.words, sort * weights.kindAsTopic * (1 - both)),
  );
  // What no topic covers counts for the ask only as far as no shared topic is there to judge it by its facets.
  const unknown = telling ** weights.steep * agreeing * (1 - topics);
  const known = topics === 0 ? 0 : topics * worth(a, b) + words * weights.words;
  const share = weights.kindAlone + (weights.kind - weights.kindAlone) * both;
  const told = Math.max(known, unknown);
  // One kind of matter holds many asks: without a word in common it says nothing, and no key would find the two.
  const alike = (1 - share) * told + share * sort * Math.min(1, told / weights.evidence);
  const score = byAsks(a, b, Math.min(topic, alike)) * bySides(a, b);
  // To restore or do away with something is another ask than to want more of it; and a helper whom one ask mentions in
  // passing (招募志愿者) does not make a library's opening hours a matter of volunteers.
  const other =
    score >= thresholds.duplicate &&
    (keepingOf(a.core) !== keepingOf(b.core) || ((a.fromAsks || b.fromAsks) && telling === 0));
  // What asks for the same is about the same.
  return { score: other ? thresholds.duplicate - 0.01 : score, topic: Math.max(topic, score) };
};

/** The score alone; see `compare`. */
export const scoreOf = (a: Features, b: Features): number => scoresOf(a, b).score;

const sharedConcepts = (a: Features, b: Features): readonly string[] => {
  const facets = [...a.facets].filter((facet) => b.facets.has(facet));
  const topics = [...a.topics.keys()].filter((topic) => b.topics.has(topic));
  const names = [
    ...facets.map((facet) => lexicon.facets[facet]?.name ?? ''),
    ...topics.map((topic) => lexicon.topics[topic]?.name ?? ''),
  ];
  return [...new Set(names)];
};

/** The longest pieces, of two characters and more, that both titles hold; three at most. */
const sharedWords = (a: string, b: string): readonly string[] => {
  const found: string[] = [];
  let rest = b;
  for (let length = Math.min(a.length, b.length, 12); length >= 2 && found.length < 3; length -= 1)
    for (let at = 0; at + length <= a.length && found.length < 3; at += 1) {
      const piece = a.slice(at, at + length);
      if (piece.includes('|') || found.some((one) => one.includes(piece))) continue;
      if (!rest.includes(piece)) continue;
      found.push(piece);
      rest = rest.replace(piece, '|');
    }
  return found;
};

const verdictOf = ({ score, topic }: Scores, opposite: boolean): Likeness['verdict'] => {
  if (topic < thresholds.related) return 'unrelated';
  if (opposite) return 'opposite';
  return score >= thresholds.duplicate ? 'duplicate' : 'related';
};

/** Score, verdict and reasons. Opposite asks on one topic are never a duplicate, however alike their words. */
export const compare = (a: Features, b: Features): Likeness => {
  const scores = scoresOf(a, b);
  const alike = scores.topic >= thresholds.related && a.core !== b.core;
  const words = alike ? opposed(directionsOf(a.core), directionsOf(b.core)) : null;
  return {
    score: scores.score,
    verdict: verdictOf(scores, words !== null),
    reasons: {
      concepts: sharedConcepts(a, b),
      words: scores.topic === 0 ? [] : sharedWords(a.core, b.core),
      opposite: words,
    },
  };
};
