-- What is said in the group discussions of a session 分组讨论意见, from the notes to the units' answers.

create table session_group (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  version integer not null default 1,
  organ_id bigint not null,
  session_id bigint not null,
  name text not null,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, session_id, name),
  foreign key (jurisdiction_id, organ_id) references organ,
  foreign key (jurisdiction_id, session_id) references session
);
comment on table session_group is 'A group in which a session discusses 分组: a delegation, a sector.';

create table session_group_recorder (
  jurisdiction_id bigint not null,
  group_id bigint not null,
  person_id bigint not null,
  primary key (jurisdiction_id, group_id, person_id),
  foreign key (jurisdiction_id, group_id) references session_group,
  foreign key (jurisdiction_id, person_id) references person
);
comment on table session_group_recorder is 'Who writes down what a group says 小组记录员, appointed by the office of the organ.';
create index session_group_recorder_person on session_group_recorder (jurisdiction_id, person_id, group_id);

create table session_record (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  version integer not null default 1,
  organ_id bigint not null,
  session_id bigint not null,
  group_id bigint not null,
  state text not null check (state in ('draft', 'submitted', 'checked', 'discarded')),
  held_on date not null,
  place text not null default '',
  notes text not null default '',
  pieces jsonb not null default '[]',
  created_by bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  submitted_by bigint,
  submitted_at timestamptz,
  checked_by bigint,
  checked_at timestamptz,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, organ_id) references organ,
  foreign key (jurisdiction_id, session_id) references session,
  foreign key (jurisdiction_id, group_id) references session_group,
  foreign key (jurisdiction_id, created_by) references person,
  foreign key (jurisdiction_id, submitted_by) references person,
  foreign key (jurisdiction_id, checked_by) references person
);
comment on column session_record.pieces is 'The notes as the recorder has cut them; once submitted they are rows of session_opinion.';
create index session_record_session on session_record (jurisdiction_id, session_id, held_on desc, id desc);
create index session_record_group on session_record (jurisdiction_id, group_id, held_on desc, id desc);

create table session_opinion (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  version integer not null default 1,
  organ_id bigint not null,
  session_id bigint not null,
  group_id bigint not null,
  record_id bigint not null,
  no integer not null,
  position integer not null,
  state text not null check (state in ('received', 'checked', 'forwarded', 'joined', 'dropped', 'merged')),
  text text not null,
  speaker text not null default '',
  speaker_id bigint,
  class_code text not null,
  unit_ids bigint[] not null default '{}',
  held_on date not null,
  received_on date not null,
  received_at timestamptz not null,
  forwarded_on date,
  forwarded_at timestamptz,
  same_as_id bigint,
  merged_into_id bigint,
  dropped_reason text,
  became_matter_id bigint,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, session_id, no),
  foreign key (jurisdiction_id, organ_id) references organ,
  foreign key (jurisdiction_id, session_id) references session,
  foreign key (jurisdiction_id, group_id) references session_group,
  foreign key (jurisdiction_id, record_id) references session_record,
  foreign key (jurisdiction_id, speaker_id) references person,
  foreign key (jurisdiction_id, same_as_id) references session_opinion,
  foreign key (jurisdiction_id, merged_into_id) references session_opinion,
  foreign key (jurisdiction_id, became_matter_id) references matter
);
comment on column session_opinion.held_on is 'The day of the discussion, in China: forwarded the same day means on this one.';
comment on column session_opinion.forwarded_on is 'The day in China on which it first left for a unit; never that of the server.';
create index session_opinion_session on session_opinion (jurisdiction_id, session_id, no);
create index session_opinion_record on session_opinion (jurisdiction_id, record_id, position);
create index session_opinion_waiting on session_opinion (jurisdiction_id, held_on, id) where state in ('received', 'checked');
create index session_opinion_speaker on session_opinion (jurisdiction_id, speaker_id, no) where speaker_id is not null;
create index session_opinion_twin on session_opinion (jurisdiction_id, same_as_id) where same_as_id is not null;

create table session_referral (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  version integer not null default 1,
  opinion_id bigint not null,
  unit_id bigint not null,
  state text not null check (state in ('sent', 'answered', 'closed', 'handedBack', 'recalled')),
  sent_on date not null,
  sent_at timestamptz not null,
  sent_by bigint not null,
  channel text check (channel in ('onSpot', 'visit', 'video', 'phone', 'written')),
  answered_on date,
  answered_who text,
  answer text,
  speaker_told boolean,
  answered_by bigint,
  answered_at timestamptz,
  closed_at timestamptz,
  reason text,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, opinion_id) references session_opinion,
  foreign key (jurisdiction_id, unit_id) references unit,
  foreign key (jurisdiction_id, sent_by) references person,
  foreign key (jurisdiction_id, answered_by) references person
);
comment on table session_referral is 'One opinion at one unit 转办件, with the answer that the unit gave.';
create unique index session_referral_live on session_referral (jurisdiction_id, opinion_id, unit_id) where state in ('sent', 'answered', 'closed');
create index session_referral_unit on session_referral (jurisdiction_id, unit_id, state, id);
create index session_referral_opinion on session_referral (jurisdiction_id, opinion_id, id);

-- An evening's reminder is told once, whichever worker comes to it.
create table session_opinion_reminder (
  jurisdiction_id bigint not null,
  organ_id bigint not null,
  day date not null,
  hour integer not null,
  primary key (jurisdiction_id, organ_id, day, hour),
  foreign key (jurisdiction_id, organ_id) references organ
);

do $$
declare
  tenant text;
begin
  foreach tenant in array array['session_group', 'session_group_recorder', 'session_record', 'session_opinion', 'session_referral', 'session_opinion_reminder']
  loop
    execute format('alter table %I enable row level security', tenant);
    execute format('alter table %I force row level security', tenant);
    execute format(
      'create policy own_jurisdiction on %I using (jurisdiction_id = nullif(current_setting(''luoshi.jurisdiction'', true), '''')::bigint)',
      tenant);
    -- Nothing destroys: what is not forwarded is dropped with a reason, never removed.
    execute format('grant select, insert, update on %I to luoshi_app', tenant);
  end loop;
end $$;
-- Who records for a group changes; who did, the journal knows.
grant delete on session_group_recorder to luoshi_app;
grant usage on all sequences in schema public to luoshi_app;
