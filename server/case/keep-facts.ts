import type { CaseFile } from '#core/case/case-file.ts';
import { factsOf } from '#core/figures/facts.ts';
import type { FactWords } from '#core/figures/history.ts';
import type { Instant, LocalDate } from '#core/words.ts';
import type { Tx } from '../platform/db/database.ts';
import * as store from './facts.store.ts';

/** The last instant of a calendar day in China (UTC+8, no summer time): what happened by it happened on that day. */
export const endOfDay = (date: LocalDate): Instant => `${date}T15:59:59.999Z`;

/** The words in force at an instant; those of before the first ruleset are the first's. */
const wordsAt =
  (known: readonly store.StoredWords[], now: FactWords) =>
  (at: Instant): FactWords => {
    const found = known.findLast(({ since }) => since <= at) ?? known[0];
    return {
      resultClasses: found?.resultClasses ?? now.resultClasses,
      satisfaction: found?.satisfaction ?? now.satisfaction,
      faceToFace: found?.faceToFace ?? now.faceToFace,
    };
  };

/**
 * Brings the figures' facts of these cases into line with their journals and rows, in the transaction of what has
 * just happened to them: what was written ahead is seen. The matters' rows are held by the caller. Doing it again
 * changes nothing. Answers with the matters of which anything was written.
 */
export const keepFacts = async (
  tx: Tx,
  jurisdictionId: number,
  files: readonly CaseFile[],
): Promise<readonly number[]> => {
  if (files.length === 0) return [];
  const { sources, words } = await store.readFactSources(
    tx,
    jurisdictionId,
    files.map(({ matter }) => matter.id),
  );
  const changed = files.flatMap((file) => {
    const matterId = file.matter.id;
    const found = sources.get(matterId);
    if (found === undefined) return [];
    const { stored, ...history } = found;
    const facts = factsOf({
      ...history,
      file,
      wordsAt: wordsAt(words, file.ruleset),
      endOf: endOfDay,
      kept: store.keptDates(stored),
    });
    return facts === null
      ? []
      : [{ matterId, stored, computed: store.factRecords(jurisdictionId, matterId, facts) }];
  });
  return store.writeFacts(tx, jurisdictionId, changed);
};
