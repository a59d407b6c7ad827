/** What a decision leaves beside the rows themselves: versions, reviews, strikes, notes, notices. */
import type { CaseEvent } from '#core/case/case-event.ts';
import type { CaseFile } from '#core/case/case-file.ts';
import { type Notice, noticesFor, type Recipient } from '#core/case/notify.ts';
import type { ReplyEvent } from '#core/reply/reply.ts';
import { sql } from 'kysely';
import { tell as send } from '../notice/tell.store.ts';
import { sendAhead, type Tx } from '../platform/db/database.ts';
import type { Hand } from './hand.ts';
import type { StoredIds } from './save-case.store.ts';

const occasions: Partial<Record<ReplyEvent['type'], 'saved' | 'submitted' | 'amended' | 'issued'>> = {
  replyStarted: 'saved',
  replySaved: 'saved',
  replySubmitted: 'submitted',
  replyIssued: 'issued',
};

const keepVersion = (tx: Tx, hand: Hand, replyId: number, content: unknown, occasion: string): void => {
  const keep = sql`
    insert into reply_version (jurisdiction_id, reply_id, n, content, saved_by, saved_at, occasion)
    select ${hand.jurisdictionId}, ${replyId}, coalesce(max(n), 0) + 1, ${JSON.stringify(content)}::jsonb,
      ${hand.personId}, ${hand.at.instant}, ${occasion}
    from reply_version where jurisdiction_id = ${hand.jurisdictionId} and reply_id = ${replyId}`;
  sendAhead(tx, keep.compile(tx));
};

const reviewOf = (event: ReplyEvent) => {
  switch (event.type) {
    case 'replySubmitted':
      return { level: -1, outcome: 'submitted', to_level: 0, note: '' };
    case 'replyApproved':
      return { level: event.level, outcome: 'approved', to_level: event.level + 1, note: event.note };
    case 'replySentBack':
      return { level: event.from, outcome: 'sentBack', to_level: event.to, note: event.reason };
    case 'replyRecalled':
      return { level: -1, outcome: 'recalled', to_level: -1, note: '' };
    case 'replyIssued':
      return { level: -1, outcome: 'issued', to_level: null, note: event.opinionsMissingReason ?? '' };
    case 'replyStarted':
    case 'replySaved':
      return null;
    default: {
      const forgotten: never = event;
      return forgotten;
    }
  }
};

const traceReply = (
  tx: Tx,
  hand: Hand,
  file: CaseFile,
  replyId: number,
  event: ReplyEvent,
  storedId: number,
): void => {
  const reply = file.replies.find((one) => one.id === replyId);
  const occasion =
    event.type === 'replySaved' && reply?.state === 'inReview' ? 'amended' : occasions[event.type];
  if (reply !== undefined && occasion !== undefined) keepVersion(tx, hand, storedId, reply.content, occasion);
  const review = reviewOf(event);
  if (review !== null)
    sendAhead(
      tx,
      tx
        .insertInto('review')
        .values({
          jurisdiction_id: hand.jurisdictionId,
          reply_id: storedId,
          matter_id: file.matter.id,
          by_id: hand.personId,
          at: hand.at.instant,
          ...review,
        })
        .compile(),
    );
  if (event.type === 'replyIssued')
    sendAhead(
      tx,
      tx
        .updateTable('reply')
        .set({
          copies: JSON.stringify(event.copies),
          issued_by: hand.personId,
          opinions_missing_reason: event.opinionsMissingReason,
        })
        .where('jurisdiction_id', '=', hand.jurisdictionId)
        .where('id', '=', storedId)
        .compile(),
    );
};

