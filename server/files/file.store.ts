import { createHash } from 'node:crypto';
import { type Actor, doerOf } from '#core/access.ts';
import type { Moment } from '#core/words.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Purpose } from './file-type.ts';

export type NewFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly purpose: Purpose;
};

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Stores a file with its content in the database (ADR 0008); answers with its id. */
export const insertFile = async (tx: Tx, actor: Actor, at: Moment, file: NewFile): Promise<number> => {
  const { id } = await tx
    .insertInto('file')
    .values({
      jurisdiction_id: actor.jurisdictionId,
      name: file.name,
      media_type: file.mediaType,
      size: file.bytes.length,
      sha256: sha256(file.bytes),
      purpose: file.purpose,
      uploaded_by: doerOf(actor).personId,
      uploaded_at: at.instant,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('file_content')
    .values({ jurisdiction_id: actor.jurisdictionId, file_id: id, bytes: Buffer.from(file.bytes) })
    .execute();
  return id;
};

export type StoredFile = {
  readonly id: number;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly matterId: number | null;
  /** The supervision act that it belongs to, and the organ that the act is of; null: to none. */
  readonly actId: number | null;
  readonly actOrganId: number | null;
  /** The submission that has taken it up; null: none. */
  readonly submissionId: number | null;
  readonly purpose: Purpose;
  readonly uploadedBy: number;
  readonly bytes: Buffer;
};

export const findFile = async (tx: Tx, jurisdictionId: number, id: number): Promise<StoredFile | null> => {
  const row = await tx
    .selectFrom('file as f')
    .innerJoin('file_content as c', (on) =>
      on.onRef('c.jurisdiction_id', '=', 'f.jurisdiction_id').onRef('c.file_id', '=', 'f.id'),
    )
    .leftJoin('supervision_act as t', (on) =>
      on.onRef('t.jurisdiction_id', '=', 'f.jurisdiction_id').onRef('t.id', '=', 'f.supervision_act_id'),
    )
    .select([
      'f.id',
      't.id as actId',
      't.organ_id as actOrganId',
      'f.name',
      'f.media_type as mediaType',
      'f.sha256',
      'f.matter_id as matterId',
      'f.submission_id as submissionId',
      'f.purpose',
      'f.uploaded_by as uploadedBy',
      'c.bytes',
    ])
    .where('f.jurisdiction_id', '=', jurisdictionId)
    .where('f.id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, purpose: row.purpose as Purpose };
};
