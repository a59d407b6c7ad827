/** How alike two matters are, and why. */
import { similarityOf } from '../recommend/similarity.ts';
import { directionsOf, opposed } from './direction.ts';
import type { Features } from './features.ts';
import { judge, signsOf } from './judgement.ts';
import { lexicon } from './lexicon.ts';

/** From this topic score on two matters are about one topic; from this score on they ask for the same. */
export const thresholds = { related: 0.45, duplicate: 0.5 } as const;

export type Likeness = {
  /** 0 (nothing in common) to 1 (the same words), symmetric. */
  readonly score: number;
  /** `opposite`: one topic, asked for in opposite directions; never to be merged silently. */
  readonly verdict: 'duplicate' | 'related' | 'opposite' | 'unrelated';
  readonly reasons: {
    /** Names of shared asks, facets and topics of the lexicon. */
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
  words: 0.25,
  contrary: 0.65,
  shorter: 0.7,
  slight: 0.3,
  curve: 0.5,
  kindAsTopic: 0.7,
} as const;

type Scores = { readonly score: number; readonly topic: number };

/** How much two texts are about one thing, whatever they ask: 0 to 1. `telling`: what they share that tells something. */
export const topicScore = (a: Features, b: Features, telling = tellingShared(a, b)): number => {
  const topics = dot(a.topics, b.topics);
  // How far the lexicon knows both: where it does not, the kind of matter says what the topic would.
  const both = lengthOf(a.topics) * lengthOf(b.topics);
  const agreeing = 1 - weights.contrary * (both - topics);
  const beyond = telling ** weights.curve * agreeing;
  const known = topics * 0.8 + dot(a.pairs, b.pairs) * weights.words;
  const sort = similarityOf(a.kinds, b.kinds) * weights.kindAsTopic * (1 - both);
  return Math.min(0.99, Math.max(beyond, known, sort));
};

const narrowShared = (a: Features, b: Features): boolean =>
  [...a.topics.keys()].some((topic) => b.topics.has(topic) && lexicon.topics[topic]?.wide === false);

/** `score`: how likely two texts ask for the same. `topic`: how much they are about one thing, whatever they ask. */
export const scoresOf = (a: Features, b: Features): Scores => {
  if (a.core === b.core) return { score: 1, topic: 1 };
  const telling = tellingShared(a, b);
  const topic = topicScore(a, b, telling);
  const signs = signsOf(a, b, topic);
  const score = Math.min(0.99, judge(signs));
  // A helper whom one ask mentions in passing (招募志愿者) does not make a library's opening hours a matter of volunteers.
  const inPassing = (a.fromAsks || b.fromAsks) && telling === 0;
  // One kind of matter or one wide field holds many asks: without an ask or a word in common it says nothing.
  const kindAlone = telling === 0 && signs.askPart === 0 && !narrowShared(a, b);
  const other = score >= thresholds.duplicate && (inPassing || kindAlone);
  if (other) return { score: thresholds.duplicate - 0.01, topic };
  // What asks for the same is about the same.
  return { score, topic: score >= thresholds.duplicate ? Math.max(topic, score) : topic };
};

/** The score alone; see `compare`. */
export const scoreOf = (a: Features, b: Features): number => scoresOf(a, b).score;

const sharedConcepts = (a: Features, b: Features): readonly string[] => {
  const facets = [...a.facets].filter((facet) => b.facets.has(facet));
  const topics = [...a.topics.keys()].filter((topic) => b.topics.has(topic));
  const names = [
    ...[...a.asks].filter((ask) => b.asks.has(ask)),
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
