/** Which rule is for which matter, for dates and for their extension alike. */
import type { RuleScope } from '../ruleset.ts';

/** A matter, or one unit's duty on it, as far as rules tell matters apart; what is unknown fits no condition. */
export type ScopeFacts = { readonly [Key in keyof RuleScope]: RuleScope[Key] | undefined } & Required<
  Pick<RuleScope, 'kind' | 'inSession'>
>;

const conditions = (scope: RuleScope | undefined): readonly (keyof RuleScope)[] =>
  (Object.keys(scope ?? {}) as (keyof RuleScope)[]).filter((key) => scope?.[key] !== undefined);

/** Whether every condition of the scope holds for the matter. */
export const inScope = (scope: RuleScope | undefined, facts: ScopeFacts): boolean =>
  conditions(scope).every((key) => scope?.[key] === facts[key]);

/** How many conditions a scope makes: of the rules that fit, the one with the most is the rule of this matter. */
export const narrowness = (scope: RuleScope | undefined): number => conditions(scope).length;

/** Whether a rule applies wherever another does: it makes no condition that the other does not make. */
export const covers = (wide: RuleScope | undefined, narrow: RuleScope | undefined): boolean =>
  conditions(wide).every((key) => wide?.[key] === narrow?.[key]);
