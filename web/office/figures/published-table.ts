/** Reads a table of published totals as it is pasted from a spreadsheet, or as a CSV file has it. */
import type { BodyGiven } from '#contract/endpoint.ts';
import { dimension } from '#contract/figure-shapes.ts';
import { totalColumns } from '#contract/published-workbook.ts';
import type { importPublishedTotals } from '#contract/figures.ts';
import type { Definition } from './figure-texts.ts';
import type { Dimension } from './figures-view.ts';

export type Total = BodyGiven<typeof importPublishedTotals>['rows'][number];

export type TotalColumn = (typeof totalColumns)[number];

export type TableProblem = {
  /** Of the table, counted from 1 with the heading; null: the heading itself. */
  readonly row: number | null;
  /** The letters of the column, as a spreadsheet has them; null: the whole row. */
  readonly column: string | null;
  readonly code: 'noColumn' | 'noFigure' | 'noVariant' | 'noOrgan' | 'year' | 'number' | 'part' | 'noSource';
  /** What stands there, or the key of the column that is missing. */
  readonly value: string;
};

type Named = { readonly zh: string; readonly en: string };
export type Known = {
  readonly figures: readonly Definition[];
  readonly organs: readonly { readonly id: number; readonly name: string }[];
  readonly dimensions: readonly { readonly id: Dimension; readonly name: Named }[];
  /** What the columns are called; either language is understood. */
  readonly headings: Readonly<Record<TotalColumn, Named>>;
};

/** Cells between tabs (a spreadsheet's clipboard) or commas; quotation marks keep what would part them. */
export const splitTable = (text: string): readonly (readonly string[])[] => {
  const by = (text.split(/\r?\n/, 1)[0] ?? '').includes('\t') ? '\t' : ',';
  const lines: string[][] = [];
  let line: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    line.push(cell.trim());
    cell = '';
  };
  const endLine = (): void => {
    endCell();
    if (line.some((one) => one !== '')) lines.push(line);
    line = [];
  };
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  for (let at = 0; at < plain.length; at += 1) {
    const mark = plain.charAt(at);
    if (quoted) {
      if (mark !== '"') cell += mark;
      else if (plain.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (mark === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (mark === by) endCell();
    else if (mark === '\n') endLine();
    else cell += mark;
  }
  endLine();
  return lines;
};

const isCalled = ({ zh, en }: Named, said: string): boolean =>
  zh === said || en.toLowerCase() === said.toLowerCase();

/** A count as it is printed: 1,103 and １１０３ are 1103; a share may carry its sign. */
const plainNumber = (text: string): string =>
  text.normalize('NFKC').replaceAll(/[,\s]/g, '').replace(/%$/, '');

type Cells = Readonly<Record<TotalColumn, string>>;
type Say = (code: TableProblem['code'], value: string, column: TotalColumn) => void;

const readCount = (text: string, column: TotalColumn, say: Say): number | null => {
  if (text === '') return null;
  const number = plainNumber(text);
  if (/^\d{1,9}$/.test(number)) return Number(number);
  say('number', text, column);
  return null;
};

const readValue = (text: string, column: TotalColumn, say: Say): string | null => {
  if (text === '') return null;
  const number = plainNumber(text);
  if (/^\d{1,12}(\.\d{1,4})?$/.test(number)) return number;
  say('number', text, column);
  return null;
};

const readParts = (text: string, { dimensions }: Known, say: Say): Total['filters'] => {
  const filters: Partial<Record<Dimension, string>> = {};
  for (const piece of text.split(/[;；]/).filter((one) => one.trim() !== '')) {
    const [said = '', value = ''] = piece.split(/[=＝]/).map((one) => one.trim());
    const found =
      dimensions.find(({ id, name }) => id === said || isCalled(name, said))?.id ??
      dimension.options.find((one) => one === said);
    if (found === undefined || value === '') say('part', piece.trim(), 'part');
    else filters[found] = value;
  }
  return filters;
};

const readRow = (cells: Cells, known: Known, say: Say): Total => {
  const figure = known.figures.find(({ id, name }) => id === cells.figure || isCalled(name, cells.figure));
  const variant =
    cells.variant === ''
      ? figure?.variants[0]
      : figure?.variants.find(({ id, name }) => id === cells.variant || isCalled(name, cells.variant));
  const organ = known.organs.find(({ id, name }) => String(id) === cells.organ || name === cells.organ);
  const year = plainNumber(cells.year).replace(/年度?$/, '');
  if (figure === undefined) say('noFigure', cells.figure, 'figure');
  else if (variant === undefined) say('noVariant', cells.variant, 'variant');
  if (cells.organ !== '' && organ === undefined) say('noOrgan', cells.organ, 'organ');
  if (!/^(19|20|21)\d{2}$/.test(year)) say('year', cells.year, 'year');
  if (cells.source === '') say('noSource', '', 'source');
  return {
    figure: figure?.id ?? '',
    variant: variant?.id ?? '',
    year: Number(year),
    organId: organ?.id ?? null,
    filters: readParts(cells.part, known, say),
    numerator: readCount(cells.numerator, 'numerator', say),
    denominator: readCount(cells.denominator, 'denominator', say),
    value: readValue(cells.value, 'value', say),
    source: cells.source,
  };
};

const needed: readonly TotalColumn[] = ['figure', 'year', 'source'];

/** One line of a table, with the number under which people find it. */
export type TableLine = { readonly row: number; readonly cells: readonly string[] };

/** The lines of a pasted table or a CSV file. */
export const linesOf = (text: string): readonly TableLine[] =>
  splitTable(text).map((cells, index) => ({ row: index + 1, cells }));

const letters = (column: number): string | null => (column < 0 ? null : String.fromCharCode(65 + column));

/** The rows of the table with where they stand, and what must be mended before they can be sent. Rows keep their order. */
export const readTotals = (
  [head, ...lines]: readonly TableLine[],
  known: Known,
): {
  readonly rows: readonly Total[];
  readonly places: readonly number[];
  readonly problems: readonly TableProblem[];
} => {
  const at = (column: TotalColumn): number =>
    (head?.cells ?? []).findIndex((said) => said === column || isCalled(known.headings[column], said));
  const missing = needed.filter((column) => at(column) < 0);
  if (missing.length > 0)
    return {
      rows: [],
      places: [],
      problems: missing.map((column) => ({ row: null, column: null, code: 'noColumn', value: column })),
    };
  const problems: TableProblem[] = [];
  const rows = lines.map(({ row, cells: line }) => {
    const cells = Object.fromEntries(totalColumns.map((column) => [column, line[at(column)] ?? ''])) as Cells;
    return readRow(cells, known, (code, value, column) =>
      problems.push({ row, column: letters(at(column)), code, value }),
    );
  });
  return { rows, places: lines.map(({ row }) => row), problems };
};
