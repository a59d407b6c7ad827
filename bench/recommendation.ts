/**
 * How often the recommended lead unit is the right one, and how long one recommendation takes:
 * `node bench/recommendation.ts [--history 200000]`. The titles and their labels are invented; see README.md for what
 * that proves and what not.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { functionIds } from '#core/recommend/base/functions.ts';
import { evaluate, type Evaluation, type LabelledMatter } from '#core/recommend/evaluate.ts';
import { buildHistory } from '#core/recommend/history.ts';
import { type Candidate, recommend } from '#core/recommend/recommend.ts';

const { values: flags } = parseArgs({
  options: { history: { type: 'string', default: '200000' }, save: { type: 'string' } },
});

/** One title a line with its lead; of a file where several functions may lead, parted by commas, any of them is right. */
const readTitles = (file: string): readonly LabelledMatter[] =>
  readFileSync(path.join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line, at) => {
      const [title = '', units = ''] = line.split('\t');
      return { id: at + 1, title, body: '', leadUnits: units.split(',') };
    });

const titles = readTitles('recommendation-titles.tsv');
const subjects = readTitles('recommendation-subjects.tsv');
const blind = readTitles('recommendation-blind.tsv');
const blindStill = readTitles('recommendation-blind-2.tsv');

/** A fixed shuffle: the same folds in every run. */
const shuffled = [...titles].sort(
  (a, b) => ((a.id * 2_654_435_761) % 1_000_003) - ((b.id * 2_654_435_761) % 1_000_003),
);

const percent = (part: number, whole: number): number => Math.round((1_000 * part) / whole) / 10;

const sumUp = (runs: readonly Evaluation[]) => {
  const rows = runs.reduce((all, run) => all + run.rows, 0);
  const rate = (pick: (run: Evaluation) => { readonly top1: number; readonly top3: number }) => ({
    top1: percent(
      runs.reduce((all, run) => all + pick(run).top1, 0),
      rows,
    ),
    top3: percent(
      runs.reduce((all, run) => all + pick(run).top3, 0),
      rows,
    ),
  });
  return {
    rows,
    recommendation: rate((run) => run.recommendation),
    substring: rate((run) => run.baselines.substring),
    nearest: rate((run) => run.baselines.nearest),
  };
};

const folds = [0, 1, 2, 3, 4].map((fold) =>
  evaluate(
    shuffled.filter((_, at) => at % 5 !== fold),
    shuffled.filter((_, at) => at % 5 === fold),
  ),
);

/** Past titles with places and verbs in front of the invented ones, so that pairs of letters are as common as in a city. */
const places = [
  '东湖',
  '石桥',
  '云溪',
  '青石',
  '雾岭',
  '北岭',
  '白鹤',
  '梧桐',
  '大坪',
  '南山',
  '黄泥',
  '下坪',
];
const verbs = ['加快', '进一步', '尽快', '支持', '着力', '切实', '持续', '统筹'];
const size = Number(flags.history);
const past = Array.from({ length: size }, (_, at) => {
  const row = titles[(at * 7_919) % titles.length];
  const place = `${places[at % places.length]}${places[(at * 31) % places.length]}${at % 97}`;
  return {
    id: at + 1,
    title: `关于${verbs[at % verbs.length]}${place}片区${(row?.title ?? '').replace(/^关于/u, '')}`,
    units: row?.leadUnits ?? [],
  };
});
const builtFrom = performance.now();
const history = buildHistory(past);
const built = performance.now() - builtFrom;
const candidates: readonly Candidate[] = functionIds.map((id) => ({
  key: id,
  function: id,
  place: '',
  kinds: new Set<string>(),
}));
const times = titles
  .slice(0, 200)
  .map(({ title }) => {
    const began = performance.now();
    recommend({ title, body: '' }, candidates, history.findNeighbours(title));
    return performance.now() - began;
  })
  .sort((a, b) => a - b);
const ms = (quantile: number): number =>
  Math.round((times[Math.floor(times.length * quantile)] ?? 0) * 10) / 10;

const result = {
  measure: 'recommendation',
  titles: titles.length,
  withoutHistory: sumUp([evaluate([], titles)]),
  subjects: sumUp([evaluate([], subjects)]),
  blindOnce: sumUp([evaluate([], blind)]),
  neverMended: sumUp([evaluate([], blindStill)]),
  fiveFold: sumUp(folds),
  inMemory: { history: size, buildSeconds: Math.round(built / 100) / 10, p50ms: ms(0.5), p95ms: ms(0.95) },
  load: Math.round((os.loadavg()[0] ?? 0) * 10) / 10,
};
const text = `${JSON.stringify(result, null, 1)}\n`;
process.stdout.write(text);
if (flags.save !== undefined) writeFileSync(flags.save, text);
