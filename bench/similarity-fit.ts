/**
 * Fits the weights of `core/similar/judgement.ts` on the labelled pairs that are known: `node bench/similarity-fit.ts`
 * prints the table, and how each set fares when it is left out of the fitting. Never reads the blind sets. Deterministic:
 * a logistic regression with a small ridge, by Newton's method. See README.md.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { type Features, featuresOf } from '#core/similar/features.ts';
import { type Signs, signsOf, weights as used } from '#core/similar/judgement.ts';
import { lexicon } from '#core/similar/lexicon.ts';
import { topicScore } from '#core/similar/similarity.ts';
import { readLabelled } from '#server/similar/read-labelled.ts';

/**
 * `weight` of one pair; of groups, what all their pairs that belong together weigh. The pairs drawn from a long list
 * weigh somewhat less: there are many, and nearly all are of one sort.
 */
const sets = [
  { file: 'similarity-set.jsonl', weight: 90 },
  { file: 'similarity-blind-set.jsonl', weight: 60 },
  { file: 'similarity-pairs.jsonl', weight: 1 },
  { file: 'similarity-blind-pairs.jsonl', weight: 1 },
  { file: 'similarity-blind-pairs-2.jsonl', weight: 1 },
  { file: 'similarity-fit-pairs.jsonl', weight: 1 },
  { file: 'similarity-list-pairs.jsonl', weight: 0.7 },
] as const;

/** Known wholly, and with each third of topics and asks unknown: else the weights would trust a lexicon that was mended for these very titles. */
const folds = [null, 0, 1, 2] as const;
const foldWeight = (fold: number | null): number => (fold === null ? 1.5 : 0.5);
const strangers = { weight: 0.15, every: 10, othersWeight: 0.3 } as const;
const ridge = 3e-4;
/** What a pair costs that is missed, beside one that is found wrongly. */
const missed = 1.5;

const names = Object.keys(used).filter((name) => name !== 'start') as readonly (keyof Signs)[];

type Example = {
  readonly file: string;
  readonly whole: boolean;
  readonly signs: readonly number[];
  readonly same: boolean;
  readonly weight: number;
};

const thirdOf = (text: string): number => {
  let value = 0;
  for (let at = 0; at < text.length; at += 1) value = (Math.imul(value, 31) + text.charCodeAt(at)) >>> 0;
  return value % 3;
};

const topics = lexicon.topics.flatMap(({ setting }, topic) => (setting ? [] : [topic]));

const read = (title: string, fold: number | null): Features => {
  if (fold === null) return featuresOf({ title });
  const features = featuresOf({ title }, new Set(topics.filter((_, at) => at % 3 === fold)));
  return { ...features, asks: new Set([...features.asks].filter((ask) => thirdOf(ask) !== fold)) };
};

const rowOf = (a: Features, b: Features): readonly number[] => {
  const signs = signsOf(a, b, topicScore(a, b));
  return names.map((name) => signs[name]);
};

const examplesOf = (file: string, weight: number, fold: number | null): readonly Example[] => {
  const labelled = readLabelled(readFileSync(path.join(import.meta.dirname, file), 'utf8'));
  if ('line' in labelled) throw new Error(`${file} cannot be read at line ${labelled.line}`);
  const example = (a: Features, b: Features, same: boolean, one: number): Example => ({
    file,
    whole: fold === null,
    signs: rowOf(a, b),
    same,
    weight: one * foldWeight(fold) * (same ? missed : 1),
  });
  if (labelled.kind === 'pairs')
    return labelled.pairs.map(({ a, b, duplicate }) =>
      example(read(a.title, fold), read(b.title, fold), duplicate, weight),
    );
  const texts = labelled.texts.map(({ title, group }) => ({ features: read(title, fold), group }));
  const pairs = texts.flatMap((a, at) =>
    texts.slice(at + 1).map((b) => ({ a, b, same: a.group !== null && a.group === b.group })),
  );
  const together = pairs.filter(({ same }) => same).length;
  return pairs.flatMap(({ a, b, same }, at) => {
    if (same) return [example(a.features, b.features, true, weight / together)];
    const near = topicScore(a.features, b.features) > 0.1;
    if (!near && at % strangers.every !== 0) return [];
    return [example(a.features, b.features, false, near ? strangers.weight : strangers.othersWeight)];
  });
};

