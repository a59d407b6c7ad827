import * as endpoints from '#contract/figures.ts';
import * as signatures from '#contract/figure-signatures.ts';
import * as published from '#contract/published-workbook.ts';
import { figureCatalogue } from '#core/figures/catalogue.ts';
import { dimensionNames, dimensions } from '#core/figures/columns.ts';
import { sentenceOf } from '#core/figures/describe.ts';
import type { AnySet } from '#core/figures/expression.ts';
import { dimensionsFor, isForUnits, unitOf } from '#core/figures/figure.ts';
import type { Text } from '#core/words.ts';
import type { HouseOf } from '../case/house.ts';
import { answer, no } from '../platform/answer.ts';
import { record } from '../platform/commit.ts';
import { readCursor, writeCursor } from '../platform/cursor.ts';
import { type Route, route } from '../platform/route.ts';
import type { Sealer } from '../platform/secrets.ts';
import { writeWorkbook } from '../platform/workbook/write-workbook.ts';
import { readNames } from './names.views.ts';
import type { FactMemory } from './memory/fact-memory.ts';
import { importPublished } from './published.ts';
import { deletePublished, listPublished } from './published.store.ts';
import { publishedTemplateSheet, readPublishedCells } from './published-workbook.ts';
import { chooseFigures, readQuestion } from './question.ts';
import { isReady } from './rebuild.store.ts';
import { countMeant, listMeant, meantOf } from './rows.views.ts';
import { reachOf, sightOf } from './set.views.ts';
import { listKeys } from './signing.store.ts';
import { listSnapshots } from './snapshot.store.ts';
import { freeze, headOf, snapshotFile, viewMoves, viewSnapshot } from './snapshots.ts';
import { viewCrossTable } from './view-cross-table.ts';
import { viewValues } from './view-values.ts';

const pageSize = 50;

const afterOf = (cursor: string | undefined): number => readCursor(cursor)?.id ?? 0;
const nextOf = (last: number | null, full: boolean): string | null =>
  last === null || !full ? null : writeCursor({ after: '', id: last });

/** A name as it stands in lists and above columns; inside sentences it keeps its small letter. */
const headed = ({ zh, en }: Text): Text => ({ zh, en: en.charAt(0).toUpperCase() + en.slice(1) });

const catalogue = (houseOf: HouseOf): Route =>
  route(endpoints.figureCatalogue, async ({ tx, actor }) => {
    const reach = reachOf(actor);
    if (reach === null) return no('not-found');
    const { ruleset } = await houseOf(tx, actor.jurisdictionId);
    const names = await readNames(tx, actor.jurisdictionId, ruleset);
    const inWords = (set: AnySet) => ({
      name: set.name,
      sentence: sentenceOf(set.source, set.where, names),
      unit: set.unit,
    });
    const figures = figureCatalogue(ruleset).flatMap((figure) => {
      const variants = figure.variants.filter((one) => reach.kind !== 'units' || isForUnits(one));
      const [usual] = variants;
      if (usual === undefined) return [];
      return [
        {
          ...figure,
          name: headed(figure.name),
          unit: unitOf(usual),
          beside: [...figure.beside],
          variants: variants.map((one) => ({
            id: one.id,
            name: headed(one.name),
            numerator: inWords(one.numerator),
            denominator: one.denominator === null ? null : inWords(one.denominator),
          })),
          dimensions: [...dimensionsFor(usual)],
          forUnits: figure.variants.some(isForUnits),
        },
      ];
    });
    return answer({
      figures,
      dimensions: dimensions.map((id) => ({ id, name: headed(dimensionNames[id]) })),
      ready: await isReady(tx, actor.jurisdictionId),
    });
  });

const values = (houseOf: HouseOf, memory: FactMemory): Route =>
  route(endpoints.figureValues, async ({ tx, actor, at, query }) => {
    const question = readQuestion(actor, at, query, memory);
    if (question === null) return no('not-found');
    const { ruleset } = await houseOf(tx, actor.jurisdictionId);
    const by = query.compareYear === undefined ? [] : (['year'] as const);
    const picked = chooseFigures(ruleset, query.figures.split(','), question, by);
    if (!picked.ok) return picked;
    const names = await readNames(tx, actor.jurisdictionId, ruleset);
    return answer(await viewValues(tx, question, query, at, picked.chosen, names));
  });

const crossTable = (houseOf: HouseOf, memory: FactMemory): Route =>
  route(endpoints.figureCrossTable, async ({ tx, actor, at, query }) => {
    const question = readQuestion(actor, at, query, memory);
    if (question === null) return no('not-found');
    const { ruleset } = await houseOf(tx, actor.jurisdictionId);
    const by = [query.rows, ...(query.columns === undefined ? [] : [query.columns])];
    const picked = chooseFigures(ruleset, [query.figure], question, by);
    if (!picked.ok) return picked;
    const [chosen] = picked.chosen;
    if (chosen === undefined) return no('not-found');
    const names = await readNames(tx, actor.jurisdictionId, ruleset);
    return answer(await viewCrossTable(tx, question, query, chosen, names));
  });

