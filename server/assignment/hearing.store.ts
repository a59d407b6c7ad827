/** Hearings of units that a hand-back names. What they say binds nobody: whoever decides on the hand-back reads it. */
import type { Actor } from '#core/access.ts';
import type { LocalDate } from '#core/words.ts';
import { sql } from 'kysely';
import type { Hand } from '../case/hand.ts';
import { tellOffices } from '../case/trace.store.ts';
import { sendAhead, type Tx } from '../platform/db/database.ts';

/** Asks the named unit, and tells its office. */
export const askNamedUnit = (
  tx: Tx,
  hand: Hand,
  about: { readonly matterId: number; readonly assignmentId: number; readonly unitId: number },
  answerBy: LocalDate | null,
): void => {
  const insert = tx.insertInto('hand_back_hearing').values({
    jurisdiction_id: hand.jurisdictionId,
    matter_id: about.matterId,
    assignment_id: about.assignmentId,
    unit_id: about.unitId,
    asked_on: hand.at.date,
    answer_by: answerBy,
  });
  sendAhead(tx, insert.compile());
  // The matter is none of its own yet: the notice opens to the hearing, not to the matter.
  tellOffices(tx, hand, 'handBackNamed', [about.unitId]);
};

export type HearingRow = {
  readonly id: number;
  readonly matterId: number;
  readonly assignmentId: number;
  readonly organId: number;
  readonly caseNo: string;
  readonly title: string;
  readonly unit: { readonly id: number; readonly name: string };
  readonly from: { readonly id: number; readonly name: string };
  readonly reason: string;
  readonly basis: string;
  readonly askedOn: LocalDate;
  readonly answerBy: LocalDate | null;
  readonly answer: 'accepted' | 'declined' | null;
  readonly said: string | null;
  readonly answeredAt: string | null;
  /** The hand-back is not decided yet. */
  readonly open: boolean;
};

/** Hearings that the actor may see, newest first; `matterId`, `hearingId`: of that one alone. */
export const findHearings = async (
  tx: Tx,
  actor: Actor,
  only: { readonly matterId?: number | undefined; readonly hearingId?: number },
): Promise<readonly HearingRow[]> => {
  const holds = (...wanted: readonly string[]) => actor.grants.filter(({ role }) => wanted.includes(role));
  const all = holds('supervisor', 'city-leader').length > 0;
  const organs = holds('congress-office', 'cppcc-office').flatMap(({ organId }) => organId ?? []);
  const units = holds('unit-office').flatMap(({ unitId }) => unitId ?? []);
  const { rows } = await sql<HearingRow>`
    select h.id, h.matter_id as "matterId", h.assignment_id as "assignmentId", m.organ_id as "organId",
      m.case_no as "caseNo", m.title, json_build_object('id', u.id, 'name', u.name) as unit,
      json_build_object('id', f.id, 'name', f.name) as "from", a.hand_back_reason as reason,
      a.hand_back_basis as basis, h.asked_on as "askedOn", h.answer_by as "answerBy", h.answer, h.reason as said,
      h.answered_at as "answeredAt", a.state = 'handBackRequested' as open
    from hand_back_hearing h
    join matter m on m.jurisdiction_id = h.jurisdiction_id and m.id = h.matter_id
    join assignment a on a.jurisdiction_id = h.jurisdiction_id and a.id = h.assignment_id
    join unit u on u.jurisdiction_id = h.jurisdiction_id and u.id = h.unit_id
    join unit f on f.jurisdiction_id = a.jurisdiction_id and f.id = a.unit_id
    where h.jurisdiction_id = ${actor.jurisdictionId}
      and (${all} or m.organ_id = any(${[...organs]}::bigint[]) or h.unit_id = any(${[...units]}::bigint[]))
      and ${only.matterId === undefined ? sql`true` : sql`h.matter_id = ${only.matterId}`}
      and ${only.hearingId === undefined ? sql`true` : sql`h.id = ${only.hearingId}`}
    order by h.id desc limit 200`.execute(tx);
  return rows;
};

export const saveHearing = async (
  tx: Tx,
  hand: Hand,
  id: number,
  answer: 'accepted' | 'declined',
  reason: string,
): Promise<void> => {
  await tx
    .updateTable('hand_back_hearing')
    .set({ answer, reason, answered_by: hand.personId, answered_at: hand.at.instant })
    .where('jurisdiction_id', '=', hand.jurisdictionId)
    .where('id', '=', id)
    .execute();
};
