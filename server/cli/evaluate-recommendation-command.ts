/** `luoshi evaluate-recommendation`: how often the recommended lead unit is the right one, on a city's own history. */
import { isUnitFunction, functions } from '#core/recommend/base/functions.ts';
import {
  type Accuracy,
  evaluate,
  type EvaluatedRow,
  type Evaluation,
  type LabelledMatter,
} from '#core/recommend/evaluate.ts';
import type { Reason } from '#core/recommend/recommend.ts';
import { readLabelled } from '../recommend/read-labelled.ts';
import { both, type Command, type Io, json, readArgs, WrongUse } from './command.ts';
import { Refused } from './refused.ts';

const read = async (file: string): Promise<readonly LabelledMatter[]> => {
  const found = await readLabelled(file).catch((fault: unknown) => {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : String(fault);
    throw new Refused(
      `无法读取文件 ${file}（${code}）。请检查路径和权限。`,
      `The file ${file} cannot be read (${code}). Check its path and permissions.`,
    );
  });
  if (found.ok) return found.matters;
  throw new Refused(
    found.bad.map(({ line, zh }) => `${file} 第 ${line} 行：${zh}。`).join('\n'),
    found.bad.map(({ line, en }) => `${file} line ${line}: ${en}.`).join('\n  '),
  );
};

const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((1_000 * part) / whole) / 10;

const rates = ({ top1, top3, covered }: Accuracy, rows: number) => ({
  top1: percent(top1, rows),
  top3: percent(top3, rows),
  coverage: percent(covered, rows),
});

const nameOf = (key: string) => ({ unit: key, unitEn: isUnitFunction(key) ? functions[key].en : key });

const rowOf = ({ id, title, leadUnits, expected, rank, ranked }: EvaluatedRow) => ({
  line: id,
  title,
  leadUnits,
  comparedAs: expected,
  rank,
  ranked: ranked.map(({ key, score, role, reasons }) => ({
    ...nameOf(key),
    score: Math.round(score * 1_000) / 1_000,
    role,
    reasons,
  })),
});

const asJson = (found: Evaluation) => ({
  rows: found.rows,
  history: found.history,
  candidateUnits: found.units,
  accuracy: rates(found.recommendation, found.rows),
  baselines: {
    substring: rates(found.baselines.substring, found.rows),
    tfidfNearestNeighbour: rates(found.baselines.nearest, found.rows),
  },
  results: found.perRow.map(rowOf),
});

const reasonText = (reason: Reason): string => {
  if (reason.kind === 'duty') return `${reason.zh} ${reason.en} [${reason.words.join(' ')}]`;
  if (reason.kind === 'ownDuty') return `职责 own duties [${reason.words.join(' ')}]`;
  if (reason.kind === 'place') return `属地 place [${reason.word}]`;
  return `往件 past #${reason.id} ${reason.title}`;
};

const tell = (io: Io, found: Evaluation): void => {
  const line = (zh: string, en: string, accuracy: Accuracy): string => {
    const { top1, top3, coverage } = rates(accuracy, found.rows);
    return `${zh} ${en}\t${top1} %\t${top3} %\t${coverage} %\n`;
  };
  io.out(
    both(
      `测试 ${found.rows} 件，历史 ${found.history} 件，候选单位 ${found.units} 个。`,
      `${found.rows} matters tested, ${found.history} of history, ${found.units} units to choose from.`,
    ),
  );
  io.out('\t首位 top-1\t前三 top-3\t覆盖 coverage\n');
  io.out(line('推荐', 'recommendation', found.recommendation));
  io.out(line('对照：名称字面', 'baseline: substring', found.baselines.substring));
  io.out(line('对照：最近往件', 'baseline: TF-IDF neighbour', found.baselines.nearest));
  io.out('\n');
  for (const { id, title, expected, rank, ranked } of found.perRow) {
    io.out(
      `${rank === 1 ? '✓' : rank !== null && rank <= 3 ? '·' : '✗'} ${id} ${title} → ${expected.join('、')}\n`,
    );
    for (const { key, score, role, reasons } of ranked.slice(0, 3))
      io.out(
        `    ${score.toFixed(2)} ${nameOf(key).unit} ${role ?? ''} ${reasons.slice(0, 3).map(reasonText).join('；')}\n`,
      );
  }
};

export const evaluateRecommendationCommand: Command = {
  name: 'evaluate-recommendation',
  summary: {
    zh: '用本地历史检验推荐的主办单位准不准（不连接数据库）',
    en: 'measure the recommended lead units on your own history, without the database',
  },
  usage: ['--test FILE [--history FILE] [--json]'],
  options: [
    [
      '--test FILE',
      {
        zh: '要检验的件：每行一个 JSON 对象，title、leadUnits（单位名称或职能的列表）、可有 body、topic',
        en: 'matters to test: JSON lines with title, leadUnits (a list of units or functions), optionally body and topic',
      },
    ],
    [
      '--history FILE',
      {
        zh: '已交办的往件，格式相同；可为空或不给',
        en: 'matters assigned before, the same format; may be empty or absent',
      },
    ],
    [
      '--json',
      { zh: '以 JSON 输出，含每件的排序和理由', en: 'as JSON, with each row’s ranking and reasons' },
    ],
  ],
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      test: { type: 'string' },
      history: { type: 'string' },
      json: { type: 'boolean' },
    });
    if (positionals.length > 0 || values.test === undefined)
      throw new WrongUse('evaluate-recommendation --test FILE [--history FILE]');
    const test = await read(values.test);
    if (test.length === 0)
      throw new Refused(`${values.test} 里没有要检验的件。`, `There is no matter to test in ${values.test}.`);
    const history = values.history === undefined ? [] : await read(values.history);
    const found = evaluate(history, test);
    if (values.json === true) io.out(json(asJson(found)));
    else tell(io, found);
    return 0;
  },
};