const rows = (houseOf: HouseOf): Route =>
  route(endpoints.figureRows, async ({ tx, actor, at, query }) => {
    const question = readQuestion(actor, at, query);
    if (question === null) return no('not-found');
    const { ruleset } = await houseOf(tx, actor.jurisdictionId);
    const picked = chooseFigures(ruleset, [query.figure], question);
    if (!picked.ok) return picked;
    const variant = picked.chosen[0]?.variant;
    if (variant === undefined) return no('not-found');
    const meant = meantOf(variant, query.of);
    if (meant === null) return no('field-invalid', { field: 'of' }, 'of');
    const [total, items] = await Promise.all([
      countMeant(tx, question, meant),
      listMeant(tx, question, meant, { after: afterOf(query.cursor), limit: query.limit }, sightOf(actor)),
    ]);
    return answer({
      items: [...items],
      next: nextOf(items.at(-1)?.key ?? null, items.length === query.limit),
      total,
      unit: meant.set.unit,
      asOf: question.when.asOf,
    });
  });

const snapshotRoutes = (houseOf: HouseOf, memory: FactMemory, seal: Sealer): readonly Route[] => [
  route(endpoints.figureSnapshots, async ({ tx, actor, query }) => {
    const reach = reachOf(actor);
    if (reach === null) return no('not-found');
    const before = query.cursor === undefined ? null : afterOf(query.cursor);
    const found = await listSnapshots(tx, actor.jurisdictionId, reach, before, pageSize);
    return answer({
      items: found.map(headOf),
      next: nextOf(found.at(-1)?.id ?? null, found.length === pageSize),
    });
  }),
  route(endpoints.freezeFigures, async ({ tx, actor, at, body }) => {
    const { ruleset } = await houseOf(tx, actor.jurisdictionId);
    return freeze(tx, actor, at, body, ruleset, seal);
  }),
  route(endpoints.figureSnapshot, async ({ tx, actor, at, params, query }) => {
    const { ruleset } = await houseOf(tx, actor.jurisdictionId);
    const { compareAsOf } = query;
    const found = await viewSnapshot(tx, actor, at, params.snapshotId, compareAsOf, ruleset, memory);
    return found === null ? no('not-found') : answer(found as never);
  }),
  route(signatures.figureSnapshotFile, async ({ tx, actor, params }) => {
    const found = await snapshotFile(tx, actor, params.snapshotId);
    if (found === null) return no('not-found');
    if (!found.ok) return found;
    const bytes = new TextEncoder().encode(found.text);
    return answer({ name: `${found.name}.jsonl`, mediaType: 'application/x-ndjson', bytes });
  }),
  route(signatures.figureKeys, async ({ tx, actor }) =>
    answer({ items: [...(await listKeys(tx, actor.jurisdictionId))] }),
  ),
  route(endpoints.figureSnapshotMoves, async ({ tx, actor, at, params, query }) => {
    const { ruleset } = await houseOf(tx, actor.jurisdictionId);
    const asked = { ...query, after: afterOf(query.cursor) };
    const found = await viewMoves(tx, actor, at, params.snapshotId, asked, ruleset, memory);
    if (found === null) return no('not-found');
    const { items, total, unit, last, full } = found;
    return answer({ items, total, unit, next: nextOf(last, full) });
  }),
];

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const publishedRoutes = (houseOf: HouseOf): readonly Route[] => [
  route(endpoints.publishedTotals, async ({ tx, actor, query }) => {
    const reach = reachOf(actor);
    if (reach === null) return no('not-found');
    const asked = { year: query.year, figure: query.figure, after: afterOf(query.cursor) };
    const found = await listPublished(tx, actor.jurisdictionId, reach, asked, pageSize);
    return answer({
      items: found.map((one) => ({ ...one, filters: { ...one.filters } })),
      next: nextOf(found.at(-1)?.id ?? null, found.length === pageSize),
    });
  }),
  route(endpoints.importPublishedTotals, async ({ tx, actor, at, body }) => {
    const reach = reachOf(actor);
    if (reach === null) return no('not-found');
    const { ruleset } = await houseOf(tx, actor.jurisdictionId);
    return answer(await importPublished(tx, actor, at, reach, body, ruleset));
  }),
  route(published.readPublishedWorkbook, async ({ upload }) => {
    if (upload === null) return no('field-empty', { field: 'file' }, 'file');
    const read = await readPublishedCells(upload);
    return read.ok ? answer(read.cells) : read;
  }),
  route(published.publishedTemplate, async ({ tx, actor, language }) => {
    const { ruleset } = await houseOf(tx, actor.jurisdictionId);
    const sheet = publishedTemplateSheet(ruleset, language);
    return answer({ name: `${sheet.name}.xlsx`, mediaType: xlsx, bytes: await writeWorkbook([sheet]) });
  }),
  route(endpoints.removePublishedTotal, async ({ tx, actor, at, params }) => {
    const reach = reachOf(actor);
    const removed =
      reach === null ? null : await deletePublished(tx, actor.jurisdictionId, reach, params.totalId);
    if (removed === null) return no('not-found');
    await record(tx, actor, at, {
      stream: 'figures',
      command: 'figures.removePublished',
      matterId: null,
      data: removed,
    });
    return answer(undefined);
  }),
];

export const figureRoutes = (houseOf: HouseOf, memory: FactMemory, seal: Sealer): readonly Route[] => [
  catalogue(houseOf),
  values(houseOf, memory),
  crossTable(houseOf, memory),
  rows(houseOf),
  ...snapshotRoutes(houseOf, memory, seal),
  ...publishedRoutes(houseOf),
];
