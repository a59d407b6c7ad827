/** Cross-tables as a workbook: cells with what they were divided from, totals, what does not add up, and the rows. */
import type { ResponseOf } from '#contract/endpoint.ts';
import type { figureCrossTable } from '#contract/figures.ts';
import type { Chosen } from '#core/figures/catalogue.ts';
import { type Dimension, dimensionNames } from '#core/figures/columns.ts';
import { figureCell } from '../platform/workbook/figure-cell.ts';
import type { WritableCell, WritableSheet } from '../platform/workbook/write-workbook.ts';
import { listRows, rowsSheet } from './book-rows.ts';
import {
  aboutSheet,
  bookAnswer,
  type BookScene,
  momentIn,
  rowsLink,
  say,
  textIn,
  type WriteSheets,
} from './book-scene.ts';
import type { Question } from './count.views.ts';

type Table = ResponseOf<typeof figureCrossTable>;
type Cell = Table['total'];
type Heading = Table['rows'][number];

export type CrossBook = {
  readonly chosen: Chosen;
  readonly question: Question;
  readonly rows: Dimension;
  readonly columns: Dimension | undefined;
  readonly table: Table;
};

/** Values that stand together because there are too many: no filter says which they are. */
const others = 'other';

/** Most rows of a table that are listed one by one. */
const mostRows = 2_000;

const nameOf = (scene: BookScene, { figure, variant }: Chosen): string =>
  figure.variants.length < 2
    ? textIn(scene, figure.name)
    : `${textIn(scene, figure.name)} · ${textIn(scene, variant.name)}`;

type Place = { readonly row: string | null; readonly column: string | null };

const cellLink = (
  scene: BookScene,
  book: CrossBook,
  cell: Cell,
  { row, column }: Place,
  of: 'numerator' | 'denominator',
) => {
  if (cell.derived || cell.origin === 'published' || row === others || column === others) return null;
  const { chosen, question, rows, columns } = book;
  const filters = {
    ...question.filters,
    ...(row === null ? {} : { [rows]: [row] }),
    ...(column === null || columns === undefined ? {} : { [columns]: [column] }),
  };
  return rowsLink(scene, { ...question, filters }, `${chosen.figure.id}.${chosen.variant.id}`, of);
};

const cellsOf = (
  scene: BookScene,
  book: CrossBook,
  cell: Cell | undefined,
  place: Place,
): readonly WritableCell[] => {
  const { figure } = book.chosen;
  const share = figure.shows !== 'count';
  // Nothing is counted there: an empty cell, not 0.
  if (cell === undefined) return share ? [null, null, null] : [null];
  const link = (of: 'numerator' | 'denominator') => cellLink(scene, book, cell, place, of);
  const value: WritableCell = { shows: figureCell(cell.value, figure.shows), to: link('numerator') };
  if (!share) return [value];
  return [
    value,
    { shows: cell.numerator, to: link('numerator') },
    { shows: cell.denominator, to: link('denominator') },
  ];
};

/** Which cells of a line were derived, and which were only printed. */
const noteOf = (scene: BookScene, cells: readonly (readonly [string, Cell | undefined])[]): string | null => {
  const named = (has: (cell: Cell) => boolean): string =>
    cells
      .flatMap(([name, cell]) => (cell !== undefined && has(cell) ? [name] : []))
      .join(scene.language === 'zh' ? '、' : ', ');
  const derived = named((cell) => cell.derived);
  const published = named((cell) => cell.origin === 'published' && !cell.derived);
  const parts = [
    ...(published === '' ? [] : [say(scene, 'figureExport.note.published', { names: published })]),
    ...(derived === '' ? [] : [say(scene, 'figureExport.note.derived', { names: derived })]),
  ];
  return parts.length === 0 ? null : parts.join('\n');
};

type Side = { readonly key: string | null; readonly name: string };

