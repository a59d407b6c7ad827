/** A report as a paper: what is rendered, and for each number where it comes from. */
import { fill } from '#contract/messages/message.ts';
import { reportMessages } from '#contract/messages/report.ts';
import { rowsPath } from '#core/figures/rows-path.ts';
import { toChineseNumeral } from '#core/numbering.ts';
import { fieldKey, type Question, questionOf, tableKey } from '#core/report/question.ts';
import { type Language, type RenderedBlock, renderReport } from '#core/report/render.ts';
import {
  type Cell,
  type FieldValue,
  fieldsOf,
  type ReportContent,
  type ReportScope,
  type ReportValues,
  tablesOf,
} from '#core/report/report.ts';
import type { LocalDate, Text } from '#core/words.ts';
import { chineseDate } from '../platform/documents/chinese-form.ts';
import type { ReportPaper } from '../platform/documents/report-paper.ts';

export type Printed = {
  readonly language: Language;
  readonly keeper: string;
  readonly scope: ReportScope;
  readonly content: ReportContent;
  readonly values: ReportValues;
  readonly draft: boolean;
  readonly on: LocalDate;
  /** Where people reach the product; null: nowhere that is known. */
  readonly publicUrl: string | null;
};

type Key = keyof typeof reportMessages;
type Say = (key: Key, params?: Readonly<Record<string, string | number>>) => string;
type Source = ReportPaper['sources']['rows'][number];

const partsText = ({ numerator, denominator }: Cell): string =>
  denominator === null ? String(numerator) : `${numerator}／${denominator}`;

/** The list as it is printed. */
const printedSources = (say: Say, rows: readonly Source[]): ReportPaper['sources'] => ({
  title: say('report.paper.sources'),
  widths: [2, 5, 3, 4, 4, 14],
  head: (
    [
      'report.paper.no',
      'report.paper.figure',
      'report.paper.value',
      'report.paper.parts',
      'report.paper.asOfShort',
      'report.paper.explanation',
    ] as const
  ).map((key) => say(key)),
  rows,
});

/** Which question each number answers. */
const questionsOf = ({ scope, content }: Printed): ReadonlyMap<string, Question> =>
  new Map(
    fieldsOf(content).map((field) => [
      fieldKey(scope, content.asOf, field),
      questionOf(scope, content.asOf, field),
    ]),
  );

/** Numbers as they come, each listed once, where it first stands. */
const numbering = ({ language, content }: Printed) => {
  const rows: Source[] = [];
  const numbers = new Map<string, number>();
  const add = (key: string, name: Text, cell: Cell, explanation: Text, link: string | null): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const no = rows.length + 1;
    numbers.set(key, no);
    rows.push({
      cells: [String(no), name[language], cell.text, partsText(cell), content.asOf, explanation[language]],
      link,
    });
    return no;
  };
  return { rows, add };
};

/** How a value came about, and where the value of the year before was printed if it is not counted. */
const withPublished = ({ explanation, compared }: FieldValue): Text => {
  if (compared?.origin !== 'published') return explanation;
  const say = (language: Language): string =>
    fill(reportMessages['report.paper.published'], language, {
      value: compared.text,
      year: compared.year ?? '',
      source: compared.source ?? '',
    });
  return { zh: `${explanation.zh}；${say('zh')}`, en: `${explanation.en}; ${say('en')}` };
};

/** The list of sources as it grows: a number is listed where it first stands. */
const sourceList = (paper: Printed) => {
  const questions = questionsOf(paper);
  const { rows, add } = numbering(paper);
  const linkOf = (
    question: Pick<Question, 'figure' | 'filters' | 'asOf'> | undefined,
    of: 'numerator' | 'denominator' = 'numerator',
  ): string | null =>
    question === undefined || paper.publicUrl === null ? null : `${paper.publicUrl}${rowsPath(question, of)}`;
  const figure = (
    key: string,
    of: 'numerator' | 'denominator',
  ): { source: number | null; link: string | null } => {
    const value = paper.values.figures[key];
    if (value == null) return { source: null, link: null };
    const question = value.origin === 'counted' ? questions.get(key) : undefined;
    return {
      source: add(key, value.name, value, withPublished(value), linkOf(question)),
      link: linkOf(question, of),
    };
  };
  const table = (blockKey: string): void => {
    const found = tablesOf(paper.content).find(({ key }) => key === blockKey);
    if (found === undefined) return;
    const key = tableKey(paper.scope, paper.content.asOf, found);
    const value = paper.values.tables[key];
    value?.columns.forEach(({ figure: id, name, explanation }, at) => {
      const total = value.total[at];
      if (total == null) return;
      const question = questionOf(paper.scope, paper.content.asOf, {
        figure: id,
        filters: found.filters,
        decimals: null,
      });
      const title = {
        zh: fill(reportMessages['report.paper.columnTotal'], 'zh', { name: name.zh }),
        en: fill(reportMessages['report.paper.columnTotal'], 'en', { name: name.en }),
      };
      add(`${key} ${id}`, title, total, explanation, linkOf(question));
    });
  };
  return {
    figure,
    table,
    rows,
  };
};

