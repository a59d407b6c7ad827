/** The figures as reports ask for them: the same values and tables as on the pages, without a page's query. */
import type { ResponseOf } from '#contract/endpoint.ts';
import type { figureCrossTable, figureValues } from '#contract/figures.ts';
import type { Actor } from '#core/access.ts';
import type { Dimension } from '#core/figures/columns.ts';
import type { ValueNames } from '#core/figures/describe.ts';
import type { Moment } from '#core/words.ts';
import type { HouseOf } from '../case/house.ts';
import type { Tx } from '../platform/db/database.ts';
import { beginsCell, cutLine, type Listed, listedSheet } from './book-rows.ts';
import type { BookScene } from './book-scene.ts';
import type { FactMemory } from './memory/fact-memory.ts';
import { readNames } from './names.views.ts';
import { chooseFigures, readQuestion } from './question.ts';
import { isReady } from './rebuild.store.ts';
import { viewCrossTable } from './view-cross-table.ts';
import { viewValuesOfMany } from './view-values.ts';

type Deps = { readonly houseOf: HouseOf; readonly memory: FactMemory };
type Scene = { readonly tx: Tx; readonly actor: Actor; readonly at: Moment };
type Narrowed = {
  readonly filters: { readonly [D in Dimension]?: string | undefined };
  readonly asOf: string;
};

const keyOf = ({ figure, filters, asOf }: Narrowed & { readonly figure: string }): string =>
  JSON.stringify([figure, filters, asOf]);

/** A report asks some twenty questions in one scene: names are read once. A connection's `tx` outlives its transaction. */
const namesOf = new WeakMap<Scene, Promise<ValueNames>>();

const prepare = async (
  { houseOf, memory }: Deps,
  scene: Scene,
  asked: Narrowed & { readonly figures: readonly string[] },
  by: readonly Dimension[],
) => {
  const { tx, actor, at } = scene;
  const { ruleset } = await houseOf(tx, actor.jurisdictionId);
  const question = readQuestion(actor, at, { ...asked.filters, asOf: asked.asOf }, memory);
  if (question === null) throw new Error(`Person ${actor.personId} asks for no figures`);
  const picked = chooseFigures(ruleset, asked.figures, question, by);
  if (!picked.ok) throw new Error(`${asked.figures.join(', ')}: ${picked.refusal.code}`);
  const names = namesOf.get(scene) ?? readNames(tx, actor.jurisdictionId, ruleset);
  namesOf.set(scene, names);
  return { question, chosen: picked.chosen, names: await names };
};

type AskedRows = Narrowed & { readonly name: string; readonly figure: string; readonly count: number };

/** The rows of several numbers on one sheet. What this person may not ask for is left out. */
const listRowsOf =
  (houseOf: HouseOf) =>
  async (
    { tx, actor, at }: Scene,
    asked: readonly AskedRows[],
    how: Pick<BookScene, 'language' | 'publicUrl'>,
  ) => {
    const { ruleset } = await houseOf(tx, actor.jurisdictionId);
    const scene: BookScene = {
      tx,
      actor,
      at,
      ...how,
      names: await readNames(tx, actor.jurisdictionId, ruleset),
    };
    // The same number stands in several places of a text; its rows are listed once.
    const places = new Map<string, number>();
    const wanted: Listed[] = [];
    for (const { name, figure, filters, asOf, count } of asked) {
      const question = readQuestion(actor, at, { ...filters, asOf });
      const picked = question === null ? null : chooseFigures(ruleset, [figure], question);
      const [chosen] = picked?.ok === true ? picked.chosen : [];
      const key = keyOf({ figure, filters, asOf });
      if (question === null || chosen === undefined || places.has(key)) continue;
      const meant = { set: chosen.variant.numerator, without: null };
      places.set(key, wanted.length);
      wanted.push({ name, question, meant, count: meant.set.counting === 'rows' ? count : 0 });
    }
    const listed = await listedSheet(scene, wanted);
    return {
      sheet: listed.sheet,
      cellAt: (place: number, sheetNo: number) => {
        const one = asked[place];
        const found = one === undefined ? undefined : places.get(keyOf(one));
        return found === undefined ? null : beginsCell(scene, listed, found, sheetNo);
      },
      cut: listed.cut ? cutLine(scene)[1] : null,
    };
  };

/** Throws where a figure cannot be asked for by this person or narrowed in this way: reports check it before. */
export const figuresForReports = (houseOf: HouseOf, memory: FactMemory) => ({
  /** Whether every matter is counted; until then a report would print too little. */
  ready: isReady,
  values: async (
    scene: Scene,
    asked: readonly (Narrowed & {
      readonly figures: readonly string[];
      readonly decimals: number | null;
      readonly compareYear: number | null;
      readonly compareAsOf: string | null;
    })[],
  ): Promise<readonly ResponseOf<typeof figureValues>['items'][]> => {
    const prepared = await Promise.all(
      asked.map(async (one) => {
        const by = one.compareYear === null ? [] : (['year'] as const);
        const { question, chosen, names } = await prepare({ houseOf, memory }, scene, one, by);
        const query = {
          figures: '',
          ...(one.decimals === null ? {} : { decimals: one.decimals }),
          ...(one.compareYear === null ? {} : { compareYear: one.compareYear }),
          ...(one.compareAsOf === null ? {} : { compareAsOf: one.compareAsOf }),
        };
        return { question, query, chosen, names };
      }),
    );
    const [first] = prepared;
    if (first === undefined) return [];
    const found = await viewValuesOfMany(scene.tx, prepared, scene.at, first.names);
    return found.map((items) => [...items]);
  },
  table: async (
    scene: Scene,
    { figure, rows, ...narrowed }: Narrowed & { readonly figure: string; readonly rows: Dimension },
  ): Promise<ResponseOf<typeof figureCrossTable>> => {
    const { question, chosen, names } = await prepare(
      { houseOf, memory },
      scene,
      { ...narrowed, figures: [figure] },
      [rows],
    );
    const [one] = chosen;
    if (one === undefined) throw new Error(`No figure ${figure}`);
    return viewCrossTable(scene.tx, question, { figure, rows }, one, names);
  },
  rows: listRowsOf(houseOf),
});
