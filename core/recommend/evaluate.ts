import { functionIds, isUnitFunction } from './base/functions.ts';
import { buildHistory } from './history.ts';
import { type Candidate, recommend, type Recommended } from './recommend.ts';
import { pairsOf } from './similarity.ts';
import { functionOf, sameUnit, unitKey } from './unit-function.ts';

/** A matter whose lead is known. `leadUnits` as printed, as a generic name or as a function. */
export type LabelledMatter = {
  /** Its number, by which a reason names it: the line of the file. */
  readonly id: number;
  readonly title: string;
  readonly body: string;
  readonly leadUnits: readonly string[];
};

export type Accuracy = {
  /** Rows with the right unit in the first place, and among the first three. */
  readonly top1: number;
  readonly top3: number;
  /** Rows for which there was anything to say. */
  readonly covered: number;
};

export type EvaluatedRow = {
  readonly id: number;
  readonly title: string;
  readonly leadUnits: readonly string[];
  /** The lead units as they were compared. */
  readonly expected: readonly string[];
  /** Where the first right unit stands in the ranking, from 1; null: nowhere. */
  readonly rank: number | null;
  readonly ranked: readonly Recommended[];
};

export type Evaluation = {
  readonly rows: number;
  readonly history: number;
  readonly units: number;
  readonly recommendation: Accuracy;
  readonly baselines: { readonly substring: Accuracy; readonly nearest: Accuracy };
  readonly perRow: readonly EvaluatedRow[];
};

const keysOf = (names: readonly string[]): readonly string[] => [...new Set(names.map(unitKey))];

const rankOf = (order: readonly string[], expected: readonly string[]): number | null => {
  const at = order.findIndex((key) => expected.some((one) => sameUnit(key, one)));
  return at < 0 ? null : at + 1;
};

const accuracy = (ranks: readonly (number | null)[], covered: number): Accuracy => ({
  top1: ranks.filter((rank) => rank === 1).length,
  top3: ranks.filter((rank) => rank !== null && rank <= 3).length,
  covered,
});

type Ranker = (title: string) => readonly string[];

/** Baseline: the unit whose name, or the longest part of it, stands in the title. */
const bySubstring =
  (keys: readonly string[]): Ranker =>
  (title) =>
    keys
      .map((key) => {
        let longest = 0;
        for (let from = 0; from < key.length; from += 1)
          for (let to = from + 2; to <= key.length; to += 1)
            if (to - from > longest && title.includes(key.slice(from, to))) longest = to - from;
        return { key, longest };
      })
      .filter(({ longest }) => longest > 0)
      .sort((a, b) => b.longest - a.longest)
      .map(({ key }) => key);

/** Baseline: the units of the nearest past titles, TF-IDF over pairs of letters, nothing else. */
const byNearest = (
  history: readonly { readonly title: string; readonly units: readonly string[] }[],
): Ranker => {
  const postings = new Map<string, number[]>();
  for (const [at, { title }] of history.entries())
    for (const pair of pairsOf(title)) {
      const known = postings.get(pair);
      if (known === undefined) postings.set(pair, [at]);
      else known.push(at);
    }
  const weight = (pair: string): number =>
    Math.log((history.length + 1) / ((postings.get(pair)?.length ?? 0) + 1)) + 1;
  const norm = (title: string): number =>
    Math.sqrt(pairsOf(title).reduce((sum, pair) => sum + weight(pair) ** 2, 0)) || 1;
  const norms = history.map(({ title }) => norm(title));
  return (title) => {
    const dots = new Map<number, number>();
    for (const pair of pairsOf(title))
      for (const at of postings.get(pair) ?? []) dots.set(at, (dots.get(at) ?? 0) + weight(pair) ** 2);
    const near = [...dots]
      .map(([at, dot]) => ({ at, similarity: dot / (norms[at] ?? 1) }))
      .sort((x, y) => y.similarity - x.similarity || x.at - y.at);
    return [...new Set(near.slice(0, 50).flatMap(({ at }) => history[at]?.units ?? []))];
  };
};

const measure = (
  ranker: Ranker,
  tests: readonly { readonly title: string; readonly expected: readonly string[] }[],
): Accuracy => {
  const orders = tests.map(({ title }) => ranker(title));
  return accuracy(
    orders.map((order, at) => rankOf(order, tests[at]?.expected ?? [])),
    orders.filter((order) => order.length > 0).length,
  );
};

/** Every unit named in history and test, by function where the name tells one, and the functions of the base. */
const candidatesOf = (matters: readonly LabelledMatter[]): readonly Candidate[] => {
  const keys = new Set<string>([...functionIds, ...matters.flatMap(({ leadUnits }) => keysOf(leadUnits))]);
  return [...keys].map((key) => ({
    key,
    function: isUnitFunction(key) ? key : functionOf(key),
    place: '',
    kinds: new Set<string>(),
  }));
};

/**
 * How often the recommendation names a lead unit of each test row, with two baselines in the same run. Units are
 * compared by function, so that 住房和城乡建设 and 云川市住建局 are the same; names that tell no function by the bare name.
 * A row is right when any of its lead units is named. Reasons of kind `past` name rows of the history by their `id`.
 */
export const evaluate = (history: readonly LabelledMatter[], test: readonly LabelledMatter[]): Evaluation => {
  const past = history.map(({ id, title, leadUnits }) => ({ id, title, units: keysOf(leadUnits) }));
  const known = buildHistory(past);
  const candidates = candidatesOf([...history, ...test]);
  const perRow = test.map(({ id, title, body, leadUnits }): EvaluatedRow => {
    const ranked = recommend({ title, body }, candidates, known.findNeighbours(title));
    const expected = keysOf(leadUnits);
    return {
      id,
      title,
      leadUnits,
      expected,
      rank: rankOf(
        ranked.map(({ key }) => key),
        expected,
      ),
      ranked: ranked.slice(0, 5),
    };
  });
  const tests = perRow.map(({ title, expected }) => ({ title, expected }));
  return {
    rows: test.length,
    history: history.length,
    units: candidates.length,
    recommendation: accuracy(
      perRow.map(({ rank }) => rank),
      perRow.filter(({ ranked }) => (ranked[0]?.reasons.length ?? 0) > 0).length,
    ),
    baselines: {
      substring: measure(bySubstring(candidates.map(({ key }) => key)), tests),
      nearest: measure(byNearest(past), tests),
    },
    perRow,
  };
};
