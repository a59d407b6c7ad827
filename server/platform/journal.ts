import { createHash } from 'node:crypto';
import { type Actor, doerOf } from '#core/access.ts';
import type { Moment } from '#core/words.ts';

/** Canonical JSON: keys sorted, no spaces; the same value gives the same bytes on every machine. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one ?? null)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`);
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value ?? null);
};

/** The hash before the first entry of a stream. */
export const genesis = '0'.repeat(64);

/**
 * Hash of one journal entry: SHA-256 over 0x00, the previous hash and the canonical entry. The leading 0x00 is the
 * leaf prefix of RFC 6962, so that entries can become leaves of a tree without being hashed anew.
 */
export const entryHash = (previous: string, entry: string): string =>
  createHash('sha256')
    .update(Buffer.from([0]))
    .update(previous)
    .update(entry)
    .digest('hex');

export type JournalEntry = {
  /** What the hash chain runs through: `matter:17`, `person:4`, `setup`. */
  readonly stream: string;
  readonly command: string;
  readonly matterId: number | null;
  readonly data: unknown;
};

export type JournalHead = { readonly n: number; readonly hash: string };

export const emptyStream: JournalHead = { n: 0, hash: genesis };

/** The row that follows a stream's head; its `n` and `hash` are the new head. */
export const nextEntry = (head: JournalHead, actor: Actor, at: Moment, item: JournalEntry) => {
  const n = head.n + 1;
  const doer = doerOf(actor);
  const standsIn = actor.actingBy !== undefined;
  const entry = canonical({
    n,
    stream: item.stream,
    at: at.instant,
    on: at.date,
    actorId: doer.personId,
    actor: doer.name,
    // Absent where everybody acts for himself, so that such an entry is what it always was.
    ...(standsIn ? { forId: actor.personId, for: actor.name } : {}),
    via: actor.via,
    command: item.command,
    matterId: item.matterId,
    data: item.data,
  });
  return {
    jurisdiction_id: actor.jurisdictionId,
    stream: item.stream,
    n,
    at: at.instant,
    actor_id: doer.personId,
    for_id: standsIn ? actor.personId : null,
    via: actor.via,
    command: item.command,
    matter_id: item.matterId,
    entry,
    previous_hash: head.hash,
    hash: entryHash(head.hash, entry),
  };
};
