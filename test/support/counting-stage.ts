/** The demo city with all its figures and a copy of its rows in memory that has been read: what counting is tried on. */
import { figureCatalogue } from '#core/figures/catalogue.ts';
import type { Filters } from '#core/figures/expression.ts';
import type { Variant } from '#core/figures/figure.ts';
import { houseReader } from '#server/case/house.store.ts';
import { endOfDay } from '#server/case/keep-facts.ts';
import { countVariants, type Question } from '#server/figures/count.views.ts';
import { type FactMemory, openFactMemory } from '#server/figures/memory/fact-memory.ts';
import type { Db } from '#server/platform/db/database.ts';
import type pg from 'pg';
import { createDemoCity } from './demo-city.ts';
import { isStoredFact } from './stored-fact.ts';

export type CountingStage = {
  readonly db: Db;
  readonly owner: pg.Client;
  readonly j: number;
  /** Figures of matters, duties and replies, which have facts of their own. */
  readonly variants: readonly Variant[];
  /** What is counted beside matters. */
  readonly beside: readonly Variant[];
  readonly memory: FactMemory;
  /** Of all that there is, as of the end of a day; by SQL where no copy is given. */
  readonly questionOf: (day: string, filters: Filters, from?: FactMemory) => Question;
  readonly close: () => Promise<void>;
};

export const countingStage = async (today: string): Promise<CountingStage> => {
  const city = await createDemoCity(today);
  const { owner, jurisdictionId: j } = city;
  const { db } = city.app;
  const { ruleset } = await db.read(j, (tx) => houseReader()(tx, j));
  const all = figureCatalogue(ruleset).flatMap((figure) => figure.variants);
  const variants = all.filter(({ numerator, denominator }) =>
    [numerator, denominator ?? numerator].every(({ source }) => isStoredFact(source)),
  );
  const questionOf: CountingStage['questionOf'] = (day, filters, from) => ({
    jurisdictionId: j,
    reach: { kind: 'all' },
    filters,
    when: { asOf: endOfDay(day), knownThen: false },
    ...(from === undefined ? {} : { memory: from }),
  });
  const memory = openFactMemory(db, { leastRows: 0, mostBytes: 1_000_000_000 });
  // The first question begins the reading.
  await db.read(j, (tx) => countVariants(tx, questionOf(today, {}, memory), variants.slice(0, 1)));
  await memory.settled();
  const beside = all.filter(({ numerator }) => !isStoredFact(numerator.source));
  return { db, owner, j, variants, beside, memory, questionOf, close: city.close };
};