type PaperBlock = ReportPaper['parts'][number]['blocks'][number];
type Sources = ReturnType<typeof sourceList>;

const plain = (text: string): PaperBlock => ({
  kind: 'paragraph',
  runs: [{ text, source: null, link: null }],
});

const examplesOf = (
  items: Extract<RenderedBlock, { kind: 'examples' }>['items'],
  language: Language,
): readonly PaperBlock[] =>
  items.flatMap(({ caseNo, title, units, done }) => [
    plain(
      language === 'zh'
        ? `${caseNo}《${title}》${units.length === 0 ? '' : `（${units.join('、')}）`}`
        : `${caseNo} “${title}”${units.length === 0 ? '' : ` (${units.join(', ')})`}`,
    ),
    ...done
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(plain),
  ]);

type Rendered = Extract<RenderedBlock, { kind: 'paragraph' }>['runs'];

/** Where a person began a new line, a paragraph begins; empty ones are not printed. */
const linesOf = (runs: Rendered): readonly Rendered[] => {
  const lines: Rendered[number][][] = [[]];
  for (const run of runs) {
    const [first = '', ...others] = run.source === null ? run.text.split('\n') : [run.text];
    if (first !== '') lines.at(-1)?.push({ ...run, text: first });
    for (const text of others) lines.push(text === '' ? [] : [{ ...run, text }]);
  }
  return lines.filter((line) => line.some(({ text }) => text.trim() !== ''));
};

const blocksOf = (block: RenderedBlock, sources: Sources, language: Language): readonly PaperBlock[] => {
  switch (block.kind) {
    case 'paragraph':
      return linesOf(block.runs).map((runs) => ({
        kind: 'paragraph',
        runs: runs.map(({ text, source, of }) => ({
          text,
          ...(source === null ? { source: null, link: null } : sources.figure(source, of)),
        })),
      }));
    case 'table': {
      sources.table(block.key);
      const { caption, head, rows, notes } = block;
      const names = head.indexOf('');
      return [
        {
          kind: 'table',
          caption,
          head,
          widths: head.map((_, at) => (at === names ? 4 : at < names ? 1 : 2)),
          rows: rows.map(({ cells }) => cells),
          notes,
        },
      ];
    }
    case 'examples':
      return examplesOf(block.items, language);
    default:
      return block satisfies never;
  }
};

/** The paper of one edition. Every number on it is one of the values given, as they are. */
export const reportPaper = (given: Printed): ReportPaper => {
  const { language, content } = given;
  const say: Say = (key, params = {}) => fill(reportMessages[key], language, params);
  const sources = sourceList(given);
  const parts = renderReport(content, given).map(({ heading, blocks }, at) => ({
    heading: language === 'zh' ? `${toChineseNumeral(at + 1)}、${heading}` : `${at + 1}. ${heading}`,
    blocks: blocks.flatMap((block) => blocksOf(block, sources, language)),
  }));
  return {
    language,
    office: given.keeper,
    title: content.title,
    subtitle: say('report.paper.asOf', {
      date: language === 'zh' ? chineseDate(content.asOf) : content.asOf,
    }),
    watermark: given.draft ? say('report.paper.draft') : null,
    signedOn: language === 'zh' ? chineseDate(given.on) : given.on,
    parts,
    sources: printedSources(say, sources.rows),
    foot: say('report.paper.foot'),
    on: given.on,
  };
};
