/** Compares a lifecycle table with a matrix that people wrote and reviewed. */
import { expect, test } from 'vitest';
import { standings } from '#core/access.ts';
import { type Lifecycle, permit } from '#core/lifecycle.ts';
import { refuse } from '#core/refusal.ts';

/** `+` permitted · `s` refused for the state · `-` refused for who asks. */
type Cell = '+' | 's' | '-';

/** One matrix: the first line names every state, each further line a standing and its cells. */
export type Grid = string;

const words = (line: string): readonly string[] => line.trim().split(/\s+/);
const linesOf = (grid: Grid): readonly string[] => grid.split('\n').filter((line) => line.trim() !== '');
const tidy = (grid: Grid): readonly string[] => linesOf(grid).map((line) => words(line).join(' '));

const asGrid = <Action extends string, State extends string, Need extends string>(
  table: Lifecycle<Action, State, Need>,
  action: Action,
  states: readonly State[],
): readonly string[] => [
  states.join(' '),
  ...standings.map((standing) => {
    const cells = states.map((state): Cell => {
      const refusal = permit(table, action, { state, standings: new Set([standing]), unmet: () => null });
      if (refusal === null) return '+';
      return refusal.code === 'wrong-state' ? 's' : '-';
    });
    return `${standing} ${cells.join(' ')}`;
  }),
];

/** The rest of a reviewed rule: the state afterwards, and the needs in the order in which they are heard. */
export type Reviewed = readonly [to: string | readonly string[], ...needs: readonly string[]];

/**
 * Makes the tests of one table: every action × state × standing as reviewed, the state afterwards, and every need,
 * which by itself must be able to refuse. A combination that the reviewed matrix lacks fails.
 */
export const testMatrix = <Action extends string, State extends string, Need extends string>(
  table: Lifecycle<Action, State, Need>,
  states: readonly State[],
  reviewed: {
    readonly grids: Readonly<Record<Action, Grid>>;
    readonly rules: Readonly<Record<Action, Reviewed>>;
  },
): void => {
  const actions = Object.keys(table) as Action[];
  test('the reviewed matrix and the table have the same actions', () => {
    expect(Object.keys(reviewed.grids).sort()).toEqual([...actions].sort());
    expect(Object.keys(reviewed.rules).sort()).toEqual([...actions].sort());
  });
  test.each(actions)('%s: every state and standing as reviewed', (action) => {
    expect(asGrid(table, action, states)).toEqual(tidy(reviewed.grids[action]));
  });
  test.each(actions)('%s: leads where it should, and each of its needs can refuse it', (action) => {
    const [to, ...needs] = reviewed.rules[action];
    const rule = table[action];
    expect(rule.to).toEqual(to);
    expect(rule.needs).toEqual(needs);
    const [by, from] = [rule.by[0], rule.from[0]];
    if (by === undefined || from === undefined) throw new Error(`${action}: for nobody, or from nowhere`);
    for (const need of needs) {
      const unmet = (asked: string) => (asked === need ? refuse('field-invalid', { need }) : null);
      expect(permit(table, action, { state: from, standings: new Set([by]), unmet })?.params).toEqual({
        need,
      });
    }
  });
};
