/** Rows behind numbers as a sheet: what the page of the rows shows, in its order. */
import type { CountUnit } from '#core/figures/columns.ts';
import { valueName } from '#core/figures/describe.ts';
import type { WritableCell, WritableSheet } from '../platform/workbook/write-workbook.ts';
import { type BookScene, momentIn, pageLink, say, textIn } from './book-scene.ts';
import type { Question } from './count.views.ts';
import { type FigureRow, listMeant, type Meant } from './rows.views.ts';
import { sightOf } from './set.views.ts';

const batch = 1_000;

/** The first `most` rows, in batches, so that none holds the connection for long. */
export const listRows = async (
  { tx, actor }: BookScene,
  question: Question,
  meant: Meant,
  most: number,
): Promise<readonly FigureRow[]> => {
  const found: FigureRow[] = [];
  const sight = sightOf(actor);
  while (found.length < most) {
    const limit = Math.min(batch, most - found.length);
    const page = { after: found.at(-1)?.key ?? 0, limit };
    const rows = await listMeant(tx, question, meant, page, sight);
    found.push(...rows);
    if (rows.length < limit) break;
  }
  return found;
};

/** What the row is, as of the day that is asked for: whatever of it applies. */
const factsOf = (scene: BookScene, row: FigureRow, unit: CountUnit): string => {
  const named = (dimension: 'role' | 'attitude' | 'outcome', value: string): string =>
    textIn(scene, valueName(dimension, value, scene.names));
  return [
    ...(row.role === null ? [] : [named('role', row.role)]),
    ...(row.round === null ? [] : [say(scene, 'figures.rows.round', { round: row.round })]),
    ...(row.resultClass === null ? [] : [say(scene, 'figures.rows.class', { code: row.resultClass })]),
    ...(row.attitude === null
      ? []
      : [say(scene, 'figures.rows.attitude', { level: named('attitude', row.attitude) })]),
    ...(row.outcome === null
      ? []
      : [say(scene, 'figures.rows.outcome', { level: named('outcome', row.outcome) })]),
    ...(row.weight === 1
      ? []
      : [
          say(scene, 'figures.rows.weight', {
            count: row.weight,
            unit: say(scene, `figures.unit.${unit}`),
          }),
        ]),
  ].join(scene.language === 'zh' ? '；' : '; ');
};

const rowHeader = (scene: BookScene): readonly string[] =>
  (
    [
      'figureExport.caseNo',
      'figureExport.title',
      'figures.rows.unit',
      'figures.rows.state',
      'figures.rows.because',
      'figureExport.since',
      'figureExport.journal',
      'figureExport.later',
    ] as const
  ).map((key) => say(scene, key));

const rowWidths = [14, 46, 20, 32, 26, 20, 18, 10];

const rowCells = (scene: BookScene, row: FigureRow, unit: CountUnit): readonly WritableCell[] => {
  const { matterId, journal } = row;
  const matter = matterId === null ? null : pageLink(scene, `/matters/${matterId}`);
  return [
    { shows: row.caseNo, to: row.caseNo === '' ? null : matter },
    { shows: row.title === '' ? say(scene, 'figures.rows.noTitle') : row.title, to: matter },
    row.unit,
    factsOf(scene, row, unit),
    row.because === null ? null : textIn(scene, row.because),
    row.since === null ? null : momentIn(scene, row.since),
    journal === null
      ? say(scene, 'figures.rows.journal.none')
      : {
          shows: say(scene, 'figures.rows.journal', { n: journal.n }),
          to: matter === null ? null : `${matter}?entry=${journal.n}`,
        },
    row.enteredLater ? say(scene, 'figures.rows.later') : null,
  ];
};

/** The rows of one number. */
export const rowsSheet = (scene: BookScene, rows: readonly FigureRow[], unit: CountUnit): WritableSheet => ({
  name: say(scene, 'figureExport.rows'),
  header: rowHeader(scene),
  widths: rowWidths,
  rows: rows.map((row) => rowCells(scene, row, unit)),
});

/** One number whose rows are listed with those of others. */
export type Listed = {
  readonly name: string;
  readonly question: Question;
  readonly meant: Meant;
  /** How many rows it counts. */
  readonly count: number;
};

/** Of how many rows a number may be to be listed beside others, and how many rows and numbers a sheet takes. */
const listedAtMost = { each: 200, all: 5_000, numbers: 60 } as const;

const chooseListed = (asked: readonly Listed[]): ReadonlySet<Listed> => {
  const chosen = new Set<Listed>();
  let all = 0;
  for (const one of asked) {
    if (one.count === 0 || one.count > listedAtMost.each) continue;
    if (all + one.count > listedAtMost.all || chosen.size >= listedAtMost.numbers) break;
    chosen.add(one);
    all += one.count;
  }
  return chosen;
};

export type ListedSheet = {
  readonly sheet: WritableSheet;
  /** For each number asked for, the row of the sheet at which its rows begin; null: they are not listed. */
  readonly begins: readonly (number | null)[];
  readonly cut: boolean;
};

/** The rows of several numbers on one sheet, one number after the other. */
export const listedSheet = async (scene: BookScene, asked: readonly Listed[]): Promise<ListedSheet> => {
  const chosen = chooseListed(asked);
  const lines: (readonly WritableCell[])[] = [];
  const begins: (number | null)[] = [];
  for (const one of asked) {
    const rows = chosen.has(one) ? await listRows(scene, one.question, one.meant, listedAtMost.each) : [];
    begins.push(rows.length === 0 ? null : lines.length);
    lines.push(...rows.map((row) => [one.name, ...rowCells(scene, row, one.meant.set.unit)]));
  }
  return {
    sheet: {
      name: say(scene, 'figureExport.rows'),
      header: [say(scene, 'figureExport.figure'), ...rowHeader(scene)],
      widths: [30, ...rowWidths],
      rows: lines,
    },
    begins,
    cut: asked.some((one) => one.count > 0 && !chosen.has(one)),
  };
};

/** The cell that says where the rows of a number stand, and leads there. */
export const beginsCell = (
  scene: BookScene,
  { sheet, begins }: ListedSheet,
  at: number,
  sheetNo: number,
): WritableCell => {
  const row = begins[at] ?? null;
  if (row === null) return null;
  const shows = say(scene, 'figureExport.atRow', { sheet: sheet.name, row: row + 2 });
  return { shows, to: { sheet: sheetNo, row } };
};

export const cutLine = (scene: BookScene): readonly [string, string] => [
  say(scene, 'figureExport.cut'),
  say(scene, 'figureExport.cut.numbers', { each: listedAtMost.each, all: listedAtMost.all }),
];