/** One table as a sheet: of a share, each column is the value and what was divided by what. */
const tableSheet = (scene: BookScene, book: CrossBook): WritableSheet => {
  const { table, chosen, rows } = book;
  const share = chosen.figure.shows !== 'count';
  const total = say(scene, 'figures.cross.total');
  const sides = (list: readonly Heading[]): readonly Side[] => [
    ...list.map(({ key, name }) => ({ key, name: textIn(scene, name) })),
    { key: null, name: total },
  ];
  const columns = sides(table.columns);
  const at = new Map(table.cells.map((cell) => [JSON.stringify([cell.row, cell.column]), cell]));
  const ofRow = new Map(table.rowTotals.map((cell) => [cell.row, cell]));
  const ofColumn = new Map(table.columnTotals.map((cell) => [cell.column, cell]));
  const find = ({ row, column }: Place): Cell | undefined => {
    if (row === null) return column === null ? table.total : ofColumn.get(column);
    return column === null ? ofRow.get(row) : at.get(JSON.stringify([row, column]));
  };
  const lines = sides(table.rows).map((row) => {
    const cells = columns.map((column) => ({ row: row.key, column: column.key }));
    const note = noteOf(
      scene,
      cells.map((place, index) => [columns[index]?.name ?? '', find(place)] as const),
    );
    return [row.name, ...cells.flatMap((place) => cellsOf(scene, book, find(place), place)), note];
  });
  const head = columns.flatMap(({ name }) =>
    share
      ? [
          name,
          say(scene, 'figures.cross.numerator', { name }),
          say(scene, 'figures.cross.denominator', { name }),
        ]
      : [name],
  );
  return {
    name: nameOf(scene, chosen),
    header: [textIn(scene, dimensionNames[rows]), ...head, say(scene, 'figureExport.note')],
    widths: [26, ...head.map(() => 12), 30],
    rows: lines,
  };
};

/** Where parts do not give their total; none: no sheet. */
const mismatchSheet = (scene: BookScene, books: readonly CrossBook[]): readonly WritableSheet[] => {
  const lines = books.flatMap(({ chosen, table }) =>
    table.mismatches.map((one): readonly WritableCell[] => {
      const found = [...table.rows, ...table.columns].find(({ key }) => key === one.key);
      const name = found === undefined ? '' : textIn(scene, found.name);
      return [
        nameOf(scene, chosen),
        say(scene, `figures.cross.mismatch.${one.of}`, { name }),
        say(scene, `figures.cross.part.${one.part}`),
        one.sum,
        one.total,
        one.difference,
      ];
    }),
  );
  if (lines.length === 0) return [];
  const header = (
    [
      'figureExport.figure',
      'figureExport.where',
      'figureExport.part',
      'figureExport.sum',
      'figureExport.total',
      'figureExport.difference',
    ] as const
  ).map((key) => say(scene, key));
  return [
    { name: say(scene, 'figureExport.mismatches'), header, widths: [30, 30, 10, 12, 12, 10], rows: lines },
  ];
};

/** The table that was asked for, those that belong beside it, and the rows that the first counts. */
export const exportCrossTable = async (scene: BookScene, books: readonly CrossBook[], write: WriteSheets) => {
  const [main] = books;
  if (main === undefined) throw new Error('A workbook of no table');
  const { numerator } = main.chosen.variant;
  const rows = await listRows(scene, main.question, { set: numerator, without: null }, mostRows);
  const counted = numerator.counting === 'rows' ? main.table.total.numerator : rows.length;
  const cut = rows.length === mostRows && counted > mostRows;
  const about = aboutSheet(scene, [
    [say(scene, 'figureExport.asOf'), momentIn(scene, main.table.asOf)],
    ...books.map(({ chosen, table }) => [nameOf(scene, chosen), textIn(scene, table.explanation)] as const),
    ...(books.some(({ table }) => table.truncated)
      ? [[say(scene, 'figureExport.cut'), say(scene, 'figures.cross.truncated')] as const]
      : []),
    [
      say(scene, 'figureExport.rows'),
      cut
        ? say(scene, 'figureExport.cut.rows', { total: counted, shown: rows.length })
        : say(scene, 'figureExport.allRows', { total: rows.length }),
    ],
  ]);
  const sheets = [
    ...books.map((book) => tableSheet(scene, book)),
    ...mismatchSheet(scene, books),
    rowsSheet(scene, rows, numerator.unit),
    about,
  ];
  return bookAnswer(scene, nameOf(scene, main.chosen), sheets, write);
};
