/** `luoshi evaluate-similarity`: how well similar matters are told apart, on titles that somebody has labelled. */
import { readFile } from 'node:fs/promises';
import { type Evaluation, evaluateGroups, evaluatePairs, type Figures } from '#core/similar/evaluate.ts';
import { readLabelled } from '../similar/read-labelled.ts';
import { both, type Command, json, oneOf, readArgs, WrongUse } from './command.ts';
import { Refused } from './refused.ts';

const share = (one: number): string => one.toFixed(3);

const line = (zh: string, en: string, figures: Figures): string =>
  `  ${[share(figures.precision), share(figures.recall), share(figures.f1), figures.threshold.toFixed(2)].join('\t')}\t${zh} ${en}\n`;

/** How many wrong pairs a person reads. */
const shown = 20;

const table = (evaluation: Evaluation): string => {
  const { figures, levels, baselines, recallPerGroup } = evaluation;
  const wrong = (list: Evaluation['falsePairs']): string =>
    list
      .slice(0, shown)
      .map(({ a, b, score }) => `  ${share(score)}\t${a}\t${b}\n`)
      .join('');
  const groups =
    recallPerGroup === null
      ? ''
      : both(
          `各组召回率的平均：${share(recallPerGroup)}`,
          `Recall, mean of the groups: ${share(recallPerGroup)}`,
        );
  return [
    both(
      `${evaluation.pairs} 对，其中 ${evaluation.duplicates} 对标为相同。采用阈值 ${figures.threshold}（${evaluation.level === 'duplicate' ? '同一诉求' : '同一主题'}）。`,
      `${evaluation.pairs} pairs, ${evaluation.duplicates} labelled as the same. Threshold ${figures.threshold} (${evaluation.level === 'duplicate' ? 'the same ask' : 'the same topic'}).`,
    ),
    '  准确率\t召回率\tF1\t阈值\n  precision\trecall\tF1\tthreshold\n',
    line('本产品', 'this product', figures),
    line('同一主题', 'the same topic', levels.related),
    line('同一诉求', 'the same ask', levels.duplicate),
    line('基线：互相包含', 'baseline: one holds the other', baselines.substring),
    line('基线：TF-IDF，取其最佳阈值', 'baseline: TF-IDF at its best threshold', baselines.tfIdf),
    groups,
    both(`诉求相反：${evaluation.opposite.length} 对`, `Opposite asks: ${evaluation.opposite.length} pairs`),
    evaluation.opposite
      .slice(0, shown)
      .map(({ a, b, score, words }) => `  ${share(score)}\t${a}\t${b}\t${words.join(' / ')}\n`)
      .join(''),
    both(
      `误认为相同：${figures.wrong} 对，列出前 ${Math.min(shown, figures.wrong)} 对`,
      `Wrongly taken for the same: ${figures.wrong}, the first ${Math.min(shown, figures.wrong)}`,
    ),
    wrong(evaluation.falsePairs),
    both(
      `漏认：${figures.missed} 对，列出前 ${Math.min(shown, figures.missed)} 对`,
      `Missed: ${figures.missed}, the first ${Math.min(shown, figures.missed)}`,
    ),
    wrong(evaluation.missedPairs),
  ].join('');
};

const contentOf = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new Refused(
      `无法读取文件 ${file}。请检查路径。`,
      `The file ${file} cannot be read. Check its path.`,
    );
  }
};

export const evaluateSimilarityCommand: Command = {
  name: 'evaluate-similarity',
  summary: {
    zh: '用标注过的题目检验相似度（不连接数据库）',
    en: 'measure similarity on labelled titles, without the database',
  },
  usage: ['FILE [--level related|duplicate] [--json]'],
  options: [
    [
      'FILE',
      {
        zh: 'JSON 行：{"a","b","duplicate"}（或 {"title1","title2","label"}）成对；或 {"title","body"?,"group"} 分组（group 也可写作 topicGroup、topic），也可一行一组 {"titles":[…]}',
        en: 'JSON lines: pairs {"a","b","duplicate"} (or {"title1","title2","label"}); or groups {"title","body"?,"group"} (group may be called topicGroup or topic), or one group a line {"titles":[…]}',
      },
    ],
    [
      '--level LEVEL',
      {
        zh: '标注的含义：duplicate 同一诉求（成对文件和 group 的默认值），related 同一主题（topicGroup、topic 的默认值）',
        en: 'what the labels mean: duplicate, the same ask (default for pairs and `group`); related, the same topic (default for `topicGroup` and `topic`)',
      },
    ],
    ['--json', { zh: '以 JSON 输出', en: 'as JSON' }],
  ],
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      json: { type: 'boolean' },
      level: { type: 'string' },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new WrongUse('evaluate-similarity FILE');
    const level =
      values.level === undefined
        ? undefined
        : oneOf('level', values.level, ['related', 'duplicate'] as const);
    const labelled = readLabelled(await contentOf(file));
    if ('line' in labelled)
      throw new Refused(
        `${file} 第 ${labelled.line} 行：${labelled.zh}`,
        `${file}, line ${labelled.line}: ${labelled.en}`,
      );
    const evaluation =
      labelled.kind === 'pairs'
        ? evaluatePairs(labelled.pairs, level)
        : evaluateGroups(labelled.texts, level ?? labelled.level);
    const { precision, recall, f1, threshold } = evaluation.figures;
    io.out(
      values.json === true ? json({ precision, recall, f1, threshold, ...evaluation }) : table(evaluation),
    );
    return 0;
  },
};
