/** Loads a whole case file in one statement, locked or not. */
import type { CaseFile, Merging } from '#core/case/case-file.ts';
import type { WorkCalendar } from '#core/clock/calendar.ts';
import type { Ruleset } from '#core/ruleset.ts';
import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import { inOneTrip, inOneTripEach, type Tx } from '../platform/db/database.ts';
import type { JournalHead } from '../platform/journal.ts';
import type { CalendarVersion } from './house.ts';

/** What every case of a jurisdiction shares. */
export type House = {
  readonly ruleset: Ruleset;
  readonly calendar: WorkCalendar;
  readonly calendarVersion: CalendarVersion;
};

/** A case file with what it is judged by, the calendar's version included. */
export type LoadedCase = CaseFile & House;

/** The parts of a case file as the database hands them out: JSON built with the field names of the core. */
type Row = Omit<CaseFile, 'ruleset' | 'calendar' | 'merging'> & { readonly merging: Merging | null };

const fileOf = ({ merging, ...file }: Row, house: House): LoadedCase => ({
  ...file,
  ...house,
  ...(merging === null ? {} : { merging }),
});

/** A matter by its id, or by the id of a row that belongs to it. */
export type MatterRef =
  | number
  | { readonly table: 'assignment' | 'reply' | 'rating' | 'contact'; readonly id: number };

const idOf = (jurisdictionId: number, ref: MatterRef): RawBuilder<unknown> =>
  typeof ref === 'number'
    ? sql`${ref}::bigint`
    : sql`(select x.matter_id from ${sql.table(ref.table)} x where x.jurisdiction_id = ${jurisdictionId} and x.id = ${ref.id})`;

/** With which matters `m` is handled together; null: with none. */
const merging = sql`case when m.merged_into is null and not exists (
          select from matter x where x.jurisdiction_id = m.jurisdiction_id and x.merged_into = m.id) then null
        else json_build_object(
          'into', (select json_build_object('id', x.id, 'caseNo', x.case_no, 'stage', x.stage) from matter x
            where x.jurisdiction_id = m.jurisdiction_id and x.id = m.merged_into),
          'ownProposerIds', (select coalesce(json_agg(p.person_id order by p.position), '[]') from proposer p
            where p.jurisdiction_id = m.jurisdiction_id and p.matter_id = m.id and p.via_matter_id is null),
          'taken', (select coalesce(json_agg(json_build_object(
              'id', x.id, 'caseNo', x.case_no, 'title', x.title, 'inSession', x.in_session,
              'proposerIds', (select coalesce(json_agg(p.person_id order by p.position), '[]') from proposer p
                where p.jurisdiction_id = x.jurisdiction_id and p.matter_id = x.id and p.via_matter_id is null))
              order by x.id), '[]')
            from matter x where x.jurisdiction_id = m.jurisdiction_id and x.merged_into = m.id)) end`;