const dot = (x: readonly number[], y: readonly number[]): number =>
  x.reduce((sum, one, at) => sum + one * (y[at] ?? 0), 0);

const chance = (weights: readonly number[], row: readonly number[]): number =>
  1 / (1 + Math.exp(-dot(weights, row)));

/** Solves a system of linear equations, its right side as the last column, by elimination with pivots. */
const solve = (rows: readonly (readonly number[])[]): readonly number[] => {
  const left = rows.map((row) => [...row]);
  for (let at = 0; at < left.length; at += 1) {
    const pivot = left
      .map((row, index) => [Math.abs(row[at] ?? 0), index] as const)
      .slice(at)
      .reduce((a, b) => (b[0] > a[0] ? b : a))[1];
    const [one, other] = [left[at] ?? [], left[pivot] ?? []];
    left[at] = other;
    left[pivot] = one;
    const by = other[at] ?? 1;
    for (const [index, row] of left.entries()) {
      if (index === at) continue;
      const share = (row[at] ?? 0) / by;
      for (const [column, value] of other.entries()) row[column] = (row[column] ?? 0) - share * value;
    }
  }
  return left.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1));
};

const fit = (examples: readonly Example[]): readonly number[] => {
  const size = names.length + 1;
  const all = examples.reduce((sum, { weight }) => sum + weight, 0);
  let weights: readonly number[] = Array.from({ length: size }, () => 0);
  for (let round = 0; round < 20; round += 1) {
    const system = Array.from({ length: size }, (_, at) =>
      Array.from({ length: size + 1 }, (__, column) => {
        const held = at === 0 ? 1e-6 : ridge * all;
        if (column === at) return held;
        return column === size ? -held * (weights[at] ?? 0) : 0;
      }),
    );
    for (const { signs, same, weight } of examples) {
      const row = [1, ...signs];
      const p = chance(weights, row);
      for (const [at, one] of row.entries()) {
        const line = system[at];
        if (one === 0 || line === undefined) continue;
        for (const [column, other] of row.entries())
          line[column] = (line[column] ?? 0) + weight * p * (1 - p) * one * other;
        line[size] = (line[size] ?? 0) + weight * ((same ? 1 : 0) - p) * one;
      }
    }
    const step = solve(system);
    weights = weights.map((one, at) => one + (step[at] ?? 0));
  }
  return weights;
};

const figuresOf = (weights: readonly number[], examples: readonly Example[]): string => {
  let [right, wrong, lost] = [0, 0, 0];
  for (const { signs, same } of examples) {
    const found = chance(weights, [1, ...signs]) >= 0.5;
    if (found && same) right += 1;
    else if (found) wrong += 1;
    else if (same) lost += 1;
  }
  const [precision, recall] = [right / (right + wrong || 1), right / (right + lost || 1)];
  return `precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}, F1 ${((2 * right) / (2 * right + wrong + lost || 1)).toFixed(3)}`;
};

const examples = sets.flatMap(({ file, weight }) => folds.flatMap((fold) => examplesOf(file, weight, fold)));
const fitted = fit(examples);
const lines = ['start', ...names].map((name, at) => `  ${name}: ${(fitted[at] ?? 0).toFixed(2)},`);
const heldOut = sets.map(({ file }) => {
  const weights = fit(examples.filter((one) => one.file !== file));
  const own = examples.filter((one) => one.file === file);
  return [
    `${file}, left out of the fitting:`,
    `  lexicon known: ${figuresOf(
      weights,
      own.filter(({ whole }) => whole),
    )}`,
    `  a third unknown: ${figuresOf(
      weights,
      own.filter(({ whole }) => !whole),
    )}`,
  ].join('\n');
});
process.stdout.write(`${lines.join('\n')}\n\n${heldOut.join('\n')}\n`);
