/** By which keys an index finds what may be similar, so that few have to be compared. */
import { type Features, featuresOf, type SimilarText } from './features.ts';
import { lexicon } from './lexicon.ts';

/** FNV-1a as a signed 32-bit number; a collision only costs a comparison that finds nothing. */
const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value | 0;
};

const topicsByWeight = (features: Features): readonly number[] =>
  [...features.topics].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([topic]) => topic);

const mostKeys = 24;
/** At most so many pairs of characters of a title become keys. */
const mostPairs = 8;

/** At most so many telling words of a title whose topic is known. */
const mostTelling = 6;

const tellingOf = ({ telling }: Features): readonly string[] =>
  [...telling.keys()]
    .map((word) => [hash(word), word] as const)
    .sort(([a], [b]) => a - b)
    .map(([, word]) => word);

/**
 * Keys of one text, the most telling first: its very words; topic and pair of characters together; a single ask; facets; two topics;
 * topics; telling words, chosen by their hash so that two titles that share most of them choose the same; where no topic
 * is known, pairs of characters alone. Names, not numbers, go into them: a lexicon that
 * grows leaves most keys as they are. At most 24.
 */
export const keysOf = (features: Features): readonly number[] => {
  const topics = topicsByWeight(features).slice(0, 3);
  const names = topics.map((topic) => lexicon.topics[topic]?.name ?? '');
  const clear = topics.some((topic) => lexicon.topics[topic]?.setting !== true);
  const pairs = [...features.pairs.keys()].slice(0, mostPairs);
  const [main = ''] = names;
  const keys = [
    `x:${features.core}`,
    ...(clear ? pairs.map((pair) => `p:${main}:${pair}`) : []),
    ...[...features.asks].map((ask) => `a:${ask}`),
    ...[...features.facets].slice(0, 3).map((facet) => `f:${lexicon.facets[facet]?.name ?? ''}`),
    ...names.slice(1).map((name) => `b:${[main, name].sort().join('+')}`),
    ...names.map((name) => `t:${name}`),
    ...tellingOf(features)
      .slice(0, clear ? mostTelling : mostPairs)
      .map((word) => `w:${word}`),
    ...(clear ? [] : pairs.map((pair) => `w:${pair}`)),
  ];
  return [...new Set(keys.map(hash))].slice(0, mostKeys);
};

/** The same for a text that was not read yet. */
export const keysOfText = (text: SimilarText): readonly number[] => keysOf(featuresOf(text));
