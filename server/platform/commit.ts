/** Row, journal, notices and the answer to a repeated key, in the one transaction that the caller has opened. */
import { createHash } from 'node:crypto';
import { type Actor, doerOf } from '#core/access.ts';
import type { Moment } from '#core/words.ts';
import { sql } from 'kysely';
import { type Kept, sendAhead, type Tx } from './db/database.ts';
import { canonical, genesis, type JournalEntry, type JournalHead, nextEntry } from './journal.ts';

/** Locks the head of a stream until this transaction ends, and answers with it; makes one where the stream is new. */
export const lockHead = (tx: Tx, actor: Actor, stream: string): Promise<JournalHead> =>
  tx
    .insertInto('journal_head')
    .values({ jurisdiction_id: actor.jurisdictionId, stream, n: 0, hash: genesis })
    // An update that changes nothing: it locks the row that is there and returns it, in one statement.
    .onConflict((on) => on.columns(['jurisdiction_id', 'stream']).doUpdateSet({ n: sql`journal_head.n` }))
    .returning(['n', 'hash'])
    .executeTakeFirstOrThrow();

/** Appends an entry after a head that this transaction has locked. The commit waits for it, the caller need not. */
export const recordAfter = (
  tx: Tx,
  head: JournalHead,
  actor: Actor,
  at: Moment,
  item: JournalEntry,
): number => {
  const row = nextEntry(head, actor, at, item);
  const append = sql`
    with appended as (
      insert into journal (jurisdiction_id, stream, n, at, actor_id, for_id, via, command, matter_id, entry, previous_hash, hash)
      values (${row.jurisdiction_id}, ${row.stream}, ${row.n}, ${row.at}, ${row.actor_id}, ${row.for_id}, ${row.via},
              ${row.command}, ${row.matter_id}, ${row.entry}, ${row.previous_hash}, ${row.hash})
    )
    update journal_head set n = ${row.n}, hash = ${row.hash}
    where jurisdiction_id = ${row.jurisdiction_id} and stream = ${row.stream}`;
  sendAhead(tx, append.compile(tx));
  return row.n;
};

/**
 * Appends one entry to its stream's hash chain. The head row is locked first, so that two transactions on one
 * stream follow each other. Answers with the entry's number in the stream.
 */
export const record = async (tx: Tx, actor: Actor, at: Moment, item: JournalEntry): Promise<number> =>
  recordAfter(tx, await lockHead(tx, actor, item.stream), actor, at, item);

type Result = {
  readonly ok: boolean;
  readonly keep?: boolean;
  readonly body?: unknown;
  readonly etag?: string | undefined;
};
type Stored = { request_hash: string; response: unknown };

/** The answer to the command that took the key; the insert before has waited until it is there. */
const storedAnswer = async (tx: Tx, actor: Actor, key: string): Promise<Stored> =>
  tx
    .selectFrom('idempotency')
    .select(['request_hash', 'response'])
    .where('jurisdiction_id', '=', actor.jurisdictionId)
    .where('actor_id', '=', doerOf(actor).personId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();

const forget = async (tx: Tx, actor: Actor, key: string): Promise<void> => {
  await tx
    .deleteFrom('idempotency')
    .where('jurisdiction_id', '=', actor.jurisdictionId)
    .where('actor_id', '=', doerOf(actor).personId)
    .where('key', '=', key)
    .execute();
};

/**
 * Runs a command once for a key: the first transaction inserts the key and holds it; a parallel repeat waits for
 * it and answers with the stored answer. A refused command leaves no key, so that it can be corrected and sent again.
 * `keep` on a refusal commits what the handler wrote (a counted wrong password) without storing the answer.
 */
export const once = async <R extends Result>(
  tx: Tx,
  call: {
    readonly actor: Actor;
    readonly key: string;
    readonly endpointId: string;
    readonly given: { readonly upload: { readonly bytes: Uint8Array } | null };
    readonly at: Moment;
  },
  run: () => Promise<R>,
): Promise<Kept<R | { ok: false; refusal: { code: 'key-reused'; params: Record<string, never> } }>> => {
  const { actor, given } = call;
  // A key is of the real person and of whom he acts for.
  const key = actor.actingBy === undefined ? call.key : `${call.key}@${actor.personId}`;
  const hash = createHash('sha256')
    .update(call.endpointId)
    .update(canonical({ ...given, upload: null }))
    .update(given.upload?.bytes ?? '')
    .digest('hex');
  const inserted = await tx
    .insertInto('idempotency')
    .values({
      jurisdiction_id: actor.jurisdictionId,
      actor_id: doerOf(actor).personId,
      key,
      request_hash: hash,
      at: call.at.instant,
    })
    .onConflict((on) => on.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (inserted === undefined) {
    const stored = await storedAnswer(tx, actor, key);
    if (stored.request_hash !== hash)
      return { keep: false, value: { ok: false, refusal: { code: 'key-reused', params: {} } } };
    return { keep: false, value: stored.response as R };
  }
  const result = await run();
  if (!result.ok) {
    if (result.keep === true) await forget(tx, actor, key);
    return { keep: result.keep === true, value: result };
  }
  // The answer alone: what a handler carries beside it (a whole case, with its drafts) is not for keeping.
  const { ok, body, etag } = result;
  const keepAnswer = tx
    .updateTable('idempotency')
    .set({ response: JSON.stringify({ ok, body, etag }) })
    .where('jurisdiction_id', '=', actor.jurisdictionId)
    .where('actor_id', '=', doerOf(actor).personId)
    .where('key', '=', key);
  sendAhead(tx, keepAnswer.compile());
  return { keep: true, value: result };
};
