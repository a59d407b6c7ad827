/** A report as a workbook: each of its numbers with what it is made of, its tables, and the rows behind them. */
import { figureExportMessages } from '#contract/messages/figure-export.ts';
import { figurePageMessages } from '#contract/messages/figure-pages.ts';
import { fill } from '#contract/messages/message.ts';
import { findFigure } from '#core/figures/catalogue.ts';
import type { Figure } from '#core/figures/figure.ts';
import { rowsPath } from '#core/figures/rows-path.ts';
import { fieldKey, questionOf, tableKey } from '#core/report/question.ts';
import { fieldText, reportWords } from '#core/report/render.ts';
import type { Cell, FieldValue, FigureField, FigureTable, TableValue } from '#core/report/report.ts';
import { figureCell } from '../platform/workbook/figure-cell.ts';
import type { WritableCell, WritableSheet } from '../platform/workbook/write-workbook.ts';
import type { FigureReader, ListedRows, ReportScene } from './figure-reader.ts';
import type { Printed } from './report-paper.ts';

const words = { ...figurePageMessages, ...figureExportMessages };

type Say = (key: keyof typeof words, params?: Readonly<Record<string, string | number>>) => string;

type Book = Printed & { readonly figures: readonly Figure[]; readonly say: Say };

/** A number of the text, where it stands and what it asks. */
type Numbered = {
  readonly section: string;
  readonly field: FigureField;
  readonly value: FieldValue | null | undefined;
};

const numbersOf = ({ scope, content, values }: Book): readonly Numbered[] =>
  content.sections.flatMap(({ heading, blocks }) =>
    blocks.flatMap((block) =>
      block.kind !== 'paragraph'
        ? []
        : block.runs.flatMap((run): Numbered[] => {
            if (!('field' in run)) return [];
            const { field } = run;
            return [{ section: heading, field, value: values.figures[fieldKey(scope, content.asOf, field)] }];
          }),
    ),
  );

const linkOf = (
  { scope, content, publicUrl }: Book,
  asked: Pick<FigureField, 'figure' | 'filters'>,
  of: 'numerator' | 'denominator' = 'numerator',
): string | null => {
  const question = questionOf(scope, content.asOf, { ...asked, decimals: null });
  return publicUrl === null ? null : `${publicUrl}${rowsPath(question, of)}`;
};

const printedText = ({ language }: Book, { field, value }: Numbered): string => {
  if (value === undefined) return reportWords.notYet[language];
  const text = value === null ? null : fieldText(field, value, language);
  return text ?? reportWords.none[language];
};

const numberColumns = [
  ['figureExport.section', 20],
  ['figureExport.name', 30],
  ['figureExport.printed', 16],
  ['figureExport.value', 12],
  ['figureExport.unit', 16],
  ['figureExport.numerator', 10],
  ['figureExport.denominator', 10],
  ['figureExport.comparedWith', 12],
  ['figureExport.compared', 12],
  ['figureExport.difference', 20],
  ['figureExport.origin', 14],
  ['figureExport.toRows', 20],
  ['figureExport.asOf', 12],
  ['figureExport.explanation', 80],
] as const;

const comparedWith = (
  { say, language }: Book,
  { year, origin, source }: NonNullable<FieldValue['compared']>,
): string =>
  [
    ...(year === null ? [] : [String(year)]),
    ...(origin === 'published' ? [say('figureExport.origin.published'), source ?? ''] : []),
  ]
    .filter((part) => part !== '')
    .join(language === 'zh' ? '；' : '; ');

const numberCells = (book: Book, one: Numbered, toRows: WritableCell): readonly WritableCell[] => {
  const { say, language, content } = book;
  const { section, field, value } = one;
  const first = [section, value == null ? field.figure : value.name[language], printedText(book, one)];
  if (value == null) return [...first, ...numberColumns.slice(first.length).map(() => null)];
  const counted = value.origin === 'counted';
  const link = (of: 'numerator' | 'denominator') => (counted ? linkOf(book, field, of) : null);
  const { compared } = value;
  return [
    ...first,
    { shows: figureCell(value.value, value.shows), to: link('numerator') },
    say(`figures.unit.${value.unit}`),
    { shows: value.numerator, to: link('numerator') },
    value.denominator === null ? null : { shows: value.denominator, to: link('denominator') },
    compared === null ? null : comparedWith(book, compared),
    compared === null ? null : figureCell(compared.value, value.shows),
    compared?.differenceText?.[language] ?? null,
    say(`figureExport.origin.${value.origin}`),
    toRows,
    { date: content.asOf },
    value.explanation[language],
  ];
};

