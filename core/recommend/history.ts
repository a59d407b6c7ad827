import { featuresOf, pairsOf, type Rarity, similarityOf } from './similarity.ts';

/** A matter that was assigned before. `units`: its lead units, by whatever key the caller compares units. */
export type PastMatter = { readonly id: number; readonly title: string; readonly units: readonly string[] };

/** A past matter that resembles the one at hand; `similarity` from 0 to 1. */
export type Neighbour = PastMatter & { readonly similarity: number };

export type History = {
  readonly size: number;
  readonly findNeighbours: (title: string) => readonly Neighbour[];
};

const mostCandidates = 60;
const rarestPairs = 10;
/** A pair in more titles than this finds nothing by itself. */
const tooCommon = 20_000;

/**
 * Past matters held in memory, found by their rarest pairs of letters. Looking one up takes about as long with ten
 * thousand matters as with two hundred thousand: only a few rare pairs are followed.
 */
export const buildHistory = (matters: readonly PastMatter[]): History => {
  const postings = new Map<string, number[]>();
  for (const [index, { title }] of matters.entries())
    for (const pair of pairsOf(title)) {
      const known = postings.get(pair);
      if (known === undefined) postings.set(pair, [index]);
      else known.push(index);
    }
  const rarity: Rarity = (pair) => {
    const n = postings.get(pair)?.length ?? 0;
    return Math.log((matters.length + 4) / (n + 1)) / Math.log(matters.length + 4);
  };
  const candidates = (title: string): readonly number[] => {
    const found = new Map<number, number>();
    const rarest = pairsOf(title)
      .map((pair) => ({ pair, list: postings.get(pair) ?? [] }))
      .filter(({ list }) => list.length > 0 && list.length <= tooCommon)
      .sort((a, b) => a.list.length - b.list.length)
      .slice(0, matters.length < 2_000 ? 100 : rarestPairs);
    for (const { pair, list } of rarest) {
      const weight = rarity(pair) ** 2;
      for (const index of list) found.set(index, (found.get(index) ?? 0) + weight);
    }
    return [...found]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, mostCandidates)
      .map(([index]) => index);
  };
  return {
    size: matters.length,
    findNeighbours: (title) => {
      const features = featuresOf(title, rarity);
      return candidates(title)
        .flatMap((index) => {
          const matter = matters[index];
          return matter === undefined
            ? []
            : [{ ...matter, similarity: similarityOf(features, featuresOf(matter.title, rarity)) }];
        })
        .sort((a, b) => b.similarity - a.similarity || a.id - b.id);
    },
  };
};