export const traceEvents = (
  tx: Tx,
  hand: Hand,
  file: CaseFile,
  events: readonly CaseEvent[],
  ids: StoredIds,
): void => {
  for (const item of events) {
    if (item.on === 'reply') {
      traceReply(tx, hand, file, item.id, item.event, ids.get(`reply:${item.id}`) ?? item.id);
    } else if (item.on === 'contact' && item.event.type === 'contactStruck') {
      sendAhead(
        tx,
        tx
          .updateTable('contact')
          .set({ struck_reason: item.event.reason, struck_by: hand.personId, struck_at: hand.at.instant })
          .where('jurisdiction_id', '=', hand.jurisdictionId)
          .where('id', '=', item.event.contactId)
          .compile(),
      );
    } else if (
      item.on === 'assignment' &&
      (item.event.type === 'handBackUpheld' || item.event.type === 'handBackRejected')
    ) {
      sendAhead(
        tx,
        tx
          .updateTable('assignment')
          .set({ hand_back_note: item.event.note })
          .where('jurisdiction_id', '=', hand.jurisdictionId)
          .where('id', '=', item.id)
          .compile(),
      );
    }
  }
};

/** One condition on role_grant for each kind of recipient. */
const condition = (recipient: Recipient) => {
  switch (recipient.to) {
    case 'person':
      return sql`(select ${recipient.personId}::bigint as person_id)`;
    case 'unitOffice':
      return sql`(select person_id from role_grant where role = 'unit-office' and unit_id = ${recipient.unitId})`;
    case 'unitLeader':
      return sql`(select person_id from role_grant where role = 'unit-leader' and unit_id = ${recipient.unitId})`;
    case 'sectionHead':
      return sql`(select person_id from role_grant where role = 'section-head' and unit_id = ${recipient.sectionId})`;
    case 'organOffice':
      return sql`(select person_id from role_grant where role in ('congress-office', 'cppcc-office') and organ_id = ${recipient.organId})`;
    case 'cityLeaders':
      return sql`(select person_id from role_grant where role = 'city-leader')`;
    case 'supervisors':
      return sql`(select person_id from role_grant where role = 'supervisor')`;
    default: {
      const forgotten: never = recipient;
      return forgotten;
    }
  }
};

/** Tells everyone concerned, once for each kind of event, and nobody of his own act. */
export const notify = (tx: Tx, hand: Hand, file: CaseFile, events: readonly CaseEvent[]): void =>
  tell(tx, hand, file.matter.id, noticesFor(file, events));

/** The same for notices, whatever they come from: each person once for each kind, and not of his own act. */
export const tell = (tx: Tx, hand: Hand, matterId: number | null, notices: readonly Notice[]): void => {
  const told = notices.flatMap(({ kind, recipients }) =>
    recipients.map(
      (recipient) => sql`select ${kind}::text as kind, person_id from ${condition(recipient)} one`,
    ),
  );
  if (told.length === 0) return;
  send(tx, {
    jurisdictionId: hand.jurisdictionId,
    at: hand.at.instant,
    rows: sql`select distinct person_id, kind, ${matterId}::bigint as matter_id, '{}'::jsonb as data,
        false as urgent, null::timestamptz as not_before
      from (${sql.join(told, sql` union all `)}) told where person_id not in (${hand.personId}, ${hand.forId})`,
    except: [hand.personId],
  });
};

/** Tells the offices of units of something that is no matter of theirs yet; one notice a person. */
export const tellOffices = (
  tx: Tx,
  hand: Hand,
  kind: string,
  unitIds: readonly number[],
  data: Readonly<Record<string, number | string>> = {},
): void => {
  if (unitIds.length === 0) return;
  send(tx, {
    jurisdictionId: hand.jurisdictionId,
    at: hand.at.instant,
    rows: sql`select distinct g.person_id, ${kind}::text as kind, null::bigint as matter_id,
        ${JSON.stringify(data)}::jsonb as data, false as urgent, null::timestamptz as not_before
      from role_grant g where g.jurisdiction_id = ${hand.jurisdictionId} and g.role = 'unit-office'
        and g.unit_id = any(${[...unitIds]}::bigint[]) and g.person_id not in (${hand.personId}, ${hand.forId})`,
    except: [hand.personId],
  });
};