const tableSheet = (book: Book, table: FigureTable, value: TableValue): WritableSheet => {
  const { say, language, figures } = book;
  const showsOf = (name: string) => findFigure(figures, name)?.figure.shows ?? 'count';
  const cells = (cell: Cell | null, at: number, key: string | null): readonly WritableCell[] => {
    const figure = table.figures[at] ?? '';
    const shows = showsOf(figure);
    if (cell === null) return shows === 'count' ? [null] : [null, null, null];
    const filters = key === null ? table.filters : { ...table.filters, [table.rows]: key };
    const link = (of: 'numerator' | 'denominator') =>
      key === 'other' ? null : linkOf(book, { figure, filters }, of);
    const shown: WritableCell = { shows: figureCell(cell.value, shows), to: link('numerator') };
    return shows === 'count'
      ? [shown]
      : [
          shown,
          { shows: cell.numerator, to: link('numerator') },
          { shows: cell.denominator, to: link('denominator') },
        ];
  };
  const head = value.columns.flatMap(({ figure, name: { [language]: name } }) =>
    showsOf(figure) === 'count'
      ? [name]
      : [name, say('figures.cross.numerator', { name }), say('figures.cross.denominator', { name })],
  );
  return {
    name: table.caption,
    header: [say('figureExport.name'), ...head],
    widths: [26, ...head.map(() => 14)],
    rows: [
      ...value.rows.map((row) => [
        row.name[language],
        ...row.cells.flatMap((cell, at) => cells(cell, at, row.key)),
      ]),
      [say('figures.cross.total'), ...value.total.flatMap((cell, at) => cells(cell, at, null))],
    ],
  };
};

const tableSheets = (book: Book): readonly WritableSheet[] =>
  book.content.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind !== 'table') return [];
      const value = book.values.tables[tableKey(book.scope, book.content.asOf, block)];
      return value === undefined ? [] : [tableSheet(book, block, value)];
    }),
  );

const aboutSheet = ({ say, content, publicUrl, keeper }: Book, listed: ListedRows): WritableSheet => ({
  name: say('figureExport.about'),
  header: [say('figureExport.item'), say('figureExport.content')],
  widths: [16, 90],
  rows: [
    [say('figureExport.title'), content.title],
    [say('figureExport.madeBy'), keeper],
    [say('figureExport.asOf'), { date: content.asOf }],
    [say('figureExport.rows'), say('figureExport.report.rows')],
    ...(listed.cut === null ? [] : [[say('figureExport.cut'), listed.cut]]),
    [
      say('figureExport.links'),
      say(publicUrl === null ? 'figureExport.links.none' : 'figureExport.links.says'),
    ],
  ],
});

/** The sheets of one edition. Numbers are those that its text prints; rows are those that its reader may see now. */
export const reportWorkbook = async (
  reader: FigureReader,
  scene: ReportScene,
  printed: Printed & { readonly figures: readonly Figure[] },
): Promise<readonly WritableSheet[]> => {
  const say: Say = (key, params = {}) => fill(words[key], printed.language, params);
  const book: Book = { ...printed, say };
  const { scope, content, language, publicUrl } = printed;
  const numbers = numbersOf(book);
  const listed = await reader.rows(
    scene,
    numbers.map(({ field, value }) => ({
      ...questionOf(scope, content.asOf, field),
      name: value?.name[language] ?? field.figure,
      count: value?.origin === 'counted' ? value.numerator : 0,
    })),
    { language, publicUrl },
  );
  const tables = tableSheets(book);
  const first: WritableSheet = {
    name: say('figureExport.values'),
    header: numberColumns.map(([key]) => say(key)),
    widths: numberColumns.map(([, width]) => width),
    rows: numbers.map((one, at) => numberCells(book, one, listed.cellAt(at, 1 + tables.length))),
  };
  return [first, ...tables, listed.sheet, aboutSheet(book, listed)];
};
