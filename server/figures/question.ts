/** What is asked for, read from a query: which figures, narrowed how, as of when, and by whom. */
import { type Dimension, dimensions } from '#core/figures/columns.ts';
import { type Chosen, figureCatalogue, findFigure } from '#core/figures/catalogue.ts';
import type { Filters } from '#core/figures/expression.ts';
import { dimensionsFor, isForUnits } from '#core/figures/figure.ts';
import { variantInPeriod } from '#core/figures/in-period.ts';
import { type Refusal, refuse } from '#core/refusal.ts';
import type { Actor } from '#core/access.ts';
import type { Ruleset } from '#core/ruleset.ts';
import type { Instant, Moment, Text } from '#core/words.ts';
import { endOfDay } from '../case/keep-facts.ts';
import { localTimeOf, momentOf } from '../platform/moment.ts';
import type { Question } from './count.views.ts';
import type { FactMemory } from './memory/fact-memory.ts';
import { reachOf } from './set.views.ts';

type Given = { readonly [D in Dimension]?: string | undefined } & {
  readonly asOf?: string | undefined;
  readonly known?: 'then' | undefined;
};

/** A day is its last moment, but nothing is asked for of after now. */
export const readAsOf = (given: string | undefined, at: Moment): Instant => {
  if (given === undefined) return at.instant;
  const instant = given.includes('T') ? new Date(given).toISOString() : endOfDay(given);
  return instant > at.instant ? at.instant : instant;
};

export const readFilters = (given: Given): Filters =>
  Object.fromEntries(
    dimensions.flatMap((one) => {
      const values = given[one]?.split(',').filter((value) => value !== '');
      return values === undefined || values.length === 0 ? [] : [[one, [...new Set(values)]]];
    }),
  );

/** The frame of a question; null: this person asks for no figures. */
export const readQuestion = (
  actor: Actor,
  at: Moment,
  given: Given,
  memory?: FactMemory,
): Question | null => {
  const reach = reachOf(actor);
  return reach === null
    ? null
    : {
        jurisdictionId: actor.jurisdictionId,
        reach,
        filters: readFilters(given),
        when: { asOf: readAsOf(given.asOf, at), knownThen: given.known === 'then' },
        ...(memory === undefined ? {} : { memory }),
      };
};

/** The figures of these names that the question can be asked of; a refusal names the first that it cannot. */
export const chooseFigures = (
  ruleset: Ruleset,
  names: readonly string[],
  question: Question,
  by: readonly Dimension[] = [],
):
  | { readonly ok: true; readonly chosen: readonly Chosen[] }
  | { readonly ok: false; readonly refusal: Refusal } => {
  const catalogue = figureCatalogue(ruleset);
  const chosen: Chosen[] = [];
  for (const name of names) {
    const found = findFigure(catalogue, name);
    // What a unit may not ask for is not there for it (law 12).
    if (found === null || (question.reach.kind === 'units' && !isForUnits(found.variant)))
      return { ok: false, refusal: refuse('figure-unknown', { figure: name }, 'figures') };
    const has = dimensionsFor(found.variant);
    const missing = [...(Object.keys(question.filters) as Dimension[]), ...by].find(
      (one) => !has.includes(one),
    );
    if (missing !== undefined)
      return {
        ok: false,
        refusal: refuse('figure-dimension', { figure: name, dimension: missing }, missing),
      };
    chosen.push({ ...found, variant: variantInPeriod(found.variant, question.filters) });
  }
  return { ok: true, chosen };
};

/** A moment as a reader says it, in China's time. */
export const momentText = (asOf: Instant): Text => {
  const { date, time } = localTimeOf(momentOf(new Date(asOf)));
  if (asOf === endOfDay(date)) return { zh: `${date} 24时`, en: `the end of ${date}` };
  return { zh: `${date} ${time}`, en: `${date} ${time} (China)` };
};
