/** Reads of the proposers' screens. */
import { sessionName } from '#core/session-name.ts';
import { filesOf, type Submission } from '#core/submission/submission.ts';
import { sql } from 'kysely';
import { readDayCursor, writeCursor } from '../platform/cursor.ts';
import type { Tx } from '../platform/db/database.ts';

export type NamedPerson = {
  readonly id: number;
  readonly name: string;
  readonly group: string;
  readonly post: string;
};

export type AttachedFile = {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
};

export type Names = {
  readonly organ: {
    readonly id: number;
    readonly name: string;
    readonly kind: 'congress' | 'cppcc';
    readonly office: string;
  };
  readonly session: { readonly id: number; readonly term: number; readonly number: number } | null;
  readonly panel: { readonly id: number; readonly name: string } | null;
  readonly people: readonly NamedPerson[];
  readonly units: readonly { readonly id: number; readonly name: string }[];
  readonly files: readonly AttachedFile[];
  /** What it was split into, as it was handed in. */
  readonly parts: readonly { readonly id: number; readonly flowNo: string; readonly title: string }[];
  readonly history: readonly { readonly at: string; readonly actor: string; readonly command: string }[];
};

/** The names behind the ids of one submission. */
export const namesOf = async (tx: Tx, j: number, submission: Submission): Promise<Names> => {
  const { authorId, enteredById, signers, opinions, form } = submission;
  const files = filesOf(submission);
  const people = [
    authorId,
    ...(enteredById === null ? [] : [enteredById]),
    ...signers.map(({ personId }) => personId),
    ...opinions.map(({ byId }) => byId),
  ];
  const units = [
    ...(form.preferredLeadId === null ? [] : [form.preferredLeadId]),
    ...form.preferredAssistIds,
  ];
  const { rows } = await sql<Names>`
    select (select json_build_object('id', id, 'name', name, 'kind', kind, 'office', office_name) from organ
        where jurisdiction_id = ${j} and id = ${submission.organId}) as organ,
      (select json_build_object('id', s.id, 'term', t.number, 'number', s.number) from session s
        join term t on t.jurisdiction_id = s.jurisdiction_id and t.id = s.term_id
        where s.jurisdiction_id = ${j} and s.id = ${submission.sessionId}) as session,
      (select json_build_object('id', id, 'name', name) from review_panel
        where jurisdiction_id = ${j} and id = ${submission.panelId}) as panel,
      (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'group', group_name, 'post', post)), '[]')
        from person where jurisdiction_id = ${j} and id = any(${people}::bigint[])) as people,
      (select coalesce(json_agg(json_build_object('id', id, 'name', name)), '[]')
        from unit where jurisdiction_id = ${j} and id = any(${units}::bigint[])) as units,
      (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'size', size, 'mediaType', media_type)
          order by id), '[]')
        from file where jurisdiction_id = ${j} and id = any(${[...files]}::bigint[])) as files,
      (select coalesce(json_agg(json_build_object('id', c.id, 'flowNo', c.flow_no, 'title', coalesce(h.title, c.title))
          order by c.id), '[]')
        from submission c left join submission_text h on h.jurisdiction_id = c.jurisdiction_id
          and h.submission_id = c.id and h.text_no = c.submitted_text_no
        where c.jurisdiction_id = ${j} and c.split_from_id = ${submission.id}) as parts,
      (select coalesce(json_agg(json_build_object('at', l.at, 'actor', coalesce(w.name, ''), 'command', l.command)
          order by l.n), '[]')
        from journal l left join person w on w.jurisdiction_id = l.jurisdiction_id and w.id = l.actor_id
        where l.jurisdiction_id = ${j} and l.stream = ${`submission:${submission.id}`}
          and l.command <> 'submission.edit') as history`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error(`Submission ${submission.id} without names`);
  return { ...row, history: row.history.map((one) => ({ ...one, at: new Date(one.at).toISOString() })) };
};

/** The name of a session as people call it. */
export const nameOfSession = (
  kind: 'congress' | 'cppcc',
  session: { readonly id: number; readonly term: number; readonly number: number },
): { readonly id: number; readonly name: string } => ({
  id: session.id,
  name: sessionName(kind, session.term, session.number),
});

export type TextVersion = Submission['text'] & {
  readonly textNo: number;
  readonly changedAt: string;
  readonly signers: readonly string[];
};

/** Every version of the text, newest first, with those who signed it. */
export const findTexts = async (tx: Tx, j: number, id: number): Promise<readonly TextVersion[]> => {
  const { rows } = await sql<TextVersion>`
    select t.text_no as "textNo", t.title, t.facts, t.analysis, t.asks, t.changed_at as "changedAt",
      (select coalesce(json_agg(p.name order by g.at), '[]') from submission_signer g
        join person p on p.jurisdiction_id = g.jurisdiction_id and p.id = g.person_id
        where g.jurisdiction_id = t.jurisdiction_id and g.submission_id = t.submission_id
          and g.text_no = t.text_no and g.state = 'signed') as signers
    from submission_text t where t.jurisdiction_id = ${j} and t.submission_id = ${id}
    order by t.text_no desc`.execute(tx);
  return rows;
};

