/**
 * How well similar matters are told apart: `node bench/similarity.ts [--json]`. 222 invented titles in groups that ask
 * for the same, with neighbours that share words but ask for something else, and 90 invented pairs; each also with a
 * fifth of the lexicon's topics taken away, and with all of them: what is to be expected of titles on subjects that
 * nobody has written down. See README.md.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { type Evaluation, evaluateGroups, evaluatePairs, type Figures } from '#core/similar/evaluate.ts';
import { lexicon } from '#core/similar/lexicon.ts';
import { type Labelled, readLabelled, type Unreadable } from '#server/similar/read-labelled.ts';

const read = (name: string): Labelled | Unreadable =>
  readLabelled(readFileSync(path.join(import.meta.dirname, name), 'utf8'));

type Measure = (unknown?: ReadonlySet<number>) => Evaluation;
const measureOf = (file: string): Measure => {
  const labelled = read(file);
  if ('line' in labelled) throw new Error(`${file} cannot be read at line ${labelled.line}`);
  return (unknown) =>
    labelled.kind === 'pairs'
      ? evaluatePairs(labelled.pairs, 'duplicate', unknown)
      : evaluateGroups(labelled.texts, 'duplicate', unknown);
};

const folds = 5;
const topics = lexicon.topics.flatMap(({ setting }, topic) => (setting ? [] : [topic]));
const without = (wanted: (at: number) => boolean): ReadonlySet<number> =>
  new Set(topics.filter((_, at) => wanted(at)));

const mean = (all: readonly Figures[], name: 'precision' | 'recall' | 'f1'): number =>
  all.reduce((sum, one) => sum + one[name], 0) / all.length;

/** The mean over five runs, each without another fifth of the topics. */
const withoutFifths = (measure: Measure): Figures => {
  const runs = Array.from(
    { length: folds },
    (_, fold) => measure(without((at) => at % folds === fold)).levels.duplicate,
  );
  const [first] = runs;
  if (first === undefined) throw new Error('No run');
  return { ...first, precision: mean(runs, 'precision'), recall: mean(runs, 'recall'), f1: mean(runs, 'f1') };
};

/** The blind ones were written before anything was measured on them; the last three were never mended for. */
const measured = [
  ['groups', 'similarity-set.jsonl'],
  ['pairs', 'similarity-pairs.jsonl'],
  ['groups, blind once', 'similarity-blind-set.jsonl'],
  ['pairs, blind once', 'similarity-blind-pairs.jsonl'],
  ['pairs, blind once, the second', 'similarity-blind-pairs-2.jsonl'],
  ['pairs, to fit on', 'similarity-fit-pairs.jsonl'],
  ['pairs of a long list', 'similarity-list-pairs.jsonl'],
  ['pairs, blind still', 'similarity-blind-pairs-3.jsonl'],
  ['pairs, misses never seen', 'similarity-blind-pairs-4.jsonl'],
  ['groups, misses never seen', 'similarity-blind-set-2.jsonl'],
] as const;
const found = measured.map(([name, file]) => {
  const measure = measureOf(file);
  return {
    name,
    whole: measure(),
    withoutFifths: withoutFifths(measure),
    withoutAll: measure(without(() => true)).levels.duplicate,
  };
});

const row = (name: string, { precision, recall, f1, threshold }: Figures): string =>
  `| ${[name, ...[precision, recall, f1, threshold].map((one) => one.toFixed(3))].join(' | ')} |`;

const report = (): string =>
  found
    .flatMap(({ name, whole, withoutFifths: fifths, withoutAll }) => [
      `${name}: ${whole.pairs} pairs, ${whole.duplicates} of them the same ask, ${whole.opposite.length} found opposite`,
      '',
      '| | precision | recall | F1 | threshold |',
      '|---|---|---|---|---|',
      row('the same ask', whole.levels.duplicate),
      row('the same, a fifth of the topics unknown', fifths),
      row('the same, all topics unknown', withoutAll),
      row('one title holds the other', whole.baselines.substring),
      row('TF-IDF, its best threshold', whole.baselines.tfIdf),
      '',
    ])
    .join('\n');

process.stdout.write(process.argv.includes('--json') ? `${JSON.stringify(found, null, 1)}\n` : report());
