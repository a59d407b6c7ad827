/** How well similarity tells duplicates apart on labelled texts, beside two simpler ways. */
import { featuresOf, type Features, type SimilarText } from './features.ts';
import { coreOfTitle } from './normalise.ts';
import { compare, scoresOf, thresholds } from './similarity.ts';

export type LabelledPair = { readonly a: SimilarText; readonly b: SimilarText; readonly duplicate: boolean };
export type LabelledText = SimilarText & { readonly group: string | null };

/** Of pairs, 0 to 1. A ratio of nothing to nothing is 0. */
export type Figures = {
  readonly threshold: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Found rightly, found wrongly, missed. */
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
};

export type JudgedPair = {
  readonly a: string;
  readonly b: string;
  readonly score: number;
  readonly duplicate: boolean;
};

export type Evaluation = {
  readonly kind: 'pairs' | 'groups';
  /** Which threshold `figures` uses: what the labels mean, the same ask or the same topic. */
  readonly level: keyof typeof thresholds;
  readonly pairs: number;
  readonly duplicates: number;
  readonly figures: Figures;
  /** The same at each threshold that the product uses. */
  readonly levels: Readonly<Record<keyof typeof thresholds, Figures>>;
  /** Mean over groups of the share of a group's pairs that was found: large groups do not drown small ones. */
  readonly recallPerGroup: number | null;
  readonly baselines: { readonly substring: Figures; readonly tfIdf: Figures };
  readonly opposite: readonly (JudgedPair & { readonly words: readonly [string, string] })[];
  readonly falsePairs: readonly JudgedPair[];
  readonly missedPairs: readonly JudgedPair[];
};

type Pair = { readonly a: number; readonly b: number; readonly duplicate: boolean };

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

const figuresAt = (
  scores: readonly number[],
  pairs: readonly Pair[],
  threshold: number,
  never: (at: number) => boolean = () => false,
): Figures => {
  let [right, wrong, missed] = [0, 0, 0];
  for (const [at, { duplicate }] of pairs.entries()) {
    const found = (scores[at] ?? 0) >= threshold && !never(at);
    if (found && duplicate) right += 1;
    else if (found) wrong += 1;
    else if (duplicate) missed += 1;
  }
  const [precision, recall] = [ratio(right, right + wrong), ratio(right, right + missed)];
  const f1 = ratio(2 * precision * recall, precision + recall);
  return { threshold, precision, recall, f1, right, wrong, missed };
};

