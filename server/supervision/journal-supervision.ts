import type { Actor } from '#core/access.ts';
import type { SupervisionCommandName, SupervisionEntry } from '#core/supervision/supervision-entry.ts';
import type { Moment } from '#core/words.ts';
import { record } from '../platform/commit.ts';
import type { Tx } from '../platform/db/database.ts';

/**
 * Journals what happened in the stream of every matter that it is about, in the order in which streams are locked;
 * what is about no matter has the stream of supervision.
 */
export const journalSupervision = async (
  { tx, actor, at }: { readonly tx: Tx; readonly actor: Actor; readonly at: Moment },
  matterIds: readonly number[],
  command: SupervisionCommandName,
  entry: SupervisionEntry,
): Promise<void> => {
  if (matterIds.length === 0)
    await record(tx, actor, at, { stream: 'supervision', command, matterId: null, data: [entry] });
  for (const matterId of [...matterIds].sort((a, b) => a - b))
    await record(tx, actor, at, { stream: `matter:${matterId}`, command, matterId, data: [entry] });
};
