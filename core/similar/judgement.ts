/** Whether two titles ask for the same: a few signs that can be read, weighed, and added up. */
import { similarityOf } from '../recommend/similarity.ts';
import type { Features } from './features.ts';
import { lexicon } from './lexicon.ts';
import { coverage } from './words.ts';

/**
 * What each sign adds to the odds (natural logarithm) that two titles ask for the same. Fitted on the labelled pairs of
 * `bench/` by `bench/similarity-fit.ts`, which prints this table; not set by hand.
 */
export const weights = {
  start: -3.8,
  topic: 1.92,
  facets: 0.68,
  otherFacets: -0.88,
  covered: 1.07,
  kinds: 0.85,
  askShare: 2.06,
  askPart: 1.95,
  otherAsk: -1.46,
  noAsk: 1.93,
  otherSide: -0.62,
  otherKeeping: -0.98,
  otherCourse: -1.68,
  sameAction: 0.8,
  otherAction: -0.64,
} as const;

/** Each from 0 to 1. */
export type Signs = Readonly<Record<Exclude<keyof typeof weights, 'start'>, number>>;

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

type Agreement = 'same' | 'other' | 'unsaid';

const agreement = (a: ReadonlySet<string>, b: ReadonlySet<string>): Agreement => {
  if (a.size === 0 || b.size === 0) return 'unsaid';
  return [...a].some((one) => b.has(one)) ? 'same' : 'other';
};

const sign = (holds: boolean): number => (holds ? 1 : 0);

/** `topic`: how much both are about one thing, 0 to 1. */
export const signsOf = (a: Features, b: Features, topic: number): Signs => {
  const facets = facetsShared(a, b);
  const asks = [...a.asks].filter((one) => b.asks.has(one)).length;
  const [few, many] = [Math.min(a.asks.size, b.asks.size), Math.max(a.asks.size, b.asks.size)];
  const actions = agreement(a.actions, b.actions);
  return {
    topic,
    facets: facets ?? 0,
    otherFacets: sign(facets === 0),
    covered: coverage(a.words, b.words),
    kinds: similarityOf(a.kinds, b.kinds),
    askShare: many === 0 ? 0 : asks / many,
    // A title that lists many asks is no near-duplicate of one that names one of them.
    askPart: few === 0 ? 0 : asks / Math.max(few, many - 2),
    otherAsk: sign(few > 0 && asks === 0),
    noAsk: sign(many === 0),
    otherSide: sign(agreement(a.aspects, b.aspects) === 'other'),
    otherKeeping: sign(a.keeping !== b.keeping),
    otherCourse: sign(a.course !== b.course && a.course !== '' && b.course !== ''),
    sameAction: sign(actions === 'same'),
    otherAction: sign(actions === 'other'),
  };
};

/** Nothing that both say, whatever else: not the same. */
const empty = (signs: Signs): boolean =>
  signs.topic === 0 && signs.covered === 0 && signs.askPart === 0 && signs.kinds === 0;

/** 0 to 1: how likely titles with these signs ask for the same. */
export const judge = (signs: Signs): number => {
  if (empty(signs)) return 0;
  let odds: number = weights.start;
  for (const [name, value] of Object.entries(signs)) odds += weights[name as keyof Signs] * value;
  return 1 / (1 + Math.exp(-odds));
};
