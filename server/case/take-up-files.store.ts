import { type Actor, doerOf } from '#core/access.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

/** Of what uploads become a part, and what they were uploaded for. */
export type TakenUpBy =
  | { readonly matterId: number; readonly purpose: 'contact' | 'scan' }
  | { readonly submissionId: number };

/**
 * Makes uploads a part of a matter or of a submission, so that who stands to that may open them. False, and nothing is
 * to be kept: one of them is another's, was uploaded for something else, or is part of something else already. What is
 * a submission's own, or of one from which it was split, it may take back.
 */
export const takeUpFiles = async (
  tx: Tx,
  actor: Actor,
  by: TakenUpBy,
  ids: readonly number[],
): Promise<boolean> => {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return true;
  const j = actor.jurisdictionId;
  const [matterId, submissionId] = 'matterId' in by ? [by.matterId, null] : [null, by.submissionId];
  const { rows } = await sql`
    with recursive line as (
      select s.id, s.split_from_id from submission s where s.jurisdiction_id = ${j} and s.id = ${submissionId}::bigint
      union all
      select s.id, s.split_from_id from submission s join line l on s.jurisdiction_id = ${j} and s.id = l.split_from_id)
    update file set matter_id = coalesce(matter_id, ${matterId}::bigint),
      submission_id = coalesce(submission_id, ${submissionId}::bigint)
    where jurisdiction_id = ${j} and id = any(${wanted}::bigint[])
      and purpose = ${'matterId' in by ? by.purpose : 'submission'}
      and (submission_id in (select id from line)
        or submission_id is null and matter_id is null and uploaded_by = ${doerOf(actor).personId})
    returning id`.execute(tx);
  return rows.length === wanted.length;
};
