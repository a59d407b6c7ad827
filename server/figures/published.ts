import type { BodyOf, ResponseOf } from '#contract/endpoint.ts';
import type { importPublishedTotals } from '#contract/figures.ts';
import type { Actor } from '#core/access.ts';
import { figureCatalogue } from '#core/figures/catalogue.ts';
import { checkPublished, printedProblems } from '#core/figures/check-published.ts';
import type { Ruleset } from '#core/ruleset.ts';
import type { Moment } from '#core/words.ts';
import { record } from '../platform/commit.ts';
import type { Tx } from '../platform/db/database.ts';
import * as store from './published.store.ts';
import type { Reach } from './set.views.ts';

/** Checks printed totals and, unless it is a dry run or something is wrong, keeps them; both answer the same. */
export const importPublished = async (
  tx: Tx,
  actor: Actor,
  at: Moment,
  reach: Reach,
  { dryRun, rows }: BodyOf<typeof importPublishedTotals>,
  ruleset: Ruleset,
): Promise<ResponseOf<typeof importPublishedTotals>> => {
  const j = actor.jurisdictionId;
  const totals = rows.map((row): store.PublishedTotal => ({ ...row, filters: { ...row.filters } }));
  const checked = checkPublished(totals, figureCatalogue(ruleset), {
    known: await store.organIds(tx, j),
    mine: reach.kind === 'organs' ? reach.ids : null,
  });
  const problems = checked.problems.map(({ row, code }) => ({ row, code, text: printedProblems[code] }));
  const mismatches = [...checked.mismatches];
  if (problems.length > 0) return { kept: 0, problems, mismatches, replaced: 0 };
  if (dryRun) return { kept: 0, problems, mismatches, replaced: await store.countReplaced(tx, j, totals) };
  const replaced = await store.keepPublished(tx, actor, at, totals);
  await record(tx, actor, at, {
    stream: 'figures',
    command: 'figures.importPublished',
    matterId: null,
    data: { rows: totals },
  });
  return { kept: totals.length, problems, mismatches, replaced };
};
