/** The figures as reports ask for them: the same values and tables as on the pages, without a page's query. */
import type { ResponseOf } from '#contract/endpoint.ts';
import type { figureCrossTable, figureValues } from '#contract/figures.ts';
import type { Actor } from '#core/access.ts';
import type { Dimension } from '#core/figures/columns.ts';
import type { ValueNames } from '#core/figures/describe.ts';
import type { Moment } from '#core/words.ts';
import type { HouseOf } from '../case/house.ts';
import type { Tx } from '../platform/db/database.ts';
import { readNames } from './names.views.ts';
import { chooseFigures, readQuestion } from './question.ts';
import { isReady } from './rebuild.store.ts';
import { viewCrossTable } from './view-cross-table.ts';
import { viewValues } from './view-values.ts';

type Scene = { readonly tx: Tx; readonly actor: Actor; readonly at: Moment };
type Narrowed = {
  readonly filters: { readonly [D in Dimension]?: string | undefined };
  readonly asOf: string;
};

/** A report asks some twenty questions in one transaction: names are read once. */
const namesOf = new WeakMap<Tx, Promise<ValueNames>>();

const prepare = async (
  houseOf: HouseOf,
  { tx, actor, at }: Scene,
  asked: Narrowed & { readonly figures: readonly string[] },
  by: readonly Dimension[],
) => {
  const { ruleset } = await houseOf(tx, actor.jurisdictionId);
  const question = readQuestion(actor, at, { ...asked.filters, asOf: asked.asOf });
  if (question === null) throw new Error(`Person ${actor.personId} asks for no figures`);
  const picked = chooseFigures(ruleset, asked.figures, question, by);
  if (!picked.ok) throw new Error(`${asked.figures.join(', ')}: ${picked.refusal.code}`);
  const names = namesOf.get(tx) ?? readNames(tx, actor.jurisdictionId, ruleset);
  namesOf.set(tx, names);
  return { question, chosen: picked.chosen, names: await names };
};

/** Throws where a figure cannot be asked for by this person or narrowed in this way: reports check it before. */
export const figuresForReports = (houseOf: HouseOf) => ({
  /** Whether every matter is counted; until then a report would print too little. */
  ready: isReady,
  values: async (
    scene: Scene,
    asked: Narrowed & {
      readonly figures: readonly string[];
      readonly decimals: number | null;
      readonly compareYear: number | null;
      readonly compareAsOf: string | null;
    },
  ): Promise<ResponseOf<typeof figureValues>['items']> => {
    const by = asked.compareYear === null ? [] : (['year'] as const);
    const { question, chosen, names } = await prepare(houseOf, scene, asked, by);
    const query = {
      figures: '',
      ...(asked.decimals === null ? {} : { decimals: asked.decimals }),
      ...(asked.compareYear === null ? {} : { compareYear: asked.compareYear }),
      ...(asked.compareAsOf === null ? {} : { compareAsOf: asked.compareAsOf }),
    };
    return (await viewValues(scene.tx, question, query, scene.at, chosen, names)).items;
  },
  table: async (
    scene: Scene,
    { figure, rows, ...narrowed }: Narrowed & { readonly figure: string; readonly rows: Dimension },
  ): Promise<ResponseOf<typeof figureCrossTable>> => {
    const { question, chosen, names } = await prepare(houseOf, scene, { ...narrowed, figures: [figure] }, [
      rows,
    ]);
    const [one] = chosen;
    if (one === undefined) throw new Error(`No figure ${figure}`);
    return viewCrossTable(scene.tx, question, { figure, rows }, one, names);
  },
});
