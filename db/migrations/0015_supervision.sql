-- Supervision by hand: urge slips, supervision notices, and what the supervising offices did themselves.

create table urge_slip (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  version integer not null default 1,
  matter_id bigint not null,
  organ_id bigint not null,
  assignment_id bigint not null,
  unit_id bigint not null,
  round integer not null,
  level text not null check (level in ('blue', 'orange', 'red')),
  proposed text not null check (proposed in ('blue', 'orange', 'red')),
  reason text,
  state text not null check (state in ('sent', 'acknowledged', 'takenBack')),
  slip_no text not null,
  text text not null,
  issued_on date not null,
  issued_at timestamptz not null,
  issued_by bigint not null,
  acknowledge_by date not null,
  wanted text[] not null,
  taken_back_reason text,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, slip_no),
  foreign key (jurisdiction_id, matter_id) references matter,
  foreign key (jurisdiction_id, organ_id) references organ,
  foreign key (jurisdiction_id, assignment_id) references assignment,
  foreign key (jurisdiction_id, unit_id) references unit,
  foreign key (jurisdiction_id, issued_by) references person
);
comment on table urge_slip is '催办单: one slip on one duty. Its number is never reused; a slip taken back stays.';
create index urge_slip_issued on urge_slip (jurisdiction_id, issued_at desc, id desc);
create index urge_slip_unit on urge_slip (jurisdiction_id, unit_id, issued_at desc, id desc);
create index urge_slip_duty on urge_slip (jurisdiction_id, assignment_id, id);
create index urge_slip_matter on urge_slip (jurisdiction_id, matter_id, id);
create index urge_slip_waiting on urge_slip (jurisdiction_id, unit_id, acknowledge_by, id) where state = 'sent';

create table urge_acknowledgement (
  jurisdiction_id bigint not null,
  urge_id bigint not null,
  part text not null check (part in ('unitOffice', 'unitLeader')),
  by_id bigint not null,
  at timestamptz not null,
  day date not null,
  note text not null,
  done_by date,
  primary key (jurisdiction_id, urge_id, part),
  foreign key (jurisdiction_id, urge_id) references urge_slip,
  foreign key (jurisdiction_id, by_id) references person
);

create table supervision_notice (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  version integer not null default 1,
  unit_id bigint not null,
  organ_id bigint,
  state text not null check (state in ('served', 'inHand', 'reportedBack', 'settled', 'cancelled')),
  document_no text not null,
  requirement text not null,
  issued_on date not null,
  issued_at timestamptz not null,
  issued_by bigint not null,
  report_by date not null,
  report text,
  letter jsonb not null,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, document_no),
  foreign key (jurisdiction_id, unit_id) references unit,
  foreign key (jurisdiction_id, organ_id) references organ,
  foreign key (jurisdiction_id, issued_by) references person
);
comment on table supervision_notice is '督办通知: a numbered document to one unit about one or several matters.';
comment on column supervision_notice.organ_id is 'The organ whose matters alone it is about; null: matters of several organs.';
comment on column supervision_notice.letter is 'The document as it was issued, frozen: names and titles that change later do not change it.';
create index supervision_notice_issued on supervision_notice (jurisdiction_id, issued_at desc, id desc);
create index supervision_notice_unit on supervision_notice (jurisdiction_id, unit_id, issued_at desc, id desc);
create index supervision_notice_open on supervision_notice (jurisdiction_id, unit_id, report_by, id) where state in ('served', 'inHand', 'reportedBack');

create table supervision_notice_matter (
  jurisdiction_id bigint not null,
  notice_id bigint not null,
  matter_id bigint not null,
  position integer not null,
  primary key (jurisdiction_id, notice_id, matter_id),
  foreign key (jurisdiction_id, notice_id) references supervision_notice,
  foreign key (jurisdiction_id, matter_id) references matter
);
create index supervision_notice_of_matter on supervision_notice_matter (jurisdiction_id, matter_id, notice_id);

create table supervision_notice_step (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  notice_id bigint not null,
  type text not null,
  text text not null,
  report_by date,
  by_id bigint not null,
  at timestamptz not null,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, notice_id) references supervision_notice,
  foreign key (jurisdiction_id, by_id) references person
);
create index supervision_notice_steps on supervision_notice_step (jurisdiction_id, notice_id, id);

create table supervision_act (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  version integer not null default 1,
  organ_id bigint,
  kind text not null check (kind in ('call', 'meeting', 'siteVisit', 'otherAct')),
  day date not null,
  who text not null,
  with_whom text not null,
  place text not null,
  result text not null,
  entered_by bigint not null,
  entered_at timestamptz not null,
  struck_reason text,
  struck_by bigint,
  struck_at timestamptz,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, organ_id) references organ,
  foreign key (jurisdiction_id, entered_by) references person,
  foreign key (jurisdiction_id, struck_by) references person
);
comment on table supervision_act is '督办活动: a call, a meeting, a site visit of a supervising office.';
create index supervision_act_day on supervision_act (jurisdiction_id, day desc, id desc);
create index supervision_act_kind on supervision_act (jurisdiction_id, kind, day desc, id desc);

create table supervision_act_matter (
  jurisdiction_id bigint not null,
  act_id bigint not null,
  matter_id bigint not null,
  primary key (jurisdiction_id, act_id, matter_id),
  foreign key (jurisdiction_id, act_id) references supervision_act,
  foreign key (jurisdiction_id, matter_id) references matter
);
create index supervision_act_of_matter on supervision_act_matter (jurisdiction_id, matter_id, act_id);

create table supervision_act_unit (
  jurisdiction_id bigint not null,
  act_id bigint not null,
  unit_id bigint not null,
  primary key (jurisdiction_id, act_id, unit_id),
  foreign key (jurisdiction_id, act_id) references supervision_act,
  foreign key (jurisdiction_id, unit_id) references unit
);
create index supervision_act_of_unit on supervision_act_unit (jurisdiction_id, unit_id, act_id);

-- Attachments of an act belong to it, not to a matter: an act can be about several, or about none.
alter table file add column supervision_act_id bigint;
alter table file add foreign key (jurisdiction_id, supervision_act_id) references supervision_act;
create index file_supervision_act on file (jurisdiction_id, supervision_act_id) where supervision_act_id is not null;
-- One purpose more than there were, whichever those are.
do $$
declare
  purposes text[];
begin
  select array_append(array_agg(listed[1]), 'supervision') into purposes
  from regexp_matches(
    (select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'file'::regclass and conname = 'file_purpose_check'),
    '''(\w+)''::text', 'g') listed;
  alter table file drop constraint file_purpose_check;
  execute format('alter table file add constraint file_purpose_check check (purpose in (%s))',
    (select string_agg(quote_literal(one), ', ') from unnest(purposes) one));
end $$;

do $$
declare
  tenant text;
begin
  foreach tenant in array array['urge_slip', 'urge_acknowledgement', 'supervision_notice', 'supervision_notice_matter',
    'supervision_notice_step', 'supervision_act', 'supervision_act_matter', 'supervision_act_unit']
  loop
    execute format('alter table %I enable row level security', tenant);
    execute format('alter table %I force row level security', tenant);
    execute format(
      'create policy own_jurisdiction on %I using (jurisdiction_id = nullif(current_setting(''luoshi.jurisdiction'', true), '''')::bigint)',
      tenant);
    -- Nothing destroys: slips, notices and acts are taken back or struck out, never removed.
    execute format('grant select, insert, update on %I to luoshi_app', tenant);
  end loop;
end $$;
grant usage on all sequences in schema public to luoshi_app;
