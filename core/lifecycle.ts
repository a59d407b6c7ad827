/**
 * The engine behind every lifecycle table: who may do what, when, on which clause. From one table come the
 * refusal with its reason, the `allowedActions` of a response, the matrix tests and `docs/lifecycle.md`.
 */
import type { Standing } from './access.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Text } from './words.ts';

export type Rule<State extends string, Need extends string> = {
  readonly name: Text;
  readonly from: readonly State[];
  /** The state afterwards; `same` leaves it, several mean that `decide` chooses by the facts. */
  readonly to: State | 'same' | readonly State[];
  readonly by: readonly Standing[];
  readonly needs: readonly Need[];
  /** The rule behind the row: a clause, or "product" where the field leaves it to the product. */
  readonly clause: string;
};

export type Lifecycle<Action extends string, State extends string, Need extends string> = Readonly<
  Record<Action, Rule<State, Need>>
>;

/** Says why a need is not met now, or null; `action` is for the sentence. */
export type Unmet<Need extends string> = (need: Need, action: string) => Refusal | null;

export type Ask<State extends string, Need extends string> = {
  readonly state: State;
  readonly standings: ReadonlySet<Standing>;
  readonly unmet: Unmet<Need>;
};

/** Null when the action is permitted; else the first reason: standing, then state, then needs in their order. */
export const permit = <Action extends string, State extends string, Need extends string>(
  table: Lifecycle<Action, State, Need>,
  action: Action,
  ask: Ask<State, Need>,
): Refusal | null => {
  const rule = table[action];
  if (!rule.by.some((standing) => ask.standings.has(standing))) return refuse('not-yours', { action });
  if (!rule.from.includes(ask.state))
    return refuse('wrong-state', { action, state: ask.state, from: rule.from });
  for (const need of rule.needs) {
    const refusal = ask.unmet(need, action);
    if (refusal !== null) return refusal;
  }
  return null;
};

export type AllowedAction<Action extends string> = {
  readonly action: Action;
  /** Null: the button is on. Else the reason why it is off. */
  readonly refusal: Refusal | null;
};

/**
 * What a page may offer: every action that is this person's in this state, with the reason where a need is unmet.
 * Actions of other people or other states are absent: advice that does not fit the stage only confuses.
 */
export const allowedActions = <Action extends string, State extends string, Need extends string>(
  table: Lifecycle<Action, State, Need>,
  ask: Ask<State, Need>,
): readonly AllowedAction<Action>[] => {
  const actions: AllowedAction<Action>[] = [];
  for (const action of Object.keys(table) as Action[]) {
    const refusal = permit(table, action, ask);
    if (refusal?.code === 'not-yours' || refusal?.code === 'wrong-state') continue;
    actions.push({ action, refusal });
  }
  return actions;
};
