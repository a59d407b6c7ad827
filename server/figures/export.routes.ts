import * as endpoints from '#contract/figure-exports.ts';
import { besideOf, figureCatalogue } from '#core/figures/catalogue.ts';
import type { Dimension } from '#core/figures/columns.ts';
import { dimensionsFor, isForUnits } from '#core/figures/figure.ts';
import type { Ruleset } from '#core/ruleset.ts';
import type { HouseOf } from '../case/house.ts';
import { no } from '../platform/answer.ts';
import { type Route, route } from '../platform/route.ts';
import type { BookScene, WriteSheets } from './book-scene.ts';
import type { Question } from './count.views.ts';
import { type CrossBook, exportCrossTable } from './export-cross-table.ts';
import { exportRows } from './export-rows.ts';
import { exportValues } from './export-values.ts';
import type { FactMemory } from './memory/fact-memory.ts';
import { readNames } from './names.views.ts';
import { chooseFigures, readQuestion } from './question.ts';
import { countMeant, meantOf } from './rows.views.ts';
import { viewCrossTable } from './view-cross-table.ts';
import { viewValues } from './view-values.ts';

export type FigureBooks = { readonly publicUrl: string | null; readonly workbook: WriteSheets };

type Scene = Pick<BookScene, 'tx' | 'actor' | 'at' | 'language'>;

const bookScene = async (
  { tx, actor, at, language }: Scene,
  ruleset: Ruleset,
  { publicUrl }: FigureBooks,
): Promise<BookScene> => {
  const names = await readNames(tx, actor.jurisdictionId, ruleset);
  return { tx, actor, at, language, names, publicUrl };
};

/** Every figure in every variant that can be narrowed and compared so, and that this person may ask for. */
const allNames = (
  ruleset: Ruleset,
  { filters, reach }: Question,
  by: readonly Dimension[],
): readonly string[] =>
  figureCatalogue(ruleset).flatMap(({ id, variants }) =>
    variants
      .filter((one) => {
        const has = dimensionsFor(one);
        const narrowed = [...(Object.keys(filters) as Dimension[]), ...by];
        return (reach.kind !== 'units' || isForUnits(one)) && narrowed.every((each) => has.includes(each));
      })
      .map((one) => `${id}.${one.id}`),
  );

const values = (houseOf: HouseOf, books: FigureBooks, memory: FactMemory): Route =>
  route(endpoints.exportFigureValues, async ({ tx, actor, at, language, query }) => {
    const question = readQuestion(actor, at, query, memory);
    if (question === null) return no('not-found');
    const { ruleset } = await houseOf(tx, actor.jurisdictionId);
    const by = query.compareYear === undefined ? [] : (['year'] as const);
    const names = query.figures?.split(',') ?? allNames(ruleset, question, by);
    const picked = chooseFigures(ruleset, names, question, by);
    if (!picked.ok) return picked;
    const scene = await bookScene({ tx, actor, at, language }, ruleset, books);
    const asked = { ...query, figures: '' };
    const found = await viewValues(tx, question, asked, at, picked.chosen, scene.names);
    return exportValues(scene, question, picked.chosen, found, books.workbook);
  });

const crossTable = (houseOf: HouseOf, books: FigureBooks, memory: FactMemory): Route =>
  route(endpoints.exportFigureCrossTable, async ({ tx, actor, at, language, query }) => {
    const question = readQuestion(actor, at, query, memory);
    if (question === null) return no('not-found');
    const { ruleset } = await houseOf(tx, actor.jurisdictionId);
    const { rows, columns } = query;
    const picked = chooseFigures(ruleset, [query.figure], question, [
      rows,
      ...(columns === undefined ? [] : [columns]),
    ]);
    if (!picked.ok) return picked;
    const [chosen] = picked.chosen;
    if (chosen === undefined) return no('not-found');
    const scene = await bookScene({ tx, actor, at, language }, ruleset, books);
    const beside = besideOf(figureCatalogue(ruleset), chosen).filter((one) => {
      const has = dimensionsFor(one.variant);
      return [rows, ...(columns === undefined ? [] : [columns])].every((each) => has.includes(each));
    });
    const tables: CrossBook[] = [];
    for (const one of [chosen, ...beside])
      tables.push({
        chosen: one,
        question,
        rows,
        columns,
        table: await viewCrossTable(tx, question, query, one, scene.names),
      });
    return exportCrossTable(scene, tables, books.workbook);
  });

const rows = (houseOf: HouseOf, books: FigureBooks, memory: FactMemory): Route =>
  route(endpoints.exportFigureRows, async ({ tx, actor, at, language, query }) => {
    const question = readQuestion(actor, at, query, memory);
    if (question === null) return no('not-found');
    const { ruleset } = await houseOf(tx, actor.jurisdictionId);
    const picked = chooseFigures(ruleset, [query.figure], question);
    if (!picked.ok) return picked;
    const [chosen] = picked.chosen;
    if (chosen === undefined) return no('not-found');
    const meant = meantOf(chosen.variant, query.of);
    if (meant === null) return no('field-invalid', { field: 'of' }, 'of');
    const scene = await bookScene({ tx, actor, at, language }, ruleset, books);
    const found = await viewValues(tx, question, { figures: '' }, at, [chosen], scene.names);
    const total = await countMeant(tx, question, meant);
    const [value] = found.items;
    return exportRows(scene, { chosen, question, of: query.of, meant, total, value }, books.workbook);
  });

/** The figures as workbooks. */
export const figureExportRoutes = (
  houseOf: HouseOf,
  books: FigureBooks,
  memory: FactMemory,
): readonly Route[] => [
  values(houseOf, books, memory),
  crossTable(houseOf, books, memory),
  rows(houseOf, books, memory),
];
