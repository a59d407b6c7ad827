/** Text and values become what is read: runs of text, of which those that are figures say from which question. */
import type { Text } from '../words.ts';
import { fieldKey, tableKey } from './question.ts';
import { rank } from './rank.ts';
import type {
  Block,
  Cell,
  ExampleValue,
  FieldValue,
  FigureField,
  FigureTable,
  ReportContent,
  ReportScope,
  ReportValues,
  Run,
  TableValue,
} from './report.ts';
import { countInWords, inWords } from './wording.ts';

export const languages = ['zh', 'en'] as const satisfies readonly (keyof Text)[];
export type Language = (typeof languages)[number];

/** `source`: the question that the run answers; null: plain text. `field`: the key of the field. `of`: the rows that it counts. */
export type RenderedRun = {
  readonly text: string;
  readonly source: string | null;
  readonly field: string | null;
  readonly of: 'numerator' | 'denominator';
};

export type RenderedRow = { readonly key: string | null; readonly cells: readonly string[] };

export type RenderedBlock =
  | { readonly kind: 'paragraph'; readonly key: string; readonly runs: readonly RenderedRun[] }
  | {
      readonly kind: 'table';
      readonly key: string;
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly RenderedRow[];
      readonly notes: readonly string[];
    }
  | {
      readonly kind: 'examples';
      readonly key: string;
      readonly items: readonly (ExampleValue & { readonly done: string })[];
    };

export type RenderedSection = {
  readonly key: string;
  readonly heading: string;
  readonly blocks: readonly RenderedBlock[];
};

export const reportWords = {
  none: { zh: '（没有可计算的基数）', en: '(nothing to divide by)' },
  notYet: { zh: '〔待计算〕', en: '[not computed yet]' },
  published: { zh: '（公布数）', en: ' (as published)' },
  lessPublished: { zh: '（与上年公布数相比）', en: ' (against the published value)' },
  place: { zh: '名次', en: 'Place' },
  total: { zh: '合计', en: 'Total' },
  other: { zh: '其他', en: 'Others' },
  unranked: {
    zh: '没有名次的单位：基数不足，只列数，不排名。',
    en: 'Without a place: too few to be ranked by; shown only.',
  },
  truncated: { zh: '只列出前若干行，其余并入“其他”。', en: 'Only the first rows are shown one by one.' },
  notAdding: {
    zh: '各行之和不等于合计：一件可以列在几行，或有件不在所列各行之中。',
    en: 'The rows do not add up to the total: one matter may stand in several, or in none of those shown.',
  },
} as const satisfies Record<string, Text>;

export type Rendering = {
  readonly scope: ReportScope;
  readonly language: Language;
  readonly values: ReportValues;
};

const isPublished = ({ compared }: FieldValue): boolean => compared?.origin === 'published';

/**
 * What a field prints; null: there is nothing to print, for want of a denominator or of a year to compare with. What was
 * only published is marked, and so is a difference from it, unless the marked value stands beside it (`beside`).
 */
export const fieldText = (
  field: FigureField,
  value: FieldValue,
  language: Language,
  beside = false,
): string | null => {
  const mark = isPublished(value);
  switch (field.part) {
    case 'value':
      return value.value === null ? null : inWords(value, value.shows, field.wording, language);
    case 'numerator':
      return countInWords(value.numerator, field.wording, language);
    case 'denominator':
      return value.denominator === null ? null : countInWords(value.denominator, field.wording, language);
    case 'compared':
      if (value.compared?.value == null) return null;
      return `${value.compared.text}${mark ? reportWords.published[language] : ''}`;
    case 'difference': {
      const text = value.compared?.differenceText?.[language] ?? null;
      return text === null || !mark || beside ? text : `${text}${reportWords.lessPublished[language]}`;
    }
    default:
      return field.part satisfies never;
  }
};

/** A stop ends a sentence: 。！？ anywhere, a full stop where a space or nothing follows, so that 3.5 is one number. */
const sentenceEnd = /(?<=[。！？!?])|(?<=\.)(?=\s|$)/u;

const sentencesOf = (runs: readonly Run[]): readonly (readonly Run[])[] => {
  const sentences: Run[][] = [[]];
  const ends = (text: string): boolean => /[。！？!?.]\s*$/u.test(text);
  for (const run of runs) {
    if ('field' in run) {
      sentences.at(-1)?.push(run);
      continue;
    }
    for (const text of run.text.split(sentenceEnd)) {
      if (text === '') continue;
      sentences.at(-1)?.push({ text });
      if (ends(text)) sentences.push([]);
    }
  }
  return sentences;
};

/** Whether last year's value of the same question stands in the sentence. */
const hasCompared = (sentence: readonly Run[], source: string, asOf: string, { scope }: Rendering): boolean =>
  sentence.some(
    (run) => 'field' in run && run.field.part === 'compared' && fieldKey(scope, asOf, run.field) === source,
  );

