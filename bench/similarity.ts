/**
 * How well similar matters are told apart: `node bench/similarity.ts [--json]`. 222 invented titles in groups that ask
 * for the same, with neighbours that share words but ask for something else; see README.md.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { type Evaluation, evaluateGroups, type Figures } from '#core/similar/evaluate.ts';
import { readLabelled } from '#server/similar/read-labelled.ts';

const labelled = readLabelled(readFileSync(path.join(import.meta.dirname, 'similarity-set.jsonl'), 'utf8'));
if (!('kind' in labelled) || labelled.kind !== 'groups') throw new Error('The labelled set cannot be read');
const found = evaluateGroups(labelled.texts, 'duplicate');

const row = (name: string, { precision, recall, f1, threshold }: Figures): string =>
  `| ${[name, ...[precision, recall, f1, threshold].map((one) => one.toFixed(3))].join(' | ')} |`;

const report = ({ pairs, duplicates, levels, baselines, opposite }: Evaluation): string =>
  [
    `${labelled.texts.length} titles, ${pairs} pairs, ${duplicates} of them the same ask, ${opposite.length} found opposite`,
    '',
    '| | precision | recall | F1 | threshold |',
    '|---|---|---|---|---|',
    row('the same ask', levels.duplicate),
    row('one title holds the other', baselines.substring),
    row('TF-IDF, its best threshold', baselines.tfIdf),
    '',
  ].join('\n');

process.stdout.write(process.argv.includes('--json') ? `${JSON.stringify(found, null, 1)}\n` : report(found));
