/** Writes what a decision changed in a case file: compares the file before with the file after, row by row. */
import type { Assignment } from '#core/assignment/assignment.ts';
import { lastPastReply } from '#core/assignment/past.ts';
import type { CaseFile } from '#core/case/case-file.ts';
import { openExtension } from '#core/assignment/extension.ts';
import {
  dateAfterReply,
  extensionDecisionDue,
  owedByUnit,
  owedKind,
  owedToProposer,
  runningDate,
} from '#core/case/due.ts';
import { extensionDecidedBy } from '#core/case/extend.ts';
import { endedAs } from '#core/matter/matter.ts';
import type { Rating } from '#core/rating/rating.ts';
import type { Reply } from '#core/reply/reply.ts';
import type { Moment } from '#core/words.ts';
import { sendAhead, type Tx } from '../platform/db/database.ts';
import type { Hand } from './hand.ts';

/** Negative ids of new rows → the ids they were stored under. */
export type StoredIds = Map<string, number>;

/** Of its last reply; of one that only a list of an earlier year tells of, what that says. */
const latestClass = (file: CaseFile, assignmentId: number): string | null => {
  const last = file.replies
    .filter((reply) => reply.assignmentId === assignmentId && reply.state === 'issued')
    .sort((a, b) => b.round - a.round)[0];
  const past = file.duties.find(({ id }) => id === assignmentId)?.past;
  return last === undefined ? (lastPastReply(past)?.resultClass ?? null) : last.content.resultClass;
};

const dueOf = (file: CaseFile, duty: Assignment): string => runningDate(owedByUnit(file, duty)) ?? 'infinity';

/** For finding what waits for a decision on its date, or stands still: nothing of a matter that is over does. */
const clockRow = (file: CaseFile, duty: Assignment) => {
  const asked = endedAs(file.matter.stage) === null ? openExtension(duty.extensions) : undefined;
  const pause = duty.pauses.find(({ to }) => to === null);
  const owed = owedByUnit(file, duty);
  // A clock that was stopped after its date was over holds nothing back: the duty is late all the same.
  const still = pause !== undefined && owed !== null && runningDate(owed) === null;
  return {
    extension_asked_on: asked?.askedOn ?? null,
    extension_decided_by: asked === undefined ? null : extensionDecidedBy(file, duty),
    extension_due_on: extensionDecisionDue(file, duty)?.date ?? null,
    paused_on: still ? pause.from : null,
  };
};

/** Until when what is asked after the reply is to be done; null: nothing is, or it is done. */
const afterReplyRow = (file: CaseFile, duty: Assignment) => ({
  disclose_due_on: dateAfterReply(file, duty, 'disclose'),
  follow_up_due_on: dateAfterReply(file, duty, 'followUp'),
});

/** What is stored of a duty beside what it was given with. */
export const dutyRow = (file: CaseFile, duty: Assignment) => ({
  state: duty.state,
  round: duty.round,
  signed_on: duty.signedOn,
  round_opened_on: duty.roundOpenedOn,
  answered_on: duty.answeredOn,
  section_id: duty.sectionId,
  handler_id: duty.handlerId,
  leader_id: duty.leaderId,
  hand_back_reason: duty.handBack?.reason ?? null,
  hand_back_right_unit_id: duty.handBack?.rightUnitId ?? null,
  hand_back_basis: duty.handBack?.basis ?? null,
  hand_back_requested_on: duty.handBack?.requestedOn ?? null,
  hand_back_decided_on: duty.handBack?.decidedOn ?? null,
  ended_on: duty.endedOn,
  extensions: duty.extensions,
  pauses: duty.pauses,
  after_reply: duty.afterReply,
  past: duty.past ?? null,
  ...clockRow(file, duty),
  ...afterReplyRow(file, duty),
  due_on: dueOf(file, duty),
  owed: owedKind(file, duty),
  result_class: latestClass(file, duty.id),
});

/** What of a duty's row moves although the duty itself did not: by its matter's end, or by what others did. */
const datesOf = (file: CaseFile, duty: Assignment) => ({
  due_on: dueOf(file, duty),
  owed: owedKind(file, duty),
  ...clockRow(file, duty),
  ...afterReplyRow(file, duty),
});

const differs = (a: ReturnType<typeof datesOf>, b: ReturnType<typeof datesOf>): boolean =>
  JSON.stringify(a) !== JSON.stringify(b);

