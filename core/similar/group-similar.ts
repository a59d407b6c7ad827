/** Which of many matters ask for the same: groups for a reviewer to look at, never merged by themselves. */
import type { Features } from './features.ts';
import { keysOf } from './keys.ts';
import { compare, scoreOf, thresholds } from './similarity.ts';

export type SimilarGroup = {
  /** Positions in the list that was given, ascending; at least two. */
  readonly members: readonly number[];
  /** The lowest score of any two members. */
  readonly least: number;
  /** Members whose asks pull opposite ways: they belong side by side, and must not be merged. */
  readonly opposite: readonly (readonly [number, number])[];
};

type Edge = { readonly a: number; readonly b: number; readonly score: number };

/** Pairs that share a key and score high enough, the highest first. A key of half of all texts still pairs them. */
const edgesOf = (all: readonly Features[], least: number): readonly Edge[] => {
  const byKey = new Map<number, number[]>();
  const edges: Edge[] = [];
  for (const [b, features] of all.entries()) {
    const seen = new Set<number>();
    for (const key of keysOf(features)) {
      const before = byKey.get(key);
      if (before === undefined) byKey.set(key, [b]);
      else {
        for (const a of before) seen.add(a);
        before.push(b);
      }
    }
    for (const a of seen) {
      const other = all[a];
      const score = other === undefined ? 0 : scoreOf(other, features);
      if (score >= least) edges.push({ a, b, score });
    }
  }
  return edges.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
};

const scoreIn = (all: readonly Features[], a: number, b: number): number => {
  const [x, y] = [all[a], all[b]];
  return x === undefined || y === undefined ? 0 : scoreOf(x, y);
};

const oppositesIn = (all: readonly Features[], members: readonly number[]) =>
  members.flatMap((a, at) =>
    members.slice(at + 1).flatMap((b): (readonly [number, number])[] => {
      const [x, y] = [all[a], all[b]];
      return x !== undefined && y !== undefined && compare(x, y).verdict === 'opposite' ? [[a, b]] : [];
    }),
  );

/**
 * Groups by complete linkage: two groups become one only while every member of one is like every member of the
 * other, so that no chain of small steps joins what has nothing in common. `least`: from which score on.
 */
export const groupSimilar = (
  all: readonly Features[],
  least: number = thresholds.duplicate,
): readonly SimilarGroup[] => {
  const groupOf = all.map((_, at) => at);
  const members = new Map<number, { list: number[]; least: number }>(
    all.map((_, at) => [at, { list: [at], least: 1 }]),
  );
  for (const { a, b } of edgesOf(all, least)) {
    const [x = a, y = b] = [groupOf[a], groupOf[b]];
    const [one, other] = [members.get(x), members.get(y)];
    if (x === y || one === undefined || other === undefined) continue;
    let lowest = Math.min(one.least, other.least);
    for (const m of one.list) for (const n of other.list) lowest = Math.min(lowest, scoreIn(all, m, n));
    if (lowest < least) continue;
    for (const n of other.list) groupOf[n] = x;
    members.set(x, { list: [...one.list, ...other.list], least: lowest });
    members.delete(y);
  }
  return [...members.values()]
    .filter(({ list }) => list.length > 1)
    .map(({ list, least: lowest }) => {
      const sorted = list.sort((m, n) => m - n);
      return { members: sorted, least: lowest, opposite: oppositesIn(all, sorted) };
    });
};
