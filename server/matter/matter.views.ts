/** What the matter page shows beside the case file: names, phones, reviews, files, the journal. One query each way. */
import { type Actor, mayReadProposerContact, standingsOnMatter } from '#core/access.ts';
import { partiesOf } from '#core/case/case-file.ts';
import type { Moment } from '#core/words.ts';
import { type RawBuilder, sql } from 'kysely';
import type { CaseDoor } from '../case/door.ts';
import type { Tx } from '../platform/db/database.ts';
import type { MatterPage } from './look.ts';
import { composePage } from './matter-page.ts';
import type { Surroundings } from './surroundings.ts';

/** Opens a sealed phone number; the key is the composition root's. */
export type OpenPhone = (sealed: string) => string;

/** What a matter and those merged into it were filed from; of files, those that the filed text and form name. */
const filedOf = (j: number, m: number): RawBuilder<unknown> => sql`(
  select coalesce(json_agg(json_build_object('matterId', y.id, 'caseNo', y.case_no, 'submissionId', s.id,
      'flowNo', coalesce(s.flow_no, ''), 'bodyName', s.body_name, 'files', (
        select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'size', f.size,
            'mediaType', f.media_type, 'use', x.use, 'caption', x.caption) order by x.place, x.n), '[]')
        from (
          select 'picture' as use, (b.value ->> 'fileId')::bigint as file_id, b.value ->> 'caption' as caption, 1 as place, b.n
          from jsonb_array_elements(t.facts || t.analysis) with ordinality as b(value, n) where b.value ->> 'type' = 'picture'
          union all select 'seal', s.seal_file_id, '', 2, 1
          union all select 'attachment', a.id, '', 3, a.n from unnest(s.file_ids) with ordinality as a(id, n)
            where a.id is distinct from s.seal_file_id) x
        join file f on f.jurisdiction_id = s.jurisdiction_id and f.id = x.file_id)) order by y.id <> ${m}, y.id), '[]')
  from matter y
  join submission s on s.jurisdiction_id = y.jurisdiction_id and s.matter_id = y.id
  join submission_text t on t.jurisdiction_id = s.jurisdiction_id and t.submission_id = s.id and t.text_no = s.text_no
  where y.jurisdiction_id = ${j} and (y.id = ${m} or y.merged_into = ${m}))`;

