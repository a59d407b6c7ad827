import type { ReportContent, ReportScope, ReportValues } from '#core/report/report.ts';
import { sql } from 'kysely';
import type { Hand } from '../case/hand.ts';
import type { Tx } from '../platform/db/database.ts';
import type { ShownState } from './report.views.ts';

const insertEdition = async (
  tx: Tx,
  hand: Hand,
  reportId: number,
  no: number,
  { content, values }: { readonly content: ReportContent; readonly values: ReportValues },
): Promise<void> => {
  await tx
    .insertInto('report_edition')
    .values({
      jurisdiction_id: hand.jurisdictionId,
      report_id: reportId,
      no,
      state: 'draft',
      as_of: content.asOf,
      content: JSON.stringify(content),
      values: JSON.stringify(values),
      changed_by: hand.personId,
      changed_at: hand.at.instant,
    })
    .execute();
};

export const insertReport = async (
  tx: Tx,
  hand: Hand,
  scope: ReportScope,
  language: 'zh' | 'en',
  content: ReportContent,
  values: ReportValues,
): Promise<number> => {
  const { period } = scope;
  const { id } = await tx
    .insertInto('report')
    .values({
      jurisdiction_id: hand.jurisdictionId,
      kind: scope.kind,
      state: 'draft',
      language,
      period_kind: period.kind,
      year: period.year,
      period_no: 'n' in period ? period.n : null,
      session_id: period.kind === 'session' ? period.sessionId : null,
      organ_id: scope.organId,
      unit_id: scope.unitId,
      title: content.title,
      as_of: content.asOf,
      created_by: hand.personId,
      created_at: hand.at.instant,
      changed_at: hand.at.instant,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertEdition(tx, hand, id, 1, { content, values });
  return id;
};

/** A change of the report's own row; its version goes up by one. */
const touch = async (
  tx: Tx,
  hand: Hand,
  id: number,
  change: { readonly state: ShownState; readonly edition: number } & Pick<ReportContent, 'title' | 'asOf'>,
): Promise<void> => {
  const { jurisdictionId: j, at } = hand;
  await sql`update report set version = version + 1, state = ${change.state}, edition = ${change.edition},
      settled_edition = case when ${change.state} = 'settled' then ${change.edition}::integer else settled_edition end,
      title = ${change.title}, as_of = ${change.asOf}::date, changed_at = ${at.instant}::timestamptz
    where jurisdiction_id = ${j} and id = ${id}`.execute(tx);
};

type Written = { readonly content: ReportContent; readonly values: ReportValues };

/** Writes text and numbers of the draft, and where it goes to; a settled edition is never found here. */
export const writeDraft = async (
  tx: Tx,
  hand: Hand,
  { id, edition }: { readonly id: number; readonly edition: number },
  state: ShownState,
  { content, values }: Written,
): Promise<void> => {
  const { jurisdictionId: j, personId, at } = hand;
  await sql`update report_edition set state = ${state}, as_of = ${content.asOf}::date,
      content = ${JSON.stringify(content)}::jsonb, values = ${JSON.stringify(values)}::jsonb,
      changed_by = ${personId}, changed_at = ${at.instant}::timestamptz
    where jurisdiction_id = ${j} and report_id = ${id} and no = ${edition} and state = 'draft'`.execute(tx);
  await touch(tx, hand, id, { state, edition, title: content.title, asOf: content.asOf });
};

/** A new edition that begins as the settled one is. */
export const openAgain = async (
  tx: Tx,
  hand: Hand,
  id: number,
  edition: number,
  written: Written,
): Promise<void> => {
  await insertEdition(tx, hand, id, edition, written);
  await touch(tx, hand, id, {
    state: 'draft',
    edition,
    title: written.content.title,
    asOf: written.content.asOf,
  });
};