const renderRun = (
  run: Run,
  sentence: readonly Run[],
  asOf: string,
  how: Rendering,
): RenderedRun | 'omit' => {
  if ('text' in run) return { text: run.text, source: null, field: null, of: 'numerator' };
  const { field } = run;
  const source = fieldKey(how.scope, asOf, field);
  const value = how.values.figures[source];
  const of = field.part === 'denominator' ? 'denominator' : 'numerator';
  const shown = (text: string): RenderedRun => ({ text, source, field: field.key, of });
  if (value === undefined) return shown(reportWords.notYet[how.language]);
  const beside = hasCompared(sentence, source, asOf, how);
  const text = value === null ? null : fieldText(field, value, how.language, beside);
  if (text !== null) return shown(text);
  return field.whenNone === 'omit' ? 'omit' : shown(reportWords.none[how.language]);
};

/** A paragraph as runs. A sentence whose field has nothing to print and says `omit` is left out whole. */
export const renderRuns = (runs: readonly Run[], asOf: string, how: Rendering): readonly RenderedRun[] =>
  sentencesOf(runs).flatMap((sentence) => {
    const rendered = sentence.map((run) => renderRun(run, sentence, asOf, how));
    return rendered.includes('omit') ? [] : rendered.filter((run) => run !== 'omit');
  });

const cellText = (cell: Cell | null, language: Language): string =>
  cell === null ? '—' : `${cell.text}${cell.origin === 'published' ? reportWords.published[language] : ''}`;

/** Whether the rows of every column give its total, above and below the line. */
const addsUp = ({ rows, total }: TableValue): boolean =>
  total.every((whole, at) => {
    const sum = (of: (cell: Cell) => number | null): number =>
      rows.reduce((all, { cells }) => all + (cells[at] == null ? 0 : (of(cells[at]) ?? 0)), 0);
    return (
      whole === null ||
      (sum(({ numerator }) => numerator) === whole.numerator &&
        sum(({ denominator }) => denominator) === (whole.denominator ?? 0))
    );
  });

const renderTable = (table: FigureTable, value: TableValue, language: Language): RenderedBlock => {
  const ranked = table.ranked
    ? rank(value.rows, ({ cells }) => cells[0] ?? null, table.least)
    : value.rows.map((row) => ({ row, place: null }));
  const placeOf = (place: number | null): readonly string[] =>
    table.ranked ? [place === null ? '—' : String(place)] : [];
  const notes = [
    ...(table.ranked && ranked.some(({ place }) => place === null) ? [reportWords.unranked[language]] : []),
    ...(value.truncated ? [reportWords.truncated[language]] : []),
    ...(addsUp(value) ? [] : [reportWords.notAdding[language]]),
  ];
  return {
    kind: 'table',
    key: table.key,
    caption: table.caption,
    head: [
      ...(table.ranked ? [reportWords.place[language]] : []),
      '',
      ...value.columns.map(({ name }) => name[language]),
    ],
    rows: [
      ...ranked.map(({ row, place }) => ({
        key: row.key,
        cells: [...placeOf(place), row.name[language], ...row.cells.map((cell) => cellText(cell, language))],
      })),
      {
        key: null,
        cells: [
          ...(table.ranked ? [''] : []),
          reportWords.total[language],
          ...value.total.map((cell) => cellText(cell, language)),
        ],
      },
    ],
    notes,
  };
};

const renderBlock = (block: Block, asOf: string, how: Rendering): readonly RenderedBlock[] => {
  switch (block.kind) {
    case 'paragraph': {
      const runs = renderRuns(block.runs, asOf, how);
      return runs.every(({ text }) => text.trim() === '')
        ? []
        : [{ kind: 'paragraph', key: block.key, runs }];
    }
    case 'table': {
      const value = how.values.tables[tableKey(how.scope, asOf, block)];
      return value === undefined || value.rows.length === 0 ? [] : [renderTable(block, value, how.language)];
    }
    case 'examples': {
      const items = block.items.flatMap(({ matterId, done }) => {
        const found = how.values.examples[String(matterId)];
        return found === undefined ? [] : [{ ...found, done }];
      });
      return items.length === 0 ? [] : [{ kind: 'examples', key: block.key, items }];
    }
    default:
      return block satisfies never;
  }
};

/** The whole report as it is read. Sections in which nothing stands are left out; numbers are never touched. */
export const renderReport = (content: ReportContent, how: Rendering): readonly RenderedSection[] =>
  content.sections.flatMap(({ key, heading, blocks }) => {
    const rendered = blocks.flatMap((block) => renderBlock(block, content.asOf, how));
    return rendered.length === 0 ? [] : [{ key, heading, blocks: rendered }];
  });

/** A block as plain text, for comparing editions. */
export const plainBlock = (block: RenderedBlock): string => {
  switch (block.kind) {
    case 'paragraph':
      return block.runs.map(({ text }) => text).join('');
    case 'table':
      return [block.caption, ...block.rows.map(({ cells }) => cells.join('　'))].join('\n');
    case 'examples':
      return block.items.map(({ caseNo, title, done }) => `${caseNo} ${title}：${done}`).join('\n');
    default:
      return block satisfies never;
  }
};