/** Asked by the matter's id alone, so that it travels together with the case file. */
const surroundings = async (tx: Tx, actor: Actor, m: number): Promise<Surroundings | null> => {
  const j = actor.jurisdictionId;
  const { rows } = await sql<{ page: Surroundings }>`
    with duties as materialized (
      select a.id, a.unit_id, a.section_id, a.hand_back_right_unit_id, a.handler_id, a.leader_id, a.hand_back_note
      from assignment a where a.jurisdiction_id = ${j} and a.matter_id = ${m}),
    talks as materialized (
      select c.id, c.proposer_ids, c.file_ids, c.entered_by, c.struck_reason, c.struck_by, c.struck_at
      from contact c where c.jurisdiction_id = ${j} and c.matter_id = ${m})
    select json_build_object(
      'organ', json_build_object('id', o.id, 'name', o.name),
      'session', json_build_object('id', s.id, 'kind', o.kind, 'year', s.year,
        'term', t.number, 'number', s.number),
      'responsibleLeader', m.responsible_leader,
      'units', (select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name, 'boundary', u.boundary)), '[]')
        from unit u where u.jurisdiction_id = ${j} and u.id in (select unnest(array[d.unit_id, d.section_id, d.hand_back_right_unit_id]) from duties d)),
      'people', (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'group', p.group_name, 'phone', p.phone_sealed)), '[]')
        from person p where p.jurisdiction_id = ${j} and p.id in (
          select x.person_id from proposer x where x.jurisdiction_id = ${j} and x.matter_id = ${m}
          union all select unnest(array[d.handler_id, d.leader_id]) from duties d
          union all select unnest(c.proposer_ids) from talks c)),
      'files', (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'size', f.size)), '[]')
        from file f where f.jurisdiction_id = ${j} and f.matter_id = ${m} and f.purpose = 'contact'),
      'mainTitle', (select x.title from matter x where x.jurisdiction_id = ${j} and x.id = m.merged_into),
      'filed', ${filedOf(j, m)},
      'reviews', (select coalesce(json_agg(json_build_object('replyId', r.reply_id, 'level', r.level, 'outcome', r.outcome,
          'toLevel', r.to_level, 'note', r.note, 'by', p.name, 'at', r.at) order by r.id), '[]')
        from reply y join review r on r.jurisdiction_id = y.jurisdiction_id and r.reply_id = y.id
        join person p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.by_id
        where y.jurisdiction_id = ${j} and y.matter_id = ${m}),
      'opinionTimes', (select coalesce(json_agg(json_build_object('id', o2.id, 'at', o2.given_at)), '[]')
        from opinion o2 where o2.jurisdiction_id = ${j} and o2.matter_id = ${m}),
      'handBackNotes', (select coalesce(json_agg(json_build_object('id', a.id, 'note', a.hand_back_note)), '[]')
        from duties a where a.hand_back_note is not null),
      'contactMarks', (select coalesce(json_agg(json_build_object('id', c.id, 'enteredBy', e.name,
          'struckReason', c.struck_reason, 'struckBy', k.name, 'struckAt', c.struck_at)), '[]')
        from talks c join person e on e.jurisdiction_id = ${j} and e.id = c.entered_by
        left join person k on k.jurisdiction_id = ${j} and k.id = c.struck_by),
      'drafts', (select coalesce(json_agg(json_build_object('ratingId', g.id, 'draft', g.draft)), '[]')
        from rating g where g.jurisdiction_id = ${j} and g.matter_id = ${m} and g.proposer_id = ${actor.personId} and g.draft is not null),
      'joint', json_build_object(
        'notices', (select coalesce(json_agg(x.id), '[]') from supervision_notice_matter l
          join supervision_notice x on x.jurisdiction_id = l.jurisdiction_id and x.id = l.notice_id and x.organ_id is null
          where l.jurisdiction_id = ${j} and l.matter_id = ${m}),
        'acts', (select coalesce(json_agg(x.id), '[]') from supervision_act_matter l
          join supervision_act x on x.jurisdiction_id = l.jurisdiction_id and x.id = l.act_id and x.organ_id is null
          where l.jurisdiction_id = ${j} and l.matter_id = ${m})),
      'journal', (select coalesce(json_agg(json_build_object('n', q.n, 'at', q.at, 'actor', q.entry::json ->> 'actor', 'for', q.entry::json ->> 'for',
          'command', q.command, 'data', q.entry::json -> 'data') order by q.n), '[]')
        from journal q where q.jurisdiction_id = ${j} and q.stream = ${`matter:${m}`})
    ) as page
    from matter m
    join organ o on o.jurisdiction_id = m.jurisdiction_id and o.id = m.organ_id
    join session s on s.jurisdiction_id = m.jurisdiction_id and s.id = m.session_id
    join term t on t.jurisdiction_id = m.jurisdiction_id and t.id = s.term_id
    where m.jurisdiction_id = ${j} and m.id = ${m}`.execute(tx);
  return rows[0]?.page ?? null;
};

/** The page of one matter for one person; null: nothing there for him. */
export const viewMatter = async (
  tx: Tx,
  door: CaseDoor,
  openPhone: OpenPhone,
  actor: Actor,
  at: Moment,
  matterId: number,
): Promise<MatterPage | null> => {
  const [file, around] = await Promise.all([
    door.read(tx, actor, matterId),
    surroundings(tx, actor, matterId),
  ]);
  if (file === null || around === null) return null;
  const mayCall = mayReadProposerContact(standingsOnMatter(actor, partiesOf(file)));
  const people = around.people.map((person) => ({
    ...person,
    phone:
      mayCall && person.phone !== null && file.proposerIds.includes(person.id)
        ? openPhone(person.phone)
        : null,
  }));
  return composePage(file, { ...around, people }, actor, at);
};