/** The driver takes a list for an array of the database: lists that are kept as JSON go as text. */
const dutyValues = (file: CaseFile, duty: Assignment) => ({
  ...dutyRow(file, duty),
  extensions: JSON.stringify(duty.extensions),
  pauses: JSON.stringify(duty.pauses),
  after_reply: JSON.stringify(duty.afterReply),
  past: (duty.past ?? null) === null ? null : JSON.stringify(duty.past),
});

export const saveDuties = async (
  tx: Tx,
  hand: Hand,
  before: CaseFile,
  after: CaseFile,
  ids: StoredIds,
): Promise<void> => {
  for (const duty of after.duties) {
    const old = before.duties.find((one) => one.id === duty.id);
    if (old === undefined) {
      const { id } = await tx
        .insertInto('assignment')
        .values({
          jurisdiction_id: hand.jurisdictionId,
          matter_id: duty.matterId,
          organ_id: after.matter.organId,
          unit_id: duty.unitId,
          role: duty.role,
          assigned_on: duty.assignedOn,
          ...dutyValues(after, duty),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      ids.set(`assignment:${duty.id}`, id);
    } else if (old !== duty || differs(datesOf(before, old), datesOf(after, duty))) {
      // A date that goes because the matter ended is no step of the unit: its version stays.
      const step = old === duty ? 0 : 1;
      sendAhead(
        tx,
        tx
          .updateTable('assignment')
          .set((eb) => ({
            ...dutyValues(after, duty),
            unit_id: duty.unitId,
            version: eb('version', '+', step),
          }))
          .where('jurisdiction_id', '=', hand.jurisdictionId)
          .where('id', '=', duty.id)
          .compile(),
      );
    }
  }
};

const replyRow = (reply: Reply, hand: Hand) => ({
  state: reply.state,
  level: reply.level,
  content: JSON.stringify(reply.content),
  result_class: reply.content.resultClass,
  disclosure: reply.content.disclosure,
  submitted_by: reply.submittedBy,
  document_no: reply.documentNo,
  issued_on: reply.issuedOn,
  updated_at: hand.at.instant,
});

export const saveReplies = async (
  tx: Tx,
  hand: Hand,
  before: CaseFile,
  after: CaseFile,
  ids: StoredIds,
): Promise<void> => {
  for (const reply of after.replies) {
    const old = before.replies.find((one) => one.id === reply.id);
    if (old === undefined) {
      const unitId = after.duties.find((duty) => duty.id === reply.assignmentId)?.unitId;
      if (unitId === undefined) throw new Error('A reply without a duty');
      const { id } = await tx
        .insertInto('reply')
        .values({
          jurisdiction_id: hand.jurisdictionId,
          matter_id: reply.matterId,
          assignment_id: reply.assignmentId,
          unit_id: unitId,
          round: reply.round,
          ...replyRow(reply, hand),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      ids.set(`reply:${reply.id}`, id);
    } else if (old !== reply) {
      sendAhead(
        tx,
        tx
          .updateTable('reply')
          .set((eb) => ({ ...replyRow(reply, hand), version: eb('version', '+', 1) }))
          .where('jurisdiction_id', '=', hand.jurisdictionId)
          .where('id', '=', reply.id)
          .compile(),
      );
    }
  }
};

const verdictRow = (rating: Rating) => ({
  state: rating.state,
  attitude: rating.verdict?.attitude ?? null,
  outcome: rating.verdict?.outcome ?? null,
  reason: rating.verdict?.reason ?? null,
  points: rating.verdict === null ? null : JSON.stringify(rating.verdict.points),
  entered_by: rating.enteredBy,
  scan_id: rating.scanId,
  sealed_at: rating.sealedAt,
});

export const saveRatings = async (
  tx: Tx,
  hand: Hand,
  before: CaseFile,
  after: CaseFile,
  ids: StoredIds,
): Promise<void> => {
  const added = after.ratings.filter((rating) => rating.id < 0);
  if (added.length > 0) {
    const stored = await tx
      .insertInto('rating')
      .values(
        added.map((rating) => ({
          jurisdiction_id: hand.jurisdictionId,
          reply_id: rating.replyId,
          matter_id: after.matter.id,
          round: rating.round,
          proposer_id: rating.proposerId,
          ...verdictRow(rating),
        })),
      )
      .returning(['id', 'proposer_id'])
      .execute();
    for (const row of stored)
      for (const rating of added)
        if (rating.proposerId === row.proposer_id) ids.set(`rating:${rating.id}`, row.id);
  }
  for (const rating of after.ratings) {
    const old = before.ratings.find((one) => one.id === rating.id);
    if (rating.id < 0 || old === rating) continue;
    sendAhead(
      tx,
      tx
        .updateTable('rating')
        .set((eb) => ({ ...verdictRow(rating), draft: null, version: eb('version', '+', 1) }))
        .where('jurisdiction_id', '=', hand.jurisdictionId)
        .where('id', '=', rating.id)
        .compile(),
    );
  }
};

export const saveHearings = async (
  tx: Tx,
  hand: Hand,
  before: CaseFile,
  after: CaseFile,
  ids: StoredIds,
): Promise<void> => {
  for (const contact of after.contacts.filter((one) => one.id < 0)) {
    const { id } = await tx
      .insertInto('contact')
      .values({
        jurisdiction_id: hand.jurisdictionId,
        matter_id: after.matter.id,
        assignment_id: contact.assignmentId,
        round: contact.round,
        stage: contact.stage,
        channel: contact.channel,
        at: contact.at,
        place: contact.place,
        who: contact.who,
        rank: contact.rank,
        proposer_present: contact.proposerPresent,
        proposer_ids: [...contact.proposerIds],
        said: contact.said,
        file_ids: [...contact.fileIds],
        entered_by: hand.personId,
        entered_at: hand.at.instant,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    ids.set(`contact:${contact.id}`, id);
  }
  for (const opinion of after.opinions.filter((one) => one.id < 0)) {
    const { id } = await tx
      .insertInto('opinion')
      .values({
        jurisdiction_id: hand.jurisdictionId,
        matter_id: after.matter.id,
        assignment_id: opinion.assignmentId,
        n: opinion.n,
        text: opinion.text,
        dissent: opinion.dissent,
        contact_person: opinion.contactPerson,
        given_by: hand.personId,
        given_at: hand.at.instant,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    ids.set(`opinion:${opinion.id}`, id);
  }
};

/** The sole or lead unit; with several separate units the first of them (for lists and counts). */
const leadUnitOf = (file: CaseFile): number | null =>
  file.duties.find((duty) => duty.role !== 'assist' && duty.endedOn === null)?.unitId ?? null;

/** What is stored of the matter itself after a decision. */
export const matterRow = (file: CaseFile, at: Moment) => {
  const { matter } = file;
  const leadUnitId = leadUnitOf(file);
  const lead = file.duties.find((duty) => duty.unitId === leadUnitId && duty.endedOn === null);
  return {
    title: matter.title,
    category: matter.category,
    public_consent: matter.publicConsent,
    level: matter.level,
    proposer_type: matter.proposerType,
    priority: matter.priority,
    stage: matter.stage,
    merged_into: file.merging?.into?.id ?? null,
    assigned_on: matter.assignedOn,
    closed_at: matter.closedAt,
    closed_on: matter.closedOn ?? null,
    lead_unit_id: leadUnitId,
    due_on: runningDate(owedToProposer(file)) ?? 'infinity',
    result_class: lead === undefined ? null : latestClass(file, lead.id),
    updated_at: at.instant,
  };
};

/** The caller holds the row: its version afterwards is the one before and one. */
export const saveMatter = (
  tx: Tx,
  hand: Hand,
  before: CaseFile,
  after: CaseFile,
  extra: { readonly responsibleLeader?: string },
): void => {
  const { matter } = after;
  if (matter.points !== before.matter.points) {
    sendAhead(
      tx,
      tx
        .deleteFrom('point')
        .where('jurisdiction_id', '=', hand.jurisdictionId)
        .where('matter_id', '=', matter.id)
        .compile(),
    );
    sendAhead(
      tx,
      tx
        .insertInto('point')
        .values(
          matter.points.map((point) => ({
            jurisdiction_id: hand.jurisdictionId,
            matter_id: matter.id,
            ...point,
          })),
        )
        .compile(),
    );
  }
  if (matter.body !== before.matter.body)
    sendAhead(
      tx,
      tx
        .updateTable('matter_text')
        .set({ body: matter.body })
        .where('jurisdiction_id', '=', hand.jurisdictionId)
        .where('matter_id', '=', matter.id)
        .compile(),
    );
  const save = tx
    .updateTable('matter')
    .set((eb) => ({
      version: eb('version', '+', 1),
      ...matterRow(after, hand.at),
      ...(extra.responsibleLeader === undefined ? {} : { responsible_leader: extra.responsibleLeader }),
    }))
    .where('jurisdiction_id', '=', hand.jurisdictionId)
    .where('id', '=', matter.id);
  sendAhead(tx, save.compile());
};