export type ListedSubmission = {
  readonly id: number;
  readonly updatedAt: string;
  readonly organ: { readonly id: number; readonly name: string };
  readonly author: { readonly id: number; readonly name: string };
  readonly enteredBy: string | null;
};

const pageSize = 30;

/**
 * What somebody wrote, had entered for him, or stands under, newest change first; invitations that wait are
 * elsewhere. `office`: instead, what an organ's office entered for others.
 */
export const listSubmissions = async (
  tx: Tx,
  j: number,
  whose: { readonly personId: number } | { readonly office: readonly number[] },
  cursorText: string | undefined,
) => {
  const mine =
    'personId' in whose
      ? sql`(s.author_id = ${whose.personId} or exists (select from submission_signer g
          where g.jurisdiction_id = s.jurisdiction_id and g.submission_id = s.id
            and g.person_id = ${whose.personId} and g.state = 'signed'))`
      : sql`(s.organ_id = any(${[...whose.office]}::bigint[]) and s.entered_by_id is not null)`;
  const cursor = readDayCursor(cursorText);
  const after =
    cursor === null
      ? sql`true`
      : sql`(s.updated_at, s.id) < (${cursor.after}::timestamptz, ${cursor.id}::bigint)`;
  const { rows } = await sql<ListedSubmission>`
    select s.id, s.updated_at as "updatedAt", json_build_object('id', o.id, 'name', o.name) as organ,
      json_build_object('id', p.id, 'name', p.name) as author, e.name as "enteredBy"
    from submission s
    join organ o on o.jurisdiction_id = s.jurisdiction_id and o.id = s.organ_id
    join person p on p.jurisdiction_id = s.jurisdiction_id and p.id = s.author_id
    left join person e on e.jurisdiction_id = s.jurisdiction_id and e.id = s.entered_by_id
    where s.jurisdiction_id = ${j} and s.state <> 'discarded' and ${mine} and ${after}
    order by s.updated_at desc, s.id desc limit ${pageSize + 1}`.execute(tx);
  const total = await sql<{ n: number }>`
    select count(*)::int as n from submission s
    where s.jurisdiction_id = ${j} and s.state <> 'discarded' and ${mine}`.execute(tx);
  const items = rows.slice(0, pageSize);
  const last = items.at(-1);
  return {
    items,
    total: total.rows[0]?.n ?? 0,
    next:
      rows.length > pageSize && last !== undefined
        ? writeCursor({ after: last.updatedAt, id: last.id })
        : null,
  };
};

export type Invitation = {
  readonly id: number;
  readonly title: string;
  readonly organ: { readonly id: number; readonly name: string };
  readonly author: { readonly id: number; readonly name: string; readonly group: string };
  readonly role: 'coSigner' | 'convenor';
  readonly again: boolean;
  readonly until: string | null;
  readonly closed: boolean;
  readonly signed: number;
};

/** What waits for somebody's signature, what closes first at the top. */
export const listInvitations = async (
  tx: Tx,
  j: number,
  personId: number,
  now: string,
): Promise<readonly Invitation[]> => {
  const { rows } = await sql<Invitation>`
    select s.id, s.title, json_build_object('id', o.id, 'name', o.name) as organ,
      json_build_object('id', p.id, 'name', p.name, 'group', p.group_name) as author, g.role,
      g.state = 'signed' as again, s.gather_until as until,
      coalesce(s.gather_until < ${now}::timestamptz, false) as closed,
      (select count(*)::int from submission_signer c where c.jurisdiction_id = s.jurisdiction_id
        and c.submission_id = s.id and c.state = 'signed' and c.text_no = s.text_no) as signed
    from submission_signer g
    join submission s on s.jurisdiction_id = g.jurisdiction_id and s.id = g.submission_id
    join organ o on o.jurisdiction_id = s.jurisdiction_id and o.id = s.organ_id
    join person p on p.jurisdiction_id = s.jurisdiction_id and p.id = s.author_id
    where g.jurisdiction_id = ${j} and g.person_id = ${personId} and s.state in ('draft', 'returned')
      and (g.state = 'invited' or g.state = 'signed' and g.text_no <> s.text_no)
    order by closed, s.gather_until nulls last, s.id limit 500`.execute(tx);
  return rows;
};

/**
 * What these authors have handed in to an organ under one of these titles, as they stood when they were handed in,
 * whoever entered it; the newest of each.
 */
export const findHandedIn = async (
  tx: Tx,
  j: number,
  organId: number,
  { titles, authorIds }: { readonly titles: readonly string[]; readonly authorIds: readonly number[] },
): Promise<readonly { readonly title: string; readonly authorId: number; readonly flowNo: string }[]> => {
  const { rows } = await sql<{ title: string; authorId: number; flowNo: string }>`
    select distinct on (s.author_id, h.title) h.title, s.author_id as "authorId", s.flow_no as "flowNo"
    from submission s join submission_text h on h.jurisdiction_id = s.jurisdiction_id and h.submission_id = s.id
      and h.text_no = s.submitted_text_no
    where s.jurisdiction_id = ${j} and s.organ_id = ${organId} and s.flow_no is not null
      and s.author_id = any(${[...authorIds]}::bigint[]) and h.title = any(${[...titles]}::text[])
      and s.state in ('vetting', 'submitted', 'returned', 'filed')
    order by s.author_id, h.title, s.id desc`.execute(tx);
  return rows;
};
