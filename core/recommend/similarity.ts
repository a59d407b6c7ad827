import { cleanTitle } from './clean-title.ts';
import { findTerms } from './find-terms.ts';

/**
 * What of a title is compared with other titles: its pairs of letters, and the kinds of matters that its words belong
 * to, so that 路灯 and 亮化 meet. Each with its weight.
 */
export type Features = { readonly weights: ReadonlyMap<string, number>; readonly norm: number };

/** How often a pair of letters stands in titles: a rare pair says more. 1 when nothing is known of it. */
export type Rarity = (pair: string) => number;

const dutyWeight = 1.6;
const common =
  /^(?:建设|设的|管理|理的|加强|推进|加快|发展|进一|一步|解决|问题|工作|我市|我县|我区|全市|完善|提升|促进|的建|我省|力度|加大|市民|居民|增设|设置|修建|改造|治理)$/u;

const plainRarity: Rarity = (pair) => (common.test(pair) ? 0.2 : 1);

export const pairsOf = (title: string): readonly string[] => {
  const text = cleanTitle(title).replace(/[^\p{L}\p{N}]/gu, '');
  const pairs = new Set<string>();
  for (let at = 0; at < text.length - 1; at += 1) pairs.add(text.slice(at, at + 2));
  return [...pairs];
};

const addKinds = (weights: Map<string, number>, title: string): void => {
  for (const { term, weight } of findTerms(cleanTitle(title)))
    for (const duty of term.duties) {
      const key = `#${duty}`;
      weights.set(
        key,
        Math.max(weights.get(key) ?? 0, (dutyWeight * weight) / Math.sqrt(term.duties.length)),
      );
    }
};

const withNorm = (weights: ReadonlyMap<string, number>): Features => {
  let squares = 0;
  for (const one of weights.values()) squares += one * one;
  return { weights, norm: Math.sqrt(squares) };
};

export const featuresOf = (title: string, rarity: Rarity = plainRarity): Features => {
  const weights = new Map<string, number>();
  for (const pair of pairsOf(title)) weights.set(pair, rarity(pair));
  addKinds(weights, title);
  return withNorm(weights);
};

/** The kinds of matters alone, without letters: what sort of matter a title is. */
export const kindFeaturesOf = (title: string): Features => {
  const weights = new Map<string, number>();
  addKinds(weights, title);
  return withNorm(weights);
};

/** Cosine of two titles' features: 1 for the same title, 0 for nothing in common. */
export const similarityOf = (a: Features, b: Features): number => {
  if (a.norm === 0 || b.norm === 0) return 0;
  let dot = 0;
  const [few, many] = a.weights.size < b.weights.size ? [a, b] : [b, a];
  for (const [key, weight] of few.weights) dot += weight * (many.weights.get(key) ?? 0);
  return dot / (a.norm * b.norm);
};
