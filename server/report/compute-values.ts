/** The numbers of a report, asked of the figures: each question once, questions that are alike together. */
import type { ResponseOf } from '#contract/endpoint.ts';
import type { figureCrossTable, figureValues } from '#contract/figures.ts';
import { findFigure } from '#core/figures/catalogue.ts';
import type { Figure } from '#core/figures/figure.ts';
import { isAskable } from '#core/report/decide.ts';
import {
  filtersIn,
  hasMoved,
  type Question,
  questionKey,
  questionOf,
  tableHasMoved,
  tableKey,
} from '#core/report/question.ts';
import {
  type Cell,
  examplesOf,
  type FieldValue,
  fieldsOf,
  type FigureTable,
  type ReportContent,
  type ReportScope,
  type ReportValues,
  type TableValue,
  tablesOf,
} from '#core/report/report.ts';
import type { Text } from '#core/words.ts';
import type { FigureReader, ReportScene } from './figure-reader.ts';
import { findExamples } from './report.views.ts';

export type ReportAsk = {
  readonly scene: ReportScene;
  readonly reader: FigureReader;
  readonly scope: ReportScope;
  readonly figures: readonly Figure[];
  /** Whether all facts are computed (see FigureReader). */
  readonly ready: boolean;
};

type Value = ResponseOf<typeof figureValues>['items'][number];
type Table = ResponseOf<typeof figureCrossTable>;

const nameOf = (figures: readonly Figure[], name: string): Text => {
  const chosen = findFigure(figures, name);
  if (chosen === null) return { zh: name, en: name };
  const { figure, variant } = chosen;
  return figure.variants[0] === variant
    ? figure.name
    : { zh: `${figure.name.zh}（${variant.name.zh}）`, en: `${figure.name.en} (${variant.name.en})` };
};

/** What was printed of a year is of the whole of it: with an earlier day of that year it is not compared. */
const isComparable = (
  compared: NonNullable<Value['compared']>,
  { compareYear, compareAsOf }: Question,
): boolean => compared.origin === 'counted' || (compareAsOf ?? '') >= `${compareYear}-12-31`;

const fieldValueOf = (figures: readonly Figure[], question: Question, value: Value): FieldValue => {
  const { numerator, denominator, text, unit, origin, asOf, explanation, compared } = value;
  const name = question.figure;
  return {
    numerator,
    denominator,
    value: value.value,
    text,
    unit,
    origin,
    asOf,
    explanation,
    name: nameOf(figures, name),
    shows: findFigure(figures, name)?.figure.shows ?? 'count',
    compared:
      compared === null || !isComparable(compared, question)
        ? null
        : {
            value: compared.value,
            text: compared.text,
            year: compared.year,
            difference: compared.difference,
            differenceText: compared.differenceText,
            ...(compared.origin === 'published' ? { origin: compared.origin, source: compared.source } : {}),
          },
  };
};

/** Questions that differ only in the figure are one. */
const together = (questions: readonly Question[]): readonly (readonly Question[])[] => [
  ...Map.groupBy(questions, (one) => questionKey({ ...one, figure: '' })).values(),
];

const askFigures = async (
  { scene, reader, scope, figures }: ReportAsk,
  questions: readonly Question[],
): Promise<ReportValues['figures']> => {
  const unique = [...new Map(questions.map((one) => [questionKey(one), one])).values()];
  const askable = unique.filter(({ figure, filters }) => isAskable(figures, scope, figure, filters));
  const found: Record<string, FieldValue | null> = Object.fromEntries(
    unique.map((one) => [questionKey(one), null]),
  );
  const groups = together(askable);
  const asked = groups.flatMap((group) =>
    group.slice(0, 1).map((first) => ({ ...first, figures: group.map(({ figure }) => figure) })),
  );
  const values = await reader.values(scene, asked);
  for (const [index, group] of groups.entries())
    group.forEach((question, at) => {
      const value = values[index]?.[at];
      if (value !== undefined) found[questionKey(question)] = fieldValueOf(figures, question, value);
    });
  return found;
};

const cellOf = ({ numerator, denominator, value, text, origin }: Cell): Cell => ({
  numerator,
  denominator,
  value,
  text,
  ...(origin === 'published' ? { origin } : {}),
});

/** Most rows of a table on paper; the largest stay. */
const mostRows = 60;

