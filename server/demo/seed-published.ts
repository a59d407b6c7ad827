/** What the demo city printed of the years before its first matters, so that its trends begin earlier. */
import type { Actor } from '#core/access.ts';
import { addDays } from '#core/clock/calendar.ts';
import type { LocalDate } from '#core/words.ts';
import type { Ruleset } from '#core/ruleset.ts';
import { importPublished } from '../figures/published.ts';
import type { Tx } from '../platform/db/database.ts';
import { instantOf } from './replay.ts';

/** Filed, replied, solved, rated, satisfied with the outcome or fairly so. */
type Printed = readonly [
  year: number,
  filed: number,
  replies: number,
  solved: number,
  rated: number,
  satisfied: number,
];

const printed: readonly Printed[] = [
  [2021, 163, 181, 92, 158, 151],
  [2022, 171, 188, 99, 166, 160],
  [2023, 182, 203, 111, 184, 178],
];

const source = '虚构的年度办理情况通报';

const rowsOf = ([year, filed, replies, solved, rated, satisfied]: Printed) => {
  const row = (figure: string, variant: string, numerator: number, denominator: number | null) => ({
    ...{ figure, variant, year, organId: null, filters: {} },
    ...{ numerator, denominator, value: null, source },
  });
  return [
    row('mattersFiled', 'all', filed, null),
    row('replyRate', 'all', replies, replies),
    row('resolutionRate', 'final', solved, replies),
    row('satisfactionRate', 'outcome-final-with', satisfied, rated),
  ];
};

/** Entered by the supervising office. Throws when the check finds something: a fault of the data. */
export const seedPublished = async (
  tx: Tx,
  actors: readonly Actor[],
  ruleset: Ruleset,
  today: LocalDate,
): Promise<void> => {
  const supervisor = actors.find(({ grants }) => grants.some(({ role }) => role === 'supervisor'));
  if (supervisor === undefined) throw new Error('The demo city has no supervisor');
  const body = { dryRun: false, rows: printed.flatMap(rowsOf) };
  // Whoever founds the demo before nine must not read what is still to come.
  const at = instantOf(`${addDays(today, -1)}T08:50`);
  const { problems } = await importPublished(tx, supervisor, at, { kind: 'all' }, body, ruleset);
  if (problems.length > 0) throw new Error(`Published totals: ${JSON.stringify(problems)}`);
};
