-- Assigning together: proposed assignments before the meeting, the hearing of a named unit, objections of proposers,
-- and units that follow one another. A proposal is never an assignment: no clock runs on it.

create table assign_round (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  version integer not null default 1,
  organ_id bigint not null,
  name text not null,
  note text not null default '',
  closes_at timestamptz not null,
  opened_at timestamptz,
  ended_at timestamptz,
  created_by bigint not null,
  created_at timestamptz not null,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, organ_id) references organ,
  foreign key (jurisdiction_id, created_by) references person
);
comment on table assign_round is '拟交办: units are asked before the meeting which of the proposed matters are theirs.';
comment on column assign_round.opened_at is 'Null: being prepared, no unit sees it.';
create index assign_round_organ on assign_round (jurisdiction_id, organ_id, id desc);

create table assign_round_matter (
  jurisdiction_id bigint not null,
  round_id bigint not null,
  matter_id bigint not null,
  version integer not null default 1,
  added_by bigint not null,
  added_at timestamptz not null,
  left_as text check (left_as in ('assigned', 'takenOut', 'ended')),
  left_at timestamptz,
  primary key (jurisdiction_id, round_id, matter_id),
  foreign key (jurisdiction_id, round_id) references assign_round,
  foreign key (jurisdiction_id, matter_id) references matter,
  foreign key (jurisdiction_id, added_by) references person,
  check ((left_as is null) = (left_at is null))
);
create unique index assign_round_matter_once on assign_round_matter (jurisdiction_id, matter_id) where left_as is null;

create table proposed_duty (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  round_id bigint not null,
  matter_id bigint not null,
  unit_id bigint not null,
  kind text not null check (kind in ('proposed', 'named')),
  role text not null check (role in ('lead', 'sole', 'separate', 'assist')),
  origin text not null check (origin in ('hand', 'recommended', 'objection')),
  proposed_by bigint not null,
  proposed_at timestamptz not null,
  withdrawn_at timestamptz,
  answer text check (answer in ('accepted', 'objected')),
  answer_role text check (answer_role in ('lead', 'sole', 'separate', 'assist')),
  section_id bigint,
  reason text,
  named_unit_id bigint,
  answered_by bigint,
  answered_at timestamptz,
  kept_reason text,
  kept_by bigint,
  kept_at timestamptz,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, round_id, matter_id) references assign_round_matter,
  foreign key (jurisdiction_id, unit_id) references unit,
  foreign key (jurisdiction_id, section_id) references unit,
  foreign key (jurisdiction_id, named_unit_id) references unit,
  foreign key (jurisdiction_id, proposed_by) references person,
  foreign key (jurisdiction_id, answered_by) references person,
  foreign key (jurisdiction_id, kept_by) references person
);
comment on column proposed_duty.kind is 'named: a unit that another one named, and that is heard; it is no part of the plan.';
comment on column proposed_duty.answer is 'Null: silent, which after the closing time counts as acceptance and decides nothing.';
comment on column proposed_duty.kept_reason is 'The office keeps its proposal although the unit objects.';
create unique index proposed_duty_once on proposed_duty (jurisdiction_id, round_id, matter_id, unit_id, kind)
  where withdrawn_at is null;
create index proposed_duty_unit on proposed_duty (jurisdiction_id, unit_id, round_id) where withdrawn_at is null;

create table hand_back_hearing (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  matter_id bigint not null,
  assignment_id bigint not null,
  unit_id bigint not null,
  asked_on date not null,
  answer_by date,
  answer text check (answer in ('accepted', 'declined')),
  reason text,
  answered_by bigint,
  answered_at timestamptz,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, assignment_id),
  foreign key (jurisdiction_id, matter_id) references matter,
  foreign key (jurisdiction_id, assignment_id) references assignment,
  foreign key (jurisdiction_id, unit_id) references unit,
  foreign key (jurisdiction_id, answered_by) references person
);
comment on table hand_back_hearing is 'The unit named by a hand-back is heard; what it says binds nobody, the arbiter decides.';
create index hand_back_hearing_unit on hand_back_hearing (jurisdiction_id, unit_id, id) where answer is null;
create index hand_back_hearing_matter on hand_back_hearing (jurisdiction_id, matter_id);

