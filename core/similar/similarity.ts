/** How alike two matters are, and why. */
import { opposed } from './direction.ts';
import type { Features } from './features.ts';
import { lexicon } from './lexicon.ts';

/** From this score on two matters are about one topic; from `duplicate` on they ask for the same. */
export const thresholds = { related: 0.45, duplicate: 0.6 } as const;

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

/** 1: a facet is shared; -1: both are about facets of a shared topic, but other ones; 0: neither can be said. */
const facetsAgree = (a: Features, b: Features): 1 | 0 | -1 => {
  let apart = false;
  for (const facet of a.facets) {
    if (b.facets.has(facet)) return 1;
    const topic = topicOf(facet);
    if ([...b.facets].some((other) => topicOf(other) === topic)) apart = true;
  }
  return apart ? -1 : 0;
};

const byFacets = { '1': 0.85, '0': 0.74, '-1': 0.52 } as const;

/** The score alone; see `compare`. */
export const scoreOf = (a: Features, b: Features): number => {
  if (a.core === b.core) return 1;
  const words = dot(a.pairs, b.pairs);
  if (a.topics.size === 0 || b.topics.size === 0) return words * 0.9;
  const topics = dot(a.topics, b.topics);
  if (topics === 0) return words * 0.5;
  const agree = facetsAgree(a, b);
  return Math.min(0.99, topics * byFacets[`${agree}`] + words * (agree === -1 ? 0.05 : 0.25));
};

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

const verdictOf = (score: number, opposite: boolean): Likeness['verdict'] => {
  if (score < thresholds.related) return 'unrelated';
  if (opposite) return 'opposite';
  return score >= thresholds.duplicate ? 'duplicate' : 'related';
};

/** Score, verdict and reasons. Opposite asks on one topic are never a duplicate, however alike their words. */
export const compare = (a: Features, b: Features): Likeness => {
  const score = scoreOf(a, b);
  const words = score < thresholds.related || a.core === b.core ? null : opposed(a.directions, b.directions);
  return {
    score,
    verdict: verdictOf(score, words !== null),
    reasons: {
      concepts: sharedConcepts(a, b),
      words: score === 0 ? [] : sharedWords(a.core, b.core),
      opposite: words,
    },
  };
};