/** Plain TF-IDF over pairs of characters of the whole title, weights learnt from the very texts under test. */
const tfIdfVectors = (titles: readonly string[]): readonly ReadonlyMap<string, number>[] => {
  const seen = new Map<string, number>();
  const counted = titles.map((title) => {
    const counts = new Map<string, number>();
    for (let at = 0; at + 2 <= title.length; at += 1) {
      const pair = title.slice(at, at + 2);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    for (const pair of counts.keys()) seen.set(pair, (seen.get(pair) ?? 0) + 1);
    return counts;
  });
  return counted.map((counts) => {
    const weighted = [...counts].map(
      ([pair, n]) => [pair, n * Math.log((1 + titles.length) / (seen.get(pair) ?? 1))] as const,
    );
    const length = Math.sqrt(weighted.reduce((sum, [, one]) => sum + one * one, 0)) || 1;
    return new Map(weighted.map(([pair, one]) => [pair, one / length]));
  });
};

const cosine = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number => {
  let sum = 0;
  for (const [key, one] of a) sum += one * (b.get(key) ?? 0);
  return sum;
};

/** The baseline is given the threshold that suits these very texts best, which no product could know beforehand. */
const bestOf = (scores: readonly number[], pairs: readonly Pair[]): Figures => {
  let best = figuresAt(scores, pairs, 0.05);
  for (let step = 2; step < 20; step += 1) {
    const next = figuresAt(scores, pairs, step / 20);
    if (next.f1 > best.f1) best = next;
  }
  return best;
};

const perGroup = (texts: readonly LabelledText[], pairs: readonly Pair[], found: readonly boolean[]) => {
  const groups = new Map<string, { found: number; all: number }>();
  for (const [at, { a, duplicate }] of pairs.entries()) {
    const name = texts[a]?.group;
    if (!duplicate || name === null || name === undefined) continue;
    const counts = groups.get(name) ?? { found: 0, all: 0 };
    groups.set(name, { found: counts.found + (found[at] === true ? 1 : 0), all: counts.all + 1 });
  }
  const shares = [...groups.values()].map((one) => ratio(one.found, one.all));
  return ratio(
    shares.reduce((sum, one) => sum + one, 0),
    shares.length,
  );
};

/** How many wrong pairs are listed. */
const mostListed = 200;

const evaluate = (
  kind: Evaluation['kind'],
  level: Evaluation['level'],
  texts: readonly LabelledText[],
  pairs: readonly Pair[],
  unknown?: ReadonlySet<number>,
): Evaluation => {
  const features = texts.map((text) => featuresOf(text, unknown));
  const of = (at: number): Features => features[at] ?? featuresOf({ title: '' });
  const both = pairs.map(({ a, b }) => scoresOf(of(a), of(b)));
  const at = { related: both.map(({ topic }) => topic), duplicate: both.map(({ score }) => score) };
  const scores = at[level];
  const threshold = thresholds[level];
  const opposed = new Map<number, readonly [string, string]>();
  for (const [index, { a, b }] of pairs.entries()) {
    if ((at.related[index] ?? 0) < thresholds.related) continue;
    const words = compare(of(a), of(b)).reasons.opposite;
    if (words !== null) opposed.set(index, words);
  }
  // Opposite asks are one topic, and never one ask.
  const figuresOf = (name: keyof typeof thresholds): Figures =>
    figuresAt(at[name], pairs, thresholds[name], (index) => name === 'duplicate' && opposed.has(index));
  const found = scores.map(
    (score, index) => score >= threshold && (level === 'related' || !opposed.has(index)),
  );
  const judged = (at: number): JudgedPair[] => {
    const pair = pairs[at];
    if (pair === undefined) return [];
    const [a, b] = [texts[pair.a]?.title ?? '', texts[pair.b]?.title ?? ''];
    return [{ a, b, score: Math.round((scores[at] ?? 0) * 1_000) / 1_000, duplicate: pair.duplicate }];
  };
  const listed = (wanted: (at: number, duplicate: boolean) => boolean): readonly JudgedPair[] =>
    pairs.flatMap(({ duplicate }, at) => (wanted(at, duplicate) ? judged(at) : []));
  const cores = texts.map(({ title }) => coreOfTitle(title));
  const vectors = tfIdfVectors(texts.map(({ title }) => title));
  const within = pairs.map(({ a, b }) => {
    const [x = '', y = ''] = [cores[a], cores[b]];
    return x.includes(y) || y.includes(x) ? 1 : 0;
  });
  const near = pairs.map(({ a, b }) => cosine(vectors[a] ?? new Map(), vectors[b] ?? new Map()));
  return {
    kind,
    level,
    pairs: pairs.length,
    duplicates: pairs.filter(({ duplicate }) => duplicate).length,
    figures: figuresOf(level),
    levels: { related: figuresOf('related'), duplicate: figuresOf('duplicate') },
    recallPerGroup: kind === 'groups' ? perGroup(texts, pairs, found) : null,
    baselines: { substring: figuresAt(within, pairs, 1), tfIdf: bestOf(near, pairs) },
    opposite: [...opposed].flatMap(([at, words]) => judged(at).map((one) => ({ ...one, words }))),
    falsePairs: listed((at, duplicate) => !duplicate && found[at] === true)
      .toSorted((a, b) => b.score - a.score)
      .slice(0, mostListed),
    missedPairs: listed((at, duplicate) => duplicate && found[at] !== true)
      .toSorted((a, b) => a.score - b.score)
      .slice(0, mostListed),
  };
};

/** On pairs that somebody has labelled: does the second ask for the same as the first? */
export const evaluatePairs = (
  labelled: readonly LabelledPair[],
  level: Evaluation['level'] = 'duplicate',
  unknown?: ReadonlySet<number>,
): Evaluation => {
  const texts = labelled.flatMap(({ a, b }) => [
    { ...a, group: null },
    { ...b, group: null },
  ]);
  const pairs = labelled.map(({ duplicate }, at) => ({ a: at * 2, b: at * 2 + 1, duplicate }));
  return evaluate('pairs', level, texts, pairs, unknown);
};

/** On texts with the group that each belongs to: all pairs of one group are wanted, all others are not. */
export const evaluateGroups = (
  texts: readonly LabelledText[],
  level: Evaluation['level'],
  unknown?: ReadonlySet<number>,
): Evaluation => {
  const pairs: Pair[] = [];
  for (const [a, one] of texts.entries())
    for (let b = a + 1; b < texts.length; b += 1)
      pairs.push({ a, b, duplicate: one.group !== null && one.group === texts[b]?.group });
  return evaluate('groups', level, texts, pairs, unknown);
};
