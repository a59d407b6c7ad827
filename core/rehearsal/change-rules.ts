import { checkRuleset, type RulesetProblem } from '../check-ruleset.ts';
import type { Amount, Ruleset } from '../ruleset.ts';

/** Values of the ruleset in force that are tried otherwise. `rule`: the place in `deadlines`, from 0. */
export type RuleChanges = {
  readonly amounts: readonly { readonly rule: number; readonly amount: Amount }[];
  /** Absent: as it is. */
  readonly reassignRestartsClock?: boolean | undefined;
};

export type Changed =
  | { readonly ok: true; readonly ruleset: Ruleset }
  | { readonly ok: false; readonly problems: readonly RulesetProblem[] };

/** The ruleset with other values, or what is wrong with it and where (`deadlines[3].amount`). */
export const changeRules = (ruleset: Ruleset, { amounts, reassignRestartsClock }: RuleChanges): Changed => {
  const unknown = amounts.find(({ rule }) => ruleset.deadlines[rule] === undefined);
  if (unknown !== undefined)
    return {
      ok: false,
      problems: [{ code: 'duty-forgotten', at: `deadlines[${unknown.rule}].amount`, detail: '' }],
    };
  const given = new Map(amounts.map(({ rule, amount }) => [rule, amount]));
  const changed: Ruleset = {
    ...ruleset,
    deadlines: ruleset.deadlines.map((rule, index) => ({ ...rule, amount: given.get(index) ?? rule.amount })),
    reassignRestartsClock: reassignRestartsClock ?? ruleset.reassignRestartsClock,
  };
  const problems = checkRuleset(changed);
  return problems.length === 0 ? { ok: true, ruleset: changed } : { ok: false, problems };
};