const loading = (tx: Tx, jurisdictionId: number, id: RawBuilder<unknown>): CompiledQuery =>
  sql`
    select json_build_object(
      'matter', json_build_object(
        'id', m.id, 'version', m.version, 'kind', m.kind, 'organId', m.organ_id, 'sessionId', m.session_id,
        'inSession', m.in_session, 'caseNo', m.case_no, 'title', m.title, 'body', t.body, 'category', m.category,
        'publicConsent', m.public_consent, 'level', m.level, 'proposerType', m.proposer_type, 'priority', m.priority, 'stage', m.stage, 'filedOn', m.filed_on, 'assignedOn', m.assigned_on,
        'closedAt', m.closed_at, 'closedOn', m.closed_on,
        'points', (select coalesce(json_agg(json_build_object('no', p.no, 'text', p.text) order by p.no), '[]')
          from point p where p.jurisdiction_id = m.jurisdiction_id and p.matter_id = m.id)),
      'sessionClosesOn', s.closes_on,
      'proposerIds', (select coalesce(json_agg(p.person_id order by p.position), '[]')
        from proposer p where p.jurisdiction_id = m.jurisdiction_id and p.matter_id = m.id),
      'duties', (select coalesce(json_agg(json_build_object(
          'id', a.id, 'version', a.version, 'matterId', a.matter_id, 'unitId', a.unit_id, 'role', a.role,
          'successorId', (select s.successor_id from unit_successor s join unit g on g.jurisdiction_id = s.jurisdiction_id and g.id = s.unit_id
            where s.jurisdiction_id = a.jurisdiction_id and s.unit_id = a.unit_id and s.position = 0 and g.state = 'closed'
            order by s.succession_id desc limit 1),
          'boundary', (select u.boundary from unit u where u.jurisdiction_id = a.jurisdiction_id and u.id = a.unit_id),
          'extensions', a.extensions, 'pauses', a.pauses, 'afterReply', a.after_reply, 'past', a.past,
          'state', a.state, 'round', a.round, 'assignedOn', a.assigned_on, 'signedOn', a.signed_on,
          'roundOpenedOn', a.round_opened_on, 'answeredOn', a.answered_on, 'sectionId', a.section_id,
          'handlerId', a.handler_id, 'leaderId', a.leader_id, 'endedOn', a.ended_on,
          'handBack', case when a.hand_back_requested_on is null then null else json_build_object(
            'reason', a.hand_back_reason, 'rightUnitId', a.hand_back_right_unit_id, 'basis', a.hand_back_basis,
            'requestedOn', a.hand_back_requested_on, 'decidedOn', a.hand_back_decided_on) end) order by a.id), '[]')
        from assignment a where a.jurisdiction_id = m.jurisdiction_id and a.matter_id = m.id),
      'contacts', (select coalesce(json_agg(json_build_object(
          'id', c.id, 'assignmentId', c.assignment_id, 'round', c.round, 'stage', c.stage, 'channel', c.channel,
          'at', c.at, 'on', (c.at at time zone 'Asia/Shanghai')::date, 'place', c.place, 'who', c.who, 'rank', c.rank,
          'proposerPresent', c.proposer_present, 'proposerIds', c.proposer_ids, 'said', c.said, 'fileIds', c.file_ids,
          'struck', c.struck_at is not null) order by c.id), '[]')
        from contact c where c.jurisdiction_id = m.jurisdiction_id and c.matter_id = m.id),
      'opinions', (select coalesce(json_agg(json_build_object(
          'id', o.id, 'n', o.n, 'assignmentId', o.assignment_id, 'text', o.text, 'dissent', o.dissent,
          'contactPerson', o.contact_person) order by o.id), '[]')
        from opinion o where o.jurisdiction_id = m.jurisdiction_id and o.matter_id = m.id),
      'replies', (select coalesce(json_agg(json_build_object(
          'id', r.id, 'version', r.version, 'assignmentId', r.assignment_id, 'matterId', r.matter_id,
          'round', r.round, 'state', r.state, 'level', r.level, 'content', r.content,
          'authors', (select coalesce(json_agg(distinct v.saved_by), '[]') from reply_version v
            where v.jurisdiction_id = r.jurisdiction_id and v.reply_id = r.id and v.occasion = 'saved' and v.n > 1),
          'submittedBy', r.submitted_by, 'documentNo', r.document_no, 'issuedOn', r.issued_on) order by r.id), '[]')
        from reply r where r.jurisdiction_id = m.jurisdiction_id and r.matter_id = m.id),
      'ratings', (select coalesce(json_agg(json_build_object(
          'id', g.id, 'version', g.version, 'replyId', g.reply_id, 'round', g.round, 'proposerId', g.proposer_id,
          'state', g.state, 'enteredBy', g.entered_by, 'scanId', g.scan_id, 'sealedAt', g.sealed_at,
          'verdict', case when g.state = 'open' then null else json_build_object(
            'attitude', g.attitude, 'outcome', g.outcome, 'reason', g.reason, 'points', g.points) end) order by g.id), '[]')
        from rating g where g.jurisdiction_id = m.jurisdiction_id and g.matter_id = m.id),
      'merging', ${merging}
    ) as file
    from matter m
    join matter_text t on t.jurisdiction_id = m.jurisdiction_id and t.matter_id = m.id
    join session s on s.jurisdiction_id = m.jurisdiction_id and s.id = m.session_id
    where m.jurisdiction_id = ${jurisdictionId} and m.id = ${id}`.compile(tx);

/** The case file of one matter as it stands; null: there is none in this jurisdiction. */
export const loadCase = async (
  tx: Tx,
  house: House,
  jurisdictionId: number,
  matterId: number,
): Promise<LoadedCase | null> => {
  const [row] = await inOneTrip<{ file: Row }>(
    tx,
    loading(tx, jurisdictionId, idOf(jurisdictionId, matterId)),
  );
  return row === undefined ? null : fileOf(row.file, house);
};

/** The case files of several matters as they stand, in no order; those that are not there are left out. */
export const loadCases = async (
  tx: Tx,
  house: House,
  jurisdictionId: number,
  matterIds: readonly number[],
): Promise<readonly CaseFile[]> => {
  const rows = await inOneTrip<{ file: Row }>(
    tx,
    loading(tx, jurisdictionId, sql`any(${[...matterIds]}::bigint[])`),
  );
  return rows.map((row) => fileOf(row.file, house));
};

export type LockedCase = { readonly file: CaseFile; readonly head: JournalHead | null };

/**
 * The case file with its matter's row held, so that commands on one matter follow each other and none decides on
 * what another is changing; and the head of its journal, held too (null: it has no entry yet). One trip: each
 * statement sees what those before it have waited for.
 */
export const lockCase = async (
  tx: Tx,
  house: House,
  jurisdictionId: number,
  ref: MatterRef,
): Promise<LockedCase | null> => {
  const id = idOf(jurisdictionId, ref);
  const held = sql`select 1 from matter where jurisdiction_id = ${jurisdictionId} and id = ${id} for update`;
  const head = sql`
    select n, hash from journal_head
    where jurisdiction_id = ${jurisdictionId} and stream = 'matter:' || ${id} for update`;
  const [, files, heads] = await inOneTripEach<{ file: Row } & JournalHead>(
    tx,
    held.compile(tx),
    loading(tx, jurisdictionId, id),
    head.compile(tx),
  );
  const [row] = files ?? [];
  return row === undefined ? null : { file: fileOf(row.file, house), head: heads?.[0] ?? null };
};
