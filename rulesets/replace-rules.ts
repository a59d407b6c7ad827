import type { DeadlineRule } from '#core/ruleset.ts';
import { national } from './national.ts';
import { asNational } from './sources.ts';

/** A city's dates: its own rules for the duties that they name, the national ones, marked so, for the rest. */
export const replaceRules = (
  city: { readonly zh: string; readonly en: string },
  own: readonly DeadlineRule[],
): readonly DeadlineRule[] => [
  ...own,
  ...national.deadlines
    .filter(({ duty }) => !own.some((rule) => rule.duty === duty))
    .map((rule): DeadlineRule => ({ ...rule, source: asNational(city) })),
];