const joined = (asked: FigureTable, figures: readonly Figure[], tables: readonly Table[]): TableValue => {
  const names = new Map(tables.flatMap(({ rows }) => rows.map(({ key, name }) => [key, name] as const)));
  const cells = tables.map(({ rowTotals }) => new Map(rowTotals.map((one) => [one.row, one])));
  const rows = [...names].map(([key, name]) => ({
    key,
    name,
    cells: cells.map((column) => {
      const found = column.get(key);
      return found === undefined ? null : cellOf(found);
    }),
  }));
  const size = (row: (typeof rows)[number]): number =>
    row.cells[0]?.denominator ?? row.cells[0]?.numerator ?? 0;
  const kept = new Set(rows.toSorted((a, b) => size(b) - size(a)).slice(0, mostRows));
  return {
    asOf: tables[0]?.asOf ?? '',
    columns: asked.figures.map((figure, at) => ({
      figure,
      name: nameOf(figures, figure),
      explanation: tables[at]?.explanation ?? { zh: '', en: '' },
    })),
    rows: rows.filter((row) => kept.has(row)),
    total: tables.map(({ total }) => cellOf(total)),
    truncated: rows.length > kept.size || tables.some((one) => one.truncated),
  };
};

const askTable = async (
  { scene, reader, scope, figures }: ReportAsk,
  asOf: string,
  table: FigureTable,
): Promise<TableValue | null> => {
  const filters = filtersIn(scope, table.filters);
  const narrowed = { ...filters, [table.rows]: 'any' };
  if (table.figures.some((figure) => !isAskable(figures, scope, figure, narrowed))) return null;
  const tables = await Promise.all(
    table.figures.map((figure) => reader.table(scene, { figure, rows: table.rows, filters, asOf })),
  );
  return joined(table, figures, tables);
};

const askTables = async (
  asking: ReportAsk,
  asOf: string,
  tables: readonly FigureTable[],
): Promise<ReportValues['tables']> => {
  const found: Record<string, TableValue> = {};
  for (const table of tables) {
    const key = tableKey(asking.scope, asOf, table);
    const value = found[key] === undefined ? await askTable(asking, asOf, table) : null;
    if (value !== null) found[key] = value;
  }
  return found;
};

/**
 * The numbers that a text needs: those that it was written on stay as they were, the others are asked for now. `kept`
 * empty: all are. What the text no longer asks for is left out.
 */
export const computeValues = async (
  asking: ReportAsk,
  content: ReportContent,
  kept: ReportValues,
): Promise<ReportValues> => {
  const { scope, scene } = asking;
  const questions = fieldsOf(content).map((field) => questionOf(scope, content.asOf, field));
  const keys = new Set(questions.map(questionKey));
  const tables = tablesOf(content);
  const tableKeys = new Set(tables.map((table) => tableKey(scope, content.asOf, table)));
  const staying = <V>(values: Readonly<Record<string, V>>, wanted: ReadonlySet<string>) =>
    Object.fromEntries(Object.entries(values).filter(([key]) => wanted.has(key)));
  const figures = staying(kept.figures, keys);
  const oldTables = staying(kept.tables, tableKeys);
  const ids = [...new Set(examplesOf(content).map(({ matterId }) => matterId))];
  const examples = await findExamples(scene.tx, scene.actor.jurisdictionId, scope, ids);
  return {
    figures: {
      ...figures,
      ...(await askFigures(
        asking,
        questions.filter((one) => figures[questionKey(one)] === undefined),
      )),
    },
    tables: {
      ...oldTables,
      ...(await askTables(
        asking,
        content.asOf,
        tables.filter((table) => oldTables[tableKey(scope, content.asOf, table)] === undefined),
      )),
    },
    examples: Object.fromEntries(examples.map((one) => [String(one.matterId), one])),
  };
};

/** The questions whose numbers are not what they were when the text was written on them. */
export const movedBetween = (
  kept: ReportValues,
  now: ReportValues,
): { readonly figures: readonly string[]; readonly tables: readonly string[] } => ({
  figures: Object.keys(now.figures).filter((key) => {
    const before = kept.figures[key];
    const value = now.figures[key];
    return before !== undefined && value !== undefined && hasMoved(before, value);
  }),
  tables: Object.keys(now.tables).filter((key) => {
    const before = kept.tables[key];
    const value = now.tables[key];
    return before !== undefined && value !== undefined && tableHasMoved(before, value);
  }),
});
