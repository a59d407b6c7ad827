import { type Actor, doerOf } from '#core/access.ts';
import type { Instant, Moment } from '#core/words.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import type { Reach } from './set.views.ts';
import type { ChainedEntry } from './signed-file.ts';

export type SnapshotRow = {
  readonly id: number;
  readonly name: string;
  readonly asOf: Instant;
  readonly takenAt: Instant;
  readonly by: string;
  readonly content: string;
  readonly hash: string;
  readonly journalN: number;
  /** Null: frozen before there were signatures. */
  readonly statement: string | null;
  readonly signature: string | null;
  readonly keyNo: number | null;
};

const columns = sql`id, name, as_of as "asOf", taken_at as "takenAt", taken_name as by, content, hash, journal_n as "journalN",
  statement, signature, key_no as "keyNo"`;

/**
 * What was frozen for another organ, or for all, an organ's office does not see: it may hold others' figures. Of several
 * organs it is for whoever has them all.
 */
const within = (reach: Reach) =>
  reach.kind === 'all'
    ? sql`true`
    : reach.kind === 'organs'
      ? sql`(organ_id = any(${[...reach.ids]}::bigint[])
          or content::jsonb -> 'organs' <@ ${JSON.stringify(reach.ids)}::jsonb)`
      : sql`false`;

export const insertSnapshot = async (
  tx: Tx,
  actor: Actor,
  at: Moment,
  snapshot: {
    readonly organId: number | null;
    readonly name: string;
    readonly asOf: Instant;
    readonly content: string;
    readonly hash: string;
    readonly journalN: number;
    readonly statement: string;
    readonly signature: string;
    readonly keyNo: number;
  },
): Promise<number> => {
  const doer = doerOf(actor);
  const { id } = await tx
    .insertInto('figure_snapshot')
    .values({
      jurisdiction_id: actor.jurisdictionId,
      organ_id: snapshot.organId,
      name: snapshot.name,
      as_of: snapshot.asOf,
      taken_at: at.instant,
      taken_by: doer.personId,
      taken_name: doer.name,
      content: snapshot.content,
      hash: snapshot.hash,
      journal_n: snapshot.journalN,
      statement: snapshot.statement,
      signature: snapshot.signature,
      key_no: snapshot.keyNo,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** The newest first, behind a cursor. */
export const listSnapshots = async (
  tx: Tx,
  j: number,
  reach: Reach,
  before: number | null,
  limit: number,
): Promise<readonly SnapshotRow[]> => {
  const { rows } = await sql<SnapshotRow>`select ${columns} from figure_snapshot
    where jurisdiction_id = ${j} and ${within(reach)} and ${before === null ? sql`true` : sql`id < ${before}`}
    order by id desc limit ${limit}`.execute(tx);
  return rows;
};

export const findSnapshot = async (
  tx: Tx,
  j: number,
  reach: Reach,
  id: number,
): Promise<SnapshotRow | null> => {
  const { rows } = await sql<SnapshotRow>`select ${columns} from figure_snapshot
    where jurisdiction_id = ${j} and ${within(reach)} and id = ${id}`.execute(tx);
  return rows[0] ?? null;
};

/** An entry of the stream `figures` as the chain holds it; null: the journal does not have it. */
export const chainedEntry = async (tx: Tx, j: number, n: number): Promise<ChainedEntry | null> => {
  const { rows } = await sql<ChainedEntry>`select n, previous_hash as "previousHash", hash, entry from journal
    where jurisdiction_id = ${j} and stream = 'figures' and n = ${n}`.execute(tx);
  return rows[0] ?? null;
};

/** As it is called now: what is signed says whose figures they are. */
export const jurisdictionName = async (tx: Tx, j: number): Promise<string> => {
  const { name } = await tx
    .selectFrom('jurisdiction')
    .select('name')
    .where('id', '=', j)
    .executeTakeFirstOrThrow();
  return name;
};

/** The hash that an entry holds of a snapshot. */
export const hashIn = ({ entry }: ChainedEntry): string | null => {
  const { data } = JSON.parse(entry) as { data?: { hash?: unknown } };
  return typeof data?.hash === 'string' ? data.hash : null;
};