create table assignment_objection (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  version integer not null default 1,
  matter_id bigint not null,
  organ_id bigint not null,
  person_id bigint not null,
  reason text not null,
  wanted text not null default '',
  state text not null default 'open' check (state in ('open', 'changed', 'kept', 'withdrawn')),
  raised_on date not null,
  raised_at timestamptz not null,
  decision text,
  decided_by bigint,
  decided_at timestamptz,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, matter_id) references matter,
  foreign key (jurisdiction_id, organ_id) references organ,
  foreign key (jurisdiction_id, person_id) references person,
  foreign key (jurisdiction_id, decided_by) references person
);
comment on table assignment_objection is 'A proposer objects to the units that were chosen; no clock stands still for it.';
create unique index assignment_objection_open on assignment_objection (jurisdiction_id, matter_id, person_id) where state = 'open';
create index assignment_objection_matter on assignment_objection (jurisdiction_id, matter_id, id);
create index assignment_objection_organ on assignment_objection (jurisdiction_id, organ_id, id) where state = 'open';

create table unit_succession (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  kind text not null check (kind in ('rename', 'merge', 'split')),
  effective_on date not null,
  reason text not null,
  plan jsonb not null,
  done_by bigint not null,
  done_at timestamptz not null,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, done_by) references person
);
comment on column unit_succession.plan is 'What was chosen, as it was carried out.';

create table unit_successor (
  jurisdiction_id bigint not null,
  unit_id bigint not null,
  successor_id bigint not null,
  succession_id bigint not null,
  position integer not null,
  primary key (jurisdiction_id, unit_id, successor_id),
  foreign key (jurisdiction_id, unit_id) references unit,
  foreign key (jurisdiction_id, successor_id) references unit,
  foreign key (jurisdiction_id, succession_id) references unit_succession,
  check (unit_id <> successor_id)
);
comment on column unit_successor.position is '0: takes what comes later on the old unit''s duties, such as a second round.';
create index unit_successor_of on unit_successor (jurisdiction_id, successor_id, unit_id);

create table unit_past_name (
  jurisdiction_id bigint not null,
  unit_id bigint not null,
  until_on date not null,
  name text not null,
  name_en text not null,
  short_name text not null,
  succession_id bigint not null,
  primary key (jurisdiction_id, unit_id, until_on),
  foreign key (jurisdiction_id, unit_id) references unit,
  foreign key (jurisdiction_id, succession_id) references unit_succession
);
comment on column unit_past_name.until_on is 'The day from which the unit no longer bears the name.';

create table duty_passed (
  jurisdiction_id bigint not null,
  assignment_id bigint not null,
  succession_id bigint not null,
  matter_id bigint not null,
  from_unit_id bigint not null,
  to_unit_id bigint not null,
  passed_on date not null,
  primary key (jurisdiction_id, assignment_id, succession_id),
  foreign key (jurisdiction_id, assignment_id) references assignment,
  foreign key (jurisdiction_id, matter_id) references matter,
  foreign key (jurisdiction_id, from_unit_id) references unit,
  foreign key (jurisdiction_id, to_unit_id) references unit,
  foreign key (jurisdiction_id, succession_id) references unit_succession
);
comment on table duty_passed is 'A duty that went over to a successor as it stood; before the day it was the old unit''s.';
create index duty_passed_matter on duty_passed (jurisdiction_id, matter_id);

do $$
declare
  tenant text;
begin
  foreach tenant in array array['assign_round', 'assign_round_matter', 'proposed_duty', 'hand_back_hearing',
    'assignment_objection', 'unit_succession', 'unit_successor', 'unit_past_name', 'duty_passed']
  loop
    execute format('alter table %I enable row level security', tenant);
    execute format('alter table %I force row level security', tenant);
    execute format(
      'create policy own_jurisdiction on %I using (jurisdiction_id = nullif(current_setting(''luoshi.jurisdiction'', true), '''')::bigint)',
      tenant);
    -- Nothing destroys: what is taken back stays with the day on which it was.
    execute format('grant select, insert, update on %I to luoshi_app', tenant);
  end loop;
end $$;
grant usage on all sequences in schema public to luoshi_app;
